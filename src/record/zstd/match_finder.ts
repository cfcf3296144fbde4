/**
 * Finds matches for zstd: quickly, with one place for each hash, or thoroughly,
 * with all earlier places that share it.
 *
 * @module
 */

import { MIN_MATCH, type Sequences } from "./sequences.ts";

/** The last bytes of a block are literals, so that loads of eight bytes stay inside. */
const MARGIN = 8;
/** After 2^7 steps without a match the steps grow. */
const SKIP_TRIGGER = 7;

/** Finds the matches of one frame, block by block. */
export interface MatchFinder {
  /**
   * Finds the matches of a block.
   *
   * @param sequences Where they go, and the literals.
   * @param start Where the block starts.
   * @param end Where it ends.
   */
  find(sequences: Sequences, start: number, end: number): void;
}

/** How long two places in the input agree, up to an end. */
function matchLength(input: Uint8Array, position: number, candidate: number, end: number): number {
  const start = position;
  while (position < end && input[position] === input[candidate]) {
    position++;
    candidate++;
  }
  return position - start;
}

/** The size of a hash table for an input, as a power of two. */
function hashBits(length: number, max: number): number {
  return Math.max(8, Math.min(max, 32 - Math.clz32(length)));
}

/**
 * Takes the first match that it finds, and looks for two kinds: by eight bytes,
 * which are seldom wrong and long, and by five.
 */
export class FastMatchFinder implements MatchFinder {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #long: Int32Array;
  readonly #short: Int32Array;
  readonly #longShift: number;
  readonly #shortShift: number;
  readonly #window: number;

  /**
   * Starts a frame.
   *
   * @param input The content of the frame.
   * @param window How far back a match may reach.
   * @param maxBits The size of the larger table, as a power of two.
   */
  constructor(input: Uint8Array, window: number, maxBits: number) {
    const bits = hashBits(input.length, maxBits);
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#long = new Int32Array(1 << bits).fill(-1);
    this.#short = new Int32Array(1 << (bits - 1)).fill(-1);
    this.#longShift = 32 - bits;
    this.#shortShift = 33 - bits;
    this.#window = window;
  }

