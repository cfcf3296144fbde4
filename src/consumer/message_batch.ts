/**
 * The messages of one fetched batch.
 *
 * @module
 */

import type { Message } from "./message.ts";

/** What a batch says about itself. */
export interface MessageBatchInit {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The messages, at least one. */
  readonly messages: readonly Message[];
  /** The epoch of the leader that appended the batch, or -1. */
  readonly leaderEpoch: number;
  /** The offset up to which the partition was replicated when the batch was fetched. */
  readonly highWatermark: number;
  /** The offset at which reading goes on behind the batch. */
  readonly nextOffset: number;
}

/** The messages of one batch, as a producer sent it and a fetch returned it: never empty, in order, of one partition. */
export class MessageBatch implements Iterable<Message> {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
  /** The messages. */
  readonly messages: readonly Message[];
  /** The epoch of the leader that appended the batch, or -1 when that is not known. */
  readonly leaderEpoch: number;
  /** The offset up to which the partition was replicated when the batch was fetched. */
  readonly highWatermark: number;
  /** The offset at which reading goes on behind the batch: past what delivers nothing at its end. */
  readonly nextOffset: number;

  /**
   * Batches come from a consumer; there is no need to make one.
   *
   * @param init What the batch holds. Batches come from a consumer; there is no need to make one.
   */
  constructor(init: MessageBatchInit) {
    this.topic = init.topic;
    this.partition = init.partition;
    this.messages = init.messages;
    this.leaderEpoch = init.leaderEpoch;
    this.highWatermark = init.highWatermark;
    this.nextOffset = init.nextOffset;
  }

  /** How many messages there are. */
  get length(): number {
    return this.messages.length;
  }

  /** The offset of the first message. */
  get firstOffset(): number {
    return this.messages[0].offset;
  }

  /** The offset of the last message. */
  get lastOffset(): number {
    return this.messages[this.messages.length - 1].offset;
  }

  /**
   * The same batch over bytes of its own; see `Message.copy`.
   *
   * @returns The copy.
   */
  copy(): MessageBatch {
    return new MessageBatch({
      topic: this.topic,
      partition: this.partition,
      messages: this.messages.map((message) => message.copy()),
      leaderEpoch: this.leaderEpoch,
      highWatermark: this.highWatermark,
      nextOffset: this.nextOffset,
    });
  }

  /**
   * Goes over the messages.
   *
   * @returns An iterator.
   */
  [Symbol.iterator](): IterableIterator<Message> {
    return this.messages[Symbol.iterator]();
  }
}
