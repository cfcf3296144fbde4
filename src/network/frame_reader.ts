/**
 * Frames out of a stream of bytes.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";

/** Where the bytes come from: the reading half of a transport. */
export interface ByteSource {
  /** Puts some bytes into `into`; gives how many, or `null` at the end. */
  read(into: Uint8Array): Promise<number | null>;
}

/** How to read frames. */
export interface FrameReaderOptions {
  /** The largest frame that is accepted, without its size, in bytes. */
  readonly maxFrameBytes: number;
  /** Who sends, for errors, such as `localhost:9092 (id 1)`. */
  readonly peer: string;
  /** Called whenever bytes came. */
  readonly onBytes?: () => void;
}

/** What one read asks for while no frame is known to be larger. */
const RECEIVE_BYTES = 64 * 1024;

/** A claimed size is believed up to here; past it, memory grows only as bytes arrive. */
const BELIEVED_BYTES = 1024 * 1024;

/** Every response starts with a correlation id. */
const MIN_FRAME_BYTES = 4;

/** What first bytes of other protocols make of a size lies above this; frames of Kafka stay far below. */
const FOREIGN_SIZE = 0x10000000;

/**
 * Cuts a stream of bytes into frames.
 *
 * Small frames are read many at a time and copied out, so that none keeps a
 * shared buffer alive. A large one is read straight into memory of its own.
 */
export class FrameReader {
  readonly #source: ByteSource;
  readonly #options: FrameReaderOptions;
  readonly #buffer = new Uint8Array(RECEIVE_BYTES);
  #start = 0;
  #end = 0;
  #believed = BELIEVED_BYTES;

  /**
   * @param source Where the bytes come from.
   * @param options How to read them.
   */
  constructor(source: ByteSource, options: FrameReaderOptions) {
    this.#source = source;
    this.#options = options;
  }

  /**
   * Reads one frame.
   *
   * @returns The frame without its size, in memory that nothing else uses, or `null` at the end.
   * @throws {ProtocolError} When what came is no frame, or ends within one.
   */
  async next(): Promise<Uint8Array | null> {
    while (this.#end - this.#start < 4) {
      if (this.#start > 0) {
        this.#buffer.copyWithin(0, this.#start, this.#end);
        this.#end -= this.#start;
        this.#start = 0;
      }
      const count = await this.#source.read(this.#buffer.subarray(this.#end));
      if (count === null) {
        if (this.#end === 0) return null;
        throw this.#error("the stream ended within the size of a frame");
      }
      this.#options.onBytes?.();
      this.#end += count;
    }
    const size = this.#takeSize();
    const buffered = this.#end - this.#start;
    if (size <= buffered) {
      const frame = this.#buffer.slice(this.#start, this.#start + size);
      this.#start += size;
      return frame;
    }
    return await this.#readLarge(size, buffered);
  }

  async #readLarge(size: number, buffered: number): Promise<Uint8Array> {
    let frame = new Uint8Array(Math.min(size, this.#believed));
    frame.set(this.#buffer.subarray(this.#start, this.#end));
    this.#start = this.#end = 0;
    for (let filled = buffered; filled < size;) {
      if (filled === frame.length) {
        const larger = new Uint8Array(Math.min(size, frame.length * 2));
        larger.set(frame);
        frame = larger;
      }
      const count = await this.#source.read(filled === 0 ? frame : frame.subarray(filled));
      if (count === null) {
        throw this.#error(`the stream ended after ${filled} of the ${size} bytes of a frame`);
      }
      this.#options.onBytes?.();
      filled += count;
    }
    // A sender that did send so much is believed the next time, and is spared the copies.
    this.#believed = Math.max(this.#believed, Math.min(size * 2, this.#options.maxFrameBytes));
    return frame;
  }

  #takeSize(): number {
    const bytes = this.#buffer;
    const at = this.#start;
    const size = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    const limit = this.#options.maxFrameBytes;
    if (size > FOREIGN_SIZE || size > limit) {
      const foreign = foreignProtocol(bytes, at);
      if (foreign !== undefined) throw this.#error(foreign);
    }
    if (size < MIN_FRAME_BYTES) throw this.#error(`the size of a frame is ${size}`);
    if (size > limit) {
      throw this.#error(`the size of a frame is ${size}, above "maxFrameBytes" (${limit})`);
    }
    this.#start += 4;
    return size;
  }

  #error(reason: string): ProtocolError {
    return new ProtocolError(`Cannot read from ${this.#options.peer} as ${reason}`, {
      broker: this.#options.peer,
    });
  }
}

/** Recognises the first bytes of what people connect to by mistake. */
function foreignProtocol(bytes: Uint8Array, at: number): string | undefined {
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (String.fromCharCode(first, second, bytes[at + 2], bytes[at + 3]) === "HTTP") {
    return "it answered with HTTP: this is not the port of a Kafka listener";
  }
  if (first === 0x15 && second === 3) {
    return 'it answered with a TLS alert: the listener expects TLS (option "tls")';
  }
  if (first === 0x16 && second === 3) {
    return 'it answered with a TLS handshake: the listener expects TLS (option "tls")';
  }
  return undefined;
}
