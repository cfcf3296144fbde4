// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeConfigs API (key 32), versions 1 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readString } from "../reader.ts";
import { writeCompactString, type Writer, writeString } from "../writer.ts";

/** The DescribeConfigsRequest message, as decoded. */
export interface DescribeConfigsRequest {
  /** `[]DescribeConfigsResource`. */
  resources: DescribeConfigsResource[];
  /** `bool`. */
  includeSynonyms: boolean;
  /** `bool`, v3+. */
  includeDocumentation: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeConfigsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsRequestInput {
  /** `[]DescribeConfigsResource`. */
  readonly resources?: readonly DescribeConfigsResourceInput[];
  /** `bool`. */
  readonly includeSynonyms?: boolean;
  /** `bool`, v3+. */
  readonly includeDocumentation?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeConfigsResource of DescribeConfigsRequest, as decoded. */
export interface DescribeConfigsResource {
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `[]string`, nullable. */
  configurationKeys: string[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeConfigsResource of DescribeConfigsRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsResourceInput {
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `[]string`, nullable. */
  readonly configurationKeys?: readonly string[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeConfigsResponse message, as decoded. */
export interface DescribeConfigsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DescribeConfigsResult`. */
  results: DescribeConfigsResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeConfigsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DescribeConfigsResult`. */
  readonly results?: readonly DescribeConfigsResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeConfigsResult of DescribeConfigsResponse, as decoded. */
export interface DescribeConfigsResult {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `int8`. */
  resourceType: number;
  /** `string`. */
  resourceName: string;
  /** `[]DescribeConfigsResourceResult`. */
  configs: DescribeConfigsResourceResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeConfigsResult of DescribeConfigsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsResultInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `int8`. */
  readonly resourceType?: number;
  /** `string`. */
  readonly resourceName?: string;
  /** `[]DescribeConfigsResourceResult`. */
  readonly configs?: readonly DescribeConfigsResourceResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeConfigsResourceResult of DescribeConfigsResponse, as decoded. */
export interface DescribeConfigsResourceResult {
  /** `string`. */
  name: string;
  /** `string`, nullable. */
  value: string | null;
  /** `bool`. */
  readOnly: boolean;
  /** `int8`, default -1. */
  configSource: number;
  /** `bool`. */
  isSensitive: boolean;
  /** `[]DescribeConfigsSynonym`. */
  synonyms: DescribeConfigsSynonym[];
  /** `int8`, v3+, default 0. */
  configType: number;
  /** `string`, v3+, nullable. */
  documentation: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeConfigsResourceResult of DescribeConfigsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsResourceResultInput {
  /** `string`. */
  readonly name?: string;
  /** `string`, nullable. */
  readonly value?: string | null;
  /** `bool`. */
  readonly readOnly?: boolean;
  /** `int8`, default -1. */
  readonly configSource?: number;
  /** `bool`. */
  readonly isSensitive?: boolean;
  /** `[]DescribeConfigsSynonym`. */
  readonly synonyms?: readonly DescribeConfigsSynonymInput[];
  /** `int8`, v3+, default 0. */
  readonly configType?: number;
  /** `string`, v3+, nullable. */
  readonly documentation?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeConfigsSynonym of DescribeConfigsResponse, as decoded. */
export interface DescribeConfigsSynonym {
  /** `string`. */
  name: string;
  /** `string`, nullable. */
  value: string | null;
  /** `int8`. */
  source: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeConfigsSynonym of DescribeConfigsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeConfigsSynonymInput {
  /** `string`. */
  readonly name?: string;
  /** `string`, nullable. */
  readonly value?: string | null;
  /** `int8`. */
  readonly source?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_CONFIGS_REQUEST: MessageInfo = { name: "DescribeConfigsRequest", min: 1, max: 4 };
const DESCRIBE_CONFIGS_RESPONSE: MessageInfo = { name: "DescribeConfigsResponse", min: 1, max: 4 };

/** The client's half of DescribeConfigs. */
export const describeConfigs: ClientApi<DescribeConfigsRequestInput, DescribeConfigsResponse> = {
  key: 32,
  name: "DescribeConfigs",
  minVersion: 1,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_CONFIGS_REQUEST, writeDescribeConfigsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_CONFIGS_RESPONSE, readDescribeConfigsResponse, reader, version),
};

/** The server's half of DescribeConfigs. */
export const describeConfigsServer: ServerApi<
  DescribeConfigsRequest,
  DescribeConfigsResponseInput
> = {
  key: 32,
  name: "DescribeConfigs",
  minVersion: 1,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_CONFIGS_REQUEST, readDescribeConfigsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_CONFIGS_RESPONSE,
      writeDescribeConfigsResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeConfigsResource(w: Writer, x: DescribeConfigsResourceInput, v: number): void {
  const f = v >= 4;
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.nullableArray(x.configurationKeys, f, f ? writeCompactString : writeString, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeConfigsRequest(w: Writer, x: DescribeConfigsRequestInput, v: number): void {
  const f = v >= 4;
  w.array(x.resources, f, writeDescribeConfigsResource, v);
  w.bool(x.includeSynonyms ?? false);
  if (v >= 3) w.bool(x.includeDocumentation ?? false);
  else checkAbsent(x.includeDocumentation, false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDescribeConfigsSynonym(r: Reader, v: number): DescribeConfigsSynonym {
  const f = v >= 4;
  const x: DescribeConfigsSynonym = {
    name: r.string(f),
    value: r.nullableString(f),
    source: r.int8(),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeConfigsResourceResult(r: Reader, v: number): DescribeConfigsResourceResult {
  const f = v >= 4;
  const x: DescribeConfigsResourceResult = {
    name: r.string(f),
    value: r.nullableString(f),
    readOnly: r.bool(),
    configSource: r.int8(),
    isSensitive: r.bool(),
    synonyms: r.array(f, 4, readDescribeConfigsSynonym, v),
    configType: v >= 3 ? r.int8() : 0,
    documentation: v >= 3 ? r.nullableString(f) : "",
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeConfigsResult(r: Reader, v: number): DescribeConfigsResult {
  const f = v >= 4;
  const x: DescribeConfigsResult = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    resourceType: r.int8(),
    resourceName: r.string(f),
    configs: r.array(f, 9, readDescribeConfigsResourceResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeConfigsResponse(r: Reader, v: number): DescribeConfigsResponse {
  const f = v >= 4;
  const x: DescribeConfigsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(f, 7, readDescribeConfigsResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeConfigsResource(r: Reader, v: number): DescribeConfigsResource {
  const f = v >= 4;
  const x: DescribeConfigsResource = {
    resourceType: r.int8(),
    resourceName: r.string(f),
    configurationKeys: r.nullableArray(f, 1, f ? readCompactString : readString, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeConfigsRequest(r: Reader, v: number): DescribeConfigsRequest {
  const f = v >= 4;
  const x: DescribeConfigsRequest = {
    resources: r.array(f, 4, readDescribeConfigsResource, v),
    includeSynonyms: r.bool(),
    includeDocumentation: v >= 3 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function writeDescribeConfigsSynonym(w: Writer, x: DescribeConfigsSynonymInput, v: number): void {
  const f = v >= 4;
  w.string(x.name ?? "", f);
  w.nullableString(x.value === undefined ? "" : x.value, f);
  w.int8(x.source ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeConfigsResourceResult(
  w: Writer,
  x: DescribeConfigsResourceResultInput,
  v: number,
): void {
  const f = v >= 4;
  w.string(x.name ?? "", f);
  w.nullableString(x.value === undefined ? "" : x.value, f);
  w.bool(x.readOnly ?? false);
  w.int8(x.configSource ?? -1);
  w.bool(x.isSensitive ?? false);
  w.array(x.synonyms, f, writeDescribeConfigsSynonym, v);
  if (v >= 3) w.int8(x.configType ?? 0);
  if (v >= 3) w.nullableString(x.documentation === undefined ? "" : x.documentation, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeConfigsResult(w: Writer, x: DescribeConfigsResultInput, v: number): void {
  const f = v >= 4;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.int8(x.resourceType ?? 0);
  w.string(x.resourceName ?? "", f);
  w.array(x.configs, f, writeDescribeConfigsResourceResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeConfigsResponse(w: Writer, x: DescribeConfigsResponseInput, v: number): void {
  const f = v >= 4;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, f, writeDescribeConfigsResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
