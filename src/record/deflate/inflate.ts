/**
 * Decompresses deflate.
 *
 * @module
 */

import { corruptCompressedData } from "../compression.ts";
import type { OutputBuffer } from "../output_buffer.ts";
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
} from "./constants.ts";

/** Codes up to this length are looked up at once. */
const FAST_BITS = 10;
/** Up to this many bytes are copied by a loop. */
const SHORT_COPY = 24;

/** A code, ready to decode. */
interface DecodingCode {
  /** By the next bits: the symbol (bits 4 and up) and the code's length (0-3); 0 for codes that are longer. */
  readonly fast: Uint16Array;
  /** How many codes there are of each length. */
  readonly counts: Uint16Array;
  /** The symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

const FIXED_LITERALS: DecodingCode = buildCode(FIXED_LENGTHS, FIXED_LENGTHS.length, 0, false);
// Thirty codes of five bits leave two over, which the fixed code may.
const FIXED_DISTANCE_CODE: DecodingCode = tabulate(FIXED_DISTANCES, FIXED_DISTANCES.length);

function damaged(why: string, offset: number): Error {
  return corruptCompressedData("gzip", why, { offset });
}

function tabulate(lengths: Uint8Array, count: number): DecodingCode {
  const counts = new Uint16Array(MAX_CODE_BITS + 1);
  for (let i = 0; i < count; i++) counts[lengths[i]]++;
  counts[0] = 0;
  const starts = new Uint16Array(MAX_CODE_BITS + 2);
  const codes = new Uint16Array(MAX_CODE_BITS + 2);
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    starts[length + 1] = starts[length] + counts[length];
    codes[length + 1] = (codes[length] + counts[length]) << 1;
  }
  const symbols = new Uint16Array(count);
  const fast = new Uint16Array(1 << FAST_BITS);
  for (let symbol = 0; symbol < count; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    symbols[starts[length]++] = symbol;
    const code = codes[length]++;
    if (length > FAST_BITS) continue;
    // Codes come with their first bit lowest.
    let reversed = 0;
    for (let bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
    for (let i = reversed; i < fast.length; i += 1 << length) fast[i] = (symbol << 4) | length;
  }
  return { fast, counts, symbols };
}

/** Builds a code; it must be complete, except that a single code of one bit will do where that is allowed. */
function buildCode(
  lengths: Uint8Array,
  count: number,
  offset: number,
  allowSingle: boolean,
): DecodingCode {
  const code = tabulate(lengths, count);
  let left = 1;
  let longest = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    left = left * 2 - code.counts[length];
    if (left < 0) throw damaged("a code has too many symbols", offset);
    if (code.counts[length] > 0) longest = length;
  }
  if (left > 0 && longest > 0 && !(allowSingle && longest === 1)) {
    throw damaged("a code is incomplete", offset);
  }
  return code;
}

/** Decompresses one stream of deflate. */
export class Inflater {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #endBit: number;
  readonly #out: OutputBuffer;
  #bit = 0;
  #base = 0;

  /**
   * Takes hold of the bytes.
   *
   * @param input The compressed bytes, with eight to spare after the end.
   * @param end Where they end.
   * @param out Where the content goes.
   */
  constructor(input: Uint8Array, end: number, out: OutputBuffer) {
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#endBit = 8 * end;
    this.#out = out;
  }

