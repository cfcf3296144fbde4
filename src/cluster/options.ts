/**
 * The options of a client, and their one resolution.
 *
 * @module
 */

import {
  callback,
  checkKeys,
  duration,
  flag,
  integer,
  oneOf,
  type OptionCheck,
  resolveOptions,
  show,
  text,
} from "../internal/options.ts";
import type { Environment } from "../internal/environment.ts";
import { parseAddress } from "../network/address.ts";
import type { VersionRange } from "../protocol/version.ts";
import type { CompressionCodec } from "../record/compression.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Address, Connector, TlsOptions } from "../transport/transport.ts";

/** The versions of one API that may be used: exactly one, or a range with open ends. */
export type VersionPin = number | { readonly min?: number; readonly max?: number };

/** Finds the IP addresses of a host name. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Options of a client. */
export interface ClientOptions {
  /**
   * Where to ask for the cluster first: `"host:port"`, several of them, or
   * several in one string with commas between. The port is 9092 when it is
   * left out; IPv6 addresses go into brackets when there is a port.
   */
  readonly brokers: string | readonly string[];
  /** The name under which brokers log and meter this client. @default {"kafka-web"} */
  readonly clientId?: string;
  /** The limit for one connection to be ready, from TCP to authentication, in ms. @default {10000} */
  readonly connectTimeoutMs?: number;
  /** The limit for one request to be answered, in ms. @default {30000} */
  readonly requestTimeoutMs?: number;
  /** The wait before the first retry, in ms; it doubles with each (KIP-580). @default {100} */
  readonly retryBackoffMs?: number;
  /** The longest wait before a retry, in ms, before jitter. @default {1000} */
  readonly retryBackoffMaxMs?: number;
  /** After how long metadata in use is asked for anew, in ms. @default {300000} */
  readonly metadataMaxAgeMs?: number;
  /** After how long without use a connection is closed, in ms. @default {540000} */
  readonly connectionIdleMs?: number;
  /** The largest answer that is accepted, in bytes. @default {104857600} */
  readonly maxFrameBytes?: number;
  /** For how long a topic may stay unknown before it counts as missing, in ms. @default {5000} */
  readonly unknownTopicToleranceMs?: number;
  /** Whether asking for a missing topic may create it, where brokers allow that. @default {false} */
  readonly autoCreateTopics?: boolean;
  /**
   * What of a name in `brokers` to try: the name itself, leaving its addresses
   * to the runtime, or all its IP addresses one by one, which needs leave to resolve names. @default {"first"}
   */
  readonly bootstrapLookup?: "first" | "all";
  /** How to find the addresses for `bootstrapLookup: "all"`. @default {the runtime's resolver} */
  readonly lookup?: Lookup;
  /** TLS: `true` with the runtime's authorities, or how. @default {false} */
  readonly tls?: TlsOptions | boolean;
  /** Limits to the versions that are negotiated, by API name, such as `{ Fetch: { max: 12 } }`. */
  readonly versions?: { readonly [apiName: string]: VersionPin };
  /** Compression codecs that replace or join the built-in ones. @default {[]} */
  readonly codecs?: readonly CompressionCodec[];
  /** How to open connections. @default {the runtime's sockets} */
  readonly connector?: Connector;
  /** Time, randomness and the like, for tests and simulations. @default {the runtime's} */
  readonly environment?: Environment;
}

/** The options of a client, complete. */
export interface ResolvedClientOptions {
  /** Where to ask for the cluster first, without duplicates. */
  readonly brokers: readonly Address[];
  /** See {@linkcode ClientOptions}. */
  readonly clientId: string;
  /** See {@linkcode ClientOptions}. */
  readonly connectTimeoutMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly requestTimeoutMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly retryBackoffMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly retryBackoffMaxMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly metadataMaxAgeMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly connectionIdleMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly maxFrameBytes: number;
  /** See {@linkcode ClientOptions}. */
  readonly unknownTopicToleranceMs: number;
  /** See {@linkcode ClientOptions}. */
  readonly autoCreateTopics: boolean;
  /** See {@linkcode ClientOptions}. */
  readonly bootstrapLookup: "first" | "all";
  /** See {@linkcode ClientOptions}; `undefined` means the runtime's resolver. */
  readonly lookup: Lookup | undefined;
  /** How to use TLS; `undefined` means not at all. */
  readonly tls: TlsOptions | undefined;
  /** The limits to versions by API name. */
  readonly versions: ReadonlyMap<string, VersionRange>;
  /** See {@linkcode ClientOptions}. */
  readonly codecs: readonly CompressionCodec[];
  /** See {@linkcode ClientOptions}; `undefined` means the runtime's sockets. */
  readonly connector: Connector | undefined;
  /** See {@linkcode ClientOptions}; `undefined` means the runtime's. */
  readonly environment: Environment | undefined;
}

