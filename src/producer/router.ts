/**
 * Which broker each partition's batches go to, as the metadata changes.
 *
 * @module
 */

import type { Cluster } from "../cluster/cluster.ts";
import { brokerError, classify } from "../cluster/error_class.ts";
import type { MetadataSnapshot, TopicInfo } from "../cluster/metadata.ts";
import { ConnectionError, KafkaError } from "../errors.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { metadata } from "../protocol/messages/metadata.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import type { Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";
import { BrokerSender, type SenderHost } from "./sender.ts";
import type { TopicState } from "./topic_state.ts";

/** What a router needs of its producer. */
export interface RouterHost extends SenderHost {
  /** The options. */
  readonly settings: ResolvedProducerOptions;
  /** The topics that were sent to. */
  topics(): Iterable<TopicState>;
  /** A topic is known now; what was staged for it may go on. */
  topicKnown(topic: TopicState): void;
  /** A topic cannot be known; what was staged for it fails. */
  topicFailed(topic: TopicState, error: KafkaError): void;
  /** What was sent to a partition of a topic that is gone fails. */
  laneReset(lane: Lane, error: KafkaError): void;
  /** What was not sent to a partition that is gone fails. */
  laneFailed(lane: Lane, error: KafkaError): void;
}

/** How long a request may be open before a connection without idempotence is given up for another leader, in ms. */
const PATIENCE_MS = 1_500;

/** Knows the leaders, and keeps a sender for each. */
export class Router {
  readonly #cluster: Cluster;
  readonly #host: RouterHost;
  readonly #senders = new Map<number, BrokerSender>();
  readonly #stop = new AbortController();
  readonly #offMetadata: () => void;
  /** Partitions whose old leader still owes an answer that cannot be waived, and until when. */
  readonly #forsaken = new Map<Lane, { readonly sender: BrokerSender; readonly until: number }>();

  /**
   * @param cluster The cluster.
   * @param host Its producer.
   */
  constructor(cluster: Cluster, host: RouterHost) {
    this.#cluster = cluster;
    this.#host = host;
    this.#offMetadata = cluster.onMetadata((now) => this.#onMetadata(now));
  }

  /** Sends what can be sent, everywhere. */
  pump(): void {
    for (const sender of this.#senders.values()) sender.pump();
  }

  /**
   * Lets a partition that holds something take part.
   *
   * @param lane The partition.
   */
  activate(lane: Lane): void {
    if (lane.leader >= 0) {
      this.#sender(lane.leader).lanes.add(lane);
      return;
    }
    const topic = this.#cluster.metadata.topics.get(lane.topic);
    if (topic?.partitions[lane.partition] === undefined) this.#missing(lane);
    else this.#cluster.invalidate("no leader", [lane.topic]);
  }

  /**
   * Finds out about a topic: at once when the metadata has it, with requests otherwise.
   *
   * @param state The topic.
   */
  want(state: TopicState): void {
    const known = this.#cluster.metadata.topics.get(state.name);
    state.release ??= this.#cluster.watchTopics([state.name]);
    if (known !== undefined && known.error === 0 && known.partitions.length > 0) {
      state.adopt(known);
      return;
    }
    if (state.isAsked) return;
    state.isAsked = true;
    const { maxBlockMs, deliveryTimeoutMs } = this.#host.settings;
    this.#cluster.topic(state.name, {
      signal: this.#stop.signal,
      timeoutMs: Math.min(maxBlockMs, deliveryTimeoutMs, 0x7fffffff),
    }).then((info) => {
      state.isAsked = false;
      this.#adopt(state, info);
    }, (reason: unknown) => {
      state.isAsked = false;
      const error = reason instanceof KafkaError
        ? reason
        : new KafkaError(`Cannot find out about "${state.name}"`, { cause: reason });
      if (!this.#stop.signal.aborted) this.#host.topicFailed(state, error);
    });
  }

  /**
   * Gives a new partition its leader.
   *
   * @param state Its topic.
   * @param lane The partition.
   */
  place(state: TopicState, lane: Lane): void {
    const info = state.info?.partitions[lane.partition];
    lane.leader = lane.lastLeader = info?.leader ?? -1;
  }

  /**
   * Does what is due.
   *
   * @param now The monotonic clock.
   * @param active The partitions that hold something.
   * @returns When to call it again.
   */
  tick(now: number, active: Iterable<Lane>): number {
    let next = Infinity;
    for (const lane of active) {
      if (lane.missingSince === undefined) continue;
      const until = lane.missingSince + this.#cluster.options.unknownTopicToleranceMs;
      if (until > now) next = Math.min(next, until);
      else {
        // Who sends to it after this gets the full time again: it may have come into being.
        lane.missingSince = undefined;
        const action = `send to ${JSON.stringify(lane.topic)} partition ${lane.partition}`;
        const { topic, partition } = lane;
        const code = ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
        this.#host.laneFailed(lane, brokerError(metadata, code, { action, topic, partition }));
      }
    }
    for (const [lane, { sender, until }] of this.#forsaken) {
      if (lane.open === 0) this.#forsaken.delete(lane);
      else if (until > now) next = Math.min(next, until);
      else {
        this.#forsaken.delete(lane);
        this.#giveUpOn(sender, lane);
      }
    }
    return next;
  }

  /** Whether any broker owes an answer. */
  get hasOpen(): boolean {
    for (const sender of this.#senders.values()) if (sender.inFlight > 0) return true;
    return false;
  }

  /** Ends everything. */
  async stop(): Promise<void> {
    this.#offMetadata();
    this.#stop.abort();
    for (const state of this.#host.topics()) state.release?.();
    await Promise.all([...this.#senders.values()].map((sender) => sender.stop()));
  }

  #sender(nodeId: number): BrokerSender {
    let sender = this.#senders.get(nodeId);
    if (sender === undefined) {
      sender = new BrokerSender(nodeId, this.#host);
      this.#senders.set(nodeId, sender);
    }
    return sender;
  }

  #onMetadata(now: MetadataSnapshot): void {
    for (const state of this.#host.topics()) {
      const info = now.topics.get(state.name);
      if (info !== undefined && info.error === 0) this.#adopt(state, info);
      else if (state.info !== undefined) this.#gone(state, info);
    }
  }

  #gone(state: TopicState, info: TopicInfo | undefined): void {
    const code = info?.error ?? ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
    const isFinal = !classify(metadata.key, code).retriable;
    const isUnknown = code === ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION ||
      code === ErrorCodes.UNKNOWN_TOPIC_ID;
    if (!isFinal && !isUnknown) return;
    for (const lane of state.lanes) {
      if (lane === undefined || lane.isEmpty) continue;
      if (!isFinal) this.#missing(lane);
      else {
        const { topic, partition } = lane;
        const action = `send to ${JSON.stringify(topic)} partition ${partition}`;
        this.#host.laneFailed(lane, brokerError(metadata, code, { action, topic, partition }));
      }
    }
  }

  #adopt(state: TopicState, info: TopicInfo): void {
    const before = state.info;
    const isAnother = before !== undefined && before.topicId !== info.topicId &&
      before.topicId !== ZERO_UUID && info.topicId !== ZERO_UUID;
    state.adopt(info);
    for (const lane of state.lanes) {
      if (lane === undefined) continue;
      if (isAnother) this.#reset(lane);
      const partition = info.partitions[lane.partition];
      if (partition !== undefined) lane.missingSince = undefined;
      else if (!lane.isEmpty) this.#missing(lane);
      this.#lead(lane, partition?.leader ?? -1);
    }
    if (state.staged.length > 0) this.#host.topicKnown(state);
  }

  #reset(lane: Lane): void {
    const { topic, partition } = lane;
    this.#host.laneReset(
      lane,
      new KafkaError(
        `Cannot send to ${
          JSON.stringify(topic)
        } partition ${partition} as the topic was deleted and created anew`,
        { code: "UNKNOWN_TOPIC_ID", topic, partition },
      ),
    );
  }

  #lead(lane: Lane, leader: number): void {
    const before = lane.leader;
    if (leader === before) {
      // Ask until there is one: an election may take seconds.
      if (leader < 0 && !lane.isEmpty) this.#cluster.invalidate("no leader", [lane.topic]);
      return;
    }
    if (leader < 0) {
      // The old leader may still answer what it was asked.
      this.#senders.get(before)?.lanes.delete(lane);
      lane.leader = leader;
      if (!lane.isEmpty) this.#cluster.invalidate("no leader", [lane.topic]);
      return;
    }
    const last = lane.lastLeader;
    const old = this.#senders.get(last);
    this.#senders.get(before)?.lanes.delete(lane);
    lane.leader = lane.lastLeader = leader;
    // The same leader as before a time without one still owes what it was asked.
    if (last !== leader) lane.leaderChanged();
    // Without sequences a second copy would be stored twice: the old request has to end first.
    if (last !== leader && lane.open > 0 && old !== undefined) this.#forsake(lane, old);
    if (!lane.isEmpty) this.#sender(leader).lanes.add(lane);
    this.#host.wakeAt(this.#cluster.environment.clock.monotonic());
  }

  #forsake(lane: Lane, sender: BrokerSender): void {
    const until = sender.oldestOpenAt + PATIENCE_MS;
    this.#forsaken.set(lane, { sender, until });
    this.#host.wakeAt(until);
  }

  #giveUpOn(sender: BrokerSender, lane: Lane): void {
    sender.disconnect(
      new ConnectionError(
        `Cannot wait for broker ${sender.nodeId} as ${
          JSON.stringify(lane.topic)
        } partition ${lane.partition} has another leader`,
        { topic: lane.topic, partition: lane.partition },
      ),
    );
  }

  #missing(lane: Lane): void {
    lane.missingSince ??= this.#cluster.environment.clock.monotonic();
    this.#host.wakeAt(lane.missingSince + this.#cluster.options.unknownTopicToleranceMs);
    this.#cluster.invalidate("unknown partition", [lane.topic]);
  }
}
