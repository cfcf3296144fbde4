/**
 * What surrounds the generated encoders and decoders: the check of the
 * version, and errors that name message, version, field and offset.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import { Reader, ReadError } from "./reader.ts";
import { WriteError, Writer } from "./writer.ts";

/** The facts of one message type. */
export interface MessageInfo {
  /** The name, such as `"MetadataResponse"`. */
  readonly name: string;
  /** The lowest version. */
  readonly min: number;
  /** The highest version. */
  readonly max: number;
}

/**
 * Reads a message.
 *
 * @param info The message type.
 * @param decode The generated decoder.
 * @param reader Where to read; left behind the last byte that was read.
 * @param version The version of the message.
 * @returns The message.
 * @throws {ProtocolError} When the bytes do not follow the schema, or the version does not exist.
 */
export function decodeMessage<T>(
  info: MessageInfo,
  decode: (reader: Reader, version: number) => T,
  reader: Reader,
  version: number,
): T {
  checkVersion("decode", info, version);
  const start = reader.offset;
  try {
    return decode(reader, version);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const field = findField(decode, reader, start, version);
    const offset = (error.offset ?? start) - start;
    const place = field === "" ? "" : ` in ${field}`;
    throw new ProtocolError(
      `Cannot decode ${info.name} v${version} at offset ${offset}${place}: ${error.reason}`,
      { messageName: info.name, version, field, offset, cause: error },
    );
  }
}

/**
 * Writes a message.
 *
 * @param info The message type.
 * @param encode The generated encoder.
 * @param writer Where to write. After an error its content is of no use.
 * @param message The message.
 * @param version The version of the message.
 * @throws {ProtocolError} When a value does not fit its field, or a field is set that the version does not have.
 */
export function encodeMessage<T extends object>(
  info: MessageInfo,
  encode: (writer: Writer, message: T, version: number) => void,
  writer: Writer,
  message: T,
  version: number,
): void {
  checkVersion("encode", info, version);
  try {
    encode(writer, message, version);
  } catch (error) {
    // A TypeError comes from a value of a wrong kind, such as null in place of a struct.
    if (!(error instanceof WriteError || error instanceof TypeError)) throw error;
    const field = findProperty(encode, message, version);
    const reason = error instanceof WriteError ? error.reason : error.message;
    const place = field === "" ? "" : ` at ${field}`;
    throw new ProtocolError(`Cannot encode ${info.name} v${version}${place}: ${reason}`, {
      messageName: info.name,
      version,
      field,
      cause: error,
    });
  }
}

/**
 * Fails when a field is set that the version does not have.
 *
 * @param value The field.
 * @param none The value that the schema gives it by default; undefined for an empty array or bytes.
 */
export function checkAbsent(value: unknown, none: unknown): void {
  if (value === undefined || value === none || isEmptyList(value, none)) return;
  if (typeof value === "object" && typeof none === "object" && value !== null && none !== null) {
    // A struct of plain fields; the generator makes sure of that.
    const defaults: Record<string, unknown> = { ...none };
    if (Object.entries(value).every(([key, field]) => field === defaults[key])) return;
  }
  throw new WriteError("this version does not have the field");
}

function isEmptyList(value: unknown, none: unknown): boolean {
  return none === undefined && (Array.isArray(value) || value instanceof Uint8Array) &&
    value.length === 0;
}

/**
 * Fails on a null that the version does not allow.
 *
 * @param value The field.
 * @returns The field.
 */
export function checkNotNull<T>(value: T | null): T {
  if (value === null) throw new WriteError("null is not allowed in this version");
  return value;
}

function checkVersion(verb: string, { name, min, max }: MessageInfo, version: number): void {
  if (version >= min && version <= max && Number.isInteger(version)) return;
  throw new ProtocolError(
    `Cannot ${verb} ${name} v${version}: the version must be an integer from ${min} to ${max}`,
    { messageName: name, version },
  );
}

/** Runs a decoder that failed a second time and looks where the failing read ended up. */
function findField(
  decode: (reader: Reader, version: number) => unknown,
  reader: Reader,
  start: number,
  version: number,
): string {
  const copy = new Reader(reader.bytes, start, reader.end);
  const trace = copy.traceFrom(start);
  const path: (string | number)[] = [];
  if (!findUndefined(decode(copy, version), path)) return "";
  // Array lengths that could not be read were replaced by elements: the innermost of them is not to blame.
  for (let arrays = trace.arrays; arrays > 0; arrays--) {
    while (path.length > 0 && typeof path.pop() !== "number");
  }
  return path.filter((key) => typeof key === "string").join(".");
}

/** Whether there is an undefined in a decoded value; `path` then leads to it. */
function findUndefined(value: unknown, path: (string | number)[]): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      if (findUndefined(value[index], path)) return true;
      path.pop();
    }
    return false;
  }
  for (const key of Object.keys(value)) {
    path.push(key);
    if (findUndefined((value as Record<string, unknown>)[key], path)) return true;
    path.pop();
  }
  return false;
}

/** Runs an encoder that failed a second time and returns the last property that it touched. */
function findProperty<T extends object>(
  encode: (writer: Writer, message: T, version: number) => void,
  message: T,
  version: number,
): string {
  let last = "";
  function watch<V>(value: V, path: string): V {
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    return new Proxy(value, {
      get(target, key): unknown {
        const inner: unknown = Reflect.get(target, key);
        if (typeof key === "symbol" || (Array.isArray(target) && !/^\d+$/.test(key))) return inner;
        const name = Array.isArray(target) ? path : path === "" ? key : `${path}.${key}`;
        last = name;
        return watch(inner, name);
      },
    });
  }
  try {
    encode(new Writer(), watch(message, ""), version);
  } catch {
    return last;
  }
  return "";
}
