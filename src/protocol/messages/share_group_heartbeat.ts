// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ShareGroupHeartbeat API (key 76), version 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The ShareGroupHeartbeatRequest message, as decoded. */
export interface ShareGroupHeartbeatRequest {
  /** `string`. */
  groupId: string;
  /** `string`. */
  memberId: string;
  /** `int32`. */
  memberEpoch: number;
  /** `string`, nullable, default null. */
  rackId: string | null;
  /** `[]string`, nullable, default null. */
  subscribedTopicNames: string[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareGroupHeartbeatRequest message, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupHeartbeatRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly memberId?: string;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `string`, nullable, default null. */
  readonly rackId?: string | null;
  /** `[]string`, nullable, default null. */
  readonly subscribedTopicNames?: readonly string[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ShareGroupHeartbeatResponse message, as decoded. */
export interface ShareGroupHeartbeatResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `string`, nullable, default null. */
  memberId: string | null;
  /** `int32`. */
  memberEpoch: number;
  /** `int32`. */
  heartbeatIntervalMs: number;
  /** `Assignment`, nullable, default null. */
  assignment: ShareGroupHeartbeatResponseAssignment | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareGroupHeartbeatResponse message, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupHeartbeatResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `string`, nullable, default null. */
  readonly memberId?: string | null;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `int32`. */
  readonly heartbeatIntervalMs?: number;
  /** `Assignment`, nullable, default null. */
  readonly assignment?: ShareGroupHeartbeatResponseAssignmentInput | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Assignment of ShareGroupHeartbeatResponse, as decoded. */
export interface ShareGroupHeartbeatResponseAssignment {
  /** `[]TopicPartitions`. */
  topicPartitions: ShareGroupHeartbeatResponseTopicPartitions[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Assignment of ShareGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupHeartbeatResponseAssignmentInput {
  /** `[]TopicPartitions`. */
  readonly topicPartitions?: readonly ShareGroupHeartbeatResponseTopicPartitionsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ShareGroupHeartbeatResponse, as decoded. */
export interface ShareGroupHeartbeatResponseTopicPartitions {
  /** `uuid`. */
  topicId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ShareGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupHeartbeatResponseTopicPartitionsInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SHARE_GROUP_HEARTBEAT_REQUEST: MessageInfo = {
  name: "ShareGroupHeartbeatRequest",
  min: 1,
  max: 1,
};
const SHARE_GROUP_HEARTBEAT_RESPONSE: MessageInfo = {
  name: "ShareGroupHeartbeatResponse",
  min: 1,
  max: 1,
};

/** The client's half of ShareGroupHeartbeat. */
export const shareGroupHeartbeat: ClientApi<
  ShareGroupHeartbeatRequestInput,
  ShareGroupHeartbeatResponse
> = {
  key: 76,
  name: "ShareGroupHeartbeat",
  minVersion: 1,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      SHARE_GROUP_HEARTBEAT_REQUEST,
      writeShareGroupHeartbeatRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(SHARE_GROUP_HEARTBEAT_RESPONSE, readShareGroupHeartbeatResponse, reader, version),
};

/** The server's half of ShareGroupHeartbeat. */
export const shareGroupHeartbeatServer: ServerApi<
  ShareGroupHeartbeatRequest,
  ShareGroupHeartbeatResponseInput
> = {
  key: 76,
  name: "ShareGroupHeartbeat",
  minVersion: 1,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(SHARE_GROUP_HEARTBEAT_REQUEST, readShareGroupHeartbeatRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      SHARE_GROUP_HEARTBEAT_RESPONSE,
      writeShareGroupHeartbeatResponse,
      writer,
      message,
      version,
    ),
};

function writeShareGroupHeartbeatRequest(
  w: Writer,
  x: ShareGroupHeartbeatRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.string(x.memberId ?? "", true);
  w.int32(x.memberEpoch ?? 0);
  w.nullableString(x.rackId ?? null, true);
  w.nullableArray(x.subscribedTopicNames ?? null, true, writeCompactString, v);
  w.tags(x.unknownTags);
}

function readShareGroupHeartbeatResponseTopicPartitions(
  r: Reader,
  _v: number,
): ShareGroupHeartbeatResponseTopicPartitions {
  const x: ShareGroupHeartbeatResponseTopicPartitions = {
    topicId: r.uuid(),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readShareGroupHeartbeatResponseAssignment(
  r: Reader,
  v: number,
): ShareGroupHeartbeatResponseAssignment {
  const x: ShareGroupHeartbeatResponseAssignment = {
    topicPartitions: r.array(true, 18, readShareGroupHeartbeatResponseTopicPartitions, v),
  };
  r.tags(x);
  return x;
}

function readShareGroupHeartbeatResponse(r: Reader, v: number): ShareGroupHeartbeatResponse {
  const x: ShareGroupHeartbeatResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    memberId: r.nullableString(true),
    memberEpoch: r.int32(),
    heartbeatIntervalMs: r.int32(),
    assignment: r.nullableStruct(readShareGroupHeartbeatResponseAssignment, v),
  };
  r.tags(x);
  return x;
}

function readShareGroupHeartbeatRequest(r: Reader, v: number): ShareGroupHeartbeatRequest {
  const x: ShareGroupHeartbeatRequest = {
    groupId: r.string(true),
    memberId: r.string(true),
    memberEpoch: r.int32(),
    rackId: r.nullableString(true),
    subscribedTopicNames: r.nullableArray(true, 1, readCompactString, v),
  };
  r.tags(x);
  return x;
}

function writeShareGroupHeartbeatResponseTopicPartitions(
  w: Writer,
  x: ShareGroupHeartbeatResponseTopicPartitionsInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeShareGroupHeartbeatResponseAssignment(
  w: Writer,
  x: ShareGroupHeartbeatResponseAssignmentInput,
  v: number,
): void {
  w.array(x.topicPartitions, true, writeShareGroupHeartbeatResponseTopicPartitions, v);
  w.tags(x.unknownTags);
}

function writeShareGroupHeartbeatResponse(
  w: Writer,
  x: ShareGroupHeartbeatResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.nullableString(x.memberId ?? null, true);
  w.int32(x.memberEpoch ?? 0);
  w.int32(x.heartbeatIntervalMs ?? 0);
  w.nullableStruct(x.assignment, writeShareGroupHeartbeatResponseAssignment, v);
  w.tags(x.unknownTags);
}
