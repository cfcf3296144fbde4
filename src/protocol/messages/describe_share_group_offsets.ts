// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeShareGroupOffsets API (key 90), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The DescribeShareGroupOffsetsRequest message, as decoded. */
export interface DescribeShareGroupOffsetsRequest {
  /** `[]DescribeShareGroupOffsetsRequestGroup`. */
  groups: DescribeShareGroupOffsetsRequestGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeShareGroupOffsetsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsRequestInput {
  /** `[]DescribeShareGroupOffsetsRequestGroup`. */
  readonly groups?: readonly DescribeShareGroupOffsetsRequestGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeShareGroupOffsetsRequestGroup of DescribeShareGroupOffsetsRequest, as decoded. */
export interface DescribeShareGroupOffsetsRequestGroup {
  /** `string`. */
  groupId: string;
  /** `[]DescribeShareGroupOffsetsRequestTopic`, nullable. */
  topics: DescribeShareGroupOffsetsRequestTopic[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeShareGroupOffsetsRequestGroup of DescribeShareGroupOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsRequestGroupInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]DescribeShareGroupOffsetsRequestTopic`, nullable. */
  readonly topics?: readonly DescribeShareGroupOffsetsRequestTopicInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeShareGroupOffsetsRequestTopic of DescribeShareGroupOffsetsRequest, as decoded. */
export interface DescribeShareGroupOffsetsRequestTopic {
  /** `string`. */
  topicName: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeShareGroupOffsetsRequestTopic of DescribeShareGroupOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsRequestTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeShareGroupOffsetsResponse message, as decoded. */
export interface DescribeShareGroupOffsetsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribeShareGroupOffsetsResponseGroup`. */
  groups: DescribeShareGroupOffsetsResponseGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeShareGroupOffsetsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribeShareGroupOffsetsResponseGroup`. */
  readonly groups?: readonly DescribeShareGroupOffsetsResponseGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeShareGroupOffsetsResponseGroup of DescribeShareGroupOffsetsResponse, as decoded. */
export interface DescribeShareGroupOffsetsResponseGroup {
  /** `string`. */
  groupId: string;
  /** `[]DescribeShareGroupOffsetsResponseTopic`. */
  topics: DescribeShareGroupOffsetsResponseTopic[];
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeShareGroupOffsetsResponseGroup of DescribeShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsResponseGroupInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]DescribeShareGroupOffsetsResponseTopic`. */
  readonly topics?: readonly DescribeShareGroupOffsetsResponseTopicInput[];
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeShareGroupOffsetsResponseTopic of DescribeShareGroupOffsetsResponse, as decoded. */
export interface DescribeShareGroupOffsetsResponseTopic {
  /** `string`. */
  topicName: string;
  /** `uuid`. */
  topicId: string;
  /** `[]DescribeShareGroupOffsetsResponsePartition`. */
  partitions: DescribeShareGroupOffsetsResponsePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeShareGroupOffsetsResponseTopic of DescribeShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsResponseTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]DescribeShareGroupOffsetsResponsePartition`. */
  readonly partitions?: readonly DescribeShareGroupOffsetsResponsePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeShareGroupOffsetsResponsePartition of DescribeShareGroupOffsetsResponse, as decoded. */
export interface DescribeShareGroupOffsetsResponsePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  startOffset: bigint;
  /** `int32`. */
  leaderEpoch: number;
  /** `int64`, v1+, default -1. */
  lag: bigint;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeShareGroupOffsetsResponsePartition of DescribeShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeShareGroupOffsetsResponsePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `int64`, v1+, default -1. */
  readonly lag?: bigint;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_SHARE_GROUP_OFFSETS_REQUEST: MessageInfo = {
  name: "DescribeShareGroupOffsetsRequest",
  min: 0,
  max: 1,
};
const DESCRIBE_SHARE_GROUP_OFFSETS_RESPONSE: MessageInfo = {
  name: "DescribeShareGroupOffsetsResponse",
  min: 0,
  max: 1,
};

/** The client's half of DescribeShareGroupOffsets. */
export const describeShareGroupOffsets: ClientApi<
  DescribeShareGroupOffsetsRequestInput,
  DescribeShareGroupOffsetsResponse
> = {
  key: 90,
  name: "DescribeShareGroupOffsets",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_SHARE_GROUP_OFFSETS_REQUEST,
      writeDescribeShareGroupOffsetsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_SHARE_GROUP_OFFSETS_RESPONSE,
      readDescribeShareGroupOffsetsResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeShareGroupOffsets. */
export const describeShareGroupOffsetsServer: ServerApi<
  DescribeShareGroupOffsetsRequest,
  DescribeShareGroupOffsetsResponseInput
> = {
  key: 90,
  name: "DescribeShareGroupOffsets",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DESCRIBE_SHARE_GROUP_OFFSETS_REQUEST,
      readDescribeShareGroupOffsetsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_SHARE_GROUP_OFFSETS_RESPONSE,
      writeDescribeShareGroupOffsetsResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeShareGroupOffsetsRequestTopic(
  w: Writer,
  x: DescribeShareGroupOffsetsRequestTopicInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeDescribeShareGroupOffsetsRequestGroup(
  w: Writer,
  x: DescribeShareGroupOffsetsRequestGroupInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.nullableArray(x.topics, true, writeDescribeShareGroupOffsetsRequestTopic, v);
  w.tags(x.unknownTags);
}

function writeDescribeShareGroupOffsetsRequest(
  w: Writer,
  x: DescribeShareGroupOffsetsRequestInput,
  v: number,
): void {
  w.array(x.groups, true, writeDescribeShareGroupOffsetsRequestGroup, v);
  w.tags(x.unknownTags);
}

function readDescribeShareGroupOffsetsResponsePartition(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsResponsePartition {
  const x: DescribeShareGroupOffsetsResponsePartition = {
    partitionIndex: r.int32(),
    startOffset: r.int64(),
    leaderEpoch: r.int32(),
    lag: v >= 1 ? r.int64() : -1n,
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsResponseTopic(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsResponseTopic {
  const x: DescribeShareGroupOffsetsResponseTopic = {
    topicName: r.string(true),
    topicId: r.uuid(),
    partitions: r.array(true, 20, readDescribeShareGroupOffsetsResponsePartition, v),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsResponseGroup(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsResponseGroup {
  const x: DescribeShareGroupOffsetsResponseGroup = {
    groupId: r.string(true),
    topics: r.array(true, 19, readDescribeShareGroupOffsetsResponseTopic, v),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsResponse(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsResponse {
  const x: DescribeShareGroupOffsetsResponse = {
    throttleTimeMs: r.int32(),
    groups: r.array(true, 6, readDescribeShareGroupOffsetsResponseGroup, v),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsRequestTopic(
  r: Reader,
  _v: number,
): DescribeShareGroupOffsetsRequestTopic {
  const x: DescribeShareGroupOffsetsRequestTopic = {
    topicName: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsRequestGroup(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsRequestGroup {
  const x: DescribeShareGroupOffsetsRequestGroup = {
    groupId: r.string(true),
    topics: r.nullableArray(true, 3, readDescribeShareGroupOffsetsRequestTopic, v),
  };
  r.tags(x);
  return x;
}

function readDescribeShareGroupOffsetsRequest(
  r: Reader,
  v: number,
): DescribeShareGroupOffsetsRequest {
  const x: DescribeShareGroupOffsetsRequest = {
    groups: r.array(true, 3, readDescribeShareGroupOffsetsRequestGroup, v),
  };
  r.tags(x);
  return x;
}

function writeDescribeShareGroupOffsetsResponsePartition(
  w: Writer,
  x: DescribeShareGroupOffsetsResponsePartitionInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.startOffset ?? 0n);
  w.int32(x.leaderEpoch ?? 0);
  if (v >= 1) w.int64(x.lag ?? -1n);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeDescribeShareGroupOffsetsResponseTopic(
  w: Writer,
  x: DescribeShareGroupOffsetsResponseTopicInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeDescribeShareGroupOffsetsResponsePartition, v);
  w.tags(x.unknownTags);
}

function writeDescribeShareGroupOffsetsResponseGroup(
  w: Writer,
  x: DescribeShareGroupOffsetsResponseGroupInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeDescribeShareGroupOffsetsResponseTopic, v);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeDescribeShareGroupOffsetsResponse(
  w: Writer,
  x: DescribeShareGroupOffsetsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.groups, true, writeDescribeShareGroupOffsetsResponseGroup, v);
  w.tags(x.unknownTags);
}
