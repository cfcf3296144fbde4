/**
 * Huffman codes of zstd, for encoding.
 *
 * @module
 */

import { codeLengths } from "../code_lengths.ts";
import { BitWriter } from "../bit_writer.ts";
import { chooseFseLog, FseEncoder, normalizeCounts, writeFseDescription } from "./fse_encoder.ts";

/** The longest code: 11 is what every decoder knows. */
const MAX_BITS = 11;
const MAX_WEIGHTS_LOG = 6;
/** The header of a direct description has room for so many weights. */
const MAX_DIRECT_WEIGHTS = 128;

/** A Huffman code. */
export interface HuffmanCode {
  /** The code of each symbol. */
  readonly codes: Uint16Array;
  /** The length of each code, 0 for a symbol that does not occur. */
  readonly lengths: Uint8Array;
  /** The highest symbol that occurs. */
  readonly maxSymbol: number;
}

/**
 * Builds the code of a histogram.
 *
 * @param histogram How often each of 256 symbols occurs; two or more of them do.
 * @returns The code.
 */
export function buildHuffmanCode(histogram: Uint32Array): HuffmanCode {
  const lengths = codeLengths(histogram, 256, MAX_BITS);
  const counts = new Uint16Array(MAX_BITS + 1);
  let maxSymbol = 0;
  let log = 0;
  for (let symbol = 0; symbol < 256; symbol++) {
    if (lengths[symbol] === 0) continue;
    maxSymbol = symbol;
    counts[lengths[symbol]]++;
    log = Math.max(log, lengths[symbol]);
  }
  // The longest codes come first, each length in the order of the symbols.
  const starts = new Uint16Array(MAX_BITS + 2);
  let next = 0;
  for (let length = log; length > 0; length--) {
    starts[length] = next;
    next += counts[length] << (log - length);
  }
  const codes = new Uint16Array(256);
  for (let symbol = 0; symbol <= maxSymbol; symbol++) {
    const length = lengths[symbol];
    if (length === 0) continue;
    codes[symbol] = starts[length] >> (log - length);
    starts[length] += 1 << (log - length);
  }
  return { codes, lengths, maxSymbol };
}

/**
 * Writes the description of a code.
 *
 * @param code The code.
 * @param output Where to write.
 * @param offset Where in it to start.
 * @returns The offset after it, or -1 when the code cannot be described.
 */
export function writeHuffmanDescription(
  code: HuffmanCode,
  output: Uint8Array,
  offset: number,
): number {
  let log = 0;
  for (let symbol = 0; symbol <= code.maxSymbol; symbol++) {
    log = Math.max(log, code.lengths[symbol]);
  }
  // The last symbol's weight follows from the others.
  const count = code.maxSymbol;
  const weights = new Uint8Array(count);
  for (let symbol = 0; symbol < count; symbol++) {
    const length = code.lengths[symbol];
    weights[symbol] = length === 0 ? 0 : log + 1 - length;
  }
  const direct = 1 + ((count + 1) >> 1);
  const end = writeWeights(weights, output, offset + 1);
  const size = end - offset - 1;
  if (end > 0 && size < 128 && (count > MAX_DIRECT_WEIGHTS || size + 1 < direct)) {
    output[offset] = size;
    return end;
  }
  if (count > MAX_DIRECT_WEIGHTS) return -1;
  output[offset] = 127 + count;
  for (let i = 0; i < count; i += 2) {
    output[offset + 1 + (i >> 1)] = (weights[i] << 4) | (i + 1 < count ? weights[i + 1] : 0);
  }
  return offset + direct;
}

/** Compresses weights with finite state entropy, by two states in turn; -1 when that is not possible. */
function writeWeights(weights: Uint8Array, output: Uint8Array, offset: number): number {
  if (weights.length < 2) return -1;
  const histogram = new Uint32Array(MAX_BITS + 2);
  for (const weight of weights) histogram[weight]++;
  let maxSymbol = 0;
  for (let weight = 0; weight < histogram.length; weight++) {
    if (histogram[weight] === weights.length) return -1;
    if (histogram[weight] > 0) maxSymbol = weight;
  }
  const log = chooseFseLog(weights.length, maxSymbol, MAX_WEIGHTS_LOG);
  const counts = normalizeCounts(histogram, weights.length, maxSymbol, log);
  const writer = new BitWriter(output, writeFseDescription(counts, log, output, offset));
  const encoder = new FseEncoder(counts, log);
  const states = [-1, -1];
  for (let i = weights.length - 1; i >= 0; i--) {
    const state = states[i & 1];
    states[i & 1] = state < 0
      ? encoder.first(weights[i])
      : encoder.encode(writer, state, weights[i]);
  }
  writer.write(states[1], log);
  writer.write(states[0], log);
  return writer.close();
}

/**
 * How many bits some symbols take.
 *
 * @param histogram How often each occurs.
 * @param code The code.
 * @returns The bits.
 */
export function huffmanCost(histogram: Uint32Array, code: HuffmanCode): number {
  let bits = 0;
  for (let symbol = 0; symbol <= code.maxSymbol; symbol++) {
    bits += histogram[symbol] * code.lengths[symbol];
  }
  return bits;
}

/**
 * Encodes symbols to one stream, from the last to the first, as it is read from its end.
 *
 * @param code The code.
 * @param input The symbols.
 * @param start The first.
 * @param end After the last.
 * @param output Where to write.
 * @param offset Where in it to start.
 * @returns The offset after the stream.
 */
export function encodeHuffmanStream(
  code: HuffmanCode,
  input: Uint8Array,
  start: number,
  end: number,
  output: Uint8Array,
  offset: number,
): number {
  const { codes, lengths } = code;
  let pending = 0;
  let count = 0;
  let i = end - 1;
  // Two codes are 22 bits at most; with 7 that wait they fit into one word.
  for (; i > start; i -= 2) {
    const first = input[i];
    const second = input[i - 1];
    pending |= codes[first] << count;
    count += lengths[first];
    pending |= codes[second] << count;
    count += lengths[second];
    while (count >= 8) {
      output[offset++] = pending;
      pending >>>= 8;
      count -= 8;
    }
  }
  if (i === start) {
    pending |= codes[input[i]] << count;
    count += lengths[input[i]];
  }
  pending |= 1 << count;
  count++;
  for (; count > 0; count -= 8) {
    output[offset++] = pending;
    pending >>>= 8;
  }
  return offset;
}
