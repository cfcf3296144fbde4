/**
 * The client's half of an incremental fetch session (KIP-227): what a broker
 * remembers of our requests need not be said again.
 *
 * @module
 */

import type {
  FetchRequestFetchTopicInput,
  FetchRequestForgottenTopicInput,
  FetchRequestInput,
} from "../protocol/messages/fetch.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";

/** One partition to fetch, and from where. */
export interface FetchTarget {
  /** The topic's name. */
  readonly topic: string;
  /** The topic's id, the zero one when it has none. */
  readonly topicId: string;
  /** The partition. */
  readonly partition: number;
  /** The offset to fetch from. */
  readonly offset: number;
  /** The leader's epoch as far as is known, or -1. */
  readonly leaderEpoch: number;
  /** The epoch of the record before `offset`, or -1: lets the leader find where the logs part. */
  readonly lastFetchedEpoch: number;
  /** How many bytes the answer may hold of it. */
  readonly maxBytes: number;
}

/** The part of a request that depends on the session. */
export type SessionRequest = Pick<
  Required<FetchRequestInput>,
  "sessionId" | "sessionEpoch" | "topics" | "forgottenTopicsData"
>;

/** The first version with sessions. */
const SESSIONS_SINCE = 7;
/** The first version with `lastFetchedEpoch`. */
const FETCHED_EPOCH_SINCE = 12;
/** The first version that names topics by id. */
const TOPIC_IDS_SINCE = 13;

/** The epoch of a request that states everything, and asks for a session. */
const FULL_EPOCH = 0;
/** The epoch of a request that ends the session, or that wants none. */
const FINAL_EPOCH = -1;
/** The epochs of a session run from 1 to this, then from 1 again. */
const MAX_EPOCH = 0x7fffffff;

/**
 * The epoch of a session's next request. 0 would begin a new session, so that it is passed over.
 *
 * @param epoch The epoch of the request that was answered.
 */
export function nextSessionEpoch(epoch: number): number {
  return epoch === MAX_EPOCH ? 1 : epoch + 1;
}

/** Partitions by topic, in the order in which they came. */
class ByTopic<T> {
  readonly topics = new Map<string, Map<number, T>>();

  get(topic: string, partition: number): T | undefined {
    return this.topics.get(topic)?.get(partition);
  }

  set(topic: string, partition: number, value: T): void {
    const partitions = this.topics.get(topic);
    if (partitions === undefined) this.topics.set(topic, new Map([[partition, value]]));
    else partitions.set(partition, value);
  }
}

/**
 * The session with one broker. Each request is built, sent and answered before
 * the next one: a session allows one at a time.
 *
 * Build a request with {@linkcode FetchSession.request}, then tell what became
 * of it: {@linkcode FetchSession.accept} its answer, or
 * {@linkcode FetchSession.reset} when there is none.
 */
export class FetchSession {
  #id = 0;
  #epoch = FULL_EPOCH;
  #named = false;
  /** What the broker remembers. */
  #known = new ByTopic<FetchTarget>();
  /** Which partition a full request starts with, so that none is always last. */
  #turn = 0;

  /** The session's id, or 0 while there is none. */
  get id(): number {
    return this.#id;
  }

  /** The epoch of the next request; 0 states everything. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * Builds the next request.
   *
   * @param targets Everything that is wanted now; what the session knows besides is forgotten.
   * @param version The version of Fetch that will be sent.
   * @returns The part of the request that depends on the session.
   */
  request(targets: readonly FetchTarget[], version: number): SessionRequest {
    const byId = version >= TOPIC_IDS_SINCE;
    const withEpoch = version >= FETCHED_EPOCH_SINCE;
    if (version < SESSIONS_SINCE) {
      return this.#full(targets, byId, withEpoch, FINAL_EPOCH);
    }
    // A session names its topics either by name or by id: it cannot switch.
    if (this.#epoch === FULL_EPOCH || this.#named === byId) {
      return this.#full(targets, byId, withEpoch, FULL_EPOCH);
    }
    return this.#incremental(targets, byId, withEpoch);
  }

