/**
 * The 61-byte header of a record batch (format v2).
 *
 * @module
 */

import { crc32c, crc32cCombine } from "./crc32c.ts";

/** The size of a record batch's header in bytes. */
export const BATCH_HEADER_BYTES: number = 61;

/** What precedes the counted length: base offset and the length itself. */
const LENGTH_PREFIX_BYTES = 12;
/** Where the part starts that the checksum covers. */
const CRC_START = 21;

/** The fields of a batch header; the length and the checksum are computed. */
export interface BatchHeaderFields {
  /** The offset of the first record. @default 0n */
  baseOffset?: bigint;
  /** The epoch of the partition's leader, -1 when unknown. @default -1 */
  partitionLeaderEpoch?: number;
  /** The id of the compression codec, 0 for none. @default 0 */
  compression?: number;
  /** Who set the timestamps. @default "create" */
  timestampType?: "create" | "log-append";
  /** Whether the batch belongs to a transaction. @default false */
  isTransactional?: boolean;
  /** Whether it holds control records. @default false */
  isControl?: boolean;
  /** Whether `baseTimestamp` is the delete horizon of compaction instead. @default false */
  hasDeleteHorizon?: boolean;
  /** The offset of the last record relative to the first. */
  lastOffsetDelta: number;
  /** The timestamp of the first record, in ms. */
  baseTimestamp: number | bigint;
  /** The largest timestamp, in ms. */
  maxTimestamp: number | bigint;
  /** The id of the idempotent producer, -1n for none. @default -1n */
  producerId?: bigint;
  /** Its epoch, -1 for none. @default -1 */
  producerEpoch?: number;
  /** The sequence of the first record, -1 for none. @default -1 */
  baseSequence?: number;
  /** How many records the batch holds. */
  recordCount: number;
}

/**
 * Encodes the header of a batch. The body is only read when its CRC is not given.
 *
 * @param fields The fields.
 * @param body The records, compressed if `fields.compression` says so, in one piece or several.
 * @param bodyCrc The CRC-32C of the body where it is known: a new header then costs no second pass.
 * @returns The 61 bytes that go before the body.
 */
export function encodeBatchHeader(
  fields: BatchHeaderFields,
  body: Uint8Array | readonly Uint8Array[],
  bodyCrc?: number,
): Uint8Array {
  let bodyLength = 0;
  if (body instanceof Uint8Array) bodyLength = body.length;
  else for (const piece of body) bodyLength += piece.length;
  const header = new Uint8Array(BATCH_HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setBigInt64(0, fields.baseOffset ?? 0n);
  view.setInt32(8, BATCH_HEADER_BYTES - LENGTH_PREFIX_BYTES + bodyLength);
  view.setInt32(12, fields.partitionLeaderEpoch ?? -1);
  header[16] = 2;
  view.setInt16(21, encodeAttributes(fields));
  view.setInt32(23, fields.lastOffsetDelta);
  view.setBigInt64(27, BigInt(fields.baseTimestamp));
  view.setBigInt64(35, BigInt(fields.maxTimestamp));
  view.setBigInt64(43, fields.producerId ?? -1n);
  view.setInt16(51, fields.producerEpoch ?? -1);
  view.setInt32(53, fields.baseSequence ?? -1);
  view.setInt32(57, fields.recordCount);
  let crc = crc32c(header.subarray(CRC_START));
  if (bodyCrc !== undefined) crc = crc32cCombine(crc, bodyCrc, bodyLength);
  else if (body instanceof Uint8Array) crc = crc32c(body, crc);
  else for (const piece of body) crc = crc32c(piece, crc);
  view.setUint32(17, crc);
  return header;
}

function encodeAttributes(fields: BatchHeaderFields): number {
  return (fields.compression ?? 0) |
    (fields.timestampType === "log-append" ? 0x08 : 0) |
    (fields.isTransactional ? 0x10 : 0) |
    (fields.isControl ? 0x20 : 0) |
    (fields.hasDeleteHorizon ? 0x40 : 0);
}