const TLS_KEYS: readonly (keyof TlsOptions)[] = ["ca", "cert", "key", "passphrase", "serverName"];

const DEFAULTS: ResolvedClientOptions = {
  brokers: [],
  clientId: "kafka-web",
  connectTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  retryBackoffMs: 100,
  retryBackoffMaxMs: 1_000,
  metadataMaxAgeMs: 300_000,
  connectionIdleMs: 540_000,
  maxFrameBytes: 100 * 1024 * 1024,
  unknownTopicToleranceMs: 5_000,
  autoCreateTopics: false,
  bootstrapLookup: "first",
  lookup: undefined,
  tls: undefined,
  versions: new Map(),
  codecs: [],
  connector: undefined,
  environment: undefined,
};

const brokers: OptionCheck<readonly Address[]> = (value, name) => {
  const list = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(list) || list.length === 0) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be "host:port" or a list of such addresses that is not empty: current value is ${
        show(value)
      }`,
    );
  }
  const found = new Map<string, Address>();
  for (const item of list as unknown[]) {
    if (typeof item !== "string") {
      throw new TypeError(
        `Cannot use option "${name}" as each address must be a string: current value is ${
          show(item)
        }`,
      );
    }
    const address = parseAddress(item, name);
    found.set(formatAddress(address), address);
  }
  return [...found.values()];
};

const tls: OptionCheck<TlsOptions | undefined> = (value, name) => {
  if (value === true) return {};
  if (value === false) return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a boolean or an object: current value is ${
        show(value)
      }`,
    );
  }
  checkKeys(value, TLS_KEYS, `"${name}"`);
  return Object.freeze({ ...value }) as TlsOptions;
};

const versions: OptionCheck<ReadonlyMap<string, VersionRange>> = (value, name) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be an object of API names: current value is ${
        show(value)
      }`,
    );
  }
  const pins = new Map<string, VersionRange>();
  for (const [api, pin] of Object.entries(value) as [string, unknown][]) {
    if (pin !== undefined) pins.set(api, versionRange(pin, `${name}.${api}`));
  }
  return pins;
};

function versionRange(pin: unknown, name: string): VersionRange {
  const version = integer(0, 0x7fff);
  if (typeof pin === "number") {
    const exact = version(pin, name);
    return { min: exact, max: exact };
  }
  checkKeys(pin, ["min", "max"], `"${name}"`);
  const min = pin.min === undefined ? 0 : version(pin.min, `${name}.min`);
  const max = pin.max === undefined ? 0x7fff : version(pin.max, `${name}.max`);
  if (min > max) {
    throw new RangeError(
      `Cannot use option "${name}" as "min" must not be above "max": current values are ${min} and ${max}`,
    );
  }
  return { min, max };
}

const codecs: OptionCheck<readonly CompressionCodec[]> = (value, name) => {
  if (!Array.isArray(value)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a list of codecs: current value is ${show(value)}`,
    );
  }
  return [...value] as CompressionCodec[];
};

const environment: OptionCheck<Environment> = (value, name) => {
  if (typeof value !== "object" || value === null || !("clock" in value)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be an environment: current value is ${show(value)}`,
    );
  }
  return value as Environment;
};

/**
 * Checks and completes the options of a client.
 *
 * @param options What the user gave.
 * @returns Everything, with defaults filled in; frozen.
 * @throws {TypeError} When an option is unknown or not of its type.
 * @throws {RangeError} When a value is out of its range, or options contradict each other.
 */
export function resolveClientOptions(options: ClientOptions): ResolvedClientOptions {
  const resolved = resolveOptions<ResolvedClientOptions>(options, DEFAULTS, {
    brokers,
    clientId: text,
    connectTimeoutMs: duration(1),
    requestTimeoutMs: duration(1),
    retryBackoffMs: duration(0),
    retryBackoffMaxMs: duration(0),
    metadataMaxAgeMs: duration(1),
    connectionIdleMs: duration(1, true),
    maxFrameBytes: integer(1024, 0x7fffffff),
    unknownTopicToleranceMs: duration(0),
    autoCreateTopics: flag,
    bootstrapLookup: oneOf("first", "all"),
    lookup: callback<Lookup>(),
    tls,
    versions,
    codecs,
    connector: callback<Connector>(),
    environment,
  }, "the client");
  if (resolved.brokers.length === 0) {
    throw new TypeError(
      'Cannot configure the client as the option "brokers" is required: current value is undefined',
    );
  }
  if (resolved.retryBackoffMaxMs < resolved.retryBackoffMs) {
    throw new RangeError(
      `Cannot configure the client as "retryBackoffMaxMs" must be at least "retryBackoffMs" (${resolved.retryBackoffMs}): current value is ${resolved.retryBackoffMaxMs}`,
    );
  }
  return resolved;
}
