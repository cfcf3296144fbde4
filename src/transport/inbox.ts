/**
 * Turns the bytes that a runtime pushes at us into reads that ask for them.
 *
 * @module
 */

import { type Deferred, deferred } from "../internal/deferred.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import { concurrentRead, emptyRead } from "./misuse.ts";

/** How many bytes wait before the source is paused. */
const HIGH_WATER_BYTES = 256 * 1024;

/** What the bytes come from. */
export interface PausableSource {
  /** Stops the bytes soon; those that still come are kept. */
  pause(): void;
  /** Lets them come again. */
  resume(): void;
}

/**
 * Bytes that came and were not read yet. When more than a quarter of a
 * mebibyte waits, the source is paused until all of it was read, so that a
 * slow reader is felt by the sender.
 */
export class Inbox {
  readonly #source: PausableSource;
  readonly #chunks = new RingQueue<Uint8Array>();
  #bytes = 0;
  /** How much of the first chunk was read. */
  #offset = 0;
  #paused = false;
  #ended = false;
  #failure: Error | undefined;
  #into: Uint8Array | undefined;
  #pending: Deferred<number | null> | undefined;

  /** @param source What the bytes come from. */
  constructor(source: PausableSource) {
    this.#source = source;
  }

  /** Whether the other side has ended its half. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Takes bytes that came.
   *
   * @param chunk The bytes. They are kept, not copied, unless a read waits for them.
   */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0 || this.#failure !== undefined) return;
    const into = this.#into;
    if (into !== undefined) {
      const length = Math.min(into.length, chunk.length);
      into.set(length === chunk.length ? chunk : chunk.subarray(0, length));
      this.#settle((pending) => pending.resolve(length));
      if (length === chunk.length) return;
      chunk = chunk.subarray(length);
    }
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes > HIGH_WATER_BYTES && !this.#paused) {
      this.#paused = true;
      this.#source.pause();
    }
  }

  /** Says that the other side has ended its half: once all is read, reads give `null`. */
  end(): void {
    this.#ended = true;
    this.#settle((pending) => pending.resolve(null));
  }

  /**
   * Says that nothing comes any more. What came before it is still read.
   *
   * @param error What reads reject with after that.
   */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#settle((pending) => pending.reject(error));
  }

  /**
   * Drops what waits, and rejects this and every later read.
   *
   * @param error What to reject with.
   */
  close(error: Error): void {
    this.#chunks.clear();
    this.#bytes = 0;
    this.#offset = 0;
    this.#ended = false;
    this.#failure = error;
    this.#settle((pending) => pending.reject(error));
  }

  /**
   * Reads what waits, or else what comes next.
   *
   * @param into Where to put it.
   * @returns How many bytes came, or `null` at the end.
   */
  read(into: Uint8Array): Promise<number | null> {
    if (this.#pending !== undefined) return Promise.reject(concurrentRead());
    if (into.length === 0) return Promise.reject(emptyRead());
    if (this.#bytes > 0) return Promise.resolve(this.#take(into));
    if (this.#ended) return Promise.resolve(null);
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    this.#into = into;
    this.#pending = deferred<number | null>();
    return this.#pending.promise;
  }

  #take(into: Uint8Array): number {
    let filled = 0;
    while (filled < into.length) {
      const chunk = this.#chunks.peek();
      if (chunk === undefined) break;
      const length = Math.min(into.length - filled, chunk.length - this.#offset);
      into.set(chunk.subarray(this.#offset, this.#offset + length), filled);
      filled += length;
      this.#offset += length;
      if (this.#offset === chunk.length) {
        this.#chunks.shift();
        this.#offset = 0;
      }
    }
    this.#bytes -= filled;
    if (this.#paused && this.#bytes === 0) {
      this.#paused = false;
      this.#source.resume();
    }
    return filled;
  }

  #settle(how: (pending: Deferred<number | null>) => void): void {
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    this.#into = undefined;
    how(pending);
  }
}
