/**
 * Waiting on the injected clock.
 *
 * @module
 */

import type { Clock } from "../internal/environment.ts";
import { onAbort } from "../internal/signal.ts";

/**
 * Waits.
 *
 * @param clock The clock.
 * @param ms For how long.
 * @param signal Ends the wait early.
 * @returns A promise that rejects with the signal's reason when it fires.
 */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = clock.setTimer(() => {
      detach();
      resolve();
    }, ms);
    const detach = onAbort(signal, () => {
      timer.cancel();
      reject(signal.reason);
    });
  });
}
