/**
 * The fetch loop of one broker.
 *
 * @module
 */

import type { KafkaError } from "../errors.ts";
import { brokerError } from "../cluster/error_class.ts";
import type { BrokerInfo } from "../cluster/metadata.ts";
import type { Connection } from "../network/connection.ts";
import type { ClientApi } from "../protocol/api.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import {
  fetch,
  type FetchRequestInput,
  type FetchResponse,
  type FetchResponsePartitionData,
} from "../protocol/messages/fetch.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import {
  asError,
  backToLeader,
  type ConsumerContext,
  endsConsumer,
  retryDelay,
} from "./context.ts";
import type { CreditTaker, FetchCredit } from "./credit.ts";
import { FetchSession, type FetchTarget, type SessionRequest } from "./fetch_session.ts";
import type { Partition } from "./partition.ts";
import { Wakeup } from "./wakeup.ts";

/** Fetch for topics that have no id: version 13 has no other name for them. */
const FETCH_BY_NAME: ClientApi<FetchRequestInput, FetchResponse> = { ...fetch, maxVersion: 12 };

/** The first version that names topics by id. */
const TOPIC_IDS_SINCE = 13;

/** The first version in which followers serve consumers (KIP-392). */
const FOLLOWERS_SINCE = 11;

/** How much later than it promised a broker may answer before it counts as slow, in ms. */
const SLOW_MS = 1_500;

/** For how long an idle poll waits at least while another partition is full, in ms. */
const MIN_WAIT_MS = 5;

/** For how long it waits when it is not known how fast that one is drained, in ms. */
const SHORT_WAIT_MS = 50;

/** Into how many parts the credit is divided at least, so that one poll does not hold it all. */
const MIN_SHARES = 4;

/** One partition of a request, and what it was when the request was built. */
export interface Asked extends FetchTarget {
  /** The partition. */
  readonly state: Partition;
  /** Its generation: when it has changed, the answer is thrown away. */
  readonly generation: number;
}

/** What an answer to a fetch was about. */
export interface FetchAnswer {
  /** Who answered. */
  readonly nodeId: number;
  /** The broker's name for messages. */
  readonly broker: string;
  /** The brokers that the answer introduces (KIP-951). */
  readonly endpoints: readonly BrokerInfo[];
}

/** What a fetcher asks of its engine. */
export interface FetcherHost extends ConsumerContext {
  /** The consumer's budget. */
  readonly credit: FetchCredit;
  /** How many brokers are read from. */
  readonly fetcherCount: number;
  /** How many bytes per ms were handed out of late, as far as there is something to tell it from. */
  readonly drainRate: number | undefined;
  /** Gives up what paused partitions hold, as others need the room. */
  makeRoom(): void;
  /** Finds the broker to read a partition from, and hands it over if that is another one. */
  place(partition: Partition): void;
  /** Takes what an answer says of a partition; gives back the bytes that it keeps. */
  fetched(asked: Asked, data: FetchResponsePartitionData, answer: FetchAnswer): number;
  /** Ends the consumer. */
  fail(error: Error): void;
}

/** What to ask for next. */
interface Plan {
  readonly targets: readonly Asked[];
  readonly reserved: number;
  readonly maxWaitMs: number;
}

/**
 * Fetches from one broker: one request at a time, in one session, for all
 * partitions that are read there. An answer is only taken apart to its batch
 * headers before the next request goes out.
 */
export class BrokerFetcher implements CreditTaker {
  /** The broker. */
  readonly nodeId: number;
  /** The partitions that are read there. */
  readonly partitions: Set<Partition> = new Set();
  readonly #host: FetcherHost;
  readonly #session = new FetchSession();
  readonly #wakeup: Wakeup;
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #failures = 0;
  #retryAt = 0;

