/**
 * Finds the batches in the bytes of a log: what a fetch returns and a produce
 * request carries. Formats v2, and the messages of v0 and v1.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import { crc32 } from "./crc32.ts";
import { crc32c } from "./crc32c.ts";

/** Offset (8) and size (4), before what the size counts. */
const LOG_OVERHEAD = 12;
/** Up to and with the magic byte, which every format has in the same place. */
const HEADER_UP_TO_MAGIC = 17;
/** CRC, magic, attributes and two lengths: the least size that any format has. */
const MIN_MESSAGE_BYTES = 14;
const MAGIC_OFFSET = 16;
const V2_HEADER_BYTES = 61;
const LAST_OFFSET_DELTA = 23;

/** Who set the timestamps of a batch. */
export type TimestampType = "create" | "log-append";

/**
 * One batch inside a buffer: a view, nothing is copied. A message of format v0
 * or v1 is a batch too, of one record, or of the message set that it wraps when
 * it is compressed; its base offset is then that of its *last* record, since
 * only the decompressed set has the others.
 */
export interface BatchView {
  /** The whole batch, header included. */
  readonly bytes: Uint8Array;
  /** The record format: 0, 1 or 2. */
  readonly magic: number;
  /** The offset that the deltas of the records are relative to. */
  readonly baseOffset: bigint;
  /** The offset of the last record, or where it was before compaction removed it. */
  readonly lastOffset: bigint;
  /** The epoch of the leader that appended it, -1 when unknown. */
  readonly partitionLeaderEpoch: number;
  /** The stored checksum, unsigned. */
  readonly crc: number;
  /** The id of the compression codec, 0 for none. */
  readonly compression: number;
  /** Who set the timestamps. */
  readonly timestampType: TimestampType;
  /** The timestamp that the deltas of the records are relative to, in ms. */
  readonly baseTimestamp: bigint;
  /** The largest timestamp, in ms; for log-append time that of every record. */
  readonly maxTimestamp: bigint;
  /** Whether it belongs to a transaction. */
  readonly isTransactional: boolean;
  /** Whether it holds control records, which are not for applications. */
  readonly isControl: boolean;
  /** The id of the idempotent producer, -1n for none. */
  readonly producerId: bigint;
  /** Its epoch, -1 for none. */
  readonly producerEpoch: number;
  /** The sequence of the first record, -1 for none. */
  readonly baseSequence: number;
  /** The last offset relative to the first. */
  readonly lastOffsetDelta: number;
  /** How many records it says it holds; -1 for a compressed message of v0 or v1, which does not say. */
  readonly recordCount: number;
  /** When compaction may remove its tombstones, in ms; `undefined` when not set. */
  readonly deleteHorizonMs: bigint | undefined;
  /** The records, compressed when {@linkcode BatchView.compression} is not 0. */
  readonly body: Uint8Array;
  /** Computes the checksum over the batch and compares it with the stored one. */
  crcIsValid(): boolean;
}

/**
 * Walks over the batches in a buffer. A batch that is cut off at the end is
 * ignored, as brokers cut off what exceeds a limit.
 *
 * @param bytes The bytes of the log.
 * @returns The batches in order.
 * @throws {ProtocolError} Where the structure is not that of a log.
 */
export function* walkBatches(bytes: Uint8Array): Generator<BatchView, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (bytes.length - offset >= LOG_OVERHEAD) {
    const size = view.getInt32(offset + 8);
    if (size < MIN_MESSAGE_BYTES) {
      throw invalid(
        `its size ${size} is less than ${MIN_MESSAGE_BYTES}`,
        "batchLength",
        offset + 8,
      );
    }
    if (bytes.length - offset < HEADER_UP_TO_MAGIC) return;
    const magic = bytes[offset + MAGIC_OFFSET];
    if (magic > 2) throw invalid(`its magic ${magic} is unknown`, "magic", offset + MAGIC_OFFSET);
    if (magic === 2 && size < V2_HEADER_BYTES - LOG_OVERHEAD) {
      throw invalid(`its size ${size} is less than its header`, "batchLength", offset + 8);
    }
    const end = offset + LOG_OVERHEAD + size;
    if (end > bytes.length) return;
    if (magic === 2 && view.getInt32(offset + LAST_OFFSET_DELTA) < 0) {
      // A reader that believed it would go back, for ever.
      throw invalid(
        "its last offset is before its first",
        "lastOffsetDelta",
        offset + LAST_OFFSET_DELTA,
      );
    }
    const batch = bytes.subarray(offset, end);
    yield magic === 2
      ? new RecordBatchView(batch, view, offset)
      : new MessageView(batch, view, offset);
    offset = end;
  }
}

function invalid(why: string, field: string, offset: number): ProtocolError {
  return new ProtocolError(`Cannot read a record batch: ${why} (at byte ${offset})`, {
    messageName: "RecordBatch",
    field,
    offset,
    code: "CORRUPT_MESSAGE",
  });
}

