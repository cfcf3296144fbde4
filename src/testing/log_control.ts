/**
 * What tests do to logs and leaders without a client.
 *
 * @module
 */

import { walkBatches } from "../record/batch_reader.ts";
import type { ClusterState } from "./cluster_state.ts";
import { damage, nextSequence } from "./inspect.ts";
import type { AppendOptions, RecordInput, TransactionalAppendOptions } from "./options.ts";
import { NO_LEADER, type Partition } from "./partition.ts";
import type { PartitionLog } from "./partition_log.ts";
import { decodeBatch, encodeBatch } from "./record_writing.ts";
import { placeBatch, type StoredBatch } from "./stored_batch.ts";
import type { StoredRecord } from "./views.ts";

/** A leader after an election. */
export interface Elected {
  /** The leader. */
  leader: number;
  /** Its epoch. */
  leaderEpoch: number;
}

/** What tests do to the logs and leaders of one cluster. */
export class LogControl {
  readonly #state: ClusterState;

  /** @param state The cluster. */
  constructor(state: ClusterState) {
    this.#state = state;
  }

  /** The log of the leader, or of a replica. */
  log(topic: string, partition: number, replica: number | undefined): PartitionLog {
    const target = this.#state.partition(topic, partition);
    const log = replica === undefined ? target.log : target.replicaLog(replica);
    if (log === undefined) {
      throw new RangeError(`Cannot find a replica of ${topic}-${partition} on broker ${replica}`);
    }
    return log;
  }

  /** The records of a log, without markers. */
  async records(
    topic: string,
    partition: number,
    replica: number | undefined,
  ): Promise<StoredRecord[]> {
    const log = this.log(topic, partition, replica);
    const records: StoredRecord[] = [];
    for (const { bytes } of log.batches()) {
      for (const record of await decodeBatch(bytes, this.#state.codecs)) {
        if (record.offset >= log.startOffset) records.push(record);
      }
    }
    return records;
  }

  /** Appends records as one batch; gives the offset of the first. */
  async append(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: AppendOptions,
  ): Promise<number> {
    const producerId = BigInt(options.producerId ?? -1);
    const known = this.#led(topic, partition).producers.snapshot()
      .find((each) => each.producerId === producerId);
    const producerEpoch = options.producerEpoch ?? (producerId < 0n ? -1 : known?.epoch ?? 0);
    const baseSequence = options.baseSequence ??
      (producerId < 0n ? -1 : nextSequence(known, producerEpoch));
    const bytes = await encodeBatch(
      records,
      { producerId, producerEpoch, baseSequence, transactional: options.transactional ?? false },
      this.#state.environment.clock.now(),
      options.compression ?? "none",
      this.#state.codecs,
    );
    return this.appendRaw(topic, partition, bytes, undefined);
  }

  /** Appends bytes as they are; gives the offset of the first record. */
  appendRaw(
    topic: string,
    partition: number,
    bytes: Uint8Array,
    baseOffset: number | bigint | undefined,
  ): number {
    const target = this.#led(topic, partition);
    const end = target.log.endOffset;
    const first = BigInt(baseOffset ?? end);
    if (first < end) {
      throw new RangeError(`Cannot append at offset ${first} as the log ends at ${end}`);
    }
    let offset = first;
    // A copy, as the offsets are written into it.
    for (const batch of walkBatches(bytes.slice())) {
      const stored = placeBatch(batch, offset, target.leaderEpoch);
      target.append(stored);
      offset = stored.lastOffset + 1n;
    }
    return Number(first);
  }

  /** Writes what a transactional producer would. */
  async appendTransactional(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: TransactionalAppendOptions,
  ): Promise<{ offset: number; producerId: number }> {
    const producerId = Number(options.producerId ?? this.#state.nextProducerId());
    const producer = { producerId, producerEpoch: options.producerEpoch ?? 0 };
    const offset = await this.append(topic, partition, records, {
      ...producer,
      transactional: true,
    });
    if (options.outcome !== "open") {
      this.endTransaction(topic, partition, producer, options.outcome);
    }
    return { offset, producerId };
  }

  /** Writes the marker that ends a transaction on one partition. */
  endTransaction(
    topic: string,
    partition: number,
    producer: { readonly producerId: number | bigint; readonly producerEpoch?: number },
    outcome: "commit" | "abort",
  ): void {
    const identity = {
      producerId: BigInt(producer.producerId),
      producerEpoch: producer.producerEpoch ?? 0,
    };
    this.#state.transactions.writeMarker(this.#led(topic, partition), identity, outcome);
  }

  /** Damages the batch that holds an offset, on one replica or on all. */
  corrupt(topic: string, partition: number, offset: number, replica: number | undefined): void {
    const target = this.#state.partition(topic, partition);
    const damaged = new Map<StoredBatch, StoredBatch>();
    for (const id of replica === undefined ? target.replicas : [replica]) {
      const log = this.log(topic, partition, id);
      const index = log.indexOf(BigInt(offset));
      if (index >= log.length) throw new RangeError(`Cannot find offset ${offset} on broker ${id}`);
      const batch = log.at(index);
      if (!damaged.has(batch)) damaged.set(batch, damage(batch));
      log.replace(index, damaged.get(batch) as StoredBatch);
    }
  }

  /** Makes a replica in sync the leader. */
  moveLeader(topic: string, partition: number, to: number | undefined): Elected {
    const target = this.#state.partition(topic, partition);
    const next = to ?? target.replicas.find((id) => target.isr.includes(id) && ready(target, id));
    if (next === undefined || !target.isr.includes(next) || !ready(target, next)) {
      throw new RangeError(
        `Cannot move the leader of ${topic}-${partition} to ${next ?? "another replica"}: ` +
          `its leader is ${target.leader}, in sync are ${target.isr.join(", ")}`,
      );
    }
    target.elect(next, { clean: true });
    return { leader: target.leader, leaderEpoch: target.leaderEpoch };
  }

  /** Makes any replica the leader. */
  uncleanElection(topic: string, partition: number, to: number | undefined): Elected {
    const target = this.#state.partition(topic, partition);
    const next = to ?? target.replicas.find((id) => ready(target, id));
    if (next === undefined || !target.replicas.includes(next) || !ready(target, next)) {
      throw new RangeError(
        `Cannot elect ${next ?? "any other replica"} of ${topic}-${partition}: ` +
          `its leader is ${target.leader}, its replicas are ${target.replicas.join(", ")}`,
      );
    }
    target.elect(next, { clean: false });
    return { leader: target.leader, leaderEpoch: target.leaderEpoch };
  }

  #led(topic: string, partition: number): Partition {
    const target = this.#state.partition(topic, partition);
    if (target.leader === NO_LEADER) {
      throw new RangeError(`Cannot append to ${topic}-${partition} as it has no leader`);
    }
    return target;
  }
}

/** Whether a replica may become the leader: it is not yet, and its broker is there. */
function ready(partition: Partition, id: number): boolean {
  return id !== partition.leader && !partition.offline.includes(id);
}
