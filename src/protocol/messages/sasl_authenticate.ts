// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The SaslAuthenticate API (key 36), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The SaslAuthenticateRequest message, as decoded. */
export interface SaslAuthenticateRequest {
  /** `bytes`. */
  authBytes: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SaslAuthenticateRequest message, to be encoded; what is left out takes the schema's default. */
export interface SaslAuthenticateRequestInput {
  /** `bytes`. */
  readonly authBytes?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The SaslAuthenticateResponse message, as decoded. */
export interface SaslAuthenticateResponse {
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `bytes`. */
  authBytes: Uint8Array;
  /** `int64`, v1+, default 0. */
  sessionLifetimeMs: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The SaslAuthenticateResponse message, to be encoded; what is left out takes the schema's default. */
export interface SaslAuthenticateResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `bytes`. */
  readonly authBytes?: Uint8Array;
  /** `int64`, v1+, default 0. */
  readonly sessionLifetimeMs?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SASL_AUTHENTICATE_REQUEST: MessageInfo = { name: "SaslAuthenticateRequest", min: 0, max: 2 };
const SASL_AUTHENTICATE_RESPONSE: MessageInfo = {
  name: "SaslAuthenticateResponse",
  min: 0,
  max: 2,
};

/** The client's half of SaslAuthenticate. */
export const saslAuthenticate: ClientApi<SaslAuthenticateRequestInput, SaslAuthenticateResponse> = {
  key: 36,
  name: "SaslAuthenticate",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      SASL_AUTHENTICATE_REQUEST,
      writeSaslAuthenticateRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(SASL_AUTHENTICATE_RESPONSE, readSaslAuthenticateResponse, reader, version),
};

/** The server's half of SaslAuthenticate. */
export const saslAuthenticateServer: ServerApi<
  SaslAuthenticateRequest,
  SaslAuthenticateResponseInput
> = {
  key: 36,
  name: "SaslAuthenticate",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(SASL_AUTHENTICATE_REQUEST, readSaslAuthenticateRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      SASL_AUTHENTICATE_RESPONSE,
      writeSaslAuthenticateResponse,
      writer,
      message,
      version,
    ),
};

function writeSaslAuthenticateRequest(w: Writer, x: SaslAuthenticateRequestInput, v: number): void {
  const f = v >= 2;
  w.byteArray(x.authBytes ?? new Uint8Array(0), f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readSaslAuthenticateResponse(r: Reader, v: number): SaslAuthenticateResponse {
  const f = v >= 2;
  const x: SaslAuthenticateResponse = {
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    authBytes: r.byteArray(f),
    sessionLifetimeMs: v >= 1 ? r.int64() : 0n,
  };
  if (f) r.tags(x);
  return x;
}

function readSaslAuthenticateRequest(r: Reader, v: number): SaslAuthenticateRequest {
  const f = v >= 2;
  const x: SaslAuthenticateRequest = {
    authBytes: r.byteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function writeSaslAuthenticateResponse(
  w: Writer,
  x: SaslAuthenticateResponseInput,
  v: number,
): void {
  const f = v >= 2;
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  w.byteArray(x.authBytes ?? new Uint8Array(0), f);
  if (v >= 1) w.int64(x.sessionLifetimeMs ?? 0n);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
