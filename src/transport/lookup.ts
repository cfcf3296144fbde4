/**
 * The addresses of a name, by the runtime's resolver.
 *
 * @module
 */

/** The little of `node:dns/promises` that is used here. */
interface Dns {
  lookup(host: string, options: { all: true }): Promise<{ readonly address: string }[]>;
}

/**
 * Finds all IP addresses of a name, as the system orders them. All three
 * runtimes have this module; it is loaded when it is needed first.
 *
 * @param host The name; an IP address gives itself.
 * @returns The addresses.
 */
export async function lookupAll(host: string): Promise<string[]> {
  // Not a literal: a bundle for a browser, which has no such module, can then be built.
  const specifier = "node:dns/promises";
  const dns = await import(specifier) as Dns;
  const found = await dns.lookup(host, { all: true });
  return found.map(({ address }) => address);
}
