// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeUserScramCredentials API (key 50), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DescribeUserScramCredentialsRequest message, as decoded. */
export interface DescribeUserScramCredentialsRequest {
  /** `[]UserName`, nullable. */
  users: UserName[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeUserScramCredentialsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeUserScramCredentialsRequestInput {
  /** `[]UserName`, nullable. */
  readonly users?: readonly UserNameInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A UserName of DescribeUserScramCredentialsRequest, as decoded. */
export interface UserName {
  /** `string`. */
  name: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A UserName of DescribeUserScramCredentialsRequest, to be encoded; what is left out takes the schema's default. */
export interface UserNameInput {
  /** `string`. */
  readonly name?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeUserScramCredentialsResponse message, as decoded. */
export interface DescribeUserScramCredentialsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]DescribeUserScramCredentialsResult`. */
  results: DescribeUserScramCredentialsResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeUserScramCredentialsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeUserScramCredentialsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]DescribeUserScramCredentialsResult`. */
  readonly results?: readonly DescribeUserScramCredentialsResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeUserScramCredentialsResult of DescribeUserScramCredentialsResponse, as decoded. */
export interface DescribeUserScramCredentialsResult {
  /** `string`. */
  user: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `[]CredentialInfo`. */
  credentialInfos: CredentialInfo[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeUserScramCredentialsResult of DescribeUserScramCredentialsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeUserScramCredentialsResultInput {
  /** `string`. */
  readonly user?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `[]CredentialInfo`. */
  readonly credentialInfos?: readonly CredentialInfoInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CredentialInfo of DescribeUserScramCredentialsResponse, as decoded. */
export interface CredentialInfo {
  /** `int8`. */
  mechanism: number;
  /** `int32`. */
  iterations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CredentialInfo of DescribeUserScramCredentialsResponse, to be encoded; what is left out takes the schema's default. */
export interface CredentialInfoInput {
  /** `int8`. */
  readonly mechanism?: number;
  /** `int32`. */
  readonly iterations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_USER_SCRAM_CREDENTIALS_REQUEST: MessageInfo = {
  name: "DescribeUserScramCredentialsRequest",
  min: 0,
  max: 0,
};
const DESCRIBE_USER_SCRAM_CREDENTIALS_RESPONSE: MessageInfo = {
  name: "DescribeUserScramCredentialsResponse",
  min: 0,
  max: 0,
};

/** The client's half of DescribeUserScramCredentials. */
export const describeUserScramCredentials: ClientApi<
  DescribeUserScramCredentialsRequestInput,
  DescribeUserScramCredentialsResponse
> = {
  key: 50,
  name: "DescribeUserScramCredentials",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_USER_SCRAM_CREDENTIALS_REQUEST,
      writeDescribeUserScramCredentialsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_USER_SCRAM_CREDENTIALS_RESPONSE,
      readDescribeUserScramCredentialsResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeUserScramCredentials. */
export const describeUserScramCredentialsServer: ServerApi<
  DescribeUserScramCredentialsRequest,
  DescribeUserScramCredentialsResponseInput
> = {
  key: 50,
  name: "DescribeUserScramCredentials",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DESCRIBE_USER_SCRAM_CREDENTIALS_REQUEST,
      readDescribeUserScramCredentialsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_USER_SCRAM_CREDENTIALS_RESPONSE,
      writeDescribeUserScramCredentialsResponse,
      writer,
      message,
      version,
    ),
};

function writeUserName(w: Writer, x: UserNameInput, _v: number): void {
  w.string(x.name ?? "", true);
  w.tags(x.unknownTags);
}

function writeDescribeUserScramCredentialsRequest(
  w: Writer,
  x: DescribeUserScramCredentialsRequestInput,
  v: number,
): void {
  w.nullableArray(x.users, true, writeUserName, v);
  w.tags(x.unknownTags);
}

function readCredentialInfo(r: Reader, _v: number): CredentialInfo {
  const x: CredentialInfo = {
    mechanism: r.int8(),
    iterations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeUserScramCredentialsResult(
  r: Reader,
  v: number,
): DescribeUserScramCredentialsResult {
  const x: DescribeUserScramCredentialsResult = {
    user: r.string(true),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    credentialInfos: r.array(true, 6, readCredentialInfo, v),
  };
  r.tags(x);
  return x;
}

function readDescribeUserScramCredentialsResponse(
  r: Reader,
  v: number,
): DescribeUserScramCredentialsResponse {
  const x: DescribeUserScramCredentialsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    results: r.array(true, 6, readDescribeUserScramCredentialsResult, v),
  };
  r.tags(x);
  return x;
}

function readUserName(r: Reader, _v: number): UserName {
  const x: UserName = {
    name: r.string(true),
  };
  r.tags(x);
  return x;
}

function readDescribeUserScramCredentialsRequest(
  r: Reader,
  v: number,
): DescribeUserScramCredentialsRequest {
  const x: DescribeUserScramCredentialsRequest = {
    users: r.nullableArray(true, 2, readUserName, v),
  };
  r.tags(x);
  return x;
}

function writeCredentialInfo(w: Writer, x: CredentialInfoInput, _v: number): void {
  w.int8(x.mechanism ?? 0);
  w.int32(x.iterations ?? 0);
  w.tags(x.unknownTags);
}

function writeDescribeUserScramCredentialsResult(
  w: Writer,
  x: DescribeUserScramCredentialsResultInput,
  v: number,
): void {
  w.string(x.user ?? "", true);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.array(x.credentialInfos, true, writeCredentialInfo, v);
  w.tags(x.unknownTags);
}

function writeDescribeUserScramCredentialsResponse(
  w: Writer,
  x: DescribeUserScramCredentialsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.array(x.results, true, writeDescribeUserScramCredentialsResult, v);
  w.tags(x.unknownTags);
}
