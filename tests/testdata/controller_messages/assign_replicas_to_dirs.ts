// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AssignReplicasToDirs API (key 73), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import type { Writer } from "../../../src/protocol/writer.ts";

/** The AssignReplicasToDirsRequest message, as decoded. */
export interface AssignReplicasToDirsRequest {
  /** `int32`. */
  brokerId: number;
  /** `int64`, default -1. */
  brokerEpoch: bigint;
  /** `[]DirectoryData`. */
  directories: AssignReplicasToDirsRequestDirectoryData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AssignReplicasToDirsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `int64`, default -1. */
  readonly brokerEpoch?: bigint;
  /** `[]DirectoryData`. */
  readonly directories?: readonly AssignReplicasToDirsRequestDirectoryDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DirectoryData of AssignReplicasToDirsRequest, as decoded. */
export interface AssignReplicasToDirsRequestDirectoryData {
  /** `uuid`. */
  id: string;
  /** `[]TopicData`. */
  topics: AssignReplicasToDirsRequestTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DirectoryData of AssignReplicasToDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsRequestDirectoryDataInput {
  /** `uuid`. */
  readonly id?: string;
  /** `[]TopicData`. */
  readonly topics?: readonly AssignReplicasToDirsRequestTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of AssignReplicasToDirsRequest, as decoded. */
export interface AssignReplicasToDirsRequestTopicData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: AssignReplicasToDirsRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of AssignReplicasToDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsRequestTopicDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly AssignReplicasToDirsRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of AssignReplicasToDirsRequest, as decoded. */
export interface AssignReplicasToDirsRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of AssignReplicasToDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AssignReplicasToDirsResponse message, as decoded. */
export interface AssignReplicasToDirsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]DirectoryData`. */
  directories: AssignReplicasToDirsResponseDirectoryData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AssignReplicasToDirsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]DirectoryData`. */
  readonly directories?: readonly AssignReplicasToDirsResponseDirectoryDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DirectoryData of AssignReplicasToDirsResponse, as decoded. */
export interface AssignReplicasToDirsResponseDirectoryData {
  /** `uuid`. */
  id: string;
  /** `[]TopicData`. */
  topics: AssignReplicasToDirsResponseTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DirectoryData of AssignReplicasToDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsResponseDirectoryDataInput {
  /** `uuid`. */
  readonly id?: string;
  /** `[]TopicData`. */
  readonly topics?: readonly AssignReplicasToDirsResponseTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of AssignReplicasToDirsResponse, as decoded. */
export interface AssignReplicasToDirsResponseTopicData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: AssignReplicasToDirsResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of AssignReplicasToDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsResponseTopicDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly AssignReplicasToDirsResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of AssignReplicasToDirsResponse, as decoded. */
export interface AssignReplicasToDirsResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of AssignReplicasToDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface AssignReplicasToDirsResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ASSIGN_REPLICAS_TO_DIRS_REQUEST: MessageInfo = {
  name: "AssignReplicasToDirsRequest",
  min: 0,
  max: 0,
};
const ASSIGN_REPLICAS_TO_DIRS_RESPONSE: MessageInfo = {
  name: "AssignReplicasToDirsResponse",
  min: 0,
  max: 0,
};

/** The client's half of AssignReplicasToDirs. */
export const assignReplicasToDirs: ClientApi<
  AssignReplicasToDirsRequestInput,
  AssignReplicasToDirsResponse
> = {
  key: 73,
  name: "AssignReplicasToDirs",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ASSIGN_REPLICAS_TO_DIRS_REQUEST,
      writeAssignReplicasToDirsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      ASSIGN_REPLICAS_TO_DIRS_RESPONSE,
      readAssignReplicasToDirsResponse,
      reader,
      version,
    ),
};

/** The server's half of AssignReplicasToDirs. */
export const assignReplicasToDirsServer: ServerApi<
  AssignReplicasToDirsRequest,
  AssignReplicasToDirsResponseInput
> = {
  key: 73,
  name: "AssignReplicasToDirs",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      ASSIGN_REPLICAS_TO_DIRS_REQUEST,
      readAssignReplicasToDirsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ASSIGN_REPLICAS_TO_DIRS_RESPONSE,
      writeAssignReplicasToDirsResponse,
      writer,
      message,
      version,
    ),
};

function writeAssignReplicasToDirsRequestPartitionData(
  w: Writer,
  x: AssignReplicasToDirsRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsRequestTopicData(
  w: Writer,
  x: AssignReplicasToDirsRequestTopicDataInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAssignReplicasToDirsRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsRequestDirectoryData(
  w: Writer,
  x: AssignReplicasToDirsRequestDirectoryDataInput,
  v: number,
): void {
  w.uuid(x.id ?? ZERO_UUID);
  w.array(x.topics, true, writeAssignReplicasToDirsRequestTopicData, v);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsRequest(
  w: Writer,
  x: AssignReplicasToDirsRequestInput,
  v: number,
): void {
  w.int32(x.brokerId ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.array(x.directories, true, writeAssignReplicasToDirsRequestDirectoryData, v);
  w.tags(x.unknownTags);
}

function readAssignReplicasToDirsResponsePartitionData(
  r: Reader,
  _v: number,
): AssignReplicasToDirsResponsePartitionData {
  const x: AssignReplicasToDirsResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsResponseTopicData(
  r: Reader,
  v: number,
): AssignReplicasToDirsResponseTopicData {
  const x: AssignReplicasToDirsResponseTopicData = {
    topicId: r.uuid(),
    partitions: r.array(true, 7, readAssignReplicasToDirsResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsResponseDirectoryData(
  r: Reader,
  v: number,
): AssignReplicasToDirsResponseDirectoryData {
  const x: AssignReplicasToDirsResponseDirectoryData = {
    id: r.uuid(),
    topics: r.array(true, 18, readAssignReplicasToDirsResponseTopicData, v),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsResponse(r: Reader, v: number): AssignReplicasToDirsResponse {
  const x: AssignReplicasToDirsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    directories: r.array(true, 18, readAssignReplicasToDirsResponseDirectoryData, v),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsRequestPartitionData(
  r: Reader,
  _v: number,
): AssignReplicasToDirsRequestPartitionData {
  const x: AssignReplicasToDirsRequestPartitionData = {
    partitionIndex: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsRequestTopicData(
  r: Reader,
  v: number,
): AssignReplicasToDirsRequestTopicData {
  const x: AssignReplicasToDirsRequestTopicData = {
    topicId: r.uuid(),
    partitions: r.array(true, 5, readAssignReplicasToDirsRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsRequestDirectoryData(
  r: Reader,
  v: number,
): AssignReplicasToDirsRequestDirectoryData {
  const x: AssignReplicasToDirsRequestDirectoryData = {
    id: r.uuid(),
    topics: r.array(true, 18, readAssignReplicasToDirsRequestTopicData, v),
  };
  r.tags(x);
  return x;
}

function readAssignReplicasToDirsRequest(r: Reader, v: number): AssignReplicasToDirsRequest {
  const x: AssignReplicasToDirsRequest = {
    brokerId: r.int32(),
    brokerEpoch: r.int64(),
    directories: r.array(true, 18, readAssignReplicasToDirsRequestDirectoryData, v),
  };
  r.tags(x);
  return x;
}

function writeAssignReplicasToDirsResponsePartitionData(
  w: Writer,
  x: AssignReplicasToDirsResponsePartitionDataInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsResponseTopicData(
  w: Writer,
  x: AssignReplicasToDirsResponseTopicDataInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAssignReplicasToDirsResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsResponseDirectoryData(
  w: Writer,
  x: AssignReplicasToDirsResponseDirectoryDataInput,
  v: number,
): void {
  w.uuid(x.id ?? ZERO_UUID);
  w.array(x.topics, true, writeAssignReplicasToDirsResponseTopicData, v);
  w.tags(x.unknownTags);
}

function writeAssignReplicasToDirsResponse(
  w: Writer,
  x: AssignReplicasToDirsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.directories, true, writeAssignReplicasToDirsResponseDirectoryData, v);
  w.tags(x.unknownTags);
}
