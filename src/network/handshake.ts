/**
 * From an address to a connection that is ready: TCP, TLS, versions,
 * authentication, all under one deadline.
 *
 * @module
 */

import { ConnectionError, KafkaError, ProtocolError, TimeoutError } from "../errors.ts";
import type { Environment } from "../internal/environment.ts";
import { abortable, abortedError, onAbort } from "../internal/signal.ts";
import type { ClientApi } from "../protocol/api.ts";
import { errorCode, ErrorCodes } from "../protocol/error_codes.ts";
import {
  apiVersions,
  type ApiVersionsRequestInput,
  type ApiVersionsResponse,
} from "../protocol/messages/api_versions.ts";
import { negotiate, type VersionRange } from "../protocol/version.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Address, Connector, TlsOptions, Transport } from "../transport/transport.ts";
import { VERSION } from "../version.ts";
import { Connection, type ConnectionEvents, type ConnectionSettings } from "./connection.ts";
import { reasonOf } from "./reason.ts";

/** Where to connect to. */
export interface ConnectionTarget {
  /** The address. */
  readonly address: Address;
  /** The broker's node id, where it is known. */
  readonly nodeId?: number;
  /** The name that the certificate is for, where the address is not that name. */
  readonly serverName?: string;
}

/** How to open connections. */
export interface OpenSettings extends ConnectionSettings {
  /** Opens transports. */
  readonly connector: Connector;
  /** How to use TLS; `undefined` means not at all. */
  readonly tls: TlsOptions | undefined;
  /** The limit from TCP to authentication, in ms. */
  readonly connectTimeoutMs: number;
  /** Proves who the client is, once the versions are known. */
  readonly authenticate?: (connection: Connection, signal: AbortSignal) => Promise<void>;
}

/** The name that brokers are told (KIP-511). */
const SOFTWARE_NAME = "kafka-web";

/**
 * Opens a connection and makes it ready for requests.
 *
 * @param target Where to.
 * @param settings How.
 * @param environment Time and the registry.
 * @param options `signal` gives the attempt up; `events` are what the connection tells later.
 * @returns The connection, which the caller owns.
 * @throws {ConnectionError} When it cannot be opened within `connectTimeoutMs`, naming the address and the reason.
 * @throws {AuthenticationError} When either side could not prove who it is.
 * @throws {AbortedError} When the signal fired.
 */
export async function openConnection(
  target: ConnectionTarget,
  settings: OpenSettings,
  environment: Environment,
  options: { readonly signal?: AbortSignal; readonly events?: ConnectionEvents } = {},
): Promise<Connection> {
  const peer = formatAddress(target.address);
  const broker = target.nodeId === undefined ? peer : `${peer} (id ${target.nodeId})`;
  const { connectTimeoutMs } = settings;
  const attempt = new AbortController();
  const { signal } = attempt;
  let stage = "the connection was not established";
  const timer = environment.clock.setTimer(() => {
    attempt.abort(
      new TimeoutError(
        `Cannot connect to "${peer}" as ${stage} within ${connectTimeoutMs} ms`,
        { code: "CONNECTION_TIMED_OUT", broker },
      ),
    );
  }, connectTimeoutMs);
  const detach = onAbort(options.signal, () => attempt.abort(options.signal?.reason));
  let connection: Connection | undefined;
  try {
    const transport = await openTransport(target, settings, signal);
    connection = new Connection(transport, broker, settings, environment, options.events);
    stage = "ApiVersions was not answered";
    await negotiateVersions(connection, settings, signal);
    if (settings.authenticate !== undefined) {
      stage = "the authentication was not finished";
      await settings.authenticate(connection, signal);
    }
    // An abort in the same turn as the last answer would otherwise go unnoticed.
    if (signal.aborted) throw abortedError(signal, `connect to "${peer}"`);
    return connection;
  } catch (error) {
    const failure = connectError(error, target, broker, signal, options.signal);
    connection?.close(failure);
    throw failure;
  } finally {
    timer.cancel();
    detach();
  }
}

/** Connects, and closes what a connector brings after it was told to stop. */
function openTransport(
  target: ConnectionTarget,
  settings: OpenSettings,
  signal: AbortSignal,
): Promise<Transport> {
  const { address, serverName } = target;
  const tls = settings.tls === undefined || serverName === undefined
    ? settings.tls
    : { serverName, ...settings.tls };
  const opening = settings.connector(address, { signal, tls });
  opening.then(
    (transport) => {
      if (signal.aborted) transport.close();
    },
    () => {},
  );
  return abortable(opening, signal, `connect to "${formatAddress(address)}"`);
}

