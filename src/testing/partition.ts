/**
 * One partition: its replicas, its leader, and how far everybody has come.
 *
 * @module
 */

import type { Environment, Timer } from "../internal/environment.ts";
import { controlCommits } from "./control_batch.ts";
import { PartitionLog } from "./partition_log.ts";
import { ProducerStates } from "./producer_states.ts";
import type { StoredBatch } from "./stored_batch.ts";
import type { ResolvedTopicConfig } from "./topic_config.ts";

/**
 * What a replica does.
 *
 * - `"following"`: it copies the leader's log, at once or after its lag. The leader's own replica is in this state, too.
 * - `"paused"`: it was told to stop copying.
 * - `"offline"`: its broker is stopped, or was found dead.
 */
export type ReplicaState = "following" | "paused" | "offline";

const TRANSITIONS: Readonly<Record<ReplicaState, readonly ReplicaState[]>> = {
  following: ["paused", "offline"],
  paused: ["following", "offline"],
  offline: ["following"],
};

class Replica {
  readonly brokerId: number;
  readonly log = new PartitionLog();
  readonly timers = new Set<Timer>();
  lagMs = 0;
  #state: ReplicaState;

  constructor(brokerId: number, state: ReplicaState) {
    this.brokerId = brokerId;
    this.#state = state;
  }

  get state(): ReplicaState {
    return this.#state;
  }

  transition(to: ReplicaState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Cannot make a replica ${to} as it is ${this.#state}`);
    }
    this.#state = to;
  }
}

/** No broker. */
export const NO_LEADER: number = -1;

/** How a partition starts out. */
export interface PartitionSetup {
  /** The topic's name. */
  readonly topic: string;
  /** The partition's index. */
  readonly index: number;
  /** The brokers with a replica, the preferred leader first. */
  readonly replicas: readonly number[];
  /** The topic's configuration, which may change later. */
  readonly config: ResolvedTopicConfig;
  /** Where time comes from. */
  readonly environment: Environment;
  /** Whether a broker is there. */
  readonly isAlive: (brokerId: number) => boolean;
}

/** One partition of a topic. */
export class Partition {
  /** The topic's name. */
  readonly topic: string;
  /** Its index in the topic. */
  readonly index: number;
  /** The topic's configuration. */
  readonly config: ResolvedTopicConfig;
  /** The brokers with a replica, the preferred leader first. */
  readonly replicas: readonly number[];
  readonly #environment: Environment;
  readonly #replicas = new Map<number, Replica>();
  readonly #watchers = new Set<() => void>();
  #isr: number[];
  #leader: number;
  #leaderEpoch = 0;
  #highWatermark = 0n;
  #producers = new ProducerStates();
  #deleted = false;

  /** @param setup How it starts out. */
  constructor(setup: PartitionSetup) {
    this.topic = setup.topic;
    this.index = setup.index;
    this.config = setup.config;
    this.replicas = [...setup.replicas];
    this.#environment = setup.environment;
    for (const brokerId of setup.replicas) {
      const state = setup.isAlive(brokerId) ? "following" : "offline";
      this.#replicas.set(brokerId, new Replica(brokerId, state));
    }
    this.#isr = setup.replicas.filter((brokerId) => setup.isAlive(brokerId));
    this.#leader = this.#isr[0] ?? NO_LEADER;
  }

  /** The leader's id, or -1. */
  get leader(): number {
    return this.#leader;
  }

  /** The epoch, which grows with every election. */
  get leaderEpoch(): number {
    return this.#leaderEpoch;
  }

  /** The replicas that are in sync. */
  get isr(): readonly number[] {
    return this.#isr;
  }

