/**
 * Compresses to deflate.
 *
 * @module
 */

import { codeLengths } from "../code_lengths.ts";
import { BitWriter } from "../bit_writer.ts";
import {
  DISTANCE_BASE,
  DISTANCE_BITS,
  END_OF_BLOCK,
  FIXED_DISTANCES,
  FIXED_LENGTHS,
  LENGTH_BASE,
  LENGTH_BITS,
  LENGTH_ORDER,
  MAX_CODE_BITS,
  WINDOW_BYTES,
} from "./constants.ts";

const MIN_MATCH = 3;
const MAX_MATCH = 258;
const HASH_BITS = 15;
/** A block ends after so many literals and matches. */
const BLOCK_TOKENS = 16_384;
/** What fits into one stored block. */
const MAX_STORED = 65_535;
/** How many earlier places are looked at, by level from 1 to 9. */
const DEPTHS: readonly number[] = [2, 4, 8, 12, 16, 32, 64, 256, 1024];
/** From this level on a match waits for a better one at the next byte. */
const FIRST_LAZY_LEVEL = 4;
/** A match of three bytes from farther than this takes more than literals do. */
const MAX_SHORT_DISTANCE = 4096;

const LENGTH_CODES: Uint8Array = new Uint8Array(MAX_MATCH + 1);
for (let code = 0; code < LENGTH_BASE.length; code++) {
  for (let i = 0; i < 2 ** LENGTH_BITS[code] && LENGTH_BASE[code] + i <= MAX_MATCH; i++) {
    LENGTH_CODES[LENGTH_BASE[code] + i] = code;
  }
}

function distanceCode(distance: number): number {
  if (distance < 5) return distance - 1;
  const bits = 30 - Math.clz32(distance - 1);
  return 2 * bits + 2 + (((distance - 1) >> bits) & 1);
}

/** A code, ready to encode: the bits of each symbol with the first one lowest. */
interface EncodingCode {
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
}

function encodingCode(lengths: Uint8Array): EncodingCode {
  const next = new Uint16Array(MAX_CODE_BITS + 2);
  for (const length of lengths) if (length > 0) next[length + 1]++;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    next[length + 1] = (next[length] + next[length + 1]) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    const code = next[length]++;
    for (let bit = 0; bit < length; bit++) {
      codes[symbol] |= ((code >> bit) & 1) << (length - 1 - bit);
    }
  }
  return { lengths, codes };
}

const FIXED_LITERAL_CODE: EncodingCode = encodingCode(FIXED_LENGTHS);
const FIXED_DISTANCE_CODE: EncodingCode = encodingCode(FIXED_DISTANCES);

/**
 * The most bytes that deflate can take.
 *
 * @param length The length of the input.
 * @returns An upper bound.
 */
export function deflateMaxCompressedLength(length: number): number {
  return length + 5 * Math.ceil(length / BLOCK_TOKENS + 1) + 512;
}

/** Compresses one stream. */
export class Deflater {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #output: Uint8Array;
  readonly #writer: BitWriter;
  readonly #depth: number;
  readonly #isLazy: boolean;
  readonly #heads = new Int32Array(1 << HASH_BITS).fill(-1);
  readonly #previous = new Int32Array(WINDOW_BYTES);
  #inserted = 0;
  #foundAt = 0;
  /** A match's length and distance, or 0 and a literal. */
  readonly #tokenLengths = new Uint16Array(BLOCK_TOKENS);
  readonly #tokenValues = new Uint16Array(BLOCK_TOKENS);
  #tokens = 0;
  #blockStart = 0;

  /**
   * Starts a stream.
   *
   * @param input The bytes.
   * @param level From 1, fast, to 9, small.
   * @param output Where to write; it must have room for the most that it can take.
   * @param offset Where in it to start.
   */
  constructor(input: Uint8Array, level: number, output: Uint8Array, offset: number) {
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#output = output;
    this.#writer = new BitWriter(output, offset);
    this.#depth = DEPTHS[level - 1];
    this.#isLazy = level >= FIRST_LAZY_LEVEL;
  }

  /**
   * Compresses everything.
   *
   * @returns The offset after it.
   */
  deflate(): number {
    const input = this.#input;
    const end = input.length;
    const limit = end - 4;
    let position = 0;
    while (position < end) {
      let length = position <= limit ? this.#search(position, MIN_MATCH - 1) : 0;
      if (length === 0) {
        this.#add(0, input[position], ++position);
        continue;
      }
      let match = this.#foundAt;
      while (this.#isLazy && position < limit && length < MAX_MATCH) {
        const better = this.#search(position + 1, length);
        if (better === 0) break;
        this.#add(0, input[position], ++position);
        length = better;
        match = this.#foundAt;
      }
      const distance = position - match;
      position += length;
      this.#add(length, distance, position);
    }
    this.#writeBlock(end, true);
    return this.#writer.align();
  }

