// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ShareGroupDescribe API (key 77), version 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The ShareGroupDescribeRequest message, as decoded. */
export interface ShareGroupDescribeRequest {
  /** `[]string`. */
  groupIds: string[];
  /** `bool`. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareGroupDescribeRequest message, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeRequestInput {
  /** `[]string`. */
  readonly groupIds?: readonly string[];
  /** `bool`. */
  readonly includeAuthorizedOperations?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ShareGroupDescribeResponse message, as decoded. */
export interface ShareGroupDescribeResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribedGroup`. */
  groups: ShareGroupDescribeResponseDescribedGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareGroupDescribeResponse message, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribedGroup`. */
  readonly groups?: readonly ShareGroupDescribeResponseDescribedGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedGroup of ShareGroupDescribeResponse, as decoded. */
export interface ShareGroupDescribeResponseDescribedGroup {
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
  members: ShareGroupDescribeResponseMember[];
  /** `int32`, default -2147483648. */
  authorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedGroup of ShareGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeResponseDescribedGroupInput {
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
  readonly members?: readonly ShareGroupDescribeResponseMemberInput[];
  /** `int32`, default -2147483648. */
  readonly authorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Member of ShareGroupDescribeResponse, as decoded. */
export interface ShareGroupDescribeResponseMember {
  /** `string`. */
  memberId: string;
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
  /** `Assignment`. */
  assignment: ShareGroupDescribeResponseAssignment;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Member of ShareGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeResponseMemberInput {
  /** `string`. */
  readonly memberId?: string;
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
  /** `Assignment`. */
  readonly assignment?: ShareGroupDescribeResponseAssignmentInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Assignment of ShareGroupDescribeResponse, as decoded. */
export interface ShareGroupDescribeResponseAssignment {
  /** `[]TopicPartitions`. */
  topicPartitions: ShareGroupDescribeResponseTopicPartitions[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Assignment of ShareGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeResponseAssignmentInput {
  /** `[]TopicPartitions`. */
  readonly topicPartitions?: readonly ShareGroupDescribeResponseTopicPartitionsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicPartitions of ShareGroupDescribeResponse, as decoded. */
export interface ShareGroupDescribeResponseTopicPartitions {
  /** `uuid`. */
  topicId: string;
  /** `string`. */
  topicName: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicPartitions of ShareGroupDescribeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareGroupDescribeResponseTopicPartitionsInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `string`. */
  readonly topicName?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SHARE_GROUP_DESCRIBE_REQUEST: MessageInfo = {
  name: "ShareGroupDescribeRequest",
  min: 1,
  max: 1,
};
const SHARE_GROUP_DESCRIBE_RESPONSE: MessageInfo = {
  name: "ShareGroupDescribeResponse",
  min: 1,
  max: 1,
};

/** The client's half of ShareGroupDescribe. */
export const shareGroupDescribe: ClientApi<
  ShareGroupDescribeRequestInput,
  ShareGroupDescribeResponse
> = {
  key: 77,
  name: "ShareGroupDescribe",
  minVersion: 1,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      SHARE_GROUP_DESCRIBE_REQUEST,
      writeShareGroupDescribeRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(SHARE_GROUP_DESCRIBE_RESPONSE, readShareGroupDescribeResponse, reader, version),
};

/** The server's half of ShareGroupDescribe. */
export const shareGroupDescribeServer: ServerApi<
  ShareGroupDescribeRequest,
  ShareGroupDescribeResponseInput
> = {
  key: 77,
  name: "ShareGroupDescribe",
  minVersion: 1,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(SHARE_GROUP_DESCRIBE_REQUEST, readShareGroupDescribeRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      SHARE_GROUP_DESCRIBE_RESPONSE,
      writeShareGroupDescribeResponse,
      writer,
      message,
      version,
    ),
};

function writeShareGroupDescribeRequest(
  w: Writer,
  x: ShareGroupDescribeRequestInput,
  v: number,
): void {
  w.array(x.groupIds, true, writeCompactString, v);
  w.bool(x.includeAuthorizedOperations ?? false);
  w.tags(x.unknownTags);
}

function readShareGroupDescribeResponseTopicPartitions(
  r: Reader,
  _v: number,
): ShareGroupDescribeResponseTopicPartitions {
  const x: ShareGroupDescribeResponseTopicPartitions = {
    topicId: r.uuid(),
    topicName: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readShareGroupDescribeResponseAssignment(
  r: Reader,
  v: number,
): ShareGroupDescribeResponseAssignment {
  const x: ShareGroupDescribeResponseAssignment = {
    topicPartitions: r.array(true, 19, readShareGroupDescribeResponseTopicPartitions, v),
  };
  r.tags(x);
  return x;
}

function readShareGroupDescribeResponseMember(
  r: Reader,
  v: number,
): ShareGroupDescribeResponseMember {
  const x: ShareGroupDescribeResponseMember = {
    memberId: r.string(true),
    rackId: r.nullableString(true),
    memberEpoch: r.int32(),
    clientId: r.string(true),
    clientHost: r.string(true),
    subscribedTopicNames: r.array(true, 1, readCompactString, v),
    assignment: readShareGroupDescribeResponseAssignment(r, v),
  };
  r.tags(x);
  return x;
}

function readShareGroupDescribeResponseDescribedGroup(
  r: Reader,
  v: number,
): ShareGroupDescribeResponseDescribedGroup {
  const x: ShareGroupDescribeResponseDescribedGroup = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    groupId: r.string(true),
    groupState: r.string(true),
    groupEpoch: r.int32(),
    assignmentEpoch: r.int32(),
    assignorName: r.string(true),
    members: r.array(true, 12, readShareGroupDescribeResponseMember, v),
    authorizedOperations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readShareGroupDescribeResponse(r: Reader, v: number): ShareGroupDescribeResponse {
  const x: ShareGroupDescribeResponse = {
    throttleTimeMs: r.int32(),
    groups: r.array(true, 20, readShareGroupDescribeResponseDescribedGroup, v),
  };
  r.tags(x);
  return x;
}

function readShareGroupDescribeRequest(r: Reader, v: number): ShareGroupDescribeRequest {
  const x: ShareGroupDescribeRequest = {
    groupIds: r.array(true, 1, readCompactString, v),
    includeAuthorizedOperations: r.bool(),
  };
  r.tags(x);
  return x;
}

function writeShareGroupDescribeResponseTopicPartitions(
  w: Writer,
  x: ShareGroupDescribeResponseTopicPartitionsInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeShareGroupDescribeResponseAssignment(
  w: Writer,
  x: ShareGroupDescribeResponseAssignmentInput,
  v: number,
): void {
  w.array(x.topicPartitions, true, writeShareGroupDescribeResponseTopicPartitions, v);
  w.tags(x.unknownTags);
}

function writeShareGroupDescribeResponseMember(
  w: Writer,
  x: ShareGroupDescribeResponseMemberInput,
  v: number,
): void {
  w.string(x.memberId ?? "", true);
  w.nullableString(x.rackId ?? null, true);
  w.int32(x.memberEpoch ?? 0);
  w.string(x.clientId ?? "", true);
  w.string(x.clientHost ?? "", true);
  w.array(x.subscribedTopicNames, true, writeCompactString, v);
  writeShareGroupDescribeResponseAssignment(w, x.assignment ?? {}, v);
  w.tags(x.unknownTags);
}

function writeShareGroupDescribeResponseDescribedGroup(
  w: Writer,
  x: ShareGroupDescribeResponseDescribedGroupInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.string(x.groupId ?? "", true);
  w.string(x.groupState ?? "", true);
  w.int32(x.groupEpoch ?? 0);
  w.int32(x.assignmentEpoch ?? 0);
  w.string(x.assignorName ?? "", true);
  w.array(x.members, true, writeShareGroupDescribeResponseMember, v);
  w.int32(x.authorizedOperations ?? -2147483648);
  w.tags(x.unknownTags);
}

function writeShareGroupDescribeResponse(
  w: Writer,
  x: ShareGroupDescribeResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.groups, true, writeShareGroupDescribeResponseDescribedGroup, v);
  w.tags(x.unknownTags);
}
