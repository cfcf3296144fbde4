// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ConsumerGroupHeartbeat API (key 68), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The ConsumerGroupHeartbeatRequest message, as decoded. */
export interface ConsumerGroupHeartbeatRequest {
  /** `string`. */
  groupId: string;
  /** `string`. */
  memberId: string;
  /** `int32`. */
  memberEpoch: number;
  /** `string`, nullable, default null. */
  instanceId: string | null;
  /** `string`, nullable, default null. */
  rackId: string | null;
  /** `int32`, default -1. */
  rebalanceTimeoutMs: number;
  /** `[]string`, nullable, default null. */
  subscribedTopicNames: string[] | null;
  /** `string`, v1+, nullable, default null. */
  subscribedTopicRegex: string | null;
  /** `string`, nullable, default null. */
  serverAssignor: string | null;
  /** `[]TopicPartitions`, nullable, default null. */
  topicPartitions: ConsumerGroupHeartbeatRequestTopicPartitions[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ConsumerGroupHeartbeatRequest message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupHeartbeatRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly memberId?: string;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `string`, nullable, default null. */
  readonly instanceId?: string | null;
  /** `string`, nullable, default null. */
  readonly rackId?: string | null;
  /** `int32`, default -1. */
  readonly rebalanceTimeoutMs?: number;
  /** `[]string`, nullable, default null. */
  readonly subscribedTopicNames?: readonly string[] | null;
  /** `string`, v1+, nullable, default null. */
  readonly subscribedTopicRegex?: string | null;
  /** `string`, nullable, default null. */
  readonly serverAssignor?: string | null;
  /** `[]TopicPartitions`, nullable, default null. */
  readonly topicPartitions?: readonly ConsumerGroupHeartbeatRequestTopicPartitionsInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ConsumerGroupHeartbeatRequest, as decoded. */
export interface ConsumerGroupHeartbeatRequestTopicPartitions {
  /** `uuid`. */
  topicId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ConsumerGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupHeartbeatRequestTopicPartitionsInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ConsumerGroupHeartbeatResponse message, as decoded. */
export interface ConsumerGroupHeartbeatResponse {
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
  assignment: ConsumerGroupHeartbeatResponseAssignment | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ConsumerGroupHeartbeatResponse message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupHeartbeatResponseInput {
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
  readonly assignment?: ConsumerGroupHeartbeatResponseAssignmentInput | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Assignment of ConsumerGroupHeartbeatResponse, as decoded. */
export interface ConsumerGroupHeartbeatResponseAssignment {
  /** `[]TopicPartitions`. */
  topicPartitions: ConsumerGroupHeartbeatResponseTopicPartitions[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Assignment of ConsumerGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupHeartbeatResponseAssignmentInput {
  /** `[]TopicPartitions`. */
  readonly topicPartitions?: readonly ConsumerGroupHeartbeatResponseTopicPartitionsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ConsumerGroupHeartbeatResponse, as decoded. */
export interface ConsumerGroupHeartbeatResponseTopicPartitions {
  /** `uuid`. */
  topicId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ConsumerGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupHeartbeatResponseTopicPartitionsInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CONSUMER_GROUP_HEARTBEAT_REQUEST: MessageInfo = {
  name: "ConsumerGroupHeartbeatRequest",
  min: 0,
  max: 1,
};
const CONSUMER_GROUP_HEARTBEAT_RESPONSE: MessageInfo = {
  name: "ConsumerGroupHeartbeatResponse",
  min: 0,
  max: 1,
};

/** The client's half of ConsumerGroupHeartbeat. */
export const consumerGroupHeartbeat: ClientApi<
  ConsumerGroupHeartbeatRequestInput,
  ConsumerGroupHeartbeatResponse
> = {
  key: 68,
  name: "ConsumerGroupHeartbeat",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      CONSUMER_GROUP_HEARTBEAT_REQUEST,
      writeConsumerGroupHeartbeatRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      CONSUMER_GROUP_HEARTBEAT_RESPONSE,
      readConsumerGroupHeartbeatResponse,
      reader,
      version,
    ),
};

/** The server's half of ConsumerGroupHeartbeat. */
export const consumerGroupHeartbeatServer: ServerApi<
  ConsumerGroupHeartbeatRequest,
  ConsumerGroupHeartbeatResponseInput
> = {
  key: 68,
  name: "ConsumerGroupHeartbeat",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      CONSUMER_GROUP_HEARTBEAT_REQUEST,
      readConsumerGroupHeartbeatRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      CONSUMER_GROUP_HEARTBEAT_RESPONSE,
      writeConsumerGroupHeartbeatResponse,
      writer,
      message,
      version,
    ),
};

function writeConsumerGroupHeartbeatRequestTopicPartitions(
  w: Writer,
  x: ConsumerGroupHeartbeatRequestTopicPartitionsInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeConsumerGroupHeartbeatRequest(
  w: Writer,
  x: ConsumerGroupHeartbeatRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.string(x.memberId ?? "", true);
  w.int32(x.memberEpoch ?? 0);
  w.nullableString(x.instanceId ?? null, true);
  w.nullableString(x.rackId ?? null, true);
  w.int32(x.rebalanceTimeoutMs ?? -1);
  w.nullableArray(x.subscribedTopicNames ?? null, true, writeCompactString, v);
  if (v >= 1) w.nullableString(x.subscribedTopicRegex ?? null, true);
  else checkAbsent(x.subscribedTopicRegex, null);
  w.nullableString(x.serverAssignor ?? null, true);
  w.nullableArray(
    x.topicPartitions ?? null,
    true,
    writeConsumerGroupHeartbeatRequestTopicPartitions,
    v,
  );
  w.tags(x.unknownTags);
}

function readConsumerGroupHeartbeatResponseTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupHeartbeatResponseTopicPartitions {
  const x: ConsumerGroupHeartbeatResponseTopicPartitions = {
    topicId: r.uuid(),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupHeartbeatResponseAssignment(
  r: Reader,
  v: number,
): ConsumerGroupHeartbeatResponseAssignment {
  const x: ConsumerGroupHeartbeatResponseAssignment = {
    topicPartitions: r.array(true, 18, readConsumerGroupHeartbeatResponseTopicPartitions, v),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupHeartbeatResponse(r: Reader, v: number): ConsumerGroupHeartbeatResponse {
  const x: ConsumerGroupHeartbeatResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    memberId: r.nullableString(true),
    memberEpoch: r.int32(),
    heartbeatIntervalMs: r.int32(),
    assignment: r.nullableStruct(readConsumerGroupHeartbeatResponseAssignment, v),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupHeartbeatRequestTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupHeartbeatRequestTopicPartitions {
  const x: ConsumerGroupHeartbeatRequestTopicPartitions = {
    topicId: r.uuid(),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupHeartbeatRequest(r: Reader, v: number): ConsumerGroupHeartbeatRequest {
  const x: ConsumerGroupHeartbeatRequest = {
    groupId: r.string(true),
    memberId: r.string(true),
    memberEpoch: r.int32(),
    instanceId: r.nullableString(true),
    rackId: r.nullableString(true),
    rebalanceTimeoutMs: r.int32(),
    subscribedTopicNames: r.nullableArray(true, 1, readCompactString, v),
    subscribedTopicRegex: v >= 1 ? r.nullableString(true) : null,
    serverAssignor: r.nullableString(true),
    topicPartitions: r.nullableArray(true, 18, readConsumerGroupHeartbeatRequestTopicPartitions, v),
  };
  r.tags(x);
  return x;
}

function writeConsumerGroupHeartbeatResponseTopicPartitions(
  w: Writer,
  x: ConsumerGroupHeartbeatResponseTopicPartitionsInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeConsumerGroupHeartbeatResponseAssignment(
  w: Writer,
  x: ConsumerGroupHeartbeatResponseAssignmentInput,
  v: number,
): void {
  w.array(x.topicPartitions, true, writeConsumerGroupHeartbeatResponseTopicPartitions, v);
  w.tags(x.unknownTags);
}

function writeConsumerGroupHeartbeatResponse(
  w: Writer,
  x: ConsumerGroupHeartbeatResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.nullableString(x.memberId ?? null, true);
  w.int32(x.memberEpoch ?? 0);
  w.int32(x.heartbeatIntervalMs ?? 0);
  w.nullableStruct(x.assignment, writeConsumerGroupHeartbeatResponseAssignment, v);
  w.tags(x.unknownTags);
}
