/**
 * A second decompressor of gzip, bit by bit, written to be simple.
 *
 * @module
 */

import { NotCompressed } from "./codec_reference.ts";
import { slowCrc } from "./record_reference.ts";

const ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const CRC32 = 0xedb88320;

interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[], mayBeIncomplete: (code: Code) => boolean): Code {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) counts[length]++;
  const symbols: number[] = [];
  for (let length = 1; length < 16; length++) {
    lengths.forEach((own, symbol) => own === length && symbols.push(symbol));
  }
  const code = { counts: counts.map((count, length) => (length === 0 ? 0 : count)), symbols };
  let left = 1;
  for (let length = 1; length < 16; length++) {
    left = 2 * left - counts[length];
    if (left < 0) throw new NotCompressed("too many codes");
  }
  if (left > 0 && !mayBeIncomplete(code)) throw new NotCompressed("too few codes");
  return code;
}

const isSingle = ({ symbols, counts }: Code): boolean =>
  symbols.length === 0 || (symbols.length === 1 && counts[1] === 1);

class Bits {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.at = 8 * start;
  }

  read(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++, this.at++) {
      const byte = this.#bytes[this.at >> 3];
      if (byte === undefined) throw new NotCompressed("cut off");
      value |= ((byte >> (this.at & 7)) & 1) << bit;
    }
    return value;
  }

  symbol({ counts, symbols }: Code): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      value |= this.read(1);
      if (value - first < counts[length]) return symbols[index + value - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      value <<= 1;
    }
    throw new NotCompressed("an unknown code");
  }
}

function dynamicCodes(bits: Bits): [Code, Code] {
  const [literals, distances, lengths] = [bits.read(5) + 257, bits.read(5) + 1, bits.read(4) + 4];
  if (literals > 286 || distances > 30) throw new NotCompressed("too many symbols");
  const own = new Array<number>(19).fill(0);
  for (let index = 0; index < lengths; index++) own[ORDER[index]] = bits.read(3);
  const code = codeOf(own, ({ symbols }) => symbols.length === 0);
  const all: number[] = [];
  while (all.length < literals + distances) {
    const symbol = bits.symbol(code);
    if (symbol < 16) {
      all.push(symbol);
      continue;
    }
    if (symbol === 16 && all.length === 0) throw new NotCompressed("nothing to repeat");
    const value = symbol === 16 ? all[all.length - 1] : 0;
    const count = symbol === 16
      ? 3 + bits.read(2)
      : symbol === 17
      ? 3 + bits.read(3)
      : 11 + bits.read(7);
    for (let left = count; left > 0; left--) all.push(value);
  }
  if (all.length !== literals + distances) throw new NotCompressed("too many lengths");
  if (all[256] === 0) throw new NotCompressed("no end");
  return [codeOf(all.slice(0, literals), isSingle), codeOf(all.slice(literals), isSingle)];
}

function fixedCodes(): [Code, Code] {
  const literals = Array.from(
    { length: 288 },
    (_, symbol) => symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  );
  return [codeOf(literals, () => false), codeOf(new Array<number>(30).fill(5), () => true)];
}

function lengthOf(bits: Bits, index: number): number {
  if (index > 28) throw new NotCompressed("an unknown length");
  if (index < 8) return index + 3;
  if (index === 28) return 258;
  const extra = (index >> 2) - 1;
  return ((4 + (index & 3)) << extra) + 3 + bits.read(extra);
}

function distanceOf(bits: Bits, index: number): number {
  if (index < 4) return index + 1;
  const extra = (index >> 1) - 1;
  return ((2 + (index & 1)) << extra) + 1 + bits.read(extra);
}

function inflate(input: Uint8Array, start: number, out: number[], limit: number): number {
  const bits = new Bits(input, start);
  const base = out.length;
  const push = (byte: number): void => {
    if (out.length >= limit) throw new NotCompressed("above the limit");
    out.push(byte);
  };
  for (let isLast = false; !isLast;) {
    isLast = bits.read(1) === 1;
    const type = bits.read(2);
    if (type === 3) throw new NotCompressed("an unknown block");
    if (type === 0) {
      bits.at = (bits.at + 7) & ~7;
      const length = bits.read(16);
      if ((bits.read(16) ^ 0xffff) !== length) throw new NotCompressed("a stored block");
      for (let left = length; left > 0; left--) push(bits.read(8));
      continue;
    }
    const [literals, distances] = type === 1 ? fixedCodes() : dynamicCodes(bits);
    for (let symbol = bits.symbol(literals); symbol !== 256; symbol = bits.symbol(literals)) {
      if (symbol < 256) {
        push(symbol);
        continue;
      }
      const length = lengthOf(bits, symbol - 257);
      const distance = distanceOf(bits, bits.symbol(distances));
      if (distance > out.length - base) throw new NotCompressed("a window");
      for (let left = length; left > 0; left--) push(out[out.length - distance]);
    }
  }
  return (bits.at + 7) >> 3;
}

/** The offset after the header of a member; -1 when there is none. */
function headerEnd(input: Uint8Array, start: number): number {
  if (input.length - start < 10 || input[start] !== 0x1f || input[start + 1] !== 0x8b) return -1;
  if (input[start + 2] !== 8) return -1;
  const flags = input[start + 3];
  let at = start + 10;
  if (flags & 4) at += 2 + (input[at] | (input[at + 1] << 8));
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = at < input.length ? input.indexOf(0, at) : -1;
    if (zero < 0) return -1;
    at = zero + 1;
  }
  if (flags & 2) {
    const crc = slowCrc(input.subarray(start, at), CRC32) & 0xffff;
    if (crc !== (input[at] | (input[at + 1] << 8))) return -1;
    at += 2;
  }
  return at <= input.length ? at : -1;
}

/** Decompresses gzip, all members; what follows them is ignored. */
export function readGzip(input: Uint8Array, limit: number): Uint8Array {
  const out: number[] = [];
  let at = headerEnd(input, 0);
  if (at < 0) throw new NotCompressed("a header");
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  while (at >= 0) {
    const start = out.length;
    at = inflate(input, at, out, limit);
    if (input.length - at < 8) throw new NotCompressed("a checksum");
    const crc = slowCrc(Uint8Array.from(out.slice(start)), CRC32);
    if (view.getUint32(at, true) !== crc) throw new NotCompressed("a checksum");
    if (view.getUint32(at + 4, true) !== out.length - start) throw new NotCompressed("a length");
    at = headerEnd(input, at + 8);
  }
  return Uint8Array.from(out);
}
