/**
 * Encodes records in place, as the body of a record batch (format v2).
 *
 * @module
 */

import { BufferPool } from "./buffer_pool.ts";
import type { RecordHeaderInput } from "./headers.ts";
import { utf8Length, writeText } from "./text.ts";
import { sizeOfVarint, writeVarint, writeVarlong } from "./varint.ts";

/** Length (5), attributes (1), timestamp delta (10), offset delta (5), key length (5), value length (5), header count (5). */
const MAX_RECORD_OVERHEAD = 36;
/** Key length (5) and value length (5). */
const MAX_HEADER_OVERHEAD = 10;
/** Keys and values up to this many bytes are copied by a loop: faster than a call for so few. */
const SHORT_COPY = 16;

const EMPTY = new Uint8Array(0);
/** For builders that were given none. It keeps nothing. */
const NO_POOL = new BufferPool({ maxBytes: 0 });

/** How a {@linkcode RecordBatchBuilder} is set up. */
export interface RecordBatchBuilderOptions {
  /** The size of the first buffer in bytes, taken at the first append. @default 2048 */
  initialCapacity?: number;
  /** Where buffers come from and go back to. @default a pool that keeps nothing */
  pool?: BufferPool;
}

/**
 * Encodes records one after the other into one buffer that doubles as it
 * fills. The offset delta of a record is its index; timestamps are relative to
 * the first one's. An empty builder owns no buffer.
 */
export class RecordBatchBuilder {
  readonly #initialCapacity: number;
  readonly #pool: BufferPool;
  #buffer: Uint8Array = EMPTY;
  #length = 0;
  #count = 0;
  #baseTimestamp = 0;
  #maxTimestamp = 0;

  /**
   * Makes an empty builder, which owns no buffer.
   *
   * @param options The first capacity and the pool.
   */
  constructor(options: RecordBatchBuilderOptions = {}) {
    this.#initialCapacity = options.initialCapacity ?? 2048;
    this.#pool = options.pool ?? NO_POOL;
  }

  /**
   * What a record adds to a batch at most, found without looking at the
   * characters of its strings: each counts as three bytes. Where that says a
   * record may not fit, ask {@linkcode RecordBatchBuilder.measure}.
   *
   * @param key The key.
   * @param value The value.
   * @param headers The headers.
   * @returns An upper bound in bytes.
   */
  static estimate(
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers: readonly RecordHeaderInput[] | undefined,
  ): number {
    let size = MAX_RECORD_OVERHEAD;
    if (key !== null) size += typeof key === "string" ? 3 * key.length : key.length;
    if (value !== null) size += typeof value === "string" ? 3 * value.length : value.length;
    if (headers !== undefined) {
      for (let i = 0; i < headers.length; i++) {
        const content = headers[i][1];
        size += MAX_HEADER_OVERHEAD + 3 * headers[i][0].length;
        if (content !== null) {
          size += typeof content === "string" ? 3 * content.length : content.length;
        }
      }
    }
    return size;
  }

  /**
   * What a record adds to a batch at most, with the characters of its strings
   * counted: never more than 36 bytes, and 10 for each header, over its content.
   *
   * @param key The key.
   * @param value The value.
   * @param headers The headers.
   * @returns An upper bound in bytes.
   */
  static measure(
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers: readonly RecordHeaderInput[] | undefined,
  ): number {
    let size = MAX_RECORD_OVERHEAD + byteLength(key) + byteLength(value);
    if (headers !== undefined) {
      for (let i = 0; i < headers.length; i++) {
        size += MAX_HEADER_OVERHEAD + utf8Length(headers[i][0]) + byteLength(headers[i][1]);
      }
    }
    return size;
  }

  /** How many records were appended. */
  get count(): number {
    return this.#count;
  }

  /** The size of the encoded records, without the batch's header. */
  get byteLength(): number {
    return this.#length;
  }

  /** The size of the buffer that is held. */
  get capacity(): number {
    return this.#buffer.length;
  }

  /** The timestamp of the first record in ms, 0 when there is none. */
  get baseTimestamp(): number {
    return this.#baseTimestamp;
  }

  /** The largest timestamp in ms, 0 when there is no record. */
  get maxTimestamp(): number {
    return this.#maxTimestamp;
  }

