// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The BeginQuorumEpoch API (key 53), versions 0 to 1.
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

/** The BeginQuorumEpochRequest message, as decoded. */
export interface BeginQuorumEpochRequest {
  /** `string`, nullable, default null. */
  clusterId: string | null;
  /** `int32`, v1+, default -1. */
  voterId: number;
  /** `[]TopicData`. */
  topics: BeginQuorumEpochRequestTopicData[];
  /** `[]LeaderEndpoint`, v1+. */
  leaderEndpoints: BeginQuorumEpochRequestLeaderEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BeginQuorumEpochRequest message, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochRequestInput {
  /** `string`, nullable, default null. */
  readonly clusterId?: string | null;
  /** `int32`, v1+, default -1. */
  readonly voterId?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly BeginQuorumEpochRequestTopicDataInput[];
  /** `[]LeaderEndpoint`, v1+. */
  readonly leaderEndpoints?: readonly BeginQuorumEpochRequestLeaderEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderEndpoint of BeginQuorumEpochRequest, as decoded. */
export interface BeginQuorumEpochRequestLeaderEndpoint {
  /** `string`, v1+. */
  name: string;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderEndpoint of BeginQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochRequestLeaderEndpointInput {
  /** `string`, v1+. */
  readonly name?: string;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of BeginQuorumEpochRequest, as decoded. */
export interface BeginQuorumEpochRequestTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: BeginQuorumEpochRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of BeginQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochRequestTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly BeginQuorumEpochRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of BeginQuorumEpochRequest, as decoded. */
export interface BeginQuorumEpochRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `uuid`, v1+. */
  voterDirectoryId: string;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of BeginQuorumEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `uuid`, v1+. */
  readonly voterDirectoryId?: string;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The BeginQuorumEpochResponse message, as decoded. */
export interface BeginQuorumEpochResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]TopicData`. */
  topics: BeginQuorumEpochResponseTopicData[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  nodeEndpoints: BeginQuorumEpochResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BeginQuorumEpochResponse message, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly BeginQuorumEpochResponseTopicDataInput[];
  /** `[]NodeEndpoint`, v1+, tag 0. */
  readonly nodeEndpoints?: readonly BeginQuorumEpochResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of BeginQuorumEpochResponse, as decoded. */
export interface BeginQuorumEpochResponseNodeEndpoint {
  /** `int32`, v1+. */
  nodeId: number;
  /** `string`, v1+. */
  host: string;
  /** `uint16`, v1+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of BeginQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochResponseNodeEndpointInput {
  /** `int32`, v1+. */
  readonly nodeId?: number;
  /** `string`, v1+. */
  readonly host?: string;
  /** `uint16`, v1+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of BeginQuorumEpochResponse, as decoded. */
export interface BeginQuorumEpochResponseTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: BeginQuorumEpochResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of BeginQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochResponseTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly BeginQuorumEpochResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of BeginQuorumEpochResponse, as decoded. */
export interface BeginQuorumEpochResponsePartitionData {
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

/** A PartitionData of BeginQuorumEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface BeginQuorumEpochResponsePartitionDataInput {
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

const BEGIN_QUORUM_EPOCH_REQUEST: MessageInfo = { name: "BeginQuorumEpochRequest", min: 0, max: 1 };
const BEGIN_QUORUM_EPOCH_RESPONSE: MessageInfo = {
  name: "BeginQuorumEpochResponse",
  min: 0,
  max: 1,
};

/** The client's half of BeginQuorumEpoch. */
export const beginQuorumEpoch: ClientApi<BeginQuorumEpochRequestInput, BeginQuorumEpochResponse> = {
  key: 53,
  name: "BeginQuorumEpoch",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      BEGIN_QUORUM_EPOCH_REQUEST,
      writeBeginQuorumEpochRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(BEGIN_QUORUM_EPOCH_RESPONSE, readBeginQuorumEpochResponse, reader, version),
};

/** The server's half of BeginQuorumEpoch. */
export const beginQuorumEpochServer: ServerApi<
  BeginQuorumEpochRequest,
  BeginQuorumEpochResponseInput
> = {
  key: 53,
  name: "BeginQuorumEpoch",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(BEGIN_QUORUM_EPOCH_REQUEST, readBeginQuorumEpochRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      BEGIN_QUORUM_EPOCH_RESPONSE,
      writeBeginQuorumEpochResponse,
      writer,
      message,
      version,
    ),
};

function writeBeginQuorumEpochRequestPartitionData(
  w: Writer,
  x: BeginQuorumEpochRequestPartitionDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.partitionIndex ?? 0);
  if (v >= 1) w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeBeginQuorumEpochRequestTopicData(
  w: Writer,
  x: BeginQuorumEpochRequestTopicDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.topicName ?? "", f);
  w.array(x.partitions, f, writeBeginQuorumEpochRequestPartitionData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeBeginQuorumEpochRequestLeaderEndpoint(
  w: Writer,
  x: BeginQuorumEpochRequestLeaderEndpointInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeBeginQuorumEpochRequest(w: Writer, x: BeginQuorumEpochRequestInput, v: number): void {
  const f = v >= 1;
  w.nullableString(x.clusterId ?? null, f);
  if (v >= 1) w.int32(x.voterId ?? -1);
  w.array(x.topics, f, writeBeginQuorumEpochRequestTopicData, v);
  if (v >= 1) w.array(x.leaderEndpoints, true, writeBeginQuorumEpochRequestLeaderEndpoint, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readBeginQuorumEpochResponsePartitionData(
  r: Reader,
  v: number,
): BeginQuorumEpochResponsePartitionData {
  const f = v >= 1;
  const x: BeginQuorumEpochResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readBeginQuorumEpochResponseTopicData(
  r: Reader,
  v: number,
): BeginQuorumEpochResponseTopicData {
  const f = v >= 1;
  const x: BeginQuorumEpochResponseTopicData = {
    topicName: r.string(f),
    partitions: r.array(f, 14, readBeginQuorumEpochResponsePartitionData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readBeginQuorumEpochResponseNodeEndpoint(
  r: Reader,
  _v: number,
): BeginQuorumEpochResponseNodeEndpoint {
  const x: BeginQuorumEpochResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readBeginQuorumEpochResponse(r: Reader, v: number): BeginQuorumEpochResponse {
  const f = v >= 1;
  const x: BeginQuorumEpochResponse = {
    errorCode: r.int16(),
    topics: r.array(f, 3, readBeginQuorumEpochResponseTopicData, v),
    nodeEndpoints: [],
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.nodeEndpoints = r.array(true, 8, readBeginQuorumEpochResponseNodeEndpoint, v);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readBeginQuorumEpochRequestPartitionData(
  r: Reader,
  v: number,
): BeginQuorumEpochRequestPartitionData {
  const f = v >= 1;
  const x: BeginQuorumEpochRequestPartitionData = {
    partitionIndex: r.int32(),
    voterDirectoryId: v >= 1 ? r.uuid() : ZERO_UUID,
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readBeginQuorumEpochRequestTopicData(
  r: Reader,
  v: number,
): BeginQuorumEpochRequestTopicData {
  const f = v >= 1;
  const x: BeginQuorumEpochRequestTopicData = {
    topicName: r.string(f),
    partitions: r.array(f, 12, readBeginQuorumEpochRequestPartitionData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readBeginQuorumEpochRequestLeaderEndpoint(
  r: Reader,
  _v: number,
): BeginQuorumEpochRequestLeaderEndpoint {
  const x: BeginQuorumEpochRequestLeaderEndpoint = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readBeginQuorumEpochRequest(r: Reader, v: number): BeginQuorumEpochRequest {
  const f = v >= 1;
  const x: BeginQuorumEpochRequest = {
    clusterId: r.nullableString(f),
    voterId: v >= 1 ? r.int32() : -1,
    topics: r.array(f, 3, readBeginQuorumEpochRequestTopicData, v),
    leaderEndpoints: v >= 1 ? r.array(true, 5, readBeginQuorumEpochRequestLeaderEndpoint, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeBeginQuorumEpochResponsePartitionData(
  w: Writer,
  x: BeginQuorumEpochResponsePartitionDataInput,
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

function writeBeginQuorumEpochResponseTopicData(
  w: Writer,
  x: BeginQuorumEpochResponseTopicDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.topicName ?? "", f);
  w.array(x.partitions, f, writeBeginQuorumEpochResponsePartitionData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeBeginQuorumEpochResponseNodeEndpoint(
  w: Writer,
  x: BeginQuorumEpochResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeBeginQuorumEpochResponse(
  w: Writer,
  x: BeginQuorumEpochResponseInput,
  v: number,
): void {
  const f = v >= 1;
  w.int16(x.errorCode ?? 0);
  w.array(x.topics, f, writeBeginQuorumEpochResponseTopicData, v);
  if (f) {
    const t = new TagSection();
    const nodeEndpoints = x.nodeEndpoints;
    if (nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
      t.field(0, (w) => w.array(nodeEndpoints, true, writeBeginQuorumEpochResponseNodeEndpoint, v));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 1)) checkAbsent(x.nodeEndpoints, undefined);
}
