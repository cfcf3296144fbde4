// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The JoinGroup API (key 11), versions 0 to 9.
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
import type { Writer } from "../writer.ts";

/** The JoinGroupRequest message, as decoded. */
export interface JoinGroupRequest {
  /** `string`. */
  groupId: string;
  /** `int32`. */
  sessionTimeoutMs: number;
  /** `int32`, v1+, default -1. */
  rebalanceTimeoutMs: number;
  /** `string`. */
  memberId: string;
  /** `string`, v5+, nullable, default null. */
  groupInstanceId: string | null;
  /** `string`. */
  protocolType: string;
  /** `[]JoinGroupRequestProtocol`. */
  protocols: JoinGroupRequestProtocol[];
  /** `string`, v8+, nullable, default null. */
  reason: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The JoinGroupRequest message, to be encoded; what is left out takes the schema's default. */
export interface JoinGroupRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `int32`. */
  readonly sessionTimeoutMs?: number;
  /** `int32`, v1+, default -1. */
  readonly rebalanceTimeoutMs?: number;
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v5+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `string`. */
  readonly protocolType?: string;
  /** `[]JoinGroupRequestProtocol`. */
  readonly protocols?: readonly JoinGroupRequestProtocolInput[];
  /** `string`, v8+, nullable, default null. */
  readonly reason?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A JoinGroupRequestProtocol of JoinGroupRequest, as decoded. */
export interface JoinGroupRequestProtocol {
  /** `string`. */
  name: string;
  /** `bytes`. */
  metadata: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A JoinGroupRequestProtocol of JoinGroupRequest, to be encoded; what is left out takes the schema's default. */
export interface JoinGroupRequestProtocolInput {
  /** `string`. */
  readonly name?: string;
  /** `bytes`. */
  readonly metadata?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The JoinGroupResponse message, as decoded. */
export interface JoinGroupResponse {
  /** `int32`, v2+. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `int32`, default -1. */
  generationId: number;
  /** `string`, v7+, nullable, default null. */
  protocolType: string | null;
  /** `string`, nullable v7+. */
  protocolName: string | null;
  /** `string`. */
  leader: string;
  /** `bool`, v9+. */
  skipAssignment: boolean;
  /** `string`. */
  memberId: string;
  /** `[]JoinGroupResponseMember`. */
  members: JoinGroupResponseMember[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The JoinGroupResponse message, to be encoded; what is left out takes the schema's default. */
export interface JoinGroupResponseInput {
  /** `int32`, v2+. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`, default -1. */
  readonly generationId?: number;
  /** `string`, v7+, nullable, default null. */
  readonly protocolType?: string | null;
  /** `string`, nullable v7+. */
  readonly protocolName?: string | null;
  /** `string`. */
  readonly leader?: string;
  /** `bool`, v9+. */
  readonly skipAssignment?: boolean;
  /** `string`. */
  readonly memberId?: string;
  /** `[]JoinGroupResponseMember`. */
  readonly members?: readonly JoinGroupResponseMemberInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A JoinGroupResponseMember of JoinGroupResponse, as decoded. */
export interface JoinGroupResponseMember {
  /** `string`. */
  memberId: string;
  /** `string`, v5+, nullable, default null. */
  groupInstanceId: string | null;
  /** `bytes`. */
  metadata: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A JoinGroupResponseMember of JoinGroupResponse, to be encoded; what is left out takes the schema's default. */
export interface JoinGroupResponseMemberInput {
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v5+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `bytes`. */
  readonly metadata?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const JOIN_GROUP_REQUEST: MessageInfo = { name: "JoinGroupRequest", min: 0, max: 9 };
const JOIN_GROUP_RESPONSE: MessageInfo = { name: "JoinGroupResponse", min: 0, max: 9 };

/** The client's half of JoinGroup. */
export const joinGroup: ClientApi<JoinGroupRequestInput, JoinGroupResponse> = {
  key: 11,
  name: "JoinGroup",
  minVersion: 0,
  maxVersion: 9,
  latestVersion: 9,
  flexibleFrom: 6,
  encodeRequest: (writer, message, version) =>
    encodeMessage(JOIN_GROUP_REQUEST, writeJoinGroupRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(JOIN_GROUP_RESPONSE, readJoinGroupResponse, reader, version),
};

/** The server's half of JoinGroup. */
export const joinGroupServer: ServerApi<JoinGroupRequest, JoinGroupResponseInput> = {
  key: 11,
  name: "JoinGroup",
  minVersion: 0,
  maxVersion: 9,
  latestVersion: 9,
  flexibleFrom: 6,
  decodeRequest: (reader, version) =>
    decodeMessage(JOIN_GROUP_REQUEST, readJoinGroupRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(JOIN_GROUP_RESPONSE, writeJoinGroupResponse, writer, message, version),
};

function writeJoinGroupRequestProtocol(
  w: Writer,
  x: JoinGroupRequestProtocolInput,
  v: number,
): void {
  const f = v >= 6;
  w.string(x.name ?? "", f);
  w.byteArray(x.metadata ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeJoinGroupRequest(w: Writer, x: JoinGroupRequestInput, v: number): void {
  const f = v >= 6;
  w.string(x.groupId ?? "", f);
  w.int32(x.sessionTimeoutMs ?? 0);
  if (v >= 1) w.int32(x.rebalanceTimeoutMs ?? -1);
  w.string(x.memberId ?? "", f);
  if (v >= 5) w.nullableString(x.groupInstanceId ?? null, f);
  else checkAbsent(x.groupInstanceId, null);
  w.string(x.protocolType ?? "", f);
  w.array(x.protocols, f, writeJoinGroupRequestProtocol, v);
  if (v >= 8) w.nullableString(x.reason ?? null, true);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readJoinGroupResponseMember(r: Reader, v: number): JoinGroupResponseMember {
  const f = v >= 6;
  const x: JoinGroupResponseMember = {
    memberId: r.string(f),
    groupInstanceId: v >= 5 ? r.nullableString(f) : null,
    metadata: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readJoinGroupResponse(r: Reader, v: number): JoinGroupResponse {
  const f = v >= 6;
  const x: JoinGroupResponse = {
    throttleTimeMs: v >= 2 ? r.int32() : 0,
    errorCode: r.int16(),
    generationId: r.int32(),
    protocolType: v >= 7 ? r.nullableString(true) : null,
    protocolName: v >= 7 ? r.nullableString(f) : r.string(f),
    leader: r.string(f),
    skipAssignment: v >= 9 ? r.bool() : false,
    memberId: r.string(f),
    members: r.array(f, 4, readJoinGroupResponseMember, v),
  };
  if (f) r.tags(x);
  return x;
}

function readJoinGroupRequestProtocol(r: Reader, v: number): JoinGroupRequestProtocol {
  const f = v >= 6;
  const x: JoinGroupRequestProtocol = {
    name: r.string(f),
    metadata: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readJoinGroupRequest(r: Reader, v: number): JoinGroupRequest {
  const f = v >= 6;
  const x: JoinGroupRequest = {
    groupId: r.string(f),
    sessionTimeoutMs: r.int32(),
    rebalanceTimeoutMs: v >= 1 ? r.int32() : -1,
    memberId: r.string(f),
    groupInstanceId: v >= 5 ? r.nullableString(f) : null,
    protocolType: r.string(f),
    protocols: r.array(f, 3, readJoinGroupRequestProtocol, v),
    reason: v >= 8 ? r.nullableString(true) : null,
  };
  if (f) r.tags(x);
  return x;
}

function writeJoinGroupResponseMember(w: Writer, x: JoinGroupResponseMemberInput, v: number): void {
  const f = v >= 6;
  w.string(x.memberId ?? "", f);
  if (v >= 5) w.nullableString(x.groupInstanceId ?? null, f);
  w.byteArray(x.metadata ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeJoinGroupResponse(w: Writer, x: JoinGroupResponseInput, v: number): void {
  const f = v >= 6;
  if (v >= 2) w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int32(x.generationId ?? -1);
  if (v >= 7) w.nullableString(x.protocolType ?? null, true);
  if (v >= 7) w.nullableString(x.protocolName === undefined ? "" : x.protocolName, f);
  else w.string(checkNotNull(x.protocolName === undefined ? "" : x.protocolName), f);
  w.string(x.leader ?? "", f);
  if (v >= 9) w.bool(x.skipAssignment ?? false);
  else checkAbsent(x.skipAssignment, false);
  w.string(x.memberId ?? "", f);
  w.array(x.members, f, writeJoinGroupResponseMember, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
