/**
 * One partition that is being read: its phase, its positions, and what was
 * fetched of it and waits.
 *
 * @module
 */

import { KafkaError } from "../errors.ts";
import { ZERO_UUID } from "../protocol/uuid.ts";
import type { FetchedChunk } from "./fetched_chunk.ts";
import { OffsetTracker } from "./offsets.ts";
import type { OpenBatch } from "./open_batch.ts";
import type { StartPoint, TopicPartition } from "./start_position.ts";

/**
 * What a partition is doing.
 *
 * - `"resetting"`: where to read is being looked up.
 * - `"fetching"`: it is known where to read.
 * - `"validating"`: the leader changed, and is asked whether it has what was read (KIP-320).
 * - `"failed"`: no retry can mend it; the error follows what waits to be read.
 * - `"revoked"`: it is read no more.
 */
export type PartitionPhase = "resetting" | "fetching" | "validating" | "failed" | "revoked";

const TRANSITIONS: { readonly [from in PartitionPhase]: readonly PartitionPhase[] } = {
  resetting: ["resetting", "fetching", "failed", "revoked"],
  fetching: ["resetting", "fetching", "validating", "failed", "revoked"],
  validating: ["resetting", "fetching", "validating", "failed", "revoked"],
  failed: ["resetting", "fetching", "revoked"],
  revoked: [],
};

/** Why a position is being looked up. */
export interface ResetCause {
  /** The words for the event. */
  readonly reason: string;
  /** The position that was not in the log. */
  readonly from: number;
}

/** Where a partition is read instead of at its leader. */
export interface PreferredReplica {
  /** The broker. */
  readonly nodeId: number;
  /** Until when, on the monotonic clock. */
  readonly until: number;
}

/**
 * A partition that is being read. The engine moves it from phase to phase, the
 * fetchers add to what waits, the feed takes from it.
 */
export class Partition implements TopicPartition {
  readonly topic: string;
  readonly partition: number;
  /** The epoch of the assignment that it belongs to: data of an older one is dropped. */
  readonly assignmentEpoch: number;
  /** How far it was delivered. */
  readonly offsets: OffsetTracker = new OffsetTracker();

  /** The topic's id, or the zero id. */
  topicId: string = ZERO_UUID;
  /** The leader, or -1. */
  leader = -1;
  /** The leader's epoch, or -1. */
  leaderEpoch = -1;
  /** The replicas in sync, besides which no other may be read. */
  isr: readonly number[] = [];
  /** Where it is read instead of at the leader. */
  preferred: PreferredReplica | undefined;
  /** Until when the leader itself must serve it, on the monotonic clock: the replica that it sends us to did not. */
  leaderOnlyUntil = 0;

  /** Where to start, while it is `"resetting"`. */
  start: StartPoint;
  /** Why it is `"resetting"`; `undefined` for the first start and for a seek. */
  resetCause: ResetCause | undefined;
  /** The next offset to fetch, ahead of what was delivered. */
  fetchOffset = -1;
  /** The leader epoch of the record before it, or -1. */
  fetchEpoch = -1;

  /** Whether the user paused it. */
  paused = false;
  /** Whether it holds as much as it may. */
  full = false;
  /** How often in a row it failed. */
  failures = 0;
  /** Before when it is not asked for again, on the monotonic clock. */
  retryAt = 0;
  /** What failed last, as long as it fails. */
  lastError: Error | undefined;
  /** What is wrong with it, while something is that retrying may not mend. */
  trouble: KafkaError | undefined;
  /** Since when something is wrong, on the monotonic clock. */
  troubleSince = 0;
  /** The offset at which damage was found once. */
  damagedAt = -1;

  /** The offset up to which it is replicated, or -1. */
  highWatermark = -1;
  /** The offset up to which no transaction is open, or -1. */
  lastStableOffset = -1;
  /** The first offset that is there, or -1. */
  logStartOffset = -1;

  /** What was fetched and waits. */
  readonly chunks: FetchedChunk[] = [];
  /** How many bytes of credit that is. */
  buffered = 0;
  /** The batch that is being delivered from. */
  open: OpenBatch | undefined;

  #phase: PartitionPhase = "resetting";
  #generation = 0;

  /**
   * @param topic The topic.
   * @param partition The partition.
   * @param assignmentEpoch The epoch of its assignment.
   * @param start Where it starts.
   */
  constructor(topic: string, partition: number, assignmentEpoch: number, start: StartPoint) {
    this.topic = topic;
    this.partition = partition;
    this.assignmentEpoch = assignmentEpoch;
    this.start = start;
    if (start.kind === "offset") this.startFetching(start.offset, start.leaderEpoch);
  }

