// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The CreateAcls API (key 30), versions 1 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The CreateAclsRequest message, as decoded. */
export interface CreateAclsRequest {
  /** `[]AclCreation`. */
  creations: AclCreation[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateAclsRequest message, to be encoded; what is left out takes the schema's default. */
export interface CreateAclsRequestInput {
  /** `[]AclCreation`. */
  readonly creations?: readonly AclCreationInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AclCreation of CreateAclsRequest, as decoded. */
export interface AclCreation {
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `int8`, default 3. */
  resourcePatternType: number;
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

/** A AclCreation of CreateAclsRequest, to be encoded; what is left out takes the schema's default. */
export interface AclCreationInput {
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `int8`, default 3. */
  readonly resourcePatternType?: number;
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

/** The CreateAclsResponse message, as decoded. */
export interface CreateAclsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]AclCreationResult`. */
  results: AclCreationResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateAclsResponse message, to be encoded; what is left out takes the schema's default. */
export interface CreateAclsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]AclCreationResult`. */
  readonly results?: readonly AclCreationResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AclCreationResult of CreateAclsResponse, as decoded. */
export interface AclCreationResult {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AclCreationResult of CreateAclsResponse, to be encoded; what is left out takes the schema's default. */
export interface AclCreationResultInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CREATE_ACLS_REQUEST: MessageInfo = { name: "CreateAclsRequest", min: 1, max: 3 };
const CREATE_ACLS_RESPONSE: MessageInfo = { name: "CreateAclsResponse", min: 1, max: 3 };

/** The client's half of CreateAcls. */
export const createAcls: ClientApi<CreateAclsRequestInput, CreateAclsResponse> = {
  key: 30,
  name: "CreateAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(CREATE_ACLS_REQUEST, writeCreateAclsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(CREATE_ACLS_RESPONSE, readCreateAclsResponse, reader, version),
};

/** The server's half of CreateAcls. */
export const createAclsServer: ServerApi<CreateAclsRequest, CreateAclsResponseInput> = {
  key: 30,
  name: "CreateAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(CREATE_ACLS_REQUEST, readCreateAclsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(CREATE_ACLS_RESPONSE, writeCreateAclsResponse, writer, message, version),
};

function writeAclCreation(w: Writer, x: AclCreationInput, v: number): void {
  const f = v >= 2;
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.int8(x.resourcePatternType ?? 3);
  w.string(x.principal ?? "", f);
  w.string(x.host ?? "", f);
  w.int8(x.operation ?? 0);
  w.int8(x.permissionType ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreateAclsRequest(w: Writer, x: CreateAclsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.creations, f, writeAclCreation, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAclCreationResult(r: Reader, v: number): AclCreationResult {
  const f = v >= 2;
  const x: AclCreationResult = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreateAclsResponse(r: Reader, v: number): CreateAclsResponse {
  const f = v >= 2;
  const x: CreateAclsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(f, 4, readAclCreationResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAclCreation(r: Reader, v: number): AclCreation {
  const f = v >= 2;
  const x: AclCreation = {
    resourceType: r.int8(),
    resourceName: r.string(f),
    resourcePatternType: r.int8(),
    principal: r.string(f),
    host: r.string(f),
    operation: r.int8(),
    permissionType: r.int8(),
  };
  if (f) r.tags(x);
  return x;
}

function readCreateAclsRequest(r: Reader, v: number): CreateAclsRequest {
  const f = v >= 2;
  const x: CreateAclsRequest = {
    creations: r.array(f, 8, readAclCreation, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeAclCreationResult(w: Writer, x: AclCreationResultInput, v: number): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreateAclsResponse(w: Writer, x: CreateAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, f, writeAclCreationResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
