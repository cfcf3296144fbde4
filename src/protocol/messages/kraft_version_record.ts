// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * KRaftVersionRecord, version 0.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The KRaftVersionRecord message, as decoded. */
export interface KRaftVersionRecord {
  /** `int16`. */
  version: number;
  /** `int16`. */
  kRaftVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The KRaftVersionRecord message, to be encoded; what is left out takes the schema's default. */
export interface KRaftVersionRecordInput {
  /** `int16`. */
  readonly version?: number;
  /** `int16`. */
  readonly kRaftVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of KRaftVersionRecord. */
export const KRAFT_VERSION_RECORD: MessageInfo = { name: "KRaftVersionRecord", min: 0, max: 0 };

/**
 * Writes a KRaftVersionRecord, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeKRaftVersionRecord(
  writer: Writer,
  message: KRaftVersionRecordInput,
  version: number,
): void {
  encodeMessage(KRAFT_VERSION_RECORD, writeKRaftVersionRecord, writer, message, version);
}

/**
 * Reads a KRaftVersionRecord, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeKRaftVersionRecord(reader: Reader, version: number): KRaftVersionRecord {
  return decodeMessage(KRAFT_VERSION_RECORD, readKRaftVersionRecord, reader, version);
}

function writeKRaftVersionRecord(w: Writer, x: KRaftVersionRecordInput, _v: number): void {
  w.int16(x.version ?? 0);
  w.int16(x.kRaftVersion ?? 0);
  w.tags(x.unknownTags);
}

function readKRaftVersionRecord(r: Reader, _v: number): KRaftVersionRecord {
  const x: KRaftVersionRecord = {
    version: r.int16(),
    kRaftVersion: r.int16(),
  };
  r.tags(x);
  return x;
}
