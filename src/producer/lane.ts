/**
 * The way of all batches to one partition: what fills, what waits, what was
 * sent, and the sequences of the idempotent producer. Pure state: whoever
 * drives it does the sending and tells what came back.
 *
 * @module
 */

import type { Fate, KafkaError } from "../errors.ts";
import type { BatchPlace, ProduceBatch } from "./batch.ts";
import { LaneMachine, type LaneState, nextSequence, type ProducerIdentity } from "./idempotence.ts";

/** What a lane needs to know of its producer. */
export interface LaneSettings {
  /** Whether batches carry sequences. */
  readonly idempotent: boolean;
  /** How many batches may be under way. */
  readonly maxInFlight: number;
}

/** A batch that is given up, and what is known of it. */
export interface GivenUp {
  /** The batch, no longer in the lane. */
  readonly batch: ProduceBatch;
  /** What is known of its records. */
  readonly fate: Fate;
}

/** The way of all batches to one partition. */
export class Lane implements BatchPlace {
  readonly topic: string;
  readonly partition: number;
  /** The leader's node id, or -1. */
  leader = -1;
  /** The leader that was sent to last, or -1: after an election without a result it may be the same. */
  lastLeader = -1;
  /** The batch that records are added to. */
  filling: ProduceBatch | undefined;
  /** Sealed batches that were not sent under their present sequence, oldest first. */
  readonly queue: ProduceBatch[] = [];
  /** Batches that were sent and are not settled, in the order of their sequences. */
  readonly unacked: ProduceBatch[] = [];
  /** Nothing goes out before this, on the monotonic clock. */
  retryAt = -Infinity;
  /** How many times in a row something failed. */
  failures = 0;
  /** What failed last, for the error of batches that run out of time. */
  lastError: KafkaError | undefined;
  /** Since when the topic or the partition is not known any more, on the monotonic clock. */
  missingSince: number | undefined;

  readonly #settings: LaneSettings;
  readonly #onBump: (identity: ProducerIdentity | undefined) => void;
  readonly #machine: LaneMachine;
  #open = 0;
  #identity: ProducerIdentity | undefined;
  #firstSequence: number;
  #nextSequence = 0;
  #needsBump = false;

  /**
   * @param topic The topic.
   * @param partition The partition.
   * @param settings What it needs to know of its producer.
   * @param onBump Called when its sequences have to start anew under another identity than the given one.
   * @param firstSequence Where sequences start under its first identity; 0 except in tests.
   */
  constructor(
    topic: string,
    partition: number,
    settings: LaneSettings,
    onBump: (identity: ProducerIdentity | undefined) => void,
    firstSequence = 0,
  ) {
    this.topic = topic;
    this.partition = partition;
    this.#settings = settings;
    this.#onBump = onBump;
    this.#firstSequence = firstSequence;
    this.#machine = new LaneMachine(settings.idempotent);
  }

  /** What it may do. */
  get state(): LaneState {
    return this.#machine.state;
  }

  /** How many requests with its batches are under way. */
  get open(): number {
    return this.#open;
  }

  /** Whether it holds no batch. */
  get isEmpty(): boolean {
    return this.filling === undefined && this.queue.length === 0 && this.unacked.length === 0;
  }

