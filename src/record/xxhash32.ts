/**
 * XXH32, the checksum of lz4 frames.
 *
 * @module
 */

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

/**
 * Computes XXH32 with seed 0.
 *
 * @param bytes The bytes.
 * @param start Where to start.
 * @param end Where to end.
 * @returns The hash as a signed integer.
 */
export function xxHash32(bytes: Uint8Array, start: number = 0, end: number = bytes.length): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = start;
  let hash: number;
  if (end - start >= 16) {
    let a = (PRIME_1 + PRIME_2) | 0;
    let b = PRIME_2 | 0;
    let c = 0;
    let d = -PRIME_1 | 0;
    for (const last = end - 16; position <= last; position += 16) {
      a = round(a, view.getInt32(position, true));
      b = round(b, view.getInt32(position + 4, true));
      c = round(c, view.getInt32(position + 8, true));
      d = round(d, view.getInt32(position + 12, true));
    }
    hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  } else {
    hash = PRIME_5;
  }
  hash = (hash + end - start) | 0;
  for (; position + 4 <= end; position += 4) {
    hash = (hash + Math.imul(view.getInt32(position, true), PRIME_3)) | 0;
    hash = Math.imul(rotate(hash, 17), PRIME_4);
  }
  for (; position < end; position++) {
    hash = (hash + Math.imul(bytes[position], PRIME_5)) | 0;
    hash = Math.imul(rotate(hash, 11), PRIME_1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return hash ^ (hash >>> 16);
}

function round(accumulator: number, word: number): number {
  return Math.imul(rotate((accumulator + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
