// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The CreateTopics API (key 19), versions 2 to 7.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { TagSection, writeInt32, type Writer } from "../writer.ts";

/** The CreateTopicsRequest message, as decoded. */
export interface CreateTopicsRequest {
  /** `[]CreatableTopic`. */
  topics: CreatableTopic[];
  /** `int32`, default 60000. */
  timeoutMs: number;
  /** `bool`. */
  validateOnly: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateTopicsRequest message, to be encoded; what is left out takes the schema's default. */
export interface CreateTopicsRequestInput {
  /** `[]CreatableTopic`. */
  readonly topics?: readonly CreatableTopicInput[];
  /** `int32`, default 60000. */
  readonly timeoutMs?: number;
  /** `bool`. */
  readonly validateOnly?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableTopic of CreateTopicsRequest, as decoded. */
export interface CreatableTopic {
  /** `string`. */
  name: string;
  /** `int32`. */
  numPartitions: number;
  /** `int16`. */
  replicationFactor: number;
  /** `[]CreatableReplicaAssignment`. */
  assignments: CreatableReplicaAssignment[];
  /** `[]CreatableTopicConfig`. */
  configs: CreatableTopicConfig[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableTopic of CreateTopicsRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatableTopicInput {
  /** `string`. */
  readonly name?: string;
  /** `int32`. */
  readonly numPartitions?: number;
  /** `int16`. */
  readonly replicationFactor?: number;
  /** `[]CreatableReplicaAssignment`. */
  readonly assignments?: readonly CreatableReplicaAssignmentInput[];
  /** `[]CreatableTopicConfig`. */
  readonly configs?: readonly CreatableTopicConfigInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableTopicConfig of CreateTopicsRequest, as decoded. */
export interface CreatableTopicConfig {
  /** `string`. */
  name: string;
  /** `string`, nullable. */
  value: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableTopicConfig of CreateTopicsRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatableTopicConfigInput {
  /** `string`. */
  readonly name?: string;
  /** `string`, nullable. */
  readonly value?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableReplicaAssignment of CreateTopicsRequest, as decoded. */
export interface CreatableReplicaAssignment {
  /** `int32`. */
  partitionIndex: number;
  /** `[]int32`. */
  brokerIds: number[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableReplicaAssignment of CreateTopicsRequest, to be encoded; what is left out takes the schema's default. */
export interface CreatableReplicaAssignmentInput {
  /** `int32`. */
  readonly partitionIndex?: number;
  /** `[]int32`. */
  readonly brokerIds?: readonly number[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The CreateTopicsResponse message, as decoded. */
export interface CreateTopicsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]CreatableTopicResult`. */
  topics: CreatableTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The CreateTopicsResponse message, to be encoded; what is left out takes the schema's default. */
export interface CreateTopicsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]CreatableTopicResult`. */
  readonly topics?: readonly CreatableTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableTopicResult of CreateTopicsResponse, as decoded. */
export interface CreatableTopicResult {
  /** `string`. */
  name: string;
  /** `uuid`, v7+. */
  topicId: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** `int16`, v5+, tag 0. */
  topicConfigErrorCode: number;
  /** `int32`, v5+, default -1. */
  numPartitions: number;
  /** `int16`, v5+, default -1. */
  replicationFactor: number;
  /** `[]CreatableTopicConfigs`, v5+, nullable. */
  configs: CreatableTopicConfigs[] | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableTopicResult of CreateTopicsResponse, to be encoded; what is left out takes the schema's default. */
export interface CreatableTopicResultInput {
  /** `string`. */
  readonly name?: string;
  /** `uuid`, v7+. */
  readonly topicId?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** `int16`, v5+, tag 0. */
  readonly topicConfigErrorCode?: number;
  /** `int32`, v5+, default -1. */
  readonly numPartitions?: number;
  /** `int16`, v5+, default -1. */
  readonly replicationFactor?: number;
  /** `[]CreatableTopicConfigs`, v5+, nullable. */
  readonly configs?: readonly CreatableTopicConfigsInput[] | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CreatableTopicConfigs of CreateTopicsResponse, as decoded. */
export interface CreatableTopicConfigs {
  /** `string`, v5+. */
  name: string;
  /** `string`, v5+, nullable. */
  value: string | null;
  /** `bool`, v5+. */
  readOnly: boolean;
  /** `int8`, v5+, default -1. */
  configSource: number;
  /** `bool`, v5+. */
  isSensitive: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CreatableTopicConfigs of CreateTopicsResponse, to be encoded; what is left out takes the schema's default. */
export interface CreatableTopicConfigsInput {
  /** `string`, v5+. */
  readonly name?: string;
  /** `string`, v5+, nullable. */
  readonly value?: string | null;
  /** `bool`, v5+. */
  readonly readOnly?: boolean;
  /** `int8`, v5+, default -1. */
  readonly configSource?: number;
  /** `bool`, v5+. */
  readonly isSensitive?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const CREATE_TOPICS_REQUEST: MessageInfo = { name: "CreateTopicsRequest", min: 2, max: 7 };
const CREATE_TOPICS_RESPONSE: MessageInfo = { name: "CreateTopicsResponse", min: 2, max: 7 };

/** The client's half of CreateTopics. */
export const createTopics: ClientApi<CreateTopicsRequestInput, CreateTopicsResponse> = {
  key: 19,
  name: "CreateTopics",
  minVersion: 2,
  maxVersion: 7,
  latestVersion: 7,
  flexibleFrom: 5,
  encodeRequest: (writer, message, version) =>
    encodeMessage(CREATE_TOPICS_REQUEST, writeCreateTopicsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(CREATE_TOPICS_RESPONSE, readCreateTopicsResponse, reader, version),
};

/** The server's half of CreateTopics. */
export const createTopicsServer: ServerApi<CreateTopicsRequest, CreateTopicsResponseInput> = {
  key: 19,
  name: "CreateTopics",
  minVersion: 2,
  maxVersion: 7,
  latestVersion: 7,
  flexibleFrom: 5,
  decodeRequest: (reader, version) =>
    decodeMessage(CREATE_TOPICS_REQUEST, readCreateTopicsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(CREATE_TOPICS_RESPONSE, writeCreateTopicsResponse, writer, message, version),
};

function writeCreatableReplicaAssignment(
  w: Writer,
  x: CreatableReplicaAssignmentInput,
  v: number,
): void {
  const f = v >= 5;
  w.int32(x.partitionIndex ?? 0);
  w.array(x.brokerIds, f, writeInt32, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreatableTopicConfig(w: Writer, x: CreatableTopicConfigInput, v: number): void {
  const f = v >= 5;
  w.string(x.name ?? "", f);
  w.nullableString(x.value === undefined ? "" : x.value, f);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreatableTopic(w: Writer, x: CreatableTopicInput, v: number): void {
  const f = v >= 5;
  w.string(x.name ?? "", f);
  w.int32(x.numPartitions ?? 0);
  w.int16(x.replicationFactor ?? 0);
  w.array(x.assignments, f, writeCreatableReplicaAssignment, v);
  w.array(x.configs, f, writeCreatableTopicConfig, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeCreateTopicsRequest(w: Writer, x: CreateTopicsRequestInput, v: number): void {
  const f = v >= 5;
  w.array(x.topics, f, writeCreatableTopic, v);
  w.int32(x.timeoutMs ?? 60000);
  w.bool(x.validateOnly ?? false);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readCreatableTopicConfigs(r: Reader, _v: number): CreatableTopicConfigs {
  const x: CreatableTopicConfigs = {
    name: r.string(true),
    value: r.nullableString(true),
    readOnly: r.bool(),
    configSource: r.int8(),
    isSensitive: r.bool(),
  };
  r.tags(x);
  return x;
}

function readCreatableTopicResult(r: Reader, v: number): CreatableTopicResult {
  const f = v >= 5;
  const x: CreatableTopicResult = {
    name: r.string(f),
    topicId: v >= 7 ? r.uuid() : ZERO_UUID,
    errorCode: r.int16(),
    errorMessage: r.nullableString(f),
    topicConfigErrorCode: 0,
    numPartitions: v >= 5 ? r.int32() : -1,
    replicationFactor: v >= 5 ? r.int16() : -1,
    configs: v >= 5 ? r.nullableArray(true, 6, readCreatableTopicConfigs, v) : [],
  };
  if (f) {
    for (let left = r.tagCount(x); left > 0; left--) {
      const tag = r.tag(x);
      switch (tag) {
        case 0:
          r.tag(x);
          x.topicConfigErrorCode = r.int16();
          break;
        default:
          r.unknownTag(x, tag);
      }
    }
  }
  return x;
}

function readCreateTopicsResponse(r: Reader, v: number): CreateTopicsResponse {
  const f = v >= 5;
  const x: CreateTopicsResponse = {
    throttleTimeMs: r.int32(),
    topics: r.array(f, 6, readCreatableTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatableReplicaAssignment(r: Reader, v: number): CreatableReplicaAssignment {
  const f = v >= 5;
  const x: CreatableReplicaAssignment = {
    partitionIndex: r.int32(),
    brokerIds: r.int32Array(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatableTopicConfig(r: Reader, v: number): CreatableTopicConfig {
  const f = v >= 5;
  const x: CreatableTopicConfig = {
    name: r.string(f),
    value: r.nullableString(f),
  };
  if (f) r.tags(x);
  return x;
}

function readCreatableTopic(r: Reader, v: number): CreatableTopic {
  const f = v >= 5;
  const x: CreatableTopic = {
    name: r.string(f),
    numPartitions: r.int32(),
    replicationFactor: r.int16(),
    assignments: r.array(f, 6, readCreatableReplicaAssignment, v),
    configs: r.array(f, 3, readCreatableTopicConfig, v),
  };
  if (f) r.tags(x);
  return x;
}

function readCreateTopicsRequest(r: Reader, v: number): CreateTopicsRequest {
  const f = v >= 5;
  const x: CreateTopicsRequest = {
    topics: r.array(f, 10, readCreatableTopic, v),
    timeoutMs: r.int32(),
    validateOnly: r.bool(),
  };
  if (f) r.tags(x);
  return x;
}

function writeCreatableTopicConfigs(w: Writer, x: CreatableTopicConfigsInput, _v: number): void {
  w.string(x.name ?? "", true);
  w.nullableString(x.value === undefined ? "" : x.value, true);
  w.bool(x.readOnly ?? false);
  w.int8(x.configSource ?? -1);
  w.bool(x.isSensitive ?? false);
  w.tags(x.unknownTags);
}

function writeCreatableTopicResult(w: Writer, x: CreatableTopicResultInput, v: number): void {
  const f = v >= 5;
  w.string(x.name ?? "", f);
  if (v >= 7) w.uuid(x.topicId ?? ZERO_UUID);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, f);
  if (v >= 5) w.int32(x.numPartitions ?? -1);
  if (v >= 5) w.int16(x.replicationFactor ?? -1);
  if (v >= 5) w.nullableArray(x.configs, true, writeCreatableTopicConfigs, v);
  if (f) {
    const t = new TagSection();
    const topicConfigErrorCode = x.topicConfigErrorCode;
    if (topicConfigErrorCode !== undefined && topicConfigErrorCode !== 0) {
      t.field(0, (w) => w.int16(topicConfigErrorCode));
    }
    t.finish(w, x.unknownTags);
  } else checkAbsent(x.unknownTags, undefined);
}

function writeCreateTopicsResponse(w: Writer, x: CreateTopicsResponseInput, v: number): void {
  const f = v >= 5;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.topics, f, writeCreatableTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
