// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * SnapshotFooterRecord, version 0.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The SnapshotFooterRecord message, as decoded. */
export interface SnapshotFooterRecord {
  /** `int16`. */
  version: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SnapshotFooterRecord message, to be encoded; what is left out takes the schema's default. */
export interface SnapshotFooterRecordInput {
  /** `int16`. */
  readonly version?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of SnapshotFooterRecord. */
export const SNAPSHOT_FOOTER_RECORD: MessageInfo = { name: "SnapshotFooterRecord", min: 0, max: 0 };

/**
 * Writes a SnapshotFooterRecord, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeSnapshotFooterRecord(
  writer: Writer,
  message: SnapshotFooterRecordInput,
  version: number,
): void {
  encodeMessage(SNAPSHOT_FOOTER_RECORD, writeSnapshotFooterRecord, writer, message, version);
}

/**
 * Reads a SnapshotFooterRecord, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeSnapshotFooterRecord(reader: Reader, version: number): SnapshotFooterRecord {
  return decodeMessage(SNAPSHOT_FOOTER_RECORD, readSnapshotFooterRecord, reader, version);
}

function writeSnapshotFooterRecord(w: Writer, x: SnapshotFooterRecordInput, _v: number): void {
  w.int16(x.version ?? 0);
  w.tags(x.unknownTags);
}

function readSnapshotFooterRecord(r: Reader, _v: number): SnapshotFooterRecord {
  const x: SnapshotFooterRecord = {
    version: r.int16(),
  };
  r.tags(x);
  return x;
}