  #full(
    targets: readonly FetchTarget[],
    byId: boolean,
    withEpoch: boolean,
    epoch: number,
  ): SessionRequest {
    this.#named = !byId;
    this.#known = new ByTopic();
    this.#turn = targets.length === 0 ? 0 : (this.#turn + 1) % targets.length;
    for (let i = 0; i < targets.length; i++) {
      const target = targets[(i + this.#turn) % targets.length];
      this.#known.set(byId ? target.topicId : target.topic, target.partition, target);
    }
    const sessionId = epoch === FULL_EPOCH ? this.#id : 0;
    this.#epoch = FULL_EPOCH;
    return {
      sessionId,
      sessionEpoch: epoch,
      topics: requestTopics(this.#known, byId, withEpoch),
      forgottenTopicsData: [],
    };
  }

  #incremental(
    targets: readonly FetchTarget[],
    byId: boolean,
    withEpoch: boolean,
  ): SessionRequest {
    const wanted = new ByTopic<FetchTarget>();
    const changed = new ByTopic<FetchTarget>();
    for (const target of targets) {
      const topic = byId ? target.topicId : target.topic;
      wanted.set(topic, target.partition, target);
      const before = this.#known.get(topic, target.partition);
      if (before === undefined || !same(before, target)) {
        changed.set(topic, target.partition, target);
      }
    }
    const forgotten: FetchRequestForgottenTopicInput[] = [];
    for (const [topic, partitions] of this.#known.topics) {
      const gone = [...partitions.keys()].filter((p) => wanted.get(topic, p) === undefined);
      if (gone.length === 0) continue;
      forgotten.push(
        byId ? { topicId: topic, partitions: gone } : { topic, partitions: gone },
      );
    }
    this.#known = wanted;
    return {
      sessionId: this.#id,
      sessionEpoch: this.#epoch,
      topics: requestTopics(changed, byId, withEpoch),
      forgottenTopicsData: forgotten,
    };
  }

  /**
   * Takes note of an answer.
   *
   * @param errorCode The error of the answer as a whole.
   * @param sessionId The session that the broker gave or keeps; 0 for none.
   * @returns Whether the session goes on; otherwise the next request states everything.
   */
  accept(errorCode: number, sessionId: number): boolean {
    if (errorCode !== ErrorCodes.NONE) {
      this.reset();
      // The broker does not know this id: it must not be named again.
      if (errorCode === ErrorCodes.FETCH_SESSION_ID_NOT_FOUND) this.#id = 0;
      return false;
    }
    if (sessionId === 0) {
      // The broker has no room for a session, or ended it.
      this.reset();
      this.#id = 0;
      return true;
    }
    if (this.#epoch !== FULL_EPOCH && sessionId !== this.#id) {
      this.reset();
      return false;
    }
    this.#id = sessionId;
    this.#epoch = nextSessionEpoch(this.#epoch);
    return true;
  }

  /**
   * Forgets what the broker may remember, after a request without an answer.
   * The next request states everything, and ends the old session if there is one.
   */
  reset(): void {
    this.#epoch = FULL_EPOCH;
    this.#known = new ByTopic();
  }

  /**
   * The request that ends the session.
   *
   * @returns The request, or `undefined` when there is nothing to end.
   */
  final(): SessionRequest | undefined {
    const sessionId = this.#id;
    if (sessionId === 0) return undefined;
    this.#id = 0;
    this.reset();
    return { sessionId, sessionEpoch: FINAL_EPOCH, topics: [], forgottenTopicsData: [] };
  }
}

function same(a: FetchTarget, b: FetchTarget): boolean {
  return a.offset === b.offset && a.leaderEpoch === b.leaderEpoch &&
    a.lastFetchedEpoch === b.lastFetchedEpoch && a.maxBytes === b.maxBytes;
}

function requestTopics(
  targets: ByTopic<FetchTarget>,
  byId: boolean,
  withEpoch: boolean,
): FetchRequestFetchTopicInput[] {
  const topics: FetchRequestFetchTopicInput[] = [];
  for (const [topic, partitions] of targets.topics) {
    const list = [];
    for (const target of partitions.values()) {
      list.push({
        partition: target.partition,
        currentLeaderEpoch: target.leaderEpoch,
        fetchOffset: BigInt(target.offset),
        lastFetchedEpoch: withEpoch ? target.lastFetchedEpoch : -1,
        partitionMaxBytes: target.maxBytes,
      });
    }
    topics.push(byId ? { topicId: topic, partitions: list } : { topic, partitions: list });
  }
  return topics;
}
