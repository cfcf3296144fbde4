/**
 * A channel: the place of one connection to one broker, for one use of one owner.
 *
 * @module
 */

import { ClosedError, ConnectionError } from "../errors.ts";
import { backoffMs, type BackoffOptions } from "../internal/backoff.ts";
import { type Deferred, deferred } from "../internal/deferred.ts";
import type { Environment, Timer } from "../internal/environment.ts";
import { abortable } from "../internal/signal.ts";
import type { ClientApi } from "../protocol/api.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Connection, SubmitOptions } from "./connection.ts";
import type { ConnectionTarget } from "./handshake.ts";
import { restarted } from "./probing.ts";

/**
 * What a connection is for. A broker answers one request at a time per
 * connection, so that each kind of waiting gets its own.
 */
export type ConnectionUse =
  | "metadata"
  | "produce"
  | "fetch"
  | "lookup"
  | "join"
  | "coordinator"
  | "admin";

/**
 * The states of a channel.
 *
 * - `"idle"`: no connection, and nobody wants one.
 * - `"waiting"`: somebody wants one, and the backoff after a failure is not over.
 * - `"connecting"`: an attempt is under way.
 * - `"ready"`: there is a live connection.
 * - `"closed"`: for good.
 */
export type ChannelState = "idle" | "waiting" | "connecting" | "ready" | "closed";

const TRANSITIONS: { readonly [From in ChannelState]: readonly ChannelState[] } = {
  idle: ["waiting", "connecting", "closed"],
  waiting: ["connecting", "idle", "closed"],
  connecting: ["ready", "waiting", "idle", "closed"],
  ready: ["idle", "closed"],
  closed: [],
};

/** What a channel needs of its cluster. */
export interface ChannelContext {
  /** Time, randomness and the registry. */
  readonly environment: Environment;
  /** The waits between attempts to connect. */
  readonly backoff: BackoffOptions;
  /** After how long without use the connection is closed, in ms. */
  readonly connectionIdleMs: number;
  /** Where the broker is at the moment, if that is known. */
  target(nodeId: number): ConnectionTarget | undefined;
  /** Opens a connection. */
  open(channel: Channel, target: ConnectionTarget, signal: AbortSignal): Promise<Connection>;
  /** The connection is ready. */
  onConnect(channel: Channel, connection: Connection): void;
  /** The broker is not listed. */
  onUnknown(channel: Channel): void;
  /** An attempt failed. */
  onConnectError(channel: Channel, target: ConnectionTarget, error: Error): void;
  /** The connection ended; without an error it did so on purpose. */
  onDisconnect(channel: Channel, connection: Connection, error: Error | undefined): void;
}

/** Which channel it is. */
export interface ChannelKey {
  /** The broker's node id; negative for a bootstrap address. */
  readonly nodeId: number;
  /** What it is for. */
  readonly use: ConnectionUse;
  /** Whose it is. */
  readonly owner: string;
}

/** The place of one connection to one broker, for one use of one owner: connects on demand. */
export class Channel {
  /** The broker's node id; negative for a bootstrap address. */
  readonly nodeId: number;
  /** What it is for. */
  readonly use: ConnectionUse;
  /** Whose it is. */
  readonly owner: string;
  readonly #context: ChannelContext;
  #state: ChannelState = "idle";
  #connection: Connection | undefined;
  /** Where `#connection` leads, or the attempt under way. */
  #target: ConnectionTarget | undefined;
  #attempt: Promise<Connection> | undefined;
  #controller: AbortController | undefined;
  #wait: Deferred<void> | undefined;
  #waitTimer: Timer | undefined;
  #idleTimer: Timer | undefined;
  #failures = 0;
  #startedAt = -Infinity;
  #retryAt = -Infinity;
  /** How many answers the handshake took; more than that prove that the broker works. */
  #handshakeAnswers = 0;
  #closeError: Error | undefined;
  readonly #endings = new Set<Promise<void>>();

  /**
   * @param key Which channel it is.
   * @param context What it needs of its cluster.
   */
  constructor(key: ChannelKey, context: ChannelContext) {
    this.nodeId = key.nodeId;
    this.use = key.use;
    this.owner = key.owner;
    this.#context = context;
  }

  /** Its state. */
  get state(): ChannelState {
    return this.#state;
  }

  /** The connection, when there is a live one. The way without a promise. */
  get current(): Connection | undefined {
    return this.#connection?.open ? this.#connection : undefined;
  }

  /** Whether there is a live connection. */
  get connected(): boolean {
    return this.current !== undefined;
  }

  /** Until when it is muted (KIP-219), on the monotonic clock. */
  get mutedUntil(): number {
    return this.current?.throttledUntil ?? -Infinity;
  }

