/**
 * The seam between the client and the network: a {@linkcode Connector} opens a
 * {@linkcode Transport}, a two-way stream of bytes. Adapters for Deno, Bun and
 * Node live beside this file; a proxy, a tunnel or a test can be another.
 *
 * @module
 */

/** Where to connect to. */
export interface Address {
  /** A host name, an IPv4 or an IPv6 address (without brackets). */
  readonly host: string;
  /** The TCP port. */
  readonly port: number;
}

/** How to protect a connection with TLS. */
export interface TlsOptions {
  /** PEM certificates of the authorities to trust, instead of the runtime's own. */
  readonly ca?: string | readonly string[];
  /** The client's PEM certificate chain, for mutual TLS. */
  readonly cert?: string;
  /** The client's PEM private key, for mutual TLS. */
  readonly key?: string;
  /** What decrypts `key`. */
  readonly passphrase?: string;
  /** The name to verify and to send as SNI. @default {the host connected to} */
  readonly serverName?: string;
}

/** What a {@linkcode Connector} is given besides the address. */
export interface ConnectOptions {
  /** Aborts the attempt; the connector then rejects promptly and leaves no socket behind. */
  readonly signal?: AbortSignal | undefined;
  /** TLS is decided before connecting: Kafka has no STARTTLS. */
  readonly tls?: TlsOptions | undefined;
}

/** Opens a connection, or rejects with a ConnectionError that names the address and the cause. */
export type Connector = (address: Address, options?: ConnectOptions) => Promise<Transport>;

/**
 * A two-way stream of bytes. One reader and one writer at a time: a second
 * `read()` while one is pending is a TypeError, so is a second `write()`.
 *
 * A transport never keeps the process alive by itself.
 */
export interface Transport {
  /** What the other end is, for messages: `host:port`. */
  readonly peer: string;

  /**
   * Reads some bytes.
   *
   * @param into Where to put them, from its start; at least 1 byte long.
   * @returns How many came (at least 1), or `null` when the other side has ended its half.
   * @throws {ConnectionError} When the connection is lost, or was closed (then with the cause given to `close`).
   */
  read(into: Uint8Array): Promise<number | null>;

  /**
   * Writes all bytes of all chunks, in order. Resolves when the transport no
   * longer refers to them: the caller may then reuse the buffers. A slow
   * receiver therefore delays it.
   *
   * @throws {ConnectionError} When the connection is lost, or was closed.
   */
  write(chunks: readonly Uint8Array[]): Promise<void>;

  /** Ends our half after what was written; the other half stays readable. */
  closeWrite(): Promise<void>;

  /**
   * Closes both halves at once; pending and later reads and writes reject with `cause`
   * (a ConnectionError saying that the connection was closed, when there is none). Doing it twice is fine.
   */
  close(cause?: Error): void;

  /**
   * Resolves when the connection is over and its socket released: with the cause given to
   * `close`, with the error that ended it, or with `undefined` after a clean end. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
}
