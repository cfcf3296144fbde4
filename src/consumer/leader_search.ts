/**
 * Keeps asking for the metadata of what cannot be read without it.
 *
 * @module
 */

import type { Timer } from "../internal/environment.ts";
import { type ConsumerContext, retryDelay } from "./context.ts";

/** What the search asks of its engine. */
export interface SearchHost extends ConsumerContext {
  /** The topics that are missing, or that have partitions without a leader. */
  leaderless(): ReadonlySet<string>;
}

/**
 * Refreshes the metadata with backoff as long as a topic is missing or a
 * partition has no leader: nobody else would, since nothing is sent for them
 * that could fail.
 */
export class LeaderSearch {
  readonly #host: SearchHost;
  #tries = 0;
  #timer: Timer | undefined;

  /** @param host The engine. */
  constructor(host: SearchHost) {
    this.#host = host;
  }

  /** Looks whether there is something to search for. */
  check(): void {
    if (this.#host.leaderless().size === 0) this.stop();
    else this.#timer ??= this.#arm();
  }

  /** Ends the search. */
  stop(): void {
    this.#tries = 0;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #arm(): Timer {
    const { clock } = this.#host.cluster.environment;
    return clock.setTimer(() => {
      this.#timer = undefined;
      const topics = this.#host.leaderless();
      if (topics.size === 0) return;
      this.#host.cluster.invalidate("topics or leaders are missing", topics);
      // Armed again at once: a refresh that fails changes nothing, and nobody would look again.
      this.#timer = this.#arm();
    }, retryDelay(this.#host, ++this.#tries));
  }
}
