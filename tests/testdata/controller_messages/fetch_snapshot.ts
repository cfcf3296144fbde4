// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The FetchSnapshot API (key 59), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, RecordBytes, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import {
  checkAbsent,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import { TagSection, type Writer } from "../../../src/protocol/writer.ts";

/** The FetchSnapshotRequest message, as decoded. */
export interface FetchSnapshotRequest {
  /** `string`, nullable, tag 0, default null. */
  clusterId: string | null;
  /** `int32`, default -1. */
  replicaId: number;
  /** `int32`, default 0x7fffffff. */
  maxBytes: number;
  /** `[]TopicSnapshot`. */
  topics: FetchSnapshotRequestTopicSnapshot[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FetchSnapshotRequest message, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotRequestInput {
  /** `string`, nullable, tag 0, default null. */
  readonly clusterId?: string | null;
  /** `int32`, default -1. */
  readonly replicaId?: number;
  /** `int32`, default 0x7fffffff. */
  readonly maxBytes?: number;
  /** `[]TopicSnapshot`. */
  readonly topics?: readonly FetchSnapshotRequestTopicSnapshotInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicSnapshot of FetchSnapshotRequest, as decoded. */
export interface FetchSnapshotRequestTopicSnapshot {
  /** `string`. */
  name: string;
  /** `[]PartitionSnapshot`. */
  partitions: FetchSnapshotRequestPartitionSnapshot[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicSnapshot of FetchSnapshotRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotRequestTopicSnapshotInput {
  /** `string`. */
  readonly name?: string;
  /** `[]PartitionSnapshot`. */
  readonly partitions?: readonly FetchSnapshotRequestPartitionSnapshotInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionSnapshot of FetchSnapshotRequest, as decoded. */
export interface FetchSnapshotRequestPartitionSnapshot {
  /** `int32`. */
  partition: number;
  /** `int32`. */
  currentLeaderEpoch: number;
  /** `SnapshotId`. */
  snapshotId: FetchSnapshotRequestSnapshotId;
  /** `int64`. */
  position: bigint;
  /** `uuid`, v1+, tag 0. */
  replicaDirectoryId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionSnapshot of FetchSnapshotRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotRequestPartitionSnapshotInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`. */
  readonly currentLeaderEpoch?: number;
  /** `SnapshotId`. */
  readonly snapshotId?: FetchSnapshotRequestSnapshotIdInput;
  /** `int64`. */
  readonly position?: bigint;
  /** `uuid`, v1+, tag 0. */
  readonly replicaDirectoryId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A SnapshotId of FetchSnapshotRequest, as decoded. */
export interface FetchSnapshotRequestSnapshotId {
  /** `int64`. */
  endOffset: bigint;
  /** `int32`. */
  epoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A SnapshotId of FetchSnapshotRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotRequestSnapshotIdInput {
  /** `int64`. */
  readonly endOffset?: bigint;
  /** `int32`. */
  readonly epoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The FetchSnapshotResponse message, as decoded. */
export interface FetchSnapshotResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]TopicSnapshot`. */
  topics: FetchSnapshotResponseTopicSnapshot[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  nodeEndpoints: FetchSnapshotResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FetchSnapshotResponse message, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]TopicSnapshot`. */
  readonly topics?: readonly FetchSnapshotResponseTopicSnapshotInput[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  readonly nodeEndpoints?: readonly FetchSnapshotResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of FetchSnapshotResponse, as decoded. */
export interface FetchSnapshotResponseNodeEndpoint {
  /** `int32`, v1+. */
  nodeId: number;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of FetchSnapshotResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponseNodeEndpointInput {
  /** `int32`, v1+. */
  readonly nodeId?: number;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicSnapshot of FetchSnapshotResponse, as decoded. */
export interface FetchSnapshotResponseTopicSnapshot {
  /** `string`. */
  name: string;
  /** `[]PartitionSnapshot`. */
  partitions: FetchSnapshotResponsePartitionSnapshot[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicSnapshot of FetchSnapshotResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponseTopicSnapshotInput {
  /** `string`. */
  readonly name?: string;
  /** `[]PartitionSnapshot`. */
  readonly partitions?: readonly FetchSnapshotResponsePartitionSnapshotInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionSnapshot of FetchSnapshotResponse, as decoded. */
export interface FetchSnapshotResponsePartitionSnapshot {
  /** `int32`. */
  index: number;
  /** `int16`. */
  errorCode: number;
  /** `SnapshotId`. */
  snapshotId: FetchSnapshotResponseSnapshotId;
  /** `LeaderIdAndEpoch`, tag 0. */
  currentLeader: FetchSnapshotResponseLeaderIdAndEpoch;
  /** `int64`. */
  size: bigint;
  /** `int64`. */
  position: bigint;
  /** `records`. */
  unalignedRecords: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionSnapshot of FetchSnapshotResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponsePartitionSnapshotInput {
  /** `int32`. */
  readonly index?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `SnapshotId`. */
  readonly snapshotId?: FetchSnapshotResponseSnapshotIdInput;
  /** `LeaderIdAndEpoch`, tag 0. */
  readonly currentLeader?: FetchSnapshotResponseLeaderIdAndEpochInput;
  /** `int64`. */
  readonly size?: bigint;
  /** `int64`. */
  readonly position?: bigint;
  /** `records`. */
  readonly unalignedRecords?: RecordBytes;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderIdAndEpoch of FetchSnapshotResponse, as decoded. */
export interface FetchSnapshotResponseLeaderIdAndEpoch {
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderIdAndEpoch of FetchSnapshotResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponseLeaderIdAndEpochInput {
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A SnapshotId of FetchSnapshotResponse, as decoded. */
export interface FetchSnapshotResponseSnapshotId {
  /** `int64`. */
  endOffset: bigint;
  /** `int32`. */
  epoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A SnapshotId of FetchSnapshotResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchSnapshotResponseSnapshotIdInput {
  /** `int64`. */
  readonly endOffset?: bigint;
  /** `int32`. */
  readonly epoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const FETCH_SNAPSHOT_REQUEST: MessageInfo = { name: "FetchSnapshotRequest", min: 0, max: 1 };
const FETCH_SNAPSHOT_RESPONSE: MessageInfo = { name: "FetchSnapshotResponse", min: 0, max: 1 };

/** The client's half of FetchSnapshot. */
export const fetchSnapshot: ClientApi<FetchSnapshotRequestInput, FetchSnapshotResponse> = {
  key: 59,
  name: "FetchSnapshot",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(FETCH_SNAPSHOT_REQUEST, writeFetchSnapshotRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(FETCH_SNAPSHOT_RESPONSE, readFetchSnapshotResponse, reader, version),
};

/** The server's half of FetchSnapshot. */
export const fetchSnapshotServer: ServerApi<FetchSnapshotRequest, FetchSnapshotResponseInput> = {
  key: 59,
  name: "FetchSnapshot",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(FETCH_SNAPSHOT_REQUEST, readFetchSnapshotRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(FETCH_SNAPSHOT_RESPONSE, writeFetchSnapshotResponse, writer, message, version),
};

function writeFetchSnapshotRequestSnapshotId(
  w: Writer,
  x: FetchSnapshotRequestSnapshotIdInput,
  _v: number,
): void {
  w.int64(x.endOffset ?? 0n);
  w.int32(x.epoch ?? 0);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotRequestPartitionSnapshot(
  w: Writer,
  x: FetchSnapshotRequestPartitionSnapshotInput,
  v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int32(x.currentLeaderEpoch ?? 0);
  writeFetchSnapshotRequestSnapshotId(w, x.snapshotId ?? {}, v);
  w.int64(x.position ?? 0n);
  const t = new TagSection();
  const replicaDirectoryId = x.replicaDirectoryId;
  if (v >= 1 && replicaDirectoryId !== undefined && replicaDirectoryId !== ZERO_UUID) {
    t.field(0, (w) => w.uuid(replicaDirectoryId));
  }
  t.finish(w, x.unknownTags);
}

function writeFetchSnapshotRequestTopicSnapshot(
  w: Writer,
  x: FetchSnapshotRequestTopicSnapshotInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeFetchSnapshotRequestPartitionSnapshot, v);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotRequest(w: Writer, x: FetchSnapshotRequestInput, v: number): void {
  w.int32(x.replicaId ?? -1);
  w.int32(x.maxBytes ?? 2147483647);
  w.array(x.topics, true, writeFetchSnapshotRequestTopicSnapshot, v);
  const t = new TagSection();
  const clusterId = x.clusterId;
  if (clusterId !== undefined && clusterId !== null) {
    t.field(0, (w) => w.nullableString(clusterId, true));
  }
  t.finish(w, x.unknownTags);
}

function readFetchSnapshotResponseSnapshotId(
  r: Reader,
  _v: number,
): FetchSnapshotResponseSnapshotId {
  const x: FetchSnapshotResponseSnapshotId = {
    endOffset: r.int64(),
    epoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotResponseLeaderIdAndEpoch(
  r: Reader,
  _v: number,
): FetchSnapshotResponseLeaderIdAndEpoch {
  const x: FetchSnapshotResponseLeaderIdAndEpoch = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotResponsePartitionSnapshot(
  r: Reader,
  v: number,
): FetchSnapshotResponsePartitionSnapshot {
  const x: FetchSnapshotResponsePartitionSnapshot = {
    index: r.int32(),
    errorCode: r.int16(),
    snapshotId: readFetchSnapshotResponseSnapshotId(r, v),
    currentLeader: { leaderId: 0, leaderEpoch: 0 },
    size: r.int64(),
    position: r.int64(),
    unalignedRecords: r.byteArray(true),
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        x.currentLeader = readFetchSnapshotResponseLeaderIdAndEpoch(r, v);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function readFetchSnapshotResponseTopicSnapshot(
  r: Reader,
  v: number,
): FetchSnapshotResponseTopicSnapshot {
  const x: FetchSnapshotResponseTopicSnapshot = {
    name: r.string(true),
    partitions: r.array(true, 37, readFetchSnapshotResponsePartitionSnapshot, v),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotResponseNodeEndpoint(
  r: Reader,
  _v: number,
): FetchSnapshotResponseNodeEndpoint {
  const x: FetchSnapshotResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotResponse(r: Reader, v: number): FetchSnapshotResponse {
  const x: FetchSnapshotResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    topics: r.array(true, 3, readFetchSnapshotResponseTopicSnapshot, v),
    nodeEndpoints: [],
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        if (v >= 1) x.nodeEndpoints = r.array(true, 8, readFetchSnapshotResponseNodeEndpoint, v);
        else r.invalidTag(x, tag);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function readFetchSnapshotRequestSnapshotId(r: Reader, _v: number): FetchSnapshotRequestSnapshotId {
  const x: FetchSnapshotRequestSnapshotId = {
    endOffset: r.int64(),
    epoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotRequestPartitionSnapshot(
  r: Reader,
  v: number,
): FetchSnapshotRequestPartitionSnapshot {
  const x: FetchSnapshotRequestPartitionSnapshot = {
    partition: r.int32(),
    currentLeaderEpoch: r.int32(),
    snapshotId: readFetchSnapshotRequestSnapshotId(r, v),
    position: r.int64(),
    replicaDirectoryId: ZERO_UUID,
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        if (v >= 1) x.replicaDirectoryId = r.uuid();
        else r.invalidTag(x, tag);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function readFetchSnapshotRequestTopicSnapshot(
  r: Reader,
  v: number,
): FetchSnapshotRequestTopicSnapshot {
  const x: FetchSnapshotRequestTopicSnapshot = {
    name: r.string(true),
    partitions: r.array(true, 30, readFetchSnapshotRequestPartitionSnapshot, v),
  };
  r.tags(x);
  return x;
}

function readFetchSnapshotRequest(r: Reader, v: number): FetchSnapshotRequest {
  const x: FetchSnapshotRequest = {
    clusterId: null,
    replicaId: r.int32(),
    maxBytes: r.int32(),
    topics: r.array(true, 3, readFetchSnapshotRequestTopicSnapshot, v),
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        x.clusterId = r.nullableString(true);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function writeFetchSnapshotResponseSnapshotId(
  w: Writer,
  x: FetchSnapshotResponseSnapshotIdInput,
  _v: number,
): void {
  w.int64(x.endOffset ?? 0n);
  w.int32(x.epoch ?? 0);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotResponseLeaderIdAndEpoch(
  w: Writer,
  x: FetchSnapshotResponseLeaderIdAndEpochInput,
  _v: number,
): void {
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotResponsePartitionSnapshot(
  w: Writer,
  x: FetchSnapshotResponsePartitionSnapshotInput,
  v: number,
): void {
  w.int32(x.index ?? 0);
  w.int16(x.errorCode ?? 0);
  writeFetchSnapshotResponseSnapshotId(w, x.snapshotId ?? {}, v);
  w.int64(x.size ?? 0n);
  w.int64(x.position ?? 0n);
  w.nullableRecords(x.unalignedRecords ?? new Uint8Array(0), true);
  const t = new TagSection();
  t.struct(0, x.currentLeader, writeFetchSnapshotResponseLeaderIdAndEpoch, v);
  t.finish(w, x.unknownTags);
}

function writeFetchSnapshotResponseTopicSnapshot(
  w: Writer,
  x: FetchSnapshotResponseTopicSnapshotInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeFetchSnapshotResponsePartitionSnapshot, v);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotResponseNodeEndpoint(
  w: Writer,
  x: FetchSnapshotResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeFetchSnapshotResponse(w: Writer, x: FetchSnapshotResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.topics, true, writeFetchSnapshotResponseTopicSnapshot, v);
  const t = new TagSection();
  const nodeEndpoints = x.nodeEndpoints;
  if (v >= 1 && nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
    t.field(0, (w) => w.array(nodeEndpoints, true, writeFetchSnapshotResponseNodeEndpoint, v));
  }
  t.finish(w, x.unknownTags);
  if (!(v >= 1)) checkAbsent(x.nodeEndpoints, undefined);
}
