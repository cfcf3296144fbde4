/**
 * Trying several ways at once, a little apart.
 *
 * @module
 */

import { TimeoutError } from "../errors.ts";
import type { Clock, Timer } from "../internal/environment.ts";
import { onAbort } from "../internal/signal.ts";

/** How to race. */
export interface RaceOptions {
  /** Time. */
  readonly clock: Clock;
  /** How long one try may be silent until the next one starts beside it, in ms. */
  readonly staggerMs: number;
  /** How long to wait for any of them once the last one is under way, in ms. */
  readonly patienceMs: number;
  /** Gives all of them up. */
  readonly signal: AbortSignal;
}

/** One way to try. It has to settle soon after its signal fired. */
export type Attempt<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Tries one way after the other: the next as soon as one fails, or beside it
 * when it stays silent. A host that is suspended still completes a TCP
 * handshake, so that silence is all there is to see.
 *
 * @param attempts The ways, best first; there is at least one.
 * @param options How to race.
 * @returns What the first success gives; the others are given up.
 * @throws {AggregateError} Of all errors, in the order of the ways, when all have failed or been silent for too long.
 * @throws The signal's reason, when it fires first.
 */
export function race<T>(attempts: readonly Attempt<T>[], options: RaceOptions): Promise<T> {
  const { clock, staggerMs, patienceMs, signal } = options;
  return new Promise<T>((resolve, reject) => {
    const controllers: AbortController[] = [];
    const errors: unknown[] = [];
    let failed = 0;
    let over = false;
    let timer: Timer | undefined;
    const end = (reason?: TimeoutError) => {
      over = true;
      timer?.cancel();
      detach();
      for (const [index, controller] of controllers.entries()) {
        if (reason !== undefined) errors[index] ??= reason;
        controller.abort(reason);
      }
    };
    const detach = onAbort(signal, () => {
      if (over) return;
      // Here `detach` may not be assigned yet: an aborted signal runs this at once.
      over = true;
      timer?.cancel();
      for (const controller of controllers) controller.abort(signal.reason);
      reject(signal.reason);
    });
    const startNext = () => {
      const index = controllers.length;
      if (over || index >= attempts.length) return;
      timer?.cancel();
      const controller = new AbortController();
      controllers.push(controller);
      timer = index + 1 < attempts.length
        ? clock.setTimer(startNext, staggerMs)
        : clock.setTimer(giveUp, patienceMs);
      attempts[index](controller.signal).then((value) => {
        if (over) return;
        end();
        resolve(value);
      }, (error: unknown) => {
        if (over) return;
        errors[index] = error;
        failed++;
        if (failed < attempts.length) {
          // Only the newest one is waited for; an older one that fails late changes nothing.
          if (index === controllers.length - 1) startNext();
          return;
        }
        end();
        reject(new AggregateError(errors, "Every attempt failed"));
      });
    };
    const giveUp = () => {
      end(new TimeoutError(`Cannot wait for longer than ${patienceMs} ms`));
      reject(new AggregateError(errors, "Every attempt failed"));
    };
    startNext();
  });
}
