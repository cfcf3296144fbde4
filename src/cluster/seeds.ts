/**
 * The bootstrap addresses.
 *
 * @module
 */

import type { ConnectionTarget } from "../network/handshake.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Address } from "../transport/transport.ts";
import type { Lookup, ResolvedClientOptions } from "./options.ts";

/** The bootstrap addresses, numbered downwards from -1 so that they share the space of node ids. */
export class Seeds {
  readonly #options: ResolvedClientOptions;
  readonly #targets = new Map<number, ConnectionTarget>();
  readonly #ids = new Map<string, number>();

  /** @param options The client's options. */
  constructor(options: ResolvedClientOptions) {
    this.#options = options;
  }

  /**
   * Where a seed is.
   *
   * @param id Its number.
   * @returns The target, or `undefined` for a number that was never given.
   */
  target(id: number): ConnectionTarget | undefined {
    return this.#targets.get(id);
  }

  /**
   * All seeds, with names looked up anew when that is asked for.
   *
   * @returns Their numbers, in the order of the option; the same address keeps its number.
   */
  async ids(): Promise<readonly number[]> {
    const { brokers, bootstrapLookup } = this.#options;
    if (bootstrapLookup === "first") return brokers.map((address) => this.#idOf(address));
    const found = await Promise.all(brokers.map((address) => this.#lookUp(address)));
    return [...new Set(found.flat())];
  }

  async #lookUp(address: Address): Promise<number[]> {
    try {
      const lookup = this.#options.lookup ?? await defaultLookup();
      const hosts = await lookup(address.host);
      if (hosts.length > 0) {
        return hosts.map((host) => this.#idOf({ host, port: address.port }, address.host));
      }
    } catch {
      // The name itself goes to the connector, whose error says what is wrong with it.
    }
    return [this.#idOf(address)];
  }

  #idOf(address: Address, serverName?: string): number {
    const key = `${formatAddress(address)} ${serverName ?? ""}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = -1 - this.#ids.size;
      this.#ids.set(key, id);
      this.#targets.set(id, serverName === undefined ? { address } : { address, serverName });
    }
    return id;
  }
}

async function defaultLookup(): Promise<Lookup> {
  const { lookupAll } = await import("../transport/lookup.ts");
  return lookupAll;
}
