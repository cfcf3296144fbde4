// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Envelope API (key 58), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import type { Writer } from "../../../src/protocol/writer.ts";

/** The EnvelopeRequest message, as decoded. */
export interface EnvelopeRequest {
  /** `bytes`. */
  requestData: Uint8Array;
  /** `bytes`, nullable. */
  requestPrincipal: Uint8Array | null;
  /** `bytes`. */
  clientHostAddress: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EnvelopeRequest message, to be encoded; what is left out takes the schema's default. */
export interface EnvelopeRequestInput {
  /** `bytes`. */
  readonly requestData?: Uint8Array;
  /** `bytes`, nullable. */
  readonly requestPrincipal?: Uint8Array | null;
  /** `bytes`. */
  readonly clientHostAddress?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The EnvelopeResponse message, as decoded. */
export interface EnvelopeResponse {
  /** `bytes`, nullable, default null. */
  responseData: Uint8Array | null;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EnvelopeResponse message, to be encoded; what is left out takes the schema's default. */
export interface EnvelopeResponseInput {
  /** `bytes`, nullable, default null. */
  readonly responseData?: Uint8Array | null;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ENVELOPE_REQUEST: MessageInfo = { name: "EnvelopeRequest", min: 0, max: 0 };
const ENVELOPE_RESPONSE: MessageInfo = { name: "EnvelopeResponse", min: 0, max: 0 };

/** The client's half of Envelope. */
export const envelope: ClientApi<EnvelopeRequestInput, EnvelopeResponse> = {
  key: 58,
  name: "Envelope",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(ENVELOPE_REQUEST, writeEnvelopeRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(ENVELOPE_RESPONSE, readEnvelopeResponse, reader, version),
};

/** The server's half of Envelope. */
export const envelopeServer: ServerApi<EnvelopeRequest, EnvelopeResponseInput> = {
  key: 58,
  name: "Envelope",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(ENVELOPE_REQUEST, readEnvelopeRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(ENVELOPE_RESPONSE, writeEnvelopeResponse, writer, message, version),
};

function writeEnvelopeRequest(w: Writer, x: EnvelopeRequestInput, _v: number): void {
  w.byteArray(x.requestData ?? new Uint8Array(0), true);
  w.nullableByteArray(
    x.requestPrincipal === undefined ? new Uint8Array(0) : x.requestPrincipal,
    true,
  );
  w.byteArray(x.clientHostAddress ?? new Uint8Array(0), true);
  w.tags(x.unknownTags);
}

function readEnvelopeResponse(r: Reader, _v: number): EnvelopeResponse {
  const x: EnvelopeResponse = {
    responseData: r.nullableByteArray(true),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readEnvelopeRequest(r: Reader, _v: number): EnvelopeRequest {
  const x: EnvelopeRequest = {
    requestData: r.byteArray(true),
    requestPrincipal: r.nullableByteArray(true),
    clientHostAddress: r.byteArray(true),
  };
  r.tags(x);
  return x;
}

function writeEnvelopeResponse(w: Writer, x: EnvelopeResponseInput, _v: number): void {
  w.nullableByteArray(x.responseData ?? null, true);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}
