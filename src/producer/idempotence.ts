/**
 * The rules of the idempotent producer that need no I/O: sequences, epochs,
 * and the states of one partition.
 *
 * A broker remembers, for each producer id and partition, the epoch and the
 * last five batches. It appends a batch only when its first sequence follows
 * the last one, recognises those five when they come again, and refuses the
 * rest (KIP-98, KIP-360). Where it remembers nothing it takes any sequence.
 *
 * @module
 */

/** Who a producer is to the brokers. */
export interface ProducerIdentity {
  /** The id that a broker gave out. */
  readonly producerId: bigint;
  /** The epoch, raised whenever sequences have to start anew. */
  readonly epoch: number;
}

/** The largest epoch; after it comes a new id. */
export const MAX_EPOCH: number = 32_767;

/** Sequences are numbers from 0 up to, not including, this. */
const SEQUENCES = 2 ** 31;

/**
 * The sequence that follows some records; after 2^31 - 1 comes 0.
 *
 * @param sequence The sequence of the first record.
 * @param count How many records.
 * @returns The sequence of the record after them.
 */
export function nextSequence(sequence: number, count: number): number {
  return (sequence + count) % SEQUENCES;
}

/**
 * The identity after an epoch bump, which needs no broker.
 *
 * @param identity The identity so far.
 * @returns The next one, or `undefined` when the epochs of this id are used up.
 */
export function bumped(identity: ProducerIdentity): ProducerIdentity | undefined {
  if (identity.epoch >= MAX_EPOCH) return undefined;
  return { producerId: identity.producerId, epoch: identity.epoch + 1 };
}

/**
 * What a partition may do.
 *
 * - `"probing"`: one batch under way, no more: nothing was acknowledged yet by
 *   this leader under this identity, or since the last failure.
 * - `"steady"`: up to `maxInFlight` batches under way.
 * - `"settling"`: something failed or expired; nothing goes out until every
 *   open answer has arrived.
 */
export type LaneState = "probing" | "steady" | "settling";

const TRANSITIONS: { readonly [State in LaneState]: readonly LaneState[] } = {
  probing: ["steady", "settling"],
  steady: ["probing", "settling"],
  settling: ["probing"],
};

/** The state of one partition, which refuses what the table above does not have. */
export class LaneMachine {
  #state: LaneState;

  /** @param idempotent Whether the first answer must be waited for. */
  constructor(idempotent: boolean) {
    this.#state = idempotent ? "probing" : "steady";
  }

  /** Where it is. */
  get state(): LaneState {
    return this.#state;
  }

  /**
   * Goes to another state; staying is fine.
   *
   * @param to Where to.
   * @throws {Error} Where the table has no such transition.
   */
  transition(to: LaneState): void {
    if (to === this.#state) return;
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Illegal transition of a partition from "${this.#state}" to "${to}"`);
    }
    this.#state = to;
  }

  /**
   * How many batches may be under way.
   *
   * @param maxInFlight The limit when all is well.
   * @returns The limit now.
   */
  window(maxInFlight: number): number {
    if (this.#state === "steady") return maxInFlight;
    return this.#state === "probing" ? 1 : 0;
  }
}
