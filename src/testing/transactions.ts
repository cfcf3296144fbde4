/**
 * Transactional producers: who has which epoch, which partitions a transaction
 * wrote to, and the markers that end it.
 *
 * @module
 */

import type { Timer } from "../internal/environment.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import type { BatchView } from "../record/batch_reader.ts";
import type { Refusal } from "./batch_validation.ts";
import type { ClusterState } from "./cluster_state.ts";
import { encodeMarkerBatch } from "./control_batch.ts";
import { NO_LEADER, type Partition } from "./partition.ts";
import { readStored } from "./stored_batch.ts";

/** From this version of Produce on, a batch adds its partition to the transaction (KIP-890). */
const IMPLICIT_PARTITIONS_VERSION = 12;
/** From this version of Produce on, clients know that a transaction may only be aborted. */
const ABORTABLE_VERSION = 11;
/** The longest transaction: Kafka's `transaction.max.timeout.ms`. */
const MAX_TIMEOUT_MS = 900_000;
/** At this epoch a producer gets a new id. */
const LAST_EPOCH = 0x7ffe;
const COORDINATOR_EPOCH = 0;

/**
 * What a transactional id does.
 *
 * - `"empty"`: nothing since its epoch began.
 * - `"ongoing"`: it has written to a partition.
 * - `"committed"` and `"aborted"`: how its last transaction ended.
 */
export type TransactionState = "empty" | "ongoing" | "committed" | "aborted";

const TRANSITIONS: Readonly<Record<TransactionState, readonly TransactionState[]>> = {
  empty: ["empty", "ongoing", "aborted"],
  ongoing: ["committed", "aborted"],
  committed: ["empty", "ongoing", "aborted"],
  aborted: ["empty", "ongoing", "aborted"],
};

/** A producer's id and epoch. */
export interface ProducerIdentity {
  /** The id. */
  readonly producerId: bigint;
  /** The epoch. */
  readonly producerEpoch: number;
}

/** A partition by name. */
export interface TopicPartition {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
}

class Transaction {
  producerId: bigint;
  epoch = 0;
  timeoutMs: number;
  timer: Timer | undefined;
  readonly partitions = new Map<string, TopicPartition>();
  #state: TransactionState = "empty";

  constructor(producerId: bigint, timeoutMs: number) {
    this.producerId = producerId;
    this.timeoutMs = timeoutMs;
  }

  get state(): TransactionState {
    return this.#state;
  }

  transition(to: TransactionState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Cannot make a transaction ${to} as it is ${this.#state}`);
    }
    this.#state = to;
  }
}

/** The coordinator of all transactional ids of a cluster. */
export class TransactionCoordinator {
  readonly #cluster: ClusterState;
  readonly #transactions = new Map<string, Transaction>();

