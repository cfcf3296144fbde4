// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Heartbeat API (key 12), versions 0 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The HeartbeatRequest message, as decoded. */
export interface HeartbeatRequest {
  /** `string`. */
  groupId: string;
  /** `int32`. */
  generationId: number;
  /** `string`. */
  memberId: string;
  /** `string`, v3+, nullable, default null. */
  groupInstanceId: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The HeartbeatRequest message, to be encoded; what is left out takes the schema's default. */
export interface HeartbeatRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `int32`. */
  readonly generationId?: number;
  /** `string`. */
  readonly memberId?: string;
  /** `string`, v3+, nullable, default null. */
  readonly groupInstanceId?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The HeartbeatResponse message, as decoded. */
export interface HeartbeatResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The HeartbeatResponse message, to be encoded; what is left out takes the schema's default. */
export interface HeartbeatResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const HEARTBEAT_REQUEST: MessageInfo = { name: "HeartbeatRequest", min: 0, max: 4 };
const HEARTBEAT_RESPONSE: MessageInfo = { name: "HeartbeatResponse", min: 0, max: 4 };

/** The client's half of Heartbeat. */
export const heartbeat: ClientApi<HeartbeatRequestInput, HeartbeatResponse> = {
  key: 12,
  name: "Heartbeat",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(HEARTBEAT_REQUEST, writeHeartbeatRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(HEARTBEAT_RESPONSE, readHeartbeatResponse, reader, version),
};

/** The server's half of Heartbeat. */
export const heartbeatServer: ServerApi<HeartbeatRequest, HeartbeatResponseInput> = {
  key: 12,
  name: "Heartbeat",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(HEARTBEAT_REQUEST, readHeartbeatRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(HEARTBEAT_RESPONSE, writeHeartbeatResponse, writer, message, version),
};

function writeHeartbeatRequest(w: Writer, x: HeartbeatRequestInput, v: number): void {
  const f = v >= 4;
  w.string(x.groupId ?? "", f);
  w.int32(x.generationId ?? 0);
  w.string(x.memberId ?? "", f);
  if (v >= 3) w.nullableString(x.groupInstanceId ?? null, f);
  else checkAbsent(x.groupInstanceId, null);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readHeartbeatResponse(r: Reader, v: number): HeartbeatResponse {
  const f = v >= 4;
  const x: HeartbeatResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readHeartbeatRequest(r: Reader, v: number): HeartbeatRequest {
  const f = v >= 4;
  const x: HeartbeatRequest = {
    groupId: r.string(f),
    generationId: r.int32(),
    memberId: r.string(f),
    groupInstanceId: v >= 3 ? r.nullableString(f) : null,
  };
  if (f) r.tags(x);
  return x;
}

function writeHeartbeatResponse(w: Writer, x: HeartbeatResponseInput, v: number): void {
  const f = v >= 4;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
