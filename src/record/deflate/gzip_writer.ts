/**
 * Compresses to gzip.
 *
 * @module
 */

import { crc32 } from "../crc32.ts";
import { deflateMaxCompressedLength, Deflater } from "./deflate.ts";

/** Magic, deflate, no flags, no time, unknown system. */
const HEADER: readonly number[] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
const TRAILER_BYTES = 8;

/**
 * Compresses bytes to one member.
 *
 * @param input The bytes.
 * @param level From 1, fast, to 9, small.
 * @returns The member.
 */
export function gzip(input: Uint8Array, level: number): Uint8Array {
  const output = new Uint8Array(
    HEADER.length + deflateMaxCompressedLength(input.length) + TRAILER_BYTES,
  );
  output.set(HEADER);
  const end = new Deflater(input, level, output, HEADER.length).deflate();
  const view = new DataView(output.buffer);
  view.setUint32(end, crc32(input), true);
  view.setUint32(end + 4, input.length % 2 ** 32, true);
  return output.slice(0, end + TRAILER_BYTES);
}
