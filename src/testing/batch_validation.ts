/**
 * What a broker checks before it takes a batch from a producer.
 *
 * @module
 */

import { ErrorCodes } from "../protocol/error_codes.ts";
import { type BatchView, walkBatches } from "../record/batch_reader.ts";
import type { CompressionCodecs } from "../record/compression.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import type { RecordValidator } from "./options.ts";
import type { ResolvedTopicConfig } from "./topic_config.ts";

const ZSTD = 4;
/** The last compression that Kafka knows. */
const LAST_COMPRESSION = ZSTD;
/** Produce requests carry zstd from this version on (KIP-110). */
const ZSTD_VERSION = 7;
/** What a batch may decompress to. */
const MAX_DECOMPRESSED_BYTES = 256 * 1024 * 1024;

/** Why a batch is not taken. */
export interface Refusal {
  /** Kafka's error code. */
  readonly error: number;
  /** Why, in words. */
  readonly message: string;
  /** The records that are to blame (KIP-467). */
  readonly recordErrors?: readonly { readonly index: number; readonly message: string }[];
}

/** What a batch is checked against. */
export interface ValidationRules {
  /** The topic's configuration. */
  readonly config: ResolvedTopicConfig;
  /** A test's own check of the records. */
  readonly validator: RecordValidator | undefined;
  /** The wall clock. */
  readonly nowMs: number;
  /** What decompresses. */
  readonly codecs: CompressionCodecs;
}

/**
 * Finds the one batch that a partition of a Produce request holds.
 *
 * @param records The field of the request.
 * @param version The version of the request.
 * @returns The batch, or why there is none to take.
 */
export function soleBatch(records: Uint8Array | null, version: number): BatchView | Refusal {
  const invalid = (message: string): Refusal => ({ error: ErrorCodes.INVALID_RECORD, message });
  const wanted = `Produce requests with version ${version}`;
  let batch: BatchView | undefined;
  try {
    for (const next of walkBatches(records ?? new Uint8Array(0))) {
      if (batch !== undefined) return invalid(`${wanted} must have one record batch per partition`);
      batch = next;
    }
  } catch (error) {
    return { error: ErrorCodes.CORRUPT_MESSAGE, message: messageOf(error) };
  }
  if (batch === undefined) return invalid(`${wanted} must have a record batch for each partition`);
  if (batch.magic !== 2) return invalid(`${wanted} must have record batches of magic 2`);
  if (batch.compression === ZSTD && version < ZSTD_VERSION) {
    return {
      error: ErrorCodes.UNSUPPORTED_COMPRESSION_TYPE,
      message: `${wanted} cannot use zstd compression`,
    };
  }
  return batch;
}

/**
 * Checks a batch and its records.
 *
 * @param batch The batch.
 * @param rules What it is checked against.
 * @returns Why it is refused, or `undefined`; at once unless it must be decompressed by something slow.
 */
export function validateBatch(
  batch: BatchView,
  rules: ValidationRules,
): Refusal | undefined | Promise<Refusal | undefined> {
  return headerProblem(batch, rules.config) ?? bodyProblem(batch, rules);
}

function headerProblem(batch: BatchView, config: ResolvedTopicConfig): Refusal | undefined {
  const { error, why } = { error: ErrorCodes.INVALID_RECORD, why: headerFault(batch) };
  if (batch.bytes.length > config.maxMessageBytes) {
    return {
      error: ErrorCodes.MESSAGE_TOO_LARGE,
      message:
        `The record batch has ${batch.bytes.length} bytes, which exceeds max.message.bytes ${config.maxMessageBytes}`,
    };
  }
  if (!batch.crcIsValid()) {
    return { error: ErrorCodes.CORRUPT_MESSAGE, message: "The record batch fails its checksum" };
  }
  return why === undefined ? undefined : { error, message: why };
}

