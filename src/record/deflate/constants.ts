/**
 * The numbers of the deflate format (RFC 1951).
 *
 * @module
 */

/** The extra bits of each length code, from 257. */
// deno-fmt-ignore
export const LENGTH_BITS: Uint8Array = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);

/** The extra bits of each distance code. */
// deno-fmt-ignore
export const DISTANCE_BITS: Uint8Array = new Uint8Array([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);

function baselines(bits: Uint8Array, first: number): Uint16Array {
  const values = new Uint16Array(bits.length);
  let value = first;
  for (let code = 0; code < bits.length; code++) {
    values[code] = value;
    value += 2 ** bits[code];
  }
  return values;
}

/** The least length of each code; the last code stands for the longest match alone. */
export const LENGTH_BASE: Uint16Array = baselines(LENGTH_BITS, 3);
LENGTH_BASE[28] = 258;
/** The least distance of each code. */
export const DISTANCE_BASE: Uint16Array = baselines(DISTANCE_BITS, 1);

/** In which order the lengths of the code of the code lengths are given. */
// deno-fmt-ignore
export const LENGTH_ORDER: Uint8Array = new Uint8Array([
  16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
]);

/** The symbol that ends a block. */
export const END_OF_BLOCK: number = 256;
/** The longest code. */
export const MAX_CODE_BITS: number = 15;
/** How far back a match may reach. */
export const WINDOW_BYTES: number = 32_768;

/** The code lengths of blocks with the fixed code. */
export const FIXED_LENGTHS: Uint8Array = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(
  7,
  256,
  280,
);
/** The code lengths of its distances. */
export const FIXED_DISTANCES: Uint8Array = new Uint8Array(30).fill(5);
