/**
 * Writes compressed data with all that the formats allow, which no single
 * encoder does, and where wanted with faults that need knowledge of the format.
 *
 * @module
 */

import { gzip } from "../../src/record/deflate/gzip_writer.ts";
import { crc32 } from "../../src/record/crc32.ts";
import { nativeZlib } from "../../src/record/native_zlib.ts";
import { xxHash32 } from "../../src/record/xxhash32.ts";
import { compressZstd } from "../../src/record/zstd/encoder.ts";
import { NotCompressed, readLz4 } from "./codec_reference.ts";
import { randomPayload } from "./payload.ts";
import type { Random } from "./random.ts";

/** Distances that are wrong are this frequent where there are any. */
const FAULT = 0.03;

function little(value: number, size: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; bytes.length < size; rest = Math.floor(rest / 256)) bytes.push(rest % 256);
  return bytes;
}

/** How far back a match goes: within what is there, or by a little too far. */
function distance(random: Random, there: number, most: number, faults: boolean): number {
  if (faults && random.chance(FAULT)) {
    return random.pick([0, there + 1, there + 1 + random.size(50)]);
  }
  return 1 + random.below(Math.min(there, random.chance(0.5) ? 20 : there, most));
}

/** A frame or several of lz4, with blocks of all kinds. */
export function randomLz4(random: Random): Uint8Array {
  const out: number[] = [];
  const faults = random.chance(0.5);
  for (let left = 1 + random.size(1); left > 0; left--) {
    if (random.chance(0.1)) {
      const size = random.size(20);
      out.push(...little(0x184d2a50 + random.below(16), 4), ...little(size, 4));
      for (const byte of random.bytes(size)) out.push(byte);
    }
    for (const byte of lz4Frame(random, faults)) out.push(byte);
  }
  return Uint8Array.from(out);
}

function lz4Frame(random: Random, faults: boolean): number[] {
  const flags = 0x40 | random.below(16) << 2 & 0x3c;
  const independent = (flags & 0x20) !== 0;
  const body: number[] = [];
  let total = 0;
  for (let left = random.size(5); left > 0; left--) {
    let block: number[];
    if (random.chance(0.2)) {
      block = [...random.bytes(1 + random.size(60))];
      total += block.length;
      body.push(...little(block.length + 2 ** 31, 4), ...block);
    } else {
      let length: number;
      [block, length] = lz4Block(random, independent ? 0 : total, faults);
      total += length;
      body.push(...little(block.length, 4), ...block);
    }
    if (flags & 0x10) {
      body.push(...little(xxHash32(Uint8Array.from(block), 0, block.length) >>> 0, 4));
    }
  }
  body.push(0, 0, 0, 0);
  const header = [flags, (4 + random.below(4)) << 4];
  if (flags & 0x08) header.push(...little(total, 8));
  header.push((xxHash32(Uint8Array.from(header), 0, header.length) >>> 8) & 0xff);
  const frame = [...little(0x184d2204, 4), ...header, ...body];
  if (flags & 0x04) {
    let content = new Uint8Array(0);
    try {
      const unchecked = frame.slice();
      unchecked.push(0, 0, 0, 0);
      content = Uint8Array.from(readLz4(Uint8Array.from(unchecked), 1 << 16));
    } catch (error) {
      if (!(error instanceof NotCompressed)) throw error;
    }
    frame.push(...little(xxHash32(content, 0, content.length) >>> 0, 4));
  }
  return frame;
}

/** A block, and the size of what it holds. */
function lz4Block(random: Random, before: number, faults: boolean): [number[], number] {
  const block: number[] = [];
  let there = before;
  const extend = (length: number): void => {
    let rest = length - 15;
    for (; rest >= 255; rest -= 255) block.push(255);
    if (rest >= 0) block.push(rest);
  };
  const literal = (length: number, low: number): void => {
    block.push((Math.min(length, 15) << 4) | low);
    extend(length);
    for (const byte of random.bytes(length)) block.push(byte);
    there += length;
  };
  for (let left = random.size(8); left > 0; left--) {
    const length = random.chance(0.9) ? random.size(30) : random.below(600);
    const match = random.chance(0.9) ? random.size(30) : random.below(600);
    literal(there + length === 0 ? 1 : length, Math.min(match, 15));
    block.push(...little(distance(random, there, 0xffff, faults), 2));
    extend(match);
    there += match + 4;
  }
  literal(random.size(20), 0);
  return [block, there - before];
}

