/**
 * Keeps the metadata: one loop that refreshes it, for whoever waits, watches
 * or found it stale.
 *
 * @module
 */

import { ConnectionError, type KafkaError } from "../errors.ts";
import { backoffMs } from "../internal/backoff.ts";
import { type Deferred, deferred } from "../internal/deferred.ts";
import type { Environment, Timer } from "../internal/environment.ts";
import type { Emit } from "../internal/events.ts";
import { abortedError, onAbort } from "../internal/signal.ts";
import type { Channel } from "../network/broker.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import {
  metadata,
  type MetadataRequestInput,
  type MetadataResponse,
} from "../protocol/messages/metadata.ts";
import { brokerError } from "./error_class.ts";
import { EMPTY_METADATA, type MetadataSnapshot } from "./metadata.ts";
import { applyLeader, applyResponse, type LeaderHint } from "./metadata_update.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { race } from "../network/race.ts";
import { AttemptLog } from "./unreachable.ts";

/** Gets the new snapshot and the one before. */
export type MetadataListener = (now: MetadataSnapshot, before: MetadataSnapshot) => void;

/** A channel to ask for metadata, and how it is called in errors. */
export interface Candidate {
  /** The channel. */
  readonly channel: Channel;
  /** Its address, as `host:port`. */
  readonly address: string;
}

/** What the keeper needs of its cluster. */
export interface KeeperContext {
  /** Time, randomness and the registry. */
  readonly environment: Environment;
  /** The client's options. */
  readonly options: ResolvedClientOptions;
  /** Tells events. */
  readonly emit: Emit;
  /** Fires when the cluster is closed, with the error for every waiter. */
  readonly signal: AbortSignal;
  /** Whom to ask, best first; only bootstrap addresses when that is said. */
  candidates(onlySeeds: boolean): Promise<readonly Candidate[]>;
  /** A channel has given the latest metadata. */
  onAnswer(channel: Channel): void;
  /** Whoever gave the latest metadata has told nothing new for long, though something is wrong: another one may know more. */
  onStale(): void;
}

/** How to refresh. */
export interface RefreshOptions {
  /** Topics to ask for besides those that are watched. */
  readonly topics?: Iterable<string>;
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
  /** The limit, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
  /** Why, for whoever looks at it. */
  readonly reason?: string;
}

interface Waiter {
  /** Which call it was; requests that were encoded after it serve it. */
  readonly call: number;
  readonly topics: readonly string[];
  readonly done: Deferred<MetadataSnapshot>;
  readonly release: () => void;
}

/** After how long of silence the next broker is asked beside the first, in ms. */
const STAGGER_MS = 500;

/** After how many refreshes in a row without news somebody else is asked. */
const STALE_AFTER = 3;

/** How long a pass waits for silent brokers before it starts over, in ms; doubled with each failed pass. */
const PATIENCE_MS = 2_000;

/** Keeps the metadata. */
export class MetadataKeeper {
  readonly #context: KeeperContext;
  readonly #log: AttemptLog;
  readonly #watched = new Map<string, number>();
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<MetadataListener>();
  /** Topics of invalidations that are not served yet. */
  readonly #stale = new Set<string>();
  /** When a topic that nobody watches was asked for last. */
  readonly #askedAt = new Map<string, number>();
  readonly #rewinds = new Map<string, number>();
  #snapshot: MetadataSnapshot = EMPTY_METADATA;
  /** Counts refreshes and invalidations, to tell which of them a request serves. */
  #calls = 0;
  #invalidatedCall = -1;
  #servedCall = 0;
  #failures = 0;
  #fruitless = 0;
  #retryAt = -Infinity;
  #succeededAt = -Infinity;
  #mustBootstrap = false;
  #timer: Timer | undefined;
  #pass: Promise<void> | undefined;
  #wakeQueued = false;

  /** @param context What it needs of its cluster. */
  constructor(context: KeeperContext) {
    this.#context = context;
    this.#log = new AttemptLog(context.environment.clock);
  }

  /** What is known; empty at first. */
  get snapshot(): MetadataSnapshot {
    return this.#snapshot;
  }

