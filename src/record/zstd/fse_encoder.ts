/**
 * Finite state entropy, for encoding.
 *
 * @module
 */

import { BitWriter } from "../bit_writer.ts";

/** An encoding table: how a symbol changes the state, and how many bits that puts out. */
export class FseEncoder {
  /** The size as a power of two. */
  readonly log: number;
  readonly #states: Uint16Array;
  readonly #deltaBits: Int32Array;
  readonly #deltaState: Int32Array;

  /**
   * Builds the table of a distribution.
   *
   * @param counts How often each symbol occurs out of 2^log; -1 stands for less than once.
   * @param log The size as a power of two; 0 for a single symbol, which takes no bits.
   */
  constructor(counts: Int16Array, log: number) {
    const size = 1 << log;
    this.log = log;
    this.#states = new Uint16Array(size);
    this.#deltaBits = new Int32Array(counts.length);
    this.#deltaState = new Int32Array(counts.length);
    const symbols = new Uint8Array(size);
    const starts = new Uint16Array(counts.length + 1);
    let high = size - 1;
    for (let symbol = 0; symbol < counts.length; symbol++) {
      const count = counts[symbol];
      starts[symbol + 1] = starts[symbol] + Math.abs(count);
      if (count === -1) symbols[high--] = symbol;
    }
    const step = (size >> 1) + (size >> 3) + 3;
    let position = 0;
    for (let symbol = 0; symbol < counts.length; symbol++) {
      for (let i = 0; i < counts[symbol]; i++) {
        symbols[position] = symbol;
        do position = (position + step) & (size - 1); while (position > high);
      }
    }
    for (let symbol = 0; symbol < counts.length; symbol++) {
      const count = Math.abs(counts[symbol]);
      if (count === 0) continue;
      const bits = count === 1 ? log : log - (31 - Math.clz32(count - 1));
      this.#deltaBits[symbol] = (bits << 16) - (count << bits);
      this.#deltaState[symbol] = starts[symbol] - count;
    }
    for (let state = 0; state < size; state++) {
      this.#states[starts[symbols[state]]++] = size + state;
    }
  }

  /**
   * The state after the first symbol, which is the last of the stream.
   *
   * @param symbol The symbol.
   * @returns The state.
   */
  first(symbol: number): number {
    const delta = this.#deltaBits[symbol];
    const bits = (delta + (1 << 15)) >> 16;
    return this.#states[(((bits << 16) - delta) >> bits) + this.#deltaState[symbol]];
  }

  /**
   * Encodes a symbol.
   *
   * @param writer Where the bits go.
   * @param state The state.
   * @param symbol The symbol.
   * @returns The next state.
   */
  encode(writer: BitWriter, state: number, symbol: number): number {
    const bits = (state + this.#deltaBits[symbol]) >> 16;
    writer.write(state, bits);
    return this.#states[(state >> bits) + this.#deltaState[symbol]];
  }
}

/**
 * The size of a table that suits a number of symbols.
 *
 * @param total How many symbols will be encoded, two or more.
 * @param maxSymbol The highest of them.
 * @param maxLog The largest table.
 * @returns The size as a power of two.
 */
export function chooseFseLog(total: number, maxSymbol: number, maxLog: number): number {
  const bySize = 31 - Math.clz32(total - 1) - 2;
  const least = Math.min(32 - Math.clz32(total), 33 - Math.clz32(maxSymbol));
  return Math.max(5, Math.min(maxLog, Math.max(bySize, least)));
}

/**
 * Scales a histogram to a table.
 *
 * @param histogram How often each symbol occurs; two symbols or more.
 * @param total The sum.
 * @param maxSymbol The highest that occurs.
 * @param log The size as a power of two.
 * @returns The counts out of 2^log; none that occurs is 0.
 */
export function normalizeCounts(
  histogram: Uint32Array,
  total: number,
  maxSymbol: number,
  log: number,
): Int16Array {
  const size = 1 << log;
  const counts = new Int16Array(maxSymbol + 1);
  let rest = size;
  let largest = 0;
  for (let symbol = 0; symbol <= maxSymbol; symbol++) {
    if (histogram[symbol] === 0) continue;
    const share = histogram[symbol] * size / total;
    // A symbol of less than one entry still takes one.
    const count = share < 1 ? -1 : Math.round(share);
    counts[symbol] = count;
    rest -= Math.abs(count);
    if (histogram[symbol] > histogram[largest]) largest = symbol;
  }
  // The most frequent can best give or take what rounding left; where it cannot give, those after it do.
  if (counts[largest] + rest >= Math.max(1, counts[largest] >> 1)) {
    counts[largest] += rest;
    return counts;
  }
  while (rest < 0) {
    let donor = 0;
    for (let symbol = 0; symbol <= maxSymbol; symbol++) {
      if (counts[symbol] > counts[donor]) donor = symbol;
    }
    counts[donor]--;
    rest++;
  }
  return counts;
}

/**
 * Writes the description of a distribution.
 *
 * @param counts The counts out of 2^log.
 * @param log The size as a power of two.
 * @param output Where to write.
 * @param offset Where in it to start.
 * @returns The offset after it.
 */
export function writeFseDescription(
  counts: Int16Array,
  log: number,
  output: Uint8Array,
  offset: number,
): number {
  const writer = new BitWriter(output, offset);
  writer.write(log - 5, 4);
  let remaining = (1 << log) + 1;
  let threshold = 1 << log;
  let bits = log + 1;
  for (let symbol = 0; remaining > 1;) {
    const count = counts[symbol++];
    const short = 2 * threshold - 1 - remaining;
    remaining -= Math.abs(count);
    let value = count + 1;
    if (value >= threshold) value += short;
    writer.write(value, value < short ? bits - 1 : bits);
    while (remaining < threshold && threshold > 1) {
      bits--;
      threshold >>= 1;
    }
    if (count === 0) {
      let zeros = 0;
      while (counts[symbol + zeros] === 0) zeros++;
      symbol += zeros;
      for (; zeros >= 3; zeros -= 3) writer.write(3, 2);
      writer.write(zeros, 2);
    }
  }
  return writer.align();
}

/**
 * How many bits a histogram takes when it is encoded with a distribution.
 *
 * @param histogram How often each symbol occurs.
 * @param maxSymbol The highest that occurs.
 * @param counts The distribution out of 2^log.
 * @param log The size as a power of two.
 * @returns The bits, about; Infinity when a symbol is not in the distribution.
 */
export function fseCost(
  histogram: Uint32Array,
  maxSymbol: number,
  counts: Int16Array,
  log: number,
): number {
  let cost = 0;
  for (let symbol = 0; symbol <= maxSymbol; symbol++) {
    if (histogram[symbol] === 0) continue;
    const count = Math.abs(counts[symbol] ?? 0);
    if (count === 0) return Infinity;
    cost += histogram[symbol] * (log - Math.log2(count));
  }
  return cost;
}
