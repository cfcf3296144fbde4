// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The TxnOffsetCommit API (key 28), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The TxnOffsetCommitRequest message, as decoded. */
export interface TxnOffsetCommitRequest {
  /** `string`. */
  transactionalId: string;
  /** `string`. */
  groupId: string;
  /** `int64`. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `int32`, v3+, default -1. */
  generationId: number;
  /** `string`, v3+. */
  memberId: string;
  /** `string`, v3+, nullable, default null. */
  groupInstanceId: string | null;
  /** `[]TxnOffsetCommitRequestTopic`. */
  topics: TxnOffsetCommitRequestTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The TxnOffsetCommitRequest message, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitRequestInput {
  /** `string`. */
  readonly transactionalId?: string;
  /** `string`. */
  readonly groupId?: string;
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `int32`, v3+, default -1. */
  readonly generationId?: number;
  /** `string`, v3+. */
  readonly memberId?: string;
  /** `string`, v3+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `[]TxnOffsetCommitRequestTopic`. */
  readonly topics?: readonly TxnOffsetCommitRequestTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TxnOffsetCommitRequestTopic of TxnOffsetCommitRequest, as decoded. */
export interface TxnOffsetCommitRequestTopic {
  /** `string`. */
  name: string;
  /** `[]TxnOffsetCommitRequestPartition`. */
  partitions: TxnOffsetCommitRequestPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TxnOffsetCommitRequestTopic of TxnOffsetCommitRequest, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitRequestTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]TxnOffsetCommitRequestPartition`. */
  readonly partitions?: readonly TxnOffsetCommitRequestPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TxnOffsetCommitRequestPartition of TxnOffsetCommitRequest, as decoded. */
export interface TxnOffsetCommitRequestPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  committedOffset: bigint;
  /** `int32`, v2+, default -1. */
  committedLeaderEpoch: number;
  /** `string`, nullable. */
  committedMetadata: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TxnOffsetCommitRequestPartition of TxnOffsetCommitRequest, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitRequestPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly committedOffset?: bigint;
  /** `int32`, v2+, default -1. */
  readonly committedLeaderEpoch?: number;
  /** `string`, nullable. */
  readonly committedMetadata?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The TxnOffsetCommitResponse message, as decoded. */
export interface TxnOffsetCommitResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]TxnOffsetCommitResponseTopic`. */
  topics: TxnOffsetCommitResponseTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The TxnOffsetCommitResponse message, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]TxnOffsetCommitResponseTopic`. */
  readonly topics?: readonly TxnOffsetCommitResponseTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TxnOffsetCommitResponseTopic of TxnOffsetCommitResponse, as decoded. */
export interface TxnOffsetCommitResponseTopic {
  /** `string`. */
  name: string;
  /** `[]TxnOffsetCommitResponsePartition`. */
  partitions: TxnOffsetCommitResponsePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TxnOffsetCommitResponseTopic of TxnOffsetCommitResponse, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitResponseTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]TxnOffsetCommitResponsePartition`. */
  readonly partitions?: readonly TxnOffsetCommitResponsePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TxnOffsetCommitResponsePartition of TxnOffsetCommitResponse, as decoded. */
export interface TxnOffsetCommitResponsePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TxnOffsetCommitResponsePartition of TxnOffsetCommitResponse, to be encoded; what is left out takes the schema's default. */
export interface TxnOffsetCommitResponsePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const TXN_OFFSET_COMMIT_REQUEST: MessageInfo = { name: "TxnOffsetCommitRequest", min: 0, max: 5 };
const TXN_OFFSET_COMMIT_RESPONSE: MessageInfo = { name: "TxnOffsetCommitResponse", min: 0, max: 5 };

/** The client's half of TxnOffsetCommit. */
export const txnOffsetCommit: ClientApi<TxnOffsetCommitRequestInput, TxnOffsetCommitResponse> = {
  key: 28,
  name: "TxnOffsetCommit",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(TXN_OFFSET_COMMIT_REQUEST, writeTxnOffsetCommitRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(TXN_OFFSET_COMMIT_RESPONSE, readTxnOffsetCommitResponse, reader, version),
};

/** The server's half of TxnOffsetCommit. */
export const txnOffsetCommitServer: ServerApi<
  TxnOffsetCommitRequest,
  TxnOffsetCommitResponseInput
> = {
  key: 28,
  name: "TxnOffsetCommit",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(TXN_OFFSET_COMMIT_REQUEST, readTxnOffsetCommitRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      TXN_OFFSET_COMMIT_RESPONSE,
      writeTxnOffsetCommitResponse,
      writer,
      message,
      version,
    ),
};

function writeTxnOffsetCommitRequestPartition(
  w: Writer,
  x: TxnOffsetCommitRequestPartitionInput,
  v: number,
): void {
  const f = v >= 3;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.committedOffset ?? 0n);
  if (v >= 2) w.int32(x.committedLeaderEpoch ?? -1);
  w.nullableString(x.committedMetadata === undefined ? "" : x.committedMetadata, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeTxnOffsetCommitRequestTopic(
  w: Writer,
  x: TxnOffsetCommitRequestTopicInput,
  v: number,
): void {
  const f = v >= 3;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeTxnOffsetCommitRequestPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeTxnOffsetCommitRequest(w: Writer, x: TxnOffsetCommitRequestInput, v: number): void {
  const f = v >= 3;
  w.string(x.transactionalId ?? "", f);
  w.string(x.groupId ?? "", f);
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  if (v >= 3) w.int32(x.generationId ?? -1);
  else checkAbsent(x.generationId, -1);
  if (v >= 3) w.string(x.memberId ?? "", true);
  else checkAbsent(x.memberId, "");
  if (v >= 3) w.nullableString(x.groupInstanceId ?? null, true);
  else checkAbsent(x.groupInstanceId, null);
  w.array(x.topics, f, writeTxnOffsetCommitRequestTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readTxnOffsetCommitResponsePartition(
  r: Reader,
  v: number,
): TxnOffsetCommitResponsePartition {
  const f = v >= 3;
  const x: TxnOffsetCommitResponsePartition = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readTxnOffsetCommitResponseTopic(r: Reader, v: number): TxnOffsetCommitResponseTopic {
  const f = v >= 3;
  const x: TxnOffsetCommitResponseTopic = {
    name: r.string(f),
    partitions: r.array(f, 6, readTxnOffsetCommitResponsePartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readTxnOffsetCommitResponse(r: Reader, v: number): TxnOffsetCommitResponse {
  const f = v >= 3;
  const x: TxnOffsetCommitResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(f, 3, readTxnOffsetCommitResponseTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function readTxnOffsetCommitRequestPartition(
  r: Reader,
  v: number,
): TxnOffsetCommitRequestPartition {
  const f = v >= 3;
  const x: TxnOffsetCommitRequestPartition = {
    partitionIndex: r.int32(),
    committedOffset: r.int64(),
    committedLeaderEpoch: v >= 2 ? r.int32() : -1,
    committedMetadata: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readTxnOffsetCommitRequestTopic(r: Reader, v: number): TxnOffsetCommitRequestTopic {
  const f = v >= 3;
  const x: TxnOffsetCommitRequestTopic = {
    name: r.string(f),
    partitions: r.array(f, 14, readTxnOffsetCommitRequestPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readTxnOffsetCommitRequest(r: Reader, v: number): TxnOffsetCommitRequest {
  const f = v >= 3;
  const x: TxnOffsetCommitRequest = {
    transactionalId: r.string(f),
    groupId: r.string(f),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    generationId: v >= 3 ? r.int32() : -1,
    memberId: v >= 3 ? r.string(true) : "",
    groupInstanceId: v >= 3 ? r.nullableString(true) : null,
    topics: r.array(f, 3, readTxnOffsetCommitRequestTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeTxnOffsetCommitResponsePartition(
  w: Writer,
  x: TxnOffsetCommitResponsePartitionInput,
  v: number,
): void {
  const f = v >= 3;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeTxnOffsetCommitResponseTopic(
  w: Writer,
  x: TxnOffsetCommitResponseTopicInput,
  v: number,
): void {
  const f = v >= 3;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeTxnOffsetCommitResponsePartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeTxnOffsetCommitResponse(w: Writer, x: TxnOffsetCommitResponseInput, v: number): void {
  const f = v >= 3;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeTxnOffsetCommitResponseTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
