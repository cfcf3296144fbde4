/**
 * What is known of the cluster at one moment, as immutable values.
 *
 * @module
 */

import { ZERO_UUID } from "../protocol/uuid.ts";

/** A broker as the cluster advertises it. */
export interface BrokerInfo {
  /** The node id. */
  readonly nodeId: number;
  /** The host that it advertises. */
  readonly host: string;
  /** The port that it advertises. */
  readonly port: number;
  /** The rack that it is in, if that is known. */
  readonly rack: string | null;
}

/** One partition of a topic. */
export interface PartitionInfo {
  /** The topic's name. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The leader's node id, or -1 when there is none. */
  readonly leader: number;
  /** The leader's epoch, or -1 when it is not known. */
  readonly leaderEpoch: number;
  /** All replicas, the preferred leader first. */
  readonly replicas: readonly number[];
  /** The replicas in sync. */
  readonly isr: readonly number[];
  /** The replicas that are offline. */
  readonly offline: readonly number[];
  /** The error code that the broker gave for it, or 0. */
  readonly error: number;
}

/** One topic. */
export interface TopicInfo {
  /** Its name. */
  readonly name: string;
  /** Its id, or `ZERO_UUID` when it is not known (brokers before 2.8). */
  readonly topicId: string;
  /** Whether it is one of Kafka's own. */
  readonly internal: boolean;
  /** Its partitions; the index is the partition. */
  readonly partitions: readonly PartitionInfo[];
  /**
   * The error code that the latest answer gave for it, or 0. With a retriable
   * one `partitions` is what was known before.
   */
  readonly error: number;
}

/** What is known of the cluster at one moment. Never changed: a newer one takes its place. */
export interface MetadataSnapshot {
  /** Grows with each snapshot; 0 is the empty one before the first answer. */
  readonly version: number;
  /** When its request was answered, on the monotonic clock. */
  readonly fetchedAt: number;
  /** The cluster's id, or `null` when it is not known. */
  readonly clusterId: string | null;
  /** The controller's node id, or -1. */
  readonly controllerId: number;
  /** The brokers by node id. */
  readonly brokers: ReadonlyMap<number, BrokerInfo>;
  /** The topics by name: those that are watched, and those asked for of late. */
  readonly topics: ReadonlyMap<string, TopicInfo>;
  /** Names by topic id. */
  readonly topicNames: ReadonlyMap<string, string>;
}

/** What is known before the first answer. */
export const EMPTY_METADATA: MetadataSnapshot = Object.freeze({
  version: 0,
  fetchedAt: -Infinity,
  clusterId: null,
  controllerId: -1,
  brokers: new Map<number, BrokerInfo>(),
  topics: new Map<string, TopicInfo>(),
  topicNames: new Map<string, string>(),
});

/**
 * Finds a partition.
 *
 * @param snapshot The metadata.
 * @param topic The topic's name.
 * @param partition The partition.
 * @returns The partition, or `undefined` when it is not known.
 */
export function partitionOf(
  snapshot: MetadataSnapshot,
  topic: string,
  partition: number,
): PartitionInfo | undefined {
  return snapshot.topics.get(topic)?.partitions[partition];
}

/**
 * Tells whether a topic has an id, so that Produce and Fetch may go past version 12.
 *
 * @param topic The topic.
 * @returns Whether its id is known.
 */
export function hasTopicId(topic: TopicInfo): boolean {
  return topic.topicId !== ZERO_UUID;
}