/** Snappy: one block, or several in the framing of the Java library. */
export function randomSnappy(random: Random): Uint8Array {
  const faults = random.chance(0.5);
  if (random.chance(0.3)) return Uint8Array.from(snappyBlock(random, faults));
  const header = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1];
  const out = [...header];
  for (let left = random.size(4); left > 0; left--) {
    if (random.chance(0.1)) out.push(...header);
    const block = snappyBlock(random, faults);
    out.push(...little(block.length, 4).reverse(), ...block);
  }
  return Uint8Array.from(out);
}

function snappyBlock(random: Random, faults: boolean): number[] {
  const out: number[] = [];
  let there = 0;
  for (let left = random.size(10); left > 0; left--) {
    const kind = there === 0 ? 0 : random.below(4);
    const far = distance(random, Math.max(there, 1), 2_047, faults);
    if (kind === 0) {
      const length = random.chance(0.9) ? 1 + random.size(59) : 1 + random.below(400);
      const least = length <= 60 ? 0 : length <= 256 ? 1 : 2;
      const extra = random.chance(0.8) ? least : least + random.below(5 - least);
      if (extra === 0) out.push((length - 1) << 2);
      else out.push((59 + extra) << 2, ...little(length - 1, extra));
      for (const byte of random.bytes(length)) out.push(byte);
      there += length;
    } else if (kind === 1 && far < 2_048) {
      const length = 4 + random.below(8);
      out.push(((far >> 8) << 5) | ((length - 4) << 2) | 1, far & 0xff);
      there += length;
    } else {
      const length = 1 + random.below(64);
      out.push(((length - 1) << 2) | (kind === 3 ? 3 : 2), ...little(far, kind === 3 ? 4 : 2));
      there += length;
    }
  }
  const claimed = faults && random.chance(0.2) ? there + random.pick([-1, 1, 5]) : there;
  const length: number[] = [];
  let rest = Math.max(0, claimed);
  for (; rest >= 0x80; rest >>>= 7) length.push((rest & 0x7f) | 0x80);
  return [...length, rest, ...out];
}

/** Gzip members with all optional parts of the header. */
export function randomGzip(random: Random): Uint8Array {
  const out: number[] = [];
  for (let left = 1 + random.size(2); left > 0; left--) {
    const payload = randomPayload(random, 2_000);
    const level = 1 + random.below(9);
    const native = random.chance(0.5) ? nativeZlib() : null;
    const member = native === null ? gzip(payload, level) : native.gzipSync(payload, { level });
    const flags = random.chance(0.7) ? 0 : random.below(32);
    const header = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0xff];
    if (flags & 4) header.push(3, 0, 1, 2, 3);
    if (flags & 8) header.push(0x61, 0x62, 0);
    if (flags & 16) header.push(0x63, 0);
    if (flags & 2) header.push(...little(crc32(Uint8Array.from(header)) & 0xffff, 2));
    if (random.chance(0.1)) return Uint8Array.from([...out, ...header.slice(0, random.below(30))]);
    for (const byte of header) out.push(byte);
    for (const byte of member.subarray(10)) out.push(byte);
  }
  if (random.chance(0.1)) out.push(...random.bytes(random.size(12)));
  return Uint8Array.from(out);
}

