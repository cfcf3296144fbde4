/**
 * What is done when reading cannot simply go on: damaged batches, positions
 * outside of the log, truncated logs, topics that were created anew.
 *
 * @module
 */

import { CorruptRecordError, type KafkaError } from "../errors.ts";
import { asError, backToLeader, type ConsumerContext } from "./context.ts";
import type { FetchCredit } from "./credit.ts";
import { causeText } from "./fetch_outcome.ts";
import type { ChunkFailure } from "./fetched_chunk.ts";
import { resetPoint } from "./options.ts";
import type { Partition } from "./partition.ts";
import { recreatedError, truncatedError } from "./partition_errors.ts";
import type { BatchDamage, RecordFeed } from "./record_feed.ts";

/** What recovering asks of the engine. */
export interface RecoveryHost extends ConsumerContext {
  /** The consumer's budget. */
  readonly credit: FetchCredit;
  /** Where readers take records from. */
  readonly feed: RecordFeed;
  /** Finds the broker to read a partition from. */
  place(partition: Partition): void;
  /** Says that there is a position to look up. */
  lookUp(): void;
  /** No retry can mend this partition. */
  failPartition(partition: Partition, error: KafkaError): void;
}

/** For how long a damaged batch is looked for at another replica, in ms. */
const SECOND_LOOK_MS = 5_000;

/** Decides, by the consumer's policies, how reading goes on. */
export class Recovery {
  readonly #host: RecoveryHost;

  /** @param host The engine. */
  constructor(host: RecoveryHost) {
    this.#host = host;
  }

  /**
   * The log of the leader parts from what was read.
   *
   * @param partition The partition.
   * @param endOffset Where: what is behind it is gone.
   * @param epoch The leader's epoch of the record before it.
   */
  truncated(partition: Partition, endOffset: number, epoch: number): void {
    const { position } = partition.offsets;
    this.#host.feed.withdraw(partition);
    if (endOffset >= position) {
      // What is gone was fetched but not delivered: nobody has seen it.
      if (partition.phase === "validating") partition.finishValidating();
      this.#host.credit.give(partition.rewind());
      partition.offsets.reset(position, epoch);
      partition.fetchEpoch = epoch;
      this.#host.place(partition);
      return;
    }
    if (this.#host.options.outOfRange === "none") {
      this.#host.failPartition(partition, truncatedError(partition, endOffset));
      return;
    }
    this.#host.credit.give(partition.startFetching(endOffset, epoch));
    this.#host.cluster.emit("positionreset", {
      topic: partition.topic,
      partition: partition.partition,
      from: position,
      to: endOffset,
      reason: "the log was truncated",
    });
    this.#host.place(partition);
  }

  /**
   * A batch is damaged: it is fetched once more, then the policy decides.
   *
   * @param partition The partition.
   * @param damage What is damaged.
   * @returns Whether to step over it; otherwise the partition was rewound or has failed.
   */
  damaged(partition: Partition, damage: BatchDamage): boolean {
    const { topic, partition: number } = partition;
    if (damage.mayMend && partition.damagedAt !== damage.offset) {
      partition.damagedAt = damage.offset;
      this.#lookAgain(partition, asError(damage.cause));
      return false;
    }
    if (this.#host.options.onCorrupt === "skip" && damage.nextOffset !== undefined) {
      partition.damagedAt = -1;
      const { offset, nextOffset } = damage;
      this.#host.cluster.emit("corruptskipped", { topic, partition: number, offset, nextOffset });
      return true;
    }
    const goOn = damage.nextOffset === undefined
      ? ""
      : `; reading can go on at ${damage.nextOffset}`;
    const error = new CorruptRecordError(
      `Cannot read ${partition.label} at offset ${damage.offset} as its batch is damaged: ${
        causeText(damage.cause)
      }${goOn}`,
      {
        cause: damage.cause,
        topic,
        partition: number,
        offset: damage.offset,
        nextOffset: damage.nextOffset,
      },
    );
    this.#host.failPartition(partition, error);
    return false;
  }

  /**
   * What followed the last batch of a chunk has been reached.
   *
   * @param partition The partition.
   * @param failure What it is.
   */
  reached(partition: Partition, failure: ChunkFailure): void {
    switch (failure.kind) {
      case "fatal":
        this.#host.failPartition(partition, failure.error);
        return;
      case "damaged": {
        const { offset, cause } = failure;
        this.damaged(partition, { offset, nextOffset: undefined, cause, mayMend: true });
        return;
      }
      case "out-of-range":
        this.#reset(partition, "the position is not in the log", failure.error);
        return;
    }
  }

  /**
   * The topic was deleted and created anew: offsets of the old one mean nothing.
   *
   * @param partition The partition.
   */
  recreated(partition: Partition): void {
    this.#reset(partition, "the topic was created anew", recreatedError(partition));
  }

  /** Fetches a damaged batch once more, from another replica where there is one. */
  #lookAgain(partition: Partition, error: Error): void {
    const { brokers } = this.#host.cluster.metadata;
    const now = this.#host.cluster.environment.clock.monotonic();
    const readFrom = partition.preferred?.nodeId ?? partition.leader;
    const other = partition.isr.find((id) => id !== readFrom && brokers.has(id));
    this.#host.feed.withdraw(partition);
    this.#host.credit.give(partition.rewind());
    if (other === undefined || other === partition.leader) backToLeader(this.#host, partition);
    else partition.preferred = { nodeId: other, until: now + SECOND_LOOK_MS };
    this.#host.cluster.emit("retry", {
      what: "Read",
      topic: partition.topic,
      partition: partition.partition,
      error,
      inMs: 0,
    });
    this.#host.place(partition);
  }

  /** Goes where the policy says, as the position is of no use. */
  #reset(partition: Partition, reason: string, error: KafkaError): void {
    const point = resetPoint(this.#host.options);
    if (point === undefined) {
      this.#host.failPartition(partition, error);
      return;
    }
    const from = partition.offsets.position;
    this.#host.feed.withdraw(partition);
    this.#host.credit.give(partition.startResetting(point, { reason, from }));
    this.#host.lookUp();
  }
}
