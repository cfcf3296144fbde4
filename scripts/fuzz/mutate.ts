/**
 * Damages bytes without knowing what they mean.
 *
 * @module
 */

import type { Random } from "./random.ts";

const BYTES: readonly number[] = [0, 1, 2, 3, 0x0f, 0x10, 0x7e, 0x7f, 0x80, 0x81, 0xfe, 0xff];

/** Changes a few places of a copy; it may become shorter or longer. */
export function mutate(random: Random, original: Uint8Array, other = original): Uint8Array {
  let bytes: Uint8Array = original.slice();
  for (let left = 1 + random.size(4); left > 0; left--) bytes = mutateOnce(random, bytes, other);
  return bytes;
}

function mutateOnce(random: Random, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const { length } = bytes;
  if (length === 0) return random.bytes(random.size(16));
  const at = random.below(length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  switch (random.below(11)) {
    case 0:
      bytes[at] ^= 1 << random.below(8);
      return bytes;
    case 1:
      bytes[at] = random.pick(BYTES);
      return bytes;
    case 2:
      bytes[at] = random.next();
      return bytes;
    case 3:
      bytes[at] += random.chance(0.5) ? 1 : -1;
      return bytes;
    case 4:
      if (length >= 2) {
        view.setUint16(random.below(length - 1), random.integer(), random.chance(0.3));
      }
      return bytes;
    case 5:
      if (length >= 4) {
        view.setUint32(random.below(length - 3), random.integer(), random.chance(0.3));
      }
      return bytes;
    case 6:
      return bytes.subarray(0, at);
    case 7:
      return cut(bytes, at, Math.min(length, at + 1 + random.size(16)));
    case 8:
      return insert(bytes, at, random.bytes(1 + random.size(8)));
    case 9: {
      const from = random.below(length);
      return insert(bytes, at, bytes.slice(from, from + 1 + random.size(32)));
    }
    default: {
      const from = random.below(other.length + 1);
      const piece = other.subarray(from, from + 1 + random.size(64));
      bytes.set(piece.subarray(0, length - at), at);
      return bytes;
    }
  }
}

/** A copy without the bytes from `start` to `end`. */
export function cut(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start));
  result.set(bytes.subarray(0, start));
  result.set(bytes.subarray(end), start);
  return result;
}

/** A copy with more bytes at one place. */
export function insert(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length + piece.length);
  result.set(bytes.subarray(0, at));
  result.set(piece, at);
  result.set(bytes.subarray(at), at + piece.length);
  return result;
}
