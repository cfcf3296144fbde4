// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterReplicaLogDirs API (key 34), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The AlterReplicaLogDirsRequest message, as decoded. */
export interface AlterReplicaLogDirsRequest {
  /** `[]AlterReplicaLogDir`. */
  dirs: AlterReplicaLogDir[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterReplicaLogDirsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirsRequestInput {
  /** `[]AlterReplicaLogDir`. */
  readonly dirs?: readonly AlterReplicaLogDirInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterReplicaLogDir of AlterReplicaLogDirsRequest, as decoded. */
export interface AlterReplicaLogDir {
  /** `string`. */
  path: string;
  /** `[]AlterReplicaLogDirTopic`. */
  topics: AlterReplicaLogDirTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterReplicaLogDir of AlterReplicaLogDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirInput {
  /** `string`. */
  readonly path?: string;
  /** `[]AlterReplicaLogDirTopic`. */
  readonly topics?: readonly AlterReplicaLogDirTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterReplicaLogDirTopic of AlterReplicaLogDirsRequest, as decoded. */
export interface AlterReplicaLogDirTopic {
  /** `string`. */
  name: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterReplicaLogDirTopic of AlterReplicaLogDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterReplicaLogDirsResponse message, as decoded. */
export interface AlterReplicaLogDirsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]AlterReplicaLogDirTopicResult`. */
  results: AlterReplicaLogDirTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterReplicaLogDirsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]AlterReplicaLogDirTopicResult`. */
  readonly results?: readonly AlterReplicaLogDirTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterReplicaLogDirTopicResult of AlterReplicaLogDirsResponse, as decoded. */
export interface AlterReplicaLogDirTopicResult {
  /** `string`. */
  topicName: string;
  /** `[]AlterReplicaLogDirPartitionResult`. */
  partitions: AlterReplicaLogDirPartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterReplicaLogDirTopicResult of AlterReplicaLogDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirTopicResultInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]AlterReplicaLogDirPartitionResult`. */
  readonly partitions?: readonly AlterReplicaLogDirPartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterReplicaLogDirPartitionResult of AlterReplicaLogDirsResponse, as decoded. */
export interface AlterReplicaLogDirPartitionResult {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterReplicaLogDirPartitionResult of AlterReplicaLogDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterReplicaLogDirPartitionResultInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_REPLICA_LOG_DIRS_REQUEST: MessageInfo = {
  name: "AlterReplicaLogDirsRequest",
  min: 1,
  max: 2,
};
const ALTER_REPLICA_LOG_DIRS_RESPONSE: MessageInfo = {
  name: "AlterReplicaLogDirsResponse",
  min: 1,
  max: 2,
};

/** The client's half of AlterReplicaLogDirs. */
export const alterReplicaLogDirs: ClientApi<
  AlterReplicaLogDirsRequestInput,
  AlterReplicaLogDirsResponse
> = {
  key: 34,
  name: "AlterReplicaLogDirs",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALTER_REPLICA_LOG_DIRS_REQUEST,
      writeAlterReplicaLogDirsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      ALTER_REPLICA_LOG_DIRS_RESPONSE,
      readAlterReplicaLogDirsResponse,
      reader,
      version,
    ),
};

/** The server's half of AlterReplicaLogDirs. */
export const alterReplicaLogDirsServer: ServerApi<
  AlterReplicaLogDirsRequest,
  AlterReplicaLogDirsResponseInput
> = {
  key: 34,
  name: "AlterReplicaLogDirs",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(ALTER_REPLICA_LOG_DIRS_REQUEST, readAlterReplicaLogDirsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALTER_REPLICA_LOG_DIRS_RESPONSE,
      writeAlterReplicaLogDirsResponse,
      writer,
      message,
      version,
    ),
};

function writeAlterReplicaLogDirTopic(w: Writer, x: AlterReplicaLogDirTopicInput, v: number): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterReplicaLogDir(w: Writer, x: AlterReplicaLogDirInput, v: number): void {
  const f = v >= 2;
  w.string(x.path ?? "", f);
  w.array(x.topics, f, writeAlterReplicaLogDirTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterReplicaLogDirsRequest(
  w: Writer,
  x: AlterReplicaLogDirsRequestInput,
  v: number,
): void {
  const f = v >= 2;
  w.array(x.dirs, f, writeAlterReplicaLogDir, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAlterReplicaLogDirPartitionResult(
  r: Reader,
  v: number,
): AlterReplicaLogDirPartitionResult {
  const f = v >= 2;
  const x: AlterReplicaLogDirPartitionResult = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterReplicaLogDirTopicResult(r: Reader, v: number): AlterReplicaLogDirTopicResult {
  const f = v >= 2;
  const x: AlterReplicaLogDirTopicResult = {
    topicName: r.string(f),
    partitions: r.array(f, 6, readAlterReplicaLogDirPartitionResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterReplicaLogDirsResponse(r: Reader, v: number): AlterReplicaLogDirsResponse {
  const f = v >= 2;
  const x: AlterReplicaLogDirsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(f, 3, readAlterReplicaLogDirTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterReplicaLogDirTopic(r: Reader, v: number): AlterReplicaLogDirTopic {
  const f = v >= 2;
  const x: AlterReplicaLogDirTopic = {
    name: r.string(f),
    partitions: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterReplicaLogDir(r: Reader, v: number): AlterReplicaLogDir {
  const f = v >= 2;
  const x: AlterReplicaLogDir = {
    path: r.string(f),
    topics: r.array(f, 3, readAlterReplicaLogDirTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterReplicaLogDirsRequest(r: Reader, v: number): AlterReplicaLogDirsRequest {
  const f = v >= 2;
  const x: AlterReplicaLogDirsRequest = {
    dirs: r.array(f, 3, readAlterReplicaLogDir, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeAlterReplicaLogDirPartitionResult(
  w: Writer,
  x: AlterReplicaLogDirPartitionResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterReplicaLogDirTopicResult(
  w: Writer,
  x: AlterReplicaLogDirTopicResultInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.topicName ?? "", f);
  w.array(x.partitions, f, writeAlterReplicaLogDirPartitionResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterReplicaLogDirsResponse(
  w: Writer,
  x: AlterReplicaLogDirsResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, f, writeAlterReplicaLogDirTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
