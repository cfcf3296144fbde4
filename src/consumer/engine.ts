/**
 * The engine of a consumer: which partitions are read, where, and what becomes
 * of them. The stream on top only takes records and says when to begin and end.
 *
 * @module
 */

import { partitionOf } from "../cluster/metadata.ts";
import type { MetadataSnapshot } from "../cluster/metadata.ts";
import { ClosedError, KafkaError, TimeoutError } from "../errors.ts";
import { type Deferred, deferred } from "../internal/deferred.ts";
import type { Clock, Timer } from "../internal/environment.ts";
import { abortedError, onAbort } from "../internal/signal.ts";
import type { FetchResponsePartitionData } from "../protocol/messages/fetch.ts";
import type { CompressionCodecs } from "../record/compression.ts";
import { asError, type ConsumerCluster } from "./context.ts";
import { FetchCredit } from "./credit.ts";
import { DrainMeter } from "./drain_meter.ts";
import { causeText, type OutcomeHost, takeAnswer } from "./fetch_outcome.ts";
import type { ChunkFailure, FetchedChunk } from "./fetched_chunk.ts";
import type { Asked, FetchAnswer, FetcherHost } from "./fetcher.ts";
import { LeaderSearch, type SearchHost } from "./leader_search.ts";
import type { ResolvedConsumerOptions } from "./options.ts";
import { Partition } from "./partition.ts";
import { notAssigned, unknownPartition } from "./partition_errors.ts";
import { Placement } from "./placement.ts";
import { type FinderHost, PositionFinder } from "./position_finder.ts";
import { type BatchDamage, type FeedHost, RecordFeed } from "./record_feed.ts";
import { Recovery, type RecoveryHost } from "./recovery.ts";
import type { StartPoint, TopicPartition } from "./start_position.ts";
import { type Assignment, isAnotherTopic, TopicWatch, type WatchHost } from "./topic_watch.ts";

/**
 * What the engine is doing.
 *
 * - `"idle"`: nobody has asked for anything yet.
 * - `"starting"`: the topics and their start offsets are being looked up.
 * - `"running"`: they are known.
 * - `"ended"`: it was closed, or has failed.
 */
export type EngineState = "idle" | "starting" | "running" | "ended";

const TRANSITIONS: { readonly [from in EngineState]: readonly EngineState[] } = {
  idle: ["starting", "ended"],
  starting: ["running", "ended"],
  running: ["ended"],
  ended: [],
};

let owners = 0;

