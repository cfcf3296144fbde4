/**
 * One timer for everything that a producer waits for.
 *
 * @module
 */

import type { Clock, Timer } from "../internal/environment.ts";

/** The longest time that platforms' timers can wait, in ms. */
const MAX_TIMER_MS = 0x7fffffff;

/** One timer for everything that a producer waits for: it goes off at the earliest time that was asked for. */
export class Timetable {
  readonly #clock: Clock;
  readonly #onDue: () => void;
  #timer: Timer | undefined;
  #dueAt = Infinity;
  #isStopped = false;

  /**
   * @param clock The clock.
   * @param onDue Called when a time has come; it asks for the next ones.
   */
  constructor(clock: Clock, onDue: () => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /**
   * Asks to be called at a time.
   *
   * @param at On the monotonic clock; Infinity for never.
   */
  wakeAt(at: number): void {
    if (at >= this.#dueAt || this.#isStopped) return;
    this.#timer?.cancel();
    this.#dueAt = at;
    const delayMs = Math.min(MAX_TIMER_MS, Math.max(0, at - this.#clock.monotonic()));
    this.#timer = this.#clock.setTimer(() => {
      this.#timer = undefined;
      this.#dueAt = Infinity;
      this.#onDue();
    }, delayMs);
  }

  /** Ends it. Twice is fine. */
  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
    this.#timer = undefined;
  }
}
