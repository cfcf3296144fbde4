/**
 * Encodes the sequences of a block: the literals with a Huffman code, the
 * lengths and offsets with finite state entropy, each as is shortest.
 *
 * @module
 */

import { BitWriter } from "../bit_writer.ts";
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
  MAX_LITERAL_LENGTH_LOG,
  MAX_MATCH_LENGTH_LOG,
  MAX_OFFSET_LOG,
} from "./constants.ts";
import {
  chooseFseLog,
  fseCost,
  FseEncoder,
  normalizeCounts,
  writeFseDescription,
} from "./fse_encoder.ts";
import {
  buildHuffmanCode,
  encodeHuffmanStream,
  huffmanCost,
  writeHuffmanDescription,
} from "./huffman_encoder.ts";
import { literalLengthCode, matchLengthCode, type Sequences } from "./sequences.ts";

/** Fewer literals are not worth a code. */
const MIN_HUFFMAN_LITERALS = 48;
/** More are cut into four streams, which a reader may decode side by side. */
const MAX_SINGLE_STREAM = 255;

interface Distribution {
  readonly counts: Int16Array;
  readonly log: number;
  readonly encoder: FseEncoder;
}

function distribution(counts: Int16Array, log: number): Distribution {
  return { counts, log, encoder: new FseEncoder(counts, log) };
}

/** How the codes of one kind are coded. */
interface Kind {
  readonly standard: Distribution;
  readonly maxLog: number;
}

const LITERAL_LENGTHS: Kind = {
  standard: distribution(DEFAULT_LITERAL_LENGTHS, DEFAULT_LITERAL_LENGTH_LOG),
  maxLog: MAX_LITERAL_LENGTH_LOG,
};
const OFFSETS: Kind = {
  standard: distribution(DEFAULT_OFFSETS, DEFAULT_OFFSET_LOG),
  maxLog: MAX_OFFSET_LOG,
};
const MATCH_LENGTHS: Kind = {
  standard: distribution(DEFAULT_MATCH_LENGTHS, DEFAULT_MATCH_LENGTH_LOG),
  maxLog: MAX_MATCH_LENGTH_LOG,
};

/** Encodes the blocks of a frame. */
export class BlockEncoder {
  readonly #histogram = new Uint32Array(256);
  /** The codes of the sequences, by kind. */
  #lengthCodes = new Uint8Array(0);
  #offsetCodes = new Uint8Array(0);
  #matchCodes = new Uint8Array(0);

  /**
   * Encodes a block. The output must have room for the block as it is and 1 KiB more.
   *
   * @param sequences What the block holds.
   * @param output Where to write.
   * @param offset Where in it to start.
   * @returns The offset after the block.
   */
  encode(sequences: Sequences, output: Uint8Array, offset: number): number {
    offset = this.#writeLiterals(sequences.literals, sequences.literalCount, output, offset);
    return this.#writeSequences(sequences, output, offset);
  }

