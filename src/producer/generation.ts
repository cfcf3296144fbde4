/**
 * What a flush waits for: the records that were accepted before it.
 *
 * @module
 */

/** The records between two flushes. */
export interface Generation {
  /** How many of its records are not settled. */
  readonly open: number;
  /** A record joins. */
  joined(): void;
  /**
   * Records were settled.
   *
   * @param count How many.
   */
  settled(count: number): void;
}

class Span implements Generation {
  open = 0;
  readonly waiters: (() => void)[] = [];
  readonly #owner: Generations;

  constructor(owner: Generations) {
    this.#owner = owner;
  }

  joined(): void {
    this.open++;
    this.#owner.changed(1);
  }

  settled(count: number): void {
    if (count === 0) return;
    this.open -= count;
    this.#owner.changed(-count);
  }
}

/** All generations that have open records, oldest first; a flush ends one and waits for it and those before. */
export class Generations {
  #spans: Span[] = [new Span(this)];
  #open = 0;
  readonly #onBusy: () => void;
  readonly #onIdle: () => void;

  /**
   * @param onBusy Called when the first record is open.
   * @param onIdle Called when the last open record was settled.
   */
  constructor(onBusy: () => void, onIdle: () => void) {
    this.#onBusy = onBusy;
    this.#onIdle = onIdle;
  }

  /** The one that new records join. */
  get current(): Generation {
    return this.#spans[this.#spans.length - 1];
  }

  /** How many records are not settled. */
  get open(): number {
    return this.#open;
  }

  /**
   * Waits for every record so far; later ones do not delay it.
   *
   * @returns Resolves when all of them are settled.
   */
  drained(): Promise<void> {
    if (this.#open === 0) return Promise.resolve();
    const last = this.#spans[this.#spans.length - 1];
    this.#spans.push(new Span(this));
    return new Promise((resolve) => {
      last.waiters.push(resolve);
      this.#sweep();
    });
  }

  /**
   * Takes note that records joined or were settled; for generations alone.
   *
   * @param by How many more are open.
   */
  changed(by: number): void {
    const before = this.#open;
    this.#open += by;
    if (before === 0 && by > 0) this.#onBusy();
    if (by < 0) {
      this.#sweep();
      if (this.#open === 0) this.#onIdle();
    }
  }

  #sweep(): void {
    while (this.#spans[0].open === 0 && this.#spans.length > 1) {
      for (const resolve of (this.#spans.shift() as Span).waiters) resolve();
    }
  }
}
