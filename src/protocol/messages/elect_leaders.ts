// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ElectLeaders API (key 43), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The ElectLeadersRequest message, as decoded. */
export interface ElectLeadersRequest {
  /** `int8`, v1+. */
  electionType: number;
  /** `[]TopicPartitions`, nullable. */
  topicPartitions: ElectLeadersRequestTopicPartitions[] | null;
  /** `int32`, default 60000. */
  timeoutMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ElectLeadersRequest message, to be encoded; what is left out takes the schema's default. */
export interface ElectLeadersRequestInput {
  /** `int8`, v1+. */
  readonly electionType?: number;
  /** `[]TopicPartitions`, nullable. */
  readonly topicPartitions?: readonly ElectLeadersRequestTopicPartitionsInput[] | null;
  /** `int32`, default 60000. */
  readonly timeoutMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ElectLeadersRequest, as decoded. */
export interface ElectLeadersRequestTopicPartitions {
  /** `string`. */
  topic: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ElectLeadersRequest, to be encoded; what is left out takes the schema's default. */
export interface ElectLeadersRequestTopicPartitionsInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ElectLeadersResponse message, as decoded. */
export interface ElectLeadersResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`, v1+. */
  errorCode: number;
  /** `[]ReplicaElectionResult`. */
  replicaElectionResults: ReplicaElectionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ElectLeadersResponse message, to be encoded; what is left out takes the schema's default. */
export interface ElectLeadersResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`, v1+. */
  readonly errorCode?: number;
  /** `[]ReplicaElectionResult`. */
  readonly replicaElectionResults?: readonly ReplicaElectionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReplicaElectionResult of ElectLeadersResponse, as decoded. */
export interface ReplicaElectionResult {
  /** `string`. */
  topic: string;
  /** `[]PartitionResult`. */
  partitionResult: ElectLeadersResponsePartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReplicaElectionResult of ElectLeadersResponse, to be encoded; what is left out takes the schema's default. */
export interface ReplicaElectionResultInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]PartitionResult`. */
  readonly partitionResult?: readonly ElectLeadersResponsePartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResult of ElectLeadersResponse, as decoded. */
export interface ElectLeadersResponsePartitionResult {
  /** `int32`. */
  partitionId: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResult of ElectLeadersResponse, to be encoded; what is left out takes the schema's default. */
export interface ElectLeadersResponsePartitionResultInput {
  /** `int32`. */
  readonly partitionId?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ELECT_LEADERS_REQUEST: MessageInfo = { name: "ElectLeadersRequest", min: 0, max: 2 };
const ELECT_LEADERS_RESPONSE: MessageInfo = { name: "ElectLeadersResponse", min: 0, max: 2 };

/** The client's half of ElectLeaders. */
export const electLeaders: ClientApi<ElectLeadersRequestInput, ElectLeadersResponse> = {
  key: 43,
  name: "ElectLeaders",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(ELECT_LEADERS_REQUEST, writeElectLeadersRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(ELECT_LEADERS_RESPONSE, readElectLeadersResponse, reader, version),
};

/** The server's half of ElectLeaders. */
export const electLeadersServer: ServerApi<ElectLeadersRequest, ElectLeadersResponseInput> = {
  key: 43,
  name: "ElectLeaders",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(ELECT_LEADERS_REQUEST, readElectLeadersRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(ELECT_LEADERS_RESPONSE, writeElectLeadersResponse, writer, message, version),
};

function writeElectLeadersRequestTopicPartitions(
  w: Writer,
  x: ElectLeadersRequestTopicPartitionsInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.topic ?? "", f);
  w.array(x.partitions, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeElectLeadersRequest(w: Writer, x: ElectLeadersRequestInput, v: number): void {
  const f = v >= 2;
  if (v >= 1) w.int8(x.electionType ?? 0);
  else checkAbsent(x.electionType, 0);
  w.nullableArray(x.topicPartitions, f, writeElectLeadersRequestTopicPartitions, v);
  w.int32(x.timeoutMs ?? 60000);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readElectLeadersResponsePartitionResult(
  r: Reader,
  v: number,
): ElectLeadersResponsePartitionResult {
  const f = v >= 2;
  const x: ElectLeadersResponsePartitionResult = {
    partitionId: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readReplicaElectionResult(r: Reader, v: number): ReplicaElectionResult {
  const f = v >= 2;
  const x: ReplicaElectionResult = {
    topic: r.string(f),
    partitionResult: r.array(f, 8, readElectLeadersResponsePartitionResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readElectLeadersResponse(r: Reader, v: number): ElectLeadersResponse {
  const f = v >= 2;
  const x: ElectLeadersResponse = {
    throttleTimeMs: r.int32(),
    errorCode: v >= 1 ? r.int16() : 0,
    replicaElectionResults: r.array(f, 3, readReplicaElectionResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readElectLeadersRequestTopicPartitions(
  r: Reader,
  v: number,
): ElectLeadersRequestTopicPartitions {
  const f = v >= 2;
  const x: ElectLeadersRequestTopicPartitions = {
    topic: r.string(f),
    partitions: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readElectLeadersRequest(r: Reader, v: number): ElectLeadersRequest {
  const f = v >= 2;
  const x: ElectLeadersRequest = {
    electionType: v >= 1 ? r.int8() : 0,
    topicPartitions: r.nullableArray(f, 3, readElectLeadersRequestTopicPartitions, v),
    timeoutMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function writeElectLeadersResponsePartitionResult(
  w: Writer,
  x: ElectLeadersResponsePartitionResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.partitionId ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeReplicaElectionResult(w: Writer, x: ReplicaElectionResultInput, v: number): void {
  const f = v >= 2;
  w.string(x.topic ?? "", f);
  w.array(x.partitionResult, f, writeElectLeadersResponsePartitionResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeElectLeadersResponse(w: Writer, x: ElectLeadersResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  if (v >= 1) w.int16(x.errorCode ?? 0);
  else checkAbsent(x.errorCode, 0);
  w.array(x.replicaElectionResults, f, writeReplicaElectionResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
