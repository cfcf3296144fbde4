/**
 * Makes batches for tests, and reads them back.
 *
 * @module
 */

import { encodeBatchHeader } from "../record/batch_header.ts";
import { walkBatches } from "../record/batch_reader.ts";
import { type CompressionCodecs, joinChunks } from "../record/compression.ts";
import { RecordBatchBuilder } from "../record/record_batch_builder.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import type { AppendOptions, RecordInput } from "./options.ts";
import { decompressed } from "./timestamp_search.ts";
import type { StoredRecord } from "./views.ts";

/** A batch's producer. */
export interface BatchProducer {
  /** The id, or -1. */
  readonly producerId: bigint;
  /** The epoch, or -1. */
  readonly producerEpoch: number;
  /** The first sequence, or -1. */
  readonly baseSequence: number;
  /** Whether it belongs to a transaction. */
  readonly transactional: boolean;
}

/**
 * Encodes records as one batch.
 *
 * @param records The records, at least one.
 * @param producer Who writes it.
 * @param nowMs The timestamp of records that have none.
 * @param compression How it is compressed.
 * @param codecs What compresses.
 */
export async function encodeBatch(
  records: readonly RecordInput[],
  producer: BatchProducer,
  nowMs: number,
  compression: NonNullable<AppendOptions["compression"]>,
  codecs: CompressionCodecs,
): Promise<Uint8Array> {
  if (records.length === 0) throw new RangeError("Cannot append a batch without records");
  const builder = new RecordBatchBuilder();
  for (const { key = null, value = null, headers, timestamp = nowMs } of records) {
    builder.append(timestamp, key, value, headers);
  }
  const codec = await codecs.byName(compression);
  const body = await codec.compress([builder.records()], {});
  const header = encodeBatchHeader({
    compression: codec.id,
    isTransactional: producer.transactional,
    lastOffsetDelta: records.length - 1,
    baseTimestamp: builder.baseTimestamp,
    maxTimestamp: builder.maxTimestamp,
    producerId: producer.producerId,
    producerEpoch: producer.producerEpoch,
    baseSequence: producer.baseSequence,
    recordCount: records.length,
  }, body);
  return joinChunks([header, body]);
}

/**
 * Decodes the records of a stored batch; none of a control batch.
 *
 * @param bytes The batch.
 * @param codecs What decompresses.
 */
export async function decodeBatch(
  bytes: Uint8Array,
  codecs: CompressionCodecs,
): Promise<StoredRecord[]> {
  const records: StoredRecord[] = [];
  const cursor = new RecordCursor();
  for (const batch of walkBatches(bytes)) {
    if (batch.isControl) continue;
    cursor.reset(batch, await decompressed(batch, codecs));
    while (cursor.next()) {
      records.push({
        offset: Number(batch.baseOffset + BigInt(cursor.offsetDelta)),
        timestamp: cursor.timestamp(),
        key: cursor.key(),
        value: cursor.value(),
        headers: cursor.headers(),
        producerId: Number(batch.producerId),
        transactional: batch.isTransactional,
      });
    }
  }
  return records;
}
