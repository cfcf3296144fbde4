/**
 * Decodes the compressed blocks of a zstd frame: literals, sequences, and their execution.
 *
 * @module
 */

import type { OutputBuffer } from "../output_buffer.ts";
import {
  DEFAULT_LITERAL_LENGTH_LOG,
  DEFAULT_LITERAL_LENGTHS,
  DEFAULT_MATCH_LENGTH_LOG,
  DEFAULT_MATCH_LENGTHS,
  DEFAULT_OFFSET_LOG,
  DEFAULT_OFFSETS,
  LITERAL_LENGTH_BASE,
  LITERAL_LENGTH_BITS,
  MATCH_LENGTH_BASE,
  MATCH_LENGTH_BITS,
  MAX_BLOCK_BYTES,
  MAX_LITERAL_LENGTH_CODE,
  MAX_LITERAL_LENGTH_LOG,
  MAX_MATCH_LENGTH_CODE,
  MAX_MATCH_LENGTH_LOG,
  MAX_OFFSET_CODE,
  MAX_OFFSET_LOG,
} from "./constants.ts";
import { damaged } from "./damaged.ts";
import {
  buildFseTable,
  type FseTable,
  readFseDescription,
  singleSymbolTable,
} from "./fse_decoder.ts";
import {
  decodeHuffmanStream,
  type HuffmanTable,
  readHuffmanDescription,
} from "./huffman_decoder.ts";

/** Up to this many bytes are copied by a loop. */
const SHORT_COPY = 24;

const DEFAULT_TABLES: readonly FseTable[] = [
  buildFseTable(DEFAULT_LITERAL_LENGTHS, DEFAULT_LITERAL_LENGTH_LOG),
  buildFseTable(DEFAULT_OFFSETS, DEFAULT_OFFSET_LOG),
  buildFseTable(DEFAULT_MATCH_LENGTHS, DEFAULT_MATCH_LENGTH_LOG),
];
const MAX_CODES: readonly number[] = [
  MAX_LITERAL_LENGTH_CODE,
  MAX_OFFSET_CODE,
  MAX_MATCH_LENGTH_CODE,
];
const MAX_LOGS: readonly number[] = [MAX_LITERAL_LENGTH_LOG, MAX_OFFSET_LOG, MAX_MATCH_LENGTH_LOG];

/** What the blocks of a frame hand on to each other. */
export class BlockDecoder {
  readonly #input: Uint8Array;
  readonly #view: DataView;
  readonly #out: OutputBuffer;
  #huffman: HuffmanTable | undefined;
  /** For literal lengths, offsets and match lengths, to be repeated. */
  readonly #tables: (FseTable | undefined)[] = [undefined, undefined, undefined];
  #offset1 = 1;
  #offset2 = 4;
  #offset3 = 8;
  /** Where the literals of the block are: decoded ones in a buffer of ours, raw ones in the input. */
  #literals: Uint8Array;
  #literalsStart = 0;
  #literalsEnd = 0;
  #decoded: Uint8Array | undefined;

  /**
   * Starts before the first frame.
   *
   * @param input The compressed bytes, with eight to spare after the end.
   * @param out Where the content goes.
   */
  constructor(input: Uint8Array, out: OutputBuffer) {
    this.#input = input;
    this.#literals = input;
    this.#view = new DataView(input.buffer, input.byteOffset, input.byteLength);
    this.#out = out;
  }

  /** Forgets what a frame handed on: another one starts. */
  reset(): void {
    this.#huffman = undefined;
    this.#tables.fill(undefined);
    this.#offset1 = 1;
    this.#offset2 = 4;
    this.#offset3 = 8;
  }

