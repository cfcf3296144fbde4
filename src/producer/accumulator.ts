/**
 * Where records gather: waiting for the budget, staged until their topic is
 * known, and then encoded straight into the batch of their partition. Their
 * order is that of the calls throughout.
 *
 * @module
 */

import type { Clock } from "../internal/environment.ts";
import { BufferFullError, KafkaError } from "../errors.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import { BATCH_HEADER_BYTES } from "../record/batch_header.ts";
import type { BufferPool } from "../record/buffer_pool.ts";
import type { RecordHeaderInput } from "../record/headers.ts";
import { RecordBatchBuilder } from "../record/record_batch_builder.ts";
import { type BatchResources, bufferSize, ProduceBatch } from "./batch.ts";
import { ByteBudget } from "./budget.ts";
import type { Listener, ListenerSlot, SendReject } from "./delivery.ts";
import type { Generation } from "./generation.ts";
import type { Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";
import { checkChosenPartition, keyedPartition, StickyPartitioner } from "./partitioner.ts";
import { copyContent, copyHeaders, type RecordContent } from "./record.ts";
import { type StagedRecord, TopicState } from "./topic_state.ts";

/** What an accumulator needs of its producer. */
export interface AccumulatorHost {
  /** The options. */
  readonly settings: ResolvedProducerOptions;
  /** A number from 0 up to, not including, 1. */
  random(): number;
  /** The clock. */
  readonly clock: Clock;
  /** A topic was never sent to before: its metadata is wanted. */
  topicWanted(topic: TopicState): void;
  /** Makes the way to a partition. */
  makeLane(topic: TopicState, partition: number): Lane;
  /** A batch was begun. */
  batchBegun(lane: Lane, batch: ProduceBatch): void;
  /** A batch is full. */
  seal(lane: Lane): void;
  /** Memory was given back. */
  memoryFreed(): void;
  /** Whether no partition holds anything, so that nothing will be given back. */
  isIdle(): boolean;
  /** A record failed, besides what its listener hears. */
  failed(topic: string, partition: number | undefined, error: KafkaError): void;
}

/** The longest time between the first and the last record of a batch, as all share the deadline of the first, in ms. */
const MAX_SPREAD_MS = 1_000;

/** Where records gather. */
export class Accumulator {
  /** The topics that were sent to. */
  readonly topics: Map<string, TopicState> = new Map();
  /** The memory. */
  readonly budget: ByteBudget;
  readonly #host: AccumulatorHost;
  readonly #resources: BatchResources;
  readonly #spreadMs: number;
  readonly #waiting = new RingQueue<StagedRecord>();
  /** Topics that are known by now, with records that were staged before. */
  readonly #flushing = new Set<TopicState>();
  #pendingSends = 0;
  #stagedCount = 0;

  /**
   * @param host Its producer.
   * @param pool Where buffers come from.
   */
  constructor(host: AccumulatorHost, pool: BufferPool) {
    this.#host = host;
    this.budget = new ByteBudget(host.settings.bufferBytes, () => host.memoryFreed());
    this.#resources = { budget: this.budget, pool };
    this.#spreadMs = Math.min(MAX_SPREAD_MS, host.settings.deliveryTimeoutMs / 10);
  }

  /** Whether a record waits for the budget. */
  get isFull(): boolean {
    return this.#waiting.length > 0 || this.#flushing.size > 0;
  }

  /** How many sends wait for the budget. */
  get pendingSends(): number {
    return this.#pendingSends;
  }

  /** When the first send that waits for the budget gives up, on the monotonic clock. */
  get waitingUntil(): number {
    const head = this.#waiting.peek();
    return head === undefined ? Infinity : head.since + this.#host.settings.maxBlockMs;
  }

  /** How many records wait for their topic. */
  get stagedRecords(): number {
    return this.#stagedCount;
  }

  /**
   * Takes a record: its bytes are copied or encoded before this returns.
   *
   * @param weight How many of the pending sends it stands for, should it have to wait.
   * @param since When it was given to the producer, on the monotonic clock.
   * @returns The record if it has to wait, `undefined` when it is in a batch or has failed already.
   */
  accept(
    topic: string,
    partition: number | undefined,
    key: RecordContent,
    value: RecordContent,
    headers: readonly RecordHeaderInput[] | undefined,
    timestamp: number,
    listener: Listener,
    slot: ListenerSlot,
    weight: number,
    since: number,
    generation: Generation,
  ): StagedRecord | undefined {
    generation.joined();
    const state = this.topics.get(topic) ?? this.#addTopic(topic);
    const isFree = this.#waiting.length === 0;
    if (isFree && state.info !== undefined && state.staged.length === 0) {
      if (
        this.#place(
          state,
          partition,
          key,
          value,
          headers,
          timestamp,
          since,
          generation,
          listener,
          slot,
          false,
        )
      ) return undefined;
    }
    const bytes = RecordBatchBuilder.measure(key, value, headers);
    const record: StagedRecord = {
      topic,
      partition,
      key: copyContent(key),
      value: copyContent(value),
      headers: copyHeaders(headers),
      timestamp,
      since,
      generation,
      listener,
      slot,
      bytes,
      weight,
      state: "new",
      onAdmitted: undefined,
    };
    if (bytes > this.budget.limit) {
      this.fail(
        record,
        new KafkaError(
          `Cannot send to ${
            JSON.stringify(topic)
          } as the record takes ${bytes} bytes and the buffer has ${this.budget.limit} in all ("bufferBytes")`,
          { code: "MESSAGE_TOO_LARGE", topic, partition, fate: "not-persisted" },
        ),
      );
      return undefined;
    }
    if (isFree && this.#needsStaging(state) && this.budget.fits(bytes)) {
      this.#stage(state, record);
      return record;
    }
    if (this.#pendingSends + weight > this.#host.settings.maxPendingSends) {
      this.fail(
        record,
        this.#bufferFull(record, `${this.#pendingSends} sends wait for it already`),
      );
      return undefined;
    }
    record.state = "waiting";
    this.#waiting.push(record);
    this.#pendingSends += weight;
    return record;
  }

  /** Lets records in that waited, as far as the budget goes. */
  admit(): void {
    for (const state of this.#flushing) {
      if (!this.#encodeStaged(state)) return;
      this.#flushing.delete(state);
    }
    for (let head = this.#waiting.peek(); head !== undefined; head = this.#waiting.peek()) {
      if (head.state === "waiting") {
        const state = this.topics.get(head.topic) ?? this.#addTopic(head.topic);
        if (this.#needsStaging(state)) {
          if (!this.budget.fits(head.bytes)) return;
          this.#pendingSends -= head.weight;
          this.#stage(state, head);
        } else {
          if (!this.#placeStaged(state, head, false)) return;
          this.#pendingSends -= head.weight;
          head.state = "done";
        }
        this.#admitted(head);
      }
      this.#waiting.shift();
    }
  }

  /**
   * Lets sends fail that have waited for the budget for too long.
   *
   * @param now The monotonic clock.
   */
  expire(now: number): void {
    for (let head = this.#waiting.peek(); head !== undefined; head = this.#waiting.peek()) {
      if (head.state === "waiting") {
        if (this.waitingUntil > now) return;
        this.fail(
          head,
          this.#bufferFull(head, `it stayed full for ${this.#host.settings.maxBlockMs} ms`),
        );
      }
      this.#waiting.shift();
    }
  }

  /**
   * Encodes the records that waited for their topic, as far as the budget goes.
   *
   * @param state The topic, which is known now.
   */
  flushStaged(state: TopicState): void {
    this.#flushing.add(state);
    this.admit();
  }

  /** Encodes staged records in their order; false when the budget has no room for more. */
  #encodeStaged(state: TopicState): boolean {
    for (let record = state.staged.peek(); record !== undefined; record = state.staged.peek()) {
      if (record.state === "staged") {
        // Its place in the budget is taken by what it is encoded into, which may be rounded up.
        this.budget.exchange(record.bytes, 0);
        if (!this.#placeStaged(state, record, this.#host.isIdle())) {
          this.budget.take(record.bytes);
          return false;
        }
        record.state = "done";
        this.#stagedCount--;
      }
      state.staged.shift();
    }
    return true;
  }

  /**
   * Lets the records fail that wait for a topic, and forgets the topic.
   *
   * @param state The topic.
   * @param errorFor Makes the error of one record.
   */
  failTopic(state: TopicState, errorFor: (record: StagedRecord) => KafkaError): void {
    if (state.lanes.length === 0) {
      this.topics.delete(state.name);
      state.release?.();
    }
    for (let record = state.staged.shift(); record !== undefined; record = state.staged.shift()) {
      this.fail(record, errorFor(record));
    }
  }

  /**
   * Lets records fail that are in no batch yet.
   *
   * @param which Which of them.
   * @param errorFor Makes the error of one record.
   * @param isFailure Whether it counts as one; giving up does not.
   */
  failUnbatched(
    which: (record: StagedRecord) => boolean,
    errorFor: (record: StagedRecord) => KafkaError,
    isFailure: boolean,
  ): void {
    const records = [...this.#waiting];
    for (const state of this.topics.values()) records.push(...state.staged);
    for (const record of records) {
      if (which(record)) this.fail(record, errorFor(record), isFailure);
    }
  }

  /**
   * Lets a record fail that is in no batch yet.
   *
   * @param record The record; nothing happens when it is settled.
   * @param error Why.
   * @param isFailure Whether it counts as one; giving up does not.
   */
  fail(record: StagedRecord, error: KafkaError, isFailure = true): void {
    if (record.state === "done") return;
    if (record.state === "staged") {
      this.#stagedCount--;
      this.budget.give(record.bytes);
    } else if (record.state === "waiting") this.#pendingSends -= record.weight;
    record.state = "done";
    if (isFailure) this.#host.failed(record.topic, record.partition, error);
    if (typeof record.listener === "function") (record.slot as SendReject)(error);
    else record.listener.failed(record.slot as number, record.topic, record.partition, error);
    const { onAdmitted } = record;
    record.onAdmitted = undefined;
    onAdmitted?.(error);
    record.generation.settled(1);
  }

  #admitted(record: StagedRecord): void {
    const { onAdmitted } = record;
    record.onAdmitted = undefined;
    onAdmitted?.();
  }

  #addTopic(name: string): TopicState {
    const { settings } = this.#host;
    const state = new TopicState(
      name,
      new StickyPartitioner(settings.batchBytes, () => this.#host.random()),
    );
    this.topics.set(name, state);
    this.#host.topicWanted(state);
    return state;
  }

  #needsStaging(state: TopicState): boolean {
    return state.info === undefined || state.staged.length > 0;
  }

  #stage(state: TopicState, record: StagedRecord): void {
    record.state = "staged";
    this.#stagedCount++;
    this.budget.take(record.bytes);
    state.staged.push(record);
    if (state.info === undefined) this.#host.topicWanted(state);
  }

  #placeStaged(state: TopicState, record: StagedRecord, force: boolean): boolean {
    return this.#place(
      state,
      record.partition,
      record.key,
      record.value,
      record.headers,
      record.timestamp,
      record.since,
      record.generation,
      record.listener,
      record.slot,
      force,
    );
  }

  /** Encodes a record into the batch of its partition; false when the budget has no room. */
  #place(
    state: TopicState,
    partition: number | undefined,
    key: RecordContent,
    value: RecordContent,
    headers: readonly RecordHeaderInput[] | undefined,
    timestamp: number,
    since: number,
    generation: Generation,
    listener: Listener,
    slot: ListenerSlot,
    force: boolean,
  ): boolean {
    const { settings } = this.#host;
    const isSticky = partition === undefined && key === null && settings.partitioner === undefined;
    if (partition === undefined) {
      try {
        partition = this.#choose(state, key, value, headers, timestamp);
      } catch (cause) {
        this.#refuse(state.name, cause, generation, listener, slot);
        return true;
      }
    }
    const lane = state.lanes[partition] ?? this.#addLane(state, partition);
    let size = RecordBatchBuilder.estimate(key, value, headers);
    let batch = lane.filling;
    if (batch !== undefined) {
      const room = settings.batchBytes - BATCH_HEADER_BYTES - batch.encodedBytes;
      if (size > room) size = RecordBatchBuilder.measure(key, value, headers);
      if (
        size > room || batch.generation !== generation || since - batch.since > this.#spreadMs
      ) batch = undefined;
    }
    if (!force) {
      let growth = batch === undefined ? bufferSize(size) : batch.growth(size);
      if (growth > 0 && !this.budget.fits(growth)) {
        size = RecordBatchBuilder.measure(key, value, headers);
        growth = batch === undefined ? bufferSize(size) : batch.growth(size);
        if (!this.budget.fits(growth)) return false;
      }
    }
    if (batch === undefined) {
      if (lane.filling !== undefined) this.#host.seal(lane);
      batch = new ProduceBatch(
        lane,
        this.#resources,
        generation,
        since,
        since + settings.deliveryTimeoutMs,
      );
      lane.filling = batch;
      this.#host.batchBegun(lane, batch);
    }
    const bytes = batch.append(timestamp, key, value, headers, listener, slot);
    if (isSticky) state.sticky.sent(bytes);
    // Nothing else goes into it: there is nothing to wait for.
    if (batch.encodedBytes + BATCH_HEADER_BYTES >= settings.batchBytes) this.#host.seal(lane);
    return true;
  }

  #choose(
    state: TopicState,
    key: RecordContent,
    value: RecordContent,
    headers: readonly RecordHeaderInput[] | undefined,
    timestamp: number,
  ): number {
    const partitionCount = state.info!.partitions.length;
    const { partitioner } = this.#host.settings;
    if (partitioner !== undefined) {
      const topic = state.name;
      const chosen: unknown = partitioner(
        { topic, key, value, headers: headers ?? [], timestamp },
        { partitionCount, available: state.available },
      );
      return checkChosenPartition(chosen, topic, partitionCount);
    }
    return key === null
      ? state.sticky.choose(partitionCount, state.available)
      : keyedPartition(key, partitionCount);
  }

  #refuse(
    topic: string,
    cause: unknown,
    generation: Generation,
    listener: Listener,
    slot: ListenerSlot,
  ): void {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const error = new KafkaError(
      `Cannot send to ${JSON.stringify(topic)} as the partitioner failed: ${reason}`,
      { code: "PARTITIONER_FAILED", cause, topic, fate: "not-persisted" },
    );
    this.#host.failed(topic, undefined, error);
    if (typeof listener === "function") (slot as SendReject)(error);
    else listener.failed(slot as number, topic, undefined, error);
    generation.settled(1);
  }

  #addLane(state: TopicState, partition: number): Lane {
    const lane = this.#host.makeLane(state, partition);
    state.lanes[partition] = lane;
    return lane;
  }

  #bufferFull(record: StagedRecord, why: string): BufferFullError {
    const { topic, partition } = record;
    return new BufferFullError(
      `Cannot send to ${
        JSON.stringify(topic)
      } as the buffer of ${this.budget.limit} bytes is full and ${why}`,
      { topic, partition },
    );
  }
}
