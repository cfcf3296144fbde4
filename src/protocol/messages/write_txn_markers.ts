// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The WriteTxnMarkers API (key 27), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The WriteTxnMarkersRequest message, as decoded. */
export interface WriteTxnMarkersRequest {
  /** `[]WritableTxnMarker`. */
  markers: WritableTxnMarker[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The WriteTxnMarkersRequest message, to be encoded; what is left out takes the schema's default. */
export interface WriteTxnMarkersRequestInput {
  /** `[]WritableTxnMarker`. */
  readonly markers?: readonly WritableTxnMarkerInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WritableTxnMarker of WriteTxnMarkersRequest, as decoded. */
export interface WritableTxnMarker {
  /** `int64`. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `bool`. */
  transactionResult: boolean;
  /** `[]WritableTxnMarkerTopic`. */
  topics: WritableTxnMarkerTopic[];
  /** `int32`. */
  coordinatorEpoch: number;
  /** `int8`, v2+, default 0. */
  transactionVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WritableTxnMarker of WriteTxnMarkersRequest, to be encoded; what is left out takes the schema's default. */
export interface WritableTxnMarkerInput {
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `bool`. */
  readonly transactionResult?: boolean;
  /** `[]WritableTxnMarkerTopic`. */
  readonly topics?: readonly WritableTxnMarkerTopicInput[];
  /** `int32`. */
  readonly coordinatorEpoch?: number;
  /** `int8`, v2+, default 0. */
  readonly transactionVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WritableTxnMarkerTopic of WriteTxnMarkersRequest, as decoded. */
export interface WritableTxnMarkerTopic {
  /** `string`. */
  name: string;
  /** `[]int32`. */
  partitionIndexes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WritableTxnMarkerTopic of WriteTxnMarkersRequest, to be encoded; what is left out takes the schema's default. */
export interface WritableTxnMarkerTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]int32`. */
  readonly partitionIndexes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The WriteTxnMarkersResponse message, as decoded. */
export interface WriteTxnMarkersResponse {
  /** `[]WritableTxnMarkerResult`. */
  markers: WritableTxnMarkerResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The WriteTxnMarkersResponse message, to be encoded; what is left out takes the schema's default. */
export interface WriteTxnMarkersResponseInput {
  /** `[]WritableTxnMarkerResult`. */
  readonly markers?: readonly WritableTxnMarkerResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WritableTxnMarkerResult of WriteTxnMarkersResponse, as decoded. */
export interface WritableTxnMarkerResult {
  /** `int64`. */
  producerId: bigint;
  /** `[]WritableTxnMarkerTopicResult`. */
  topics: WritableTxnMarkerTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WritableTxnMarkerResult of WriteTxnMarkersResponse, to be encoded; what is left out takes the schema's default. */
export interface WritableTxnMarkerResultInput {
  /** `int64`. */
  readonly producerId?: bigint;
  /** `[]WritableTxnMarkerTopicResult`. */
  readonly topics?: readonly WritableTxnMarkerTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WritableTxnMarkerTopicResult of WriteTxnMarkersResponse, as decoded. */
export interface WritableTxnMarkerTopicResult {
  /** `string`. */
  name: string;
  /** `[]WritableTxnMarkerPartitionResult`. */
  partitions: WritableTxnMarkerPartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WritableTxnMarkerTopicResult of WriteTxnMarkersResponse, to be encoded; what is left out takes the schema's default. */
export interface WritableTxnMarkerTopicResultInput {
  /** `string`. */
  readonly name?: string;
  /** `[]WritableTxnMarkerPartitionResult`. */
  readonly partitions?: readonly WritableTxnMarkerPartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A WritableTxnMarkerPartitionResult of WriteTxnMarkersResponse, as decoded. */
export interface WritableTxnMarkerPartitionResult {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A WritableTxnMarkerPartitionResult of WriteTxnMarkersResponse, to be encoded; what is left out takes the schema's default. */
export interface WritableTxnMarkerPartitionResultInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const WRITE_TXN_MARKERS_REQUEST: MessageInfo = { name: "WriteTxnMarkersRequest", min: 1, max: 2 };
const WRITE_TXN_MARKERS_RESPONSE: MessageInfo = { name: "WriteTxnMarkersResponse", min: 1, max: 2 };

/** The client's half of WriteTxnMarkers. */
export const writeTxnMarkers: ClientApi<WriteTxnMarkersRequestInput, WriteTxnMarkersResponse> = {
  key: 27,
  name: "WriteTxnMarkers",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 1,
  encodeRequest: (writer, message, version) =>
    encodeMessage(WRITE_TXN_MARKERS_REQUEST, writeWriteTxnMarkersRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(WRITE_TXN_MARKERS_RESPONSE, readWriteTxnMarkersResponse, reader, version),
};

/** The server's half of WriteTxnMarkers. */
export const writeTxnMarkersServer: ServerApi<
  WriteTxnMarkersRequest,
  WriteTxnMarkersResponseInput
> = {
  key: 27,
  name: "WriteTxnMarkers",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 1,
  decodeRequest: (reader, version) =>
    decodeMessage(WRITE_TXN_MARKERS_REQUEST, readWriteTxnMarkersRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      WRITE_TXN_MARKERS_RESPONSE,
      writeWriteTxnMarkersResponse,
      writer,
      message,
      version,
    ),
};

function writeWritableTxnMarkerTopic(w: Writer, x: WritableTxnMarkerTopicInput, v: number): void {
  w.string(x.name ?? "", true);
  w.array(x.partitionIndexes, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeWritableTxnMarker(w: Writer, x: WritableTxnMarkerInput, v: number): void {
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  w.bool(x.transactionResult ?? false);
  w.array(x.topics, true, writeWritableTxnMarkerTopic, v);
  w.int32(x.coordinatorEpoch ?? 0);
  if (v >= 2) w.int8(x.transactionVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeWriteTxnMarkersRequest(w: Writer, x: WriteTxnMarkersRequestInput, v: number): void {
  w.array(x.markers, true, writeWritableTxnMarker, v);
  w.tags(x.unknownTags);
}

function readWritableTxnMarkerPartitionResult(
  r: Reader,
  _v: number,
): WritableTxnMarkerPartitionResult {
  const x: WritableTxnMarkerPartitionResult = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
  };
  r.tags(x);
  return x;
}

function readWritableTxnMarkerTopicResult(r: Reader, v: number): WritableTxnMarkerTopicResult {
  const x: WritableTxnMarkerTopicResult = {
    name: r.string(true),
    partitions: r.array(true, 7, readWritableTxnMarkerPartitionResult, v),
  };
  r.tags(x);
  return x;
}

function readWritableTxnMarkerResult(r: Reader, v: number): WritableTxnMarkerResult {
  const x: WritableTxnMarkerResult = {
    producerId: r.int64(),
    topics: r.array(true, 3, readWritableTxnMarkerTopicResult, v),
  };
  r.tags(x);
  return x;
}

function readWriteTxnMarkersResponse(r: Reader, v: number): WriteTxnMarkersResponse {
  const x: WriteTxnMarkersResponse = {
    markers: r.array(true, 10, readWritableTxnMarkerResult, v),
  };
  r.tags(x);
  return x;
}

function readWritableTxnMarkerTopic(r: Reader, _v: number): WritableTxnMarkerTopic {
  const x: WritableTxnMarkerTopic = {
    name: r.string(true),
    partitionIndexes: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readWritableTxnMarker(r: Reader, v: number): WritableTxnMarker {
  const x: WritableTxnMarker = {
    producerId: r.int64(),
    producerEpoch: r.int16(),
    transactionResult: r.bool(),
    topics: r.array(true, 3, readWritableTxnMarkerTopic, v),
    coordinatorEpoch: r.int32(),
    transactionVersion: v >= 2 ? r.int8() : 0,
  };
  r.tags(x);
  return x;
}

function readWriteTxnMarkersRequest(r: Reader, v: number): WriteTxnMarkersRequest {
  const x: WriteTxnMarkersRequest = {
    markers: r.array(true, 17, readWritableTxnMarker, v),
  };
  r.tags(x);
  return x;
}

function writeWritableTxnMarkerPartitionResult(
  w: Writer,
  x: WritableTxnMarkerPartitionResultInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.tags(x.unknownTags);
}

function writeWritableTxnMarkerTopicResult(
  w: Writer,
  x: WritableTxnMarkerTopicResultInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writeWritableTxnMarkerPartitionResult, v);
  w.tags(x.unknownTags);
}

function writeWritableTxnMarkerResult(w: Writer, x: WritableTxnMarkerResultInput, v: number): void {
  w.int64(x.producerId ?? 0n);
  w.array(x.topics, true, writeWritableTxnMarkerTopicResult, v);
  w.tags(x.unknownTags);
}

function writeWriteTxnMarkersResponse(w: Writer, x: WriteTxnMarkersResponseInput, v: number): void {
  w.array(x.markers, true, writeWritableTxnMarkerResult, v);
  w.tags(x.unknownTags);
}
