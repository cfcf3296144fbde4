/**
 * Huffman codes of zstd, for decoding.
 *
 * @module
 */

import { MAX_HUFFMAN_BITS } from "./constants.ts";
import { damaged } from "./damaged.ts";
import { buildFseTable, readFseDescription } from "./fse_decoder.ts";

/** The largest table for the weights themselves. */
const MAX_WEIGHTS_LOG = 6;

/** A decoding table: an entry packs the symbol (bits 0-7) and the length of its code (8-15). */
export interface HuffmanTable {
  /** The entries, 2^log of them, by the next bits of the stream. */
  readonly entries: Uint16Array;
  /** The length of the longest code. */
  readonly log: number;
}

/** A decoding table and where its description ends. */
export interface HuffmanDescription {
  /** The table. */
  readonly table: HuffmanTable;
  /** The offset after the description. */
  readonly end: number;
}

/**
 * Reads the description of a Huffman code: the weight of each symbol but the last.
 *
 * @param input The bytes, with four to spare after the end.
 * @param start Where it starts.
 * @param end Where it must end.
 * @returns The decoding table.
 */
export function readHuffmanDescription(
  input: Uint8Array,
  start: number,
  end: number,
): HuffmanDescription {
  if (start >= end) throw damaged("a Huffman code is cut off", start);
  const header = input[start];
  const weights = new Uint8Array(256);
  let count: number;
  let stop: number;
  if (header >= 128) {
    count = header - 127;
    stop = start + 1 + ((count + 1) >> 1);
    if (stop > end) throw damaged("a Huffman code is cut off", start);
    for (let i = 0; i < count; i++) {
      const pair = input[start + 1 + (i >> 1)];
      weights[i] = i % 2 === 0 ? pair >> 4 : pair & 15;
    }
  } else {
    stop = start + 1 + header;
    if (stop > end) throw damaged("a Huffman code is cut off", start);
    count = readWeights(input, start + 1, stop, weights);
  }
  return { table: buildTable(weights, count, start), end: stop };
}

/** Reads weights compressed with finite state entropy, by two states in turn. */
function readWeights(input: Uint8Array, start: number, end: number, weights: Uint8Array): number {
  const description = readFseDescription(input, start, end, 255, MAX_WEIGHTS_LOG);
  const { entries, log } = buildFseTable(description.counts, description.log);
  const first = description.end;
  if (first >= end || input[end - 1] === 0) {
    throw damaged("the weights of a Huffman code are cut off", first);
  }
  let bit = end * 8 - 1 - (Math.clz32(input[end - 1]) - 24);
  const firstBit = first * 8;
  const read = (bits: number): number => {
    bit -= bits;
    const at = bit >> 3;
    return ((input[at] | (input[at + 1] << 8)) >>> (bit & 7)) & ((1 << bits) - 1);
  };
  if (bit - 2 * log < firstBit) throw damaged("the weights of a Huffman code are cut off", first);
  let state = read(log);
  let other = read(log);
  let count = 0;
  while (true) {
    // The last symbol is implied, so 255 are the most.
    if (count >= 254) throw damaged("a Huffman code has too many symbols", first);
    const entry = entries[state];
    weights[count++] = entry;
    const bits = (entry >> 8) & 0xff;
    if (bit - bits < firstBit) {
      // No next state for this one: the other one has the last symbol.
      weights[count++] = entries[other];
      return count;
    }
    const next = (entry >> 16) + read(bits);
    state = other;
    other = next;
  }
}

function buildTable(weights: Uint8Array, count: number, offset: number): HuffmanTable {
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (weights[i] > MAX_HUFFMAN_BITS) {
      throw damaged(`the weight ${weights[i]} is too large`, offset);
    }
    if (weights[i] > 0) total += 1 << (weights[i] - 1);
  }
  if (total === 0) throw damaged("a Huffman code has no symbols", offset);
  const log = 32 - Math.clz32(total);
  if (log > MAX_HUFFMAN_BITS) throw damaged(`a Huffman code has ${log} bits`, offset);
  // The last weight is what is missing to a power of two.
  const rest = (1 << log) - total;
  if ((rest & (rest - 1)) !== 0) throw damaged("a Huffman code does not add up", offset);
  weights[count++] = 32 - Math.clz32(rest);

  const ranks = new Uint16Array(MAX_HUFFMAN_BITS + 2);
  for (let i = 0; i < count; i++) ranks[weights[i]]++;
  // As the reference has it: two of the longest codes at least, and an even number of them.
  if (ranks[1] < 2 || ranks[1] % 2 === 1) throw damaged("a Huffman code is incomplete", offset);
  let next = 0;
  const starts = new Uint16Array(MAX_HUFFMAN_BITS + 2);
  for (let weight = 1; weight <= log; weight++) {
    starts[weight] = next;
    next += ranks[weight] << (weight - 1);
  }
  const entries = new Uint16Array(1 << log);
  for (let symbol = 0; symbol < count; symbol++) {
    const weight = weights[symbol];
    if (weight === 0) continue;
    const from = starts[weight];
    const to = starts[weight] = from + (1 << (weight - 1));
    entries.fill(symbol | ((log + 1 - weight) << 8), from, to);
  }
  return { entries, log };
}

/**
 * Decodes one stream of Huffman codes, which is read from its end.
 *
 * @param input The bytes, with four to spare after the end.
 * @param view A view of the same bytes.
 * @param start Where the stream starts.
 * @param end Where it ends.
 * @param table The code.
 * @param output Where the symbols go.
 * @param from Where in it to start.
 * @param to Where to end: so many symbols must come out.
 */
export function decodeHuffmanStream(
  input: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  table: HuffmanTable,
  output: Uint8Array,
  from: number,
  to: number,
): void {
  if (end <= start || input[end - 1] === 0) throw damaged("a stream of literals is cut off", start);
  const { entries, log } = table;
  const firstBit = start * 8;
  // Above the highest bit that is set, which marks the end.
  let bit = end * 8 - 1 - (Math.clz32(input[end - 1]) - 24);
  let at = from;
  // A load has 24 bits of use at every alignment: enough for two codes.
  const last = to - 2;
  const lowest = firstBit + 24;
  const shift = 24 - log;
  const mask = (1 << log) - 1;
  while (at <= last && bit >= lowest) {
    const low = bit - 24;
    const word = view.getUint32(low >> 3, true) >>> (low & 7);
    const first = entries[(word >>> shift) & mask];
    const used = first >> 8;
    const second = entries[(word >>> (shift - used)) & mask];
    output[at] = first;
    output[at + 1] = second;
    at += 2;
    bit -= used + (second >> 8);
  }
  while (at < to) {
    const low = bit - log;
    let index: number;
    if (low >= firstBit) {
      index = (view.getUint32(low >> 3, true) >>> (low & 7)) & mask;
    } else {
      // Before the start there are zeros.
      const have = bit - firstBit;
      const word = view.getUint32(start, true) & ((1 << have) - 1);
      index = (word << (log - have)) & mask;
    }
    const entry = entries[index];
    output[at++] = entry;
    bit -= entry >> 8;
    if (bit < firstBit) throw damaged("a stream of literals is too short", start);
  }
  if (bit !== firstBit) throw damaged("a stream of literals is too long", start);
}
