/**
 * Batches for the consumer's unit tests.
 *
 * @module
 */

import { type BatchHeaderFields, encodeBatchHeader } from "../../src/record/batch_header.ts";
import type { RecordHeader } from "../../src/record/headers.ts";
import { encodeRecords } from "../../src/record/record_encoder.ts";

const ENCODER = new TextEncoder();

/** A record in short. */
export interface TestRecord {
  readonly key?: string | null;
  readonly value?: string | null;
  readonly headers?: readonly RecordHeader[];
  readonly timestampDelta?: number | bigint;
  readonly offsetDelta?: number;
}

/** Encodes a batch as a broker would send it. */
export function batchOf(
  baseOffset: number,
  records: readonly TestRecord[],
  fields: Partial<BatchHeaderFields> = {},
): Uint8Array {
  const body = encodeRecords(records.map((record, index) => ({
    offsetDelta: record.offsetDelta ?? index,
    timestampDelta: record.timestampDelta ?? index,
    key: record.key == null ? null : ENCODER.encode(record.key),
    value: record.value == null ? null : ENCODER.encode(record.value),
    headers: record.headers ?? [],
  })));
  const header = encodeBatchHeader({
    baseOffset: BigInt(baseOffset),
    partitionLeaderEpoch: 3,
    lastOffsetDelta: records.length - 1,
    baseTimestamp: 1_000,
    maxTimestamp: 1_000 + records.length,
    recordCount: records.length,
    ...fields,
  }, body);
  return join(header, body);
}

/** Joins bytes. */
export function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
