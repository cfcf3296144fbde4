/**
 * Reads the primitives of the protocol from a byte array.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { TaggedField } from "./api.ts";
import { decodeUtf8 } from "./utf8.ts";
import { uuidFromBytes } from "./uuid.ts";

const EMPTY = new Uint8Array(0);
const MAX_STRING_LENGTH = 0x7fff;
const PREALLOCATED = 256;

/** What a struct with tagged fields looks like to the reader. */
export interface TaggedStruct {
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/**
 * Where a failed read ended up. The decoder runs a second time with one of
 * these: the read that failed then yields `undefined`, which no read ever
 * does otherwise, and all later ones yield zeros. So the place of the
 * `undefined` in the decoded value names the field, and a decoder that
 * succeeds pays nothing for it.
 */
export interface ReaderTrace {
  /** Whether the failing read has yielded its `undefined`. */
  marked: boolean;
  /** The number of array lengths, the last one the innermost, that were read in place of a value. */
  arrays: number;
}

/** A read that failed. The decoders of messages add what they know: message, version and field. */
export class ReadError extends ProtocolError {
  /** What is wrong with the bytes. */
  readonly reason: string;

  /**
   * Describes a read that failed.
   *
   * @param reason What is wrong with the bytes.
   * @param offset Where it was found.
   */
  constructor(reason: string, offset: number) {
    super(`Cannot read bytes at offset ${offset}: ${reason}`, { offset });
    this.reason = reason;
  }
}

/**
 * Reads the primitives of the protocol one after the other. Byte fields are
 * views of the input, not copies. Every read past the end throws a
 * ProtocolError, and every length is checked before anything is allocated.
 */
export class Reader {
  /** The bytes that are read. */
  readonly bytes: Uint8Array;
  /** The index of the next byte. */
  offset: number;
  /** The index after the last byte that may be read. */
  readonly end: number;
  readonly #view: DataView;
  #trace: ReaderTrace | undefined;

  /**
   * Starts to read at `start`.
   *
   * @param bytes What to read.
   * @param start The index of the first byte.
   * @param end The index after the last byte.
   */
  constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
    if (!(start >= 0 && start <= end && end <= bytes.length)) {
      throw new RangeError(`Cannot read bytes ${start} to ${end} of ${bytes.length}`);
    }
    this.bytes = bytes;
    this.offset = start;
    this.end = end;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#trace = undefined;
  }

  /** The number of bytes that are left. */
  get remaining(): number {
    return this.end - this.offset;
  }

  /** Starts a run that looks for the field that failed. See {@linkcode ReaderTrace}. */
  traceFrom(offset: number): ReaderTrace {
    this.offset = offset;
    return this.#trace = { marked: false, arrays: 0 };
  }

  /** Reads a signed byte. */
  int8(): number {
    const at = this.offset;
    if (at >= this.end) return this.#underflow(1, 0);
    this.offset = at + 1;
    return (this.bytes[at] << 24) >> 24;
  }

  /** Reads a signed 16-bit integer. */
  int16(): number {
    const at = this.offset;
    if (this.end - at < 2) return this.#underflow(2, 0);
    this.offset = at + 2;
    return this.#view.getInt16(at);
  }

  /** Reads an unsigned 16-bit integer. */
  uint16(): number {
    const at = this.offset;
    if (this.end - at < 2) return this.#underflow(2, 0);
    this.offset = at + 2;
    return this.#view.getUint16(at);
  }

  /** Reads a signed 32-bit integer. */
  int32(): number {
    const at = this.offset;
    if (this.end - at < 4) return this.#underflow(4, 0);
    this.offset = at + 4;
    return this.#view.getInt32(at);
  }

  /** Reads an unsigned 32-bit integer. */
  uint32(): number {
    const at = this.offset;
    if (this.end - at < 4) return this.#underflow(4, 0);
    this.offset = at + 4;
    return this.#view.getUint32(at);
  }

  /** Reads a signed 64-bit integer. */
  int64(): bigint {
    const at = this.offset;
    if (this.end - at < 8) return this.#underflow(8, 0n);
    this.offset = at + 8;
    const view = this.#view;
    const high = view.getInt32(at);
    // By far the most frequent values, which then need no memory.
    if (high === view.getInt32(at + 4)) {
      if (high === 0) return 0n;
      if (high === -1) return -1n;
    }
    return view.getBigInt64(at);
  }

