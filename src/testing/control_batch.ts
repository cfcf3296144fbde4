/**
 * The batches that end transactions.
 *
 * @module
 */

import { encodeBatchHeader } from "../record/batch_header.ts";
import { walkBatches } from "../record/batch_reader.ts";
import { joinChunks } from "../record/compression.ts";
import { decodeControlRecord, encodeEndTransactionMarker } from "../record/control_record.ts";
import { RecordCursor } from "../record/record_cursor.ts";

/** What ends a transaction. */
export interface Marker {
  /** The producer's id. */
  readonly producerId: bigint;
  /** The producer's epoch. */
  readonly producerEpoch: number;
  /** How it ends. */
  readonly type: "commit" | "abort";
  /** The epoch of the coordinator. */
  readonly coordinatorEpoch: number;
  /** When, in ms since the epoch. */
  readonly timestamp: number;
}

/**
 * Makes the batch that ends a transaction on one partition.
 *
 * @param marker What it says.
 * @returns The whole batch.
 */
export function encodeMarkerBatch(marker: Marker): Uint8Array {
  const body = encodeEndTransactionMarker(marker.type, marker.coordinatorEpoch);
  const header = encodeBatchHeader({
    isTransactional: true,
    isControl: true,
    lastOffsetDelta: 0,
    baseTimestamp: marker.timestamp,
    maxTimestamp: marker.timestamp,
    producerId: marker.producerId,
    producerEpoch: marker.producerEpoch,
    recordCount: 1,
  }, body);
  return joinChunks([header, body]);
}

/**
 * Tells how a control batch ends its transaction.
 *
 * @param bytes The batch.
 * @returns Whether it commits; `undefined` when it is no marker.
 */
export function controlCommits(bytes: Uint8Array): boolean | undefined {
  for (const batch of walkBatches(bytes)) {
    const cursor = new RecordCursor();
    cursor.reset(batch, batch.body);
    if (!cursor.next()) return undefined;
    const { type } = decodeControlRecord(cursor.key(), cursor.value());
    return type === "commit" ? true : type === "abort" ? false : undefined;
  }
  return undefined;
}
