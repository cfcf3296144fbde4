// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The RenewDelegationToken API (key 39), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The RenewDelegationTokenRequest message, as decoded. */
export interface RenewDelegationTokenRequest {
  /** `bytes`. */
  hmac: Uint8Array;
  /** `int64`. */
  renewPeriodMs: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The RenewDelegationTokenRequest message, to be encoded; what is left out takes the schema's default. */
export interface RenewDelegationTokenRequestInput {
  /** `bytes`. */
  readonly hmac?: Uint8Array;
  /** `int64`. */
  readonly renewPeriodMs?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The RenewDelegationTokenResponse message, as decoded. */
export interface RenewDelegationTokenResponse {
  /** `int16`. */
  errorCode: number;
  /** `int64`. */
  expiryTimestampMs: bigint;
  /** `int32`. */
  throttleTimeMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The RenewDelegationTokenResponse message, to be encoded; what is left out takes the schema's default. */
export interface RenewDelegationTokenResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`. */
  readonly expiryTimestampMs?: bigint;
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const RENEW_DELEGATION_TOKEN_REQUEST: MessageInfo = {
  name: "RenewDelegationTokenRequest",
  min: 1,
  max: 2,
};
const RENEW_DELEGATION_TOKEN_RESPONSE: MessageInfo = {
  name: "RenewDelegationTokenResponse",
  min: 1,
  max: 2,
};

/** The client's half of RenewDelegationToken. */
export const renewDelegationToken: ClientApi<
  RenewDelegationTokenRequestInput,
  RenewDelegationTokenResponse
> = {
  key: 39,
  name: "RenewDelegationToken",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      RENEW_DELEGATION_TOKEN_REQUEST,
      writeRenewDelegationTokenRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      RENEW_DELEGATION_TOKEN_RESPONSE,
      readRenewDelegationTokenResponse,
      reader,
      version,
    ),
};

/** The server's half of RenewDelegationToken. */
export const renewDelegationTokenServer: ServerApi<
  RenewDelegationTokenRequest,
  RenewDelegationTokenResponseInput
> = {
  key: 39,
  name: "RenewDelegationToken",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(RENEW_DELEGATION_TOKEN_REQUEST, readRenewDelegationTokenRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      RENEW_DELEGATION_TOKEN_RESPONSE,
      writeRenewDelegationTokenResponse,
      writer,
      message,
      version,
    ),
};

function writeRenewDelegationTokenRequest(
  w: Writer,
  x: RenewDelegationTokenRequestInput,
  v: number,
): void {
  const f = v >= 2;
  w.byteArray(x.hmac ?? new Uint8Array(0), f);
  w.int64(x.renewPeriodMs ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readRenewDelegationTokenResponse(r: Reader, v: number): RenewDelegationTokenResponse {
  const f = v >= 2;
  const x: RenewDelegationTokenResponse = {
    errorCode: r.int16(),
    expiryTimestampMs: r.int64(),
    throttleTimeMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readRenewDelegationTokenRequest(r: Reader, v: number): RenewDelegationTokenRequest {
  const f = v >= 2;
  const x: RenewDelegationTokenRequest = {
    hmac: r.byteArray(f),
    renewPeriodMs: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function writeRenewDelegationTokenResponse(
  w: Writer,
  x: RenewDelegationTokenResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.int64(x.expiryTimestampMs ?? 0n);
  w.int32(x.throttleTimeMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
