// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The UpdateFeatures API (key 57), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The UpdateFeaturesRequest message, as decoded. */
export interface UpdateFeaturesRequest {
  /** `int32`, default 60000. */
  timeoutMs: number;
  /** `[]FeatureUpdateKey`. */
  featureUpdates: FeatureUpdateKey[];
  /** `bool`, v1+. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UpdateFeaturesRequest message, to be encoded; what is left out takes the schema's default. */
export interface UpdateFeaturesRequestInput {
  /** `int32`, default 60000. */
  readonly timeoutMs?: number;
  /** `[]FeatureUpdateKey`. */
  readonly featureUpdates?: readonly FeatureUpdateKeyInput[];
  /** `bool`, v1+. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FeatureUpdateKey of UpdateFeaturesRequest, as decoded. */
export interface FeatureUpdateKey {
  /** `string`. */
  feature: string;
  /** `int16`. */
  maxVersionLevel: number;
  /** `bool`, v0-0. */
  allowDowngrade: boolean;
  /** `int8`, v1+, default 1. */
  upgradeType: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FeatureUpdateKey of UpdateFeaturesRequest, to be encoded; what is left out takes the schema's default. */
export interface FeatureUpdateKeyInput {
  /** `string`. */
  readonly feature?: string;
  /** `int16`. */
  readonly maxVersionLevel?: number;
  /** `bool`, v0-0. */
  readonly allowDowngrade?: boolean;
  /** `int8`, v1+, default 1. */
  readonly upgradeType?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The UpdateFeaturesResponse message, as decoded. */
export interface UpdateFeaturesResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]UpdatableFeatureResult`, v0-1. */
  results: UpdatableFeatureResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UpdateFeaturesResponse message, to be encoded; what is left out takes the schema's default. */
export interface UpdateFeaturesResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]UpdatableFeatureResult`, v0-1. */
  readonly results?: readonly UpdatableFeatureResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A UpdatableFeatureResult of UpdateFeaturesResponse, as decoded. */
export interface UpdatableFeatureResult {
  /** `string`. */
  feature: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A UpdatableFeatureResult of UpdateFeaturesResponse, to be encoded; what is left out takes the schema's default. */
export interface UpdatableFeatureResultInput {
  /** `string`. */
  readonly feature?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const UPDATE_FEATURES_REQUEST: MessageInfo = { name: "UpdateFeaturesRequest", min: 0, max: 2 };
const UPDATE_FEATURES_RESPONSE: MessageInfo = { name: "UpdateFeaturesResponse", min: 0, max: 2 };

/** The client's half of UpdateFeatures. */
export const updateFeatures: ClientApi<UpdateFeaturesRequestInput, UpdateFeaturesResponse> = {
  key: 57,
  name: "UpdateFeatures",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(UPDATE_FEATURES_REQUEST, writeUpdateFeaturesRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(UPDATE_FEATURES_RESPONSE, readUpdateFeaturesResponse, reader, version),
};

/** The server's half of UpdateFeatures. */
export const updateFeaturesServer: ServerApi<UpdateFeaturesRequest, UpdateFeaturesResponseInput> = {
  key: 57,
  name: "UpdateFeatures",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(UPDATE_FEATURES_REQUEST, readUpdateFeaturesRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(UPDATE_FEATURES_RESPONSE, writeUpdateFeaturesResponse, writer, message, version),
};

function writeFeatureUpdateKey(w: Writer, x: FeatureUpdateKeyInput, v: number): void {
  w.string(x.feature ?? "", true);
  w.int16(x.maxVersionLevel ?? 0);
  if (v <= 0) w.bool(x.allowDowngrade ?? false);
  else checkAbsent(x.allowDowngrade, false);
  if (v >= 1) w.int8(x.upgradeType ?? 1);
  else checkAbsent(x.upgradeType, 1);
  w.tags(x.unknownTags);
}

function writeUpdateFeaturesRequest(w: Writer, x: UpdateFeaturesRequestInput, v: number): void {
  w.int32(x.timeoutMs ?? 60000);
  w.array(x.featureUpdates, true, writeFeatureUpdateKey, v);
  if (v >= 1) w.bool(x.validateOnly ?? false);
  else checkAbsent(x.validateOnly, false);
  w.tags(x.unknownTags);
}

function readUpdatableFeatureResult(r: Reader, _v: number): UpdatableFeatureResult {
  const x: UpdatableFeatureResult = {
    feature: r.string(true),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readUpdateFeaturesResponse(r: Reader, v: number): UpdateFeaturesResponse {
  const x: UpdateFeaturesResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    results: v <= 1 ? r.array(true, 5, readUpdatableFeatureResult, v) : [],
  };
  r.tags(x);
  return x;
}

function readFeatureUpdateKey(r: Reader, v: number): FeatureUpdateKey {
  const x: FeatureUpdateKey = {
    feature: r.string(true),
    maxVersionLevel: r.int16(),
    allowDowngrade: v <= 0 ? r.bool() : false,
    upgradeType: v >= 1 ? r.int8() : 1,
  };
  r.tags(x);
  return x;
}

function readUpdateFeaturesRequest(r: Reader, v: number): UpdateFeaturesRequest {
  const x: UpdateFeaturesRequest = {
    timeoutMs: r.int32(),
    featureUpdates: r.array(true, 5, readFeatureUpdateKey, v),
    validateOnly: v >= 1 ? r.bool() : false,
  };
  r.tags(x);
  return x;
}

function writeUpdatableFeatureResult(w: Writer, x: UpdatableFeatureResultInput, _v: number): void {
  w.string(x.feature ?? "", true);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}

function writeUpdateFeaturesResponse(w: Writer, x: UpdateFeaturesResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  if (v <= 1) w.array(x.results, true, writeUpdatableFeatureResult, v);
  w.tags(x.unknownTags);
}