  /** What it is doing. */
  get phase(): PartitionPhase {
    return this.#phase;
  }

  /**
   * Changes with each seek, move and loss of what waits: an answer to a
   * question of an older generation is thrown away.
   */
  get generation(): number {
    return this.#generation;
  }

  /** The next offset to be delivered, or `undefined` when it is not known yet. */
  get position(): number | undefined {
    return this.offsets.known ? this.offsets.position : undefined;
  }

  /** How many offsets lie between the position and the end, or `undefined` when one is not known. */
  get lag(): number | undefined {
    const end = this.lastStableOffset >= 0 ? this.lastStableOffset : this.highWatermark;
    if (!this.offsets.known || end < 0) return undefined;
    return Math.max(0, end - this.offsets.position);
  }

  /** The partition in messages, such as `"orders" [0]`. */
  get label(): string {
    return `"${this.topic}" [${this.partition}]`;
  }

  /** Makes every answer that is under way worthless. */
  outdate(): void {
    this.#generation++;
  }

  /**
   * Drops what waits, and reads again from behind what was delivered.
   *
   * @returns The credit that is free with it.
   */
  rewind(): number {
    const credit = this.#drop();
    if (this.#phase === "fetching" || this.#phase === "validating") {
      this.fetchOffset = this.offsets.position;
      this.fetchEpoch = this.offsets.leaderEpoch;
    }
    return credit;
  }

  /**
   * Looks up where to read.
   *
   * @param start What to look up.
   * @param cause Why, unless it is the start or a seek.
   * @returns The credit that is free with it.
   */
  startResetting(start: StartPoint, cause?: ResetCause): number {
    this.#transition("resetting");
    this.start = start;
    this.resetCause = cause;
    this.offsets.reset(-1, -1);
    return this.#drop();
  }

  /**
   * Reads from an offset.
   *
   * @param offset The offset.
   * @param leaderEpoch The epoch of the record before it, or -1.
   * @returns The credit that is free with it.
   */
  startFetching(offset: number, leaderEpoch: number): number {
    this.#transition("fetching");
    this.resetCause = undefined;
    this.fetchOffset = offset;
    this.fetchEpoch = leaderEpoch;
    this.offsets.reset(offset, leaderEpoch);
    return this.#drop();
  }

  /** Asks the new leader first whether it has what was read. */
  startValidating(): void {
    this.#transition("validating");
    this.outdate();
  }

  /** Goes on fetching where it was: the new leader has what was read. */
  finishValidating(): void {
    this.#transition("fetching");
  }

  /** Stops for good, once what waits has been read. */
  fail(): void {
    this.#transition("failed");
    this.outdate();
  }

  /**
   * Is read no more.
   *
   * @returns The credit that is free with it.
   */
  revoke(): number {
    this.#transition("revoked");
    return this.#drop();
  }

  /**
   * Adds what was fetched.
   *
   * @param chunk The chunk.
   */
  add(chunk: FetchedChunk): void {
    this.chunks.push(chunk);
    this.buffered += chunk.credit;
    this.fetchOffset = chunk.nextOffset;
    if (chunk.remaining > 0) this.fetchEpoch = chunk.lastEpoch;
  }

  /**
   * Goes back to the leader, as the replica that it sent us to did not serve us.
   *
   * @param until Until when the leader may not send us away again, on the monotonic clock.
   */
  insistOnLeader(until: number): void {
    this.preferred = undefined;
    this.leaderOnlyUntil = until;
  }

  /** Notes that it answered as it should. */
  recover(): void {
    this.failures = 0;
    this.retryAt = 0;
    this.lastError = undefined;
    this.trouble = undefined;
  }

  #drop(): number {
    this.outdate();
    let credit = 0;
    for (const chunk of this.chunks) credit += chunk.credit;
    this.chunks.length = 0;
    this.buffered = 0;
    this.full = false;
    this.open = undefined;
    return credit;
  }

  #transition(to: PartitionPhase): void {
    if (!TRANSITIONS[this.#phase].includes(to)) {
      throw new KafkaError(
        `Cannot move ${this.label} from "${this.#phase}" to "${to}" as no such step exists`,
        { code: "ILLEGAL_TRANSITION", topic: this.topic, partition: this.partition },
      );
    }
    this.#phase = to;
  }
}
