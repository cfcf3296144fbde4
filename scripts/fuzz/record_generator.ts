/**
 * Writes random record batches of all three formats, with faults where wanted.
 *
 * @module
 */

import type { Random } from "./random.ts";
import { slowCrc } from "./record_reference.ts";

/** CRC-32 of the old formats. */
export const CRC32: number = 0xedb88320;
/** CRC-32C of format v2. */
export const CRC32C: number = 0x82f63b78;

/** Bytes that are appended to. */
class Bytes {
  readonly list: number[] = [];

  add(bytes: Iterable<number>): this {
    for (const byte of bytes) this.list.push(byte);
    return this;
  }

  integer(value: bigint | number, size: number): this {
    const bits = BigInt(value);
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      this.list.push(Number((bits >> BigInt(shift)) & 0xffn));
    }
    return this;
  }

  zigzag(value: bigint | number, bits = 32): this {
    const signed = BigInt(value);
    let rest = BigInt.asUintN(bits, (signed << 1n) ^ (signed >> BigInt(bits - 1)));
    for (; rest >= 0x80n; rest >>= 7n) this.list.push(Number(rest & 0x7fn) | 0x80);
    this.list.push(Number(rest));
    return this;
  }
}

/** Makes parts of batches; each place may hold a fault. */
export class RecordGenerator {
  readonly #random: Random;
  readonly #faults: number;

  /**
   * @param random Where choices come from.
   * @param faults The probability of a fault at each place where one is possible.
   */
  constructor(random: Random, faults: number) {
    this.#random = random;
    this.#faults = faults;
  }

  /** The records of a batch of format v2, not compressed. */
  records(count: number): Uint8Array {
    const out = new Bytes();
    for (let index = 0; index < count; index++) {
      const record = this.#record(index);
      out.zigzag(this.#orWrong(record.length)).add(record);
    }
    if (this.#fault) out.add(this.#random.bytes(1 + this.#random.size(5)));
    return Uint8Array.from(out.list);
  }

  #record(index: number): number[] {
    const random = this.#random;
    const out = new Bytes();
    if (this.#fault) return out.add(random.bytes(random.size(4))).list;
    out.integer(random.chance(0.9) ? 0 : random.below(256), 1);
    out.zigzag(random.chance(0.5) ? index : random.long(), 64);
    out.zigzag(this.#fault ? random.integer() | 0 : index);
    this.#content(out);
    this.#content(out);
    const headers = random.chance(0.7) ? 0 : random.size(4);
    out.zigzag(this.#orWrong(headers));
    for (let left = headers; left > 0; left--) {
      const name = random.bytes(random.size(8)).map((byte) => byte & 0x7f);
      out.zigzag(this.#orWrong(name.length)).add(name);
      this.#content(out);
    }
    if (this.#fault) out.integer(0, 1);
    return out.list;
  }

  #content(out: Bytes): void {
    const content = this.#random.chance(0.2) ? null : this.#random.bytes(this.#random.size(90));
    out.zigzag(this.#orWrong(content?.length ?? -1)).add(content ?? []);
  }

  /** A batch of format v2 around records that may be compressed. */
  batch(records: Uint8Array, count: number, compression: number): Uint8Array {
    const random = this.#random;
    const flags = random.pick([0, 0, 0x08, 0x10, 0x20, 0x30, 0x40, 0x78, 0xff80]);
    const checked = new Bytes()
      .integer(this.#fault ? random.integer() : flags | compression, 2)
      .integer(this.#orWrong(Math.max(0, count - 1)), 4)
      .integer(random.long(), 8).integer(random.long(), 8).integer(random.long(), 8)
      .integer(random.integer(), 2).integer(random.integer(), 4)
      .integer(this.#orWrong(count), 4).add(records);
    const crc = this.#orWrong(slowCrc(Uint8Array.from(checked.list), CRC32C));
    return Uint8Array.from(
      new Bytes().integer(random.long(), 8).integer(this.#orWrong(checked.list.length + 9), 4)
        .integer(random.integer(), 4).integer(this.#fault ? random.below(4) : 2, 1)
        .integer(crc, 4).add(checked.list).list,
    );
  }

  /** A message of format v0 or v1; its value may be a compressed set. */
  message(magic: number, offset: bigint, compression: number, set?: Uint8Array): Uint8Array {
    const random = this.#random;
    const attributes = compression | (magic === 1 && random.chance(0.3) ? 0x08 : 0);
    const checked = new Bytes().integer(this.#fault ? random.below(4) : magic, 1)
      .integer(this.#fault ? random.below(256) : attributes, 1);
    if (magic === 1) checked.integer(random.long(), 8);
    const contents = [random.chance(0.4) ? null : random.bytes(random.size(20)), set];
    if (set === undefined) contents[1] = random.bytes(random.size(40));
    for (const content of contents) {
      checked.integer(this.#orWrong(content?.length ?? -1), 4).add(content ?? []);
    }
    const crc = this.#orWrong(slowCrc(Uint8Array.from(checked.list), CRC32));
    return Uint8Array.from(
      new Bytes().integer(offset, 8).integer(this.#orWrong(checked.list.length + 4), 4)
        .integer(crc, 4).add(checked.list).list,
    );
  }

  get #fault(): boolean {
    return this.#faults > 0 && this.#random.chance(this.#faults);
  }

  #orWrong(value: number): number {
    if (!this.#fault) return value;
    const random = this.#random;
    return random.chance(0.5) ? value + random.pick([-2, -1, 1, 2]) : random.integer() | 0;
  }
}

/** Puts the right checksum of format v2 into a batch at the start of some bytes, where there is one. */
export function repairChecksum(bytes: Uint8Array): void {
  if (bytes.length < 61 || bytes[16] !== 2) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = 12 + view.getInt32(8);
  if (end < 61 || end > bytes.length) return;
  view.setUint32(17, slowCrc(bytes.subarray(21, end), CRC32C));
}
