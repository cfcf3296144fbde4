// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The StreamsGroupDescribe API (key 89), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The StreamsGroupDescribeRequest message, as decoded. */
export interface StreamsGroupDescribeRequest {
  /** `[]string`. */
  groupIds: string[];
  /** `bool`. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The StreamsGroupDescribeRequest message, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeRequestInput {
  /** `[]string`. */
  readonly groupIds?: readonly string[];
  /** `bool`. */
  readonly includeAuthorizedOperations?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The StreamsGroupDescribeResponse message, as decoded. */
export interface StreamsGroupDescribeResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribedGroup`. */
  groups: StreamsGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The StreamsGroupDescribeResponse message, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribedGroup`. */
  readonly groups?: readonly StreamsGroupDescribeResponseDescribedGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedGroup of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseDescribedGroup {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `string`. */
  groupId: string;
  /** `string`. */
  groupState: string;
  /** `int32`. */
  groupEpoch: number;
  /** `int32`. */
  assignmentEpoch: number;
  /** `Topology`, nullable, default null. */
  topology: StreamsGroupDescribeResponseTopology | null;
  /** `[]Member`. */
  members: StreamsGroupDescribeResponseMember[];
  /** `int32`, default -2147483648. */
  authorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedGroup of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseDescribedGroupInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly groupState?: string;
  /** `int32`. */
  readonly groupEpoch?: number;
  /** `int32`. */
  readonly assignmentEpoch?: number;
  /** `Topology`, nullable, default null. */
  readonly topology?: StreamsGroupDescribeResponseTopologyInput | null;
  /** `[]Member`. */
  readonly members?: readonly StreamsGroupDescribeResponseMemberInput[];
  /** `int32`, default -2147483648. */
  readonly authorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Member of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseMember {
  /** `string`. */
  memberId: string;
  /** `int32`. */
  memberEpoch: number;
  /** `string`, nullable, default null. */
  instanceId: string | null;
  /** `string`, nullable, default null. */
  rackId: string | null;
  /** `string`. */
  clientId: string;
  /** `string`. */
  clientHost: string;
  /** `int32`. */
  topologyEpoch: number;
  /** `string`. */
  processId: string;
  /** `Endpoint`, nullable, default null. */
  userEndpoint: StreamsGroupDescribeResponseEndpoint | null;
  /** `[]KeyValue`. */
  clientTags: StreamsGroupDescribeResponseKeyValue[];
  /** `[]TaskOffset`. */
  taskOffsets: StreamsGroupDescribeResponseTaskOffset[];
  /** `[]TaskOffset`. */
  taskEndOffsets: StreamsGroupDescribeResponseTaskOffset[];
  /** `Assignment`. */
  assignment: StreamsGroupDescribeResponseAssignment;
  /** `Assignment`. */
  targetAssignment: StreamsGroupDescribeResponseAssignment;
  /** `bool`. */
  isClassic: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Member of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseMemberInput {
  /** `string`. */
  readonly memberId?: string;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `string`, nullable, default null. */
  readonly instanceId?: string | null;
  /** `string`, nullable, default null. */
  readonly rackId?: string | null;
  /** `string`. */
  readonly clientId?: string;
  /** `string`. */
  readonly clientHost?: string;
  /** `int32`. */
  readonly topologyEpoch?: number;
  /** `string`. */
  readonly processId?: string;
  /** `Endpoint`, nullable, default null. */
  readonly userEndpoint?: StreamsGroupDescribeResponseEndpointInput | null;
  /** `[]KeyValue`. */
  readonly clientTags?: readonly StreamsGroupDescribeResponseKeyValueInput[];
  /** `[]TaskOffset`. */
  readonly taskOffsets?: readonly StreamsGroupDescribeResponseTaskOffsetInput[];
  /** `[]TaskOffset`. */
  readonly taskEndOffsets?: readonly StreamsGroupDescribeResponseTaskOffsetInput[];
  /** `Assignment`. */
  readonly assignment?: StreamsGroupDescribeResponseAssignmentInput;
  /** `Assignment`. */
  readonly targetAssignment?: StreamsGroupDescribeResponseAssignmentInput;
  /** `bool`. */
  readonly isClassic?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Assignment of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseAssignment {
  /** `[]TaskIds`. */
  activeTasks: StreamsGroupDescribeResponseTaskIds[];
  /** `[]TaskIds`. */
  standbyTasks: StreamsGroupDescribeResponseTaskIds[];
  /** `[]TaskIds`. */
  warmupTasks: StreamsGroupDescribeResponseTaskIds[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Assignment of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseAssignmentInput {
  /** `[]TaskIds`. */
  readonly activeTasks?: readonly StreamsGroupDescribeResponseTaskIdsInput[];
  /** `[]TaskIds`. */
  readonly standbyTasks?: readonly StreamsGroupDescribeResponseTaskIdsInput[];
  /** `[]TaskIds`. */
  readonly warmupTasks?: readonly StreamsGroupDescribeResponseTaskIdsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TaskIds of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseTaskIds {
  /** `string`. */
  subtopologyId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TaskIds of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseTaskIdsInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TaskOffset of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseTaskOffset {
  /** `string`. */
  subtopologyId: string;
  /** `int32`. */
  partition: number;
  /** `int64`. */
  offset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TaskOffset of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseTaskOffsetInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `int32`. */
  readonly partition?: number;
  /** `int64`. */
  readonly offset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Endpoint of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseEndpoint {
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Endpoint of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseEndpointInput {
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Topology of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseTopology {
  /** `int32`. */
  epoch: number;
  /** `[]Subtopology`, nullable, default null. */
  subtopologies: StreamsGroupDescribeResponseSubtopology[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Topology of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseTopologyInput {
  /** `int32`. */
  readonly epoch?: number;
  /** `[]Subtopology`, nullable, default null. */
  readonly subtopologies?: readonly StreamsGroupDescribeResponseSubtopologyInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Subtopology of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseSubtopology {
  /** `string`. */
  subtopologyId: string;
  /** `[]string`. */
  sourceTopics: string[];
  /** `[]string`. */
  repartitionSinkTopics: string[];
  /** `[]TopicInfo`. */
  stateChangelogTopics: StreamsGroupDescribeResponseTopicInfo[];
  /** `[]TopicInfo`. */
  repartitionSourceTopics: StreamsGroupDescribeResponseTopicInfo[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Subtopology of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseSubtopologyInput {
  /** `string`. */
  readonly subtopologyId?: string;
  /** `[]string`. */
  readonly sourceTopics?: readonly string[];
  /** `[]string`. */
  readonly repartitionSinkTopics?: readonly string[];
  /** `[]TopicInfo`. */
  readonly stateChangelogTopics?: readonly StreamsGroupDescribeResponseTopicInfoInput[];
  /** `[]TopicInfo`. */
  readonly repartitionSourceTopics?: readonly StreamsGroupDescribeResponseTopicInfoInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicInfo of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseTopicInfo {
  /** `string`. */
  name: string;
  /** `int32`. */
  partitions: number;
  /** `int16`. */
  replicationFactor: number;
  /** `[]KeyValue`. */
  topicConfigs: StreamsGroupDescribeResponseKeyValue[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicInfo of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseTopicInfoInput {
  /** `string`. */
  readonly name?: string;
  /** `int32`. */
  readonly partitions?: number;
  /** `int16`. */
  readonly replicationFactor?: number;
  /** `[]KeyValue`. */
  readonly topicConfigs?: readonly StreamsGroupDescribeResponseKeyValueInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A KeyValue of StreamsGroupDescribeResponse, as decoded. */
export interface StreamsGroupDescribeResponseKeyValue {
  /** `string`. */
  key: string;
  /** `string`. */
  value: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A KeyValue of StreamsGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface StreamsGroupDescribeResponseKeyValueInput {
  /** `string`. */
  readonly key?: string;
  /** `string`. */
  readonly value?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const STREAMS_GROUP_DESCRIBE_REQUEST: MessageInfo = {
  name: "StreamsGroupDescribeRequest",
  min: 0,
  max: 0,
};
const STREAMS_GROUP_DESCRIBE_RESPONSE: MessageInfo = {
  name: "StreamsGroupDescribeResponse",
  min: 0,
  max: 0,
};

/** The client's half of StreamsGroupDescribe. */
export const streamsGroupDescribe: ClientApi<
  StreamsGroupDescribeRequestInput,
  StreamsGroupDescribeResponse
> = {
  key: 89,
  name: "StreamsGroupDescribe",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      STREAMS_GROUP_DESCRIBE_REQUEST,
      writeStreamsGroupDescribeRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      STREAMS_GROUP_DESCRIBE_RESPONSE,
      readStreamsGroupDescribeResponse,
      reader,
      version,
    ),
};

/** The server's half of StreamsGroupDescribe. */
export const streamsGroupDescribeServer: ServerApi<
  StreamsGroupDescribeRequest,
  StreamsGroupDescribeResponseInput
> = {
  key: 89,
  name: "StreamsGroupDescribe",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(STREAMS_GROUP_DESCRIBE_REQUEST, readStreamsGroupDescribeRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      STREAMS_GROUP_DESCRIBE_RESPONSE,
      writeStreamsGroupDescribeResponse,
      writer,
      message,
      version,
    ),
};

function writeStreamsGroupDescribeRequest(
  w: Writer,
  x: StreamsGroupDescribeRequestInput,
  v: number,
): void {
  w.array(x.groupIds, true, writeCompactString, v);
  w.bool(x.includeAuthorizedOperations ?? false);
  w.tags(x.unknownTags);
}

function readStreamsGroupDescribeResponseKeyValue(
  r: Reader,
  _v: number,
): StreamsGroupDescribeResponseKeyValue {
  const x: StreamsGroupDescribeResponseKeyValue = {
    key: r.string(true),
    value: r.string(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseTopicInfo(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseTopicInfo {
  const x: StreamsGroupDescribeResponseTopicInfo = {
    name: r.string(true),
    partitions: r.int32(),
    replicationFactor: r.int16(),
    topicConfigs: r.array(true, 3, readStreamsGroupDescribeResponseKeyValue, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseSubtopology(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseSubtopology {
  const x: StreamsGroupDescribeResponseSubtopology = {
    subtopologyId: r.string(true),
    sourceTopics: r.array(true, 1, readCompactString, v),
    repartitionSinkTopics: r.array(true, 1, readCompactString, v),
    stateChangelogTopics: r.array(true, 9, readStreamsGroupDescribeResponseTopicInfo, v),
    repartitionSourceTopics: r.array(true, 9, readStreamsGroupDescribeResponseTopicInfo, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseTopology(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseTopology {
  const x: StreamsGroupDescribeResponseTopology = {
    epoch: r.int32(),
    subtopologies: r.nullableArray(true, 6, readStreamsGroupDescribeResponseSubtopology, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseEndpoint(
  r: Reader,
  _v: number,
): StreamsGroupDescribeResponseEndpoint {
  const x: StreamsGroupDescribeResponseEndpoint = {
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseTaskOffset(
  r: Reader,
  _v: number,
): StreamsGroupDescribeResponseTaskOffset {
  const x: StreamsGroupDescribeResponseTaskOffset = {
    subtopologyId: r.string(true),
    partition: r.int32(),
    offset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseTaskIds(
  r: Reader,
  _v: number,
): StreamsGroupDescribeResponseTaskIds {
  const x: StreamsGroupDescribeResponseTaskIds = {
    subtopologyId: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseAssignment(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseAssignment {
  const x: StreamsGroupDescribeResponseAssignment = {
    activeTasks: r.array(true, 3, readStreamsGroupDescribeResponseTaskIds, v),
    standbyTasks: r.array(true, 3, readStreamsGroupDescribeResponseTaskIds, v),
    warmupTasks: r.array(true, 3, readStreamsGroupDescribeResponseTaskIds, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseMember(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseMember {
  const x: StreamsGroupDescribeResponseMember = {
    memberId: r.string(true),
    memberEpoch: r.int32(),
    instanceId: r.nullableString(true),
    rackId: r.nullableString(true),
    clientId: r.string(true),
    clientHost: r.string(true),
    topologyEpoch: r.int32(),
    processId: r.string(true),
    userEndpoint: r.nullableStruct(readStreamsGroupDescribeResponseEndpoint, v),
    clientTags: r.array(true, 3, readStreamsGroupDescribeResponseKeyValue, v),
    taskOffsets: r.array(true, 14, readStreamsGroupDescribeResponseTaskOffset, v),
    taskEndOffsets: r.array(true, 14, readStreamsGroupDescribeResponseTaskOffset, v),
    assignment: readStreamsGroupDescribeResponseAssignment(r, v),
    targetAssignment: readStreamsGroupDescribeResponseAssignment(r, v),
    isClassic: r.bool(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponseDescribedGroup(
  r: Reader,
  v: number,
): StreamsGroupDescribeResponseDescribedGroup {
  const x: StreamsGroupDescribeResponseDescribedGroup = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    groupId: r.string(true),
    groupState: r.string(true),
    groupEpoch: r.int32(),
    assignmentEpoch: r.int32(),
    topology: r.nullableStruct(readStreamsGroupDescribeResponseTopology, v),
    members: r.array(true, 28, readStreamsGroupDescribeResponseMember, v),
    authorizedOperations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeResponse(r: Reader, v: number): StreamsGroupDescribeResponse {
  const x: StreamsGroupDescribeResponse = {
    throttleTimeMs: r.int32(),
    groups: r.array(true, 20, readStreamsGroupDescribeResponseDescribedGroup, v),
  };
  r.tags(x);
  return x;
}

function readStreamsGroupDescribeRequest(r: Reader, v: number): StreamsGroupDescribeRequest {
  const x: StreamsGroupDescribeRequest = {
    groupIds: r.array(true, 1, readCompactString, v),
    includeAuthorizedOperations: r.bool(),
  };
  r.tags(x);
  return x;
}

function writeStreamsGroupDescribeResponseKeyValue(
  w: Writer,
  x: StreamsGroupDescribeResponseKeyValueInput,
  _v: number,
): void {
  w.string(x.key ?? "", true);
  w.string(x.value ?? "", true);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseTopicInfo(
  w: Writer,
  x: StreamsGroupDescribeResponseTopicInfoInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.int32(x.partitions ?? 0);
  w.int16(x.replicationFactor ?? 0);
  w.array(x.topicConfigs, true, writeStreamsGroupDescribeResponseKeyValue, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseSubtopology(
  w: Writer,
  x: StreamsGroupDescribeResponseSubtopologyInput,
  v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.array(x.sourceTopics, true, writeCompactString, v);
  w.array(x.repartitionSinkTopics, true, writeCompactString, v);
  w.array(x.stateChangelogTopics, true, writeStreamsGroupDescribeResponseTopicInfo, v);
  w.array(x.repartitionSourceTopics, true, writeStreamsGroupDescribeResponseTopicInfo, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseTopology(
  w: Writer,
  x: StreamsGroupDescribeResponseTopologyInput,
  v: number,
): void {
  w.int32(x.epoch ?? 0);
  w.nullableArray(x.subtopologies ?? null, true, writeStreamsGroupDescribeResponseSubtopology, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseEndpoint(
  w: Writer,
  x: StreamsGroupDescribeResponseEndpointInput,
  _v: number,
): void {
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseTaskOffset(
  w: Writer,
  x: StreamsGroupDescribeResponseTaskOffsetInput,
  _v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.int32(x.partition ?? 0);
  w.int64(x.offset ?? 0n);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseTaskIds(
  w: Writer,
  x: StreamsGroupDescribeResponseTaskIdsInput,
  v: number,
): void {
  w.string(x.subtopologyId ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseAssignment(
  w: Writer,
  x: StreamsGroupDescribeResponseAssignmentInput,
  v: number,
): void {
  w.array(x.activeTasks, true, writeStreamsGroupDescribeResponseTaskIds, v);
  w.array(x.standbyTasks, true, writeStreamsGroupDescribeResponseTaskIds, v);
  w.array(x.warmupTasks, true, writeStreamsGroupDescribeResponseTaskIds, v);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseMember(
  w: Writer,
  x: StreamsGroupDescribeResponseMemberInput,
  v: number,
): void {
  w.string(x.memberId ?? "", true);
  w.int32(x.memberEpoch ?? 0);
  w.nullableString(x.instanceId ?? null, true);
  w.nullableString(x.rackId ?? null, true);
  w.string(x.clientId ?? "", true);
  w.string(x.clientHost ?? "", true);
  w.int32(x.topologyEpoch ?? 0);
  w.string(x.processId ?? "", true);
  w.nullableStruct(x.userEndpoint, writeStreamsGroupDescribeResponseEndpoint, v);
  w.array(x.clientTags, true, writeStreamsGroupDescribeResponseKeyValue, v);
  w.array(x.taskOffsets, true, writeStreamsGroupDescribeResponseTaskOffset, v);
  w.array(x.taskEndOffsets, true, writeStreamsGroupDescribeResponseTaskOffset, v);
  writeStreamsGroupDescribeResponseAssignment(w, x.assignment ?? {}, v);
  writeStreamsGroupDescribeResponseAssignment(w, x.targetAssignment ?? {}, v);
  w.bool(x.isClassic ?? false);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponseDescribedGroup(
  w: Writer,
  x: StreamsGroupDescribeResponseDescribedGroupInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.string(x.groupId ?? "", true);
  w.string(x.groupState ?? "", true);
  w.int32(x.groupEpoch ?? 0);
  w.int32(x.assignmentEpoch ?? 0);
  w.nullableStruct(x.topology, writeStreamsGroupDescribeResponseTopology, v);
  w.array(x.members, true, writeStreamsGroupDescribeResponseMember, v);
  w.int32(x.authorizedOperations ?? -2147483648);
  w.tags(x.unknownTags);
}

function writeStreamsGroupDescribeResponse(
  w: Writer,
  x: StreamsGroupDescribeResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.groups, true, writeStreamsGroupDescribeResponseDescribedGroup, v);
  w.tags(x.unknownTags);
}
