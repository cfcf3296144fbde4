// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AddPartitionsToTxn API (key 24), versions 0 to 5.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The AddPartitionsToTxnRequest message, as decoded. */
export interface AddPartitionsToTxnRequest {
  /** `[]AddPartitionsToTxnTransaction`, v4+. */
  transactions: AddPartitionsToTxnTransaction[];
  /** `string`, v0-3. */
  v3AndBelowTransactionalId: string;
  /** `int64`, v0-3. */
  v3AndBelowProducerId: bigint;
  /** `int16`, v0-3. */
  v3AndBelowProducerEpoch: number;
  /** `[]AddPartitionsToTxnTopic`, v0-3. */
  v3AndBelowTopics: AddPartitionsToTxnTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddPartitionsToTxnRequest message, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnRequestInput {
  /** `[]AddPartitionsToTxnTransaction`, v4+. */
  readonly transactions?: readonly AddPartitionsToTxnTransactionInput[];
  /** `string`, v0-3. */
  readonly v3AndBelowTransactionalId?: string;
  /** `int64`, v0-3. */
  readonly v3AndBelowProducerId?: bigint;
  /** `int16`, v0-3. */
  readonly v3AndBelowProducerEpoch?: number;
  /** `[]AddPartitionsToTxnTopic`, v0-3. */
  readonly v3AndBelowTopics?: readonly AddPartitionsToTxnTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AddPartitionsToTxnTransaction of AddPartitionsToTxnRequest, as decoded. */
export interface AddPartitionsToTxnTransaction {
  /** `string`, v4+. */
  transactionalId: string;
  /** `int64`, v4+. */
  producerId: bigint;
  /** `int16`, v4+. */
  producerEpoch: number;
  /** `bool`, v4+. */
  verifyOnly: boolean;
  /** `[]AddPartitionsToTxnTopic`, v4+. */
  topics: AddPartitionsToTxnTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AddPartitionsToTxnTransaction of AddPartitionsToTxnRequest, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnTransactionInput {
  /** `string`, v4+. */
  readonly transactionalId?: string;
  /** `int64`, v4+. */
  readonly producerId?: bigint;
  /** `int16`, v4+. */
  readonly producerEpoch?: number;
  /** `bool`, v4+. */
  readonly verifyOnly?: boolean;
  /** `[]AddPartitionsToTxnTopic`, v4+. */
  readonly topics?: readonly AddPartitionsToTxnTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AddPartitionsToTxnTopic of AddPartitionsToTxnRequest, as decoded. */
export interface AddPartitionsToTxnTopic {
  /** `string`. */
  name: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AddPartitionsToTxnTopic of AddPartitionsToTxnRequest, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AddPartitionsToTxnResponse message, as decoded. */
export interface AddPartitionsToTxnResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`, v4+. */
  errorCode: number;
  /** `[]AddPartitionsToTxnResult`, v4+. */
  resultsByTransaction: AddPartitionsToTxnResult[];
  /** `[]AddPartitionsToTxnTopicResult`, v0-3. */
  resultsByTopicV3AndBelow: AddPartitionsToTxnTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddPartitionsToTxnResponse message, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`, v4+. */
  readonly errorCode?: number;
  /** `[]AddPartitionsToTxnResult`, v4+. */
  readonly resultsByTransaction?: readonly AddPartitionsToTxnResultInput[];
  /** `[]AddPartitionsToTxnTopicResult`, v0-3. */
  readonly resultsByTopicV3AndBelow?: readonly AddPartitionsToTxnTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AddPartitionsToTxnResult of AddPartitionsToTxnResponse, as decoded. */
export interface AddPartitionsToTxnResult {
  /** `string`, v4+. */
  transactionalId: string;
  /** `[]AddPartitionsToTxnTopicResult`, v4+. */
  topicResults: AddPartitionsToTxnTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AddPartitionsToTxnResult of AddPartitionsToTxnResponse, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnResultInput {
  /** `string`, v4+. */
  readonly transactionalId?: string;
  /** `[]AddPartitionsToTxnTopicResult`, v4+. */
  readonly topicResults?: readonly AddPartitionsToTxnTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AddPartitionsToTxnTopicResult of AddPartitionsToTxnResponse, as decoded. */
export interface AddPartitionsToTxnTopicResult {
  /** `string`. */
  name: string;
  /** `[]AddPartitionsToTxnPartitionResult`. */
  resultsByPartition: AddPartitionsToTxnPartitionResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AddPartitionsToTxnTopicResult of AddPartitionsToTxnResponse, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnTopicResultInput {
  /** `string`. */
  readonly name?: string;
  /** `[]AddPartitionsToTxnPartitionResult`. */
  readonly resultsByPartition?: readonly AddPartitionsToTxnPartitionResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AddPartitionsToTxnPartitionResult of AddPartitionsToTxnResponse, as decoded. */
export interface AddPartitionsToTxnPartitionResult {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  partitionErrorCode: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AddPartitionsToTxnPartitionResult of AddPartitionsToTxnResponse, to be encoded; what is left out takes the schema's default. */
export interface AddPartitionsToTxnPartitionResultInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly partitionErrorCode?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ADD_PARTITIONS_TO_TXN_REQUEST: MessageInfo = {
  name: "AddPartitionsToTxnRequest",
  min: 0,
  max: 5,
};
const ADD_PARTITIONS_TO_TXN_RESPONSE: MessageInfo = {
  name: "AddPartitionsToTxnResponse",
  min: 0,
  max: 5,
};

/** The client's half of AddPartitionsToTxn. */
export const addPartitionsToTxn: ClientApi<
  AddPartitionsToTxnRequestInput,
  AddPartitionsToTxnResponse
> = {
  key: 24,
  name: "AddPartitionsToTxn",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      ADD_PARTITIONS_TO_TXN_REQUEST,
      writeAddPartitionsToTxnRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(ADD_PARTITIONS_TO_TXN_RESPONSE, readAddPartitionsToTxnResponse, reader, version),
};

/** The server's half of AddPartitionsToTxn. */
export const addPartitionsToTxnServer: ServerApi<
  AddPartitionsToTxnRequest,
  AddPartitionsToTxnResponseInput
> = {
  key: 24,
  name: "AddPartitionsToTxn",
  minVersion: 0,
  maxVersion: 5,
  latestVersion: 5,
  flexibleFrom: 3,
  decodeRequest: (reader, version) =>
    decodeMessage(ADD_PARTITIONS_TO_TXN_REQUEST, readAddPartitionsToTxnRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      ADD_PARTITIONS_TO_TXN_RESPONSE,
      writeAddPartitionsToTxnResponse,
      writer,
      message,
      version,
    ),
};

function writeAddPartitionsToTxnTopic(w: Writer, x: AddPartitionsToTxnTopicInput, v: number): void {
  const f = v >= 3;
  w.string(x.name ?? "", f);
  w.array(x.partitions, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAddPartitionsToTxnTransaction(
  w: Writer,
  x: AddPartitionsToTxnTransactionInput,
  v: number,
): void {
  w.string(x.transactionalId ?? "", true);
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  w.bool(x.verifyOnly ?? false);
  w.array(x.topics, true, writeAddPartitionsToTxnTopic, v);
  w.tags(x.unknownTags);
}

function writeAddPartitionsToTxnRequest(
  w: Writer,
  x: AddPartitionsToTxnRequestInput,
  v: number,
): void {
  const f = v >= 3;
  if (v >= 4) w.array(x.transactions, true, writeAddPartitionsToTxnTransaction, v);
  else checkAbsent(x.transactions, undefined);
  if (v <= 3) w.string(x.v3AndBelowTransactionalId ?? "", f);
  else checkAbsent(x.v3AndBelowTransactionalId, "");
  if (v <= 3) w.int64(x.v3AndBelowProducerId ?? 0n);
  else checkAbsent(x.v3AndBelowProducerId, 0n);
  if (v <= 3) w.int16(x.v3AndBelowProducerEpoch ?? 0);
  else checkAbsent(x.v3AndBelowProducerEpoch, 0);
  if (v <= 3) w.array(x.v3AndBelowTopics, f, writeAddPartitionsToTxnTopic, v);
  else checkAbsent(x.v3AndBelowTopics, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readAddPartitionsToTxnPartitionResult(
  r: Reader,
  v: number,
): AddPartitionsToTxnPartitionResult {
  const f = v >= 3;
  const x: AddPartitionsToTxnPartitionResult = {
    partitionIndex: r.int32(),
    partitionErrorCode: r.int16(),
  };
  if (f) r.tags(x);
  return x;
}

function readAddPartitionsToTxnTopicResult(r: Reader, v: number): AddPartitionsToTxnTopicResult {
  const f = v >= 3;
  const x: AddPartitionsToTxnTopicResult = {
    name: r.string(f),
    resultsByPartition: r.array(f, 6, readAddPartitionsToTxnPartitionResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readAddPartitionsToTxnResult(r: Reader, v: number): AddPartitionsToTxnResult {
  const x: AddPartitionsToTxnResult = {
    transactionalId: r.string(true),
    topicResults: r.array(true, 3, readAddPartitionsToTxnTopicResult, v),
  };
  r.tags(x);
  return x;
}

function readAddPartitionsToTxnResponse(r: Reader, v: number): AddPartitionsToTxnResponse {
  const f = v >= 3;
  const x: AddPartitionsToTxnResponse = {
    throttleTimeMs: r.int32(),
    errorCode: v >= 4 ? r.int16() : 0,
    resultsByTransaction: v >= 4 ? r.array(true, 3, readAddPartitionsToTxnResult, v) : [],
    resultsByTopicV3AndBelow: v <= 3 ? r.array(f, 3, readAddPartitionsToTxnTopicResult, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function readAddPartitionsToTxnTopic(r: Reader, v: number): AddPartitionsToTxnTopic {
  const f = v >= 3;
  const x: AddPartitionsToTxnTopic = {
    name: r.string(f),
    partitions: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readAddPartitionsToTxnTransaction(r: Reader, v: number): AddPartitionsToTxnTransaction {
  const x: AddPartitionsToTxnTransaction = {
    transactionalId: r.string(true),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    verifyOnly: r.bool(),
    topics: r.array(true, 3, readAddPartitionsToTxnTopic, v),
  };
  r.tags(x);
  return x;
}

function readAddPartitionsToTxnRequest(r: Reader, v: number): AddPartitionsToTxnRequest {
  const f = v >= 3;
  const x: AddPartitionsToTxnRequest = {
    transactions: v >= 4 ? r.array(true, 14, readAddPartitionsToTxnTransaction, v) : [],
    v3AndBelowTransactionalId: v <= 3 ? r.string(f) : "",
    v3AndBelowProducerId: v <= 3 ? r.int64() : 0n,
    v3AndBelowProducerEpoch: v <= 3 ? r.int16() : 0,
    v3AndBelowTopics: v <= 3 ? r.array(f, 3, readAddPartitionsToTxnTopic, v) : [],
  };
  if (f) r.tags(x);
  return x;
}

function writeAddPartitionsToTxnPartitionResult(
  w: Writer,
  x: AddPartitionsToTxnPartitionResultInput,
  v: number,
): void {
  const f = v >= 3;
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.partitionErrorCode ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAddPartitionsToTxnTopicResult(
  w: Writer,
  x: AddPartitionsToTxnTopicResultInput,
  v: number,
): void {
  const f = v >= 3;
  w.string(x.name ?? "", f);
  w.array(x.resultsByPartition, f, writeAddPartitionsToTxnPartitionResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeAddPartitionsToTxnResult(
  w: Writer,
  x: AddPartitionsToTxnResultInput,
  v: number,
): void {
  w.string(x.transactionalId ?? "", true);
  w.array(x.topicResults, true, writeAddPartitionsToTxnTopicResult, v);
  w.tags(x.unknownTags);
}

function writeAddPartitionsToTxnResponse(
  w: Writer,
  x: AddPartitionsToTxnResponseInput,
  v: number,
): void {
  const f = v >= 3;
  w.int32(x.throttleTimeMs ?? 0);
  if (v >= 4) w.int16(x.errorCode ?? 0);
  if (v >= 4) w.array(x.resultsByTransaction, true, writeAddPartitionsToTxnResult, v);
  else checkAbsent(x.resultsByTransaction, undefined);
  if (v <= 3) w.array(x.resultsByTopicV3AndBelow, f, writeAddPartitionsToTxnTopicResult, v);
  else checkAbsent(x.resultsByTopicV3AndBelow, undefined);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
