// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The EndTxn API (key 26), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The EndTxnRequest message, as decoded. */
export interface EndTxnRequest {
  /** `string`. */
  transactionalId: string;
  /** `int64`. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `bool`. */
  committed: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EndTxnRequest message, to be encoded; what is left out takes the schema's default. */
export interface EndTxnRequestInput {
  /** `string`. */
  readonly transactionalId?: string;
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `bool`. */
  readonly committed?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The EndTxnResponse message, as decoded. */
export interface EndTxnResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`, v5+, default -1. */
  producerId: bigint;
  /** `int16`, v5+, default -1. */
  producerEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The EndTxnResponse message, to be encoded; what is left out takes the schema's default. */
export interface EndTxnResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`, v5+, default -1. */
  readonly producerId?: bigint;
  /** `int16`, v5+, default -1. */
  readonly producerEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const END_TXN_REQUEST: MessageInfo = { name: "EndTxnRequest", min: 0, max: 5 };
const END_TXN_RESPONSE: MessageInfo = { name: "EndTxnResponse", min: 0, max: 5 };

/** The client's half of EndTxn. */
export const endTxn: ClientApi<EndTxnRequestInput, EndTxnResponse> = {
  key: 26,
  name: "EndTxn",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(END_TXN_REQUEST, writeEndTxnRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(END_TXN_RESPONSE, readEndTxnResponse, reader, version),
};

/** The server's half of EndTxn. */
export const endTxnServer: ServerApi<EndTxnRequest, EndTxnResponseInput> = {
  key: 26,
  name: "EndTxn",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(END_TXN_REQUEST, readEndTxnRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(END_TXN_RESPONSE, writeEndTxnResponse, writer, message, version),
};

function writeEndTxnRequest(w: Writer, x: EndTxnRequestInput, v: number): void {
  const f = v >= 3;
  w.string(x.transactionalId ?? "", f);
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  w.bool(x.committed ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readEndTxnResponse(r: Reader, v: number): EndTxnResponse {
  const f = v >= 3;
  const x: EndTxnResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    producerId: v >= 5 ? r.int64() : -1n,
    producerEpoch: v >= 5 ? r.int16() : -1,
  };
  if (f) r.tags(x);
  return x;
}

function readEndTxnRequest(r: Reader, v: number): EndTxnRequest {
  const f = v >= 3;
  const x: EndTxnRequest = {
    transactionalId: r.string(f),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    committed: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeEndTxnResponse(w: Writer, x: EndTxnResponseInput, v: number): void {
  const f = v >= 3;
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  if (v >= 5) w.int64(x.producerId ?? -1n);
  if (v >= 5) w.int16(x.producerEpoch ?? -1);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