  /** Keeps topics in every refresh until the returned function is called. */
  watch(topics: Iterable<string>): () => void {
    const names = [...new Set(topics)];
    for (const name of names) this.#watched.set(name, (this.#watched.get(name) ?? 0) + 1);
    this.#wake();
    let active = true;
    return () => {
      if (!active) return;
      active = false;
      for (const name of names) {
        const count = (this.#watched.get(name) ?? 1) - 1;
        if (count > 0) this.#watched.set(name, count);
        else this.#watched.delete(name);
      }
      this.#wake();
    };
  }

  /** Calls a listener with each new snapshot, until the returned function is called. */
  listen(listener: MetadataListener): () => void {
    // A wrapper of its own: the same function may listen twice.
    const entry: MetadataListener = (now, before) => listener(now, before);
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Gives a snapshot that was requested after this call began. */
  refresh(options: RefreshOptions = {}): Promise<MetadataSnapshot> {
    const { signal } = options;
    const { environment, options: client } = this.#context;
    if (this.#context.signal.aborted) return Promise.reject(this.#context.signal.reason);
    if (signal?.aborted) return Promise.reject(abortedError(signal, "refresh the metadata"));
    const done = deferred<MetadataSnapshot>();
    const timer = environment.clock.setTimer(
      () => this.#give(waiter, this.#log.error()),
      options.timeoutMs ?? client.requestTimeoutMs,
    );
    const detach = signal === undefined
      ? undefined
      : onAbort(signal, () => this.#give(waiter, abortedError(signal, "refresh the metadata")));
    const waiter: Waiter = {
      call: ++this.#calls,
      topics: [...options.topics ?? []],
      done,
      release: () => {
        timer.cancel();
        detach?.();
      },
    };
    this.#waiters.add(waiter);
    this.#wake();
    return done.promise;
  }

  /** Asks for a refresh soon. */
  invalidate(topics: Iterable<string> = []): void {
    if (this.#context.signal.aborted) return;
    for (const name of topics) this.#stale.add(name);
    const { environment, options } = this.#context;
    // What was in vain before a quiet time says nothing of this one.
    const quietMs = environment.clock.monotonic() - this.#succeededAt;
    if (quietMs > options.retryBackoffMaxMs * 2) this.#fruitless = 0;
    this.#invalidatedCall = ++this.#calls;
    this.#wake();
  }

  /** Takes a leader that is newer than what is known. */
  learnLeader(hint: LeaderHint): void {
    const before = this.#snapshot;
    const now = applyLeader(before, hint);
    if (now === undefined) return;
    this.#snapshot = now;
    this.#fruitless = 0;
    // Without an address nobody can go there.
    if (!now.brokers.has(hint.leader)) this.invalidate([hint.topic]);
    this.#announce(before);
  }

  /** Rejects whoever waits, with the reason of the cluster's signal, and waits for the loop to end. */
  async close(): Promise<void> {
    this.#timer?.cancel();
    for (const waiter of [...this.#waiters]) {
      this.#give(waiter, this.#context.signal.reason as KafkaError);
    }
    this.#listeners.clear();
    this.#watched.clear();
    await this.#pass;
  }

  #give(waiter: Waiter, outcome: MetadataSnapshot | KafkaError): void {
    if (!this.#waiters.delete(waiter)) return;
    waiter.release();
    if (outcome instanceof Error) waiter.done.reject(outcome);
    else waiter.done.resolve(outcome);
  }

  /** Looks, after this turn's other calls, whether and when a pass is due: they share it. */
  #wake(): void {
    if (this.#wakeQueued || this.#pass !== undefined) return;
    this.#wakeQueued = true;
    queueMicrotask(() => {
      this.#wakeQueued = false;
      this.#start();
    });
  }

  #start(): void {
    this.#timer?.cancel();
    if (this.#pass !== undefined || this.#context.signal.aborted) return;
    const at = this.#dueAt();
    if (at === Infinity) return;
    const { clock } = this.#context.environment;
    const delayMs = at - clock.monotonic();
    if (delayMs > 0) {
      this.#timer = clock.setTimer(() => this.#start(), Math.min(delayMs, 0x7fffffff));
      return;
    }
    this.#pass = this.#run().finally(() => {
      this.#pass = undefined;
      this.#start();
    });
  }

  #dueAt(): number {
    const { options, environment } = this.#context;
    let at = Infinity;
    if (this.#waiters.size > 0) at = -Infinity;
    else {
      if (this.#invalidatedCall > this.#servedCall) {
        // The more refreshes in a row brought nothing new (an election takes its time), the longer the wait.
        at = this.#succeededAt +
          this.#backoffMs(Math.max(1, this.#fruitless), () => environment.random());
      }
      if (this.#watched.size > 0 && this.#snapshot.version > 0) {
        at = Math.min(at, this.#succeededAt + options.metadataMaxAgeMs);
      }
    }
    return at === Infinity ? at : Math.max(at, this.#retryAt);
  }

  /** One pass over the brokers, or two when the first is told to bootstrap again. Never rejects. */
  async #run(): Promise<void> {
    const { environment, signal } = this.#context;
    const untrack = environment.resources.track("loop", "metadata");
    try {
      if (await this.#tryAll(false) || signal.aborted) return;
      if (this.#mustBootstrap && await this.#tryAll(true) || signal.aborted) return;
      this.#failed();
    } finally {
      this.#mustBootstrap = false;
      untrack();
    }
  }

  /** Asks one after the other, and tells whether anybody answered. What went wrong with each of them is in the log. */
  async #tryAll(onlySeeds: boolean): Promise<boolean> {
    const { environment: { clock }, options, signal } = this.#context;
    const patienceMs = Math.min(PATIENCE_MS * 2 ** this.#failures, options.requestTimeoutMs);
    const pass = new AbortController();
    const detach = onAbort(signal, () => pass.abort(signal.reason));
    try {
      const candidates = await this.#context.candidates(onlySeeds);
      await race(
        candidates.map((candidate) => async (attempt: AbortSignal) => {
          try {
            await this.#ask(candidate, attempt);
          } catch (error) {
            // Whoever else is known may belong to a cluster that we should have left (KIP-1102).
            if (this.#mustBootstrap && !onlySeeds) pass.abort(error);
            throw error;
          }
        }),
        { clock, staggerMs: STAGGER_MS, patienceMs, signal: pass.signal },
      );
      return true;
    } catch {
      return false;
    } finally {
      detach();
    }
  }

  #failed(): void {
    const { environment } = this.#context;
    this.#failures++;
    this.#retryAt = environment.clock.monotonic() +
      this.#backoffMs(this.#failures, () => environment.random());
    if (this.#log.hopeless) {
      const error = this.#log.error();
      for (const waiter of [...this.#waiters]) this.#give(waiter, error);
    }
    // Nobody would look at the answer: a client at rest does not go on knocking.
    if (this.#waiters.size === 0 && this.#watched.size === 0) this.#serve(this.#calls);
  }

  async #ask({ channel, address }: Candidate, signal: AbortSignal): Promise<void> {
    this.#log.start(address);
    try {
      let call = 0;
      const response = await channel.send(metadata, (version) => {
        call = this.#calls;
        return this.#request(version);
      }, { signal });
      if (response.errorCode === ErrorCodes.REBOOTSTRAP_REQUIRED) this.#mustBootstrap = true;
      if (response.errorCode !== 0) {
        throw brokerError(metadata, response.errorCode, {
          action: "take the metadata",
          broker: address,
        });
      }
      if (response.brokers.length === 0) {
        throw new ConnectionError(
          `Cannot take the metadata of "${address}" as it does not know any broker yet`,
        );
      }
      if (signal.aborted) return;
      this.#take(response, call, channel);
    } catch (error) {
      this.#log.fail(address, signal.aborted ? signal.reason : error);
      throw error;
    }
  }

  #request(version: number): MetadataRequestInput {
    const now = this.#context.environment.clock.monotonic();
    const names = new Set<string>(this.#stale);
    for (const waiter of this.#waiters) {
      for (const name of waiter.topics) names.add(name);
    }
    for (const name of names) this.#askedAt.set(name, now);
    for (const name of this.#watched.keys()) names.add(name);
    const topics = [...names].map((name) => ({ name }));
    // The field is newer than version 3; before it, asking has always created.
    if (version < 4) return { topics };
    return { topics, allowAutoTopicCreation: this.#context.options.autoCreateTopics };
  }

  #take(response: MetadataResponse, call: number, channel: Channel): void {
    const { emit, environment, options } = this.#context;
    const now = environment.clock.monotonic();
    for (const [name, askedAt] of this.#askedAt) {
      if (now - askedAt >= options.metadataMaxAgeMs) this.#askedAt.delete(name);
    }
    const before = this.#snapshot;
    const { snapshot, recreated, changed } = applyResponse(before, response, {
      now,
      keep: (name) => this.#watched.has(name) || this.#askedAt.has(name),
      rewinds: this.#rewinds,
    });
    this.#snapshot = snapshot;
    this.#succeededAt = now;
    this.#failures = 0;
    this.#retryAt = -Infinity;
    const wasInvalid = this.#invalidatedCall > this.#servedCall;
    if (changed) this.#fruitless = 0;
    else if (wasInvalid) this.#fruitless++;
    this.#log.clear();
    this.#serve(call);
    this.#context.onAnswer(channel);
    if (this.#fruitless > 0 && this.#fruitless % STALE_AFTER === 0) this.#context.onStale();
    // An election is under way: nobody can do anything with the partition but look again.
    if (this.#isLeaderless(snapshot)) this.#invalidatedCall = ++this.#calls;
    for (const topic of recreated) emit("topicrecreated", { topic });
    emit("metadata", { topics: snapshot.topics.size, brokers: snapshot.brokers.size });
    this.#announce(before);
    for (const waiter of [...this.#waiters]) {
      if (waiter.call <= call) this.#give(waiter, snapshot);
    }
  }

  #isLeaderless(snapshot: MetadataSnapshot): boolean {
    for (const name of this.#watched.keys()) {
      const topic = snapshot.topics.get(name);
      if (topic?.partitions.some(({ leader }) => !snapshot.brokers.has(leader))) return true;
    }
    return false;
  }

  #serve(call: number): void {
    this.#servedCall = call;
    if (this.#invalidatedCall <= call) this.#stale.clear();
  }

  #announce(before: MetadataSnapshot): void {
    for (const listener of [...this.#listeners]) listener(this.#snapshot, before);
  }

  #backoffMs(failures: number, random: () => number): number {
    const { retryBackoffMs: initialMs, retryBackoffMaxMs: maxMs } = this.#context.options;
    return backoffMs(failures, { initialMs, maxMs }, random);
  }
}