  /**
   * Starts fetching.
   *
   * @param host The engine.
   * @param nodeId The broker.
   */
  constructor(host: FetcherHost, nodeId: number) {
    this.#host = host;
    this.nodeId = nodeId;
    this.#wakeup = new Wakeup(host.cluster.environment.clock);
    this.#done = this.#run();
  }

  /** Says that there may be something to fetch. */
  wake(): void {
    this.#wakeup.ring();
  }

  /**
   * Stops fetching and ends the session. What is under way is given up.
   *
   * @param limitMs How long ending the session may take.
   * @returns When the loop has ended.
   */
  async stop(limitMs: number): Promise<void> {
    if (!this.#stop.signal.aborted) {
      this.#stop.abort();
      this.#wakeup.ring();
    }
    await this.#done;
    await this.#endSession(limitMs);
  }

  async #run(): Promise<void> {
    const { environment } = this.#host.cluster;
    const untrack = environment.resources.track("loop", `fetch from ${this.nodeId}`);
    try {
      // The host is still making us: it must know us before we ask it for anything.
      await Promise.resolve();
      while (!this.#stop.signal.aborted) await this.#step();
    } catch (error) {
      this.#host.fail(asError(error));
    } finally {
      this.#host.credit.leave(this);
      untrack();
    }
  }

  /** Fetches once, or sleeps until that makes sense. */
  async #step(): Promise<void> {
    const host = this.#host;
    const now = host.cluster.environment.clock.monotonic();
    if (this.#retryAt > now) return await this.#wakeup.sleep(this.#retryAt - now);
    const ready = this.#ready(now);
    if (typeof ready === "number") {
      host.credit.leave(this);
      return await this.#wakeup.sleep(ready);
    }
    // Connecting and silence come before reserving: a broker that cannot be asked must not hold credit.
    const connection = host.cluster.channel(this.nodeId, "fetch", host.owner).current;
    if (connection === undefined) return await this.#connect();
    if (connection.throttledUntil > now) {
      host.credit.leave(this);
      return await this.#wakeup.sleep(connection.throttledUntil - now);
    }
    const plan = this.#plan(ready);
    if (plan === undefined) return await this.#wakeup.sleep();
    await this.#fetch(connection, plan);
  }

  /** The partitions that can be asked for, or for how long there is none. */
  #ready(now: number): Asked[] | number {
    const asked: Asked[] = [];
    let sleep = Infinity;
    for (const partition of this.partitions) {
      const { preferred } = partition;
      if (preferred !== undefined && preferred.until <= now) this.#host.place(partition);
      if (!this.partitions.has(partition) || !isFetchable(partition)) continue;
      if (partition.retryAt > now) sleep = Math.min(sleep, partition.retryAt - now);
      else asked.push(this.#target(partition));
    }
    return asked.length > 0 ? asked : sleep;
  }

