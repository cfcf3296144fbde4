/**
 * Who an idempotent producer is: a producer id from a broker, and an epoch
 * that is raised without asking one.
 *
 * @module
 */

import { brokerError, classify } from "../cluster/error_class.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { KafkaError } from "../errors.ts";
import { backoffMs } from "../internal/backoff.ts";
import { initProducerId } from "../protocol/messages/init_producer_id.ts";
import { bumped, type ProducerIdentity } from "./idempotence.ts";

/** What the keeper tells its producer. */
export interface IdentityEvents {
  /** There is an identity now. */
  readonly onReady: () => void;
  /** A broker refused to give an id, and would again. */
  readonly onRefused: (error: KafkaError) => void;
  /** Getting an id failed and is repeated. */
  readonly onRetry: (error: KafkaError, inMs: number) => void;
  /** Whether an id is still wanted. */
  readonly isWanted: () => boolean;
}

/** Gets and keeps the identity of one producer. */
export class IdentityKeeper {
  readonly #cluster: Cluster;
  readonly #events: IdentityEvents;
  readonly #stop = new AbortController();
  #current: ProducerIdentity | undefined;
  #getting: Promise<void> | undefined;

  /**
   * @param cluster Where to get an id.
   * @param events What to tell.
   */
  constructor(cluster: Cluster, events: IdentityEvents) {
    this.#cluster = cluster;
    this.#events = events;
  }

  /** The identity, if there is one. */
  get current(): ProducerIdentity | undefined {
    return this.#current;
  }

  /** Starts to get an identity, unless there is one or it is being got. */
  ensure(): void {
    if (this.#current !== undefined || this.#getting !== undefined) return;
    if (this.#stop.signal.aborted || !this.#events.isWanted()) return;
    this.#getting = this.#get();
  }

  /**
   * Leaves an identity behind: the epoch is raised, or a new id is got.
   *
   * @param from The identity whose sequences cannot go on; nothing happens when it was left before.
   * @param reason Why, for the event.
   * @param newId Whether a new id is needed because somebody else has raised the epoch.
   */
  leave(from: ProducerIdentity | undefined, reason: string, newId: boolean): void {
    const current = this.#current;
    if (current === undefined || from === undefined) return;
    if (current.producerId !== from.producerId || (!newId && current.epoch !== from.epoch)) return;
    this.#current = newId ? undefined : bumped(current);
    if (this.#current === undefined) this.ensure();
    else this.#tell(this.#current, reason);
  }

  /**
   * Stops getting an id.
   *
   * @returns When that has ended.
   */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#getting;
  }

  /** Its first step is taken and ends in an await, as an id is wanted when it begins. */
  async #get(): Promise<void> {
    try {
      await this.#tryUntilGot();
    } finally {
      this.#getting = undefined;
    }
  }

  async #tryUntilGot(): Promise<void> {
    const { options, environment } = this.#cluster;
    const { signal } = this.#stop;
    for (let failures = 1; this.#events.isWanted() && !signal.aborted; failures++) {
      let error: KafkaError;
      try {
        const answer = await this.#cluster.request(initProducerId, {
          transactionalId: null,
          transactionTimeoutMs: 0x7fffffff,
          producerId: -1n,
          producerEpoch: -1,
        }, {
          use: "metadata",
          signal,
          action: "get a producer id",
          errorOf: (response) => response.errorCode,
        });
        if (answer.errorCode === 0) {
          this.#current = { producerId: answer.producerId, epoch: answer.producerEpoch };
          this.#tell(this.#current, "a new producer id");
          this.#events.onReady();
          return;
        }
        error = brokerError(initProducerId, answer.errorCode, { action: "get a producer id" });
        if (!classify(initProducerId.key, answer.errorCode).retriable) {
          this.#events.onRefused(error);
          return;
        }
      } catch (reason) {
        if (signal.aborted) return;
        error = reason instanceof KafkaError
          ? reason
          : new KafkaError("Cannot get a producer id", { cause: reason });
        if (!error.retriable) {
          this.#events.onRefused(error);
          return;
        }
      }
      const inMs = backoffMs(
        failures,
        { initialMs: options.retryBackoffMs, maxMs: options.retryBackoffMaxMs },
        () => environment.random(),
      );
      this.#events.onRetry(error, inMs);
      await this.#sleep(inMs);
    }
  }

  #tell(identity: ProducerIdentity, reason: string): void {
    this.#cluster.emit("producerepoch", {
      producerId: String(identity.producerId),
      epoch: identity.epoch,
      reason,
    });
  }

  #sleep(ms: number): Promise<void> {
    const { signal } = this.#stop;
    return new Promise((resolve) => {
      const done = () => {
        timer.cancel();
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = this.#cluster.environment.clock.setTimer(done, ms);
      signal.addEventListener("abort", done);
    });
  }
}