  /** Until when no new attempt to connect will start, on the monotonic clock. */
  get retryAt(): number {
    return this.#retryAt;
  }

  /** How many attempts to connect failed in a row, or led to nothing. */
  get failures(): number {
    return this.#failures;
  }

  /** How many requests wait to be written or answered. */
  get inFlight(): number {
    return this.current?.inFlight ?? 0;
  }

  /**
   * Connects if needed. Concurrent callers share one attempt; after a failure the next one waits for the backoff.
   *
   * @param signal Gives up waiting; the attempt goes on for others.
   * @returns The connection.
   * @throws {ConnectionError} When the attempt fails; retriable unless the error says otherwise.
   * @throws {ClosedError} When the channel was closed.
   */
  ready(signal?: AbortSignal): Promise<Connection> {
    const { current } = this;
    if (current !== undefined) return Promise.resolve(current);
    if (this.#closeError !== undefined) return Promise.reject(this.#closeError);
    if (this.#attempt === undefined) {
      this.#attempt = this.#connect().finally(() => {
        this.#attempt = undefined;
      });
      // Whoever waits for it hears of its failure; all of them may have given up.
      this.#attempt.catch(() => {});
    }
    return abortable(this.#attempt, signal, `connect to ${this.#name()}`);
  }

  /**
   * Connects if needed, sends and waits for the answer.
   *
   * @param api The API.
   * @param request The request, or a function that makes it for the negotiated version.
   * @param options How to send it; its time limit starts when the connection is ready.
   * @returns The answer.
   */
  async send<Request, Response>(
    api: ClientApi<Request, Response>,
    request: Request | ((version: number) => Request),
    options: SubmitOptions = {},
  ): Promise<Response> {
    const connection = this.current ?? await this.ready(options.signal);
    return await connection.send(api, request, options);
  }

