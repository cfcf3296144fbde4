// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The OffsetForLeaderEpoch API (key 23), versions 2 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The OffsetForLeaderEpochRequest message, as decoded. */
export interface OffsetForLeaderEpochRequest {
  /** `int32`, v3+, default -2. */
  replicaId: number;
  /** `[]OffsetForLeaderTopic`. */
  topics: OffsetForLeaderTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetForLeaderEpochRequest message, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderEpochRequestInput {
  /** `int32`, v3+, default -2. */
  readonly replicaId?: number;
  /** `[]OffsetForLeaderTopic`. */
  readonly topics?: readonly OffsetForLeaderTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetForLeaderTopic of OffsetForLeaderEpochRequest, as decoded. */
export interface OffsetForLeaderTopic {
  /** `string`. */
  topic: string;
  /** `[]OffsetForLeaderPartition`. */
  partitions: OffsetForLeaderPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetForLeaderTopic of OffsetForLeaderEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderTopicInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]OffsetForLeaderPartition`. */
  readonly partitions?: readonly OffsetForLeaderPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetForLeaderPartition of OffsetForLeaderEpochRequest, as decoded. */
export interface OffsetForLeaderPartition {
  /** `int32`. */
  partition: number;
  /** `int32`, default -1. */
  currentLeaderEpoch: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetForLeaderPartition of OffsetForLeaderEpochRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderPartitionInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`, default -1. */
  readonly currentLeaderEpoch?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The OffsetForLeaderEpochResponse message, as decoded. */
export interface OffsetForLeaderEpochResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]OffsetForLeaderTopicResult`. */
  topics: OffsetForLeaderTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The OffsetForLeaderEpochResponse message, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderEpochResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]OffsetForLeaderTopicResult`. */
  readonly topics?: readonly OffsetForLeaderTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OffsetForLeaderTopicResult of OffsetForLeaderEpochResponse, as decoded. */
export interface OffsetForLeaderTopicResult {
  /** `string`. */
  topic: string;
  /** `[]EpochEndOffset`. */
  partitions: OffsetForLeaderEpochResponseEpochEndOffset[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OffsetForLeaderTopicResult of OffsetForLeaderEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderTopicResultInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]EpochEndOffset`. */
  readonly partitions?: readonly OffsetForLeaderEpochResponseEpochEndOffsetInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EpochEndOffset of OffsetForLeaderEpochResponse, as decoded. */
export interface OffsetForLeaderEpochResponseEpochEndOffset {
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  partition: number;
  /** `int32`, default -1. */
  leaderEpoch: number;
  /** `int64`, default -1. */
  endOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EpochEndOffset of OffsetForLeaderEpochResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetForLeaderEpochResponseEpochEndOffsetInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly partition?: number;
  /** `int32`, default -1. */
  readonly leaderEpoch?: number;
  /** `int64`, default -1. */
  readonly endOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const OFFSET_FOR_LEADER_EPOCH_REQUEST: MessageInfo = {
  name: "OffsetForLeaderEpochRequest",
  min: 2,
  max: 4,
};
const OFFSET_FOR_LEADER_EPOCH_RESPONSE: MessageInfo = {
  name: "OffsetForLeaderEpochResponse",
  min: 2,
  max: 4,
};

/** The client's half of OffsetForLeaderEpoch. */
export const offsetForLeaderEpoch: ClientApi<
  OffsetForLeaderEpochRequestInput,
  OffsetForLeaderEpochResponse
> = {
  key: 23,
  name: "OffsetForLeaderEpoch",
  minVersion: 2,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      OFFSET_FOR_LEADER_EPOCH_REQUEST,
      writeOffsetForLeaderEpochRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      OFFSET_FOR_LEADER_EPOCH_RESPONSE,
      readOffsetForLeaderEpochResponse,
      reader,
      version,
    ),
};

/** The server's half of OffsetForLeaderEpoch. */
export const offsetForLeaderEpochServer: ServerApi<
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponseInput
> = {
  key: 23,
  name: "OffsetForLeaderEpoch",
  minVersion: 2,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(
      OFFSET_FOR_LEADER_EPOCH_REQUEST,
      readOffsetForLeaderEpochRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      OFFSET_FOR_LEADER_EPOCH_RESPONSE,
      writeOffsetForLeaderEpochResponse,
      writer,
      message,
      version,
    ),
};

function writeOffsetForLeaderPartition(
  w: Writer,
  x: OffsetForLeaderPartitionInput,
  v: number,
): void {
  const f = v >= 4;
  w.int32(x.partition ?? 0);
  w.int32(x.currentLeaderEpoch ?? -1);
  w.int32(x.leaderEpoch ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetForLeaderTopic(w: Writer, x: OffsetForLeaderTopicInput, v: number): void {
  const f = v >= 4;
  w.string(x.topic ?? "", f);
  w.array(x.partitions, f, writeOffsetForLeaderPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetForLeaderEpochRequest(
  w: Writer,
  x: OffsetForLeaderEpochRequestInput,
  v: number,
): void {
  const f = v >= 4;
  if (v >= 3) w.int32(x.replicaId ?? -2);
  w.array(x.topics, f, writeOffsetForLeaderTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readOffsetForLeaderEpochResponseEpochEndOffset(
  r: Reader,
  v: number,
): OffsetForLeaderEpochResponseEpochEndOffset {
  const f = v >= 4;
  const x: OffsetForLeaderEpochResponseEpochEndOffset = {
    errorCode: r.int16(),
    partition: r.int32(),
    leaderEpoch: r.int32(),
    endOffset: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetForLeaderTopicResult(r: Reader, v: number): OffsetForLeaderTopicResult {
  const f = v >= 4;
  const x: OffsetForLeaderTopicResult = {
    topic: r.string(f),
    partitions: r.array(f, 18, readOffsetForLeaderEpochResponseEpochEndOffset, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetForLeaderEpochResponse(r: Reader, v: number): OffsetForLeaderEpochResponse {
  const f = v >= 4;
  const x: OffsetForLeaderEpochResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(f, 3, readOffsetForLeaderTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetForLeaderPartition(r: Reader, v: number): OffsetForLeaderPartition {
  const f = v >= 4;
  const x: OffsetForLeaderPartition = {
    partition: r.int32(),
    currentLeaderEpoch: r.int32(),
    leaderEpoch: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetForLeaderTopic(r: Reader, v: number): OffsetForLeaderTopic {
  const f = v >= 4;
  const x: OffsetForLeaderTopic = {
    topic: r.string(f),
    partitions: r.array(f, 12, readOffsetForLeaderPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readOffsetForLeaderEpochRequest(r: Reader, v: number): OffsetForLeaderEpochRequest {
  const f = v >= 4;
  const x: OffsetForLeaderEpochRequest = {
    replicaId: v >= 3 ? r.int32() : -2,
    topics: r.array(f, 3, readOffsetForLeaderTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeOffsetForLeaderEpochResponseEpochEndOffset(
  w: Writer,
  x: OffsetForLeaderEpochResponseEpochEndOffsetInput,
  v: number,
): void {
  const f = v >= 4;
  w.int16(x.errorCode ?? 0);
  w.int32(x.partition ?? 0);
  w.int32(x.leaderEpoch ?? -1);
  w.int64(x.endOffset ?? -1n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetForLeaderTopicResult(
  w: Writer,
  x: OffsetForLeaderTopicResultInput,
  v: number,
): void {
  const f = v >= 4;
  w.string(x.topic ?? "", f);
  w.array(x.partitions, f, writeOffsetForLeaderEpochResponseEpochEndOffset, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOffsetForLeaderEpochResponse(
  w: Writer,
  x: OffsetForLeaderEpochResponseInput,
  v: number,
): void {
  const f = v >= 4;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeOffsetForLeaderTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
