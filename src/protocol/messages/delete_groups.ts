// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteGroups API (key 42), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readString } from "../reader.ts";
import { writeCompactString, type Writer, writeString } from "../writer.ts";

/** The DeleteGroupsRequest message, as decoded. */
export interface DeleteGroupsRequest {
  /** `[]string`. */
  groupsNames: string[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteGroupsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteGroupsRequestInput {
  /** `[]string`. */
  readonly groupsNames?: readonly string[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteGroupsResponse message, as decoded. */
export interface DeleteGroupsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DeletableGroupResult`. */
  results: DeletableGroupResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteGroupsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteGroupsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DeletableGroupResult`. */
  readonly results?: readonly DeletableGroupResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeletableGroupResult of DeleteGroupsResponse, as decoded. */
export interface DeletableGroupResult {
  /** `string`. */
  groupId: string;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeletableGroupResult of DeleteGroupsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeletableGroupResultInput {
  /** `string`. */
  readonly groupId?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_GROUPS_REQUEST: MessageInfo = { name: "DeleteGroupsRequest", min: 0, max: 2 };
const DELETE_GROUPS_RESPONSE: MessageInfo = { name: "DeleteGroupsResponse", min: 0, max: 2 };

/** The client's half of DeleteGroups. */
export const deleteGroups: ClientApi<DeleteGroupsRequestInput, DeleteGroupsResponse> = {
  key: 42,
  name: "DeleteGroups",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DELETE_GROUPS_REQUEST, writeDeleteGroupsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DELETE_GROUPS_RESPONSE, readDeleteGroupsResponse, reader, version),
};

/** The server's half of DeleteGroups. */
export const deleteGroupsServer: ServerApi<DeleteGroupsRequest, DeleteGroupsResponseInput> = {
  key: 42,
  name: "DeleteGroups",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(DELETE_GROUPS_REQUEST, readDeleteGroupsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DELETE_GROUPS_RESPONSE, writeDeleteGroupsResponse, writer, message, version),
};

function writeDeleteGroupsRequest(w: Writer, x: DeleteGroupsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.groupsNames, f, f ? writeCompactString : writeString, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDeletableGroupResult(r: Reader, v: number): DeletableGroupResult {
  const f = v >= 2;
  const x: DeletableGroupResult = {
    groupId: r.string(f),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteGroupsResponse(r: Reader, v: number): DeleteGroupsResponse {
  const f = v >= 2;
  const x: DeleteGroupsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(f, 4, readDeletableGroupResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteGroupsRequest(r: Reader, v: number): DeleteGroupsRequest {
  const f = v >= 2;
  const x: DeleteGroupsRequest = {
    groupsNames: r.array(f, 1, f ? readCompactString : readString, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeDeletableGroupResult(w: Writer, x: DeletableGroupResultInput, v: number): void {
  const f = v >= 2;
  w.string(x.groupId ?? "", f);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteGroupsResponse(w: Writer, x: DeleteGroupsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, f, writeDeletableGroupResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
