/**
 * Compresses to zstd: one frame, which says how large its content is.
 *
 * @module
 */

import { BlockEncoder } from "./block_encoder.ts";
import { FRAME_MAGIC, MAX_BLOCK_BYTES } from "./constants.ts";
import { FastMatchFinder, type MatchFinder, ThoroughMatchFinder } from "./match_finder.ts";
import { Sequences } from "./sequences.ts";

/** Up to this size the content is its own window; above, the window is this. */
const MAX_WINDOW_LOG = 23;
/** Blocks too small to hold a match are stored as they are. */
const MIN_COMPRESSED_BLOCK = 16;
/** From this level on matches are looked for thoroughly; the depth doubles with every other level. */
const FIRST_THOROUGH_LEVEL = 4;

function matchFinder(input: Uint8Array, window: number, level: number): MatchFinder {
  if (level < FIRST_THOROUGH_LEVEL) return new FastMatchFinder(input, window, 13 + 2 * level);
  return new ThoroughMatchFinder(input, window, 1 << Math.min(10, level >> 1));
}

/** Kept from one frame to the next: allocating it costs more than a small frame. */
let sequences: Sequences | undefined;
let blocks: BlockEncoder | undefined;

/**
 * Compresses bytes to one frame.
 *
 * @param input The bytes.
 * @param level From 1, fast, to 22, small.
 * @returns The frame.
 */
export function compressZstd(input: Uint8Array, level: number): Uint8Array {
  const blockCount = Math.max(1, Math.ceil(input.length / MAX_BLOCK_BYTES));
  const output = new Uint8Array(input.length + 4 * blockCount + 1040);
  let offset = writeFrameHeader(input.length, output);
  const window = Math.min(input.length, 2 ** MAX_WINDOW_LOG);
  const finder = matchFinder(input, window, level);
  const found = sequences ??= new Sequences();
  const encoder = blocks ??= new BlockEncoder();
  found.offset1 = 1;
  found.offset2 = 4;
  found.offset3 = 8;
  for (let start = 0, i = 0; i < blockCount; i++) {
    const end = Math.min(start + MAX_BLOCK_BYTES, input.length);
    offset = writeBlock(
      input,
      start,
      end,
      i === blockCount - 1,
      finder,
      found,
      encoder,
      output,
      offset,
    );
    start = end;
  }
  return output.slice(0, offset);
}

function writeFrameHeader(length: number, output: Uint8Array): number {
  const view = new DataView(output.buffer);
  view.setUint32(0, FRAME_MAGIC, true);
  if (length > 2 ** MAX_WINDOW_LOG) {
    output[4] = 0x80;
    output[5] = (MAX_WINDOW_LOG - 10) << 3;
    view.setUint32(6, length, true);
    return 10;
  }
  // A single segment: no window but the content.
  if (length < 256) {
    output[4] = 0x20;
    output[5] = length;
    return 6;
  }
  if (length < 65_536 + 256) {
    output[4] = 0x60;
    view.setUint16(5, length - 256, true);
    return 7;
  }
  output[4] = 0xa0;
  view.setUint32(5, length, true);
  return 9;
}

function writeBlock(
  input: Uint8Array,
  start: number,
  end: number,
  isLast: boolean,
  finder: MatchFinder,
  found: Sequences,
  encoder: BlockEncoder,
  output: Uint8Array,
  offset: number,
): number {
  const length = end - start;
  const body = offset + 3;
  if (length >= MIN_COMPRESSED_BLOCK) {
    // Readers before 1.4.4 do not take a repeated byte for the first block.
    if (start > 0 && isRun(input, start, end)) {
      output[body] = input[start];
      writeBlockHeader(isLast, 1, length, output, offset);
      return body + 1;
    }
    const { offset1, offset2, offset3 } = found;
    found.clear();
    finder.find(found, start, end);
    const blockEnd = encoder.encode(found, output, body);
    if (blockEnd - body < length) {
      writeBlockHeader(isLast, 2, blockEnd - body, output, offset);
      return blockEnd;
    }
    // A block that is stored leaves the offsets as they were.
    found.offset1 = offset1;
    found.offset2 = offset2;
    found.offset3 = offset3;
  }
  output.set(input.subarray(start, end), body);
  writeBlockHeader(isLast, 0, length, output, offset);
  return body + length;
}

function writeBlockHeader(
  isLast: boolean,
  type: number,
  size: number,
  output: Uint8Array,
  offset: number,
): void {
  const word = (isLast ? 1 : 0) | (type << 1) | (size << 3);
  output[offset] = word;
  output[offset + 1] = word >> 8;
  output[offset + 2] = word >> 16;
}

/** Whether a block is one byte over and over. */
function isRun(input: Uint8Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (input[i] !== input[start]) return false;
  return true;
}