  /** @param cluster The cluster. */
  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  /**
   * Gives a transactional id its producer's id and next epoch, which fences
   * whoever had it, and aborts what it left open.
   *
   * @param request Who asks.
   * @param version The version of the request.
   */
  init(
    request: ProducerIdentity & {
      readonly transactionalId: string | null;
      readonly transactionTimeoutMs: number;
    },
    version: number,
  ): { errorCode: number; producerId: bigint; producerEpoch: number } {
    const fail = (errorCode: number) => ({ errorCode, producerId: -1n, producerEpoch: -1 });
    const { transactionalId, transactionTimeoutMs } = request;
    if (transactionalId === null || transactionalId === "") return fail(ErrorCodes.INVALID_REQUEST);
    if (transactionTimeoutMs <= 0 || transactionTimeoutMs > MAX_TIMEOUT_MS) {
      return fail(ErrorCodes.INVALID_TRANSACTION_TIMEOUT);
    }
    let transaction = this.#transactions.get(transactionalId);
    if (transaction === undefined) {
      transaction = new Transaction(this.#cluster.nextProducerId(), transactionTimeoutMs);
      this.#transactions.set(transactionalId, transaction);
      return answer(transaction);
    }
    const expected = request.producerId >= 0n;
    if (
      expected && (request.producerId !== transaction.producerId ||
        request.producerEpoch !== transaction.epoch)
    ) {
      return fail(fenced(version, 4));
    }
    this.#bump(transaction);
    if (transaction.state === "ongoing") this.#end(transaction, "abort");
    transaction.transition("empty");
    transaction.timeoutMs = transactionTimeoutMs;
    return answer(transaction);
  }

  /**
   * Adds partitions to a transaction.
   *
   * @param transactionalId Whose.
   * @param producer Who asks.
   * @param partitions The partitions.
   * @param version The version of the request.
   * @returns Kafka's error code.
   */
  addPartitions(
    transactionalId: string,
    producer: ProducerIdentity,
    partitions: readonly TopicPartition[],
    version: number,
  ): number {
    const transaction = this.#transactions.get(transactionalId);
    const error = identify(transaction, producer, version, 2);
    if (transaction === undefined || error !== ErrorCodes.NONE) return error;
    this.#add(transaction, partitions);
    return ErrorCodes.NONE;
  }

  /**
   * Ends a transaction and writes its markers.
   *
   * @param request Whose, and how.
   * @param version The version of the request; from 5 on, every end gives a new epoch (KIP-890).
   */
  end(
    request: ProducerIdentity & { readonly transactionalId: string; readonly committed: boolean },
    version: number,
  ): { errorCode: number; producerId: bigint; producerEpoch: number } {
    const fail = (errorCode: number) => ({ errorCode, producerId: -1n, producerEpoch: -1 });
    const transaction = this.#transactions.get(request.transactionalId);
    const bumps = version >= 5;
    const wanted: TransactionState = request.committed ? "committed" : "aborted";
    // The answer to an end that bumped may have been lost: the same end again is answered again.
    const again = bumps && transaction !== undefined && ended(transaction, request);
    if (again && transaction.state === wanted) return answer(transaction);
    if (again) return fail(ErrorCodes.INVALID_TXN_STATE);
    const error = identify(transaction, request, version, 2);
    if (transaction === undefined || error !== ErrorCodes.NONE) return fail(error);
    if (transaction.state !== "ongoing") {
      if (transaction.state === wanted && !bumps) return answer(transaction);
      if (!bumps || request.committed) return fail(ErrorCodes.INVALID_TXN_STATE);
      this.#bump(transaction);
      transaction.transition("aborted");
      return answer(transaction);
    }
    if (bumps) this.#bump(transaction);
    this.#end(transaction, request.committed ? "commit" : "abort");
    return answer(transaction);
  }

  /**
   * Decides whether a transactional batch may be appended.
   *
   * @param transactionalId What the request says.
   * @param batch The batch.
   * @param where Where to, and the version of the request.
   * @returns Why not, if so.
   */
  admit(
    transactionalId: string | null,
    batch: BatchView,
    where: TopicPartition & { readonly version: number },
  ): Refusal | undefined {
    if (transactionalId === null) {
      return {
        error: ErrorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
        message: "A transactional batch needs a transactional id",
      };
    }
    const transaction = this.#transactions.get(transactionalId);
    const identity = identify(transaction, batch, where.version, 0);
    if (transaction === undefined || identity !== ErrorCodes.NONE) {
      const stale = transaction?.producerId === batch.producerId;
      return {
        error: stale ? ErrorCodes.INVALID_PRODUCER_EPOCH : ErrorCodes.INVALID_PRODUCER_ID_MAPPING,
        message:
          `Transactional id "${transactionalId}" does not belong to producer ${batch.producerId} of epoch ${batch.producerEpoch}`,
      };
    }
    if (where.version >= IMPLICIT_PARTITIONS_VERSION) {
      this.#add(transaction, [where]);
    } else if (!transaction.partitions.has(keyOf(where))) {
      return {
        error: where.version >= ABORTABLE_VERSION
          ? ErrorCodes.TRANSACTION_ABORTABLE
          : ErrorCodes.INVALID_TXN_STATE,
        message: `${where.topic}-${where.partition} was not added to the transaction`,
      };
    }
    return undefined;
  }

  /**
   * Appends a marker to a partition.
   *
   * @param partition The partition, whose leader is there.
   * @param producer Whose transaction ends.
   * @param type How.
   */
  writeMarker(partition: Partition, producer: ProducerIdentity, type: "commit" | "abort"): void {
    const bytes = encodeMarkerBatch({
      ...producer,
      type,
      coordinatorEpoch: COORDINATOR_EPOCH,
      timestamp: this.#cluster.environment.clock.now(),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    view.setBigInt64(0, partition.log.endOffset);
    view.setInt32(12, partition.leaderEpoch);
    for (const batch of readStored(bytes)) partition.append(batch);
  }

  /** Stops every timer. */
  close(): void {
    for (const { timer } of this.#transactions.values()) timer?.cancel();
  }

  #add(transaction: Transaction, partitions: readonly TopicPartition[]): void {
    if (transaction.state !== "ongoing") {
      transaction.transition("ongoing");
      transaction.timer = this.#cluster.environment.clock.setTimer(() => {
        // As in Kafka, whoever comes back after this is fenced.
        this.#bump(transaction);
        this.#end(transaction, "abort");
      }, transaction.timeoutMs);
    }
    for (const { topic, partition } of partitions) {
      transaction.partitions.set(keyOf({ topic, partition }), { topic, partition });
    }
  }

  #end(transaction: Transaction, type: "commit" | "abort"): void {
    transaction.timer?.cancel();
    transaction.timer = undefined;
    const producer = { producerId: transaction.producerId, producerEpoch: transaction.epoch };
    for (const { topic, partition } of transaction.partitions.values()) {
      const target = this.#cluster.topics.get(topic)?.partitions[partition];
      if (target !== undefined && target.leader !== NO_LEADER) {
        this.writeMarker(target, producer, type);
      }
    }
    transaction.partitions.clear();
    transaction.transition(type === "commit" ? "committed" : "aborted");
  }

