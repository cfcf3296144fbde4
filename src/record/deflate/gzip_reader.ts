/**
 * Decompresses gzip, all of its members.
 *
 * @module
 */

import { corruptCompressedData } from "../compression.ts";
import { crc32 } from "../crc32.ts";
import { OutputBuffer } from "../output_buffer.ts";
import { Inflater } from "./inflate.ts";

/** Loads that start inside the input stay inside the buffer. */
const SPARE_BYTES = 8;
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

const HEADER_CRC = 0x02;
const EXTRA = 0x04;
const NAME = 0x08;
const COMMENT = 0x10;

/**
 * Decompresses gzip. What follows a member and is not the header of another is
 * ignored, as Java does.
 *
 * @param compressed The compressed bytes.
 * @param maxBytes The most bytes that may come out.
 * @returns The content of all members.
 * @throws {ProtocolError} Where the bytes are damaged.
 * @throws {KafkaError} Past the limit.
 */
export function gunzip(compressed: Uint8Array, maxBytes: number): Uint8Array {
  const end = compressed.length;
  const input = new Uint8Array(end + SPARE_BYTES);
  input.set(compressed);
  const view = new DataView(input.buffer);
  const out = new OutputBuffer("gzip", maxBytes, Math.min(4 * end, 1 << 20));
  const inflater = new Inflater(input, end, out);
  let position = readHeader(input, 0, end);
  if (position < 0) throw corruptCompressedData("gzip", "its header is damaged", { offset: 0 });
  while (position >= 0) {
    const start = out.length;
    position = inflater.inflate(position);
    if (end - position < TRAILER_BYTES) {
      throw corruptCompressedData("gzip", "its checksum is cut off", { offset: position });
    }
    if (crc32(out.bytes.subarray(start, out.length)) !== view.getUint32(position, true)) {
      throw corruptCompressedData("gzip", "its checksum does not match", { offset: position });
    }
    if ((out.length - start) % 2 ** 32 !== view.getUint32(position + 4, true)) {
      throw corruptCompressedData("gzip", "its length does not match", { offset: position + 4 });
    }
    position = readHeader(input, position + TRAILER_BYTES, end);
  }
  return out.finish();
}

/** Reads the header of a member; -1 when there is none. */
function readHeader(input: Uint8Array, start: number, end: number): number {
  if (end - start < HEADER_BYTES) return -1;
  if (input[start] !== 0x1f || input[start + 1] !== 0x8b || input[start + 2] !== 8) return -1;
  const flags = input[start + 3];
  let position = start + HEADER_BYTES;
  if (flags & EXTRA) {
    if (end - position < 2) return -1;
    position += 2 + (input[position] | (input[position + 1] << 8));
  }
  for (const flag of [NAME, COMMENT]) {
    if (!(flags & flag)) continue;
    if (position >= end) return -1;
    const zero = input.indexOf(0, position);
    if (zero >= end) return -1;
    position = zero + 1;
  }
  if (flags & HEADER_CRC) {
    if (end - position < 2) return -1;
    const stored = input[position] | (input[position + 1] << 8);
    if ((crc32(input.subarray(start, position)) & 0xffff) !== stored) return -1;
    position += 2;
  }
  return position <= end ? position : -1;
}