function headerFault(batch: BatchView): string | undefined {
  if (batch.baseOffset !== 0n) return `The base offset must be 0, not ${batch.baseOffset}`;
  if (batch.recordCount <= 0) return `The record count must be positive, not ${batch.recordCount}`;
  if (batch.lastOffsetDelta !== batch.recordCount - 1) {
    return `The last offset delta ${batch.lastOffsetDelta} does not fit ${batch.recordCount} records`;
  }
  if (batch.isControl) return "Clients cannot write control records";
  if (batch.producerId >= 0n && (batch.producerEpoch < 0 || batch.baseSequence < 0)) {
    return `Epoch ${batch.producerEpoch} and sequence ${batch.baseSequence} of producer ${batch.producerId} must not be negative`;
  }
  return undefined;
}

function bodyProblem(
  batch: BatchView,
  rules: ValidationRules,
): Refusal | undefined | Promise<Refusal | undefined> {
  if (batch.compression > LAST_COMPRESSION) {
    return unreadable(`The compression ${batch.compression} is not known`);
  }
  if (batch.compression === 0) return recordsProblem(batch, batch.body, rules);
  const codec = rules.codecs.get(batch.compression);
  if (!(codec instanceof Promise)) return decompressed(batch, codec, rules);
  // A codec that is not there cannot be checked with: the batch is taken as it is.
  return codec.then((loaded) => decompressed(batch, loaded, rules), () => undefined);
}

function decompressed(
  batch: BatchView,
  codec: Awaited<ReturnType<CompressionCodecs["get"]>>,
  rules: ValidationRules,
): Refusal | undefined | Promise<Refusal | undefined> {
  const broken = (error: unknown): Refusal => unreadable(messageOf(error));
  try {
    const records = codec.decompress(batch.body, {
      maxBytes: MAX_DECOMPRESSED_BYTES,
      magic: batch.magic,
    });
    if (!(records instanceof Promise)) return recordsProblem(batch, records, rules);
    return records.then((bytes) => recordsProblem(batch, bytes, rules), broken);
  } catch (error) {
    return broken(error);
  }
}

function recordsProblem(
  batch: BatchView,
  records: Uint8Array,
  rules: ValidationRules,
): Refusal | undefined {
  const { config, validator, nowMs } = rules;
  const now = BigInt(Math.floor(nowMs));
  const checkTimes = !config.logAppendTime &&
    (batch.maxTimestamp - now > config.timestampAfterMaxMs ||
      now - batch.baseTimestamp > config.timestampBeforeMaxMs);
  const faults: { index: number; message: string }[] = [];
  let badTimes = 0;
  const cursor = new RecordCursor();
  try {
    cursor.reset(batch, records);
    for (let index = 0; cursor.next(); index++) {
      if (cursor.offsetDelta !== index) {
        return {
          error: ErrorCodes.INVALID_RECORD,
          message: `Record ${index} has the offset delta ${cursor.offsetDelta}`,
        };
      }
      if (config.compacted && cursor.keyStart < 0) {
        faults.push({ index, message: "A compacted topic cannot take a record without a key" });
        continue;
      }
      if (checkTimes) {
        const timestamp = cursor.timestampBigInt();
        if (
          timestamp - now > config.timestampAfterMaxMs ||
          now - timestamp > config.timestampBeforeMaxMs
        ) {
          badTimes++;
          faults.push({ index, message: `Timestamp ${timestamp} is out of range at ${now}` });
          continue;
        }
      }
      const message = validator?.({
        index,
        key: cursor.key(),
        value: cursor.value(),
        headers: cursor.headers(),
        timestamp: cursor.timestamp(),
      });
      if (typeof message === "string") faults.push({ index, message });
    }
  } catch (error) {
    return { error: ErrorCodes.INVALID_RECORD, message: messageOf(error) };
  }
  if (faults.length === 0) return undefined;
  return {
    error: badTimes === faults.length ? ErrorCodes.INVALID_TIMESTAMP : ErrorCodes.INVALID_RECORD,
    message: "One or more records have been rejected",
    recordErrors: faults,
  };
}

/** What cannot be decompressed surprises Kafka, too. */
function unreadable(message: string): Refusal {
  return { error: ErrorCodes.UNKNOWN_SERVER_ERROR, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
