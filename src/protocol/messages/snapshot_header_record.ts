// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * SnapshotHeaderRecord, version 0.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The SnapshotHeaderRecord message, as decoded. */
export interface SnapshotHeaderRecord {
  /** `int16`. */
  version: number;
  /** `int64`. */
  lastContainedLogTimestamp: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SnapshotHeaderRecord message, to be encoded; what is left out takes the schema's default. */
export interface SnapshotHeaderRecordInput {
  /** `int16`. */
  readonly version?: number;
  /** `int64`. */
  readonly lastContainedLogTimestamp?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of SnapshotHeaderRecord. */
export const SNAPSHOT_HEADER_RECORD: MessageInfo = { name: "SnapshotHeaderRecord", min: 0, max: 0 };

/**
 * Writes a SnapshotHeaderRecord, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeSnapshotHeaderRecord(
  writer: Writer,
  message: SnapshotHeaderRecordInput,
  version: number,
): void {
  encodeMessage(SNAPSHOT_HEADER_RECORD, writeSnapshotHeaderRecord, writer, message, version);
}

/**
 * Reads a SnapshotHeaderRecord, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeSnapshotHeaderRecord(reader: Reader, version: number): SnapshotHeaderRecord {
  return decodeMessage(SNAPSHOT_HEADER_RECORD, readSnapshotHeaderRecord, reader, version);
}

function writeSnapshotHeaderRecord(w: Writer, x: SnapshotHeaderRecordInput, _v: number): void {
  w.int16(x.version ?? 0);
  w.int64(x.lastContainedLogTimestamp ?? 0n);
  w.tags(x.unknownTags);
}

function readSnapshotHeaderRecord(r: Reader, _v: number): SnapshotHeaderRecord {
  const x: SnapshotHeaderRecord = {
    version: r.int16(),
    lastContainedLogTimestamp: r.int64(),
  };
  r.tags(x);
  return x;
}
