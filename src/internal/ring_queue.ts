/**
 * A first-in, first-out queue whose every operation takes constant time,
 * unlike `Array.shift`.
 *
 * @module
 */

/** The capacity of a new queue, and the least that it shrinks to. A power of two. */
const MIN_CAPACITY = 16;

/**
 * A first-in, first-out queue over a ring that grows and shrinks by powers of
 * two. A slot is emptied as soon as its item leaves, so that the queue keeps
 * nothing alive that is no longer in it.
 */
export class RingQueue<T> {
  #slots: (T | undefined)[] = new Array(MIN_CAPACITY).fill(undefined);
  #head = 0;
  #length = 0;

  /** How many items wait. */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds an item at the end.
   *
   * @param item The item.
   */
  push(item: T): void {
    if (this.#length === this.#slots.length) this.#resize(this.#slots.length * 2);
    this.#slots[(this.#head + this.#length) & (this.#slots.length - 1)] = item;
    this.#length++;
  }

  /**
   * Takes the oldest item.
   *
   * @returns The item, or `undefined` when the queue is empty.
   */
  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#slots[this.#head];
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#length--;
    // A quarter, not a half, so that a queue at the border does not resize at every step.
    if (this.#slots.length > MIN_CAPACITY && this.#length <= this.#slots.length / 4) {
      this.#resize(this.#slots.length / 2);
    }
    return item;
  }

  /**
   * Looks at the oldest item without taking it.
   *
   * @returns The item, or `undefined` when the queue is empty.
   */
  peek(): T | undefined {
    return this.#length === 0 ? undefined : this.#slots[this.#head];
  }

  /** Drops every item. */
  clear(): void {
    this.#slots = new Array(MIN_CAPACITY).fill(undefined);
    this.#head = 0;
    this.#length = 0;
  }

  /**
   * Walks over the items, oldest first, without taking them. Items pushed
   * meanwhile are visited; taking items meanwhile shifts the walk.
   *
   * @returns The items in their order.
   */
  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; index < this.#length; index++) {
      yield this.#slots[(this.#head + index) & (this.#slots.length - 1)] as T;
    }
  }

  #resize(capacity: number): void {
    const slots: (T | undefined)[] = new Array(capacity).fill(undefined);
    for (let index = 0; index < this.#length; index++) {
      slots[index] = this.#slots[(this.#head + index) & (this.#slots.length - 1)];
    }
    this.#slots = slots;
    this.#head = 0;
  }
}
