/**
 * Message sets of the old formats v0 and v1, which segments written before an
 * upgrade still hold.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { BatchView } from "./batch_reader.ts";

/** Offset (8) and size (4). */
const LOG_OVERHEAD = 12;
/** CRC (4), magic (1), attributes (1), and the lengths of key (4) and value (4). */
const MIN_MESSAGE_BYTES = 14;

/**
 * Steps over the messages of a set: the one of an uncompressed batch, or those
 * that a compressed message wraps.
 */
export class MessageSetReader {
  /** The offset relative to the batch's, which for a wrapper is its last message's: zero or negative. */
  offsetDelta = 0;
  /** The timestamp relative to the batch's. */
  timestampDelta = 0n;
  /** The attributes of the message. */
  attributes = 0;
  /** Where the key starts, -1 for null. */
  keyStart: number = -1;
  /** Where the key ends, -1 for null. */
  keyEnd: number = -1;
  /** Where the value starts, -1 for null. */
  valueStart: number = -1;
  /** Where the value ends, -1 for null. */
  valueEnd: number = -1;
  /** Where the message ends. */
  end = 0;

  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #batch: BatchView;
  /** What is added to a stored offset to make it relative to the batch's. */
  readonly #shift: bigint;
  #position = 0;

  /**
   * Starts before the first message.
   *
   * @param batch The message that was found in the log.
   * @param bytes Its body, decompressed.
   * @throws {ProtocolError} Where the set is not well formed.
   */
  constructor(batch: BatchView, bytes: Uint8Array) {
    this.#batch = batch;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#shift = this.#offsetShift();
  }

  /**
   * Steps to the next message.
   *
   * @returns Whether there is one.
   * @throws {ProtocolError} Where the bytes are not those of a message.
   */
  next(): boolean {
    const start = this.#position;
    if (start === this.#bytes.length) return false;
    const view = this.#view;
    const end = this.#endOf(start);
    const magic = this.#bytes[start + 16];
    const batch = this.#batch;
    if (magic !== batch.magic) {
      throw invalid(
        `its magic ${magic} is not ${batch.magic}, that of the message around it`,
        "magic",
        start + 16,
      );
    }
    this.attributes = this.#bytes[start + 17];
    if (batch.compression !== 0 && (this.attributes & 0x07) !== 0) {
      throw invalid("it is compressed inside a compressed message", "attributes", start + 17);
    }
    const offsetDelta = view.getBigInt64(start) + this.#shift;
    this.offsetDelta = Number(offsetDelta);
    if (!Number.isSafeInteger(this.offsetDelta)) {
      throw invalid(`its offset is ${offsetDelta} from the message around it`, "offset", start);
    }
    let position = start + 18;
    this.timestampDelta = 0n;
    if (magic === 1) {
      if (end - position < 16) {
        throw invalid("its size leaves no room for its header", "size", start + 8);
      }
      this.timestampDelta = view.getBigInt64(position) - batch.baseTimestamp;
      position += 8;
    }
    const keyLength = view.getInt32(position);
    position += 4;
    // Four bytes are for the length of the value.
    if (keyLength < -1 || keyLength > end - position - 4) {
      throw invalid(`the length ${keyLength} of its key does not fit`, "key", position - 4);
    }
    this.keyStart = keyLength < 0 ? -1 : position;
    if (keyLength > 0) position += keyLength;
    this.keyEnd = keyLength < 0 ? -1 : position;
    const valueLength = view.getInt32(position);
    position += 4;
    if (valueLength < -1 || Math.max(valueLength, 0) !== end - position) {
      throw invalid(`the length ${valueLength} of its value does not fit`, "value", position - 4);
    }
    this.valueStart = valueLength < 0 ? -1 : position;
    this.valueEnd = valueLength < 0 ? -1 : end;
    this.#position = this.end = end;
    return true;
  }

  /**
   * In a wrapper of v1 offsets are relative to its first message, and the
   * wrapper has the absolute offset of the last; in v0 all are absolute.
   */
  #offsetShift(): bigint {
    const batch = this.#batch;
    if (batch.compression === 0) return -batch.baseOffset;
    const total = this.#bytes.length;
    if (total === 0) throw invalid("the compressed message is empty", "value", 0);
    if (batch.magic === 0) return -batch.baseOffset;
    let last = 0;
    for (let position = 0; position < total; position = this.#endOf(position)) last = position;
    return -this.#view.getBigInt64(last);
  }

  #endOf(start: number): number {
    const remaining = this.#bytes.length - start;
    const size = remaining < LOG_OVERHEAD ? -1 : this.#view.getInt32(start + 8);
    if (size < MIN_MESSAGE_BYTES || size > remaining - LOG_OVERHEAD) {
      throw invalid(
        `its size ${size} does not fit into the ${remaining} bytes that remain`,
        "size",
        start + 8,
      );
    }
    return start + LOG_OVERHEAD + size;
  }
}

function invalid(why: string, field: string, offset: number): ProtocolError {
  return new ProtocolError(`Cannot read a message: ${why} (at byte ${offset} of the message set)`, {
    messageName: "Message",
    field,
    offset,
    code: "CORRUPT_MESSAGE",
  });
}
