// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The OffsetCommit API (key 8), versions 2 to 10.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The OffsetCommitRequest message, as decoded. */
export interface OffsetCommitRequest {
  /** `string`. */
  groupId: string;
  /** `int32`, default -1. */
  generationIdOrMemberEpoch: number;
  /** `string`. */
  memberId: string;
  /** `string`, v7+, nullable, default null. */
  groupInstanceId: string | null;
  /** `int64`, v2-4, default -1. */
  retentionTimeMs: bigint;
  /** `[]OffsetCommitRequestTopic`. */
  topics: OffsetCommitRequestTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetCommitRequest message, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `int32`, default -1. */
  readonly generationIdOrMemberEpoch?: number;
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v7+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `int64`, v2-4, default -1. */
  readonly retentionTimeMs?: bigint;
  /** `[]OffsetCommitRequestTopic`. */
  readonly topics?: readonly OffsetCommitRequestTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetCommitRequestTopic of OffsetCommitRequest, as decoded. */
export interface OffsetCommitRequestTopic {
  /** `string`, v2-9. */
  name: string;
  /** `uuid`, v10+. */
  topicId: string;
  /** `[]OffsetCommitRequestPartition`. */
  partitions: OffsetCommitRequestPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetCommitRequestTopic of OffsetCommitRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitRequestTopicInput {
  /** `string`, v2-9. */
  readonly name?: string;
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `[]OffsetCommitRequestPartition`. */
  readonly partitions?: readonly OffsetCommitRequestPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetCommitRequestPartition of OffsetCommitRequest, as decoded. */
export interface OffsetCommitRequestPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  committedOffset: bigint;
  /** `int32`, v6+, default -1. */
  committedLeaderEpoch: number;
  /** `string`, nullable. */
  committedMetadata: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetCommitRequestPartition of OffsetCommitRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitRequestPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly committedOffset?: bigint;
  /** `int32`, v6+, default -1. */
  readonly committedLeaderEpoch?: number;
  /** `string`, nullable. */
  readonly committedMetadata?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The OffsetCommitResponse message, as decoded. */
export interface OffsetCommitResponse {
  /** `int32`, v3+. */
  throttleTimeMs: number;
  /** `[]OffsetCommitResponseTopic`. */
  topics: OffsetCommitResponseTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetCommitResponse message, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitResponseInput {
  /** `int32`, v3+. */
  readonly throttleTimeMs?: number;
  /** `[]OffsetCommitResponseTopic`. */
  readonly topics?: readonly OffsetCommitResponseTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetCommitResponseTopic of OffsetCommitResponse, as decoded. */
export interface OffsetCommitResponseTopic {
  /** `string`, v2-9. */
  name: string;
  /** `uuid`, v10+. */
  topicId: string;
  /** `[]OffsetCommitResponsePartition`. */
  partitions: OffsetCommitResponsePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetCommitResponseTopic of OffsetCommitResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitResponseTopicInput {
  /** `string`, v2-9. */
  readonly name?: string;
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `[]OffsetCommitResponsePartition`. */
  readonly partitions?: readonly OffsetCommitResponsePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetCommitResponsePartition of OffsetCommitResponse, as decoded. */
export interface OffsetCommitResponsePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetCommitResponsePartition of OffsetCommitResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetCommitResponsePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const OFFSET_COMMIT_REQUEST: MessageInfo = { name: "OffsetCommitRequest", min: 2, max: 10 };
const OFFSET_COMMIT_RESPONSE: MessageInfo = { name: "OffsetCommitResponse", min: 2, max: 10 };

/** The client's half of OffsetCommit. */
export const offsetCommit: ClientApi<OffsetCommitRequestInput, OffsetCommitResponse> = {
  key: 8,
  name: "OffsetCommit",
  minVersion: 2,
  maxVersion: 10,
  latestVersion: 10,
  flexibleFrom: 8,
  encodeRequest: (writer, message, version) =>
    encodeMessage(OFFSET_COMMIT_REQUEST, writeOffsetCommitRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(OFFSET_COMMIT_RESPONSE, readOffsetCommitResponse, reader, version),
};

/** The server's half of OffsetCommit. */
export const offsetCommitServer: ServerApi<OffsetCommitRequest, OffsetCommitResponseInput> = {
  key: 8,
  name: "OffsetCommit",
  minVersion: 2,
  maxVersion: 10,
  latestVersion: 10,
  flexibleFrom: 8,
  decodeRequest: (reader, version) =>
    decodeMessage(OFFSET_COMMIT_REQUEST, readOffsetCommitRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(OFFSET_COMMIT_RESPONSE, writeOffsetCommitResponse, writer, message, version),
};

function writeOffsetCommitRequestPartition(
  w: Writer,
  x: OffsetCommitRequestPartitionInput,
  v: number,
): void {
  const f = v >= 8;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.committedOffset ?? 0n);
  if (v >= 6) w.int32(x.committedLeaderEpoch ?? -1);
  w.nullableString(x.committedMetadata === undefined ? "" : x.committedMetadata, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetCommitRequestTopic(
  w: Writer,
  x: OffsetCommitRequestTopicInput,
  v: number,
): void {
  const f = v >= 8;
  if (v <= 9) w.string(x.name ?? "", f);
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, f, writeOffsetCommitRequestPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetCommitRequest(w: Writer, x: OffsetCommitRequestInput, v: number): void {
  const f = v >= 8;
  w.string(x.groupId ?? "", f);
  w.int32(x.generationIdOrMemberEpoch ?? -1);
  w.string(x.memberId ?? "", f);
  if (v >= 7) w.nullableString(x.groupInstanceId ?? null, f);
  else checkAbsent(x.groupInstanceId, null);
  if (v <= 4) w.int64(x.retentionTimeMs ?? -1n);
  w.array(x.topics, f, writeOffsetCommitRequestTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readOffsetCommitResponsePartition(r: Reader, v: number): OffsetCommitResponsePartition {
  const f = v >= 8;
  const x: OffsetCommitResponsePartition = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetCommitResponseTopic(r: Reader, v: number): OffsetCommitResponseTopic {
  const f = v >= 8;
  const x: OffsetCommitResponseTopic = {
    name: v <= 9 ? r.string(f) : "",
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    partitions: r.array(f, 6, readOffsetCommitResponsePartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetCommitResponse(r: Reader, v: number): OffsetCommitResponse {
  const f = v >= 8;
  const x: OffsetCommitResponse = {
    throttleTimeMs: v >= 3 ? r.int32() : 0,
    topics: r.array(f, 3, readOffsetCommitResponseTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetCommitRequestPartition(r: Reader, v: number): OffsetCommitRequestPartition {
  const f = v >= 8;
  const x: OffsetCommitRequestPartition = {
    partitionIndex: r.int32(),
    committedOffset: r.int64(),
    committedLeaderEpoch: v >= 6 ? r.int32() : -1,
    committedMetadata: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetCommitRequestTopic(r: Reader, v: number): OffsetCommitRequestTopic {
  const f = v >= 8;
  const x: OffsetCommitRequestTopic = {
    name: v <= 9 ? r.string(f) : "",
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    partitions: r.array(f, 14, readOffsetCommitRequestPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetCommitRequest(r: Reader, v: number): OffsetCommitRequest {
  const f = v >= 8;
  const x: OffsetCommitRequest = {
    groupId: r.string(f),
    generationIdOrMemberEpoch: r.int32(),
    memberId: r.string(f),
    groupInstanceId: v >= 7 ? r.nullableString(f) : null,
    retentionTimeMs: v <= 4 ? r.int64() : -1n,
    topics: r.array(f, 3, readOffsetCommitRequestTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeOffsetCommitResponsePartition(
  w: Writer,
  x: OffsetCommitResponsePartitionInput,
  v: number,
): void {
  const f = v >= 8;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetCommitResponseTopic(
  w: Writer,
  x: OffsetCommitResponseTopicInput,
  v: number,
): void {
  const f = v >= 8;
  if (v <= 9) w.string(x.name ?? "", f);
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, f, writeOffsetCommitResponsePartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetCommitResponse(w: Writer, x: OffsetCommitResponseInput, v: number): void {
  const f = v >= 8;
  if (v >= 3) w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeOffsetCommitResponseTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
