/**
 * Which partition a record goes to when it does not say so itself.
 *
 * @module
 */

import { show } from "../internal/options.ts";
import type { RecordHeaderInput } from "../record/headers.ts";
import { partitionForKey } from "./murmur2.ts";
import type { RecordContent } from "./record.ts";

/** What a {@linkcode Partitioner} knows of a record. */
export interface PartitionerRecord {
  /** The topic. */
  readonly topic: string;
  /** The key, as it was given. */
  readonly key: RecordContent;
  /** The value, as it was given. */
  readonly value: RecordContent;
  /** The headers. */
  readonly headers: readonly RecordHeaderInput[];
  /** The timestamp in ms. */
  readonly timestamp: number;
}

/** What a {@linkcode Partitioner} knows of a topic. */
export interface PartitionerTopic {
  /** How many partitions there are. */
  readonly partitionCount: number;
  /** The partitions that have a leader at the moment. */
  readonly available: readonly number[];
}

/**
 * Chooses the partition of a record, at once. It is called when the topic is
 * known, which for the first records is after `send` has returned.
 *
 * @param record The record.
 * @param topic The topic.
 * @returns A partition from 0 up to, not including, `partitionCount`.
 */
export type Partitioner = (record: PartitionerRecord, topic: PartitionerTopic) => number;

const ENCODER = new TextEncoder();
/** A key of up to this many bytes is encoded without allocating. */
let scratch: Uint8Array = new Uint8Array(512);

/**
 * The partition of a key: Kafka's murmur2 of its bytes. A partition without
 * leader is not skipped, or records with the same key would change places.
 *
 * @param key The key.
 * @param count How many partitions there are.
 * @returns The partition.
 */
export function keyedPartition(key: string | Uint8Array, count: number): number {
  if (typeof key !== "string") return partitionForKey(key, count);
  if (key.length * 3 > scratch.length) scratch = new Uint8Array(key.length * 3);
  const length = key.length;
  let index = 0;
  for (; index < length; index++) {
    const code = key.charCodeAt(index);
    if (code > 0x7f) break;
    scratch[index] = code;
  }
  // For a short ASCII key the loop is faster than a call into the platform.
  const bytes = index === length ? length : ENCODER.encodeInto(key, scratch).written;
  return partitionForKey(scratch.subarray(0, bytes), count);
}

/**
 * Checks what a custom partitioner returned.
 *
 * @param chosen What it returned.
 * @param topic The topic's name.
 * @param count How many partitions there are.
 * @returns The partition.
 * @throws {RangeError} When it is not one of them.
 */
export function checkChosenPartition(chosen: unknown, topic: string, count: number): number {
  if (
    typeof chosen === "number" && Number.isInteger(chosen) && chosen >= 0 && chosen < count
  ) return chosen;
  throw new RangeError(
    `Cannot send to ${JSON.stringify(topic)} as "partitioner" must return an integer from 0 to ${
      count - 1
    }: it returned ${show(chosen)}`,
  );
}

/**
 * The choice for records without a key (KIP-794): one partition until a
 * batch's worth of bytes went to it, then another at random, so that batches
 * are full and partitions get equal shares. Partitions without a leader are
 * skipped.
 */
export class StickyPartitioner {
  readonly #stickyBytes: number;
  readonly #random: () => number;
  #current = -1;
  #bytes = 0;

  /**
   * @param stickyBytes How much goes to one partition before it is changed.
   * @param random A number from 0 up to, not including, 1.
   */
  constructor(stickyBytes: number, random: () => number) {
    this.#stickyBytes = stickyBytes;
    this.#random = random;
  }

  /**
   * The partition for the next record.
   *
   * @param count How many partitions there are.
   * @param available Those that have a leader; when there are none, all count as available.
   * @returns The partition.
   */
  choose(count: number, available: readonly number[]): number {
    const current = this.#current;
    if (current >= 0 && this.#bytes < this.#stickyBytes && current < count) {
      if (available.length === 0 || available.length === count || available.includes(current)) {
        return current;
      }
    }
    this.#bytes = 0;
    this.#current = this.#draw(count, available);
    return this.#current;
  }

  /**
   * Counts what was sent to the partition that was chosen last.
   *
   * @param bytes The size of the record.
   */
  sent(bytes: number): void {
    this.#bytes += bytes;
  }

  #draw(count: number, available: readonly number[]): number {
    const length = available.length === 0 ? count : available.length;
    let index = Math.floor(this.#random() * length);
    const at = (place: number) => available.length === 0 ? place : available[place];
    // Not the same one twice: a batch that is full and one that begins then go to different brokers.
    if (length > 1 && at(index) === this.#current) index = (index + 1) % length;
    return at(index);
  }
}
