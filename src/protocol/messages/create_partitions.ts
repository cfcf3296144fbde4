// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The CreatePartitions API (key 37), versions 0 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The CreatePartitionsRequest message, as decoded. */
export interface CreatePartitionsRequest {
  /** `[]CreatePartitionsTopic`. */
  topics: CreatePartitionsTopic[];
  /** `int32`. */
  timeoutMs: number;
  /** `bool`. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreatePartitionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface CreatePartitionsRequestInput {
  /** `[]CreatePartitionsTopic`. */
  readonly topics?: readonly CreatePartitionsTopicInput[];
  /** `int32`. */
  readonly timeoutMs?: number;
  /** `bool`. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatePartitionsTopic of CreatePartitionsRequest, as decoded. */
export interface CreatePartitionsTopic {
  /** `string`. */
  name: string;
  /** `int32`. */
  count: number;
  /** `[]CreatePartitionsAssignment`, nullable. */
  assignments: CreatePartitionsAssignment[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatePartitionsTopic of CreatePartitionsRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatePartitionsTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `int32`. */
  readonly count?: number;
  /** `[]CreatePartitionsAssignment`, nullable. */
  readonly assignments?: readonly CreatePartitionsAssignmentInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatePartitionsAssignment of CreatePartitionsRequest, as decoded. */
export interface CreatePartitionsAssignment {
  /** `[]int32`. */
  brokerIds: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatePartitionsAssignment of CreatePartitionsRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatePartitionsAssignmentInput {
  /** `[]int32`. */
  readonly brokerIds?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The CreatePartitionsResponse message, as decoded. */
export interface CreatePartitionsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]CreatePartitionsTopicResult`. */
  results: CreatePartitionsTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreatePartitionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface CreatePartitionsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]CreatePartitionsTopicResult`. */
  readonly results?: readonly CreatePartitionsTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatePartitionsTopicResult of CreatePartitionsResponse, as decoded. */
export interface CreatePartitionsTopicResult {
  /** `string`. */
  name: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatePartitionsTopicResult of CreatePartitionsResponse, to be encoded; what is left out takes the schema's default. */
export interface CreatePartitionsTopicResultInput {
  /** `string`. */
  readonly name?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CREATE_PARTITIONS_REQUEST: MessageInfo = { name: "CreatePartitionsRequest", min: 0, max: 3 };
const CREATE_PARTITIONS_RESPONSE: MessageInfo = {
  name: "CreatePartitionsResponse",
  min: 0,
  max: 3,
};

/** The client's half of CreatePartitions. */
export const createPartitions: ClientApi<CreatePartitionsRequestInput, CreatePartitionsResponse> = {
  key: 37,
  name: "CreatePartitions",
  minVersion: 0,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      CREATE_PARTITIONS_REQUEST,
      writeCreatePartitionsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(CREATE_PARTITIONS_RESPONSE, readCreatePartitionsResponse, reader, version),
};

/** The server's half of CreatePartitions. */
export const createPartitionsServer: ServerApi<
  CreatePartitionsRequest,
  CreatePartitionsResponseInput
> = {
  key: 37,
  name: "CreatePartitions",
  minVersion: 0,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(CREATE_PARTITIONS_REQUEST, readCreatePartitionsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      CREATE_PARTITIONS_RESPONSE,
      writeCreatePartitionsResponse,
      writer,
      message,
      version,
    ),
};

function writeCreatePartitionsAssignment(
  w: Writer,
  x: CreatePartitionsAssignmentInput,
  v: number,
): void {
  const f = v >= 2;
  w.array(x.brokerIds, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreatePartitionsTopic(w: Writer, x: CreatePartitionsTopicInput, v: number): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.int32(x.count ?? 0);
  w.nullableArray(x.assignments, f, writeCreatePartitionsAssignment, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreatePartitionsRequest(w: Writer, x: CreatePartitionsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.topics, f, writeCreatePartitionsTopic, v);
  w.int32(x.timeoutMs ?? 0);
  w.bool(x.validateOnly ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readCreatePartitionsTopicResult(r: Reader, v: number): CreatePartitionsTopicResult {
  const f = v >= 2;
  const x: CreatePartitionsTopicResult = {
    name: r.string(f),
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatePartitionsResponse(r: Reader, v: number): CreatePartitionsResponse {
  const f = v >= 2;
  const x: CreatePartitionsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(f, 5, readCreatePartitionsTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatePartitionsAssignment(r: Reader, v: number): CreatePartitionsAssignment {
  const f = v >= 2;
  const x: CreatePartitionsAssignment = {
    brokerIds: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatePartitionsTopic(r: Reader, v: number): CreatePartitionsTopic {
  const f = v >= 2;
  const x: CreatePartitionsTopic = {
    name: r.string(f),
    count: r.int32(),
    assignments: r.nullableArray(f, 2, readCreatePartitionsAssignment, v),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatePartitionsRequest(r: Reader, v: number): CreatePartitionsRequest {
  const f = v >= 2;
  const x: CreatePartitionsRequest = {
    topics: r.array(f, 7, readCreatePartitionsTopic, v),
    timeoutMs: r.int32(),
    validateOnly: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeCreatePartitionsTopicResult(
  w: Writer,
  x: CreatePartitionsTopicResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreatePartitionsResponse(
  w: Writer,
  x: CreatePartitionsResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, f, writeCreatePartitionsTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
