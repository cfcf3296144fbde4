/**
 * The snappy codec. Kafka's clients frame its blocks as the Java library does
 * ("xerial"); some others write one raw block, which is read too.
 *
 * @module
 */

import { type CompressionCodec, corruptCompressedData, joinChunks } from "./compression.ts";
import { OutputBuffer } from "./output_buffer.ts";
import {
  compressSnappyBlock,
  decompressSnappyBlock,
  snappyMaxCompressedLength,
} from "./snappy_block.ts";

/** The magic of the framing, its version and the lowest compatible one. */
const FRAME_HEADER: readonly number[] = [
  0x82,
  0x53,
  0x4e,
  0x41,
  0x50,
  0x50,
  0x59,
  0,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  1,
];
const MAGIC_BYTES = 8;
/** What the Java library puts into one block. */
const BLOCK_BYTES = 32 * 1024;

/** The snappy codec, in TypeScript on every runtime. It has no levels. */
export const SNAPPY: CompressionCodec = {
  name: "snappy",
  id: 2,
  implementation: "pure",
  compress: (chunks) => compress(joinChunks(chunks)),
  decompress: (bytes, { maxBytes }) => decompress(bytes, maxBytes),
};

function compress(input: Uint8Array): Uint8Array {
  const blocks = Math.ceil(input.length / BLOCK_BYTES);
  const output = new Uint8Array(
    FRAME_HEADER.length + blocks * (4 + snappyMaxCompressedLength(BLOCK_BYTES)),
  );
  output.set(FRAME_HEADER);
  let offset = FRAME_HEADER.length;
  for (let start = 0; start < input.length; start += BLOCK_BYTES) {
    const block = input.subarray(start, Math.min(start + BLOCK_BYTES, input.length));
    const end = compressSnappyBlock(block, output, offset + 4);
    const size = end - offset - 4;
    output[offset] = size >>> 24;
    output[offset + 1] = size >>> 16;
    output[offset + 2] = size >>> 8;
    output[offset + 3] = size;
    offset = end;
  }
  return output.slice(0, offset);
}

function decompress(input: Uint8Array, maxBytes: number): Uint8Array {
  if (input.length === 0) throw corruptCompressedData("snappy", "there is none");
  const out = new OutputBuffer("snappy", maxBytes, Math.min(4 * input.length, 1 << 20));
  if (!hasMagic(input, 0)) {
    decompressSnappyBlock(input, 0, input.length, out);
    return out.finish();
  }
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let position = checkHeader(input, view, 0);
  // One to three bytes after the last block are not the size of another; Java ignores them.
  while (input.length - position >= 4) {
    if (hasMagic(input, position)) {
      position = checkHeader(input, view, position);
      continue;
    }
    const size = view.getInt32(position);
    position += 4;
    if (size < 0 || size > input.length - position) {
      throw corruptCompressedData("snappy", `a block of ${size} bytes does not fit`, {
        offset: position - 4,
      });
    }
    decompressSnappyBlock(input, position, position + size, out);
    position += size;
  }
  return out.finish();
}

function hasMagic(input: Uint8Array, start: number): boolean {
  if (input.length - start < MAGIC_BYTES) return false;
  for (let i = 0; i < MAGIC_BYTES; i++) if (input[start + i] !== FRAME_HEADER[i]) return false;
  return true;
}

function checkHeader(input: Uint8Array, view: DataView, start: number): number {
  if (input.length - start < FRAME_HEADER.length) {
    throw corruptCompressedData("snappy", "its header is cut off", { offset: start });
  }
  const version = view.getInt32(start + MAGIC_BYTES);
  if (version < 1) {
    throw corruptCompressedData("snappy", `the version ${version} of its framing is unknown`, {
      offset: start + MAGIC_BYTES,
    });
  }
  return start + FRAME_HEADER.length;
}
