// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ReadShareGroupStateSummary API (key 87), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The ReadShareGroupStateSummaryRequest message, as decoded. */
export interface ReadShareGroupStateSummaryRequest {
  /** `string`. */
  groupId: string;
  /** `[]ReadStateSummaryData`. */
  topics: ReadStateSummaryData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ReadShareGroupStateSummaryRequest message, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateSummaryRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]ReadStateSummaryData`. */
  readonly topics?: readonly ReadStateSummaryDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReadStateSummaryData of ReadShareGroupStateSummaryRequest, as decoded. */
export interface ReadStateSummaryData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: ReadShareGroupStateSummaryRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReadStateSummaryData of ReadShareGroupStateSummaryRequest, to be encoded; what is left out takes the schema's default. */
export interface ReadStateSummaryDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly ReadShareGroupStateSummaryRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of ReadShareGroupStateSummaryRequest, as decoded. */
export interface ReadShareGroupStateSummaryRequestPartitionData {
  /** `int32`. */
  partition: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of ReadShareGroupStateSummaryRequest, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateSummaryRequestPartitionDataInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ReadShareGroupStateSummaryResponse message, as decoded. */
export interface ReadShareGroupStateSummaryResponse {
  /** `[]ReadStateSummaryResult`. */
  results: ReadStateSummaryResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ReadShareGroupStateSummaryResponse message, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateSummaryResponseInput {
  /** `[]ReadStateSummaryResult`. */
  readonly results?: readonly ReadStateSummaryResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReadStateSummaryResult of ReadShareGroupStateSummaryResponse, as decoded. */
export interface ReadStateSummaryResult {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionResult`. */
  partitions: ReadShareGroupStateSummaryResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReadStateSummaryResult of ReadShareGroupStateSummaryResponse, to be encoded; what is left out takes the schema's default. */
export interface ReadStateSummaryResultInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionResult`. */
  readonly partitions?: readonly ReadShareGroupStateSummaryResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of ReadShareGroupStateSummaryResponse, as decoded. */
export interface ReadShareGroupStateSummaryResponsePartitionResult {
  /** `int32`. */
  partition: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int32`. */
  stateEpoch: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `int64`. */
  startOffset: bigint;
  /** `int32`, v1+, default -1. */
  deliveryCompleteCount: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of ReadShareGroupStateSummaryResponse, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateSummaryResponsePartitionResultInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int32`. */
  readonly stateEpoch?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** `int32`, v1+, default -1. */
  readonly deliveryCompleteCount?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const READ_SHARE_GROUP_STATE_SUMMARY_REQUEST: MessageInfo = {
  name: "ReadShareGroupStateSummaryRequest",
  min: 0,
  max: 1,
};
const READ_SHARE_GROUP_STATE_SUMMARY_RESPONSE: MessageInfo = {
  name: "ReadShareGroupStateSummaryResponse",
  min: 0,
  max: 1,
};

/** The client's half of ReadShareGroupStateSummary. */
export const readShareGroupStateSummary: ClientApi<
  ReadShareGroupStateSummaryRequestInput,
  ReadShareGroupStateSummaryResponse
> = {
  key: 87,
  name: "ReadShareGroupStateSummary",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      READ_SHARE_GROUP_STATE_SUMMARY_REQUEST,
      writeReadShareGroupStateSummaryRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      READ_SHARE_GROUP_STATE_SUMMARY_RESPONSE,
      readReadShareGroupStateSummaryResponse,
      reader,
      version,
    ),
};

/** The server's half of ReadShareGroupStateSummary. */
export const readShareGroupStateSummaryServer: ServerApi<
  ReadShareGroupStateSummaryRequest,
  ReadShareGroupStateSummaryResponseInput
> = {
  key: 87,
  name: "ReadShareGroupStateSummary",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      READ_SHARE_GROUP_STATE_SUMMARY_REQUEST,
      readReadShareGroupStateSummaryRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      READ_SHARE_GROUP_STATE_SUMMARY_RESPONSE,
      writeReadShareGroupStateSummaryResponse,
      writer,
      message,
      version,
    ),
};

function writeReadShareGroupStateSummaryRequestPartitionData(
  w: Writer,
  x: ReadShareGroupStateSummaryRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeReadStateSummaryData(w: Writer, x: ReadStateSummaryDataInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeReadShareGroupStateSummaryRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeReadShareGroupStateSummaryRequest(
  w: Writer,
  x: ReadShareGroupStateSummaryRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeReadStateSummaryData, v);
  w.tags(x.unknownTags);
}

function readReadShareGroupStateSummaryResponsePartitionResult(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryResponsePartitionResult {
  const x: ReadShareGroupStateSummaryResponsePartitionResult = {
    partition: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    stateEpoch: r.int32(),
    leaderEpoch: r.int32(),
    startOffset: r.int64(),
    deliveryCompleteCount: v >= 1 ? r.int32() : -1,
  };
  r.tags(x);
  return x;
}

function readReadStateSummaryResult(r: Reader, v: number): ReadStateSummaryResult {
  const x: ReadStateSummaryResult = {
    topicId: r.uuid(),
    partitions: r.array(true, 24, readReadShareGroupStateSummaryResponsePartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateSummaryResponse(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryResponse {
  const x: ReadShareGroupStateSummaryResponse = {
    results: r.array(true, 18, readReadStateSummaryResult, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateSummaryRequestPartitionData(
  r: Reader,
  _v: number,
): ReadShareGroupStateSummaryRequestPartitionData {
  const x: ReadShareGroupStateSummaryRequestPartitionData = {
    partition: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readReadStateSummaryData(r: Reader, v: number): ReadStateSummaryData {
  const x: ReadStateSummaryData = {
    topicId: r.uuid(),
    partitions: r.array(true, 9, readReadShareGroupStateSummaryRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateSummaryRequest(
  r: Reader,
  v: number,
): ReadShareGroupStateSummaryRequest {
  const x: ReadShareGroupStateSummaryRequest = {
    groupId: r.string(true),
    topics: r.array(true, 18, readReadStateSummaryData, v),
  };
  r.tags(x);
  return x;
}

function writeReadShareGroupStateSummaryResponsePartitionResult(
  w: Writer,
  x: ReadShareGroupStateSummaryResponsePartitionResultInput,
  v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.int32(x.stateEpoch ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.int64(x.startOffset ?? 0n);
  if (v >= 1) w.int32(x.deliveryCompleteCount ?? -1);
  w.tags(x.unknownTags);
}

function writeReadStateSummaryResult(w: Writer, x: ReadStateSummaryResultInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeReadShareGroupStateSummaryResponsePartitionResult, v);
  w.tags(x.unknownTags);
}

function writeReadShareGroupStateSummaryResponse(
  w: Writer,
  x: ReadShareGroupStateSummaryResponseInput,
  v: number,
): void {
  w.array(x.results, true, writeReadStateSummaryResult, v);
  w.tags(x.unknownTags);
}
