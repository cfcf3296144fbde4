// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ListPartitionReassignments API (key 46), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The ListPartitionReassignmentsRequest message, as decoded. */
export interface ListPartitionReassignmentsRequest {
  /** `int32`, default 60000. */
  timeoutMs: number;
  /** `[]ListPartitionReassignmentsTopics`, nullable, default null. */
  topics: ListPartitionReassignmentsTopics[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListPartitionReassignmentsRequest message, to be encoded; what is left out takes the schema's default. */
export interface ListPartitionReassignmentsRequestInput {
  /** `int32`, default 60000. */
  readonly timeoutMs?: number;
  /** `[]ListPartitionReassignmentsTopics`, nullable, default null. */
  readonly topics?: readonly ListPartitionReassignmentsTopicsInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListPartitionReassignmentsTopics of ListPartitionReassignmentsRequest, as decoded. */
export interface ListPartitionReassignmentsTopics {
  /** `string`. */
  name: string;
  /** `[]int32`. */
  partitionIndexes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListPartitionReassignmentsTopics of ListPartitionReassignmentsRequest, to be encoded; what is left out takes the schema's default. */
export interface ListPartitionReassignmentsTopicsInput {
  /** `string`. */
  readonly name?: string;
  /** `[]int32`. */
  readonly partitionIndexes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ListPartitionReassignmentsResponse message, as decoded. */
export interface ListPartitionReassignmentsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]OngoingTopicReassignment`. */
  topics: OngoingTopicReassignment[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListPartitionReassignmentsResponse message, to be encoded; what is left out takes the schema's default. */
export interface ListPartitionReassignmentsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]OngoingTopicReassignment`. */
  readonly topics?: readonly OngoingTopicReassignmentInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OngoingTopicReassignment of ListPartitionReassignmentsResponse, as decoded. */
export interface OngoingTopicReassignment {
  /** `string`. */
  name: string;
  /** `[]OngoingPartitionReassignment`. */
  partitions: OngoingPartitionReassignment[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OngoingTopicReassignment of ListPartitionReassignmentsResponse, to be encoded; what is left out takes the schema's default. */
export interface OngoingTopicReassignmentInput {
  /** `string`. */
  readonly name?: string;
  /** `[]OngoingPartitionReassignment`. */
  readonly partitions?: readonly OngoingPartitionReassignmentInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OngoingPartitionReassignment of ListPartitionReassignmentsResponse, as decoded. */
export interface OngoingPartitionReassignment {
  /** `int32`. */
  partitionIndex: number;
  /** `[]int32`. */
  replicas: number[];
  /** `[]int32`. */
  addingReplicas: number[];
  /** `[]int32`. */
  removingReplicas: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OngoingPartitionReassignment of ListPartitionReassignmentsResponse, to be encoded; what is left out takes the schema's default. */
export interface OngoingPartitionReassignmentInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `[]int32`. */
  readonly replicas?: readonly number[];
  /** `[]int32`. */
  readonly addingReplicas?: readonly number[];
  /** `[]int32`. */
  readonly removingReplicas?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LIST_PARTITION_REASSIGNMENTS_REQUEST: MessageInfo = {
  name: "ListPartitionReassignmentsRequest",
  min: 0,
  max: 0,
};
const LIST_PARTITION_REASSIGNMENTS_RESPONSE: MessageInfo = {
  name: "ListPartitionReassignmentsResponse",
  min: 0,
  max: 0,
};

/** The client's half of ListPartitionReassignments. */
export const listPartitionReassignments: ClientApi<
  ListPartitionReassignmentsRequestInput,
  ListPartitionReassignmentsResponse
> = {
  key: 46,
  name: "ListPartitionReassignments",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      LIST_PARTITION_REASSIGNMENTS_REQUEST,
      writeListPartitionReassignmentsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      LIST_PARTITION_REASSIGNMENTS_RESPONSE,
      readListPartitionReassignmentsResponse,
      reader,
      version,
    ),
};

/** The server's half of ListPartitionReassignments. */
export const listPartitionReassignmentsServer: ServerApi<
  ListPartitionReassignmentsRequest,
  ListPartitionReassignmentsResponseInput
> = {
  key: 46,
  name: "ListPartitionReassignments",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      LIST_PARTITION_REASSIGNMENTS_REQUEST,
      readListPartitionReassignmentsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      LIST_PARTITION_REASSIGNMENTS_RESPONSE,
      writeListPartitionReassignmentsResponse,
      writer,
      message,
      version,
    ),
};

function writeListPartitionReassignmentsTopics(
  w: Writer,
  x: ListPartitionReassignmentsTopicsInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitionIndexes, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeListPartitionReassignmentsRequest(
  w: Writer,
  x: ListPartitionReassignmentsRequestInput,
  v: number,
): void {
  w.int32(x.timeoutMs ?? 60000);
  w.nullableArray(x.topics ?? null, true, writeListPartitionReassignmentsTopics, v);
  w.tags(x.unknownTags);
}

function readOngoingPartitionReassignment(r: Reader, _v: number): OngoingPartitionReassignment {
  const x: OngoingPartitionReassignment = {
    partitionIndex: r.int32(),
    replicas: r.int32Array(true),
    addingReplicas: r.int32Array(true),
    removingReplicas: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readOngoingTopicReassignment(r: Reader, v: number): OngoingTopicReassignment {
  const x: OngoingTopicReassignment = {
    name: r.string(true),
    partitions: r.array(true, 8, readOngoingPartitionReassignment, v),
  };
  r.tags(x);
  return x;
}

function readListPartitionReassignmentsResponse(
  r: Reader,
  v: number,
): ListPartitionReassignmentsResponse {
  const x: ListPartitionReassignmentsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    topics: r.array(true, 3, readOngoingTopicReassignment, v),
  };
  r.tags(x);
  return x;
}

function readListPartitionReassignmentsTopics(
  r: Reader,
  _v: number,
): ListPartitionReassignmentsTopics {
  const x: ListPartitionReassignmentsTopics = {
    name: r.string(true),
    partitionIndexes: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readListPartitionReassignmentsRequest(
  r: Reader,
  v: number,
): ListPartitionReassignmentsRequest {
  const x: ListPartitionReassignmentsRequest = {
    timeoutMs: r.int32(),
    topics: r.nullableArray(true, 3, readListPartitionReassignmentsTopics, v),
  };
  r.tags(x);
  return x;
}

function writeOngoingPartitionReassignment(
  w: Writer,
  x: OngoingPartitionReassignmentInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.array(x.replicas, true, writeInt32, v);
  w.array(x.addingReplicas, true, writeInt32, v);
  w.array(x.removingReplicas, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeOngoingTopicReassignment(
  w: Writer,
  x: OngoingTopicReassignmentInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeOngoingPartitionReassignment, v);
  w.tags(x.unknownTags);
}

function writeListPartitionReassignmentsResponse(
  w: Writer,
  x: ListPartitionReassignmentsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.array(x.topics, true, writeOngoingTopicReassignment, v);
  w.tags(x.unknownTags);
}
