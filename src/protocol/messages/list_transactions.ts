// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ListTransactions API (key 66), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { readCompactString, type Reader, readInt64 } from "../reader.ts";
import { writeCompactString, writeInt64, type Writer } from "../writer.ts";

/** The ListTransactionsRequest message, as decoded. */
export interface ListTransactionsRequest {
  /** `[]string`. */
  stateFilters: string[];
  /** `[]int64`. */
  producerIdFilters: bigint[];
  /** `int64`, v1+, default -1. */
  durationFilter: bigint;
  /** `string`, v2+, nullable, default null. */
  transactionalIdPattern: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListTransactionsRequest message, to be encoded; what is left out takes the schema's default. */
export interface ListTransactionsRequestInput {
  /** `[]string`. */
  readonly stateFilters?: readonly string[];
  /** `[]int64`. */
  readonly producerIdFilters?: readonly bigint[];
  /** `int64`, v1+, default -1. */
  readonly durationFilter?: bigint;
  /** `string`, v2+, nullable, default null. */
  readonly transactionalIdPattern?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ListTransactionsResponse message, as decoded. */
export interface ListTransactionsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]string`. */
  unknownStateFilters: string[];
  /** `[]TransactionState`. */
  transactionStates: ListTransactionsResponseTransactionState[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ListTransactionsResponse message, to be encoded; what is left out takes the schema's default. */
export interface ListTransactionsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]string`. */
  readonly unknownStateFilters?: readonly string[];
  /** `[]TransactionState`. */
  readonly transactionStates?: readonly ListTransactionsResponseTransactionStateInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TransactionState of ListTransactionsResponse, as decoded. */
export interface ListTransactionsResponseTransactionState {
  /** `string`. */
  transactionalId: string;
  /** `int64`. */
  producerId: bigint;
  /** `string`. */
  transactionState: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TransactionState of ListTransactionsResponse, to be encoded; what is left out takes the schema's default. */
export interface ListTransactionsResponseTransactionStateInput {
  /** `string`. */
  readonly transactionalId?: string;
  /** `int64`. */
  readonly producerId?: bigint;
  /** `string`. */
  readonly transactionState?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const LIST_TRANSACTIONS_REQUEST: MessageInfo = { name: "ListTransactionsRequest", min: 0, max: 2 };
const LIST_TRANSACTIONS_RESPONSE: MessageInfo = {
  name: "ListTransactionsResponse",
  min: 0,
  max: 2,
};

/** The client's half of ListTransactions. */
export const listTransactions: ClientApi<ListTransactionsRequestInput, ListTransactionsResponse> = {
  key: 66,
  name: "ListTransactions",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      LIST_TRANSACTIONS_REQUEST,
      writeListTransactionsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(LIST_TRANSACTIONS_RESPONSE, readListTransactionsResponse, reader, version),
};

/** The server's half of ListTransactions. */
export const listTransactionsServer: ServerApi<
  ListTransactionsRequest,
  ListTransactionsResponseInput
> = {
  key: 66,
  name: "ListTransactions",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(LIST_TRANSACTIONS_REQUEST, readListTransactionsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      LIST_TRANSACTIONS_RESPONSE,
      writeListTransactionsResponse,
      writer,
      message,
      version,
    ),
};

function writeListTransactionsRequest(w: Writer, x: ListTransactionsRequestInput, v: number): void {
  w.array(x.stateFilters, true, writeCompactString, v);
  w.array(x.producerIdFilters, true, writeInt64, v);
  if (v >= 1) w.int64(x.durationFilter ?? -1n);
  else checkAbsent(x.durationFilter, -1n);
  if (v >= 2) w.nullableString(x.transactionalIdPattern ?? null, true);
  else checkAbsent(x.transactionalIdPattern, null);
  w.tags(x.unknownTags);
}

function readListTransactionsResponseTransactionState(
  r: Reader,
  _v: number,
): ListTransactionsResponseTransactionState {
  const x: ListTransactionsResponseTransactionState = {
    transactionalId: r.string(true),
    producerId: r.int64(),
    transactionState: r.string(true),
  };
  r.tags(x);
  return x;
}

function readListTransactionsResponse(r: Reader, v: number): ListTransactionsResponse {
  const x: ListTransactionsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    unknownStateFilters: r.array(true, 1, readCompactString, v),
    transactionStates: r.array(true, 11, readListTransactionsResponseTransactionState, v),
  };
  r.tags(x);
  return x;
}

function readListTransactionsRequest(r: Reader, v: number): ListTransactionsRequest {
  const x: ListTransactionsRequest = {
    stateFilters: r.array(true, 1, readCompactString, v),
    producerIdFilters: r.array(true, 8, readInt64, v),
    durationFilter: v >= 1 ? r.int64() : -1n,
    transactionalIdPattern: v >= 2 ? r.nullableString(true) : null,
  };
  r.tags(x);
  return x;
}

function writeListTransactionsResponseTransactionState(
  w: Writer,
  x: ListTransactionsResponseTransactionStateInput,
  _v: number,
): void {
  w.string(x.transactionalId ?? "", true);
  w.int64(x.producerId ?? 0n);
  w.string(x.transactionState ?? "", true);
  w.tags(x.unknownTags);
}

function writeListTransactionsResponse(
  w: Writer,
  x: ListTransactionsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.unknownStateFilters, true, writeCompactString, v);
  w.array(x.transactionStates, true, writeListTransactionsResponseTransactionState, v);
  w.tags(x.unknownTags);
}
