/**
 * The block format of snappy, in both directions.
 *
 * @module
 */

import { corruptCompressedData } from "./compression.ts";
import type { OutputBuffer } from "./output_buffer.ts";

/** Matches are looked for within this many bytes, so that positions fit into 16 bits. */
const FRAGMENT_BYTES = 65_536;
const HASH_BITS = 14;
/** The last bytes of a fragment are literals, so that loads of four bytes stay inside. */
const MARGIN = 15;
/** Up to this many bytes are copied by a loop. */
const SHORT_COPY = 24;
/** No element makes more of its bytes than a copy of 64 bytes in three. */
const MAX_EXPANSION = 22;

const hashTable = new Uint16Array(1 << HASH_BITS);

/**
 * The most bytes that a block can take.
 *
 * @param length The length of the input.
 * @returns An upper bound.
 */
export function snappyMaxCompressedLength(length: number): number {
  return 32 + length + Math.ceil(length / 6);
}

/**
 * Compresses bytes to one block.
 *
 * @param input The bytes.
 * @param output Where to write; it must have room for the most that it can take.
 * @param offset Where in it to start.
 * @returns The offset after the block.
 */
export function compressSnappyBlock(input: Uint8Array, output: Uint8Array, offset: number): number {
  let length = input.length;
  for (; length >= 0x80; length >>>= 7) output[offset++] = (length & 0x7f) | 0x80;
  output[offset++] = length;
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  for (let start = 0; start < input.length; start += FRAGMENT_BYTES) {
    const end = Math.min(start + FRAGMENT_BYTES, input.length);
    offset = compressFragment(input, view, start, end, output, offset);
  }
  return offset;
}

function compressFragment(
  input: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  let literalStart = start;
  if (end - start > MARGIN) {
    // A small fragment uses a part of the table, so that clearing it costs no more than the work.
    let bits = 8;
    while (bits < HASH_BITS && 1 << bits < end - start) bits++;
    const shift = 32 - bits;
    const table = hashTable;
    table.fill(0, 0, 1 << bits);
    const limit = end - MARGIN;
    let position = start + 1;
    let skip = 32;
    while (position <= limit) {
      const word = view.getInt32(position, true);
      const hash = Math.imul(word, 0x1e35a7bd) >>> shift;
      let candidate = start + table[hash];
      table[hash] = position - start;
      if (view.getInt32(candidate, true) !== word) {
        // The longer nothing is found, the larger the steps.
        position += skip++ >>> 5;
        continue;
      }
      skip = 32;
      offset = writeLiteral(input, literalStart, position, output, offset);
      const matchStart = position;
      const distance = position - candidate;
      position += 4;
      candidate += 4;
      while (position < end && input[position] === input[candidate]) {
        position++;
        candidate++;
      }
      offset = writeCopy(distance, position - matchStart, output, offset);
      literalStart = position;
      if (position <= limit) {
        table[Math.imul(view.getInt32(position - 1, true), 0x1e35a7bd) >>> shift] = position - 1 -
          start;
      }
    }
  }
  return writeLiteral(input, literalStart, end, output, offset);
}

function writeLiteral(
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  const length = end - start;
  if (length === 0) return offset;
  const last = length - 1;
  if (last < 60) {
    output[offset++] = last << 2;
  } else if (last < 0x100) {
    output[offset++] = 60 << 2;
    output[offset++] = last;
  } else {
    output[offset++] = 61 << 2;
    output[offset++] = last;
    output[offset++] = last >>> 8;
  }
  if (length > SHORT_COPY) {
    output.set(input.subarray(start, end), offset);
    return offset + length;
  }
  for (let i = start; i < end; i++) output[offset++] = input[i];
  return offset;
}

