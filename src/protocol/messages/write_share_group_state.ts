// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The WriteShareGroupState API (key 85), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The WriteShareGroupStateRequest message, as decoded. */
export interface WriteShareGroupStateRequest {
  /** `string`. */
  groupId: string;
  /** `[]WriteStateData`. */
  topics: WriteStateData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The WriteShareGroupStateRequest message, to be encoded; what is left out takes the schema's default. */
export interface WriteShareGroupStateRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]WriteStateData`. */
  readonly topics?: readonly WriteStateDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WriteStateData of WriteShareGroupStateRequest, as decoded. */
export interface WriteStateData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: WriteShareGroupStateRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WriteStateData of WriteShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface WriteStateDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly WriteShareGroupStateRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of WriteShareGroupStateRequest, as decoded. */
export interface WriteShareGroupStateRequestPartitionData {
  /** `int32`. */
  partition: number;
  /** `int32`. */
  stateEpoch: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `int64`. */
  startOffset: bigint;
  /** `int32`, v1+, default -1. */
  deliveryCompleteCount: number;
  /** `[]StateBatch`. */
  stateBatches: WriteShareGroupStateRequestStateBatch[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of WriteShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface WriteShareGroupStateRequestPartitionDataInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`. */
  readonly stateEpoch?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** `int32`, v1+, default -1. */
  readonly deliveryCompleteCount?: number;
  /** `[]StateBatch`. */
  readonly stateBatches?: readonly WriteShareGroupStateRequestStateBatchInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A StateBatch of WriteShareGroupStateRequest, as decoded. */
