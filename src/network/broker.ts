/**
 * A channel: the place of one connection to one broker, for one use of one owner.
 *
 * @module
 */

import type { ClientApi } from "../protocol/api.ts";
import type { Connection, SubmitOptions } from "./connection.ts";

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

/** The place of one connection to one broker, for one use of one owner: connects on demand. */
export class Channel {
  /** The broker's node id; negative for a bootstrap address. */
  readonly nodeId: number = -1;
  /** What it is for. */
  readonly use: ConnectionUse = "metadata";
  /** Whose it is. */
  readonly owner: string = "";

  /** The connection, when there is a live one. The way without a promise. */
  get current(): Connection | undefined {
    throw new Error("Not built yet");
  }

  /** Whether there is a live connection. */
  get connected(): boolean {
    throw new Error("Not built yet");
  }

  /** Until when it is muted (KIP-219), on the monotonic clock. */
  get mutedUntil(): number {
    throw new Error("Not built yet");
  }

  /** Until when no new attempt to connect will start, on the monotonic clock. */
  get retryAt(): number {
    throw new Error("Not built yet");
  }

  /** How many requests wait to be written or answered. */
  get inFlight(): number {
    throw new Error("Not built yet");
  }

  /**
   * Connects if needed. Concurrent callers share one attempt; after a failure the next one waits for the backoff.
   *
   * @param signal Gives up waiting; the attempt goes on for others.
   * @returns The connection.
   * @throws {ConnectionError} When the attempt fails; retriable unless the error says otherwise.
   */
  ready(_signal?: AbortSignal): Promise<Connection> {
    throw new Error("Not built yet");
  }

  /**
   * Connects if needed, sends and waits for the answer.
   *
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
   * @param cause Why, for every waiter.
   */
  close(_cause?: Error): void {
    throw new Error("Not built yet");
  }

  /** Ends only the connection, if there is one; the next use connects anew. */
  disconnect(_cause?: Error): void {
    throw new Error("Not built yet");
  }
}
