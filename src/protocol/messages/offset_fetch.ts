// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The OffsetFetch API (key 9), versions 1 to 10.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import {
  checkAbsent,
  checkNotNull,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The OffsetFetchRequest message, as decoded. */
export interface OffsetFetchRequest {
  /** `string`, v1-7. */
  groupId: string;
  /** `[]OffsetFetchRequestTopic`, v1-7, nullable v2+. */
  topics: OffsetFetchRequestTopic[] | null;
  /** `[]OffsetFetchRequestGroup`, v8+. */
  groups: OffsetFetchRequestGroup[];
  /** `bool`, v7+. */
  requireStable: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetFetchRequest message, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchRequestInput {
  /** `string`, v1-7. */
  readonly groupId?: string;
  /** `[]OffsetFetchRequestTopic`, v1-7, nullable v2+. */
  readonly topics?: readonly OffsetFetchRequestTopicInput[] | null;
  /** `[]OffsetFetchRequestGroup`, v8+. */
  readonly groups?: readonly OffsetFetchRequestGroupInput[];
  /** `bool`, v7+. */
  readonly requireStable?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchRequestGroup of OffsetFetchRequest, as decoded. */
export interface OffsetFetchRequestGroup {
  /** `string`, v8+. */
  groupId: string;
  /** `string`, v9+, nullable, default null. */
  memberId: string | null;
  /** `int32`, v9+, default -1. */
  memberEpoch: number;
  /** `[]OffsetFetchRequestTopics`, v8+, nullable. */
  topics: OffsetFetchRequestTopics[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchRequestGroup of OffsetFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchRequestGroupInput {
  /** `string`, v8+. */
  readonly groupId?: string;
  /** `string`, v9+, nullable, default null. */
  readonly memberId?: string | null;
  /** `int32`, v9+, default -1. */
  readonly memberEpoch?: number;
  /** `[]OffsetFetchRequestTopics`, v8+, nullable. */
  readonly topics?: readonly OffsetFetchRequestTopicsInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchRequestTopics of OffsetFetchRequest, as decoded. */
export interface OffsetFetchRequestTopics {
  /** `string`, v8-9. */
  name: string;
  /** `uuid`, v10+. */
  topicId: string;
  /** `[]int32`, v8+. */
  partitionIndexes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchRequestTopics of OffsetFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchRequestTopicsInput {
  /** `string`, v8-9. */
  readonly name?: string;
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `[]int32`, v8+. */
  readonly partitionIndexes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchRequestTopic of OffsetFetchRequest, as decoded. */
export interface OffsetFetchRequestTopic {
  /** `string`, v1-7. */
  name: string;
  /** `[]int32`, v1-7. */
  partitionIndexes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchRequestTopic of OffsetFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchRequestTopicInput {
  /** `string`, v1-7. */
  readonly name?: string;
  /** `[]int32`, v1-7. */
  readonly partitionIndexes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The OffsetFetchResponse message, as decoded. */
export interface OffsetFetchResponse {
  /** `int32`, v3+. */
  throttleTimeMs: number;
  /** `[]OffsetFetchResponseTopic`, v1-7. */
  topics: OffsetFetchResponseTopic[];
  /** `int16`, v2-7, default 0. */
  errorCode: number;
  /** `[]OffsetFetchResponseGroup`, v8+. */
  groups: OffsetFetchResponseGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetFetchResponse message, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponseInput {
  /** `int32`, v3+. */
  readonly throttleTimeMs?: number;
  /** `[]OffsetFetchResponseTopic`, v1-7. */
  readonly topics?: readonly OffsetFetchResponseTopicInput[];
  /** `int16`, v2-7, default 0. */
  readonly errorCode?: number;
  /** `[]OffsetFetchResponseGroup`, v8+. */
  readonly groups?: readonly OffsetFetchResponseGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchResponseGroup of OffsetFetchResponse, as decoded. */
export interface OffsetFetchResponseGroup {
  /** `string`, v8+. */
  groupId: string;
  /** `[]OffsetFetchResponseTopics`, v8+. */
  topics: OffsetFetchResponseTopics[];
  /** `int16`, v8+, default 0. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchResponseGroup of OffsetFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponseGroupInput {
  /** `string`, v8+. */
  readonly groupId?: string;
  /** `[]OffsetFetchResponseTopics`, v8+. */
  readonly topics?: readonly OffsetFetchResponseTopicsInput[];
  /** `int16`, v8+, default 0. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchResponseTopics of OffsetFetchResponse, as decoded. */
export interface OffsetFetchResponseTopics {
  /** `string`, v8-9. */
  name: string;
  /** `uuid`, v10+. */
  topicId: string;
  /** `[]OffsetFetchResponsePartitions`, v8+. */
  partitions: OffsetFetchResponsePartitions[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchResponseTopics of OffsetFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponseTopicsInput {
  /** `string`, v8-9. */
  readonly name?: string;
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `[]OffsetFetchResponsePartitions`, v8+. */
  readonly partitions?: readonly OffsetFetchResponsePartitionsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchResponsePartitions of OffsetFetchResponse, as decoded. */
export interface OffsetFetchResponsePartitions {
  /** `int32`, v8+. */
  partitionIndex: number;
  /** `int64`, v8+. */
  committedOffset: bigint;
  /** `int32`, v8+, default -1. */
  committedLeaderEpoch: number;
  /** `string`, v8+, nullable. */
  metadata: string | null;
  /** `int16`, v8+. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchResponsePartitions of OffsetFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponsePartitionsInput {
  /** `int32`, v8+. */
  readonly partitionIndex?: number;
  /** `int64`, v8+. */
  readonly committedOffset?: bigint;
  /** `int32`, v8+, default -1. */
  readonly committedLeaderEpoch?: number;
  /** `string`, v8+, nullable. */
  readonly metadata?: string | null;
  /** `int16`, v8+. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchResponseTopic of OffsetFetchResponse, as decoded. */
export interface OffsetFetchResponseTopic {
  /** `string`, v1-7. */
  name: string;
  /** `[]OffsetFetchResponsePartition`, v1-7. */
  partitions: OffsetFetchResponsePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchResponseTopic of OffsetFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponseTopicInput {
  /** `string`, v1-7. */
  readonly name?: string;
  /** `[]OffsetFetchResponsePartition`, v1-7. */
  readonly partitions?: readonly OffsetFetchResponsePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetFetchResponsePartition of OffsetFetchResponse, as decoded. */
export interface OffsetFetchResponsePartition {
  /** `int32`, v1-7. */
  partitionIndex: number;
  /** `int64`, v1-7. */
  committedOffset: bigint;
  /** `int32`, v5-7, default -1. */
  committedLeaderEpoch: number;
  /** `string`, v1-7, nullable. */
  metadata: string | null;
  /** `int16`, v1-7. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetFetchResponsePartition of OffsetFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetFetchResponsePartitionInput {
  /** `int32`, v1-7. */
  readonly partitionIndex?: number;
  /** `int64`, v1-7. */
  readonly committedOffset?: bigint;
  /** `int32`, v5-7, default -1. */
  readonly committedLeaderEpoch?: number;
  /** `string`, v1-7, nullable. */
  readonly metadata?: string | null;
  /** `int16`, v1-7. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const OFFSET_FETCH_REQUEST: MessageInfo = { name: "OffsetFetchRequest", min: 1, max: 10 };
const OFFSET_FETCH_RESPONSE: MessageInfo = { name: "OffsetFetchResponse", min: 1, max: 10 };

/** The client's half of OffsetFetch. */
export const offsetFetch: ClientApi<OffsetFetchRequestInput, OffsetFetchResponse> = {
  key: 9,
  name: "OffsetFetch",
  minVersion: 1,
  maxVersion: 10,
  latestVersion: 10,
  flexibleFrom: 6,
  encodeRequest: (writer, message, version) =>
    encodeMessage(OFFSET_FETCH_REQUEST, writeOffsetFetchRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(OFFSET_FETCH_RESPONSE, readOffsetFetchResponse, reader, version),
};

/** The server's half of OffsetFetch. */
export const offsetFetchServer: ServerApi<OffsetFetchRequest, OffsetFetchResponseInput> = {
  key: 9,
  name: "OffsetFetch",
  minVersion: 1,
  maxVersion: 10,
  latestVersion: 10,
  flexibleFrom: 6,
  decodeRequest: (reader, version) =>
    decodeMessage(OFFSET_FETCH_REQUEST, readOffsetFetchRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(OFFSET_FETCH_RESPONSE, writeOffsetFetchResponse, writer, message, version),
};

function writeOffsetFetchRequestTopic(w: Writer, x: OffsetFetchRequestTopicInput, v: number): void {
  const f = v >= 6;
  w.string(x.name ?? "", f);
  w.array(x.partitionIndexes, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetFetchRequestTopics(
  w: Writer,
  x: OffsetFetchRequestTopicsInput,
  v: number,
): void {
  if (v <= 9) w.string(x.name ?? "", true);
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitionIndexes, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeOffsetFetchRequestGroup(w: Writer, x: OffsetFetchRequestGroupInput, v: number): void {
  w.string(x.groupId ?? "", true);
  if (v >= 9) w.nullableString(x.memberId ?? null, true);
  if (v >= 9) w.int32(x.memberEpoch ?? -1);
  w.nullableArray(x.topics, true, writeOffsetFetchRequestTopics, v);
  w.tags(x.unknownTags);
}

function writeOffsetFetchRequest(w: Writer, x: OffsetFetchRequestInput, v: number): void {
  const f = v >= 6;
  if (v <= 7) w.string(x.groupId ?? "", f);
  else checkAbsent(x.groupId, "");
  if (v <= 7) {
    if (v >= 2) w.nullableArray(x.topics, f, writeOffsetFetchRequestTopic, v);
    else w.array(checkNotNull(x.topics), f, writeOffsetFetchRequestTopic, v);
  } else checkAbsent(x.topics, undefined);
  if (v >= 8) w.array(x.groups, true, writeOffsetFetchRequestGroup, v);
  else checkAbsent(x.groups, undefined);
  if (v >= 7) w.bool(x.requireStable ?? false);
  else checkAbsent(x.requireStable, false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readOffsetFetchResponsePartition(r: Reader, v: number): OffsetFetchResponsePartition {
  const f = v >= 6;
  const x: OffsetFetchResponsePartition = {
    partitionIndex: r.int32(),
    committedOffset: r.int64(),
    committedLeaderEpoch: v >= 5 ? r.int32() : -1,
    metadata: r.nullableString(f),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetFetchResponseTopic(r: Reader, v: number): OffsetFetchResponseTopic {
  const f = v >= 6;
  const x: OffsetFetchResponseTopic = {
    name: r.string(f),
    partitions: r.array(f, 16, readOffsetFetchResponsePartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetFetchResponsePartitions(r: Reader, _v: number): OffsetFetchResponsePartitions {
  const x: OffsetFetchResponsePartitions = {
    partitionIndex: r.int32(),
    committedOffset: r.int64(),
    committedLeaderEpoch: r.int32(),
    metadata: r.nullableString(true),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readOffsetFetchResponseTopics(r: Reader, v: number): OffsetFetchResponseTopics {
  const x: OffsetFetchResponseTopics = {
    name: v <= 9 ? r.string(true) : "",
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    partitions: r.array(true, 20, readOffsetFetchResponsePartitions, v),
  };
  r.tags(x);
  return x;
}

function readOffsetFetchResponseGroup(r: Reader, v: number): OffsetFetchResponseGroup {
  const x: OffsetFetchResponseGroup = {
    groupId: r.string(true),
    topics: r.array(true, 3, readOffsetFetchResponseTopics, v),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readOffsetFetchResponse(r: Reader, v: number): OffsetFetchResponse {
  const f = v >= 6;
  const x: OffsetFetchResponse = {
    throttleTimeMs: v >= 3 ? r.int32() : 0,
    topics: v <= 7 ? r.array(f, 3, readOffsetFetchResponseTopic, v) : [],
    errorCode: v >= 2 && v <= 7 ? r.int16() : 0,
    groups: v >= 8 ? r.array(true, 5, readOffsetFetchResponseGroup, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetFetchRequestTopic(r: Reader, v: number): OffsetFetchRequestTopic {
  const f = v >= 6;
  const x: OffsetFetchRequestTopic = {
    name: r.string(f),
    partitionIndexes: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetFetchRequestTopics(r: Reader, v: number): OffsetFetchRequestTopics {
  const x: OffsetFetchRequestTopics = {
    name: v <= 9 ? r.string(true) : "",
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    partitionIndexes: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readOffsetFetchRequestGroup(r: Reader, v: number): OffsetFetchRequestGroup {
  const x: OffsetFetchRequestGroup = {
    groupId: r.string(true),
    memberId: v >= 9 ? r.nullableString(true) : null,
    memberEpoch: v >= 9 ? r.int32() : -1,
    topics: r.nullableArray(true, 3, readOffsetFetchRequestTopics, v),
  };
  r.tags(x);
  return x;
}

function readOffsetFetchRequest(r: Reader, v: number): OffsetFetchRequest {
  const f = v >= 6;
  const x: OffsetFetchRequest = {
    groupId: v <= 7 ? r.string(f) : "",
    topics: v <= 7
      ? (v >= 2
        ? r.nullableArray(f, 3, readOffsetFetchRequestTopic, v)
        : r.array(f, 3, readOffsetFetchRequestTopic, v))
      : [],
    groups: v >= 8 ? r.array(true, 3, readOffsetFetchRequestGroup, v) : [],
    requireStable: v >= 7 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function writeOffsetFetchResponsePartition(
  w: Writer,
  x: OffsetFetchResponsePartitionInput,
  v: number,
): void {
  const f = v >= 6;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.committedOffset ?? 0n);
  if (v >= 5) w.int32(x.committedLeaderEpoch ?? -1);
  w.nullableString(x.metadata === undefined ? "" : x.metadata, f);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetFetchResponseTopic(
  w: Writer,
  x: OffsetFetchResponseTopicInput,
  v: number,
): void {
  const f = v >= 6;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeOffsetFetchResponsePartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetFetchResponsePartitions(
  w: Writer,
  x: OffsetFetchResponsePartitionsInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.committedOffset ?? 0n);
  w.int32(x.committedLeaderEpoch ?? -1);
  w.nullableString(x.metadata === undefined ? "" : x.metadata, true);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}

function writeOffsetFetchResponseTopics(
  w: Writer,
  x: OffsetFetchResponseTopicsInput,
  v: number,
): void {
  if (v <= 9) w.string(x.name ?? "", true);
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeOffsetFetchResponsePartitions, v);
  w.tags(x.unknownTags);
}

function writeOffsetFetchResponseGroup(
  w: Writer,
  x: OffsetFetchResponseGroupInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeOffsetFetchResponseTopics, v);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}

function writeOffsetFetchResponse(w: Writer, x: OffsetFetchResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 3) w.int32(x.throttleTimeMs ?? 0);
  if (v <= 7) w.array(x.topics, f, writeOffsetFetchResponseTopic, v);
  else checkAbsent(x.topics, undefined);
  if (v >= 2 && v <= 7) w.int16(x.errorCode ?? 0);
  if (v >= 8) w.array(x.groups, true, writeOffsetFetchResponseGroup, v);
  else checkAbsent(x.groups, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
