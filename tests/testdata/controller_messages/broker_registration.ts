// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The BrokerRegistration API (key 62), versions 0 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import {
  checkAbsent,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../../../src/protocol/message.ts";
import { type Reader, readUuid } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import { type Writer, writeUuid } from "../../../src/protocol/writer.ts";

/** The BrokerRegistrationRequest message, as decoded. */
export interface BrokerRegistrationRequest {
  /** `int32`. */
  brokerId: number;
  /** `string`. */
  clusterId: string;
  /** `uuid`. */
  incarnationId: string;
  /** `[]Listener`. */
  listeners: BrokerRegistrationRequestListener[];
  /** `[]Feature`. */
  features: BrokerRegistrationRequestFeature[];
  /** `string`, nullable. */
  rack: string | null;
  /** `bool`, v1+. */
  isMigratingZkBroker: boolean;
  /** `[]uuid`, v2+. */
  logDirs: string[];
  /** `int64`, v3+, default -1. */
  previousBrokerEpoch: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BrokerRegistrationRequest message, to be encoded; what is left out takes the schema's default. */
export interface BrokerRegistrationRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `string`. */
  readonly clusterId?: string;
  /** `uuid`. */
  readonly incarnationId?: string;
  /** `[]Listener`. */
  readonly listeners?: readonly BrokerRegistrationRequestListenerInput[];
  /** `[]Feature`. */
  readonly features?: readonly BrokerRegistrationRequestFeatureInput[];
  /** `string`, nullable. */
  readonly rack?: string | null;
  /** `bool`, v1+. */
  readonly isMigratingZkBroker?: boolean;
  /** `[]uuid`, v2+. */
  readonly logDirs?: readonly string[];
  /** `int64`, v3+, default -1. */
  readonly previousBrokerEpoch?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Feature of BrokerRegistrationRequest, as decoded. */
export interface BrokerRegistrationRequestFeature {
  /** `string`. */
  name: string;
  /** `int16`. */
  minSupportedVersion: number;
  /** `int16`. */
  maxSupportedVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Feature of BrokerRegistrationRequest, to be encoded; what is left out takes the schema's default. */
export interface BrokerRegistrationRequestFeatureInput {
  /** `string`. */
  readonly name?: string;
  /** `int16`. */
  readonly minSupportedVersion?: number;
  /** `int16`. */
  readonly maxSupportedVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Listener of BrokerRegistrationRequest, as decoded. */
export interface BrokerRegistrationRequestListener {
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

/** A Listener of BrokerRegistrationRequest, to be encoded; what is left out takes the schema's default. */
export interface BrokerRegistrationRequestListenerInput {
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

/** The BrokerRegistrationResponse message, as decoded. */
export interface BrokerRegistrationResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`, default -1. */
  brokerEpoch: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BrokerRegistrationResponse message, to be encoded; what is left out takes the schema's default. */
export interface BrokerRegistrationResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`, default -1. */
  readonly brokerEpoch?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const BROKER_REGISTRATION_REQUEST: MessageInfo = {
  name: "BrokerRegistrationRequest",
  min: 0,
  max: 4,
};
const BROKER_REGISTRATION_RESPONSE: MessageInfo = {
  name: "BrokerRegistrationResponse",
  min: 0,
  max: 4,
};

/** The client's half of BrokerRegistration. */
export const brokerRegistration: ClientApi<
  BrokerRegistrationRequestInput,
  BrokerRegistrationResponse
> = {
  key: 62,
  name: "BrokerRegistration",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      BROKER_REGISTRATION_REQUEST,
      writeBrokerRegistrationRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(BROKER_REGISTRATION_RESPONSE, readBrokerRegistrationResponse, reader, version),
};

/** The server's half of BrokerRegistration. */
export const brokerRegistrationServer: ServerApi<
  BrokerRegistrationRequest,
  BrokerRegistrationResponseInput
> = {
  key: 62,
  name: "BrokerRegistration",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(BROKER_REGISTRATION_REQUEST, readBrokerRegistrationRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      BROKER_REGISTRATION_RESPONSE,
      writeBrokerRegistrationResponse,
      writer,
      message,
      version,
    ),
};

function writeBrokerRegistrationRequestListener(
  w: Writer,
  x: BrokerRegistrationRequestListenerInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.int16(x.securityProtocol ?? 0);
  w.tags(x.unknownTags);
}

function writeBrokerRegistrationRequestFeature(
  w: Writer,
  x: BrokerRegistrationRequestFeatureInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.int16(x.minSupportedVersion ?? 0);
  w.int16(x.maxSupportedVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeBrokerRegistrationRequest(
  w: Writer,
  x: BrokerRegistrationRequestInput,
  v: number,
): void {
  w.int32(x.brokerId ?? 0);
  w.string(x.clusterId ?? "", true);
  w.uuid(x.incarnationId ?? ZERO_UUID);
  w.array(x.listeners, true, writeBrokerRegistrationRequestListener, v);
  w.array(x.features, true, writeBrokerRegistrationRequestFeature, v);
  w.nullableString(x.rack === undefined ? "" : x.rack, true);
  if (v >= 1) w.bool(x.isMigratingZkBroker ?? false);
  else checkAbsent(x.isMigratingZkBroker, false);
  if (v >= 2) w.array(x.logDirs, true, writeUuid, v);
  if (v >= 3) w.int64(x.previousBrokerEpoch ?? -1n);
  w.tags(x.unknownTags);
}

function readBrokerRegistrationResponse(r: Reader, _v: number): BrokerRegistrationResponse {
  const x: BrokerRegistrationResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    brokerEpoch: r.int64(),
  };
  r.tags(x);
  return x;
}

function readBrokerRegistrationRequestListener(
  r: Reader,
  _v: number,
): BrokerRegistrationRequestListener {
  const x: BrokerRegistrationRequestListener = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
    securityProtocol: r.int16(),
  };
  r.tags(x);
  return x;
}

function readBrokerRegistrationRequestFeature(
  r: Reader,
  _v: number,
): BrokerRegistrationRequestFeature {
  const x: BrokerRegistrationRequestFeature = {
    name: r.string(true),
    minSupportedVersion: r.int16(),
    maxSupportedVersion: r.int16(),
  };
  r.tags(x);
  return x;
}

function readBrokerRegistrationRequest(r: Reader, v: number): BrokerRegistrationRequest {
  const x: BrokerRegistrationRequest = {
    brokerId: r.int32(),
    clusterId: r.string(true),
    incarnationId: r.uuid(),
    listeners: r.array(true, 7, readBrokerRegistrationRequestListener, v),
    features: r.array(true, 6, readBrokerRegistrationRequestFeature, v),
    rack: r.nullableString(true),
    isMigratingZkBroker: v >= 1 ? r.bool() : false,
    logDirs: v >= 2 ? r.array(true, 16, readUuid, v) : [],
    previousBrokerEpoch: v >= 3 ? r.int64() : -1n,
  };
  r.tags(x);
  return x;
}

function writeBrokerRegistrationResponse(
  w: Writer,
  x: BrokerRegistrationResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.tags(x.unknownTags);
}
