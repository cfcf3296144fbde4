/**
 * Waiting on the injected clock.
 *
 * @module
 */

import type { Clock } from "./environment.ts";
import { onAbort } from "./signal.ts";

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

/**
 * Waits for a promise, but not for longer than a limit. The promise itself goes on.
 *
 * @param clock The clock.
 * @param promise What to wait for.
 * @param ms The limit.
 * @param late Makes the error when the limit is reached first.
 * @returns What the promise gives.
 */
export function within<T>(
  clock: Clock,
  promise: Promise<T>,
  ms: number,
  late: () => Error,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = clock.setTimer(() => reject(late()), ms);
    promise.then((value) => {
      timer.cancel();
      resolve(value);
    }, (error: unknown) => {
      timer.cancel();
      reject(error);
    });
  });
}