  #bump(transaction: Transaction): void {
    if (transaction.epoch < LAST_EPOCH) {
      transaction.epoch++;
      return;
    }
    // What is open is ended under the old id before the new one is given out.
    if (transaction.state === "ongoing") this.#end(transaction, "abort");
    transaction.producerId = this.#cluster.nextProducerId();
    transaction.epoch = 0;
  }
}

function answer(
  transaction: Transaction,
): { errorCode: number; producerId: bigint; producerEpoch: number } {
  return {
    errorCode: ErrorCodes.NONE,
    producerId: transaction.producerId,
    producerEpoch: transaction.epoch,
  };
}

/** Whether a producer's transaction ended, and it does not know its new epoch yet. */
function ended(transaction: Transaction, producer: ProducerIdentity): boolean {
  return (transaction.state === "committed" || transaction.state === "aborted") &&
    producer.producerId === transaction.producerId &&
    producer.producerEpoch === transaction.epoch - 1;
}

/** Whether it is the producer that has the transactional id now. */
function identify(
  transaction: Transaction | undefined,
  producer: ProducerIdentity,
  version: number,
  fencedSince: number,
): number {
  if (transaction === undefined || transaction.producerId !== producer.producerId) {
    return ErrorCodes.INVALID_PRODUCER_ID_MAPPING;
  }
  return transaction.epoch === producer.producerEpoch
    ? ErrorCodes.NONE
    : fenced(version, fencedSince);
}

/** Old clients do not know PRODUCER_FENCED (KIP-588). */
function fenced(version: number, since: number): number {
  return version >= since ? ErrorCodes.PRODUCER_FENCED : ErrorCodes.INVALID_PRODUCER_EPOCH;
}

function keyOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${partition}`;
}
