/**
 * The little of `node:net` and `node:tls` that the adapters use, loaded when
 * it is needed first. Own types, so that the package needs neither `@types/node`
 * nor Bun's types; and a specifier that bundlers cannot see through, so that a
 * bundle for a browser, which has no such module, can be built.
 *
 * @module
 */

/** A socket of `node:net` or `node:tls`. */
export interface NodeSocket {
  /** Registers a listener. */
  on(event: "data", listener: (chunk: Uint8Array) => void): this;
  /** Registers a listener. */
  on(event: "error", listener: (error: Error) => void): this;
  /** Registers a listener. */
  on(event: "connect" | "secureConnect" | "end" | "close", listener: () => void): this;
  /** Takes off all listeners of an event. */
  removeAllListeners(event: string): this;
  /** Writes bytes; the callback comes when they are no longer referred to. */
  write(chunk: Uint8Array, callback?: (error?: Error | null) => void): boolean;
  /** Holds writes back, to send them as one. */
  cork(): void;
  /** Lets held writes go. */
  uncork(): void;
  /** Ends our half after what was written. */
  end(callback?: () => void): this;
  /** Closes both halves at once. */
  destroy(error?: Error): this;
  /** Stops reading. */
  pause(): this;
  /** Reads again. */
  resume(): this;
  /** Lets the process end while the socket is open. */
  unref(): this;
  /** Sends small writes at once. */
  setNoDelay(noDelay: boolean): this;
  /** Probes a silent connection. */
  setKeepAlive(enable: boolean, initialDelayMs: number): this;
  /** Why the certificate of the other side was not accepted (TLS only). */
  readonly authorizationError?: Error | string | null;
  /** The address of the other side, once connected. */
  readonly remoteAddress?: string | undefined;
  /** The port of the other side, once connected. */
  readonly remotePort?: number | undefined;
}

/** Options of `net.connect` that we use. */
export interface NodeConnectOptions {
  host: string;
  port: number;
  allowHalfOpen: boolean;
  noDelay: boolean;
  keepAlive: boolean;
  keepAliveInitialDelay: number;
  autoSelectFamily: boolean;
  autoSelectFamilyAttemptTimeout: number;
}

/** Options of `tls.connect` that we use. */
export interface NodeTlsOptions extends NodeConnectOptions {
  servername?: string;
  ca?: string | readonly string[];
  cert?: string;
  key?: string;
  passphrase?: string;
  minVersion: string;
  rejectUnauthorized: boolean;
}

/** A server of `node:net`. */
export interface NodeServer {
  /** Registers a listener. */
  on(event: "error", listener: (error: Error) => void): this;
  /** Registers a listener. */
  on(event: "connection", listener: (socket: NodeSocket) => void): this;
  /** Starts listening. */
  listen(options: { host: string; port: number; backlog?: number }, callback: () => void): this;
  /** Where it listens. */
  address(): { address: string; port: number } | string | null;
  /** Stops listening; the callback comes when its connections are gone, too. */
  close(callback?: () => void): this;
  /** Lets the process end while it listens. */
  unref(): this;
}

/** The part of `node:net` that we use. */
export interface NetModule {
  connect(options: NodeConnectOptions): NodeSocket;
  createServer(options: { allowHalfOpen: boolean; noDelay: boolean }): NodeServer;
  isIP(host: string): number;
}

/** The part of `node:tls` that we use. */
export interface TlsModule {
  connect(options: NodeTlsOptions): NodeSocket;
}

/**
 * Loads `node:net`.
 *
 * @returns The module.
 */
export function loadNet(): Promise<NetModule> {
  return load("net") as Promise<NetModule>;
}

/**
 * Loads `node:tls`.
 *
 * @returns The module.
 */
export function loadTls(): Promise<TlsModule> {
  return load("tls") as Promise<TlsModule>;
}

function load(name: string): Promise<unknown> {
  return import(`node:${name}`);
}
