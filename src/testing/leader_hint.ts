/**
 * The leaders that Produce and Fetch responses name when a client asked another broker (KIP-951).
 *
 * @module
 */

import type { RequestContext } from "./handler.ts";
import { NO_LEADER, type Partition } from "./partition.ts";

/** A broker's address in a response. */
export interface NodeEndpoint {
  /** Its id. */
  readonly nodeId: number;
  /** Its host. */
  readonly host: string;
  /** Its port. */
  readonly port: number;
  /** Its rack. */
  readonly rack: string | null;
}

/** A leader in a response. */
export interface LeaderHint {
  /** Its id. */
  readonly leaderId: number;
  /** Its epoch. */
  readonly leaderEpoch: number;
}

/** Collects the leaders of one response. */
export class LeaderHints {
  readonly #context: RequestContext;
  readonly #endpoints = new Map<number, NodeEndpoint>();

  /** @param context Who asks. */
  constructor(context: RequestContext) {
    this.#context = context;
  }

  /** The addresses of the leaders. */
  get endpoints(): NodeEndpoint[] {
    return [...this.#endpoints.values()];
  }

  /**
   * Notes the leader of a partition.
   *
   * @param partition The partition.
   * @returns What its answer says about it.
   */
  add(partition: Partition): LeaderHint {
    const { leader, leaderEpoch } = partition;
    if (leader !== NO_LEADER) {
      const broker = this.#context.cluster.broker(leader);
      const { host, port } = broker.advertised(this.#context.listener);
      this.#endpoints.set(leader, { nodeId: leader, host, port, rack: broker.rack });
    }
    return { leaderId: leader, leaderEpoch };
  }
}
