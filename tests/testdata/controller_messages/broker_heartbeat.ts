// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The BrokerHeartbeat API (key 63), versions 0 to 2.
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
import { TagSection, type Writer, writeUuid } from "../../../src/protocol/writer.ts";

/** The BrokerHeartbeatRequest message, as decoded. */
export interface BrokerHeartbeatRequest {
  /** `int32`. */
  brokerId: number;
  /** `int64`, default -1. */
  brokerEpoch: bigint;
  /** `int64`. */
  currentMetadataOffset: bigint;
  /** `bool`. */
  wantFence: boolean;
  /** `bool`. */
  wantShutDown: boolean;
  /** `[]uuid`, v1+, tag 0. */
  offlineLogDirs: string[];
  /** `[]uuid`, v2+, nullable, tag 1, default null. */
  cordonedLogDirs: string[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BrokerHeartbeatRequest message, to be encoded; what is left out takes the schema's default. */
export interface BrokerHeartbeatRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `int64`, default -1. */
  readonly brokerEpoch?: bigint;
  /** `int64`. */
  readonly currentMetadataOffset?: bigint;
  /** `bool`. */
  readonly wantFence?: boolean;
  /** `bool`. */
  readonly wantShutDown?: boolean;
  /** `[]uuid`, v1+, tag 0. */
  readonly offlineLogDirs?: readonly string[];
  /** `[]uuid`, v2+, nullable, tag 1, default null. */
  readonly cordonedLogDirs?: readonly string[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The BrokerHeartbeatResponse message, as decoded. */
export interface BrokerHeartbeatResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `bool`. */
  isCaughtUp: boolean;
  /** `bool`, default true. */
  isFenced: boolean;
  /** `bool`. */
  shouldShutDown: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The BrokerHeartbeatResponse message, to be encoded; what is left out takes the schema's default. */
export interface BrokerHeartbeatResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `bool`. */
  readonly isCaughtUp?: boolean;
  /** `bool`, default true. */
  readonly isFenced?: boolean;
  /** `bool`. */
  readonly shouldShutDown?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const BROKER_HEARTBEAT_REQUEST: MessageInfo = { name: "BrokerHeartbeatRequest", min: 0, max: 2 };
const BROKER_HEARTBEAT_RESPONSE: MessageInfo = { name: "BrokerHeartbeatResponse", min: 0, max: 2 };

/** The client's half of BrokerHeartbeat. */
export const brokerHeartbeat: ClientApi<BrokerHeartbeatRequestInput, BrokerHeartbeatResponse> = {
  key: 63,
  name: "BrokerHeartbeat",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(BROKER_HEARTBEAT_REQUEST, writeBrokerHeartbeatRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(BROKER_HEARTBEAT_RESPONSE, readBrokerHeartbeatResponse, reader, version),
};

/** The server's half of BrokerHeartbeat. */
export const brokerHeartbeatServer: ServerApi<
  BrokerHeartbeatRequest,
  BrokerHeartbeatResponseInput
> = {
  key: 63,
  name: "BrokerHeartbeat",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(BROKER_HEARTBEAT_REQUEST, readBrokerHeartbeatRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      BROKER_HEARTBEAT_RESPONSE,
      writeBrokerHeartbeatResponse,
      writer,
      message,
      version,
    ),
};

function writeBrokerHeartbeatRequest(w: Writer, x: BrokerHeartbeatRequestInput, v: number): void {
  w.int32(x.brokerId ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.int64(x.currentMetadataOffset ?? 0n);
  w.bool(x.wantFence ?? false);
  w.bool(x.wantShutDown ?? false);
  const t = new TagSection();
  const offlineLogDirs = x.offlineLogDirs;
  if (v >= 1 && offlineLogDirs !== undefined && offlineLogDirs.length > 0) {
    t.field(0, (w) => w.array(offlineLogDirs, true, writeUuid, v));
  }
  const cordonedLogDirs = x.cordonedLogDirs;
  if (v >= 2 && cordonedLogDirs !== undefined && cordonedLogDirs !== null) {
    t.field(1, (w) => w.nullableArray(cordonedLogDirs, true, writeUuid, v));
  }
  t.finish(w, x.unknownTags);
  if (!(v >= 1)) checkAbsent(x.offlineLogDirs, undefined);

  if (!(v >= 2)) checkAbsent(x.cordonedLogDirs, null);
}

function readBrokerHeartbeatResponse(r: Reader, _v: number): BrokerHeartbeatResponse {
  const x: BrokerHeartbeatResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    isCaughtUp: r.bool(),
    isFenced: r.bool(),
    shouldShutDown: r.bool(),
  };
  r.tags(x);
  return x;
}

function readBrokerHeartbeatRequest(r: Reader, v: number): BrokerHeartbeatRequest {
  const x: BrokerHeartbeatRequest = {
    brokerId: r.int32(),
    brokerEpoch: r.int64(),
    currentMetadataOffset: r.int64(),
    wantFence: r.bool(),
    wantShutDown: r.bool(),
    offlineLogDirs: [],
    cordonedLogDirs: null,
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        if (v >= 1) x.offlineLogDirs = r.array(true, 16, readUuid, v);
        else r.invalidTag(x, tag);
        break;
      case 1:
        r.tag(x);
        if (v >= 2) x.cordonedLogDirs = r.nullableArray(true, 16, readUuid, v);
        else r.invalidTag(x, tag);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function writeBrokerHeartbeatResponse(
  w: Writer,
  x: BrokerHeartbeatResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.bool(x.isCaughtUp ?? false);
  w.bool(x.isFenced ?? true);
  w.bool(x.shouldShutDown ?? false);
  w.tags(x.unknownTags);
}
