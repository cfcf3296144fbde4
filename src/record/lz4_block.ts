/**
 * The block format of lz4: decompression, and the fast compression. The
 * thorough one is in `lz4_chains.ts`.
 *
 * @module
 */

import { corruptCompressedData } from "./compression.ts";
import type { OutputBuffer } from "./output_buffer.ts";

/** The shortest match. */
export const MIN_MATCH: number = 4;
/** A match does not start in the last bytes of a block ... */
export const MATCH_MARGIN: number = 12;
/** ... and the very last are literals. */
export const LAST_LITERALS: number = 5;
/** How far back a match may reach. */
export const MAX_DISTANCE: number = 65_535;

/** Up to this many bytes are copied by a loop. */
const SHORT_COPY = 24;
/** No byte of a block makes more than this many. */
const MAX_EXPANSION = 255;
const HASH_BITS = 14;
/** After 2^6 steps without a match the steps grow. */
const SKIP_TRIGGER = 6;

const hashTable = new Int32Array(1 << HASH_BITS);

/**
 * The most bytes that a block can take.
 *
 * @param length The length of the input.
 * @returns An upper bound.
 */
export function lz4MaxCompressedLength(length: number): number {
  return length + Math.ceil(length / 255) + 16;
}

/**
 * Compresses a part of the input to one block, without reference to what is before it.
 *
 * @param input The bytes.
 * @param start Where the part starts.
 * @param end Where it ends.
 * @param output Where to write; it must have room for the most that it can take.
 * @param offset Where in it to start.
 * @returns The offset after the block.
 */
export function compressLz4Block(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  let anchor = start;
  const limit = end - MATCH_MARGIN;
  if (limit > start) {
    const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    const matchEnd = end - LAST_LITERALS;
    const table = hashTable;
    // Where an entry is not of this block, its position is before the start.
    table.fill(-1);
    let position = start;
    let attempts = 1 << SKIP_TRIGGER;
    while (position < limit) {
      const word = view.getInt32(position, true);
      const slot = hash(word, input[position + 4]);
      let candidate = table[slot];
      table[slot] = position;
      if (
        candidate < start || position - candidate > MAX_DISTANCE ||
        view.getInt32(candidate, true) !== word
      ) {
        position += attempts++ >>> SKIP_TRIGGER;
        continue;
      }
      attempts = 1 << SKIP_TRIGGER;
      let matched = position + MIN_MATCH;
      let source = candidate + MIN_MATCH;
      while (matched < matchEnd && input[matched] === input[source]) {
        matched++;
        source++;
      }
      while (
        position > anchor && candidate > start && input[position - 1] === input[candidate - 1]
      ) {
        position--;
        candidate--;
      }
      const distance = position - candidate;
      offset = writeSequence(input, anchor, position, distance, matched - position, output, offset);
      anchor = position = matched;
      if (position < limit) {
        table[hash(view.getInt32(position - 2, true), input[position + 2])] = position - 2;
      }
    }
  }
  return writeLastLiterals(input, anchor, end, output, offset);
}

/** Five bytes find longer matches than the four that a match needs. */
function hash(word: number, fifth: number): number {
  return (Math.imul(word, 0x9e3779b1) ^ Math.imul(fifth, 0x85ebca6b)) >>> (32 - HASH_BITS);
}

/**
 * Writes literals and the match after them.
 *
 * @param input The bytes.
 * @param anchor Where the literals start.
 * @param position Where they end and the match starts.
 * @param distance How far back the match is.
 * @param length How long the match is.
 * @param output Where to write.
 * @param offset Where in it to start.
 * @returns The offset after it.
 */
export function writeSequence(
  input: Uint8Array,
  anchor: number,
  position: number,
  distance: number,
  length: number,
  output: Uint8Array,
  offset: number,
): number {
  const literals = position - anchor;
  const extra = length - MIN_MATCH;
  output[offset++] = (Math.min(literals, 15) << 4) | Math.min(extra, 15);
  offset = writeLiterals(input, anchor, position, output, offset);
  output[offset++] = distance;
  output[offset++] = distance >>> 8;
  return extra >= 15 ? writeLength(extra - 15, output, offset) : offset;
}

