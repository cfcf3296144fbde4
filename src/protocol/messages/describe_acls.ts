// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeAcls API (key 29), versions 1 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DescribeAclsRequest message, as decoded. */
export interface DescribeAclsRequest {
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

/** The DescribeAclsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeAclsRequestInput {
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

/** The DescribeAclsResponse message, as decoded. */
export interface DescribeAclsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]DescribeAclsResource`. */
  resources: DescribeAclsResource[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeAclsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeAclsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]DescribeAclsResource`. */
  readonly resources?: readonly DescribeAclsResourceInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeAclsResource of DescribeAclsResponse, as decoded. */
export interface DescribeAclsResource {
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `int8`, default 3. */
  patternType: number;
  /** `[]AclDescription`. */
  acls: AclDescription[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeAclsResource of DescribeAclsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeAclsResourceInput {
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `int8`, default 3. */
  readonly patternType?: number;
  /** `[]AclDescription`. */
  readonly acls?: readonly AclDescriptionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AclDescription of DescribeAclsResponse, as decoded. */
export interface AclDescription {
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

/** A AclDescription of DescribeAclsResponse, to be encoded; what is left out takes the schema's default. */
export interface AclDescriptionInput {
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

const DESCRIBE_ACLS_REQUEST: MessageInfo = { name: "DescribeAclsRequest", min: 1, max: 3 };
const DESCRIBE_ACLS_RESPONSE: MessageInfo = { name: "DescribeAclsResponse", min: 1, max: 3 };

/** The client's half of DescribeAcls. */
export const describeAcls: ClientApi<DescribeAclsRequestInput, DescribeAclsResponse> = {
  key: 29,
  name: "DescribeAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_ACLS_REQUEST, writeDescribeAclsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_ACLS_RESPONSE, readDescribeAclsResponse, reader, version),
};

/** The server's half of DescribeAcls. */
export const describeAclsServer: ServerApi<DescribeAclsRequest, DescribeAclsResponseInput> = {
  key: 29,
  name: "DescribeAcls",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_ACLS_REQUEST, readDescribeAclsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DESCRIBE_ACLS_RESPONSE, writeDescribeAclsResponse, writer, message, version),
};

function writeDescribeAclsRequest(w: Writer, x: DescribeAclsRequestInput, v: number): void {
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

function readAclDescription(r: Reader, v: number): AclDescription {
  const f = v >= 2;
  const x: AclDescription = {
    principal: r.string(f),
    host: r.string(f),
    operation: r.int8(),
    permissionType: r.int8(),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeAclsResource(r: Reader, v: number): DescribeAclsResource {
  const f = v >= 2;
  const x: DescribeAclsResource = {
    resourceType: r.int8(),
    resourceName: r.string(f),
    patternType: r.int8(),
    acls: r.array(f, 5, readAclDescription, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeAclsResponse(r: Reader, v: number): DescribeAclsResponse {
  const f = v >= 2;
  const x: DescribeAclsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    resources: r.array(f, 5, readDescribeAclsResource, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeAclsRequest(r: Reader, v: number): DescribeAclsRequest {
  const f = v >= 2;
  const x: DescribeAclsRequest = {
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

function writeAclDescription(w: Writer, x: AclDescriptionInput, v: number): void {
  const f = v >= 2;
  w.string(x.principal ?? "", f);
  w.string(x.host ?? "", f);
  w.int8(x.operation ?? 0);
  w.int8(x.permissionType ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeAclsResource(w: Writer, x: DescribeAclsResourceInput, v: number): void {
  const f = v >= 2;
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.int8(x.patternType ?? 3);
  w.array(x.acls, f, writeAclDescription, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeAclsResponse(w: Writer, x: DescribeAclsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.array(x.resources, f, writeDescribeAclsResource, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