  /** Reads a 64-bit floating point number. */
  float64(): number {
    const at = this.offset;
    if (this.end - at < 8) return this.#underflow(8, 0);
    this.offset = at + 8;
    return this.#view.getFloat64(at);
  }

  /** Reads a boolean: any byte but zero is true, as for Kafka. */
  bool(): boolean {
    const at = this.offset;
    if (at >= this.end) return this.#underflow(1, false);
    this.offset = at + 1;
    return this.bytes[at] !== 0;
  }

  /** Reads a UUID. */
  uuid(): string {
    const at = this.offset;
    if (this.end - at < 16) return this.#underflow(16, "");
    this.offset = at + 16;
    return uuidFromBytes(this.bytes, at);
  }

  /** Reads an unsigned varint of at most 5 bytes; bits above the 32nd are dropped, as in Kafka. */
  uvarint(): number {
    const bytes = this.bytes;
    let at = this.offset;
    if (at < this.end && bytes[at] < 0x80) {
      this.offset = at + 1;
      return bytes[at];
    }
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (at >= this.end) return this.#underflow(1, 0, at);
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.offset = at;
        return value >>> 0;
      }
    }
    return this.fail("a varint is longer than 5 bytes", 0);
  }

  /** Reads a zig-zag varint of at most 5 bytes. */
  varint(): number {
    const bits = this.uvarint();
    return (bits >>> 1) ^ -(bits & 1);
  }

  /** Reads an unsigned varlong of at most 10 bytes; bits above the 64th are dropped, as in Kafka. */
  uvarlong(): bigint {
    const bytes = this.bytes;
    let at = this.offset;
    let low = 0;
    let middle = 0;
    let high = 0;
    // Three numbers of 28, 28 and 8 bits: one bigint at the end instead of one per byte.
    for (let count = 0; count < 10; count++) {
      if (at >= this.end) return this.#underflow(1, 0n, at);
      const byte = bytes[at++];
      const bits = byte & 0x7f;
      if (count < 4) low |= bits << (7 * count);
      else if (count < 8) middle |= bits << (7 * (count - 4));
      else high |= bits << (7 * (count - 8));
      if (byte < 0x80) {
        this.offset = at;
        if (high === 0 && middle < 0x1000000) return BigInt(middle * 0x10000000 + low);
        return (BigInt(high & 0xff) << 56n) | (BigInt(middle) << 28n) | BigInt(low);
      }
    }
    return this.fail("a varlong is longer than 10 bytes", 0n);
  }

  /** Reads a zig-zag varlong of at most 10 bytes. */
  varlong(): bigint {
    const bits = this.uvarlong();
    return (bits >> 1n) ^ -(bits & 1n);
  }

  /**
   * Reads a string.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 16 bits.
   */
  string(compact: boolean): string {
    const length = compact ? this.#compactLength() : this.int16();
    if (length < 0) return this.fail("null for a string that must not be null", "");
    return this.#text(length);
  }

  /**
   * Reads a string that may be null.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 16 bits.
   */
  nullableString(compact: boolean): string | null {
    const length = compact ? this.#compactLength() : this.int16();
    return length < 0 ? null : this.#text(length);
  }

  /**
   * Reads a byte field: a view of the input.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  byteArray(compact: boolean): Uint8Array {
    const length = compact ? this.#compactLength() : this.int32();
    if (length < 0) return this.fail("null for bytes that must not be null", EMPTY);
    return this.raw(length);
  }

  /**
   * Reads a byte field that may be null: a view of the input.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  nullableByteArray(compact: boolean): Uint8Array | null {
    const length = compact ? this.#compactLength() : this.int32();
    return length < 0 ? null : this.raw(length);
  }

  /**
   * Reads a number of bytes: a view of the input.
   *
   * @param length How many.
   */
  raw(length: number): Uint8Array {
    // A view costs some hundred bytes: hostile input must not get one for every zero.
    if (length === 0) return EMPTY;
    const at = this.offset;
    if (!(length > 0 && length <= this.end - at)) return this.#underflow(length, EMPTY);
    this.offset = at + length;
    return this.bytes.subarray(at, at + length);
  }

  /**
   * Reads the length of an array.
   *
   * @param compact Whether it is a varint (flexible versions) instead of 32 bits.
   * @param minSize The least number of bytes of one element; that many must be left for every element.
   */
  arrayLength(compact: boolean, minSize: number): number {
    const length = this.nullableArrayLength(compact, minSize);
    if (length < 0) return this.#failLength(length, "null for an array that must not be null");
    return length;
  }

  /**
   * Reads the length of an array that may be null.
   *
   * @param compact Whether it is a varint (flexible versions) instead of 32 bits.
   * @param minSize The least number of bytes of one element; that many must be left for every element.
   * @returns The length; negative for null.
   */
  nullableArrayLength(compact: boolean, minSize: number): number {
    const at = this.offset;
    const length = compact ? this.#compactLength() : this.int32();
    if (length * minSize <= this.end - this.offset) return length;
    const reason = `an array of ${length} elements, but only ${this.remaining} bytes are left`;
    this.offset = at;
    return this.#failLength(length, reason);
  }

  /**
   * Reads an array of structs.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   * @param minSize The least number of bytes of one element.
   * @param decode Reads one element.
   * @param version The version of the message.
   */
  array<T>(
    compact: boolean,
    minSize: number,
    decode: (reader: Reader, version: number) => T,
    version: number,
  ): T[] {
    return this.#elements(this.arrayLength(compact, minSize), decode, version);
  }

  /**
   * Reads an array of structs that may be null.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   * @param minSize The least number of bytes of one element.
   * @param decode Reads one element.
   * @param version The version of the message.
   */
  nullableArray<T>(
    compact: boolean,
    minSize: number,
    decode: (reader: Reader, version: number) => T,
    version: number,
  ): T[] | null {
    const length = this.nullableArrayLength(compact, minSize);
    return length < 0 ? null : this.#elements(length, decode, version);
  }

  /**
   * Reads an array of 32-bit integers.
   *
   * @param compact Whether the length is a varint (flexible versions) instead of 32 bits.
   */
  int32Array(compact: boolean): number[] {
    const length = this.arrayLength(compact, 4);
    if (this.#trace !== undefined) return this.#elements(length, readInt32, 0);
    const elements = newArray<number>(length);
    for (let index = 0; index < length; index++) elements[index] = this.int32();
    return elements;
  }

  /**
   * Reads a struct that may be null, after a byte that tells which: a negative one stands for null.
   *
   * @param decode Reads the struct.
   * @param version The version of the message.
   */
  nullableStruct<T>(decode: (reader: Reader, version: number) => T, version: number): T | null {
    const presence: number | undefined = this.int8();
    if (presence === undefined) return presence as never; // The mark of a trace.
    return presence < 0 ? null : decode(this, version);
  }

  /**
   * Reads tagged fields none of which is known.
   *
   * @param struct Where they go.
   */
  tags(struct: TaggedStruct): void {
    for (let left = this.tagCount(struct); left > 0; left--) {
      this.unknownTag(struct, this.tag(struct));
    }
  }

  /**
   * Reads the number of tagged fields.
   *
   * @param struct The struct that they belong to.
   */
  tagCount(struct: TaggedStruct): number {
    const at = this.offset;
    if (at < this.end && this.bytes[at] === 0) {
      this.offset = at + 1;
      return 0;
    }
    // Signed, as in Kafka: the largest counts are negative and mean none.
    const count = this.tag(struct) | 0;
    if (2 * count <= this.remaining) return count;
    this.fail(`${count} tagged fields, but only ${this.remaining} bytes are left`, 0, at);
    struct.unknownTags = undefined; // The mark of a trace.
    return 0;
  }

  /**
   * Reads the number of the next tagged field, or the size of one. A known
   * field says itself how long it is; its size is not looked at, as in Kafka.
   *
   * @param struct The struct that it belongs to.
   */
  tag(struct: TaggedStruct): number {
    const tag: number | undefined = this.uvarint();
    if (this.#trace?.marked !== true) return tag;
    // Within a trace: leave the mark, and make no known field take a blank.
    if (tag === undefined) struct.unknownTags = undefined;
    return -1;
  }

  /**
   * Reads a tagged field that is not known.
   *
   * @param struct Where it goes.
   * @param tag Its number.
   */
  unknownTag(struct: TaggedStruct, tag: number): void {
    const data = this.raw(this.tag(struct));
    if (this.#trace?.marked === true) struct.unknownTags = undefined; // The mark of a trace.
    else (struct.unknownTags ??= []).push({ tag, data });
  }

  /**
   * Fails on a tagged field that does not exist in this version.
   *
   * @param struct The struct that it belongs to.
   * @param tag Its number.
   */
  invalidTag(struct: TaggedStruct, tag: number): void {
    this.fail(`tag ${tag} does not exist in this version`, undefined);
    struct.unknownTags = undefined; // The mark of a trace.
  }

  /**
   * Throws a ProtocolError for what is read at present.
   *
   * @param reason What is wrong with the bytes.
   * @param blank What a trace goes on with.
   * @param offset Where it was found.
   * @throws {ProtocolError} Always, except within a trace.
   */
  fail<T>(reason: string, blank: T, offset: number = this.offset): T {
    const trace = this.#trace;
    if (trace === undefined) {
      throw new ReadError(reason, offset);
    }
    // From here on every read fails.
    this.offset = this.end;
    if (trace.marked) return blank;
    trace.marked = true;
    return undefined as T;
  }

  #underflow<T>(length: number, blank: T, offset: number = this.offset): T {
    // A length that a trace could not read arrives as undefined and is passed on.
    if (length === undefined) return length as never;
    const unit = length === 1 ? "byte is" : "bytes are";
    const left = this.end - offset;
    return this.fail(`${length} more ${unit} needed, but only ${left} are left`, blank, offset);
  }

  /** Fails on the length of an array; a trace reads one element in its place, to see where it ends up. */
  #failLength(length: number | undefined, reason: string): number {
    const trace = this.#trace;
    if (trace === undefined) return this.fail(reason, 0);
    if (length === undefined) trace.marked = false;
    this.offset = this.end;
    if (trace.marked) return 0;
    trace.arrays++;
    return 1;
  }

  #elements<T>(
    length: number,
    decode: (reader: Reader, version: number) => T,
    version: number,
  ): T[] {
    const trace = this.#trace;
    if (trace !== undefined) {
      // The rest of a long array would be nothing but blanks.
      const elements: T[] = [];
      while (elements.length < length && !trace.marked) elements.push(decode(this, version));
      return elements;
    }
    const elements = newArray<T>(length);
    for (let index = 0; index < length; index++) elements[index] = decode(this, version);
    return elements;
  }

  #compactLength(): number {
    const at = this.offset;
    if (at < this.end && this.bytes[at] < 0x80) {
      this.offset = at + 1;
      return this.bytes[at] - 1;
    }
    const bits: number | undefined = this.uvarint();
    // Kafka computes this in 32 bits: the largest varints wrap around to a negative length, which is null.
    return bits === undefined ? bits as never : ((bits | 0) - 1) | 0;
  }

  #text(length: number): string {
    const at = this.offset;
    if (!(length <= this.end - at && length <= MAX_STRING_LENGTH)) {
      if (length > MAX_STRING_LENGTH) return this.fail(`a string of ${length} bytes`, "");
      return this.#underflow(length, "");
    }
    this.offset = at + length;
    return decodeUtf8(this.bytes, at, at + length);
  }
}

/**
 * An array for `length` elements. The first push to an empty one takes room for
 * 16 on V8, which most arrays of the protocol do not need; a long one grows with
 * what is really there, so that a wrong length costs nothing.
 */
function newArray<T>(length: number): T[] {
  return length <= PREALLOCATED ? new Array<T>(length) : [];
}

/** Reads one element of an array of signed bytes. */
export function readInt8(reader: Reader): number {
  return reader.int8();
}

/** Reads one element of an array of signed 16-bit integers. */
export function readInt16(reader: Reader): number {
  return reader.int16();
}

/** Reads one element of an array of signed 32-bit integers. */
export function readInt32(reader: Reader): number {
  return reader.int32();
}

/** Reads one element of an array of signed 64-bit integers. */
export function readInt64(reader: Reader): bigint {
  return reader.int64();
}

/** Reads one element of an array of UUIDs. */
export function readUuid(reader: Reader): string {
  return reader.uuid();
}

/** Reads one element of an array of strings whose lengths have 16 bits. */
export function readString(reader: Reader): string {
  return reader.string(false);
}

/** Reads one element of an array of strings whose lengths are varints. */
export function readCompactString(reader: Reader): string {
  return reader.string(true);
}
