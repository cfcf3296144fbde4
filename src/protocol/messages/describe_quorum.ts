// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeQuorum API (key 55), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The DescribeQuorumRequest message, as decoded. */
export interface DescribeQuorumRequest {
  /** `[]TopicData`. */
  topics: DescribeQuorumRequestTopicData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeQuorumRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumRequestInput {
  /** `[]TopicData`. */
  readonly topics?: readonly DescribeQuorumRequestTopicDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of DescribeQuorumRequest, as decoded. */
export interface DescribeQuorumRequestTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: DescribeQuorumRequestPartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of DescribeQuorumRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumRequestTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly DescribeQuorumRequestPartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of DescribeQuorumRequest, as decoded. */
export interface DescribeQuorumRequestPartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of DescribeQuorumRequest, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumRequestPartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeQuorumResponse message, as decoded. */
export interface DescribeQuorumResponse {
  /** `int16`. */
  errorCode: number;
  /** `string`, v2+, nullable. */
  errorMessage: string | null;
  /** `[]TopicData`. */
  topics: DescribeQuorumResponseTopicData[];
  /** `[]Node`, v2+. */
  nodes: Node[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeQuorumResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumResponseInput {
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, v2+, nullable. */
  readonly errorMessage?: string | null;
  /** `[]TopicData`. */
  readonly topics?: readonly DescribeQuorumResponseTopicDataInput[];
  /** `[]Node`, v2+. */
  readonly nodes?: readonly NodeInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Node of DescribeQuorumResponse, as decoded. */
export interface Node {
  /** `int32`, v2+. */
  nodeId: number;
  /** `[]Listener`, v2+. */
  listeners: DescribeQuorumResponseListener[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Node of DescribeQuorumResponse, to be encoded; what is left out takes the schema's default. */
export interface NodeInput {
  /** `int32`, v2+. */
  readonly nodeId?: number;
  /** `[]Listener`, v2+. */
  readonly listeners?: readonly DescribeQuorumResponseListenerInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Listener of DescribeQuorumResponse, as decoded. */
export interface DescribeQuorumResponseListener {
  /** `string`, v2+. */
  name: string;
  /** `string`, v2+. */
  host: string;
  /** `uint16`, v2+. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Listener of DescribeQuorumResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumResponseListenerInput {
  /** `string`, v2+. */
  readonly name?: string;
  /** `string`, v2+. */
  readonly host?: string;
  /** `uint16`, v2+. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A TopicData of DescribeQuorumResponse, as decoded. */
export interface DescribeQuorumResponseTopicData {
  /** `string`. */
  topicName: string;
  /** `[]PartitionData`. */
  partitions: DescribeQuorumResponsePartitionData[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A TopicData of DescribeQuorumResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumResponseTopicDataInput {
  /** `string`. */
  readonly topicName?: string;
  /** `[]PartitionData`. */
  readonly partitions?: readonly DescribeQuorumResponsePartitionDataInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A PartitionData of DescribeQuorumResponse, as decoded. */
export interface DescribeQuorumResponsePartitionData {
  /** `int32`. */
  partitionIndex: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, v2+, nullable. */
  errorMessage: string | null;
  /** `int32`. */
  leaderId: number;
  /** `int32`. */
  leaderEpoch: number;
  /** `int64`. */
  highWatermark: bigint;
  /** `[]ReplicaState`. */
  currentVoters: DescribeQuorumResponseReplicaState[];
  /** `[]ReplicaState`. */
  observers: DescribeQuorumResponseReplicaState[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A PartitionData of DescribeQuorumResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumResponsePartitionDataInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, v2+, nullable. */
  readonly errorMessage?: string | null;
  /** `int32`. */
  readonly leaderId?: number;
  /** `int32`. */
  readonly leaderEpoch?: number;
  /** `int64`. */
  readonly highWatermark?: bigint;
  /** `[]ReplicaState`. */
  readonly currentVoters?: readonly DescribeQuorumResponseReplicaStateInput[];
  /** `[]ReplicaState`. */
  readonly observers?: readonly DescribeQuorumResponseReplicaStateInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A ReplicaState of DescribeQuorumResponse, as decoded. */
export interface DescribeQuorumResponseReplicaState {
  /** `int32`. */
  replicaId: number;
  /** `uuid`, v2+. */
  replicaDirectoryId: string;
  /** `int64`. */
  logEndOffset: bigint;
  /** `int64`, v1+, default -1. */
  lastFetchTimestamp: bigint;
  /** `int64`, v1+, default -1. */
  lastCaughtUpTimestamp: bigint;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A ReplicaState of DescribeQuorumResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeQuorumResponseReplicaStateInput {
  /** `int32`. */
  readonly replicaId?: number;
  /** `uuid`, v2+. */
  readonly replicaDirectoryId?: string;
  /** `int64`. */
  readonly logEndOffset?: bigint;
  /** `int64`, v1+, default -1. */
  readonly lastFetchTimestamp?: bigint;
  /** `int64`, v1+, default -1. */
  readonly lastCaughtUpTimestamp?: bigint;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_QUORUM_REQUEST: MessageInfo = { name: "DescribeQuorumRequest", min: 0, max: 2 };
const DESCRIBE_QUORUM_RESPONSE: MessageInfo = { name: "DescribeQuorumResponse", min: 0, max: 2 };

/** The client's half of DescribeQuorum. */
export const describeQuorum: ClientApi<DescribeQuorumRequestInput, DescribeQuorumResponse> = {
  key: 55,
  name: "DescribeQuorum",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_QUORUM_REQUEST, writeDescribeQuorumRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_QUORUM_RESPONSE, readDescribeQuorumResponse, reader, version),
};

/** The server's half of DescribeQuorum. */
export const describeQuorumServer: ServerApi<DescribeQuorumRequest, DescribeQuorumResponseInput> = {
  key: 55,
  name: "DescribeQuorum",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_QUORUM_REQUEST, readDescribeQuorumRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DESCRIBE_QUORUM_RESPONSE, writeDescribeQuorumResponse, writer, message, version),
};

function writeDescribeQuorumRequestPartitionData(
  w: Writer,
  x: DescribeQuorumRequestPartitionDataInput,
  _v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumRequestTopicData(
  w: Writer,
  x: DescribeQuorumRequestTopicDataInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeDescribeQuorumRequestPartitionData, v);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumRequest(w: Writer, x: DescribeQuorumRequestInput, v: number): void {
  w.array(x.topics, true, writeDescribeQuorumRequestTopicData, v);
  w.tags(x.unknownTags);
}

function readDescribeQuorumResponseReplicaState(
  r: Reader,
  v: number,
): DescribeQuorumResponseReplicaState {
  const x: DescribeQuorumResponseReplicaState = {
    replicaId: r.int32(),
    replicaDirectoryId: v >= 2 ? r.uuid() : ZERO_UUID,
    logEndOffset: r.int64(),
    lastFetchTimestamp: v >= 1 ? r.int64() : -1n,
    lastCaughtUpTimestamp: v >= 1 ? r.int64() : -1n,
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumResponsePartitionData(
  r: Reader,
  v: number,
): DescribeQuorumResponsePartitionData {
  const x: DescribeQuorumResponsePartitionData = {
    partitionIndex: r.int32(),
    errorCode: r.int16(),
    errorMessage: v >= 2 ? r.nullableString(true) : "",
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    highWatermark: r.int64(),
    currentVoters: r.array(true, 13, readDescribeQuorumResponseReplicaState, v),
    observers: r.array(true, 13, readDescribeQuorumResponseReplicaState, v),
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumResponseTopicData(
  r: Reader,
  v: number,
): DescribeQuorumResponseTopicData {
  const x: DescribeQuorumResponseTopicData = {
    topicName: r.string(true),
    partitions: r.array(true, 25, readDescribeQuorumResponsePartitionData, v),
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumResponseListener(r: Reader, _v: number): DescribeQuorumResponseListener {
  const x: DescribeQuorumResponseListener = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readNode(r: Reader, v: number): Node {
  const x: Node = {
    nodeId: r.int32(),
    listeners: r.array(true, 5, readDescribeQuorumResponseListener, v),
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumResponse(r: Reader, v: number): DescribeQuorumResponse {
  const x: DescribeQuorumResponse = {
    errorCode: r.int16(),
    errorMessage: v >= 2 ? r.nullableString(true) : "",
    topics: r.array(true, 3, readDescribeQuorumResponseTopicData, v),
    nodes: v >= 2 ? r.array(true, 6, readNode, v) : [],
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumRequestPartitionData(
  r: Reader,
  _v: number,
): DescribeQuorumRequestPartitionData {
  const x: DescribeQuorumRequestPartitionData = {
    partitionIndex: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumRequestTopicData(r: Reader, v: number): DescribeQuorumRequestTopicData {
  const x: DescribeQuorumRequestTopicData = {
    topicName: r.string(true),
    partitions: r.array(true, 5, readDescribeQuorumRequestPartitionData, v),
  };
  r.tags(x);
  return x;
}

function readDescribeQuorumRequest(r: Reader, v: number): DescribeQuorumRequest {
  const x: DescribeQuorumRequest = {
    topics: r.array(true, 3, readDescribeQuorumRequestTopicData, v),
  };
  r.tags(x);
  return x;
}

function writeDescribeQuorumResponseReplicaState(
  w: Writer,
  x: DescribeQuorumResponseReplicaStateInput,
  v: number,
): void {
  w.int32(x.replicaId ?? 0);
  if (v >= 2) w.uuid(x.replicaDirectoryId ?? ZERO_UUID);
  else checkAbsent(x.replicaDirectoryId, ZERO_UUID);
  w.int64(x.logEndOffset ?? 0n);
  if (v >= 1) w.int64(x.lastFetchTimestamp ?? -1n);
  if (v >= 1) w.int64(x.lastCaughtUpTimestamp ?? -1n);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumResponsePartitionData(
  w: Writer,
  x: DescribeQuorumResponsePartitionDataInput,
  v: number,
): void {
  w.int32(x.partitionIndex ?? 0);
  w.int16(x.errorCode ?? 0);
  if (v >= 2) w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.int32(x.leaderId ?? 0);
  w.int32(x.leaderEpoch ?? 0);
  w.int64(x.highWatermark ?? 0n);
  w.array(x.currentVoters, true, writeDescribeQuorumResponseReplicaState, v);
  w.array(x.observers, true, writeDescribeQuorumResponseReplicaState, v);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumResponseTopicData(
  w: Writer,
  x: DescribeQuorumResponseTopicDataInput,
  v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.array(x.partitions, true, writeDescribeQuorumResponsePartitionData, v);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumResponseListener(
  w: Writer,
  x: DescribeQuorumResponseListenerInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeNode(w: Writer, x: NodeInput, v: number): void {
  w.int32(x.nodeId ?? 0);
  w.array(x.listeners, true, writeDescribeQuorumResponseListener, v);
  w.tags(x.unknownTags);
}

function writeDescribeQuorumResponse(w: Writer, x: DescribeQuorumResponseInput, v: number): void {
  w.int16(x.errorCode ?? 0);
  if (v >= 2) w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.array(x.topics, true, writeDescribeQuorumResponseTopicData, v);
  if (v >= 2) w.array(x.nodes, true, writeNode, v);
  else checkAbsent(x.nodes, undefined);
  w.tags(x.unknownTags);
}
