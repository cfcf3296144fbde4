/**
 * Second decoders of snappy and lz4, written to be simple: no buffer is larger
 * than what was written to it, so that nothing can be read from beyond it.
 *
 * @module
 */

/** Thrown where the bytes are not of the format. */
export class NotCompressed extends Error {}

class Output {
  readonly #limit: number;
  bytes: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(byte: number): void {
    if (byte === undefined) throw new NotCompressed("cut off");
    if (this.bytes.length >= this.#limit) throw new NotCompressed("above the limit");
    this.bytes.push(byte);
  }

  literal(input: Uint8Array, start: number, length: number, end: number): void {
    if (length > end - start) throw new NotCompressed("a literal is cut off");
    for (let at = start; at < start + length; at++) this.push(input[at]);
  }

  copy(distance: number, length: number, base: number): void {
    if (distance < 1 || distance > this.bytes.length - base) throw new NotCompressed("a window");
    for (let left = length; left > 0; left--) this.push(this.bytes[this.bytes.length - distance]);
  }
}

function little(input: Uint8Array, at: number, size: number, end: number): number {
  if (at + size > end) throw new NotCompressed("cut off");
  let value = 0;
  for (let index = 0; index < size; index++) value += input[at + index] * 2 ** (8 * index);
  return value;
}

function snappyBlock(input: Uint8Array, start: number, end: number, out: Output): void {
  let claimed = 0;
  let at = start;
  for (let shift = 0;; shift += 7) {
    if (at >= end || shift > 28) throw new NotCompressed("a length");
    const byte = input[at++];
    claimed += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  const base = out.bytes.length;
  while (at < end) {
    const tag = input[at++];
    const kind = tag & 3;
    if (kind === 0) {
      let length = (tag >> 2) + 1;
      if (length > 60) {
        const size = length - 60;
        length = little(input, at, size, end) + 1;
        at += size;
      }
      out.literal(input, at, length, end);
      at += length;
    } else if (kind === 1) {
      out.copy(((tag >> 5) << 8) + little(input, at, 1, end), ((tag >> 2) & 7) + 4, base);
      at += 1;
    } else {
      const size = kind === 2 ? 2 : 4;
      out.copy(little(input, at, size, end), (tag >> 2) + 1, base);
      at += size;
    }
    if (out.bytes.length - base > claimed) throw new NotCompressed("more than claimed");
  }
  if (out.bytes.length - base !== claimed) throw new NotCompressed("less than claimed");
}

const XERIAL: readonly number[] = [0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0];

/** Decompresses snappy, framed as the Java library does or one block. */
export function readSnappy(input: Uint8Array, limit: number): Uint8Array {
  const out = new Output(limit);
  const framed = (at: number): boolean => XERIAL.every((byte, index) => input[at + index] === byte);
  if (input.length === 0) throw new NotCompressed("nothing");
  if (!framed(0)) {
    snappyBlock(input, 0, input.length, out);
    return Uint8Array.from(out.bytes);
  }
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  for (let at = 0; input.length - at >= 4;) {
    if (framed(at)) {
      if (input.length - at < 16 || view.getInt32(at + 8) < 1) throw new NotCompressed("a header");
      at += 16;
      continue;
    }
    const size = view.getInt32(at);
    if (size < 0 || size > input.length - at - 4) throw new NotCompressed("a block");
    snappyBlock(input, at + 4, at + 4 + size, out);
    at += 4 + size;
  }
  return Uint8Array.from(out.bytes);
}

function lz4Block(input: Uint8Array, start: number, end: number, out: Output, base: number): void {
  let at = start;
  const extended = (nibble: number): number => {
    let length = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255;) {
      byte = little(input, at++, 1, end);
      length += byte;
    }
    return length;
  };
  while (at < end) {
    const token = input[at++];
    const literals = extended(token >> 4);
    out.literal(input, at, literals, end);
    at += literals;
    if (at === end) return;
    const distance = little(input, at, 2, end);
    at += 2;
    out.copy(distance, extended(token & 15) + 4, base);
  }
  throw new NotCompressed("no literals at the end");
}

const LZ4_MAGIC = 0x184d2204;

function isLz4Magic(input: Uint8Array, at: number): boolean {
  if (input.length - at < 4) return false;
  const magic = little(input, at, 4, input.length);
  return magic === LZ4_MAGIC || (magic >= 0x184d2a50 && magic <= 0x184d2a5f);
}

/** Decompresses frames of lz4; checksums are not looked at. */
export function readLz4(input: Uint8Array, limit: number): Uint8Array {
  const out = new Output(limit);
  const end = input.length;
  let at = 0;
  let first = true;
  // What follows and is not another frame is ignored.
  while (first || isLz4Magic(input, at)) {
    const magic = little(input, at, 4, end);
    at += 4;
    first = false;
    if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
      const size = little(input, at, 4, end);
      at += 4 + size;
      if (at > end) throw new NotCompressed("a frame to skip");
      continue;
    }
    if (magic !== LZ4_MAGIC) throw new NotCompressed("a magic");
    const flags = little(input, at, 1, end);
    const descriptor = little(input, at + 1, 1, end);
    const sizeId = descriptor >> 4;
    if ((flags & 0xc3) !== 0x40 || sizeId < 4 || sizeId > 7 || (descriptor & 0x8f) !== 0) {
      throw new NotCompressed("a descriptor");
    }
    at += 2;
    const frameStart = out.bytes.length;
    let contentSize: number | undefined;
    if (flags & 0x08) {
      contentSize = little(input, at, 8, end);
      at += 8;
    }
    little(input, at++, 1, end);
    for (;;) {
      const word = little(input, at, 4, end);
      at += 4;
      if (word === 0) break;
      const size = word % 2 ** 31;
      const most = 1 << (8 + 2 * sizeId);
      if (size > most || at + size > end) throw new NotCompressed("a block");
      const before = out.bytes.length;
      if (word >= 2 ** 31) out.literal(input, at, size, end);
      else lz4Block(input, at, at + size, out, flags & 0x20 ? before : frameStart);
      if (out.bytes.length - before > most) throw new NotCompressed("a block is too long");
      at += size + (flags & 0x10 ? 4 : 0);
      if (at > end) throw new NotCompressed("a checksum");
    }
    if (flags & 0x04) at += 4;
    if (at > end) throw new NotCompressed("a checksum");
    if (contentSize !== undefined && contentSize !== out.bytes.length - frameStart) {
      throw new NotCompressed("a size of the content");
    }
  }
  return Uint8Array.from(out.bytes);
}
