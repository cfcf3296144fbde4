// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Fetch API (key 1), versions 4 to 18.
 *
 * @module
 */

import type { ClientApi, RecordBytes, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { TagSection, writeInt32, type Writer } from "../writer.ts";

/** The FetchRequest message, as decoded. */
export interface FetchRequest {
  /** `string`, v12+, nullable, tag 0, default null. */
  clusterId: string | null;
  /** `int32`, v4-14, default -1. */
  replicaId: number;
  /** `ReplicaState`, v15+, tag 1. */
  replicaState: FetchRequestReplicaState;
  /** `int32`. */
  maxWaitMs: number;
  /** `int32`. */
  minBytes: number;
  /** `int32`, default 0x7fffffff. */
  maxBytes: number;
  /** `int8`, default 0. */
  isolationLevel: number;
  /** `int32`, v7+, default 0. */
  sessionId: number;
  /** `int32`, v7+, default -1. */
  sessionEpoch: number;
  /** `[]FetchTopic`. */
  topics: FetchRequestFetchTopic[];
  /** `[]ForgottenTopic`, v7+. */
  forgottenTopicsData: FetchRequestForgottenTopic[];
  /** `string`, v11+. */
  rackId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FetchRequest message, to be encoded; what is left out takes the schema's default. */
export interface FetchRequestInput {
  /** `string`, v12+, nullable, tag 0, default null. */
  readonly clusterId?: string | null;
  /** `int32`, v4-14, default -1. */
  readonly replicaId?: number;
  /** `ReplicaState`, v15+, tag 1. */
  readonly replicaState?: FetchRequestReplicaStateInput;
  /** `int32`. */
  readonly maxWaitMs?: number;
  /** `int32`. */
  readonly minBytes?: number;
  /** `int32`, default 0x7fffffff. */
  readonly maxBytes?: number;
  /** `int8`, default 0. */
  readonly isolationLevel?: number;
  /** `int32`, v7+, default 0. */
  readonly sessionId?: number;
  /** `int32`, v7+, default -1. */
  readonly sessionEpoch?: number;
  /** `[]FetchTopic`. */
  readonly topics?: readonly FetchRequestFetchTopicInput[];
  /** `[]ForgottenTopic`, v7+. */
  readonly forgottenTopicsData?: readonly FetchRequestForgottenTopicInput[];
  /** `string`, v11+. */
  readonly rackId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ForgottenTopic of FetchRequest, as decoded. */
export interface FetchRequestForgottenTopic {
  /** `string`, v7-12. */
  topic: string;
  /** `uuid`, v13+. */
  topicId: string;
  /** `[]int32`, v7+. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ForgottenTopic of FetchRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchRequestForgottenTopicInput {
  /** `string`, v7-12. */
  readonly topic?: string;
  /** `uuid`, v13+. */
  readonly topicId?: string;
  /** `[]int32`, v7+. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FetchTopic of FetchRequest, as decoded. */
export interface FetchRequestFetchTopic {
  /** `string`, v4-12. */
  topic: string;
  /** `uuid`, v13+. */
  topicId: string;
  /** `[]FetchPartition`. */
  partitions: FetchRequestFetchPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FetchTopic of FetchRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchRequestFetchTopicInput {
  /** `string`, v4-12. */
  readonly topic?: string;
  /** `uuid`, v13+. */
  readonly topicId?: string;
  /** `[]FetchPartition`. */
  readonly partitions?: readonly FetchRequestFetchPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FetchPartition of FetchRequest, as decoded. */
export interface FetchRequestFetchPartition {
  /** `int32`. */
  partition: number;
  /** `int32`, v9+, default -1. */
  currentLeaderEpoch: number;
  /** `int64`. */
  fetchOffset: bigint;
  /** `int32`, v12+, default -1. */
  lastFetchedEpoch: number;
  /** `int64`, v5+, default -1. */
  logStartOffset: bigint;
  /** `int32`. */
  partitionMaxBytes: number;
  /** `uuid`, v17+, tag 0. */
  replicaDirectoryId: string;
  /** `int64`, v18+, tag 1, default 9223372036854775807. */
  highWatermark: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FetchPartition of FetchRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchRequestFetchPartitionInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`, v9+, default -1. */
  readonly currentLeaderEpoch?: number;
  /** `int64`. */
  readonly fetchOffset?: bigint;
  /** `int32`, v12+, default -1. */
  readonly lastFetchedEpoch?: number;
  /** `int64`, v5+, default -1. */
  readonly logStartOffset?: bigint;
  /** `int32`. */
  readonly partitionMaxBytes?: number;
  /** `uuid`, v17+, tag 0. */
  readonly replicaDirectoryId?: string;
  /** `int64`, v18+, tag 1, default 9223372036854775807. */
  readonly highWatermark?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReplicaState of FetchRequest, as decoded. */
export interface FetchRequestReplicaState {
  /** `int32`, v15+, default -1. */
  replicaId: number;
  /** `int64`, v15+, default -1. */
  replicaEpoch: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReplicaState of FetchRequest, to be encoded; what is left out takes the schema's default. */
export interface FetchRequestReplicaStateInput {
  /** `int32`, v15+, default -1. */
  readonly replicaId?: number;
  /** `int64`, v15+, default -1. */
  readonly replicaEpoch?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The FetchResponse message, as decoded. */
export interface FetchResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`, v7+. */
  errorCode: number;
  /** `int32`, v7+, default 0. */
  sessionId: number;
  /** `[]FetchableTopicResponse`. */
  responses: FetchableTopicResponse[];
  /** `[]NodeEndpoint`, v16+, tag 0. */
  nodeEndpoints: FetchResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FetchResponse message, to be encoded; what is left out takes the schema's default. */
export interface FetchResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`, v7+. */
  readonly errorCode?: number;
  /** `int32`, v7+, default 0. */
  readonly sessionId?: number;
  /** `[]FetchableTopicResponse`. */
  readonly responses?: readonly FetchableTopicResponseInput[];
  /** `[]NodeEndpoint`, v16+, tag 0. */
  readonly nodeEndpoints?: readonly FetchResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of FetchResponse, as decoded. */
export interface FetchResponseNodeEndpoint {
  /** `int32`, v16+. */
  nodeId: number;
  /** `string`, v16+. */
  host: string;
  /** `int32`, v16+. */
  port: number;
  /** `string`, v16+, nullable, default null. */
  rack: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchResponseNodeEndpointInput {
  /** `int32`, v16+. */
  readonly nodeId?: number;
  /** `string`, v16+. */
  readonly host?: string;
  /** `int32`, v16+. */
  readonly port?: number;
  /** `string`, v16+, nullable, default null. */
  readonly rack?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FetchableTopicResponse of FetchResponse, as decoded. */
export interface FetchableTopicResponse {
  /** `string`, v4-12. */
  topic: string;
  /** `uuid`, v13+. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: FetchResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FetchableTopicResponse of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchableTopicResponseInput {
  /** `string`, v4-12. */
  readonly topic?: string;
  /** `uuid`, v13+. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly FetchResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of FetchResponse, as decoded. */
export interface FetchResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`. */
  highWatermark: bigint;
  /** `int64`, default -1. */
  lastStableOffset: bigint;
  /** `int64`, v5+, default -1. */
  logStartOffset: bigint;
  /** `EpochEndOffset`, v12+, tag 0. */
  divergingEpoch: FetchResponseEpochEndOffset;
  /** `LeaderIdAndEpoch`, v12+, tag 1. */
  currentLeader: FetchResponseLeaderIdAndEpoch;
  /** `SnapshotId`, v12+, tag 2. */
  snapshotId: FetchResponseSnapshotId;
  /** `[]AbortedTransaction`, nullable. */
  abortedTransactions: AbortedTransaction[] | null;
  /** `int32`, v11+, default -1. */
  preferredReadReplica: number;
  /** `records`, nullable. */
  records: Uint8Array | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`. */
  readonly highWatermark?: bigint;
  /** `int64`, default -1. */
  readonly lastStableOffset?: bigint;
  /** `int64`, v5+, default -1. */
  readonly logStartOffset?: bigint;
  /** `EpochEndOffset`, v12+, tag 0. */
  readonly divergingEpoch?: FetchResponseEpochEndOffsetInput;
  /** `LeaderIdAndEpoch`, v12+, tag 1. */
  readonly currentLeader?: FetchResponseLeaderIdAndEpochInput;
  /** `SnapshotId`, v12+, tag 2. */
  readonly snapshotId?: FetchResponseSnapshotIdInput;
  /** `[]AbortedTransaction`, nullable. */
  readonly abortedTransactions?: readonly AbortedTransactionInput[] | null;
  /** `int32`, v11+, default -1. */
  readonly preferredReadReplica?: number;
  /** `records`, nullable. */
  readonly records?: RecordBytes | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AbortedTransaction of FetchResponse, as decoded. */
export interface AbortedTransaction {
  /** `int64`. */
  producerId: bigint;
  /** `int64`. */
  firstOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AbortedTransaction of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface AbortedTransactionInput {
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int64`. */
  readonly firstOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A SnapshotId of FetchResponse, as decoded. */
export interface FetchResponseSnapshotId {
  /** `int64`, default -1. */
  endOffset: bigint;
  /** `int32`, default -1. */
  epoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A SnapshotId of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchResponseSnapshotIdInput {
  /** `int64`, default -1. */
  readonly endOffset?: bigint;
  /** `int32`, default -1. */
  readonly epoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderIdAndEpoch of FetchResponse, as decoded. */
export interface FetchResponseLeaderIdAndEpoch {
  /** `int32`, v12+, default -1. */
  leaderId: number;
  /** `int32`, v12+, default -1. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderIdAndEpoch of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchResponseLeaderIdAndEpochInput {
  /** `int32`, v12+, default -1. */
  readonly leaderId?: number;
  /** `int32`, v12+, default -1. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EpochEndOffset of FetchResponse, as decoded. */
export interface FetchResponseEpochEndOffset {
  /** `int32`, v12+, default -1. */
  epoch: number;
  /** `int64`, v12+, default -1. */
  endOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EpochEndOffset of FetchResponse, to be encoded; what is left out takes the schema's default. */
export interface FetchResponseEpochEndOffsetInput {
  /** `int32`, v12+, default -1. */
  readonly epoch?: number;
  /** `int64`, v12+, default -1. */
  readonly endOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const FETCH_REQUEST: MessageInfo = { name: "FetchRequest", min: 4, max: 18 };
const FETCH_RESPONSE: MessageInfo = { name: "FetchResponse", min: 4, max: 18 };

/** The client's half of Fetch. */
export const fetch: ClientApi<FetchRequestInput, FetchResponse> = {
  key: 1,
  name: "Fetch",
  minVersion: 4,
  maxVersion: 18,
  latestVersion: 18,
  flexibleFrom: 12,
  encodeRequest: (writer, message, version) =>
    encodeMessage(FETCH_REQUEST, writeFetchRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(FETCH_RESPONSE, readFetchResponse, reader, version),
};

/** The server's half of Fetch. */
export const fetchServer: ServerApi<FetchRequest, FetchResponseInput> = {
  key: 1,
  name: "Fetch",
  minVersion: 4,
  maxVersion: 18,
  latestVersion: 18,
  flexibleFrom: 12,
  decodeRequest: (reader, version) =>
    decodeMessage(FETCH_REQUEST, readFetchRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(FETCH_RESPONSE, writeFetchResponse, writer, message, version),
};

function writeFetchRequestReplicaState(
  w: Writer,
  x: FetchRequestReplicaStateInput,
  _v: number,
): void {
  w.int32(x.replicaId ?? -1);
  w.int64(x.replicaEpoch ?? -1n);
  w.tags(x.unknownTags);
}

function writeFetchRequestFetchPartition(
  w: Writer,
  x: FetchRequestFetchPartitionInput,
  v: number,
): void {
  const f = v >= 12;
  w.int32(x.partition ?? 0);
  if (v >= 9) w.int32(x.currentLeaderEpoch ?? -1);
  w.int64(x.fetchOffset ?? 0n);
  if (v >= 12) w.int32(x.lastFetchedEpoch ?? -1);
  else checkAbsent(x.lastFetchedEpoch, -1);
  if (v >= 5) w.int64(x.logStartOffset ?? -1n);
  w.int32(x.partitionMaxBytes ?? 0);
  if (f) {
    const t = new TagSection();
    const replicaDirectoryId = x.replicaDirectoryId;
    if (v >= 17 && replicaDirectoryId !== undefined && replicaDirectoryId !== ZERO_UUID) {
      t.field(0, (w) => w.uuid(replicaDirectoryId));
    }
    const highWatermark = x.highWatermark;
    if (v >= 18 && highWatermark !== undefined && highWatermark !== 9223372036854775807n) {
      t.field(1, (w) => w.int64(highWatermark));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
}

function writeFetchRequestFetchTopic(w: Writer, x: FetchRequestFetchTopicInput, v: number): void {
  const f = v >= 12;
  if (v <= 12) w.string(x.topic ?? "", f);
  if (v >= 13) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, f, writeFetchRequestFetchPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeFetchRequestForgottenTopic(
  w: Writer,
  x: FetchRequestForgottenTopicInput,
  v: number,
): void {
  const f = v >= 12;
  if (v <= 12) w.string(x.topic ?? "", f);
  if (v >= 13) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeFetchRequest(w: Writer, x: FetchRequestInput, v: number): void {
  const f = v >= 12;
  if (v <= 14) w.int32(x.replicaId ?? -1);
  else checkAbsent(x.replicaId, -1);
  w.int32(x.maxWaitMs ?? 0);
  w.int32(x.minBytes ?? 0);
  w.int32(x.maxBytes ?? 2147483647);
  w.int8(x.isolationLevel ?? 0);
  if (v >= 7) w.int32(x.sessionId ?? 0);
  if (v >= 7) w.int32(x.sessionEpoch ?? -1);
  w.array(x.topics, f, writeFetchRequestFetchTopic, v);
  if (v >= 7) w.array(x.forgottenTopicsData, f, writeFetchRequestForgottenTopic, v);
  else checkAbsent(x.forgottenTopicsData, undefined);
  if (v >= 11) w.string(x.rackId ?? "", f);
  if (f) {
    const t = new TagSection();
    const clusterId = x.clusterId;
    if (clusterId !== undefined && clusterId !== null) {
      t.field(0, (w) => w.nullableString(clusterId, true));
    }
    if (v >= 15) t.struct(1, x.replicaState, writeFetchRequestReplicaState, v);
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 15)) checkAbsent(x.replicaState, { replicaId: -1, replicaEpoch: -1n });
}

function readFetchResponseEpochEndOffset(r: Reader, _v: number): FetchResponseEpochEndOffset {
  const x: FetchResponseEpochEndOffset = {
    epoch: r.int32(),
    endOffset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readFetchResponseLeaderIdAndEpoch(r: Reader, _v: number): FetchResponseLeaderIdAndEpoch {
  const x: FetchResponseLeaderIdAndEpoch = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readFetchResponseSnapshotId(r: Reader, _v: number): FetchResponseSnapshotId {
  const x: FetchResponseSnapshotId = {
    endOffset: r.int64(),
    epoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAbortedTransaction(r: Reader, v: number): AbortedTransaction {
  const f = v >= 12;
  const x: AbortedTransaction = {
    producerId: r.int64(),
    firstOffset: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function readFetchResponsePartitionData(r: Reader, v: number): FetchResponsePartitionData {
  const f = v >= 12;
  const x: FetchResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    highWatermark: r.int64(),
    lastStableOffset: r.int64(),
    logStartOffset: v >= 5 ? r.int64() : -1n,
    divergingEpoch: { epoch: -1, endOffset: -1n },
    currentLeader: { leaderId: -1, leaderEpoch: -1 },
    snapshotId: { endOffset: -1n, epoch: -1 },
    abortedTransactions: r.nullableArray(f, 16, readAbortedTransaction, v),
    preferredReadReplica: v >= 11 ? r.int32() : -1,
    records: r.nullableByteArray(f),
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.divergingEpoch = readFetchResponseEpochEndOffset(r, v);
          break;
        case 1:
          r.tag(x);
          x.currentLeader = readFetchResponseLeaderIdAndEpoch(r, v);
          break;
        case 2:
          r.tag(x);
          x.snapshotId = readFetchResponseSnapshotId(r, v);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readFetchableTopicResponse(r: Reader, v: number): FetchableTopicResponse {
  const f = v >= 12;
  const x: FetchableTopicResponse = {
    topic: v <= 12 ? r.string(f) : "",
    topicId: v >= 13 ? r.uuid() : ZERO_UUID,
    partitions: r.array(f, 30, readFetchResponsePartitionData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readFetchResponseNodeEndpoint(r: Reader, _v: number): FetchResponseNodeEndpoint {
  const x: FetchResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    rack: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readFetchResponse(r: Reader, v: number): FetchResponse {
  const f = v >= 12;
  const x: FetchResponse = {
    throttleTimeMs: r.int32(),
    errorCode: v >= 7 ? r.int16() : 0,
    sessionId: v >= 7 ? r.int32() : 0,
    responses: r.array(f, 3, readFetchableTopicResponse, v),
    nodeEndpoints: [],
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          if (v >= 16) x.nodeEndpoints = r.array(true, 11, readFetchResponseNodeEndpoint, v);
          else r.invalidTag(x, tag);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readFetchRequestReplicaState(r: Reader, _v: number): FetchRequestReplicaState {
  const x: FetchRequestReplicaState = {
    replicaId: r.int32(),
    replicaEpoch: r.int64(),
  };
  r.tags(x);
  return x;
}

function readFetchRequestFetchPartition(r: Reader, v: number): FetchRequestFetchPartition {
  const f = v >= 12;
  const x: FetchRequestFetchPartition = {
    partition: r.int32(),
    currentLeaderEpoch: v >= 9 ? r.int32() : -1,
    fetchOffset: r.int64(),
    lastFetchedEpoch: v >= 12 ? r.int32() : -1,
    logStartOffset: v >= 5 ? r.int64() : -1n,
    partitionMaxBytes: r.int32(),
    replicaDirectoryId: ZERO_UUID,
    highWatermark: 9223372036854775807n,
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          if (v >= 17) x.replicaDirectoryId = r.uuid();
          else r.invalidTag(x, tag);
          break;
        case 1:
          r.tag(x);
          if (v >= 18) x.highWatermark = r.int64();
          else r.invalidTag(x, tag);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readFetchRequestFetchTopic(r: Reader, v: number): FetchRequestFetchTopic {
  const f = v >= 12;
  const x: FetchRequestFetchTopic = {
    topic: v <= 12 ? r.string(f) : "",
    topicId: v >= 13 ? r.uuid() : ZERO_UUID,
    partitions: r.array(f, 16, readFetchRequestFetchPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readFetchRequestForgottenTopic(r: Reader, v: number): FetchRequestForgottenTopic {
  const f = v >= 12;
  const x: FetchRequestForgottenTopic = {
    topic: v <= 12 ? r.string(f) : "",
    topicId: v >= 13 ? r.uuid() : ZERO_UUID,
    partitions: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readFetchRequest(r: Reader, v: number): FetchRequest {
  const f = v >= 12;
  const x: FetchRequest = {
    clusterId: null,
    replicaId: v <= 14 ? r.int32() : -1,
    replicaState: { replicaId: -1, replicaEpoch: -1n },
    maxWaitMs: r.int32(),
    minBytes: r.int32(),
    maxBytes: r.int32(),
    isolationLevel: r.int8(),
    sessionId: v >= 7 ? r.int32() : 0,
    sessionEpoch: v >= 7 ? r.int32() : -1,
    topics: r.array(f, 3, readFetchRequestFetchTopic, v),
    forgottenTopicsData: v >= 7 ? r.array(f, 3, readFetchRequestForgottenTopic, v) : [],
    rackId: v >= 11 ? r.string(f) : "",
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.clusterId = r.nullableString(true);
          break;
        case 1:
          r.tag(x);
          if (v >= 15) x.replicaState = readFetchRequestReplicaState(r, v);
          else r.invalidTag(x, tag);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function writeFetchResponseEpochEndOffset(
  w: Writer,
  x: FetchResponseEpochEndOffsetInput,
  _v: number,
): void {
  w.int32(x.epoch ?? -1);
  w.int64(x.endOffset ?? -1n);
  w.tags(x.unknownTags);
}

function writeFetchResponseLeaderIdAndEpoch(
  w: Writer,
  x: FetchResponseLeaderIdAndEpochInput,
  _v: number,
): void {
  w.int32(x.leaderId ?? -1);
  w.int32(x.leaderEpoch ?? -1);
  w.tags(x.unknownTags);
}

function writeFetchResponseSnapshotId(
  w: Writer,
  x: FetchResponseSnapshotIdInput,
  _v: number,
): void {
  w.int64(x.endOffset ?? -1n);
  w.int32(x.epoch ?? -1);
  w.tags(x.unknownTags);
}

function writeAbortedTransaction(w: Writer, x: AbortedTransactionInput, v: number): void {
  const f = v >= 12;
  w.int64(x.producerId ?? 0n);
  w.int64(x.firstOffset ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeFetchResponsePartitionData(
  w: Writer,
  x: FetchResponsePartitionDataInput,
  v: number,
): void {
  const f = v >= 12;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.highWatermark ?? 0n);
  w.int64(x.lastStableOffset ?? -1n);
  if (v >= 5) w.int64(x.logStartOffset ?? -1n);
  w.nullableArray(x.abortedTransactions, f, writeAbortedTransaction, v);
  if (v >= 11) w.int32(x.preferredReadReplica ?? -1);
  else checkAbsent(x.preferredReadReplica, -1);
  w.nullableRecords(x.records === undefined ? new Uint8Array(0) : x.records, f);
  if (f) {
    const t = new TagSection();
    t.struct(0, x.divergingEpoch, writeFetchResponseEpochEndOffset, v);
    t.struct(1, x.currentLeader, writeFetchResponseLeaderIdAndEpoch, v);
    t.struct(2, x.snapshotId, writeFetchResponseSnapshotId, v);
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 12)) checkAbsent(x.divergingEpoch, { epoch: -1, endOffset: -1n });

  if (!(v >= 12)) checkAbsent(x.currentLeader, { leaderId: -1, leaderEpoch: -1 });

  if (!(v >= 12)) checkAbsent(x.snapshotId, { endOffset: -1n, epoch: -1 });
}

function writeFetchableTopicResponse(w: Writer, x: FetchableTopicResponseInput, v: number): void {
  const f = v >= 12;
  if (v <= 12) w.string(x.topic ?? "", f);
  if (v >= 13) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, f, writeFetchResponsePartitionData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeFetchResponseNodeEndpoint(
  w: Writer,
  x: FetchResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.nullableString(x.rack ?? null, true);
  w.tags(x.unknownTags);
}

function writeFetchResponse(w: Writer, x: FetchResponseInput, v: number): void {
  const f = v >= 12;
  w.int32(x.throttleTimeMs ?? 0);
  if (v >= 7) w.int16(x.errorCode ?? 0);
  if (v >= 7) w.int32(x.sessionId ?? 0);
  else checkAbsent(x.sessionId, 0);
  w.array(x.responses, f, writeFetchableTopicResponse, v);
  if (f) {
    const t = new TagSection();
    const nodeEndpoints = x.nodeEndpoints;
    if (v >= 16 && nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
      t.field(0, (w) => w.array(nodeEndpoints, true, writeFetchResponseNodeEndpoint, v));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 16)) checkAbsent(x.nodeEndpoints, undefined);
}
