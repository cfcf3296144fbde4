// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The ShareAcknowledge API (key 79), versions 1 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readInt8 } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeInt8, type Writer } from "../writer.ts";

/** The ShareAcknowledgeRequest message, as decoded. */
export interface ShareAcknowledgeRequest {
  /** `string`, nullable, default null. */
  groupId: string | null;
  /** `string`, nullable. */
  memberId: string | null;
  /** `int32`. */
  shareSessionEpoch: number;
  /** `bool`, v2+. */
  isRenewAck: boolean;
  /** `[]AcknowledgeTopic`. */
  topics: AcknowledgeTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareAcknowledgeRequest message, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeRequestInput {
  /** `string`, nullable, default null. */
  readonly groupId?: string | null;
  /** `string`, nullable. */
  readonly memberId?: string | null;
  /** `int32`. */
  readonly shareSessionEpoch?: number;
  /** `bool`, v2+. */
  readonly isRenewAck?: boolean;
  /** `[]AcknowledgeTopic`. */
  readonly topics?: readonly AcknowledgeTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AcknowledgeTopic of ShareAcknowledgeRequest, as decoded. */
export interface AcknowledgeTopic {
  /** `uuid`. */
  topicId: string;
  /** `[]AcknowledgePartition`. */
  partitions: AcknowledgePartition[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AcknowledgeTopic of ShareAcknowledgeRequest, to be encoded; what is left out takes the schema's default. */
export interface AcknowledgeTopicInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]AcknowledgePartition`. */
  readonly partitions?: readonly AcknowledgePartitionInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AcknowledgePartition of ShareAcknowledgeRequest, as decoded. */
export interface AcknowledgePartition {
  /** `int32`. */
  partitionIndex: number;
  /** `[]AcknowledgementBatch`. */
  acknowledgementBatches: ShareAcknowledgeRequestAcknowledgementBatch[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AcknowledgePartition of ShareAcknowledgeRequest, to be encoded; what is left out takes the schema's default. */
export interface AcknowledgePartitionInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `[]AcknowledgementBatch`. */
  readonly acknowledgementBatches?: readonly ShareAcknowledgeRequestAcknowledgementBatchInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A AcknowledgementBatch of ShareAcknowledgeRequest, as decoded. */
export interface ShareAcknowledgeRequestAcknowledgementBatch {
  /** `int64`. */
  firstOffset: bigint;
  /** `int64`. */
  lastOffset: bigint;
  /** `[]int8`. */
  acknowledgeTypes: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A AcknowledgementBatch of ShareAcknowledgeRequest, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeRequestAcknowledgementBatchInput {
  /** `int64`. */
  readonly firstOffset?: bigint;
  /** `int64`. */
  readonly lastOffset?: bigint;
  /** `[]int8`. */
  readonly acknowledgeTypes?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ShareAcknowledgeResponse message, as decoded. */
export interface ShareAcknowledgeResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int32`, v2+. */
  acquisitionLockTimeoutMs: number;
  /** `[]ShareAcknowledgeTopicResponse`. */
  responses: ShareAcknowledgeTopicResponse[];
  /** `[]NodeEndpoint`. */
  nodeEndpoints: ShareAcknowledgeResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ShareAcknowledgeResponse message, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int32`, v2+. */
  readonly acquisitionLockTimeoutMs?: number;
  /** `[]ShareAcknowledgeTopicResponse`. */
  readonly responses?: readonly ShareAcknowledgeTopicResponseInput[];
  /** `[]NodeEndpoint`. */
  readonly nodeEndpoints?: readonly ShareAcknowledgeResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of ShareAcknowledgeResponse, as decoded. */
export interface ShareAcknowledgeResponseNodeEndpoint {
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

/** A NodeEndpoint of ShareAcknowledgeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeResponseNodeEndpointInput {
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

/** A ShareAcknowledgeTopicResponse of ShareAcknowledgeResponse, as decoded. */
export interface ShareAcknowledgeTopicResponse {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: ShareAcknowledgeResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ShareAcknowledgeTopicResponse of ShareAcknowledgeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeTopicResponseInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly ShareAcknowledgeResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of ShareAcknowledgeResponse, as decoded. */
export interface ShareAcknowledgeResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `LeaderIdAndEpoch`. */
  currentLeader: ShareAcknowledgeResponseLeaderIdAndEpoch;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of ShareAcknowledgeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `LeaderIdAndEpoch`. */
  readonly currentLeader?: ShareAcknowledgeResponseLeaderIdAndEpochInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderIdAndEpoch of ShareAcknowledgeResponse, as decoded. */
export interface ShareAcknowledgeResponseLeaderIdAndEpoch {
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderIdAndEpoch of ShareAcknowledgeResponse, to be encoded; what is left out takes the schema's default. */
export interface ShareAcknowledgeResponseLeaderIdAndEpochInput {
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const SHARE_ACKNOWLEDGE_REQUEST: MessageInfo = { name: "ShareAcknowledgeRequest", min: 1, max: 2 };
const SHARE_ACKNOWLEDGE_RESPONSE: MessageInfo = {
  name: "ShareAcknowledgeResponse",
  min: 1,
  max: 2,
};

/** The client's half of ShareAcknowledge. */
export const shareAcknowledge: ClientApi<ShareAcknowledgeRequestInput, ShareAcknowledgeResponse> = {
  key: 79,
  name: "ShareAcknowledge",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      SHARE_ACKNOWLEDGE_REQUEST,
      writeShareAcknowledgeRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(SHARE_ACKNOWLEDGE_RESPONSE, readShareAcknowledgeResponse, reader, version),
};

/** The server's half of ShareAcknowledge. */
export const shareAcknowledgeServer: ServerApi<
  ShareAcknowledgeRequest,
  ShareAcknowledgeResponseInput
> = {
  key: 79,
  name: "ShareAcknowledge",
  minVersion: 1,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(SHARE_ACKNOWLEDGE_REQUEST, readShareAcknowledgeRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      SHARE_ACKNOWLEDGE_RESPONSE,
      writeShareAcknowledgeResponse,
      writer,
      message,
      version,
    ),
};

function writeShareAcknowledgeRequestAcknowledgementBatch(
  w: Writer,
  x: ShareAcknowledgeRequestAcknowledgementBatchInput,
  v: number,
): void {
  w.int64(x.firstOffset ?? 0n);
  w.int64(x.lastOffset ?? 0n);
  w.array(x.acknowledgeTypes, true, writeInt8, v);
  w.tags(x.unknownTags);
}

function writeAcknowledgePartition(w: Writer, x: AcknowledgePartitionInput, v: number): void {
  w.int32(x.partitionIndex ?? 0);
  w.array(x.acknowledgementBatches, true, writeShareAcknowledgeRequestAcknowledgementBatch, v);
  w.tags(x.unknownTags);
}

function writeAcknowledgeTopic(w: Writer, x: AcknowledgeTopicInput, v: number): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAcknowledgePartition, v);
  w.tags(x.unknownTags);
}

function writeShareAcknowledgeRequest(w: Writer, x: ShareAcknowledgeRequestInput, v: number): void {
  w.nullableString(x.groupId ?? null, true);
  w.nullableString(x.memberId === undefined ? "" : x.memberId, true);
  w.int32(x.shareSessionEpoch ?? 0);
  if (v >= 2) w.bool(x.isRenewAck ?? false);
  else checkAbsent(x.isRenewAck, false);
  w.array(x.topics, true, writeAcknowledgeTopic, v);
  w.tags(x.unknownTags);
}

function readShareAcknowledgeResponseLeaderIdAndEpoch(
  r: Reader,
  _v: number,
): ShareAcknowledgeResponseLeaderIdAndEpoch {
  const x: ShareAcknowledgeResponseLeaderIdAndEpoch = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeResponsePartitionData(
  r: Reader,
  v: number,
): ShareAcknowledgeResponsePartitionData {
  const x: ShareAcknowledgeResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    currentLeader: readShareAcknowledgeResponseLeaderIdAndEpoch(r, v),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeTopicResponse(r: Reader, v: number): ShareAcknowledgeTopicResponse {
  const x: ShareAcknowledgeTopicResponse = {
    topicId: r.uuid(),
    partitions: r.array(true, 17, readShareAcknowledgeResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeResponseNodeEndpoint(
  r: Reader,
  _v: number,
): ShareAcknowledgeResponseNodeEndpoint {
  const x: ShareAcknowledgeResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    rack: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeResponse(r: Reader, v: number): ShareAcknowledgeResponse {
  const x: ShareAcknowledgeResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    acquisitionLockTimeoutMs: v >= 2 ? r.int32() : 0,
    responses: r.array(true, 18, readShareAcknowledgeTopicResponse, v),
    nodeEndpoints: r.array(true, 11, readShareAcknowledgeResponseNodeEndpoint, v),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeRequestAcknowledgementBatch(
  r: Reader,
  v: number,
): ShareAcknowledgeRequestAcknowledgementBatch {
  const x: ShareAcknowledgeRequestAcknowledgementBatch = {
    firstOffset: r.int64(),
    lastOffset: r.int64(),
    acknowledgeTypes: r.array(true, 1, readInt8, v),
  };
  r.tags(x);
  return x;
}

function readAcknowledgePartition(r: Reader, v: number): AcknowledgePartition {
  const x: AcknowledgePartition = {
    partitionIndex: r.int32(),
    acknowledgementBatches: r.array(true, 18, readShareAcknowledgeRequestAcknowledgementBatch, v),
  };
  r.tags(x);
  return x;
}

function readAcknowledgeTopic(r: Reader, v: number): AcknowledgeTopic {
  const x: AcknowledgeTopic = {
    topicId: r.uuid(),
    partitions: r.array(true, 6, readAcknowledgePartition, v),
  };
  r.tags(x);
  return x;
}

function readShareAcknowledgeRequest(r: Reader, v: number): ShareAcknowledgeRequest {
  const x: ShareAcknowledgeRequest = {
    groupId: r.nullableString(true),
    memberId: r.nullableString(true),
    shareSessionEpoch: r.int32(),
    isRenewAck: v >= 2 ? r.bool() : false,
    topics: r.array(true, 18, readAcknowledgeTopic, v),
  };
  r.tags(x);
  return x;
}

function writeShareAcknowledgeResponseLeaderIdAndEpoch(
  w: Writer,
  x: ShareAcknowledgeResponseLeaderIdAndEpochInput,
  _v: number,
): void {
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeShareAcknowledgeResponsePartitionData(
  w: Writer,
  x: ShareAcknowledgeResponsePartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  writeShareAcknowledgeResponseLeaderIdAndEpoch(w, x.currentLeader ?? {}, v);
  w.tags(x.unknownTags);
}

function writeShareAcknowledgeTopicResponse(
  w: Writer,
  x: ShareAcknowledgeTopicResponseInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeShareAcknowledgeResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeShareAcknowledgeResponseNodeEndpoint(
  w: Writer,
  x: ShareAcknowledgeResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.nullableString(x.rack ?? null, true);
  w.tags(x.unknownTags);
}

function writeShareAcknowledgeResponse(
  w: Writer,
  x: ShareAcknowledgeResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  if (v >= 2) w.int32(x.acquisitionLockTimeoutMs ?? 0);
  w.array(x.responses, true, writeShareAcknowledgeTopicResponse, v);
  w.array(x.nodeEndpoints, true, writeShareAcknowledgeResponseNodeEndpoint, v);
  w.tags(x.unknownTags);
}
