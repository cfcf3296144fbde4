/**
 * A second decoder, driven by the schemas and written for nothing but to say
 * where it stops: what the errors of the real decoders are compared with.
 *
 * @module
 */

import {
  contains,
  type Field,
  type Message,
  type Primitive,
  type Struct,
} from "../../scripts/protocol/schema.ts";

/** Thrown where the bytes do not follow the schema. */
export class WalkError extends Error {
  readonly field: string;

  constructor(field: string) {
    super(`The walk ends at ${field}`);
    this.field = field;
  }
}

const SIZES: Readonly<Partial<Record<Primitive, number>>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  float64: 8,
  uuid: 16,
};

/** Walks over a message as Kafka reads it; the values are not kept. */
export class SchemaWalker {
  readonly #bytes: Uint8Array;
  readonly #message: Message;
  readonly #version: number;
  readonly #flexible: boolean;
  /** The index of the next byte. */
  offset = 0;

  constructor(message: Message, bytes: Uint8Array, version: number) {
    this.#message = message;
    this.#bytes = bytes;
    this.#version = version;
    this.#flexible = contains(message.flexible, version);
  }

  /** Walks over the whole message. */
  walk(): void {
    this.#struct(this.#message.root, "");
  }

  #struct(struct: Struct, path: string): void {
    const version = this.#version;
    for (const field of struct.fields) {
      if (field.tag === undefined && contains(field.versions, version)) {
        this.#field(field, join(path, field.name));
      }
    }
    if (!this.#flexible) return;
    const tags = join(path, "unknownTags");
    const count = this.#uvarint(tags) | 0;
    if (2 * count > this.#remaining) throw new WalkError(tags);
    for (let left = count; left > 0; left--) {
      const tag = this.#uvarint(tags);
      const size = this.#uvarint(tags);
      const known = struct.fields.find((field) => field.tag === tag);
      if (known === undefined) this.#skip(size, tags);
      else if (contains(known.tagged, version)) this.#field(known, join(path, known.name));
      else throw new WalkError(tags);
    }
  }

  #field(field: Field, path: string): void {
    const nullable = contains(field.nullable, this.#version);
    if (!field.isArray) {
      this.#value(field.type, nullable, path);
      return;
    }
    const length = this.#length(4, path);
    if (length < 0 && !nullable) throw new WalkError(path);
    if (length > this.#remaining) throw new WalkError(path);
    if (length * this.#least(field.type) > this.#remaining) throw new WalkError(path);
    for (let index = 0; index < length; index++) this.#value(field.type, false, path);
  }

  #value(type: Primitive | Struct, nullable: boolean, path: string): void {
    if (typeof type === "object") {
      if (nullable) {
        this.#skip(1, path);
        if (this.#bytes[this.offset - 1] >= 0x80) return;
      }
      this.#struct(type, path);
      return;
    }
    const size = SIZES[type];
    if (size !== undefined) {
      this.#skip(size, path);
      return;
    }
    const length = this.#length(type === "string" ? 2 : 4, path);
    if (length < 0 && nullable) return;
    if (length < 0 || (type === "string" && length > 0x7fff)) throw new WalkError(path);
    this.#skip(length, path);
  }

  /** The least size of an element in any version, which is what the real decoders check. */
  #least(type: Primitive | Struct): number {
    if (typeof type === "string") return SIZES[type] ?? 1;
    let least = Infinity;
    for (let version = type.used.low; version <= type.used.high; version++) {
      least = Math.min(least, this.#leastAt(type, version));
    }
    return Math.max(1, least);
  }

  #leastAt(struct: Struct, version: number): number {
    const flexible = contains(this.#message.flexible, version);
    let size = flexible ? 1 : 0;
    for (const field of struct.fields) {
      if (field.tag !== undefined || !contains(field.versions, version)) continue;
      if (typeof field.type === "object" && !field.isArray) {
        size += contains(field.nullable, version) ? 1 : this.#leastAt(field.type, version);
      } else if (!field.isArray && SIZES[field.type as Primitive] !== undefined) {
        size += SIZES[field.type as Primitive] ?? 0;
      } else {
        size += flexible ? 1 : field.type === "string" && !field.isArray ? 2 : 4;
      }
    }
    return size;
  }

  get #remaining(): number {
    return this.#bytes.length - this.offset;
  }

  #skip(length: number, path: string): void {
    if (length > this.#remaining) throw new WalkError(path);
    this.offset += length;
  }

  #length(width: 2 | 4, path: string): number {
    if (this.#flexible) return ((this.#uvarint(path) | 0) - 1) | 0;
    this.#skip(width, path);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
    const at = this.offset - width;
    return width === 2 ? view.getInt16(at) : view.getInt32(at);
  }

  #uvarint(path: string): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      this.#skip(1, path);
      const byte = this.#bytes[this.offset - 1];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new WalkError(path);
  }
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
