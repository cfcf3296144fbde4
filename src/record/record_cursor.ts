/**
 * Steps over the records of a batch without making an object of each.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { BatchView } from "./batch_reader.ts";
import type { RecordHeader } from "./headers.ts";
import { MessageSetReader } from "./message_set.ts";

const EMPTY = new Uint8Array(0);
// Lossless for what Java writes: a byte order mark stays.
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A position in the decompressed records of a batch. {@linkcode RecordCursor.next}
 * sets the fields to the next record; they are numbers and positions, and
 * nothing is allocated until a key, value or header is asked for.
 *
 * Everything is checked as it is stepped over: after `next()` returned true,
 * nothing about that record can fail.
 */
export class RecordCursor {
  /** The bytes that the positions refer to. */
  records: Uint8Array = EMPTY;
  /** The offset relative to the batch's base offset. */
  offsetDelta = 0;
  /** The attributes of the record, unused so far. */
  attributes = 0;
  /** The timestamp relative to the batch's, as stored; see {@linkcode RecordCursor.timestamp} for the one that counts. */
  timestampDelta = 0;
  /** Where the key starts, -1 for null. */
  keyStart: number = -1;
  /** Where the key ends, -1 for null. */
  keyEnd: number = -1;
  /** Where the value starts, -1 for null. */
  valueStart: number = -1;
  /** Where the value ends, -1 for null. */
  valueEnd: number = -1;
  /** Where the first header starts. */
  headersStart = 0;
  /** How many headers there are. */
  headerCount = 0;
  /** Where the record ends. */
  end = 0;

  #position = 0;
  #index = 0;
  #count = 0;
  #baseTimestamp = 0;
  #baseTimestampBigInt = 0n;
  /** Whether sums of the base and a delta need no bigint. */
  #timestampsAreSafe = true;
  #logAppendTime: bigint | undefined = undefined;
  /** The exact delta, only where the number is not. */
  #timestampDeltaBigInt: bigint | undefined = undefined;
  #messages: MessageSetReader | undefined = undefined;

