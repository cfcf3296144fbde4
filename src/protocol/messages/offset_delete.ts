// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The OffsetDelete API (key 47), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The OffsetDeleteRequest message, as decoded. */
export interface OffsetDeleteRequest {
  /** `string`. */
  groupId: string;
  /** `[]OffsetDeleteRequestTopic`. */
  topics: OffsetDeleteRequestTopic[];
}

/** The OffsetDeleteRequest message, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]OffsetDeleteRequestTopic`. */
  readonly topics?: readonly OffsetDeleteRequestTopicInput[];
}

/** A OffsetDeleteRequestTopic of OffsetDeleteRequest, as decoded. */
export interface OffsetDeleteRequestTopic {
  /** `string`. */
  name: string;
  /** `[]OffsetDeleteRequestPartition`. */
  partitions: OffsetDeleteRequestPartition[];
}

/** A OffsetDeleteRequestTopic of OffsetDeleteRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteRequestTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]OffsetDeleteRequestPartition`. */
  readonly partitions?: readonly OffsetDeleteRequestPartitionInput[];
}

/** A OffsetDeleteRequestPartition of OffsetDeleteRequest, as decoded. */
export interface OffsetDeleteRequestPartition {
  /** `int32`. */
  partitionIndex: number;
}

/** A OffsetDeleteRequestPartition of OffsetDeleteRequest, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteRequestPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
}

/** The OffsetDeleteResponse message, as decoded. */
export interface OffsetDeleteResponse {
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]OffsetDeleteResponseTopic`. */
  topics: OffsetDeleteResponseTopic[];
}

/** The OffsetDeleteResponse message, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]OffsetDeleteResponseTopic`. */
  readonly topics?: readonly OffsetDeleteResponseTopicInput[];
}

/** A OffsetDeleteResponseTopic of OffsetDeleteResponse, as decoded. */
export interface OffsetDeleteResponseTopic {
  /** `string`. */
  name: string;
  /** `[]OffsetDeleteResponsePartition`. */
  partitions: OffsetDeleteResponsePartition[];
}

/** A OffsetDeleteResponseTopic of OffsetDeleteResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteResponseTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]OffsetDeleteResponsePartition`. */
  readonly partitions?: readonly OffsetDeleteResponsePartitionInput[];
}

/** A OffsetDeleteResponsePartition of OffsetDeleteResponse, as decoded. */
export interface OffsetDeleteResponsePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
}

/** A OffsetDeleteResponsePartition of OffsetDeleteResponse, to be encoded; what is left out takes the schema's default. */
export interface OffsetDeleteResponsePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
}

const OFFSET_DELETE_REQUEST: MessageInfo = { name: "OffsetDeleteRequest", min: 0, max: 0 };
const OFFSET_DELETE_RESPONSE: MessageInfo = { name: "OffsetDeleteResponse", min: 0, max: 0 };

/** The client's half of OffsetDelete. */
export const offsetDelete: ClientApi<OffsetDeleteRequestInput, OffsetDeleteResponse> = {
  key: 47,
  name: "OffsetDelete",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: Infinity,
  encodeRequest: (writer, message, version) =>
    encodeMessage(OFFSET_DELETE_REQUEST, writeOffsetDeleteRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(OFFSET_DELETE_RESPONSE, readOffsetDeleteResponse, reader, version),
};

/** The server's half of OffsetDelete. */
export const offsetDeleteServer: ServerApi<OffsetDeleteRequest, OffsetDeleteResponseInput> = {
  key: 47,
  name: "OffsetDelete",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: Infinity,
  decodeRequest: (reader, version) =>
    decodeMessage(OFFSET_DELETE_REQUEST, readOffsetDeleteRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(OFFSET_DELETE_RESPONSE, writeOffsetDeleteResponse, writer, message, version),
};

function writeOffsetDeleteRequestPartition(
  w: Writer,
  x: OffsetDeleteRequestPartitionInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
}

function writeOffsetDeleteRequestTopic(
  w: Writer,
  x: OffsetDeleteRequestTopicInput,
  v: number,
): void {
  w.string(x.name ?? "", false);
  w.array(x.partitions, false, writeOffsetDeleteRequestPartition, v);
}

function writeOffsetDeleteRequest(w: Writer, x: OffsetDeleteRequestInput, v: number): void {
  w.string(x.groupId ?? "", false);
  w.array(x.topics, false, writeOffsetDeleteRequestTopic, v);
}

function readOffsetDeleteResponsePartition(r: Reader, _v: number): OffsetDeleteResponsePartition {
  return {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
}

function readOffsetDeleteResponseTopic(r: Reader, v: number): OffsetDeleteResponseTopic {
  return {
    name: r.string(false),
    partitions: r.array(false, 6, readOffsetDeleteResponsePartition, v),
  };
}

function readOffsetDeleteResponse(r: Reader, v: number): OffsetDeleteResponse {
  return {
    errorCode: r.int16(),
    throttleTimeMs: r.int32(),
    topics: r.array(false, 6, readOffsetDeleteResponseTopic, v),
  };
}

function readOffsetDeleteRequestPartition(r: Reader, _v: number): OffsetDeleteRequestPartition {
  return {
    partitionIndex: r.int32(),
  };
}

function readOffsetDeleteRequestTopic(r: Reader, v: number): OffsetDeleteRequestTopic {
  return {
    name: r.string(false),
    partitions: r.array(false, 4, readOffsetDeleteRequestPartition, v),
  };
}

function readOffsetDeleteRequest(r: Reader, v: number): OffsetDeleteRequest {
  return {
    groupId: r.string(false),
    topics: r.array(false, 6, readOffsetDeleteRequestTopic, v),
  };
}

function writeOffsetDeleteResponsePartition(
  w: Writer,
  x: OffsetDeleteResponsePartitionInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
}

function writeOffsetDeleteResponseTopic(
  w: Writer,
  x: OffsetDeleteResponseTopicInput,
  v: number,
): void {
  w.string(x.name ?? "", false);
  w.array(x.partitions, false, writeOffsetDeleteResponsePartition, v);
}

function writeOffsetDeleteResponse(w: Writer, x: OffsetDeleteResponseInput, v: number): void {
  w.int16(x.errorCode ?? 0);
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, false, writeOffsetDeleteResponseTopic, v);
}
