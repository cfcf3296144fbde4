/**
 * What a producer is given: records, and chunks of records.
 *
 * @module
 */

import type { Acknowledgeable } from "../internal/acknowledge.ts";
import { show } from "../internal/options.ts";
import type { RecordHeaderInput } from "../record/headers.ts";

/** A key, a value or a header's value: bytes, a string that is encoded as UTF-8, or null. */
export type RecordContent = string | Uint8Array | null;

/**
 * Headers of a record: pairs in their order, where keys may repeat (an array,
 * a Map, a fetch `Headers` ...), or a plain object.
 */
export type RecordHeadersInput =
  | Iterable<readonly [key: string, value: RecordContent]>
  | { readonly [key: string]: RecordContent };

/** A record to send. */
export interface ProducerRecord {
  /** The topic. */
  readonly topic: string;
  /** The partition. @default {by the key's hash, or the producer's choice without a key} */
  readonly partition?: number | undefined;
  /** The key, which decides about the partition and about compaction. @default {null} */
  readonly key?: RecordContent | undefined;
  /** The value; null is a tombstone, which deletes the key in a compacted topic. */
  readonly value: RecordContent;
  /** The headers. @default {none} */
  readonly headers?: RecordHeadersInput | undefined;
  /** When it happened: ms since the epoch, or a Date. @default {now} */
  readonly timestamp?: number | Date | undefined;
}

/** Several records that are written to the stream as one chunk. */
export interface RecordsChunk {
  /** The records; none is fine. */
  readonly records: readonly ProducerRecord[];
  /** What they were made from: it is acknowledged when all of them are, at once when there are none. */
  readonly source?: Acknowledgeable | readonly Acknowledgeable[] | undefined;
}

/** What is written to a producer as a stream. */
export type ProducerChunk = ProducerRecord | RecordsChunk;

/** Where a record is, once it was acknowledged. */
export interface RecordMetadata {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The offset; `undefined` where the broker did not say: acks 0, and a batch that it knew already. */
  readonly offset: number | undefined;
  /** The timestamp in ms: the record's own, or the broker's where the topic says so. */
  readonly timestamp: number;
}

/** The largest partition index that the protocol can carry. */
const MAX_PARTITION = 0x7fffffff;

function refuse(record: ProducerRecord, name: string, rule: string, value: unknown): TypeError {
  const topic = typeof record.topic === "string" && name !== "topic"
    ? ` to ${JSON.stringify(record.topic)}`
    : "";
  return new TypeError(`Cannot send${topic} as "${name}" must be ${rule}: it is ${show(value)}`);
}

function isContent(value: unknown): value is RecordContent {
  return typeof value === "string" || value === null || value instanceof Uint8Array;
}

/**
 * Checks what can be checked of a record without knowing the cluster.
 *
 * @param record What the caller gave.
 * @throws {TypeError | RangeError} Naming the field, the rule and the value.
 */
export function checkRecord(record: ProducerRecord): void {
  if (typeof record !== "object" || record === null) {
    throw new TypeError(`Cannot send as the record must be an object: it is ${show(record)}`);
  }
  const { topic, partition, key, value, timestamp } = record;
  if (typeof topic !== "string" || topic.length === 0) {
    throw refuse(record, "topic", "a string that is not empty", topic);
  }
  if (!isContent(value)) {
    throw refuse(record, "value", "a string, a Uint8Array, or null for a tombstone", value);
  }
  if (key !== undefined && !isContent(key)) {
    throw refuse(record, "key", "a string, a Uint8Array or null", key);
  }
  if (partition !== undefined) {
    if (typeof partition !== "number") throw refuse(record, "partition", "a number", partition);
    if (!Number.isInteger(partition) || partition < 0 || partition > MAX_PARTITION) {
      throw new RangeError(
        `Cannot send to ${
          JSON.stringify(topic)
        } as "partition" must be an integer from 0 to ${MAX_PARTITION}: it is ${partition}`,
      );
    }
  }
  if (timestamp !== undefined) checkTimestamp(record, timestamp);
}

function checkTimestamp(record: ProducerRecord, timestamp: number | Date): void {
  if (typeof timestamp !== "number" && !(timestamp instanceof Date)) {
    throw refuse(record, "timestamp", "a number of ms since the epoch, or a Date", timestamp);
  }
  const ms = typeof timestamp === "number" ? timestamp : timestamp.getTime();
  if (!Number.isSafeInteger(ms) || ms < 0) {
    throw new RangeError(
      `Cannot send to ${
        JSON.stringify(record.topic)
      } as "timestamp" must be an integer of at least 0: it is ${ms}`,
    );
  }
}

/**
 * Brings headers into the one form that is encoded.
 *
 * @param record The record, for its headers and for messages.
 * @returns The pairs, or `undefined` for none. An array of the caller is used as it is.
 * @throws {TypeError} For what is not a header.
 */
export function headersOf(record: ProducerRecord): readonly RecordHeaderInput[] | undefined {
  const { headers } = record;
  if (headers === undefined) return undefined;
  if (typeof headers !== "object" || headers === null) {
    throw refuse(record, "headers", "an iterable of pairs or an object", headers);
  }
  let pairs: readonly RecordHeaderInput[];
  if (Array.isArray(headers)) pairs = headers as readonly RecordHeaderInput[];
  else if (Symbol.iterator in headers) {
    pairs = [...headers as Iterable<RecordHeaderInput>];
  } else pairs = Object.entries(headers as Record<string, RecordContent>);
  for (let index = 0; index < pairs.length; index++) {
    const pair: unknown = pairs[index];
    if (!Array.isArray(pair) || typeof pair[0] !== "string") {
      throw refuse(record, `headers[${index}]`, "a pair of a string and its value", pair);
    }
    if (!isContent(pair[1])) {
      throw refuse(record, `headers[${index}][1]`, "a string, a Uint8Array or null", pair[1]);
    }
  }
  return pairs.length === 0 ? undefined : pairs;
}

/**
 * The timestamp of a record that was checked.
 *
 * @param record The record.
 * @param now What to take when it has none.
 * @returns Milliseconds since the epoch.
 */
export function timestampOf(record: ProducerRecord, now: number): number {
  const { timestamp } = record;
  if (timestamp === undefined) return now;
  return typeof timestamp === "number" ? timestamp : timestamp.getTime();
}

/**
 * Copies content that its owner may change.
 *
 * @param content The content.
 * @returns The same string or null, or a copy of the bytes.
 */
export function copyContent(content: RecordContent): RecordContent {
  // Not slice(): on Node's Buffer that is a view.
  return content instanceof Uint8Array ? new Uint8Array(content) : content;
}

/**
 * Copies headers that their owner may change.
 *
 * @param headers The headers.
 * @returns A copy.
 */
export function copyHeaders(
  headers: readonly RecordHeaderInput[] | undefined,
): readonly RecordHeaderInput[] | undefined {
  return headers?.map(([key, value]) => [key, copyContent(value)] as const);
}

/**
 * Tells the two kinds of chunk apart.
 *
 * @param chunk What was written to the stream.
 * @returns Whether it is a chunk of several records.
 */
export function isRecordsChunk(chunk: ProducerChunk): chunk is RecordsChunk {
  return typeof chunk === "object" && chunk !== null && "records" in chunk;
}
