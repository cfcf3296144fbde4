/**
 * Encodes records whose deltas are given: for brokers, whose logs have gaps, and for halving a batch.
 *
 * @module
 */

import type { RecordHeader } from "./headers.ts";
import { utf8Length, writeText } from "./text.ts";
import {
  sizeOfVarint,
  sizeOfVarlong,
  sizeOfVarlongBigInt,
  writeVarint,
  writeVarlong,
  writeVarlongBigInt,
} from "./varint.ts";

/** A record with everything that its encoding holds. */
export interface EncodableRecord {
  /** The attributes, unused so far. @default 0 */
  readonly attributes?: number;
  /** The offset relative to the batch's. */
  readonly offsetDelta: number;
  /** The timestamp relative to the batch's, in ms. */
  readonly timestampDelta: number | bigint;
  /** The key. */
  readonly key: Uint8Array | null;
  /** The value. */
  readonly value: Uint8Array | null;
  /** The headers. */
  readonly headers: readonly RecordHeader[];
}

/**
 * Encodes records in format v2, as the body of a batch.
 *
 * @param records The records.
 * @returns The encoded records, one after the other.
 */
export function encodeRecords(records: readonly EncodableRecord[]): Uint8Array {
  const sizes = records.map(sizeOf);
  let total = 0;
  for (const size of sizes) total += sizeOfVarint(size) + size;
  const bytes = new Uint8Array(total);
  let position = 0;
  for (let i = 0; i < records.length; i++) {
    const { attributes, offsetDelta, timestampDelta, key, value, headers } = records[i];
    position = writeVarint(bytes, position, sizes[i]);
    bytes[position++] = attributes ?? 0;
    position = typeof timestampDelta === "bigint"
      ? writeVarlongBigInt(bytes, position, timestampDelta)
      : writeVarlong(bytes, position, timestampDelta);
    position = writeVarint(bytes, position, offsetDelta);
    position = writeField(bytes, position, key);
    position = writeField(bytes, position, value);
    position = writeVarint(bytes, position, headers.length);
    for (const [name, content] of headers) {
      const length = utf8Length(name);
      position = writeVarint(bytes, position, length);
      if (length > 0) position += writeText(bytes, position, name);
      position = writeField(bytes, position, content);
    }
  }
  return bytes;
}

function sizeOf(record: EncodableRecord): number {
  const { offsetDelta, timestampDelta, key, value, headers } = record;
  let size = 1 + sizeOfVarint(offsetDelta) + sizeOfField(key) + sizeOfField(value) +
    sizeOfVarint(headers.length);
  size += typeof timestampDelta === "bigint"
    ? sizeOfVarlongBigInt(timestampDelta)
    : sizeOfVarlong(timestampDelta);
  for (const [name, content] of headers) {
    const length = utf8Length(name);
    size += sizeOfVarint(length) + length + sizeOfField(content);
  }
  return size;
}

function sizeOfField(field: Uint8Array | null): number {
  return field === null ? 1 : sizeOfVarint(field.length) + field.length;
}

function writeField(bytes: Uint8Array, position: number, field: Uint8Array | null): number {
  if (field === null) return writeVarint(bytes, position, -1);
  position = writeVarint(bytes, position, field.length);
  bytes.set(field, position);
  return position + field.length;
}
