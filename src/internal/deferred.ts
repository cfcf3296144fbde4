/**
 * A promise together with what settles it.
 *
 * @module
 */

/** A promise together with what settles it. */
export interface Deferred<T> {
  /** Settles when `resolve` or `reject` is called first. */
  readonly promise: Promise<T>;
  /** Fulfils the promise. Without effect once it is settled. */
  readonly resolve: (value: T | PromiseLike<T>) => void;
  /** Rejects the promise. Without effect once it is settled. */
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes a pending promise that its owner settles.
 *
 * It stands in for `Promise.withResolvers`, which Node 20 lacks.
 *
 * @returns The promise and the functions that settle it.
 */
export function deferred<T>(): Deferred<T> {
  let resolve!: (value: T | PromiseLike<T>) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}
