/**
 * A connector that loses requests, or their answers, on real sockets.
 */

import { ConnectionError } from "../../src/errors.ts";
import { defaultConnector } from "../../src/transport/runtime.ts";
import type { Connector, Transport } from "../../src/transport/transport.ts";

/**
 * What becomes of a write.
 *
 * - `"pass"`: nothing.
 * - `"lose-request"`: the connection breaks before it is sent.
 * - `"lose-answer"`: it is sent, and the connection breaks before its answer is read.
 * - `"swallow"`: it is never sent, and nobody is told.
 */
export type WriteFault = "pass" | "lose-request" | "lose-answer" | "swallow";

/** The API key of the first request in a write. */
function apiKeyOf(chunks: readonly Uint8Array[]): number {
  const head = chunks[0];
  return new DataView(head.buffer, head.byteOffset, head.byteLength).getInt16(4);
}

class FaultyTransport implements Transport {
  readonly #inner: Transport;
  readonly #decide: (apiKey: number) => WriteFault;
  #losesAnswer = false;

  constructor(inner: Transport, decide: (apiKey: number) => WriteFault) {
    this.#inner = inner;
    this.#decide = decide;
  }

  get peer(): string {
    return this.#inner.peer;
  }

  get closed(): Promise<Error | undefined> {
    return this.#inner.closed;
  }

  async read(into: Uint8Array): Promise<number | null> {
    const count = await this.#inner.read(into);
    if (this.#losesAnswer) throw this.#break();
    return count;
  }

  async write(chunks: readonly Uint8Array[]): Promise<void> {
    const fault = this.#decide(apiKeyOf(chunks));
    if (fault === "swallow") return;
    if (fault === "lose-request") throw this.#break();
    if (fault === "lose-answer") this.#losesAnswer = true;
    await this.#inner.write(chunks);
  }

  closeWrite(): Promise<void> {
    return this.#inner.closeWrite();
  }

  close(cause?: Error): void {
    this.#inner.close(cause);
  }

  #break(): Error {
    const error = new ConnectionError("Cannot go on with the connection as the test broke it");
    this.#inner.close(error);
    return error;
  }
}

/** A connector whose writes go through `decide`, by the API key of their first request. */
export function faultyConnector(decide: (apiKey: number) => WriteFault): Connector {
  const connect = defaultConnector();
  return async (address, options) => new FaultyTransport(await connect(address, options), decide);
}
