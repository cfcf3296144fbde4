/**
 * What goes to one broker: requests with one batch for each partition, as many
 * under way as allowed.
 *
 * @module
 */

import type { Cluster } from "../cluster/cluster.ts";
import { KafkaError, TimeoutError } from "../errors.ts";
import type { Channel } from "../network/broker.ts";
import type { Connection } from "../network/connection.ts";
import {
  type PartitionProduceResponse,
  produce,
  type ProduceRequestInput,
  type ProduceResponse,
} from "../protocol/messages/produce.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import type { ProduceBatch } from "./batch.ts";
import type { ProducerIdentity } from "./idempotence.ts";
import type { Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";

/** One batch in one request. */
export interface SentBatch {
  /** Its partition. */
  readonly lane: Lane;
  /** The batch. */
  readonly batch: ProduceBatch;
  /** Which of the batch's requests this is. */
  readonly attempt: number;
}

/** What a sender needs of its producer. */
export interface SenderHost {
  /** The cluster. */
  readonly cluster: Cluster;
  /** The options. */
  readonly settings: ResolvedProducerOptions;
  /** Whose connections it uses. */
  readonly owner: string;
  /** The identity, if the producer is idempotent and has one. */
  identity(): ProducerIdentity | undefined;
  /** The topic's id, or `ZERO_UUID`. */
  topicId(topic: string): string;
  /** Seals what fills a lane. */
  seal(lane: Lane): void;
  /** Whether somebody waits for all that is buffered. */
  isUrgent(): boolean;
  /** Asks for a pump at a time. */
  wakeAt(at: number): void;
  /** A broker answered for a batch. */
  answered(
    sent: SentBatch,
    answer: PartitionProduceResponse,
    response: ProduceResponse,
    broker: string,
  ): void;
  /** No answer will come; with acks 0 that is how it should be. */
  written(sent: SentBatch): void;
  /** A request failed; `wasSent` tells whether the broker may have seen it. */
  lost(sent: SentBatch, error: KafkaError, wasSent: boolean): void;
  /** A response was gone through. */
  settled(): void;
  /** The broker cannot be reached. */
  unreachable(sender: BrokerSender, error: KafkaError): void;
}

/** What one request takes at most, unless a single batch is larger, in bytes. */
const REQUEST_BYTES = 4 * 1024 * 1024;
/** The first version with topic ids instead of names. */
const TOPIC_IDS_FROM = 13;

/** Sends to one broker. */
export class BrokerSender {
  /** The broker's node id. */
  readonly nodeId: number;
  /** The partitions that it leads and that hold something. */
  readonly lanes: Set<Lane> = new Set();
  readonly #host: SenderHost;
  readonly #channel: Channel;
  readonly #stop = new AbortController();
  #inFlight = 0;
  #oldestOpenAt = Infinity;
  #connecting: Promise<void> | undefined;

  /**
   * @param nodeId The broker's node id.
   * @param host Its producer.
   */
  constructor(nodeId: number, host: SenderHost) {
    this.nodeId = nodeId;
    this.#host = host;
    this.#channel = host.cluster.channel(nodeId, "produce", host.owner);
  }

  /** How many requests are under way. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Since when some request has been open, on the monotonic clock; Infinity when none is. */
  get oldestOpenAt(): number {
    return this.#inFlight === 0 ? Infinity : this.#oldestOpenAt;
  }

  /**
   * Ends the connection; open requests fail.
   *
   * @param cause Why.
   */
  disconnect(cause: Error): void {
    this.#channel.disconnect(cause);
  }

  /** Stops connecting. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#connecting;
  }

  /**
   * Sends what can be sent.
   *
   * @param answered Whether an answer has just arrived, so that what fills may leave.
   */
  pump(answered = false): void {
    if (this.lanes.size === 0 || this.#stop.signal.aborted) return;
    const { settings, cluster } = this.#host;
    if (this.#inFlight >= settings.maxInFlight) return;
    const connection = this.#channel.current;
    if (connection === undefined) {
      this.#connecting ??= this.#connect();
      return;
    }
    const now = cluster.environment.clock.monotonic();
    if (this.#channel.mutedUntil > now) {
      this.#host.wakeAt(this.#channel.mutedUntil);
      return;
    }
    // Adaptive linger: with nothing owed by the broker what fills may leave at once; otherwise it
    // fills on until an answer arrives or the batch is full.
    let mayFill = answered || this.#inFlight === 0;
    while (this.#inFlight < settings.maxInFlight) {
      const batches = this.#collect(now, mayFill);
      if (batches.length === 0) return;
      this.#submit(connection, batches, now);
      mayFill = false;
    }
  }

  #collect(now: number, mayFill: boolean): SentBatch[] {
    const { settings } = this.#host;
    const identity = this.#host.identity();
    const batches: SentBatch[] = [];
    let bytes = 0;
    for (const lane of this.lanes) {
      if (bytes >= REQUEST_BYTES) break;
      const turn = lane.turn(now, identity);
      if (turn === undefined) {
        if (lane.retryAt > now) this.#host.wakeAt(lane.retryAt);
        else if (lane.isEmpty) this.lanes.delete(lane);
        continue;
      }
      let batch: ProduceBatch;
      if (turn === "new") {
        const filling = lane.filling;
        if (lane.queue.length === 0 && filling !== undefined) {
          if (settings.lingerMs === 0 ? !mayFill : !this.#hasLingered(filling, now)) continue;
          this.#host.seal(lane);
        }
        if (lane.queue.length === 0) {
          if (lane.isEmpty) this.lanes.delete(lane);
          continue;
        }
        if (lane.queue[0].state !== "ready") continue;
        batch = lane.queue[0];
        if (batches.length > 0 && bytes + batch.byteLength > REQUEST_BYTES) continue;
        lane.begin(identity);
      } else {
        batch = turn;
        if (batches.length > 0 && bytes + batch.byteLength > REQUEST_BYTES) continue;
        lane.again(batch);
      }
      bytes += batch.byteLength;
      batches.push({ lane, batch, attempt: batch.attempt });
    }
    // Who was served goes to the end of the line.
    if (this.lanes.size > batches.length) {
      for (const { lane } of batches) {
        this.lanes.delete(lane);
        this.lanes.add(lane);
      }
    }
    return batches;
  }

  #hasLingered(filling: ProduceBatch, now: number): boolean {
    if (this.#host.isUrgent()) return true;
    const due = filling.since + this.#host.settings.lingerMs;
    if (due <= now) return true;
    this.#host.wakeAt(due);
    return false;
  }

  #submit(connection: Connection, batches: readonly SentBatch[], now: number): void {
    const { settings } = this.#host;
    const topics = new Map<string, { index: number; records: readonly Uint8Array[] }[]>();
    let hasIds = true;
    for (const { batch } of batches) {
      const { topic, partition } = batch.place;
      const partitions = topics.get(topic);
      const data = { index: partition, records: batch.encode() };
      if (partitions !== undefined) partitions.push(data);
      else {
        topics.set(topic, [data]);
        hasIds &&= this.#host.topicId(topic) !== ZERO_UUID;
      }
    }
    const ids = new Map<string, string>();
    const request = (version: number): ProduceRequestInput => ({
      transactionalId: null,
      acks: settings.acks,
      timeoutMs: settings.requestTimeoutMs,
      topicData: Array.from(topics, ([name, partitionData]) => {
        if (version < TOPIC_IDS_FROM) return { name, partitionData };
        const topicId = this.#host.topicId(name);
        ids.set(topicId, name);
        return { topicId, partitionData };
      }),
    });
    const version = connection.version(produce);
    const pending = connection.submit(produce, request, {
      timeoutMs: settings.requestTimeoutMs,
      noResponse: settings.acks === 0,
      slowAfterMs: SLOW_AFTER_MS,
      ...(version !== undefined && version >= TOPIC_IDS_FROM && !hasIds
        ? { version: TOPIC_IDS_FROM - 1 }
        : undefined),
    });
    if (this.#inFlight === 0) this.#oldestOpenAt = now;
    this.#inFlight++;
    for (const { batch } of batches) batch.writeBegan();
    pending.written.then(() => {
      for (const { batch } of batches) batch.writeEnded();
    });
    pending.response.then(
      (response: ProduceResponse | undefined) => {
        this.#ended(() => {
          if (response === undefined) { for (const sent of batches) this.#host.written(sent); }
          else this.#distribute(batches, response, ids, connection.broker);
        });
      },
      (reason: unknown) => this.#ended(() => this.#lost(batches, connection, pending.sent, reason)),
    );
  }

  #ended(deal: () => void): void {
    this.#inFlight--;
    this.#oldestOpenAt = this.#host.cluster.environment.clock.monotonic();
    deal();
    this.#host.settled();
    this.pump(true);
  }

  #lost(
    batches: readonly SentBatch[],
    connection: Connection,
    wasSent: boolean,
    reason: unknown,
  ): void {
    const error = reason instanceof KafkaError
      ? reason
      : new KafkaError("Cannot send Produce", { cause: reason });
    // A broker that is silent for so long may be gone without a word, and a resend on the same
    // connection would wait behind the old request; without sequences it must not be open any more.
    if (error instanceof TimeoutError && wasSent && this.#channel.current === connection) {
      this.#channel.disconnect(error);
    }
    for (const sent of batches) this.#host.lost(sent, error, wasSent);
  }

  #distribute(
    batches: readonly SentBatch[],
    response: ProduceResponse,
    ids: ReadonlyMap<string, string>,
    broker: string,
  ): void {
    const answers = new Map<string, Map<number, PartitionProduceResponse>>();
    for (const topic of response.responses) {
      const name = ids.get(topic.topicId) ?? topic.name;
      let partitions = answers.get(name);
      if (partitions === undefined) answers.set(name, partitions = new Map());
      for (const partition of topic.partitionResponses) partitions.set(partition.index, partition);
    }
    for (const sent of batches) {
      const { topic, partition } = sent.lane;
      const answer = answers.get(topic)?.get(partition);
      if (answer !== undefined) this.#host.answered(sent, answer, response, broker);
      else {
        const message =
          `Cannot tell what became of records for "${topic}" partition ${partition} as the answer of ${broker} leaves them out`;
        const error = new KafkaError(message, {
          code: "INCOMPLETE_ANSWER",
          retriable: true,
          broker,
        });
        this.#host.lost(sent, error, true);
      }
    }
  }

  async #connect(): Promise<void> {
    const { cluster } = this.#host;
    try {
      await this.#channel.ready(this.#stop.signal);
    } catch (reason) {
      if (this.#stop.signal.aborted) return;
      const error = reason instanceof KafkaError
        ? reason
        : new KafkaError(`Cannot connect to broker ${this.nodeId}`, { cause: reason });
      // The channel keeps the time between attempts; this is only against one that fails at once.
      const now = cluster.environment.clock.monotonic();
      this.#host.wakeAt(Math.max(this.#channel.retryAt, now + MIN_RETRY_MS));
      this.#host.unreachable(this, error);
      return;
    } finally {
      this.#connecting = undefined;
    }
    this.pump();
  }
}

/** After how long a silent broker counts as suspicious, in ms. */
const SLOW_AFTER_MS = 1_500;
/** The least time between attempts to connect, in ms. */
const MIN_RETRY_MS = 20;
