/**
 * How many bytes a producer may hold.
 *
 * @module
 */

/** Counts the bytes that are held against a limit. */
export class ByteBudget {
  readonly #limit: number;
  readonly #onFreed: () => void;
  #used = 0;

  /**
   * @param limit How many bytes may be held.
   * @param onFreed Called whenever bytes were given back.
   */
  constructor(limit: number, onFreed: () => void) {
    this.#limit = limit;
    this.#onFreed = onFreed;
  }

  /** How many bytes are held. */
  get used(): number {
    return this.#used;
  }

  /** How many bytes may be held. */
  get limit(): number {
    return this.#limit;
  }

  /**
   * Tells whether so many bytes more may be held. Whoever is alone may go past
   * the limit: a buffer is as large as the next power of two.
   *
   * @param bytes How many.
   */
  fits(bytes: number): boolean {
    return this.#used + bytes <= this.#limit || this.#used === 0;
  }

  /**
   * Counts bytes that are held from now on.
   *
   * @param bytes How many.
   */
  take(bytes: number): void {
    this.#used += bytes;
  }

  /**
   * Counts bytes for others, at the same moment.
   *
   * @param from How many are no longer held.
   * @param to How many are held from now on.
   */
  exchange(from: number, to: number): void {
    this.#used += to - from;
  }

  /**
   * Counts bytes that are no longer held.
   *
   * @param bytes How many.
   */
  give(bytes: number): void {
    this.#used -= bytes;
    this.#onFreed();
  }
}