/** Zstd frames one after the other, some to skip, some with a checksum. */
export function randomZstd(random: Random): Uint8Array {
  const out: number[] = [];
  const faults = random.chance(0.5);
  for (let left = 1 + random.size(3); left > 0; left--) {
    if (random.chance(0.15)) {
      const size = random.size(20);
      out.push(...little(0x184d2a50 + random.below(16), 4), ...little(size, 4));
      for (const byte of random.bytes(size)) out.push(byte);
      continue;
    }
    if (random.chance(0.4)) {
      for (const byte of zstdFrame(random, faults)) out.push(byte);
      continue;
    }
    const payload = randomPayload(random, random.pick([100, 3_000]));
    const level = 1 + random.below(12);
    const native = nativeZlib();
    const frame = native?.zstdCompressSync === undefined || random.chance(0.5)
      ? compressZstd(payload, level)
      : native.zstdCompressSync(payload, { params: { 100: level, 201: random.below(2) } });
    for (const byte of frame) out.push(byte);
  }
  return Uint8Array.from(out);
}

/** A frame of zstd with blocks of all types; its sequences share one code of each kind, so that they need no tables. */
function zstdFrame(random: Random, faults: boolean): number[] {
  const out = [...little(0xfd2fb528, 4), 0, 0x50];
  let there = 0;
  for (let left = random.size(4); left >= 0; left--) {
    const type = random.pick([0, 1, 2, 2]);
    let content: number[];
    let size: number;
    if (type === 2) {
      [content, there] = zstdBlock(random, there, faults);
      if (faults && random.chance(0.15)) content = content.slice(0, random.below(content.length));
      size = content.length;
    } else {
      size = 1 + random.size(40);
      content = [...random.bytes(type === 0 ? size : 1)];
      there += size;
    }
    out.push(...little((size << 3) | (type << 1) | (left === 0 ? 1 : 0), 3), ...content);
  }
  return out;
}

/** A compressed block of zstd, and how much there is after it. */
function zstdBlock(random: Random, before: number, faults: boolean): [number[], number] {
  const isLong = random.chance(0.03);
  const count = isLong ? random.pick([127, 128, 300, 0x7f00, 0x7f40]) : random.size(12);
  const [literalLength, matchCode] = isLong ? [0, 0] : [random.below(16), random.below(32)];
  const offsetCode = faults && random.chance(0.05)
    ? 24 + random.below(9)
    : random.below(Math.max(1, Math.floor(Math.log2(before + 4)) + 1));
  const rest = random.size(8);
  const literals = count * literalLength + rest + (faults && random.chance(0.05) ? -1 : 0);
  const length = Math.max(0, literals);
  // Raw literals, or one byte for all of them, with 12 or 20 bits of length.
  const isRepeated = random.chance(0.3);
  const isWide = random.chance(0.3);
  const type = (isRepeated ? 1 : 0) | (isWide ? 12 : 4);
  const out = little((length << 4) | type, isWide ? 3 : 2);
  for (const byte of random.bytes(isRepeated ? 1 : length)) out.push(byte);
  if (count < 128) out.push(count);
  else if (count < 0x7f00) out.push((count >> 8) + 128, count & 0xff);
  else out.push(255, ...little(count - 0x7f00, 2));
  if (count === 0) return [out, before + length];
  out.push(faults && random.chance(0.05) ? random.below(256) : 0x54);
  out.push(literalLength, offsetCode, matchCode);
  // The last sequence comes first in the stream, which is read from its end.
  const bits: number[] = [];
  let there = before;
  for (let index = 0; index < count; index++) {
    there += literalLength;
    const most = Math.min(2 ** offsetCode - 1, Math.max(0, there + 3 - 2 ** offsetCode));
    const low = faults && random.chance(FAULT)
      ? Math.min(2 ** offsetCode - 1, most + 1 + random.below(8))
      : random.chance(0.3)
      ? most
      : random.below(most + 1);
    // Written in reverse here, and turned round below.
    for (let bit = offsetCode - 1; bit >= 0; bit--) bits.push((low >> bit) & 1);
    there += matchCode + 3;
  }
  bits.reverse();
  bits.push(1);
  while (bits.length % 8 !== 0) bits.push(0);
  for (let at = 0; at < bits.length; at += 8) {
    out.push(bits.slice(at, at + 8).reduce((byte, bit, index) => byte | (bit << index), 0));
  }
  return [out, there + rest];
}
