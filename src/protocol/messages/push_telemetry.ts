// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The PushTelemetry API (key 72), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The PushTelemetryRequest message, as decoded. */
export interface PushTelemetryRequest {
  /** `uuid`. */
  clientInstanceId: string;
  /** `int32`. */
  subscriptionId: number;
  /** `bool`. */
  terminating: boolean;
  /** `int8`. */
  compressionType: number;
  /** `bytes`. */
  metrics: Uint8Array;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The PushTelemetryRequest message, to be encoded; what is left out takes the schema's default. */
export interface PushTelemetryRequestInput {
  /** `uuid`. */
  readonly clientInstanceId?: string;
  /** `int32`. */
  readonly subscriptionId?: number;
  /** `bool`. */
  readonly terminating?: boolean;
  /** `int8`. */
  readonly compressionType?: number;
  /** `bytes`. */
  readonly metrics?: Uint8Array;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The PushTelemetryResponse message, as decoded. */
export interface PushTelemetryResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The PushTelemetryResponse message, to be encoded; what is left out takes the schema's default. */
export interface PushTelemetryResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const PUSH_TELEMETRY_REQUEST: MessageInfo = { name: "PushTelemetryRequest", min: 0, max: 0 };
const PUSH_TELEMETRY_RESPONSE: MessageInfo = { name: "PushTelemetryResponse", min: 0, max: 0 };

/** The client's half of PushTelemetry. */
export const pushTelemetry: ClientApi<PushTelemetryRequestInput, PushTelemetryResponse> = {
  key: 72,
  name: "PushTelemetry",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(PUSH_TELEMETRY_REQUEST, writePushTelemetryRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(PUSH_TELEMETRY_RESPONSE, readPushTelemetryResponse, reader, version),
};

/** The server's half of PushTelemetry. */
export const pushTelemetryServer: ServerApi<PushTelemetryRequest, PushTelemetryResponseInput> = {
  key: 72,
  name: "PushTelemetry",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(PUSH_TELEMETRY_REQUEST, readPushTelemetryRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(PUSH_TELEMETRY_RESPONSE, writePushTelemetryResponse, writer, message, version),
};

function writePushTelemetryRequest(w: Writer, x: PushTelemetryRequestInput, _v: number): void {
  w.uuid(x.clientInstanceId ?? ZERO_UUID);
  w.int32(x.subscriptionId ?? 0);
  w.bool(x.terminating ?? false);
  w.int8(x.compressionType ?? 0);
  w.byteArray(x.metrics ?? new Uint8Array(0), true);
  w.tags(x.unknownTags);
}

function readPushTelemetryResponse(r: Reader, _v: number): PushTelemetryResponse {
  const x: PushTelemetryResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readPushTelemetryRequest(r: Reader, _v: number): PushTelemetryRequest {
  const x: PushTelemetryRequest = {
    clientInstanceId: r.uuid(),
    subscriptionId: r.int32(),
    terminating: r.bool(),
    compressionType: r.int8(),
    metrics: r.byteArray(true),
  };
  r.tags(x);
  return x;
}

function writePushTelemetryResponse(w: Writer, x: PushTelemetryResponseInput, _v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}
