/**
 * The lz4 codec: the frame format, as Kafka's own reader accepts it when
 * written, with all of its options when read.
 *
 * @module
 */

import {
  type CompressionCodec,
  type CompressionLevels,
  corruptCompressedData,
  joinChunks,
  levelOf,
} from "./compression.ts";
import { compressLz4Block, decompressLz4Block, lz4MaxCompressedLength } from "./lz4_block.ts";
import { compressLz4BlockThoroughly } from "./lz4_chains.ts";
import { OutputBuffer } from "./output_buffer.ts";
import { xxHash32 } from "./xxhash32.ts";

const MAGIC = 0x184d2204;
/** Sixteen magics of frames to skip: the lowest four bits vary. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const UNCOMPRESSED = 0x80000000;

const VERSION_MASK = 0xc0;
const VERSION = 0x40;
const BLOCK_INDEPENDENCE = 0x20;
const BLOCK_CHECKSUM = 0x10;
const CONTENT_SIZE = 0x08;
const CONTENT_CHECKSUM = 0x04;
const RESERVED_FLAG = 0x02;
const DICTIONARY_ID = 0x01;

/** Levels 1 and 2 are fast; from 3 the depth of the search doubles with each. */
const LEVELS: CompressionLevels = { min: 1, max: 12, default: 1 };
const FIRST_THOROUGH_LEVEL = 3;

/** The lz4 codec, in TypeScript on every runtime. */
export const LZ4: CompressionCodec = {
  name: "lz4",
  id: 3,
  implementation: "pure",
  levels: LEVELS,
  compress: (chunks, { level }) => compress(joinChunks(chunks), levelOf(LEVELS, level)),
  decompress: (bytes, { maxBytes, magic }) => decompress(bytes, maxBytes, magic),
};

/** Blocks no larger than the input needs, up to 1 MiB: readers allocate one. */
function blockSizeId(length: number): number {
  if (length <= 1 << 16) return 4;
  return length <= 1 << 18 ? 5 : 6;
}

function compress(input: Uint8Array, level: number): Uint8Array {
  const sizeId = blockSizeId(input.length);
  const blockBytes = 1 << (8 + 2 * sizeId);
  const blocks = Math.ceil(input.length / blockBytes);
  const output = new Uint8Array(
    11 + lz4MaxCompressedLength(input.length) + blocks * (4 + lz4MaxCompressedLength(0)),
  );
  const view = new DataView(output.buffer);
  view.setUint32(0, MAGIC, true);
  // Kafka's reader refuses blocks that depend on each other.
  output[4] = VERSION | BLOCK_INDEPENDENCE;
  output[5] = sizeId << 4;
  output[6] = xxHash32(output, 4, 6) >>> 8;
  let offset = 7;
  for (let start = 0; start < input.length; start += blockBytes) {
    const end = Math.min(start + blockBytes, input.length);
    const blockEnd = level < FIRST_THOROUGH_LEVEL
      ? compressLz4Block(input, start, end, output, offset + 4)
      : compressLz4BlockThoroughly(input, start, end, output, offset + 4, 1 << (level - 1));
    const size = blockEnd - offset - 4;
    if (size < end - start) {
      view.setUint32(offset, size, true);
      offset = blockEnd;
    } else {
      view.setUint32(offset, end - start + UNCOMPRESSED, true);
      output.set(input.subarray(start, end), offset + 4);
      offset += 4 + end - start;
    }
  }
  view.setUint32(offset, 0, true);
  return output.slice(0, offset + 4);
}

function decompress(input: Uint8Array, maxBytes: number, magic: number): Uint8Array {
  const out = new OutputBuffer("lz4", maxBytes, Math.min(4 * input.length, 1 << 20));
  const frames = new FrameReader(input, out, magic);
  // What follows a frame and is not another is ignored, as Kafka's reader does.
  do frames.readFrame(); while (frames.hasFrame());
  return out.finish();
}

/** Reads one frame after the other. */
class FrameReader {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #out: OutputBuffer;
  readonly #magic: number;
  #position = 0;

  constructor(input: Uint8Array, out: OutputBuffer, magic: number) {
    this.#input = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#out = out;
    this.#magic = magic;
  }

