/**
 * The engine of a producer: it owns what gathers records, what sends them and
 * what waits for them, and their end. The stream is a thin layer over it.
 *
 * @module
 */

import type { Cluster } from "../cluster/cluster.ts";
import { AbortedError, ClosedError, KafkaError, TimeoutError } from "../errors.ts";
import { deferred } from "../internal/deferred.ts";
import type { Clock } from "../internal/environment.ts";
import { abortable, onAbort, throwIfAborted } from "../internal/signal.ts";
import type { PartitionProduceResponse, ProduceResponse } from "../protocol/messages/produce.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import { BufferPool } from "../record/buffer_pool.ts";
import { Accumulator, type AccumulatorHost } from "./accumulator.ts";
import type { ProduceBatch } from "./batch.ts";
import { FailureLog, type Listener, type ListenerSlot, withFate } from "./delivery.ts";
import { Generations } from "./generation.ts";
import type { ProducerIdentity } from "./idempotence.ts";
import { IdentityKeeper } from "./identity.ts";
import { Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";
import { Outcomes, type OutcomesHost } from "./outcomes.ts";
import { Preparation } from "./preparation.ts";
import { ProcessLife } from "./process_life.ts";
import { headersOf, type ProducerRecord, timestampOf } from "./record.ts";
import { Reaper, type ReaperHost } from "./reaper.ts";
import { Router, type RouterHost } from "./router.ts";
import type { BrokerSender, SentBatch } from "./sender.ts";
import { Timetable } from "./timetable.ts";
import type { StagedRecord, TopicState } from "./topic_state.ts";

/**
 * Where a producer is.
 *
 * - `"open"`: it takes records.
 * - `"closing"`: it takes none, and waits for those that it has.
 * - `"aborting"`: it dropped what was not under way, and waits for open answers.
 * - `"closed"`: nothing is left.
 */
export type EngineState = "open" | "closing" | "aborting" | "closed";

const TRANSITIONS: { readonly [State in EngineState]: readonly EngineState[] } = {
  open: ["closing", "aborting"],
  closing: ["aborting", "closed"],
  aborting: ["closed"],
  closed: [],
};

/** A stream over the engine, which ends with it. */
export interface EngineSink {
  /** The engine ends: so does the stream, unless it is ending already. */
  end(error: KafkaError): void;
}

/** What tests set and users do not. */
export interface EngineInternals {
  /** Whether freed buffers are overwritten, so that every use after that shows. @default {false} */
  readonly poison?: boolean;
  /** The first sequence of each partition; a broker without memory of a producer takes any. @default {0} */
  readonly firstSequence?: number;
}

/** How many bytes of free buffers are kept for the next batches, at most. */
const POOL_BYTES = 8 * 1024 * 1024;

/** The engine of a producer. */
export class ProducerEngine implements AccumulatorHost, RouterHost, OutcomesHost, ReaperHost {
  readonly cluster: Cluster;
  readonly settings: ResolvedProducerOptions;
  readonly owner: string;
  readonly clock: Clock;
  readonly preparation: Preparation;
  /** Resolves when everything has ended; never rejects. */
  readonly closed: Promise<void>;
  /** The streams over it that are open. */
  readonly sinks: Set<EngineSink> = new Set();
  readonly #life: ProcessLife;
  readonly #generations: Generations;
  readonly #accumulator: Accumulator;
  readonly #outcomes: Outcomes;
  readonly #router: Router;
  readonly #identity: IdentityKeeper;
  readonly #timetable: Timetable;
  readonly #failures = new FailureLog();
  readonly #active = new Set<Lane>();
  /** Batches whose codec takes its time. */
  readonly #preparing = new Map<ProduceBatch, Promise<void>>();
  readonly #reaper: Reaper;
  readonly #closed = deferred<void>();
  readonly #firstSequence: number;
  #state: EngineState = "open";
  #turn: Promise<void> | undefined;
  /** The monotonic clock as this turn of the event loop began, 0 when it was not read yet. */
  #now = 0;
  #waitingFlushes = 0;
  #closing: Promise<void> | undefined;
  #aborting: Promise<void> | undefined;
  #givingUp: KafkaError | undefined;
  #storedError: KafkaError | undefined;
  #offCluster: () => void = () => {};

  static #producers = 0;

  /**
   * @param cluster The cluster.
   * @param settings The options, resolved.
   * @param internals What tests set.
   */
  constructor(
    cluster: Cluster,
    settings: ResolvedProducerOptions,
    internals: EngineInternals = {},
  ) {
    this.cluster = cluster;
    this.settings = settings;
    this.owner = `producer ${++ProducerEngine.#producers}`;
    this.clock = cluster.environment.clock;
    this.closed = this.#closed.promise;
    this.preparation = new Preparation(cluster.codecs, settings.compression);
    this.#life = new ProcessLife(cluster.environment);
    this.#generations = new Generations(() => this.#life.hold(), () => this.#life.release());
    this.#timetable = new Timetable(this.clock, () => this.#tick());
    this.#firstSequence = internals.firstSequence ?? 0;
    const pool = new BufferPool({
      maxBytes: Math.min(POOL_BYTES, settings.bufferBytes),
      poison: internals.poison ?? false,
    });
    this.#accumulator = new Accumulator(this, pool);
    this.#outcomes = new Outcomes(this);
    this.#reaper = new Reaper(this, this.#accumulator);
    this.#identity = new IdentityKeeper(cluster, {
      onReady: () => this.#scheduleTurn(),
      onRefused: (error) => this.#reaper.failEverything(error, false),
      onRetry: (error, inMs) => {
        const nothing = { topic: undefined, partition: undefined };
        cluster.emit("retry", { what: "InitProducerId", ...nothing, error, inMs });
      },
      isWanted: () => this.#generations.open > 0,
    });
    this.#router = new Router(cluster, this);
    this.#offCluster = onAbort(cluster.signal, () => this.#clusterClosed());
  }

  /** Where it is. */
  get state(): EngineState {
    return this.#state;
  }

  /** How many records are accepted and not settled, those that wait for the buffer included. */
  get openRecords(): number {
    return this.#generations.open;
  }

  /** How many bytes are held. */
  get heldBytes(): number {
    return this.#accumulator.budget.used;
  }

  /**
   * Refuses when it does not take records any more.
   *
   * @param action What is asked for, to follow "Cannot".
   * @throws {ClosedError} Unless it is open.
   */
  assertOpen(action: string): void {
    if (this.#state === "open") return;
    throw new ClosedError(`Cannot ${action} as the producer is closed`, {
      fate: "not-persisted",
      cause: this.#storedError,
    });
  }

  /**
   * Takes a record that was checked: its bytes are copied before this returns.
   *
   * @param record The record.
   * @param listener Who hears what becomes of it.
   * @param slot What goes with the listener.
   * @param weight How many of the pending sends it stands for, should it wait for the buffer.
   * @returns The record if it has to wait, `undefined` when it does not.
   */
  accept(
    record: ProducerRecord,
    listener: Listener,
    slot: ListenerSlot,
    weight: number,
  ): StagedRecord | undefined {
    const headers = headersOf(record);
    if (this.#now === 0) this.#now = this.clock.monotonic();
    const staged = this.#accumulator.accept(
      record.topic,
      record.partition,
      record.key ?? null,
      record.value,
      headers,
      timestampOf(record, this.clock.now()),
      listener,
      slot,
      weight,
      this.#now,
      this.#generations.current,
    );
    if (this.settings.idempotent) this.#identity.ensure();
    if (staged?.state === "waiting") this.wakeAt(this.#accumulator.waitingUntil);
    this.#scheduleTurn();
    return staged;
  }

  /**
   * Takes a record back that still waits for the buffer.
   *
   * @param record The record.
   * @param error What its listener is told.
   * @returns Whether it did.
   */
  takeBack(record: StagedRecord, error: KafkaError): boolean {
    if (record.state !== "waiting") return false;
    this.#accumulator.fail(record, error, false);
    this.#scheduleTurn();
    return true;
  }

  /**
   * Waits for every record that was accepted so far.
   *
   * @param signal Gives up waiting.
   * @throws {DeliveryError} When any record failed since the last flush.
   */
  async flush(signal: AbortSignal | undefined): Promise<void> {
    throwIfAborted(signal, "flush");
    const list = this.#failures.begin();
    this.#waitingFlushes++;
    this.#life.hold();
    try {
      const drained = this.#generations.drained();
      this.#scheduleTurn();
      await abortable(drained, signal, "flush");
    } catch (error) {
      this.#failures.cancel(list);
      throw error;
    } finally {
      this.#waitingFlushes--;
      this.#life.release();
    }
    this.#failures.end(list);
    const error = list.error("flush");
    if (error !== undefined) throw error;
  }

  /**
   * Takes no more records, waits for those that it has, and ends everything.
   *
   * @returns Resolves when all is over; twice gives the same.
   * @throws {DeliveryError} When any record failed since the last flush.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /**
   * Takes no more records, drops those that are not under way, waits for open
   * answers, and ends everything.
   *
   * @param reason Why.
   * @returns Resolves when all is over; it does not reject.
   */
  abort(reason: unknown): Promise<void> {
    this.#aborting ??= this.#abort(reason);
    return this.#aborting;
  }

  /**
   * Lets what fills leave without waiting for more.
   *
   * @returns What ends that.
   */
  kick(): () => void {
    this.#waitingFlushes++;
    this.#life.hold();
    this.#scheduleTurn();
    return () => {
      this.#waitingFlushes--;
      this.#life.release();
    };
  }

  /**
   * Waits for something, but no longer than `closeTimeoutMs`.
   *
   * @param promise What to wait for; it must not reject.
   */
  within(promise: Promise<void>): Promise<void> {
    return this.#life.within(promise, this.settings.closeTimeoutMs);
  }

  /**
   * Drops records that are not on the wire.
   *
   * @param isMine Which ones, by their listener.
   * @param error What their listeners are told.
   */
  drop(isMine: (listener: Listener) => boolean, error: KafkaError): Promise<void> {
    return this.#reaper.drop(isMine, error);
  }

  // What the parts ask for.

  random(): number {
    return this.cluster.environment.random();
  }

  topicWanted(topic: TopicState): void {
    this.#router.want(topic);
  }

  topics(): Iterable<TopicState> {
    return this.#accumulator.topics.values();
  }

  topicId(topic: string): string {
    return this.#accumulator.topics.get(topic)?.info?.topicId ?? ZERO_UUID;
  }

  topicKnown(topic: TopicState): void {
    this.#accumulator.flushStaged(topic);
    this.#scheduleTurn();
  }

  topicFailed(topic: TopicState, error: KafkaError): void {
    this.#accumulator.failTopic(topic, ({ partition }) =>
      withFate(
        error,
        `Cannot send to ${JSON.stringify(topic.name)}: ${error.message}`,
        { fate: "not-persisted", topic: topic.name, partition, cause: error },
      ));
  }

  makeLane(topic: TopicState, partition: number): Lane {
    const onBump = (identity: ProducerIdentity | undefined) => {
      const reason = `sequences of "${topic.name}" partition ${partition} start anew`;
      this.#identity.leave(identity, reason, false);
    };
    const lane = new Lane(topic.name, partition, this.settings, onBump, this.#firstSequence);
    this.#router.place(topic, lane);
    return lane;
  }

  batchBegun(lane: Lane, batch: ProduceBatch): void {
    if (!this.#active.has(lane)) {
      this.#active.add(lane);
      this.#router.activate(lane);
    } else if (lane.leader >= 0) this.#router.activate(lane);
    if (this.settings.lingerMs > 0) this.wakeAt(batch.since + this.settings.lingerMs);
    this.wakeAt(batch.deadline);
  }

  seal(lane: Lane): void {
    const batch = lane.filling;
    if (batch === undefined) return;
    lane.filling = undefined;
    batch.seal();
    lane.queue.push(batch);
    this.prepare(lane, batch);
  }

  prepare(lane: Lane, batch: ProduceBatch): void {
    const work = this.preparation.prepare(batch);
    if (work === undefined) return;
    const done = work.catch((reason: unknown) => {
      if (batch.state !== "preparing") return;
      lane.replace(batch, []);
      const error = reason instanceof KafkaError
        ? reason
        : new KafkaError("Cannot compress a batch", { cause: reason });
      this.#outcomes.fail(batch, error, batch.ambiguous ? "possibly-persisted" : "not-persisted");
    }).finally(() => {
      this.#preparing.delete(batch);
      this.laneChanged(lane);
    });
    this.#preparing.set(batch, done);
  }

  isUrgent(): boolean {
    return this.#waitingFlushes > 0 || this.#state !== "open" || this.#accumulator.isFull;
  }

  identity(): ProducerIdentity | undefined {
    return this.#identity.current;
  }

  identityLost(batch: ProduceBatch): void {
    this.#identity.leave(batch.identity, "another producer has a higher epoch", true);
  }

  wakeAt(at: number): void {
    this.#timetable.wakeAt(at);
  }

  answered(
    sent: SentBatch,
    answer: PartitionProduceResponse,
    response: ProduceResponse,
    broker: string,
  ): void {
    this.#outcomes.answered(sent, answer, response, broker);
  }

  written(sent: SentBatch): void {
    this.#outcomes.written(sent);
  }

  lost(sent: SentBatch, error: KafkaError, wasSent: boolean): void {
    this.#outcomes.lost(sent, error, wasSent);
  }

  settled(): void {
    if (this.#accumulator.isFull) this.#scheduleTurn();
  }

  memoryFreed(): void {
    if (this.#accumulator?.isFull) this.#scheduleTurn();
  }

  isIdle(): boolean {
    return this.#active.size === 0;
  }

  givingUp(): KafkaError | undefined {
    return this.#givingUp;
  }

  laneChanged(lane: Lane): void {
    const now = this.clock.monotonic();
    if (lane.oldest !== undefined && lane.oldest.deadline <= now) this.#reaper.expire(lane, now);
    if (lane.isEmpty) {
      this.#active.delete(lane);
      return;
    }
    if (lane.retryAt > now) this.wakeAt(lane.retryAt);
    this.#router.activate(lane);
    this.#scheduleTurn();
  }

  laneReset(lane: Lane, error: KafkaError): void {
    this.#reaper.fail(lane.takeSent(), error);
    this.laneChanged(lane);
  }

  laneFailed(lane: Lane, error: KafkaError): void {
    this.#reaper.fail(lane.takeAll(false), error);
    this.laneChanged(lane);
  }

  unreachable(sender: BrokerSender, error: KafkaError): void {
    this.cluster.invalidate(error.code);
    for (const lane of [...sender.lanes]) {
      lane.lastError = error;
      // Nothing was sent since; what was sent before waits for its time.
      if (!error.retriable) this.laneFailed(lane, error);
    }
  }

  active(): Set<Lane> {
    return this.#active;
  }

  preparing(batch: ProduceBatch): Promise<void> | undefined {
    return this.#preparing.get(batch);
  }

  failed(topic: string, partition: number | undefined, error: KafkaError): void {
    this.#failures.add(topic, partition, error);
  }

  #scheduleTurn(): void {
    if (this.#turn !== undefined || this.#state === "closed") return;
    this.#turn = this.cluster.environment.macrotask().then(() => {
      this.#turn = undefined;
      this.#now = 0;
      if (this.#state === "closed") return;
      this.#accumulator.admit();
      this.#router.pump();
    });
  }

  #tick(): void {
    const now = this.clock.monotonic();
    this.#accumulator.expire(now);
    for (const lane of [...this.#active]) this.#reaper.expire(lane, now);
    let next = Math.min(
      this.#accumulator.waitingUntil,
      this.#router.tick(now, [...this.#active]),
    );
    const { lingerMs } = this.settings;
    for (const lane of this.#active) {
      const { oldest, filling } = lane;
      if (oldest !== undefined && oldest.deadline > now) next = Math.min(next, oldest.deadline);
      if (lane.retryAt > now) next = Math.min(next, lane.retryAt);
      if (lingerMs > 0 && filling !== undefined && filling.since + lingerMs > now) {
        next = Math.min(next, filling.since + lingerMs);
      }
    }
    this.wakeAt(next);
    this.#accumulator.admit();
    this.#router.pump();
  }

  #clusterClosed(): void {
    if (this.#state === "closed") return;
    const reason = this.cluster.signal.reason as unknown;
    const error = new ClosedError("Cannot send as the client is closed", { cause: reason });
    this.#givingUp ??= error;
    this.#reaper.failEverything(error, true);
    // Its outcome is for whoever calls close().
    this.close().catch(() => {});
  }

  async #close(): Promise<void> {
    const list = this.#failures.begin();
    this.#life.hold();
    try {
      if (this.#state === "open") this.#transition("closing");
      const ended = new ClosedError("Cannot write as the producer is closed");
      for (const sink of [...this.sinks]) sink.end(ended);
      const { closeTimeoutMs } = this.settings;
      await this.#drain(
        () =>
          new TimeoutError(`Cannot close the producer cleanly within ${closeTimeoutMs} ms`, {
            code: "CLOSE_TIMEOUT",
            retriable: false,
          }),
      );
      await this.#aborting;
      await this.#dispose();
    } finally {
      this.#life.release();
    }
    this.#failures.end(list);
    const error = this.#storedError ?? list.error("close the producer cleanly");
    if (error !== undefined) throw error;
  }

  async #abort(reason: unknown): Promise<void> {
    if (this.#state === "closed") return;
    this.#life.hold();
    try {
      this.#transition("aborting");
      const error = new AbortedError("Cannot send as the producer was aborted", { cause: reason });
      this.#storedError = error;
      this.#givingUp = error;
      for (const sink of [...this.sinks]) sink.end(error);
      this.#reaper.failEverything(error, false);
      await this.#drain(() => error);
      await this.#dispose();
    } finally {
      this.#life.release();
    }
  }

  /** Waits for all records, or lets those fail that take longer than `closeTimeoutMs`. */
  async #drain(late: () => KafkaError): Promise<void> {
    const drained = this.#generations.drained();
    this.#scheduleTurn();
    await this.within(drained);
    if (this.#generations.open > 0) this.#reaper.failEverything(late(), true);
  }

  #disposing: Promise<void> | undefined;

  #dispose(): Promise<void> {
    this.#disposing ??= (async () => {
      this.#offCluster();
      this.#timetable.stop();
      await Promise.all([this.#identity.stop(), this.#router.stop()]);
      await this.cluster.closeOwner(this.owner);
      this.#transition("closed");
      this.#closed.resolve();
    })();
    return this.#disposing;
  }

  #transition(to: EngineState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Illegal transition of a producer from "${this.#state}" to "${to}"`);
    }
    this.#state = to;
  }
}
