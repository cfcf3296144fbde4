/**
 * Writes the primitives of the protocol into pieces of bytes.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { RecordBytes, TaggedField } from "./api.ts";
import { encodeUtf8 } from "./utf8.ts";
import { writeUuid as putUuid } from "./uuid.ts";
import { writeUvarint, writeUvarlong } from "./varint.ts";

const MAX_STRING_LENGTH = 0x7fff;
/** Pieces of records of at least this size are passed on by reference; copying a smaller one is cheaper. */
const BY_REFERENCE = 1024;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/** A value that cannot be written. The encoders of messages add what they know: message, version and field. */
export class WriteError extends ProtocolError {
  /** What is wrong with the value. */
  readonly reason: string;

  /**
   * Describes a value that cannot be written.
   *
   * @param reason What is wrong with the value.
   */
  constructor(reason: string) {
    super(`Cannot write a value: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Writes the primitives of the protocol one after the other. Large pieces of
 * records are not copied: the result is a list of pieces. A value that does
 * not fit its type throws a ProtocolError.
 */
export class Writer {
  readonly #pieces: Uint8Array[] = [];
  /** The bytes in `#pieces`. */
  #flushed = 0;
  #buffer: Uint8Array;
  #view: DataView;
  /** The start of what is in the buffer and not yet a piece. */
  #start = 0;
  #offset = 0;

  /**
   * Starts with an empty buffer.
   *
   * @param initialCapacity The size of the first buffer, in bytes; it grows on demand.
   */
  constructor(initialCapacity = 512) {
    this.#buffer = new Uint8Array(initialCapacity);
    this.#view = new DataView(this.#buffer.buffer);
  }

  /** The number of bytes written so far. */
  get length(): number {
    return this.#flushed + this.#offset - this.#start;
  }

  /**
   * What was written, in order: pieces of the writer's own buffers and, by
   * reference, large pieces of records. Valid until the next write.
   */
  chunks(): Uint8Array[] {
    this.#flush();
    return this.#pieces.slice();
  }

  /** What was written, joined into one array. */
  finish(): Uint8Array {
    const pieces = this.chunks();
    if (pieces.length === 1) return pieces[0];
    const joined = new Uint8Array(this.#flushed);
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }

  /**
   * Leaves room for a 32-bit integer that is known later.
   *
   * @returns Its position, for {@linkcode Writer.patchInt32}.
   */
  reserveInt32(): number {
    const position = this.length;
    this.int32(0);
    return position;
  }

  /**
   * Fills in a 32-bit integer.
   *
   * @param position What {@linkcode Writer.reserveInt32} returned.
   * @param value The integer.
   */
  patchInt32(position: number, value: number): void {
    let at = position - this.#flushed;
    if (at >= 0) {
      this.#view.setInt32(this.#start + at, value);
      return;
    }
    at = position;
    for (const piece of this.#pieces) {
      if (at < piece.length) {
        new DataView(piece.buffer, piece.byteOffset + at, 4).setInt32(0, value);
        return;
      }
      at -= piece.length;
    }
  }

  /** Writes a signed byte. */
  int8(value: number): void {
    if ((value << 24) >> 24 !== value) this.#reject(value, "int8");
    const at = this.#claim(1);
    this.#view.setInt8(at, value);
  }

  /** Writes a signed 16-bit integer. */
  int16(value: number): void {
    if ((value << 16) >> 16 !== value) this.#reject(value, "int16");
    const at = this.#claim(2);
    this.#view.setInt16(at, value);
  }

  /** Writes an unsigned 16-bit integer. */
  uint16(value: number): void {
    if ((value & 0xffff) !== value) this.#reject(value, "uint16");
    const at = this.#claim(2);
    this.#view.setUint16(at, value);
  }

  /** Writes a signed 32-bit integer. */
  int32(value: number): void {
    if ((value | 0) !== value) this.#reject(value, "int32");
    const at = this.#claim(4);
    this.#view.setInt32(at, value);
  }

  /** Writes an unsigned 32-bit integer. */
  uint32(value: number): void {
    if (value >>> 0 !== value) this.#reject(value, "uint32");
    const at = this.#claim(4);
    this.#view.setUint32(at, value);
  }

  /** Writes a signed 64-bit integer. */
  int64(value: bigint): void {
    if (!(typeof value === "bigint" && value >= MIN_INT64 && value <= MAX_INT64)) {
      this.#reject(value, "int64 (a bigint)");
    }
    const at = this.#claim(8);
    this.#view.setBigInt64(at, value);
  }

  /** Writes a 64-bit floating point number. */
  float64(value: number): void {
    if (typeof value !== "number") this.#reject(value, "float64");
    const at = this.#claim(8);
    this.#view.setFloat64(at, value);
  }

  /** Writes a boolean. */
  bool(value: boolean): void {
    if (typeof value !== "boolean") this.#reject(value, "boolean");
    const at = this.#claim(1);
    this.#buffer[at] = value ? 1 : 0;
  }

  /** Writes a UUID of 22 characters. */
  uuid(value: string): void {
    const at = this.#claim(16);
    if (typeof value !== "string" || !putUuid(this.#buffer, at, value)) {
      this.#reject(value, "UUID of 22 characters");
    }
  }

  /** Writes an unsigned varint; a negative value is written as its unsigned form. */
  uvarint(value: number): void {
    this.#reserve(5);
    this.#offset = writeUvarint(this.#buffer, this.#offset, value);
  }

  /** Writes a zig-zag varint. */
  varint(value: number): void {
    this.uvarint((value << 1) ^ (value >> 31));
  }

  /** Writes an unsigned varlong; a negative value is written as its unsigned form. */
  uvarlong(value: bigint): void {
    this.#reserve(10);
    this.#offset = writeUvarlong(this.#buffer, this.#offset, value);
  }

  /** Writes a zig-zag varlong. */
  varlong(value: bigint): void {
    this.uvarlong((value << 1n) ^ (value >> 63n));
  }

  /**
   * Writes a string.
   *
   * @param value The string.
   * @param compact Whether the length is a varint (flexible versions) instead of 16 bits.
   */
  string(value: string, compact: boolean): void {
    if (typeof value !== "string") this.#reject(value, "string");
    const length = value.length;
    this.#reserve(length + 5);
    const buffer = this.#buffer;
    let at = this.#offset + 2;
    if (compact) at = writeUvarint(buffer, this.#offset, length + 1);
    else this.#view.setInt16(this.#offset, length);
    for (let index = 0; index < length; index++) {
      const code = value.charCodeAt(index);
      if (code >= 0x80) return this.#text(encodeUtf8(value), compact);
      buffer[at + index] = code;
    }
    if (length > MAX_STRING_LENGTH) this.#rejectLength(length);
    this.#offset = at + length;
  }

  /**
   * Writes a string or null.
   *
   * @param value The string.
   * @param compact Whether the length is a varint (flexible versions) instead of 16 bits.
   */
  nullableString(value: string | null, compact: boolean): void {
    if (value !== null) this.string(value, compact);
    else if (compact) this.uvarint(0);
    else this.int16(-1);
  }

  /**
   * Writes a byte field.
   *
   * @param value The bytes, which are copied.
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  byteArray(value: Uint8Array, compact: boolean): void {
    if (!(value instanceof Uint8Array)) this.#reject(value, "Uint8Array");
    this.arrayLength(value.length, compact);
    this.raw(value);
  }

  /**
   * Writes a byte field or null.
   *
   * @param value The bytes, which are copied.
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  nullableByteArray(value: Uint8Array | null, compact: boolean): void {
    if (value === null) this.arrayLength(-1, compact);
    else this.byteArray(value, compact);
  }

  /**
   * Writes bytes as they are.
   *
   * @param value The bytes, which are copied.
   */
  raw(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#buffer.set(value, this.#offset);
    this.#offset += value.length;
  }

  /**
   * Writes records or null. Large pieces are kept by reference.
   *
   * @param value The records, in one piece or several.
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  nullableRecords(value: RecordBytes | null, compact: boolean): void {
    if (value === null) {
      this.arrayLength(-1, compact);
      return;
    }
    const pieces: readonly Uint8Array[] = value instanceof Uint8Array ? [value] : value;
    let length = 0;
    for (const piece of pieces) {
      if (!(piece instanceof Uint8Array)) this.#reject(piece, "Uint8Array");
      length += piece.length;
    }
    this.arrayLength(length, compact);
    for (const piece of pieces) {
      if (piece.length < BY_REFERENCE) {
        this.raw(piece);
      } else {
        this.#flush();
        this.#pieces.push(piece);
        this.#flushed += piece.length;
      }
    }
  }

  /**
   * Writes the length of an array.
   *
   * @param length The length; -1 for null.
   * @param compact Whether it is a varint (flexible versions) instead of 32 bits.
   */
  arrayLength(length: number, compact: boolean): void {
    if (compact) this.uvarint(length + 1);
    else this.int32(length);
  }

  /**
   * Writes an array.
   *
   * @param values The elements; `undefined` stands for none.
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   * @param encode Writes one element.
   * @param version The version of the message.
   */
  array<T>(
    values: readonly T[] | undefined,
    compact: boolean,
    encode: (writer: Writer, value: T, version: number) => void,
    version: number,
  ): void {
    if (values === undefined) {
      this.arrayLength(0, compact);
      return;
    }
    if (!Array.isArray(values)) this.#reject(values, "array");
    this.arrayLength(values.length, compact);
    for (let index = 0; index < values.length; index++) encode(this, values[index], version);
  }

  /**
   * Writes an array or null.
   *
   * @param values The elements.
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   * @param encode Writes one element.
   * @param version The version of the message.
   */
  nullableArray<T>(
    values: readonly T[] | null | undefined,
    compact: boolean,
    encode: (writer: Writer, value: T, version: number) => void,
    version: number,
  ): void {
    if (values === null) this.arrayLength(-1, compact);
    else this.array(values, compact, encode, version);
  }

  /**
   * Writes a struct that may be null, after a byte that tells which.
   *
   * @param value The struct; `undefined` stands for null.
   * @param encode Writes it.
   * @param version The version of the message.
   */
  nullableStruct<T>(
    value: T | null | undefined,
    encode: (writer: Writer, value: T, version: number) => void,
    version: number,
  ): void {
    if (value === null || value === undefined) {
      this.int8(-1);
    } else {
      this.int8(1);
      encode(this, value, version);
    }
  }

  /**
   * Writes tagged fields none of which is known.
   *
   * @param tags The fields, by ascending tag.
   */
  tags(tags: readonly TaggedField[] | undefined): void {
    if (tags === undefined) this.uvarint(0);
    else if (!Array.isArray(tags)) this.#reject(tags, "array");
    else if (tags.length === 0) this.uvarint(0);
    else new TagSection().finish(this, tags);
  }

  /** Makes room and returns where it starts. It may replace buffer and view: take them afterwards. */
  #claim(length: number): number {
    this.#reserve(length);
    const at = this.#offset;
    this.#offset = at + length;
    return at;
  }

  #reserve(length: number): void {
    if (this.#offset + length > this.#buffer.length) this.#grow(length);
  }

  #grow(length: number): void {
    const used = this.#offset - this.#start;
    const grown = new Uint8Array(Math.max(2 * (used + length), 256));
    grown.set(this.#buffer.subarray(this.#start, this.#offset));
    this.#buffer = grown;
    this.#view = new DataView(grown.buffer);
    this.#start = 0;
    this.#offset = used;
  }

  #flush(): void {
    if (this.#offset === this.#start) return;
    this.#pieces.push(this.#buffer.subarray(this.#start, this.#offset));
    this.#flushed += this.#offset - this.#start;
    this.#start = this.#offset;
  }

  #text(bytes: Uint8Array, compact: boolean): void {
    if (bytes.length > MAX_STRING_LENGTH) this.#rejectLength(bytes.length);
    if (compact) this.uvarint(bytes.length + 1);
    else this.int16(bytes.length);
    this.raw(bytes);
  }

  #rejectLength(length: number): never {
    throw new WriteError(`a string of ${length} bytes is longer than ${MAX_STRING_LENGTH}`);
  }

  #reject(value: unknown, type: string): never {
    const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
    throw new WriteError(
      `${shown.length > 40 ? shown.slice(0, 40) + "..." : shown} is not of type ${type}`,
    );
  }
}

/** Collects the tagged fields of one struct (KIP-482), which go out by ascending tag, each with its size. */
export class TagSection {
  readonly #fields: TaggedField[] = [];

