/**
 * The options of a producer, and their one resolution.
 *
 * @module
 */

import type { ResolvedClientOptions } from "../cluster/options.ts";
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
} from "../internal/options.ts";
import type { CompressionName } from "../record/compression.ts";
import type { Partitioner } from "./partitioner.ts";

/** A compression with its level. */
export interface CompressionChoice {
  /** The codec's name: a built-in one, or one of the client's `codecs`. */
  readonly codec: CompressionName | (string & Record<never, never>);
  /** Higher is smaller and slower; what it may be is up to the codec. @default {the codec's own choice} */
  readonly level?: number | undefined;
}

/** Options of a producer. */
export interface ProducerOptions {
  /** Who must have a record before it counts as stored: all replicas in sync, the leader alone, or nobody. @default {"all"} */
  readonly acks?: "all" | 0 | 1 | undefined;
  /** Whether brokers drop what a retry sends twice, and refuse what comes out of order. @default {true with acks "all"} */
  readonly idempotent?: boolean | undefined;
  /**
   * For how long a batch waits for more records, in ms. With 0 what one turn
   * of the event loop sends shares a batch; it leaves at once when the broker
   * owes no answer, and fills until one arrives otherwise. @default {0}
   */
  readonly lingerMs?: number | undefined;
  /** The size of a batch, in bytes; a larger record travels alone. @default {1000000} */
  readonly batchBytes?: number | undefined;
  /** How much may be buffered in all, in bytes. @default {33554432} */
  readonly bufferBytes?: number | undefined;
  /** How many sends may wait while the buffer is full. @default {10000} */
  readonly maxPendingSends?: number | undefined;
  /** For how long a send may wait for the buffer, or for the first metadata of its topic, in ms. @default {60000} */
  readonly maxBlockMs?: number | undefined;
  /** For how long a broker may take to answer, in ms. @default {the client's} */
  readonly requestTimeoutMs?: number | undefined;
  /** For how long a record may take from `send` to its acknowledgement, retries included, in ms. @default {120000} */
  readonly deliveryTimeoutMs?: number | undefined;
  /** How many batches of a partition, and requests to a broker, may be under way. @default {5} */
  readonly maxInFlight?: number | undefined;
  /** How to compress batches. @default {"none"} */
  readonly compression?: CompressionName | CompressionChoice | undefined;
  /** Chooses the partition of each record that names none. @default {as Kafka's own clients do} */
  readonly partitioner?: Partitioner | undefined;
  /** For how long `close` waits for acknowledgements, and `abort` for open answers, in ms. @default {30000} */
  readonly closeTimeoutMs?: number | undefined;
}

/** The options of a producer, complete. */
export interface ResolvedProducerOptions {
  /** As the protocol has it: -1 is "all". */
  readonly acks: -1 | 0 | 1;
  /** See {@linkcode ProducerOptions}. */
  readonly idempotent: boolean;
  /** See {@linkcode ProducerOptions}. */
  readonly lingerMs: number;
  /** See {@linkcode ProducerOptions}. */
  readonly batchBytes: number;
  /** See {@linkcode ProducerOptions}. */
  readonly bufferBytes: number;
  /** See {@linkcode ProducerOptions}. */
  readonly maxPendingSends: number;
  /** See {@linkcode ProducerOptions}. */
  readonly maxBlockMs: number;
  /** See {@linkcode ProducerOptions}. */
  readonly requestTimeoutMs: number;
  /** See {@linkcode ProducerOptions}. */
  readonly deliveryTimeoutMs: number;
  /** See {@linkcode ProducerOptions}. */
  readonly maxInFlight: number;
  /** The codec's name and level. */
  readonly compression: { readonly codec: string; readonly level: number | undefined };
  /** See {@linkcode ProducerOptions}; `undefined` means the built-in one. */
  readonly partitioner: Partitioner | undefined;
  /** See {@linkcode ProducerOptions}. */
  readonly closeTimeoutMs: number;
}

