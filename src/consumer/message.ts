/**
 * One record as an application sees it.
 *
 * @module
 */

import type { Acknowledgeable } from "../internal/acknowledge.ts";
import type { TimestampType } from "../record/batch_reader.ts";
import type { RecordHeader } from "../record/headers.ts";
import { readHeaders, type RecordCursor } from "../record/record_cursor.ts";

const DECODER = new TextDecoder();
const NO_HEADERS: readonly RecordHeader[] = Object.freeze([]);

/** What all messages of a batch share. */
export interface MessageContext {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The epoch of the leader that appended the batch, or -1. */
  readonly leaderEpoch: number;
  /** Who set the timestamps. */
  readonly timestampType: TimestampType;
  /** The decompressed records. */
  readonly records: Uint8Array;
  /** Timestamps that no number holds, by offset; there are hardly ever any. */
  exactTimestamps: Map<number, bigint> | undefined;
  /** Who is told of acknowledgements, if anybody is. */
  readonly acknowledge: ((offset: number) => void) | undefined;
}

/**
 * A record that was read. Keys, values and headers are views of the fetched
 * bytes, made when they are asked for: {@linkcode Message.copy} detaches a
 * message that is to be kept for long, so that it does not keep the whole
 * answer in memory.
 */
export class Message implements Acknowledgeable {
  /** The offset of the record in its partition. */
  readonly offset: number;
  /**
   * When the record was made, or appended (see {@linkcode Message.timestampType}), in ms since the
   * epoch; -1 when it has none. `NaN` when a number cannot hold it exactly: see {@linkcode Message.timestampBigInt}.
   */
  readonly timestamp: number;
  readonly #context: MessageContext;
  readonly #keyStart: number;
  readonly #keyEnd: number;
  readonly #valueStart: number;
  readonly #valueEnd: number;
  readonly #headersStart: number;
  readonly #headerCount: number;

  /**
   * Takes the record that a cursor is at. Messages come from a consumer; there is no need to make one.
   *
   * @param context What the batch's messages share.
   * @param offset The record's offset.
   * @param cursor At the record.
   */
  constructor(context: MessageContext, offset: number, cursor: RecordCursor) {
    this.offset = offset;
    this.#context = context;
    this.#keyStart = cursor.keyStart;
    this.#keyEnd = cursor.keyEnd;
    this.#valueStart = cursor.valueStart;
    this.#valueEnd = cursor.valueEnd;
    this.#headersStart = cursor.headersStart;
    this.#headerCount = cursor.headerCount;
    const timestamp = cursor.timestamp();
    this.timestamp = timestamp <= Number.MAX_SAFE_INTEGER && timestamp >= Number.MIN_SAFE_INTEGER
      ? timestamp
      : keepExactTimestamp(context, offset, cursor);
  }

  /** The topic. */
  get topic(): string {
    return this.#context.topic;
  }

  /** The partition. */
  get partition(): number {
    return this.#context.partition;
  }

  /** The epoch of the leader that appended the record, or -1 when that is not known. */
  get leaderEpoch(): number {
    return this.#context.leaderEpoch;
  }

  /** Who set the timestamp: the producer (`"create"`) or the broker (`"log-append"`). */
  get timestampType(): TimestampType {
    return this.#context.timestampType;
  }

  /** The timestamp, always exact. */
  get timestampBigInt(): bigint {
    return this.#context.exactTimestamps?.get(this.offset) ?? BigInt(this.timestamp);
  }

  /** The key's bytes, or `null` when there is no key. A view: see {@linkcode Message.copy}. */
  get key(): Uint8Array | null {
    return this.#keyStart < 0 ? null : this.#context.records.subarray(this.#keyStart, this.#keyEnd);
  }

  /** The value's bytes, or `null` for a tombstone. A view: see {@linkcode Message.copy}. */
  get value(): Uint8Array | null {
    return this.#valueStart < 0
      ? null
      : this.#context.records.subarray(this.#valueStart, this.#valueEnd);
  }

