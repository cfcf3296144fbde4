// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ListConfigResources API (key 74), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readInt8 } from "../reader.ts";
import { writeInt8, type Writer } from "../writer.ts";

/** The ListConfigResourcesRequest message, as decoded. */
export interface ListConfigResourcesRequest {
  /** `[]int8`, v1+. */
  resourceTypes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListConfigResourcesRequest message, to be encoded; what is left out takes the schema's default. */
export interface ListConfigResourcesRequestInput {
  /** `[]int8`, v1+. */
  readonly resourceTypes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ListConfigResourcesResponse message, as decoded. */
export interface ListConfigResourcesResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]ConfigResource`. */
  configResources: ConfigResource[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListConfigResourcesResponse message, to be encoded; what is left out takes the schema's default. */
export interface ListConfigResourcesResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]ConfigResource`. */
  readonly configResources?: readonly ConfigResourceInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ConfigResource of ListConfigResourcesResponse, as decoded. */
export interface ConfigResource {
  /** `string`. */
  resourceName: string;
  /** `int8`, v1+, default 16. */
  resourceType: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ConfigResource of ListConfigResourcesResponse, to be encoded; what is left out takes the schema's default. */
export interface ConfigResourceInput {
  /** `string`. */
  readonly resourceName?: string;
  /** `int8`, v1+, default 16. */
  readonly resourceType?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LIST_CONFIG_RESOURCES_REQUEST: MessageInfo = {
  name: "ListConfigResourcesRequest",
  min: 0,
  max: 1,
};
const LIST_CONFIG_RESOURCES_RESPONSE: MessageInfo = {
  name: "ListConfigResourcesResponse",
  min: 0,
  max: 1,
};

/** The client's half of ListConfigResources. */
export const listConfigResources: ClientApi<
  ListConfigResourcesRequestInput,
  ListConfigResourcesResponse
> = {
  key: 74,
  name: "ListConfigResources",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      LIST_CONFIG_RESOURCES_REQUEST,
      writeListConfigResourcesRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(LIST_CONFIG_RESOURCES_RESPONSE, readListConfigResourcesResponse, reader, version),
};

/** The server's half of ListConfigResources. */
export const listConfigResourcesServer: ServerApi<
  ListConfigResourcesRequest,
  ListConfigResourcesResponseInput
> = {
  key: 74,
  name: "ListConfigResources",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(LIST_CONFIG_RESOURCES_REQUEST, readListConfigResourcesRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      LIST_CONFIG_RESOURCES_RESPONSE,
      writeListConfigResourcesResponse,
      writer,
      message,
      version,
    ),
};

function writeListConfigResourcesRequest(
  w: Writer,
  x: ListConfigResourcesRequestInput,
  v: number,
): void {
  if (v >= 1) w.array(x.resourceTypes, true, writeInt8, v);
  else checkAbsent(x.resourceTypes, undefined);
  w.tags(x.unknownTags);
}

function readConfigResource(r: Reader, v: number): ConfigResource {
  const x: ConfigResource = {
    resourceName: r.string(true),
    resourceType: v >= 1 ? r.int8() : 16,
  };
  r.tags(x);
  return x;
}

function readListConfigResourcesResponse(r: Reader, v: number): ListConfigResourcesResponse {
  const x: ListConfigResourcesResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    configResources: r.array(true, 2, readConfigResource, v),
  };
  r.tags(x);
  return x;
}

function readListConfigResourcesRequest(r: Reader, v: number): ListConfigResourcesRequest {
  const x: ListConfigResourcesRequest = {
    resourceTypes: v >= 1 ? r.array(true, 1, readInt8, v) : [],
  };
  r.tags(x);
  return x;
}

function writeConfigResource(w: Writer, x: ConfigResourceInput, v: number): void {
  w.string(x.resourceName ?? "", true);
  if (v >= 1) w.int8(x.resourceType ?? 16);
  w.tags(x.unknownTags);
}

function writeListConfigResourcesResponse(
  w: Writer,
  x: ListConfigResourcesResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.configResources, true, writeConfigResource, v);
  w.tags(x.unknownTags);
}
