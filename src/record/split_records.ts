/**
 * Halves a batch that a broker refused as too large.
 *
 * @module
 */

import { sizeOfVarint, sizeOfVarlong, writeVarint, writeVarlong } from "./varint.ts";

/** One half of a batch. */
export interface RecordsHalf {
  /** The encoded records. */
  readonly records: Uint8Array;
  /** How many there are. */
  readonly count: number;
  /** The timestamp of the first, in ms. */
  readonly baseTimestamp: number;
  /** The largest timestamp, in ms. */
  readonly maxTimestamp: number;
}

/**
 * Splits encoded records into two halves of about the same size. The first is
 * a view of the given bytes; the second is encoded anew, as offsets and
 * timestamps are relative to a batch's first record.
 *
 * @param records What a RecordBatchBuilder encoded.
 * @param count How many records that is, two or more.
 * @param baseTimestamp The timestamp of the first, in ms.
 * @returns Both halves, at least one record in each.
 * @throws {RangeError} For a single record.
 */
export function splitRecords(
  records: Uint8Array,
  count: number,
  baseTimestamp: number,
): [RecordsHalf, RecordsHalf] {
  if (count < 2) throw new RangeError(`Cannot split ${count} records: two are needed`);
  const at = { position: 0 };
  let firstMax = -Infinity;
  let index = 0;
  // The first half ends before the record that crosses the middle, but has one at least, and leaves one at least.
  while (index < count - 1) {
    const start = at.position;
    const length = readVarint(records, at);
    const end = at.position + length;
    if (index > 0 && end > records.length / 2) {
      at.position = start;
      break;
    }
    at.position++;
    firstMax = Math.max(firstMax, readVarlong(records, at));
    at.position = end;
    index++;
  }
  const middle = at.position;
  const first: RecordsHalf = {
    records: records.subarray(0, middle),
    count: index,
    baseTimestamp,
    maxTimestamp: baseTimestamp + firstMax,
  };

  // Deltas may grow by some bytes where timestamps go back and forth.
  const bytes = new Uint8Array(records.length - middle + 20 * (count - index));
  let written = 0;
  let base: number | undefined;
  let secondMax = -Infinity;
  for (let delta = 0; delta < count - index; delta++) {
    const end = readVarint(records, at) + at.position;
    const attributes = records[at.position++];
    const timestamp = readVarlong(records, at);
    readVarint(records, at);
    base ??= timestamp;
    secondMax = Math.max(secondMax, timestamp);
    const rest = end - at.position;
    const size = 1 + sizeOfVarlong(timestamp - base) + sizeOfVarint(delta) + rest;
    written = writeVarint(bytes, written, size);
    bytes[written++] = attributes;
    written = writeVarlong(bytes, written, timestamp - base);
    written = writeVarint(bytes, written, delta);
    bytes.set(records.subarray(at.position, end), written);
    written += rest;
    at.position = end;
  }
  const second: RecordsHalf = {
    records: bytes.subarray(0, written),
    count: count - index,
    baseTimestamp: baseTimestamp + base!,
    maxTimestamp: baseTimestamp + secondMax,
  };
  return [first, second];
}

function readVarint(bytes: Uint8Array, at: { position: number }): number {
  let value = 0;
  for (let shift = 0;; shift += 7) {
    const byte = bytes[at.position++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
  }
}

function readVarlong(bytes: Uint8Array, at: { position: number }): number {
  let value = 0n;
  for (let shift = 0n;; shift += 7n) {
    const byte = bytes[at.position++];
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return Number((value >> 1n) ^ -(value & 1n));
  }
}
