/**
 * A ReadableStream over a feed that its own iterator can also take from
 * directly.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import { MessageIterator } from "./message_iterator.ts";
import { Pacer } from "./pacer.ts";

/** Where a stream takes its items from. */
export interface DirectFeed<T> {
  /** The turns of the event loop, and the life of the process. */
  readonly environment: Environment;
  /** Whether nothing more will come. */
  readonly ended: boolean;
  /** Why, if it was not on purpose. */
  readonly error: Error | undefined;
  /** Somebody reads. */
  begin(): void;
  /** Takes the next item; `undefined` when none is at hand. */
  take(): T | undefined;
  /** The same item, without keeping the fetched answer in memory that it is a small part of. */
  detach(item: T): T;
  /** Resolves when there may be something to take, or the end to notice; or a ring. */
  wait(): Promise<void>;
  /** Wakes whoever waits. */
  ring(): void;
  /** Calls back once when it has ended; at once when it has already. */
  onEnd(listener: (error: Error | undefined) => void): void;
  /** Ends it. */
  close(): Promise<void>;
}

/** The platform's side of the stream: what the controller asks for, and what it holds. */
export class DirectSource<T> {
  readonly feed: DirectFeed<T>;
  readonly pacer: Pacer;
  #controller: ReadableStreamDefaultController<T> | undefined;
  #pulling: object | undefined;
  #over = false;
  #detaching = false;

  /** @param feed Where items come from. */
  constructor(feed: DirectFeed<T>) {
    this.feed = feed;
    this.pacer = new Pacer(feed.environment);
  }

  /** Takes the controller; the platform calls it inside of the stream's constructor. */
  start(controller: ReadableStreamDefaultController<T>): void {
    this.#controller = controller;
  }

  /** Items may wait for long from now on: each gets bytes of its own. */
  detachItems(): void {
    this.#detaching = true;
  }

  /** Serves one read; without a promise where an item is at hand. */
  pull(): void | Promise<void> {
    this.feed.begin();
    const item = this.feed.take();
    if (item === undefined) return this.#pullLater();
    this.#enqueue(item);
    if (this.pacer.due()) return this.pacer.turn();
  }

  /** The stream was cancelled. Whoever cancelled it waits for that, so the process stays. */
  cancel(): Promise<void> {
    this.#over = true;
    return this.feed.close().finally(this.feed.environment.hold());
  }

