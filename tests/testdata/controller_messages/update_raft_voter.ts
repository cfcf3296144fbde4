// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The UpdateRaftVoter API (key 82), version 0.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../../../src/protocol/api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "../../../src/protocol/message.ts";
import type { Reader } from "../../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../../src/protocol/uuid.ts";
import { TagSection, type Writer } from "../../../src/protocol/writer.ts";

/** The UpdateRaftVoterRequest message, as decoded. */
export interface UpdateRaftVoterRequest {
  /** `string`, nullable. */
  clusterId: string | null;
  /** `int32`. */
  currentLeaderEpoch: number;
  /** `int32`. */
  voterId: number;
  /** `uuid`. */
  voterDirectoryId: string;
  /** `[]Listener`. */
  listeners: UpdateRaftVoterRequestListener[];
  /** `KRaftVersionFeature`. */
  kRaftVersionFeature: UpdateRaftVoterRequestKRaftVersionFeature;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UpdateRaftVoterRequest message, to be encoded; what is left out takes the schema's default. */
export interface UpdateRaftVoterRequestInput {
  /** `string`, nullable. */
  readonly clusterId?: string | null;
  /** `int32`. */
  readonly currentLeaderEpoch?: number;
  /** `int32`. */
  readonly voterId?: number;
  /** `uuid`. */
  readonly voterDirectoryId?: string;
  /** `[]Listener`. */
  readonly listeners?: readonly UpdateRaftVoterRequestListenerInput[];
  /** `KRaftVersionFeature`. */
  readonly kRaftVersionFeature?: UpdateRaftVoterRequestKRaftVersionFeatureInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A KRaftVersionFeature of UpdateRaftVoterRequest, as decoded. */
export interface UpdateRaftVoterRequestKRaftVersionFeature {
  /** `int16`. */
  minSupportedVersion: number;
  /** `int16`. */
  maxSupportedVersion: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A KRaftVersionFeature of UpdateRaftVoterRequest, to be encoded; what is left out takes the schema's default. */
export interface UpdateRaftVoterRequestKRaftVersionFeatureInput {
  /** `int16`. */
  readonly minSupportedVersion?: number;
  /** `int16`. */
  readonly maxSupportedVersion?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Listener of UpdateRaftVoterRequest, as decoded. */
export interface UpdateRaftVoterRequestListener {
  /** `string`. */
  name: string;
  /** `string`. */
  host: string;
  /** `uint16`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Listener of UpdateRaftVoterRequest, to be encoded; what is left out takes the schema's default. */
export interface UpdateRaftVoterRequestListenerInput {
  /** `string`. */
  readonly name?: string;
  /** `string`. */
  readonly host?: string;
  /** `uint16`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The UpdateRaftVoterResponse message, as decoded. */
export interface UpdateRaftVoterResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `CurrentLeader`, tag 0. */
  currentLeader: CurrentLeader;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The UpdateRaftVoterResponse message, to be encoded; what is left out takes the schema's default. */
export interface UpdateRaftVoterResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `CurrentLeader`, tag 0. */
  readonly currentLeader?: CurrentLeaderInput;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A CurrentLeader of UpdateRaftVoterResponse, as decoded. */
export interface CurrentLeader {
  /** `int32`, default -1. */
  leaderId: number;
  /** `int32`, default -1. */
  leaderEpoch: number;
  /** `string`. */
  host: string;
  /** `int32`. */
  port: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A CurrentLeader of UpdateRaftVoterResponse, to be encoded; what is left out takes the schema's default. */
export interface CurrentLeaderInput {
  /** `int32`, default -1. */
  readonly leaderId?: number;
  /** `int32`, default -1. */
  readonly leaderEpoch?: number;
  /** `string`. */
  readonly host?: string;
  /** `int32`. */
  readonly port?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const UPDATE_RAFT_VOTER_REQUEST: MessageInfo = { name: "UpdateRaftVoterRequest", min: 0, max: 0 };
const UPDATE_RAFT_VOTER_RESPONSE: MessageInfo = { name: "UpdateRaftVoterResponse", min: 0, max: 0 };

/** The client's half of UpdateRaftVoter. */
export const updateRaftVoter: ClientApi<UpdateRaftVoterRequestInput, UpdateRaftVoterResponse> = {
  key: 82,
  name: "UpdateRaftVoter",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(UPDATE_RAFT_VOTER_REQUEST, writeUpdateRaftVoterRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(UPDATE_RAFT_VOTER_RESPONSE, readUpdateRaftVoterResponse, reader, version),
};

/** The server's half of UpdateRaftVoter. */
export const updateRaftVoterServer: ServerApi<
  UpdateRaftVoterRequest,
  UpdateRaftVoterResponseInput
> = {
  key: 82,
  name: "UpdateRaftVoter",
  minVersion: 0,
  maxVersion: 0,
  latestVersion: 0,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(UPDATE_RAFT_VOTER_REQUEST, readUpdateRaftVoterRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      UPDATE_RAFT_VOTER_RESPONSE,
      writeUpdateRaftVoterResponse,
      writer,
      message,
      version,
    ),
};

function writeUpdateRaftVoterRequestListener(
  w: Writer,
  x: UpdateRaftVoterRequestListenerInput,
  _v: number,
): void {
  w.string(x.name ?? "", true);
  w.string(x.host ?? "", true);
  w.uint16(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeUpdateRaftVoterRequestKRaftVersionFeature(
  w: Writer,
  x: UpdateRaftVoterRequestKRaftVersionFeatureInput,
  _v: number,
): void {
  w.int16(x.minSupportedVersion ?? 0);
  w.int16(x.maxSupportedVersion ?? 0);
  w.tags(x.unknownTags);
}

function writeUpdateRaftVoterRequest(w: Writer, x: UpdateRaftVoterRequestInput, v: number): void {
  w.nullableString(x.clusterId === undefined ? "" : x.clusterId, true);
  w.int32(x.currentLeaderEpoch ?? 0);
  w.int32(x.voterId ?? 0);
  w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  w.array(x.listeners, true, writeUpdateRaftVoterRequestListener, v);
  writeUpdateRaftVoterRequestKRaftVersionFeature(w, x.kRaftVersionFeature ?? {}, v);
  w.tags(x.unknownTags);
}

function readCurrentLeader(r: Reader, _v: number): CurrentLeader {
  const x: CurrentLeader = {
    leaderId: r.int32(),
    leaderEpoch: r.int32(),
    host: r.string(true),
    port: r.int32(),
  };
  r.tags(x);
  return x;
}

function readUpdateRaftVoterResponse(r: Reader, v: number): UpdateRaftVoterResponse {
  const x: UpdateRaftVoterResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    currentLeader: { leaderId: -1, leaderEpoch: -1, host: "", port: 0 },
  };
  for (let left = r.tagCount(x); left > 0; left--) {
    const tag = r.tag(x);
    switch (tag) {
      case 0:
        r.tag(x);
        x.currentLeader = readCurrentLeader(r, v);
        break;
      default:
        r.unknownTag(x, tag);
    }
  }
  return x;
}

function readUpdateRaftVoterRequestListener(r: Reader, _v: number): UpdateRaftVoterRequestListener {
  const x: UpdateRaftVoterRequestListener = {
    name: r.string(true),
    host: r.string(true),
    port: r.uint16(),
  };
  r.tags(x);
  return x;
}

function readUpdateRaftVoterRequestKRaftVersionFeature(
  r: Reader,
  _v: number,
): UpdateRaftVoterRequestKRaftVersionFeature {
  const x: UpdateRaftVoterRequestKRaftVersionFeature = {
    minSupportedVersion: r.int16(),
    maxSupportedVersion: r.int16(),
  };
  r.tags(x);
  return x;
}

function readUpdateRaftVoterRequest(r: Reader, v: number): UpdateRaftVoterRequest {
  const x: UpdateRaftVoterRequest = {
    clusterId: r.nullableString(true),
    currentLeaderEpoch: r.int32(),
    voterId: r.int32(),
    voterDirectoryId: r.uuid(),
    listeners: r.array(true, 5, readUpdateRaftVoterRequestListener, v),
    kRaftVersionFeature: readUpdateRaftVoterRequestKRaftVersionFeature(r, v),
  };
  r.tags(x);
  return x;
}

function writeCurrentLeader(w: Writer, x: CurrentLeaderInput, _v: number): void {
  w.int32(x.leaderId ?? -1);
  w.int32(x.leaderEpoch ?? -1);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.tags(x.unknownTags);
}

function writeUpdateRaftVoterResponse(w: Writer, x: UpdateRaftVoterResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  const t = new TagSection();
  t.struct(0, x.currentLeader, writeCurrentLeader, v);
  t.finish(w, x.unknownTags);
}
