// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The AddRaftVoter API (key 80), versions 0 to 1.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The AddRaftVoterRequest message, as decoded. */
export interface AddRaftVoterRequest {
  /** `string`, nullable. */
  clusterId: string | null;
  /** `int32`. */
  timeoutMs: number;
  /** `int32`. */
  voterId: number;
  /** `uuid`. */
  voterDirectoryId: string;
  /** `[]Listener`. */
  listeners: AddRaftVoterRequestListener[];
  /** `bool`, v1+, default true. */
  ackWhenCommitted: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddRaftVoterRequest message, to be encoded; what is left out takes the schema's default. */
export interface AddRaftVoterRequestInput {
  /** `string`, nullable. */
  readonly clusterId?: string | null;
  /** `int32`. */
  readonly timeoutMs?: number;
  /** `int32`. */
  readonly voterId?: number;
  /** `uuid`. */
  readonly voterDirectoryId?: string;
  /** `[]Listener`. */
  readonly listeners?: readonly AddRaftVoterRequestListenerInput[];
  /** `bool`, v1+, default true. */
  readonly ackWhenCommitted?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Listener of AddRaftVoterRequest, as decoded. */
export interface AddRaftVoterRequestListener {
  /** `string`. */
  name: string;
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Listener of AddRaftVoterRequest, to be encoded; what is left out takes the schema's default. */
export interface AddRaftVoterRequestListenerInput {
  /** `string`. */
  readonly name?: string;
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The AddRaftVoterResponse message, as decoded. */
export interface AddRaftVoterResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable. */
  errorMessage: string | null;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The AddRaftVoterResponse message, to be encoded; what is left out takes the schema's default. */
export interface AddRaftVoterResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable. */
  readonly errorMessage?: string | null;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const ADD_RAFT_VOTER_REQUEST: MessageInfo = { name: "AddRaftVoterRequest", min: 0, max: 1 };
const ADD_RAFT_VOTER_RESPONSE: MessageInfo = { name: "AddRaftVoterResponse", min: 0, max: 1 };

/** The client's half of AddRaftVoter. */
export const addRaftVoter: ClientApi<AddRaftVoterRequestInput, AddRaftVoterResponse> = {
  key: 80,
  name: "AddRaftVoter",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(ADD_RAFT_VOTER_REQUEST, writeAddRaftVoterRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(ADD_RAFT_VOTER_RESPONSE, readAddRaftVoterResponse, reader, version),
};

/** The server's half of AddRaftVoter. */
export const addRaftVoterServer: ServerApi<AddRaftVoterRequest, AddRaftVoterResponseInput> = {
  key: 80,
  name: "AddRaftVoter",
  minVersion: 0,
  maxVersion: 1,
  latestVersion: 1,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(ADD_RAFT_VOTER_REQUEST, readAddRaftVoterRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(ADD_RAFT_VOTER_RESPONSE, writeAddRaftVoterResponse, writer, message, version),
};

function writeAddRaftVoterRequestListener(
  w: Writer,
  x: AddRaftVoterRequestListenerInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeAddRaftVoterRequest(w: Writer, x: AddRaftVoterRequestInput, v: number): void {
  w.nullableString(x.clusterId === undefined ? "" : x.clusterId, true);
  w.int32(x.timeoutMs ?? 0);
  w.int32(x.voterId ?? 0);
  w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.array(x.listeners, true, writeAddRaftVoterRequestListener, v);
  if (v >= 1) w.bool(x.ackWhenCommitted ?? true);
  else checkAbsent(x.ackWhenCommitted, true);
  w.tags(x.unknownTags);
}

function readAddRaftVoterResponse(r: Reader, _v: number): AddRaftVoterResponse {
  const x: AddRaftVoterResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
  };
  r.tags(x);
  return x;
}

function readAddRaftVoterRequestListener(r: Reader, _v: number): AddRaftVoterRequestListener {
  const x: AddRaftVoterRequestListener = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readAddRaftVoterRequest(r: Reader, v: number): AddRaftVoterRequest {
  const x: AddRaftVoterRequest = {
    clusterId: r.nullableString(true),
    timeoutMs: r.int32(),
    voterId: r.int32(),
    voterDirectoryId: r.uuid(),
    listeners: r.array(true, 5, readAddRaftVoterRequestListener, v),
    ackWhenCommitted: v >= 1 ? r.bool() : true,
  };
  r.tags(x);
  return x;
}

function writeAddRaftVoterResponse(w: Writer, x: AddRaftVoterResponseInput, _v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage === undefined ? "" : x.errorMessage, true);
  w.tags(x.unknownTags);
}