  #target(partition: Partition): Asked {
    return {
      state: partition,
      generation: partition.generation,
      topic: partition.topic,
      topicId: partition.topicId,
      partition: partition.partition,
      offset: partition.fetchOffset,
      leaderEpoch: partition.leaderEpoch,
      lastFetchedEpoch: partition.fetchEpoch,
      maxBytes: this.#host.options.fetchPartitionMaxBytes,
    };
  }

  async #connect(): Promise<void> {
    const { cluster, credit, owner } = this.#host;
    credit.leave(this);
    try {
      await cluster.channel(this.nodeId, "fetch", owner).ready(this.#stop.signal);
    } catch (error) {
      this.#failed(asError(error));
    }
  }

  /** Decides how much to ask for, and reserves the credit for it; `undefined` when there is too little. */
  #plan(targets: readonly Asked[]): Plan | undefined {
    const { credit, options, fetcherCount } = this.#host;
    const share = Math.ceil(credit.total / Math.max(MIN_SHARES, fetcherCount));
    const most = Math.min(
      options.fetchMaxBytes,
      Math.max(share, Math.min(options.fetchPartitionMaxBytes, credit.total)),
      targets.length * options.fetchPartitionMaxBytes,
    );
    const least = Math.ceil(Math.min(most, share) / 2);
    let reserved = credit.reserve(this, least, most);
    if (reserved === 0) {
      this.#host.makeRoom();
      reserved = credit.reserve(this, least, most);
    }
    if (reserved === 0) return undefined;
    return { targets, reserved, maxWaitMs: this.#maxWaitMs() };
  }

  /**
   * For how long the broker may wait when it has nothing. A partition that is
   * full now is not in the request, and cannot join it later: were the others
   * idle, it would stand still for the whole wait once it was drained. So the
   * wait ends when, at the present rate, it will be half drained.
   */
  #maxWaitMs(): number {
    const { options, drainRate } = this.#host;
    let wait = options.fetchMaxWaitMs;
    for (const partition of this.partitions) {
      if (!partition.full || partition.paused) continue;
      const half = drainRate === undefined ? SHORT_WAIT_MS : partition.buffered / drainRate / 2;
      wait = Math.min(wait, Math.max(MIN_WAIT_MS, half));
    }
    return Math.floor(wait);
  }

  async #fetch(connection: Connection, plan: Plan): Promise<void> {
    const { cluster, credit } = this.#host;
    let kept = 0;
    try {
      const byName = plan.targets.some((target) => target.topicId === ZERO_UUID);
      const api = byName ? FETCH_BY_NAME : fetch;
      let version = 0;
      const pending = connection.submit(api, (negotiated) => {
        version = negotiated;
        return this.#request(plan, negotiated);
      }, {
        timeoutMs: cluster.options.requestTimeoutMs + plan.maxWaitMs,
        slowAfterMs: plan.maxWaitMs + SLOW_MS,
        signal: this.#stop.signal,
      });
      const response = await pending.response;
      if (this.#stop.signal.aborted) return;
      if (response.errorCode !== ErrorCodes.NONE) {
        this.#refused(response, connection.broker);
        return;
      }
      if (!this.#session.accept(ErrorCodes.NONE, response.sessionId)) return;
      this.#failures = 0;
      kept = this.#deliver(plan.targets, response, version, connection.broker);
    } catch (error) {
      this.#session.reset();
      this.#failed(asError(error));
    } finally {
      credit.give(plan.reserved - kept);
    }
  }

  #request(plan: Plan, version: number): FetchRequestInput {
    const { cluster, options } = this.#host;
    const now = cluster.environment.clock.monotonic();
    let targets = plan.targets;
    if (version < FOLLOWERS_SINCE && targets.some((t) => t.state.leader !== this.nodeId)) {
      // This broker is too old to serve what it does not lead.
      for (const { state } of targets) {
        if (state.leader !== this.nodeId) backToLeader(this.#host, state);
        this.#host.place(state);
      }
      targets = targets.filter((target) => this.partitions.has(target.state));
    }
    return {
      maxWaitMs: plan.maxWaitMs,
      minBytes: options.fetchMinBytes,
      maxBytes: plan.reserved,
      isolationLevel: options.isolation === "committed" ? 1 : 0,
      rackId: targets.some(({ state }) => state.leaderOnlyUntil > now) ? "" : options.rack ?? "",
      ...this.#session.request(targets, version),
    };
  }

  /** Hands out what the answer says, partition by partition. */
  #deliver(
    targets: readonly Asked[],
    response: FetchResponse,
    version: number,
    broker: string,
  ): number {
    const byId = version >= TOPIC_IDS_SINCE;
    const asked = new Map<string, Map<number, Asked>>();
    for (const target of targets) {
      const topic = byId ? target.topicId : target.topic;
      let partitions = asked.get(topic);
      if (partitions === undefined) asked.set(topic, partitions = new Map());
      partitions.set(target.partition, target);
    }
    const answer: FetchAnswer = {
      nodeId: this.nodeId,
      broker,
      endpoints: response.nodeEndpoints,
    };
    let kept = 0;
    for (const topic of response.responses) {
      const partitions = asked.get(byId ? topic.topicId : topic.topic);
      for (const data of topic.partitions) {
        const target = partitions?.get(data.partitionIndex);
        if (target === undefined) continue;
        partitions?.delete(data.partitionIndex);
        // Sought, moved, rewound or revoked meanwhile: this is not what it wants any more.
        if (target.generation !== target.state.generation) continue;
        kept += this.#host.fetched(target, data, answer);
      }
    }
    // A session leaves out what has nothing new to say: no data, and no error either.
    for (const partitions of asked.values()) {
      for (const { state, generation } of partitions.values()) {
        if (state.failures > 0 && state.generation === generation) state.recover();
      }
    }
    return kept;
  }

  /** The broker refused the request as a whole. */
  #refused(response: FetchResponse, broker: string): void {
    const { errorCode } = response;
    this.#session.accept(errorCode, response.sessionId);
    const lostSession = errorCode === ErrorCodes.FETCH_SESSION_ID_NOT_FOUND ||
      errorCode === ErrorCodes.INVALID_FETCH_SESSION_EPOCH ||
      errorCode === ErrorCodes.FETCH_SESSION_TOPIC_ID_ERROR;
    // A lost session costs one round trip, not a wait; but only once in a row.
    if (lostSession && this.#failures === 0) {
      this.#failures++;
      return;
    }
    this.#failed(brokerError(fetch, errorCode, { action: `fetch from ${broker}`, broker }));
  }

  /** The broker gave no answer, or a refusal: all that is read there waits. */
  #failed(error: Error): void {
    const host = this.#host;
    const { cluster } = host;
    if (this.#stop.signal.aborted) return;
    if (endsConsumer(error)) return host.fail(error);
    const inMs = retryDelay(host, ++this.#failures);
    this.#retryAt = cluster.environment.clock.monotonic() + inMs;
    cluster.emit("retry", { what: "Fetch", topic: undefined, partition: undefined, error, inMs });
    for (const partition of [...this.partitions]) {
      if (partition.preferred?.nodeId !== this.nodeId) continue;
      backToLeader(host, partition);
      host.place(partition);
    }
    cluster.invalidate(`a fetch from broker ${this.nodeId} failed`);
  }

  /**
   * Ends the session at the broker, on another connection: on ours the broker
   * may still be waiting for data.
   */
  async #endSession(limitMs: number): Promise<void> {
    const last: SessionRequest | undefined = this.#session.final();
    const { cluster, owner } = this.#host;
    if (last === undefined || limitMs <= 0) return;
    if (!cluster.channel(this.nodeId, "fetch", owner).connected) return;
    const giveUp = new AbortController();
    const timer = cluster.environment.clock.setTimer(() => giveUp.abort(), limitMs);
    try {
      const connection = await cluster.channel(this.nodeId, "lookup", owner).ready(giveUp.signal);
      await connection.send(fetch, { ...last, maxWaitMs: 0, minBytes: 0 }, {
        signal: giveUp.signal,
        timeoutMs: limitMs,
      });
    } catch {
      // A courtesy only: brokers forget idle sessions by themselves.
    } finally {
      timer.cancel();
    }
  }
}

/** Whether a partition wants more: not while it is paused, full, or ends with a failure that is not reached yet. */
function isFetchable(partition: Partition): boolean {
  return partition.phase === "fetching" && !partition.paused && !partition.full &&
    partition.chunks.at(-1)?.failure === undefined;
}

/**
 * The error of a partition that a broker answered with a code.
 *
 * @param asked What was asked.
 * @param code The code.
 * @param broker The broker.
 * @returns The error.
 */
export function fetchError(asked: FetchTarget, code: number, broker: string): KafkaError {
  return brokerError(fetch, code, {
    action: `fetch "${asked.topic}" [${asked.partition}] from offset ${asked.offset}`,
    topic: asked.topic,
    partition: asked.partition,
    broker,
  });
}
