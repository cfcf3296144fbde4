// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * ControlRecordTypeSchema, version 0.
 *
 * @module
 */

import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The ControlRecordTypeSchema message, as decoded. */
export interface ControlRecordTypeSchema {
  /** `int16`. */
  type: number;
}

/** The ControlRecordTypeSchema message, to be encoded; what is left out takes the schema's default. */
export interface ControlRecordTypeSchemaInput {
  /** `int16`. */
  readonly type?: number;
}

/** The name and the versions of ControlRecordTypeSchema. */
export const CONTROL_RECORD_TYPE_SCHEMA: MessageInfo = {
  name: "ControlRecordTypeSchema",
  min: 0,
  max: 0,
};

/**
 * Writes a ControlRecordTypeSchema, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeControlRecordTypeSchema(
  writer: Writer,
  message: ControlRecordTypeSchemaInput,
  version: number,
): void {
  encodeMessage(CONTROL_RECORD_TYPE_SCHEMA, writeControlRecordTypeSchema, writer, message, version);
}

/**
 * Reads a ControlRecordTypeSchema, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeControlRecordTypeSchema(
  reader: Reader,
  version: number,
): ControlRecordTypeSchema {
  return decodeMessage(CONTROL_RECORD_TYPE_SCHEMA, readControlRecordTypeSchema, reader, version);
}

function writeControlRecordTypeSchema(
  w: Writer,
  x: ControlRecordTypeSchemaInput,
  _v: number,
): void {
  w.int16(x.type ?? 0);
}

function readControlRecordTypeSchema(r: Reader, _v: number): ControlRecordTypeSchema {
  return {
    type: r.int16(),
  };
}
