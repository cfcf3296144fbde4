/**
 * Transports over Bun's own sockets.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { onAbort } from "../internal/signal.ts";
import { connectAborted, connectFailure, connectionLost, formatAddress } from "./failure.ts";
import { Gather } from "./gather.ts";
import { Inbox } from "./inbox.ts";
import { Lifetime } from "./lifetime.ts";
import { concurrentWrite, writeAfterEnd } from "./misuse.ts";
import type { Address, ConnectOptions, Connector, Transport } from "./transport.ts";

/** The part of a Bun socket that we use. */
interface BunSocket {
  /** Gives the bytes to the kernel as far as it takes them; -1 when the socket is closed. */
  write(bytes: Uint8Array): number;
  /** Ends our half. */
  shutdown(): void;
  /** Closes both halves. */
  terminate(): void;
  pause(): void;
  resume(): void;
  unref(): void;
  setNoDelay(noDelay: boolean): boolean;
  setKeepAlive(enable: boolean, initialDelayMs: number): boolean;
}

/** What Bun calls for each event of a socket. */
interface BunHandlers {
  binaryType: "uint8array";
  open(socket: BunSocket): void;
  data(socket: BunSocket, chunk: Uint8Array): void;
  drain(socket: BunSocket): void;
  end(socket: BunSocket): void;
  error(socket: BunSocket, error: Error): void;
  close(socket: BunSocket, error?: Error): void;
  connectError(socket: BunSocket, error: Error): void;
}

/** The part of the `Bun` global that we use. */
interface BunNet {
  connect(options: {
    hostname: string;
    port: number;
    allowHalfOpen: boolean;
    socket: BunHandlers;
  }): Promise<BunSocket>;
}

/** After how long a silent connection is probed. */
const KEEP_ALIVE_DELAY_MS = 60_000;

/**
 * Makes a connector over `Bun.connect`.
 *
 * Bun offers no way to give up an attempt that is under way: an aborted one
 * rejects at once, but its socket stays until the attempt ends by itself, and
 * is registered until then. {@linkcode defaultConnector} therefore does not
 * use it.
 *
 * @param resources Where its connections are registered while they are open.
 * @returns The connector. It ignores `tls`.
 */
export function bunConnector(resources?: ResourceRegistry): Connector {
  return (address: Address, options: ConnectOptions = {}): Promise<Transport> => {
    const { signal } = options;
    const { promise, resolve, reject } = deferred<Transport>();
    if (signal?.aborted) return Promise.reject(connectAborted(address, signal));
    const lifetime = new Lifetime(formatAddress(address), resources);
    const transport = new BunTransport(lifetime);
    const detach = onAbort(signal, () => {
      reject(transport.abandon(connectAborted(address, signal as AbortSignal)));
    });
    const bun = (globalThis as unknown as { Bun: BunNet }).Bun;
    bun.connect({
      hostname: address.host,
      port: address.port,
      allowHalfOpen: true,
      socket: transport.handlers(),
    }).then(
      () => {
        detach();
        resolve(transport);
      },
      (error: unknown) => {
        detach();
        lifetime.release();
        reject(connectFailure(address, error));
      },
    );
    return promise;
  };
}

/** A transport over a socket of `Bun.connect`, which calls its handlers. */
class BunTransport implements Transport {
  readonly #lifetime: Lifetime;
  readonly #gather = new Gather();
  readonly #inbox: Inbox;
  #socket: BunSocket | undefined;
  #writing: Promise<void> | undefined;
  #drained: Deferred<void> | undefined;
  #ended = false;

  constructor(lifetime: Lifetime) {
    this.#lifetime = lifetime;
    this.#inbox = new Inbox({
      pause: () => this.#socket?.pause(),
      resume: () => this.#socket?.resume(),
    });
  }

  get peer(): string {
    return this.#lifetime.peer;
  }

  get closed(): Promise<Error | undefined> {
    return this.#lifetime.closed;
  }

  handlers(): BunHandlers {
    return {
      binaryType: "uint8array",
      open: (socket) => this.#onOpen(socket),
      data: (_socket, chunk) => this.#inbox.push(chunk),
      drain: () => this.#wakeWriter(),
      end: () => {
        this.#inbox.end();
        this.#terminateWhenDone();
      },
      error: (_socket, error) => this.#fail(error),
      close: (_socket, error) => this.#onClose(error),
      // The promise of Bun.connect tells it, too.
      connectError: () => {},
    };
  }

  /** The attempt to connect was given up; a socket that opens after that is closed at once. */
  abandon(error: Error): Error {
    return this.#lifetime.close(error);
  }

  read(into: Uint8Array): Promise<number | null> {
    return this.#inbox.read(into);
  }

  write(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#writing !== undefined) return Promise.reject(concurrentWrite());
    this.#writing = this.#writeAll(chunks).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async closeWrite(): Promise<void> {
    // Bun drops what it did not take yet when it ends a socket, so the writer finishes first.
    await this.#writing?.catch(() => {});
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.shutdown();
    this.#terminateWhenDone();
  }

  close(cause?: Error): void {
    const failure = this.#lifetime.close(cause);
    this.#inbox.close(failure);
    this.#wakeWriter();
    this.#socket?.terminate();
  }

  async #writeAll(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    if (this.#ended) throw writeAfterEnd();
    for (const piece of this.#gather.pieces(chunks)) {
      let rest = piece;
      for (;;) {
        const taken = this.#socket?.write(rest) ?? -1;
        if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
        if (taken === rest.length) break;
        // Less than nothing: the socket is closed, and its handler tells why in a moment.
        if (taken > 0) rest = rest.subarray(taken);
        this.#drained = deferred<void>();
        await this.#drained.promise;
        if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
      }
    }
  }

  #wakeWriter(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }

  #onOpen(socket: BunSocket): void {
    this.#socket = socket;
    if (this.#lifetime.isClosed) {
      socket.terminate();
      return;
    }
    socket.unref();
    socket.setNoDelay(true);
    socket.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
  }

  #fail(error: Error): void {
    this.#inbox.fail(this.#lifetime.fail(connectionLost(this.peer, error)));
    this.#wakeWriter();
  }

  #terminateWhenDone(): void {
    if (this.#inbox.ended && this.#ended) this.#socket?.terminate();
  }

  #onClose(error: Error | undefined): void {
    // After our own half was ended, Bun tells the end of the other one by closing.
    if (error === undefined && this.#ended && this.#lifetime.failure === undefined) {
      this.#inbox.end();
    }
    if (!this.#inbox.ended || !this.#ended) {
      this.#fail(error ?? Object.assign(new Error("The socket closed"), { code: "ECONNRESET" }));
    }
    this.#lifetime.release();
  }
}