  /** The length of the best match here, when it is longer than `least`; else 0. */
  #search(position: number, least: number): number {
    const input = this.#input;
    this.#insertUpTo(position);
    const end = Math.min(input.length, position + MAX_MATCH);
    const lowest = Math.max(0, position - WINDOW_BYTES);
    let best = least;
    let found = 0;
    let candidate = this.#heads[this.#hash(position)];
    for (let i = this.#depth; i > 0 && candidate >= lowest; i--) {
      if (input[candidate + best] === input[position + best]) {
        let at = position;
        let from = candidate;
        while (at < end && input[at] === input[from]) {
          at++;
          from++;
        }
        const length = at - position;
        if (length > best && (length > MIN_MATCH || position - candidate <= MAX_SHORT_DISTANCE)) {
          best = found = length;
          this.#foundAt = candidate;
          if (at === end) break;
        }
      }
      const next = this.#previous[candidate & (WINDOW_BYTES - 1)];
      // The ring was overwritten by later places.
      if (next >= candidate) break;
      candidate = next;
    }
    return found;
  }

  #insertUpTo(position: number): void {
    // Near the end there are no bytes to hash.
    const stop = Math.min(position, this.#input.length - 3);
    for (let i = this.#inserted; i < stop; i++) {
      const slot = this.#hash(i);
      this.#previous[i & (WINDOW_BYTES - 1)] = this.#heads[slot];
      this.#heads[slot] = i;
    }
    if (stop > this.#inserted) this.#inserted = stop;
  }

  /** By three bytes, the shortest match. */
  #hash(position: number): number {
    const word = this.#view.getUint16(position, true) | (this.#input[position + 2] << 16);
    return Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
  }

  #add(length: number, value: number, end: number): void {
    this.#tokenLengths[this.#tokens] = length;
    this.#tokenValues[this.#tokens++] = value;
    if (this.#tokens === BLOCK_TOKENS) this.#writeBlock(end, false);
  }

  /** Writes what was collected as whichever kind of block is shortest. */
  #writeBlock(end: number, isLast: boolean): void {
    const literalHistogram = new Uint32Array(286);
    const distanceHistogram = new Uint32Array(30);
    let extraBits = 0;
    for (let i = 0; i < this.#tokens; i++) {
      const length = this.#tokenLengths[i];
      const value = this.#tokenValues[i];
      if (length === 0) {
        literalHistogram[value]++;
        continue;
      }
      const code = LENGTH_CODES[length];
      literalHistogram[257 + code]++;
      const distance = distanceCode(value);
      distanceHistogram[distance]++;
      extraBits += LENGTH_BITS[code] + DISTANCE_BITS[distance];
    }
    literalHistogram[END_OF_BLOCK] = 1;
    // A code needs two symbols to be complete.
    atLeastTwo(literalHistogram);
    atLeastTwo(distanceHistogram);
    const literals = encodingCode(codeLengths(literalHistogram, 286, MAX_CODE_BITS));
    const distances = encodingCode(codeLengths(distanceHistogram, 30, MAX_CODE_BITS));
    const description = new CodeDescription(literals.lengths, distances.lengths);
    const dynamicBits = description.bits + cost(literalHistogram, literals) +
      cost(distanceHistogram, distances) + extraBits;
    const fixedBits = cost(literalHistogram, FIXED_LITERAL_CODE) +
      cost(distanceHistogram, FIXED_DISTANCE_CODE) + extraBits;
    const storedBits = 8 * (end - this.#blockStart) + 42;
    const writer = this.#writer;
    if (storedBits < dynamicBits && storedBits < fixedBits) {
      this.#writeStored(end, isLast);
    } else if (fixedBits <= dynamicBits) {
      writer.write((isLast ? 1 : 0) | (1 << 1), 3);
      this.#writeTokens(FIXED_LITERAL_CODE, FIXED_DISTANCE_CODE);
    } else {
      writer.write((isLast ? 1 : 0) | (2 << 1), 3);
      description.write(writer);
      this.#writeTokens(literals, distances);
    }
    this.#tokens = 0;
    this.#blockStart = end;
  }

  #writeStored(end: number, isLast: boolean): void {
    const writer = this.#writer;
    let start = this.#blockStart;
    do {
      const length = Math.min(end - start, MAX_STORED);
      writer.write(isLast && start + length === end ? 1 : 0, 3);
      writer.align();
      writer.write(length, 16);
      writer.write(length ^ 0xffff, 16);
      this.#output.set(this.#input.subarray(start, start + length), writer.offset);
      writer.offset += length;
      start += length;
    } while (start < end);
  }

  #writeTokens(literals: EncodingCode, distances: EncodingCode): void {
    const writer = this.#writer;
    for (let i = 0; i < this.#tokens; i++) {
      const length = this.#tokenLengths[i];
      const value = this.#tokenValues[i];
      if (length === 0) {
        writer.write(literals.codes[value], literals.lengths[value]);
        continue;
      }
      const code = LENGTH_CODES[length];
      writer.write(literals.codes[257 + code], literals.lengths[257 + code]);
      writer.write(length - LENGTH_BASE[code], LENGTH_BITS[code]);
      const distance = distanceCode(value);
      writer.write(distances.codes[distance], distances.lengths[distance]);
      writer.write(value - DISTANCE_BASE[distance], DISTANCE_BITS[distance]);
    }
    writer.write(literals.codes[END_OF_BLOCK], literals.lengths[END_OF_BLOCK]);
  }
}

