/**
 * The little of `node:net`, `node:tls` and `node:dns` that the adapters use, loaded when
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
  /** The address of the other side, once connected. */
  readonly remoteAddress?: string | undefined;
  /** The port of the other side, once connected. */
  readonly remotePort?: number | undefined;
}

/** Options of `net.connect` that we use. */
export interface NodeConnectOptions {
  /** The name or address to connect to. */
  host: string;
  /** The port to connect to. */
  port: number;
  /** Whether our half stays open when the other side ends its own. */
  allowHalfOpen: boolean;
  /** Whether small writes are sent at once. */
  noDelay: boolean;
  /** Whether a silent connection is probed. */
  keepAlive: boolean;
  /** After how long, in ms. */
  keepAliveInitialDelay: number;
  /** Whether all addresses of a name are tried. */
  autoSelectFamily: boolean;
  /** How long each of them is tried, in ms. */
  autoSelectFamilyAttemptTimeout: number;
}

/** Options of `tls.connect` that we use. */
export interface NodeTlsOptions extends NodeConnectOptions {
  /** The name to ask for and to verify. */
  servername?: string;
  /** The authorities to trust. */
  ca?: string | readonly string[];
  /** Our certificate. */
  cert?: string;
  /** Its private key. */
  key?: string;
  /** What decrypts the key. */
  passphrase?: string;
  /** The lowest version to speak. */
  minVersion: string;
  /** Whether a certificate that cannot be verified ends the connection. */
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
  /** Begins to connect. */
  connect(options: NodeConnectOptions): NodeSocket;
  /** Makes a server that does not listen yet. */
  createServer(options: { allowHalfOpen: boolean; noDelay: boolean }): NodeServer;
  /** Tells 4 or 6 for an address, and 0 for a name. */
  isIP(host: string): number;
}

/** The part of `node:tls` that we use. */
export interface TlsModule {
  /** Begins to connect. */
  connect(options: NodeTlsOptions): NodeSocket;
}

/**
 * Loads `node:net`.
 *
 * @returns The module.
 */
export function loadNet(): Promise<NetModule> {
  return load("node:net") as Promise<NetModule>;
}

/**
 * Loads `node:tls`.
 *
 * @returns The module.
 */
export function loadTls(): Promise<TlsModule> {
  return load("node:tls") as Promise<TlsModule>;
}

/** The part of `node:dns/promises` that we use. */
export interface DnsModule {
  /** Asks the system for the addresses of a name. */
  lookup(host: string, options: { all: true }): Promise<{ readonly address: string }[]>;
}

/**
 * Loads `node:dns/promises`.
 *
 * @returns The module.
 */
export function loadDns(): Promise<DnsModule> {
  return load("node:dns/promises") as Promise<DnsModule>;
}

/** As a variable, the name is left alone by bundlers for browsers, which cannot resolve it. */
function load(specifier: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ specifier);
}
