/**
 * What the streams take from an engine: messages, or batches.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import type { DirectFeed } from "./direct_stream.ts";
import type { ConsumerEngine } from "./engine.ts";
import type { Message } from "./message.ts";
import { MessageBatch } from "./message_batch.ts";
import type { RecordFeed } from "./record_feed.ts";

/** What both have in common. */
abstract class EngineFeed<T> implements DirectFeed<T> {
  protected readonly engine: ConsumerEngine;
  protected readonly records: RecordFeed;

  /** @param engine The engine. */
  constructor(engine: ConsumerEngine) {
    this.engine = engine;
    this.records = engine.feed;
  }

  get environment(): Environment {
    return this.engine.cluster.environment;
  }

  get ended(): boolean {
    return this.engine.state === "ended";
  }

  get error(): Error | undefined {
    return this.engine.error;
  }

  begin(): void {
    this.engine.beginReading();
  }

  abstract take(): T | undefined;

  abstract detach(item: T): T;

  wait(): Promise<void> {
    return this.records.wait();
  }

  ring(): void {
    this.records.ring();
  }

  onEnd(listener: (error: Error | undefined) => void): void {
    this.engine.onEnd(listener);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

/** Messages, one by one. */
export class MessageFeed extends EngineFeed<Message> {
  take(): Message | undefined {
    return this.records.take();
  }

  detach(item: Message): Message {
    return item.copy();
  }
}

/** Messages by the batches in which they were sent. */
export class BatchFeed extends EngineFeed<MessageBatch> {
  /** A message that comes before all others, while it is waited for. */
  #waiting: Promise<void> | undefined;
  #first: MessageBatch | undefined;

  /**
   * @param engine The engine.
   * @param left A message that an earlier reader left behind.
   */
  constructor(engine: ConsumerEngine, left: Promise<Message | undefined> | undefined) {
    super(engine);
    this.#waiting = left?.then(
      (message) => this.#begin(message),
      // The stream has failed meanwhile; whoever reads hears of that.
      () => this.#begin(undefined),
    );
  }

  take(): MessageBatch | undefined {
    if (this.#waiting !== undefined) return undefined;
    const first = this.#first;
    if (first === undefined) return this.records.takeBatch();
    this.#first = undefined;
    return first;
  }

  detach(item: MessageBatch): MessageBatch {
    return item.copy();
  }

  #begin(message: Message | undefined): void {
    this.#waiting = undefined;
    if (message !== undefined) {
      const { topic, partition, offset, leaderEpoch } = message;
      this.#first = new MessageBatch({
        topic,
        partition,
        messages: [message],
        leaderEpoch,
        highWatermark: this.engine.partition(topic, partition)?.highWatermark ?? offset + 1,
        nextOffset: offset + 1,
      });
    }
    this.ring();
  }
}