/** A batch of format v2. */
class RecordBatchView implements BatchView {
  readonly bytes: Uint8Array;
  readonly magic = 2;
  readonly baseOffset: bigint;
  readonly partitionLeaderEpoch: number;
  readonly crc: number;
  readonly compression: number;
  readonly timestampType: TimestampType;
  readonly isTransactional: boolean;
  readonly isControl: boolean;
  readonly lastOffsetDelta: number;
  readonly baseTimestamp: bigint;
  readonly maxTimestamp: bigint;
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly baseSequence: number;
  readonly recordCount: number;
  readonly deleteHorizonMs: bigint | undefined;

  constructor(bytes: Uint8Array, view: DataView, offset: number) {
    this.bytes = bytes;
    this.baseOffset = view.getBigInt64(offset);
    this.partitionLeaderEpoch = view.getInt32(offset + 12);
    this.crc = view.getUint32(offset + 17);
    const attributes = view.getInt16(offset + 21);
    this.compression = attributes & 0x07;
    this.timestampType = attributes & 0x08 ? "log-append" : "create";
    this.isTransactional = (attributes & 0x10) !== 0;
    this.isControl = (attributes & 0x20) !== 0;
    this.lastOffsetDelta = view.getInt32(offset + 23);
    this.baseTimestamp = view.getBigInt64(offset + 27);
    this.maxTimestamp = view.getBigInt64(offset + 35);
    this.producerId = view.getBigInt64(offset + 43);
    this.producerEpoch = view.getInt16(offset + 51);
    this.baseSequence = view.getInt32(offset + 53);
    this.recordCount = view.getInt32(offset + 57);
    this.deleteHorizonMs = attributes & 0x40 ? this.baseTimestamp : undefined;
  }

  get lastOffset(): bigint {
    return this.baseOffset + BigInt(this.lastOffsetDelta);
  }

  get body(): Uint8Array {
    return this.bytes.subarray(V2_HEADER_BYTES);
  }

  crcIsValid(): boolean {
    return crc32c(this.bytes.subarray(21)) === this.crc;
  }
}

/** A message of format v0 or v1: one record, or a compressed set of them. */
class MessageView implements BatchView {
  readonly bytes: Uint8Array;
  readonly magic: number;
  readonly baseOffset: bigint;
  readonly crc: number;
  readonly compression: number;
  readonly timestampType: TimestampType;
  readonly baseTimestamp: bigint;
  readonly recordCount: number;
  readonly partitionLeaderEpoch = -1;
  readonly isTransactional = false;
  readonly isControl = false;
  readonly producerId = -1n;
  readonly producerEpoch = -1;
  readonly baseSequence = -1;
  readonly lastOffsetDelta = 0;
  readonly deleteHorizonMs = undefined;
  readonly #offset: number;

  constructor(bytes: Uint8Array, view: DataView, offset: number) {
    this.bytes = bytes;
    this.#offset = offset;
    this.baseOffset = view.getBigInt64(offset);
    this.crc = view.getUint32(offset + 12);
    this.magic = bytes[MAGIC_OFFSET];
    const attributes = bytes[MAGIC_OFFSET + 1];
    this.compression = attributes & 0x07;
    if (this.magic === 1 && bytes.length < LOG_OVERHEAD + MIN_MESSAGE_BYTES + 8) {
      throw invalid("its size leaves no room for its header", "batchLength", offset + 8);
    }
    this.timestampType = this.magic === 1 && attributes & 0x08 ? "log-append" : "create";
    this.baseTimestamp = this.magic === 1 ? view.getBigInt64(offset + 18) : -1n;
    this.recordCount = this.compression === 0 ? 1 : -1;
  }

  get lastOffset(): bigint {
    return this.baseOffset;
  }

  get maxTimestamp(): bigint {
    return this.baseTimestamp;
  }

  /** The message itself when it is not compressed; otherwise its value, the compressed set. */
  get body(): Uint8Array {
    const bytes = this.bytes;
    if (this.compression === 0) return bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const keyOffset = this.magic === 0 ? 18 : 26;
    const keyLength = view.getInt32(keyOffset);
    const valueOffset = keyOffset + 4 + Math.max(keyLength, 0);
    if (keyLength < -1 || valueOffset + 4 > bytes.length) {
      throw invalid(`its key's length ${keyLength} does not fit`, "key", this.#offset + keyOffset);
    }
    const valueLength = view.getInt32(valueOffset);
    if (valueLength < 0 || valueOffset + 4 + valueLength !== bytes.length) {
      throw invalid(
        `its value's length ${valueLength} does not fit`,
        "value",
        this.#offset + valueOffset,
      );
    }
    return bytes.subarray(valueOffset + 4);
  }

  crcIsValid(): boolean {
    return crc32(this.bytes.subarray(MAGIC_OFFSET)) === this.crc;
  }
}
