/**
 * The other side of a transport under test: something that listens, and for
 * each connection a peer that reads only when it is told to.
 */

import { createServer, type Socket } from "node:net";
import { deferred } from "../../src/internal/deferred.ts";
import type { MemoryNetwork } from "../../src/transport/memory.ts";
import type { Address, Transport } from "../../src/transport/transport.ts";

/** One connection, seen from the other side. */
export interface Peer {
  /** Reads what came, or `null` at the end. Nothing is read from the network before. */
  read(): Promise<Uint8Array | null>;
  /** Writes, and waits until all of it left. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the peer's half. */
  end(): void;
  /** Breaks the connection. */
  reset(): void;
}

/** Something that listens. */
export interface Listener {
  readonly address: Address;
  /** The next connection. */
  accept(): Promise<Peer>;
  /** Stops listening, and drops what is still connected. */
  close(): Promise<void>;
}

/** Listens on a real socket of the loopback interface. */
export async function listenOnSocket(host = "127.0.0.1"): Promise<Listener> {
  const waiting = new Mailbox<Peer>();
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    waiting.put(new SocketPeer(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    address: { host, port },
    accept: () => waiting.take(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Listens in a network in memory. */
export function listenInMemory(network: MemoryNetwork): Listener {
  const waiting = new Mailbox<Peer>();
  const transports = new Set<Transport>();
  const listener = network.listen({ host: "memory", port: 0 }, (transport) => {
    transports.add(transport);
    waiting.put(new MemoryPeer(transport));
  });
  return {
    address: listener.address,
    accept: () => waiting.take(),
    close: () => {
      listener.close();
      for (const transport of transports) transport.close();
      return Promise.resolve();
    },
  };
}

/** Values for takers who may come before them. */
class Mailbox<T> {
  readonly #values: T[] = [];
  readonly #takers: ((value: T) => void)[] = [];

  put(value: T): void {
    const taker = this.#takers.shift();
    if (taker === undefined) this.#values.push(value);
    else taker(value);
  }

  take(): Promise<T> {
    const value = this.#values.shift();
    if (value !== undefined) return Promise.resolve(value);
    return new Promise((resolve) => this.#takers.push(resolve));
  }
}

class SocketPeer implements Peer {
  readonly #socket: Socket;
  readonly #chunks: Uint8Array[] = [];
  #ended = false;
  #error: Error | undefined;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.pause();
    socket.on("data", (chunk: Uint8Array) => {
      socket.pause();
      // A plain array, as Buffer compares as something else.
      this.#chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length));
      this.#wake();
    });
    socket.on("end", () => {
      this.#ended = true;
      this.#wake();
    });
    socket.on("error", (error: Error) => {
      this.#error = error;
      this.#wake();
    });
    socket.on("close", () => {
      this.#error ??= new Error("The peer's socket closed");
      this.#wake();
    });
  }

  async read(): Promise<Uint8Array | null> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) return chunk;
      if (this.#ended) return null;
      if (this.#error !== undefined) throw this.#error;
      const news = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#socket.resume();
      await news;
    }
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => error == null ? resolve() : reject(error));
    });
  }

  end(): void {
    this.#socket.end();
  }

  reset(): void {
    this.#socket.resetAndDestroy();
  }
}

class MemoryPeer implements Peer {
  readonly #transport: Transport;
  readonly #buffer = new Uint8Array(16_384);

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  async read(): Promise<Uint8Array | null> {
    const length = await this.#transport.read(this.#buffer);
    return length === null ? null : this.#buffer.slice(0, length);
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#transport.write([bytes]);
  }

  end(): void {
    void this.#transport.closeWrite();
  }

  reset(): void {
    // With bytes of the other side unread, as with sockets.
    this.#transport.close();
  }
}

/** Resolves with what `accept` gives and with what `connect` gives. */
export async function connectPair(
  listener: Listener,
  connect: () => Promise<Transport>,
): Promise<[Transport, Peer]> {
  const accepted = deferred<Peer>();
  void listener.accept().then(accepted.resolve);
  const transport = await connect();
  return [transport, await accepted.promise];
}
