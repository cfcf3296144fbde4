/**
 * Transports over TLS, by `node:tls` on all three runtimes: the native TLS of
 * Deno ignores client certificates in silence where it is given a socket, and
 * Bun's is connected before the certificate was verified.
 *
 * @module
 */

import type { ResourceRegistry } from "../internal/resources.ts";
import { loadNet, loadTls, type NodeTlsOptions } from "./builtins.ts";
import { openSocket, socketOptions } from "./node.ts";
import type { Address, ConnectOptions, Connector, TlsOptions, Transport } from "./transport.ts";

/**
 * Makes a connector that protects its connections with TLS.
 *
 * @param resources Where its connections are registered while they are open.
 * @returns The connector. Without `tls` in its options it trusts the runtime's own authorities.
 */
export function tlsConnector(resources?: ResourceRegistry): Connector {
  return async (address: Address, options: ConnectOptions = {}): Promise<Transport> => {
    const [net, tls] = await Promise.all([loadNet(), loadTls()]);
    const isName = net.isIP(address.host) === 0;
    return await openSocket({
      address,
      open: () => tls.connect(tlsSocketOptions(address, options.tls ?? {}, isName)),
      ready: "secureConnect",
      signal: options.signal,
      resources,
    });
  };
}

function tlsSocketOptions(address: Address, tls: TlsOptions, isName: boolean): NodeTlsOptions {
  const options: NodeTlsOptions = {
    ...socketOptions(address),
    minVersion: "TLSv1.2",
    rejectUnauthorized: true,
  };
  // An address of numbers is verified as such, but has no place in SNI (RFC 6066).
  const serverName = tls.serverName ?? (isName ? address.host : undefined);
  if (serverName !== undefined) options.servername = serverName;
  if (tls.ca !== undefined) options.ca = tls.ca;
  if (tls.cert !== undefined) options.cert = tls.cert;
  if (tls.key !== undefined) options.key = tls.key;
  if (tls.passphrase !== undefined) options.passphrase = tls.passphrase;
  return options;
}