  /** The replicas whose broker is not there. */
  get offline(): number[] {
    return this.replicas.filter((id) => this.#replicas.get(id)?.state === "offline");
  }

  /** Where consumers may read to. */
  get highWatermark(): bigint {
    return this.#highWatermark;
  }

  /** Where read-committed consumers may read to. */
  get lastStableOffset(): bigint {
    return this.#producers.lastStableOffset(this.#highWatermark);
  }

  /** What is known about producers. */
  get producers(): ProducerStates {
    return this.#producers;
  }

  /** Whether its topic was deleted. */
  get deleted(): boolean {
    return this.#deleted;
  }

  /** The leader's log; that of the last leader while there is none. */
  get log(): PartitionLog {
    const id = this.#leader === NO_LEADER ? (this.#isr[0] ?? this.replicas[0]) : this.#leader;
    return (this.#replicas.get(id) as Replica).log;
  }

  /**
   * The log of a replica.
   *
   * @param brokerId Whose.
   * @returns The log, or `undefined` when that broker has no replica.
   */
  replicaLog(brokerId: number): PartitionLog | undefined {
    return this.#replicas.get(brokerId)?.log;
  }

  /**
   * Calls back after every change: records, high watermark, leader, deletion.
   *
   * @param callback What to call.
   * @returns What ends it.
   */
  watch(callback: () => void): () => void {
    this.#watchers.add(callback);
    return () => {
      this.#watchers.delete(callback);
    };
  }

  /**
   * Appends a batch to the leader's log; the followers copy it.
   *
   * @param batch The batch, placed at the end of the log or after it.
   */
  append(batch: StoredBatch): void {
    const log = this.log;
    log.append(batch);
    this.#producers.appended(batch, batch.control ? controlCommits(batch.bytes) : undefined);
    const { retentionBytes } = this.config;
    for (const replica of this.#replicas.values()) {
      if (replica.log === log || replica.state !== "following") continue;
      if (replica.lagMs > 0) this.#copyLater(replica);
      else if (replica.timers.size === 0) replica.log.append(batch);
    }
    if (retentionBytes >= 0) {
      while (log.length > 1 && log.bytes > retentionBytes) this.trim(log.at(1).baseOffset);
    }
    this.#changed();
  }

  /**
   * Moves the start of the log of every replica.
   *
   * @param offset The first offset that can be read from now on.
   */
  trim(offset: bigint): void {
    for (const replica of this.#replicas.values()) replica.log.trim(offset);
    if (this.#highWatermark < offset) this.#highWatermark = offset;
    this.#changed();
  }

  /**
   * Takes batches out of the log of every replica.
   *
   * @param from The first offset that goes.
   * @param to The last one.
   */
  remove(from: bigint, to: bigint): void {
    for (const replica of this.#replicas.values()) replica.log.remove(from, to);
    this.#changed();
  }

  /**
   * Makes a replica the leader, with the next epoch. Where it lacks records of
   * the old leader these are lost, and the others cut them off.
   *
   * @param to The broker, which must have a replica that is not offline.
   * @param options `clean`: whether the ISR stays.
   */
  elect(to: number, options: { readonly clean: boolean }): void {
    const replica = this.#replicas.get(to) as Replica;
    const before = this.log;
    this.#leader = to;
    this.#leaderEpoch++;
    if (replica.state === "paused") replica.transition("following");
    this.#stopCopying(replica);
    if (!options.clean || !this.#isr.includes(to)) this.#isr = [to];
    if (replica.log !== before && !sameEnd(replica.log, before)) {
      this.#rebuildProducers(replica.log);
    }
    replica.log.startEpoch(this.#leaderEpoch, replica.log.endOffset);
    if (this.#highWatermark > replica.log.endOffset) this.#highWatermark = replica.log.endOffset;
    for (const other of this.#replicas.values()) {
      if (other === replica || other.state !== "following") continue;
      if (other.lagMs === 0) {
        this.#catchUp(other);
      } else {
        this.#stopCopying(other);
        other.log.truncate(sharedEnd(replica.log, other.log));
        this.#copyLater(other);
      }
    }
    this.#changed();
  }

  /**
   * A broker went away. When it led, the next replica in sync takes over.
   *
   * @param brokerId The broker.
   */
  brokerGone(brokerId: number): void {
    const replica = this.#replicas.get(brokerId);
    if (replica === undefined || replica.state === "offline") return;
    replica.transition("offline");
    this.#stopCopying(replica);
    if (this.#isr.length > 1) this.#isr = this.#isr.filter((id) => id !== brokerId);
    if (this.#leader === brokerId) this.#electNext();
    this.#changed();
  }

  /**
   * A broker came back: it takes over when there is no leader and it is in
   * sync, and follows otherwise.
   *
   * @param brokerId The broker.
   */
  brokerBack(brokerId: number): void {
    const replica = this.#replicas.get(brokerId);
    if (replica === undefined || replica.state !== "offline") return;
    replica.transition("following");
    if (this.#leader === NO_LEADER) {
      if (this.#isr.length === 0 || this.#isr.includes(brokerId)) {
        this.elect(brokerId, { clean: true });
      } else if (this.config.uncleanElection) this.elect(brokerId, { clean: false });
      return;
    }
    this.#catchUp(replica);
    this.#changed();
  }

  /**
   * Stops a follower from copying.
   *
   * @param brokerId The follower.
   * @param staysInSync Whether the others wait for it.
   */
  pause(brokerId: number, staysInSync: boolean): void {
    const replica = this.#follower(brokerId);
    if (replica.state !== "following") return;
    replica.transition("paused");
    this.#stopCopying(replica);
    if (!staysInSync) this.#isr = this.#isr.filter((id) => id !== brokerId);
    this.#changed();
  }

  /**
   * Lets a paused follower go on.
   *
   * @param brokerId The follower.
   */
  resume(brokerId: number): void {
    const replica = this.#follower(brokerId);
    if (replica.state !== "paused") return;
    replica.transition("following");
    this.#catchUp(replica);
    this.#changed();
  }

  /**
   * Makes a follower copy late.
   *
   * @param brokerId The follower.
   * @param lagMs How late; 0 lets it catch up at once.
   */
  setLag(brokerId: number, lagMs: number): void {
    const replica = this.#follower(brokerId);
    replica.lagMs = lagMs;
    if (lagMs === 0 && replica.state === "following") {
      this.#catchUp(replica);
      this.#changed();
    }
  }

  /** Its topic is deleted: whoever waits for it is told, and nothing stays behind. */
  delete(): void {
    this.#deleted = true;
    for (const replica of this.#replicas.values()) this.#stopCopying(replica);
    this.#changed();
    this.#watchers.clear();
  }

  /** Stops every timer. */
  close(): void {
    for (const replica of this.#replicas.values()) this.#stopCopying(replica);
  }

  #electNext(): void {
    const alive = this.replicas.filter((id) => this.#replicas.get(id)?.state !== "offline");
    const next = alive.find((id) => this.#isr.includes(id));
    if (next !== undefined) return this.elect(next, { clean: true });
    if (this.config.uncleanElection && alive.length > 0) {
      return this.elect(alive[0], { clean: false });
    }
    this.#leader = NO_LEADER;
    this.#leaderEpoch++;
  }

  #follower(brokerId: number): Replica {
    const replica = this.#replicas.get(brokerId);
    if (replica === undefined || brokerId === this.#leader) {
      throw new RangeError(
        `Cannot find a follower of ${this.topic}-${this.index} on broker ${brokerId}: ` +
          `its leader is ${this.#leader}, its replicas are ${this.replicas.join(", ")}`,
      );
    }
    return replica;
  }

  /** Cuts a follower's log back to what it shares with the leader's, copies the rest, and puts it in sync. */
  #catchUp(replica: Replica): void {
    this.#stopCopying(replica);
    const from = this.log;
    const to = replica.log;
    if (to === from) return;
    to.truncate(sharedEnd(from, to));
    to.trim(from.startOffset);
    for (let at = from.indexOf(to.endOffset); at < from.length; at++) {
      if (from.at(at).baseOffset >= to.endOffset) to.append(from.at(at));
    }
    if (!this.#isr.includes(replica.brokerId)) {
      this.#isr = this.replicas.filter((id) => id === replica.brokerId || this.#isr.includes(id));
    }
  }

  #copyLater(replica: Replica): void {
    const upTo = this.log.endOffset;
    const timer = this.#environment.clock.setTimer(() => {
      replica.timers.delete(timer);
      const from = this.log;
      if (replica.log === from) return;
      for (let at = from.indexOf(replica.log.endOffset); at < from.length; at++) {
        const batch = from.at(at);
        if (batch.baseOffset >= upTo) break;
        if (batch.baseOffset >= replica.log.endOffset) replica.log.append(batch);
      }
      this.#changed();
    }, replica.lagMs);
    replica.timers.add(timer);
  }

  #stopCopying(replica: Replica): void {
    for (const timer of replica.timers) timer.cancel();
    replica.timers.clear();
  }

  #rebuildProducers(log: PartitionLog): void {
    this.#producers = new ProducerStates();
    for (const batch of log.batches()) {
      this.#producers.appended(batch, batch.control ? controlCommits(batch.bytes) : undefined);
    }
  }

  #changed(): void {
    if (this.#leader !== NO_LEADER) {
      let lowest: bigint | undefined;
      for (const id of this.#isr) {
        const end = this.#replicas.get(id)?.log.endOffset;
        if (end !== undefined && (lowest === undefined || end < lowest)) lowest = end;
      }
      if (lowest !== undefined && lowest > this.#highWatermark) this.#highWatermark = lowest;
    }
    for (const watcher of this.#watchers) watcher();
  }
}

/** Whether two logs end with the same batch. */
function sameEnd(a: PartitionLog, b: PartitionLog): boolean {
  if (a.endOffset !== b.endOffset) return false;
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  return a.at(a.length - 1).leaderEpoch === b.at(b.length - 1).leaderEpoch;
}

/** The offset up to which a follower's log is the leader's. */
function sharedEnd(leader: PartitionLog, follower: PartitionLog): bigint {
  for (let at = follower.length - 1; at >= 0; at--) {
    const mine = follower.at(at);
    const theirs = leader.indexOf(mine.baseOffset);
    if (theirs >= leader.length) continue;
    const other = leader.at(theirs);
    if (other.baseOffset === mine.baseOffset && other.leaderEpoch === mine.leaderEpoch) {
      return mine.lastOffset + 1n;
    }
  }
  return leader.startOffset < follower.startOffset ? leader.startOffset : follower.startOffset;
}
