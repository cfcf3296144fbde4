/**
 * How fast a reader reads.
 *
 * @module
 */

import type { Clock } from "../internal/environment.ts";

/** For how long bytes are counted before the rate is taken anew, in ms. */
const WINDOW_MS = 100;

/** Measures bytes per millisecond over the last moments. */
export class DrainMeter {
  readonly #clock: Clock;
  #since: number;
  #bytes = 0;
  #rate = 0;

  /** @param clock Time. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.monotonic();
  }

  /**
   * Counts bytes.
   *
   * @param bytes How many were handed out.
   */
  add(bytes: number): void {
    this.#bytes += bytes;
    this.#roll();
  }

  /** Bytes per ms; 0 when nothing was handed out of late. */
  get rate(): number {
    this.#roll();
    return this.#rate;
  }

  #roll(): void {
    const spent = this.#clock.monotonic() - this.#since;
    if (spent < WINDOW_MS) return;
    this.#rate = this.#bytes / spent;
    this.#bytes = 0;
    this.#since += spent;
  }
}
