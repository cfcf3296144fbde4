/**
 * Tables of finite state entropy, for decoding.
 *
 * @module
 */

import { damaged } from "./damaged.ts";

/**
 * A decoding table. The entry of a state packs its symbol (bits 0-7), how many
 * bits to read for the next state (8-15), and what to add to them (16-31).
 */
export interface FseTable {
  /** The entries, 2^log of them. */
  readonly entries: Int32Array;
  /** The size as a power of two: how many bits the first state takes. */
  readonly log: number;
}

/** A distribution as described in a stream, and where the description ends. */
export interface FseDescription {
  /** How often each symbol occurs out of 2^log; -1 stands for less than once. */
  readonly counts: Int16Array;
  /** The size of the table as a power of two. */
  readonly log: number;
  /** The offset after the description. */
  readonly end: number;
}

/**
 * Reads the description of a distribution.
 *
 * @param input The bytes, with four to spare after the end.
 * @param start Where it starts.
 * @param end Where it must end.
 * @param maxSymbol The highest symbol there may be.
 * @param maxLog The largest table there may be.
 * @returns The distribution.
 */
export function readFseDescription(
  input: Uint8Array,
  start: number,
  end: number,
  maxSymbol: number,
  maxLog: number,
): FseDescription {
  let bit = start * 8;
  const lastBit = end * 8;
  const peek = (bits: number): number => {
    const at = bit >> 3;
    const word = input[at] | (input[at + 1] << 8) | (input[at + 2] << 16) | (input[at + 3] << 24);
    return (word >>> (bit & 7)) & ((1 << bits) - 1);
  };
  if (start >= end) throw damaged("the description of a distribution is cut off", start);
  const log = peek(4) + 5;
  bit += 4;
  if (log > maxLog) throw damaged(`a distribution of 2^${log} exceeds 2^${maxLog}`, start);
  const counts = new Int16Array(maxSymbol + 1);
  let remaining = (1 << log) + 1;
  let threshold = 1 << log;
  let bits = log + 1;
  let symbol = 0;
  while (remaining > 1) {
    if (bit > lastBit) throw damaged("the description of a distribution is cut off", start);
    if (symbol > maxSymbol) throw damaged("a distribution has too many symbols", start);
    // The values that cannot occur any more shorten those that can.
    const short = 2 * threshold - 1 - remaining;
    let count = peek(bits);
    if ((count & (threshold - 1)) < short) {
      count &= threshold - 1;
      bit += bits - 1;
    } else {
      if (count >= threshold) count -= short;
      bit += bits;
    }
    count--;
    remaining -= Math.abs(count);
    counts[symbol++] = count;
    while (remaining < threshold && threshold > 1) {
      bits--;
      threshold >>= 1;
    }
    if (count === 0) {
      let zeros: number;
      do {
        if (bit > lastBit) throw damaged("the description of a distribution is cut off", start);
        zeros = peek(2);
        bit += 2;
        symbol += zeros;
      } while (zeros === 3);
    }
  }
  if (remaining !== 1 || symbol > maxSymbol + 1 || bit > lastBit) {
    throw damaged("the description of a distribution does not add up", start);
  }
  return { counts, log, end: (bit + 7) >> 3 };
}

/**
 * Builds the decoding table of a distribution.
 *
 * @param counts How often each symbol occurs out of 2^log.
 * @param log The size as a power of two.
 * @returns The table.
 */
export function buildFseTable(counts: Int16Array, log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(counts.length);
  let high = size - 1;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    if (counts[symbol] === -1) {
      symbols[high--] = symbol;
      next[symbol] = 1;
    } else {
      next[symbol] = counts[symbol];
    }
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let position = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    for (let i = 0; i < counts[symbol]; i++) {
      symbols[position] = symbol;
      do position = (position + step) & (size - 1); while (position > high);
    }
  }
  const entries = new Int32Array(size);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state];
    const value = next[symbol]++;
    const bits = log - (31 - Math.clz32(value));
    entries[state] = symbol | (bits << 8) | (((value << bits) - size) << 16);
  }
  return { entries, log };
}

/**
 * The table of a stream that holds one symbol only.
 *
 * @param symbol The symbol.
 * @returns A table of one state, which takes no bits.
 */
export function singleSymbolTable(symbol: number): FseTable {
  return { entries: new Int32Array([symbol]), log: 0 };
}
