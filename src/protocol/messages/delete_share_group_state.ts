// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteShareGroupState API (key 86), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The DeleteShareGroupStateRequest message, as decoded. */
export interface DeleteShareGroupStateRequest {
  /** `string`. */
  groupId: string;
  /** `[]DeleteStateData`. */
  topics: DeleteStateData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteShareGroupStateRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupStateRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]DeleteStateData`. */
  readonly topics?: readonly DeleteStateDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteStateData of DeleteShareGroupStateRequest, as decoded. */
export interface DeleteStateData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: DeleteShareGroupStateRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteStateData of DeleteShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteStateDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly DeleteShareGroupStateRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of DeleteShareGroupStateRequest, as decoded. */
export interface DeleteShareGroupStateRequestPartitionData {
  /** `int32`. */
  partition: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of DeleteShareGroupStateRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupStateRequestPartitionDataInput {
  /** `int32`. */
  readonly partition?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteShareGroupStateResponse message, as decoded. */
export interface DeleteShareGroupStateResponse {
  /** `[]DeleteStateResult`. */
  results: DeleteStateResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteShareGroupStateResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupStateResponseInput {
  /** `[]DeleteStateResult`. */
  readonly results?: readonly DeleteStateResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteStateResult of DeleteShareGroupStateResponse, as decoded. */
export interface DeleteStateResult {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionResult`. */
  partitions: DeleteShareGroupStateResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteStateResult of DeleteShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteStateResultInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionResult`. */
  readonly partitions?: readonly DeleteShareGroupStateResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of DeleteShareGroupStateResponse, as decoded. */
export interface DeleteShareGroupStateResponsePartitionResult {
  /** `int32`. */
  partition: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of DeleteShareGroupStateResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupStateResponsePartitionResultInput {
  /** `int32`. */
  readonly partition?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_SHARE_GROUP_STATE_REQUEST: MessageInfo = {
  name: "DeleteShareGroupStateRequest",
  min: 0,
  max: 0,
};
const DELETE_SHARE_GROUP_STATE_RESPONSE: MessageInfo = {
  name: "DeleteShareGroupStateResponse",
  min: 0,
  max: 0,
};

/** The client's half of DeleteShareGroupState. */
export const deleteShareGroupState: ClientApi<
  DeleteShareGroupStateRequestInput,
  DeleteShareGroupStateResponse
> = {
  key: 86,
  name: "DeleteShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DELETE_SHARE_GROUP_STATE_REQUEST,
      writeDeleteShareGroupStateRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DELETE_SHARE_GROUP_STATE_RESPONSE,
      readDeleteShareGroupStateResponse,
      reader,
      version,
    ),
};

/** The server's half of DeleteShareGroupState. */
export const deleteShareGroupStateServer: ServerApi<
  DeleteShareGroupStateRequest,
  DeleteShareGroupStateResponseInput
> = {
  key: 86,
  name: "DeleteShareGroupState",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DELETE_SHARE_GROUP_STATE_REQUEST,
      readDeleteShareGroupStateRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DELETE_SHARE_GROUP_STATE_RESPONSE,
      writeDeleteShareGroupStateResponse,
      writer,
      message,
      version,
    ),
};

function writeDeleteShareGroupStateRequestPartitionData(
  w: Writer,
  x: DeleteShareGroupStateRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.tags(x.unknownTags);
}

function writeDeleteStateData(w: Writer, x: DeleteStateDataInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeDeleteShareGroupStateRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeDeleteShareGroupStateRequest(
  w: Writer,
  x: DeleteShareGroupStateRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeDeleteStateData, v);
  w.tags(x.unknownTags);
}

function readDeleteShareGroupStateResponsePartitionResult(
  r: Reader,
  _v: number,
): DeleteShareGroupStateResponsePartitionResult {
  const x: DeleteShareGroupStateResponsePartitionResult = {
    partition: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readDeleteStateResult(r: Reader, v: number): DeleteStateResult {
  const x: DeleteStateResult = {
    topicId: r.uuid(),
    partitions: r.array(true, 8, readDeleteShareGroupStateResponsePartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupStateResponse(r: Reader, v: number): DeleteShareGroupStateResponse {
  const x: DeleteShareGroupStateResponse = {
    results: r.array(true, 18, readDeleteStateResult, v),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupStateRequestPartitionData(
  r: Reader,
  _v: number,
): DeleteShareGroupStateRequestPartitionData {
  const x: DeleteShareGroupStateRequestPartitionData = {
    partition: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDeleteStateData(r: Reader, v: number): DeleteStateData {
  const x: DeleteStateData = {
    topicId: r.uuid(),
    partitions: r.array(true, 5, readDeleteShareGroupStateRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupStateRequest(r: Reader, v: number): DeleteShareGroupStateRequest {
  const x: DeleteShareGroupStateRequest = {
    groupId: r.string(true),
    topics: r.array(true, 18, readDeleteStateData, v),
  };
  r.tags(x);
  return x;
}

function writeDeleteShareGroupStateResponsePartitionResult(
  w: Writer,
  x: DeleteShareGroupStateResponsePartitionResultInput,
  _v: number,
): void {
  w.int32(x.partition ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeDeleteStateResult(w: Writer, x: DeleteStateResultInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeDeleteShareGroupStateResponsePartitionResult, v);
  w.tags(x.unknownTags);
}

function writeDeleteShareGroupStateResponse(
  w: Writer,
  x: DeleteShareGroupStateResponseInput,
  v: number,
): void {
  w.array(x.results, true, writeDeleteStateResult, v);
  w.tags(x.unknownTags);
}
