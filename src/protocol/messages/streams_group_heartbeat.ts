// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The StreamsGroupHeartbeat API (key 88), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readInt16 } from "../reader.ts";
import { writeCompactString, writeInt16, writeInt32, type Writer } from "../writer.ts";

/** The StreamsGroupHeartbeatRequest message, as decoded. */
export interface StreamsGroupHeartbeatRequest {
  /** `string`. */
  groupId: string;
  /** `string`. */
  memberId: string;
  /** `int32`. */
  memberEpoch: number;
  /** `int32`. */
  endpointInformationEpoch: number;
  /** `string`, nullable, default null. */
  instanceId: string | null;
  /** `string`, nullable, default null. */
  rackId: string | null;
  /** `int32`, default -1. */
  rebalanceTimeoutMs: number;
  /** `Topology`, nullable, default null. */
  topology: StreamsGroupHeartbeatRequestTopology | null;
  /** `[]TaskIds`, nullable, default null. */
  activeTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  /** `[]TaskIds`, nullable, default null. */
  standbyTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  /** `[]TaskIds`, nullable, default null. */
  warmupTasks: StreamsGroupHeartbeatRequestTaskIds[] | null;
  /** `string`, nullable, default null. */
  processId: string | null;
  /** `Endpoint`, nullable, default null. */
  userEndpoint: StreamsGroupHeartbeatRequestEndpoint | null;
  /** `[]KeyValue`, nullable, default null. */
  clientTags: StreamsGroupHeartbeatRequestKeyValue[] | null;
  /** `[]TaskOffset`, nullable, default null. */
  taskOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  /** `[]TaskOffset`, nullable, default null. */
  taskEndOffsets: StreamsGroupHeartbeatRequestTaskOffset[] | null;
  /** `bool`. */
  shutdownApplication: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The StreamsGroupHeartbeatRequest message, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly memberId?: string;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `int32`. */
  readonly endpointInformationEpoch?: number;
  /** `string`, nullable, default null. */
  readonly instanceId?: string | null;
  /** `string`, nullable, default null. */
  readonly rackId?: string | null;
  /** `int32`, default -1. */
  readonly rebalanceTimeoutMs?: number;
  /** `Topology`, nullable, default null. */
  readonly topology?: StreamsGroupHeartbeatRequestTopologyInput | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly activeTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly standbyTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly warmupTasks?: readonly StreamsGroupHeartbeatRequestTaskIdsInput[] | null;
  /** `string`, nullable, default null. */
  readonly processId?: string | null;
  /** `Endpoint`, nullable, default null. */
  readonly userEndpoint?: StreamsGroupHeartbeatRequestEndpointInput | null;
  /** `[]KeyValue`, nullable, default null. */
  readonly clientTags?: readonly StreamsGroupHeartbeatRequestKeyValueInput[] | null;
  /** `[]TaskOffset`, nullable, default null. */
  readonly taskOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null;
  /** `[]TaskOffset`, nullable, default null. */
  readonly taskEndOffsets?: readonly StreamsGroupHeartbeatRequestTaskOffsetInput[] | null;
  /** `bool`. */
  readonly shutdownApplication?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TaskOffset of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestTaskOffset {
  /** `string`. */
  subtopologyId: string;
  /** `int32`. */
  partition: number;
  /** `int64`. */
  offset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TaskOffset of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestTaskOffsetInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `int32`. */
  readonly partition?: number;
  /** `int64`. */
  readonly offset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Endpoint of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestEndpoint {
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Endpoint of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestEndpointInput {
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TaskIds of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestTaskIds {
  /** `string`. */
  subtopologyId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TaskIds of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestTaskIdsInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Topology of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestTopology {
  /** `int32`. */
  epoch: number;
  /** `[]Subtopology`. */
  subtopologies: StreamsGroupHeartbeatRequestSubtopology[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Topology of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestTopologyInput {
  /** `int32`. */
  readonly epoch?: number;
  /** `[]Subtopology`. */
  readonly subtopologies?: readonly StreamsGroupHeartbeatRequestSubtopologyInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Subtopology of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestSubtopology {
  /** `string`. */
  subtopologyId: string;
  /** `[]string`. */
  sourceTopics: string[];
  /** `[]string`. */
  sourceTopicRegex: string[];
  /** `[]TopicInfo`. */
  stateChangelogTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  /** `[]string`. */
  repartitionSinkTopics: string[];
  /** `[]TopicInfo`. */
  repartitionSourceTopics: StreamsGroupHeartbeatRequestTopicInfo[];
  /** `[]CopartitionGroup`. */
  copartitionGroups: CopartitionGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Subtopology of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestSubtopologyInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `[]string`. */
  readonly sourceTopics?: readonly string[];
  /** `[]string`. */
  readonly sourceTopicRegex?: readonly string[];
  /** `[]TopicInfo`. */
  readonly stateChangelogTopics?: readonly StreamsGroupHeartbeatRequestTopicInfoInput[];
  /** `[]string`. */
  readonly repartitionSinkTopics?: readonly string[];
  /** `[]TopicInfo`. */
  readonly repartitionSourceTopics?: readonly StreamsGroupHeartbeatRequestTopicInfoInput[];
  /** `[]CopartitionGroup`. */
  readonly copartitionGroups?: readonly CopartitionGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CopartitionGroup of StreamsGroupHeartbeatRequest, as decoded. */
export interface CopartitionGroup {
  /** `[]int16`. */
  sourceTopics: number[];
  /** `[]int16`. */
  sourceTopicRegex: number[];
  /** `[]int16`. */
  repartitionSourceTopics: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CopartitionGroup of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface CopartitionGroupInput {
  /** `[]int16`. */
  readonly sourceTopics?: readonly number[];
  /** `[]int16`. */
  readonly sourceTopicRegex?: readonly number[];
  /** `[]int16`. */
  readonly repartitionSourceTopics?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicInfo of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestTopicInfo {
  /** `string`. */
  name: string;
  /** `int32`. */
  partitions: number;
  /** `int16`. */
  replicationFactor: number;
  /** `[]KeyValue`. */
  topicConfigs: StreamsGroupHeartbeatRequestKeyValue[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicInfo of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestTopicInfoInput {
  /** `string`. */
  readonly name?: string;
  /** `int32`. */
  readonly partitions?: number;
  /** `int16`. */
  readonly replicationFactor?: number;
  /** `[]KeyValue`. */
  readonly topicConfigs?: readonly StreamsGroupHeartbeatRequestKeyValueInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A KeyValue of StreamsGroupHeartbeatRequest, as decoded. */
export interface StreamsGroupHeartbeatRequestKeyValue {
  /** `string`. */
  key: string;
  /** `string`. */
  value: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A KeyValue of StreamsGroupHeartbeatRequest, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatRequestKeyValueInput {
  /** `string`. */
  readonly key?: string;
  /** `string`. */
  readonly value?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The StreamsGroupHeartbeatResponse message, as decoded. */
export interface StreamsGroupHeartbeatResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `string`. */
  memberId: string;
  /** `int32`. */
  memberEpoch: number;
  /** `int32`. */
  heartbeatIntervalMs: number;
  /** `int32`. */
  acceptableRecoveryLag: number;
  /** `int32`. */
  taskOffsetIntervalMs: number;
  /** `[]Status`, nullable. */
  status: Status[] | null;
  /** `[]TaskIds`, nullable, default null. */
  activeTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  /** `[]TaskIds`, nullable, default null. */
  standbyTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  /** `[]TaskIds`, nullable, default null. */
  warmupTasks: StreamsGroupHeartbeatResponseTaskIds[] | null;
  /** `int32`. */
  endpointInformationEpoch: number;
  /** `[]EndpointToPartitions`, nullable, default null. */
  partitionsByUserEndpoint: EndpointToPartitions[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The StreamsGroupHeartbeatResponse message, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `string`. */
  readonly memberId?: string;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `int32`. */
  readonly heartbeatIntervalMs?: number;
  /** `int32`. */
  readonly acceptableRecoveryLag?: number;
  /** `int32`. */
  readonly taskOffsetIntervalMs?: number;
  /** `[]Status`, nullable. */
  readonly status?: readonly StatusInput[] | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly activeTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly standbyTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null;
  /** `[]TaskIds`, nullable, default null. */
  readonly warmupTasks?: readonly StreamsGroupHeartbeatResponseTaskIdsInput[] | null;
  /** `int32`. */
  readonly endpointInformationEpoch?: number;
  /** `[]EndpointToPartitions`, nullable, default null. */
  readonly partitionsByUserEndpoint?: readonly EndpointToPartitionsInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EndpointToPartitions of StreamsGroupHeartbeatResponse, as decoded. */
export interface EndpointToPartitions {
  /** `Endpoint`. */
  userEndpoint: StreamsGroupHeartbeatResponseEndpoint;
  /** `[]TopicPartition`. */
  activePartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  /** `[]TopicPartition`. */
  standbyPartitions: StreamsGroupHeartbeatResponseTopicPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EndpointToPartitions of StreamsGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface EndpointToPartitionsInput {
  /** `Endpoint`. */
  readonly userEndpoint?: StreamsGroupHeartbeatResponseEndpointInput;
  /** `[]TopicPartition`. */
  readonly activePartitions?: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[];
  /** `[]TopicPartition`. */
  readonly standbyPartitions?: readonly StreamsGroupHeartbeatResponseTopicPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartition of StreamsGroupHeartbeatResponse, as decoded. */
export interface StreamsGroupHeartbeatResponseTopicPartition {
  /** `string`. */
  topic: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartition of StreamsGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatResponseTopicPartitionInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Endpoint of StreamsGroupHeartbeatResponse, as decoded. */
export interface StreamsGroupHeartbeatResponseEndpoint {
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Endpoint of StreamsGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatResponseEndpointInput {
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TaskIds of StreamsGroupHeartbeatResponse, as decoded. */
export interface StreamsGroupHeartbeatResponseTaskIds {
  /** `string`. */
  subtopologyId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TaskIds of StreamsGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupHeartbeatResponseTaskIdsInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Status of StreamsGroupHeartbeatResponse, as decoded. */
export interface Status {
  /** `int8`. */
  statusCode: number;
  /** `string`. */
  statusDetail: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Status of StreamsGroupHeartbeatResponse, to be encoded; what is left out takes the schema's default. */
export interface StatusInput {
  /** `int8`. */
  readonly statusCode?: number;
  /** `string`. */
  readonly statusDetail?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const STREAMS_GROUP_HEARTBEAT_REQUEST: MessageInfo = {
  name: "StreamsGroupHeartbeatRequest",
  min: 0,
  max: 0,
};
const STREAMS_GROUP_HEARTBEAT_RESPONSE: MessageInfo = {
  name: "StreamsGroupHeartbeatResponse",
  min: 0,
  max: 0,
};

/** The client's half of StreamsGroupHeartbeat. */
export const streamsGroupHeartbeat: ClientApi<
  StreamsGroupHeartbeatRequestInput,
  StreamsGroupHeartbeatResponse
> = {
  key: 88,
  name: "StreamsGroupHeartbeat",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      STREAMS_GROUP_HEARTBEAT_REQUEST,
      writeStreamsGroupHeartbeatRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      STREAMS_GROUP_HEARTBEAT_RESPONSE,
      readStreamsGroupHeartbeatResponse,
      reader,
      version,
    ),
};

/** The server's half of StreamsGroupHeartbeat. */
export const streamsGroupHeartbeatServer: ServerApi<
  StreamsGroupHeartbeatRequest,
  StreamsGroupHeartbeatResponseInput
> = {
  key: 88,
  name: "StreamsGroupHeartbeat",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      STREAMS_GROUP_HEARTBEAT_REQUEST,
      readStreamsGroupHeartbeatRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      STREAMS_GROUP_HEARTBEAT_RESPONSE,
      writeStreamsGroupHeartbeatResponse,
      writer,
      message,
      version,
    ),
};

function writeStreamsGroupHeartbeatRequestKeyValue(
  w: Writer,
  x: StreamsGroupHeartbeatRequestKeyValueInput,
  _v: number,
): void {
  w.string(x.key ?? "", true);
  w.string(x.value ?? "", true);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestTopicInfo(
  w: Writer,
  x: StreamsGroupHeartbeatRequestTopicInfoInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.int32(x.partitions ?? 0);
  w.int16(x.replicationFactor ?? 0);
  w.array(x.topicConfigs, true, writeStreamsGroupHeartbeatRequestKeyValue, v);
  w.tags(x.unknownTags);
}

function writeCopartitionGroup(w: Writer, x: CopartitionGroupInput, v: number): void {
  w.array(x.sourceTopics, true, writeInt16, v);
  w.array(x.sourceTopicRegex, true, writeInt16, v);
  w.array(x.repartitionSourceTopics, true, writeInt16, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestSubtopology(
  w: Writer,
  x: StreamsGroupHeartbeatRequestSubtopologyInput,
  v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.array(x.sourceTopics, true, writeCompactString, v);
  w.array(x.sourceTopicRegex, true, writeCompactString, v);
  w.array(x.stateChangelogTopics, true, writeStreamsGroupHeartbeatRequestTopicInfo, v);
  w.array(x.repartitionSinkTopics, true, writeCompactString, v);
  w.array(x.repartitionSourceTopics, true, writeStreamsGroupHeartbeatRequestTopicInfo, v);
  w.array(x.copartitionGroups, true, writeCopartitionGroup, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestTopology(
  w: Writer,
  x: StreamsGroupHeartbeatRequestTopologyInput,
  v: number,
): void {
  w.int32(x.epoch ?? 0);
  w.array(x.subtopologies, true, writeStreamsGroupHeartbeatRequestSubtopology, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestTaskIds(
  w: Writer,
  x: StreamsGroupHeartbeatRequestTaskIdsInput,
  v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestEndpoint(
  w: Writer,
  x: StreamsGroupHeartbeatRequestEndpointInput,
  _v: number,
): void {
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequestTaskOffset(
  w: Writer,
  x: StreamsGroupHeartbeatRequestTaskOffsetInput,
  _v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.int32(x.partition ?? 0);
  w.int64(x.offset ?? 0n);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatRequest(
  w: Writer,
  x: StreamsGroupHeartbeatRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.string(x.memberId ?? "", true);
  w.int32(x.memberEpoch ?? 0);
  w.int32(x.endpointInformationEpoch ?? 0);
  w.nullableString(x.instanceId ?? null, true);
  w.nullableString(x.rackId ?? null, true);
  w.int32(x.rebalanceTimeoutMs ?? -1);
  w.nullableStruct(x.topology, writeStreamsGroupHeartbeatRequestTopology, v);
  w.nullableArray(x.activeTasks ?? null, true, writeStreamsGroupHeartbeatRequestTaskIds, v);
  w.nullableArray(x.standbyTasks ?? null, true, writeStreamsGroupHeartbeatRequestTaskIds, v);
  w.nullableArray(x.warmupTasks ?? null, true, writeStreamsGroupHeartbeatRequestTaskIds, v);
  w.nullableString(x.processId ?? null, true);
  w.nullableStruct(x.userEndpoint, writeStreamsGroupHeartbeatRequestEndpoint, v);
  w.nullableArray(x.clientTags ?? null, true, writeStreamsGroupHeartbeatRequestKeyValue, v);
  w.nullableArray(x.taskOffsets ?? null, true, writeStreamsGroupHeartbeatRequestTaskOffset, v);
  w.nullableArray(x.taskEndOffsets ?? null, true, writeStreamsGroupHeartbeatRequestTaskOffset, v);
  w.bool(x.shutdownApplication ?? false);
  w.tags(x.unknownTags);
}

function readStatus(r: Reader, _v: number): Status {
  const x: Status = {
    statusCode: r.int8(),
    statusDetail: r.string(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatResponseTaskIds(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatResponseTaskIds {
  const x: StreamsGroupHeartbeatResponseTaskIds = {
    subtopologyId: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatResponseEndpoint(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatResponseEndpoint {
  const x: StreamsGroupHeartbeatResponseEndpoint = {
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatResponseTopicPartition(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatResponseTopicPartition {
  const x: StreamsGroupHeartbeatResponseTopicPartition = {
    topic: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readEndpointToPartitions(r: Reader, v: number): EndpointToPartitions {
  const x: EndpointToPartitions = {
    userEndpoint: readStreamsGroupHeartbeatResponseEndpoint(r, v),
    activePartitions: r.array(true, 3, readStreamsGroupHeartbeatResponseTopicPartition, v),
    standbyPartitions: r.array(true, 3, readStreamsGroupHeartbeatResponseTopicPartition, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatResponse(r: Reader, v: number): StreamsGroupHeartbeatResponse {
  const x: StreamsGroupHeartbeatResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    memberId: r.string(true),
    memberEpoch: r.int32(),
    heartbeatIntervalMs: r.int32(),
    acceptableRecoveryLag: r.int32(),
    taskOffsetIntervalMs: r.int32(),
    status: r.nullableArray(true, 3, readStatus, v),
    activeTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatResponseTaskIds, v),
    standbyTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatResponseTaskIds, v),
    warmupTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatResponseTaskIds, v),
    endpointInformationEpoch: r.int32(),
    partitionsByUserEndpoint: r.nullableArray(true, 7, readEndpointToPartitions, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestKeyValue(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatRequestKeyValue {
  const x: StreamsGroupHeartbeatRequestKeyValue = {
    key: r.string(true),
    value: r.string(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestTopicInfo(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestTopicInfo {
  const x: StreamsGroupHeartbeatRequestTopicInfo = {
    name: r.string(true),
    partitions: r.int32(),
    replicationFactor: r.int16(),
    topicConfigs: r.array(true, 3, readStreamsGroupHeartbeatRequestKeyValue, v),
  };
  r.tags(x);
  return x;
}

function readCopartitionGroup(r: Reader, v: number): CopartitionGroup {
  const x: CopartitionGroup = {
    sourceTopics: r.array(true, 2, readInt16, v),
    sourceTopicRegex: r.array(true, 2, readInt16, v),
    repartitionSourceTopics: r.array(true, 2, readInt16, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestSubtopology(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestSubtopology {
  const x: StreamsGroupHeartbeatRequestSubtopology = {
    subtopologyId: r.string(true),
    sourceTopics: r.array(true, 1, readCompactString, v),
    sourceTopicRegex: r.array(true, 1, readCompactString, v),
    stateChangelogTopics: r.array(true, 9, readStreamsGroupHeartbeatRequestTopicInfo, v),
    repartitionSinkTopics: r.array(true, 1, readCompactString, v),
    repartitionSourceTopics: r.array(true, 9, readStreamsGroupHeartbeatRequestTopicInfo, v),
    copartitionGroups: r.array(true, 4, readCopartitionGroup, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestTopology(
  r: Reader,
  v: number,
): StreamsGroupHeartbeatRequestTopology {
  const x: StreamsGroupHeartbeatRequestTopology = {
    epoch: r.int32(),
    subtopologies: r.array(true, 8, readStreamsGroupHeartbeatRequestSubtopology, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestTaskIds(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatRequestTaskIds {
  const x: StreamsGroupHeartbeatRequestTaskIds = {
    subtopologyId: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestEndpoint(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatRequestEndpoint {
  const x: StreamsGroupHeartbeatRequestEndpoint = {
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequestTaskOffset(
  r: Reader,
  _v: number,
): StreamsGroupHeartbeatRequestTaskOffset {
  const x: StreamsGroupHeartbeatRequestTaskOffset = {
    subtopologyId: r.string(true),
    partition: r.int32(),
    offset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupHeartbeatRequest(r: Reader, v: number): StreamsGroupHeartbeatRequest {
  const x: StreamsGroupHeartbeatRequest = {
    groupId: r.string(true),
    memberId: r.string(true),
    memberEpoch: r.int32(),
    endpointInformationEpoch: r.int32(),
    instanceId: r.nullableString(true),
    rackId: r.nullableString(true),
    rebalanceTimeoutMs: r.int32(),
    topology: r.nullableStruct(readStreamsGroupHeartbeatRequestTopology, v),
    activeTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatRequestTaskIds, v),
    standbyTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatRequestTaskIds, v),
    warmupTasks: r.nullableArray(true, 3, readStreamsGroupHeartbeatRequestTaskIds, v),
    processId: r.nullableString(true),
    userEndpoint: r.nullableStruct(readStreamsGroupHeartbeatRequestEndpoint, v),
    clientTags: r.nullableArray(true, 3, readStreamsGroupHeartbeatRequestKeyValue, v),
    taskOffsets: r.nullableArray(true, 14, readStreamsGroupHeartbeatRequestTaskOffset, v),
    taskEndOffsets: r.nullableArray(true, 14, readStreamsGroupHeartbeatRequestTaskOffset, v),
    shutdownApplication: r.bool(),
  };
  r.tags(x);
  return x;
}

function writeStatus(w: Writer, x: StatusInput, _v: number): void {
  w.int8(x.statusCode ?? 0);
  w.string(x.statusDetail ?? "", true);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatResponseTaskIds(
  w: Writer,
  x: StreamsGroupHeartbeatResponseTaskIdsInput,
  v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatResponseEndpoint(
  w: Writer,
  x: StreamsGroupHeartbeatResponseEndpointInput,
  _v: number,
): void {
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatResponseTopicPartition(
  w: Writer,
  x: StreamsGroupHeartbeatResponseTopicPartitionInput,
  v: number,
): void {
  w.string(x.topic ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeEndpointToPartitions(w: Writer, x: EndpointToPartitionsInput, v: number): void {
  writeStreamsGroupHeartbeatResponseEndpoint(w, x.userEndpoint ?? {}, v);
  w.array(x.activePartitions, true, writeStreamsGroupHeartbeatResponseTopicPartition, v);
  w.array(x.standbyPartitions, true, writeStreamsGroupHeartbeatResponseTopicPartition, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupHeartbeatResponse(
  w: Writer,
  x: StreamsGroupHeartbeatResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.string(x.memberId ?? "", true);
  w.int32(x.memberEpoch ?? 0);
  w.int32(x.heartbeatIntervalMs ?? 0);
  w.int32(x.acceptableRecoveryLag ?? 0);
  w.int32(x.taskOffsetIntervalMs ?? 0);
  w.nullableArray(x.status, true, writeStatus, v);
  w.nullableArray(x.activeTasks ?? null, true, writeStreamsGroupHeartbeatResponseTaskIds, v);
  w.nullableArray(x.standbyTasks ?? null, true, writeStreamsGroupHeartbeatResponseTaskIds, v);
  w.nullableArray(x.warmupTasks ?? null, true, writeStreamsGroupHeartbeatResponseTaskIds, v);
  w.int32(x.endpointInformationEpoch ?? 0);
  w.nullableArray(x.partitionsByUserEndpoint ?? null, true, writeEndpointToPartitions, v);
  w.tags(x.unknownTags);
}