  /**
   * Decodes one compressed block, which is not empty.
   *
   * @param start Where it starts.
   * @param end Where it ends.
   * @param frameStart Where the frame's content starts in the output.
   * @param maxBlockBytes The most that the block may hold.
   */
  decode(start: number, end: number, frameStart: number, maxBlockBytes: number): void {
    let position = this.#readLiterals(start, end, maxBlockBytes);
    const input = this.#input;
    if (position >= end) throw damaged("the sequences of a block are cut off", position);
    let count = input[position++];
    if (count >= 128) {
      if (count === 255) {
        if (position + 2 > end) throw damaged("the number of sequences is cut off", position);
        count = input[position] + (input[position + 1] << 8) + 0x7f00;
        position += 2;
      } else {
        if (position >= end) throw damaged("the number of sequences is cut off", position);
        count = ((count - 128) << 8) + input[position++];
      }
    }
    const out = this.#out;
    if (count === 0) {
      if (position !== end) throw damaged("a block without sequences goes on", position);
      const length = this.#literalsEnd - this.#literalsStart;
      out.reserve(length);
      out.bytes.set(this.#literals.subarray(this.#literalsStart, this.#literalsEnd), out.length);
      out.length += length;
      return;
    }
    if (position >= end) throw damaged("the sequences of a block are cut off", position);
    const modes = input[position++];
    if (modes & 3) throw damaged("reserved bits are set", position - 1);
    for (let kind = 0; kind < 3; kind++) {
      position = this.#readTable(kind, (modes >> (6 - 2 * kind)) & 3, position, end);
    }
    this.#execute(count, position, end, frameStart, maxBlockBytes);
  }

  #readLiterals(start: number, end: number, maxBlockBytes: number): number {
    const input = this.#input;
    const header = input[start];
    const type = header & 3;
    const format = (header >> 2) & 3;
    const cutOff = () => damaged("the literals of a block are cut off", start);
    if (type < 2) {
      const bytes = [1, 2, 1, 3][format];
      if (start + bytes > end) throw cutOff();
      let length = header >> 3;
      if (bytes > 1) length = (header >> 4) | (input[start + 1] << 4);
      if (bytes > 2) length |= input[start + 2] << 12;
      if (length > maxBlockBytes) throw damaged(`${length} literals exceed the block`, start);
      const from = start + bytes;
      if (type === 0) {
        if (from + length > end) throw cutOff();
        this.#literals = input;
        this.#literalsStart = from;
        this.#literalsEnd = from + length;
        return from + length;
      }
      if (from >= end) throw cutOff();
      this.#useBuffer(length).fill(input[from], 0, length);
      return from + 1;
    }

    const bytes = format < 2 ? 3 : format + 2;
    if (start + bytes > end) throw cutOff();
    let length: number;
    let compressed: number;
    const word = this.#view.getUint32(start, true);
    if (bytes === 3) {
      length = (word >> 4) & 0x3ff;
      compressed = (word >> 14) & 0x3ff;
    } else if (bytes === 4) {
      length = (word >> 4) & 0x3fff;
      compressed = word >>> 18;
    } else {
      length = (word >> 4) & 0x3ffff;
      compressed = (word >>> 22) | (input[start + 4] << 10);
    }
    if (length > maxBlockBytes) throw damaged(`${length} literals exceed the block`, start);
    let position = start + bytes;
    const stop = position + compressed;
    if (stop > end) throw cutOff();
    if (type === 2) {
      const description = readHuffmanDescription(input, position, stop);
      this.#huffman = description.table;
      position = description.end;
    }
    const huffman = this.#huffman;
    if (huffman === undefined) throw damaged("there is no Huffman code to repeat", start);
    this.#decodeStreams(huffman, format === 0 ? 1 : 4, position, stop, length);
    return stop;
  }

