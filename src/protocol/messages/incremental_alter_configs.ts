// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The IncrementalAlterConfigs API (key 44), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The IncrementalAlterConfigsRequest message, as decoded. */
export interface IncrementalAlterConfigsRequest {
  /** `[]AlterConfigsResource`. */
  resources: IncrementalAlterConfigsRequestAlterConfigsResource[];
  /** `bool`. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The IncrementalAlterConfigsRequest message, to be encoded; what is left out takes the schema's default. */
export interface IncrementalAlterConfigsRequestInput {
  /** `[]AlterConfigsResource`. */
  readonly resources?: readonly IncrementalAlterConfigsRequestAlterConfigsResourceInput[];
  /** `bool`. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterConfigsResource of IncrementalAlterConfigsRequest, as decoded. */
export interface IncrementalAlterConfigsRequestAlterConfigsResource {
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `[]AlterableConfig`. */
  configs: IncrementalAlterConfigsRequestAlterableConfig[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterConfigsResource of IncrementalAlterConfigsRequest, to be encoded; what is left out takes the schema's default. */
export interface IncrementalAlterConfigsRequestAlterConfigsResourceInput {
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `[]AlterableConfig`. */
  readonly configs?: readonly IncrementalAlterConfigsRequestAlterableConfigInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterableConfig of IncrementalAlterConfigsRequest, as decoded. */
export interface IncrementalAlterConfigsRequestAlterableConfig {
  /** `string`. */
  name: string;
  /** `int8`. */
  configOperation: number;
  /** `string`, nullable. */
  value: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterableConfig of IncrementalAlterConfigsRequest, to be encoded; what is left out takes the schema's default. */
export interface IncrementalAlterConfigsRequestAlterableConfigInput {
  /** `string`. */
  readonly name?: string;
  /** `int8`. */
  readonly configOperation?: number;
  /** `string`, nullable. */
  readonly value?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The IncrementalAlterConfigsResponse message, as decoded. */
export interface IncrementalAlterConfigsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]AlterConfigsResourceResponse`. */
  responses: IncrementalAlterConfigsResponseAlterConfigsResourceResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The IncrementalAlterConfigsResponse message, to be encoded; what is left out takes the schema's default. */
export interface IncrementalAlterConfigsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]AlterConfigsResourceResponse`. */
  readonly responses?: readonly IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterConfigsResourceResponse of IncrementalAlterConfigsResponse, as decoded. */
export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
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

/** A AlterConfigsResourceResponse of IncrementalAlterConfigsResponse, to be encoded; what is left out takes the schema's default. */
export interface IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput {
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

const INCREMENTAL_ALTER_CONFIGS_REQUEST: MessageInfo = {
  name: "IncrementalAlterConfigsRequest",
  min: 0,
  max: 1,
};
const INCREMENTAL_ALTER_CONFIGS_RESPONSE: MessageInfo = {
  name: "IncrementalAlterConfigsResponse",
  min: 0,
  max: 1,
};

/** The client's half of IncrementalAlterConfigs. */
export const incrementalAlterConfigs: ClientApi<
  IncrementalAlterConfigsRequestInput,
  IncrementalAlterConfigsResponse
> = {
  key: 44,
  name: "IncrementalAlterConfigs",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      INCREMENTAL_ALTER_CONFIGS_REQUEST,
      writeIncrementalAlterConfigsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      INCREMENTAL_ALTER_CONFIGS_RESPONSE,
      readIncrementalAlterConfigsResponse,
      reader,
      version,
    ),
};

/** The server's half of IncrementalAlterConfigs. */
export const incrementalAlterConfigsServer: ServerApi<
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsResponseInput
> = {
  key: 44,
  name: "IncrementalAlterConfigs",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(
      INCREMENTAL_ALTER_CONFIGS_REQUEST,
      readIncrementalAlterConfigsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      INCREMENTAL_ALTER_CONFIGS_RESPONSE,
      writeIncrementalAlterConfigsResponse,
      writer,
      message,
      version,
    ),
};

function writeIncrementalAlterConfigsRequestAlterableConfig(
  w: Writer,
  x: IncrementalAlterConfigsRequestAlterableConfigInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.name ?? "", f);
  w.int8(x.configOperation ?? 0);
  w.nullableString(x.value === undefined ? "" : x.value, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeIncrementalAlterConfigsRequestAlterConfigsResource(
  w: Writer,
  x: IncrementalAlterConfigsRequestAlterConfigsResourceInput,
  v: number,
): void {
  const f = v >= 1;
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.array(x.configs, f, writeIncrementalAlterConfigsRequestAlterableConfig, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeIncrementalAlterConfigsRequest(
  w: Writer,
  x: IncrementalAlterConfigsRequestInput,
  v: number,
): void {
  const f = v >= 1;
  w.array(x.resources, f, writeIncrementalAlterConfigsRequestAlterConfigsResource, v);
  w.bool(x.validateOnly ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  r: Reader,
  v: number,
): IncrementalAlterConfigsResponseAlterConfigsResourceResponse {
  const f = v >= 1;
  const x: IncrementalAlterConfigsResponseAlterConfigsResourceResponse = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    resourceType: r.int8(),
    resourceName: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readIncrementalAlterConfigsResponse(
  r: Reader,
  v: number,
): IncrementalAlterConfigsResponse {
  const f = v >= 1;
  const x: IncrementalAlterConfigsResponse = {
    throttleTimeMs: r.int32(),
    responses: r.array(f, 6, readIncrementalAlterConfigsResponseAlterConfigsResourceResponse, v),
  };
  if (f) r.tags(x);
  return x;
}

function readIncrementalAlterConfigsRequestAlterableConfig(
  r: Reader,
  v: number,
): IncrementalAlterConfigsRequestAlterableConfig {
  const f = v >= 1;
  const x: IncrementalAlterConfigsRequestAlterableConfig = {
    name: r.string(f),
    configOperation: r.int8(),
    value: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readIncrementalAlterConfigsRequestAlterConfigsResource(
  r: Reader,
  v: number,
): IncrementalAlterConfigsRequestAlterConfigsResource {
  const f = v >= 1;
  const x: IncrementalAlterConfigsRequestAlterConfigsResource = {
    resourceType: r.int8(),
    resourceName: r.string(f),
    configs: r.array(f, 4, readIncrementalAlterConfigsRequestAlterableConfig, v),
  };
  if (f) r.tags(x);
  return x;
}

function readIncrementalAlterConfigsRequest(r: Reader, v: number): IncrementalAlterConfigsRequest {
  const f = v >= 1;
  const x: IncrementalAlterConfigsRequest = {
    resources: r.array(f, 4, readIncrementalAlterConfigsRequestAlterConfigsResource, v),
    validateOnly: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse(
  w: Writer,
  x: IncrementalAlterConfigsResponseAlterConfigsResourceResponseInput,
  v: number,
): void {
  const f = v >= 1;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeIncrementalAlterConfigsResponse(
  w: Writer,
  x: IncrementalAlterConfigsResponseInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.responses, f, writeIncrementalAlterConfigsResponseAlterConfigsResourceResponse, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
