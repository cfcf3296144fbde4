/**
 * Buffers that are used again instead of allocated anew.
 *
 * @module
 */

/** The smallest buffer that a pool hands out. */
const MIN_CLASS = 11;
/** Classes 2^11 (2 KiB) to 2^30; larger buffers are allocated and never kept. */
const MAX_CLASS = 30;
/** What freed buffers are filled with in poison mode. */
const POISON = 0xdb;

/** How a {@linkcode BufferPool} is set up. */
export interface BufferPoolOptions {
  /** How many bytes of free buffers are kept at most; what is given back past that is left to the garbage collector. */
  maxBytes: number;
  /**
   * Whether buffers are filled with 0xDB when they are given back, so that a
   * test sees every use after that.
   *
   * @default false
   */
  poison?: boolean;
}

/** A pool of buffers in sizes that are powers of two, from 2 KiB. */
export class BufferPool {
  readonly #maxBytes: number;
  readonly #poison: boolean;
  readonly #free: Uint8Array[][] = [];
  #freeBytes = 0;

  /**
   * Makes an empty pool.
   *
   * @param options How much to keep, and whether to poison.
   */
  constructor(options: BufferPoolOptions) {
    this.#maxBytes = options.maxBytes;
    this.#poison = options.poison ?? false;
    for (let i = 0; i <= MAX_CLASS; i++) this.#free.push([]);
  }

  /** How many bytes of free buffers are held. */
  get freeBytes(): number {
    return this.#freeBytes;
  }

  /**
   * Takes a buffer out of the pool, or allocates one. Its content is arbitrary.
   *
   * @param minBytes The size that is needed.
   * @returns A buffer of that size or the next power of two.
   */
  take(minBytes: number): Uint8Array {
    const sizeClass = classOf(minBytes);
    if (sizeClass > MAX_CLASS) return new Uint8Array(minBytes);
    const buffer = this.#free[sizeClass].pop();
    if (buffer === undefined) return new Uint8Array(2 ** sizeClass);
    this.#freeBytes -= buffer.length;
    return buffer;
  }

  /**
   * Gives a buffer back. Nothing may read or write it afterwards.
   *
   * @param buffer What {@linkcode BufferPool.take} returned.
   */
  give(buffer: Uint8Array): void {
    if (this.#poison) buffer.fill(POISON);
    const sizeClass = classOf(buffer.length);
    if (sizeClass > MAX_CLASS || buffer.length !== 2 ** sizeClass) return;
    if (this.#freeBytes + buffer.length > this.#maxBytes) return;
    this.#freeBytes += buffer.length;
    this.#free[sizeClass].push(buffer);
  }
}

function classOf(bytes: number): number {
  if (bytes <= 2 ** MIN_CLASS) return MIN_CLASS;
  if (bytes > 2 ** MAX_CLASS) return MAX_CLASS + 1;
  return 32 - Math.clz32(bytes - 1);
}
