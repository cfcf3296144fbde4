/**
 * The sequences of a block: literals to copy and a match to repeat, over and over.
 *
 * @module
 */

import {
  LITERAL_LENGTH_BASE,
  LITERAL_LENGTH_BITS,
  MATCH_LENGTH_BASE,
  MATCH_LENGTH_BITS,
  MAX_BLOCK_BYTES,
} from "./constants.ts";

/** The shortest match that the match finders look for. */
export const MIN_MATCH: number = 4;
/** No block has more: each sequence stands for a match. */
const MAX_SEQUENCES: number = MAX_BLOCK_BYTES / MIN_MATCH + 1;

/** For small values the code at once; for larger ones it follows from the highest bit. */
function codeTable(base: Int32Array, bits: Uint8Array, size: number, first: number): Uint8Array {
  const table = new Uint8Array(size);
  for (let code = 0; code < base.length; code++) {
    for (
      let value = base[code];
      value < base[code] + 2 ** bits[code] && value - first < size;
      value++
    ) {
      table[value - first] = code;
    }
  }
  return table;
}

const LENGTH_CODES: Uint8Array = codeTable(LITERAL_LENGTH_BASE, LITERAL_LENGTH_BITS, 64, 0);
const MATCH_CODES: Uint8Array = codeTable(MATCH_LENGTH_BASE, MATCH_LENGTH_BITS, 128, 3);

/**
 * The code of a literal length.
 *
 * @param length The length.
 * @returns The code.
 */
export function literalLengthCode(length: number): number {
  return length < 64 ? LENGTH_CODES[length] : 50 - Math.clz32(length);
}

/**
 * The code of a match length.
 *
 * @param length The length, 3 or more.
 * @returns The code.
 */
export function matchLengthCode(length: number): number {
  return length < 131 ? MATCH_CODES[length - 3] : 67 - Math.clz32(length - 3);
}

/** Collects the sequences of one block, and keeps the offsets that can be repeated. */
export class Sequences {
  /** How many there are. */
  count = 0;
  /** How many literals come before each match. */
  readonly literalLengths: Int32Array = new Int32Array(MAX_SEQUENCES);
  /** The offset of each match plus 3, or 1 to 3 for a repeated one. */
  readonly offsets: Int32Array = new Int32Array(MAX_SEQUENCES);
  /** The length of each match. */
  readonly matchLengths: Int32Array = new Int32Array(MAX_SEQUENCES);
  /** All literals, those after the last match too. */
  readonly literals: Uint8Array = new Uint8Array(MAX_BLOCK_BYTES);
  /** How many literals there are. */
  literalCount = 0;
  /** The last offset. */
  offset1 = 1;
  /** The one before. */
  offset2 = 4;
  /** The one before that. */
  offset3 = 8;

  /** Starts a block; the offsets stay. */
  clear(): void {
    this.count = 0;
    this.literalCount = 0;
  }

  /**
   * Adds a sequence.
   *
   * @param input The bytes.
   * @param anchor Where the literals start.
   * @param position Where they end and the match starts.
   * @param offset How far back the match is.
   * @param length How long the match is.
   */
  add(input: Uint8Array, anchor: number, position: number, offset: number, length: number): void {
    const literals = position - anchor;
    this.addLiterals(input, anchor, position);
    const i = this.count++;
    this.literalLengths[i] = literals;
    this.matchLengths[i] = length;
    const { offset1, offset2, offset3 } = this;
    if (literals > 0 && offset === offset1) {
      this.offsets[i] = 1;
      return;
    }
    this.offset1 = offset;
    this.offset2 = offset1;
    if (offset === offset2) {
      this.offsets[i] = literals > 0 ? 2 : 1;
      return;
    }
    this.offset3 = offset2;
    if (offset === offset3) this.offsets[i] = literals > 0 ? 3 : 2;
    else if (literals === 0 && offset === offset1 - 1) this.offsets[i] = 3;
    else this.offsets[i] = offset + 3;
  }

  /**
   * Adds literals that no match follows.
   *
   * @param input The bytes.
   * @param start Where they start.
   * @param end Where they end.
   */
  addLiterals(input: Uint8Array, start: number, end: number): void {
    const { literals } = this;
    let at = this.literalCount;
    if (end - start > 24) {
      literals.set(input.subarray(start, end), at);
      this.literalCount = at + end - start;
      return;
    }
    for (let i = start; i < end; i++) literals[at++] = input[i];
    this.literalCount = at;
  }
}
