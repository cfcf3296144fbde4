// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The SyncGroup API (key 14), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The SyncGroupRequest message, as decoded. */
export interface SyncGroupRequest {
  /** `string`. */
  groupId: string;
  /** `int32`. */
  generationId: number;
  /** `string`. */
  memberId: string;
  /** `string`, v3+, nullable, default null. */
  groupInstanceId: string | null;
  /** `string`, v5+, nullable, default null. */
  protocolType: string | null;
  /** `string`, v5+, nullable, default null. */
  protocolName: string | null;
  /** `[]SyncGroupRequestAssignment`. */
  assignments: SyncGroupRequestAssignment[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SyncGroupRequest message, to be encoded; what is left out takes the schema's default. */
export interface SyncGroupRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `int32`. */
  readonly generationId?: number;
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v3+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** `string`, v5+, nullable, default null. */
  readonly protocolType?: string | null;
  /** `string`, v5+, nullable, default null. */
  readonly protocolName?: string | null;
  /** `[]SyncGroupRequestAssignment`. */
  readonly assignments?: readonly SyncGroupRequestAssignmentInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A SyncGroupRequestAssignment of SyncGroupRequest, as decoded. */
export interface SyncGroupRequestAssignment {
  /** `string`. */
  memberId: string;
  /** `bytes`. */
  assignment: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A SyncGroupRequestAssignment of SyncGroupRequest, to be encoded; what is left out takes the schema's default. */
export interface SyncGroupRequestAssignmentInput {
  /** `string`. */
  readonly memberId?: string;
  /** `bytes`. */
  readonly assignment?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The SyncGroupResponse message, as decoded. */
export interface SyncGroupResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, v5+, nullable, default null. */
  protocolType: string | null;
  /** `string`, v5+, nullable, default null. */
  protocolName: string | null;
  /** `bytes`. */
  assignment: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SyncGroupResponse message, to be encoded; what is left out takes the schema's default. */
export interface SyncGroupResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, v5+, nullable, default null. */
  readonly protocolType?: string | null;
  /** `string`, v5+, nullable, default null. */
  readonly protocolName?: string | null;
  /** `bytes`. */
  readonly assignment?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SYNC_GROUP_REQUEST: MessageInfo = { name: "SyncGroupRequest", min: 0, max: 5 };
const SYNC_GROUP_RESPONSE: MessageInfo = { name: "SyncGroupResponse", min: 0, max: 5 };

/** The client's half of SyncGroup. */
export const syncGroup: ClientApi<SyncGroupRequestInput, SyncGroupResponse> = {
  key: 14,
  name: "SyncGroup",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(SYNC_GROUP_REQUEST, writeSyncGroupRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(SYNC_GROUP_RESPONSE, readSyncGroupResponse, reader, version),
};

/** The server's half of SyncGroup. */
export const syncGroupServer: ServerApi<SyncGroupRequest, SyncGroupResponseInput> = {
  key: 14,
  name: "SyncGroup",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(SYNC_GROUP_REQUEST, readSyncGroupRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(SYNC_GROUP_RESPONSE, writeSyncGroupResponse, writer, message, version),
};

function writeSyncGroupRequestAssignment(
  w: Writer,
  x: SyncGroupRequestAssignmentInput,
  v: number,
): void {
  const f = v >= 4;
  w.string(x.memberId ?? "", f);
  w.byteArray(x.assignment ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeSyncGroupRequest(w: Writer, x: SyncGroupRequestInput, v: number): void {
  const f = v >= 4;
  w.string(x.groupId ?? "", f);
  w.int32(x.generationId ?? 0);
  w.string(x.memberId ?? "", f);
  if (v >= 3) w.nullableString(x.groupInstanceId ?? null, f);
  else checkAbsent(x.groupInstanceId, null);
  if (v >= 5) w.nullableString(x.protocolType ?? null, true);
  if (v >= 5) w.nullableString(x.protocolName ?? null, true);
  w.array(x.assignments, f, writeSyncGroupRequestAssignment, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readSyncGroupResponse(r: Reader, v: number): SyncGroupResponse {
  const f = v >= 4;
  const x: SyncGroupResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    errorCode: r.int16(),
    protocolType: v >= 5 ? r.nullableString(true) : null,
    protocolName: v >= 5 ? r.nullableString(true) : null,
    assignment: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readSyncGroupRequestAssignment(r: Reader, v: number): SyncGroupRequestAssignment {
  const f = v >= 4;
  const x: SyncGroupRequestAssignment = {
    memberId: r.string(f),
    assignment: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readSyncGroupRequest(r: Reader, v: number): SyncGroupRequest {
  const f = v >= 4;
  const x: SyncGroupRequest = {
    groupId: r.string(f),
    generationId: r.int32(),
    memberId: r.string(f),
    groupInstanceId: v >= 3 ? r.nullableString(f) : null,
    protocolType: v >= 5 ? r.nullableString(true) : null,
    protocolName: v >= 5 ? r.nullableString(true) : null,
    assignments: r.array(f, 3, readSyncGroupRequestAssignment, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeSyncGroupResponse(w: Writer, x: SyncGroupResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  if (v >= 5) w.nullableString(x.protocolType ?? null, true);
  if (v >= 5) w.nullableString(x.protocolName ?? null, true);
  w.byteArray(x.assignment ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
