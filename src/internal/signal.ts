/**
 * Helpers around `AbortSignal`: listeners that are always taken off again, and
 * one wording for what was given up.
 *
 * @module
 */

import { AbortedError } from "../errors.ts";

/**
 * Makes the error of an action that was given up.
 *
 * @param signal The signal that fired; its reason becomes the cause.
 * @param action What was given up, to follow "Cannot", such as `connect to "a:9092"`.
 * @returns The error, to be thrown by the caller.
 */
export function abortedError(signal: AbortSignal, action: string): AbortedError {
  return new AbortedError(`Cannot ${action} as the signal was aborted`, { cause: signal.reason });
}

/**
 * Throws when the signal has fired.
 *
 * @param signal The signal, if there is one.
 * @param action What would be done, to follow "Cannot".
 * @throws {AbortedError} When the signal has fired.
 */
export function throwIfAborted(signal: AbortSignal | undefined, action: string): void {
  if (signal?.aborted) throw abortedError(signal, action);
}

/**
 * Runs a function when the signal fires, at once when it already has.
 *
 * @param signal The signal, if there is one.
 * @param callback What to run, at most once.
 * @returns What takes the listener off again; calling it twice, or after the signal fired, is fine.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return nothing;
  if (signal.aborted) {
    callback();
    return nothing;
  }
  // A listener of its own: the platform adds the same function only once, so
  // that two users of one callback would take off each other's.
  const listener = () => callback();
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}

/**
 * Waits for a promise, but no longer than until the signal fires. The promise
 * itself goes on, and its rejection after that is not reported as unhandled.
 *
 * @param promise What to wait for.
 * @param signal The signal, if there is one.
 * @param action What is being done, to follow "Cannot".
 * @returns What the promise gives.
 * @throws {AbortedError} In the same turn in which the signal fires.
 */
export function abortable<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
  action: string,
): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    const detach = onAbort(signal, () => reject(abortedError(signal, action)));
    promise.then(
      (value) => {
        detach();
        resolve(value);
      },
      (error: unknown) => {
        detach();
        reject(error);
      },
    );
  });
}

function nothing(): void {}
