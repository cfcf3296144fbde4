/**
 * Transports without a network: a pair of connected ends, and a small network
 * of addresses to listen at. They behave as sockets do (bounded buffers, reads
 * that give only a part, half-close), but need no permission and no real time:
 * everything moves in microtasks.
 *
 * @module
 */

import { ConnectionError } from "../errors.ts";
import { type Deferred, deferred } from "../internal/deferred.ts";
import type { ResourceRegistry } from "../internal/resources.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import { connectAborted, connectFailure, connectionLost, formatAddress } from "./failure.ts";
import { concurrentRead, concurrentWrite, emptyRead, writeAfterEnd } from "./misuse.ts";
import { Lifetime } from "./lifetime.ts";
import type { Address, ConnectOptions, Connector, Transport } from "./transport.ts";

/** How the two ends of a {@linkcode memoryPair} are made. */
export interface MemoryPairOptions {
  /** How many bytes wait in each direction before a write waits. @default {65_536} */
  readonly capacityBytes?: number;
  /** What the first end calls the second, and the second the first. @default {["memory:2", "memory:1"]} */
  readonly peers?: readonly [string, string];
  /** Where the first and the second end are registered while they are open. */
  readonly resources?: readonly [ResourceRegistry | undefined, ResourceRegistry | undefined];
}

/**
 * Makes two transports that are connected to each other.
 *
 * @param options How they are made.
 * @returns Both ends.
 */
export function memoryPair(options: MemoryPairOptions = {}): [Transport, Transport] {
  const capacity = options.capacityBytes ?? 65_536;
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new RangeError(
      `Cannot make a memory pair as capacityBytes must be an integer of at least 1, and is ${capacity}`,
    );
  }
  const there = new MemoryPipe(capacity);
  const back = new MemoryPipe(capacity);
  const [firstPeer, secondPeer] = options.peers ?? ["memory:2", "memory:1"];
  const first = new MemoryTransport(back, there, new Lifetime(firstPeer, options.resources?.[0]));
  const second = new MemoryTransport(there, back, new Lifetime(secondPeer, options.resources?.[1]));
  first.join(second);
  second.join(first);
  return [first, second];
}

/** One direction of a pair: bytes that were written and not read yet. */
class MemoryPipe {
  readonly #capacity: number;
  readonly #chunks = new RingQueue<Uint8Array>();
  #bytes = 0;
  #offset = 0;
  #ended = false;
  #readable: Deferred<void> | undefined;
  #writable: Deferred<void> | undefined;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many bytes wait to be read. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Whether the writer has ended it. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Says that nothing more is written. */
  end(): void {
    this.#ended = true;
    this.#wakeReader();
  }

