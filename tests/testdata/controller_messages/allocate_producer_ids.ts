// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AllocateProducerIds API (key 67), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import type { Writer } from "../../../src/protocol/writer.ts";

/** The AllocateProducerIdsRequest message, as decoded. */
export interface AllocateProducerIdsRequest {
  /** `int32`. */
  brokerId: number;
  /** `int64`, default -1. */
  brokerEpoch: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AllocateProducerIdsRequest message, to be encoded; what is left out takes the schema's default. */
export interface AllocateProducerIdsRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `int64`, default -1. */
  readonly brokerEpoch?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AllocateProducerIdsResponse message, as decoded. */
export interface AllocateProducerIdsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`. */
  producerIdStart: bigint;
  /** `int32`. */
  producerIdLen: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AllocateProducerIdsResponse message, to be encoded; what is left out takes the schema's default. */
export interface AllocateProducerIdsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`. */
  readonly producerIdStart?: bigint;
  /** `int32`. */
  readonly producerIdLen?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALLOCATE_PRODUCER_IDS_REQUEST: MessageInfo = {
  name: "AllocateProducerIdsRequest",
  min: 0,
  max: 0,
};
const ALLOCATE_PRODUCER_IDS_RESPONSE: MessageInfo = {
  name: "AllocateProducerIdsResponse",
  min: 0,
  max: 0,
};

/** The client's half of AllocateProducerIds. */
export const allocateProducerIds: ClientApi<
  AllocateProducerIdsRequestInput,
  AllocateProducerIdsResponse
> = {
  key: 67,
  name: "AllocateProducerIds",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ALLOCATE_PRODUCER_IDS_REQUEST,
      writeAllocateProducerIdsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(ALLOCATE_PRODUCER_IDS_RESPONSE, readAllocateProducerIdsResponse, reader, version),
};

/** The server's half of AllocateProducerIds. */
export const allocateProducerIdsServer: ServerApi<
  AllocateProducerIdsRequest,
  AllocateProducerIdsResponseInput
> = {
  key: 67,
  name: "AllocateProducerIds",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(ALLOCATE_PRODUCER_IDS_REQUEST, readAllocateProducerIdsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ALLOCATE_PRODUCER_IDS_RESPONSE,
      writeAllocateProducerIdsResponse,
      writer,
      message,
      version,
    ),
};

function writeAllocateProducerIdsRequest(
  w: Writer,
  x: AllocateProducerIdsRequestInput,
  _v: number,
): void {
  w.int32(x.brokerId ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.tags(x.unknownTags);
}

function readAllocateProducerIdsResponse(r: Reader, _v: number): AllocateProducerIdsResponse {
  const x: AllocateProducerIdsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    producerIdStart: r.int64(),
    producerIdLen: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAllocateProducerIdsRequest(r: Reader, _v: number): AllocateProducerIdsRequest {
  const x: AllocateProducerIdsRequest = {
    brokerId: r.int32(),
    brokerEpoch: r.int64(),
  };
  r.tags(x);
  return x;
}

function writeAllocateProducerIdsResponse(
  w: Writer,
  x: AllocateProducerIdsResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.producerIdStart ?? 0n);
  w.int32(x.producerIdLen ?? 0);
  w.tags(x.unknownTags);
}
