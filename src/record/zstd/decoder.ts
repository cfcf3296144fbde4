/**
 * Decompresses zstd: any number of frames, and frames to skip.
 *
 * @module
 */

import { decompressedTooLarge } from "../compression.ts";
import { OutputBuffer } from "../output_buffer.ts";
import { BlockDecoder } from "./block_decoder.ts";
import { damaged } from "./damaged.ts";
import { readBlockHeader, readFrameHeader } from "./frame_header.ts";
import { xxHash64Low } from "./xxhash64.ts";

/** Loads of eight bytes that start inside the input stay inside the buffer. */
const SPARE_BYTES = 8;

/**
 * Decompresses zstd.
 *
 * @param compressed The compressed bytes.
 * @param maxBytes The most bytes that may come out.
 * @returns The content of all frames.
 * @throws {ProtocolError} Where the bytes are damaged.
 * @throws {KafkaError} Past the limit.
 */
export function decompressZstd(compressed: Uint8Array, maxBytes: number): Uint8Array {
  const end = compressed.length;
  const input = new Uint8Array(end + SPARE_BYTES);
  input.set(compressed);
  const out = new OutputBuffer("zstd", maxBytes, Math.min(4 * end, 1 << 20));
  const blocks = new BlockDecoder(input, out);
  let position = 0;
  while (position < end) {
    const header = readFrameHeader(input, position, end);
    if ("skipTo" in header) {
      position = header.skipTo;
      continue;
    }
    const frameStart = out.length;
    const { contentSize, maxBlockBytes } = header;
    if (contentSize !== undefined) {
      if (contentSize > maxBytes - frameStart) throw decompressedTooLarge("zstd", maxBytes);
      // A claim is believed as far as it is likely; beyond, the buffer grows with what comes.
      if (contentSize <= 64 * (end - position)) out.reserve(contentSize);
    }
    blocks.reset();
    position = header.end;
    while (true) {
      const block = readBlockHeader(input, position, end, maxBlockBytes);
      const start = position + 3;
      if (block.type === 2) {
        // An empty one holds nothing: so the reference has it where it reads a stream.
        if (block.size > 0) blocks.decode(start, block.end, frameStart, maxBlockBytes);
      } else {
        out.reserve(block.size);
        if (block.type === 0) out.bytes.set(input.subarray(start, block.end), out.length);
        else out.bytes.fill(input[start], out.length, out.length + block.size);
        out.length += block.size;
      }
      position = block.end;
      if (block.isLast) break;
    }
    if (contentSize !== undefined && out.length - frameStart !== contentSize) {
      throw damaged(`a frame of ${contentSize} bytes holds ${out.length - frameStart}`, position);
    }
    if (header.hasChecksum) {
      if (position + 4 > end) throw damaged("the checksum of a frame is cut off", position);
      const stored = (input[position] | (input[position + 1] << 8) | (input[position + 2] << 16) |
        (input[position + 3] << 24)) >>> 0;
      if (xxHash64Low(out.bytes, frameStart, out.length) !== stored) {
        throw damaged("the checksum of a frame does not match", position);
      }
      position += 4;
    }
  }
  return out.finish();
}
