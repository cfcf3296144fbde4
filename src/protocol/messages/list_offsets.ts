// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ListOffsets API (key 2), versions 1 to 11.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The ListOffsetsRequest message, as decoded. */
export interface ListOffsetsRequest {
  /** `int32`. */
  replicaId: number;
  /** `int8`, v2+. */
  isolationLevel: number;
  /** `[]ListOffsetsTopic`. */
  topics: ListOffsetsTopic[];
  /** `int32`, v10+. */
  timeoutMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListOffsetsRequest message, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsRequestInput {
  /** `int32`. */
  readonly replicaId?: number;
  /** `int8`, v2+. */
  readonly isolationLevel?: number;
  /** `[]ListOffsetsTopic`. */
  readonly topics?: readonly ListOffsetsTopicInput[];
  /** `int32`, v10+. */
  readonly timeoutMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListOffsetsTopic of ListOffsetsRequest, as decoded. */
export interface ListOffsetsTopic {
  /** `string`. */
  name: string;
  /** `[]ListOffsetsPartition`. */
  partitions: ListOffsetsPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListOffsetsTopic of ListOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]ListOffsetsPartition`. */
  readonly partitions?: readonly ListOffsetsPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListOffsetsPartition of ListOffsetsRequest, as decoded. */
export interface ListOffsetsPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int32`, v4+, default -1. */
  currentLeaderEpoch: number;
  /** `int64`. */
  timestamp: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListOffsetsPartition of ListOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`, v4+, default -1. */
  readonly currentLeaderEpoch?: number;
  /** `int64`. */
  readonly timestamp?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ListOffsetsResponse message, as decoded. */
export interface ListOffsetsResponse {
  /** `int32`, v2+. */
  throttleTimeMs: number;
  /** `[]ListOffsetsTopicResponse`. */
  topics: ListOffsetsTopicResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListOffsetsResponse message, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsResponseInput {
  /** `int32`, v2+. */
  readonly throttleTimeMs?: number;
  /** `[]ListOffsetsTopicResponse`. */
  readonly topics?: readonly ListOffsetsTopicResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListOffsetsTopicResponse of ListOffsetsResponse, as decoded. */
export interface ListOffsetsTopicResponse {
  /** `string`. */
  name: string;
  /** `[]ListOffsetsPartitionResponse`. */
  partitions: ListOffsetsPartitionResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListOffsetsTopicResponse of ListOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsTopicResponseInput {
  /** `string`. */
  readonly name?: string;
  /** `[]ListOffsetsPartitionResponse`. */
  readonly partitions?: readonly ListOffsetsPartitionResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListOffsetsPartitionResponse of ListOffsetsResponse, as decoded. */
export interface ListOffsetsPartitionResponse {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`, default -1. */
  timestamp: bigint;
  /** `int64`, default -1. */
  offset: bigint;
  /** `int32`, v4+, default -1. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListOffsetsPartitionResponse of ListOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface ListOffsetsPartitionResponseInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`, default -1. */
  readonly timestamp?: bigint;
  /** `int64`, default -1. */
  readonly offset?: bigint;
  /** `int32`, v4+, default -1. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LIST_OFFSETS_REQUEST: MessageInfo = { name: "ListOffsetsRequest", min: 1, max: 11 };
const LIST_OFFSETS_RESPONSE: MessageInfo = { name: "ListOffsetsResponse", min: 1, max: 11 };

/** The client's half of ListOffsets. */
export const listOffsets: ClientApi<ListOffsetsRequestInput, ListOffsetsResponse> = {
  key: 2,
  name: "ListOffsets",
  minVersion: 1,
  maxVersion: 11,
  latestVersion: 11,
  flexibleFrom: 6,
  encodeRequest: (writer, message, version) =>
    encodeMessage(LIST_OFFSETS_REQUEST, writeListOffsetsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(LIST_OFFSETS_RESPONSE, readListOffsetsResponse, reader, version),
};

/** The server's half of ListOffsets. */
export const listOffsetsServer: ServerApi<ListOffsetsRequest, ListOffsetsResponseInput> = {
  key: 2,
  name: "ListOffsets",
  minVersion: 1,
  maxVersion: 11,
  latestVersion: 11,
  flexibleFrom: 6,
  decodeRequest: (reader, version) =>
    decodeMessage(LIST_OFFSETS_REQUEST, readListOffsetsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(LIST_OFFSETS_RESPONSE, writeListOffsetsResponse, writer, message, version),
};

function writeListOffsetsPartition(w: Writer, x: ListOffsetsPartitionInput, v: number): void {
  const f = v >= 6;
  w.int32(x.partitionIndex ?? 0);
  if (v >= 4) w.int32(x.currentLeaderEpoch ?? -1);
  w.int64(x.timestamp ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeListOffsetsTopic(w: Writer, x: ListOffsetsTopicInput, v: number): void {
  const f = v >= 6;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeListOffsetsPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeListOffsetsRequest(w: Writer, x: ListOffsetsRequestInput, v: number): void {
  const f = v >= 6;
  w.int32(x.replicaId ?? 0);
  if (v >= 2) w.int8(x.isolationLevel ?? 0);
  else checkAbsent(x.isolationLevel, 0);
  w.array(x.topics, f, writeListOffsetsTopic, v);
  if (v >= 10) w.int32(x.timeoutMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readListOffsetsPartitionResponse(r: Reader, v: number): ListOffsetsPartitionResponse {
  const f = v >= 6;
  const x: ListOffsetsPartitionResponse = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    timestamp: r.int64(),
    offset: r.int64(),
    leaderEpoch: v >= 4 ? r.int32() : -1,
  };
  if (f) r.tags(x);
  return x;
}

function readListOffsetsTopicResponse(r: Reader, v: number): ListOffsetsTopicResponse {
  const f = v >= 6;
  const x: ListOffsetsTopicResponse = {
    name: r.string(f),
    partitions: r.array(f, 22, readListOffsetsPartitionResponse, v),
  };
  if (f) r.tags(x);
  return x;
}

function readListOffsetsResponse(r: Reader, v: number): ListOffsetsResponse {
  const f = v >= 6;
  const x: ListOffsetsResponse = {
    throttleTimeMs: v >= 2 ? r.int32() : 0,
    topics: r.array(f, 3, readListOffsetsTopicResponse, v),
  };
  if (f) r.tags(x);
  return x;
}

function readListOffsetsPartition(r: Reader, v: number): ListOffsetsPartition {
  const f = v >= 6;
  const x: ListOffsetsPartition = {
    partitionIndex: r.int32(),
    currentLeaderEpoch: v >= 4 ? r.int32() : -1,
    timestamp: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function readListOffsetsTopic(r: Reader, v: number): ListOffsetsTopic {
  const f = v >= 6;
  const x: ListOffsetsTopic = {
    name: r.string(f),
    partitions: r.array(f, 12, readListOffsetsPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readListOffsetsRequest(r: Reader, v: number): ListOffsetsRequest {
  const f = v >= 6;
  const x: ListOffsetsRequest = {
    replicaId: r.int32(),
    isolationLevel: v >= 2 ? r.int8() : 0,
    topics: r.array(f, 3, readListOffsetsTopic, v),
    timeoutMs: v >= 10 ? r.int32() : 0,
  };
  if (f) r.tags(x);
  return x;
}

function writeListOffsetsPartitionResponse(
  w: Writer,
  x: ListOffsetsPartitionResponseInput,
  v: number,
): void {
  const f = v >= 6;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.timestamp ?? -1n);
  w.int64(x.offset ?? -1n);
  if (v >= 4) w.int32(x.leaderEpoch ?? -1);
  else checkAbsent(x.leaderEpoch, -1);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeListOffsetsTopicResponse(
  w: Writer,
  x: ListOffsetsTopicResponseInput,
  v: number,
): void {
  const f = v >= 6;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeListOffsetsPartitionResponse, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeListOffsetsResponse(w: Writer, x: ListOffsetsResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 2) w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeListOffsetsTopicResponse, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
