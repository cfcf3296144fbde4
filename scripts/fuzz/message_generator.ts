/**
 * Writes random messages by their schemas, and where wanted with faults that
 * only someone who knows the schema can make.
 *
 * @module
 */

import {
  contains,
  type Field,
  type Message,
  type Primitive,
  type Struct,
} from "../protocol/schema.ts";
import type { Random } from "./random.ts";
import { uvarintBytes } from "./schema_encoder.ts";

/** Deeper than this arrays are empty. */
const MAX_DEPTH = 6;
/** Pieces of text at the limits of UTF-8, and of where short texts end. */
const TEXTS: readonly string[] = [
  "",
  "a",
  "orders",
  "\u0000",
  "\ufeffbom",
  "caf\u00e9",
  "\u20ac\u{1f600}\uffff",
  "0123456",
  "01234567",
  "012345678901234",
  "0123456789012345",
  "0123456789012345678901234567890",
  "01234567890123456789012345678901",
  "012345678901234567890123456789012",
  "0123456\u00e9",
  "012345678901234567890123456\u00e9",
];
const ENCODER = new TextEncoder();

/** Writes one message. */
export class MessageGenerator {
  readonly #random: Random;
  readonly #message: Message;
  readonly #version: number;
  readonly #flexible: boolean;
  readonly #faults: number;
  #bytes: number[] = [];
  #budget: number;

  /**
   * @param random Where choices come from.
   * @param message The message.
   * @param version Its version.
   * @param faults The probability of a fault at each place where one is possible.
   */
  constructor(random: Random, message: Message, version: number, faults: number) {
    this.#random = random;
    this.#message = message;
    this.#version = version;
    this.#flexible = contains(message.flexible, version);
    this.#faults = faults;
    this.#budget = random.chance(0.1) ? 2_000 : 150;
  }

  /** The bytes of the message. */
  generate(): Uint8Array {
    this.#struct(this.#message.root, 0);
    return Uint8Array.from(this.#bytes);
  }

  get #fault(): boolean {
    return this.#faults > 0 && this.#random.chance(this.#faults);
  }

  #struct(struct: Struct, depth: number): void {
    this.#budget--;
    for (const field of struct.fields) {
      if (field.tag === undefined && contains(field.versions, this.#version)) {
        this.#field(field, depth);
      }
    }
    if (this.#flexible) this.#tags(struct, depth);
  }

  #tags(struct: Struct, depth: number): void {
    const random = this.#random;
    const tags: { tag: number; data: number[] }[] = [];
    let highest = -1;
    for (const field of struct.fields) {
      if (field.tag === undefined) continue;
      highest = Math.max(highest, field.tag);
      const there = contains(field.tagged, this.#version) ? random.chance(0.5) : this.#fault;
      if (there) tags.push({ tag: field.tag, data: this.#apart(() => this.#field(field, depth)) });
    }
    if (random.chance(0.15)) {
      for (let left = 1 + random.below(3); left > 0; left--) {
        highest += 1 + random.size(200);
        tags.push({ tag: highest, data: [...random.bytes(random.size(20))] });
      }
    }
    if (this.#fault && tags.length > 0) tags.push(random.pick(tags));
    if (this.#fault) tags.reverse();
    this.#uvarint(this.#fault ? random.integer() : tags.length);
    for (const { tag, data } of tags) {
      this.#uvarint(this.#fault ? random.integer() : tag);
      this.#uvarint(this.#fault ? random.integer() : data.length);
      for (const byte of data) this.#bytes.push(byte);
    }
  }

  /** What a function writes, in an array of its own. */
  #apart(write: () => void): number[] {
    const before = this.#bytes;
    this.#bytes = [];
    write();
    const data = this.#bytes;
    this.#bytes = before;
    return data;
  }

  #field(field: Field, depth: number): void {
    const random = this.#random;
    const nullable = contains(field.nullable, this.#version);
    if (!field.isArray) return this.#value(field.type, nullable, depth);
    if (nullable ? random.chance(0.2) : this.#fault) return this.#length(-1 - this.#twist(), 4);
    let count = depth > MAX_DEPTH || this.#budget <= 0 ? 0 : random.size(5);
    if (typeof field.type === "string" && random.chance(0.05)) count = 250 + random.below(20);
    this.#length(this.#fault ? random.integer() | 0 : count, 4);
    for (let left = count; left > 0; left--) this.#value(field.type, false, depth + 1);
  }

  /** Zero, or now and then some more. */
  #twist(): number {
    return this.#fault ? this.#random.integer() : 0;
  }

  #value(type: Primitive | Struct, nullable: boolean, depth: number): void {
    const random = this.#random;
    if (typeof type === "object") {
      const isNull = nullable && (depth > MAX_DEPTH || random.chance(0.3));
      if (nullable) this.#bytes.push(this.#fault ? random.below(256) : isNull ? 0xff : 1);
      if (!isNull) this.#struct(type, depth + 1);
      return;
    }
    if (type === "string" || type === "bytes" || type === "records") {
      const width = type === "string" ? 2 : 4;
      if (nullable ? random.chance(0.2) : this.#fault) {
        return this.#length(-1 - this.#twist(), width);
      }
      const content = type === "string" ? this.#text() : this.#binary();
      this.#length(this.#fault ? random.integer() : content.length, width);
      for (const byte of content) this.#bytes.push(byte);
      return;
    }
    const sizes: Partial<Record<Primitive, number>> = {
      bool: 1,
      int8: 1,
      int16: 2,
      uint16: 2,
      uuid: 16,
    };
    switch (type) {
      case "bool":
        this.#bytes.push(this.#fault ? random.below(256) : random.below(2));
        return;
      case "int64":
        this.#number(random.long(), 8);
        return;
      case "uuid":
        for (const byte of random.chance(0.2) ? new Uint8Array(16) : random.bytes(16)) {
          this.#bytes.push(byte);
        }
        return;
      case "float64": {
        const bytes = new Uint8Array(8);
        const value = random.pick([0, -0, 1.5, -1e300, 5e-324, Infinity, random.next() / 7]);
        new DataView(bytes.buffer).setFloat64(0, value);
        this.#bytes.push(...bytes);
        return;
      }
      default:
        this.#number(BigInt(random.integer()), sizes[type] ?? 4);
    }
  }

  #text(): Uint8Array {
    const random = this.#random;
    if (this.#fault) return random.bytes(random.size(40));
    if (random.chance(0.01)) return new Uint8Array(random.pick([300, 0x3ffe, 0x7fff])).fill(0x61);
    if (random.chance(0.5)) return ENCODER.encode(random.pick(TEXTS));
    return Uint8Array.from({ length: random.size(40) }, () => 0x20 + random.below(95));
  }

  #binary(): Uint8Array {
    const random = this.#random;
    return random.bytes(random.chance(0.1) ? random.pick([1023, 1024, 1500]) : random.size(60));
  }

  #number(value: bigint, size: number): void {
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      this.#bytes.push(Number((value >> BigInt(shift)) & 0xffn));
    }
  }

  #length(length: number, width: 2 | 4): void {
    if (this.#flexible) this.#uvarint(length + 1);
    else this.#number(BigInt(length), width);
  }

  #uvarint(value: number): void {
    const bytes = uvarintBytes(value);
    if (this.#fault) {
      // The same value with more bytes than it needs, up to one too many.
      bytes[bytes.length - 1] |= 0x80;
      for (let left = this.#random.below(6 - bytes.length); left > 0; left--) bytes.push(0x80);
      bytes.push(this.#random.chance(0.2) ? this.#random.below(256) : 0);
    }
    this.#bytes.push(...bytes);
  }
}
