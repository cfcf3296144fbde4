// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AddOffsetsToTxn API (key 25), versions 0 to 4.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The AddOffsetsToTxnRequest message, as decoded. */
export interface AddOffsetsToTxnRequest {
  /** `string`. */
  transactionalId: string;
  /** `int64`. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `string`. */
  groupId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddOffsetsToTxnRequest message, to be encoded; what is left out takes the schema's default. */
export interface AddOffsetsToTxnRequestInput {
  /** `string`. */
  readonly transactionalId?: string;
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `string`. */
  readonly groupId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AddOffsetsToTxnResponse message, as decoded. */
export interface AddOffsetsToTxnResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddOffsetsToTxnResponse message, to be encoded; what is left out takes the schema's default. */
export interface AddOffsetsToTxnResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ADD_OFFSETS_TO_TXN_REQUEST: MessageInfo = { name: "AddOffsetsToTxnRequest", min: 0, max: 4 };
const ADD_OFFSETS_TO_TXN_RESPONSE: MessageInfo = {
  name: "AddOffsetsToTxnResponse",
  min: 0,
  max: 4,
};

/** The client's half of AddOffsetsToTxn. */
export const addOffsetsToTxn: ClientApi<AddOffsetsToTxnRequestInput, AddOffsetsToTxnResponse> = {
  key: 25,
  name: "AddOffsetsToTxn",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ADD_OFFSETS_TO_TXN_REQUEST,
      writeAddOffsetsToTxnRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(ADD_OFFSETS_TO_TXN_RESPONSE, readAddOffsetsToTxnResponse, reader, version),
};

/** The server's half of AddOffsetsToTxn. */
export const addOffsetsToTxnServer: ServerApi<
  AddOffsetsToTxnRequest,
  AddOffsetsToTxnResponseInput
> = {
  key: 25,
  name: "AddOffsetsToTxn",
  minVersion: 0,
  maxVersion: 4,
  latestVersion: 4,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(ADD_OFFSETS_TO_TXN_REQUEST, readAddOffsetsToTxnRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ADD_OFFSETS_TO_TXN_RESPONSE,
      writeAddOffsetsToTxnResponse,
      writer,
      message,
      version,
    ),
};

function writeAddOffsetsToTxnRequest(w: Writer, x: AddOffsetsToTxnRequestInput, v: number): void {
  const f = v >= 3;
  w.string(x.transactionalId ?? "", f);
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  w.string(x.groupId ?? "", f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAddOffsetsToTxnResponse(r: Reader, v: number): AddOffsetsToTxnResponse {
  const f = v >= 3;
  const x: AddOffsetsToTxnResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readAddOffsetsToTxnRequest(r: Reader, v: number): AddOffsetsToTxnRequest {
  const f = v >= 3;
  const x: AddOffsetsToTxnRequest = {
    transactionalId: r.string(f),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    groupId: r.string(f),
  };
  if (f) r.tags(x);
  return x;
}

function writeAddOffsetsToTxnResponse(w: Writer, x: AddOffsetsToTxnResponseInput, v: number): void {
  const f = v >= 3;
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
