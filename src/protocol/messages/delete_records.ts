// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteRecords API (key 21), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DeleteRecordsRequest message, as decoded. */
export interface DeleteRecordsRequest {
  /** `[]DeleteRecordsTopic`. */
  topics: DeleteRecordsTopic[];
  /** `int32`. */
  timeoutMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteRecordsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsRequestInput {
  /** `[]DeleteRecordsTopic`. */
  readonly topics?: readonly DeleteRecordsTopicInput[];
  /** `int32`. */
  readonly timeoutMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteRecordsTopic of DeleteRecordsRequest, as decoded. */
export interface DeleteRecordsTopic {
  /** `string`. */
  name: string;
  /** `[]DeleteRecordsPartition`. */
  partitions: DeleteRecordsPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteRecordsTopic of DeleteRecordsRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]DeleteRecordsPartition`. */
  readonly partitions?: readonly DeleteRecordsPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteRecordsPartition of DeleteRecordsRequest, as decoded. */
export interface DeleteRecordsPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  offset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteRecordsPartition of DeleteRecordsRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly offset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteRecordsResponse message, as decoded. */
export interface DeleteRecordsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DeleteRecordsTopicResult`. */
  topics: DeleteRecordsTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteRecordsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DeleteRecordsTopicResult`. */
  readonly topics?: readonly DeleteRecordsTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteRecordsTopicResult of DeleteRecordsResponse, as decoded. */
export interface DeleteRecordsTopicResult {
  /** `string`. */
  name: string;
  /** `[]DeleteRecordsPartitionResult`. */
  partitions: DeleteRecordsPartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteRecordsTopicResult of DeleteRecordsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsTopicResultInput {
  /** `string`. */
  readonly name?: string;
  /** `[]DeleteRecordsPartitionResult`. */
  readonly partitions?: readonly DeleteRecordsPartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteRecordsPartitionResult of DeleteRecordsResponse, as decoded. */
export interface DeleteRecordsPartitionResult {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  lowWatermark: bigint;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteRecordsPartitionResult of DeleteRecordsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteRecordsPartitionResultInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly lowWatermark?: bigint;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_RECORDS_REQUEST: MessageInfo = { name: "DeleteRecordsRequest", min: 0, max: 2 };
const DELETE_RECORDS_RESPONSE: MessageInfo = { name: "DeleteRecordsResponse", min: 0, max: 2 };

/** The client's half of DeleteRecords. */
export const deleteRecords: ClientApi<DeleteRecordsRequestInput, DeleteRecordsResponse> = {
  key: 21,
  name: "DeleteRecords",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DELETE_RECORDS_REQUEST, writeDeleteRecordsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DELETE_RECORDS_RESPONSE, readDeleteRecordsResponse, reader, version),
};

/** The server's half of DeleteRecords. */
export const deleteRecordsServer: ServerApi<DeleteRecordsRequest, DeleteRecordsResponseInput> = {
  key: 21,
  name: "DeleteRecords",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(DELETE_RECORDS_REQUEST, readDeleteRecordsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DELETE_RECORDS_RESPONSE, writeDeleteRecordsResponse, writer, message, version),
};

function writeDeleteRecordsPartition(w: Writer, x: DeleteRecordsPartitionInput, v: number): void {
  const f = v >= 2;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.offset ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteRecordsTopic(w: Writer, x: DeleteRecordsTopicInput, v: number): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeDeleteRecordsPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteRecordsRequest(w: Writer, x: DeleteRecordsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.topics, f, writeDeleteRecordsTopic, v);
  w.int32(x.timeoutMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDeleteRecordsPartitionResult(r: Reader, v: number): DeleteRecordsPartitionResult {
  const f = v >= 2;
  const x: DeleteRecordsPartitionResult = {
    partitionIndex: r.int32(),
    lowWatermark: r.int64(),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteRecordsTopicResult(r: Reader, v: number): DeleteRecordsTopicResult {
  const f = v >= 2;
  const x: DeleteRecordsTopicResult = {
    name: r.string(f),
    partitions: r.array(f, 14, readDeleteRecordsPartitionResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteRecordsResponse(r: Reader, v: number): DeleteRecordsResponse {
  const f = v >= 2;
  const x: DeleteRecordsResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(f, 3, readDeleteRecordsTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteRecordsPartition(r: Reader, v: number): DeleteRecordsPartition {
  const f = v >= 2;
  const x: DeleteRecordsPartition = {
    partitionIndex: r.int32(),
    offset: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteRecordsTopic(r: Reader, v: number): DeleteRecordsTopic {
  const f = v >= 2;
  const x: DeleteRecordsTopic = {
    name: r.string(f),
    partitions: r.array(f, 12, readDeleteRecordsPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteRecordsRequest(r: Reader, v: number): DeleteRecordsRequest {
  const f = v >= 2;
  const x: DeleteRecordsRequest = {
    topics: r.array(f, 3, readDeleteRecordsTopic, v),
    timeoutMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function writeDeleteRecordsPartitionResult(
  w: Writer,
  x: DeleteRecordsPartitionResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.lowWatermark ?? 0n);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteRecordsTopicResult(
  w: Writer,
  x: DeleteRecordsTopicResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeDeleteRecordsPartitionResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteRecordsResponse(w: Writer, x: DeleteRecordsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeDeleteRecordsTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
