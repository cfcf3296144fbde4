// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterClientQuotas API (key 49), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The AlterClientQuotasRequest message, as decoded. */
export interface AlterClientQuotasRequest {
  /** `[]EntryData`. */
  entries: AlterClientQuotasRequestEntryData[];
  /** `bool`. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterClientQuotasRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasRequestInput {
  /** `[]EntryData`. */
  readonly entries?: readonly AlterClientQuotasRequestEntryDataInput[];
  /** `bool`. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntryData of AlterClientQuotasRequest, as decoded. */
export interface AlterClientQuotasRequestEntryData {
  /** `[]EntityData`. */
  entity: AlterClientQuotasRequestEntityData[];
  /** `[]OpData`. */
  ops: OpData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntryData of AlterClientQuotasRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasRequestEntryDataInput {
  /** `[]EntityData`. */
  readonly entity?: readonly AlterClientQuotasRequestEntityDataInput[];
  /** `[]OpData`. */
  readonly ops?: readonly OpDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A OpData of AlterClientQuotasRequest, as decoded. */
export interface OpData {
  /** `string`. */
  key: string;
  /** `float64`. */
  value: number;
  /** `bool`. */
  remove: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A OpData of AlterClientQuotasRequest, to be encoded; what is left out takes the schema's default. */
export interface OpDataInput {
  /** `string`. */
  readonly key?: string;
  /** `float64`. */
  readonly value?: number;
  /** `bool`. */
  readonly remove?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntityData of AlterClientQuotasRequest, as decoded. */
export interface AlterClientQuotasRequestEntityData {
  /** `string`. */
  entityType: string;
  /** `string`, nullable. */
  entityName: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntityData of AlterClientQuotasRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasRequestEntityDataInput {
  /** `string`. */
  readonly entityType?: string;
  /** `string`, nullable. */
  readonly entityName?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterClientQuotasResponse message, as decoded. */
export interface AlterClientQuotasResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]EntryData`. */
  entries: AlterClientQuotasResponseEntryData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterClientQuotasResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]EntryData`. */
  readonly entries?: readonly AlterClientQuotasResponseEntryDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntryData of AlterClientQuotasResponse, as decoded. */
export interface AlterClientQuotasResponseEntryData {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]EntityData`. */
  entity: AlterClientQuotasResponseEntityData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntryData of AlterClientQuotasResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasResponseEntryDataInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]EntityData`. */
  readonly entity?: readonly AlterClientQuotasResponseEntityDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A EntityData of AlterClientQuotasResponse, as decoded. */
export interface AlterClientQuotasResponseEntityData {
  /** `string`. */
  entityType: string;
  /** `string`, nullable. */
  entityName: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A EntityData of AlterClientQuotasResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterClientQuotasResponseEntityDataInput {
  /** `string`. */
  readonly entityType?: string;
  /** `string`, nullable. */
  readonly entityName?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_CLIENT_QUOTAS_REQUEST: MessageInfo = {
  name: "AlterClientQuotasRequest",
  min: 0,
  max: 1,
};
const ALTER_CLIENT_QUOTAS_RESPONSE: MessageInfo = {
  name: "AlterClientQuotasResponse",
  min: 0,
  max: 1,
};

/** The client's half of AlterClientQuotas. */
export const alterClientQuotas: ClientApi<
  AlterClientQuotasRequestInput,
  AlterClientQuotasResponse
> = {
  key: 49,
  name: "AlterClientQuotas",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALTER_CLIENT_QUOTAS_REQUEST,
      writeAlterClientQuotasRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(ALTER_CLIENT_QUOTAS_RESPONSE, readAlterClientQuotasResponse, reader, version),
};

/** The server's half of AlterClientQuotas. */
export const alterClientQuotasServer: ServerApi<
  AlterClientQuotasRequest,
  AlterClientQuotasResponseInput
> = {
  key: 49,
  name: "AlterClientQuotas",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(ALTER_CLIENT_QUOTAS_REQUEST, readAlterClientQuotasRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALTER_CLIENT_QUOTAS_RESPONSE,
      writeAlterClientQuotasResponse,
      writer,
      message,
      version,
    ),
};

function writeAlterClientQuotasRequestEntityData(
  w: Writer,
  x: AlterClientQuotasRequestEntityDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.entityType ?? "", f);
  w.nullableString(x.entityName === undefined ? "" : x.entityName, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeOpData(w: Writer, x: OpDataInput, v: number): void {
  const f = v >= 1;
  w.string(x.key ?? "", f);
  w.float64(x.value ?? 0);
  w.bool(x.remove ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterClientQuotasRequestEntryData(
  w: Writer,
  x: AlterClientQuotasRequestEntryDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.array(x.entity, f, writeAlterClientQuotasRequestEntityData, v);
  w.array(x.ops, f, writeOpData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterClientQuotasRequest(
  w: Writer,
  x: AlterClientQuotasRequestInput,
  v: number,
): void {
  const f = v >= 1;
  w.array(x.entries, f, writeAlterClientQuotasRequestEntryData, v);
  w.bool(x.validateOnly ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAlterClientQuotasResponseEntityData(
  r: Reader,
  v: number,
): AlterClientQuotasResponseEntityData {
  const f = v >= 1;
  const x: AlterClientQuotasResponseEntityData = {
    entityType: r.string(f),
    entityName: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterClientQuotasResponseEntryData(
  r: Reader,
  v: number,
): AlterClientQuotasResponseEntryData {
  const f = v >= 1;
  const x: AlterClientQuotasResponseEntryData = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    entity: r.array(f, 3, readAlterClientQuotasResponseEntityData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterClientQuotasResponse(r: Reader, v: number): AlterClientQuotasResponse {
  const f = v >= 1;
  const x: AlterClientQuotasResponse = {
    throttleTimeMs: r.int32(),
    entries: r.array(f, 5, readAlterClientQuotasResponseEntryData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterClientQuotasRequestEntityData(
  r: Reader,
  v: number,
): AlterClientQuotasRequestEntityData {
  const f = v >= 1;
  const x: AlterClientQuotasRequestEntityData = {
    entityType: r.string(f),
    entityName: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readOpData(r: Reader, v: number): OpData {
  const f = v >= 1;
  const x: OpData = {
    key: r.string(f),
    value: r.float64(),
    remove: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterClientQuotasRequestEntryData(
  r: Reader,
  v: number,
): AlterClientQuotasRequestEntryData {
  const f = v >= 1;
  const x: AlterClientQuotasRequestEntryData = {
    entity: r.array(f, 3, readAlterClientQuotasRequestEntityData, v),
    ops: r.array(f, 11, readOpData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAlterClientQuotasRequest(r: Reader, v: number): AlterClientQuotasRequest {
  const f = v >= 1;
  const x: AlterClientQuotasRequest = {
    entries: r.array(f, 3, readAlterClientQuotasRequestEntryData, v),
    validateOnly: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeAlterClientQuotasResponseEntityData(
  w: Writer,
  x: AlterClientQuotasResponseEntityDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.string(x.entityType ?? "", f);
  w.nullableString(x.entityName === undefined ? "" : x.entityName, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterClientQuotasResponseEntryData(
  w: Writer,
  x: AlterClientQuotasResponseEntryDataInput,
  v: number,
): void {
  const f = v >= 1;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.array(x.entity, f, writeAlterClientQuotasResponseEntityData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAlterClientQuotasResponse(
  w: Writer,
  x: AlterClientQuotasResponseInput,
  v: number,
): void {
  const f = v >= 1;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.entries, f, writeAlterClientQuotasResponseEntryData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
