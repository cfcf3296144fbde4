/**
 * One batch as a log keeps it: the bytes of the wire, and the fields that the
 * broker needs again and again.
 *
 * @module
 */

import { type BatchView, walkBatches } from "../record/batch_reader.ts";
import { crc32c } from "../record/crc32c.ts";

const EPOCH_OFFSET = 12;
const CRC_OFFSET = 17;
const ATTRIBUTES_OFFSET = 21;
const MAX_TIMESTAMP_OFFSET = 35;
const LOG_APPEND_TIME = 0x08;

/** One batch in a log. The replicas of a partition share it. */
export interface StoredBatch {
  /** The whole batch. */
  readonly bytes: Uint8Array;
  /** The record format. */
  readonly magic: number;
  /** The offset of the first record. */
  readonly baseOffset: bigint;
  /** The offset of the last record. */
  readonly lastOffset: bigint;
  /** The epoch of the leader that appended it. */
  readonly leaderEpoch: number;
  /** The largest timestamp. */
  readonly maxTimestamp: bigint;
  /** The producer's id, or -1. */
  readonly producerId: bigint;
  /** The producer's epoch, or -1. */
  readonly producerEpoch: number;
  /** The sequence of the first record, or -1. */
  readonly baseSequence: number;
  /** The sequence of the last record, or -1. */
  readonly lastSequence: number;
  /** How many records it says it has. */
  readonly recordCount: number;
  /** Whether it belongs to a transaction. */
  readonly transactional: boolean;
  /** Whether it holds a marker. */
  readonly control: boolean;
  /** The id of its compression. */
  readonly compression: number;
}

/**
 * A sequence that comes so much later; 0 follows on 2^31 - 1.
 *
 * @param sequence The sequence.
 * @param by How much later.
 */
export function laterSequence(sequence: number, by: number): number {
  return sequence > 0x7fffffff - by ? by - (0x7fffffff - sequence) - 1 : sequence + by;
}

/**
 * Gives a batch its place in a log: writes offset and epoch into its bytes,
 * neither of which the checksum covers, and makes what the log keeps.
 *
 * @param batch The batch, whose bytes belong to the broker from now on.
 * @param baseOffset The offset of its first record.
 * @param leaderEpoch The epoch of the leader.
 * @returns The batch to keep.
 */
export function placeBatch(batch: BatchView, baseOffset: bigint, leaderEpoch: number): StoredBatch {
  const { bytes } = batch;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lastOffset = baseOffset + BigInt(batch.lastOffsetDelta);
  // The offset of an old compressed set is that of its last record.
  view.setBigInt64(0, baseOffset);
  if (batch.magic >= 2) view.setInt32(EPOCH_OFFSET, leaderEpoch);
  return describe(batch, baseOffset, lastOffset, leaderEpoch);
}

/**
 * Reads batches that already have their places.
 *
 * @param bytes One batch or several.
 */
export function readStored(bytes: Uint8Array): StoredBatch[] {
  const stored: StoredBatch[] = [];
  for (const batch of walkBatches(bytes)) {
    stored.push(describe(batch, batch.baseOffset, batch.lastOffset, batch.partitionLeaderEpoch));
  }
  return stored;
}

/**
 * Says that the broker set the timestamps of a batch, which changes its checksum.
 *
 * @param bytes The batch, of format v2, which is changed in place.
 * @param nowMs The timestamp of all its records.
 * @returns The batch read anew.
 */
export function stampAppendTime(bytes: Uint8Array, nowMs: number): BatchView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setInt16(ATTRIBUTES_OFFSET, view.getInt16(ATTRIBUTES_OFFSET) | LOG_APPEND_TIME);
  view.setBigInt64(MAX_TIMESTAMP_OFFSET, BigInt(Math.floor(nowMs)));
  view.setUint32(CRC_OFFSET, crc32c(bytes.subarray(ATTRIBUTES_OFFSET)));
  for (const batch of walkBatches(bytes)) return batch;
  throw new RangeError("Cannot stamp what is not a batch");
}

function describe(
  batch: BatchView,
  baseOffset: bigint,
  lastOffset: bigint,
  leaderEpoch: number,
): StoredBatch {
  return {
    bytes: batch.bytes,
    magic: batch.magic,
    baseOffset,
    lastOffset,
    leaderEpoch,
    maxTimestamp: batch.maxTimestamp,
    producerId: batch.producerId,
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: batch.baseSequence < 0
      ? -1
      : laterSequence(batch.baseSequence, batch.lastOffsetDelta),
    recordCount: batch.recordCount,
    transactional: batch.isTransactional,
    control: batch.isControl,
    compression: batch.compression,
  };
}
