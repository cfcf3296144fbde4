// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeGroups API (key 15), versions 0 to 6.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readString } from "../reader.ts";
import { writeCompactString, type Writer, writeString } from "../writer.ts";

/** The DescribeGroupsRequest message, as decoded. */
export interface DescribeGroupsRequest {
  /** `[]string`. */
  groups: string[];
  /** `bool`, v3+. */
  includeAuthorizedOperations: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeGroupsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeGroupsRequestInput {
  /** `[]string`. */
  readonly groups?: readonly string[];
  /** `bool`, v3+. */
  readonly includeAuthorizedOperations?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeGroupsResponse message, as decoded. */
export interface DescribeGroupsResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `[]DescribedGroup`. */
  groups: DescribeGroupsResponseDescribedGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeGroupsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeGroupsResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `[]DescribedGroup`. */
  readonly groups?: readonly DescribeGroupsResponseDescribedGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedGroup of DescribeGroupsResponse, as decoded. */
export interface DescribeGroupsResponseDescribedGroup {
  /** `int16`. */
  errorCode: number;
  /** `string`, v6+, nullable, default null. */
  errorMessage: string | null;
  /** `string`. */
  groupId: string;
  /** `string`. */
  groupState: string;
  /** `string`. */
  protocolType: string;
  /** `string`. */
  protocolData: string;
  /** `[]DescribedGroupMember`. */
  members: DescribedGroupMember[];
  /** `int32`, v3+, default -2147483648. */
  authorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedGroup of DescribeGroupsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeGroupsResponseDescribedGroupInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, v6+, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly groupState?: string;
  /** `string`. */
  readonly protocolType?: string;
  /** `string`. */
  readonly protocolData?: string;
  /** `[]DescribedGroupMember`. */
  readonly members?: readonly DescribedGroupMemberInput[];
  /** `int32`, v3+, default -2147483648. */
  readonly authorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedGroupMember of DescribeGroupsResponse, as decoded. */
export interface DescribedGroupMember {
  /** `string`. */
  memberId: string;
  /** `string`, v4+, nullable, default null. */
  groupInstanceId: string | null;
  /** `string`. */
  clientId: string;
  /** `string`. */
  clientHost: string;
  /** `bytes`. */
  memberMetadata: Uint8Array;
  /** `bytes`. */
  memberAssignment: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedGroupMember of DescribeGroupsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribedGroupMemberInput {
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v4+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `string`. */
  readonly clientId?: string;
  /** `string`. */
  readonly clientHost?: string;
  /** `bytes`. */
  readonly memberMetadata?: Uint8Array;
  /** `bytes`. */
  readonly memberAssignment?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_GROUPS_REQUEST: MessageInfo = { name: "DescribeGroupsRequest", min: 0, max: 6 };
const DESCRIBE_GROUPS_RESPONSE: MessageInfo = { name: "DescribeGroupsResponse", min: 0, max: 6 };

/** The client's half of DescribeGroups. */
export const describeGroups: ClientApi<DescribeGroupsRequestInput, DescribeGroupsResponse> = {
  key: 15,
  name: "DescribeGroups",
  minVersion: 0,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 5,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_GROUPS_REQUEST, writeDescribeGroupsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_GROUPS_RESPONSE, readDescribeGroupsResponse, reader, version),
};

/** The server's half of DescribeGroups. */
export const describeGroupsServer: ServerApi<DescribeGroupsRequest, DescribeGroupsResponseInput> = {
  key: 15,
  name: "DescribeGroups",
  minVersion: 0,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 5,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_GROUPS_REQUEST, readDescribeGroupsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DESCRIBE_GROUPS_RESPONSE, writeDescribeGroupsResponse, writer, message, version),
};

function writeDescribeGroupsRequest(w: Writer, x: DescribeGroupsRequestInput, v: number): void {
  const f = v >= 5;
  w.array(x.groups, f, f ? writeCompactString : writeString, v);
  if (v >= 3) w.bool(x.includeAuthorizedOperations ?? false);
  else checkAbsent(x.includeAuthorizedOperations, false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDescribedGroupMember(r: Reader, v: number): DescribedGroupMember {
  const f = v >= 5;
  const x: DescribedGroupMember = {
    memberId: r.string(f),
    groupInstanceId: v >= 4 ? r.nullableString(f) : null,
    clientId: r.string(f),
    clientHost: r.string(f),
    memberMetadata: r.byteArray(f),
    memberAssignment: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeGroupsResponseDescribedGroup(
  r: Reader,
  v: number,
): DescribeGroupsResponseDescribedGroup {
  const f = v >= 5;
  const x: DescribeGroupsResponseDescribedGroup = {
    errorCode: r.int16(),
    errorMessage: v >= 6 ? r.nullableString(true) : null,
    groupId: r.string(f),
    groupState: r.string(f),
    protocolType: r.string(f),
    protocolData: r.string(f),
    members: r.array(f, 7, readDescribedGroupMember, v),
    authorizedOperations: v >= 3 ? r.int32() : -2147483648,
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeGroupsResponse(r: Reader, v: number): DescribeGroupsResponse {
  const f = v >= 5;
  const x: DescribeGroupsResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    groups: r.array(f, 12, readDescribeGroupsResponseDescribedGroup, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeGroupsRequest(r: Reader, v: number): DescribeGroupsRequest {
  const f = v >= 5;
  const x: DescribeGroupsRequest = {
    groups: r.array(f, 1, f ? readCompactString : readString, v),
    includeAuthorizedOperations: v >= 3 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function writeDescribedGroupMember(w: Writer, x: DescribedGroupMemberInput, v: number): void {
  const f = v >= 5;
  w.string(x.memberId ?? "", f);
  if (v >= 4) w.nullableString(x.groupInstanceId ?? null, f);
  w.string(x.clientId ?? "", f);
  w.string(x.clientHost ?? "", f);
  w.byteArray(x.memberMetadata ?? new Uint8Array(0), f);
  w.byteArray(x.memberAssignment ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeGroupsResponseDescribedGroup(
  w: Writer,
  x: DescribeGroupsResponseDescribedGroupInput,
  v: number,
): void {
  const f = v >= 5;
  w.int16(x.errorCode ?? 0);
  if (v >= 6) w.nullableString(x.errorMessage ?? null, true);
  else checkAbsent(x.errorMessage, null);
  w.string(x.groupId ?? "", f);
  w.string(x.groupState ?? "", f);
  w.string(x.protocolType ?? "", f);
  w.string(x.protocolData ?? "", f);
  w.array(x.members, f, writeDescribedGroupMember, v);
  if (v >= 3) w.int32(x.authorizedOperations ?? -2147483648);
  else checkAbsent(x.authorizedOperations, -2147483648);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeGroupsResponse(w: Writer, x: DescribeGroupsResponseInput, v: number): void {
  const f = v >= 5;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  w.array(x.groups, f, writeDescribeGroupsResponseDescribedGroup, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