  /**
   * Ends it, with its connection; doing it twice is fine.
   *
   * @param cause Why, for every waiter. @default {a ClosedError}
   */
  close(cause?: Error): void {
    if (this.#closeError !== undefined) return;
    const error = cause ??
      new ClosedError(`Cannot use the connection to ${this.#name()} as it was closed`);
    this.#closeError = error;
    this.#transition("closed");
    this.#controller?.abort(error);
    this.#endWait();
    this.#idleTimer?.cancel();
    this.#connection?.close(error);
    this.#connection = undefined;
  }

  /**
   * Ends only the connection, if there is one; the next use connects anew.
   *
   * @param cause Why, for every waiter.
   */
  disconnect(cause?: Error): void {
    this.#connection?.close(cause);
  }

  /**
   * Waits until the sockets that it has had are released; see {@linkcode close}.
   */
  async drained(): Promise<void> {
    await this.#attempt?.catch(() => {});
    await Promise.all(this.#endings);
  }

  /** Looks where the broker is now, and moves there when that is elsewhere. */
  follow(): void {
    if (this.#state === "closed" || this.#target === undefined) return;
    const target = this.#context.target(this.nodeId);
    if (target === undefined || sameTarget(target, this.#target)) return;
    // What failed at the old address says nothing of the new one.
    this.#failures = 0;
    this.#retryAt = -Infinity;
    const from = formatAddress(this.#target.address);
    this.#target = target;
    const moved = new ConnectionError(
      `Cannot go on with the connection to "${from}" as broker ${this.nodeId} moved to "${
        formatAddress(target.address)
      }"`,
      { code: "BROKER_MOVED", broker: from },
    );
    if (this.#state === "connecting") this.#controller?.abort(moved);
    this.#endWait();
    this.disconnect(moved);
  }

  /**
   * Somebody else got through to the address: an attempt that is silent, or
   * waits for its backoff, is made anew at once.
   *
   * @param silentMs For how long an attempt must have been under way to count as silent, in ms.
   */
  nudge(silentMs: number): void {
    if (this.#state === "waiting") this.#endWait();
    if (this.#state !== "connecting" || this.#target === undefined) return;
    if (this.#context.environment.clock.monotonic() - this.#startedAt < silentMs) return;
    this.#controller?.abort(restarted(formatAddress(this.#target.address)));
  }

  /** One attempt, which starts anew as long as the broker moves meanwhile. */
  async #connect(): Promise<Connection> {
    for (;;) {
      await this.#backOff();
      this.#throwIfClosed();
      const target = this.#context.target(this.nodeId);
      if (target === undefined) {
        // Whoever asks again at once would only spin until the metadata is there.
        this.#failures++;
        this.#postpone(this.#context.environment.clock.monotonic());
        this.#settleAt("idle");
        this.#context.onUnknown(this);
        throw new ConnectionError(
          `Cannot connect to broker ${this.nodeId} as the metadata does not list it`,
          { code: "BROKER_UNKNOWN" },
        );
      }
      this.#target = target;
      this.#transition("connecting");
      this.#startedAt = this.#context.environment.clock.monotonic();
      const controller = this.#controller = new AbortController();
      try {
        const connection = await this.#context.open(this, target, controller.signal);
        if (controller.signal.aborted) connection.close();
        else return this.#adopt(connection);
        this.#throwIfClosed();
      } catch (error) {
        this.#throwIfClosed();
        if (!controller.signal.aborted) {
          this.#failed(target, error as Error);
          throw error;
        }
      } finally {
        this.#controller = undefined;
      }
      // The broker moved while we were on our way, or it is there again.
      this.#settleAt("idle");
    }
  }

  #adopt(connection: Connection): Connection {
    this.#connection = connection;
    this.#handshakeAnswers = connection.answers;
    this.#transition("ready");
    const ending: Promise<void> = connection.closed.then(() => {
      this.#endings.delete(ending);
    });
    this.#endings.add(ending);
    this.#watchIdle(connection);
    this.#context.onConnect(this, connection);
    connection.onClose((error) => this.#lost(connection, error));
    return connection;
  }

  #failed(target: ConnectionTarget, error: Error): void {
    this.#failures++;
    this.#postpone(this.#context.environment.clock.monotonic());
    this.#settleAt("idle");
    this.#context.onConnectError(this, target, error);
  }

  #lost(connection: Connection, error: Error | undefined): void {
    this.#connection = undefined;
    this.#idleTimer?.cancel();
    this.#settleAt("idle");
    if (error !== undefined && this.#state !== "closed") {
      // Counted from the start of the attempt: one that lived for long is replaced at once, and
      // one that dies after each handshake makes no storm.
      this.#failures = connection.answers > this.#handshakeAnswers ? 0 : this.#failures + 1;
      if (!isMove(error)) this.#postpone(this.#startedAt);
    }
    this.#context.onDisconnect(this, connection, error);
  }

  #postpone(from: number): void {
    const { backoff, environment } = this.#context;
    const waitMs = backoffMs(Math.max(1, this.#failures), backoff, () => environment.random());
    this.#retryAt = from + waitMs;
  }

  async #backOff(): Promise<void> {
    const { clock } = this.#context.environment;
    const waitMs = this.#retryAt - clock.monotonic();
    if (waitMs <= 0) return;
    this.#transition("waiting");
    this.#target ??= this.#context.target(this.nodeId);
    const wait = this.#wait = deferred<void>();
    this.#waitTimer = clock.setTimer(() => this.#endWait(), waitMs);
    await wait.promise;
  }

  #endWait(): void {
    this.#waitTimer?.cancel();
    this.#wait?.resolve();
    this.#wait = undefined;
  }

  #watchIdle(connection: Connection): void {
    const { connectionIdleMs, environment } = this.#context;
    if (connectionIdleMs === Infinity) return;
    const look = () => {
      if (this.#connection !== connection || !connection.open) return;
      const idleAt = connection.lastUsedAt + connectionIdleMs;
      const now = environment.clock.monotonic();
      if (connection.inFlight === 0 && now >= idleAt) {
        connection.close();
        return;
      }
      const delayMs = connection.inFlight === 0 ? idleAt - now : connectionIdleMs;
      this.#idleTimer = environment.clock.setTimer(look, delayMs);
    };
    this.#idleTimer?.cancel();
    this.#idleTimer = environment.clock.setTimer(look, connectionIdleMs);
  }

  #throwIfClosed(): void {
    if (this.#closeError !== undefined) throw this.#closeError;
  }

  #settleAt(state: ChannelState): void {
    if (this.#state !== "closed" && this.#state !== state) this.#transition(state);
  }

  #transition(to: ChannelState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(
        `Cannot take the channel to ${this.#name()} from "${this.#state}" to "${to}"`,
      );
    }
    this.#state = to;
  }

  #name(): string {
    const target = this.#target ?? this.#context.target(this.nodeId);
    const address = target === undefined ? undefined : formatAddress(target.address);
    if (this.nodeId < 0) return address ?? "a bootstrap address";
    return address === undefined ? `broker ${this.nodeId}` : `${address} (id ${this.nodeId})`;
  }
}

function sameTarget(a: ConnectionTarget, b: ConnectionTarget): boolean {
  return a.address.host === b.address.host && a.address.port === b.address.port;
}

function isMove(error: Error): boolean {
  return error instanceof ConnectionError && error.code === "BROKER_MOVED";
}