/** Asks for the versions that the broker serves, at first in the newest version of the question. */
async function negotiateVersions(
  connection: Connection,
  settings: OpenSettings,
  signal: AbortSignal,
): Promise<void> {
  const pin = settings.versions.get(apiVersions.name);
  const wanted = negotiate(apiVersions, { min: 0, max: apiVersions.maxVersion }, pin);
  let version = wanted ?? apiVersions.maxVersion;
  let response = await askVersions(connection, settings, version, signal);
  if (response.errorCode === ErrorCodes.UNSUPPORTED_VERSION) {
    // The refusal lists what the broker does have (KIP-511); very old ones list nothing.
    const served = response.apiKeys.find((entry) => entry.apiKey === apiVersions.key);
    const range = served === undefined
      ? { min: 0, max: 0 }
      : { min: served.minVersion, max: served.maxVersion };
    const common = negotiate(apiVersions, range, pin);
    if (common !== undefined && common !== version) {
      version = common;
      response = await askVersions(connection, settings, version, signal);
    }
  }
  if (response.errorCode !== ErrorCodes.NONE) {
    throw new ProtocolError(
      `Cannot negotiate versions with ${connection.broker} as it answered ApiVersions version ${version} with ${
        errorCode(response.errorCode).name
      }`,
      { code: errorCode(response.errorCode).name, broker: connection.broker },
    );
  }
  const versions = new Map<number, VersionRange>();
  for (const { apiKey, minVersion, maxVersion } of response.apiKeys) {
    versions.set(apiKey, { min: minVersion, max: maxVersion });
  }
  const features = new Map<string, number>();
  for (const { name, maxVersionLevel } of response.finalizedFeatures) {
    features.set(name, maxVersionLevel);
  }
  connection.adopt({ versions, features });
}

function askVersions(
  connection: Connection,
  settings: OpenSettings,
  version: number,
  signal: AbortSignal,
): Promise<ApiVersionsResponse> {
  // The one deadline of the handshake rules, not that of a request.
  return connection.send(lenientApiVersions, {
    clientSoftwareName: SOFTWARE_NAME,
    clientSoftwareVersion: VERSION,
  }, { version, signal, timeoutMs: settings.connectTimeoutMs, slowAfterMs: Infinity });
}

/** ApiVersions as it is answered: a broker that does not know the version of the question answers in version 0. */
const lenientApiVersions: ClientApi<ApiVersionsRequestInput, ApiVersionsResponse> = {
  ...apiVersions,
  decodeResponse: (reader, version) => {
    const start = reader.offset;
    const refused = reader.int16() === ErrorCodes.UNSUPPORTED_VERSION;
    reader.offset = start;
    return apiVersions.decodeResponse(reader, refused ? 0 : version);
  },
};

function connectError(
  error: unknown,
  target: ConnectionTarget,
  broker: string,
  signal: AbortSignal,
  given: AbortSignal | undefined,
): KafkaError {
  const peer = formatAddress(target.address);
  const isKnown = target.nodeId !== undefined;
  if (signal.aborted && !given?.aborted && signal.reason instanceof TimeoutError) {
    const { message, code } = signal.reason;
    return new ConnectionError(message, { cause: signal.reason, code, broker });
  }
  if (given?.aborted) return abortedError(given, `connect to "${peer}"`);
  const cause = error instanceof ConnectionError && error.cause instanceof ProtocolError
    ? error.cause
    : error;
  // The connector's own errors say it all; those of the handshake speak of a connection that nobody has seen yet.
  if (cause instanceof KafkaError && !(cause instanceof ProtocolError)) {
    if (!(cause instanceof ConnectionError) || cause.message.startsWith("Cannot connect")) {
      return cause;
    }
  }
  const reason = cause instanceof KafkaError ? reasonOf(cause) : `of "${reasonOf(cause)}"`;
  return new ConnectionError(`Cannot connect to "${peer}" as ${reason}`, {
    cause,
    code: cause instanceof ProtocolError ? "PROTOCOL_MISMATCH" : "CONNECTION_FAILED",
    // What is not Kafka, or speaks no version that we speak, will not do so a moment later: whoever
    // typed the address wants to know. A broker of the cluster has proven better, and is tried again.
    retriable: !(cause instanceof ProtocolError) || isKnown,
    broker,
  });
}