  /** Whether an item sits in the platform's queue: the read that it was for gave its lock up. */
  get behind(): boolean {
    return (this.#controller?.desiredSize ?? 0) < 0;
  }

  /**
   * Lets a pull end without an item: the read that it was for is gone, and
   * whoever reads next must get the item from the feed, in its order.
   */
  withdraw(): void {
    if (this.#pulling === undefined) return;
    this.#pulling = undefined;
    this.feed.ring();
  }

  /** The feed has ended: so does the stream. */
  end(error: Error | undefined): void {
    if (this.#over) return;
    this.#over = true;
    if (error === undefined) this.#controller?.close();
    else this.#controller?.error(error);
  }

  #enqueue(item: T): void {
    this.#controller?.enqueue(this.#detaching ? this.feed.detach(item) : item);
  }

  async #pullLater(): Promise<void> {
    const token = {};
    this.#pulling = token;
    const release = this.feed.environment.hold();
    try {
      for (;;) {
        await this.feed.wait();
        this.pacer.turned();
        if (this.#pulling !== token || this.#over) return;
        const item = this.feed.take();
        if (item === undefined) continue;
        this.#enqueue(item);
        return;
      }
    } finally {
      if (this.#pulling === token) this.#pulling = undefined;
      release();
    }
  }
}

/**
 * A ReadableStream whose own iterator takes items straight from the feed: the
 * platform's way costs a queue and two promises for each. Nothing is taken
 * before it is read (the high-water mark is 0), and nothing stays in the
 * platform's queue.
 */
export class DirectStream<T> extends ReadableStream<T> {
  readonly #source: DirectSource<T>;
  #holder: string | undefined;

  /**
   * Streams come from a consumer; there is no need to make one.
   *
   * @param feed Where items come from.
   */
  constructor(feed: DirectFeed<T>) {
    const source = new DirectSource(feed);
    super({
      start: (controller) => source.start(controller),
      pull: () => source.pull(),
      cancel: () => source.cancel(),
    }, { highWaterMark: 0 });
    this.#source = source;
    feed.onEnd((error) => source.end(error));
  }

  /** Locks the stream to a BYOB reader, which only byte streams have. */
  override getReader(options: { mode: "byob" }): ReadableStreamBYOBReader;
  /** Locks the stream to a reader. */
  override getReader(): ReadableStreamDefaultReader<T>;
  /** Locks the stream to a reader. */
  override getReader(options?: ReadableStreamGetReaderOptions): ReadableStreamReader<T>;
  override getReader(options?: ReadableStreamGetReaderOptions): ReadableStreamReader<T> {
    if (options?.mode !== undefined) return super.getReader(options);
    return this.claim("get a reader", "a reader");
  }

  /**
   * Locks the stream to an iterator.
   *
   * @param options `preventCancel`: leaving the loop only lets go of the stream, and does not close it.
   * @returns The iterator.
   * @throws {TypeError} When the stream is in use.
   */
  override values(options: ReadableStreamIteratorOptions = {}): MessageIterator<T> {
    const reader = this.claim("iterate", "an iterator");
    return new MessageIterator(this.#source, reader, options.preventCancel === true);
  }

  /**
   * Locks the stream to an iterator; leaving the loop closes it.
   *
   * @param options `preventCancel`: leaving the loop only lets go of the stream, and does not close it.
   * @returns The iterator.
   * @throws {TypeError} When the stream is in use.
   */
  override [Symbol.asyncIterator](options?: ReadableStreamIteratorOptions): MessageIterator<T> {
    return this.values(options);
  }

  /** Locks the stream and writes all of it to a sink. */
  override pipeTo(
    destination: WritableStream<T>,
    options?: StreamPipeOptions,
  ): Promise<void> {
    const refusal = this.#refusal("pipe");
    return refusal === undefined ? super.pipeTo(destination, options) : Promise.reject(refusal);
  }

  /** Locks the stream and pipes it through a transform. */
  override pipeThrough<R>(
    transform: ReadableWritablePair<R, T>,
    options?: StreamPipeOptions,
  ): ReadableStream<R> {
    this.#throwIfInUse("pipe");
    return super.pipeThrough(transform, options);
  }

  /** Locks the stream and gives all of it twice. What the slower branch has not read yet waits in memory, as copies. */
  override tee(): [ReadableStream<T>, ReadableStream<T>] {
    this.#throwIfInUse("tee");
    this.#source.detachItems();
    return super.tee();
  }

  /**
   * Locks the stream to a reader, and remembers what for.
   *
   * @param action What is wanted, to follow "Cannot".
   * @param holder What will hold the stream, for the error of the next one.
   * @returns The reader.
   * @throws {TypeError} When the stream is in use.
   */
  protected claim(action: string, holder: string): ReadableStreamDefaultReader<T> {
    this.#throwIfInUse(action);
    const reader = super.getReader();
    this.#holder = holder;
    const releaseLock = reader.releaseLock.bind(reader);
    // Reads that were pending are rejected with the lock: what they asked for must not be
    // delivered to nobody.
    reader.releaseLock = () => {
      releaseLock();
      if (this.locked) return;
      this.#holder = undefined;
      this.#source.withdraw();
    };
    return reader;
  }

  /**
   * Takes what an earlier read left in the platform's queue when it gave its lock up.
   *
   * @param reader The lock, which nobody has used yet.
   * @returns The item, or `undefined` when there is none.
   */
  protected left(reader: ReadableStreamDefaultReader<T>): Promise<T | undefined> | undefined {
    this.#source.withdraw();
    if (!this.#source.behind) return undefined;
    return reader.read().then((result) => result.done ? undefined : result.value);
  }

  /** What stands in the way of another use, if anything does. */
  #refusal(action: string): TypeError | undefined {
    if (!this.locked) return undefined;
    return new TypeError(
      `Cannot ${action} as the stream is already read by ${this.#holder ?? "a pipe or a tee"}`,
    );
  }

  #throwIfInUse(action: string): void {
    const refusal = this.#refusal(action);
    if (refusal !== undefined) throw refusal;
  }
}
