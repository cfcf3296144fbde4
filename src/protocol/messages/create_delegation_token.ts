// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The CreateDelegationToken API (key 38), versions 1 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The CreateDelegationTokenRequest message, as decoded. */
export interface CreateDelegationTokenRequest {
  /** `string`, v3+, nullable. */
  ownerPrincipalType: string | null;
  /** `string`, v3+, nullable. */
  ownerPrincipalName: string | null;
  /** `[]CreatableRenewers`. */
  renewers: CreatableRenewers[];
  /** `int64`. */
  maxLifetimeMs: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateDelegationTokenRequest message, to be encoded; what is left out takes the schema's default. */
export interface CreateDelegationTokenRequestInput {
  /** `string`, v3+, nullable. */
  readonly ownerPrincipalType?: string | null;
  /** `string`, v3+, nullable. */
  readonly ownerPrincipalName?: string | null;
  /** `[]CreatableRenewers`. */
  readonly renewers?: readonly CreatableRenewersInput[];
  /** `int64`. */
  readonly maxLifetimeMs?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableRenewers of CreateDelegationTokenRequest, as decoded. */
export interface CreatableRenewers {
  /** `string`. */
  principalType: string;
  /** `string`. */
  principalName: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableRenewers of CreateDelegationTokenRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatableRenewersInput {
  /** `string`. */
  readonly principalType?: string;
  /** `string`. */
  readonly principalName?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The CreateDelegationTokenResponse message, as decoded. */
export interface CreateDelegationTokenResponse {
  /** `int16`. */
  errorCode: number;
  /** `string`. */
  principalType: string;
  /** `string`. */
  principalName: string;
  /** `string`, v3+. */
  tokenRequesterPrincipalType: string;
  /** `string`, v3+. */
  tokenRequesterPrincipalName: string;
  /** `int64`. */
  issueTimestampMs: bigint;
  /** `int64`. */
  expiryTimestampMs: bigint;
  /** `int64`. */
  maxTimestampMs: bigint;
  /** `string`. */
  tokenId: string;
  /** `bytes`. */
  hmac: Uint8Array;
  /** `int32`. */
  throttleTimeMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateDelegationTokenResponse message, to be encoded; what is left out takes the schema's default. */
export interface CreateDelegationTokenResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`. */
  readonly principalType?: string;
  /** `string`. */
  readonly principalName?: string;
  /** `string`, v3+. */
  readonly tokenRequesterPrincipalType?: string;
  /** `string`, v3+. */
  readonly tokenRequesterPrincipalName?: string;
  /** `int64`. */
  readonly issueTimestampMs?: bigint;
  /** `int64`. */
  readonly expiryTimestampMs?: bigint;
  /** `int64`. */
  readonly maxTimestampMs?: bigint;
  /** `string`. */
  readonly tokenId?: string;
  /** `bytes`. */
  readonly hmac?: Uint8Array;
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CREATE_DELEGATION_TOKEN_REQUEST: MessageInfo = {
  name: "CreateDelegationTokenRequest",
  min: 1,
  max: 3,
};
const CREATE_DELEGATION_TOKEN_RESPONSE: MessageInfo = {
  name: "CreateDelegationTokenResponse",
  min: 1,
  max: 3,
};

/** The client's half of CreateDelegationToken. */
export const createDelegationToken: ClientApi<
  CreateDelegationTokenRequestInput,
  CreateDelegationTokenResponse
> = {
  key: 38,
  name: "CreateDelegationToken",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      CREATE_DELEGATION_TOKEN_REQUEST,
      writeCreateDelegationTokenRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      CREATE_DELEGATION_TOKEN_RESPONSE,
      readCreateDelegationTokenResponse,
      reader,
      version,
    ),
};

/** The server's half of CreateDelegationToken. */
export const createDelegationTokenServer: ServerApi<
  CreateDelegationTokenRequest,
  CreateDelegationTokenResponseInput
> = {
  key: 38,
  name: "CreateDelegationToken",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(
      CREATE_DELEGATION_TOKEN_REQUEST,
      readCreateDelegationTokenRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      CREATE_DELEGATION_TOKEN_RESPONSE,
      writeCreateDelegationTokenResponse,
      writer,
      message,
      version,
    ),
};

function writeCreatableRenewers(w: Writer, x: CreatableRenewersInput, v: number): void {
  const f = v >= 2;
  w.string(x.principalType ?? "", f);
  w.string(x.principalName ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreateDelegationTokenRequest(
  w: Writer,
  x: CreateDelegationTokenRequestInput,
  v: number,
): void {
  const f = v >= 2;
  if (v >= 3) {
    w.nullableString(x.ownerPrincipalType === undefined ? "" : x.ownerPrincipalType, true);
  } else checkAbsent(x.ownerPrincipalType, "");
  if (v >= 3) {
    w.nullableString(x.ownerPrincipalName === undefined ? "" : x.ownerPrincipalName, true);
  } else checkAbsent(x.ownerPrincipalName, "");
  w.array(x.renewers, f, writeCreatableRenewers, v);
  w.int64(x.maxLifetimeMs ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readCreateDelegationTokenResponse(r: Reader, v: number): CreateDelegationTokenResponse {
  const f = v >= 2;
  const x: CreateDelegationTokenResponse = {
    errorCode: r.int16(),
    principalType: r.string(f),
    principalName: r.string(f),
    tokenRequesterPrincipalType: v >= 3 ? r.string(true) : "",
    tokenRequesterPrincipalName: v >= 3 ? r.string(true) : "",
    issueTimestampMs: r.int64(),
    expiryTimestampMs: r.int64(),
    maxTimestampMs: r.int64(),
    tokenId: r.string(f),
    hmac: r.byteArray(f),
    throttleTimeMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatableRenewers(r: Reader, v: number): CreatableRenewers {
  const f = v >= 2;
  const x: CreatableRenewers = {
    principalType: r.string(f),
    principalName: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreateDelegationTokenRequest(r: Reader, v: number): CreateDelegationTokenRequest {
  const f = v >= 2;
  const x: CreateDelegationTokenRequest = {
    ownerPrincipalType: v >= 3 ? r.nullableString(true) : "",
    ownerPrincipalName: v >= 3 ? r.nullableString(true) : "",
    renewers: r.array(f, 3, readCreatableRenewers, v),
    maxLifetimeMs: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function writeCreateDelegationTokenResponse(
  w: Writer,
  x: CreateDelegationTokenResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.string(x.principalType ?? "", f);
  w.string(x.principalName ?? "", f);
  if (v >= 3) w.string(x.tokenRequesterPrincipalType ?? "", true);
  else checkAbsent(x.tokenRequesterPrincipalType, "");
  if (v >= 3) w.string(x.tokenRequesterPrincipalName ?? "", true);
  else checkAbsent(x.tokenRequesterPrincipalName, "");
  w.int64(x.issueTimestampMs ?? 0n);
  w.int64(x.expiryTimestampMs ?? 0n);
  w.int64(x.maxTimestampMs ?? 0n);
  w.string(x.tokenId ?? "", f);
  w.byteArray(x.hmac ?? new Uint8Array(0), f);
  w.int32(x.throttleTimeMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
