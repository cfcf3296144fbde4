/**
 * How one snapshot of the metadata follows from another. Pure functions.
 *
 * @module
 */

import { errorCode } from "../protocol/error_codes.ts";
import type { MetadataResponse, MetadataResponseTopic } from "../protocol/messages/metadata.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import type { BrokerInfo, MetadataSnapshot, PartitionInfo, TopicInfo } from "./metadata.ts";

/** What a new snapshot follows from, besides the one before. */
export interface UpdateContext {
  /** The moment, on the monotonic clock. */
  readonly now: number;
  /** Whether a topic that the response does not name is kept. */
  readonly keep: (topic: string) => boolean;
  /**
   * How often in a row an older epoch was refused, by `topic-partition`; kept by
   * the caller. Only for topics without an id: they may have been created anew without anybody saying so.
   */
  readonly rewinds: Map<string, number>;
}

/** A new snapshot, and what happened on the way. */
export interface Update {
  /** The new snapshot. */
  readonly snapshot: MetadataSnapshot;
  /** Topics whose id changed. */
  readonly recreated: readonly string[];
  /** Whether any leader, epoch, topic or broker differs from before. */
  readonly changed: boolean;
}

/** How often in a row an older leader epoch must be reported for a topic without an id until it is believed. */
const MAX_REWINDS = 5;

/** More partitions than any topic has: an index past it is nonsense, and must not make an array of its size. */
const MAX_PARTITIONS = 1_000_000;

/**
 * Merges a response into what is known.
 *
 * Leader epochs never go back for the same topic id, so that a broker which
 * lags behind cannot send anybody to a deposed leader. Another cluster id
 * means another cluster, about which nothing is known.
 *
 * @param before What is known.
 * @param response What a broker answered.
 * @param context What else it depends on.
 * @returns The new snapshot.
 */
export function applyResponse(
  before: MetadataSnapshot,
  response: MetadataResponse,
  context: UpdateContext,
): Update {
  const sameCluster = before.clusterId === null || response.clusterId === null ||
    before.clusterId === response.clusterId;
  const brokers = new Map<number, BrokerInfo>();
  for (const { nodeId, host, port, rack } of response.brokers) {
    brokers.set(nodeId, { nodeId, host, port, rack });
  }
  const topics = new Map<string, TopicInfo>();
  if (sameCluster) {
    for (const [name, topic] of before.topics) {
      if (context.keep(name)) topics.set(name, topic);
    }
  }
  const recreated: string[] = [];
  for (const topic of response.topics) {
    if (topic.name === null) continue;
    const known = sameCluster ? before.topics.get(topic.name) : undefined;
    const merged = mergeTopic(known, topic.name, topic, context.rewinds);
    if (known !== undefined && isRecreated(known, merged)) recreated.push(topic.name);
    topics.set(topic.name, merged);
  }
  const snapshot: MetadataSnapshot = {
    version: before.version + 1,
    fetchedAt: context.now,
    clusterId: response.clusterId ?? (sameCluster ? before.clusterId : null),
    controllerId: response.controllerId,
    brokers,
    topics,
    topicNames: namesById(topics),
  };
  return { snapshot, recreated, changed: !sameRouting(before, snapshot) };
}

/** A leader that a response of another API told (KIP-951). */
export interface LeaderHint {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The leader's node id. */
  readonly leader: number;
  /** Its epoch. */
  readonly leaderEpoch: number;
  /** Where it is, if that was told. */
  readonly endpoint?: BrokerInfo | undefined;
}

/**
 * Takes a leader that is newer than what is known.
 *
 * @param before What is known.
 * @param hint The leader.
 * @returns The new snapshot, or `undefined` when the hint is not newer, or about an unknown partition.
 */
export function applyLeader(
  before: MetadataSnapshot,
  hint: LeaderHint,
): MetadataSnapshot | undefined {
  const topic = before.topics.get(hint.topic);
  const partition = topic?.partitions[hint.partition];
  if (topic === undefined || partition === undefined) return undefined;
  if (hint.leader < 0 || hint.leaderEpoch <= partition.leaderEpoch) return undefined;
  const partitions = [...topic.partitions];
  partitions[hint.partition] = {
    ...partition,
    leader: hint.leader,
    leaderEpoch: hint.leaderEpoch,
    error: 0,
  };
  const topics = new Map(before.topics).set(hint.topic, { ...topic, partitions });
  const { endpoint } = hint;
  const brokers = endpoint === undefined
    ? before.brokers
    : new Map(before.brokers).set(endpoint.nodeId, endpoint);
  return { ...before, version: before.version + 1, topics, brokers };
}

