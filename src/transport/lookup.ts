/**
 * The addresses of a name, by the runtime's resolver.
 *
 * @module
 */

import { loadDns } from "./builtins.ts";

/**
 * Finds all IP addresses of a name, as the system orders them. All three
 * runtimes have this module; it is loaded when it is needed first.
 *
 * @param host The name; an IP address gives itself.
 * @returns The addresses.
 */
export async function lookupAll(host: string): Promise<string[]> {
  const dns = await loadDns();
  const found = await dns.lookup(host, { all: true });
  return found.map(({ address }) => address);
}