  #decodeStreams(
    huffman: HuffmanTable,
    streams: number,
    start: number,
    end: number,
    length: number,
  ): void {
    const input = this.#input;
    const view = this.#view;
    const output = this.#useBuffer(length);
    if (streams === 1) {
      decodeHuffmanStream(input, view, start, end, huffman, output, 0, length);
      return;
    }
    if (end - start < 10 || length < 6) {
      throw damaged("four streams of literals are cut off", start);
    }
    const quarter = (length + 3) >> 2;
    let position = start + 6;
    for (let stream = 0; stream < 4; stream++) {
      const size = stream < 3 ? view.getUint16(start + 2 * stream, true) : end - position;
      if (size > end - position) throw damaged("a stream of literals is cut off", start);
      const from = quarter * stream;
      const to = stream < 3 ? from + quarter : length;
      decodeHuffmanStream(input, view, position, position + size, huffman, output, from, to);
      position += size;
    }
  }

  /** Points the literals at the start of our own buffer. */
  #useBuffer(length: number): Uint8Array {
    this.#decoded ??= new Uint8Array(MAX_BLOCK_BYTES);
    this.#literals = this.#decoded;
    this.#literalsStart = 0;
    this.#literalsEnd = length;
    return this.#decoded;
  }

  /** Reads how the codes of one kind are coded: predefined, one symbol, described, or as before. */
  #readTable(kind: number, mode: number, start: number, end: number): number {
    const tables = this.#tables;
    switch (mode) {
      case 0:
        tables[kind] = DEFAULT_TABLES[kind];
        return start;
      case 1: {
        if (start >= end) throw damaged("a code is cut off", start);
        const symbol = this.#input[start];
        if (symbol > MAX_CODES[kind]) throw damaged(`the code ${symbol} is unknown`, start);
        tables[kind] = singleSymbolTable(symbol);
        return start + 1;
      }
      case 2: {
        const { counts, log, end: stop } = readFseDescription(
          this.#input,
          start,
          end,
          MAX_CODES[kind],
          MAX_LOGS[kind],
        );
        tables[kind] = buildFseTable(counts, log);
        return stop;
      }
      default:
        if (tables[kind] === undefined) throw damaged("there is no distribution to repeat", start);
        return start;
    }
  }

  /** Decodes the sequences from the end of their stream, and executes each as it comes. */
  #execute(
    count: number,
    start: number,
    end: number,
    frameStart: number,
    maxBlockBytes: number,
  ): void {
    const input = this.#input;
    const view = this.#view;
    const out = this.#out;
    if (start >= end || input[end - 1] === 0) {
      throw damaged("the sequences of a block are cut off", start);
    }
    out.reserveUpTo(maxBlockBytes);
    const { bytes } = out;
    let at = out.length;
    const limit = Math.min(bytes.length, at + maxBlockBytes);
    const literals = this.#literals;
    let literal = this.#literalsStart;
    const literalsEnd = this.#literalsEnd;
    let offset1 = this.#offset1;
    let offset2 = this.#offset2;
    let offset3 = this.#offset3;

    const [lengths, offsets, matches] = this.#tables as FseTable[];
    const lengthEntries = lengths.entries;
    const offsetEntries = offsets.entries;
    const matchEntries = matches.entries;
    const firstBit = start * 8;
    let bit = end * 8 - 1 - (Math.clz32(input[end - 1]) - 24);
    bit -= lengths.log;
    let lengthState = (view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << lengths.log) - 1);
    bit -= offsets.log;
    let offsetState = (view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << offsets.log) - 1);
    bit -= matches.log;
    if (bit < firstBit) throw damaged("the sequences of a block are cut off", start);
    let matchState = (view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << matches.log) - 1);

    for (let i = count; i > 0; i--) {
      const lengthEntry = lengthEntries[lengthState];
      const offsetEntry = offsetEntries[offsetState];
      const matchEntry = matchEntries[matchState];
      const offsetCode = offsetEntry & 0xff;
      let offset: number;
      if (offsetCode > 24) {
        // A load has 25 bits at every alignment.
        bit -= 16;
        const upper = (view.getUint32(bit >> 3, true) >>> (bit & 7)) & 0xffff;
        bit -= offsetCode - 16;
        if (bit < firstBit) throw damaged("a sequence is cut off", start);
        const lower = (view.getUint32(bit >> 3, true) >>> (bit & 7)) &
          ((1 << (offsetCode - 16)) - 1);
        offset = 2 ** offsetCode + upper * 2 ** (offsetCode - 16) + lower;
      } else {
        bit -= offsetCode;
        if (bit < firstBit) throw damaged("a sequence is cut off", start);
        offset = (1 << offsetCode) +
          ((view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << offsetCode) - 1));
      }
      const matchCode = matchEntry & 0xff;
      const matchBits = MATCH_LENGTH_BITS[matchCode];
      bit -= matchBits;
      if (bit < firstBit) throw damaged("a sequence is cut off", start);
      const matchLength = MATCH_LENGTH_BASE[matchCode] +
        ((view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << matchBits) - 1));
      const lengthCode = lengthEntry & 0xff;
      const lengthBits = LITERAL_LENGTH_BITS[lengthCode];
      bit -= lengthBits;
      if (bit < firstBit) throw damaged("a sequence is cut off", start);
      const literalLength = LITERAL_LENGTH_BASE[lengthCode] +
        ((view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << lengthBits) - 1));

      if (offset > 3) {
        offset -= 3;
        offset3 = offset2;
        offset2 = offset1;
        offset1 = offset;
      } else {
        // One to three stand for the last three offsets; without literals the first of them would be no news.
        const which = literalLength === 0 ? offset + 1 : offset;
        if (which === 1) {
          offset = offset1;
        } else if (which === 2) {
          offset = offset2;
          offset2 = offset1;
          offset1 = offset;
        } else {
          offset = which === 3 ? offset3 : offset1 - 1;
          if (offset === 0) throw damaged("an offset is 0", start);
          offset3 = offset2;
          offset2 = offset1;
          offset1 = offset;
        }
      }

      if (i > 1) {
        const lengthStateBits = (lengthEntry >> 8) & 0xff;
        const matchStateBits = (matchEntry >> 8) & 0xff;
        const offsetStateBits = (offsetEntry >> 8) & 0xff;
        // At most 9 + 9 + 8 bits: more than a load has at every alignment.
        bit -= lengthStateBits + matchStateBits;
        if (bit - offsetStateBits < firstBit) throw damaged("a sequence is cut off", start);
        const word = view.getUint32(bit >> 3, true) >>> (bit & 7);
        lengthState = (lengthEntry >> 16) +
          ((word >>> matchStateBits) & ((1 << lengthStateBits) - 1));
        matchState = (matchEntry >> 16) + (word & ((1 << matchStateBits) - 1));
        bit -= offsetStateBits;
        offsetState = (offsetEntry >> 16) +
          ((view.getUint32(bit >> 3, true) >>> (bit & 7)) & ((1 << offsetStateBits) - 1));
      }

      if (literalLength > literalsEnd - literal) {
        throw damaged("a sequence has too many literals", start);
      }
      if (literalLength + matchLength > limit - at) {
        throw out.overflow("a block holds more than it may", start);
      }
      if (literalLength > SHORT_COPY) {
        bytes.set(literals.subarray(literal, literal + literalLength), at);
        literal += literalLength;
        at += literalLength;
      } else {
        for (const stop = literal + literalLength; literal < stop;) {
          bytes[at++] = literals[literal++];
        }
      }
      if (offset > at - frameStart) {
        throw damaged(`a match reaches back ${offset} of ${at - frameStart} bytes`, start);
      }
      let from = at - offset;
      if (matchLength > SHORT_COPY && offset >= matchLength) {
        bytes.copyWithin(at, from, from + matchLength);
        at += matchLength;
      } else if (matchLength > SHORT_COPY && offset === 1) {
        bytes.fill(bytes[from], at, at + matchLength);
        at += matchLength;
      } else {
        // Source and target may overlap: the bytes just written are repeated.
        for (const stop = at + matchLength; at < stop;) bytes[at++] = bytes[from++];
      }
    }
    if (bit !== firstBit) throw damaged("the sequences of a block go on", start);

    const rest = literalsEnd - literal;
    if (rest > limit - at) throw out.overflow("a block holds more than it may", start);
    bytes.set(literals.subarray(literal, literalsEnd), at);
    out.length = at + rest;
    this.#offset1 = offset1;
    this.#offset2 = offset2;
    this.#offset3 = offset3;
  }
}
