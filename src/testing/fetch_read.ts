/**
 * What one partition gives to a fetch.
 *
 * @module
 */

import { ErrorCodes } from "../protocol/error_codes.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import type { FetchItem } from "./fetch_sessions.ts";
import type { RequestContext } from "./handler.ts";
import type { Partition } from "./partition.ts";
import type { EpochEnd, PartitionLog } from "./partition_log.ts";
import type { AbortedTransaction } from "./producer_states.ts";

/** Followers may be read from this version on (KIP-392). */
const FOLLOWER_VERSION = 11;

/** How a fetch reads. */
export interface FetchRules {
  /** Whether only what is stable and committed is read. */
  readonly committed: boolean;
  /** The client's rack, or "". */
  readonly rack: string;
  /** Whether topics are named by id. */
  readonly usesTopicIds: boolean;
}

/** A partition that can be read, and how far. */
export interface Readable {
  /** The partition. */
  readonly partition: Partition;
  /** This broker's replica. */
  readonly log: PartitionLog;
  /** The offset that may not be read any more. */
  readonly end: bigint;
}

/** What one partition gives. */
export interface FetchResult {
  /** What was asked. */
  readonly item: FetchItem;
  /** The partition, if there is one. */
  readonly partition: Partition | undefined;
  /** Kafka's error code. */
  error: number;
  /** Where consumers may read to, or -1. */
  highWatermark: bigint;
  /** Where read-committed consumers may read to, or -1. */
  lastStableOffset: bigint;
  /** The first offset that can be read, or -1. */
  logStartOffset: bigint;
  /** Where the client's log parts from this one (KIP-595). */
  diverging: EpochEnd | undefined;
  /** The broker to read from instead, or -1. */
  preferredReplica: number;
  /** The aborted transactions among the records; null unless asked for. */
  aborted: AbortedTransaction[] | null;
  /** The batches. */
  chunks: Uint8Array[];
  /** How many bytes these are. */
  bytes: number;
  /** What can be read, unless something else is answered. */
  readable: Readable | undefined;
}

/**
 * Looks at a partition without reading it yet.
 *
 * @param item What is asked.
 * @param rules How it is read.
 * @param context Who asks.
 */
export function inspect(item: FetchItem, rules: FetchRules, context: RequestContext): FetchResult {
  const { cluster, broker, version } = context;
  const topic = rules.usesTopicIds
    ? cluster.topicsById.get(item.topicId)
    : cluster.topics.get(item.topic);
  const partition = topic?.partitions[item.partition];
  const result: FetchResult = {
    item,
    partition,
    error: ErrorCodes.NONE,
    highWatermark: -1n,
    lastStableOffset: -1n,
    logStartOffset: -1n,
    diverging: undefined,
    preferredReplica: -1,
    aborted: null,
    chunks: [],
    bytes: 0,
    readable: undefined,
  };
  const fail = (error: number): FetchResult => {
    result.error = error;
    return result;
  };
  const outOfRange = (): FetchResult => {
    result.highWatermark = result.lastStableOffset = result.logStartOffset = -1n;
    return fail(ErrorCodes.OFFSET_OUT_OF_RANGE);
  };
  if (partition === undefined) {
    result.aborted = [];
    const byId = topic === undefined && rules.usesTopicIds;
    return fail(byId ? ErrorCodes.UNKNOWN_TOPIC_ID : ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION);
  }
  const leads = partition.leader === broker.id;
  const log = partition.replicaLog(broker.id);
  if (log === undefined || (!leads && version < FOLLOWER_VERSION)) {
    return fail(ErrorCodes.NOT_LEADER_OR_FOLLOWER);
  }
  if (item.currentLeaderEpoch >= 0 && item.currentLeaderEpoch < partition.leaderEpoch) {
    return fail(ErrorCodes.FENCED_LEADER_EPOCH);
  }
  if (item.currentLeaderEpoch > partition.leaderEpoch) {
    return fail(ErrorCodes.UNKNOWN_LEADER_EPOCH);
  }
  const shared = partition.highWatermark < log.endOffset ? partition.highWatermark : log.endOffset;
  const stable = partition.lastStableOffset;
  result.highWatermark = shared;
  result.lastStableOffset = stable < shared ? stable : shared;
  result.logStartOffset = log.startOffset;
  if (leads && version >= FOLLOWER_VERSION) {
    result.preferredReplica = nearestReplica(partition, item.fetchOffset, rules.rack, context);
    if (result.preferredReplica >= 0) return result;
  }
  if (item.lastFetchedEpoch >= 0) {
    const end = log.endOfEpoch(item.lastFetchedEpoch, partition.leaderEpoch);
    if (end.epoch < 0) return outOfRange();
    if (end.epoch < item.lastFetchedEpoch || end.endOffset < item.fetchOffset) {
      result.diverging = end;
      return result;
    }
  }
  if (item.fetchOffset < log.startOffset || item.fetchOffset > log.endOffset) {
    return outOfRange();
  }
  if (rules.committed) result.aborted = [];
  const end = rules.committed ? result.lastStableOffset : shared;
  result.readable = { partition, log, end };
  return result;
}

/**
 * Reads a partition that was looked at.
 *
 * @param result What was found, which is completed.
 * @param maxBytes What the response still has room for.
 * @param atLeastOne Whether the first batch is given whatever its size.
 * @param cut Whether a batch that does not fit is cut off instead of left out.
 */
export function read(
  result: FetchResult,
  maxBytes: number,
  atLeastOne: boolean,
  cut: boolean,
): void {
  const { readable, item } = result;
  if (readable === undefined) return;
  const { log, end, partition } = readable;
  const limit = Math.min(maxBytes, Math.max(0, item.maxBytes));
  const slice = log.read(item.fetchOffset, end, limit, atLeastOne);
  result.chunks = slice.chunks;
  result.bytes = slice.bytes;
  if (cut && slice.bytes < limit) {
    const rest = log.read(slice.nextOffset, end, 1, true);
    if (rest.bytes > limit - slice.bytes) {
      result.chunks.push(rest.chunks[0].subarray(0, limit - slice.bytes));
      result.bytes = limit;
    }
  }
  if (result.aborted !== null && slice.bytes > 0) {
    result.aborted = partition.producers.aborted(item.fetchOffset, slice.nextOffset);
  }
}

/** The replica in the client's rack that has what it asks for, or -1 when it may stay here. */
function nearestReplica(
  partition: Partition,
  offset: bigint,
  rack: string,
  context: RequestContext,
): number {
  const { cluster, broker } = context;
  if (rack === "" || !cluster.options.rackAwareReads || broker.rack === rack) return -1;
  let best = -1;
  let bestEnd = -1n;
  for (const id of partition.isr) {
    const log = partition.replicaLog(id);
    if (log === undefined || cluster.broker(id).rack !== rack || cluster.broker(id).fenced) {
      continue;
    }
    if (offset < log.startOffset || offset > log.endOffset || log.endOffset <= bestEnd) continue;
    best = id;
    bestEnd = log.endOffset;
  }
  return best;
}

/**
 * The name that an answer gives to a topic: whichever of the two its version has.
 *
 * @param item The partition.
 */
export function topicOf(item: FetchItem): { topic: string; topicId: string } {
  return { topic: item.topic, topicId: item.topicId === "" ? ZERO_UUID : item.topicId };
}
