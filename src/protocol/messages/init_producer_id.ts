// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The InitProducerId API (key 22), versions 0 to 6.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The InitProducerIdRequest message, as decoded. */
export interface InitProducerIdRequest {
  /** `string`, nullable. */
  transactionalId: string | null;
  /** `int32`. */
  transactionTimeoutMs: number;
  /** `int64`, v3+, default -1. */
  producerId: bigint;
  /** `int16`, v3+, default -1. */
  producerEpoch: number;
  /** `bool`, v6+. */
  enable2Pc: boolean;
  /** `bool`, v6+. */
  keepPreparedTxn: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The InitProducerIdRequest message, to be encoded; what is left out takes the schema's default. */
export interface InitProducerIdRequestInput {
  /** `string`, nullable. */
  readonly transactionalId?: string | null;
  /** `int32`. */
  readonly transactionTimeoutMs?: number;
  /** `int64`, v3+, default -1. */
  readonly producerId?: bigint;
  /** `int16`, v3+, default -1. */
  readonly producerEpoch?: number;
  /** `bool`, v6+. */
  readonly enable2Pc?: boolean;
  /** `bool`, v6+. */
  readonly keepPreparedTxn?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The InitProducerIdResponse message, as decoded. */
export interface InitProducerIdResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`, default -1. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `int64`, v6+, default -1. */
  ongoingTxnProducerId: bigint;
  /** `int16`, v6+, default -1. */
  ongoingTxnProducerEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The InitProducerIdResponse message, to be encoded; what is left out takes the schema's default. */
export interface InitProducerIdResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`, default -1. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `int64`, v6+, default -1. */
  readonly ongoingTxnProducerId?: bigint;
  /** `int16`, v6+, default -1. */
  readonly ongoingTxnProducerEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const INIT_PRODUCER_ID_REQUEST: MessageInfo = { name: "InitProducerIdRequest", min: 0, max: 6 };
const INIT_PRODUCER_ID_RESPONSE: MessageInfo = { name: "InitProducerIdResponse", min: 0, max: 6 };

/** The client's half of InitProducerId. */
export const initProducerId: ClientApi<InitProducerIdRequestInput, InitProducerIdResponse> = {
  key: 22,
  name: "InitProducerId",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 6,
  flexibleFrom: 2,
  encodeRequest: (writer, message, version) =>
    encodeMessage(INIT_PRODUCER_ID_REQUEST, writeInitProducerIdRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(INIT_PRODUCER_ID_RESPONSE, readInitProducerIdResponse, reader, version),
};

/** The server's half of InitProducerId. */
export const initProducerIdServer: ServerApi<InitProducerIdRequest, InitProducerIdResponseInput> = {
  key: 22,
  name: "InitProducerId",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 6,
  flexibleFrom: 2,
  decodeRequest: (reader, version) =>
    decodeMessage(INIT_PRODUCER_ID_REQUEST, readInitProducerIdRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(INIT_PRODUCER_ID_RESPONSE, writeInitProducerIdResponse, writer, message, version),
};

function writeInitProducerIdRequest(w: Writer, x: InitProducerIdRequestInput, v: number): void {
  const f = v >= 2;
  w.nullableString(x.transactionalId === undefined ? "" : x.transactionalId, f);
  w.int32(x.transactionTimeoutMs ?? 0);
  if (v >= 3) w.int64(x.producerId ?? -1n);
  else checkAbsent(x.producerId, -1n);
  if (v >= 3) w.int16(x.producerEpoch ?? -1);
  else checkAbsent(x.producerEpoch, -1);
  if (v >= 6) w.bool(x.enable2Pc ?? false);
  else checkAbsent(x.enable2Pc, false);
  if (v >= 6) w.bool(x.keepPreparedTxn ?? false);
  else checkAbsent(x.keepPreparedTxn, false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readInitProducerIdResponse(r: Reader, v: number): InitProducerIdResponse {
  const f = v >= 2;
  const x: InitProducerIdResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    ongoingTxnProducerId: v >= 6 ? r.int64() : -1n,
    ongoingTxnProducerEpoch: v >= 6 ? r.int16() : -1,
  };
  if (f) r.tags(x);
  return x;
}

function readInitProducerIdRequest(r: Reader, v: number): InitProducerIdRequest {
  const f = v >= 2;
  const x: InitProducerIdRequest = {
    transactionalId: r.nullableString(f),
    transactionTimeoutMs: r.int32(),
    producerId: v >= 3 ? r.int64() : -1n,
    producerEpoch: v >= 3 ? r.int16() : -1,
    enable2Pc: v >= 6 ? r.bool() : false,
    keepPreparedTxn: v >= 6 ? r.bool() : false,
  };
  if (f) r.tags(x);
  return x;
}

function writeInitProducerIdResponse(w: Writer, x: InitProducerIdResponseInput, v: number): void {
  const f = v >= 2;
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.producerId ?? -1n);
  w.int16(x.producerEpoch ?? 0);
  if (v >= 6) w.int64(x.ongoingTxnProducerId ?? -1n);
  else checkAbsent(x.ongoingTxnProducerId, -1n);
  if (v >= 6) w.int16(x.ongoingTxnProducerEpoch ?? -1);
  else checkAbsent(x.ongoingTxnProducerEpoch, -1);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
