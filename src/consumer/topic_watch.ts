/**
 * What a consumer without a group reads: it follows its topics as they come,
 * grow and go.
 *
 * @module
 */

import type { MetadataSnapshot, TopicInfo } from "../cluster/metadata.ts";
import { AbortedError, ClosedError, KafkaError } from "../errors.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import { asError, type ConsumerContext } from "./context.ts";
import type { Subscription } from "./options.ts";
import { EARLIEST, startOfPartition, type StartPoint } from "./start_position.ts";

/** A partition to read, and where to start. */
export interface Assignment {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** Where to start. */
  readonly start: StartPoint;
}

/** What the watch asks of its engine. */
export interface WatchHost extends ConsumerContext {
  /** Reads partitions from now on. */
  assign(assignments: readonly Assignment[]): void;
  /** Says that something is wrong with a topic, or no longer; so that it is looked whether any is left. */
  troubled(): void;
}

/** A topic of which no partition is assigned. */
export interface Missing {
  /** The topic. */
  readonly topic: string;
  /** Why, or `undefined` while that is being found out. */
  readonly error: Error | undefined;
  /** Since when, on the monotonic clock. */
  readonly since: number;
}

/** One topic, and how it is. */
interface Watched {
  readonly subscription: Subscription;
  /** How many partitions are assigned, from 0 on; those of an explicit list are assigned at once. */
  assigned: number;
  /** What is wrong with it, while something is. */
  trouble: Error | undefined;
  troubleSince: number;
}

/** Turns topics into partitions to read: at the start, and when topics change. */
export class TopicWatch {
  readonly #host: WatchHost;
  readonly #topics: readonly Watched[];
  #started = false;

  /** @param host The engine. */
  constructor(host: WatchHost) {
    this.#host = host;
    this.#topics = host.options.subscriptions.map((subscription) => ({
      subscription,
      assigned: 0,
      trouble: undefined,
      troubleSince: 0,
    }));
  }

  /**
   * Looks up the topics, and assigns the partitions of each as soon as it is known.
   *
   * @param signal Gives up.
   * @returns When every topic is known, or known to be missing.
   * @throws When not a single topic can be read: the reason of the first.
   */
  async start(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#topics.map((watched) => this.#find(watched, signal)));
    this.#started = true;
    if (this.#topics.every((watched) => watched.trouble !== undefined)) {
      throw this.#topics[0].trouble;
    }
  }

  /**
   * Follows a change of the metadata.
   *
   * @param now The metadata.
   */
  follow(now: MetadataSnapshot): void {
    // Before that, `start` takes the topics, with the start that was asked for.
    if (!this.#started) return;
    for (const watched of this.#topics) {
      const info = now.topics.get(watched.subscription.topic);
      if (info === undefined) continue;
      if (info.error !== 0 || info.partitions.length === 0) {
        this.#trouble(watched, unreadable(watched.subscription.topic));
        continue;
      }
      watched.trouble = undefined;
      // What appears later starts at its beginning: it was empty when we began (KIP-842).
      this.#assign(watched, info, () => EARLIEST);
    }
  }

  /** What is wrong with the topics of which no partition is assigned; empty when every topic has some. */
  get missing(): readonly Missing[] {
    return this.#topics.filter((watched) => watched.assigned === 0).map((watched) => ({
      topic: watched.subscription.topic,
      error: watched.trouble,
      since: watched.troubleSince,
    }));
  }

  async #find(watched: Watched, signal: AbortSignal): Promise<void> {
    const { cluster, options } = this.#host;
    const { subscription } = watched;
    try {
      const info = await cluster.topic(subscription.topic, {
        signal,
        timeoutMs: options.startTimeoutMs,
      });
      if (signal.aborted) return;
      this.#assign(watched, info, (partition) => startOfPartition(subscription.start, partition));
    } catch (thrown) {
      const error = asError(thrown);
      if (error instanceof AbortedError || error instanceof ClosedError) throw error;
      this.#trouble(watched, error);
    }
  }

  #assign(watched: Watched, info: TopicInfo, start: (partition: number) => StartPoint): void {
    const { topic, partitions } = watched.subscription;
    const assignments: Assignment[] = [];
    if (partitions !== undefined) {
      if (watched.assigned === 0) {
        for (const partition of partitions) {
          assignments.push({ topic, partition, start: start(partition) });
        }
        watched.assigned = partitions.length;
      }
    } else {
      for (let partition = watched.assigned; partition < info.partitions.length; partition++) {
        assignments.push({ topic, partition, start: start(partition) });
      }
      watched.assigned = Math.max(watched.assigned, info.partitions.length);
    }
    if (assignments.length > 0) this.#host.assign(assignments);
  }

  #trouble(watched: Watched, error: Error): void {
    const { cluster } = this.#host;
    if (watched.trouble === undefined) {
      watched.troubleSince = cluster.environment.clock.monotonic();
      cluster.emit("partitionerror", {
        topic: watched.subscription.topic,
        partition: -1,
        error,
      });
    }
    watched.trouble = error;
    this.#host.troubled();
  }
}

/**
 * Tells whether a topic was deleted and created anew. An id where there was none comes with an
 * upgrade of the brokers: that is the same topic.
 *
 * @param before The topic's id, or the zero id.
 * @param now The topic's id, or the zero id.
 */
export function isAnotherTopic(before: string, now: string): boolean {
  return before !== now && before !== ZERO_UUID && now !== ZERO_UUID;
}

/** The error of a topic that the metadata does not list properly. */
function unreadable(topic: string): KafkaError {
  return new KafkaError(`Cannot read "${topic}" as the cluster does not know it any more`, {
    code: "UNKNOWN_TOPIC_OR_PARTITION",
    retriable: true,
    topic,
  });
}
