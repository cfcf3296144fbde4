// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The Produce API (key 0), versions 3 to 13.
 *
 * @module
 */

import type { ClientApi, RecordBytes, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { TagSection, type Writer } from "../writer.ts";

/** The ProduceRequest message, as decoded. */
export interface ProduceRequest {
  /** `string`, nullable, default null. */
  transactionalId: string | null;
  /** `int16`. */
  acks: number;
  /** `int32`. */
  timeoutMs: number;
  /** `[]TopicProduceData`. */
  topicData: TopicProduceData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ProduceRequest message, to be encoded; what is left out takes the schema's default. */
export interface ProduceRequestInput {
  /** `string`, nullable, default null. */
  readonly transactionalId?: string | null;
  /** `int16`. */
  readonly acks?: number;
  /** `int32`. */
  readonly timeoutMs?: number;
  /** `[]TopicProduceData`. */
  readonly topicData?: readonly TopicProduceDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicProduceData of ProduceRequest, as decoded. */
export interface TopicProduceData {
  /** `string`, v3-12. */
  name: string;
  /** `uuid`, v13+. */
  topicId: string;
  /** `[]PartitionProduceData`. */
  partitionData: PartitionProduceData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicProduceData of ProduceRequest, to be encoded; what is left out takes the schema's default. */
export interface TopicProduceDataInput {
  /** `string`, v3-12. */
  readonly name?: string;
  /** `uuid`, v13+. */
  readonly topicId?: string;
  /** `[]PartitionProduceData`. */
  readonly partitionData?: readonly PartitionProduceDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionProduceData of ProduceRequest, as decoded. */
export interface PartitionProduceData {
  /** `int32`. */
  index: number;
  /** `records`, nullable. */
  records: Uint8Array | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionProduceData of ProduceRequest, to be encoded; what is left out takes the schema's default. */
export interface PartitionProduceDataInput {
  /** `int32`. */
  readonly index?: number;
  /** `records`, nullable. */
  readonly records?: RecordBytes | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The ProduceResponse message, as decoded. */
export interface ProduceResponse {
  /** `[]TopicProduceResponse`. */
  responses: TopicProduceResponse[];
  /** `int32`, default 0. */
  throttleTimeMs: number;
  /** `[]NodeEndpoint`, v10+, tag 0. */
  nodeEndpoints: ProduceResponseNodeEndpoint[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The ProduceResponse message, to be encoded; what is left out takes the schema's default. */
export interface ProduceResponseInput {
  /** `[]TopicProduceResponse`. */
  readonly responses?: readonly TopicProduceResponseInput[];
  /** `int32`, default 0. */
  readonly throttleTimeMs?: number;
  /** `[]NodeEndpoint`, v10+, tag 0. */
  readonly nodeEndpoints?: readonly ProduceResponseNodeEndpointInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A NodeEndpoint of ProduceResponse, as decoded. */
export interface ProduceResponseNodeEndpoint {
  /** `int32`, v10+. */
  nodeId: number;
  /** `string`, v10+. */
  host: string;
  /** `int32`, v10+. */
  port: number;
  /** `string`, v10+, nullable, default null. */
  rack: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A NodeEndpoint of ProduceResponse, to be encoded; what is left out takes the schema's default. */
export interface ProduceResponseNodeEndpointInput {
  /** `int32`, v10+. */
  readonly nodeId?: number;
  /** `string`, v10+. */
  readonly host?: string;
  /** `int32`, v10+. */
  readonly port?: number;
  /** `string`, v10+, nullable, default null. */
  readonly rack?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicProduceResponse of ProduceResponse, as decoded. */
export interface TopicProduceResponse {
  /** `string`, v3-12. */
  name: string;
  /** `uuid`, v13+. */
  topicId: string;
  /** `[]PartitionProduceResponse`. */
  partitionResponses: PartitionProduceResponse[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicProduceResponse of ProduceResponse, to be encoded; what is left out takes the schema's default. */
export interface TopicProduceResponseInput {
  /** `string`, v3-12. */
  readonly name?: string;
  /** `uuid`, v13+. */
  readonly topicId?: string;
  /** `[]PartitionProduceResponse`. */
  readonly partitionResponses?: readonly PartitionProduceResponseInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionProduceResponse of ProduceResponse, as decoded. */
export interface PartitionProduceResponse {
  /** `int32`. */
  index: number;
  /** `int16`. */
  errorCode: number;
  /** `int64`. */
  baseOffset: bigint;
  /** `int64`, default -1. */
  logAppendTimeMs: bigint;
  /** `int64`, v5+, default -1. */
  logStartOffset: bigint;
  /** `[]BatchIndexAndErrorMessage`, v8+. */
  recordErrors: BatchIndexAndErrorMessage[];
  /** `string`, v8+, nullable, default null. */
  errorMessage: string | null;
  /** `LeaderIdAndEpoch`, v10+, tag 0. */
  currentLeader: ProduceResponseLeaderIdAndEpoch;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionProduceResponse of ProduceResponse, to be encoded; what is left out takes the schema's default. */
export interface PartitionProduceResponseInput {
  /** `int32`. */
  readonly index?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int64`. */
  readonly baseOffset?: bigint;
  /** `int64`, default -1. */
  readonly logAppendTimeMs?: bigint;
  /** `int64`, v5+, default -1. */
  readonly logStartOffset?: bigint;
  /** `[]BatchIndexAndErrorMessage`, v8+. */
  readonly recordErrors?: readonly BatchIndexAndErrorMessageInput[];
  /** `string`, v8+, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `LeaderIdAndEpoch`, v10+, tag 0. */
  readonly currentLeader?: ProduceResponseLeaderIdAndEpochInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A LeaderIdAndEpoch of ProduceResponse, as decoded. */
export interface ProduceResponseLeaderIdAndEpoch {
  /** `int32`, v10+, default -1. */
  leaderId: number;
  /** `int32`, v10+, default -1. */
  leaderEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A LeaderIdAndEpoch of ProduceResponse, to be encoded; what is left out takes the schema's default. */
export interface ProduceResponseLeaderIdAndEpochInput {
  /** `int32`, v10+, default -1. */
  readonly leaderId?: number;
  /** `int32`, v10+, default -1. */
  readonly leaderEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A BatchIndexAndErrorMessage of ProduceResponse, as decoded. */
export interface BatchIndexAndErrorMessage {
  /** `int32`, v8+. */
  batchIndex: number;
  /** `string`, v8+, nullable, default null. */
  batchIndexErrorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A BatchIndexAndErrorMessage of ProduceResponse, to be encoded; what is left out takes the schema's default. */
export interface BatchIndexAndErrorMessageInput {
  /** `int32`, v8+. */
  readonly batchIndex?: number;
  /** `string`, v8+, nullable, default null. */
  readonly batchIndexErrorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const PRODUCE_REQUEST: MessageInfo = { name: "ProduceRequest", min: 3, max: 13 };
const PRODUCE_RESPONSE: MessageInfo = { name: "ProduceResponse", min: 3, max: 13 };

/** The client's half of Produce. */
export const produce: ClientApi<ProduceRequestInput, ProduceResponse> = {
  key: 0,
  name: "Produce",
  minVersion: 3,
  maxVersion: 13,
  latestVersion: 13,
  flexibleFrom: 9,
  encodeRequest: (writer, message, version) =>
    encodeMessage(PRODUCE_REQUEST, writeProduceRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(PRODUCE_RESPONSE, readProduceResponse, reader, version),
};

/** The server's half of Produce. */
export const produceServer: ServerApi<ProduceRequest, ProduceResponseInput> = {
  key: 0,
  name: "Produce",
  minVersion: 3,
  maxVersion: 13,
  latestVersion: 13,
  flexibleFrom: 9,
  decodeRequest: (reader, version) =>
    decodeMessage(PRODUCE_REQUEST, readProduceRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(PRODUCE_RESPONSE, writeProduceResponse, writer, message, version),
};

function writePartitionProduceData(w: Writer, x: PartitionProduceDataInput, v: number): void {
  const f = v >= 9;
  w.int32(x.index ?? 0);
  w.nullableRecords(x.records === undefined ? new Uint8Array(0) : x.records, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeTopicProduceData(w: Writer, x: TopicProduceDataInput, v: number): void {
  const f = v >= 9;
  if (v <= 12) w.string(x.name ?? "", f);
  if (v >= 13) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitionData, f, writePartitionProduceData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeProduceRequest(w: Writer, x: ProduceRequestInput, v: number): void {
  const f = v >= 9;
  w.nullableString(x.transactionalId ?? null, f);
  w.int16(x.acks ?? 0);
  w.int32(x.timeoutMs ?? 0);
  w.array(x.topicData, f, writeTopicProduceData, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readBatchIndexAndErrorMessage(r: Reader, v: number): BatchIndexAndErrorMessage {
  const f = v >= 9;
  const x: BatchIndexAndErrorMessage = {
    batchIndex: r.int32(),
    batchIndexErrorMessage: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readProduceResponseLeaderIdAndEpoch(
  r: Reader,
  _v: number,
): ProduceResponseLeaderIdAndEpoch {
  const x: ProduceResponseLeaderIdAndEpoch = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readPartitionProduceResponse(r: Reader, v: number): PartitionProduceResponse {
  const f = v >= 9;
  const x: PartitionProduceResponse = {
    index: r.int32(),
    errorCode: r.int16(),
    baseOffset: r.int64(),
    logAppendTimeMs: r.int64(),
    logStartOffset: v >= 5 ? r.int64() : -1n,
    recordErrors: v >= 8 ? r.array(f, 6, readBatchIndexAndErrorMessage, v) : [],
    errorMessage: v >= 8 ? r.nullableString(f) : null,
    currentLeader: { leaderId: -1, leaderEpoch: -1 },
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          if (v >= 10) x.currentLeader = readProduceResponseLeaderIdAndEpoch(r, v);
          else r.invalidTag(x, tag);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readTopicProduceResponse(r: Reader, v: number): TopicProduceResponse {
  const f = v >= 9;
  const x: TopicProduceResponse = {
    name: v <= 12 ? r.string(f) : "",
    topicId: v >= 13 ? r.uuid() : ZERO_UUID,
    partitionResponses: r.array(f, 22, readPartitionProduceResponse, v),
  };
  if (f) r.tags(x);
  return x;
}

function readProduceResponseNodeEndpoint(r: Reader, _v: number): ProduceResponseNodeEndpoint {
  const x: ProduceResponseNodeEndpoint = {
    nodeId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    rack: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readProduceResponse(r: Reader, v: number): ProduceResponse {
  const f = v >= 9;
  const x: ProduceResponse = {
    responses: r.array(f, 3, readTopicProduceResponse, v),
    throttleTimeMs: r.int32(),
    nodeEndpoints: [],
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          if (v >= 10) x.nodeEndpoints = r.array(true, 11, readProduceResponseNodeEndpoint, v);
          else r.invalidTag(x, tag);
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readPartitionProduceData(r: Reader, v: number): PartitionProduceData {
  const f = v >= 9;
  const x: PartitionProduceData = {
    index: r.int32(),
    records: r.nullableByteArray(f),
  };
  if (f) r.tags(x);
  return x;
}

function readTopicProduceData(r: Reader, v: number): TopicProduceData {
  const f = v >= 9;
  const x: TopicProduceData = {
    name: v <= 12 ? r.string(f) : "",
    topicId: v >= 13 ? r.uuid() : ZERO_UUID,
    partitionData: r.array(f, 6, readPartitionProduceData, v),
  };
  if (f) r.tags(x);
  return x;
}

function readProduceRequest(r: Reader, v: number): ProduceRequest {
  const f = v >= 9;
  const x: ProduceRequest = {
    transactionalId: r.nullableString(f),
    acks: r.int16(),
    timeoutMs: r.int32(),
    topicData: r.array(f, 3, readTopicProduceData, v),
  };
  if (f) r.tags(x);
  return x;
}

function writeBatchIndexAndErrorMessage(
  w: Writer,
  x: BatchIndexAndErrorMessageInput,
  v: number,
): void {
  const f = v >= 9;
  w.int32(x.batchIndex ?? 0);
  w.nullableString(x.batchIndexErrorMessage ?? null, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeProduceResponseLeaderIdAndEpoch(
  w: Writer,
  x: ProduceResponseLeaderIdAndEpochInput,
  _v: number,
): void {
  w.int32(x.leaderId ?? -1);
  w.int32(x.leaderEpoch ?? -1);
  w.tags(x.unknownTags);
}

function writePartitionProduceResponse(
  w: Writer,
  x: PartitionProduceResponseInput,
  v: number,
): void {
  const f = v >= 9;
  w.int32(x.index ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int64(x.baseOffset ?? 0n);
  w.int64(x.logAppendTimeMs ?? -1n);
  if (v >= 5) w.int64(x.logStartOffset ?? -1n);
  if (v >= 8) w.array(x.recordErrors, f, writeBatchIndexAndErrorMessage, v);
  if (v >= 8) w.nullableString(x.errorMessage ?? null, f);
  if (f) {
    const t = new TagSection();
    if (v >= 10) t.struct(0, x.currentLeader, writeProduceResponseLeaderIdAndEpoch, v);
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 10)) checkAbsent(x.currentLeader, { leaderId: -1, leaderEpoch: -1 });
}

function writeTopicProduceResponse(w: Writer, x: TopicProduceResponseInput, v: number): void {
  const f = v >= 9;
  if (v <= 12) w.string(x.name ?? "", f);
  if (v >= 13) w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitionResponses, f, writePartitionProduceResponse, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeProduceResponseNodeEndpoint(
  w: Writer,
  x: ProduceResponseNodeEndpointInput,
  _v: number,
): void {
  w.int32(x.nodeId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.nullableString(x.rack ?? null, true);
  w.tags(x.unknownTags);
}

function writeProduceResponse(w: Writer, x: ProduceResponseInput, v: number): void {
  const f = v >= 9;
  w.array(x.responses, f, writeTopicProduceResponse, v);
  w.int32(x.throttleTimeMs ?? 0);
  if (f) {
    const t = new TagSection();
    const nodeEndpoints = x.nodeEndpoints;
    if (v >= 10 && nodeEndpoints !== undefined && nodeEndpoints.length > 0) {
      t.field(0, (w) => w.array(nodeEndpoints, true, writeProduceResponseNodeEndpoint, v));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
  if (!(v >= 10)) checkAbsent(x.nodeEndpoints, undefined);
}
