// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Metadata API (key 3), versions 0 to 13.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import {
  checkAbsent,
  checkNotNull,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The MetadataRequest message, as decoded. */
export interface MetadataRequest {
  /** `[]MetadataRequestTopic`, nullable v1+. */
  topics: MetadataRequestTopic[] | null;
  /** `bool`, v4+, default true. */
  allowAutoTopicCreation: boolean;
  /** `bool`, v8-10. */
  includeClusterAuthorizedOperations: boolean;
  /** `bool`, v8+. */
  includeTopicAuthorizedOperations: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The MetadataRequest message, to be encoded; what is left out takes the schema's default. */
export interface MetadataRequestInput {
  /** `[]MetadataRequestTopic`, nullable v1+. */
  readonly topics?: readonly MetadataRequestTopicInput[] | null;
  /** `bool`, v4+, default true. */
  readonly allowAutoTopicCreation?: boolean;
  /** `bool`, v8-10. */
  readonly includeClusterAuthorizedOperations?: boolean;
  /** `bool`, v8+. */
  readonly includeTopicAuthorizedOperations?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MetadataRequestTopic of MetadataRequest, as decoded. */
export interface MetadataRequestTopic {
  /** `uuid`, v10+. */
  topicId: string;
  /** `string`, nullable v10+. */
  name: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MetadataRequestTopic of MetadataRequest, to be encoded; what is left out takes the schema's default. */
export interface MetadataRequestTopicInput {
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `string`, nullable v10+. */
  readonly name?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The MetadataResponse message, as decoded. */
export interface MetadataResponse {
  /** `int32`, v3+. */
  throttleTimeMs: number;
  /** `[]MetadataResponseBroker`. */
  brokers: MetadataResponseBroker[];
  /** `string`, v2+, nullable, default null. */
  clusterId: string | null;
  /** `int32`, v1+, default -1. */
  controllerId: number;
  /** `[]MetadataResponseTopic`. */
  topics: MetadataResponseTopic[];
  /** `int32`, v8-10, default -2147483648. */
  clusterAuthorizedOperations: number;
  /** `int16`, v13+. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The MetadataResponse message, to be encoded; what is left out takes the schema's default. */
export interface MetadataResponseInput {
  /** `int32`, v3+. */
  readonly throttleTimeMs?: number;
  /** `[]MetadataResponseBroker`. */
  readonly brokers?: readonly MetadataResponseBrokerInput[];
  /** `string`, v2+, nullable, default null. */
  readonly clusterId?: string | null;
  /** `int32`, v1+, default -1. */
  readonly controllerId?: number;
  /** `[]MetadataResponseTopic`. */
  readonly topics?: readonly MetadataResponseTopicInput[];
  /** `int32`, v8-10, default -2147483648. */
  readonly clusterAuthorizedOperations?: number;
  /** `int16`, v13+. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MetadataResponseTopic of MetadataResponse, as decoded. */
export interface MetadataResponseTopic {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable v12+. */
  name: string | null;
  /** `uuid`, v10+. */
  topicId: string;
  /** `bool`, v1+. */
  isInternal: boolean;
  /** `[]MetadataResponsePartition`. */
  partitions: MetadataResponsePartition[];
  /** `int32`, v8+, default -2147483648. */
  topicAuthorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MetadataResponseTopic of MetadataResponse, to be encoded; what is left out takes the schema's default. */
export interface MetadataResponseTopicInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable v12+. */
  readonly name?: string | null;
  /** `uuid`, v10+. */
  readonly topicId?: string;
  /** `bool`, v1+. */
  readonly isInternal?: boolean;
  /** `[]MetadataResponsePartition`. */
  readonly partitions?: readonly MetadataResponsePartitionInput[];
  /** `int32`, v8+, default -2147483648. */
  readonly topicAuthorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MetadataResponsePartition of MetadataResponse, as decoded. */
export interface MetadataResponsePartition {
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  partitionIndex: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`, v7+, default -1. */
  leaderEpoch: number;
  /** `[]int32`. */
  replicaNodes: number[];
  /** `[]int32`. */
  isrNodes: number[];
  /** `[]int32`, v5+. */
  offlineReplicas: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MetadataResponsePartition of MetadataResponse, to be encoded; what is left out takes the schema's default. */
export interface MetadataResponsePartitionInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`, v7+, default -1. */
  readonly leaderEpoch?: number;
  /** `[]int32`. */
  readonly replicaNodes?: readonly number[];
  /** `[]int32`. */
  readonly isrNodes?: readonly number[];
  /** `[]int32`, v5+. */
  readonly offlineReplicas?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MetadataResponseBroker of MetadataResponse, as decoded. */
export interface MetadataResponseBroker {
  /** `int32`. */
  nodeId: number;
  /** `string`. */
  host: string;
  /** `int32`. */
  port: number;
  /** `string`, v1+, nullable, default null. */
  rack: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MetadataResponseBroker of MetadataResponse, to be encoded; what is left out takes the schema's default. */
export interface MetadataResponseBrokerInput {
  /** `int32`. */
  readonly nodeId?: number;
  /** `string`. */
  readonly host?: string;
  /** `int32`. */
  readonly port?: number;
  /** `string`, v1+, nullable, default null. */
  readonly rack?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const METADATA_REQUEST: MessageInfo = { name: "MetadataRequest", min: 0, max: 13 };
const METADATA_RESPONSE: MessageInfo = { name: "MetadataResponse", min: 0, max: 13 };

/** The client's half of Metadata. */
export const metadata: ClientApi<MetadataRequestInput, MetadataResponse> = {
  key: 3,
  name: "Metadata",
  minVersion: 0,
  maxVersion: 13,
  latestVersion: 13,
  flexibleFrom: 9,
  encodeRequest: (writer, message, version) =>
    encodeMessage(METADATA_REQUEST, writeMetadataRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(METADATA_RESPONSE, readMetadataResponse, reader, version),
};

/** The server's half of Metadata. */
export const metadataServer: ServerApi<MetadataRequest, MetadataResponseInput> = {
  key: 3,
  name: "Metadata",
  minVersion: 0,
  maxVersion: 13,
  latestVersion: 13,
  flexibleFrom: 9,
  decodeRequest: (reader, version) =>
    decodeMessage(METADATA_REQUEST, readMetadataRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(METADATA_RESPONSE, writeMetadataResponse, writer, message, version),
};

function writeMetadataRequestTopic(w: Writer, x: MetadataRequestTopicInput, v: number): void {
  const f = v >= 9;
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  if (v >= 10) w.nullableString(x.name === undefined ? "" : x.name, f);
  else w.string(checkNotNull(x.name === undefined ? "" : x.name), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeMetadataRequest(w: Writer, x: MetadataRequestInput, v: number): void {
  const f = v >= 9;
  if (v >= 1) w.nullableArray(x.topics, f, writeMetadataRequestTopic, v);
  else w.array(checkNotNull(x.topics), f, writeMetadataRequestTopic, v);
  if (v >= 4) w.bool(x.allowAutoTopicCreation ?? true);
  else checkAbsent(x.allowAutoTopicCreation, true);
  if (v >= 8 && v <= 10) w.bool(x.includeClusterAuthorizedOperations ?? false);
  else checkAbsent(x.includeClusterAuthorizedOperations, false);
  if (v >= 8) w.bool(x.includeTopicAuthorizedOperations ?? false);
  else checkAbsent(x.includeTopicAuthorizedOperations, false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readMetadataResponseBroker(r: Reader, v: number): MetadataResponseBroker {
  const f = v >= 9;
  const x: MetadataResponseBroker = {
    nodeId: r.int32(),
    host: r.string(f),
    port: r.int32(),
    rack: v >= 1 ? r.nullableString(f) : null,
  };
  if (f) r.tags(x);
  return x;
}

function readMetadataResponsePartition(r: Reader, v: number): MetadataResponsePartition {
  const f = v >= 9;
  const x: MetadataResponsePartition = {
    errorCode: r.int16(),
    partitionIndex: r.int32(),
    leaderId: r.int32(),
    leaderEpoch: v >= 7 ? r.int32() : -1,
    replicaNodes: r.int32Array(f),
    isrNodes: r.int32Array(f),
    offlineReplicas: v >= 5 ? r.int32Array(f) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readMetadataResponseTopic(r: Reader, v: number): MetadataResponseTopic {
  const f = v >= 9;
  const x: MetadataResponseTopic = {
    errorCode: r.int16(),
    name: v >= 12 ? r.nullableString(f) : r.string(f),
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    isInternal: v >= 1 ? r.bool() : false,
    partitions: r.array(f, 18, readMetadataResponsePartition, v),
    topicAuthorizedOperations: v >= 8 ? r.int32() : -2147483648,
  };
  if (f) r.tags(x);
  return x;
}

function readMetadataResponse(r: Reader, v: number): MetadataResponse {
  const f = v >= 9;
  const x: MetadataResponse = {
    throttleTimeMs: v >= 3 ? r.int32() : 0,
    brokers: r.array(f, 10, readMetadataResponseBroker, v),
    clusterId: v >= 2 ? r.nullableString(f) : null,
    controllerId: v >= 1 ? r.int32() : -1,
    topics: r.array(f, 8, readMetadataResponseTopic, v),
    clusterAuthorizedOperations: v >= 8 && v <= 10 ? r.int32() : -2147483648,
    errorCode: v >= 13 ? r.int16() : 0,
  };
  if (f) r.tags(x);
  return x;
}

function readMetadataRequestTopic(r: Reader, v: number): MetadataRequestTopic {
  const f = v >= 9;
  const x: MetadataRequestTopic = {
    topicId: v >= 10 ? r.uuid() : ZERO_UUID,
    name: v >= 10 ? r.nullableString(f) : r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readMetadataRequest(r: Reader, v: number): MetadataRequest {
  const f = v >= 9;
  const x: MetadataRequest = {
    topics: v >= 1
      ? r.nullableArray(f, 2, readMetadataRequestTopic, v)
      : r.array(f, 2, readMetadataRequestTopic, v),
    allowAutoTopicCreation: v >= 4 ? r.bool() : true,
    includeClusterAuthorizedOperations: v >= 8 && v <= 10 ? r.bool() : false,
    includeTopicAuthorizedOperations: v >= 8 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function writeMetadataResponseBroker(w: Writer, x: MetadataResponseBrokerInput, v: number): void {
  const f = v >= 9;
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", f);
  w.int32(x.port ?? 0);
  if (v >= 1) w.nullableString(x.rack ?? null, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeMetadataResponsePartition(
  w: Writer,
  x: MetadataResponsePartitionInput,
  v: number,
): void {
  const f = v >= 9;
  w.int16(x.errorCode ?? 0);
  w.int32(x.partitionIndex ?? 0);
  w.int32(x.leaderId ?? 0);
  if (v >= 7) w.int32(x.leaderEpoch ?? -1);
  w.array(x.replicaNodes, f, writeInt32, v);
  w.array(x.isrNodes, f, writeInt32, v);
  if (v >= 5) w.array(x.offlineReplicas, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeMetadataResponseTopic(w: Writer, x: MetadataResponseTopicInput, v: number): void {
  const f = v >= 9;
  w.int16(x.errorCode ?? 0);
  if (v >= 12) w.nullableString(x.name === undefined ? "" : x.name, f);
  else w.string(checkNotNull(x.name === undefined ? "" : x.name), f);
  if (v >= 10) w.uuid(x.topicId ?? ZERO_UUID);
  if (v >= 1) w.bool(x.isInternal ?? false);
  w.array(x.partitions, f, writeMetadataResponsePartition, v);
  if (v >= 8) w.int32(x.topicAuthorizedOperations ?? -2147483648);
  else checkAbsent(x.topicAuthorizedOperations, -2147483648);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeMetadataResponse(w: Writer, x: MetadataResponseInput, v: number): void {
  const f = v >= 9;
  if (v >= 3) w.int32(x.throttleTimeMs ?? 0);
  w.array(x.brokers, f, writeMetadataResponseBroker, v);
  if (v >= 2) w.nullableString(x.clusterId ?? null, f);
  if (v >= 1) w.int32(x.controllerId ?? -1);
  w.array(x.topics, f, writeMetadataResponseTopic, v);
  if (v >= 8 && v <= 10) w.int32(x.clusterAuthorizedOperations ?? -2147483648);
  else checkAbsent(x.clusterAuthorizedOperations, -2147483648);
  if (v >= 13) w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