  /** The identity and the next sequence, for tests and messages. */
  get position(): { readonly identity: ProducerIdentity | undefined; readonly sequence: number } {
    return { identity: this.#identity, sequence: this.#nextSequence };
  }

  /** The oldest batch. */
  get oldest(): ProduceBatch | undefined {
    return this.unacked[0] ?? this.queue[0] ?? this.filling;
  }

  /**
   * What may be sent now.
   *
   * @param now The monotonic clock.
   * @param identity The producer's identity, if it is idempotent and has one.
   * @returns A batch that has to be sent again, `"new"` when the next of the queue may go, or nothing.
   */
  turn(now: number, identity: ProducerIdentity | undefined): ProduceBatch | "new" | undefined {
    if (now < this.retryAt) return undefined;
    if (this.#open >= this.#machine.window(this.#settings.maxInFlight)) return undefined;
    if (this.unacked.length > this.#open) {
      // After a gap in the sequences nothing can be appended any more; what may
      // have been appended is sent again all the same, for the leader's answer
      // tells whether it was.
      const again = this.#needsBump
        ? this.unacked.find(isUnresolved)
        : this.unacked.find((batch) => batch.state !== "open");
      return again?.state === "waiting" ? again : undefined;
    }
    if (!this.#settings.idempotent) return "new";
    if (identity === undefined) return undefined;
    // Sequence 0 of a new identity must not overtake what is open under the old one.
    if (!isSame(identity, this.#identity) && this.unacked.length > 0) return undefined;
    return "new";
  }

  /**
   * Sends the first batch of the queue: it gets its sequence, for ever.
   *
   * @param identity The producer's identity.
   * @returns The batch, now open.
   */
  begin(identity: ProducerIdentity | undefined): ProduceBatch {
    const batch = this.queue.shift() as ProduceBatch;
    if (this.#settings.idempotent && identity !== undefined) {
      if (!isSame(identity, this.#identity)) {
        this.#identity = identity;
        this.#nextSequence = this.#firstSequence;
        this.#firstSequence = 0;
        this.#machine.transition("probing");
      }
      batch.identity = identity;
      batch.sequence = this.#nextSequence;
      this.#nextSequence = nextSequence(this.#nextSequence, batch.count);
    }
    this.unacked.push(batch);
    this.again(batch);
    return batch;
  }

  /**
   * Sends a batch, for the first time or again.
   *
   * @param batch The batch.
   */
  again(batch: ProduceBatch): void {
    batch.transition("open");
    batch.attempt++;
    batch.wasSent = true;
    this.#open++;
  }

  /**
   * A batch was acknowledged.
   *
   * @param batch The batch, which the caller delivers.
   * @returns Batches before it that are thereby proven to be stored, for the
   * caller to deliver first: no longer in the lane.
   */
  acknowledged(batch: ProduceBatch): ProduceBatch[] {
    // A leader appends sequences without gaps: what comes before is there, too,
    // though it was too long ago for the leader to recognise it.
    const before = this.unacked.slice(0, this.unacked.indexOf(batch)).filter((other) =>
      other.refused && other.ambiguous
    );
    for (const other of before) this.unacked.splice(this.unacked.indexOf(other), 1);
    this.#remove(batch);
    this.failures = 0;
    this.lastError = undefined;
    this.retryAt = -Infinity;
    if (this.state === "probing" && !this.#needsBump) this.#machine.transition("steady");
    this.#proceed();
    return before;
  }

  /**
   * A batch has to be sent again.
   *
   * @param batch The batch.
   * @param ambiguous Whether this request may have stored it.
   */
  returned(batch: ProduceBatch, ambiguous: boolean): void {
    this.#open--;
    batch.transition("waiting");
    if (ambiguous) batch.ambiguous = true;
    this.#machine.transition("settling");
    this.#proceed();
  }

  /**
   * The leader refused the sequence of a batch: it is not what should come next.
   *
   * @param batch The batch.
   */
  refused(batch: ProduceBatch): void {
    // Behind a batch that has to be sent again that is what should happen. At
    // the front the leader has lost what came before, or never saw it.
    if (this.unacked[0] === batch || this.#needsBump) {
      batch.refused = true;
      this.#needsBump = true;
    }
    this.returned(batch, false);
  }

  /**
   * A batch cannot be stored, whatever is done.
   *
   * @param batch The batch, which the caller lets fail.
   */
  dropped(batch: ProduceBatch): void {
    const isLast = this.unacked[this.unacked.length - 1] === batch;
    this.#remove(batch);
    if (this.#settings.idempotent) {
      if (isLast && !batch.ambiguous && batch.sequence >= 0) this.#nextSequence = batch.sequence;
      else this.#needsBump = true;
      if (this.#needsBump && this.#open > 0) this.#machine.transition("settling");
    }
    this.#proceed();
  }

  /**
   * A batch is taken apart and encoded anew; until {@linkcode replace} nothing overtakes it.
   *
   * @param batch The batch, now `"preparing"`.
   * @param renumber Whether its sequences do not fit any more.
   */
  reworked(batch: ProduceBatch, renumber: boolean): void {
    if (renumber && this.#settings.idempotent) {
      this.#needsBump = true;
      batch.ambiguous = false;
    }
    this.#open--;
    batch.transition("waiting");
    batch.transition("preparing");
    this.#machine.transition("settling");
    this.#proceed();
  }

  /**
   * Puts batches in the place of one.
   *
   * @param batch The one.
   * @param parts What takes its place; nothing takes it away.
   */
  replace(batch: ProduceBatch, parts: readonly ProduceBatch[]): void {
    for (const list of [this.unacked, this.queue]) {
      const index = list.indexOf(batch);
      if (index >= 0) list.splice(index, 1, ...parts);
    }
    this.#proceed();
  }

  /** Takes note that a batch of it changed, so that waiting for it may be over. */
  changed(): void {
    this.#proceed();
  }

  /**
   * The partition has another leader. An idempotent producer does not wait for
   * the answers of the old one: whatever was open may have been stored, and
   * the new leader recognises what is.
   */
  leaderChanged(): void {
    this.retryAt = -Infinity;
    for (const batch of this.unacked) {
      // What one leader has or has not says little about another's log.
      batch.refused = false;
      batch.stored = false;
      if (!this.#settings.idempotent || batch.state !== "open") continue;
      batch.attempt++;
      batch.ambiguous = true;
      batch.transition("waiting");
    }
    if (!this.#settings.idempotent) {
      // Without sequences nothing tells the new leader what comes first: the old answers are waited for.
      if (this.#open > 0) this.#machine.transition("settling");
      return;
    }
    this.#open = 0;
    this.#machine.transition("probing");
    this.#proceed();
  }

  /**
   * Takes out what ran out of time. While requests are open nothing that was
   * sent is taken; the lane goes to `"settling"` and waits for them.
   *
   * @param now The monotonic clock.
   * @returns The batches, for the caller to let fail.
   */
  takeOverdue(now: number): GivenUp[] {
    const givenUp: GivenUp[] = [];
    if (this.unacked.length > 0 && this.unacked[0].deadline <= now) {
      if (this.#open > 0) this.#machine.transition("settling");
      else this.#takeOverdueSent(now, givenUp);
    }
    while (this.queue.length > 0 && this.queue[0].deadline <= now) {
      givenUp.push({ batch: this.queue.shift() as ProduceBatch, fate: "not-persisted" });
    }
    if (this.queue.length === 0 && this.filling !== undefined && this.filling.deadline <= now) {
      givenUp.push({ batch: this.filling, fate: "not-persisted" });
      this.filling = undefined;
    }
    return givenUp;
  }

  #takeOverdueSent(now: number, givenUp: GivenUp[]): void {
    while (this.unacked.length > 0 && this.unacked[0].deadline <= now) {
      const batch = this.unacked.shift() as ProduceBatch;
      const fate = fateOf(batch);
      givenUp.push({ batch, fate });
      if (!this.#settings.idempotent) continue;
      if (fate === "not-persisted") {
        if (this.unacked.length === 0 && batch.sequence >= 0) this.#nextSequence = batch.sequence;
        else this.#needsBump = true;
        continue;
      }
      // Its sequence may or may not be used. Later ones cannot be appended under the old epoch if
      // it is not, nor be numbered anew if they may be.
      this.#needsBump = true;
      for (const later of this.unacked.splice(0)) {
        givenUp.push({ batch: later, fate: later.stored ? "persisted" : "possibly-persisted" });
      }
    }
    this.#proceed();
  }

  /**
   * Takes out everything that is not open, or everything.
   *
   * @param includingOpen Whether open requests are given up, too.
   * @returns The batches, for the caller to let fail.
   */
  takeAll(includingOpen: boolean): GivenUp[] {
    const givenUp: GivenUp[] = [];
    for (const batch of [...this.unacked]) {
      if (batch.state === "open") {
        if (!includingOpen) continue;
        this.#open--;
        givenUp.push({ batch, fate: batch.stored ? "persisted" : "possibly-persisted" });
      } else givenUp.push({ batch, fate: fateOf(batch) });
      this.unacked.splice(this.unacked.indexOf(batch), 1);
    }
    for (const batch of this.queue.splice(0)) givenUp.push({ batch, fate: "not-persisted" });
    if (this.filling !== undefined) givenUp.push({ batch: this.filling, fate: "not-persisted" });
    this.filling = undefined;
    return givenUp;
  }

  /**
   * The topic was deleted and created anew: what was sent to the old one must
   * never reach the new one, and sequences start anew.
   *
   * @returns What was sent, for the caller to let fail.
   */
  takeSent(): GivenUp[] {
    const givenUp: GivenUp[] = [];
    for (const batch of this.unacked.splice(0)) {
      const open = batch.state === "open";
      const fate = open && fateOf(batch) === "not-persisted" ? "possibly-persisted" : fateOf(batch);
      givenUp.push({ batch, fate });
    }
    this.#open = 0;
    this.retryAt = -Infinity;
    if (this.#settings.idempotent) {
      this.#needsBump = this.#identity !== undefined;
      this.#machine.transition("probing");
    }
    this.#proceed();
    return givenUp;
  }

  #remove(batch: ProduceBatch): void {
    this.unacked.splice(this.unacked.indexOf(batch), 1);
    this.#open--;
  }

  /** Does what became possible: leaves "settling" when no answer is open, and starts new sequences when nothing is unresolved. */
  #proceed(): void {
    if (this.#open > 0) return;
    if (this.state === "settling") this.#machine.transition("probing");
    if (!this.#needsBump || this.unacked.some(isUnresolved)) return;
    this.#needsBump = false;
    const again = this.unacked.splice(0);
    for (const batch of again) {
      batch.identity = undefined;
      batch.sequence = -1;
      batch.wasSent = false;
      batch.ambiguous = false;
      batch.refused = false;
      batch.stored = false;
      if (batch.state === "waiting") batch.transition("ready");
    }
    this.queue.unshift(...again);
    const identity = this.#identity;
    this.#identity = undefined;
    this.#machine.transition("probing");
    this.#onBump(identity);
  }
}

/** Whether it may be in the log, and the leader has not proven that it is not. */
function isUnresolved(batch: ProduceBatch): boolean {
  return batch.ambiguous && !batch.refused;
}

function fateOf(batch: ProduceBatch): Fate {
  if (batch.stored) return "persisted";
  return batch.ambiguous ? "possibly-persisted" : "not-persisted";
}

function isSame(a: ProducerIdentity, b: ProducerIdentity | undefined): boolean {
  return b !== undefined && a.producerId === b.producerId && a.epoch === b.epoch;
}