export interface WriteShareGroupStateRequestStateBatch {
  /** `int64`. */
  firstOffset: bigint;
  /** `int64`. */
  lastOffset: bigint;
  /** `int8`. */
  deliveryState: number;
  /** `int16`. */
  deliveryCount: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A StateBatch of WriteShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface WriteShareGroupStateRequestStateBatchInput {
  /** `int64`. */
  readonly firstOffset?: bigint;
  /** `int64`. */
  readonly lastOffset?: bigint;
  /** `int8`. */
  readonly deliveryState?: number;
  /** `int16`. */
  readonly deliveryCount?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The WriteShareGroupStateResponse message, as decoded. */
export interface WriteShareGroupStateResponse {
  /** `[]WriteStateResult`. */
  results: WriteStateResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The WriteShareGroupStateResponse message, to be encoded; what is left out takes the schema's default. */
export interface WriteShareGroupStateResponseInput {
  /** `[]WriteStateResult`. */
  readonly results?: readonly WriteStateResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WriteStateResult of WriteShareGroupStateResponse, as decoded. */
export interface WriteStateResult {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionResult`. */
  partitions: WriteShareGroupStateResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WriteStateResult of WriteShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface WriteStateResultInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionResult`. */
  readonly partitions?: readonly WriteShareGroupStateResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of WriteShareGroupStateResponse, as decoded. */
export interface WriteShareGroupStateResponsePartitionResult {
  /** `int32`. */
  partition: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of WriteShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface WriteShareGroupStateResponsePartitionResultInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const WRITE_SHARE_GROUP_STATE_REQUEST: MessageInfo = {
  name: "WriteShareGroupStateRequest",
  min: 0,
  max: 1,
};
const WRITE_SHARE_GROUP_STATE_RESPONSE: MessageInfo = {
  name: "WriteShareGroupStateResponse",
  min: 0,
  max: 1,
};

/** The client's half of WriteShareGroupState. */
export const writeShareGroupState: ClientApi<
  WriteShareGroupStateRequestInput,
  WriteShareGroupStateResponse
> = {
  key: 85,
  name: "WriteShareGroupState",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      WRITE_SHARE_GROUP_STATE_REQUEST,
      writeWriteShareGroupStateRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      WRITE_SHARE_GROUP_STATE_RESPONSE,
      readWriteShareGroupStateResponse,
      reader,
      version,
    ),
};

/** The server's half of WriteShareGroupState. */
export const writeShareGroupStateServer: ServerApi<
  WriteShareGroupStateRequest,
  WriteShareGroupStateResponseInput
> = {
  key: 85,
  name: "WriteShareGroupState",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      WRITE_SHARE_GROUP_STATE_REQUEST,
      readWriteShareGroupStateRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      WRITE_SHARE_GROUP_STATE_RESPONSE,
      writeWriteShareGroupStateResponse,
      writer,
      message,
      version,
    ),
};

function writeWriteShareGroupStateRequestStateBatch(
  w: Writer,
  x: WriteShareGroupStateRequestStateBatchInput,
  _v: number,
): void {
  w.int64(x.firstOffset ?? 0n);
  w.int64(x.lastOffset ?? 0n);
  w.int8(x.deliveryState ?? 0);
  w.int16(x.deliveryCount ?? 0);
  w.tags(x.unknownTags);
}

function writeWriteShareGroupStateRequestPartitionData(
  w: Writer,
  x: WriteShareGroupStateRequestPartitionDataInput,
  v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int32(x.stateEpoch ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.int64(x.startOffset ?? 0n);
  if (v >= 1) w.int32(x.deliveryCompleteCount ?? -1);
  w.array(x.stateBatches, true, writeWriteShareGroupStateRequestStateBatch, v);
  w.tags(x.unknownTags);
}

function writeWriteStateData(w: Writer, x: WriteStateDataInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeWriteShareGroupStateRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeWriteShareGroupStateRequest(
  w: Writer,
  x: WriteShareGroupStateRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeWriteStateData, v);
  w.tags(x.unknownTags);
}

function readWriteShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): WriteShareGroupStateResponsePartitionResult {
  const x: WriteShareGroupStateResponsePartitionResult = {
    partition: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readWriteStateResult(r: Reader, v: number): WriteStateResult {
  const x: WriteStateResult = {
    topicId: r.uuid(),
    partitions: r.array(true, 8, readWriteShareGroupStateResponsePartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readWriteShareGroupStateResponse(r: Reader, v: number): WriteShareGroupStateResponse {
  const x: WriteShareGroupStateResponse = {
    results: r.array(true, 18, readWriteStateResult, v),
  };
  r.tags(x);
  return x;
}

function readWriteShareGroupStateRequestStateBatch(
  r: Reader,
  _v: number,
): WriteShareGroupStateRequestStateBatch {
  const x: WriteShareGroupStateRequestStateBatch = {
    firstOffset: r.int64(),
    lastOffset: r.int64(),
    deliveryState: r.int8(),
    deliveryCount: r.int16(),
  };
  r.tags(x);
  return x;
}

function readWriteShareGroupStateRequestPartitionData(
  r: Reader,
  v: number,
): WriteShareGroupStateRequestPartitionData {
  const x: WriteShareGroupStateRequestPartitionData = {
    partition: r.int32(),
    stateEpoch: r.int32(),
    leaderEpoch: r.int32(),
    startOffset: r.int64(),
    deliveryCompleteCount: v >= 1 ? r.int32() : -1,
    stateBatches: r.array(true, 20, readWriteShareGroupStateRequestStateBatch, v),
  };
  r.tags(x);
  return x;
}

function readWriteStateData(r: Reader, v: number): WriteStateData {
  const x: WriteStateData = {
    topicId: r.uuid(),
    partitions: r.array(true, 22, readWriteShareGroupStateRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readWriteShareGroupStateRequest(r: Reader, v: number): WriteShareGroupStateRequest {
  const x: WriteShareGroupStateRequest = {
    groupId: r.string(true),
    topics: r.array(true, 18, readWriteStateData, v),
  };
  r.tags(x);
  return x;
}

function writeWriteShareGroupStateResponsePartitionResult(
  w: Writer,
  x: WriteShareGroupStateResponsePartitionResultInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeWriteStateResult(w: Writer, x: WriteStateResultInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeWriteShareGroupStateResponsePartitionResult, v);
  w.tags(x.unknownTags);
}

function writeWriteShareGroupStateResponse(
  w: Writer,
  x: WriteShareGroupStateResponseInput,
  v: number,
): void {
  w.array(x.results, true, writeWriteStateResult, v);
  w.tags(x.unknownTags);
}
