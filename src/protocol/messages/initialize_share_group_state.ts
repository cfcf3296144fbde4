// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The InitializeShareGroupState API (key 83), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The InitializeShareGroupStateRequest message, as decoded. */
export interface InitializeShareGroupStateRequest {
  /** `string`. */
  groupId: string;
  /** `[]InitializeStateData`. */
  topics: InitializeStateData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The InitializeShareGroupStateRequest message, to be encoded; what is left out takes the schema's default. */
export interface InitializeShareGroupStateRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]InitializeStateData`. */
  readonly topics?: readonly InitializeStateDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A InitializeStateData of InitializeShareGroupStateRequest, as decoded. */
export interface InitializeStateData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: InitializeShareGroupStateRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A InitializeStateData of InitializeShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface InitializeStateDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly InitializeShareGroupStateRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of InitializeShareGroupStateRequest, as decoded. */
export interface InitializeShareGroupStateRequestPartitionData {
  /** `int32`. */
  partition: number;
  /** `int32`. */
  stateEpoch: number;
  /** `int64`. */
  startOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of InitializeShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface InitializeShareGroupStateRequestPartitionDataInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int32`. */
  readonly stateEpoch?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The InitializeShareGroupStateResponse message, as decoded. */
export interface InitializeShareGroupStateResponse {
  /** `[]InitializeStateResult`. */
  results: InitializeStateResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The InitializeShareGroupStateResponse message, to be encoded; what is left out takes the schema's default. */
export interface InitializeShareGroupStateResponseInput {
  /** `[]InitializeStateResult`. */
  readonly results?: readonly InitializeStateResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A InitializeStateResult of InitializeShareGroupStateResponse, as decoded. */
export interface InitializeStateResult {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionResult`. */
  partitions: InitializeShareGroupStateResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A InitializeStateResult of InitializeShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface InitializeStateResultInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionResult`. */
  readonly partitions?: readonly InitializeShareGroupStateResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of InitializeShareGroupStateResponse, as decoded. */
export interface InitializeShareGroupStateResponsePartitionResult {
  /** `int32`. */
  partition: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of InitializeShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface InitializeShareGroupStateResponsePartitionResultInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const INITIALIZE_SHARE_GROUP_STATE_REQUEST: MessageInfo = {
  name: "InitializeShareGroupStateRequest",
  min: 0,
  max: 0,
};
const INITIALIZE_SHARE_GROUP_STATE_RESPONSE: MessageInfo = {
  name: "InitializeShareGroupStateResponse",
  min: 0,
  max: 0,
};

/** The client's half of InitializeShareGroupState. */
export const initializeShareGroupState: ClientApi<
  InitializeShareGroupStateRequestInput,
  InitializeShareGroupStateResponse
> = {
  key: 83,
  name: "InitializeShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      INITIALIZE_SHARE_GROUP_STATE_REQUEST,
      writeInitializeShareGroupStateRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      INITIALIZE_SHARE_GROUP_STATE_RESPONSE,
      readInitializeShareGroupStateResponse,
      reader,
      version,
    ),
};

/** The server's half of InitializeShareGroupState. */
export const initializeShareGroupStateServer: ServerApi<
  InitializeShareGroupStateRequest,
  InitializeShareGroupStateResponseInput
> = {
  key: 83,
  name: "InitializeShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      INITIALIZE_SHARE_GROUP_STATE_REQUEST,
      readInitializeShareGroupStateRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      INITIALIZE_SHARE_GROUP_STATE_RESPONSE,
      writeInitializeShareGroupStateResponse,
      writer,
      message,
      version,
    ),
};

function writeInitializeShareGroupStateRequestPartitionData(
  w: Writer,
  x: InitializeShareGroupStateRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int32(x.stateEpoch ?? 0);
  w.int64(x.startOffset ?? 0n);
  w.tags(x.unknownTags);
}

function writeInitializeStateData(w: Writer, x: InitializeStateDataInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInitializeShareGroupStateRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeInitializeShareGroupStateRequest(
  w: Writer,
  x: InitializeShareGroupStateRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeInitializeStateData, v);
  w.tags(x.unknownTags);
}

function readInitializeShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): InitializeShareGroupStateResponsePartitionResult {
  const x: InitializeShareGroupStateResponsePartitionResult = {
    partition: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readInitializeStateResult(r: Reader, v: number): InitializeStateResult {
  const x: InitializeStateResult = {
    topicId: r.uuid(),
    partitions: r.array(true, 8, readInitializeShareGroupStateResponsePartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readInitializeShareGroupStateResponse(
  r: Reader,
  v: number,
): InitializeShareGroupStateResponse {
  const x: InitializeShareGroupStateResponse = {
    results: r.array(true, 18, readInitializeStateResult, v),
  };
  r.tags(x);
  return x;
}

function readInitializeShareGroupStateRequestPartitionData(
  r: Reader,
  _v: number,
): InitializeShareGroupStateRequestPartitionData {
  const x: InitializeShareGroupStateRequestPartitionData = {
    partition: r.int32(),
    stateEpoch: r.int32(),
    startOffset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readInitializeStateData(r: Reader, v: number): InitializeStateData {
  const x: InitializeStateData = {
    topicId: r.uuid(),
    partitions: r.array(true, 17, readInitializeShareGroupStateRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readInitializeShareGroupStateRequest(
  r: Reader,
  v: number,
): InitializeShareGroupStateRequest {
  const x: InitializeShareGroupStateRequest = {
    groupId: r.string(true),
    topics: r.array(true, 18, readInitializeStateData, v),
  };
  r.tags(x);
  return x;
}

function writeInitializeShareGroupStateResponsePartitionResult(
  w: Writer,
  x: InitializeShareGroupStateResponsePartitionResultInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeInitializeStateResult(w: Writer, x: InitializeStateResultInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInitializeShareGroupStateResponsePartitionResult, v);
  w.tags(x.unknownTags);
}

function writeInitializeShareGroupStateResponse(
  w: Writer,
  x: InitializeShareGroupStateResponseInput,
  v: number,
): void {
  w.array(x.results, true, writeInitializeStateResult, v);
  w.tags(x.unknownTags);
}
