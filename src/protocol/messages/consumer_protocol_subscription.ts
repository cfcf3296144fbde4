// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * ConsumerProtocolSubscription, versions 0 to 3.
 *
 * @module
 */

import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import { type Reader, readString } from "../reader.ts";
import { writeInt32, type Writer, writeString } from "../writer.ts";

/** The ConsumerProtocolSubscription message, as decoded. */
export interface ConsumerProtocolSubscription {
  /** `[]string`. */
  topics: string[];
  /** `bytes`, nullable, default null. */
  userData: Uint8Array | null;
  /** `[]TopicPartition`, v1+. */
  ownedPartitions: ConsumerProtocolSubscriptionTopicPartition[];
  /** `int32`, v2+, default -1. */
  generationId: number;
  /** `string`, v3+, nullable, default null. */
  rackId: string | null;
}

/** The ConsumerProtocolSubscription message, to be encoded; what is left out takes the schema's default. */
export interface ConsumerProtocolSubscriptionInput {
  /** `[]string`. */
  readonly topics?: readonly string[];
  /** `bytes`, nullable, default null. */
  readonly userData?: Uint8Array | null;
  /** `[]TopicPartition`, v1+. */
  readonly ownedPartitions?: readonly ConsumerProtocolSubscriptionTopicPartitionInput[];
  /** `int32`, v2+, default -1. */
  readonly generationId?: number;
  /** `string`, v3+, nullable, default null. */
  readonly rackId?: string | null;
}

/** A TopicPartition of ConsumerProtocolSubscription, as decoded. */
export interface ConsumerProtocolSubscriptionTopicPartition {
  /** `string`, v1+. */
  topic: string;
  /** `[]int32`, v1+. */
  partitions: number[];
}

/** A TopicPartition of ConsumerProtocolSubscription, to be encoded; what is left out takes the schema's default. */
export interface ConsumerProtocolSubscriptionTopicPartitionInput {
  /** `string`, v1+. */
  readonly topic?: string;
  /** `[]int32`, v1+. */
  readonly partitions?: readonly number[];
}

/** The name and the versions of ConsumerProtocolSubscription. */
export const CONSUMER_PROTOCOL_SUBSCRIPTION: MessageInfo = {
  name: "ConsumerProtocolSubscription",
  min: 0,
  max: 3,
};

/**
 * Writes a ConsumerProtocolSubscription, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeConsumerProtocolSubscription(
  writer: Writer,
  message: ConsumerProtocolSubscriptionInput,
  version: number,
): void {
  encodeMessage(
    CONSUMER_PROTOCOL_SUBSCRIPTION,
    writeConsumerProtocolSubscription,
    writer,
    message,
    version,
  );
}

/**
 * Reads a ConsumerProtocolSubscription, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeConsumerProtocolSubscription(
  reader: Reader,
  version: number,
): ConsumerProtocolSubscription {
  return decodeMessage(
    CONSUMER_PROTOCOL_SUBSCRIPTION,
    readConsumerProtocolSubscription,
    reader,
    version,
  );
}

function writeConsumerProtocolSubscriptionTopicPartition(
  w: Writer,
  x: ConsumerProtocolSubscriptionTopicPartitionInput,
  v: number,
): void {
  w.string(x.topic ?? "", false);
  w.array(x.partitions, false, writeInt32, v);
}

function writeConsumerProtocolSubscription(
  w: Writer,
  x: ConsumerProtocolSubscriptionInput,
  v: number,
): void {
  w.array(x.topics, false, writeString, v);
  w.nullableByteArray(x.userData ?? null, false);
  if (v >= 1) w.array(x.ownedPartitions, false, writeConsumerProtocolSubscriptionTopicPartition, v);
  if (v >= 2) w.int32(x.generationId ?? -1);
  if (v >= 3) w.nullableString(x.rackId ?? null, false);
}

function readConsumerProtocolSubscriptionTopicPartition(
  r: Reader,
  _v: number,
): ConsumerProtocolSubscriptionTopicPartition {
  return {
    topic: r.string(false),
    partitions: r.int32Array(false),
  };
}

function readConsumerProtocolSubscription(r: Reader, v: number): ConsumerProtocolSubscription {
  return {
    topics: r.array(false, 2, readString, v),
    userData: r.nullableByteArray(false),
    ownedPartitions: v >= 1
      ? r.array(false, 6, readConsumerProtocolSubscriptionTopicPartition, v)
      : [],
    generationId: v >= 2 ? r.int32() : -1,
    rackId: v >= 3 ? r.nullableString(false) : null,
  };
}
