// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ApiVersions API (key 18), versions 0 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { TagSection, type Writer } from "../writer.ts";

/** The ApiVersionsRequest message, as decoded. */
export interface ApiVersionsRequest {
  /** `string`, v3+. */
  clientSoftwareName: string;
  /** `string`, v3+. */
  clientSoftwareVersion: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ApiVersionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface ApiVersionsRequestInput {
  /** `string`, v3+. */
  readonly clientSoftwareName?: string;
  /** `string`, v3+. */
  readonly clientSoftwareVersion?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ApiVersionsResponse message, as decoded. */
export interface ApiVersionsResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]ApiVersion`. */
  apiKeys: ApiVersion[];
  /** `int32`, v1+. */
  throttleTimeMs: number;
  /** `[]SupportedFeatureKey`, v3+, tag 0. */
  supportedFeatures: SupportedFeatureKey[];
  /** `int64`, v3+, tag 1, default -1. */
  finalizedFeaturesEpoch: bigint;
  /** `[]FinalizedFeatureKey`, v3+, tag 2. */
  finalizedFeatures: FinalizedFeatureKey[];
  /** `bool`, v3+, tag 3. */
  zkMigrationReady: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ApiVersionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface ApiVersionsResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]ApiVersion`. */
  readonly apiKeys?: readonly ApiVersionInput[];
  /** `int32`, v1+. */
  readonly throttleTimeMs?: number;
  /** `[]SupportedFeatureKey`, v3+, tag 0. */
  readonly supportedFeatures?: readonly SupportedFeatureKeyInput[];
  /** `int64`, v3+, tag 1, default -1. */
  readonly finalizedFeaturesEpoch?: bigint;
  /** `[]FinalizedFeatureKey`, v3+, tag 2. */
  readonly finalizedFeatures?: readonly FinalizedFeatureKeyInput[];
  /** `bool`, v3+, tag 3. */
  readonly zkMigrationReady?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FinalizedFeatureKey of ApiVersionsResponse, as decoded. */
export interface FinalizedFeatureKey {
  /** `string`, v3+. */
  name: string;
  /** `int16`, v3+. */
  maxVersionLevel: number;
  /** `int16`, v3+. */
  minVersionLevel: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FinalizedFeatureKey of ApiVersionsResponse, to be encoded; what is left out takes the schema's default. */
export interface FinalizedFeatureKeyInput {
  /** `string`, v3+. */
  readonly name?: string;
  /** `int16`, v3+. */
  readonly maxVersionLevel?: number;
  /** `int16`, v3+. */
  readonly minVersionLevel?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A SupportedFeatureKey of ApiVersionsResponse, as decoded. */
export interface SupportedFeatureKey {
  /** `string`, v3+. */
  name: string;
  /** `int16`, v3+. */
  minVersion: number;
  /** `int16`, v3+. */
  maxVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A SupportedFeatureKey of ApiVersionsResponse, to be encoded; what is left out takes the schema's default. */
export interface SupportedFeatureKeyInput {
  /** `string`, v3+. */
  readonly name?: string;
  /** `int16`, v3+. */
  readonly minVersion?: number;
  /** `int16`, v3+. */
  readonly maxVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ApiVersion of ApiVersionsResponse, as decoded. */
export interface ApiVersion {
  /** `int16`. */
  apiKey: number;
  /** `int16`. */
  minVersion: number;
  /** `int16`. */
  maxVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ApiVersion of ApiVersionsResponse, to be encoded; what is left out takes the schema's default. */
export interface ApiVersionInput {
  /** `int16`. */
  readonly apiKey?: number;
  /** `int16`. */
  readonly minVersion?: number;
  /** `int16`. */
  readonly maxVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const API_VERSIONS_REQUEST: MessageInfo = { name: "ApiVersionsRequest", min: 0, max: 4 };
const API_VERSIONS_RESPONSE: MessageInfo = { name: "ApiVersionsResponse", min: 0, max: 4 };

/** The client's half of ApiVersions. */
export const apiVersions: ClientApi<ApiVersionsRequestInput, ApiVersionsResponse> = {
  key: 18,
  name: "ApiVersions",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(API_VERSIONS_REQUEST, writeApiVersionsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(API_VERSIONS_RESPONSE, readApiVersionsResponse, reader, version),
};

/** The server's half of ApiVersions. */
export const apiVersionsServer: ServerApi<ApiVersionsRequest, ApiVersionsResponseInput> = {
  key: 18,
  name: "ApiVersions",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(API_VERSIONS_REQUEST, readApiVersionsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(API_VERSIONS_RESPONSE, writeApiVersionsResponse, writer, message, version),
};

function writeApiVersionsRequest(w: Writer, x: ApiVersionsRequestInput, v: number): void {
  const f = v >= 3;
  if (v >= 3) w.string(x.clientSoftwareName ?? "", true);
  if (v >= 3) w.string(x.clientSoftwareVersion ?? "", true);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readApiVersion(r: Reader, v: number): ApiVersion {
  const f = v >= 3;
  const x: ApiVersion = {
    apiKey: r.int16(),
    minVersion: r.int16(),
    maxVersion: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readSupportedFeatureKey(r: Reader, _v: number): SupportedFeatureKey {
  const x: SupportedFeatureKey = {
    name: r.string(true),
    minVersion: r.int16(),
    maxVersion: r.int16(),
  };
  r.tags(x);
  return x;
}

function readFinalizedFeatureKey(r: Reader, _v: number): FinalizedFeatureKey {
  const x: FinalizedFeatureKey = {
    name: r.string(true),
    maxVersionLevel: r.int16(),
    minVersionLevel: r.int16(),
  };
  r.tags(x);
  return x;
}

function readApiVersionsResponse(r: Reader, v: number): ApiVersionsResponse {
  const f = v >= 3;
  const x: ApiVersionsResponse = {
    errorCode: r.int16(),
    apiKeys: r.array(f, 6, readApiVersion, v),
    throttleTimeMs: v >= 1 ? r.int32() : 0,
    supportedFeatures: [],
    finalizedFeaturesEpoch: -1n,
    finalizedFeatures: [],
    zkMigrationReady: false,
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.supportedFeatures = r.array(true, 6, readSupportedFeatureKey, v);
          break;
        case 1:
          r.tag(x);
          x.finalizedFeaturesEpoch = r.int64();
          break;
        case 2:
          r.tag(x);
          x.finalizedFeatures = r.array(true, 6, readFinalizedFeatureKey, v);
          break;
        case 3:
          r.tag(x);
          x.zkMigrationReady = r.bool();
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readApiVersionsRequest(r: Reader, v: number): ApiVersionsRequest {
  const f = v >= 3;
  const x: ApiVersionsRequest = {
    clientSoftwareName: v >= 3 ? r.string(true) : "",
    clientSoftwareVersion: v >= 3 ? r.string(true) : "",
  };
  if (f) r.tags(x);
  return x;
}

function writeApiVersion(w: Writer, x: ApiVersionInput, v: number): void {
  const f = v >= 3;
  w.int16(x.apiKey ?? 0);
  w.int16(x.minVersion ?? 0);
  w.int16(x.maxVersion ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeSupportedFeatureKey(w: Writer, x: SupportedFeatureKeyInput, _v: number): void {
  w.string(x.name ?? "", true);
  w.int16(x.minVersion ?? 0);
  w.int16(x.maxVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeFinalizedFeatureKey(w: Writer, x: FinalizedFeatureKeyInput, _v: number): void {
  w.string(x.name ?? "", true);
  w.int16(x.maxVersionLevel ?? 0);
  w.int16(x.minVersionLevel ?? 0);
  w.tags(x.unknownTags);
}

function writeApiVersionsResponse(w: Writer, x: ApiVersionsResponseInput, v: number): void {
  const f = v >= 3;
  w.int16(x.errorCode ?? 0);
  w.array(x.apiKeys, f, writeApiVersion, v);
  if (v >= 1) w.int32(x.throttleTimeMs ?? 0);
  if (f) {
    const t = new TagSection();
    const supportedFeatures = x.supportedFeatures;
    if (supportedFeatures !== undefined && supportedFeatures.length > 0) {
      t.field(0, (w) => w.array(supportedFeatures, true, writeSupportedFeatureKey, v));
    }
    const finalizedFeaturesEpoch = x.finalizedFeaturesEpoch;
    if (finalizedFeaturesEpoch !== undefined && finalizedFeaturesEpoch !== -1n) {
      t.field(1, (w) => w.int64(finalizedFeaturesEpoch));
    }
    const finalizedFeatures = x.finalizedFeatures;
    if (finalizedFeatures !== undefined && finalizedFeatures.length > 0) {
      t.field(2, (w) => w.array(finalizedFeatures, true, writeFinalizedFeatureKey, v));
    }
    const zkMigrationReady = x.zkMigrationReady;
    if (zkMigrationReady !== undefined && zkMigrationReady !== false) {
      t.field(3, (w) => w.bool(zkMigrationReady));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
}
