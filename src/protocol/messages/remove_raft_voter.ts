// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The RemoveRaftVoter API (key 81), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The RemoveRaftVoterRequest message, as decoded. */
export interface RemoveRaftVoterRequest {
  /** `string`, nullable. */
  clusterId: string | null;
  /** `int32`. */
  voterId: number;
  /** `uuid`. */
  voterDirectoryId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The RemoveRaftVoterRequest message, to be encoded; what is left out takes the schema's default. */
export interface RemoveRaftVoterRequestInput {
  /** `string`, nullable. */
  readonly clusterId?: string | null;
  /** `int32`. */
  readonly voterId?: number;
  /** `uuid`. */
  readonly voterDirectoryId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The RemoveRaftVoterResponse message, as decoded. */
export interface RemoveRaftVoterResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The RemoveRaftVoterResponse message, to be encoded; what is left out takes the schema's default. */
export interface RemoveRaftVoterResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const REMOVE_RAFT_VOTER_REQUEST: MessageInfo = { name: "RemoveRaftVoterRequest", min: 0, max: 0 };
const REMOVE_RAFT_VOTER_RESPONSE: MessageInfo = { name: "RemoveRaftVoterResponse", min: 0, max: 0 };

/** The client's half of RemoveRaftVoter. */
export const removeRaftVoter: ClientApi<RemoveRaftVoterRequestInput, RemoveRaftVoterResponse> = {
  key: 81,
  name: "RemoveRaftVoter",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(REMOVE_RAFT_VOTER_REQUEST, writeRemoveRaftVoterRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(REMOVE_RAFT_VOTER_RESPONSE, readRemoveRaftVoterResponse, reader, version),
};

/** The server's half of RemoveRaftVoter. */
export const removeRaftVoterServer: ServerApi<
  RemoveRaftVoterRequest,
  RemoveRaftVoterResponseInput
> = {
  key: 81,
  name: "RemoveRaftVoter",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(REMOVE_RAFT_VOTER_REQUEST, readRemoveRaftVoterRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      REMOVE_RAFT_VOTER_RESPONSE,
      writeRemoveRaftVoterResponse,
      writer,
      message,
      version,
    ),
};

function writeRemoveRaftVoterRequest(w: Writer, x: RemoveRaftVoterRequestInput, _v: number): void {
  w.nullableString(x.clusterId === undefined ? "" : x.clusterId, true);
  w.int32(x.voterId ?? 0);
  w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.tags(x.unknownTags);
}

function readRemoveRaftVoterResponse(r: Reader, _v: number): RemoveRaftVoterResponse {
  const x: RemoveRaftVoterResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readRemoveRaftVoterRequest(r: Reader, _v: number): RemoveRaftVoterRequest {
  const x: RemoveRaftVoterRequest = {
    clusterId: r.nullableString(true),
    voterId: r.int32(),
    voterDirectoryId: r.uuid(),
  };
  r.tags(x);
  return x;
}

function writeRemoveRaftVoterResponse(
  w: Writer,
  x: RemoveRaftVoterResponseInput,
  _v: number,
): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}
