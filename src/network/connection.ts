/**
 * One connection to one broker.
 *
 * @module
 */

import type { ApiInfo, ClientApi } from "../protocol/api.ts";

/** How to send one request. */
export interface SubmitOptions {
  /** The limit for the answer, in ms. @default {the client's requestTimeoutMs} */
  readonly timeoutMs?: number;
  /** Gives the request up: it is not sent any more, or its answer is thrown away. */
  readonly signal?: AbortSignal;
  /** No answer will come (Produce with acks 0); `response` then resolves with `undefined` once written. @default {false} */
  readonly noResponse?: boolean;
  /**
   * After how long without an answer the broker counts as suspicious, in ms.
   * @default {1500, or Infinity for an API that waits by itself: Fetch, JoinGroup, SyncGroup and what takes a timeout}
   */
  readonly slowAfterMs?: number;
}

/** A request on its way. */
export interface PendingRequest<Response> {
  /** The answer. Rejects with a TimeoutError, an AbortedError, a ProtocolError, or the connection's error. */
  readonly response: Promise<Response>;
  /** Settles (never rejects) when the transport no longer refers to the request's chunks, also after failure. */
  readonly written: Promise<void>;
  /** Whether any of it was given to the transport: if not, the broker has certainly not seen it. */
  readonly sent: boolean;
  /** The version that was negotiated, or -1 when there was none. */
  readonly version: number;
}

/** One connection to one broker. */
export class Connection {
  /** The broker, as `host:port (id N)` or `host:port`. */
  readonly broker: string = "";
  /** Resolves when the connection is over and its socket released, with why; never rejects. */
  readonly closed: Promise<Error | undefined> = Promise.resolve(undefined);

  /** Whether it can take requests. */
  get open(): boolean {
    throw new Error("Not built yet");
  }

  /** How many requests wait to be written or answered. */
  get inFlight(): number {
    throw new Error("Not built yet");
  }

  /** Until when the broker has asked us to be silent, on the monotonic clock (KIP-219). */
  get throttledUntil(): number {
    throw new Error("Not built yet");
  }

  /**
   * The version of an API that both sides speak.
   *
   * @returns The version, or `undefined` when there is none.
   */
  version(_api: ApiInfo): number | undefined {
    throw new Error("Not built yet");
  }

  /**
   * Queues a request; requests go out and are answered in the order of the calls.
   *
   * @param api The API.
   * @param request The request, or a function that makes it for the negotiated version; it is encoded before this returns.
   * @returns What becomes of it. Errors of encoding reject `response`.
   */
  submit<Request, Response>(
    _api: ClientApi<Request, Response>,
    _request: Request | ((version: number) => Request),
    _options: SubmitOptions = {},
  ): PendingRequest<Response> {
    throw new Error("Not built yet");
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @returns The answer.
   */
  send<Request, Response>(
    api: ClientApi<Request, Response>,
    request: Request | ((version: number) => Request),
    options: SubmitOptions = {},
  ): Promise<Response> {
    return this.submit(api, request, options).response;
  }

  /**
   * Ends it at once; what waits is rejected with one error. Doing it twice is fine.
   *
   * @param cause Why, for every waiter.
   */
  close(_cause?: Error): void {
    throw new Error("Not built yet");
  }
}
