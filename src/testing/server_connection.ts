/**
 * One connection of a client: requests are read, served and answered strictly
 * one after the other, as Kafka does it.
 *
 * @module
 */

import { ConnectionError, ProtocolError } from "../errors.ts";
import type { Timer } from "../internal/environment.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { encodeResponseFrame } from "../protocol/framing.ts";
import { decodeRequestHeader, requestHeaderVersion } from "../protocol/header.ts";
import { apiVersionsServer } from "../protocol/messages/api_versions.ts";
import { Reader } from "../protocol/reader.ts";
import { Writer } from "../protocol/writer.ts";
import { joinChunks } from "../record/compression.ts";
import type { Transport } from "../transport/transport.ts";
import type { Broker } from "./broker.ts";
import type { ClusterState } from "./cluster_state.ts";
import type { InterceptAction, ObservedRequest } from "./control.ts";
import { FrameBuffer } from "./frame_buffer.ts";
import type { ApiHandler, ListenerKind, RequestConnection, RequestContext } from "./handler.ts";
import type { Hook } from "./intercepts.ts";

const API_VERSIONS = 18;
/** The key, the version and the correlation id. */
const LEAST_HEADER_BYTES = 8;
/** Answers that wait to be written together. */
const MAX_UNWRITTEN_BYTES = 1024 * 1024;

/**
 * What a connection does.
 *
 * - `"open"`: it serves.
 * - `"hanging"`: a hook lets it hang; it reads no more and answers nothing, until somebody closes it.
 * - `"closed"`: it is over.
 */
export type ServerConnectionState = "open" | "hanging" | "closed";

const TRANSITIONS: Readonly<Record<ServerConnectionState, readonly ServerConnectionState[]>> = {
  open: ["hanging", "closed"],
  hanging: ["closed"],
  closed: [],
};

/** A request that was read and understood. */
interface ParsedRequest {
  readonly handler: ApiHandler;
  readonly observed: ObservedRequest;
}

/** What a client sent cannot be understood: its connection closes, as Kafka does it. */
class ClientFault extends Error {
  readonly fault: unknown;

  constructor(fault: unknown) {
    super("Cannot understand a client");
    this.fault = fault;
  }
}

/** A pause that ends early when the connection does. */
interface Pause {
  readonly timer: Timer;
  readonly resolve: () => void;
}

/** One connection of a client to a broker. */
export class ServerConnection implements RequestConnection {
  /** Its number in the cluster. */
  readonly id: number;
  /** The broker. */
  readonly broker: Broker;
  /** How the client came. */
  readonly listener: ListenerKind;
  /** Settles, never rejecting, when everything of it has ended. */
  readonly done: Promise<void>;
  /** What the client calls itself. */
  clientId: string | null = null;
  /** How many requests came. */
  requests = 0;
  /** The APIs that were used. */
  readonly apis = new Set<string>();
  readonly #cluster: ClusterState;
  readonly #transport: Transport;
  readonly #frames: FrameBuffer;
  readonly #goneListeners = new Set<() => void>();
  #state: ServerConnectionState = "open";
  #peerEnded = false;
  #out: Uint8Array[] = [];
  #outBytes = 0;
  #pause: Pause | undefined;

