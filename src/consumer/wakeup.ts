/**
 * A bell for a loop that sleeps.
 *
 * @module
 */

import type { Clock, Timer } from "../internal/environment.ts";

/**
 * Lets loops sleep until there is something to do. A ring while nobody sleeps
 * is kept for the next sleeper, so that none is lost between looking and
 * sleeping.
 */
export class Wakeup {
  readonly #clock: Clock;
  #rung = false;
  #sleepers: (() => void)[] = [];

  /** @param clock Where timers come from. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Wakes all sleepers, or the next one. */
  ring(): void {
    if (this.#sleepers.length === 0) {
      this.#rung = true;
      return;
    }
    const sleepers = this.#sleepers;
    this.#sleepers = [];
    for (const wake of sleepers) wake();
  }

  /**
   * Sleeps until the bell rings.
   *
   * @param ms The longest sleep; `Infinity` sets no timer.
   * @returns When it is time to look again.
   */
  sleep(ms: number = Infinity): Promise<void> {
    if (this.#rung || ms <= 0) {
      this.#rung = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      let timer: Timer | undefined;
      const wake = () => {
        timer?.cancel();
        resolve();
      };
      this.#sleepers.push(wake);
      if (ms !== Infinity) {
        timer = this.#clock.setTimer(() => {
          const index = this.#sleepers.indexOf(wake);
          if (index >= 0) this.#sleepers.splice(index, 1);
          resolve();
        }, Math.ceil(ms));
      }
    });
  }
}
