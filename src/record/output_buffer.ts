/**
 * Where decompressed bytes go: it grows as they come, up to a limit.
 *
 * @module
 */

import { corruptCompressedData, decompressedTooLarge } from "./compression.ts";

/** Decompressed bytes, grown by doubling, never past a limit. */
export class OutputBuffer {
  /** The bytes so far, and room behind them. It changes when {@linkcode OutputBuffer.reserve} is called. */
  bytes: Uint8Array;
  /** How many bytes are in use. */
  length = 0;
  readonly #codec: string;
  readonly #maxBytes: number;

  /**
   * Makes an empty buffer.
   *
   * @param codec The codec's name, for errors.
   * @param maxBytes The limit.
   * @param expectedBytes How much room to start with.
   */
  constructor(codec: string, maxBytes: number, expectedBytes: number) {
    this.#codec = codec;
    this.#maxBytes = maxBytes;
    this.bytes = new Uint8Array(Math.max(0, Math.min(expectedBytes, maxBytes)));
  }

  /**
   * Makes room. The caller makes sure that the input can really come to that much.
   *
   * @param more How many bytes will be written behind those in use.
   * @throws {KafkaError} With code `"RECORD_TOO_LARGE_DECOMPRESSED"` past the limit.
   */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    if (needed > this.#maxBytes) throw decompressedTooLarge(this.#codec, this.#maxBytes);
    const grown = new Uint8Array(Math.min(Math.max(needed, 2 * this.bytes.length), this.#maxBytes));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /**
   * Makes as much room as there may be under the limit, for output whose size is known only afterwards.
   *
   * @param wanted How many bytes will be written at most.
   */
  reserveUpTo(wanted: number): void {
    this.reserve(Math.min(wanted, this.#maxBytes - this.length));
  }

  /**
   * The error for output that does not fit into the room there is: past the
   * limit where the room is all there may be, else damage.
   *
   * @param why What is wrong when the limit is not the reason.
   * @param offset Where in the compressed bytes.
   * @returns The error.
   */
  overflow(why: string, offset: number): Error {
    return this.bytes.length >= this.#maxBytes
      ? decompressedTooLarge(this.#codec, this.#maxBytes)
      : corruptCompressedData(this.#codec, why, { offset });
  }

  /**
   * The bytes in use; not a view of a much larger buffer.
   *
   * @returns The bytes.
   */
  finish(): Uint8Array {
    const { bytes, length } = this;
    return length * 4 < bytes.length * 3 ? bytes.slice(0, length) : bytes.subarray(0, length);
  }
}
