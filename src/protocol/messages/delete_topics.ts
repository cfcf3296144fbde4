// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteTopics API (key 20), versions 1 to 6.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import {
  checkAbsent,
  checkNotNull,
  decodeMessage,
  encodeMessage,
  type MessageInfo,
} from "../message.ts";
import { readCompactString, type Reader, readString } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import { writeCompactString, type Writer, writeString } from "../writer.ts";

/** The DeleteTopicsRequest message, as decoded. */
export interface DeleteTopicsRequest {
  /** `[]DeleteTopicState`, v6+. */
  topics: DeleteTopicState[];
  /** `[]string`, v1-5. */
  topicNames: string[];
  /** `int32`. */
  timeoutMs: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteTopicsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteTopicsRequestInput {
  /** `[]DeleteTopicState`, v6+. */
  readonly topics?: readonly DeleteTopicStateInput[];
  /** `[]string`, v1-5. */
  readonly topicNames?: readonly string[];
  /** `int32`. */
  readonly timeoutMs?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteTopicState of DeleteTopicsRequest, as decoded. */
export interface DeleteTopicState {
  /** `string`, v6+, nullable, default null. */
  name: string | null;
  /** `uuid`, v6+. */
  topicId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteTopicState of DeleteTopicsRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteTopicStateInput {
  /** `string`, v6+, nullable, default null. */
  readonly name?: string | null;
  /** `uuid`, v6+. */
  readonly topicId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteTopicsResponse message, as decoded. */
export interface DeleteTopicsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `[]DeletableTopicResult`. */
  responses: DeletableTopicResult[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteTopicsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteTopicsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `[]DeletableTopicResult`. */
  readonly responses?: readonly DeletableTopicResultInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeletableTopicResult of DeleteTopicsResponse, as decoded. */
export interface DeletableTopicResult {
  /** `string`, nullable v6+. */
  name: string | null;
  /** `uuid`, v6+. */
  topicId: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, v5+, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeletableTopicResult of DeleteTopicsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeletableTopicResultInput {
  /** `string`, nullable v6+. */
  readonly name?: string | null;
  /** `uuid`, v6+. */
  readonly topicId?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, v5+, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_TOPICS_REQUEST: MessageInfo = { name: "DeleteTopicsRequest", min: 1, max: 6 };
const DELETE_TOPICS_RESPONSE: MessageInfo = { name: "DeleteTopicsResponse", min: 1, max: 6 };

/** The client's half of DeleteTopics. */
export const deleteTopics: ClientApi<DeleteTopicsRequestInput, DeleteTopicsResponse> = {
  key: 20,
  name: "DeleteTopics",
  minVersion: 1,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 4,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DELETE_TOPICS_REQUEST, writeDeleteTopicsRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DELETE_TOPICS_RESPONSE, readDeleteTopicsResponse, reader, version),
};

/** The server's half of DeleteTopics. */
export const deleteTopicsServer: ServerApi<DeleteTopicsRequest, DeleteTopicsResponseInput> = {
  key: 20,
  name: "DeleteTopics",
  minVersion: 1,
  maxVersion: 6,
  latestVersion: 6,
  flexibleFrom: 4,
  decodeRequest: (reader, version) =>
    decodeMessage(DELETE_TOPICS_REQUEST, readDeleteTopicsRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(DELETE_TOPICS_RESPONSE, writeDeleteTopicsResponse, writer, message, version),
};

function writeDeleteTopicState(w: Writer, x: DeleteTopicStateInput, _v: number): void {
  w.nullableString(x.name ?? null, true);
  w.uuid(x.topicId ?? ZERO_UUID);
  w.tags(x.unknownTags);
}

function writeDeleteTopicsRequest(w: Writer, x: DeleteTopicsRequestInput, v: number): void {
  const f = v >= 4;
  if (v >= 6) w.array(x.topics, true, writeDeleteTopicState, v);
  else checkAbsent(x.topics, undefined);
  if (v <= 5) w.array(x.topicNames, f, f ? writeCompactString : writeString, v);
  w.int32(x.timeoutMs ?? 0);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function readDeletableTopicResult(r: Reader, v: number): DeletableTopicResult {
  const f = v >= 4;
  const x: DeletableTopicResult = {
    name: v >= 6 ? r.nullableString(f) : r.string(f),
    topicId: v >= 6 ? r.uuid() : ZERO_UUID,
    errorCode: r.int16(),
    errorMessage: v >= 5 ? r.nullableString(true) : null,
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteTopicsResponse(r: Reader, v: number): DeleteTopicsResponse {
  const f = v >= 4;
  const x: DeleteTopicsResponse = {
    throttleTimeMs: r.int32(),
    responses: r.array(f, 4, readDeletableTopicResult, v),
  };
  if (f) r.tags(x);
  return x;
}

function readDeleteTopicState(r: Reader, _v: number): DeleteTopicState {
  const x: DeleteTopicState = {
    name: r.nullableString(true),
    topicId: r.uuid(),
  };
  r.tags(x);
  return x;
}

function readDeleteTopicsRequest(r: Reader, v: number): DeleteTopicsRequest {
  const f = v >= 4;
  const x: DeleteTopicsRequest = {
    topics: v >= 6 ? r.array(true, 18, readDeleteTopicState, v) : [],
    topicNames: v <= 5 ? r.array(f, 1, f ? readCompactString : readString, v) : [],
    timeoutMs: r.int32(),
  };
  if (f) r.tags(x);
  return x;
}

function writeDeletableTopicResult(w: Writer, x: DeletableTopicResultInput, v: number): void {
  const f = v >= 4;
  if (v >= 6) w.nullableString(x.name === undefined ? "" : x.name, f);
  else w.string(checkNotNull(x.name === undefined ? "" : x.name), f);
  if (v >= 6) w.uuid(x.topicId ?? ZERO_UUID);
  w.int16(x.errorCode ?? 0);
  if (v >= 5) w.nullableString(x.errorMessage ?? null, true);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}

function writeDeleteTopicsResponse(w: Writer, x: DeleteTopicsResponseInput, v: number): void {
  const f = v >= 4;
  w.int32(x.throttleTimeMs ?? 0);
  w.array(x.responses, f, writeDeletableTopicResult, v);
  if (f) w.tags(x.unknownTags);
  else checkAbsent(x.unknownTags, undefined);
}
