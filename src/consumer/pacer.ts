/**
 * Gives the event loop a turn now and then, so that a fast reader starves
 * nobody.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";

/** For how long a reader may run before timers and sockets get a turn, in ms. */
const TURN_MS = 5;
/** How long a stretch without a look at the clock should take, in ms. */
const LOOK_MS = 0.5;
/** The most deliveries between two looks at the clock. */
const MAX_STRIDE = 512;

/**
 * Says when a reader has run for long enough. A reader that finds its data
 * already there goes from microtask to microtask, and the event loop stands
 * still for as long as the data lasts: measured, a 50 ms timer was late by
 * seconds.
 *
 * Looking at the clock at each delivery would cost more than the delivery, so
 * the stride between looks follows how long the reader takes for each.
 */
export class Pacer {
  readonly #environment: Environment;
  #left = 1;
  #stride = 1;
  #lookedAt = -Infinity;
  #turnAt = -Infinity;

  /** @param environment The clock, and the turns of the event loop. */
  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Counts one delivery.
   *
   * @returns Whether the event loop should get a turn now.
   */
  due(): boolean {
    if (--this.#left > 0) return false;
    const now = this.#environment.clock.monotonic();
    const spent = now - this.#lookedAt;
    this.#lookedAt = now;
    if (spent < LOOK_MS / 2) this.#stride = Math.min(MAX_STRIDE, this.#stride * 2);
    else if (spent > LOOK_MS) this.#stride = Math.max(1, this.#stride >>> 1);
    this.#left = this.#stride;
    if (this.#turnAt === -Infinity) this.#turnAt = now;
    return now - this.#turnAt >= TURN_MS;
  }

  /** Notes that the event loop had a turn. */
  turned(): void {
    this.#turnAt = this.#lookedAt = this.#environment.clock.monotonic();
  }

  /**
   * Gives the event loop a turn.
   *
   * @returns When it had one.
   */
  async turn(): Promise<void> {
    await this.#environment.macrotask();
    this.turned();
  }
}