  /** The headers in their order; keys may repeat, values may be `null`. */
  get headers(): readonly RecordHeader[] {
    return this.#headerCount === 0
      ? NO_HEADERS
      : readHeaders(this.#context.records, this.#headersStart, this.#headerCount);
  }

  /**
   * The key as text (UTF-8).
   *
   * @returns The text, or `null` when there is no key.
   */
  keyText(): string | null {
    const key = this.key;
    return key === null ? null : DECODER.decode(key);
  }

  /**
   * The value as text (UTF-8), as `Response.text()` does it.
   *
   * @returns The text; empty for a tombstone.
   */
  text(): string {
    const value = this.value;
    return value === null ? "" : DECODER.decode(value);
  }

  /**
   * The value as JSON.
   *
   * @returns What was parsed; `null` for a tombstone.
   * @throws {SyntaxError} When it is not JSON.
   */
  json<T = unknown>(): T {
    const value = this.value;
    return value === null ? null as T : JSON.parse(DECODER.decode(value)) as T;
  }

  /**
   * The value's bytes, as `Response.bytes()` gives them: always an array of their own.
   *
   * @returns A copy of the value; empty for a tombstone.
   */
  bytes(): Uint8Array {
    return this.value?.slice() ?? new Uint8Array(0);
  }

  /**
   * The same message over bytes of its own, so that it keeps no fetched answer in memory.
   *
   * @returns The copy.
   */
  copy(): Message {
    const records = this.#context.records;
    const key = this.key;
    const value = this.value;
    const headersEnd = this.#headerCount === 0
      ? this.#headersStart
      : endOfHeaders(records, this.#headersStart, this.#headerCount);
    const keyLength = key?.length ?? 0;
    const valueLength = value?.length ?? 0;
    const bytes = new Uint8Array(keyLength + valueLength + headersEnd - this.#headersStart);
    if (key !== null) bytes.set(key, 0);
    if (value !== null) bytes.set(value, keyLength);
    bytes.set(records.subarray(this.#headersStart, headersEnd), keyLength + valueLength);
    const exact = this.#context.exactTimestamps?.get(this.offset);
    const context: MessageContext = {
      topic: this.topic,
      partition: this.partition,
      leaderEpoch: this.leaderEpoch,
      timestampType: this.timestampType,
      records: bytes,
      exactTimestamps: exact === undefined ? undefined : new Map([[this.offset, exact]]),
      acknowledge: this.#context.acknowledge,
    };
    return new Message(context, this.offset, {
      keyStart: key === null ? -1 : 0,
      keyEnd: key === null ? -1 : keyLength,
      valueStart: value === null ? -1 : keyLength,
      valueEnd: value === null ? -1 : keyLength + valueLength,
      headersStart: keyLength + valueLength,
      headerCount: this.#headerCount,
      timestamp: () => this.timestamp,
      timestampBigInt: () => this.timestampBigInt,
    } as RecordCursor);
  }

  /**
   * Says that the message was handled. It matters to a consumer in a group; without one it does
   * nothing. Doing it twice is fine.
   */
  ack(): void {
    this.#context.acknowledge?.(this.offset);
  }

  /**
   * What describes the message, for `JSON.stringify`: without the bytes.
   *
   * @returns Topic, partition, offset and timestamp.
   */
  toJSON(): { topic: string; partition: number; offset: number; timestamp: number } {
    return {
      topic: this.topic,
      partition: this.partition,
      offset: this.offset,
      timestamp: this.timestamp,
    };
  }
}

function keepExactTimestamp(
  context: MessageContext,
  offset: number,
  cursor: RecordCursor,
): number {
  context.exactTimestamps ??= new Map();
  context.exactTimestamps.set(offset, cursor.timestampBigInt());
  return NaN;
}

/** Steps over headers that the cursor has checked before. */
function endOfHeaders(records: Uint8Array, start: number, count: number): number {
  let position = start;
  for (let i = 0; i < 2 * count; i++) {
    let length = 0;
    for (let shift = 0;; shift += 7) {
      const byte = records[position++];
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    length = (length >>> 1) ^ -(length & 1);
    if (length > 0) position += length;
  }
  return position;
}
