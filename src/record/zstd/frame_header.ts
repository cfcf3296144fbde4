/**
 * The headers of zstd frames and blocks.
 *
 * @module
 */

import { FRAME_MAGIC, MAX_BLOCK_BYTES, MAX_WINDOW_BYTES, SKIPPABLE_MAGIC } from "./constants.ts";
import { damaged } from "./damaged.ts";

/** What the header of a frame says. */
export interface FrameHeader {
  /** The offset after the header. */
  readonly end: number;
  /** How large the content is, when it says so. */
  readonly contentSize: number | undefined;
  /** The most that a block may hold. */
  readonly maxBlockBytes: number;
  /** Whether a checksum follows the last block. */
  readonly hasChecksum: boolean;
}

/**
 * Reads the header of a frame.
 *
 * @param input The compressed bytes.
 * @param start Where the frame starts.
 * @param end Where the bytes end.
 * @returns The header; for a frame to skip only where it ends.
 */
export function readFrameHeader(
  input: Uint8Array,
  start: number,
  end: number,
): FrameHeader | { readonly skipTo: number } {
  const uint32 = (at: number): number =>
    (input[at] | (input[at + 1] << 8) | (input[at + 2] << 16) | (input[at + 3] << 24)) >>> 0;
  if (end - start < 4) throw damaged("its magic is cut off", start);
  const magic = uint32(start);
  if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
    if (end - start < 8) throw damaged("the size of a frame to skip is cut off", start);
    const skipTo = start + 8 + uint32(start + 4);
    if (skipTo > end) throw damaged("a frame to skip is cut off", start);
    return { skipTo };
  }
  if (magic !== FRAME_MAGIC) {
    throw damaged(`${magic.toString(16).padStart(8, "0")} is not its magic`, start);
  }
  if (end - start < 5) throw damaged("the header of a frame is cut off", start);
  const descriptor = input[start + 4];
  if (descriptor & 0x08) throw damaged("a reserved flag is set", start + 4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3];
  const contentSizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6];
  let position = start + 5;
  if (position + (isSingleSegment ? 0 : 1) + dictionaryBytes + contentSizeBytes > end) {
    throw damaged("the header of a frame is cut off", start);
  }
  let windowBytes = 0;
  if (!isSingleSegment) {
    const byte = input[position++];
    const base = 2 ** (10 + (byte >> 3));
    windowBytes = base + (base / 8) * (byte & 7);
  }
  for (let i = 0; i < dictionaryBytes; i++) {
    if (input[position + i] !== 0) throw damaged("it needs a dictionary", position);
  }
  position += dictionaryBytes;
  let contentSize: number | undefined;
  if (contentSizeBytes === 1) contentSize = input[position];
  else if (contentSizeBytes === 2) {
    contentSize = (input[position] | (input[position + 1] << 8)) + 256;
  } else if (contentSizeBytes === 4) contentSize = uint32(position);
  else if (contentSizeBytes === 8) contentSize = uint32(position) + uint32(position + 4) * 2 ** 32;
  if (isSingleSegment) windowBytes = contentSize!;
  if (windowBytes > MAX_WINDOW_BYTES) {
    throw damaged(`a window of ${windowBytes} bytes exceeds ${MAX_WINDOW_BYTES}`, start + 5);
  }
  return {
    end: position + contentSizeBytes,
    contentSize,
    maxBlockBytes: Math.min(windowBytes, MAX_BLOCK_BYTES),
    hasChecksum: (descriptor & 0x04) !== 0,
  };
}

/** What the three bytes before a block say. */
export interface BlockHeader {
  /** Whether it is the last of its frame. */
  readonly isLast: boolean;
  /** 0 raw, 1 one byte repeated, 2 compressed. */
  readonly type: number;
  /** The size in the frame for types 0 and 2, in the content for type 1. */
  readonly size: number;
  /** The offset after the block. */
  readonly end: number;
}

/**
 * Reads the header of a block and checks that the block is there.
 *
 * @param input The compressed bytes.
 * @param start Where the header starts.
 * @param end Where the bytes end.
 * @param maxBlockBytes The most that a block may hold.
 * @returns The header.
 */
export function readBlockHeader(
  input: Uint8Array,
  start: number,
  end: number,
  maxBlockBytes: number,
): BlockHeader {
  if (end - start < 3) throw damaged("the header of a block is cut off", start);
  const word = input[start] | (input[start + 1] << 8) | (input[start + 2] << 16);
  const type = (word >> 1) & 3;
  const size = word >> 3;
  if (type === 3) throw damaged("the type of a block is unknown", start);
  if (size > maxBlockBytes) {
    throw damaged(`a block of ${size} bytes exceeds ${maxBlockBytes}`, start);
  }
  const blockEnd = start + 3 + (type === 1 ? 1 : size);
  if (blockEnd > end) throw damaged("a block is cut off", start);
  return { isLast: (word & 1) !== 0, type, size, end: blockEnd };
}

/**
 * Finds where a frame ends without decoding it.
 *
 * @param input The compressed bytes.
 * @param header The frame's header.
 * @returns The offset after the frame.
 */
export function findFrameEnd(input: Uint8Array, header: FrameHeader): number {
  let position = header.end;
  while (true) {
    const block = readBlockHeader(input, position, input.length, header.maxBlockBytes);
    position = block.end;
    if (block.isLast) break;
  }
  if (header.hasChecksum) position += 4;
  if (position > input.length) throw damaged("the checksum of a frame is cut off", input.length);
  return position;
}