  /** Whether another frame starts here. */
  hasFrame(): boolean {
    if (this.#remaining < 4) return false;
    const magic = this.#view.getUint32(this.#position, true);
    return magic === MAGIC || (magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC;
  }

  readFrame(): void {
    const magic = this.#uint32("its magic");
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
      const size = this.#uint32("the size of a frame to skip");
      this.#need(size, "a frame to skip");
      this.#position += size;
      return;
    }
    if (magic !== MAGIC) {
      throw corrupt(`${magic.toString(16).padStart(8, "0")} is not its magic`, this.#position - 4);
    }
    const { flags, blockBytes, contentSize } = this.#readDescriptor();
    const out = this.#out;
    const frameStart = out.length;
    if (contentSize !== undefined && contentSize <= 255 * this.#remaining) {
      out.reserve(contentSize);
    }
    while (this.#readBlock(flags, blockBytes, frameStart));
    if (contentSize !== undefined && contentSize !== out.length - frameStart) {
      throw corrupt(
        `a frame of ${contentSize} bytes holds ${out.length - frameStart}`,
        this.#position,
      );
    }
    if (flags & CONTENT_CHECKSUM) {
      const checksum = this.#uint32("the checksum of its content");
      if (xxHash32(out.bytes, frameStart, out.length) >>> 0 !== checksum) {
        throw corrupt("the checksum of its content does not match", this.#position - 4);
      }
    }
  }

  #readDescriptor(): { flags: number; blockBytes: number; contentSize: number | undefined } {
    const input = this.#input;
    const start = this.#position;
    this.#need(3, "its header");
    const flags = input[start];
    if ((flags & VERSION_MASK) !== VERSION) {
      throw corrupt(`its version ${flags >>> 6} is unknown`, start);
    }
    if (flags & RESERVED_FLAG) throw corrupt("a reserved flag is set", start);
    if (flags & DICTIONARY_ID) throw corrupt("it needs a dictionary", start);
    const sizeId = (input[start + 1] >>> 4) & 7;
    if (sizeId < 4 || input[start + 1] & 0x8f) {
      throw corrupt(`its block size is given as ${input[start + 1]}`, start + 1);
    }
    let position = start + 2;
    let contentSize: number | undefined;
    if (flags & CONTENT_SIZE) {
      this.#need(11, "its header");
      contentSize = this.#view.getUint32(position, true) +
        this.#view.getUint32(position + 4, true) * 2 ** 32;
      position += 8;
    }
    // Clients of the old format computed this checksum wrongly (KAFKA-3160), so there it says nothing.
    if (
      this.#magic !== 0 && ((xxHash32(input, start, position) >>> 8) & 0xff) !== input[position]
    ) {
      throw corrupt("the checksum of its header does not match", position);
    }
    this.#position = position + 1;
    return { flags, blockBytes: 1 << (8 + 2 * sizeId), contentSize };
  }

  /** Reads a block; false at the end mark. */
  #readBlock(flags: number, blockBytes: number, frameStart: number): boolean {
    const word = this.#uint32("the size of a block");
    if (word === 0) return false;
    const size = word % UNCOMPRESSED;
    const start = this.#position;
    if (size > blockBytes) {
      throw corrupt(`a block of ${size} bytes exceeds ${blockBytes}`, start - 4);
    }
    this.#need(size + (flags & BLOCK_CHECKSUM ? 4 : 0), "a block");
    const end = start + size;
    const out = this.#out;
    if (flags & BLOCK_CHECKSUM) {
      if (xxHash32(this.#input, start, end) >>> 0 !== this.#view.getUint32(end, true)) {
        throw corrupt("the checksum of a block does not match", end);
      }
    }
    if (word >= UNCOMPRESSED) {
      out.reserve(size);
      out.bytes.set(this.#input.subarray(start, end), out.length);
      out.length += size;
    } else {
      const base = flags & BLOCK_INDEPENDENCE ? out.length : frameStart;
      decompressLz4Block(this.#input, start, end, out, base, blockBytes);
    }
    this.#position = end + (flags & BLOCK_CHECKSUM ? 4 : 0);
    return true;
  }

  get #remaining(): number {
    return this.#input.length - this.#position;
  }

  #uint32(what: string): number {
    this.#need(4, what);
    this.#position += 4;
    return this.#view.getUint32(this.#position - 4, true);
  }

  #need(bytes: number, what: string): void {
    if (bytes > this.#remaining) throw corrupt(`${what} is cut off`, this.#position);
  }
}

function corrupt(why: string, offset: number): Error {
  return corruptCompressedData("lz4", why, { offset });
}