function atLeastTwo(histogram: Uint32Array): void {
  let used = 0;
  for (const count of histogram) if (count > 0) used++;
  for (let symbol = 0; used < 2; symbol++) {
    if (histogram[symbol] > 0) continue;
    histogram[symbol] = 1;
    used++;
  }
}

function cost(histogram: Uint32Array, code: EncodingCode): number {
  let bits = 0;
  for (let symbol = 0; symbol < histogram.length; symbol++) {
    bits += histogram[symbol] * code.lengths[symbol];
  }
  return bits;
}

/** The lengths of both codes, with runs shortened, and coded themselves. */
class CodeDescription {
  readonly #symbols: number[] = [];
  /** How far each run goes on, and in how many bits that is given. */
  readonly #extras: number[] = [];
  readonly #code: EncodingCode;
  readonly #literalCount: number;
  readonly #distanceCount: number;
  readonly #lengthCount: number;
  /** How many bits the description takes. */
  readonly bits: number;

  constructor(literals: Uint8Array, distances: Uint8Array) {
    this.#literalCount = lastUsed(literals, 257);
    this.#distanceCount = lastUsed(distances, 1);
    const lengths = [
      ...literals.subarray(0, this.#literalCount),
      ...distances.subarray(0, this.#distanceCount),
    ];
    for (let i = 0; i < lengths.length;) {
      const length = lengths[i];
      let run = 1;
      while (lengths[i + run] === length) run++;
      if (length === 0 && run >= 3) {
        run = Math.min(run, 138);
        this.#symbols.push(run < 11 ? 17 : 18);
        this.#extras.push(run < 11 ? run - 3 : run - 11);
      } else if (i > 0 && length === lengths[i - 1] && run >= 3) {
        run = Math.min(run, 6);
        this.#symbols.push(16);
        this.#extras.push(run - 3);
      } else {
        run = 1;
        this.#symbols.push(length);
        this.#extras.push(0);
      }
      i += run;
    }
    const histogram = new Uint32Array(19);
    for (const symbol of this.#symbols) histogram[symbol]++;
    atLeastTwo(histogram);
    this.#code = encodingCode(codeLengths(histogram, 19, 7));
    let lengthCount = 19;
    while (lengthCount > 4 && this.#code.lengths[LENGTH_ORDER[lengthCount - 1]] === 0) {
      lengthCount--;
    }
    this.#lengthCount = lengthCount;
    this.bits = 14 + 3 * lengthCount;
    for (const symbol of this.#symbols) this.bits += this.#code.lengths[symbol] + runBits(symbol);
  }

  write(writer: BitWriter): void {
    writer.write(this.#literalCount - 257, 5);
    writer.write(this.#distanceCount - 1, 5);
    writer.write(this.#lengthCount - 4, 4);
    const { codes, lengths } = this.#code;
    for (let i = 0; i < this.#lengthCount; i++) writer.write(lengths[LENGTH_ORDER[i]], 3);
    for (let i = 0; i < this.#symbols.length; i++) {
      const symbol = this.#symbols[i];
      writer.write(codes[symbol], lengths[symbol]);
      writer.write(this.#extras[i], runBits(symbol));
    }
  }
}

function runBits(symbol: number): number {
  return symbol < 16 ? 0 : symbol === 16 ? 2 : symbol === 17 ? 3 : 7;
}

function lastUsed(lengths: Uint8Array, least: number): number {
  let count = lengths.length;
  while (count > least && lengths[count - 1] === 0) count--;
  return count;
}
