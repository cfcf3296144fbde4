// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterUserScramCredentials API (key 51), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The AlterUserScramCredentialsRequest message, as decoded. */
export interface AlterUserScramCredentialsRequest {
  /** `[]ScramCredentialDeletion`. */
  deletions: ScramCredentialDeletion[];
  /** `[]ScramCredentialUpsertion`. */
  upsertions: ScramCredentialUpsertion[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterUserScramCredentialsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterUserScramCredentialsRequestInput {
  /** `[]ScramCredentialDeletion`. */
  readonly deletions?: readonly ScramCredentialDeletionInput[];
  /** `[]ScramCredentialUpsertion`. */
  readonly upsertions?: readonly ScramCredentialUpsertionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ScramCredentialUpsertion of AlterUserScramCredentialsRequest, as decoded. */
export interface ScramCredentialUpsertion {
  /** `string`. */
  name: string;
  /** `int8`. */
  mechanism: number;
  /** `int32`. */
  iterations: number;
  /** `bytes`. */
  salt: Uint8Array;
  /** `bytes`. */
  saltedPassword: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ScramCredentialUpsertion of AlterUserScramCredentialsRequest, to be encoded; what is left out takes the schema's default. */
export interface ScramCredentialUpsertionInput {
  /** `string`. */
  readonly name?: string;
  /** `int8`. */
  readonly mechanism?: number;
  /** `int32`. */
  readonly iterations?: number;
  /** `bytes`. */
  readonly salt?: Uint8Array;
  /** `bytes`. */
  readonly saltedPassword?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ScramCredentialDeletion of AlterUserScramCredentialsRequest, as decoded. */
export interface ScramCredentialDeletion {
  /** `string`. */
  name: string;
  /** `int8`. */
  mechanism: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ScramCredentialDeletion of AlterUserScramCredentialsRequest, to be encoded; what is left out takes the schema's default. */
export interface ScramCredentialDeletionInput {
  /** `string`. */
  readonly name?: string;
  /** `int8`. */
  readonly mechanism?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterUserScramCredentialsResponse message, as decoded. */
export interface AlterUserScramCredentialsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]AlterUserScramCredentialsResult`. */
  results: AlterUserScramCredentialsResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterUserScramCredentialsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterUserScramCredentialsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]AlterUserScramCredentialsResult`. */
  readonly results?: readonly AlterUserScramCredentialsResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AlterUserScramCredentialsResult of AlterUserScramCredentialsResponse, as decoded. */
export interface AlterUserScramCredentialsResult {
  /** `string`. */
  user: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AlterUserScramCredentialsResult of AlterUserScramCredentialsResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterUserScramCredentialsResultInput {
  /** `string`. */
  readonly user?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_USER_SCRAM_CREDENTIALS_REQUEST: MessageInfo = {
  name: "AlterUserScramCredentialsRequest",
  min: 0,
  max: 0,
};
const ALTER_USER_SCRAM_CREDENTIALS_RESPONSE: MessageInfo = {
  name: "AlterUserScramCredentialsResponse",
  min: 0,
  max: 0,
};

/** The client's half of AlterUserScramCredentials. */
export const alterUserScramCredentials: ClientApi<
  AlterUserScramCredentialsRequestInput,
  AlterUserScramCredentialsResponse
> = {
  key: 51,
  name: "AlterUserScramCredentials",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALTER_USER_SCRAM_CREDENTIALS_REQUEST,
      writeAlterUserScramCredentialsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      ALTER_USER_SCRAM_CREDENTIALS_RESPONSE,
      readAlterUserScramCredentialsResponse,
      reader,
      version,
    ),
};

/** The server's half of AlterUserScramCredentials. */
export const alterUserScramCredentialsServer: ServerApi<
  AlterUserScramCredentialsRequest,
  AlterUserScramCredentialsResponseInput
> = {
  key: 51,
  name: "AlterUserScramCredentials",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      ALTER_USER_SCRAM_CREDENTIALS_REQUEST,
      readAlterUserScramCredentialsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALTER_USER_SCRAM_CREDENTIALS_RESPONSE,
      writeAlterUserScramCredentialsResponse,
      writer,
      message,
      version,
    ),
};

function writeScramCredentialDeletion(
  w: Writer,
  x: ScramCredentialDeletionInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.int8(x.mechanism ?? 0);
  w.tags(x.unknownTags);
}

function writeScramCredentialUpsertion(
  w: Writer,
  x: ScramCredentialUpsertionInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.int8(x.mechanism ?? 0);
  w.int32(x.iterations ?? 0);
  w.byteArray(x.salt ?? new Uint8Array(0), true);
  w.byteArray(x.saltedPassword ?? new Uint8Array(0), true);
  w.tags(x.unknownTags);
}

function writeAlterUserScramCredentialsRequest(
  w: Writer,
  x: AlterUserScramCredentialsRequestInput,
  v: number,
): void {
  w.array(x.deletions, true, writeScramCredentialDeletion, v);
  w.array(x.upsertions, true, writeScramCredentialUpsertion, v);
  w.tags(x.unknownTags);
}

function readAlterUserScramCredentialsResult(
  r: Reader,
  _v: number,
): AlterUserScramCredentialsResult {
  const x: AlterUserScramCredentialsResult = {
    user: r.string(true),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readAlterUserScramCredentialsResponse(
  r: Reader,
  v: number,
): AlterUserScramCredentialsResponse {
  const x: AlterUserScramCredentialsResponse = {
    throttleTimeMs: r.int32(),
    results: r.array(true, 5, readAlterUserScramCredentialsResult, v),
  };
  r.tags(x);
  return x;
}

function readScramCredentialDeletion(r: Reader, _v: number): ScramCredentialDeletion {
  const x: ScramCredentialDeletion = {
    name: r.string(true),
    mechanism: r.int8(),
  };
  r.tags(x);
  return x;
}

function readScramCredentialUpsertion(r: Reader, _v: number): ScramCredentialUpsertion {
  const x: ScramCredentialUpsertion = {
    name: r.string(true),
    mechanism: r.int8(),
    iterations: r.int32(),
    salt: r.byteArray(true),
    saltedPassword: r.byteArray(true),
  };
  r.tags(x);
  return x;
}

function readAlterUserScramCredentialsRequest(
  r: Reader,
  v: number,
): AlterUserScramCredentialsRequest {
  const x: AlterUserScramCredentialsRequest = {
    deletions: r.array(true, 3, readScramCredentialDeletion, v),
    upsertions: r.array(true, 9, readScramCredentialUpsertion, v),
  };
  r.tags(x);
  return x;
}

function writeAlterUserScramCredentialsResult(
  w: Writer,
  x: AlterUserScramCredentialsResultInput,
  _v: number,
): void {
  w.string(x.user ?? "", true);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}

function writeAlterUserScramCredentialsResponse(
  w: Writer,
  x: AlterUserScramCredentialsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.results, true, writeAlterUserScramCredentialsResult, v);
  w.tags(x.unknownTags);
}
