// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The FindCoordinator API (key 10), versions 0 to 6.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { writeCompactString, type Writer } from "../writer.ts";

/** The FindCoordinatorRequest message, as decoded. */
export interface FindCoordinatorRequest {
  /** `string`, v0-3. */
  key: string;
  /** `int8`, v1+, default 0. */
  keyType: number;
  /** `[]string`, v4+. */
  coordinatorKeys: string[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FindCoordinatorRequest message, to be encoded; what is left out takes the schema's default. */
export interface FindCoordinatorRequestInput {
  /** `string`, v0-3. */
  readonly key?: string;
  /** `int8`, v1+, default 0. */
  readonly keyType?: number;
  /** `[]string`, v4+. */
  readonly coordinatorKeys?: readonly string[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The FindCoordinatorResponse message, as decoded. */
export interface FindCoordinatorResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `int16`, v0-3. */
  errorCode: number;
  /** `string`, v1-3, nullable. */
  errorMessage: string | null;
  /** `int32`, v0-3. */
  nodeId: number;
  /** `string`, v0-3. */
  host: string;
  /** `int32`, v0-3. */
  port: number;
  /** `[]Coordinator`, v4+. */
  coordinators: Coordinator[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The FindCoordinatorResponse message, to be encoded; what is left out takes the schema's default. */
export interface FindCoordinatorResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `int16`, v0-3. */
  readonly errorCode?: number;
  /** `string`, v1-3, nullable. */
  readonly errorMessage?: string | null;
  /** `int32`, v0-3. */
  readonly nodeId?: number;
  /** `string`, v0-3. */
  readonly host?: string;
  /** `int32`, v0-3. */
  readonly port?: number;
  /** `[]Coordinator`, v4+. */
  readonly coordinators?: readonly CoordinatorInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Coordinator of FindCoordinatorResponse, as decoded. */
export interface Coordinator {
  /** `string`, v4+. */
  key: string;
  /** `int32`, v4+. */
  nodeId: number;
  /** `string`, v4+. */
  host: string;
  /** `int32`, v4+. */
  port: number;
  /** `int16`, v4+. */
  errorCode: number;
  /** `string`, v4+, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Coordinator of FindCoordinatorResponse, to be encoded; what is left out takes the schema's default. */
export interface CoordinatorInput {
  /** `string`, v4+. */
  readonly key?: string;
  /** `int32`, v4+. */
  readonly nodeId?: number;
  /** `string`, v4+. */
  readonly host?: string;
  /** `int32`, v4+. */
  readonly port?: number;
  /** `int16`, v4+. */
  readonly errorCode?: number;
  /** `string`, v4+, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const FIND_COORDINATOR_REQUEST: MessageInfo = { name: "FindCoordinatorRequest", min: 0, max: 6 };
const FIND_COORDINATOR_RESPONSE: MessageInfo = { name: "FindCoordinatorResponse", min: 0, max: 6 };

/** The client's half of FindCoordinator. */
export const findCoordinator: ClientApi<FindCoordinatorRequestInput, FindCoordinatorResponse> = {
  key: 10,
  name: "FindCoordinator",
  minVersion: 0,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(FIND_COORDINATOR_REQUEST, writeFindCoordinatorRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(FIND_COORDINATOR_RESPONSE, readFindCoordinatorResponse, reader, version),
};

/** The server's half of FindCoordinator. */
export const findCoordinatorServer: ServerApi<
  FindCoordinatorRequest,
  FindCoordinatorResponseInput
> = {
  key: 10,
  name: "FindCoordinator",
  minVersion: 0,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(FIND_COORDINATOR_REQUEST, readFindCoordinatorRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      FIND_COORDINATOR_RESPONSE,
      writeFindCoordinatorResponse,
      writer,
      message,
      version,
    ),
};

function writeFindCoordinatorRequest(w: Writer, x: FindCoordinatorRequestInput, v: number): void {
  const f = v >= 3;
  if (v <= 3) w.string(x.key ?? "", f);
  else checkAbsent(x.key, "");
  if (v >= 1) w.int8(x.keyType ?? 0);
  else checkAbsent(x.keyType, 0);
  if (v >= 4) w.array(x.coordinatorKeys, true, writeCompactString, v);
  else checkAbsent(x.coordinatorKeys, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readCoordinator(r: Reader, _v: number): Coordinator {
  const x: Coordinator = {
    key: r.string(true),
    nodeId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readFindCoordinatorResponse(r: Reader, v: number): FindCoordinatorResponse {
  const f = v >= 3;
  const x: FindCoordinatorResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    errorCode: v <= 3 ? r.int16() : 0,
    errorMessage: v >= 1 && v <= 3 ? r.nullableString(f) : "",
    nodeId: v <= 3 ? r.int32() : 0,
    host: v <= 3 ? r.string(f) : "",
    port: v <= 3 ? r.int32() : 0,
    coordinators: v >= 4 ? r.array(true, 14, readCoordinator, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readFindCoordinatorRequest(r: Reader, v: number): FindCoordinatorRequest {
  const f = v >= 3;
  const x: FindCoordinatorRequest = {
    key: v <= 3 ? r.string(f) : "",
    keyType: v >= 1 ? r.int8() : 0,
    coordinatorKeys: v >= 4 ? r.array(true, 1, readCompactString, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeCoordinator(w: Writer, x: CoordinatorInput, _v: number): void {
  w.string(x.key ?? "", true);
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}

function writeFindCoordinatorResponse(w: Writer, x: FindCoordinatorResponseInput, v: number): void {
  const f = v >= 3;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  if (v <= 3) w.int16(x.errorCode ?? 0);
  else checkAbsent(x.errorCode, 0);
  if (v >= 1 && v <= 3) w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  if (v <= 3) w.int32(x.nodeId ?? 0);
  else checkAbsent(x.nodeId, 0);
  if (v <= 3) w.string(x.host ?? "", f);
  else checkAbsent(x.host, "");
  if (v <= 3) w.int32(x.port ?? 0);
  else checkAbsent(x.port, 0);
  if (v >= 4) w.array(x.coordinators, true, writeCoordinator, v);
  else checkAbsent(x.coordinators, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
