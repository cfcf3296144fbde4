/**
 * Leaves out what aborted transactions wrote.
 *
 * @module
 */

/** A transaction that was aborted, as a fetch answer lists it. */
export interface AbortedTransaction {
  /** Who wrote it. */
  readonly producerId: bigint;
  /** The offset of its first record in this partition. */
  readonly firstOffset: bigint;
}

/** What the filter looks at in a batch. */
export interface TransactionalBatch {
  /** The offset of its last record. */
  readonly lastOffset: bigint;
  /** Who wrote it, -1 for nobody in particular. */
  readonly producerId: bigint;
  /** Whether it belongs to a transaction. */
  readonly isTransactional: boolean;
  /** Whether it is a marker. */
  readonly isControl: boolean;
}

/**
 * The filter for the batches of one fetch answer, which must be given to it in
 * their order.
 *
 * A producer has one transaction at a time in a partition: from the first
 * offset that the answer lists for it up to the abort marker, everything
 * transactional of that producer is left out. The same producer may occur
 * again after that.
 */
export class AbortedTransactionFilter {
  /** Those that start behind the batches seen so far, the next one last. */
  readonly #ahead: AbortedTransaction[];
  readonly #open = new Set<bigint>();

  /** @param aborted What the answer lists, in any order. */
  constructor(aborted: readonly AbortedTransaction[]) {
    this.#ahead = [...aborted].sort((a, b) =>
      a.firstOffset < b.firstOffset ? 1 : a.firstOffset > b.firstOffset ? -1 : 0
    );
  }

  /**
   * Tells whether a batch is to be left out, and moves on past it.
   *
   * @param batch The next batch.
   * @param isAbort Whether it is an abort marker; only asked of control batches.
   */
  leavesOut(batch: TransactionalBatch, isAbort: () => boolean): boolean {
    if (batch.producerId < 0n) return false;
    for (
      let next = this.#ahead.at(-1);
      next !== undefined && next.firstOffset <= batch.lastOffset;
      next = this.#ahead.at(-1)
    ) {
      this.#open.add(next.producerId);
      this.#ahead.pop();
    }
    if (batch.isControl) {
      if (this.#open.size > 0 && isAbort()) this.#open.delete(batch.producerId);
      return true;
    }
    return batch.isTransactional && this.#open.has(batch.producerId);
  }
}
