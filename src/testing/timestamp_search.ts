/**
 * Finds records by their timestamps.
 *
 * @module
 */

import { type BatchView, walkBatches } from "../record/batch_reader.ts";
import type { CompressionCodecs } from "../record/compression.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import type { PartitionLog } from "./partition_log.ts";

/** What a batch may decompress to. */
const MAX_DECOMPRESSED_BYTES = 256 * 1024 * 1024;

/** A record's place and time. */
export interface TimedOffset {
  /** Its offset. */
  readonly offset: bigint;
  /** Its timestamp. */
  readonly timestamp: bigint;
}

/**
 * Finds the first record that is not older than a timestamp.
 *
 * @param log The log.
 * @param timestamp The timestamp.
 * @param end Batches from here on do not count; it never lies within one.
 * @param codecs What decompresses.
 */
export async function firstAtTime(
  log: PartitionLog,
  timestamp: bigint,
  end: bigint,
  codecs: CompressionCodecs,
): Promise<TimedOffset | undefined> {
  for (let at = log.indexOf(log.startOffset); at < log.length; at++) {
    const { bytes, baseOffset, maxTimestamp } = log.at(at);
    if (baseOffset >= end) return undefined;
    if (maxTimestamp < timestamp) continue;
    for await (const record of timesOf(bytes, codecs)) {
      if (record.timestamp < timestamp || record.offset < log.startOffset) continue;
      return record;
    }
  }
  return undefined;
}

/**
 * Finds the record with the largest timestamp, the first of several.
 *
 * @param log The log.
 * @param end Batches from here on do not count; it never lies within one.
 * @param codecs What decompresses.
 */
export async function withLargestTime(
  log: PartitionLog,
  end: bigint,
  codecs: CompressionCodecs,
): Promise<TimedOffset | undefined> {
  let best: TimedOffset | undefined;
  for (let at = log.indexOf(log.startOffset); at < log.length; at++) {
    const { bytes, baseOffset, maxTimestamp } = log.at(at);
    if (baseOffset >= end) break;
    if (best !== undefined && maxTimestamp <= best.timestamp) continue;
    for await (const record of timesOf(bytes, codecs)) {
      if (record.offset < log.startOffset) continue;
      if (best === undefined || record.timestamp > best.timestamp) best = record;
    }
  }
  return best;
}

async function* timesOf(
  bytes: Uint8Array,
  codecs: CompressionCodecs,
): AsyncGenerator<TimedOffset, void, undefined> {
  const cursor = new RecordCursor();
  for (const batch of walkBatches(bytes)) {
    cursor.reset(batch, await decompressed(batch, codecs));
    const base = batch.magic < 2 && batch.compression !== 0 ? batch.lastOffset : batch.baseOffset;
    while (cursor.next()) {
      yield { offset: base + BigInt(cursor.offsetDelta), timestamp: cursor.timestampBigInt() };
    }
  }
}

/**
 * The records of a batch, decompressed.
 *
 * @param batch The batch.
 * @param codecs What decompresses.
 */
export async function decompressed(
  batch: BatchView,
  codecs: CompressionCodecs,
): Promise<Uint8Array> {
  if (batch.compression === 0) return batch.body;
  const codec = await codecs.get(batch.compression);
  return await codec.decompress(batch.body, {
    maxBytes: MAX_DECOMPRESSED_BYTES,
    magic: batch.magic,
  });
}
