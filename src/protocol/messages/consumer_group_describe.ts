// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ConsumerGroupDescribe API (key 69), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The ConsumerGroupDescribeRequest message, as decoded. */
export interface ConsumerGroupDescribeRequest {
  /** `[]string`. */
  groupIds: string[];
  /** `bool`. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ConsumerGroupDescribeRequest message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeRequestInput {
  /** `[]string`. */
  readonly groupIds?: readonly string[];
  /** `bool`. */
  readonly includeAuthorizedOperations?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ConsumerGroupDescribeResponse message, as decoded. */
export interface ConsumerGroupDescribeResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribedGroup`. */
  groups: ConsumerGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ConsumerGroupDescribeResponse message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribedGroup`. */
  readonly groups?: readonly ConsumerGroupDescribeResponseDescribedGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedGroup of ConsumerGroupDescribeResponse, as decoded. */
export interface ConsumerGroupDescribeResponseDescribedGroup {
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
  /** `string`. */
  assignorName: string;
  /** `[]Member`. */
  members: ConsumerGroupDescribeResponseMember[];
  /** `int32`, default -2147483648. */
  authorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedGroup of ConsumerGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeResponseDescribedGroupInput {
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
  /** `string`. */
  readonly assignorName?: string;
  /** `[]Member`. */
  readonly members?: readonly ConsumerGroupDescribeResponseMemberInput[];
  /** `int32`, default -2147483648. */
  readonly authorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Member of ConsumerGroupDescribeResponse, as decoded. */
export interface ConsumerGroupDescribeResponseMember {
  /** `string`. */
  memberId: string;
  /** `string`, nullable, default null. */
  instanceId: string | null;
  /** `string`, nullable, default null. */
  rackId: string | null;
  /** `int32`. */
  memberEpoch: number;
  /** `string`. */
  clientId: string;
  /** `string`. */
  clientHost: string;
  /** `[]string`. */
  subscribedTopicNames: string[];
  /** `string`, nullable, default null. */
  subscribedTopicRegex: string | null;
  /** `Assignment`. */
  assignment: ConsumerGroupDescribeResponseAssignment;
  /** `Assignment`. */
  targetAssignment: ConsumerGroupDescribeResponseAssignment;
  /** `int8`, v1+, default -1. */
  memberType: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Member of ConsumerGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeResponseMemberInput {
  /** `string`. */
  readonly memberId?: string;
  /** `string`, nullable, default null. */
  readonly instanceId?: string | null;
  /** `string`, nullable, default null. */
  readonly rackId?: string | null;
  /** `int32`. */
  readonly memberEpoch?: number;
  /** `string`. */
  readonly clientId?: string;
  /** `string`. */
  readonly clientHost?: string;
  /** `[]string`. */
  readonly subscribedTopicNames?: readonly string[];
  /** `string`, nullable, default null. */
  readonly subscribedTopicRegex?: string | null;
  /** `Assignment`. */
  readonly assignment?: ConsumerGroupDescribeResponseAssignmentInput;
  /** `Assignment`. */
  readonly targetAssignment?: ConsumerGroupDescribeResponseAssignmentInput;
  /** `int8`, v1+, default -1. */
  readonly memberType?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Assignment of ConsumerGroupDescribeResponse, as decoded. */
export interface ConsumerGroupDescribeResponseAssignment {
  /** `[]TopicPartitions`. */
  topicPartitions: ConsumerGroupDescribeResponseTopicPartitions[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Assignment of ConsumerGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeResponseAssignmentInput {
  /** `[]TopicPartitions`. */
  readonly topicPartitions?: readonly ConsumerGroupDescribeResponseTopicPartitionsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ConsumerGroupDescribeResponse, as decoded. */
export interface ConsumerGroupDescribeResponseTopicPartitions {
  /** `uuid`. */
  topicId: string;
  /** `string`. */
  topicName: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ConsumerGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ConsumerGroupDescribeResponseTopicPartitionsInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `string`. */
  readonly topicName?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CONSUMER_GROUP_DESCRIBE_REQUEST: MessageInfo = {
  name: "ConsumerGroupDescribeRequest",
  min: 0,
  max: 1,
};
const CONSUMER_GROUP_DESCRIBE_RESPONSE: MessageInfo = {
  name: "ConsumerGroupDescribeResponse",
  min: 0,
  max: 1,
};

/** The client's half of ConsumerGroupDescribe. */
export const consumerGroupDescribe: ClientApi<
  ConsumerGroupDescribeRequestInput,
  ConsumerGroupDescribeResponse
> = {
  key: 69,
  name: "ConsumerGroupDescribe",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      CONSUMER_GROUP_DESCRIBE_REQUEST,
      writeConsumerGroupDescribeRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      CONSUMER_GROUP_DESCRIBE_RESPONSE,
      readConsumerGroupDescribeResponse,
      reader,
      version,
    ),
};

/** The server's half of ConsumerGroupDescribe. */
export const consumerGroupDescribeServer: ServerApi<
  ConsumerGroupDescribeRequest,
  ConsumerGroupDescribeResponseInput
> = {
  key: 69,
  name: "ConsumerGroupDescribe",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      CONSUMER_GROUP_DESCRIBE_REQUEST,
      readConsumerGroupDescribeRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      CONSUMER_GROUP_DESCRIBE_RESPONSE,
      writeConsumerGroupDescribeResponse,
      writer,
      message,
      version,
    ),
};

function writeConsumerGroupDescribeRequest(
  w: Writer,
  x: ConsumerGroupDescribeRequestInput,
  v: number,
): void {
  w.array(x.groupIds, true, writeCompactString, v);
  w.bool(x.includeAuthorizedOperations ?? false);
  w.tags(x.unknownTags);
}

function readConsumerGroupDescribeResponseTopicPartitions(
  r: Reader,
  _v: number,
): ConsumerGroupDescribeResponseTopicPartitions {
  const x: ConsumerGroupDescribeResponseTopicPartitions = {
    topicId: r.uuid(),
    topicName: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupDescribeResponseAssignment(
  r: Reader,
  v: number,
): ConsumerGroupDescribeResponseAssignment {
  const x: ConsumerGroupDescribeResponseAssignment = {
    topicPartitions: r.array(true, 19, readConsumerGroupDescribeResponseTopicPartitions, v),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupDescribeResponseMember(
  r: Reader,
  v: number,
): ConsumerGroupDescribeResponseMember {
  const x: ConsumerGroupDescribeResponseMember = {
    memberId: r.string(true),
    instanceId: r.nullableString(true),
    rackId: r.nullableString(true),
    memberEpoch: r.int32(),
    clientId: r.string(true),
    clientHost: r.string(true),
    subscribedTopicNames: r.array(true, 1, readCompactString, v),
    subscribedTopicRegex: r.nullableString(true),
    assignment: readConsumerGroupDescribeResponseAssignment(r, v),
    targetAssignment: readConsumerGroupDescribeResponseAssignment(r, v),
    memberType: v >= 1 ? r.int8() : -1,
  };
  r.tags(x);
  return x;
}

function readConsumerGroupDescribeResponseDescribedGroup(
  r: Reader,
  v: number,
): ConsumerGroupDescribeResponseDescribedGroup {
  const x: ConsumerGroupDescribeResponseDescribedGroup = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    groupId: r.string(true),
    groupState: r.string(true),
    groupEpoch: r.int32(),
    assignmentEpoch: r.int32(),
    assignorName: r.string(true),
    members: r.array(true, 16, readConsumerGroupDescribeResponseMember, v),
    authorizedOperations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupDescribeResponse(r: Reader, v: number): ConsumerGroupDescribeResponse {
  const x: ConsumerGroupDescribeResponse = {
    throttleTimeMs: r.int32(),
    groups: r.array(true, 20, readConsumerGroupDescribeResponseDescribedGroup, v),
  };
  r.tags(x);
  return x;
}

function readConsumerGroupDescribeRequest(r: Reader, v: number): ConsumerGroupDescribeRequest {
  const x: ConsumerGroupDescribeRequest = {
    groupIds: r.array(true, 1, readCompactString, v),
    includeAuthorizedOperations: r.bool(),
  };
  r.tags(x);
  return x;
}

function writeConsumerGroupDescribeResponseTopicPartitions(
  w: Writer,
  x: ConsumerGroupDescribeResponseTopicPartitionsInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeConsumerGroupDescribeResponseAssignment(
  w: Writer,
  x: ConsumerGroupDescribeResponseAssignmentInput,
  v: number,
): void {
  w.array(x.topicPartitions, true, writeConsumerGroupDescribeResponseTopicPartitions, v);
  w.tags(x.unknownTags);
}

function writeConsumerGroupDescribeResponseMember(
  w: Writer,
  x: ConsumerGroupDescribeResponseMemberInput,
  v: number,
): void {
  w.string(x.memberId ?? "", true);
  w.nullableString(x.instanceId ?? null, true);
  w.nullableString(x.rackId ?? null, true);
  w.int32(x.memberEpoch ?? 0);
  w.string(x.clientId ?? "", true);
  w.string(x.clientHost ?? "", true);
  w.array(x.subscribedTopicNames, true, writeCompactString, v);
  w.nullableString(x.subscribedTopicRegex ?? null, true);
  writeConsumerGroupDescribeResponseAssignment(w, x.assignment ?? {}, v);
  writeConsumerGroupDescribeResponseAssignment(w, x.targetAssignment ?? {}, v);
  if (v >= 1) w.int8(x.memberType ?? -1);
  w.tags(x.unknownTags);
}

function writeConsumerGroupDescribeResponseDescribedGroup(
  w: Writer,
  x: ConsumerGroupDescribeResponseDescribedGroupInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.string(x.groupId ?? "", true);
  w.string(x.groupState ?? "", true);
  w.int32(x.groupEpoch ?? 0);
  w.int32(x.assignmentEpoch ?? 0);
  w.string(x.assignorName ?? "", true);
  w.array(x.members, true, writeConsumerGroupDescribeResponseMember, v);
  w.int32(x.authorizedOperations ?? -2147483648);
  w.tags(x.unknownTags);
}

function writeConsumerGroupDescribeResponse(
  w: Writer,
  x: ConsumerGroupDescribeResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.groups, true, writeConsumerGroupDescribeResponseDescribedGroup, v);
  w.tags(x.unknownTags);
}