  /**
   * Finds the matches of a block.
   *
   * @param sequences Where they go, and the literals.
   * @param start Where the block starts.
   * @param end Where it ends.
   */
  find(sequences: Sequences, start: number, end: number): void {
    const input = this.#input;
    const view = this.#view;
    const long = this.#long;
    const short = this.#short;
    const longShift = this.#longShift;
    const shortShift = this.#shortShift;
    const limit = end - MARGIN;
    let anchor = start;
    let position = start;
    let attempts = 1 << SKIP_TRIGGER;
    while (position <= limit) {
      const word = view.getInt32(position, true);
      const next = view.getInt32(position + 4, true);
      const lowest = Math.max(0, position - this.#window);
      const longSlot = (Math.imul(word, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> longShift;
      const shortSlot = (Math.imul(word, 0x9e3779b1) ^ Math.imul(next & 0xff, 0xc2b2ae35)) >>>
        shortShift;
      let candidate = long[longSlot];
      let other = short[shortSlot];
      long[longSlot] = short[shortSlot] = position;
      const repeated = position + 1 - sequences.offset1;
      if (
        position < limit && repeated >= lowest && repeated >= 0 &&
        view.getInt32(repeated, true) === view.getInt32(position + 1, true)
      ) {
        position++;
        const length = 4 + matchLength(input, position + 4, repeated + 4, end);
        sequences.add(input, anchor, position, sequences.offset1, length);
        anchor = position += length;
      } else {
        if (
          candidate < lowest || view.getInt32(candidate, true) !== word ||
          view.getInt32(candidate + 4, true) !== next
        ) {
          candidate = -1;
          if (other >= lowest && view.getInt32(other, true) === word) {
            candidate = other;
            // A long match one byte later is worth more than a short one here.
            if (position < limit) {
              const word1 = view.getInt32(position + 1, true);
              const next1 = view.getInt32(position + 5, true);
              const slot = (Math.imul(word1, 0x9e3779b1) ^ Math.imul(next1, 0x85ebca6b)) >>>
                longShift;
              other = long[slot];
              long[slot] = position + 1;
              if (
                other >= lowest + 1 && view.getInt32(other, true) === word1 &&
                view.getInt32(other + 4, true) === next1
              ) {
                position++;
                candidate = other;
              }
            }
          }
        }
        if (candidate < 0) {
          position += attempts++ >>> SKIP_TRIGGER;
          continue;
        }
        let length = MIN_MATCH +
          matchLength(input, position + MIN_MATCH, candidate + MIN_MATCH, end);
        while (
          position > anchor && candidate > lowest && input[position - 1] === input[candidate - 1]
        ) {
          position--;
          candidate--;
          length++;
        }
        sequences.add(input, anchor, position, position - candidate, length);
        anchor = position += length;
      }
      attempts = 1 << SKIP_TRIGGER;
      if (position > limit) break;
      this.#insert(position - 2);
      // What follows a match often repeats at the offset before.
      while (position <= limit) {
        const { offset2 } = sequences;
        const from = position - offset2;
        if (
          offset2 > this.#window || from < 0 ||
          view.getInt32(from, true) !== view.getInt32(position, true)
        ) break;
        const length = 4 + matchLength(input, position + 4, from + 4, end);
        this.#insert(position);
        sequences.add(input, anchor, position, offset2, length);
        anchor = position += length;
      }
    }
    sequences.addLiterals(input, anchor, end);
  }

  #insert(position: number): void {
    const word = this.#view.getInt32(position, true);
    const next = this.#view.getInt32(position + 4, true);
    const hash = Math.imul(word, 0x9e3779b1);
    this.#long[(hash ^ Math.imul(next, 0x85ebca6b)) >>> this.#longShift] = position;
    this.#short[(hash ^ Math.imul(next & 0xff, 0xc2b2ae35)) >>> this.#shortShift] = position;
  }
}

/** Looks at several earlier places for each match, and at the next bytes for a better one. */
export class ThoroughMatchFinder implements MatchFinder {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #heads: Int32Array;
  readonly #previous: Int32Array;
  readonly #shift: number;
  readonly #window: number;
  readonly #depth: number;
  #inserted = 0;
  #foundAt = 0;

  /**
   * Starts a frame.
   *
   * @param input The content of the frame.
   * @param window How far back a match may reach.
   * @param depth How many places are looked at for each match.
   */
  constructor(input: Uint8Array, window: number, depth: number) {
    const bits = hashBits(input.length, 17);
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#heads = new Int32Array(1 << bits).fill(-1);
    this.#previous = new Int32Array(1 << hashBits(Math.min(input.length, window), 23));
    this.#shift = 32 - bits;
    this.#window = window;
    this.#depth = depth;
  }

  /**
   * Finds the matches of a block.
   *
   * @param sequences Where they go, and the literals.
   * @param start Where the block starts.
   * @param end Where it ends.
   */
  find(sequences: Sequences, start: number, end: number): void {
    const input = this.#input;
    const limit = end - MARGIN;
    let anchor = start;
    let position = start;
    while (position <= limit) {
      let gain = this.#search(sequences, position, end, position > anchor);
      if (gain === 0) {
        // The longer nothing is found, the larger the steps.
        position += 1 + ((position - anchor) >> 8);
        continue;
      }
      let match = this.#foundAt;
      // One or two bytes later there may be a match that is worth the literals.
      for (let ahead = 1; ahead <= 2 && position + ahead <= limit; ahead++) {
        const better = this.#search(sequences, position + ahead, end, true);
        if (better > gain + 4 * ahead) {
          gain = better;
          match = this.#foundAt;
          position += ahead;
          ahead = 0;
        }
      }
      let length = matchLength(input, position, match, end);
      const lowest = Math.max(0, position - this.#window);
      while (position > anchor && match > lowest && input[position - 1] === input[match - 1]) {
        position--;
        match--;
        length++;
      }
      sequences.add(input, anchor, position, position - match, length);
      anchor = position += length;
    }
    sequences.addLiterals(input, anchor, end);
  }

  /** What the best match here saves, in quarters of a byte or so; 0 when there is none. */
  #search(sequences: Sequences, position: number, end: number, hasLiterals: boolean): number {
    const input = this.#input;
    const view = this.#view;
    this.#insertUpTo(position);
    const word = view.getInt32(position, true);
    const lowest = Math.max(0, position - this.#window);
    let best = 0;
    let bestLength = MIN_MATCH - 1;
    // A repeated offset costs next to nothing.
    const offset = hasLiterals ? sequences.offset1 : sequences.offset2;
    const repeated = position - offset;
    if (repeated >= lowest && view.getInt32(repeated, true) === word) {
      bestLength = 4 + matchLength(input, position + 4, repeated + 4, end);
      best = 4 * bestLength;
      this.#foundAt = repeated;
    }
    const mask = this.#previous.length - 1;
    let candidate = this.#heads[this.#hash(word, input[position + 4])];
    for (let i = this.#depth; i > 0 && candidate >= lowest; i--) {
      if (
        input[candidate + bestLength] === input[position + bestLength] &&
        view.getInt32(candidate, true) === word
      ) {
        const length = 4 + matchLength(input, position + 4, candidate + 4, end);
        const gain = 4 * length - (32 - Math.clz32(position - candidate));
        if (gain > best) {
          best = gain;
          bestLength = length;
          this.#foundAt = candidate;
          if (position + length >= end) break;
        }
      }
      const next = this.#previous[candidate & mask];
      // The ring was overwritten by later places.
      if (next >= candidate) break;
      candidate = next;
    }
    return best;
  }

  #insertUpTo(position: number): void {
    const input = this.#input;
    const view = this.#view;
    const mask = this.#previous.length - 1;
    // Near the end there are no five bytes to hash.
    const stop = Math.min(position, input.length - 5);
    for (let i = this.#inserted; i < stop; i++) {
      const slot = this.#hash(view.getInt32(i, true), input[i + 4]);
      this.#previous[i & mask] = this.#heads[slot];
      this.#heads[slot] = i;
    }
    if (stop > this.#inserted) this.#inserted = stop;
  }

  #hash(word: number, fifth: number): number {
    return (Math.imul(word, 0x9e3779b1) ^ Math.imul(fifth, 0x85ebca6b)) >>> this.#shift;
  }
}
