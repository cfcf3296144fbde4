// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * LeaderChangeMessage, versions 0 to 1.
 *
 * @module
 */

import type { TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { ZERO_UUID } from "../uuid.ts";
import type { Writer } from "../writer.ts";

/** The LeaderChangeMessage message, as decoded. */
export interface LeaderChangeMessage {
  /** `int16`. */
  version: number;
  /** `int32`. */
  leaderId: number;
  /** `[]Voter`. */
  voters: LeaderChangeMessageVoter[];
  /** `[]Voter`. */
  grantingVoters: LeaderChangeMessageVoter[];
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The LeaderChangeMessage message, to be encoded; what is left out takes the schema's default. */
export interface LeaderChangeMessageInput {
  /** `int16`. */
  readonly version?: number;
  /** `int32`. */
  readonly leaderId?: number;
  /** `[]Voter`. */
  readonly voters?: readonly LeaderChangeMessageVoterInput[];
  /** `[]Voter`. */
  readonly grantingVoters?: readonly LeaderChangeMessageVoterInput[];
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A Voter of LeaderChangeMessage, as decoded. */
export interface LeaderChangeMessageVoter {
  /** `int32`. */
  voterId: number;
  /** `uuid`, v1+. */
  voterDirectoryId: string;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A Voter of LeaderChangeMessage, to be encoded; what is left out takes the schema's default. */
export interface LeaderChangeMessageVoterInput {
  /** `int32`. */
  readonly voterId?: number;
  /** `uuid`, v1+. */
  readonly voterDirectoryId?: string;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The name and the versions of LeaderChangeMessage. */
export const LEADER_CHANGE_MESSAGE: MessageInfo = { name: "LeaderChangeMessage", min: 0, max: 1 };

/**
 * Writes a LeaderChangeMessage, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeLeaderChangeMessage(
  writer: Writer,
  message: LeaderChangeMessageInput,
  version: number,
): void {
  encodeMessage(LEADER_CHANGE_MESSAGE, writeLeaderChangeMessage, writer, message, version);
}

/**
 * Reads a LeaderChangeMessage, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeLeaderChangeMessage(reader: Reader, version: number): LeaderChangeMessage {
  return decodeMessage(LEADER_CHANGE_MESSAGE, readLeaderChangeMessage, reader, version);
}

function writeLeaderChangeMessageVoter(
  w: Writer,
  x: LeaderChangeMessageVoterInput,
  v: number,
): void {
  w.int32(x.voterId ?? 0);
  if (v >= 1) w.uuid(x.voterDirectoryId ?? ZERO_UUID);
  else checkAbsent(x.voterDirectoryId, ZERO_UUID);
  w.tags(x.unknownTags);
}

function writeLeaderChangeMessage(w: Writer, x: LeaderChangeMessageInput, v: number): void {
  w.int16(x.version ?? 0);
  w.int32(x.leaderId ?? 0);
  w.array(x.voters, true, writeLeaderChangeMessageVoter, v);
  w.array(x.grantingVoters, true, writeLeaderChangeMessageVoter, v);
  w.tags(x.unknownTags);
}

function readLeaderChangeMessageVoter(r: Reader, v: number): LeaderChangeMessageVoter {
  const x: LeaderChangeMessageVoter = {
    voterId: r.int32(),
    voterDirectoryId: v >= 1 ? r.uuid() : ZERO_UUID,
  };
  r.tags(x);
  return x;
}

function readLeaderChangeMessage(r: Reader, v: number): LeaderChangeMessage {
  const x: LeaderChangeMessage = {
    version: r.int16(),
    leaderId: r.int32(),
    voters: r.array(true, 5, readLeaderChangeMessageVoter, v),
    grantingVoters: r.array(true, 5, readLeaderChangeMessageVoter, v),
  };
  r.tags(x);
  return x;
}
