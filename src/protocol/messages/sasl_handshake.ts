// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The SaslHandshake API (key 17), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readString } from "../reader.ts";
import { type Writer, writeString } from "../writer.ts";

/** The SaslHandshakeRequest message, as decoded. */
export interface SaslHandshakeRequest {
  /** `string`. */
  mechanism: string;
}

/** The SaslHandshakeRequest message, to be encoded; what is left out takes the schema's default. */
export interface SaslHandshakeRequestInput {
  /** `string`. */
  readonly mechanism?: string;
}

/** The SaslHandshakeResponse message, as decoded. */
export interface SaslHandshakeResponse {
  /** `int16`. */
  errorCode: number;
  /** `[]string`. */
  mechanisms: string[];
}

/** The SaslHandshakeResponse message, to be encoded; what is left out takes the schema's default. */
export interface SaslHandshakeResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]string`. */
  readonly mechanisms?: readonly string[];
}

const SASL_HANDSHAKE_REQUEST: MessageInfo = { name: "SaslHandshakeRequest", min: 0, max: 1 };
const SASL_HANDSHAKE_RESPONSE: MessageInfo = { name: "SaslHandshakeResponse", min: 0, max: 1 };

/** The client's half of SaslHandshake. */
export const saslHandshake: ClientApi<SaslHandshakeRequestInput, SaslHandshakeResponse> = {
  key: 17,
  name: "SaslHandshake",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: Infinity,
  encodeRequest: (writer, message, version) =>
    encodeMessage(SASL_HANDSHAKE_REQUEST, writeSaslHandshakeRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(SASL_HANDSHAKE_RESPONSE, readSaslHandshakeResponse, reader, version),
};

/** The server's half of SaslHandshake. */
export const saslHandshakeServer: ServerApi<SaslHandshakeRequest, SaslHandshakeResponseInput> = {
  key: 17,
  name: "SaslHandshake",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: Infinity,
  decodeRequest: (reader, version) =>
    decodeMessage(SASL_HANDSHAKE_REQUEST, readSaslHandshakeRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(SASL_HANDSHAKE_RESPONSE, writeSaslHandshakeResponse, writer, message, version),
};

function writeSaslHandshakeRequest(w: Writer, x: SaslHandshakeRequestInput, _v: number): void {
  w.string(x.mechanism ?? "", false);
}

function readSaslHandshakeResponse(r: Reader, v: number): SaslHandshakeResponse {
  return {
    errorCode: r.int16(),
    mechanisms: r.array(false, 2, readString, v),
  };
}

function readSaslHandshakeRequest(r: Reader, _v: number): SaslHandshakeRequest {
  return {
    mechanism: r.string(false),
  };
}

function writeSaslHandshakeResponse(w: Writer, x: SaslHandshakeResponseInput, v: number): void {
  w.int16(x.errorCode ?? 0);
  w.array(x.mechanisms, false, writeString, v);
}
