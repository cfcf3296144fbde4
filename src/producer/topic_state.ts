/**
 * What a producer knows of one topic: its partitions, and the records that
 * wait until the topic is known.
 *
 * @module
 */

import type { TopicInfo } from "../cluster/metadata.ts";
import type { KafkaError } from "../errors.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import type { RecordHeaderInput } from "../record/headers.ts";
import type { Listener, ListenerSlot } from "./delivery.ts";
import type { Generation } from "./generation.ts";
import type { Lane } from "./lane.ts";
import type { StickyPartitioner } from "./partitioner.ts";
import type { RecordContent } from "./record.ts";

/** A record that has to wait: for the budget (`"waiting"`) or, inside of it, for its topic (`"staged"`). */
export interface StagedRecord {
  /** The topic. */
  readonly topic: string;
  /** The partition, if the caller named one. */
  readonly partition: number | undefined;
  /** The key, a copy. */
  readonly key: RecordContent;
  /** The value, a copy. */
  readonly value: RecordContent;
  /** The headers, a copy. */
  readonly headers: readonly RecordHeaderInput[] | undefined;
  /** The timestamp in ms. */
  readonly timestamp: number;
  /** When it was given to the producer, on the monotonic clock. */
  readonly since: number;
  /** Which flush waits for it. */
  readonly generation: Generation;
  /** Who hears of it. */
  readonly listener: Listener;
  /** What goes with the listener. */
  readonly slot: ListenerSlot;
  /** How many bytes it holds. */
  readonly bytes: number;
  /** How many of the pending sends it stands for: 0 for all but the first record of a `sendBatch`. */
  readonly weight: number;
  /** Where it is; a new one is nowhere yet, one that is done is in a batch or has failed. */
  state: "new" | "waiting" | "staged" | "done";
  /** Called once when it is inside of the budget, or when it never will be. */
  onAdmitted: ((error?: KafkaError) => void) | undefined;
}

/** What a producer knows of one topic. */
export class TopicState {
  /** The topic. */
  readonly name: string;
  /** Chooses partitions for records without a key. */
  readonly sticky: StickyPartitioner;
  /** Records that wait until the topic is known, in the order of their calls. */
  readonly staged: RingQueue<StagedRecord> = new RingQueue();
  /** The partitions that were sent to; the index is the partition. */
  readonly lanes: (Lane | undefined)[] = [];
  /** Ends the interest in its metadata. */
  release: (() => void) | undefined;
  /** Whether it is being asked for. */
  isAsked = false;
  #info: TopicInfo | undefined;
  #available: readonly number[] = [];

  /**
   * @param name The topic.
   * @param sticky Chooses partitions for records without a key.
   */
  constructor(name: string, sticky: StickyPartitioner) {
    this.name = name;
    this.sticky = sticky;
  }

  /** What is known of it, once it is. */
  get info(): TopicInfo | undefined {
    return this.#info;
  }

  /** The partitions that have a leader. */
  get available(): readonly number[] {
    return this.#available;
  }

  /**
   * Takes newer metadata.
   *
   * @param info The metadata.
   */
  adopt(info: TopicInfo): void {
    this.#info = info;
    this.#available = info.partitions
      .filter((partition) => partition.leader >= 0)
      .map((partition) => partition.partition);
  }
}
