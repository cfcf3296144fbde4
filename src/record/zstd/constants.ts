/**
 * The numbers of the zstd format (RFC 8878).
 *
 * @module
 */

/** How a frame starts. */
export const FRAME_MAGIC: number = 0xfd2fb528;
/** Sixteen magics of frames to skip: the lowest four bits vary. */
export const SKIPPABLE_MAGIC: number = 0x184d2a50;
/** The most that a block holds. */
export const MAX_BLOCK_BYTES: number = 1 << 17;
/** The largest window that is accepted, as by the reference. */
export const MAX_WINDOW_BYTES: number = 2 ** 27 + 1;
/** The most bits of a Huffman code. */
export const MAX_HUFFMAN_BITS: number = 12;

/** The largest table of each kind of code, as a power of two. */
export const MAX_LITERAL_LENGTH_LOG: number = 9;
/** The same for match lengths. */
export const MAX_MATCH_LENGTH_LOG: number = 9;
/** The same for offsets. */
export const MAX_OFFSET_LOG: number = 8;

/** The extra bits of each literal length code. */
// deno-fmt-ignore
export const LITERAL_LENGTH_BITS: Uint8Array = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
]);

/** The extra bits of each match length code. */
// deno-fmt-ignore
export const MATCH_LENGTH_BITS: Uint8Array = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
]);

/** The least value of each code: that of the code before, and all that its extra bits can add. */
function baselines(bits: Uint8Array, first: number): Int32Array {
  const values = new Int32Array(bits.length);
  let value = first;
  for (let code = 0; code < bits.length; code++) {
    values[code] = value;
    value += 2 ** bits[code];
  }
  return values;
}

/** The least literal length of each code. */
export const LITERAL_LENGTH_BASE: Int32Array = baselines(LITERAL_LENGTH_BITS, 0);
/** The least match length of each code. */
export const MATCH_LENGTH_BASE: Int32Array = baselines(MATCH_LENGTH_BITS, 3);

/** The distribution of literal length codes that needs no description. */
// deno-fmt-ignore
export const DEFAULT_LITERAL_LENGTHS: Int16Array = new Int16Array([
  4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
  -1, -1, -1, -1,
]);
/** Its table's size, as a power of two. */
export const DEFAULT_LITERAL_LENGTH_LOG: number = 6;

/** The same for match lengths. */
// deno-fmt-ignore
export const DEFAULT_MATCH_LENGTHS: Int16Array = new Int16Array([
  1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
]);
/** Its table's size, as a power of two. */
export const DEFAULT_MATCH_LENGTH_LOG: number = 6;

/** The same for offsets. */
// deno-fmt-ignore
export const DEFAULT_OFFSETS: Int16Array = new Int16Array([
  1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1,
]);
/** Its table's size, as a power of two. */
export const DEFAULT_OFFSET_LOG: number = 5;

/** The highest code of each kind. */
export const MAX_LITERAL_LENGTH_CODE: number = 35;
/** The same for match lengths. */
export const MAX_MATCH_LENGTH_CODE: number = 52;
/** The same for offsets. */
export const MAX_OFFSET_CODE: number = 31;
