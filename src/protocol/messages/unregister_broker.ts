// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The UnregisterBroker API (key 64), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The UnregisterBrokerRequest message, as decoded. */
export interface UnregisterBrokerRequest {
  /** `int32`. */
  brokerId: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UnregisterBrokerRequest message, to be encoded; what is left out takes the schema's default. */
export interface UnregisterBrokerRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The UnregisterBrokerResponse message, as decoded. */
export interface UnregisterBrokerResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UnregisterBrokerResponse message, to be encoded; what is left out takes the schema's default. */
export interface UnregisterBrokerResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const UNREGISTER_BROKER_REQUEST: MessageInfo = { name: "UnregisterBrokerRequest", min: 0, max: 0 };
const UNREGISTER_BROKER_RESPONSE: MessageInfo = {
  name: "UnregisterBrokerResponse",
  min: 0,
  max: 0,
};

/** The client's half of UnregisterBroker. */
export const unregisterBroker: ClientApi<UnregisterBrokerRequestInput, UnregisterBrokerResponse> = {
  key: 64,
  name: "UnregisterBroker",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      UNREGISTER_BROKER_REQUEST,
      writeUnregisterBrokerRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(UNREGISTER_BROKER_RESPONSE, readUnregisterBrokerResponse, reader, version),
};

/** The server's half of UnregisterBroker. */
export const unregisterBrokerServer: ServerApi<
  UnregisterBrokerRequest,
  UnregisterBrokerResponseInput
> = {
  key: 64,
  name: "UnregisterBroker",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(UNREGISTER_BROKER_REQUEST, readUnregisterBrokerRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      UNREGISTER_BROKER_RESPONSE,
      writeUnregisterBrokerResponse,
      writer,
      message,
      version,
    ),
};

function writeUnregisterBrokerRequest(
  w: Writer,
  x: UnregisterBrokerRequestInput,
  _v: number,
): void {
  w.int32(x.brokerId ?? 0);
  w.tags(x.unknownTags);
}

function readUnregisterBrokerResponse(r: Reader, _v: number): UnregisterBrokerResponse {
  const x: UnregisterBrokerResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readUnregisterBrokerRequest(r: Reader, _v: number): UnregisterBrokerRequest {
  const x: UnregisterBrokerRequest = {
    brokerId: r.int32(),
  };
  r.tags(x);
  return x;
}

function writeUnregisterBrokerResponse(
  w: Writer,
  x: UnregisterBrokerResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}
