// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeTopicPartitions API (key 75), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readInt32 } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The DescribeTopicPartitionsRequest message, as decoded. */
export interface DescribeTopicPartitionsRequest {
  /** `[]TopicRequest`. */
  topics: DescribeTopicPartitionsRequestTopicRequest[];
  /** `int32`, default 2000. */
  responsePartitionLimit: number;
  /** `Cursor`, nullable, default null. */
  cursor: DescribeTopicPartitionsRequestCursor | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeTopicPartitionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsRequestInput {
  /** `[]TopicRequest`. */
  readonly topics?: readonly DescribeTopicPartitionsRequestTopicRequestInput[];
  /** `int32`, default 2000. */
  readonly responsePartitionLimit?: number;
  /** `Cursor`, nullable, default null. */
  readonly cursor?: DescribeTopicPartitionsRequestCursorInput | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Cursor of DescribeTopicPartitionsRequest, as decoded. */
export interface DescribeTopicPartitionsRequestCursor {
  /** `string`. */
  topicName: string;
  /** `int32`. */
  partitionIndex: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Cursor of DescribeTopicPartitionsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsRequestCursorInput {
  /** `string`. */
  readonly topicName?: string;
  /** `int32`. */
  readonly partitionIndex?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicRequest of DescribeTopicPartitionsRequest, as decoded. */
export interface DescribeTopicPartitionsRequestTopicRequest {
  /** `string`. */
  name: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicRequest of DescribeTopicPartitionsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsRequestTopicRequestInput {
  /** `string`. */
  readonly name?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeTopicPartitionsResponse message, as decoded. */
export interface DescribeTopicPartitionsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribeTopicPartitionsResponseTopic`. */
  topics: DescribeTopicPartitionsResponseTopic[];
  /** `Cursor`, nullable, default null. */
  nextCursor: DescribeTopicPartitionsResponseCursor | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeTopicPartitionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribeTopicPartitionsResponseTopic`. */
  readonly topics?: readonly DescribeTopicPartitionsResponseTopicInput[];
  /** `Cursor`, nullable, default null. */
  readonly nextCursor?: DescribeTopicPartitionsResponseCursorInput | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Cursor of DescribeTopicPartitionsResponse, as decoded. */
export interface DescribeTopicPartitionsResponseCursor {
  /** `string`. */
  topicName: string;
  /** `int32`. */
  partitionIndex: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Cursor of DescribeTopicPartitionsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsResponseCursorInput {
  /** `string`. */
  readonly topicName?: string;
  /** `int32`. */
  readonly partitionIndex?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeTopicPartitionsResponseTopic of DescribeTopicPartitionsResponse, as decoded. */
export interface DescribeTopicPartitionsResponseTopic {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  name: string | null;
  /** `uuid`. */
  topicId: string;
  /** `bool`. */
  isInternal: boolean;
  /** `[]DescribeTopicPartitionsResponsePartition`. */
  partitions: DescribeTopicPartitionsResponsePartition[];
  /** `int32`, default -2147483648. */
  topicAuthorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeTopicPartitionsResponseTopic of DescribeTopicPartitionsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsResponseTopicInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly name?: string | null;
  /** `uuid`. */
  readonly topicId?: string;
  /** `bool`. */
  readonly isInternal?: boolean;
  /** `[]DescribeTopicPartitionsResponsePartition`. */
  readonly partitions?: readonly DescribeTopicPartitionsResponsePartitionInput[];
  /** `int32`, default -2147483648. */
  readonly topicAuthorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeTopicPartitionsResponsePartition of DescribeTopicPartitionsResponse, as decoded. */
export interface DescribeTopicPartitionsResponsePartition {
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  partitionIndex: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`, default -1. */
  leaderEpoch: number;
  /** `[]int32`. */
  replicaNodes: number[];
  /** `[]int32`. */
  isrNodes: number[];
  /** `[]int32`, nullable, default null. */
  eligibleLeaderReplicas: number[] | null;
  /** `[]int32`, nullable, default null. */
  lastKnownElr: number[] | null;
  /** `[]int32`. */
  offlineReplicas: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeTopicPartitionsResponsePartition of DescribeTopicPartitionsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeTopicPartitionsResponsePartitionInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`, default -1. */
  readonly leaderEpoch?: number;
  /** `[]int32`. */
  readonly replicaNodes?: readonly number[];
  /** `[]int32`. */
  readonly isrNodes?: readonly number[];
  /** `[]int32`, nullable, default null. */
  readonly eligibleLeaderReplicas?: readonly number[] | null;
  /** `[]int32`, nullable, default null. */
  readonly lastKnownElr?: readonly number[] | null;
  /** `[]int32`. */
  readonly offlineReplicas?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_TOPIC_PARTITIONS_REQUEST: MessageInfo = {
  name: "DescribeTopicPartitionsRequest",
  min: 0,
  max: 0,
};
const DESCRIBE_TOPIC_PARTITIONS_RESPONSE: MessageInfo = {
  name: "DescribeTopicPartitionsResponse",
  min: 0,
  max: 0,
};

/** The client's half of DescribeTopicPartitions. */
export const describeTopicPartitions: ClientApi<
  DescribeTopicPartitionsRequestInput,
  DescribeTopicPartitionsResponse
> = {
  key: 75,
  name: "DescribeTopicPartitions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_TOPIC_PARTITIONS_REQUEST,
      writeDescribeTopicPartitionsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_TOPIC_PARTITIONS_RESPONSE,
      readDescribeTopicPartitionsResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeTopicPartitions. */
export const describeTopicPartitionsServer: ServerApi<
  DescribeTopicPartitionsRequest,
  DescribeTopicPartitionsResponseInput
> = {
  key: 75,
  name: "DescribeTopicPartitions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DESCRIBE_TOPIC_PARTITIONS_REQUEST,
      readDescribeTopicPartitionsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_TOPIC_PARTITIONS_RESPONSE,
      writeDescribeTopicPartitionsResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeTopicPartitionsRequestTopicRequest(
  w: Writer,
  x: DescribeTopicPartitionsRequestTopicRequestInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.tags(x.unknownTags);
}

function writeDescribeTopicPartitionsRequestCursor(
  w: Writer,
  x: DescribeTopicPartitionsRequestCursorInput,
  _v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.int32(x.partitionIndex ?? 0);
  w.tags(x.unknownTags);
}

function writeDescribeTopicPartitionsRequest(
  w: Writer,
  x: DescribeTopicPartitionsRequestInput,
  v: number,
): void {
  w.array(x.topics, true, writeDescribeTopicPartitionsRequestTopicRequest, v);
  w.int32(x.responsePartitionLimit ?? 2000);
  w.nullableStruct(x.cursor, writeDescribeTopicPartitionsRequestCursor, v);
  w.tags(x.unknownTags);
}

function readDescribeTopicPartitionsResponsePartition(
  r: Reader,
  v: number,
): DescribeTopicPartitionsResponsePartition {
  const x: DescribeTopicPartitionsResponsePartition = {
    errorCode: r.int16(),
    partitionIndex: r.int32(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    replicaNodes: r.int32Array(true),
    isrNodes: r.int32Array(true),
    eligibleLeaderReplicas: r.nullableArray(true, 4, readInt32, v),
    lastKnownElr: r.nullableArray(true, 4, readInt32, v),
    offlineReplicas: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsResponseTopic(
  r: Reader,
  v: number,
): DescribeTopicPartitionsResponseTopic {
  const x: DescribeTopicPartitionsResponseTopic = {
    errorCode: r.int16(),
    name: r.nullableString(true),
    topicId: r.uuid(),
    isInternal: r.bool(),
    partitions: r.array(true, 20, readDescribeTopicPartitionsResponsePartition, v),
    topicAuthorizedOperations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsResponseCursor(
  r: Reader,
  _v: number,
): DescribeTopicPartitionsResponseCursor {
  const x: DescribeTopicPartitionsResponseCursor = {
    topicName: r.string(true),
    partitionIndex: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsResponse(
  r: Reader,
  v: number,
): DescribeTopicPartitionsResponse {
  const x: DescribeTopicPartitionsResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(true, 26, readDescribeTopicPartitionsResponseTopic, v),
    nextCursor: r.nullableStruct(readDescribeTopicPartitionsResponseCursor, v),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsRequestTopicRequest(
  r: Reader,
  _v: number,
): DescribeTopicPartitionsRequestTopicRequest {
  const x: DescribeTopicPartitionsRequestTopicRequest = {
    name: r.string(true),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsRequestCursor(
  r: Reader,
  _v: number,
): DescribeTopicPartitionsRequestCursor {
  const x: DescribeTopicPartitionsRequestCursor = {
    topicName: r.string(true),
    partitionIndex: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeTopicPartitionsRequest(r: Reader, v: number): DescribeTopicPartitionsRequest {
  const x: DescribeTopicPartitionsRequest = {
    topics: r.array(true, 2, readDescribeTopicPartitionsRequestTopicRequest, v),
    responsePartitionLimit: r.int32(),
    cursor: r.nullableStruct(readDescribeTopicPartitionsRequestCursor, v),
  };
  r.tags(x);
  return x;
}

function writeDescribeTopicPartitionsResponsePartition(
  w: Writer,
  x: DescribeTopicPartitionsResponsePartitionInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.int32(x.partitionIndex ?? 0);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? -1);
  w.array(x.replicaNodes, true, writeInt32, v);
  w.array(x.isrNodes, true, writeInt32, v);
  w.nullableArray(x.eligibleLeaderReplicas ?? null, true, writeInt32, v);
  w.nullableArray(x.lastKnownElr ?? null, true, writeInt32, v);
  w.array(x.offlineReplicas, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeDescribeTopicPartitionsResponseTopic(
  w: Writer,
  x: DescribeTopicPartitionsResponseTopicInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.name === undefined ? "" : x.name, true);
  w.uuid(x.topicId ?? ZERO_UUID);
  w.bool(x.isInternal ?? false);
  w.array(x.partitions, true, writeDescribeTopicPartitionsResponsePartition, v);
  w.int32(x.topicAuthorizedOperations ?? -2147483648);
  w.tags(x.unknownTags);
}

function writeDescribeTopicPartitionsResponseCursor(
  w: Writer,
  x: DescribeTopicPartitionsResponseCursorInput,
  _v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.int32(x.partitionIndex ?? 0);
  w.tags(x.unknownTags);
}

function writeDescribeTopicPartitionsResponse(
  w: Writer,
  x: DescribeTopicPartitionsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, true, writeDescribeTopicPartitionsResponseTopic, v);
  w.nullableStruct(x.nextCursor, writeDescribeTopicPartitionsResponseCursor, v);
  w.tags(x.unknownTags);
}