  /**
   * Appends a record. Everything is copied before this returns.
   *
   * @param timestamp In ms since the epoch; a safe integer, which the caller has checked.
   * @param key The key; a string is encoded as UTF-8.
   * @param value The value; a string is encoded as UTF-8.
   * @param headers The headers.
   * @returns How many bytes the record takes.
   */
  append(
    timestamp: number,
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers: readonly RecordHeaderInput[] | undefined,
  ): number {
    const start = this.#length;
    const content = (key === null ? 0 : key.length) + (value === null ? 0 : value.length);
    // Three bytes for each unit of a string are enough, and mostly there is room for that many.
    if (
      headers !== undefined || start + MAX_RECORD_OVERHEAD + 3 * content > this.#buffer.length
    ) {
      this.#makeRoom(key, value, headers);
    }
    const count = this.#count;
    if (count === 0) this.#baseTimestamp = this.#maxTimestamp = timestamp;
    else if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
    const buffer = this.#buffer;
    // The length comes first but is known last. Its own size is guessed: a wrong guess moves the record by a byte.
    const guess = content < 58 ? 1 : content < 8180 ? 2 : content < 1_048_560 ? 3 : 4;
    const body = start + guess;
    buffer[body] = 0;
    let position = writeVarlong(buffer, body + 1, timestamp - this.#baseTimestamp);
    position = writeVarint(buffer, position, count);
    position = writeField(buffer, position, key);
    position = writeField(buffer, position, value);
    if (headers === undefined) buffer[position++] = 0;
    else position = writeHeaders(buffer, position, headers);

    const size = position - body;
    const shift = sizeOfVarint(size) - guess;
    if (shift !== 0) {
      buffer.copyWithin(body + shift, body, position);
      position += shift;
    }
    writeVarint(buffer, start, size);
    this.#length = position;
    this.#count = count + 1;
    return position - start;
  }

  /**
   * The encoded records: a view of the buffer, valid until the next append or {@linkcode RecordBatchBuilder.release}.
   *
   * @returns The body of the batch.
   */
  records(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Gives the buffer back to its pool and forgets the records. Calling it twice is fine. */
  release(): void {
    const buffer = this.#buffer;
    this.#buffer = EMPTY;
    this.#length = 0;
    this.#count = 0;
    this.#baseTimestamp = 0;
    this.#maxTimestamp = 0;
    if (buffer.length > 0) this.#pool.give(buffer);
  }

  #makeRoom(
    key: Uint8Array | string | null,
    value: Uint8Array | string | null,
    headers: readonly RecordHeaderInput[] | undefined,
  ): void {
    const before = this.#buffer;
    if (this.#length + RecordBatchBuilder.estimate(key, value, headers) <= before.length) return;
    const needed = this.#length + RecordBatchBuilder.measure(key, value, headers);
    if (needed <= before.length) return;
    const buffer = this.#pool.take(Math.max(needed, 2 * before.length, this.#initialCapacity));
    if (this.#length > 0) buffer.set(before.subarray(0, this.#length));
    this.#buffer = buffer;
    if (before.length > 0) this.#pool.give(before);
  }
}

function byteLength(content: Uint8Array | string | null): number {
  if (content === null) return 0;
  return typeof content === "string" ? utf8Length(content) : content.length;
}

function writeHeaders(
  buffer: Uint8Array,
  offset: number,
  headers: readonly RecordHeaderInput[],
): number {
  offset = writeVarint(buffer, offset, headers.length);
  for (let i = 0; i < headers.length; i++) {
    offset = writeField(buffer, offset, headers[i][0]);
    offset = writeField(buffer, offset, headers[i][1]);
  }
  return offset;
}

/** Writes bytes or text with the length before it. */
function writeField(buffer: Uint8Array, offset: number, field: Uint8Array | string | null): number {
  if (field === null) {
    buffer[offset] = 1;
    return offset + 1;
  }
  const { length } = field;
  if (typeof field !== "string") {
    offset = writeVarint(buffer, offset, length);
    if (length > SHORT_COPY) buffer.set(field, offset);
    else for (let i = 0; i < length; i++) buffer[offset + i] = field[i];
    return offset + length;
  }
  // Text is taken for ASCII; where it is not, its length may take another byte and it moves by one.
  const guess = sizeOfVarint(length);
  const start = offset + guess;
  const written = writeText(buffer, start, field);
  if (written !== length) {
    const shift = sizeOfVarint(written) - guess;
    if (shift !== 0) {
      buffer.copyWithin(start + shift, start, start + written);
      writeVarint(buffer, offset, written);
      return start + shift + written;
    }
  }
  writeVarint(buffer, offset, written);
  return start + written;
}
