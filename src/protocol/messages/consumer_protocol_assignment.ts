// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * ConsumerProtocolAssignment, versions 0 to 3.
 *
 * @module
 */

import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import { writeInt32, type Writer } from "../writer.ts";

/** The ConsumerProtocolAssignment message, as decoded. */
export interface ConsumerProtocolAssignment {
  /** `[]TopicPartition`. */
  assignedPartitions: ConsumerProtocolAssignmentTopicPartition[];
  /** `bytes`, nullable, default null. */
  userData: Uint8Array | null;
}

/** The ConsumerProtocolAssignment message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerProtocolAssignmentInput {
  /** `[]TopicPartition`. */
  readonly assignedPartitions?: readonly ConsumerProtocolAssignmentTopicPartitionInput[];
  /** `bytes`, nullable, default null. */
  readonly userData?: Uint8Array | null;
}

/** A TopicPartition of ConsumerProtocolAssignment, as decoded. */
export interface ConsumerProtocolAssignmentTopicPartition {
  /** `string`. */
  topic: string;
  /** `[]int32`. */
  partitions: number[];
}

/** A TopicPartition of ConsumerProtocolAssignment, to be encoded; what is left out takes the schema's default. */
export interface ConsumerProtocolAssignmentTopicPartitionInput {
  /** `string`. */
  readonly topic?: string;
  /** `[]int32`. */
  readonly partitions?: readonly number[];
}

/** The name and the versions of ConsumerProtocolAssignment. */
export const CONSUMER_PROTOCOL_ASSIGNMENT: MessageInfo = {
  name: "ConsumerProtocolAssignment",
  min: 0,
  max: 3,
};

/**
 * Writes a ConsumerProtocolAssignment, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeConsumerProtocolAssignment(
  writer: Writer,
  message: ConsumerProtocolAssignmentInput,
  version: number,
): void {
  encodeMessage(
    CONSUMER_PROTOCOL_ASSIGNMENT,
    writeConsumerProtocolAssignment,
    writer,
    message,
    version,
  );
}

/**
 * Reads a ConsumerProtocolAssignment, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeConsumerProtocolAssignment(
  reader: Reader,
  version: number,
): ConsumerProtocolAssignment {
  return decodeMessage(
    CONSUMER_PROTOCOL_ASSIGNMENT,
    readConsumerProtocolAssignment,
    reader,
    version,
  );
}

function writeConsumerProtocolAssignmentTopicPartition(
  w: Writer,
  x: ConsumerProtocolAssignmentTopicPartitionInput,
  v: number,
): void {
  w.string(x.topic ?? "", false);
  w.array(x.partitions, false, writeInt32, v);
}

function writeConsumerProtocolAssignment(
  w: Writer,
  x: ConsumerProtocolAssignmentInput,
  v: number,
): void {
  w.array(x.assignedPartitions, false, writeConsumerProtocolAssignmentTopicPartition, v);
  w.nullableByteArray(x.userData ?? null, false);
}

function readConsumerProtocolAssignmentTopicPartition(
  r: Reader,
  _v: number,
): ConsumerProtocolAssignmentTopicPartition {
  return {
    topic: r.string(false),
    partitions: r.int32Array(false),
  };
}

function readConsumerProtocolAssignment(r: Reader, v: number): ConsumerProtocolAssignment {
  return {
    assignedPartitions: r.array(false, 6, readConsumerProtocolAssignmentTopicPartition, v),
    userData: r.nullableByteArray(false),
  };
}
