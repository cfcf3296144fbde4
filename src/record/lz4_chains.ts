/**
 * The thorough compression of lz4: every earlier place with the same hash is
 * looked at, up to a depth, and a match waits for a better one at the next byte.
 *
 * @module
 */

import {
  LAST_LITERALS,
  MATCH_MARGIN,
  MAX_DISTANCE,
  MIN_MATCH,
  writeLastLiterals,
  writeSequence,
} from "./lz4_block.ts";

const HASH_BITS = 15;
const WINDOW = 1 << 16;

/** The last place with each hash, and for each place the one before it with the same hash. */
class Chains {
  readonly heads = new Int32Array(1 << HASH_BITS);
  readonly previous = new Int32Array(WINDOW);
}

let chains: Chains | undefined;

/**
 * Compresses a part of the input to one block, without reference to what is before it.
 *
 * @param input The bytes.
 * @param start Where the part starts.
 * @param end Where it ends.
 * @param output Where to write; it must have room for the most that it can take.
 * @param offset Where in it to start.
 * @param depth How many places are looked at for each match.
 * @returns The offset after the block.
 */
export function compressLz4BlockThoroughly(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
  depth: number,
): number {
  const limit = end - MATCH_MARGIN;
  if (limit <= start) return writeLastLiterals(input, start, end, output, offset);
  const { heads, previous } = chains ??= new Chains();
  heads.fill(-1);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const matchEnd = end - LAST_LITERALS;
  let inserted = start;
  let foundAt = 0;

  const insertUpTo = (position: number): void => {
    for (; inserted < position; inserted++) {
      const slot = Math.imul(view.getInt32(inserted, true), 0x9e3779b1) >>> (32 - HASH_BITS);
      previous[inserted & (WINDOW - 1)] = heads[slot];
      heads[slot] = inserted;
    }
  };
  /** Looks for a match longer than `least`; its length, or 0. */
  const find = (position: number, least: number): number => {
    insertUpTo(position);
    const word = view.getInt32(position, true);
    let candidate = heads[Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS)];
    const lowest = Math.max(start, position - MAX_DISTANCE);
    let best = Math.max(least, MIN_MATCH - 1);
    let found = 0;
    for (let i = depth; i > 0 && candidate >= lowest; i--) {
      if (
        input[candidate + best] === input[position + best] &&
        view.getInt32(candidate, true) === word
      ) {
        let length = MIN_MATCH;
        while (
          position + length < matchEnd && input[candidate + length] === input[position + length]
        ) {
          length++;
        }
        if (length > best) {
          best = found = length;
          foundAt = candidate;
          if (position + length >= matchEnd) break;
        }
      }
      const next = previous[candidate & (WINDOW - 1)];
      // The ring was overwritten by later places.
      if (next >= candidate) break;
      candidate = next;
    }
    return found;
  };

  let anchor = start;
  let position = start + 1;
  while (position < limit) {
    let length = find(position, 0);
    if (length === 0) {
      // The longer nothing is found, the larger the steps.
      position += 1 + ((position - anchor) >> 8);
      continue;
    }
    let match = foundAt;
    while (position + 1 < limit) {
      const better = find(position + 1, length);
      if (better === 0) break;
      position++;
      length = better;
      match = foundAt;
    }
    while (position > anchor && match > start && input[position - 1] === input[match - 1]) {
      position--;
      match--;
      length++;
    }
    offset = writeSequence(input, anchor, position, position - match, length, output, offset);
    anchor = position += length;
    insertUpTo(Math.min(position, limit));
  }
  return writeLastLiterals(input, anchor, end, output, offset);
}