const NO_COMPRESSION = { codec: "none", level: undefined } as const;
const BUILT_IN: readonly string[] = ["none", "gzip", "snappy", "lz4", "zstd"];

/** More than five could not be told from duplicates by a broker, which remembers five batches. */
const MAX_IN_FLIGHT = 5;

type RawOptions = Omit<ResolvedProducerOptions, "acks" | "idempotent"> & {
  readonly acks: "all" | 0 | 1;
  readonly idempotent: boolean | undefined;
};

function compression(codecs: readonly string[]): OptionCheck<RawOptions["compression"]> {
  return (value, name) => {
    const choice = typeof value === "string" ? { codec: value } : value;
    checkKeys(choice, ["codec", "level"], `"${name}"`);
    const { codec, level } = choice;
    if (typeof codec !== "string" || !codecs.includes(codec)) {
      throw new TypeError(
        `Cannot use option "${name}" as its codec must be one of ${
          codecs.map(show).join(", ")
        }: current value is ${show(codec)}`,
      );
    }
    if (level !== undefined && (typeof level !== "number" || !Number.isInteger(level))) {
      throw new TypeError(
        `Cannot use option "${name}" as its level must be an integer: current value is ${
          show(level)
        }`,
      );
    }
    return { codec, level };
  };
}

/**
 * Resolves a producer's options.
 *
 * @param options What the user gave.
 * @param client The options of the client.
 * @returns Complete options, frozen.
 * @throws {TypeError | RangeError} For an option that is unknown, out of its range, or contradicts another.
 */
export function resolveProducerOptions(
  options: ProducerOptions,
  client: Pick<ResolvedClientOptions, "requestTimeoutMs" | "codecs">,
): ResolvedProducerOptions {
  const codecs = [...BUILT_IN, ...client.codecs.map((codec) => codec.name)];
  const defaults: RawOptions = {
    acks: "all",
    idempotent: undefined,
    lingerMs: 0,
    batchBytes: 1_000_000,
    bufferBytes: 32 * 1024 * 1024,
    maxPendingSends: 10_000,
    maxBlockMs: 60_000,
    requestTimeoutMs: client.requestTimeoutMs,
    deliveryTimeoutMs: 120_000,
    maxInFlight: MAX_IN_FLIGHT,
    compression: NO_COMPRESSION,
    partitioner: undefined,
    closeTimeoutMs: 30_000,
  };
  const raw = resolveOptions<RawOptions>(
    options,
    defaults,
    {
      acks: oneOf<"all" | 0 | 1>("all", 0, 1),
      idempotent: flag,
      lingerMs: duration(),
      batchBytes: integer(1, 2 ** 30),
      bufferBytes: integer(1),
      maxPendingSends: integer(0),
      maxBlockMs: duration(0, true),
      requestTimeoutMs: duration(1),
      deliveryTimeoutMs: duration(1, true),
      maxInFlight: integer(1, MAX_IN_FLIGHT),
      compression: compression(codecs),
      partitioner: callback<Partitioner>(),
      closeTimeoutMs: duration(0, true),
    },
    "the producer",
  );
  if (raw.idempotent === true && raw.acks !== "all") {
    throw new TypeError(
      `Cannot use option "idempotent" as it needs acks "all": current values are true and ${
        show(raw.acks)
      }`,
    );
  }
  if (raw.lingerMs > 0 && raw.lingerMs >= raw.deliveryTimeoutMs) {
    throw new RangeError(
      `Cannot use option "lingerMs" as it must be less than "deliveryTimeoutMs" (${raw.deliveryTimeoutMs}): current value is ${raw.lingerMs}`,
    );
  }
  return Object.freeze({
    ...raw,
    acks: raw.acks === "all" ? -1 : raw.acks,
    idempotent: raw.idempotent ?? raw.acks === "all",
  });
}
