/**
 * What has become of the attempts to reach a cluster, address by address.
 *
 * @module
 */

import { AuthenticationError, ConnectionError, KafkaError } from "../errors.ts";
import type { Clock } from "../internal/environment.ts";
import { reasonOf } from "../network/reason.ts";

interface AttemptRecord {
  startedAt: number;
  error: unknown;
  pending: boolean;
}

/** Keeps the latest attempt for each address, since the cluster was reached last. */
export class AttemptLog {
  readonly #clock: Clock;
  readonly #attempts = new Map<string, AttemptRecord>();

  /** @param clock Time. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * An attempt starts. What is known of the one before stays until this one ends.
   *
   * @param address The address.
   */
  start(address: string): void {
    const before = this.#attempts.get(address);
    this.#attempts.set(address, {
      startedAt: this.#clock.monotonic(),
      error: before?.error,
      pending: true,
    });
  }

  /**
   * An attempt failed.
   *
   * @param address The address.
   * @param error Why.
   */
  fail(address: string, error: unknown): void {
    const attempt = this.#attempts.get(address);
    if (attempt === undefined) return;
    attempt.error = error;
    attempt.pending = false;
  }

  /** The cluster was reached: all is forgotten. */
  clear(): void {
    this.#attempts.clear();
  }

  /** Whether every attempt failed in a way that no repetition mends. */
  get hopeless(): boolean {
    if (this.#attempts.size === 0) return false;
    for (const { error, pending } of this.#attempts.values()) {
      if (pending || !(error instanceof KafkaError) || error.retriable) return false;
    }
    return true;
  }

  /**
   * Makes the error that tells what was tried.
   *
   * @returns A ConnectionError that lists every address and why it failed; an
   * AuthenticationError itself, when it is all that went wrong.
   */
  error(): KafkaError {
    const attempts = [...this.#attempts.entries()];
    const errors = attempts.map(([, { error }]) => error).filter((error) => error !== undefined);
    const [first] = errors;
    if (
      first instanceof AuthenticationError && errors.length === attempts.length &&
      errors.every((error) => error instanceof AuthenticationError)
    ) return first;
    const list = attempts.map(([address, attempt]) => `${address} (${this.#describe(attempt)})`);
    return new ConnectionError(
      `Cannot reach the cluster: ${
        list.length === 0 ? "no address was tried yet" : list.join(", ")
      }`,
      {
        code: "CLUSTER_UNREACHABLE",
        retriable: !this.hopeless,
        cause: errors.length > 1 ? new AggregateError(errors, "Every address failed") : first,
      },
    );
  }

  #describe({ startedAt, error, pending }: AttemptRecord): string {
    if (error !== undefined) return reasonOf(error).replace(/^the /, "");
    if (!pending) return "given up";
    return `no answer for ${Math.round(this.#clock.monotonic() - startedAt)} ms`;
  }
}
