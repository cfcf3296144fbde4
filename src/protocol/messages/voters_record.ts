// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * VotersRecord, version 0.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The VotersRecord message, as decoded. */
export interface VotersRecord {
  /** `int16`. */
  version: number;
  /** `[]Voter`. */
  voters: VotersRecordVoter[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The VotersRecord message, to be encoded; what is left out takes the schema's default. */
export interface VotersRecordInput {
  /** `int16`. */
  readonly version?: number;
  /** `[]Voter`. */
  readonly voters?: readonly VotersRecordVoterInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Voter of VotersRecord, as decoded. */
export interface VotersRecordVoter {
  /** `int32`. */
  voterId: number;
  /** `uuid`. */
  voterDirectoryId: string;
  /** `[]Endpoint`. */
  endpoints: VotersRecordEndpoint[];
  /** `KRaftVersionFeature`. */
  kRaftVersionFeature: VotersRecordKRaftVersionFeature;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Voter of VotersRecord, to be encoded; what is left out takes the schema's default. */
export interface VotersRecordVoterInput {
  /** `int32`. */
  readonly voterId?: number;
  /** `uuid`. */
  readonly voterDirectoryId?: string;
  /** `[]Endpoint`. */
  readonly endpoints?: readonly VotersRecordEndpointInput[];
  /** `KRaftVersionFeature`. */
  readonly kRaftVersionFeature?: VotersRecordKRaftVersionFeatureInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A KRaftVersionFeature of VotersRecord, as decoded. */
export interface VotersRecordKRaftVersionFeature {
  /** `int16`. */
  minSupportedVersion: number;
  /** `int16`. */
  maxSupportedVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A KRaftVersionFeature of VotersRecord, to be encoded; what is left out takes the schema's default. */
export interface VotersRecordKRaftVersionFeatureInput {
  /** `int16`. */
  readonly minSupportedVersion?: number;
  /** `int16`. */
  readonly maxSupportedVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Endpoint of VotersRecord, as decoded. */
export interface VotersRecordEndpoint {
  /** `string`. */
  name: string;
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Endpoint of VotersRecord, to be encoded; what is left out takes the schema's default. */
export interface VotersRecordEndpointInput {
  /** `string`. */
  readonly name?: string;
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of VotersRecord. */
export const VOTERS_RECORD: MessageInfo = { name: "VotersRecord", min: 0, max: 0 };

/**
 * Writes a VotersRecord, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeVotersRecord(
  writer: Writer,
  message: VotersRecordInput,
  version: number,
): void {
  encodeMessage(VOTERS_RECORD, writeVotersRecord, writer, message, version);
}

/**
 * Reads a VotersRecord, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeVotersRecord(reader: Reader, version: number): VotersRecord {
  return decodeMessage(VOTERS_RECORD, readVotersRecord, reader, version);
}

function writeVotersRecordEndpoint(w: Writer, x: VotersRecordEndpointInput, _v: number): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeVotersRecordKRaftVersionFeature(
  w: Writer,
  x: VotersRecordKRaftVersionFeatureInput,
  _v: number,
): void {
  w.int16(x.minSupportedVersion ?? 0);
  w.int16(x.maxSupportedVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeVotersRecordVoter(w: Writer, x: VotersRecordVoterInput, v: number): void {
  w.int32(x.voterId ?? 0);
  w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.array(x.endpoints, true, writeVotersRecordEndpoint, v);
  writeVotersRecordKRaftVersionFeature(w, x.kRaftVersionFeature ?? {}, v);
  w.tags(x.unknownTags);
}

function writeVotersRecord(w: Writer, x: VotersRecordInput, v: number): void {
  w.int16(x.version ?? 0);
  w.array(x.voters, true, writeVotersRecordVoter, v);
  w.tags(x.unknownTags);
}

function readVotersRecordEndpoint(r: Reader, _v: number): VotersRecordEndpoint {
  const x: VotersRecordEndpoint = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readVotersRecordKRaftVersionFeature(
  r: Reader,
  _v: number,
): VotersRecordKRaftVersionFeature {
  const x: VotersRecordKRaftVersionFeature = {
    minSupportedVersion: r.int16(),
    maxSupportedVersion: r.int16(),
  };
  r.tags(x);
  return x;
}

function readVotersRecordVoter(r: Reader, v: number): VotersRecordVoter {
  const x: VotersRecordVoter = {
    voterId: r.int32(),
    voterDirectoryId: r.uuid(),
    endpoints: r.array(true, 5, readVotersRecordEndpoint, v),
    kRaftVersionFeature: readVotersRecordKRaftVersionFeature(r, v),
  };
  r.tags(x);
  return x;
}

function readVotersRecord(r: Reader, v: number): VotersRecord {
  const x: VotersRecord = {
    version: r.int16(),
    voters: r.array(true, 27, readVotersRecordVoter, v),
  };
  r.tags(x);
  return x;
}