  /** Copies as much as there is room for; tells how much that was. */
  put(chunk: Uint8Array): number {
    const length = Math.min(chunk.length, this.#capacity - this.#bytes);
    if (length > 0) {
      this.#chunks.push(chunk.slice(0, length));
      this.#bytes += length;
      this.#wakeReader();
    }
    return length;
  }

  /** Moves as much as there is; tells how much that was. */
  take(into: Uint8Array): number {
    let filled = 0;
    while (filled < into.length) {
      const chunk = this.#chunks.peek();
      if (chunk === undefined) break;
      const length = Math.min(into.length - filled, chunk.length - this.#offset);
      into.set(chunk.subarray(this.#offset, this.#offset + length), filled);
      filled += length;
      this.#offset += length;
      if (this.#offset === chunk.length) {
        this.#chunks.shift();
        this.#offset = 0;
      }
    }
    this.#bytes -= filled;
    if (filled > 0) this.wakeWriter();
    return filled;
  }

  /** Waits until it is worth looking for bytes again. */
  readable(): Promise<void> {
    this.#readable = deferred<void>();
    return this.#readable.promise;
  }

  /** Waits until it is worth looking for room again. */
  writable(): Promise<void> {
    this.#writable = deferred<void>();
    return this.#writable.promise;
  }

  /** Lets a write that waits for room look again. */
  wakeWriter(): void {
    this.#writable?.resolve();
    this.#writable = undefined;
  }

  /** Drops what waits, and lets both sides look again. */
  drop(): void {
    this.#chunks.clear();
    this.#bytes = 0;
    this.#offset = 0;
    this.#wakeReader();
    this.wakeWriter();
  }

  #wakeReader(): void {
    this.#readable?.resolve();
    this.#readable = undefined;
  }
}

class MemoryTransport implements Transport {
  readonly #incoming: MemoryPipe;
  readonly #outgoing: MemoryPipe;
  readonly #lifetime: Lifetime;
  #other: MemoryTransport | undefined;
  #reading = false;
  #sawEnd = false;
  #writing: Promise<void> | undefined;

  constructor(incoming: MemoryPipe, outgoing: MemoryPipe, lifetime: Lifetime) {
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#lifetime = lifetime;
  }

  get peer(): string {
    return this.#lifetime.peer;
  }

  get closed(): Promise<Error | undefined> {
    return this.#lifetime.closed;
  }

  /** Whether this end was closed by its owner. */
  get isClosed(): boolean {
    return this.#lifetime.isClosed;
  }

  /** Tells who the other end is. */
  join(other: MemoryTransport): void {
    this.#other = other;
  }

  async read(into: Uint8Array): Promise<number | null> {
    if (this.#reading) throw concurrentRead();
    if (into.length === 0) throw emptyRead();
    this.#reading = true;
    try {
      for (;;) {
        if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
        if (this.#incoming.bytes > 0) return this.#incoming.take(into);
        if (this.#incoming.ended) {
          this.#sawEnd = true;
          this.#releaseWhenDone();
          return null;
        }
        await this.#incoming.readable();
      }
    } finally {
      this.#reading = false;
    }
  }

  write(chunks: readonly Uint8Array[]): Promise<void> {
    if (this.#writing !== undefined) return Promise.reject(concurrentWrite());
    this.#writing = this.#writeAll(chunks).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async closeWrite(): Promise<void> {
    // What waits for room goes first; its own caller hears of its failure.
    await this.#writing?.catch(() => {});
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    this.#outgoing.end();
    this.#releaseWhenDone();
  }

  close(cause?: Error): void {
    const already = this.#lifetime.failure !== undefined || this.#lifetime.isReleased;
    this.#lifetime.close(cause);
    if (already) return;
    // As with sockets: the other side still reads what we wrote, unless we leave bytes of its own unread.
    const unread = this.#incoming.bytes > 0;
    this.#incoming.drop();
    this.#outgoing.end();
    this.#outgoing.wakeWriter();
    if (unread) this.#other?.reset();
    else this.#other?.wakeWriter();
    this.#lifetime.release();
  }

  /** The other end is gone, and told us so. */
  reset(): Error {
    const error = Object.assign(new Error("The other end was closed"), { code: "ECONNRESET" });
    const failure = this.#lifetime.fail(connectionLost(this.peer, error));
    this.#incoming.drop();
    this.#outgoing.drop();
    this.#lifetime.release();
    return failure;
  }

  /** Lets a write that waits for room look again. */
  wakeWriter(): void {
    this.#outgoing.wakeWriter();
  }

  async #writeAll(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) {
      let written = 0;
      while (written < chunk.length) {
        this.#checkWritable();
        written += this.#outgoing.put(chunk.subarray(written));
        if (written < chunk.length) await this.#outgoing.writable();
      }
    }
    this.#checkWritable();
  }

  #checkWritable(): void {
    if (this.#lifetime.failure !== undefined) throw this.#lifetime.failure;
    if (this.#outgoing.ended) throw writeAfterEnd();
    if (this.#other?.isClosed) throw this.reset();
  }

  #releaseWhenDone(): void {
    if (this.#sawEnd && this.#outgoing.ended) this.#lifetime.release();
  }
}

/** What listens at an address of a {@linkcode MemoryNetwork}. */
export interface MemoryListener {
  /** Where it listens; the port is a real number also when 0 was asked for. */
  readonly address: Address;
  /** Stops listening. Connections that are open stay so. Twice is fine. */
  close(): void;
}

interface Accept {
  readonly onConnection: (transport: Transport) => void;
  readonly resources: ResourceRegistry | undefined;
}

/** How a {@linkcode MemoryNetwork} is made. */
export interface MemoryNetworkOptions {
  /** How many bytes wait in each direction of a connection before a write waits. @default {65_536} */
  readonly capacityBytes?: number;
}

/** Addresses to listen at and to connect to, all in memory. */
export class MemoryNetwork {
  readonly #options: MemoryNetworkOptions;
  readonly #listeners = new Map<string, Accept>();
  #nextPort = 49_152;
  #nextClientPort = 1;

  /** @param options How its connections are made. */
  constructor(options: MemoryNetworkOptions = {}) {
    this.#options = options;
  }

  /**
   * Listens at an address.
   *
   * @param address Where; port 0 takes a free one.
   * @param onConnection Is given the server's end of each connection.
   * @param resources Where the listener and its connections are registered while they are open.
   * @returns The listener.
   * @throws {ConnectionError} When something listens there already.
   */
  listen(
    address: Address,
    onConnection: (transport: Transport) => void,
    resources?: ResourceRegistry,
  ): MemoryListener {
    const at = address.port === 0 ? this.#freeAddress(address.host) : address;
    const key = formatAddress(at);
    if (this.#listeners.has(key)) {
      throw new ConnectionError(`Cannot listen at "${key}" as the address is in use`, {
        code: "ADDRESS_IN_USE",
      });
    }
    const untrack = resources?.track("listener", key);
    const accept: Accept = { onConnection, resources };
    this.#listeners.set(key, accept);
    return {
      address: at,
      close: () => {
        if (this.#listeners.get(key) === accept) this.#listeners.delete(key);
        untrack?.();
      },
    };
  }

  /**
   * Makes what connects to the listeners.
   *
   * @param resources Where the clients' ends are registered while they are open.
   * @returns The connector.
   */
  connector(resources?: ResourceRegistry): Connector {
    return (address, options) => this.#connect(address, options ?? {}, resources);
  }

  async #connect(
    address: Address,
    options: ConnectOptions,
    resources: ResourceRegistry | undefined,
  ): Promise<Transport> {
    const { signal } = options;
    if (options.tls !== undefined) {
      throw new TypeError(
        `Cannot connect to "${formatAddress(address)}" as tls is for real networks only`,
      );
    }
    if (signal?.aborted) throw connectAborted(address, signal);
    // A later microtask, as with a real network nothing is connected within the call.
    await Promise.resolve();
    if (signal?.aborted) throw connectAborted(address, signal);
    const accept = this.#listeners.get(formatAddress(address));
    if (accept === undefined) {
      const refused = Object.assign(new Error("Nothing listens there"), { code: "ECONNREFUSED" });
      throw connectFailure(address, refused);
    }
    const client = `memory-client:${this.#nextClientPort++}`;
    const [near, far] = memoryPair({
      capacityBytes: this.#options.capacityBytes ?? 65_536,
      peers: [formatAddress(address), client],
      resources: [resources, accept.resources],
    });
    accept.onConnection(far);
    return near;
  }

  #freeAddress(host: string): Address {
    while (this.#listeners.has(formatAddress({ host, port: this.#nextPort }))) this.#nextPort++;
    return { host, port: this.#nextPort++ };
  }
}
