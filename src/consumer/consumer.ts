/**
 * The consumer: a ReadableStream of messages.
 *
 * @module
 */

import { abortable } from "../internal/signal.ts";
import type { ConsumerCluster } from "./context.ts";
import { DirectStream } from "./direct_stream.ts";
import { ConsumerEngine } from "./engine.ts";
import { BatchFeed, MessageFeed } from "./engine_feed.ts";
import type { Message } from "./message.ts";
import type { MessageBatch } from "./message_batch.ts";
import { type ConsumerOptions, resolveConsumerOptions } from "./options.ts";
import {
  checkTopicPartition,
  startPoint,
  type StartPosition,
  type TopicPartition,
} from "./start_position.ts";

/** A position of each partition, by topic; see {@linkcode Consumer.positions}. */
export type Positions = { [topic: string]: { [partition: number]: number } };

/**
 * Reads topics: a `ReadableStream<Message>`, and more.
 *
 * Nothing is fetched before the first read. What was fetched ahead and is not
 * read yet is bounded by `prefetchBytes`. An error of one partition is retried
 * there; the stream errors only when no retry can mend it.
 *
 * @example Read from the beginning
 * ```ts
 * import { Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ topics: ["orders"] });
 * const kafka = new Kafka(cluster.clientOptions());
 * await kafka.producer().send({ topic: "orders", key: "42", value: "paid" });
 *
 * for await (const message of kafka.consumer({ topics: "orders", from: "earliest" })) {
 *   console.log(message.partition, message.offset, message.text());
 *   break; // closes the consumer
 * }
 *
 * await kafka.close();
 * await cluster.close();
 * ```
 */
export class Consumer extends DirectStream<Message> {
  readonly #engine: ConsumerEngine;

  /**
   * Consumers come from `kafka.consumer()`; there is no need to make one.
   *
   * @param cluster The cluster.
   * @param options What to read, and from where.
   * @throws {TypeError | RangeError} For an option that is unknown or out of its range.
   */
  constructor(cluster: ConsumerCluster, options: ConsumerOptions) {
    const engine = new ConsumerEngine(cluster, resolveConsumerOptions(options));
    super(new MessageFeed(engine));
    this.#engine = engine;
    engine.attach();
  }

  /**
   * Resolves when the partitions and their start offsets are known: what is produced after that is
   * read, also from `"latest"`. Asking for it begins to look them up, but fetches nothing. Rejects
   * with a KafkaError when they cannot be found within `startTimeoutMs`, or the consumer ends before.
   */
  get ready(): Promise<void> {
    const ready = this.#hold(this.#engine.start());
    // Whoever reads hears of a failure from the stream.
    ready.catch(() => {});
    return ready;
  }

  /** Resolves when the consumer has ended, for whatever reason, and has let go of everything. Never rejects. */
  get closed(): Promise<void> {
    return this.#engine.closed;
  }

  /**
   * Reads whole batches, the fastest way: each is what a producer sent as one. The stream itself
   * stays locked by it.
   *
   * @returns A stream of batches, to be read or iterated over; leaving the loop closes the consumer.
   * @throws {TypeError} When the stream is in use.
   */
  batches(): DirectStream<MessageBatch> {
    const reader = this.claim("call batches()", "batches()");
    return new DirectStream(new BatchFeed(this.#engine, this.left(reader)));
  }

  /**
   * Reads a partition from another place on. What was fetched of it and not read yet is dropped.
   *
   * @param target The partition.
   * @param to The place.
   * @param options `signal` gives up waiting.
   * @returns When the place is known: at once for an offset.
   * @throws {TypeError | RangeError} When that is no partition or no place.
   * @throws {KafkaError} With code `"NOT_ASSIGNED"` when the consumer does not read that partition.
   */
  seek(
    target: TopicPartition,
    to: StartPosition,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<void> {
    checkTopicPartition(target, "target");
    const start = startPoint(to, "to");
    return this.#hold(abortable(this.#engine.seek(target, start), options.signal, "seek"));
  }

  /**
   * Delivers nothing of some partitions, not even what was fetched already, until they are resumed.
   *
   * @param partitions The partitions. All that are read at the moment, when left out.
   * @throws {TypeError} When that are no partitions.
   */
  pause(partitions?: readonly TopicPartition[]): void {
    this.#engine.pause(this.#targets(partitions));
  }

  /**
   * Goes on with partitions that were paused, where they were.
   *
   * @param partitions The partitions. All that are read at the moment, when left out.
   * @throws {TypeError} When that are no partitions.
   */
  resume(partitions?: readonly TopicPartition[]): void {
    this.#engine.resume(this.#targets(partitions));
  }

  /**
   * The partitions that are read at the moment, paused ones included.
   *
   * @returns One entry for each.
   */
  assignment(): TopicPartition[] {
    return [...this.#engine.partitions].map(({ topic, partition }) => ({ topic, partition }));
  }

  /**
   * The offset that is delivered next.
   *
   * @param topic The topic.
   * @param partition The partition.
   * @returns The offset, or `undefined` when it is not known yet or the partition is not read.
   */
  position(topic: string, partition: number): number | undefined {
    return this.#engine.partition(topic, partition)?.position;
  }

  /**
   * The offsets that are delivered next, in the shape of the option `from`: kept as JSON, they let
   * another consumer go on from here.
   *
   * @returns A position for each partition whose position is known.
   */
  positions(): Positions {
    const positions: Positions = {};
    for (const { topic, partition, position } of this.#engine.partitions) {
      if (position === undefined) continue;
      positions[topic] ??= {};
      positions[topic][partition] = position;
    }
    return positions;
  }

  /**
   * How many offsets lie between the position and the end of the partition, as of its latest
   * answer. With `isolation: "committed"` the end is before the first open transaction.
   *
   * @param topic The topic.
   * @param partition The partition.
   * @returns The number, or `undefined` before the first answer, or when the partition is not read.
   */
  lag(topic: string, partition: number): number | undefined {
    return this.#engine.partition(topic, partition)?.lag;
  }

  /**
   * Ends the consumer. A pending read is done; what was fetched and not read is dropped. Works
   * while the stream is locked; doing it twice is fine.
   *
   * @param options `signal` gives up waiting; the consumer ends nevertheless.
   * @returns When everything was let go of, or `closeTimeoutMs` are over.
   */
  close(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    return this.#hold(abortable(this.#engine.close(), options.signal, "close the consumer"));
  }

  /** Ends the consumer, as `close` does. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #targets(partitions: readonly TopicPartition[] | undefined): readonly TopicPartition[] {
    if (partitions === undefined) return this.assignment();
    if (!Array.isArray(partitions)) {
      throw new TypeError(
        'Cannot use argument "partitions" as it must be a list of { topic, partition }',
      );
    }
    partitions.forEach((target, index) => checkTopicPartition(target, `partitions[${index}]`));
    return partitions;
  }

  /** Keeps the process alive until a promise is settled that the user may wait for. */
  #hold(promise: Promise<void>): Promise<void> {
    return promise.finally(this.#engine.cluster.environment.hold());
  }
}
