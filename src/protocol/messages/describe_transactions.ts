// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeTransactions API (key 65), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader } from "../reader.ts";
import { writeCompactString, writeInt32, type Writer } from "../writer.ts";

/** The DescribeTransactionsRequest message, as decoded. */
export interface DescribeTransactionsRequest {
  /** `[]string`. */
  transactionalIds: string[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeTransactionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeTransactionsRequestInput {
  /** `[]string`. */
  readonly transactionalIds?: readonly string[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeTransactionsResponse message, as decoded. */
export interface DescribeTransactionsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]TransactionState`. */
  transactionStates: DescribeTransactionsResponseTransactionState[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeTransactionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeTransactionsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]TransactionState`. */
  readonly transactionStates?: readonly DescribeTransactionsResponseTransactionStateInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TransactionState of DescribeTransactionsResponse, as decoded. */
export interface DescribeTransactionsResponseTransactionState {
  /** `int16`. */
  errorCode: number;
  /** `string`. */
  transactionalId: string;
  /** `string`. */
  transactionState: string;
  /** `int32`. */
  transactionTimeoutMs: number;
  /** `int64`. */
  transactionStartTimeMs: bigint;
  /** `int64`. */
  producerId: bigint;
  /** `int16`. */
  producerEpoch: number;
  /** `[]TopicData`. */
  topics: DescribeTransactionsResponseTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TransactionState of DescribeTransactionsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeTransactionsResponseTransactionStateInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`. */
  readonly transactionalId?: string;
  /** `string`. */
  readonly transactionState?: string;
  /** `int32`. */
  readonly transactionTimeoutMs?: number;
  /** `int64`. */
  readonly transactionStartTimeMs?: bigint;
  /** `int64`. */
  readonly producerId?: bigint;
  /** `int16`. */
  readonly producerEpoch?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly DescribeTransactionsResponseTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of DescribeTransactionsResponse, as decoded. */
export interface DescribeTransactionsResponseTopicData {
  /** `string`. */
  topic: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of DescribeTransactionsResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeTransactionsResponseTopicDataInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_TRANSACTIONS_REQUEST: MessageInfo = {
  name: "DescribeTransactionsRequest",
  min: 0,
  max: 0,
};
const DESCRIBE_TRANSACTIONS_RESPONSE: MessageInfo = {
  name: "DescribeTransactionsResponse",
  min: 0,
  max: 0,
};

/** The client's half of DescribeTransactions. */
export const describeTransactions: ClientApi<
  DescribeTransactionsRequestInput,
  DescribeTransactionsResponse
> = {
  key: 65,
  name: "DescribeTransactions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_TRANSACTIONS_REQUEST,
      writeDescribeTransactionsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DESCRIBE_TRANSACTIONS_RESPONSE,
      readDescribeTransactionsResponse,
      reader,
      version,
    ),
};

/** The server's half of DescribeTransactions. */
export const describeTransactionsServer: ServerApi<
  DescribeTransactionsRequest,
  DescribeTransactionsResponseInput
> = {
  key: 65,
  name: "DescribeTransactions",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_TRANSACTIONS_REQUEST, readDescribeTransactionsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_TRANSACTIONS_RESPONSE,
      writeDescribeTransactionsResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeTransactionsRequest(
  w: Writer,
  x: DescribeTransactionsRequestInput,
  v: number,
): void {
  w.array(x.transactionalIds, true, writeCompactString, v);
  w.tags(x.unknownTags);
}

function readDescribeTransactionsResponseTopicData(
  r: Reader,
  _v: number,
): DescribeTransactionsResponseTopicData {
  const x: DescribeTransactionsResponseTopicData = {
    topic: r.string(true),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readDescribeTransactionsResponseTransactionState(
  r: Reader,
  v: number,
): DescribeTransactionsResponseTransactionState {
  const x: DescribeTransactionsResponseTransactionState = {
    errorCode: r.int16(),
    transactionalId: r.string(true),
    transactionState: r.string(true),
    transactionTimeoutMs: r.int32(),
    transactionStartTimeMs: r.int64(),
    producerId: r.int64(),
    producerEpoch: r.int16(),
    topics: r.array(true, 3, readDescribeTransactionsResponseTopicData, v),
  };
  r.tags(x);
  return x;
}

function readDescribeTransactionsResponse(r: Reader, v: number): DescribeTransactionsResponse {
  const x: DescribeTransactionsResponse = {
    throttleTimeMs: r.int32(),
    transactionStates: r.array(true, 28, readDescribeTransactionsResponseTransactionState, v),
  };
  r.tags(x);
  return x;
}

function readDescribeTransactionsRequest(r: Reader, v: number): DescribeTransactionsRequest {
  const x: DescribeTransactionsRequest = {
    transactionalIds: r.array(true, 1, readCompactString, v),
  };
  r.tags(x);
  return x;
}

function writeDescribeTransactionsResponseTopicData(
  w: Writer,
  x: DescribeTransactionsResponseTopicDataInput,
  v: number,
): void {
  w.string(x.topic ?? "", true);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeDescribeTransactionsResponseTransactionState(
  w: Writer,
  x: DescribeTransactionsResponseTransactionStateInput,
  v: number,
): void {
  w.int16(x.errorCode ?? 0);
  w.string(x.transactionalId ?? "", true);
  w.string(x.transactionState ?? "", true);
  w.int32(x.transactionTimeoutMs ?? 0);
  w.int64(x.transactionStartTimeMs ?? 0n);
  w.int64(x.producerId ?? 0n);
  w.int16(x.producerEpoch ?? 0);
  w.array(x.topics, true, writeDescribeTransactionsResponseTopicData, v);
  w.tags(x.unknownTags);
}

function writeDescribeTransactionsResponse(
  w: Writer,
  x: DescribeTransactionsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.transactionStates, true, writeDescribeTransactionsResponseTransactionState, v);
  w.tags(x.unknownTags);
}
