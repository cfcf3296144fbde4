/**
 * Cuts what a connection brings into frames.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { Transport } from "../transport/transport.ts";

const BUFFER_BYTES = 64 * 1024;
const SIZE_BYTES = 4;

/**
 * Cuts what a connection brings into frames. Each frame is an array of its
 * own, which the broker may keep and change: logs hold batches in the frames
 * that brought them.
 */
export class FrameBuffer {
  readonly #transport: Transport;
  readonly #maxBytes: number;
  readonly #buffer: Uint8Array = new Uint8Array(BUFFER_BYTES);
  readonly #view: DataView = new DataView(this.#buffer.buffer);
  #start = 0;
  #end = 0;
  /** A frame that is larger than the buffer, and how much of it is there. */
  #large: Uint8Array | undefined;
  #filled = 0;
  #reading: Promise<boolean> | undefined;

  /**
   * @param transport What is read.
   * @param maxBytes The longest frame.
   */
  constructor(transport: Transport, maxBytes: number) {
    this.#transport = transport;
    this.#maxBytes = maxBytes;
  }

  /**
   * Takes a frame, without its size, if a whole one is there.
   *
   * @throws {ProtocolError} When the size is out of bounds.
   */
  take(): Uint8Array | undefined {
    if (this.#large !== undefined) {
      if (this.#filled < this.#large.length) return undefined;
      const frame = this.#large;
      this.#large = undefined;
      return frame;
    }
    const available = this.#end - this.#start - SIZE_BYTES;
    if (available < 0) return undefined;
    const size = this.#view.getInt32(this.#start);
    if (size < 0 || size > this.#maxBytes) {
      throw new ProtocolError(
        `Cannot read a frame of ${size} bytes: the limit is ${this.#maxBytes}`,
      );
    }
    const from = this.#start + SIZE_BYTES;
    if (size <= available) {
      this.#start = from + size;
      return this.#buffer.slice(from, from + size);
    }
    // Not while a reading is under way: it puts what comes where the rest of the buffer is now.
    if (size > BUFFER_BYTES - SIZE_BYTES && this.#reading === undefined) {
      this.#large = new Uint8Array(size);
      this.#large.set(this.#buffer.subarray(from, this.#end));
      this.#filled = available;
      this.#start = this.#end = 0;
    }
    return undefined;
  }

  /** Whether there is room to read ahead. */
  get hasRoom(): boolean {
    return this.#large !== undefined
      ? this.#filled < this.#large.length
      : this.#end < BUFFER_BYTES || this.#start > 0;
  }

  /**
   * Reads some more, or joins the reading that is under way.
   *
   * @returns Whether anything came; false at the end of the stream.
   */
  fill(): Promise<boolean> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<boolean> {
    if (this.#large !== undefined) {
      const count = await this.#transport.read(this.#large.subarray(this.#filled));
      this.#filled += count ?? 0;
      return count !== null;
    }
    if (this.#start > 0) {
      this.#buffer.copyWithin(0, this.#start, this.#end);
      this.#end -= this.#start;
      this.#start = 0;
    }
    const count = await this.#transport.read(this.#buffer.subarray(this.#end));
    this.#end += count ?? 0;
    return count !== null;
  }
}
