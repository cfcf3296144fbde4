// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterConfigs API (key 33), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The AlterConfigsRequest message, as decoded. */
export interface AlterConfigsRequest {
  /** `[]AlterConfigsResource`. */
  resources: AlterConfigsRequestAlterConfigsResource[];
  /** `bool`. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterConfigsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterConfigsRequestInput {
  /** `[]AlterConfigsResource`. */
  readonly resources?: readonly AlterConfigsRequestAlterConfigsResourceInput[];
  /** `bool`. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterConfigsResource of AlterConfigsRequest, as decoded. */
export interface AlterConfigsRequestAlterConfigsResource {
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `[]AlterableConfig`. */
  configs: AlterConfigsRequestAlterableConfig[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterConfigsResource of AlterConfigsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterConfigsRequestAlterConfigsResourceInput {
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `[]AlterableConfig`. */
  readonly configs?: readonly AlterConfigsRequestAlterableConfigInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterableConfig of AlterConfigsRequest, as decoded. */
export interface AlterConfigsRequestAlterableConfig {
  /** `string`. */
  name: string;
  /** `string`, nullable. */
  value: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterableConfig of AlterConfigsRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterConfigsRequestAlterableConfigInput {
  /** `string`. */
  readonly name?: string;
  /** `string`, nullable. */
  readonly value?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterConfigsResponse message, as decoded. */
export interface AlterConfigsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]AlterConfigsResourceResponse`. */
  responses: AlterConfigsResponseAlterConfigsResourceResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterConfigsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterConfigsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]AlterConfigsResourceResponse`. */
  readonly responses?: readonly AlterConfigsResponseAlterConfigsResourceResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterConfigsResourceResponse of AlterConfigsResponse, as decoded. */
export interface AlterConfigsResponseAlterConfigsResourceResponse {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterConfigsResourceResponse of AlterConfigsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterConfigsResponseAlterConfigsResourceResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_CONFIGS_REQUEST: MessageInfo = { name: "AlterConfigsRequest", min: 0, max: 2 };
const ALTER_CONFIGS_RESPONSE: MessageInfo = { name: "AlterConfigsResponse", min: 0, max: 2 };

/** The client's half of AlterConfigs. */
export const alterConfigs: ClientApi<AlterConfigsRequestInput, AlterConfigsResponse> = {
  key: 33,
  name: "AlterConfigs",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(ALTER_CONFIGS_REQUEST, writeAlterConfigsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(ALTER_CONFIGS_RESPONSE, readAlterConfigsResponse, reader, version),
};

/** The server's half of AlterConfigs. */
export const alterConfigsServer: ServerApi<AlterConfigsRequest, AlterConfigsResponseInput> = {
  key: 33,
  name: "AlterConfigs",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(ALTER_CONFIGS_REQUEST, readAlterConfigsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(ALTER_CONFIGS_RESPONSE, writeAlterConfigsResponse, writer, message, version),
};

function writeAlterConfigsRequestAlterableConfig(
  w: Writer,
  x: AlterConfigsRequestAlterableConfigInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.name ?? "", f);
  w.nullableString(x.value === undefined ? "" : x.value, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterConfigsRequestAlterConfigsResource(
  w: Writer,
  x: AlterConfigsRequestAlterConfigsResourceInput,
  v: number,
): void {
  const f = v >= 2;
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.array(x.configs, f, writeAlterConfigsRequestAlterableConfig, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterConfigsRequest(w: Writer, x: AlterConfigsRequestInput, v: number): void {
  const f = v >= 2;
  w.array(x.resources, f, writeAlterConfigsRequestAlterConfigsResource, v);
  w.bool(x.validateOnly ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAlterConfigsResponseAlterConfigsResourceResponse(
  r: Reader,
  v: number,
): AlterConfigsResponseAlterConfigsResourceResponse {
  const f = v >= 2;
  const x: AlterConfigsResponseAlterConfigsResourceResponse = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    resourceType: r.int8(),
    resourceName: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterConfigsResponse(r: Reader, v: number): AlterConfigsResponse {
  const f = v >= 2;
  const x: AlterConfigsResponse = {
    throttleTimeMs: r.int32(),
    responses: r.array(f, 6, readAlterConfigsResponseAlterConfigsResourceResponse, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterConfigsRequestAlterableConfig(
  r: Reader,
  v: number,
): AlterConfigsRequestAlterableConfig {
  const f = v >= 2;
  const x: AlterConfigsRequestAlterableConfig = {
    name: r.string(f),
    value: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterConfigsRequestAlterConfigsResource(
  r: Reader,
  v: number,
): AlterConfigsRequestAlterConfigsResource {
  const f = v >= 2;
  const x: AlterConfigsRequestAlterConfigsResource = {
    resourceType: r.int8(),
    resourceName: r.string(f),
    configs: r.array(f, 3, readAlterConfigsRequestAlterableConfig, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterConfigsRequest(r: Reader, v: number): AlterConfigsRequest {
  const f = v >= 2;
  const x: AlterConfigsRequest = {
    resources: r.array(f, 4, readAlterConfigsRequestAlterConfigsResource, v),
    validateOnly: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeAlterConfigsResponseAlterConfigsResourceResponse(
  w: Writer,
  x: AlterConfigsResponseAlterConfigsResourceResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterConfigsResponse(w: Writer, x: AlterConfigsResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.responses, f, writeAlterConfigsResponseAlterConfigsResourceResponse, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