function writeCopy(distance: number, length: number, output: Uint8Array, offset: number): number {
  // A copy with a two-byte distance holds 64 at most; what is left must be 4 or more for the short form to do.
  while (length >= 68) {
    output[offset++] = (63 << 2) | 2;
    output[offset++] = distance;
    output[offset++] = distance >>> 8;
    length -= 64;
  }
  if (length > 64) {
    output[offset++] = (59 << 2) | 2;
    output[offset++] = distance;
    output[offset++] = distance >>> 8;
    length -= 60;
  }
  if (length < 12 && distance < 2048) {
    output[offset++] = ((distance >>> 8) << 5) | ((length - 4) << 2) | 1;
    output[offset++] = distance;
    return offset;
  }
  output[offset++] = ((length - 1) << 2) | 2;
  output[offset++] = distance;
  output[offset++] = distance >>> 8;
  return offset;
}

/**
 * Decompresses one block.
 *
 * @param input The compressed bytes.
 * @param start Where the block starts.
 * @param end Where it ends.
 * @param out Where the bytes go.
 * @throws {ProtocolError} Where the block is damaged.
 * @throws {KafkaError} Past the limit of the output.
 */
export function decompressSnappyBlock(
  input: Uint8Array,
  start: number,
  end: number,
  out: OutputBuffer,
): void {
  let position = start;
  let length = 0;
  for (let shift = 0;; shift += 7) {
    if (position >= end || shift > 28) throw damaged("its length is cut off", start);
    const byte = input[position++];
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  if (length > MAX_EXPANSION * (end - position)) {
    throw damaged(`${end - position} bytes cannot hold the ${length} that they claim`, start);
  }
  out.reserve(length);
  const { bytes } = out;
  const base = out.length;
  const limit = base + length;
  let at = base;
  while (position < end) {
    const tag = input[position++];
    let size: number;
    let distance: number;
    switch (tag & 3) {
      case 0: {
        size = (tag >>> 2) + 1;
        if (size > 60) {
          const extra = size - 60;
          if (position + extra > end) throw damaged("a literal is cut off", position - 1);
          size = input[position];
          if (extra > 1) size |= input[position + 1] << 8;
          if (extra > 2) size |= input[position + 2] << 16;
          if (extra > 3) size += input[position + 3] * 2 ** 24;
          size++;
          position += extra;
        }
        if (size > end - position) throw damaged("a literal is cut off", position - 1);
        if (size > limit - at) throw damaged("it holds more than it claims", position - 1);
        if (size > SHORT_COPY) {
          bytes.set(input.subarray(position, position + size), at);
          at += size;
          position += size;
        } else {
          for (const stop = position + size; position < stop;) bytes[at++] = input[position++];
        }
        continue;
      }
      case 1:
        if (position >= end) throw damaged("a copy is cut off", position - 1);
        size = ((tag >>> 2) & 7) + 4;
        distance = ((tag >>> 5) << 8) | input[position++];
        break;
      case 2:
        if (position + 2 > end) throw damaged("a copy is cut off", position - 1);
        size = (tag >>> 2) + 1;
        distance = input[position] | (input[position + 1] << 8);
        position += 2;
        break;
      default:
        if (position + 4 > end) throw damaged("a copy is cut off", position - 1);
        size = (tag >>> 2) + 1;
        distance = (input[position] | (input[position + 1] << 8) | (input[position + 2] << 16) |
          (input[position + 3] << 24)) >>> 0;
        position += 4;
    }
    if (distance === 0 || distance > at - base) {
      throw damaged(`a copy reaches back ${distance} of ${at - base} bytes`, position);
    }
    if (size > limit - at) throw damaged("it holds more than it claims", position);
    let from = at - distance;
    if (size > SHORT_COPY && distance >= size) {
      bytes.copyWithin(at, from, from + size);
      at += size;
    } else {
      // Source and target may overlap: the bytes just written are repeated.
      for (const stop = at + size; at < stop;) bytes[at++] = bytes[from++];
    }
  }
  if (at !== limit) throw damaged(`it holds ${at - base} bytes and claims ${length}`, end);
  out.length = limit;
}

function damaged(why: string, offset: number): Error {
  return corruptCompressedData("snappy", `a block is damaged: ${why}`, { offset });
}
