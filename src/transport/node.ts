/**
 * Transports over sockets of `node:net`, which Deno and Bun have as well.
 * TLS sockets share them: see `tls.ts`.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import { onAbort } from "../internal/signal.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { loadNet, type NodeConnectOptions, type NodeSocket } from "./builtins.ts";
import { connectAborted, connectFailure, connectionLost, formatAddress } from "./failure.ts";
import { Gather } from "./gather.ts";
import { Inbox } from "./inbox.ts";
import { Lifetime } from "./lifetime.ts";
import { concurrentWrite, writeAfterEnd } from "./misuse.ts";
import type { Address, ConnectOptions, Connector, Transport } from "./transport.ts";

/** After how long a silent connection is probed. */
const KEEP_ALIVE_DELAY_MS = 60_000;

/**
 * How long Node tries one address of a name before it goes on to the next.
 * It drops the attempt then, so that its default of 250 ms loses every slow
 * network.
 */
const ATTEMPT_TIMEOUT_MS = 1_000;

/**
 * Makes a connector over `node:net`.
 *
 * @param resources Where its connections are registered while they are open.
 * @returns The connector. It ignores `tls`.
 */
export function nodeConnector(resources?: ResourceRegistry): Connector {
  return async (address: Address, options: ConnectOptions = {}): Promise<Transport> => {
    const net = await loadNet();
    return await openSocket({
      address,
      open: () => net.connect(socketOptions(address)),
      ready: "connect",
      signal: options.signal,
      resources,
    });
  };
}

/**
 * What all our sockets are opened with.
 *
 * @param address Where to.
 * @returns The options of `net.connect`.
 */
export function socketOptions(address: Address): NodeConnectOptions {
  return {
    host: address.host,
    port: address.port,
    allowHalfOpen: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT_MS,
  };
}

/** What {@linkcode openSocket} is given. */
export interface OpenSocketOptions {
  /** Where to. */
  readonly address: Address;
  /** Makes the socket, which begins to connect. */
  readonly open: () => NodeSocket;
  /** The event that tells that the socket is ready. */
  readonly ready: "connect" | "secureConnect";
  /** Aborts the attempt. */
  readonly signal?: AbortSignal | undefined;
  /** Where the connection is registered while it is open. */
  readonly resources?: ResourceRegistry | undefined;
}

/**
 * Opens a socket and waits until it is ready.
 *
 * @param options What to open, and how.
 * @returns The transport.
 * @throws {KafkaError} When it fails or is aborted; the socket is then gone.
 */
export function openSocket(options: OpenSocketOptions): Promise<Transport> {
  const { address, signal } = options;
  return new Promise<Transport>((resolve, reject) => {
    if (signal?.aborted) {
      reject(connectAborted(address, signal));
      return;
    }
    let socket: NodeSocket;
    try {
      socket = options.open();
    } catch (error) {
      reject(connectFailure(address, error));
      return;
    }
    const fail = (error: Error) => {
      detach();
      // What it still says on its way out interests nobody, and would be thrown.
      socket.removeAllListeners("error");
      socket.on("error", () => {});
      socket.destroy();
      reject(error);
    };
    const detach = onAbort(signal, () => fail(connectAborted(address, signal as AbortSignal)));
    socket.on("error", (error) => fail(connectFailure(address, error)));
    socket.on("close", () => {
      fail(
        connectFailure(address, socketError("ECONNRESET", "The socket closed while connecting")),
      );
    });
    socket.on(options.ready, () => {
      detach();
      for (const event of ["error", "close", options.ready]) socket.removeAllListeners(event);
      resolve(new SocketTransport(socket, new Lifetime(formatAddress(address), options.resources)));
    });
    socket.unref();
  });
}

/**
 * Makes an error as the runtime's own sockets give them.
 *
 * @param code Its code, such as `"ECONNRESET"`.
 * @param message What happened.
 * @returns The error.
 */
function socketError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** A transport over a socket of `node:net` or `node:tls` that is connected, and allows half-open connections. */
export class SocketTransport implements Transport {
  readonly #socket: NodeSocket;
  readonly #lifetime: Lifetime;
  readonly #inbox: Inbox;
  readonly #gather = new Gather();
  #writing: Deferred<void> | undefined;
  #writeError: Error | undefined;
  #ending: Deferred<void> | undefined;

  /**
   * @param socket The socket.
   * @param lifetime Its lifetime.
   */
  constructor(socket: NodeSocket, lifetime: Lifetime) {
    this.#socket = socket;
    this.#lifetime = lifetime;
    this.#inbox = new Inbox(socket);
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
    socket.unref();
    socket.on("data", (chunk) => this.#inbox.push(chunk));
    socket.on("end", () => this.#inbox.end());
    socket.on("error", (error) => this.#fail(connectionLost(this.peer, error)));
    socket.on("close", () => this.#onClose());
  }

  /** What the other end is. */
  get peer(): string {
    return this.#lifetime.peer;
  }

  /** Resolves when the connection is over. */
  get closed(): Promise<Error | undefined> {
    return this.#lifetime.closed;
  }

  /** Reads some bytes. */
  read(into: Uint8Array): Promise<number | null> {
    return this.#inbox.read(into);
  }

  /** Writes all bytes of all chunks. */
  write(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#writing !== undefined) return Promise.reject(concurrentWrite());
    if (this.#lifetime.failure !== undefined) return Promise.reject(this.#lifetime.failure);
    if (this.#ending !== undefined) return Promise.reject(writeAfterEnd());
    if (chunks.length === 0) return Promise.resolve();
    const writing = this.#writing = deferred<void>();
    const done = (error?: Error | null) => {
      // Node 20 names no error for what was still to be written when the socket was destroyed.
      if (error == null && this.#lifetime.failure === undefined) {
        this.#writing = undefined;
        writing.resolve();
      } else {
        // Deno says that the write was cancelled before it says why: that comes with the next event.
        this.#writeError = error ?? undefined;
      }
    };
    const pieces = this.#gather.join(chunks);
    const last = pieces.length - 1;
    if (last > 0) this.#socket.cork();
    for (let index = 0; index < last; index++) this.#socket.write(pieces[index] as Uint8Array);
    this.#socket.write(pieces[last] as Uint8Array, done);
    if (last > 0) this.#socket.uncork();
    return writing.promise;
  }

  /** Ends our half after what was written. */
  closeWrite(): Promise<void> {
    if (this.#lifetime.failure !== undefined) return Promise.reject(this.#lifetime.failure);
    if (this.#ending === undefined) {
      const ending = this.#ending = deferred<void>();
      // The callback comes also when it failed, and the runtimes differ in what it is given then.
      this.#socket.end(() => {
        if (this.#lifetime.failure === undefined) ending.resolve();
        else ending.reject(this.#lifetime.failure);
      });
    }
    return this.#ending.promise;
  }

  /** Closes both halves at once. */
  close(cause?: Error): void {
    const failure = this.#lifetime.close(cause);
    this.#inbox.close(failure);
    this.#socket.destroy();
  }

  #onClose(): void {
    const clean = this.#inbox.ended && this.#ending !== undefined &&
      this.#lifetime.failure === undefined;
    if (!clean) {
      const error = this.#writeError ?? socketError("ECONNRESET", "The socket closed");
      this.#fail(connectionLost(this.peer, error));
    }
    this.#lifetime.release();
  }

  #fail(error: Error): void {
    const failure = this.#lifetime.fail(error);
    this.#inbox.fail(failure);
    this.#writing?.reject(failure);
    this.#writing = undefined;
    this.#ending?.reject(failure);
  }
}
