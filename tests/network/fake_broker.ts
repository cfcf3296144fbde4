/**
 * A broker that does what a test tells it, over real codecs and a memory
 * network: one request at a time per connection, as a real one.
 *
 * @module
 */

import type { ServerApi } from "../../src/protocol/api.ts";
import { encodeResponseFrame } from "../../src/protocol/framing.ts";
import { decodeRequestHeader, requestHeaderVersion } from "../../src/protocol/header.ts";
import { apiVersionsServer } from "../../src/protocol/messages/api_versions.ts";
import { fetchServer } from "../../src/protocol/messages/fetch.ts";
import { findCoordinatorServer } from "../../src/protocol/messages/find_coordinator.ts";
import { metadataServer } from "../../src/protocol/messages/metadata.ts";
import { produceServer } from "../../src/protocol/messages/produce.ts";
import { Reader } from "../../src/protocol/reader.ts";
import type { MemoryListener, MemoryNetwork } from "../../src/transport/memory.ts";
import type { Transport } from "../../src/transport/transport.ts";

/** The half of an API that servers use, whatever it carries. */
// deno-lint-ignore no-explicit-any
type AnyServerApi = ServerApi<any, any>;

/** One request, as it came. */
export interface Call {
  readonly api: string;
  readonly version: number;
  readonly correlationId: number;
  readonly clientId: string | null;
  /** The decoded request; `undefined` in a version that has no codec. */
  // deno-lint-ignore no-explicit-any
  readonly request: any;
  readonly transport: Transport;
}

/** What to do with a request: gives a response, `undefined` for none, or bytes to send as they are. */
export type Handler = (call: Call) => unknown;

const APIS: readonly AnyServerApi[] = [
  apiVersionsServer,
  metadataServer,
  produceServer,
  fetchServer,
  findCoordinatorServer,
];

/** A broker that does what a test tells it. */
export class FakeBroker {
  readonly host: string;
  readonly port: number;
  /** All requests so far. */
  readonly calls: Call[] = [];
  /** The open connections. */
  readonly transports = new Set<Transport>();
  /** How many connections were ever accepted. */
  accepted = 0;
  /** Whether connections are accepted and then nothing is ever read or written, as by a suspended host. */
  mute = false;
  /** Ranges of versions by API name, in place of what the codecs have. */
  ranges: { readonly [api: string]: readonly [min: number, max: number] } = {};
  readonly #network: MemoryNetwork;
  readonly #handlers = new Map<string, Handler>();
  #listener: MemoryListener | undefined;

  constructor(network: MemoryNetwork, port: number, host = "broker") {
    this.#network = network;
    this.host = host;
    this.port = port;
    this.on("ApiVersions", () => this.versions());
    this.start();
  }

  /** Its address, as the client's options take it. */
  get address(): string {
    return `${this.host}:${this.port}`;
  }

  /** The ordinary answer to ApiVersions. */
  versions(): Record<string, unknown> {
    return {
      apiKeys: APIS.map((api) => {
        const [minVersion, maxVersion] = this.ranges[api.name] ?? [api.minVersion, api.maxVersion];
        return { apiKey: api.key, minVersion, maxVersion };
      }),
    };
  }

  /** Says what to do with the requests of one API. */
  on(api: string, handler: Handler): this {
    this.#handlers.set(api, handler);
    return this;
  }

  /** The requests of one API so far. */
  of(api: string): Call[] {
    return this.calls.filter((call) => call.api === api);
  }

  /** Accepts connections. */
  start(): void {
    this.#listener ??= this.#network.listen({ host: this.host, port: this.port }, (transport) => {
      this.accepted++;
      this.transports.add(transport);
      void transport.closed.then(() => this.transports.delete(transport));
      if (!this.mute) void this.#serve(transport);
    });
  }

  /** Refuses new connections; those that are open stay so. */
  refuse(): void {
    this.#listener?.close();
    this.#listener = undefined;
  }

  /** Ends the open connections. */
  cut(): void {
    for (const transport of this.transports) transport.close();
  }

  /** Dies: no new connections, and the open ones end. */
  stop(): void {
    this.refuse();
    this.cut();
  }

  async #serve(transport: Transport): Promise<void> {
    try {
      for (;;) {
        const size = await readExactly(transport, 4);
        if (size === undefined) break;
        const frame = await readExactly(transport, new DataView(size.buffer).getInt32(0));
        if (frame === undefined) break;
        await this.#answer(transport, frame);
      }
      transport.close();
    } catch (error) {
      transport.close(error as Error);
    }
  }

  async #answer(transport: Transport, frame: Uint8Array): Promise<void> {
    const head = new DataView(frame.buffer, frame.byteOffset);
    const api = APIS.find(({ key }) => key === head.getInt16(0));
    if (api === undefined) throw new Error(`Cannot serve API ${head.getInt16(0)}`);
    const version = head.getInt16(2);
    const reader = new Reader(frame);
    const { correlationId, clientId } = decodeRequestHeader(
      reader,
      requestHeaderVersion(api, version),
    );
    const request = version <= api.latestVersion ? api.decodeRequest(reader, version) : undefined;
    const call: Call = { api: api.name, version, correlationId, clientId, request, transport };
    this.calls.push(call);
    const response = await this.#handlers.get(api.name)?.(call);
    if (response === undefined) return;
    await transport.write(
      response instanceof Uint8Array
        ? [response]
        : encodeResponseFrame(api, response, version, correlationId),
    );
  }
}

async function readExactly(
  transport: Transport,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length;) {
    const count = await transport.read(bytes.subarray(filled));
    if (count === null) return undefined;
    filled += count;
  }
  return bytes;
}

/** The frame of a response in one piece, to be sent by hand or spoilt. */
export function responseFrame(
  api: AnyServerApi,
  response: unknown,
  version: number,
  correlationId: number,
): Uint8Array {
  const chunks = encodeResponseFrame(api, response, version, correlationId);
  const frame = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    frame.set(chunk, at);
    at += chunk.length;
  }
  return frame;
}

/** A promise that the test settles. */
export function gate<T = void>(): { readonly promise: Promise<T>; open(value: T): void } {
  let open!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
