// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeLogDirs API (key 35), versions 1 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The DescribeLogDirsRequest message, as decoded. */
export interface DescribeLogDirsRequest {
  /** `[]DescribableLogDirTopic`, nullable. */
  topics: DescribableLogDirTopic[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeLogDirsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeLogDirsRequestInput {
  /** `[]DescribableLogDirTopic`, nullable. */
  readonly topics?: readonly DescribableLogDirTopicInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribableLogDirTopic of DescribeLogDirsRequest, as decoded. */
export interface DescribableLogDirTopic {
  /** `string`. */
  topic: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribableLogDirTopic of DescribeLogDirsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribableLogDirTopicInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeLogDirsResponse message, as decoded. */
export interface DescribeLogDirsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`, v3+. */
  errorCode: number;
  /** `[]DescribeLogDirsResult`. */
  results: DescribeLogDirsResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeLogDirsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeLogDirsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`, v3+. */
  readonly errorCode?: number;
  /** `[]DescribeLogDirsResult`. */
  readonly results?: readonly DescribeLogDirsResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeLogDirsResult of DescribeLogDirsResponse, as decoded. */
export interface DescribeLogDirsResult {
  /** `int16`. */
  errorCode: number;
  /** `string`. */
  logDir: string;
  /** `[]DescribeLogDirsTopic`. */
  topics: DescribeLogDirsTopic[];
  /** `int64`, v4+, default -1. */
  totalBytes: bigint;
  /** `int64`, v4+, default -1. */
  usableBytes: bigint;
  /** `bool`, v5+. */
  isCordoned: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeLogDirsResult of DescribeLogDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeLogDirsResultInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`. */
  readonly logDir?: string;
  /** `[]DescribeLogDirsTopic`. */
  readonly topics?: readonly DescribeLogDirsTopicInput[];
  /** `int64`, v4+, default -1. */
  readonly totalBytes?: bigint;
  /** `int64`, v4+, default -1. */
  readonly usableBytes?: bigint;
  /** `bool`, v5+. */
  readonly isCordoned?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeLogDirsTopic of DescribeLogDirsResponse, as decoded. */
export interface DescribeLogDirsTopic {
  /** `string`. */
  name: string;
  /** `[]DescribeLogDirsPartition`. */
  partitions: DescribeLogDirsPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeLogDirsTopic of DescribeLogDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeLogDirsTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]DescribeLogDirsPartition`. */
  readonly partitions?: readonly DescribeLogDirsPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeLogDirsPartition of DescribeLogDirsResponse, as decoded. */
export interface DescribeLogDirsPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int64`. */
  partitionSize: bigint;
  /** `int64`. */
  offsetLag: bigint;
  /** `bool`. */
  isFutureKey: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeLogDirsPartition of DescribeLogDirsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeLogDirsPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int64`. */
  readonly partitionSize?: bigint;
  /** `int64`. */
  readonly offsetLag?: bigint;
  /** `bool`. */
  readonly isFutureKey?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_LOG_DIRS_REQUEST: MessageInfo = { name: "DescribeLogDirsRequest", min: 1, max: 5 };
const DESCRIBE_LOG_DIRS_RESPONSE: MessageInfo = { name: "DescribeLogDirsResponse", min: 1, max: 5 };

/** The client's half of DescribeLogDirs. */
export const describeLogDirs: ClientApi<DescribeLogDirsRequestInput, DescribeLogDirsResponse> = {
  key: 35,
  name: "DescribeLogDirs",
  minVersion: 1,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_LOG_DIRS_REQUEST, writeDescribeLogDirsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_LOG_DIRS_RESPONSE, readDescribeLogDirsResponse, reader, version),
};

/** The server's half of DescribeLogDirs. */
export const describeLogDirsServer: ServerApi<
  DescribeLogDirsRequest,
  DescribeLogDirsResponseInput
> = {
  key: 35,
  name: "DescribeLogDirs",
  minVersion: 1,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_LOG_DIRS_REQUEST, readDescribeLogDirsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_LOG_DIRS_RESPONSE,
      writeDescribeLogDirsResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribableLogDirTopic(w: Writer, x: DescribableLogDirTopicInput, v: number): void {
  const f = v >= 2;
  w.string(x.topic ?? "", f);
  w.array(x.partitions, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeLogDirsRequest(w: Writer, x: DescribeLogDirsRequestInput, v: number): void {
  const f = v >= 2;
  w.nullableArray(x.topics, f, writeDescribableLogDirTopic, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDescribeLogDirsPartition(r: Reader, v: number): DescribeLogDirsPartition {
  const f = v >= 2;
  const x: DescribeLogDirsPartition = {
    partitionIndex: r.int32(),
    partitionSize: r.int64(),
    offsetLag: r.int64(),
    isFutureKey: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeLogDirsTopic(r: Reader, v: number): DescribeLogDirsTopic {
  const f = v >= 2;
  const x: DescribeLogDirsTopic = {
    name: r.string(f),
    partitions: r.array(f, 21, readDescribeLogDirsPartition, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeLogDirsResult(r: Reader, v: number): DescribeLogDirsResult {
  const f = v >= 2;
  const x: DescribeLogDirsResult = {
    errorCode: r.int16(),
    logDir: r.string(f),
    topics: r.array(f, 3, readDescribeLogDirsTopic, v),
    totalBytes: v >= 4 ? r.int64() : -1n,
    usableBytes: v >= 4 ? r.int64() : -1n,
    isCordoned: v >= 5 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeLogDirsResponse(r: Reader, v: number): DescribeLogDirsResponse {
  const f = v >= 2;
  const x: DescribeLogDirsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: v >= 3 ? r.int16() : 0,
    results: r.array(f, 5, readDescribeLogDirsResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribableLogDirTopic(r: Reader, v: number): DescribableLogDirTopic {
  const f = v >= 2;
  const x: DescribableLogDirTopic = {
    topic: r.string(f),
    partitions: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeLogDirsRequest(r: Reader, v: number): DescribeLogDirsRequest {
  const f = v >= 2;
  const x: DescribeLogDirsRequest = {
    topics: r.nullableArray(f, 3, readDescribableLogDirTopic, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeDescribeLogDirsPartition(
  w: Writer,
  x: DescribeLogDirsPartitionInput,
  v: number,
): void {
  const f = v >= 2;
  w.int32(x.partitionIndex ?? 0);
  w.int64(x.partitionSize ?? 0n);
  w.int64(x.offsetLag ?? 0n);
  w.bool(x.isFutureKey ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeLogDirsTopic(w: Writer, x: DescribeLogDirsTopicInput, v: number): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeDescribeLogDirsPartition, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeLogDirsResult(w: Writer, x: DescribeLogDirsResultInput, v: number): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.string(x.logDir ?? "", f);
  w.array(x.topics, f, writeDescribeLogDirsTopic, v);
  if (v >= 4) w.int64(x.totalBytes ?? -1n);
  if (v >= 4) w.int64(x.usableBytes ?? -1n);
  if (v >= 5) w.bool(x.isCordoned ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeLogDirsResponse(w: Writer, x: DescribeLogDirsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  if (v >= 3) w.int16(x.errorCode ?? 0);
  w.array(x.results, f, writeDescribeLogDirsResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
