/**
 * One request on its way through a connection.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import type { ClientApi } from "../protocol/api.ts";

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
  /** Exactly this version, without negotiation. @default {the highest that both sides speak} */
  readonly version?: number;
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

/** What a request starts with. */
export interface PendingInit<Response> {
  /** The API. */
  readonly api: ClientApi<never, Response>;
  /** The version, or -1. */
  readonly version: number;
  /** The number that the answer carries back. */
  readonly correlationId: number;
  /** The frame. */
  readonly chunks: readonly Uint8Array[];
  /** Whether an answer will come. */
  readonly expectsResponse: boolean;
  /** When its time limit starts to run, on the monotonic clock. */
  readonly startAt: number;
  /** Its time limit, in ms. */
  readonly timeoutMs: number;
  /** After how long the broker counts as suspicious, in ms. */
  readonly slowAfterMs: number;
}

const NO_CHUNKS: readonly Uint8Array[] = [];
const WRITTEN: Promise<void> = Promise.resolve();

/**
 * One request on its way. Its caller may be gone (timed out, aborted) while
 * the wire still owes the answer: then it is settled and stays in line.
 */
export class Pending<Response> implements PendingRequest<Response> {
  readonly response: Promise<Response>;
  readonly api: ClientApi<never, Response>;
  readonly version: number;
  readonly correlationId: number;
  readonly expectsResponse: boolean;
  readonly timeoutMs: number;
  /** The frame, until it is written or dropped. */
  chunks: readonly Uint8Array[];
  sent = false;
  /** Whether the caller was told. */
  settled = false;
  /** When the caller's patience ends, on the monotonic clock. */
  deadline: number;
  /** When the broker counts as suspicious. */
  slowAt: number;
  /** When it was given to the transport. */
  sentAt = 0;
  #resolve!: (response: Response) => void;
  #reject!: (error: unknown) => void;
  #released = false;
  #written: Deferred<void> | undefined;
  #detach: (() => void) | undefined;

  /** @param init What it starts with. */
  constructor(init: PendingInit<Response>) {
    this.api = init.api;
    this.version = init.version;
    this.correlationId = init.correlationId;
    this.chunks = init.chunks;
    this.expectsResponse = init.expectsResponse;
    this.timeoutMs = init.timeoutMs;
    this.deadline = init.startAt + init.timeoutMs;
    this.slowAt = init.startAt + init.slowAfterMs;
    this.response = new Promise<Response>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  get written(): Promise<void> {
    if (this.#released) return WRITTEN;
    this.#written ??= deferred<void>();
    return this.#written.promise;
  }

  /** What takes the abort listener off when it is settled. */
  onSettled(detach: () => void): void {
    if (this.settled) detach();
    else this.#detach = detach;
  }

  /** Gives the caller the answer. */
  fulfil(response: Response): void {
    if (this.#settle()) this.#resolve(response);
  }

  /** Gives the caller an error. */
  fail(error: unknown): void {
    if (this.#settle()) this.#reject(error);
  }

  /** Says that the transport does not refer to the frame, or not any more. */
  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.chunks = NO_CHUNKS;
    this.#written?.resolve();
  }

  /** Moves its limits, for a throttle that is no fault of the broker's health. */
  delay(ms: number): void {
    this.deadline += ms;
    this.slowAt += ms;
  }

  #settle(): boolean {
    if (this.settled) return false;
    this.settled = true;
    this.#detach?.();
    this.#detach = undefined;
    return true;
  }
}
