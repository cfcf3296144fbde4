/**
 * XXH64, whose lower half is the checksum of zstd frames, on pairs of 32-bit numbers.
 *
 * @module
 */

const P1_HIGH = 0x9e3779b1;
const P1_LOW = 0x85ebca87;
const P2_HIGH = 0xc2b2ae3d;
const P2_LOW = 0x27d4eb4f;
const P3_HIGH = 0x165667b1;
const P3_LOW = 0x9e3779f9;
const P4_HIGH = 0x85ebca77;
const P4_LOW = 0xc2b2ae63;
const P5_HIGH = 0x27d4eb2f;
const P5_LOW = 0x165667c5;

/** The upper half of what a function below returned the lower half of. */
let high = 0;

/** The product of two 64-bit numbers, modulo 2^64. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const a0 = aLow & 0xffff;
  const a1 = aLow >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const product = Math.imul(a0, b0);
  // Neither sum exceeds 32 bits: 0xffff * 0xffff + 0xffff is 0xffff0000.
  const first = (Math.imul(a1, b0) >>> 0) + (product >>> 16);
  const second = (Math.imul(a0, b1) >>> 0) + (first & 0xffff);
  high = (Math.imul(a1, b1) + (first >>> 16) + (second >>> 16) + Math.imul(aHigh, bLow) +
    Math.imul(aLow, bHigh)) | 0;
  return (second << 16) | (product & 0xffff);
}

/** The sum of two 64-bit numbers, modulo 2^64. */
function add(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const low = (aLow >>> 0) + (bLow >>> 0);
  high = (aHigh + bHigh + (low > 0xffffffff ? 1 : 0)) | 0;
  return low | 0;
}

/** A 64-bit number rotated to the left by 1 to 31 bits. */
function rotate(aHigh: number, aLow: number, bits: number): number {
  high = (aHigh << bits) | (aLow >>> (32 - bits));
  return (aLow << bits) | (aHigh >>> (32 - bits));
}

/** One step of an accumulator. */
function round(aHigh: number, aLow: number, wordHigh: number, wordLow: number): number {
  let low = multiply(wordHigh, wordLow, P2_HIGH, P2_LOW);
  low = add(aHigh, aLow, high, low);
  low = rotate(high, low, 31);
  return multiply(high, low, P1_HIGH, P1_LOW);
}

/**
 * Computes the lower half of XXH64 with seed 0.
 *
 * @param bytes The bytes.
 * @param start Where to start.
 * @param end Where to end.
 * @returns The lower 32 bits as an unsigned integer.
 */
export function xxHash64Low(bytes: Uint8Array, start: number, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = start;
  let low: number;
  let hashHigh: number;
  if (end - start >= 32) {
    let aLow = add(P1_HIGH, P1_LOW, P2_HIGH, P2_LOW);
    let aHigh = high;
    let bHigh = P2_HIGH | 0;
    let bLow = P2_LOW | 0;
    let cHigh = 0;
    let cLow = 0;
    // Minus the first prime.
    let dLow = add(~P1_HIGH, ~P1_LOW, 0, 1);
    let dHigh = high;
    for (const last = end - 32; position <= last; position += 32) {
      aLow = round(aHigh, aLow, view.getInt32(position + 4, true), view.getInt32(position, true));
      aHigh = high;
      bLow = round(
        bHigh,
        bLow,
        view.getInt32(position + 12, true),
        view.getInt32(position + 8, true),
      );
      bHigh = high;
      cLow = round(
        cHigh,
        cLow,
        view.getInt32(position + 20, true),
        view.getInt32(position + 16, true),
      );
      cHigh = high;
      dLow = round(
        dHigh,
        dLow,
        view.getInt32(position + 28, true),
        view.getInt32(position + 24, true),
      );
      dHigh = high;
    }
    low = rotate(aHigh, aLow, 1);
    hashHigh = high;
    for (
      const [partHigh, partLow, bits] of [[bHigh, bLow, 7], [cHigh, cLow, 12], [dHigh, dLow, 18]]
    ) {
      const rotated = rotate(partHigh, partLow, bits);
      low = add(hashHigh, low, high, rotated);
      hashHigh = high;
    }
    for (
      const [partHigh, partLow] of [[aHigh, aLow], [bHigh, bLow], [cHigh, cLow], [dHigh, dLow]]
    ) {
      const rounded = round(0, 0, partHigh, partLow);
      low = multiply(hashHigh ^ high, low ^ rounded, P1_HIGH, P1_LOW);
      low = add(high, low, P4_HIGH, P4_LOW);
      hashHigh = high;
    }
  } else {
    low = P5_LOW;
    hashHigh = P5_HIGH;
  }
  low = add(hashHigh, low, 0, end - start);
  hashHigh = high;
  for (; position + 8 <= end; position += 8) {
    const rounded = round(0, 0, view.getInt32(position + 4, true), view.getInt32(position, true));
    low = rotate(hashHigh ^ high, low ^ rounded, 27);
    low = multiply(high, low, P1_HIGH, P1_LOW);
    low = add(high, low, P4_HIGH, P4_LOW);
    hashHigh = high;
  }
  if (position + 4 <= end) {
    const product = multiply(0, view.getInt32(position, true), P1_HIGH, P1_LOW);
    low = rotate(hashHigh ^ high, low ^ product, 23);
    low = multiply(high, low, P2_HIGH, P2_LOW);
    low = add(high, low, P3_HIGH, P3_LOW);
    hashHigh = high;
    position += 4;
  }
  for (; position < end; position++) {
    const product = multiply(0, bytes[position], P5_HIGH, P5_LOW);
    low = rotate(hashHigh ^ high, low ^ product, 11);
    low = multiply(high, low, P1_HIGH, P1_LOW);
    hashHigh = high;
  }
  // By 33 bits: the upper half's upper 31 go into the lower half.
  low = multiply(hashHigh, low ^ (hashHigh >>> 1), P2_HIGH, P2_LOW);
  hashHigh = high;
  // By 29 bits.
  low ^= (low >>> 29) | (hashHigh << 3);
  hashHigh ^= hashHigh >>> 29;
  low = multiply(hashHigh, low, P3_HIGH, P3_LOW);
  // By 32 bits.
  return (low ^ high) >>> 0;
}
