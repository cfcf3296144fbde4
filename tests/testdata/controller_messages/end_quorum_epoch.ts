// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The EndQuorumEpoch API (key 54), versions 0 to 1.
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
import { TagSection, writeInt32, type Writer } from "../../../src/protocol/writer.ts";

/** The EndQuorumEpochRequest message, as decoded. */
export interface EndQuorumEpochRequest {
  /** `string`, nullable, default null. */
  clusterId: string | null;
  /** `[]TopicData`. */
  topics: EndQuorumEpochRequestTopicData[];
  /** `[]LeaderEndpoint`, v1+. */
  leaderEndpoints: EndQuorumEpochRequestLeaderEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EndQuorumEpochRequest message, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochRequestInput {
  /** `string`, nullable, default null. */
  readonly clusterId?: string | null;
  /** `[]TopicData`. */
  readonly topics?: readonly EndQuorumEpochRequestTopicDataInput[];
  /** `[]LeaderEndpoint`, v1+. */
  readonly leaderEndpoints?: readonly EndQuorumEpochRequestLeaderEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderEndpoint of EndQuorumEpochRequest, as decoded. */
export interface EndQuorumEpochRequestLeaderEndpoint {
  /** `string`, v1+. */
  name: string;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderEndpoint of EndQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochRequestLeaderEndpointInput {
  /** `string`, v1+. */
  readonly name?: string;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of EndQuorumEpochRequest, as decoded. */
export interface EndQuorumEpochRequestTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: EndQuorumEpochRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of EndQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochRequestTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly EndQuorumEpochRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of EndQuorumEpochRequest, as decoded. */
export interface EndQuorumEpochRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `[]int32`, v0-0. */
  preferredSuccessors: number[];
  /** `[]ReplicaInfo`, v1+. */
  preferredCandidates: ReplicaInfo[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of EndQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `[]int32`, v0-0. */
  readonly preferredSuccessors?: readonly number[];
  /** `[]ReplicaInfo`, v1+. */
  readonly preferredCandidates?: readonly ReplicaInfoInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReplicaInfo of EndQuorumEpochRequest, as decoded. */
export interface ReplicaInfo {
  /** `int32`, v1+. */
  candidateId: number;
  /** `uuid`, v1+. */
  candidateDirectoryId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReplicaInfo of EndQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface ReplicaInfoInput {
  /** `int32`, v1+. */
  readonly candidateId?: number;
  /** `uuid`, v1+. */
  readonly candidateDirectoryId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The EndQuorumEpochResponse message, as decoded. */
export interface EndQuorumEpochResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]TopicData`. */
  topics: EndQuorumEpochResponseTopicData[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  nodeEndpoints: EndQuorumEpochResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EndQuorumEpochResponse message, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly EndQuorumEpochResponseTopicDataInput[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  readonly nodeEndpoints?: readonly EndQuorumEpochResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of EndQuorumEpochResponse, as decoded. */
export interface EndQuorumEpochResponseNodeEndpoint {
  /** `int32`, v1+. */
  nodeId: number;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of EndQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochResponseNodeEndpointInput {
  /** `int32`, v1+. */
  readonly nodeId?: number;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of EndQuorumEpochResponse, as decoded. */
export interface EndQuorumEpochResponseTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: EndQuorumEpochResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of EndQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochResponseTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly EndQuorumEpochResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of EndQuorumEpochResponse, as decoded. */
export interface EndQuorumEpochResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of EndQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface EndQuorumEpochResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const END_QUORUM_EPOCH_REQUEST: MessageInfo = { name: "EndQuorumEpochRequest", min: 0, max: 1 };
const END_QUORUM_EPOCH_RESPONSE: MessageInfo = { name: "EndQuorumEpochResponse", min: 0, max: 1 };

/** The client's half of EndQuorumEpoch. */
export const endQuorumEpoch: ClientApi<EndQuorumEpochRequestInput, EndQuorumEpochResponse> = {
  key: 54,
  name: "EndQuorumEpoch",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(END_QUORUM_EPOCH_REQUEST, writeEndQuorumEpochRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(END_QUORUM_EPOCH_RESPONSE, readEndQuorumEpochResponse, reader, version),
};

/** The server's half of EndQuorumEpoch. */
export const endQuorumEpochServer: ServerApi<EndQuorumEpochRequest, EndQuorumEpochResponseInput> = {
  key: 54,
  name: "EndQuorumEpoch",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(END_QUORUM_EPOCH_REQUEST, readEndQuorumEpochRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(END_QUORUM_EPOCH_RESPONSE, writeEndQuorumEpochResponse, writer, message, version),
};

function writeReplicaInfo(w: Writer, x: ReplicaInfoInput, _v: number): void {
  w.int32(x.candidateId ?? 0);
  w.uuid(x.candidateDirectoryId ?? ZERO_UUID);
  w.tags(x.unknownTags);
}

function writeEndQuorumEpochRequestPartitionData(
  w: Writer,
  x: EndQuorumEpochRequestPartitionDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.partitionIndex ?? 0);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  if (v <= 0) w.array(x.preferredSuccessors, false, writeInt32, v);
  if (v >= 1) w.array(x.preferredCandidates, true, writeReplicaInfo, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeEndQuorumEpochRequestTopicData(
  w: Writer,
  x: EndQuorumEpochRequestTopicDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.topicName ?? "", f);
  w.array(x.partitions, f, writeEndQuorumEpochRequestPartitionData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeEndQuorumEpochRequestLeaderEndpoint(
  w: Writer,
  x: EndQuorumEpochRequestLeaderEndpointInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeEndQuorumEpochRequest(w: Writer, x: EndQuorumEpochRequestInput, v: number): void {
  const f = v >= 1;
  w.nullableString(x.clusterId ?? null, f);
  w.array(x.topics, f, writeEndQuorumEpochRequestTopicData, v);
  if (v >= 1) w.array(x.leaderEndpoints, true, writeEndQuorumEpochRequestLeaderEndpoint, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readEndQuorumEpochResponsePartitionData(
  r: Reader,
  v: number,
): EndQuorumEpochResponsePartitionData {
  const f = v >= 1;
  const x: EndQuorumEpochResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readEndQuorumEpochResponseTopicData(
  r: Reader,
  v: number,
): EndQuorumEpochResponseTopicData {
  const f = v >= 1;
  const x: EndQuorumEpochResponseTopicData = {
    topicName: r.string(f),
    partitions: r.array(f, 14, readEndQuorumEpochResponsePartitionData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readEndQuorumEpochResponseNodeEndpoint(
  r: Reader,
  _v: number,
): EndQuorumEpochResponseNodeEndpoint {
  const x: EndQuorumEpochResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readEndQuorumEpochResponse(r: Reader, v: number): EndQuorumEpochResponse {
  const f = v >= 1;
  const x: EndQuorumEpochResponse = {
    errorCode: r.int16(),
    topics: r.array(f, 3, readEndQuorumEpochResponseTopicData, v),
    nodeEndpoints: [],
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.nodeEndpoints = r.array(true, 8, readEndQuorumEpochResponseNodeEndpoint, v);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readReplicaInfo(r: Reader, _v: number): ReplicaInfo {
  const x: ReplicaInfo = {
    candidateId: r.int32(),
    candidateDirectoryId: r.uuid(),
  };
  r.tags(x);
  return x;
}

function readEndQuorumEpochRequestPartitionData(
  r: Reader,
  v: number,
): EndQuorumEpochRequestPartitionData {
  const f = v >= 1;
  const x: EndQuorumEpochRequestPartitionData = {
    partitionIndex: r.int32(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    preferredSuccessors: v <= 0 ? r.int32Array(false) : [],
    preferredCandidates: v >= 1 ? r.array(true, 21, readReplicaInfo, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readEndQuorumEpochRequestTopicData(r: Reader, v: number): EndQuorumEpochRequestTopicData {
  const f = v >= 1;
  const x: EndQuorumEpochRequestTopicData = {
    topicName: r.string(f),
    partitions: r.array(f, 14, readEndQuorumEpochRequestPartitionData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readEndQuorumEpochRequestLeaderEndpoint(
  r: Reader,
  _v: number,
): EndQuorumEpochRequestLeaderEndpoint {
  const x: EndQuorumEpochRequestLeaderEndpoint = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readEndQuorumEpochRequest(r: Reader, v: number): EndQuorumEpochRequest {
  const f = v >= 1;
  const x: EndQuorumEpochRequest = {
    clusterId: r.nullableString(f),
    topics: r.array(f, 3, readEndQuorumEpochRequestTopicData, v),
    leaderEndpoints: v >= 1 ? r.array(true, 5, readEndQuorumEpochRequestLeaderEndpoint, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeEndQuorumEpochResponsePartitionData(
  w: Writer,
  x: EndQuorumEpochResponsePartitionDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeEndQuorumEpochResponseTopicData(
  w: Writer,
  x: EndQuorumEpochResponseTopicDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.topicName ?? "", f);
  w.array(x.partitions, f, writeEndQuorumEpochResponsePartitionData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeEndQuorumEpochResponseNodeEndpoint(
  w: Writer,
  x: EndQuorumEpochResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeEndQuorumEpochResponse(w: Writer, x: EndQuorumEpochResponseInput, v: number): void {
  const f = v >= 1;
  w.int16(x.errorCode ?? 0);
  w.array(x.topics, f, writeEndQuorumEpochResponseTopicData, v);
  if (f) {
    const t = new TagSection();
    const nodeEndpoints = x.nodeEndpoints;
    if (nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
      t.field(0, (w) => w.array(nodeEndpoints, true, writeEndQuorumEpochResponseNodeEndpoint, v));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 1)) checkAbsent(x.nodeEndpoints, undefined);
}
