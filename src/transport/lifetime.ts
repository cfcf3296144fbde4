/**
 * How a transport ends, for all adapters: once, with one cause that everybody
 * sees, and not before its socket is released.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { connectionClosed } from "./failure.ts";

/**
 * The end of one transport. It ends by `fail` (the socket broke), by `close`
 * (we gave it up) or by `release` alone (both halves came to their end), and
 * is over for everybody else once it is released.
 */
export class Lifetime {
  /** What the other end is, for messages. */
  readonly peer: string;
  /** Resolves when the socket is released, with what ended the connection, if anything did. */
  readonly closed: Promise<Error | undefined>;
  readonly #released: Deferred<Error | undefined>;
  readonly #untrack: () => void;
  #isReleased = false;
  #isClosed = false;
  #failure: Error | undefined;
  #outcome: Error | undefined;

  /**
   * @param peer What the other end is.
   * @param resources Where the connection is registered while it is open.
   */
  constructor(peer: string, resources: ResourceRegistry | undefined) {
    this.peer = peer;
    this.#untrack = resources?.track("connection", peer) ?? (() => {});
    this.#released = deferred<Error | undefined>();
    this.closed = this.#released.promise;
  }

  /** What reads and writes reject with, once it has failed or was closed. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether our own side gave it up. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether nothing is left of the socket. */
  get isReleased(): boolean {
    return this.#isReleased;
  }

  /**
   * Says that the socket broke.
   *
   * @param error The error.
   * @returns What reads and writes reject with from now on: the first error or cause that there was.
   */
  fail(error: Error): Error {
    if (this.#failure === undefined) {
      this.#failure = error;
      if (!this.#isReleased) this.#outcome = error;
    }
    return this.#failure;
  }

  /**
   * Says that our own side gave it up.
   *
   * @param cause Why, if there is a reason.
   * @returns What reads and writes reject with from now on: the first error or cause that there was.
   */
  close(cause: Error | undefined): Error {
    this.#isClosed = true;
    if (this.#failure === undefined) {
      this.#failure = cause ?? connectionClosed(this.peer);
      if (!this.#isReleased) this.#outcome = cause;
    }
    return this.#failure;
  }

  /** Says that nothing is left of the socket. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#untrack();
    this.#released.resolve(this.#outcome);
  }
}
