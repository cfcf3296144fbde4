/**
 * A second encoder, driven by the schemas and written to be simple: what the
 * bytes of the real encoders are compared with.
 *
 * @module
 */

import { defaultOf, type WalkedStruct } from "../../tests/helpers/schema_walker.ts";
import {
  contains,
  type Field,
  type Message,
  type Primitive,
  type Struct,
} from "../protocol/schema.ts";
import { sameValue } from "./same_value.ts";

const ENCODER = new TextEncoder();

/** Thrown for a value that cannot be written. */
export class Unwritable extends Error {}

/** Writes a complete value, as a decoder gives it. */
export function encodeBySchema(message: Message, value: WalkedStruct, version: number): Uint8Array {
  const encoder = new SchemaEncoder(contains(message.flexible, version), version);
  encoder.struct(message.root, value);
  return encoder.bytes();
}

/** An unsigned varint. */
export function uvarintBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

class SchemaEncoder {
  readonly #flexible: boolean;
  readonly #version: number;
  readonly #pieces: Uint8Array[] = [];

  constructor(flexible: boolean, version: number) {
    this.#flexible = flexible;
    this.#version = version;
  }

  bytes(): Uint8Array {
    const joined = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }

  struct(struct: Struct, value: WalkedStruct): void {
    const version = this.#version;
    for (const field of struct.fields) {
      if (field.tag !== undefined || !contains(field.versions, version)) continue;
      this.#field(field, value[field.name]);
    }
    if (!this.#flexible) return;
    const tags = (value.unknownTags ?? []) as { tag: number; data: Uint8Array }[];
    if (tags.some(({ tag }, index) => index > 0 && tag <= tags[index - 1].tag)) {
      throw new Unwritable("unknown tags out of order");
    }
    const all = [...tags];
    for (const field of struct.fields) {
      if (field.tag === undefined || !contains(field.tagged, version)) continue;
      if (sameValue(value[field.name], defaultOf(field)) === undefined) continue;
      const inner = new SchemaEncoder(true, version);
      inner.#field(field, value[field.name]);
      all.push({ tag: field.tag, data: inner.bytes() });
    }
    all.sort((left, right) => left.tag - right.tag);
    this.#uvarint(all.length);
    for (const { tag, data } of all) {
      this.#uvarint(tag);
      this.#uvarint(data.length);
      this.#pieces.push(data);
    }
  }

  #field(field: Field, value: unknown): void {
    if (!field.isArray) {
      this.#value(field.type, contains(field.nullable, this.#version), value);
    } else if (value === null) {
      this.#length(-1, 4);
    } else {
      const elements = value as unknown[];
      this.#length(elements.length, 4);
      for (const element of elements) this.#value(field.type, false, element);
    }
  }

  #value(type: Primitive | Struct, nullable: boolean, value: unknown): void {
    if (typeof type === "object") {
      if (nullable) this.#pieces.push(Uint8Array.of(value === null ? 0xff : 1));
      if (value !== null) this.struct(type, value as WalkedStruct);
      return;
    }
    if (type === "string" || type === "bytes" || type === "records") {
      const width = type === "string" ? 2 : 4;
      if (value === null) return this.#length(-1, width);
      const bytes = type === "string" ? ENCODER.encode(value as string) : value as Uint8Array;
      if (type === "string" && bytes.length > 0x7fff) throw new Unwritable("a string is too long");
      this.#length(bytes.length, width);
      this.#pieces.push(bytes);
      return;
    }
    this.#pieces.push(fixedBytes(type, value));
  }

  #length(length: number, width: 2 | 4): void {
    if (this.#flexible) return this.#uvarint(length + 1);
    const view = new DataView(new ArrayBuffer(width));
    if (width === 2) view.setInt16(0, length);
    else view.setInt32(0, length);
    this.#pieces.push(new Uint8Array(view.buffer));
  }

  #uvarint(value: number): void {
    this.#pieces.push(Uint8Array.from(uvarintBytes(value)));
  }
}

function fixedBytes(type: Primitive, value: unknown): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  const take = (length: number): Uint8Array => new Uint8Array(view.buffer, 0, length);
  switch (type) {
    case "bool":
    case "int8":
      view.setInt8(0, Number(value));
      return take(1);
    case "int16":
    case "uint16":
      view.setUint16(0, value as number);
      return take(2);
    case "int32":
    case "uint32":
      view.setUint32(0, value as number);
      return take(4);
    case "int64":
      view.setBigInt64(0, value as bigint);
      return take(8);
    case "float64":
      view.setFloat64(0, value as number);
      return take(8);
    default: {
      const base64 = (value as string).replaceAll("-", "+").replaceAll("_", "/");
      return Uint8Array.from(atob(`${base64}==`), (character) => character.charCodeAt(0));
    }
  }
}