  /**
   * Starts before the first record of a batch.
   *
   * @param batch The batch.
   * @param records Its body, decompressed.
   * @throws {ProtocolError} Where the batch says nonsense.
   */
  reset(batch: BatchView, records: Uint8Array): void {
    this.records = records;
    this.#position = 0;
    this.#index = 0;
    this.#timestampDeltaBigInt = undefined;
    this.#baseTimestampBigInt = batch.baseTimestamp;
    this.#baseTimestamp = Number(batch.baseTimestamp);
    this.#timestampsAreSafe = this.#baseTimestamp <= 2 ** 52 && this.#baseTimestamp >= -(2 ** 52);
    this.#logAppendTime = batch.timestampType === "log-append" ? batch.maxTimestamp : undefined;
    if (batch.magic < 2) {
      this.headerCount = 0;
      this.#count = 0;
      this.#messages = new MessageSetReader(batch, records);
      return;
    }
    this.#messages = undefined;
    this.#count = batch.recordCount;
    if (this.#count < 0) {
      throw this.#invalid(
        `its record count ${this.#count} is negative`,
        "recordCount",
        0,
        "a batch",
      );
    }
  }

  /**
   * Steps to the next record.
   *
   * @returns Whether there is one.
   * @throws {ProtocolError} Where the bytes are not those of a record.
   */
  next(): boolean {
    if (this.#messages !== undefined) return this.#nextMessage(this.#messages);
    const bytes = this.records;
    const total = bytes.length;
    if (this.#index >= this.#count) {
      if (this.#position !== total) {
        throw this.#invalid(
          `${total - this.#position} bytes remain after its ${this.#count} records`,
          "records",
          this.#position,
          "a batch",
        );
      }
      return false;
    }

    let position = this.#position;
    // One byte is by far the commonest form of every varint here; past the end it reads undefined, which fails the test.
    let byte = bytes[position];
    let length: number;
    if (byte < 0x80) {
      length = (byte >>> 1) ^ -(byte & 1);
      position++;
    } else {
      length = this.#varint(position, total, "length");
      position = this.#position;
    }
    const end = position + length;
    if (length < 0 || end > total) {
      throw this.#invalid(
        `its length ${length} does not fit into the ${total - position} bytes that remain`,
        "length",
        position,
      );
    }
    if (position === end) throw this.#invalid("it has no attributes", "attributes", position);
    this.attributes = bytes[position++];

    byte = bytes[position];
    if (byte < 0x80 && position < end) {
      this.timestampDelta = (byte >>> 1) ^ -(byte & 1);
      this.#timestampDeltaBigInt = undefined;
      position++;
    } else {
      this.#timestampDelta(position, end);
      position = this.#position;
    }

    byte = bytes[position];
    if (byte < 0x80 && position < end) {
      this.offsetDelta = (byte >>> 1) ^ -(byte & 1);
      position++;
    } else {
      this.offsetDelta = this.#varint(position, end, "offsetDelta");
      position = this.#position;
    }

    byte = bytes[position];
    let size: number;
    if (byte < 0x80 && position < end) {
      size = (byte >>> 1) ^ -(byte & 1);
      position++;
    } else {
      size = this.#varint(position, end, "key");
      position = this.#position;
    }
    if (size < 0) {
      if (size < -1) throw this.#invalidLength(size, end, "key", position);
      this.keyStart = this.keyEnd = -1;
    } else {
      if (size > end - position) throw this.#invalidLength(size, end, "key", position);
      this.keyStart = position;
      this.keyEnd = position += size;
    }

    byte = bytes[position];
    if (byte < 0x80 && position < end) {
      size = (byte >>> 1) ^ -(byte & 1);
      position++;
    } else {
      size = this.#varint(position, end, "value");
      position = this.#position;
    }
    if (size < 0) {
      if (size < -1) throw this.#invalidLength(size, end, "value", position);
      this.valueStart = this.valueEnd = -1;
    } else {
      if (size > end - position) throw this.#invalidLength(size, end, "value", position);
      this.valueStart = position;
      this.valueEnd = position += size;
    }

    if (position < end && bytes[position] === 0) {
      this.headerCount = 0;
      this.headersStart = ++position;
    } else {
      position = this.#skipHeaders(position, end);
    }
    if (position !== end) {
      throw this.#invalid(`${end - position} bytes remain after its headers`, "headers", position);
    }
    this.#position = this.end = end;
    this.#index++;
    return true;
  }

  /** The key: a view, or null. */
  key(): Uint8Array | null {
    return this.keyStart < 0 ? null : this.records.subarray(this.keyStart, this.keyEnd);
  }

  /** The value: a view, or null. */
  value(): Uint8Array | null {
    return this.valueStart < 0 ? null : this.records.subarray(this.valueStart, this.valueEnd);
  }

  /** The headers, their values as views. */
  headers(): RecordHeader[] {
    return readHeaders(this.records, this.headersStart, this.headerCount);
  }

  /** The timestamp in ms, the append time where the log set it. Rounded where it exceeds what a number holds. */
  timestamp(): number {
    if (
      this.#logAppendTime === undefined && this.#timestampsAreSafe &&
      this.#timestampDeltaBigInt === undefined
    ) {
      return this.#baseTimestamp + this.timestampDelta;
    }
    return Number(this.timestampBigInt());
  }

  /** The timestamp in ms, the append time where the log set it; always exact. */
  timestampBigInt(): bigint {
    if (this.#logAppendTime !== undefined) return this.#logAppendTime;
    const delta = this.#timestampDeltaBigInt ?? BigInt(this.timestampDelta);
    return BigInt.asIntN(64, this.#baseTimestampBigInt + delta);
  }

  #nextMessage(messages: MessageSetReader): boolean {
    if (!messages.next()) return false;
    this.offsetDelta = messages.offsetDelta;
    this.attributes = messages.attributes;
    this.#timestampDeltaBigInt = messages.timestampDelta;
    this.timestampDelta = Number(messages.timestampDelta);
    this.keyStart = messages.keyStart;
    this.keyEnd = messages.keyEnd;
    this.valueStart = messages.valueStart;
    this.valueEnd = messages.valueEnd;
    this.headersStart = this.end = messages.end;
    return true;
  }

  /** Reads a zigzag varint and leaves the position after it. */
  #varint(start: number, end: number, field: string): number {
    const bytes = this.records;
    let position = start;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (position >= end) throw this.#invalid(`its ${field} is cut off`, field, start);
      const byte = bytes[position++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#position = position;
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw this.#invalid(`its ${field} is a varint of more than 5 bytes`, field, start);
  }

  /** Reads the timestamp delta, a zigzag varlong, and leaves the position after it. */
  #timestampDelta(start: number, end: number): void {
    const bytes = this.records;
    let position = start;
    let value = 0;
    let scale = 1;
    // Seven bytes are 49 bits, which a number holds.
    for (let i = 0; i < 7; i++) {
      if (position >= end) throw this.#invalid("its timestamp is cut off", "timestampDelta", start);
      const byte = bytes[position++];
      value += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) {
        this.#position = position;
        this.timestampDelta = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
        this.#timestampDeltaBigInt = undefined;
        return;
      }
    }
    let exact = BigInt(value);
    for (let shift = 49n; shift < 70n; shift += 7n) {
      if (position >= end) throw this.#invalid("its timestamp is cut off", "timestampDelta", start);
      const byte = bytes[position++];
      exact |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.#position = position;
        exact = BigInt.asUintN(64, exact);
        this.#timestampDeltaBigInt = (exact >> 1n) ^ -(exact & 1n);
        this.timestampDelta = Number(this.#timestampDeltaBigInt);
        return;
      }
    }
    throw this.#invalid(
      "its timestamp is a varlong of more than 10 bytes",
      "timestampDelta",
      start,
    );
  }

  /** Checks the headers of a record, so that reading them later cannot fail. */
  #skipHeaders(start: number, end: number): number {
    const count = this.#varint(start, end, "headers");
    let position = this.#position;
    // A header takes two bytes at least.
    if (count < 0 || count > (end - position) / 2) {
      throw this.#invalid(
        `its header count ${count} does not fit into the ${end - position} bytes that remain`,
        "headers",
        start,
      );
    }
    this.headerCount = count;
    this.headersStart = position;
    for (let i = 0; i < count; i++) {
      const keyLength = this.#varint(position, end, "headers.key");
      position = this.#position;
      if (keyLength < 0 || keyLength > end - position) {
        throw this.#invalidLength(keyLength, end, "headers.key", position);
      }
      position += keyLength;
      const valueLength = this.#varint(position, end, "headers.value");
      position = this.#position;
      if (valueLength < -1 || valueLength > end - position) {
        throw this.#invalidLength(valueLength, end, "headers.value", position);
      }
      if (valueLength > 0) position += valueLength;
    }
    return position;
  }

  #invalidLength(length: number, end: number, field: string, position: number): ProtocolError {
    return this.#invalid(
      `the length ${length} of its ${field} does not fit into the ${
        end - position
      } bytes that remain`,
      field,
      position,
    );
  }

  #invalid(
    why: string,
    field: string,
    offset: number,
    what = `record ${this.#index} of a batch`,
  ): ProtocolError {
    return new ProtocolError(
      `Cannot read ${what}: ${why} (at byte ${offset} of the records)`,
      { messageName: "Record", field, offset, code: "CORRUPT_MESSAGE" },
    );
  }
}

/**
 * Reads headers that a cursor has stepped over, for when the cursor is
 * elsewhere already.
 *
 * @param records The bytes that the cursor went over.
 * @param headersStart Its `headersStart`.
 * @param headerCount Its `headerCount`.
 * @returns The headers, their values as views.
 */
export function readHeaders(
  records: Uint8Array,
  headersStart: number,
  headerCount: number,
): RecordHeader[] {
  const headers: RecordHeader[] = [];
  let position = headersStart;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0;; shift += 7) {
      const byte = records[position++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
  };
  for (let i = 0; i < headerCount; i++) {
    const keyLength = varint();
    const key = DECODER.decode(records.subarray(position, position + keyLength));
    position += keyLength;
    const valueLength = varint();
    if (valueLength < 0) {
      headers.push([key, null]);
    } else {
      headers.push([key, records.subarray(position, position + valueLength)]);
      position += valueLength;
    }
  }
  return headers;
}
