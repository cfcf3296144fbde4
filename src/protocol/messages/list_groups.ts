// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ListGroups API (key 16), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { writeCompactString, type Writer } from "../writer.ts";

/** The ListGroupsRequest message, as decoded. */
export interface ListGroupsRequest {
  /** `[]string`, v4+. */
  statesFilter: string[];
  /** `[]string`, v5+. */
  typesFilter: string[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListGroupsRequest message, to be encoded; what is left out takes the schema's default. */
export interface ListGroupsRequestInput {
  /** `[]string`, v4+. */
  readonly statesFilter?: readonly string[];
  /** `[]string`, v5+. */
  readonly typesFilter?: readonly string[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ListGroupsResponse message, as decoded. */
export interface ListGroupsResponse {
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]ListedGroup`. */
  groups: ListedGroup[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListGroupsResponse message, to be encoded; what is left out takes the schema's default. */
export interface ListGroupsResponseInput {
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]ListedGroup`. */
  readonly groups?: readonly ListedGroupInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ListedGroup of ListGroupsResponse, as decoded. */
export interface ListedGroup {
  /** `string`. */
  groupId: string;
  /** `string`. */
  protocolType: string;
  /** `string`, v4+. */
  groupState: string;
  /** `string`, v5+. */
  groupType: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ListedGroup of ListGroupsResponse, to be encoded; what is left out takes the schema's default. */
export interface ListedGroupInput {
  /** `string`. */
  readonly groupId?: string;
  /** `string`. */
  readonly protocolType?: string;
  /** `string`, v4+. */
  readonly groupState?: string;
  /** `string`, v5+. */
  readonly groupType?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LIST_GROUPS_REQUEST: MessageInfo = { name: "ListGroupsRequest", min: 0, max: 5 };
const LIST_GROUPS_RESPONSE: MessageInfo = { name: "ListGroupsResponse", min: 0, max: 5 };

/** The client's half of ListGroups. */
export const listGroups: ClientApi<ListGroupsRequestInput, ListGroupsResponse> = {
  key: 16,
  name: "ListGroups",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(LIST_GROUPS_REQUEST, writeListGroupsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(LIST_GROUPS_RESPONSE, readListGroupsResponse, reader, version),
};

/** The server's half of ListGroups. */
export const listGroupsServer: ServerApi<ListGroupsRequest, ListGroupsResponseInput> = {
  key: 16,
  name: "ListGroups",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(LIST_GROUPS_REQUEST, readListGroupsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(LIST_GROUPS_RESPONSE, writeListGroupsResponse, writer, message, version),
};

function writeListGroupsRequest(w: Writer, x: ListGroupsRequestInput, v: number): void {
  const f = v >= 3;
  if (v >= 4) w.array(x.statesFilter, true, writeCompactString, v);
  else checkAbsent(x.statesFilter, undefined);
  if (v >= 5) w.array(x.typesFilter, true, writeCompactString, v);
  else checkAbsent(x.typesFilter, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readListedGroup(r: Reader, v: number): ListedGroup {
  const f = v >= 3;
  const x: ListedGroup = {
    groupId: r.string(f),
    protocolType: r.string(f),
    groupState: v >= 4 ? r.string(true) : "",
    groupType: v >= 5 ? r.string(true) : "",
  };
  if (f) r.tags(x);
  return x;
}

function readListGroupsResponse(r: Reader, v: number): ListGroupsResponse {
  const f = v >= 3;
  const x: ListGroupsResponse = {
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    errorCode: r.int16(),
    groups: r.array(f, 3, readListedGroup, v),
  };
  if (f) r.tags(x);
  return x;
}

function readListGroupsRequest(r: Reader, v: number): ListGroupsRequest {
  const f = v >= 3;
  const x: ListGroupsRequest = {
    statesFilter: v >= 4 ? r.array(true, 1, readCompactString, v) : [],
    typesFilter: v >= 5 ? r.array(true, 1, readCompactString, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeListedGroup(w: Writer, x: ListedGroupInput, v: number): void {
  const f = v >= 3;
  w.string(x.groupId ?? "", f);
  w.string(x.protocolType ?? "", f);
  if (v >= 4) w.string(x.groupState ?? "", true);
  if (v >= 5) w.string(x.groupType ?? "", true);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeListGroupsResponse(w: Writer, x: ListGroupsResponseInput, v: number): void {
  const f = v >= 3;
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.groups, f, writeListedGroup, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
