// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeDelegationToken API (key 41), versions 1 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DescribeDelegationTokenRequest message, as decoded. */
export interface DescribeDelegationTokenRequest {
  /** `[]DescribeDelegationTokenOwner`, nullable. */
  owners: DescribeDelegationTokenOwner[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeDelegationTokenRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeDelegationTokenRequestInput {
  /** `[]DescribeDelegationTokenOwner`, nullable. */
  readonly owners?: readonly DescribeDelegationTokenOwnerInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeDelegationTokenOwner of DescribeDelegationTokenRequest, as decoded. */
export interface DescribeDelegationTokenOwner {
  /** `string`. */
  principalType: string;
  /** `string`. */
  principalName: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeDelegationTokenOwner of DescribeDelegationTokenRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeDelegationTokenOwnerInput {
  /** `string`. */
  readonly principalType?: string;
  /** `string`. */
  readonly principalName?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeDelegationTokenResponse message, as decoded. */
export interface DescribeDelegationTokenResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]DescribedDelegationToken`. */
  tokens: DescribedDelegationToken[];
  /** `int32`. */
  throttleTimeMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeDelegationTokenResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeDelegationTokenResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]DescribedDelegationToken`. */
  readonly tokens?: readonly DescribedDelegationTokenInput[];
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedDelegationToken of DescribeDelegationTokenResponse, as decoded. */
export interface DescribedDelegationToken {
  /** `string`. */
  principalType: string;
  /** `string`. */
  principalName: string;
  /** `string`, v3+. */
  tokenRequesterPrincipalType: string;
  /** `string`, v3+. */
  tokenRequesterPrincipalName: string;
  /** `int64`. */
  issueTimestamp: bigint;
  /** `int64`. */
  expiryTimestamp: bigint;
  /** `int64`. */
  maxTimestamp: bigint;
  /** `string`. */
  tokenId: string;
  /** `bytes`. */
  hmac: Uint8Array;
  /** `[]DescribedDelegationTokenRenewer`. */
  renewers: DescribedDelegationTokenRenewer[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedDelegationToken of DescribeDelegationTokenResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribedDelegationTokenInput {
  /** `string`. */
  readonly principalType?: string;
  /** `string`. */
  readonly principalName?: string;
  /** `string`, v3+. */
  readonly tokenRequesterPrincipalType?: string;
  /** `string`, v3+. */
  readonly tokenRequesterPrincipalName?: string;
  /** `int64`. */
  readonly issueTimestamp?: bigint;
  /** `int64`. */
  readonly expiryTimestamp?: bigint;
  /** `int64`. */
  readonly maxTimestamp?: bigint;
  /** `string`. */
  readonly tokenId?: string;
  /** `bytes`. */
  readonly hmac?: Uint8Array;
  /** `[]DescribedDelegationTokenRenewer`. */
  readonly renewers?: readonly DescribedDelegationTokenRenewerInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribedDelegationTokenRenewer of DescribeDelegationTokenResponse, as decoded. */
export interface DescribedDelegationTokenRenewer {
  /** `string`. */
  principalType: string;
  /** `string`. */
  principalName: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribedDelegationTokenRenewer of DescribeDelegationTokenResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribedDelegationTokenRenewerInput {
  /** `string`. */
  readonly principalType?: string;
  /** `string`. */
  readonly principalName?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_DELEGATION_TOKEN_REQUEST: MessageInfo = {
  name: "DescribeDelegationTokenRequest",
  min: 1,
  max: 3,
};
const DESCRIBE_DELEGATION_TOKEN_RESPONSE: MessageInfo = {
  name: "DescribeDelegationTokenResponse",
  min: 1,
  max: 3,
};

/** The client's half of DescribeDelegationToken. */
export const describeDelegationToken: ClientApi<
  DescribeDelegationTokenRequestInput,
  DescribeDelegationTokenResponse
> = {
  key: 41,
  name: "DescribeDelegationToken",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_DELEGATION_TOKEN_REQUEST,
      writeDescribeDelegationTokenRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_DELEGATION_TOKEN_RESPONSE,
      readDescribeDelegationTokenResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeDelegationToken. */
export const describeDelegationTokenServer: ServerApi<
  DescribeDelegationTokenRequest,
  DescribeDelegationTokenResponseInput
> = {
  key: 41,
  name: "DescribeDelegationToken",
  minVersion: 1,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DESCRIBE_DELEGATION_TOKEN_REQUEST,
      readDescribeDelegationTokenRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_DELEGATION_TOKEN_RESPONSE,
      writeDescribeDelegationTokenResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeDelegationTokenOwner(
  w: Writer,
  x: DescribeDelegationTokenOwnerInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.principalType ?? "", f);
  w.string(x.principalName ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeDelegationTokenRequest(
  w: Writer,
  x: DescribeDelegationTokenRequestInput,
  v: number,
): void {
  const f = v >= 2;
  w.nullableArray(x.owners, f, writeDescribeDelegationTokenOwner, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDescribedDelegationTokenRenewer(
  r: Reader,
  v: number,
): DescribedDelegationTokenRenewer {
  const f = v >= 2;
  const x: DescribedDelegationTokenRenewer = {
    principalType: r.string(f),
    principalName: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribedDelegationToken(r: Reader, v: number): DescribedDelegationToken {
  const f = v >= 2;
  const x: DescribedDelegationToken = {
    principalType: r.string(f),
    principalName: r.string(f),
    tokenRequesterPrincipalType: v >= 3 ? r.string(true) : "",
    tokenRequesterPrincipalName: v >= 3 ? r.string(true) : "",
    issueTimestamp: r.int64(),
    expiryTimestamp: r.int64(),
    maxTimestamp: r.int64(),
    tokenId: r.string(f),
    hmac: r.byteArray(f),
    renewers: r.array(f, 3, readDescribedDelegationTokenRenewer, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeDelegationTokenResponse(
  r: Reader,
  v: number,
): DescribeDelegationTokenResponse {
  const f = v >= 2;
  const x: DescribeDelegationTokenResponse = {
    errorCode: r.int16(),
    tokens: r.array(f, 30, readDescribedDelegationToken, v),
    throttleTimeMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeDelegationTokenOwner(r: Reader, v: number): DescribeDelegationTokenOwner {
  const f = v >= 2;
  const x: DescribeDelegationTokenOwner = {
    principalType: r.string(f),
    principalName: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function readDescribeDelegationTokenRequest(r: Reader, v: number): DescribeDelegationTokenRequest {
  const f = v >= 2;
  const x: DescribeDelegationTokenRequest = {
    owners: r.nullableArray(f, 3, readDescribeDelegationTokenOwner, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeDescribedDelegationTokenRenewer(
  w: Writer,
  x: DescribedDelegationTokenRenewerInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.principalType ?? "", f);
  w.string(x.principalName ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribedDelegationToken(
  w: Writer,
  x: DescribedDelegationTokenInput,
  v: number,
): void {
  const f = v >= 2;
  w.string(x.principalType ?? "", f);
  w.string(x.principalName ?? "", f);
  if (v >= 3) w.string(x.tokenRequesterPrincipalType ?? "", true);
  else checkAbsent(x.tokenRequesterPrincipalType, "");
  if (v >= 3) w.string(x.tokenRequesterPrincipalName ?? "", true);
  else checkAbsent(x.tokenRequesterPrincipalName, "");
  w.int64(x.issueTimestamp ?? 0n);
  w.int64(x.expiryTimestamp ?? 0n);
  w.int64(x.maxTimestamp ?? 0n);
  w.string(x.tokenId ?? "", f);
  w.byteArray(x.hmac ?? new Uint8Array(0), f);
  w.array(x.renewers, f, writeDescribedDelegationTokenRenewer, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDescribeDelegationTokenResponse(
  w: Writer,
  x: DescribeDelegationTokenResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.array(x.tokens, f, writeDescribedDelegationToken, v);
  w.int32(x.throttleTimeMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