  #writeLiterals(literals: Uint8Array, count: number, output: Uint8Array, offset: number): number {
    if (count < MIN_HUFFMAN_LITERALS) return writeRawLiterals(literals, count, output, offset);
    const histogram = this.#histogram.fill(0);
    for (let i = 0; i < count; i++) histogram[literals[i]]++;
    if (histogram[literals[0]] === count) {
      offset = writeLiteralsHeader(1, count, output, offset);
      output[offset] = literals[0];
      return offset + 1;
    }
    const code = buildHuffmanCode(histogram);
    const single = count <= MAX_SINGLE_STREAM;
    const headerBytes = count < 1 << 10 ? 3 : count < 1 << 14 ? 4 : 5;
    // What a code saves must be worth the time that it takes.
    const limit = count - (count >> 6) - 2;
    if ((huffmanCost(histogram, code) >> 3) + 6 >= limit) {
      return writeRawLiterals(literals, count, output, offset);
    }
    const start = offset + headerBytes;
    let end = writeHuffmanDescription(code, output, start);
    if (end < 0) return writeRawLiterals(literals, count, output, offset);
    if (single) {
      end = encodeHuffmanStream(code, literals, 0, count, output, end);
    } else {
      const jumps = end;
      const quarter = (count + 3) >> 2;
      end += 6;
      for (let stream = 0; stream < 4; stream++) {
        const from = end;
        const to = Math.min(quarter * (stream + 1), count);
        end = encodeHuffmanStream(code, literals, quarter * stream, to, output, from);
        if (stream < 3) {
          output[jumps + 2 * stream] = end - from;
          output[jumps + 2 * stream + 1] = (end - from) >> 8;
        }
      }
    }
    const compressed = end - start;
    if (compressed >= limit) return writeRawLiterals(literals, count, output, offset);
    const format = headerBytes - 3 + (headerBytes === 3 && single ? 0 : 1);
    if (headerBytes === 3) {
      const word = 2 | (format << 2) | (count << 4) | (compressed << 14);
      output[offset] = word;
      output[offset + 1] = word >> 8;
      output[offset + 2] = word >> 16;
    } else if (headerBytes === 4) {
      const word = 2 | (format << 2) | (count << 4) | (compressed << 18);
      output[offset] = word;
      output[offset + 1] = word >> 8;
      output[offset + 2] = word >> 16;
      output[offset + 3] = word >> 24;
    } else {
      const word = 2 | (format << 2) | (count << 4) | (compressed << 22);
      output[offset] = word;
      output[offset + 1] = word >> 8;
      output[offset + 2] = word >> 16;
      output[offset + 3] = word >> 24;
      output[offset + 4] = compressed >> 10;
    }
    return end;
  }

  #writeSequences(sequences: Sequences, output: Uint8Array, offset: number): number {
    const { count } = sequences;
    if (count < 128) {
      output[offset++] = count;
    } else if (count < 0x7f00) {
      output[offset++] = (count >> 8) + 128;
      output[offset++] = count;
    } else {
      output[offset++] = 255;
      output[offset++] = count - 0x7f00;
      output[offset++] = (count - 0x7f00) >> 8;
    }
    if (count === 0) return offset;
    this.#codeSequences(sequences);
    const modesAt = offset++;
    let modes = 0;
    const encoders: FseEncoder[] = [];
    const kinds: [Kind, Uint8Array][] = [
      [LITERAL_LENGTHS, this.#lengthCodes],
      [OFFSETS, this.#offsetCodes],
      [MATCH_LENGTHS, this.#matchCodes],
    ];
    for (const [kind, codes] of kinds) {
      const table = this.#chooseTable(kind, codes, count, output, offset);
      modes = (modes << 2) | table.mode;
      offset = table.end;
      encoders.push(table.encoder);
    }
    output[modesAt] = modes << 2;
    return this.#writeStates(sequences, encoders, output, offset);
  }

  #codeSequences(sequences: Sequences): void {
    const { count, literalLengths, offsets, matchLengths } = sequences;
    if (this.#lengthCodes.length < count) {
      this.#lengthCodes = new Uint8Array(literalLengths.length);
      this.#offsetCodes = new Uint8Array(literalLengths.length);
      this.#matchCodes = new Uint8Array(literalLengths.length);
    }
    for (let i = 0; i < count; i++) {
      this.#lengthCodes[i] = literalLengthCode(literalLengths[i]);
      this.#offsetCodes[i] = 31 - Math.clz32(offsets[i]);
      this.#matchCodes[i] = matchLengthCode(matchLengths[i]);
    }
  }

  /** Writes how the codes of one kind are coded: one symbol, a predefined distribution, or one of their own. */
  #chooseTable(
    kind: Kind,
    codes: Uint8Array,
    count: number,
    output: Uint8Array,
    offset: number,
  ): { mode: number; end: number; encoder: FseEncoder } {
    const histogram = this.#histogram.fill(0);
    let maxCode = 0;
    for (let i = 0; i < count; i++) {
      histogram[codes[i]]++;
      if (codes[i] > maxCode) maxCode = codes[i];
    }
    const { standard, maxLog } = kind;
    const standardCost = fseCost(histogram, maxCode, standard.counts, standard.log);
    if (histogram[maxCode] === count) {
      if (count <= 2 && standardCost < Infinity) {
        return { mode: 0, end: offset, encoder: standard.encoder };
      }
      const counts = new Int16Array(maxCode + 1);
      counts[maxCode] = 1;
      output[offset] = maxCode;
      return { mode: 1, end: offset + 1, encoder: new FseEncoder(counts, 0) };
    }
    const log = chooseFseLog(count, maxCode, maxLog);
    const counts = normalizeCounts(histogram, count, maxCode, log);
    const end = writeFseDescription(counts, log, output, offset);
    const ownCost = fseCost(histogram, maxCode, counts, log) + 8 * (end - offset);
    if (standardCost <= ownCost) return { mode: 0, end: offset, encoder: standard.encoder };
    return { mode: 2, end, encoder: new FseEncoder(counts, log) };
  }

  #writeStates(
    sequences: Sequences,
    encoders: readonly FseEncoder[],
    output: Uint8Array,
    offset: number,
  ): number {
    const { count, literalLengths, offsets, matchLengths } = sequences;
    const [lengths, distances, matches] = encoders;
    const lengthCodes = this.#lengthCodes;
    const offsetCodes = this.#offsetCodes;
    const matchCodes = this.#matchCodes;
    const writer = new BitWriter(output, offset);
    let lengthState = 0;
    let offsetState = 0;
    let matchState = 0;
    // All is read from the end, so the last sequence comes first.
    for (let i = count - 1; i >= 0; i--) {
      const lengthCode = lengthCodes[i];
      const offsetCode = offsetCodes[i];
      const matchCode = matchCodes[i];
      if (i === count - 1) {
        matchState = matches.first(matchCode);
        offsetState = distances.first(offsetCode);
        lengthState = lengths.first(lengthCode);
      } else {
        offsetState = distances.encode(writer, offsetState, offsetCode);
        matchState = matches.encode(writer, matchState, matchCode);
        lengthState = lengths.encode(writer, lengthState, lengthCode);
      }
      writer.write(
        literalLengths[i] - LITERAL_LENGTH_BASE[lengthCode],
        LITERAL_LENGTH_BITS[lengthCode],
      );
      writer.write(matchLengths[i] - MATCH_LENGTH_BASE[matchCode], MATCH_LENGTH_BITS[matchCode]);
      writer.write(offsets[i], offsetCode);
    }
    writer.write(matchState, matches.log);
    writer.write(offsetState, distances.log);
    writer.write(lengthState, lengths.log);
    return writer.close();
  }
}

function writeRawLiterals(
  literals: Uint8Array,
  count: number,
  output: Uint8Array,
  offset: number,
): number {
  offset = writeLiteralsHeader(0, count, output, offset);
  output.set(literals.subarray(0, count), offset);
  return offset + count;
}

/** The header of literals as they are, or of one that is repeated. */
function writeLiteralsHeader(
  type: number,
  count: number,
  output: Uint8Array,
  offset: number,
): number {
  if (count < 32) {
    output[offset] = type | (count << 3);
    return offset + 1;
  }
  const word = type | (count << 4);
  output[offset] = word | (count < 1 << 12 ? 1 << 2 : 3 << 2);
  output[offset + 1] = word >> 8;
  if (count < 1 << 12) return offset + 2;
  output[offset + 2] = word >> 16;
  return offset + 3;
}