/**
 * Writes the literals that end a block.
 *
 * @param input The bytes.
 * @param anchor Where they start.
 * @param end Where they end.
 * @param output Where to write.
 * @param offset Where in it to start.
 * @returns The offset after the block.
 */
export function writeLastLiterals(
  input: Uint8Array,
  anchor: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  output[offset++] = Math.min(end - anchor, 15) << 4;
  return writeLiterals(input, anchor, end, output, offset);
}

function writeLiterals(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  const length = end - start;
  if (length >= 15) offset = writeLength(length - 15, output, offset);
  if (length > SHORT_COPY) {
    output.set(input.subarray(start, end), offset);
    return offset + length;
  }
  for (let i = start; i < end; i++) output[offset++] = input[i];
  return offset;
}

function writeLength(rest: number, output: Uint8Array, offset: number): number {
  for (; rest >= 255; rest -= 255) output[offset++] = 255;
  output[offset++] = rest;
  return offset;
}

/**
 * Decompresses one block.
 *
 * @param input The compressed bytes.
 * @param start Where the block starts.
 * @param end Where it ends.
 * @param out Where the bytes go.
 * @param base The first byte of the output that a match may reach.
 * @param maxBytes The most bytes that the block may hold.
 * @throws {ProtocolError} Where the block is damaged.
 * @throws {KafkaError} Past the limit of the output.
 */
export function decompressLz4Block(
  input: Uint8Array,
  start: number,
  end: number,
  out: OutputBuffer,
  base: number,
  maxBytes: number,
): void {
  const most = Math.min(maxBytes, MAX_EXPANSION * (end - start));
  out.reserveUpTo(most);
  const { bytes } = out;
  let at = out.length;
  const limit = Math.min(bytes.length, at + most);
  let position = start;
  while (position < end) {
    const token = input[position++];
    let literals = token >>> 4;
    if (literals === 15) {
      let byte: number;
      do {
        if (position >= end) throw damaged("a length is cut off", position);
        byte = input[position++];
        literals += byte;
      } while (byte === 255);
    }
    if (literals > end - position) throw damaged("literals are cut off", position);
    if (literals > limit - at) throw out.overflow("a block holds more than it may", position);
    if (literals > SHORT_COPY) {
      bytes.set(input.subarray(position, position + literals), at);
      at += literals;
      position += literals;
    } else {
      for (const stop = position + literals; position < stop;) bytes[at++] = input[position++];
    }
    if (position === end) {
      out.length = at;
      return;
    }

    if (position + 2 > end) throw damaged("a distance is cut off", position);
    const distance = input[position] | (input[position + 1] << 8);
    position += 2;
    if (distance === 0 || distance > at - base) {
      throw damaged(`a match reaches back ${distance} of ${at - base} bytes`, position - 2);
    }
    let length = token & 15;
    if (length === 15) {
      let byte: number;
      do {
        if (position >= end) throw damaged("a length is cut off", position);
        byte = input[position++];
        length += byte;
      } while (byte === 255);
    }
    length += MIN_MATCH;
    if (length > limit - at) throw out.overflow("a block holds more than it may", position);
    let from = at - distance;
    if (length > SHORT_COPY && distance >= length) {
      bytes.copyWithin(at, from, from + length);
      at += length;
    } else if (length > SHORT_COPY && distance === 1) {
      bytes.fill(bytes[from], at, at + length);
      at += length;
    } else {
      // Source and target may overlap: the bytes just written are repeated.
      for (const stop = at + length; at < stop;) bytes[at++] = bytes[from++];
    }
  }
  throw damaged("it does not end with literals", end);
}

function damaged(why: string, offset: number): Error {
  return corruptCompressedData("lz4", `a block is damaged: ${why}`, { offset });
}
