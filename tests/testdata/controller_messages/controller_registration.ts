// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ControllerRegistration API (key 70), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import type { Writer } from "../../../src/protocol/writer.ts";

/** The ControllerRegistrationRequest message, as decoded. */
export interface ControllerRegistrationRequest {
  /** `int32`. */
  controllerId: number;
  /** `uuid`. */
  incarnationId: string;
  /** `bool`. */
  zkMigrationReady: boolean;
  /** `[]Listener`. */
  listeners: ControllerRegistrationRequestListener[];
  /** `[]Feature`. */
  features: ControllerRegistrationRequestFeature[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ControllerRegistrationRequest message, to be encoded; what is left out takes the schema's default. */
export interface ControllerRegistrationRequestInput {
  /** `int32`. */
  readonly controllerId?: number;
  /** `uuid`. */
  readonly incarnationId?: string;
  /** `bool`. */
  readonly zkMigrationReady?: boolean;
  /** `[]Listener`. */
  readonly listeners?: readonly ControllerRegistrationRequestListenerInput[];
  /** `[]Feature`. */
  readonly features?: readonly ControllerRegistrationRequestFeatureInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Feature of ControllerRegistrationRequest, as decoded. */
export interface ControllerRegistrationRequestFeature {
  /** `string`. */
  name: string;
  /** `int16`. */
  minSupportedVersion: number;
  /** `int16`. */
  maxSupportedVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Feature of ControllerRegistrationRequest, to be encoded; what is left out takes the schema's default. */
export interface ControllerRegistrationRequestFeatureInput {
  /** `string`. */
  readonly name?: string;
  /** `int16`. */
  readonly minSupportedVersion?: number;
  /** `int16`. */
  readonly maxSupportedVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Listener of ControllerRegistrationRequest, as decoded. */
export interface ControllerRegistrationRequestListener {
  /** `string`. */
  name: string;
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** `int16`. */
  securityProtocol: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Listener of ControllerRegistrationRequest, to be encoded; what is left out takes the schema's default. */
export interface ControllerRegistrationRequestListenerInput {
  /** `string`. */
  readonly name?: string;
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** `int16`. */
  readonly securityProtocol?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ControllerRegistrationResponse message, as decoded. */
export interface ControllerRegistrationResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ControllerRegistrationResponse message, to be encoded; what is left out takes the schema's default. */
export interface ControllerRegistrationResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CONTROLLER_REGISTRATION_REQUEST: MessageInfo = {
  name: "ControllerRegistrationRequest",
  min: 0,
  max: 0,
};
const CONTROLLER_REGISTRATION_RESPONSE: MessageInfo = {
  name: "ControllerRegistrationResponse",
  min: 0,
  max: 0,
};

/** The client's half of ControllerRegistration. */
export const controllerRegistration: ClientApi<
  ControllerRegistrationRequestInput,
  ControllerRegistrationResponse
> = {
  key: 70,
  name: "ControllerRegistration",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      CONTROLLER_REGISTRATION_REQUEST,
      writeControllerRegistrationRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      CONTROLLER_REGISTRATION_RESPONSE,
      readControllerRegistrationResponse,
      reader,
      version,
    ),
};

/** The server's half of ControllerRegistration. */
export const controllerRegistrationServer: ServerApi<
  ControllerRegistrationRequest,
  ControllerRegistrationResponseInput
> = {
  key: 70,
  name: "ControllerRegistration",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      CONTROLLER_REGISTRATION_REQUEST,
      readControllerRegistrationRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      CONTROLLER_REGISTRATION_RESPONSE,
      writeControllerRegistrationResponse,
      writer,
      message,
      version,
    ),
};

function writeControllerRegistrationRequestListener(
  w: Writer,
  x: ControllerRegistrationRequestListenerInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.int16(x.securityProtocol ?? 0);
  w.tags(x.unknownTags);
}

function writeControllerRegistrationRequestFeature(
  w: Writer,
  x: ControllerRegistrationRequestFeatureInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.int16(x.minSupportedVersion ?? 0);
  w.int16(x.maxSupportedVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeControllerRegistrationRequest(
  w: Writer,
  x: ControllerRegistrationRequestInput,
  v: number,
): void {
  w.int32(x.controllerId ?? 0);
  w.uuid(x.incarnationId ?? ZERO_UUID);
  w.bool(x.zkMigrationReady ?? false);
  w.array(x.listeners, true, writeControllerRegistrationRequestListener, v);
  w.array(x.features, true, writeControllerRegistrationRequestFeature, v);
  w.tags(x.unknownTags);
}

function readControllerRegistrationResponse(r: Reader, _v: number): ControllerRegistrationResponse {
  const x: ControllerRegistrationResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readControllerRegistrationRequestListener(
  r: Reader,
  _v: number,
): ControllerRegistrationRequestListener {
  const x: ControllerRegistrationRequestListener = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
    securityProtocol: r.int16(),
  };
  r.tags(x);
  return x;
}

function readControllerRegistrationRequestFeature(
  r: Reader,
  _v: number,
): ControllerRegistrationRequestFeature {
  const x: ControllerRegistrationRequestFeature = {
    name: r.string(true),
    minSupportedVersion: r.int16(),
    maxSupportedVersion: r.int16(),
  };
  r.tags(x);
  return x;
}

function readControllerRegistrationRequest(r: Reader, v: number): ControllerRegistrationRequest {
  const x: ControllerRegistrationRequest = {
    controllerId: r.int32(),
    incarnationId: r.uuid(),
    zkMigrationReady: r.bool(),
    listeners: r.array(true, 7, readControllerRegistrationRequestListener, v),
    features: r.array(true, 6, readControllerRegistrationRequestFeature, v),
  };
  r.tags(x);
  return x;
}

function writeControllerRegistrationResponse(
  w: Writer,
  x: ControllerRegistrationResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}
