/**
 * Random numbers that follow from a seed, the same on every runtime.
 *
 * @module
 */

const INTERESTING: readonly number[] = [
  0,
  1,
  2,
  3,
  0x3f,
  0x40,
  0x7e,
  0x7f,
  0x80,
  0xfe,
  0xff,
  0x100,
  0x3fff,
  0x4000,
  0x7fff,
  0x8000,
  0xffff,
  0x10000,
  0x1fffff,
  0x200000,
  0xfffffff,
  0x10000000,
  0x7ffffffe,
  0x7fffffff,
  0x80000000,
  0xfffffffe,
  0xffffffff,
];

/** A source of random numbers (sfc32), seeded by any values. */
export class Random {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #counter = 1;

  /** @param seeds What the numbers follow from. */
  constructor(...seeds: readonly (number | string)[]) {
    for (const code of new TextEncoder().encode(seeds.join("/"))) {
      this.#a = Math.imul(this.#a ^ code, 0x01000193);
      this.#b = Math.imul(this.#b + code, 0x85ebca6b);
      this.next();
    }
    for (let i = 0; i < 12; i++) this.next();
  }

  /** An unsigned 32-bit integer. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum | 0;
    return sum >>> 0;
  }

  /** An integer from 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor(this.next() / 2 ** 32 * limit);
  }

  /** Whether something with this probability happens. */
  chance(probability: number): boolean {
    return this.next() < probability * 2 ** 32;
  }

  /** One of a list. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** A size that is small most of the time, and seldom near `limit`. */
  size(limit: number): number {
    return this.below(this.chance(0.7) ? Math.min(limit, 8) + 1 : this.below(limit + 1) + 1);
  }

  /** An unsigned 32-bit integer that is often near a limit of something. */
  integer(): number {
    if (this.chance(0.4)) return this.below(200);
    return this.chance(0.7) ? this.pick(INTERESTING) : this.next();
  }

  /** A signed 64-bit integer that is often near a limit of something. */
  long(): bigint {
    if (this.chance(0.5)) return BigInt(this.integer()) - (this.chance(0.5) ? 0n : 0x80000000n);
    const bits = BigInt.asIntN(64, (BigInt(this.next()) << 32n) | BigInt(this.next()));
    return bits >> BigInt(this.below(64));
  }

  /** Random bytes. */
  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = this.next() >>> 16;
    return bytes;
  }
}
