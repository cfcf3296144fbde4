// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ShareFetch API (key 78), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, RecordBytes, ServerApi, TaggedField } from "../api.ts";
import {
  checkAbsent,
  checkNotNull,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../message.ts";
import { type Reader, readInt8 } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt32, writeInt8, type Writer } from "../writer.ts";

/** The ShareFetchRequest message, as decoded. */
export interface ShareFetchRequest {
  /** `string`, nullable, default null. */
  groupId: string | null;
  /** `string`, nullable. */
  memberId: string | null;
  /** `int32`. */
  shareSessionEpoch: number;
  /** `int32`. */
  maxWaitMs: number;
  /** `int32`. */
  minBytes: number;
  /** `int32`, default 0x7fffffff. */
  maxBytes: number;
  /** `int32`. */
  maxRecords: number;
  /** `int32`. */
  batchSize: number;
  /** `int8`, v2+, default 0. */
  shareAcquireMode: number;
  /** `bool`, v2+. */
  isRenewAck: boolean;
  /** `[]FetchTopic`. */
  topics: ShareFetchRequestFetchTopic[];
  /** `[]ForgottenTopic`. */
  forgottenTopicsData: ShareFetchRequestForgottenTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareFetchRequest message, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchRequestInput {
  /** `string`, nullable, default null. */
  readonly groupId?: string | null;
  /** `string`, nullable. */
  readonly memberId?: string | null;
  /** `int32`. */
  readonly shareSessionEpoch?: number;
  /** `int32`. */
  readonly maxWaitMs?: number;
  /** `int32`. */
  readonly minBytes?: number;
  /** `int32`, default 0x7fffffff. */
  readonly maxBytes?: number;
  /** `int32`. */
  readonly maxRecords?: number;
  /** `int32`. */
  readonly batchSize?: number;
  /** `int8`, v2+, default 0. */
  readonly shareAcquireMode?: number;
  /** `bool`, v2+. */
  readonly isRenewAck?: boolean;
  /** `[]FetchTopic`. */
  readonly topics?: readonly ShareFetchRequestFetchTopicInput[];
  /** `[]ForgottenTopic`. */
  readonly forgottenTopicsData?: readonly ShareFetchRequestForgottenTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ForgottenTopic of ShareFetchRequest, as decoded. */
export interface ShareFetchRequestForgottenTopic {
  /** `uuid`. */
  topicId: string;
  /** `[]int32`. */
  partitions: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ForgottenTopic of ShareFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchRequestForgottenTopicInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FetchTopic of ShareFetchRequest, as decoded. */
export interface ShareFetchRequestFetchTopic {
  /** `uuid`. */
  topicId: string;
  /** `[]FetchPartition`. */
  partitions: ShareFetchRequestFetchPartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FetchTopic of ShareFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchRequestFetchTopicInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]FetchPartition`. */
  readonly partitions?: readonly ShareFetchRequestFetchPartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A FetchPartition of ShareFetchRequest, as decoded. */
export interface ShareFetchRequestFetchPartition {
  /** `int32`. */
  partitionIndex: number;
  /** `int32`, v1-0. */
  partitionMaxBytes: number;
  /** `[]AcknowledgementBatch`. */
  acknowledgementBatches: ShareFetchRequestAcknowledgementBatch[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A FetchPartition of ShareFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchRequestFetchPartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`, v1-0. */
  readonly partitionMaxBytes?: number;
  /** `[]AcknowledgementBatch`. */
  readonly acknowledgementBatches?: readonly ShareFetchRequestAcknowledgementBatchInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AcknowledgementBatch of ShareFetchRequest, as decoded. */
export interface ShareFetchRequestAcknowledgementBatch {
  /** `int64`. */
  firstOffset: bigint;
  /** `int64`. */
  lastOffset: bigint;
  /** `[]int8`. */
  acknowledgeTypes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AcknowledgementBatch of ShareFetchRequest, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchRequestAcknowledgementBatchInput {
  /** `int64`. */
  readonly firstOffset?: bigint;
  /** `int64`. */
  readonly lastOffset?: bigint;
  /** `[]int8`. */
  readonly acknowledgeTypes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ShareFetchResponse message, as decoded. */
export interface ShareFetchResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int32`. */
  acquisitionLockTimeoutMs: number;
  /** `[]ShareFetchableTopicResponse`. */
  responses: ShareFetchableTopicResponse[];
  /** `[]NodeEndpoint`. */
  nodeEndpoints: ShareFetchResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareFetchResponse message, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int32`. */
  readonly acquisitionLockTimeoutMs?: number;
  /** `[]ShareFetchableTopicResponse`. */
  readonly responses?: readonly ShareFetchableTopicResponseInput[];
  /** `[]NodeEndpoint`. */
  readonly nodeEndpoints?: readonly ShareFetchResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of ShareFetchResponse, as decoded. */
export interface ShareFetchResponseNodeEndpoint {
  /** `int32`. */
  nodeId: number;
  /** `string`. */
  host: string;
  /** `int32`. */
  port: number;
  /** `string`, nullable, default null. */
  rack: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of ShareFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchResponseNodeEndpointInput {
  /** `int32`. */
  readonly nodeId?: number;
  /** `string`. */
  readonly host?: string;
  /** `int32`. */
  readonly port?: number;
  /** `string`, nullable, default null. */
  readonly rack?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ShareFetchableTopicResponse of ShareFetchResponse, as decoded. */
export interface ShareFetchableTopicResponse {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: ShareFetchResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ShareFetchableTopicResponse of ShareFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchableTopicResponseInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly ShareFetchResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of ShareFetchResponse, as decoded. */
export interface ShareFetchResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int16`. */
  acknowledgeErrorCode: number;
  /** `string`, nullable, default null. */
  acknowledgeErrorMessage: string | null;
  /** `LeaderIdAndEpoch`. */
  currentLeader: ShareFetchResponseLeaderIdAndEpoch;
  /** `records`. */
  records: Uint8Array;
  /** `[]AcquiredRecords`. */
  acquiredRecords: AcquiredRecords[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of ShareFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int16`. */
  readonly acknowledgeErrorCode?: number;
  /** `string`, nullable, default null. */
  readonly acknowledgeErrorMessage?: string | null;
  /** `LeaderIdAndEpoch`. */
  readonly currentLeader?: ShareFetchResponseLeaderIdAndEpochInput;
  /** `records`. */
  readonly records?: RecordBytes;
  /** `[]AcquiredRecords`. */
  readonly acquiredRecords?: readonly AcquiredRecordsInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AcquiredRecords of ShareFetchResponse, as decoded. */
export interface AcquiredRecords {
  /** `int64`. */
  firstOffset: bigint;
  /** `int64`. */
  lastOffset: bigint;
  /** `int16`. */
  deliveryCount: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AcquiredRecords of ShareFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface AcquiredRecordsInput {
  /** `int64`. */
  readonly firstOffset?: bigint;
  /** `int64`. */
  readonly lastOffset?: bigint;
  /** `int16`. */
  readonly deliveryCount?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderIdAndEpoch of ShareFetchResponse, as decoded. */
export interface ShareFetchResponseLeaderIdAndEpoch {
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderIdAndEpoch of ShareFetchResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareFetchResponseLeaderIdAndEpochInput {
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SHARE_FETCH_REQUEST: MessageInfo = { name: "ShareFetchRequest", min: 1, max: 2 };
const SHARE_FETCH_RESPONSE: MessageInfo = { name: "ShareFetchResponse", min: 1, max: 2 };

/** The client's half of ShareFetch. */
export const shareFetch: ClientApi<ShareFetchRequestInput, ShareFetchResponse> = {
  key: 78,
  name: "ShareFetch",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(SHARE_FETCH_REQUEST, writeShareFetchRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(SHARE_FETCH_RESPONSE, readShareFetchResponse, reader, version),
};

/** The server's half of ShareFetch. */
export const shareFetchServer: ServerApi<ShareFetchRequest, ShareFetchResponseInput> = {
  key: 78,
  name: "ShareFetch",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(SHARE_FETCH_REQUEST, readShareFetchRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(SHARE_FETCH_RESPONSE, writeShareFetchResponse, writer, message, version),
};

function writeShareFetchRequestAcknowledgementBatch(
  w: Writer,
  x: ShareFetchRequestAcknowledgementBatchInput,
  v: number,
): void {
  w.int64(x.firstOffset ?? 0n);
  w.int64(x.lastOffset ?? 0n);
  w.array(x.acknowledgeTypes, true, writeInt8, v);
  w.tags(x.unknownTags);
}

function writeShareFetchRequestFetchPartition(
  w: Writer,
  x: ShareFetchRequestFetchPartitionInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  checkAbsent(x.partitionMaxBytes, 0);
  w.array(x.acknowledgementBatches, true, writeShareFetchRequestAcknowledgementBatch, v);
  w.tags(x.unknownTags);
}

function writeShareFetchRequestFetchTopic(
  w: Writer,
  x: ShareFetchRequestFetchTopicInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeShareFetchRequestFetchPartition, v);
  w.tags(x.unknownTags);
}

function writeShareFetchRequestForgottenTopic(
  w: Writer,
  x: ShareFetchRequestForgottenTopicInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeInt32, v);
  w.tags(x.unknownTags);
}

function writeShareFetchRequest(w: Writer, x: ShareFetchRequestInput, v: number): void {
  w.nullableString(x.groupId ?? null, true);
  w.nullableString(x.memberId === undefined ? "" : x.memberId, true);
  w.int32(x.shareSessionEpoch ?? 0);
  w.int32(x.maxWaitMs ?? 0);
  w.int32(x.minBytes ?? 0);
  w.int32(x.maxBytes ?? 2147483647);
  w.int32(x.maxRecords ?? 0);
  w.int32(x.batchSize ?? 0);
  if (v >= 2) w.int8(x.shareAcquireMode ?? 0);
  if (v >= 2) w.bool(x.isRenewAck ?? false);
  else checkAbsent(x.isRenewAck, false);
  w.array(x.topics, true, writeShareFetchRequestFetchTopic, v);
  w.array(x.forgottenTopicsData, true, writeShareFetchRequestForgottenTopic, v);
  w.tags(x.unknownTags);
}

function readShareFetchResponseLeaderIdAndEpoch(
  r: Reader,
  _v: number,
): ShareFetchResponseLeaderIdAndEpoch {
  const x: ShareFetchResponseLeaderIdAndEpoch = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAcquiredRecords(r: Reader, _v: number): AcquiredRecords {
  const x: AcquiredRecords = {
    firstOffset: r.int64(),
    lastOffset: r.int64(),
    deliveryCount: r.int16(),
  };
  r.tags(x);
  return x;
}

function readShareFetchResponsePartitionData(
  r: Reader,
  v: number,
): ShareFetchResponsePartitionData {
  const x: ShareFetchResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    acknowledgeErrorCode: r.int16(),
    acknowledgeErrorMessage: r.nullableString(true),
    currentLeader: readShareFetchResponseLeaderIdAndEpoch(r, v),
    records: r.byteArray(true),
    acquiredRecords: r.array(true, 19, readAcquiredRecords, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchableTopicResponse(r: Reader, v: number): ShareFetchableTopicResponse {
  const x: ShareFetchableTopicResponse = {
    topicId: r.uuid(),
    partitions: r.array(true, 22, readShareFetchResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchResponseNodeEndpoint(r: Reader, _v: number): ShareFetchResponseNodeEndpoint {
  const x: ShareFetchResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    rack: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readShareFetchResponse(r: Reader, v: number): ShareFetchResponse {
  const x: ShareFetchResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    acquisitionLockTimeoutMs: r.int32(),
    responses: r.array(true, 18, readShareFetchableTopicResponse, v),
    nodeEndpoints: r.array(true, 11, readShareFetchResponseNodeEndpoint, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchRequestAcknowledgementBatch(
  r: Reader,
  v: number,
): ShareFetchRequestAcknowledgementBatch {
  const x: ShareFetchRequestAcknowledgementBatch = {
    firstOffset: r.int64(),
    lastOffset: r.int64(),
    acknowledgeTypes: r.array(true, 1, readInt8, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchRequestFetchPartition(
  r: Reader,
  v: number,
): ShareFetchRequestFetchPartition {
  const x: ShareFetchRequestFetchPartition = {
    partitionIndex: r.int32(),
    partitionMaxBytes: 0,
    acknowledgementBatches: r.array(true, 18, readShareFetchRequestAcknowledgementBatch, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchRequestFetchTopic(r: Reader, v: number): ShareFetchRequestFetchTopic {
  const x: ShareFetchRequestFetchTopic = {
    topicId: r.uuid(),
    partitions: r.array(true, 6, readShareFetchRequestFetchPartition, v),
  };
  r.tags(x);
  return x;
}

function readShareFetchRequestForgottenTopic(
  r: Reader,
  _v: number,
): ShareFetchRequestForgottenTopic {
  const x: ShareFetchRequestForgottenTopic = {
    topicId: r.uuid(),
    partitions: r.int32Array(true),
  };
  r.tags(x);
  return x;
}

function readShareFetchRequest(r: Reader, v: number): ShareFetchRequest {
  const x: ShareFetchRequest = {
    groupId: r.nullableString(true),
    memberId: r.nullableString(true),
    shareSessionEpoch: r.int32(),
    maxWaitMs: r.int32(),
    minBytes: r.int32(),
    maxBytes: r.int32(),
    maxRecords: r.int32(),
    batchSize: r.int32(),
    shareAcquireMode: v >= 2 ? r.int8() : 0,
    isRenewAck: v >= 2 ? r.bool() : false,
    topics: r.array(true, 18, readShareFetchRequestFetchTopic, v),
    forgottenTopicsData: r.array(true, 18, readShareFetchRequestForgottenTopic, v),
  };
  r.tags(x);
  return x;
}

function writeShareFetchResponseLeaderIdAndEpoch(
  w: Writer,
  x: ShareFetchResponseLeaderIdAndEpochInput,
  _v: number,
): void {
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeAcquiredRecords(w: Writer, x: AcquiredRecordsInput, _v: number): void {
  w.int64(x.firstOffset ?? 0n);
  w.int64(x.lastOffset ?? 0n);
  w.int16(x.deliveryCount ?? 0);
  w.tags(x.unknownTags);
}

function writeShareFetchResponsePartitionData(
  w: Writer,
  x: ShareFetchResponsePartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.int16(x.acknowledgeErrorCode ?? 0);
  w.nullableString(x.acknowledgeErrorMessage ?? null, true);
  writeShareFetchResponseLeaderIdAndEpoch(w, x.currentLeader ?? {}, v);
  w.nullableRecords(checkNotNull(x.records === undefined ? new Uint8Array(0) : x.records), true);
  w.array(x.acquiredRecords, true, writeAcquiredRecords, v);
  w.tags(x.unknownTags);
}

function writeShareFetchableTopicResponse(
  w: Writer,
  x: ShareFetchableTopicResponseInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeShareFetchResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeShareFetchResponseNodeEndpoint(
  w: Writer,
  x: ShareFetchResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.nullableString(x.rack ?? null, true);
  w.tags(x.unknownTags);
}

function writeShareFetchResponse(w: Writer, x: ShareFetchResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.int32(x.acquisitionLockTimeoutMs ?? 0);
  w.array(x.responses, true, writeShareFetchableTopicResponse, v);
  w.array(x.nodeEndpoints, true, writeShareFetchResponseNodeEndpoint, v);
  w.tags(x.unknownTags);
}
