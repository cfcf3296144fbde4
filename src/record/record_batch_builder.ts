/**
 * Encodes records in place, as the body of a record batch (format v2).
 *
 * @module
 */

import { BufferPool } from "./buffer_pool.ts";
import type { RecordHeaderInput } from "./headers.ts";
import { encodeText, utf8Length, writeShortAscii } from "./text.ts";
import { sizeOfVarint, sizeOfVarlong, writeVarint, writeVarlong } from "./varint.ts";

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
    if (start + RecordBatchBuilder.estimate(key, value, headers) > this.#buffer.length) {
      this.#reserve(RecordBatchBuilder.measure(key, value, headers));
    }
    if (this.#count === 0) this.#baseTimestamp = this.#maxTimestamp = timestamp;
    const timestampDelta = timestamp - this.#baseTimestamp;
    const buffer = this.#buffer;
    const headerBytes = headers === undefined || headers.length === 0 ? 1 : sizeOfHeaders(headers);
    // Strings are taken for ASCII first, which fixes where everything goes; the few that are not move.
    let keyLength = key === null ? -1 : key.length;
    let valueLength = value === null ? -1 : value.length;
    const fixed = 1 + sizeOfVarlong(timestampDelta) + sizeOfVarint(this.#count) + headerBytes;
    let size = fixed + sizeOfField(keyLength) + sizeOfField(valueLength);
    let position = start + sizeOfVarint(size);
    let keyStart = position + fixed - headerBytes + sizeOfVarint(keyLength);
    if (key !== null && keyLength > 0) keyLength = writeContent(buffer, keyStart, key);
    let valueStart = keyStart + (keyLength < 0 ? 0 : keyLength) + sizeOfVarint(valueLength);
    if (value !== null && valueLength > 0) valueLength = writeContent(buffer, valueStart, value);

    const actualSize = fixed + sizeOfField(keyLength) + sizeOfField(valueLength);
    if (actualSize !== size) {
      size = actualSize;
      position = start + sizeOfVarint(size);
      const keyTarget = position + fixed - headerBytes + sizeOfVarint(keyLength);
      const valueTarget = keyTarget + (keyLength < 0 ? 0 : keyLength) + sizeOfVarint(valueLength);
      // Lengths only grow, so both move to the right: the value first, or the key would run over it.
      if (valueLength > 0 && valueTarget !== valueStart) {
        buffer.copyWithin(valueTarget, valueStart, valueStart + valueLength);
      }
      if (keyLength > 0 && keyTarget !== keyStart) {
        buffer.copyWithin(keyTarget, keyStart, keyStart + keyLength);
      }
      keyStart = keyTarget;
      valueStart = valueTarget;
    }

    position = writeVarint(buffer, start, size);
    buffer[position++] = 0;
    position = writeVarlong(buffer, position, timestampDelta);
    position = writeVarint(buffer, position, this.#count);
    writeVarint(buffer, position, keyLength);
    position = writeVarint(buffer, keyLength > 0 ? keyStart + keyLength : keyStart, valueLength);
    if (valueLength > 0) position = valueStart + valueLength;
    if (headerBytes === 1) buffer[position++] = 0;
    else position = writeHeaders(buffer, position, headers!);

    this.#length = position;
    this.#count++;
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
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

  #reserve(bytes: number): void {
    const needed = this.#length + bytes;
    const before = this.#buffer;
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

/** The size of a field with its length before it; -1 is null. */
function sizeOfField(length: number): number {
  return sizeOfVarint(length) + (length > 0 ? length : 0);
}

function writeContent(buffer: Uint8Array, offset: number, content: Uint8Array | string): number {
  const length = content.length;
  if (typeof content === "string") {
    return writeShortAscii(buffer, offset, content) ? length : encodeText(buffer, offset, content);
  }
  if (length > SHORT_COPY) buffer.set(content, offset);
  else for (let i = 0; i < length; i++) buffer[offset + i] = content[i];
  return length;
}

function sizeOfHeaders(headers: readonly RecordHeaderInput[]): number {
  let size = sizeOfVarint(headers.length);
  for (let i = 0; i < headers.length; i++) {
    const content = headers[i][1];
    size += sizeOfField(utf8Length(headers[i][0])) +
      sizeOfField(content === null ? -1 : byteLength(content));
  }
  return size;
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

function writeField(
  buffer: Uint8Array,
  offset: number,
  content: Uint8Array | string | null,
): number {
  if (content === null) return writeVarint(buffer, offset, -1);
  offset = writeVarint(buffer, offset, byteLength(content));
  return content.length === 0 ? offset : offset + writeContent(buffer, offset, content);
}