  /**
   * Decompresses a stream.
   *
   * @param start Where it starts.
   * @returns The offset after it.
   */
  inflate(start: number): number {
    this.#bit = 8 * start;
    this.#base = this.#out.length;
    let isLast: number;
    do {
      isLast = this.#read(1);
      const type = this.#read(2);
      if (type === 0) this.#stored();
      else if (type === 1) this.#block(FIXED_LITERALS, FIXED_DISTANCE_CODE);
      else if (type === 2) this.#dynamic();
      else throw damaged("the type of a block is unknown", this.#bit >> 3);
    } while (isLast === 0);
    return (this.#bit + 7) >> 3;
  }

  /** Reads up to 16 bits. */
  #read(bits: number): number {
    const bit = this.#bit;
    this.#bit += bits;
    if (this.#bit > this.#endBit) throw damaged("it is cut off", bit >> 3);
    return (this.#view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << bits) - 1);
  }

  #stored(): void {
    let position = (this.#bit + 7) >> 3;
    if (8 * (position + 4) > this.#endBit) throw damaged("a stored block is cut off", position);
    const length = this.#view.getUint16(position, true);
    if (length !== (this.#view.getUint16(position + 2, true) ^ 0xffff)) {
      throw damaged("the length of a stored block is damaged", position);
    }
    position += 4;
    if (8 * (position + length) > this.#endBit) {
      throw damaged("a stored block is cut off", position);
    }
    const out = this.#out;
    out.reserve(length);
    out.bytes.set(this.#input.subarray(position, position + length), out.length);
    out.length += length;
    this.#bit = 8 * (position + length);
  }

  #dynamic(): void {
    const offset = this.#bit >> 3;
    const literalCount = this.#read(5) + 257;
    const distanceCount = this.#read(5) + 1;
    const lengthCount = this.#read(4) + 4;
    if (literalCount > 286 || distanceCount > 30) {
      throw damaged("a code has too many symbols", offset);
    }
    const lengths = new Uint8Array(320);
    for (let i = 0; i < lengthCount; i++) lengths[LENGTH_ORDER[i]] = this.#read(3);
    const lengthCode = buildCode(lengths, 19, offset, false);
    lengths.fill(0);
    const total = literalCount + distanceCount;
    for (let i = 0; i < total;) {
      const symbol = this.#decode(lengthCode);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) {
        throw damaged("there is no code length to repeat", this.#bit >> 3);
      }
      const value = symbol === 16 ? lengths[i - 1] : 0;
      const repeat = symbol === 16
        ? 3 + this.#read(2)
        : symbol === 17
        ? 3 + this.#read(3)
        : 11 + this.#read(7);
      if (i + repeat > total) throw damaged("too many code lengths are repeated", this.#bit >> 3);
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
    if (lengths[END_OF_BLOCK] === 0) throw damaged("a block has no end", offset);
    const literals = buildCode(lengths, literalCount, offset, true);
    const distances = buildCode(lengths.subarray(literalCount), distanceCount, offset, true);
    this.#block(literals, distances);
  }

  #block(literals: DecodingCode, distances: DecodingCode): void {
    const view = this.#view;
    const out = this.#out;
    const base = this.#base;
    const endBit = this.#endBit;
    const { fast } = literals;
    let { bytes } = out;
    let at = out.length;
    let bit = this.#bit;
    while (true) {
      if (bit > endBit) throw damaged("it is cut off", endBit >> 3);
      let symbol: number;
      const entry = fast[(view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << FAST_BITS) - 1)];
      if (entry !== 0) {
        bit += entry & 15;
        symbol = entry >> 4;
      } else {
        this.#bit = bit;
        symbol = this.#decode(literals);
        bit = this.#bit;
      }
      if (symbol < END_OF_BLOCK) {
        if (at >= bytes.length) {
          out.length = at;
          out.reserve(1);
          ({ bytes } = out);
        }
        bytes[at++] = symbol;
        continue;
      }
      if (symbol === END_OF_BLOCK) {
        if (bit > endBit) throw damaged("it is cut off", endBit >> 3);
        out.length = at;
        this.#bit = bit;
        return;
      }
      const lengthIndex = symbol - 257;
      if (lengthIndex > 28) throw damaged("a length is unknown", bit >> 3);
      this.#bit = bit;
      const length = LENGTH_BASE[lengthIndex] + this.#read(LENGTH_BITS[lengthIndex]);
      const distanceIndex = this.#decode(distances);
      const distance = DISTANCE_BASE[distanceIndex] + this.#read(DISTANCE_BITS[distanceIndex]);
      bit = this.#bit;
      if (distance > at - base) {
        throw damaged(`a match reaches back ${distance} of ${at - base} bytes`, bit >> 3);
      }
      if (length > bytes.length - at) {
        out.length = at;
        out.reserve(length);
        ({ bytes } = out);
      }
      let from = at - distance;
      if (length > SHORT_COPY && distance >= length) {
        bytes.copyWithin(at, from, from + length);
        at += length;
      } else {
        // Source and target may overlap: the bytes just written are repeated.
        for (const stop = at + length; at < stop;) bytes[at++] = bytes[from++];
      }
    }
  }

  /** Decodes a symbol of any length, bit by bit where it is not in the table. */
  #decode(code: DecodingCode): number {
    const bit = this.#bit;
    const word = this.#view.getUint32(bit >> 3, true) >>> (bit & 7);
    const entry = code.fast[word & ((1 << FAST_BITS) - 1)];
    if (entry !== 0) {
      this.#bit = bit + (entry & 15);
    } else {
      let value = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length <= MAX_CODE_BITS; length++) {
        value |= (word >>> (length - 1)) & 1;
        const count = code.counts[length];
        if (value - first < count) {
          this.#bit = bit + length;
          if (this.#bit > this.#endBit) throw damaged("it is cut off", bit >> 3);
          return code.symbols[index + value - first];
        }
        index += count;
        first = (first + count) << 1;
        value <<= 1;
      }
      throw damaged("a code is unknown", bit >> 3);
    }
    if (this.#bit > this.#endBit) throw damaged("it is cut off", bit >> 3);
    return entry >> 4;
  }
}
