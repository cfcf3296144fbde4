// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterPartitionReassignments API (key 45), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readInt32 } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The AlterPartitionReassignmentsRequest message, as decoded. */
export interface AlterPartitionReassignmentsRequest {
  /** `int32`, default 60000. */
  timeoutMs: number;
  /** `bool`, v1+, default true. */
  allowReplicationFactorChange: boolean;
  /** `[]ReassignableTopic`. */
  topics: ReassignableTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterPartitionReassignmentsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionReassignmentsRequestInput {
  /** `int32`, default 60000. */
  readonly timeoutMs?: number;
  /** `bool`, v1+, default true. */
  readonly allowReplicationFactorChange?: boolean;
  /** `[]ReassignableTopic`. */
  readonly topics?: readonly ReassignableTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReassignableTopic of AlterPartitionReassignmentsRequest, as decoded. */
export interface ReassignableTopic {
  /** `string`. */
  name: string;
  /** `[]ReassignablePartition`. */
  partitions: ReassignablePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReassignableTopic of AlterPartitionReassignmentsRequest, to be encoded; what is left out takes the schema's default. */
export interface ReassignableTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]ReassignablePartition`. */
  readonly partitions?: readonly ReassignablePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReassignablePartition of AlterPartitionReassignmentsRequest, as decoded. */
export interface ReassignablePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `[]int32`, nullable, default null. */
  replicas: number[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReassignablePartition of AlterPartitionReassignmentsRequest, to be encoded; what is left out takes the schema's default. */
export interface ReassignablePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `[]int32`, nullable, default null. */
  readonly replicas?: readonly number[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterPartitionReassignmentsResponse message, as decoded. */
export interface AlterPartitionReassignmentsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `bool`, v1+, default true. */
  allowReplicationFactorChange: boolean;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]ReassignableTopicResponse`. */
  responses: ReassignableTopicResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterPartitionReassignmentsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionReassignmentsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `bool`, v1+, default true. */
  readonly allowReplicationFactorChange?: boolean;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]ReassignableTopicResponse`. */
  readonly responses?: readonly ReassignableTopicResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReassignableTopicResponse of AlterPartitionReassignmentsResponse, as decoded. */
export interface ReassignableTopicResponse {
  /** `string`. */
  name: string;
  /** `[]ReassignablePartitionResponse`. */
  partitions: ReassignablePartitionResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReassignableTopicResponse of AlterPartitionReassignmentsResponse, to be encoded; what is left out takes the schema's default. */
export interface ReassignableTopicResponseInput {
  /** `string`. */
  readonly name?: string;
  /** `[]ReassignablePartitionResponse`. */
  readonly partitions?: readonly ReassignablePartitionResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReassignablePartitionResponse of AlterPartitionReassignmentsResponse, as decoded. */
export interface ReassignablePartitionResponse {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReassignablePartitionResponse of AlterPartitionReassignmentsResponse, to be encoded; what is left out takes the schema's default. */
export interface ReassignablePartitionResponseInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_PARTITION_REASSIGNMENTS_REQUEST: MessageInfo = {
  name: "AlterPartitionReassignmentsRequest",
  min: 0,
  max: 1,
};
const ALTER_PARTITION_REASSIGNMENTS_RESPONSE: MessageInfo = {
  name: "AlterPartitionReassignmentsResponse",
  min: 0,
  max: 1,
};

/** The client's half of AlterPartitionReassignments. */
export const alterPartitionReassignments: ClientApi<
  AlterPartitionReassignmentsRequestInput,
  AlterPartitionReassignmentsResponse
> = {
  key: 45,
  name: "AlterPartitionReassignments",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALTER_PARTITION_REASSIGNMENTS_REQUEST,
      writeAlterPartitionReassignmentsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      ALTER_PARTITION_REASSIGNMENTS_RESPONSE,
      readAlterPartitionReassignmentsResponse,
      reader,
      version,
    ),
};

/** The server's half of AlterPartitionReassignments. */
export const alterPartitionReassignmentsServer: ServerApi<
  AlterPartitionReassignmentsRequest,
  AlterPartitionReassignmentsResponseInput
> = {
  key: 45,
  name: "AlterPartitionReassignments",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      ALTER_PARTITION_REASSIGNMENTS_REQUEST,
      readAlterPartitionReassignmentsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALTER_PARTITION_REASSIGNMENTS_RESPONSE,
      writeAlterPartitionReassignmentsResponse,
      writer,
      message,
      version,
    ),
};

function writeReassignablePartition(w: Writer, x: ReassignablePartitionInput, v: number): void {
  w.int32(x.partitionIndex ?? 0);
  w.nullableArray(x.replicas ?? null, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeReassignableTopic(w: Writer, x: ReassignableTopicInput, v: number): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeReassignablePartition, v);
  w.tags(x.unknownTags);
}

function writeAlterPartitionReassignmentsRequest(
  w: Writer,
  x: AlterPartitionReassignmentsRequestInput,
  v: number,
): void {
  w.int32(x.timeoutMs ?? 60000);
  if (v >= 1) w.bool(x.allowReplicationFactorChange ?? true);
  else checkAbsent(x.allowReplicationFactorChange, true);
  w.array(x.topics, true, writeReassignableTopic, v);
  w.tags(x.unknownTags);
}

function readReassignablePartitionResponse(r: Reader, _v: number): ReassignablePartitionResponse {
  const x: ReassignablePartitionResponse = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readReassignableTopicResponse(r: Reader, v: number): ReassignableTopicResponse {
  const x: ReassignableTopicResponse = {
    name: r.string(true),
    partitions: r.array(true, 8, readReassignablePartitionResponse, v),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionReassignmentsResponse(
  r: Reader,
  v: number,
): AlterPartitionReassignmentsResponse {
  const x: AlterPartitionReassignmentsResponse = {
    throttleTimeMs: r.int32(),
    allowReplicationFactorChange: v >= 1 ? r.bool() : true,
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    responses: r.array(true, 3, readReassignableTopicResponse, v),
  };
  r.tags(x);
  return x;
}

function readReassignablePartition(r: Reader, v: number): ReassignablePartition {
  const x: ReassignablePartition = {
    partitionIndex: r.int32(),
    replicas: r.nullableArray(true, 4, readInt32, v),
  };
  r.tags(x);
  return x;
}

function readReassignableTopic(r: Reader, v: number): ReassignableTopic {
  const x: ReassignableTopic = {
    name: r.string(true),
    partitions: r.array(true, 6, readReassignablePartition, v),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionReassignmentsRequest(
  r: Reader,
  v: number,
): AlterPartitionReassignmentsRequest {
  const x: AlterPartitionReassignmentsRequest = {
    timeoutMs: r.int32(),
    allowReplicationFactorChange: v >= 1 ? r.bool() : true,
    topics: r.array(true, 3, readReassignableTopic, v),
  };
  r.tags(x);
  return x;
}

function writeReassignablePartitionResponse(
  w: Writer,
  x: ReassignablePartitionResponseInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}

function writeReassignableTopicResponse(
  w: Writer,
  x: ReassignableTopicResponseInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeReassignablePartitionResponse, v);
  w.tags(x.unknownTags);
}

function writeAlterPartitionReassignmentsResponse(
  w: Writer,
  x: AlterPartitionReassignmentsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  if (v >= 1) w.bool(x.allowReplicationFactorChange ?? true);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.array(x.responses, true, writeReassignableTopicResponse, v);
  w.tags(x.unknownTags);
}