  /**
   * @param cluster The cluster.
   * @param broker The broker.
   * @param transport The connection's bytes.
   * @param listener How the client came.
   */
  constructor(cluster: ClusterState, broker: Broker, transport: Transport, listener: ListenerKind) {
    this.id = cluster.nextConnectionId();
    this.broker = broker;
    this.listener = listener;
    this.#cluster = cluster;
    this.#transport = transport;
    this.#frames = new FrameBuffer(transport, cluster.options.maxRequestBytes);
    const untrack = cluster.environment.resources.track(
      "connection",
      `broker ${broker.id} from ${transport.peer}`,
    );
    broker.connections.add(this);
    this.done = this.#serve().finally(() => {
      untrack();
      broker.connections.delete(this);
    });
  }

  /** Whether the client has gone, or has ended its half. */
  get gone(): boolean {
    return this.#peerEnded || this.#state === "closed";
  }

  /** Calls back when the client goes away while its request is served. */
  onGone(callback: () => void): () => void {
    this.#goneListeners.add(callback);
    return () => {
      this.#goneListeners.delete(callback);
    };
  }

  /** Closes it without a word. Twice is fine. */
  close(): void {
    if (this.#state === "closed") return;
    this.#transition("closed");
    this.#transport.close(new ConnectionError("Cannot go on as the broker closed the connection"));
    this.#endPause();
    this.#tellGone();
  }

  #transition(to: ServerConnectionState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Cannot make a connection ${to} as it is ${this.#state}`);
    }
    this.#state = to;
  }

  get #isOpen(): boolean {
    return this.#state === "open";
  }

  async #serve(): Promise<void> {
    try {
      while (this.#isOpen) {
        const frame = this.#takeFrame();
        if (frame === undefined) {
          if (this.#outBytes > 0) await this.#flush();
          if (!(await this.#frames.fill())) break;
          continue;
        }
        if (this.broker.resumed !== undefined) await this.broker.resumed;
        if (!this.#isOpen) break;
        const pending = this.#process(frame);
        if (pending !== undefined) await pending;
        if (this.#outBytes > MAX_UNWRITTEN_BYTES) await this.#flush();
      }
      if (this.#isOpen && this.#outBytes > 0) await this.#flush();
    } catch (error) {
      // That the client is gone ends its connection; anything else is a failing hook, an answer that cannot be encoded, or a bug.
      if (error instanceof ClientFault) this.#cluster.clientFault(error.fault);
      else if (!(error instanceof ConnectionError) && this.#isOpen) this.#cluster.failed(error);
    }
    this.close();
    await this.#transport.closed;
  }

  /** Serves one request; at once, if nothing about it has to wait. */
  #process(frame: Uint8Array): Promise<void> | undefined {
    const parsed = this.#parse(frame);
    if (parsed === undefined) return undefined;
    const { handler, observed } = parsed;
    if (!this.#cluster.hooks.empty) return this.#processHooked(handler, observed);
    const response = handler.handle(observed.request, this.#context(observed));
    if (response instanceof Promise) return this.#answerLater(handler, observed, response);
    return this.#answer(handler, observed, response);
  }

  #takeFrame(): Uint8Array | undefined {
    try {
      return this.#frames.take();
    } catch (error) {
      throw new ClientFault(error);
    }
  }

  #parse(frame: Uint8Array): ParsedRequest | undefined {
    try {
      return this.#read(frame);
    } catch (error) {
      throw new ClientFault(error);
    }
  }

  #context(observed: ObservedRequest): RequestContext {
    return {
      cluster: this.#cluster,
      broker: this.broker,
      version: observed.apiVersion,
      listener: this.listener,
      connection: this,
    };
  }

  #read(frame: Uint8Array): ParsedRequest | undefined {
    if (frame.length < LEAST_HEADER_BYTES) {
      throw new ProtocolError(`Cannot read a request of ${frame.length} bytes as it has no header`);
    }
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    const apiKey = view.getInt16(0);
    const apiVersion = view.getInt16(2);
    const served = this.#cluster.served(apiKey, apiVersion);
    if (served === undefined) {
      if (apiKey !== API_VERSIONS) {
        throw new ProtocolError(`Cannot serve version ${apiVersion} of API ${apiKey}`);
      }
      this.#refuseVersion(view.getInt32(4));
      return undefined;
    }
    const { api } = served;
    const reader = new Reader(frame);
    const header = decodeRequestHeader(reader, requestHeaderVersion(api, apiVersion));
    const observed: ObservedRequest = {
      api: api.name,
      apiKey,
      apiVersion,
      correlationId: header.correlationId,
      clientId: header.clientId,
      brokerId: this.broker.id,
      connectionId: this.id,
      receivedAt: this.#cluster.environment.clock.monotonic(),
      request: api.decodeRequest(reader, apiVersion),
    };
    this.clientId = header.clientId;
    this.requests++;
    this.apis.add(api.name);
    this.#cluster.requestLog.add(observed);
    return { handler: served, observed };
  }

  /** KIP-511: the answer is of version 0, which every client reads, and lists the range that there is. */
  #refuseVersion(correlationId: number): void {
    const response = {
      errorCode: ErrorCodes.UNSUPPORTED_VERSION,
      apiKeys: this.#cluster.advertisedApis().filter(({ apiKey }) => apiKey === API_VERSIONS),
    };
    this.#queue(encodeResponseFrame(apiVersionsServer, response, 0, correlationId));
  }

  async #processHooked(handler: ApiHandler, observed: ObservedRequest): Promise<void> {
    const action = await this.#askHooks(observed);
    if (!this.#isOpen) return;
    if (action === "hang") return await this.#hang();
    if (action === "drop") return this.close();
    const plan: Exclude<InterceptAction, string | void> = typeof action === "object" ? action : {
      delayMs: 0,
    };
    const delayMs = plan.delayMs ?? 0;
    let response: unknown;
    if ("answer" in plan) {
      response = plan.answer;
    } else {
      const early = !("change" in plan || "frame" in plan);
      if (early && delayMs > 0) await this.#wait(delayMs);
      if (!this.#isOpen) return;
      response = handler.handle(observed.request, this.#context(observed));
      if (response instanceof Promise) response = await this.#watched(response);
      if (early) return await this.#finish(handler, observed, response, action);
    }
    if (!this.#isOpen) return;
    if ("change" in plan && response !== undefined) {
      const seen = asClientSees(handler, response, observed.apiVersion);
      response = plan.change(seen) ?? seen;
    }
    if (delayMs > 0) await this.#wait(delayMs);
    if (!("frame" in plan) || response === undefined) {
      return await this.#finish(handler, observed, response, undefined);
    }
    const { apiVersion, correlationId } = observed;
    const chunks = encodeResponseFrame(handler.api, response, apiVersion, correlationId);
    this.#queue([plan.frame(joinChunks(chunks))]);
    if (plan.thenClose !== true) return;
    await this.#flush();
    this.close();
  }

  async #finish(
    handler: ApiHandler,
    observed: ObservedRequest,
    response: unknown,
    action: InterceptAction,
  ): Promise<void> {
    if (!this.#isOpen) return;
    if (action === "drop-after") return this.close();
    if (action === "hang-after") return await this.#hang();
    await this.#answer(handler, observed, response);
  }

  async #askHooks(observed: ObservedRequest): Promise<InterceptAction> {
    const { hooks } = this.#cluster;
    for (const hook of hooks.list()) {
      // One of those before may have waited while another request used this one up.
      if (!hooks.has(hook) || !hook.fits(observed)) continue;
      hook.count(observed);
      const action = await this.#ask(hook, observed);
      if (action !== undefined) return action;
    }
    return undefined;
  }

  async #ask(hook: Hook, observed: ObservedRequest): Promise<InterceptAction> {
    const action = hook.handler(observed);
    return action instanceof Promise ? await this.#watched(action) : action;
  }

  async #answerLater(
    handler: ApiHandler,
    observed: ObservedRequest,
    response: Promise<unknown>,
  ): Promise<void> {
    const answer = await this.#watched(response);
    if (this.#isOpen) await this.#answer(handler, observed, answer);
  }

  /** Queues the answer; what has to be waited for is returned. */
  #answer(
    handler: ApiHandler,
    observed: ObservedRequest,
    response: unknown,
  ): Promise<void> | undefined {
    if (response === undefined) return undefined;
    const throttle = this.#cluster.throttleOf(observed.api, this.broker.id);
    const answer = throttle === undefined
      ? response
      : { ...(response as object), throttleTimeMs: throttle.throttleMs };
    const { api } = handler;
    this.#queue(encodeResponseFrame(api, answer, observed.apiVersion, observed.correlationId));
    // KIP-219: the answer goes out at once, then the connection is muted.
    return throttle?.mute === true ? this.#wait(throttle.throttleMs) : undefined;
  }

  #queue(chunks: readonly Uint8Array[]): void {
    for (const chunk of chunks) {
      this.#out.push(chunk);
      this.#outBytes += chunk.length;
    }
  }

  async #flush(): Promise<void> {
    if (this.broker.resumed !== undefined) await this.broker.resumed;
    if (!this.#isOpen) return;
    const chunks = this.#out;
    this.#out = [];
    this.#outBytes = 0;
    await this.#transport.write(chunks);
  }

  /** Waits for something while the connection is watched: answers of before go out, and a client that leaves is noticed. */
  async #watched<T>(promise: Promise<T>): Promise<T> {
    if (this.#outBytes > 0) await this.#flush();
    this.#readAhead();
    return await promise;
  }

  #readAhead(): void {
    if (!this.#frames.hasRoom || this.#state !== "open") return;
    this.#frames.fill().then((more) => {
      if (!more) this.#tellGone();
    }, () => this.#tellGone());
  }

  #tellGone(): void {
    this.#peerEnded = true;
    for (const listener of this.#goneListeners) listener();
    this.#goneListeners.clear();
  }

  async #wait(delayMs: number): Promise<void> {
    if (this.#outBytes > 0) await this.#flush();
    if (!this.#isOpen) return;
    await new Promise<void>((resolve) => {
      const timer = this.#cluster.environment.clock.setTimer(() => this.#endPause(), delayMs);
      this.#pause = { timer, resolve };
    });
  }

  #endPause(): void {
    const pause = this.#pause;
    this.#pause = undefined;
    pause?.timer.cancel();
    pause?.resolve();
  }

  /** Keeps the connection without ever answering, until it is closed from either side. */
  async #hang(): Promise<void> {
    if (this.#outBytes > 0) await this.#flush();
    if (!this.#isOpen) return;
    this.#transition("hanging");
    while (this.#frames.hasRoom && await this.#frames.fill()) {
      // Only read to notice the end.
    }
    if (!this.#frames.hasRoom) await this.#transport.closed;
  }
}

/** A response with every field, as a client decodes it: a copy that may be changed. */
function asClientSees(handler: ApiHandler, response: unknown, version: number): unknown {
  const writer = new Writer();
  handler.api.encodeResponse(writer, response, version);
  return handler.client.decodeResponse(new Reader(writer.finish()), version);
}
