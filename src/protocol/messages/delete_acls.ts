// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteAcls API (key 31), versions 1 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DeleteAclsRequest message, as decoded. */
export interface DeleteAclsRequest {
  /** `[]DeleteAclsFilter`. */
  filters: DeleteAclsFilter[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteAclsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteAclsRequestInput {
  /** `[]DeleteAclsFilter`. */
  readonly filters?: readonly DeleteAclsFilterInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteAclsFilter of DeleteAclsRequest, as decoded. */
export interface DeleteAclsFilter {
  /** `int8`. */
  resourceTypeFilter: number;
  /** `string`, nullable. */
  resourceNameFilter: string | null;
  /** `int8`, default 3. */
  patternTypeFilter: number;
  /** `string`, nullable. */
  principalFilter: string | null;
  /** `string`, nullable. */
  hostFilter: string | null;
  /** `int8`. */
  operation: number;
  /** `int8`. */
  permissionType: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteAclsFilter of DeleteAclsRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteAclsFilterInput {
  /** `int8`. */
  readonly resourceTypeFilter?: number;
  /** `string`, nullable. */
  readonly resourceNameFilter?: string | null;
  /** `int8`, default 3. */
  readonly patternTypeFilter?: number;
  /** `string`, nullable. */
  readonly principalFilter?: string | null;
  /** `string`, nullable. */
  readonly hostFilter?: string | null;
  /** `int8`. */
  readonly operation?: number;
  /** `int8`. */
  readonly permissionType?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteAclsResponse message, as decoded. */
export interface DeleteAclsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DeleteAclsFilterResult`. */
  filterResults: DeleteAclsFilterResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteAclsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteAclsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DeleteAclsFilterResult`. */
  readonly filterResults?: readonly DeleteAclsFilterResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteAclsFilterResult of DeleteAclsResponse, as decoded. */
export interface DeleteAclsFilterResult {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]DeleteAclsMatchingAcl`. */
  matchingAcls: DeleteAclsMatchingAcl[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteAclsFilterResult of DeleteAclsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteAclsFilterResultInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]DeleteAclsMatchingAcl`. */
  readonly matchingAcls?: readonly DeleteAclsMatchingAclInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteAclsMatchingAcl of DeleteAclsResponse, as decoded. */
export interface DeleteAclsMatchingAcl {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `int8`, default 3. */
  patternType: number;
  /** `string`. */
  principal: string;
  /** `string`. */
  host: string;
  /** `int8`. */
  operation: number;
  /** `int8`. */
  permissionType: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteAclsMatchingAcl of DeleteAclsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteAclsMatchingAclInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `int8`, default 3. */
  readonly patternType?: number;
  /** `string`. */
  readonly principal?: string;
  /** `string`. */
  readonly host?: string;
  /** `int8`. */
  readonly operation?: number;
  /** `int8`. */
  readonly permissionType?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_ACLS_REQUEST: MessageInfo = { name: "DeleteAclsRequest", min: 1, max: 3 };
const DELETE_ACLS_RESPONSE: MessageInfo = { name: "DeleteAclsResponse", min: 1, max: 3 };

/** The client's half of DeleteAcls. */
export const deleteAcls: ClientApi<DeleteAclsRequestInput, DeleteAclsResponse> = {
  key: 31,
  name: "DeleteAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DELETE_ACLS_REQUEST, writeDeleteAclsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DELETE_ACLS_RESPONSE, readDeleteAclsResponse, reader, version),
};

/** The server's half of DeleteAcls. */
export const deleteAclsServer: ServerApi<DeleteAclsRequest, DeleteAclsResponseInput> = {
  key: 31,
  name: "DeleteAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(DELETE_ACLS_REQUEST, readDeleteAclsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DELETE_ACLS_RESPONSE, writeDeleteAclsResponse, writer, message, version),
};

function writeDeleteAclsFilter(w: Writer, x: DeleteAclsFilterInput, v: number): void {
  const f = v >= 2;
  w.int8(x.resourceTypeFilter ?? 0);
  w.nullableString(x.resourceNameFilter === undefined ? "" : x.resourceNameFilter, f);
  w.int8(x.patternTypeFilter ?? 3);
  w.nullableString(x.principalFilter === undefined ? "" : x.principalFilter, f);
  w.nullableString(x.hostFilter === undefined ? "" : x.hostFilter, f);
  w.int8(x.operation ?? 0);
  w.int8(x.permissionType ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteAclsRequest(w: Writer, x: DeleteAclsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.filters, f, writeDeleteAclsFilter, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDeleteAclsMatchingAcl(r: Reader, v: number): DeleteAclsMatchingAcl {
  const f = v >= 2;
  const x: DeleteAclsMatchingAcl = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    resourceType: r.int8(),
    resourceName: r.string(f),
    patternType: r.int8(),
    principal: r.string(f),
    host: r.string(f),
    operation: r.int8(),
    permissionType: r.int8(),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteAclsFilterResult(r: Reader, v: number): DeleteAclsFilterResult {
  const f = v >= 2;
  const x: DeleteAclsFilterResult = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    matchingAcls: r.array(f, 11, readDeleteAclsMatchingAcl, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteAclsResponse(r: Reader, v: number): DeleteAclsResponse {
  const f = v >= 2;
  const x: DeleteAclsResponse = {
    throttleTimeMs: r.int32(),
    filterResults: r.array(f, 5, readDeleteAclsFilterResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteAclsFilter(r: Reader, v: number): DeleteAclsFilter {
  const f = v >= 2;
  const x: DeleteAclsFilter = {
    resourceTypeFilter: r.int8(),
    resourceNameFilter: r.nullableString(f),
    patternTypeFilter: r.int8(),
    principalFilter: r.nullableString(f),
    hostFilter: r.nullableString(f),
    operation: r.int8(),
    permissionType: r.int8(),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteAclsRequest(r: Reader, v: number): DeleteAclsRequest {
  const f = v >= 2;
  const x: DeleteAclsRequest = {
    filters: r.array(f, 8, readDeleteAclsFilter, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeDeleteAclsMatchingAcl(w: Writer, x: DeleteAclsMatchingAclInput, v: number): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.int8(x.patternType ?? 3);
  w.string(x.principal ?? "", f);
  w.string(x.host ?? "", f);
  w.int8(x.operation ?? 0);
  w.int8(x.permissionType ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteAclsFilterResult(w: Writer, x: DeleteAclsFilterResultInput, v: number): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.array(x.matchingAcls, f, writeDeleteAclsMatchingAcl, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteAclsResponse(w: Writer, x: DeleteAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.filterResults, f, writeDeleteAclsFilterResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
