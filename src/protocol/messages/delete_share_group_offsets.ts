// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DeleteShareGroupOffsets API (key 92), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The DeleteShareGroupOffsetsRequest message, as decoded. */
export interface DeleteShareGroupOffsetsRequest {
  /** `string`. */
  groupId: string;
  /** `[]DeleteShareGroupOffsetsRequestTopic`. */
  topics: DeleteShareGroupOffsetsRequestTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteShareGroupOffsetsRequest message, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupOffsetsRequestInput {
  /** `string`. */
  readonly groupId?: string;
  /** `[]DeleteShareGroupOffsetsRequestTopic`. */
  readonly topics?: readonly DeleteShareGroupOffsetsRequestTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteShareGroupOffsetsRequestTopic of DeleteShareGroupOffsetsRequest, as decoded. */
export interface DeleteShareGroupOffsetsRequestTopic {
  /** `string`. */
  topicName: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteShareGroupOffsetsRequestTopic of DeleteShareGroupOffsetsRequest, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupOffsetsRequestTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DeleteShareGroupOffsetsResponse message, as decoded. */
export interface DeleteShareGroupOffsetsResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `[]DeleteShareGroupOffsetsResponseTopic`. */
  responses: DeleteShareGroupOffsetsResponseTopic[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DeleteShareGroupOffsetsResponse message, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupOffsetsResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `[]DeleteShareGroupOffsetsResponseTopic`. */
  readonly responses?: readonly DeleteShareGroupOffsetsResponseTopicInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DeleteShareGroupOffsetsResponseTopic of DeleteShareGroupOffsetsResponse, as decoded. */
export interface DeleteShareGroupOffsetsResponseTopic {
  /** `string`. */
  topicName: string;
  /** `uuid`. */
  topicId: string;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DeleteShareGroupOffsetsResponseTopic of DeleteShareGroupOffsetsResponse, to be encoded; what is left out takes the schema's default. */
export interface DeleteShareGroupOffsetsResponseTopicInput {
  /** `string`. */
  readonly topicName?: string;
  /** `uuid`. */
  readonly topicId?: string;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DELETE_SHARE_GROUP_OFFSETS_REQUEST: MessageInfo = {
  name: "DeleteShareGroupOffsetsRequest",
  min: 0,
  max: 0,
};
const DELETE_SHARE_GROUP_OFFSETS_RESPONSE: MessageInfo = {
  name: "DeleteShareGroupOffsetsResponse",
  min: 0,
  max: 0,
};

/** The client's half of DeleteShareGroupOffsets. */
export const deleteShareGroupOffsets: ClientApi<
  DeleteShareGroupOffsetsRequestInput,
  DeleteShareGroupOffsetsResponse
> = {
  key: 92,
  name: "DeleteShareGroupOffsets",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(
      DELETE_SHARE_GROUP_OFFSETS_REQUEST,
      writeDeleteShareGroupOffsetsRequest,
      writer,
      message,
      version,
    ),
  decodeResponse: (reader, version) =>
    decodeMessage(
      DELETE_SHARE_GROUP_OFFSETS_RESPONSE,
      readDeleteShareGroupOffsetsResponse,
      reader,
      version,
    ),
};

/** The server's half of DeleteShareGroupOffsets. */
export const deleteShareGroupOffsetsServer: ServerApi<
  DeleteShareGroupOffsetsRequest,
  DeleteShareGroupOffsetsResponseInput
> = {
  key: 92,
  name: "DeleteShareGroupOffsets",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(
      DELETE_SHARE_GROUP_OFFSETS_REQUEST,
      readDeleteShareGroupOffsetsRequest,
      reader,
      version,
    ),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DELETE_SHARE_GROUP_OFFSETS_RESPONSE,
      writeDeleteShareGroupOffsetsResponse,
      writer,
      message,
      version,
    ),
};

function writeDeleteShareGroupOffsetsRequestTopic(
  w: Writer,
  x: DeleteShareGroupOffsetsRequestTopicInput,
  _v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.tags(x.unknownTags);
}

function writeDeleteShareGroupOffsetsRequest(
  w: Writer,
  x: DeleteShareGroupOffsetsRequestInput,
  v: number,
): void {
  w.string(x.groupId ?? "", true);
  w.array(x.topics, true, writeDeleteShareGroupOffsetsRequestTopic, v);
  w.tags(x.unknownTags);
}

function readDeleteShareGroupOffsetsResponseTopic(
  r: Reader,
  _v: number,
): DeleteShareGroupOffsetsResponseTopic {
  const x: DeleteShareGroupOffsetsResponseTopic = {
    topicName: r.string(true),
    topicId: r.uuid(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupOffsetsResponse(
  r: Reader,
  v: number,
): DeleteShareGroupOffsetsResponse {
  const x: DeleteShareGroupOffsetsResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    responses: r.array(true, 21, readDeleteShareGroupOffsetsResponseTopic, v),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupOffsetsRequestTopic(
  r: Reader,
  _v: number,
): DeleteShareGroupOffsetsRequestTopic {
  const x: DeleteShareGroupOffsetsRequestTopic = {
    topicName: r.string(true),
  };
  r.tags(x);
  return x;
}

function readDeleteShareGroupOffsetsRequest(r: Reader, v: number): DeleteShareGroupOffsetsRequest {
  const x: DeleteShareGroupOffsetsRequest = {
    groupId: r.string(true),
    topics: r.array(true, 2, readDeleteShareGroupOffsetsRequestTopic, v),
  };
  r.tags(x);
  return x;
}

function writeDeleteShareGroupOffsetsResponseTopic(
  w: Writer,
  x: DeleteShareGroupOffsetsResponseTopicInput,
  _v: number,
): void {
  w.string(x.topicName ?? "", true);
  w.uuid(x.topicId ?? ZERO_UUID);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.tags(x.unknownTags);
}

function writeDeleteShareGroupOffsetsResponse(
  w: Writer,
  x: DeleteShareGroupOffsetsResponseInput,
  v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  w.array(x.responses, true, writeDeleteShareGroupOffsetsResponseTopic, v);
  w.tags(x.unknownTags);
}