/** The engine of a consumer. */
export class ConsumerEngine
  implements FetcherHost, OutcomeHost, FinderHost, FeedHost, RecoveryHost, SearchHost, WatchHost {
  readonly cluster: ConsumerCluster;
  readonly options: ResolvedConsumerOptions;
  readonly owner: string = `consumer-${++owners}`;
  readonly credit: FetchCredit;
  readonly drain: DrainMeter;
  /** Where readers take records from. */
  readonly feed: RecordFeed;
  /** Resolves when it has ended and let go of everything; never rejects. */
  readonly closed: Promise<void>;

  readonly #partitions = new Map<string, Partition>();
  readonly #paused = new Set<string>();
  readonly #recovery: Recovery;
  readonly #placement: Placement;
  readonly #search: LeaderSearch;
  readonly #abort = new AbortController();
  readonly #closed: Deferred<void> = deferred();
  readonly #detach: (() => void)[] = [];
  #state: EngineState = "idle";
  #ready: Promise<void> | undefined;
  #error: Error | undefined;
  readonly #onEnd: ((error: Error | undefined) => void)[] = [];
  #watch: TopicWatch | undefined;
  #finder: PositionFinder | undefined;
  #reading = false;
  #epoch = 0;
  #changed: Deferred<void> = deferred();
  #troubleTimer: Timer | undefined;

  /**
   * @param cluster The cluster.
   * @param options The consumer's options.
   */
  constructor(cluster: ConsumerCluster, options: ResolvedConsumerOptions) {
    this.cluster = cluster;
    this.options = options;
    this.closed = this.#closed.promise;
    this.credit = new FetchCredit(options.prefetchBytes);
    this.drain = new DrainMeter(cluster.environment.clock);
    this.feed = new RecordFeed(this);
    this.#recovery = new Recovery(this);
    this.#placement = new Placement(this);
    this.#search = new LeaderSearch(this);
  }

  /**
   * Begins to listen for what ends it from outside. Apart from the constructor, as a signal that
   * has fired already ends it at once, and the stream must be there to hear of it.
   */
  attach(): void {
    const { signal } = this.options;
    this.#detach.push(onAbort(this.cluster.signal, () => {
      this.fail(asError(this.cluster.signal.reason));
    }));
    if (signal === undefined) return;
    this.#detach.push(onAbort(signal, () => this.fail(abortedError(signal, "read"))));
  }

  /**
   * Calls back when it ends; at once when it has already.
   *
   * @param listener Is given the error, unless it was closed.
   */
  onEnd(listener: (error: Error | undefined) => void): void {
    if (this.#state === "ended") listener(this.#error);
    else this.#onEnd.push(listener);
  }

  /** What it is doing. */
  get state(): EngineState {
    return this.#state;
  }

  /** What it ended with, if it failed. */
  get error(): Error | undefined {
    return this.#error;
  }

  /** All partitions that are read. */
  get partitions(): Iterable<Partition> {
    return this.#partitions.values();
  }

  /** The epoch of the latest assignment. */
  get assignmentEpoch(): number {
    return this.#epoch;
  }

  /**
   * Looks up the topics and their start offsets. Fetches nothing yet.
   *
   * @returns When they are known.
   */
  start(): Promise<void> {
    if (this.#ready === undefined) {
      this.#ready = this.#state === "ended" ? Promise.reject(this.#endError()) : this.#start();
      // Whoever reads hears of a failure from the stream.
      this.#ready.catch(() => {});
    }
    return this.#ready;
  }

  /** Begins to fetch: there is somebody who reads. */
  beginReading(): void {
    if (this.#reading) return;
    this.#reading = true;
    void this.start().catch(() => {});
    for (const partition of this.#partitions.values()) this.place(partition);
  }

  /**
   * Ends it, without an error. Doing it twice is fine.
   *
   * @returns When it has let go of everything, or `closeTimeoutMs` are over.
   */
  async close(): Promise<void> {
    this.#end(undefined);
    const limit = deferred<void>();
    const timer = this.clock.setTimer(limit.resolve, this.options.closeTimeoutMs);
    await Promise.race([this.closed, limit.promise]);
    timer.cancel();
  }

  /** Ends it with an error. */
  fail(error: Error): void {
    this.#end(error);
  }

  /** Reads partitions from now on; each call begins a new assignment epoch. */
  assign(assignments: readonly Assignment[]): void {
    if (this.#state === "ended") return;
    this.#epoch++;
    for (const { topic, partition: number, start } of assignments) {
      const key = keyOf(topic, number);
      if (this.#partitions.has(key)) continue;
      const partition = new Partition(topic, number, this.#epoch, start);
      partition.paused = this.#paused.has(key);
      this.#partitions.set(key, partition);
      this.#follow(partition, this.cluster.metadata);
    }
    this.#finder?.wake();
    this.#notify();
  }

  /**
   * Reads partitions no more: what was not delivered is dropped.
   *
   * @param partitions The partitions; those that are not assigned are passed over.
   */
  revoke(partitions: readonly TopicPartition[]): void {
    for (const { topic, partition: number } of partitions) {
      const key = keyOf(topic, number);
      const partition = this.#partitions.get(key);
      if (partition === undefined) continue;
      this.#partitions.delete(key);
      this.feed.withdraw(partition);
      this.credit.give(partition.revoke());
      this.#placement.displace(partition);
    }
    this.#notify();
  }

  /**
   * Finds an assigned partition.
   *
   * @param topic The topic.
   * @param partition The partition.
   */
  partition(topic: string, partition: number): Partition | undefined {
    return this.#partitions.get(keyOf(topic, partition));
  }

  /**
   * Reads a partition from another place on.
   *
   * @param target The partition.
   * @param start The place.
   * @returns When the place is known.
   * @throws {KafkaError} When the partition is not assigned, or the place cannot be found.
   */
  async seek(target: TopicPartition, start: StartPoint): Promise<void> {
    await this.start();
    if (this.#state === "ended") throw this.#endError();
    const partition = this.partition(target.topic, target.partition);
    if (partition === undefined) throw notAssigned("seek in", target);
    this.feed.withdraw(partition);
    partition.damagedAt = -1;
    if (start.kind === "offset") {
      this.credit.give(partition.startFetching(start.offset, start.leaderEpoch));
      this.place(partition);
      return;
    }
    this.credit.give(partition.startResetting(start));
    this.#finder?.wake();
    while (partition.phase === "resetting") await this.#changed.promise;
    if (this.#isEnded()) throw this.#endError();
  }

  /**
   * Delivers nothing of some partitions, and fetches nothing more of them.
   *
   * @param targets The partitions, which may be assigned later.
   */
  pause(targets: readonly TopicPartition[]): void {
    for (const { topic, partition: number } of targets) {
      const key = keyOf(topic, number);
      this.#paused.add(key);
      const partition = this.#partitions.get(key);
      if (partition === undefined || partition.paused) continue;
      partition.paused = true;
      this.feed.withdraw(partition);
      for (const chunk of partition.chunks) {
        // What is open is a view of the old buffer; opened again it goes on at the position.
        if (chunk.detach() && chunk === partition.chunks[0]) partition.open = undefined;
      }
    }
    // Who waits for credit has looked in vain for what paused partitions could give up.
    if (this.credit.waiting > 0) this.makeRoom();
  }

  /**
   * Goes on with partitions that were paused.
   *
   * @param targets The partitions.
   */
  resume(targets: readonly TopicPartition[]): void {
    for (const { topic, partition: number } of targets) {
      const key = keyOf(topic, number);
      this.#paused.delete(key);
      const partition = this.#partitions.get(key);
      if (partition === undefined || !partition.paused) continue;
      partition.paused = false;
      this.feed.offer(partition);
      this.place(partition);
    }
  }

  get fetcherCount(): number {
    return this.#placement.fetcherCount;
  }

  get drainRate(): number | undefined {
    return this.drain.rate;
  }

  makeRoom(): void {
    for (const partition of this.#partitions.values()) {
      if (!partition.paused || partition.buffered === 0) continue;
      if (partition.phase !== "fetching" && partition.phase !== "validating") continue;
      this.credit.give(partition.rewind());
    }
  }

  place(partition: Partition): void {
    if (this.#reading && this.#state !== "ended") this.#placement.place(partition);
  }

  fetched(asked: Asked, data: FetchResponsePartitionData, answer: FetchAnswer): number {
    return takeAnswer(this, asked, data, answer);
  }

  deliver(partition: Partition, chunk: FetchedChunk): void {
    partition.add(chunk);
    partition.full = partition.buffered >= this.#partitionLimit();
    this.feed.offer(partition);
  }

  found(partition: Partition, offset: number, leaderEpoch: number): void {
    const { resetCause } = partition;
    this.credit.give(partition.startFetching(offset, leaderEpoch));
    if (resetCause !== undefined) {
      this.cluster.emit("positionreset", {
        topic: partition.topic,
        partition: partition.partition,
        from: resetCause.from,
        to: offset,
        reason: resetCause.reason,
      });
    }
    this.place(partition);
    this.#notify();
  }

  truncated(partition: Partition, endOffset: number, epoch: number): void {
    this.#recovery.truncated(partition, endOffset, epoch);
  }

  validated(partition: Partition): void {
    partition.finishValidating();
    this.place(partition);
  }

  failPartition(partition: Partition, error: KafkaError): void {
    partition.fail();
    this.fail(error);
  }

  trouble(partition: Partition, error: KafkaError): void {
    if (partition.trouble === undefined) {
      partition.troubleSince = this.cluster.environment.clock.monotonic();
      const { topic, partition: number } = partition;
      this.cluster.emit("partitionerror", { topic, partition: number, error });
    }
    partition.trouble = error;
    this.troubled();
  }

  troubled(): void {
    this.#troubleTimer?.cancel();
    this.#troubleTimer = undefined;
    const hopeless = this.#hopelessFrom();
    if (hopeless === undefined || this.#state !== "running") return;
    const inMs = hopeless.from - this.cluster.environment.clock.monotonic();
    if (inMs <= 0) this.fail(hopeless.error);
    else {
      this.#troubleTimer = this.cluster.environment.clock.setTimer(() => this.troubled(), inMs);
    }
  }

  get checkCrcs(): boolean {
    return this.options.checkCrcs;
  }

  get maxDecompressedBytes(): number {
    return this.options.maxDecompressedBytes;
  }

  get codecs(): CompressionCodecs {
    return this.cluster.codecs;
  }

  get clock(): Clock {
    return this.cluster.environment.clock;
  }

  acknowledger(_partition: Partition): ((offset: number) => void) | undefined {
    return undefined;
  }

  released(partition: Partition, bytes: number): void {
    partition.buffered -= bytes;
    this.drain.add(bytes);
    this.credit.give(bytes);
    // Half, not less than full, so that the session is not told to forget and remember it for every batch.
    if (!partition.full || partition.buffered > this.#partitionLimit() / 2) return;
    partition.full = false;
    this.place(partition);
  }

  damaged(partition: Partition, damage: BatchDamage): boolean {
    return this.#recovery.damaged(partition, damage);
  }

  reached(partition: Partition, failure: ChunkFailure): void {
    this.#recovery.reached(partition, failure);
  }

  leaderless(): ReadonlySet<string> {
    const topics = new Set(this.#watch?.missing.map((missing) => missing.topic));
    for (const { topic, leader } of this.#partitions.values()) if (leader < 0) topics.add(topic);
    return topics;
  }

  lookUp(): void {
    this.#finder?.wake();
  }

  async #start(): Promise<void> {
    this.#transition("starting");
    const { cluster, options } = this;
    const { clock } = cluster.environment;
    const deadline = clock.monotonic() + options.startTimeoutMs;
    const topics = options.subscriptions.map((subscription) => subscription.topic);
    this.#detach.push(cluster.watchTopics(topics));
    this.#detach.push(cluster.onMetadata((now) => this.#followAll(now)));
    this.#watch = new TopicWatch(this);
    this.#finder = new PositionFinder(this);
    try {
      await this.#watch.start(this.#abort.signal);
      while (!this.#isEnded() && this.#unresolved() > 0) {
        const left = deadline - clock.monotonic();
        if (left <= 0) break;
        await this.#change(left);
      }
      if (this.#isEnded()) throw this.#endError();
      if (this.#unresolved() === this.#partitions.size) throw this.#startTimedOut();
    } catch (error) {
      this.fail(asError(error));
      throw this.#endError();
    }
    this.#transition("running");
    this.troubled();
    this.#search.check();
  }

  /** How many partitions still look for their start. */
  #unresolved(): number {
    let count = 0;
    for (const { phase } of this.#partitions.values()) if (phase === "resetting") count++;
    return count;
  }

  #startTimedOut(): Error {
    const { startTimeoutMs } = this.options;
    const partitions = [...this.#partitions.values()];
    const trouble = partitions.find((partition) => partition.trouble !== undefined)?.trouble;
    if (trouble !== undefined) return trouble;
    const cause = partitions.find((partition) => partition.lastError !== undefined)?.lastError;
    const why = cause === undefined ? "no leader is known" : causeText(cause);
    return new TimeoutError(
      `Cannot find the start offsets within ${startTimeoutMs} ms (startTimeoutMs): ${why}`,
      { cause },
    );
  }

  /** Waits for a change, but not for longer than that. */
  async #change(limitMs: number): Promise<void> {
    const timer = this.cluster.environment.clock.setTimer(() => this.#notify(), limitMs);
    try {
      await this.#changed.promise;
    } finally {
      timer.cancel();
    }
  }

  #notify(): void {
    const { resolve } = this.#changed;
    this.#changed = deferred();
    resolve();
  }

  #followAll(now: MetadataSnapshot): void {
    for (const partition of this.#partitions.values()) this.#follow(partition, now);
    this.#watch?.follow(now);
    this.#finder?.wake();
    this.#search.check();
  }

  /** Takes over what the metadata says of a partition. */
  #follow(partition: Partition, now: MetadataSnapshot): void {
    const info = partitionOf(now, partition.topic, partition.partition);
    const topic = now.topics.get(partition.topic);
    if (info === undefined || topic === undefined) {
      if (topic?.error === 0) this.trouble(partition, unknownPartition(partition));
      return;
    }
    if (partition.leader < 0 && partition.trouble?.code === UNKNOWN) partition.trouble = undefined;
    const recreated = isAnotherTopic(partition.topicId, topic.topicId);
    const newEpoch = info.leaderEpoch !== partition.leaderEpoch;
    const moved = newEpoch || info.leader !== partition.leader;
    const knewEpoch = partition.leaderEpoch >= 0;
    partition.topicId = topic.topicId;
    partition.isr = info.isr;
    partition.leaderEpoch = info.leaderEpoch;
    partition.leader = info.leader;
    if (recreated) {
      partition.outdate();
      if (partition.phase !== "resetting" || partition.resetCause !== undefined) {
        this.#recovery.recreated(partition);
      }
    } else if (moved) {
      partition.preferred = undefined;
      partition.retryAt = 0;
      // What was read of an older epoch may be gone from the new leader's log (KIP-320).
      const doubtful = newEpoch && knewEpoch && partition.fetchEpoch >= 0;
      const { phase } = partition;
      if (doubtful && (phase === "fetching" || phase === "validating")) {
        partition.startValidating();
      }
    }
    if (moved || recreated) this.place(partition);
  }

  #partitionLimit(): number {
    const { fetchPartitionMaxBytes, prefetchBytes } = this.options;
    const share = Math.floor(prefetchBytes / Math.max(1, this.#partitions.size));
    return Math.max(1, Math.min(prefetchBytes, Math.max(fetchPartitionMaxBytes, share)));
  }

  /** From when on nothing is left to read, and why; `undefined` while something is. */
  #hopelessFrom(): { from: number; error: Error } | undefined {
    let since = 0;
    let error: Error | undefined;
    for (const { trouble, troubleSince } of this.#partitions.values()) {
      if (trouble === undefined) return undefined;
      since = Math.max(since, troubleSince);
      error ??= trouble;
    }
    for (const missing of this.#watch?.missing ?? []) {
      if (missing.error === undefined) return undefined;
      since = Math.max(since, missing.since);
      error ??= missing.error;
    }
    if (error === undefined) return undefined;
    return { from: since + this.cluster.options.unknownTopicToleranceMs, error };
  }

  #isEnded(): boolean {
    return this.#state === "ended";
  }

  #endError(): Error {
    return this.#error ?? new ClosedError("Cannot read as the consumer was closed");
  }

  #end(error: Error | undefined): void {
    if (this.#state === "ended") return;
    this.#transition("ended");
    this.#error = error;
    this.#troubleTimer?.cancel();
    this.#search.stop();
    for (const detach of this.#detach.splice(0)) detach();
    this.#abort.abort(error);
    this.revoke([...this.#partitions.values()]);
    for (const listener of this.#onEnd.splice(0)) listener(error);
    this.feed.ring();
    void this.#release();
  }

  /** Lets go of everything; nothing of it can fail. */
  async #release(): Promise<void> {
    await this.#finder?.stop();
    await this.#placement.stop();
    await this.feed.idle();
    await this.cluster.closeOwner(this.owner);
    this.#closed.resolve();
  }

  #transition(to: EngineState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new KafkaError(
        `Cannot move the consumer from "${this.#state}" to "${to}" as no such step exists`,
        { code: "ILLEGAL_TRANSITION" },
      );
    }
    this.#state = to;
  }
}

const UNKNOWN = "UNKNOWN_TOPIC_OR_PARTITION";

/** Topic names hold no slash. */
function keyOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}
