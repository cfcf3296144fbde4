/**
 * What a partition's leader knows about idempotent and transactional
 * producers: the last five batches of each, its epoch, and its open transaction.
 *
 * @module
 */

import { ErrorCodes } from "../protocol/error_codes.ts";
import { laterSequence, type StoredBatch } from "./stored_batch.ts";

/** How many batches a duplicate is recognised from. */
const WINDOW = 5;

interface RememberedBatch {
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly offset: bigint;
  readonly timestamp: bigint;
}

interface ProducerState {
  epoch: number;
  /** Oldest first. */
  batches: RememberedBatch[];
  /** Where its open transaction begins. */
  transactionStart: bigint | undefined;
}

/** A transaction that has its marker. */
interface EndedTransaction {
  readonly producerId: bigint;
  readonly firstOffset: bigint;
  /** The marker's offset. */
  readonly lastOffset: bigint;
  readonly aborted: boolean;
}

/** An aborted transaction, as a fetch lists it. */
export interface AbortedTransaction {
  /** The producer's id. */
  readonly producerId: bigint;
  /** Its first offset. */
  readonly firstOffset: bigint;
}

/** What is asked about a batch before it is appended. */
export interface SequencedBatch {
  /** The producer's id. */
  readonly producerId: bigint;
  /** Its epoch. */
  readonly producerEpoch: number;
  /** The sequence of the first record. */
  readonly baseSequence: number;
  /** The last offset relative to the first. */
  readonly lastOffsetDelta: number;
}

/** What becomes of a batch: it is appended, it is there already, or it is refused. */
export type SequenceVerdict =
  | { readonly kind: "append" }
  | { readonly kind: "duplicate"; readonly offset: bigint; readonly timestamp: bigint }
  | { readonly kind: "refuse"; readonly error: number; readonly message: string };

const APPEND: SequenceVerdict = { kind: "append" };

/** One producer's state, for tests to look at. */
export interface ProducerSnapshot {
  /** The producer's id. */
  readonly producerId: bigint;
  /** Its newest epoch. */
  readonly epoch: number;
  /** The batches that are remembered, oldest first. */
  readonly batches: readonly RememberedBatch[];
  /** Where its open transaction begins. */
  readonly transactionStart: bigint | undefined;
}

/** The producers of one partition. */
export class ProducerStates {
  readonly #producers = new Map<bigint, ProducerState>();
  #ended: EndedTransaction[] = [];

  /**
   * Decides about a batch of an idempotent producer. A producer that is not
   * known may begin with any sequence.
   *
   * @param batch The batch.
   */
  check(batch: SequencedBatch): SequenceVerdict {
    const state = this.#producers.get(batch.producerId);
    if (state === undefined) return APPEND;
    const last = laterSequence(batch.baseSequence, batch.lastOffsetDelta);
    if (state.epoch === batch.producerEpoch) {
      for (const known of state.batches) {
        if (known.firstSequence === batch.baseSequence && known.lastSequence === last) {
          return { kind: "duplicate", offset: known.offset, timestamp: known.timestamp };
        }
      }
    } else if (batch.producerEpoch < state.epoch) {
      return {
        kind: "refuse",
        error: ErrorCodes.INVALID_PRODUCER_EPOCH,
        message:
          `Epoch ${batch.producerEpoch} of producer ${batch.producerId} is older than ${state.epoch}`,
      };
    }
    const before = state.epoch === batch.producerEpoch ? lastSequence(state) : -1;
    const expected = before < 0 ? 0 : laterSequence(before, 1);
    if (batch.baseSequence === expected) return APPEND;
    return {
      kind: "refuse",
      error: ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER,
      message:
        `Sequence ${batch.baseSequence} of producer ${batch.producerId} is out of order: expected ${expected}`,
    };
  }

  /**
   * Takes note of a batch that was appended.
   *
   * @param batch The batch.
   * @param commit For a marker: whether it commits.
   */
  appended(batch: StoredBatch, commit?: boolean): void {
    if (batch.producerId < 0n) return;
    let state = this.#producers.get(batch.producerId);
    if (state === undefined) {
      state = { epoch: batch.producerEpoch, batches: [], transactionStart: undefined };
      this.#producers.set(batch.producerId, state);
    } else if (state.epoch !== batch.producerEpoch) {
      state.epoch = batch.producerEpoch;
      state.batches = [];
    }
    if (batch.control) {
      if (state.transactionStart !== undefined) {
        this.#ended.push({
          producerId: batch.producerId,
          firstOffset: state.transactionStart,
          lastOffset: batch.lastOffset,
          aborted: commit !== true,
        });
      }
      state.transactionStart = undefined;
      return;
    }
    state.batches.push({
      firstSequence: batch.baseSequence,
      lastSequence: batch.lastSequence,
      offset: batch.baseOffset,
      timestamp: batch.maxTimestamp,
    });
    if (state.batches.length > WINDOW) state.batches.shift();
    if (batch.transactional) state.transactionStart ??= batch.baseOffset;
  }

  /**
   * Where read-committed consumers may read to.
   *
   * @param highWatermark Where others may read to.
   */
  lastStableOffset(highWatermark: bigint): bigint {
    let stable = highWatermark;
    for (const { transactionStart } of this.#producers.values()) {
      if (transactionStart !== undefined && transactionStart < stable) stable = transactionStart;
    }
    // A transaction stays unstable until its marker is replicated, too.
    for (let at = this.#ended.length - 1; at >= 0; at--) {
      const ended = this.#ended[at];
      if (ended.lastOffset < highWatermark) break;
      if (ended.firstOffset < stable) stable = ended.firstOffset;
    }
    return stable;
  }

  /** Whether any transaction is or was there. */
  get transactional(): boolean {
    if (this.#ended.length > 0) return true;
    for (const state of this.#producers.values()) {
      if (state.transactionStart !== undefined) return true;
    }
    return false;
  }

  /**
   * The aborted transactions with records in a range.
   *
   * @param from The first offset of the range.
   * @param before The offset after it.
   */
  aborted(from: bigint, before: bigint): AbortedTransaction[] {
    return this.#ended
      .filter((ended) => ended.aborted && ended.lastOffset >= from && ended.firstOffset < before)
      .map(({ producerId, firstOffset }) => ({ producerId, firstOffset }));
  }

  /** Forgets producers as a broker does after `producer.id.expiration.ms`; open transactions stay. */
  expire(): void {
    for (const [producerId, state] of this.#producers) {
      if (state.transactionStart === undefined) this.#producers.delete(producerId);
    }
  }

  /** Every producer's state. */
  snapshot(): ProducerSnapshot[] {
    return [...this.#producers].map(([producerId, state]) => ({
      producerId,
      epoch: state.epoch,
      batches: [...state.batches],
      transactionStart: state.transactionStart,
    }));
  }
}

function lastSequence(state: ProducerState): number {
  return state.batches.length === 0 ? -1 : state.batches[state.batches.length - 1].lastSequence;
}
