/**
 * A second decoder, driven by the schemas and written to be simple: what the
 * values and the errors of the real decoders are compared with.
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

/** A struct, by the names of its fields. */
export type WalkedStruct = Record<string, unknown>;

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

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
/** The least sizes of structs in any version. */
const leastSizes = new WeakMap<Struct, number>();

/** The value of a field that is not there. */
export function defaultOf(field: Field): unknown {
  if (field.default === null) return null;
  if (field.isArray) return [];
  if (typeof field.type === "object") {
    return Object.fromEntries(field.type.fields.map((inner) => [inner.name, defaultOf(inner)]));
  }
  switch (field.type) {
    case "bool":
      return field.default ?? false;
    case "string":
      return field.default ?? "";
    case "uuid":
      return "A".repeat(22);
    case "bytes":
    case "records":
      return new Uint8Array(0);
    case "int64":
      return BigInt(String(field.default ?? 0));
    default:
      return Number(field.default ?? 0);
  }
}

/** Walks over a message as Kafka reads it. */
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

  /**
   * Walks over the whole message.
   *
   * @returns Its value.
   * @throws {WalkError} Where it does not follow the schema.
   */
  walk(): WalkedStruct {
    return this.#struct(this.#message.root, "");
  }

  #struct(struct: Struct, path: string): WalkedStruct {
    const version = this.#version;
    const value: WalkedStruct = {};
    for (const field of struct.fields) {
      value[field.name] = field.tag === undefined && contains(field.versions, version)
        ? this.#field(field, join(path, field.name))
        : defaultOf(field);
    }
    if (!this.#flexible) return value;
    const tags = join(path, "unknownTags");
    const count = this.#uvarint(tags) | 0;
    if (2 * count > this.#remaining) throw new WalkError(tags);
    const unknown: { tag: number; data: Uint8Array }[] = [];
    for (let left = count; left > 0; left--) {
      const tag = this.#uvarint(tags);
      const size = this.#uvarint(tags);
      const known = struct.fields.find((field) => field.tag === tag);
      if (known === undefined) unknown.push({ tag, data: this.#take(size, tags) });
      else if (contains(known.tagged, version)) {
        value[known.name] = this.#field(known, join(path, known.name));
      } else throw new WalkError(tags);
    }
    if (unknown.length > 0) value.unknownTags = unknown;
    return value;
  }

  #field(field: Field, path: string): unknown {
    const nullable = contains(field.nullable, this.#version);
    if (!field.isArray) return this.#value(field.type, nullable, path);
    const length = this.#length(4, path);
    if (length < 0) {
      if (nullable) return null;
      throw new WalkError(path);
    }
    if (length > this.#remaining) throw new WalkError(path);
    if (length * this.#least(field.type) > this.#remaining) throw new WalkError(path);
    const elements: unknown[] = [];
    while (elements.length < length) elements.push(this.#value(field.type, false, path));
    return elements;
  }

  #value(type: Primitive | Struct, nullable: boolean, path: string): unknown {
    if (typeof type === "object") {
      if (nullable && this.#take(1, path)[0] >= 0x80) return null;
      return this.#struct(type, path);
    }
    const size = SIZES[type];
    if (size !== undefined) return fixedValue(type, this.#take(size, path));
    const length = this.#length(type === "string" ? 2 : 4, path);
    if (length < 0 && nullable) return null;
    if (length < 0 || (type === "string" && length > 0x7fff)) throw new WalkError(path);
    const bytes = this.#take(length, path);
    return type === "string" ? DECODER.decode(bytes) : bytes;
  }

  /** The least size of an element in any version, which is what the real decoders check. */
  #least(type: Primitive | Struct): number {
    if (typeof type === "string") return SIZES[type] ?? 1;
    const known = leastSizes.get(type);
    if (known !== undefined) return known;
    let least = Infinity;
    for (let version = type.used.low; version <= type.used.high; version++) {
      least = Math.min(least, this.#leastAt(type, version));
    }
    least = Math.max(1, least);
    leastSizes.set(type, least);
    return least;
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

  #take(length: number, path: string): Uint8Array {
    if (length > this.#remaining) throw new WalkError(path);
    this.offset += length;
    return this.#bytes.subarray(this.offset - length, this.offset);
  }

  #length(width: 2 | 4, path: string): number {
    if (this.#flexible) return ((this.#uvarint(path) | 0) - 1) | 0;
    const bytes = this.#take(width, path);
    const view = new DataView(bytes.buffer, bytes.byteOffset, width);
    return width === 2 ? view.getInt16(0) : view.getInt32(0);
  }

  #uvarint(path: string): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const [byte] = this.#take(1, path);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new WalkError(path);
  }
}

function fixedValue(type: Primitive, bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (type) {
    case "bool":
      return bytes[0] !== 0;
    case "int8":
      return view.getInt8(0);
    case "int16":
      return view.getInt16(0);
    case "uint16":
      return view.getUint16(0);
    case "int32":
      return view.getInt32(0);
    case "uint32":
      return view.getUint32(0);
    case "int64":
      return view.getBigInt64(0);
    case "float64":
      return view.getFloat64(0);
    default: {
      const base64 = btoa(String.fromCharCode(...bytes));
      return base64.slice(0, 22).replaceAll("+", "-").replaceAll("/", "_");
    }
  }
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