  /**
   * Adds a known field.
   *
   * @param tag Its number, higher than that of the one before.
   * @param write Writes its value.
   */
  field(tag: number, write: (writer: Writer) => void): void {
    const writer = new Writer(32);
    write(writer);
    this.#fields.push({ tag, data: writer.finish() });
  }

  /**
   * Adds a known field that is a struct, unless it equals the default.
   *
   * @param tag Its number, higher than that of the one before.
   * @param value The struct; left out when undefined.
   * @param encode Writes a struct of this type.
   * @param version The version of the message.
   */
  struct<T extends object>(
    tag: number,
    value: T | undefined,
    encode: (writer: Writer, value: T, version: number) => void,
    version: number,
  ): void {
    if (value === undefined) return;
    const writer = new Writer(64);
    encode(writer, value, version);
    const data = writer.finish();
    const untouched = new Writer(64);
    encode(untouched, {} as T, version);
    if (!sameBytes(data, untouched.finish())) this.#fields.push({ tag, data });
  }

  /**
   * Writes the fields.
   *
   * @param writer Where to.
   * @param unknown The fields that the schema does not know, by ascending tag.
   */
  finish(writer: Writer, unknown: readonly TaggedField[] | undefined): void {
    let fields: readonly TaggedField[] = this.#fields;
    if (unknown !== undefined && unknown.length > 0) {
      checkTags(unknown);
      fields = [...fields, ...unknown].sort((left, right) => left.tag - right.tag);
      for (let index = 1; index < fields.length; index++) {
        if (fields[index].tag === fields[index - 1].tag) {
          throw new WriteError(`unknown tag ${fields[index].tag} is a known one`);
        }
      }
    }
    writer.uvarint(fields.length);
    for (const { tag, data } of fields) {
      writer.uvarint(tag);
      writer.uvarint(data.length);
      writer.raw(data);
    }
  }
}

function checkTags(tags: readonly TaggedField[]): void {
  let last = -1;
  for (const { tag, data } of tags) {
    if (!(Number.isInteger(tag) && tag >= 0 && tag <= 0xffffffff && data instanceof Uint8Array)) {
      throw new WriteError("an unknown tag needs a number of 32 bits and data");
    }
    if (tag <= last) throw new WriteError(`unknown tag ${tag} comes after ${last}`);
    last = tag;
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** Writes one element of an array of signed bytes. */
export function writeInt8(writer: Writer, value: number): void {
  writer.int8(value);
}

/** Writes one element of an array of signed 16-bit integers. */
export function writeInt16(writer: Writer, value: number): void {
  writer.int16(value);
}

/** Writes one element of an array of signed 32-bit integers. */
export function writeInt32(writer: Writer, value: number): void {
  writer.int32(value);
}

/** Writes one element of an array of signed 64-bit integers. */
export function writeInt64(writer: Writer, value: bigint): void {
  writer.int64(value);
}

/** Writes one element of an array of UUIDs. */
export function writeUuid(writer: Writer, value: string): void {
  writer.uuid(value);
}

/** Writes one element of an array of strings whose lengths have 16 bits. */
export function writeString(writer: Writer, value: string): void {
  writer.string(value, false);
}

/** Writes one element of an array of strings whose lengths are varints. */
export function writeCompactString(writer: Writer, value: string): void {
  writer.string(value, true);
}
