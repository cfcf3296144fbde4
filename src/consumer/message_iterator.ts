/**
 * The iterator of a consumer's stream.
 *
 * @module
 */

import type { DirectFeed, DirectSource } from "./direct_stream.ts";
import type { Message } from "./message.ts";
import type { Pacer } from "./pacer.ts";

const DONE: IteratorReturnResult<undefined> = Object.freeze({ done: true, value: undefined });

/**
 * Iterates over a stream, whose lock it holds, by taking items straight from
 * where they were fetched to. The event loop gets a turn at least every 5 ms.
 *
 * Leaving a `for await` loop closes the consumer, unless `preventCancel` was
 * given to `values()`. Several `next()` may be called without waiting: they are
 * served in their order.
 */
export class MessageIterator<T = Message> implements AsyncIterableIterator<T, undefined, unknown> {
  readonly #source: DirectSource<T>;
  readonly #feed: DirectFeed<T>;
  readonly #pacer: Pacer;
  readonly #reader: ReadableStreamDefaultReader<T>;
  readonly #preventCancel: boolean;
  /** Whether items come straight from the feed: the platform's queue was found empty. */
  #direct = false;
  #done = false;
  /** The last `next()` that had to wait, while there is one. */
  #last: Promise<unknown> | undefined;

  /**
   * Iterators come from a stream; there is no need to make one.
   *
   * @param source What the stream takes from.
   * @param reader The stream's lock.
   * @param preventCancel Whether leaving only lets go of the stream.
   */
  constructor(
    source: DirectSource<T>,
    reader: ReadableStreamDefaultReader<T>,
    preventCancel: boolean,
  ) {
    this.#source = source;
    this.#feed = source.feed;
    this.#pacer = source.pacer;
    this.#reader = reader;
    this.#preventCancel = preventCancel;
  }

  /**
   * Asks for the next item.
   *
   * @returns The item, or done at the end.
   * @throws What the stream failed with, once; it is done after that.
   */
  next(): Promise<IteratorResult<T, undefined>> {
    if (this.#direct && this.#last === undefined) {
      const value = this.#feed.take();
      if (value !== undefined) {
        if (!this.#pacer.due()) return Promise.resolve({ done: false, value });
        return this.#inTurn(this.#afterTurn(value));
      }
    }
    return this.#inTurn(this.#wait(this.#last));
  }

  /**
   * Leaves: closes the stream, or only lets go of it.
   *
   * @returns Done, when that is done.
   */
  async return(): Promise<IteratorReturnResult<undefined>> {
    if (this.#done) return DONE;
    this.#done = true;
    const release = this.#feed.environment.hold();
    try {
      const cancelled = this.#preventCancel ? undefined : this.#reader.cancel();
      this.#letGo();
      // A `next()` that waits must not wait for ever.
      this.#feed.ring();
      await cancelled;
    } finally {
      release();
    }
    return DONE;
  }

  /**
   * Leaves, because of an error.
   *
   * @param error The error.
   * @throws That error, when the stream is closed.
   */
  async throw(error?: unknown): Promise<IteratorResult<T, undefined>> {
    await this.return();
    throw error;
  }

  /** Itself, so that it can be iterated over. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Leaves, as `return()` does. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  /** Makes later calls wait for this one. */
  #inTurn(
    result: Promise<IteratorResult<T, undefined>>,
  ): Promise<IteratorResult<T, undefined>> {
    const settled = () => {
      if (this.#last === last) this.#last = undefined;
    };
    const last = result.then(settled, settled);
    this.#last = last;
    return result;
  }

  async #afterTurn(value: T): Promise<IteratorResult<T, undefined>> {
    await this.#pacer.turn();
    return { done: false, value };
  }

  /** Waits for earlier calls, then for an item. */
  async #wait(before: Promise<unknown> | undefined): Promise<IteratorResult<T, undefined>> {
    if (before !== undefined) await before;
    if (this.#done) return DONE;
    const feed = this.#feed;
    const pacer = this.#pacer;
    const release = feed.environment.hold();
    try {
      feed.begin();
      for (;;) {
        if (this.#done) return DONE;
        const left = this.#direct ? undefined : await this.#leftInQueue();
        if (left !== undefined) return left;
        const value = feed.take();
        if (value !== undefined) {
          if (pacer.due()) await pacer.turn();
          return { done: false, value };
        }
        if (feed.ended) return this.#finish();
        await feed.wait();
        pacer.turned();
      }
    } finally {
      release();
    }
  }

  /**
   * Takes what an earlier read left in the platform's queue when it gave its
   * lock up. From when that is empty nobody can fill it: the lock is ours.
   */
  async #leftInQueue(): Promise<IteratorResult<T, undefined> | undefined> {
    this.#source.withdraw();
    if (this.#source.behind) {
      const result = await this.#reader.read();
      if (!result.done) return { done: false, value: result.value };
    }
    this.#direct = true;
    return undefined;
  }

  #finish(): IteratorResult<T, undefined> {
    const { error } = this.#feed;
    this.#done = true;
    this.#letGo();
    if (error !== undefined) throw error;
    return DONE;
  }

  #letGo(): void {
    this.#direct = false;
    this.#reader.releaseLock();
  }
}
