// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ExpireDelegationToken API (key 40), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The ExpireDelegationTokenRequest message, as decoded. */
export interface ExpireDelegationTokenRequest {
  /** `bytes`. */
  hmac: Uint8Array;
  /** `int64`. */
  expiryTimePeriodMs: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ExpireDelegationTokenRequest message, to be encoded; what is left out takes the schema's default. */
export interface ExpireDelegationTokenRequestInput {
  /** `bytes`. */
  readonly hmac?: Uint8Array;
  /** `int64`. */
  readonly expiryTimePeriodMs?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ExpireDelegationTokenResponse message, as decoded. */
export interface ExpireDelegationTokenResponse {
  /** `int16`. */
  errorCode: number;
  /** `int64`. */
  expiryTimestampMs: bigint;
  /** `int32`. */
  throttleTimeMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ExpireDelegationTokenResponse message, to be encoded; what is left out takes the schema's default. */
export interface ExpireDelegationTokenResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`. */
  readonly expiryTimestampMs?: bigint;
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const EXPIRE_DELEGATION_TOKEN_REQUEST: MessageInfo = {
  name: "ExpireDelegationTokenRequest",
  min: 1,
  max: 2,
};
const EXPIRE_DELEGATION_TOKEN_RESPONSE: MessageInfo = {
  name: "ExpireDelegationTokenResponse",
  min: 1,
  max: 2,
};

/** The client's half of ExpireDelegationToken. */
export const expireDelegationToken: ClientApi<
  ExpireDelegationTokenRequestInput,
  ExpireDelegationTokenResponse
> = {
  key: 40,
  name: "ExpireDelegationToken",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      EXPIRE_DELEGATION_TOKEN_REQUEST,
      writeExpireDelegationTokenRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      EXPIRE_DELEGATION_TOKEN_RESPONSE,
      readExpireDelegationTokenResponse,
      reader,
      version,
    ),
};

/** The server's half of ExpireDelegationToken. */
export const expireDelegationTokenServer: ServerApi<
  ExpireDelegationTokenRequest,
  ExpireDelegationTokenResponseInput
> = {
  key: 40,
  name: "ExpireDelegationToken",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(
      EXPIRE_DELEGATION_TOKEN_REQUEST,
      readExpireDelegationTokenRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      EXPIRE_DELEGATION_TOKEN_RESPONSE,
      writeExpireDelegationTokenResponse,
      writer,
      message,
      version,
    ),
};

function writeExpireDelegationTokenRequest(
  w: Writer,
  x: ExpireDelegationTokenRequestInput,
  v: number,
): void {
  const f = v >= 2;
  w.byteArray(x.hmac ?? new Uint8Array(0), f);
  w.int64(x.expiryTimePeriodMs ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readExpireDelegationTokenResponse(r: Reader, v: number): ExpireDelegationTokenResponse {
  const f = v >= 2;
  const x: ExpireDelegationTokenResponse = {
    errorCode: r.int16(),
    expiryTimestampMs: r.int64(),
    throttleTimeMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function readExpireDelegationTokenRequest(r: Reader, v: number): ExpireDelegationTokenRequest {
  const f = v >= 2;
  const x: ExpireDelegationTokenRequest = {
    hmac: r.byteArray(f),
    expiryTimePeriodMs: r.int64(),
  };
  if (f) r.tags(x);
  return x;
}

function writeExpireDelegationTokenResponse(
  w: Writer,
  x: ExpireDelegationTokenResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.int64(x.expiryTimestampMs ?? 0n);
  w.int32(x.throttleTimeMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
