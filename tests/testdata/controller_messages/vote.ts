// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Vote API (key 52), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import {
  checkAbsent,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import { TagSection, type Writer } from "../../../src/protocol/writer.ts";

/** The VoteRequest message, as decoded. */
export interface VoteRequest {
  /** `string`, nullable, default null. */
  clusterId: string | null;
  /** `int32`, v1+, default -1. */
  voterId: number;
  /** `[]TopicData`. */
  topics: VoteRequestTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The VoteRequest message, to be encoded; what is left out takes the schema's default. */
export interface VoteRequestInput {
  /** `string`, nullable, default null. */
  readonly clusterId?: string | null;
  /** `int32`, v1+, default -1. */
  readonly voterId?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly VoteRequestTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of VoteRequest, as decoded. */
export interface VoteRequestTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: VoteRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of VoteRequest, to be encoded; what is left out takes the schema's default. */
export interface VoteRequestTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly VoteRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of VoteRequest, as decoded. */
export interface VoteRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int32`. */
  replicaEpoch: number;
  /** `int32`. */
  replicaId: number;
  /** `uuid`, v1+. */
  replicaDirectoryId: string;
  /** `uuid`, v1+. */
  voterDirectoryId: string;
  /** `int32`. */
  lastOffsetEpoch: number;
  /** `int64`. */
  lastOffset: bigint;
  /** `bool`, v2+. */
  preVote: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of VoteRequest, to be encoded; what is left out takes the schema's default. */
export interface VoteRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`. */
  readonly replicaEpoch?: number;
  /** `int32`. */
  readonly replicaId?: number;
  /** `uuid`, v1+. */
  readonly replicaDirectoryId?: string;
  /** `uuid`, v1+. */
  readonly voterDirectoryId?: string;
  /** `int32`. */
  readonly lastOffsetEpoch?: number;
  /** `int64`. */
  readonly lastOffset?: bigint;
  /** `bool`, v2+. */
  readonly preVote?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The VoteResponse message, as decoded. */
export interface VoteResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]TopicData`. */
  topics: VoteResponseTopicData[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  nodeEndpoints: VoteResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The VoteResponse message, to be encoded; what is left out takes the schema's default. */
export interface VoteResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly VoteResponseTopicDataInput[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  readonly nodeEndpoints?: readonly VoteResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of VoteResponse, as decoded. */
export interface VoteResponseNodeEndpoint {
  /** `int32`, v1+. */
  nodeId: number;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of VoteResponse, to be encoded; what is left out takes the schema's default. */
export interface VoteResponseNodeEndpointInput {
  /** `int32`, v1+. */
  readonly nodeId?: number;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of VoteResponse, as decoded. */
export interface VoteResponseTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: VoteResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of VoteResponse, to be encoded; what is left out takes the schema's default. */
export interface VoteResponseTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly VoteResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of VoteResponse, as decoded. */
export interface VoteResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `bool`. */
  voteGranted: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of VoteResponse, to be encoded; what is left out takes the schema's default. */
export interface VoteResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `bool`. */
  readonly voteGranted?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const VOTE_REQUEST: MessageInfo = { name: "VoteRequest", min: 0, max: 2 };
const VOTE_RESPONSE: MessageInfo = { name: "VoteResponse", min: 0, max: 2 };

/** The client's half of Vote. */
export const vote: ClientApi<VoteRequestInput, VoteResponse> = {
  key: 52,
  name: "Vote",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(VOTE_REQUEST, writeVoteRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(VOTE_RESPONSE, readVoteResponse, reader, version),
};

/** The server's half of Vote. */
export const voteServer: ServerApi<VoteRequest, VoteResponseInput> = {
  key: 52,
  name: "Vote",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) => decodeMessage(VOTE_REQUEST, readVoteRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(VOTE_RESPONSE, writeVoteResponse, writer, message, version),
};

function writeVoteRequestPartitionData(
  w: Writer,
  x: VoteRequestPartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int32(x.replicaEpoch ?? 0);
  w.int32(x.replicaId ?? 0);
  if (v >= 1) w.uuid(x.replicaDirectoryId ?? ZERO_UUID);
  if (v >= 1) w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.int32(x.lastOffsetEpoch ?? 0);
  w.int64(x.lastOffset ?? 0n);
  if (v >= 2) w.bool(x.preVote ?? false);
  else checkAbsent(x.preVote, false);
  w.tags(x.unknownTags);
}

function writeVoteRequestTopicData(w: Writer, x: VoteRequestTopicDataInput, v: number): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeVoteRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeVoteRequest(w: Writer, x: VoteRequestInput, v: number): void {
  w.nullableString(x.clusterId ?? null, true);
  if (v >= 1) w.int32(x.voterId ?? -1);
  w.array(x.topics, true, writeVoteRequestTopicData, v);
  w.tags(x.unknownTags);
}

function readVoteResponsePartitionData(r: Reader, _v: number): VoteResponsePartitionData {
  const x: VoteResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    voteGranted: r.bool(),
  };
  r.tags(x);
  return x;
}

function readVoteResponseTopicData(r: Reader, v: number): VoteResponseTopicData {
  const x: VoteResponseTopicData = {
    topicName: r.string(true),
    partitions: r.array(true, 16, readVoteResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readVoteResponseNodeEndpoint(r: Reader, _v: number): VoteResponseNodeEndpoint {
  const x: VoteResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readVoteResponse(r: Reader, v: number): VoteResponse {
  const x: VoteResponse = {
    errorCode: r.int16(),
    topics: r.array(true, 3, readVoteResponseTopicData, v),
    nodeEndpoints: [],
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        if (v >= 1) x.nodeEndpoints = r.array(true, 8, readVoteResponseNodeEndpoint, v);
        else r.invalidTag(x, tag);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function readVoteRequestPartitionData(r: Reader, v: number): VoteRequestPartitionData {
  const x: VoteRequestPartitionData = {
    partitionIndex: r.int32(),
    replicaEpoch: r.int32(),
    replicaId: r.int32(),
    replicaDirectoryId: v >= 1 ? r.uuid() : ZERO_UUID,
    voterDirectoryId: v >= 1 ? r.uuid() : ZERO_UUID,
    lastOffsetEpoch: r.int32(),
    lastOffset: r.int64(),
    preVote: v >= 2 ? r.bool() : false,
  };
  r.tags(x);
  return x;
}

function readVoteRequestTopicData(r: Reader, v: number): VoteRequestTopicData {
  const x: VoteRequestTopicData = {
    topicName: r.string(true),
    partitions: r.array(true, 25, readVoteRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readVoteRequest(r: Reader, v: number): VoteRequest {
  const x: VoteRequest = {
    clusterId: r.nullableString(true),
    voterId: v >= 1 ? r.int32() : -1,
    topics: r.array(true, 3, readVoteRequestTopicData, v),
  };
  r.tags(x);
  return x;
}

function writeVoteResponsePartitionData(
  w: Writer,
  x: VoteResponsePartitionDataInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.bool(x.voteGranted ?? false);
  w.tags(x.unknownTags);
}

function writeVoteResponseTopicData(w: Writer, x: VoteResponseTopicDataInput, v: number): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeVoteResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeVoteResponseNodeEndpoint(
  w: Writer,
  x: VoteResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeVoteResponse(w: Writer, x: VoteResponseInput, v: number): void {
  w.int16(x.errorCode ?? 0);
  w.array(x.topics, true, writeVoteResponseTopicData, v);
  const t = new TagSection();
  const nodeEndpoints = x.nodeEndpoints;
  if (v >= 1 && nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
    t.field(0, (w) => w.array(nodeEndpoints, true, writeVoteResponseNodeEndpoint, v));
  }
  t.finish(w, x.unknownTags);
  if (!(v >= 1)) checkAbsent(x.nodeEndpoints, undefined);
}
