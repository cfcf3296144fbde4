/**
 * Transports over Deno's own sockets.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { onAbort } from "../internal/signal.ts";
import { connectAborted, connectFailure, connectionLost, formatAddress } from "./failure.ts";
import { Gather } from "./gather.ts";
import { Lifetime } from "./lifetime.ts";
import { concurrentRead, concurrentWrite, emptyRead, writeAfterEnd } from "./misuse.ts";
import type { Address, ConnectOptions, Connector, Transport } from "./transport.ts";

/** The part of a `Deno.TcpConn` that we use. */
export interface DenoConn {
  /** Reads some bytes. */
  read(into: Uint8Array): Promise<number | null>;
  /** Writes some of the bytes. */
  write(bytes: Uint8Array): Promise<number>;
  /** Ends our half. */
  closeWrite(): Promise<void>;
  /** Closes both halves. */
  close(): void;
  /** Lets the process end while a read is pending. */
  unref(): void;
  /** Sends small writes at once. */
  setNoDelay(noDelay: boolean): void;
  /** Probes a silent connection. */
  setKeepAlive(keepAlive: boolean): void;
}

/** The part of the `Deno` global that we use. */
interface DenoNet {
  connect(options: { hostname: string; port: number; signal: AbortSignal }): Promise<DenoConn>;
}

/**
 * Makes a connector over `Deno.connect`.
 *
 * @param resources Where its connections are registered while they are open.
 * @returns The connector. It ignores `tls`.
 */
export function denoConnector(resources?: ResourceRegistry): Connector {
  return async (address: Address, options: ConnectOptions = {}): Promise<Transport> => {
    const { signal } = options;
    if (signal?.aborted) throw connectAborted(address, signal);
    const deno = (globalThis as unknown as { Deno: DenoNet }).Deno;
    // A signal of our own: Deno would listen to the caller's for as long as that lives.
    const attempt = new AbortController();
    const detach = onAbort(signal, () => attempt.abort());
    let conn: DenoConn;
    try {
      conn = await deno.connect({
        hostname: address.host,
        port: address.port,
        signal: attempt.signal,
      });
    } catch (error) {
      if (signal?.aborted) throw connectAborted(address, signal);
      throw connectFailure(address, error);
    } finally {
      detach();
    }
    // It may have connected in the turn in which the signal fired.
    if (signal?.aborted) {
      conn.close();
      throw connectAborted(address, signal);
    }
    return new DenoTransport(conn, new Lifetime(formatAddress(address), resources));
  };
}

/** A transport over a `Deno.TcpConn`. */
export class DenoTransport implements Transport {
  readonly #conn: DenoConn;
  readonly #lifetime: Lifetime;
  readonly #gather = new Gather();
  #reading = false;
  #writing: Deferred<void> | undefined;
  #sawEnd = false;
  #ended = false;
  #connClosed = false;

  /**
   * @param conn The connection.
   * @param lifetime Its lifetime.
   */
  constructor(conn: DenoConn, lifetime: Lifetime) {
    this.#conn = conn;
    this.#lifetime = lifetime;
    conn.unref();
    conn.setNoDelay(true);
    conn.setKeepAlive(true);
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
  async read(into: Uint8Array): Promise<number | null> {
    if (this.#reading) throw concurrentRead();
    if (into.length === 0) throw emptyRead();
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    if (this.#sawEnd) return null;
    this.#reading = true;
    try {
      // Deno says that a read may give nothing without being at the end.
      let length: number | null = 0;
      while (length === 0) length = await this.#conn.read(into);
      if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
      if (length === null) this.#sawEnd = true;
      return length;
    } catch (error) {
      throw this.#lost(error);
    } finally {
      this.#reading = false;
      this.#closeWhenDone();
    }
  }

  /** Writes all bytes of all chunks. */
  async write(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#writing !== undefined) throw concurrentWrite();
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    if (this.#ended) throw writeAfterEnd();
    this.#writing = deferred<void>();
    try {
      for (const piece of this.#gather.pieces(chunks)) {
        let written = await this.#conn.write(piece);
        while (written < piece.length) written += await this.#conn.write(piece.subarray(written));
      }
      if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    } catch (error) {
      throw this.#lost(error);
    } finally {
      this.#writing.resolve();
      this.#writing = undefined;
      this.#closeWhenDone();
    }
  }

  /** Ends our half after what was written. */
  async closeWrite(): Promise<void> {
    if (this.#ended) return;
    // What is being written goes first; its own caller hears of its failure.
    await this.#writing?.promise;
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    this.#ended = true;
    try {
      await this.#conn.closeWrite();
    } catch (error) {
      throw this.#lost(error);
    } finally {
      this.#closeWhenDone();
    }
  }

  /** Closes both halves at once. */
  close(cause?: Error): void {
    this.#lifetime.close(cause);
    this.#closeConn();
  }

  /**
   * The socket broke, or an operation was interrupted by our own close. The
   * connection is closed at once: there is nothing more to be had from it.
   */
  #lost(error: unknown): Error {
    const failure = this.#lifetime.failure ??
      this.#lifetime.fail(connectionLost(this.peer, error));
    this.#closeConn();
    return failure;
  }

  #closeConn(): void {
    if (!this.#connClosed) {
      this.#connClosed = true;
      this.#conn.close();
    }
    this.#closeWhenDone();
  }

  /** An operation keeps the socket until it has settled, also after close(). */
  #closeWhenDone(): void {
    if (this.#reading || this.#writing !== undefined) return;
    if (this.#connClosed) this.#lifetime.release();
    else if (this.#sawEnd && this.#ended) this.#closeConn();
  }
}
