/**
 * The end of batches that will not be delivered: out of time, dropped by their
 * sink, or left when the producer ends.
 *
 * @module
 */

import { type Fate, type KafkaError, TimeoutError } from "../errors.ts";
import type { Accumulator } from "./accumulator.ts";
import type { BatchState, ProduceBatch } from "./batch.ts";
import { type Listener, withFate } from "./delivery.ts";
import type { GivenUp, Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";
import { keepRecords, type Preparation } from "./preparation.ts";

/** What a reaper needs of its producer. */
export interface ReaperHost {
  /** The options. */
  readonly settings: ResolvedProducerOptions;
  /** Takes batches apart. */
  readonly preparation: Preparation;
  /** The partitions that hold something. */
  active(): Set<Lane>;
  /** The work of a codec on a batch, if that takes its time. */
  preparing(batch: ProduceBatch): Promise<void> | undefined;
  /** Seals what fills a lane. */
  seal(lane: Lane): void;
  /** Prepares a batch that was encoded anew. */
  prepare(lane: Lane, batch: ProduceBatch): void;
  /** A lane may go on, or is empty. */
  laneChanged(lane: Lane): void;
  /** A record failed, besides what its listener hears. */
  failed(topic: string, partition: number | undefined, error: KafkaError): void;
}

/** Lets batches fail that will not be delivered. */
export class Reaper {
  readonly #host: ReaperHost;
  readonly #accumulator: Accumulator;

  /**
   * @param host Its producer.
   * @param accumulator Where records are that are in no batch yet.
   */
  constructor(host: ReaperHost, accumulator: Accumulator) {
    this.#host = host;
    this.#accumulator = accumulator;
  }

  /**
   * Lets the batches of a partition fail that ran out of time.
   *
   * @param lane The partition.
   * @param now The monotonic clock.
   */
  expire(lane: Lane, now: number): void {
    const givenUp = lane.takeOverdue(now);
    if (givenUp.length === 0) return;
    const { topic, partition, lastError } = lane;
    const where = `${JSON.stringify(topic)} partition ${partition}`;
    let why = lastError === undefined ? "" : `: ${lastError.message}`;
    if (lastError === undefined && lane.leader < 0) why = " as it has no leader";
    this.fail(
      givenUp,
      new TimeoutError(
        `Cannot send to ${where} within ${this.#host.settings.deliveryTimeoutMs} ms${why}`,
        { code: "DELIVERY_TIMEOUT", retriable: false, cause: lastError },
      ),
    );
    if (lane.isEmpty) this.#host.active().delete(lane);
  }

  /**
   * Lets batches fail that are no longer in their lane.
   *
   * @param givenUp The batches.
   * @param error Why; the records get an error with their place and fate.
   */
  fail(givenUp: readonly GivenUp[], error: KafkaError): void {
    const byFate = new Map<Fate, KafkaError>();
    for (const { batch, fate } of givenUp) {
      const { topic, partition } = batch.place;
      let named = byFate.get(fate);
      if (named === undefined) {
        named = withFate(error, error.message, { fate, topic, partition, cause: error.cause });
        byFate.set(fate, named);
      }
      batch.fail(named, (shared) => this.#host.failed(topic, partition, shared));
    }
  }

  /**
   * Lets everything fail.
   *
   * @param error Why.
   * @param includingOpen Whether that includes what a broker may yet answer for.
   */
  failEverything(error: KafkaError, includingOpen: boolean): void {
    this.#failUnbatched(() => true, error, true);
    for (const lane of [...this.#host.active()]) {
      this.fail(lane.takeAll(includingOpen), error);
      if (lane.isEmpty) this.#host.active().delete(lane);
    }
  }

  /**
   * Drops records that are not on the wire.
   *
   * @param isMine Which ones, by their listener.
   * @param error What their listeners are told.
   */
  async drop(isMine: (listener: Listener) => boolean, error: KafkaError): Promise<void> {
    this.#failUnbatched(isMine, error, false);
    const reworks: Promise<void>[] = [];
    for (const lane of [...this.#host.active()]) {
      if (lane.filling?.listeners.some(isMine)) this.#host.seal(lane);
      for (const batch of [...lane.queue]) {
        if (batch.listeners.some(isMine)) reworks.push(this.#dropFrom(lane, batch, isMine, error));
      }
      this.#host.laneChanged(lane);
    }
    await Promise.all(reworks);
  }

  async #dropFrom(
    lane: Lane,
    batch: ProduceBatch,
    isMine: (listener: Listener) => boolean,
    error: KafkaError,
  ): Promise<void> {
    // Without compression nothing is awaited, so that nothing is sent meanwhile.
    if (batch.state === "preparing") await this.#host.preparing(batch);
    if (batch.state !== "ready") return;
    const { topic, partition } = lane;
    const dropped = withFate(error, error.message, {
      fate: "not-persisted",
      topic,
      partition,
      cause: error.cause,
    });
    // Who gives up has not failed: the next flush says nothing of it.
    const report = () => {};
    if (batch.listeners.every(isMine)) {
      lane.replace(batch, []);
      batch.fail(dropped, report);
    } else {
      batch.transition("preparing");
      const records = await this.#host.preparation.records(batch);
      // It may have run out of time meanwhile.
      if ((batch.state as BatchState) !== "preparing") return;
      const errors = batch.listeners.map((listener) => isMine(listener) ? dropped : undefined);
      const rest = keepRecords(records, (index) => errors[index] === undefined);
      batch.failSome(errors, report);
      batch.replace(rest);
      this.#host.prepare(lane, batch);
    }
    this.#host.laneChanged(lane);
  }

  #failUnbatched(
    isMine: (listener: Listener) => boolean,
    error: KafkaError,
    isFailure: boolean,
  ): void {
    const { message, cause } = error;
    this.#accumulator.failUnbatched(
      (record) => isMine(record.listener),
      ({ topic, partition }) =>
        withFate(error, message, { fate: "not-persisted", topic, partition, cause }),
      isFailure,
    );
  }
}
