// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ReadShareGroupState API (key 84), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The ReadShareGroupStateRequest message, as decoded. */
export interface ReadShareGroupStateRequest {
  /** `string`. */
  groupId: string;
  /** `[]ReadStateData`. */
  topics: ReadStateData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ReadShareGroupStateRequest message, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]ReadStateData`. */
  readonly topics?: readonly ReadStateDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReadStateData of ReadShareGroupStateRequest, as decoded. */
export interface ReadStateData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: ReadShareGroupStateRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReadStateData of ReadShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface ReadStateDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly ReadShareGroupStateRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of ReadShareGroupStateRequest, as decoded. */
export interface ReadShareGroupStateRequestPartitionData {
  /** `int32`. */
  partition: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of ReadShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateRequestPartitionDataInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ReadShareGroupStateResponse message, as decoded. */
export interface ReadShareGroupStateResponse {
  /** `[]ReadStateResult`. */
  results: ReadStateResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ReadShareGroupStateResponse message, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateResponseInput {
  /** `[]ReadStateResult`. */
  readonly results?: readonly ReadStateResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReadStateResult of ReadShareGroupStateResponse, as decoded. */
export interface ReadStateResult {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionResult`. */
  partitions: ReadShareGroupStateResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReadStateResult of ReadShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface ReadStateResultInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionResult`. */
  readonly partitions?: readonly ReadShareGroupStateResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of ReadShareGroupStateResponse, as decoded. */
export interface ReadShareGroupStateResponsePartitionResult {
  /** `int32`. */
  partition: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int32`. */
  stateEpoch: number;
  /** `int64`. */
  startOffset: bigint;
  /** `[]StateBatch`. */
  stateBatches: ReadShareGroupStateResponseStateBatch[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of ReadShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateResponsePartitionResultInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int32`. */
  readonly stateEpoch?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** `[]StateBatch`. */
  readonly stateBatches?: readonly ReadShareGroupStateResponseStateBatchInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A StateBatch of ReadShareGroupStateResponse, as decoded. */
export interface ReadShareGroupStateResponseStateBatch {
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

/** A StateBatch of ReadShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface ReadShareGroupStateResponseStateBatchInput {
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

const READ_SHARE_GROUP_STATE_REQUEST: MessageInfo = {
  name: "ReadShareGroupStateRequest",
  min: 0,
  max: 0,
};
const READ_SHARE_GROUP_STATE_RESPONSE: MessageInfo = {
  name: "ReadShareGroupStateResponse",
  min: 0,
  max: 0,
};

/** The client's half of ReadShareGroupState. */
export const readShareGroupState: ClientApi<
  ReadShareGroupStateRequestInput,
  ReadShareGroupStateResponse
> = {
  key: 84,
  name: "ReadShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      READ_SHARE_GROUP_STATE_REQUEST,
      writeReadShareGroupStateRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      READ_SHARE_GROUP_STATE_RESPONSE,
      readReadShareGroupStateResponse,
      reader,
      version,
    ),
};

/** The server's half of ReadShareGroupState. */
export const readShareGroupStateServer: ServerApi<
  ReadShareGroupStateRequest,
  ReadShareGroupStateResponseInput
> = {
  key: 84,
  name: "ReadShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(READ_SHARE_GROUP_STATE_REQUEST, readReadShareGroupStateRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      READ_SHARE_GROUP_STATE_RESPONSE,
      writeReadShareGroupStateResponse,
      writer,
      message,
      version,
    ),
};

function writeReadShareGroupStateRequestPartitionData(
  w: Writer,
  x: ReadShareGroupStateRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeReadStateData(w: Writer, x: ReadStateDataInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeReadShareGroupStateRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeReadShareGroupStateRequest(
  w: Writer,
  x: ReadShareGroupStateRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeReadStateData, v);
  w.tags(x.unknownTags);
}

function readReadShareGroupStateResponseStateBatch(
  r: Reader,
  _v: number,
): ReadShareGroupStateResponseStateBatch {
  const x: ReadShareGroupStateResponseStateBatch = {
    firstOffset: r.int64(),
    lastOffset: r.int64(),
    deliveryState: r.int8(),
    deliveryCount: r.int16(),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateResponsePartitionResult(
  r: Reader,
  v: number,
): ReadShareGroupStateResponsePartitionResult {
  const x: ReadShareGroupStateResponsePartitionResult = {
    partition: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    stateEpoch: r.int32(),
    startOffset: r.int64(),
    stateBatches: r.array(true, 20, readReadShareGroupStateResponseStateBatch, v),
  };
  r.tags(x);
  return x;
}

function readReadStateResult(r: Reader, v: number): ReadStateResult {
  const x: ReadStateResult = {
    topicId: r.uuid(),
    partitions: r.array(true, 21, readReadShareGroupStateResponsePartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateResponse(r: Reader, v: number): ReadShareGroupStateResponse {
  const x: ReadShareGroupStateResponse = {
    results: r.array(true, 18, readReadStateResult, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateRequestPartitionData(
  r: Reader,
  _v: number,
): ReadShareGroupStateRequestPartitionData {
  const x: ReadShareGroupStateRequestPartitionData = {
    partition: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readReadStateData(r: Reader, v: number): ReadStateData {
  const x: ReadStateData = {
    topicId: r.uuid(),
    partitions: r.array(true, 9, readReadShareGroupStateRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readReadShareGroupStateRequest(r: Reader, v: number): ReadShareGroupStateRequest {
  const x: ReadShareGroupStateRequest = {
    groupId: r.string(true),
    topics: r.array(true, 18, readReadStateData, v),
  };
  r.tags(x);
  return x;
}

function writeReadShareGroupStateResponseStateBatch(
  w: Writer,
  x: ReadShareGroupStateResponseStateBatchInput,
  _v: number,
): void {
  w.int64(x.firstOffset ?? 0n);
  w.int64(x.lastOffset ?? 0n);
  w.int8(x.deliveryState ?? 0);
  w.int16(x.deliveryCount ?? 0);
  w.tags(x.unknownTags);
}

function writeReadShareGroupStateResponsePartitionResult(
  w: Writer,
  x: ReadShareGroupStateResponsePartitionResultInput,
  v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.int32(x.stateEpoch ?? 0);
  w.int64(x.startOffset ?? 0n);
  w.array(x.stateBatches, true, writeReadShareGroupStateResponseStateBatch, v);
  w.tags(x.unknownTags);
}

function writeReadStateResult(w: Writer, x: ReadStateResultInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeReadShareGroupStateResponsePartitionResult, v);
  w.tags(x.unknownTags);
}

function writeReadShareGroupStateResponse(
  w: Writer,
  x: ReadShareGroupStateResponseInput,
  v: number,
): void {
  w.array(x.results, true, writeReadStateResult, v);
  w.tags(x.unknownTags);
}
