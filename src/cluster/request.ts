/**
 * The one loop that repeats a request until it succeeds, cannot, or is late.
 *
 * @module
 */

import { KafkaError, TimeoutError } from "../errors.ts";
import { backoffMs, type BackoffOptions } from "../internal/backoff.ts";
import type { Environment } from "../internal/environment.ts";
import type { Emit } from "../internal/events.ts";
import { abortedError, onAbort } from "../internal/signal.ts";
import type { Channel, ConnectionUse } from "../network/broker.ts";
import type { ClientApi } from "../protocol/api.ts";
import { brokerError, classify } from "./error_class.ts";
import { pause, within } from "../internal/pause.ts";

/** How to send a request with retries. */
export interface RequestOptions<Response> {
  /** The broker, or a function that finds it anew for each try; `undefined` means any. */
  readonly nodeId?: number | (() => number | undefined);
  /** Which of the broker's connections. */
  readonly use: ConnectionUse;
  /** Whose connection. @default {""} */
  readonly owner?: string;
  /** Gives up. */
  readonly signal?: AbortSignal;
  /** The limit for all tries together, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
  /** The error code of an answer, 0 for none; it is classified, and thrown or retried. @default {none is looked for} */
  readonly errorOf?: (response: Response, version: number) => number;
  /** What is being done, to follow "Cannot". @default {the API's name} */
  readonly action?: string;
  /** What the error names besides. */
  readonly topic?: string;
  /** What the error names besides. */
  readonly partition?: number;
}

/** What the loop needs of its cluster. */
export interface RequestContext {
  /** Time and randomness. */
  readonly environment: Environment;
  /** Tells events. */
  readonly emit: Emit;
  /** The waits between tries. */
  readonly backoff: BackoffOptions;
  /** The limit for one try, and for all unless said otherwise, in ms. */
  readonly requestTimeoutMs: number;
  /** Fires when the cluster is closed, with the error for every waiter. */
  readonly signal: AbortSignal;
  /**
   * Finds the channel for the next try.
   *
   * @param nodeId The broker, or `undefined` for any.
   * @param avoid The broker that just failed; another one is better, when any will do.
   * @param limits For how long, where the cluster has to be found first.
   */
  route(
    nodeId: number | undefined,
    use: ConnectionUse,
    owner: string,
    avoid: number | undefined,
    limits: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<Channel>;
  /** The metadata is stale. */
  invalidate(reason: string, topics: readonly string[]): void;
}

/**
 * Sends a request, and again with exponential backoff and jitter (KIP-580) as
 * long as what goes wrong may go right later.
 *
 * @param context What it needs of its cluster.
 * @param api The API.
 * @param request The request, or a function that makes it for the negotiated version of each try.
 * @param options How to send it.
 * @returns The first answer without an error.
 * @throws The last error, when the time is over; the first that no retry mends, at once.
 */
export async function requestWithRetries<Request, Response>(
  context: RequestContext,
  api: ClientApi<Request, Response>,
  request: Request | ((version: number) => Request),
  options: RequestOptions<Response>,
): Promise<Response> {
  const { environment, backoff } = context;
  const { clock } = environment;
  const timeoutMs = options.timeoutMs ?? context.requestTimeoutMs;
  const action = options.action ?? `send ${api.name}`;
  const deadline = clock.monotonic() + timeoutMs;
  const life = new AbortController();
  const detach = [
    onAbort(context.signal, () => life.abort(context.signal.reason)),
    onAbort(options.signal, () => life.abort(abortedError(options.signal as AbortSignal, action))),
  ];
  let last: Error | undefined;
  let avoid: number | undefined;
  try {
    for (let failures = 1;; failures++) {
      try {
        return await attempt(life.signal);
      } catch (error) {
        if (life.signal.aborted) throw life.signal.reason;
        if (!(error instanceof KafkaError) || !error.retriable) throw error;
        last = error;
      }
      const inMs = backoffMs(failures, backoff, () => environment.random());
      // To wait for longer than there is time would only hide the error behind a timeout.
      if (clock.monotonic() + inMs >= deadline) throw last;
      context.emit("retry", {
        what: api.name,
        topic: options.topic,
        partition: options.partition,
        error: last,
        inMs,
      });
      await pause(clock, inMs, life.signal);
    }
  } finally {
    for (const off of detach) off();
  }

  async function attempt(signal: AbortSignal): Promise<Response> {
    const nodeId = typeof options.nodeId === "function" ? options.nodeId() : options.nodeId;
    const { use, owner = "" } = options;
    const left = () => Math.max(1, deadline - clock.monotonic());
    const channel = await context.route(nodeId, use, owner, avoid, { signal, timeoutMs: left() });
    avoid = channel.nodeId;
    const connection = channel.current ?? await within(clock, channel.ready(signal), left(), () =>
      // What went wrong before says more than that the time is over.
      last ?? new TimeoutError(`Cannot ${action} within ${timeoutMs} ms`));
    const pending = connection.submit(api, request, {
      signal,
      timeoutMs: Math.min(context.requestTimeoutMs, left()),
    });
    const response = await pending.response;
    const code = options.errorOf?.(response, pending.version) ?? 0;
    const meaning = classify(api.key, code);
    if (meaning.success) return response;
    const { topic, partition } = options;
    if (meaning.refreshMetadata) {
      context.invalidate(
        `${api.name} was answered with an error`,
        topic === undefined ? [] : [topic],
      );
    }
    throw brokerError(api, code, {
      action,
      broker: connection.broker,
      ...(topic === undefined ? {} : { topic }),
      ...(partition === undefined ? {} : { partition }),
    });
  }
}
