// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The GetTelemetrySubscriptions API (key 71), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readInt8 } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, writeInt8, type Writer } from "../writer.ts";

/** The GetTelemetrySubscriptionsRequest message, as decoded. */
export interface GetTelemetrySubscriptionsRequest {
  /** `uuid`. */
  clientInstanceId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The GetTelemetrySubscriptionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface GetTelemetrySubscriptionsRequestInput {
  /** `uuid`. */
  readonly clientInstanceId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The GetTelemetrySubscriptionsResponse message, as decoded. */
export interface GetTelemetrySubscriptionsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `uuid`. */
  clientInstanceId: string;
  /** `int32`. */
  subscriptionId: number;
  /** `[]int8`. */
  acceptedCompressionTypes: number[];
  /** `int32`. */
  pushIntervalMs: number;
  /** `int32`. */
  telemetryMaxBytes: number;
  /** `bool`. */
  deltaTemporality: boolean;
  /** `[]string`. */
  requestedMetrics: string[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The GetTelemetrySubscriptionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface GetTelemetrySubscriptionsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `uuid`. */
  readonly clientInstanceId?: string;
  /** `int32`. */
  readonly subscriptionId?: number;
  /** `[]int8`. */
  readonly acceptedCompressionTypes?: readonly number[];
  /** `int32`. */
  readonly pushIntervalMs?: number;
  /** `int32`. */
  readonly telemetryMaxBytes?: number;
  /** `bool`. */
  readonly deltaTemporality?: boolean;
  /** `[]string`. */
  readonly requestedMetrics?: readonly string[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const GET_TELEMETRY_SUBSCRIPTIONS_REQUEST: MessageInfo = {
  name: "GetTelemetrySubscriptionsRequest",
  min: 0,
  max: 0,
};
const GET_TELEMETRY_SUBSCRIPTIONS_RESPONSE: MessageInfo = {
  name: "GetTelemetrySubscriptionsResponse",
  min: 0,
  max: 0,
};

/** The client's half of GetTelemetrySubscriptions. */
export const getTelemetrySubscriptions: ClientApi<
  GetTelemetrySubscriptionsRequestInput,
  GetTelemetrySubscriptionsResponse
> = {
  key: 71,
  name: "GetTelemetrySubscriptions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      GET_TELEMETRY_SUBSCRIPTIONS_REQUEST,
      writeGetTelemetrySubscriptionsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      GET_TELEMETRY_SUBSCRIPTIONS_RESPONSE,
      readGetTelemetrySubscriptionsResponse,
      reader,
      version,
    ),
};

/** The server's half of GetTelemetrySubscriptions. */
export const getTelemetrySubscriptionsServer: ServerApi<
  GetTelemetrySubscriptionsRequest,
  GetTelemetrySubscriptionsResponseInput
> = {
  key: 71,
  name: "GetTelemetrySubscriptions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      GET_TELEMETRY_SUBSCRIPTIONS_REQUEST,
      readGetTelemetrySubscriptionsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      GET_TELEMETRY_SUBSCRIPTIONS_RESPONSE,
      writeGetTelemetrySubscriptionsResponse,
      writer,
      message,
      version,
    ),
};

function writeGetTelemetrySubscriptionsRequest(
  w: Writer,
  x: GetTelemetrySubscriptionsRequestInput,
  _v: number,
): void {
  w.uuid(x.clientInstanceId ?? ZERO_UUID);
  w.tags(x.unknownTags);
}

function readGetTelemetrySubscriptionsResponse(
  r: Reader,
  v: number,
): GetTelemetrySubscriptionsResponse {
  const x: GetTelemetrySubscriptionsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    clientInstanceId: r.uuid(),
    subscriptionId: r.int32(),
    acceptedCompressionTypes: r.array(true, 1, readInt8, v),
    pushIntervalMs: r.int32(),
    telemetryMaxBytes: r.int32(),
    deltaTemporality: r.bool(),
    requestedMetrics: r.array(true, 1, readCompactString, v),
  };
  r.tags(x);
  return x;
}

function readGetTelemetrySubscriptionsRequest(
  r: Reader,
  _v: number,
): GetTelemetrySubscriptionsRequest {
  const x: GetTelemetrySubscriptionsRequest = {
    clientInstanceId: r.uuid(),
  };
  r.tags(x);
  return x;
}

function writeGetTelemetrySubscriptionsResponse(
  w: Writer,
  x: GetTelemetrySubscriptionsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.uuid(x.clientInstanceId ?? ZERO_UUID);
  w.int32(x.subscriptionId ?? 0);
  w.array(x.acceptedCompressionTypes, true, writeInt8, v);
  w.int32(x.pushIntervalMs ?? 0);
  w.int32(x.telemetryMaxBytes ?? 0);
  w.bool(x.deltaTemporality ?? false);
  w.array(x.requestedMetrics, true, writeCompactString, v);
  w.tags(x.unknownTags);
}
