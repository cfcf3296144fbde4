// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeClientQuotas API (key 48), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DescribeClientQuotasRequest message, as decoded. */
export interface DescribeClientQuotasRequest {
  /** `[]ComponentData`. */
  components: ComponentData[];
  /** `bool`. */
  strict: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeClientQuotasRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeClientQuotasRequestInput {
  /** `[]ComponentData`. */
  readonly components?: readonly ComponentDataInput[];
  /** `bool`. */
  readonly strict?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ComponentData of DescribeClientQuotasRequest, as decoded. */
export interface ComponentData {
  /** `string`. */
  entityType: string;
  /** `int8`. */
  matchType: number;
  /** `string`, nullable. */
  match: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ComponentData of DescribeClientQuotasRequest, to be encoded; what is left out takes the schema's default. */
export interface ComponentDataInput {
  /** `string`. */
  readonly entityType?: string;
  /** `int8`. */
  readonly matchType?: number;
  /** `string`, nullable. */
  readonly match?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeClientQuotasResponse message, as decoded. */
export interface DescribeClientQuotasResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]EntryData`, nullable. */
  entries: DescribeClientQuotasResponseEntryData[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeClientQuotasResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeClientQuotasResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]EntryData`, nullable. */
  readonly entries?: readonly DescribeClientQuotasResponseEntryDataInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntryData of DescribeClientQuotasResponse, as decoded. */
export interface DescribeClientQuotasResponseEntryData {
  /** `[]EntityData`. */
  entity: DescribeClientQuotasResponseEntityData[];
  /** `[]ValueData`. */
  values: ValueData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntryData of DescribeClientQuotasResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeClientQuotasResponseEntryDataInput {
  /** `[]EntityData`. */
  readonly entity?: readonly DescribeClientQuotasResponseEntityDataInput[];
  /** `[]ValueData`. */
  readonly values?: readonly ValueDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ValueData of DescribeClientQuotasResponse, as decoded. */
export interface ValueData {
  /** `string`. */
  key: string;
  /** `float64`. */
  value: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ValueData of DescribeClientQuotasResponse, to be encoded; what is left out takes the schema's default. */
export interface ValueDataInput {
  /** `string`. */
  readonly key?: string;
  /** `float64`. */
  readonly value?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntityData of DescribeClientQuotasResponse, as decoded. */
export interface DescribeClientQuotasResponseEntityData {
  /** `string`. */
  entityType: string;
  /** `string`, nullable. */
  entityName: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntityData of DescribeClientQuotasResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeClientQuotasResponseEntityDataInput {
  /** `string`. */
  readonly entityType?: string;
  /** `string`, nullable. */
  readonly entityName?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_CLIENT_QUOTAS_REQUEST: MessageInfo = {
  name: "DescribeClientQuotasRequest",
  min: 0,
  max: 1,
};
const DESCRIBE_CLIENT_QUOTAS_RESPONSE: MessageInfo = {
  name: "DescribeClientQuotasResponse",
  min: 0,
  max: 1,
};

/** The client's half of DescribeClientQuotas. */
export const describeClientQuotas: ClientApi<
  DescribeClientQuotasRequestInput,
  DescribeClientQuotasResponse
> = {
  key: 48,
  name: "DescribeClientQuotas",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_CLIENT_QUOTAS_REQUEST,
      writeDescribeClientQuotasRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_CLIENT_QUOTAS_RESPONSE,
      readDescribeClientQuotasResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeClientQuotas. */
export const describeClientQuotasServer: ServerApi<
  DescribeClientQuotasRequest,
  DescribeClientQuotasResponseInput
> = {
  key: 48,
  name: "DescribeClientQuotas",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_CLIENT_QUOTAS_REQUEST, readDescribeClientQuotasRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_CLIENT_QUOTAS_RESPONSE,
      writeDescribeClientQuotasResponse,
      writer,
      message,
      version,
    ),
};

function writeComponentData(w: Writer, x: ComponentDataInput, v: number): void {
  const f = v >= 1;
  w.string(x.entityType ?? "", f);
  w.int8(x.matchType ?? 0);
  w.nullableString(x.match === undefined ? "" : x.match, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeClientQuotasRequest(
  w: Writer,
  x: DescribeClientQuotasRequestInput,
  v: number,
): void {
  const f = v >= 1;
  w.array(x.components, f, writeComponentData, v);
  w.bool(x.strict ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDescribeClientQuotasResponseEntityData(
  r: Reader,
  v: number,
): DescribeClientQuotasResponseEntityData {
  const f = v >= 1;
  const x: DescribeClientQuotasResponseEntityData = {
    entityType: r.string(f),
    entityName: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readValueData(r: Reader, v: number): ValueData {
  const f = v >= 1;
  const x: ValueData = {
    key: r.string(f),
    value: r.float64(),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeClientQuotasResponseEntryData(
  r: Reader,
  v: number,
): DescribeClientQuotasResponseEntryData {
  const f = v >= 1;
  const x: DescribeClientQuotasResponseEntryData = {
    entity: r.array(f, 3, readDescribeClientQuotasResponseEntityData, v),
    values: r.array(f, 10, readValueData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeClientQuotasResponse(r: Reader, v: number): DescribeClientQuotasResponse {
  const f = v >= 1;
  const x: DescribeClientQuotasResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    entries: r.nullableArray(f, 3, readDescribeClientQuotasResponseEntryData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readComponentData(r: Reader, v: number): ComponentData {
  const f = v >= 1;
  const x: ComponentData = {
    entityType: r.string(f),
    matchType: r.int8(),
    match: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeClientQuotasRequest(r: Reader, v: number): DescribeClientQuotasRequest {
  const f = v >= 1;
  const x: DescribeClientQuotasRequest = {
    components: r.array(f, 4, readComponentData, v),
    strict: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeDescribeClientQuotasResponseEntityData(
  w: Writer,
  x: DescribeClientQuotasResponseEntityDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.entityType ?? "", f);
  w.nullableString(x.entityName === undefined ? "" : x.entityName, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeValueData(w: Writer, x: ValueDataInput, v: number): void {
  const f = v >= 1;
  w.string(x.key ?? "", f);
  w.float64(x.value ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeClientQuotasResponseEntryData(
  w: Writer,
  x: DescribeClientQuotasResponseEntryDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.array(x.entity, f, writeDescribeClientQuotasResponseEntityData, v);
  w.array(x.values, f, writeValueData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeClientQuotasResponse(
  w: Writer,
  x: DescribeClientQuotasResponseInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.nullableArray(x.entries, f, writeDescribeClientQuotasResponseEntryData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
