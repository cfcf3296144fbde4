/**
 * The bytes that a consumer may hold: reserved before they are asked for,
 * given back when they were handed out.
 *
 * @module
 */

/** Somebody who wants credit and is told when there is some. */
export interface CreditTaker {
  /** Says that a {@linkcode FetchCredit.reserve} may succeed now. */
  wake(): void;
}

/**
 * A budget of bytes. Takers that find too little are served in the order in
 * which they first came, so that a busy broker cannot keep it all.
 */
export class FetchCredit {
  /** The whole budget. */
  readonly total: number;
  #free: number;
  /** Who waits, and for how much at least; in the order of coming. */
  readonly #waiting = new Map<CreditTaker, number>();

  /** @param total The budget in bytes. */
  constructor(total: number) {
    this.total = total;
    this.#free = total;
  }

  /**
   * What is left. Negative when a broker sent a batch that is larger than what
   * was asked for, which it must, or nobody could ever read it.
   */
  get free(): number {
    return this.#free;
  }

  /** How many takers wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Takes credit, or gets in line for it.
   *
   * @param taker Who asks.
   * @param least The least that is of use.
   * @param most The most that is of use.
   * @returns How much was taken; 0 when the taker has to wait. It is woken when its turn has come.
   */
  reserve(taker: CreditTaker, least: number, most: number): number {
    const first = this.#first();
    if (this.#free < least || (first !== undefined && first !== taker)) {
      this.#waiting.set(taker, least);
      return 0;
    }
    this.#waiting.delete(taker);
    const taken = Math.min(most, this.#free);
    this.#free -= taken;
    this.#wakeFirst();
    return taken;
  }

  /**
   * Leaves the line.
   *
   * @param taker Who waited; it is fine if it did not.
   */
  leave(taker: CreditTaker): void {
    if (this.#waiting.delete(taker)) this.#wakeFirst();
  }

  /**
   * Gives credit back. A negative number takes what had not been reserved.
   *
   * @param bytes How much.
   */
  give(bytes: number): void {
    if (bytes === 0) return;
    this.#free += bytes;
    this.#wakeFirst();
  }

  #first(): CreditTaker | undefined {
    for (const taker of this.#waiting.keys()) return taker;
    return undefined;
  }

  /** The first in line stays first until it has reserved or left. */
  #wakeFirst(): void {
    for (const [taker, least] of this.#waiting) {
      if (this.#free >= least) taker.wake();
      return;
    }
  }
}
