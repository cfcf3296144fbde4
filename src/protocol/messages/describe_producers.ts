// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeProducers API (key 61), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The DescribeProducersRequest message, as decoded. */
export interface DescribeProducersRequest {
  /** `[]TopicRequest`. */
  topics: DescribeProducersRequestTopicRequest[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeProducersRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeProducersRequestInput {
  /** `[]TopicRequest`. */
  readonly topics?: readonly DescribeProducersRequestTopicRequestInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicRequest of DescribeProducersRequest, as decoded. */
export interface DescribeProducersRequestTopicRequest {
  /** `string`. */
  name: string;
  /** `[]int32`. */
  partitionIndexes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicRequest of DescribeProducersRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeProducersRequestTopicRequestInput {
  /** `string`. */
  readonly name?: string;
  /** `[]int32`. */
  readonly partitionIndexes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeProducersResponse message, as decoded. */
export interface DescribeProducersResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]TopicResponse`. */
  topics: TopicResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeProducersResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeProducersResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]TopicResponse`. */
  readonly topics?: readonly TopicResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicResponse of DescribeProducersResponse, as decoded. */
export interface TopicResponse {
  /** `string`. */
  name: string;
  /** `[]PartitionResponse`. */
  partitions: PartitionResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicResponse of DescribeProducersResponse, to be encoded; what is left out takes the schema's default. */
export interface TopicResponseInput {
  /** `string`. */
  readonly name?: string;
  /** `[]PartitionResponse`. */
  readonly partitions?: readonly PartitionResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionResponse of DescribeProducersResponse, as decoded. */
export interface PartitionResponse {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `[]ProducerState`. */
  activeProducers: ProducerState[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionResponse of DescribeProducersResponse, to be encoded; what is left out takes the schema's default. */
export interface PartitionResponseInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `[]ProducerState`. */
  readonly activeProducers?: readonly ProducerStateInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ProducerState of DescribeProducersResponse, as decoded. */
export interface ProducerState {
  /** `int64`. */
  producerId: bigint;
  /** `int32`. */
  producerEpoch: number;
  /** `int32`, default -1. */
  lastSequence: number;
  /** `int64`, default -1. */
  lastTimestamp: bigint;
  /** `int32`. */
  coordinatorEpoch: number;
  /** `int64`, default -1. */
  currentTxnStartOffset: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ProducerState of DescribeProducersResponse, to be encoded; what is left out takes the schema's default. */
export interface ProducerStateInput {
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int32`. */
  readonly producerEpoch?: number;
  /** `int32`, default -1. */
  readonly lastSequence?: number;
  /** `int64`, default -1. */
  readonly lastTimestamp?: bigint;
  /** `int32`. */
  readonly coordinatorEpoch?: number;
  /** `int64`, default -1. */
  readonly currentTxnStartOffset?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_PRODUCERS_REQUEST: MessageInfo = {
  name: "DescribeProducersRequest",
  min: 0,
  max: 0,
};
const DESCRIBE_PRODUCERS_RESPONSE: MessageInfo = {
  name: "DescribeProducersResponse",
  min: 0,
  max: 0,
};

/** The client's half of DescribeProducers. */
export const describeProducers: ClientApi<
  DescribeProducersRequestInput,
  DescribeProducersResponse
> = {
  key: 61,
  name: "DescribeProducers",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_PRODUCERS_REQUEST,
      writeDescribeProducersRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_PRODUCERS_RESPONSE, readDescribeProducersResponse, reader, version),
};

/** The server's half of DescribeProducers. */
export const describeProducersServer: ServerApi<
  DescribeProducersRequest,
  DescribeProducersResponseInput
> = {
  key: 61,
  name: "DescribeProducers",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_PRODUCERS_REQUEST, readDescribeProducersRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_PRODUCERS_RESPONSE,
      writeDescribeProducersResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeProducersRequestTopicRequest(
  w: Writer,
  x: DescribeProducersRequestTopicRequestInput,
  v: number,
): void {
  w.string(x.name ?? "", true);
  w.array(x.partitionIndexes, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeDescribeProducersRequest(
  w: Writer,
  x: DescribeProducersRequestInput,
  v: number,
): void {
  w.array(x.topics, true, writeDescribeProducersRequestTopicRequest, v);
  w.tags(x.unknownTags);
}

function readProducerState(r: Reader, _v: number): ProducerState {
  const x: ProducerState = {
    producerId: r.int64(),
    producerEpoch: r.int32(),
    lastSequence: r.int32(),
    lastTimestamp: r.int64(),
    coordinatorEpoch: r.int32(),
    currentTxnStartOffset: r.int64(),
  };
  r.tags(x);
  return x;
}

function readPartitionResponse(r: Reader, v: number): PartitionResponse {
  const x: PartitionResponse = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    activeProducers: r.array(true, 37, readProducerState, v),
  };
  r.tags(x);
  return x;
}

function readTopicResponse(r: Reader, v: number): TopicResponse {
  const x: TopicResponse = {
    name: r.string(true),
    partitions: r.array(true, 9, readPartitionResponse, v),
  };
  r.tags(x);
  return x;
}

function readDescribeProducersResponse(r: Reader, v: number): DescribeProducersResponse {
  const x: DescribeProducersResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(true, 3, readTopicResponse, v),
  };
  r.tags(x);
  return x;
}

function readDescribeProducersRequestTopicRequest(
  r: Reader,
  _v: number,
): DescribeProducersRequestTopicRequest {
  const x: DescribeProducersRequestTopicRequest = {
    name: r.string(true),
    partitionIndexes: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readDescribeProducersRequest(r: Reader, v: number): DescribeProducersRequest {
  const x: DescribeProducersRequest = {
    topics: r.array(true, 3, readDescribeProducersRequestTopicRequest, v),
  };
  r.tags(x);
  return x;
}

function writeProducerState(w: Writer, x: ProducerStateInput, _v: number): void {
  w.int64(x.producerId ?? 0n);
  w.int32(x.producerEpoch ?? 0);
  w.int32(x.lastSequence ?? -1);
  w.int64(x.lastTimestamp ?? -1n);
  w.int32(x.coordinatorEpoch ?? 0);
  w.int64(x.currentTxnStartOffset ?? -1n);
  w.tags(x.unknownTags);
}

function writePartitionResponse(w: Writer, x: PartitionResponseInput, v: number): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.array(x.activeProducers, true, writeProducerState, v);
  w.tags(x.unknownTags);
}

function writeTopicResponse(w: Writer, x: TopicResponseInput, v: number): void {
  w.string(x.name ?? "", true);
  w.array(x.partitions, true, writePartitionResponse, v);
  w.tags(x.unknownTags);
}

function writeDescribeProducersResponse(
  w: Writer,
  x: DescribeProducersResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, true, writeTopicResponse, v);
  w.tags(x.unknownTags);
}
