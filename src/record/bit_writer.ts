/**
 * Writes bits, the lowest first.
 *
 * @module
 */

/** Collects bits into bytes. */
export class BitWriter {
  /** Where the bytes go. */
  readonly bytes: Uint8Array;
  /** Where the next byte goes. Past the end of the buffer nothing is written, and this shows it. */
  offset: number;
  #pending = 0;
  #count = 0;

  /**
   * Starts to write.
   *
   * @param bytes Where the bytes go.
   * @param offset Where in it to start.
   */
  constructor(bytes: Uint8Array, offset: number) {
    this.bytes = bytes;
    this.offset = offset;
  }

  /**
   * Writes some bits.
   *
   * @param value Their value; higher bits are ignored.
   * @param count How many, 24 at most.
   */
  write(value: number, count: number): void {
    let pending = this.#pending | ((value & ((1 << count) - 1)) << this.#count);
    let total = this.#count + count;
    while (total >= 8) {
      this.bytes[this.offset++] = pending;
      pending >>>= 8;
      total -= 8;
    }
    this.#pending = pending;
    this.#count = total;
  }

  /**
   * Fills up the last byte with zeros.
   *
   * @returns The offset after it.
   */
  align(): number {
    if (this.#count > 0) this.write(0, 8 - this.#count);
    return this.offset;
  }

  /**
   * Ends a stream that is read from its end: a one marks where it starts.
   *
   * @returns The offset after it.
   */
  close(): number {
    this.write(1, 1);
    return this.align();
  }
}
