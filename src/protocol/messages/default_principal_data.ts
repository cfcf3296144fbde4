// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * DefaultPrincipalData, version 0.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DefaultPrincipalData message, as decoded. */
export interface DefaultPrincipalData {
  /** `string`. */
  type: string;
  /** `string`. */
  name: string;
  /** `bool`. */
  tokenAuthenticated: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DefaultPrincipalData message, to be encoded; what is left out takes the schema's default. */
export interface DefaultPrincipalDataInput {
  /** `string`. */
  readonly type?: string;
  /** `string`. */
  readonly name?: string;
  /** `bool`. */
  readonly tokenAuthenticated?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of DefaultPrincipalData. */
export const DEFAULT_PRINCIPAL_DATA: MessageInfo = { name: "DefaultPrincipalData", min: 0, max: 0 };

/**
 * Writes a DefaultPrincipalData, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeDefaultPrincipalData(
  writer: Writer,
  message: DefaultPrincipalDataInput,
  version: number,
): void {
  encodeMessage(DEFAULT_PRINCIPAL_DATA, writeDefaultPrincipalData, writer, message, version);
}

/**
 * Reads a DefaultPrincipalData, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeDefaultPrincipalData(reader: Reader, version: number): DefaultPrincipalData {
  return decodeMessage(DEFAULT_PRINCIPAL_DATA, readDefaultPrincipalData, reader, version);
}

function writeDefaultPrincipalData(w: Writer, x: DefaultPrincipalDataInput, _v: number): void {
  w.string(x.type ?? "", true);
  w.string(x.name ?? "", true);
  w.bool(x.tokenAuthenticated ?? false);
  w.tags(x.unknownTags);
}

function readDefaultPrincipalData(r: Reader, _v: number): DefaultPrincipalData {
  const x: DefaultPrincipalData = {
    type: r.string(true),
    name: r.string(true),
    tokenAuthenticated: r.bool(),
  };
  r.tags(x);
  return x;
}
