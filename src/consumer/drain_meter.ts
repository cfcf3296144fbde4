/**
 * How fast a reader reads.
 *
 * @module
 */

import type { Clock } from "../internal/environment.ts";

/** For how long bytes are counted before the rate is taken anew, in ms. */
const WINDOW_MS = 100;

/**
 * Measures bytes per millisecond over the last moments in which there was
 * something to read: a reader that waits for data is not a slow reader.
 */
export class DrainMeter {
  readonly #clock: Clock;
  /** When the running window was last looked at; `undefined` while there is nothing to read. */
  #since: number | undefined;
  #spent = 0;
  #bytes = 0;
  #rate: number | undefined;

  /** @param clock Time. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** There is something to read. */
  start(): void {
    this.#since ??= this.#clock.monotonic();
  }

  /** There is nothing to read. */
  stop(): void {
    this.#roll();
    this.#since = undefined;
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

  /** Bytes per ms; `undefined` as long as there is too little to tell. */
  get rate(): number | undefined {
    this.#roll();
    return this.#rate;
  }

  #roll(): void {
    if (this.#since === undefined) return;
    const now = this.#clock.monotonic();
    this.#spent += now - this.#since;
    this.#since = now;
    if (this.#spent < WINDOW_MS) return;
    this.#rate = this.#bytes / this.#spent;
    this.#bytes = 0;
    this.#spent = 0;
  }
}
