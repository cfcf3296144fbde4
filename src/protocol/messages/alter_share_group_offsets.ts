// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterShareGroupOffsets API (key 91), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The AlterShareGroupOffsetsRequest message, as decoded. */
export interface AlterShareGroupOffsetsRequest {
  /** `string`. */
  groupId: string;
  /** `[]AlterShareGroupOffsetsRequestTopic`. */
  topics: AlterShareGroupOffsetsRequestTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterShareGroupOffsetsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]AlterShareGroupOffsetsRequestTopic`. */
  readonly topics?: readonly AlterShareGroupOffsetsRequestTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterShareGroupOffsetsRequestTopic of AlterShareGroupOffsetsRequest, as decoded. */
export interface AlterShareGroupOffsetsRequestTopic {
  /** `string`. */
  topicName: string;
  /** `[]AlterShareGroupOffsetsRequestPartition`. */
  partitions: AlterShareGroupOffsetsRequestPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterShareGroupOffsetsRequestTopic of AlterShareGroupOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsRequestTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]AlterShareGroupOffsetsRequestPartition`. */
  readonly partitions?: readonly AlterShareGroupOffsetsRequestPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterShareGroupOffsetsRequestPartition of AlterShareGroupOffsetsRequest, as decoded. */
export interface AlterShareGroupOffsetsRequestPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  startOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterShareGroupOffsetsRequestPartition of AlterShareGroupOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsRequestPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly startOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterShareGroupOffsetsResponse message, as decoded. */
export interface AlterShareGroupOffsetsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `[]AlterShareGroupOffsetsResponseTopic`. */
  responses: AlterShareGroupOffsetsResponseTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterShareGroupOffsetsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `[]AlterShareGroupOffsetsResponseTopic`. */
  readonly responses?: readonly AlterShareGroupOffsetsResponseTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterShareGroupOffsetsResponseTopic of AlterShareGroupOffsetsResponse, as decoded. */
export interface AlterShareGroupOffsetsResponseTopic {
  /** `string`. */
  topicName: string;
  /** `uuid`. */
  topicId: string;
  /** `[]AlterShareGroupOffsetsResponsePartition`. */
  partitions: AlterShareGroupOffsetsResponsePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterShareGroupOffsetsResponseTopic of AlterShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsResponseTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]AlterShareGroupOffsetsResponsePartition`. */
  readonly partitions?: readonly AlterShareGroupOffsetsResponsePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterShareGroupOffsetsResponsePartition of AlterShareGroupOffsetsResponse, as decoded. */
export interface AlterShareGroupOffsetsResponsePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterShareGroupOffsetsResponsePartition of AlterShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterShareGroupOffsetsResponsePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_SHARE_GROUP_OFFSETS_REQUEST: MessageInfo = {
  name: "AlterShareGroupOffsetsRequest",
  min: 0,
  max: 0,
};
const ALTER_SHARE_GROUP_OFFSETS_RESPONSE: MessageInfo = {
  name: "AlterShareGroupOffsetsResponse",
  min: 0,
  max: 0,
};

/** The client's half of AlterShareGroupOffsets. */
export const alterShareGroupOffsets: ClientApi<
  AlterShareGroupOffsetsRequestInput,
  AlterShareGroupOffsetsResponse
> = {
  key: 91,
  name: "AlterShareGroupOffsets",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALTER_SHARE_GROUP_OFFSETS_REQUEST,
      writeAlterShareGroupOffsetsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      ALTER_SHARE_GROUP_OFFSETS_RESPONSE,
      readAlterShareGroupOffsetsResponse,
      reader,
      version,
    ),
};

/** The server's half of AlterShareGroupOffsets. */
export const alterShareGroupOffsetsServer: ServerApi<
  AlterShareGroupOffsetsRequest,
  AlterShareGroupOffsetsResponseInput
> = {
  key: 91,
  name: "AlterShareGroupOffsets",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      ALTER_SHARE_GROUP_OFFSETS_REQUEST,
      readAlterShareGroupOffsetsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALTER_SHARE_GROUP_OFFSETS_RESPONSE,
      writeAlterShareGroupOffsetsResponse,
      writer,
      message,
      version,
    ),
};

function writeAlterShareGroupOffsetsRequestPartition(
  w: Writer,
  x: AlterShareGroupOffsetsRequestPartitionInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.startOffset ?? 0n);
  w.tags(x.unknownTags);
}

function writeAlterShareGroupOffsetsRequestTopic(
  w: Writer,
  x: AlterShareGroupOffsetsRequestTopicInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeAlterShareGroupOffsetsRequestPartition, v);
  w.tags(x.unknownTags);
}

function writeAlterShareGroupOffsetsRequest(
  w: Writer,
  x: AlterShareGroupOffsetsRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeAlterShareGroupOffsetsRequestTopic, v);
  w.tags(x.unknownTags);
}

function readAlterShareGroupOffsetsResponsePartition(
  r: Reader,
  _v: number,
): AlterShareGroupOffsetsResponsePartition {
  const x: AlterShareGroupOffsetsResponsePartition = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readAlterShareGroupOffsetsResponseTopic(
  r: Reader,
  v: number,
): AlterShareGroupOffsetsResponseTopic {
  const x: AlterShareGroupOffsetsResponseTopic = {
    topicName: r.string(true),
    topicId: r.uuid(),
    partitions: r.array(true, 8, readAlterShareGroupOffsetsResponsePartition, v),
  };
  r.tags(x);
  return x;
}

function readAlterShareGroupOffsetsResponse(r: Reader, v: number): AlterShareGroupOffsetsResponse {
  const x: AlterShareGroupOffsetsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    responses: r.array(true, 19, readAlterShareGroupOffsetsResponseTopic, v),
  };
  r.tags(x);
  return x;
}

function readAlterShareGroupOffsetsRequestPartition(
  r: Reader,
  _v: number,
): AlterShareGroupOffsetsRequestPartition {
  const x: AlterShareGroupOffsetsRequestPartition = {
    partitionIndex: r.int32(),
    startOffset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readAlterShareGroupOffsetsRequestTopic(
  r: Reader,
  v: number,
): AlterShareGroupOffsetsRequestTopic {
  const x: AlterShareGroupOffsetsRequestTopic = {
    topicName: r.string(true),
    partitions: r.array(true, 13, readAlterShareGroupOffsetsRequestPartition, v),
  };
  r.tags(x);
  return x;
}

function readAlterShareGroupOffsetsRequest(r: Reader, v: number): AlterShareGroupOffsetsRequest {
  const x: AlterShareGroupOffsetsRequest = {
    groupId: r.string(true),
    topics: r.array(true, 3, readAlterShareGroupOffsetsRequestTopic, v),
  };
  r.tags(x);
  return x;
}

function writeAlterShareGroupOffsetsResponsePartition(
  w: Writer,
  x: AlterShareGroupOffsetsResponsePartitionInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeAlterShareGroupOffsetsResponseTopic(
  w: Writer,
  x: AlterShareGroupOffsetsResponseTopicInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAlterShareGroupOffsetsResponsePartition, v);
  w.tags(x.unknownTags);
}

function writeAlterShareGroupOffsetsResponse(
  w: Writer,
  x: AlterShareGroupOffsetsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.array(x.responses, true, writeAlterShareGroupOffsetsResponseTopic, v);
  w.tags(x.unknownTags);
}
