// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The LeaveGroup API (key 13), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The LeaveGroupRequest message, as decoded. */
export interface LeaveGroupRequest {
  /** `string`. */
  groupId: string;
  /** `string`, v0-2. */
  memberId: string;
  /** `[]MemberIdentity`, v3+. */
  members: MemberIdentity[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The LeaveGroupRequest message, to be encoded; what is left out takes the schema's default. */
export interface LeaveGroupRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `string`, v0-2. */
  readonly memberId?: string;
  /** `[]MemberIdentity`, v3+. */
  readonly members?: readonly MemberIdentityInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MemberIdentity of LeaveGroupRequest, as decoded. */
export interface MemberIdentity {
  /** `string`, v3+. */
  memberId: string;
  /** `string`, v3+, nullable, default null. */
  groupInstanceId: string | null;
  /** `string`, v5+, nullable, default null. */
  reason: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MemberIdentity of LeaveGroupRequest, to be encoded; what is left out takes the schema's default. */
export interface MemberIdentityInput {
  /** `string`, v3+. */
  readonly memberId?: string;
  /** `string`, v3+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `string`, v5+, nullable, default null. */
  readonly reason?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The LeaveGroupResponse message, as decoded. */
export interface LeaveGroupResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]MemberResponse`, v3+. */
  members: MemberResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The LeaveGroupResponse message, to be encoded; what is left out takes the schema's default. */
export interface LeaveGroupResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]MemberResponse`, v3+. */
  readonly members?: readonly MemberResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A MemberResponse of LeaveGroupResponse, as decoded. */
export interface MemberResponse {
  /** `string`, v3+. */
  memberId: string;
  /** `string`, v3+, nullable. */
  groupInstanceId: string | null;
  /** `int16`, v3+. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A MemberResponse of LeaveGroupResponse, to be encoded; what is left out takes the schema's default. */
export interface MemberResponseInput {
  /** `string`, v3+. */
  readonly memberId?: string;
  /** `string`, v3+, nullable. */
  readonly groupInstanceId?: string | null;
  /** `int16`, v3+. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LEAVE_GROUP_REQUEST: MessageInfo = { name: "LeaveGroupRequest", min: 0, max: 5 };
const LEAVE_GROUP_RESPONSE: MessageInfo = { name: "LeaveGroupResponse", min: 0, max: 5 };

/** The client's half of LeaveGroup. */
export const leaveGroup: ClientApi<LeaveGroupRequestInput, LeaveGroupResponse> = {
  key: 13,
  name: "LeaveGroup",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(LEAVE_GROUP_REQUEST, writeLeaveGroupRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(LEAVE_GROUP_RESPONSE, readLeaveGroupResponse, reader, version),
};

/** The server's half of LeaveGroup. */
export const leaveGroupServer: ServerApi<LeaveGroupRequest, LeaveGroupResponseInput> = {
  key: 13,
  name: "LeaveGroup",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(LEAVE_GROUP_REQUEST, readLeaveGroupRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(LEAVE_GROUP_RESPONSE, writeLeaveGroupResponse, writer, message, version),
};

function writeMemberIdentity(w: Writer, x: MemberIdentityInput, v: number): void {
  const f = v >= 4;
  w.string(x.memberId ?? "", f);
  w.nullableString(x.groupInstanceId ?? null, f);
  if (v >= 5) w.nullableString(x.reason ?? null, true);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeLeaveGroupRequest(w: Writer, x: LeaveGroupRequestInput, v: number): void {
  const f = v >= 4;
  w.string(x.groupId ?? "", f);
  if (v <= 2) w.string(x.memberId ?? "", false);
  else checkAbsent(x.memberId, "");
  if (v >= 3) w.array(x.members, f, writeMemberIdentity, v);
  else checkAbsent(x.members, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readMemberResponse(r: Reader, v: number): MemberResponse {
  const f = v >= 4;
  const x: MemberResponse = {
    memberId: r.string(f),
    groupInstanceId: r.nullableString(f),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readLeaveGroupResponse(r: Reader, v: number): LeaveGroupResponse {
  const f = v >= 4;
  const x: LeaveGroupResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    errorCode: r.int16(),
    members: v >= 3 ? r.array(f, 5, readMemberResponse, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readMemberIdentity(r: Reader, v: number): MemberIdentity {
  const f = v >= 4;
  const x: MemberIdentity = {
    memberId: r.string(f),
    groupInstanceId: r.nullableString(f),
    reason: v >= 5 ? r.nullableString(true) : null,
  };
  if (f) r.tags(x);
  return x;
}

function readLeaveGroupRequest(r: Reader, v: number): LeaveGroupRequest {
  const f = v >= 4;
  const x: LeaveGroupRequest = {
    groupId: r.string(f),
    memberId: v <= 2 ? r.string(false) : "",
    members: v >= 3 ? r.array(f, 3, readMemberIdentity, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeMemberResponse(w: Writer, x: MemberResponseInput, v: number): void {
  const f = v >= 4;
  w.string(x.memberId ?? "", f);
  w.nullableString(x.groupInstanceId === undefined ? "" : x.groupInstanceId, f);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeLeaveGroupResponse(w: Writer, x: LeaveGroupResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  if (v >= 3) w.array(x.members, f, writeMemberResponse, v);
  else checkAbsent(x.members, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
