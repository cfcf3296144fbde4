/**
 * Random data of the kinds that compress well, badly, and at the limits of the formats.
 *
 * @module
 */

import type { Random } from "./random.ts";

/** Where blocks, windows and codes of the formats end. */
const LIMITS: readonly number[] = [
  12,
  16,
  64,
  128,
  255,
  256,
  270,
  1_023,
  1_024,
  4_096,
  32_768,
  65_535,
  65_536,
  131_072,
  262_144,
];
const WORDS: readonly string[] = [
  "order",
  "customer",
  '{"id":',
  "amount",
  "true",
  "null",
  "2026-04-01T12:00:00Z",
  ", ",
  "price",
  "-",
  "\n",
];

/** Random data; `limit` bytes at most. */
export function randomPayload(random: Random, limit: number): Uint8Array {
  let length = random.chance(0.5)
    ? random.below(400)
    : random.chance(0.8)
    ? random.below(20_000)
    : random.pick(LIMITS) + random.below(3) - 1;
  length = Math.min(length, limit);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const piece = Math.min(length - at, random.chance(0.3) ? length : 1 + random.below(2_000));
    fill(random, bytes, at, at + piece);
    at += piece;
  }
  return bytes;
}

function fill(random: Random, bytes: Uint8Array, start: number, end: number): void {
  switch (random.below(7)) {
    case 0:
      bytes.fill(random.below(256), start, end);
      return;
    case 1:
      bytes.set(random.bytes(end - start), start);
      return;
    case 2: {
      // Text of words.
      for (let at = start; at < end;) {
        const word = random.pick(WORDS);
        for (let i = 0; i < word.length && at < end; i++) bytes[at++] = word.charCodeAt(i);
      }
      return;
    }
    case 3: {
      // A period, now and then broken.
      const period = random.pick([1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 63, 64, 65, 1_000]);
      const pattern = random.bytes(period);
      for (let at = start; at < end; at++) {
        bytes[at] = random.chance(0.002) ? random.below(256) : pattern[at % period];
      }
      return;
    }
    case 4: {
      // Few symbols, some of them seldom.
      const symbols = random.bytes(1 + random.below(30));
      for (let at = start; at < end; at++) {
        bytes[at] = symbols[Math.min(random.below(symbols.length), random.below(symbols.length))];
      }
      return;
    }
    case 5: {
      // What was there before, from near and far.
      for (let at = start; at < end;) {
        if (at === 0 || random.chance(0.3)) {
          bytes[at++] = random.below(256);
          continue;
        }
        const distance = 1 + random.below(random.chance(0.5) ? Math.min(at, 40) : at);
        const length = random.chance(0.8) ? 3 + random.below(20) : random.below(700);
        for (let left = length; left > 0 && at < end; left--, at++) {
          bytes[at] = bytes[at - distance];
        }
      }
      return;
    }
    default:
      // Numbers that count.
      for (let at = start; at < end; at++) bytes[at] = (at - start) >> (8 * (3 - (at & 3)));
  }
}
