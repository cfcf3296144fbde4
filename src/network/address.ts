/**
 * Addresses of brokers as people write them.
 *
 * @module
 */

import type { Address } from "../transport/transport.ts";
import { show } from "../internal/options.ts";

/** The port that Kafka listens on unless told otherwise. */
export const DEFAULT_PORT: number = 9092;

/**
 * Parses one address: `host`, `host:port`, `1.2.3.4:9092`, `[::1]:9092`, or a
 * bare IPv6 address without a port.
 *
 * @param text The address; blanks around it do not matter.
 * @param option The option it came from, for the error.
 * @returns The host without brackets, and the port.
 * @throws {TypeError} When it is no address, naming the option and the value.
 */
export function parseAddress(text: string, option: string = "brokers"): Address {
  const trimmed = text.trim();
  const refuse = (rule: string): never => {
    throw new TypeError(
      `Cannot use option "${option}" as ${rule}: current value is ${show(text)}`,
    );
  };
  if (trimmed === "") refuse("an address must not be empty");
  if (trimmed.includes("://")) refuse('an address must be "host:port" without a scheme');
  let host = trimmed;
  let port: string | undefined;
  if (trimmed.startsWith("[")) {
    const end = trimmed.indexOf("]");
    if (end < 0) refuse('an IPv6 address that starts with "[" must end with "]"');
    host = trimmed.slice(1, end);
    const rest = trimmed.slice(end + 1);
    if (rest !== "" && !rest.startsWith(":")) refuse('only ":port" may follow "]"');
    if (rest !== "") port = rest.slice(1);
    if (!host.includes(":")) refuse("only an IPv6 address goes into brackets");
  } else if (trimmed.indexOf(":") === trimmed.lastIndexOf(":") && trimmed.includes(":")) {
    const colon = trimmed.indexOf(":");
    host = trimmed.slice(0, colon);
    port = trimmed.slice(colon + 1);
  }
  if (host === "" || /[\s/@[\],]/.test(host)) refuse('an address must be "host:port"');
  if (host.includes(":") && !looksLikeIpv6(host)) {
    refuse('an address with several ":" must be an IPv6 address');
  }
  if (port === undefined) return { host, port: DEFAULT_PORT };
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number < 1 || number > 65535) refuse("the port must be from 1 to 65535");
  return { host, port: number };
}

/** Enough to tell an IPv6 address from a slip of the pen; the network judges the rest. */
function looksLikeIpv6(host: string): boolean {
  const [address] = host.split("%");
  if (!/^[0-9a-fA-F:]+(\d+\.\d+\.\d+\.\d+)?$/.test(address)) return false;
  const groups = address.split(":").length + (address.includes(".") ? 1 : 0);
  return address.includes("::") ? groups <= 9 : groups === 8;
}
