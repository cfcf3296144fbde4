// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AlterPartition API (key 56), versions 2 to 3.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import {
  checkAbsent,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import { writeInt32, type Writer } from "../../../src/protocol/writer.ts";

/** The AlterPartitionRequest message, as decoded. */
export interface AlterPartitionRequest {
  /** `int32`. */
  brokerId: number;
  /** `int64`, default -1. */
  brokerEpoch: bigint;
  /** `[]TopicData`. */
  topics: AlterPartitionRequestTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterPartitionRequest message, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionRequestInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `int64`, default -1. */
  readonly brokerEpoch?: bigint;
  /** `[]TopicData`. */
  readonly topics?: readonly AlterPartitionRequestTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of AlterPartitionRequest, as decoded. */
export interface AlterPartitionRequestTopicData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: AlterPartitionRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of AlterPartitionRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionRequestTopicDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly AlterPartitionRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of AlterPartitionRequest, as decoded. */
export interface AlterPartitionRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `[]int32`, v2-2. */
  newIsr: number[];
  /** `[]BrokerState`, v3+. */
  newIsrWithEpochs: BrokerState[];
  /** `int8`, default 0. */
  leaderRecoveryState: number;
  /** `int32`. */
  partitionEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of AlterPartitionRequest, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `[]int32`, v2-2. */
  readonly newIsr?: readonly number[];
  /** `[]BrokerState`, v3+. */
  readonly newIsrWithEpochs?: readonly BrokerStateInput[];
  /** `int8`, default 0. */
  readonly leaderRecoveryState?: number;
  /** `int32`. */
  readonly partitionEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A BrokerState of AlterPartitionRequest, as decoded. */
export interface BrokerState {
  /** `int32`, v3+. */
  brokerId: number;
  /** `int64`, v3+, default -1. */
  brokerEpoch: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A BrokerState of AlterPartitionRequest, to be encoded; what is left out takes the schema's default. */
export interface BrokerStateInput {
  /** `int32`, v3+. */
  readonly brokerId?: number;
  /** `int64`, v3+, default -1. */
  readonly brokerEpoch?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AlterPartitionResponse message, as decoded. */
export interface AlterPartitionResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `[]TopicData`. */
  topics: AlterPartitionResponseTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AlterPartitionResponse message, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `[]TopicData`. */
  readonly topics?: readonly AlterPartitionResponseTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of AlterPartitionResponse, as decoded. */
export interface AlterPartitionResponseTopicData {
  /** `uuid`. */
  topicId: string;
  /** `[]PartitionData`. */
  partitions: AlterPartitionResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of AlterPartitionResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionResponseTopicDataInput {
  /** `uuid`. */
  readonly topicId?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly AlterPartitionResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of AlterPartitionResponse, as decoded. */
export interface AlterPartitionResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `[]int32`. */
  isr: number[];
  /** `int8`, default 0. */
  leaderRecoveryState: number;
  /** `int32`. */
  partitionEpoch: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of AlterPartitionResponse, to be encoded; what is left out takes the schema's default. */
export interface AlterPartitionResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `[]int32`. */
  readonly isr?: readonly number[];
  /** `int8`, default 0. */
  readonly leaderRecoveryState?: number;
  /** `int32`. */
  readonly partitionEpoch?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ALTER_PARTITION_REQUEST: MessageInfo = { name: "AlterPartitionRequest", min: 2, max: 3 };
const ALTER_PARTITION_RESPONSE: MessageInfo = { name: "AlterPartitionResponse", min: 2, max: 3 };

/** The client's half of AlterPartition. */
export const alterPartition: ClientApi<AlterPartitionRequestInput, AlterPartitionResponse> = {
  key: 56,
  name: "AlterPartition",
  minVersion: 2,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(ALTER_PARTITION_REQUEST, writeAlterPartitionRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(ALTER_PARTITION_RESPONSE, readAlterPartitionResponse, reader, version),
};

/** The server's half of AlterPartition. */
export const alterPartitionServer: ServerApi<AlterPartitionRequest, AlterPartitionResponseInput> = {
  key: 56,
  name: "AlterPartition",
  minVersion: 2,
  maxVersion: 3,
  latestVersion: 3,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(ALTER_PARTITION_REQUEST, readAlterPartitionRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(ALTER_PARTITION_RESPONSE, writeAlterPartitionResponse, writer, message, version),
};

function writeBrokerState(w: Writer, x: BrokerStateInput, _v: number): void {
  w.int32(x.brokerId ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.tags(x.unknownTags);
}

function writeAlterPartitionRequestPartitionData(
  w: Writer,
  x: AlterPartitionRequestPartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  if (v <= 2) w.array(x.newIsr, true, writeInt32, v);
  else checkAbsent(x.newIsr, undefined);
  if (v >= 3) w.array(x.newIsrWithEpochs, true, writeBrokerState, v);
  else checkAbsent(x.newIsrWithEpochs, undefined);
  w.int8(x.leaderRecoveryState ?? 0);
  w.int32(x.partitionEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeAlterPartitionRequestTopicData(
  w: Writer,
  x: AlterPartitionRequestTopicDataInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAlterPartitionRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeAlterPartitionRequest(w: Writer, x: AlterPartitionRequestInput, v: number): void {
  w.int32(x.brokerId ?? 0);
  w.int64(x.brokerEpoch ?? -1n);
  w.array(x.topics, true, writeAlterPartitionRequestTopicData, v);
  w.tags(x.unknownTags);
}

function readAlterPartitionResponsePartitionData(
  r: Reader,
  _v: number,
): AlterPartitionResponsePartitionData {
  const x: AlterPartitionResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    isr: r.int32Array(true),
    leaderRecoveryState: r.int8(),
    partitionEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionResponseTopicData(
  r: Reader,
  v: number,
): AlterPartitionResponseTopicData {
  const x: AlterPartitionResponseTopicData = {
    topicId: r.uuid(),
    partitions: r.array(true, 21, readAlterPartitionResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionResponse(r: Reader, v: number): AlterPartitionResponse {
  const x: AlterPartitionResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    topics: r.array(true, 18, readAlterPartitionResponseTopicData, v),
  };
  r.tags(x);
  return x;
}

function readBrokerState(r: Reader, _v: number): BrokerState {
  const x: BrokerState = {
    brokerId: r.int32(),
    brokerEpoch: r.int64(),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionRequestPartitionData(
  r: Reader,
  v: number,
): AlterPartitionRequestPartitionData {
  const x: AlterPartitionRequestPartitionData = {
    partitionIndex: r.int32(),
    leaderEpoch: r.int32(),
    newIsr: v <= 2 ? r.int32Array(true) : [],
    newIsrWithEpochs: v >= 3 ? r.array(true, 13, readBrokerState, v) : [],
    leaderRecoveryState: r.int8(),
    partitionEpoch: r.int32(),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionRequestTopicData(r: Reader, v: number): AlterPartitionRequestTopicData {
  const x: AlterPartitionRequestTopicData = {
    topicId: r.uuid(),
    partitions: r.array(true, 15, readAlterPartitionRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readAlterPartitionRequest(r: Reader, v: number): AlterPartitionRequest {
  const x: AlterPartitionRequest = {
    brokerId: r.int32(),
    brokerEpoch: r.int64(),
    topics: r.array(true, 18, readAlterPartitionRequestTopicData, v),
  };
  r.tags(x);
  return x;
}

function writeAlterPartitionResponsePartitionData(
  w: Writer,
  x: AlterPartitionResponsePartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.array(x.isr, true, writeInt32, v);
  w.int8(x.leaderRecoveryState ?? 0);
  w.int32(x.partitionEpoch ?? 0);
  w.tags(x.unknownTags);
}

function writeAlterPartitionResponseTopicData(
  w: Writer,
  x: AlterPartitionResponseTopicDataInput,
  v: number,
): void {
  w.uuid(x.topicId ?? ZERO_UUID);
  w.array(x.partitions, true, writeAlterPartitionResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeAlterPartitionResponse(w: Writer, x: AlterPartitionResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.array(x.topics, true, writeAlterPartitionResponseTopicData, v);
  w.tags(x.unknownTags);
}
