/**
 * Which broker each partition is read from.
 *
 * @module
 */

import { BrokerFetcher, type FetcherHost } from "./fetcher.ts";
import type { Partition } from "./partition.ts";

/** How long saying good-bye to a broker may take, in ms. */
const GOODBYE_MS = 1_000;

/** Hands partitions to the fetchers of their brokers, which come and go with them. */
export class Placement {
  readonly #host: FetcherHost;
  readonly #fetchers = new Map<number, BrokerFetcher>();
  readonly #stopping = new Set<Promise<void>>();

  /** @param host The engine. */
  constructor(host: FetcherHost) {
    this.#host = host;
  }

  /** How many brokers are read from. */
  get fetcherCount(): number {
    return this.#fetchers.size;
  }

  /**
   * Hands a partition to the broker that it is to be read from: the preferred
   * replica as long as that is known, or the leader. Wakes its fetcher in any case.
   *
   * @param partition The partition.
   */
  place(partition: Partition): void {
    if (partition.phase === "revoked") return;
    const { cluster } = this.#host;
    const now = cluster.environment.clock.monotonic();
    const { preferred } = partition;
    if (
      preferred !== undefined &&
      (preferred.until <= now || !cluster.metadata.brokers.has(preferred.nodeId))
    ) {
      partition.preferred = undefined;
    }
    const nodeId = partition.preferred?.nodeId ?? partition.leader;
    const fetcher = this.#fetchers.get(nodeId);
    if (fetcher?.partitions.has(partition)) {
      fetcher.wake();
      return;
    }
    if (this.displace(partition)) partition.outdate();
    if (nodeId < 0) return;
    const next = fetcher ?? new BrokerFetcher(this.#host, nodeId);
    if (fetcher === undefined) this.#fetchers.set(nodeId, next);
    next.partitions.add(partition);
    next.wake();
  }

  /**
   * Takes a partition from its fetcher; one that has none left ends.
   *
   * @param partition The partition.
   * @returns Whether it had one.
   */
  displace(partition: Partition): boolean {
    for (const [nodeId, fetcher] of this.#fetchers) {
      if (!fetcher.partitions.delete(partition)) continue;
      if (fetcher.partitions.size === 0) {
        this.#fetchers.delete(nodeId);
        this.#stopFetcher(fetcher);
      }
      return true;
    }
    return false;
  }

  #stopFetcher(fetcher: BrokerFetcher): void {
    const limitMs = Math.min(GOODBYE_MS, this.#host.options.closeTimeoutMs);
    const stopping = fetcher.stop(limitMs).finally(() => this.#stopping.delete(stopping));
    this.#stopping.add(stopping);
  }

  /**
   * Stops everything.
   *
   * @returns When every loop has ended.
   */
  async stop(): Promise<void> {
    for (const fetcher of this.#fetchers.values()) this.#stopFetcher(fetcher);
    this.#fetchers.clear();
    await Promise.all(this.#stopping);
  }
}