function mergeTopic(
  known: TopicInfo | undefined,
  name: string,
  topic: MetadataResponseTopic,
  rewinds: Map<string, number>,
): TopicInfo {
  const internal = topic.isInternal;
  if (topic.errorCode !== 0) {
    // A topic that is only out of sight (a broker that starts or lags behind, an election) keeps
    // its partitions; whoever uses them hears from their leader what is true.
    const keep = known !== undefined && errorCode(topic.errorCode).retriable;
    return {
      name,
      topicId: known?.topicId ?? topic.topicId,
      internal: known?.internal ?? internal,
      partitions: keep ? known.partitions : [],
      error: topic.errorCode,
    };
  }
  const comparable = known !== undefined && known.topicId === topic.topicId;
  const hasId = topic.topicId !== ZERO_UUID;
  const partitions: PartitionInfo[] = [];
  for (const entry of topic.partitions) {
    if (entry.partitionIndex < 0 || entry.partitionIndex >= MAX_PARTITIONS) continue;
    const fresh: PartitionInfo = {
      topic: name,
      partition: entry.partitionIndex,
      leader: entry.leaderId,
      leaderEpoch: entry.leaderEpoch,
      replicas: entry.replicaNodes,
      isr: entry.isrNodes,
      offline: entry.offlineReplicas,
      error: entry.errorCode,
    };
    const old = comparable ? known.partitions[entry.partitionIndex] : undefined;
    partitions[entry.partitionIndex] = old === undefined
      ? fresh
      : newer(old, fresh, hasId, rewinds);
  }
  // Partitions are never taken away from a topic: who lists fewer lags behind.
  if (comparable && hasId) {
    for (let index = partitions.length; index < known.partitions.length; index++) {
      partitions[index] = known.partitions[index];
    }
  }
  for (let index = 0; index < partitions.length; index++) {
    partitions[index] ??= missing(name, index);
  }
  return { name, topicId: topic.topicId, internal, partitions, error: 0 };
}

function newer(
  old: PartitionInfo,
  fresh: PartitionInfo,
  hasId: boolean,
  rewinds: Map<string, number>,
): PartitionInfo {
  const key = `${fresh.topic}-${fresh.partition}`;
  if (fresh.leaderEpoch < 0 || fresh.leaderEpoch >= old.leaderEpoch) {
    rewinds.delete(key);
    return fresh;
  }
  if (hasId) return old;
  const times = (rewinds.get(key) ?? 0) + 1;
  if (times < MAX_REWINDS) {
    rewinds.set(key, times);
    return old;
  }
  rewinds.delete(key);
  return fresh;
}

/** A partition that a broker left out between others: nobody knows its leader. */
function missing(topic: string, partition: number): PartitionInfo {
  return {
    topic,
    partition,
    leader: -1,
    leaderEpoch: -1,
    replicas: [],
    isr: [],
    offline: [],
    error: 0,
  };
}

function isRecreated(known: TopicInfo, now: TopicInfo): boolean {
  return known.topicId !== ZERO_UUID && now.topicId !== ZERO_UUID && known.topicId !== now.topicId;
}

function namesById(topics: ReadonlyMap<string, TopicInfo>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, topicId } of topics.values()) {
    if (topicId !== ZERO_UUID) names.set(topicId, name);
  }
  return names;
}

function sameRouting(a: MetadataSnapshot, b: MetadataSnapshot): boolean {
  if (a.brokers.size !== b.brokers.size || a.topics.size !== b.topics.size) return false;
  for (const [nodeId, broker] of b.brokers) {
    const old = a.brokers.get(nodeId);
    if (old === undefined || old.host !== broker.host || old.port !== broker.port) return false;
  }
  for (const [name, topic] of b.topics) {
    const old = a.topics.get(name);
    if (old === topic) continue;
    if (
      old === undefined || old.topicId !== topic.topicId || old.error !== topic.error ||
      old.partitions.length !== topic.partitions.length
    ) return false;
    for (let index = 0; index < topic.partitions.length; index++) {
      const [was, is] = [old.partitions[index], topic.partitions[index]];
      if (was.leader !== is.leader || was.leaderEpoch !== is.leaderEpoch) return false;
    }
  }
  return true;
}
