/**
 * How long a producer keeps the process alive.
 *
 * @module
 */

import { deferred } from "../internal/deferred.ts";
import type { Environment } from "../internal/environment.ts";

/** Keeps the process alive while anything holds it: records that are not settled, promises that are pending. */
export class ProcessLife {
  readonly #environment: Environment;
  #holds = 0;
  #release: (() => void) | undefined;

  /** @param environment Has a say in the life of the process. */
  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Holds it once more. */
  hold(): void {
    if (this.#holds++ === 0) this.#release = this.#environment.hold();
  }

  /** Ends one hold. */
  release(): void {
    if (--this.#holds > 0) return;
    this.#release?.();
    this.#release = undefined;
  }

  /**
   * Holds it while waiting for something, but no longer than a limit.
   *
   * @param promise What to wait for; it must not reject.
   * @param limitMs The limit, in ms; Infinity for none.
   */
  async within(promise: Promise<void>, limitMs: number): Promise<void> {
    this.hold();
    if (limitMs === Infinity) await promise;
    else {
      const tooLate = deferred<void>();
      const timer = this.#environment.clock.setTimer(tooLate.resolve, limitMs);
      await Promise.race([promise, tooLate.promise]);
      timer.cancel();
    }
    this.release();
  }
}
