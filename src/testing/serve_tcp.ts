/**
 * Listens on real sockets, through `node:net`, which Deno and Bun have as well.
 *
 * @module
 */

import { ConnectionError } from "../errors.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { loadNet } from "../transport/builtins.ts";
import { formatAddress } from "../transport/failure.ts";
import { Lifetime } from "../transport/lifetime.ts";
import { SocketTransport } from "../transport/node.ts";
import type { Address, Transport } from "../transport/transport.ts";
import type { Listener } from "./broker.ts";

const BACKLOG = 1024;

/** How a socket listens. */
export interface ServeTcpOptions {
  /** Where; port 0 takes a free one. */
  readonly address: Address;
  /** Is given each connection. */
  readonly onConnection: (transport: Transport) => void;
  /** Where the listener is registered while it is open. */
  readonly resources: ResourceRegistry;
  /** Whether it keeps the process alive. */
  readonly keepAlive: boolean;
}

/**
 * Listens on a socket.
 *
 * @param options Where and how.
 * @returns The listener.
 * @throws {ConnectionError} When it cannot listen there.
 */
export async function serveTcp(options: ServeTcpOptions): Promise<Listener> {
  const { address, onConnection, resources } = options;
  const net = await loadNet();
  const server = net.createServer({ allowHalfOpen: true, noDelay: true });
  server.on("connection", (socket) => {
    const peer = formatAddress({
      host: socket.remoteAddress ?? "unknown",
      port: socket.remotePort ?? 0,
    });
    onConnection(new SocketTransport(socket, new Lifetime(peer, resources)));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", (cause) => {
      reject(
        new ConnectionError(`Cannot listen at "${formatAddress(address)}"`, {
          code: "LISTEN_FAILED",
          retriable: false,
          cause,
        }),
      );
    });
    server.listen({ ...address, backlog: BACKLOG }, () => {
      const bound = server.address();
      resolve(typeof bound === "object" && bound !== null ? bound.port : address.port);
    });
  });
  if (!options.keepAlive) server.unref();
  const untrack = resources.track("listener", formatAddress({ host: address.host, port }));
  let closing: Promise<void> | undefined;
  return {
    address: { host: address.host, port },
    close: () => {
      closing ??= new Promise<void>((resolve) => {
        server.close(() => {
          untrack();
          resolve();
        });
      });
      return closing;
    },
  };
}
