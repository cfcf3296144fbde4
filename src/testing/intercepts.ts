/**
 * The hooks that are in place, and the log of requests.
 *
 * @module
 */

import { deferred } from "../internal/deferred.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import type {
  Intercept,
  InterceptHandler,
  InterceptOptions,
  ObservedRequest,
  RequestFilter,
} from "./control.ts";

/** Which API a hook is for: its name or key, or `"*"`. */
export type ApiSelector = string | number;

interface Waiter {
  readonly count: number;
  readonly resolve: (request: ObservedRequest) => void;
}

/** One hook. */
export class Hook implements Intercept {
  /** The requests that it got so far. */
  readonly requests: ObservedRequest[] = [];
  /** What decides. */
  readonly handler: InterceptHandler;
  readonly #api: ApiSelector;
  readonly #options: InterceptOptions;
  readonly #onRemove: (hook: Hook) => void;
  #left: number;
  #waiters: Waiter[] = [];

  /**
   * @param api Which API.
   * @param handler What decides.
   * @param options Which requests, and how often.
   * @param onRemove Is called when it is to go.
   */
  constructor(
    api: ApiSelector,
    handler: InterceptHandler,
    options: InterceptOptions,
    onRemove: (hook: Hook) => void,
  ) {
    this.handler = handler;
    this.#api = api;
    this.#options = options;
    this.#onRemove = onRemove;
    this.#left = options.keep === true ? Infinity : options.times ?? 1;
  }

  /** Whether a request is for this hook. */
  fits(request: ObservedRequest): boolean {
    const { broker, when } = this.#options;
    if (this.#api !== "*" && this.#api !== request.api && this.#api !== request.apiKey) {
      return false;
    }
    return (broker === undefined || broker === request.brokerId) && (when?.(request) ?? true);
  }

  /** Counts a request. */
  count(request: ObservedRequest): void {
    this.requests.push(request);
    if (--this.#left <= 0) this.remove();
    this.#waiters = this.#waiters.filter((waiter) => {
      if (this.requests.length < waiter.count) return true;
      waiter.resolve(request);
      return false;
    });
  }

  /** Waits until it got so many requests. */
  called(count = 1): Promise<ObservedRequest> {
    if (this.requests.length >= count) return Promise.resolve(this.requests[count - 1]);
    const { promise, resolve } = deferred<ObservedRequest>();
    this.#waiters.push({ count, resolve });
    return promise;
  }

  /** Takes it away. */
  remove(): void {
    this.#onRemove(this);
  }
}

/** All hooks, in the order in which they came. */
export class Hooks {
  #hooks: readonly Hook[] = [];

  /** Whether there is none. */
  get empty(): boolean {
    return this.#hooks.length === 0;
  }

  /** Puts a hook in place. */
  add(api: ApiSelector, handler: InterceptHandler, options: InterceptOptions): Hook {
    const hook = new Hook(api, handler, options, (gone) => {
      this.#hooks = this.#hooks.filter((other) => other !== gone);
    });
    this.#hooks = [...this.#hooks, hook];
    return hook;
  }

  /** The hooks for a request at this moment; each is still to be counted when it is asked. */
  list(): readonly Hook[] {
    return this.#hooks;
  }

  /** Whether a hook is still in place. */
  has(hook: Hook): boolean {
    return this.#hooks.includes(hook);
  }
}

/** The last requests that came. */
export class RequestLog {
  readonly #limit: number;
  readonly #requests = new RingQueue<ObservedRequest>();

  /** @param limit How many are kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a request. */
  add(request: ObservedRequest): void {
    if (this.#limit === 0) return;
    if (this.#requests.length >= this.#limit) this.#requests.shift();
    this.#requests.push(request);
  }

  /** The requests that fit, oldest first. */
  list(filter: RequestFilter): ObservedRequest[] {
    return [...this.#requests].filter((request) =>
      (filter.api === undefined || filter.api === request.api) &&
      (filter.broker === undefined || filter.broker === request.brokerId) &&
      (filter.connectionId === undefined || filter.connectionId === request.connectionId) &&
      (filter.clientId === undefined || filter.clientId === request.clientId)
    );
  }

  /** Forgets them. */
  clear(): void {
    this.#requests.clear();
  }
}
