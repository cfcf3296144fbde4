/**
 * One connection to one broker.
 *
 * @module
 */

import {
  AuthenticationError,
  ClosedError,
  ConnectionError,
  type KafkaError,
  ProtocolError,
  TimeoutError,
} from "../errors.ts";
import type { Environment, Timer } from "../internal/environment.ts";
import { RingQueue } from "../internal/ring_queue.ts";
import { abortedError, onAbort } from "../internal/signal.ts";
import type { ApiInfo, ClientApi } from "../protocol/api.ts";
import { encodeRequestFrame } from "../protocol/framing.ts";
import { decodeResponseHeader, responseHeaderVersion } from "../protocol/header.ts";
import { Reader } from "../protocol/reader.ts";
import { negotiate } from "../protocol/version.ts";
import type { Transport } from "../transport/transport.ts";
import { clientThrottles, waitsByItself } from "./api_traits.ts";
import { FrameReader } from "./frame_reader.ts";
import { Pending, type PendingRequest, type SubmitOptions } from "./pending.ts";
import type { BrokerFeatures, ConnectionEvents, ConnectionSettings } from "./settings.ts";

export type { PendingRequest, SubmitOptions } from "./pending.ts";
export type { BrokerFeatures, ConnectionEvents, ConnectionSettings } from "./settings.ts";

/** When an unanswered request makes its broker suspicious, in ms. */
const SLOW_AFTER_MS = 1_500;

/** What one write takes from the queue at most, unless a single request is larger, in bytes. */
const WRITE_BYTES = 1024 * 1024;

const NO_FEATURES: BrokerFeatures = { versions: new Map(), features: new Map() };

/**
 * One connection to one broker. Requests are written in the order of the
 * calls by one loop and answered in that order; a second loop reads.
 */
export class Connection {
  /** The broker, as `host:port (id N)` or `host:port`. */
  readonly broker: string;
  /** Resolves when the connection is over and its socket released, with why; never rejects. */
  readonly closed: Promise<Error | undefined>;
  readonly #transport: Transport;
  readonly #settings: ConnectionSettings;
  readonly #environment: Environment;
  readonly #events: ConnectionEvents;
  readonly #unwritten = new RingQueue<Pending<unknown>>();
  readonly #unanswered = new RingQueue<Pending<unknown>>();
  /** What the transport writes at the moment. */
  readonly #inWrite: Pending<unknown>[] = [];
  /** Requests in `#unwritten` whose caller is gone; they are skipped. */
  #dropped = 0;
  #broker: BrokerFeatures = NO_FEATURES;
  #correlationId = 0;
  #answers = 0;
  #lastUsedAt: number;
  #lastBytesAt: number;
  #mutedUntil = -Infinity;
  #muteTimer: Timer | undefined;
  #watchTimer: Timer | undefined;
  #watchAt = Infinity;
  #isOpen = true;
  #cause: Error | undefined;
  #failure: KafkaError | undefined;
  #onClose: ((cause: Error | undefined) => void) | undefined;
  #isWriting = false;
  #writer: Promise<void> | undefined;

  /**
   * Takes over a transport that is connected.
   *
   * @param transport The transport; the connection owns it from now on.
   * @param broker The broker, for messages.
   * @param settings What all connections have in common.
   * @param environment Time and the registry.
   * @param events What to tell.
   */
  constructor(
    transport: Transport,
    broker: string,
    settings: ConnectionSettings,
    environment: Environment,
    events: ConnectionEvents = {},
  ) {
    this.broker = broker;
    this.#transport = transport;
    this.#settings = settings;
    this.#environment = environment;
    this.#events = events;
    this.#lastUsedAt = this.#lastBytesAt = environment.clock.monotonic();
    const untrack = environment.resources.track("connection", broker);
    const reader = this.#readLoop();
    this.closed = Promise.all([transport.closed, reader]).then(async () => {
      await this.#writer;
      untrack();
      return this.#cause;
    });
  }

  /** Whether it can take requests. */
  get open(): boolean {
    return this.#isOpen;
  }

  /** How many requests wait to be written or answered. */
  get inFlight(): number {
    return this.#unwritten.length - this.#dropped + this.#unanswered.length;
  }

  /** How many answers have come. */
  get answers(): number {
    return this.#answers;
  }

  /** When a request was submitted or answered last, on the monotonic clock. */
  get lastUsedAt(): number {
    return this.#lastUsedAt;
  }

  /** Until when the broker has asked us to be silent, on the monotonic clock (KIP-219). */
  get throttledUntil(): number {
    return this.#mutedUntil;
  }

  /** The levels of the features that the cluster has finalised (KIP-584), by name. */
  get features(): ReadonlyMap<string, number> {
    return this.#broker.features;
  }

  /**
   * Takes what the broker said of itself; the handshake calls it once.
   *
   * @param broker Its versions and features.
   */
  adopt(broker: BrokerFeatures): void {
    this.#broker = broker;
  }

  /**
   * The version of an API that both sides speak.
   *
   * @param api The API.
   * @returns The version, or `undefined` when there is none.
   */
  version(api: ApiInfo): number | undefined {
    const range = this.#broker.versions.get(api.key);
    if (range === undefined) return undefined;
    return negotiate(api, range, this.#settings.versions.get(api.name));
  }

  /**
   * Queues a request; requests go out and are answered in the order of the calls.
   *
   * @param api The API.
   * @param request The request, or a function that makes it for the negotiated version; it is
   * encoded before this returns, except that large records are referred to until `written` settles.
   * @param options How to send it.
   * @returns What becomes of it. Errors of encoding reject `response` and leave the connection alone.
   */
  submit<Request, Response>(
    api: ClientApi<Request, Response>,
    request: Request | ((version: number) => Request),
    options: SubmitOptions = {},
  ): PendingRequest<Response> {
    const now = this.#environment.clock.monotonic();
    let version = -1;
    let chunks: Uint8Array[] = [];
    let failure: unknown = this.#failure;
    if (failure === undefined && options.signal?.aborted) {
      failure = abortedError(options.signal, `send ${api.name} to ${this.broker}`);
    }
    if (failure === undefined) {
      try {
        version = options.version ?? this.#requireVersion(api);
        const body = typeof request === "function"
          ? (request as (version: number) => Request)(version)
          : request;
        const { clientId } = this.#settings;
        chunks = encodeRequestFrame(api, body, version, this.#correlationId, clientId);
      } catch (error) {
        failure = error;
      }
    }
    const pending = new Pending<Response>({
      api,
      version,
      chunks,
      correlationId: this.#correlationId,
      expectsResponse: !options.noResponse,
      startAt: Math.max(now, this.#mutedUntil),
      timeoutMs: options.timeoutMs ?? this.#settings.requestTimeoutMs,
      slowAfterMs: options.slowAfterMs ?? (waitsByItself(api.key) ? Infinity : SLOW_AFTER_MS),
    });
    if (failure !== undefined) {
      pending.release();
      pending.fail(failure);
      return pending;
    }
    this.#correlationId = (this.#correlationId + 1) & 0x7fffffff;
    this.#lastUsedAt = now;
    const { signal } = options;
    if (signal !== undefined) {
      pending.onSettled(onAbort(signal, () => {
        this.#abandon(pending, abortedError(signal, `send ${api.name} to ${this.broker}`));
      }));
    }
    this.#unwritten.push(pending as unknown as Pending<unknown>);
    this.#watch(Math.min(pending.deadline, pending.slowAt));
    this.#startWriting();
    return pending;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param api The API.
   * @param request The request, or a function that makes it for the negotiated version.
   * @param options How to send it.
   * @returns The answer.
   * @throws {TimeoutError} When no answer came in time.
   * @throws {AbortedError} When the signal fired.
   * @throws {ProtocolError} When the request cannot be encoded, or the answer not be decoded.
   * @throws {ConnectionError} When the connection was lost.
   */
  send<Request, Response>(
    api: ClientApi<Request, Response>,
    request: Request | ((version: number) => Request),
    options: SubmitOptions = {},
  ): Promise<Response> {
    return this.submit(api, request, options).response;
  }

  /**
   * Ends it at once; what waits is rejected with one error. Doing it twice is fine.
   *
   * @param cause Why: itself the error for every waiter when it is about a connection, else the
   * cause of that error. Without one it ends on purpose.
   */
  close(cause?: Error): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#cause = cause;
    const failure = this.#failure = this.#failureFrom(cause);
    this.#watchTimer?.cancel();
    this.#muteTimer?.cancel();
    for (const pending of this.#unanswered) pending.fail(failure);
    // The transport may still hold on to their chunks; their callers need not wait for that.
    for (const pending of this.#inWrite) pending.fail(failure);
    for (const pending of this.#unwritten) {
      pending.release();
      pending.fail(failure);
    }
    this.#unanswered.clear();
    this.#unwritten.clear();
    this.#dropped = 0;
    this.#transport.close(failure);
    this.#onClose?.(cause);
  }

  /**
   * Calls its owner when it ends, in the same turn; at once when it has ended.
   *
   * @param listener Gets the cause, `undefined` when it ended on purpose. There is one owner: the last call counts.
   */
  onClose(listener: (cause: Error | undefined) => void): void {
    this.#onClose = listener;
    if (!this.#isOpen) listener(this.#cause);
  }

  #failureFrom(cause: Error | undefined): KafkaError {
    if (
      cause instanceof ConnectionError || cause instanceof ClosedError ||
      cause instanceof AuthenticationError
    ) return cause;
    const { broker } = this;
    if (cause === undefined) {
      return new ConnectionError(`Cannot use the connection to ${broker} as it was closed`, {
        code: "CONNECTION_CLOSED",
        broker,
      });
    }
    return new ConnectionError(
      `Cannot go on with the connection to ${broker} as it was closed: ${cause.message}`,
      { code: "CONNECTION_CLOSED", cause, broker },
    );
  }

  #requireVersion(api: ApiInfo): number {
    const version = this.version(api);
    if (version !== undefined) return version;
    const range = this.#broker.versions.get(api.key);
    const pin = this.#settings.versions.get(api.name);
    const theirs = range === undefined
      ? "does not serve it"
      : `serves versions ${range.min} to ${range.max}`;
    const limit = pin === undefined ? "" : ` limited to ${pin.min} to ${pin.max}`;
    throw new ProtocolError(
      `Cannot send ${api.name} to ${this.broker} as the broker ${theirs} and the client speaks ${api.minVersion} to ${api.maxVersion}${limit}`,
      { code: "UNSUPPORTED_VERSION", messageName: `${api.name}Request`, broker: this.broker },
    );
  }

  #startWriting(): void {
    if (this.#isWriting || !this.#isOpen) return;
    this.#isWriting = true;
    this.#writer = this.#writeLoop();
  }

  async #writeLoop(): Promise<void> {
    const writing = this.#inWrite;
    const chunks: Uint8Array[] = [];
    try {
      while (this.#isOpen && this.#gather(writing, chunks)) {
        await this.#transport.write(chunks);
        for (const pending of writing) {
          pending.release();
          if (!pending.expectsResponse) pending.fulfil(undefined);
        }
        writing.length = 0;
        chunks.length = 0;
      }
    } catch (error) {
      this.close(this.#lost(error, "writing"));
      for (const pending of writing) pending.release();
      writing.length = 0;
    } finally {
      // No await stands between the last look at the queue and this line, so
      // that no request can be pushed and then forgotten.
      this.#isWriting = false;
    }
  }

  /** Takes what goes into the next write; nothing while muted. */
  #gather(writing: Pending<unknown>[], chunks: Uint8Array[]): boolean {
    const now = this.#environment.clock.monotonic();
    if (this.#mutedUntil > now) {
      this.#muteTimer?.cancel();
      this.#muteTimer = this.#environment.clock.setTimer(
        () => this.#startWriting(),
        this.#mutedUntil - now,
      );
      return false;
    }
    let bytes = 0;
    while (bytes < WRITE_BYTES) {
      const pending = this.#unwritten.shift();
      if (pending === undefined) break;
      if (pending.settled) {
        this.#dropped--;
        continue;
      }
      for (const chunk of pending.chunks) {
        chunks.push(chunk);
        bytes += chunk.length;
      }
      pending.sent = true;
      pending.sentAt = now;
      writing.push(pending);
      if (pending.expectsResponse) this.#unanswered.push(pending);
    }
    return writing.length > 0;
  }

  async #readLoop(): Promise<void> {
    const { clock } = this.#environment;
    const frames = new FrameReader(this.#transport, {
      maxFrameBytes: this.#settings.maxFrameBytes,
      peer: this.broker,
      onBytes: () => {
        this.#lastBytesAt = clock.monotonic();
      },
    });
    try {
      while (this.#isOpen) {
        const frame = await frames.next();
        if (!this.#isOpen) return;
        if (frame === null) {
          const message =
            `Cannot go on with the connection to ${this.broker} as the broker closed it`;
          throw new ConnectionError(message, { code: "CONNECTION_CLOSED", broker: this.broker });
        }
        this.#receive(frame);
      }
    } catch (error) {
      this.close(this.#lost(error, "reading"));
    }
  }

  #receive(frame: Uint8Array): void {
    const reader = new Reader(frame);
    const id = reader.int32();
    const pending = this.#unanswered.peek();
    if (pending === undefined || pending.correlationId !== id) {
      const expected = pending === undefined
        ? "while none was expected"
        : `while that to ${pending.api.name} (${pending.correlationId}) was expected`;
      throw new ProtocolError(
        `Cannot accept an answer from ${this.broker} as its correlation id is ${id} ${expected}`,
        { broker: this.broker },
      );
    }
    this.#unanswered.shift();
    this.#answers++;
    this.#lastUsedAt = this.#lastBytesAt;
    // Its caller has timed out or given up: the answer only had to keep its place in the line.
    if (pending.settled) return;
    const { api, version } = pending;
    let response: unknown;
    try {
      reader.offset = 0;
      decodeResponseHeader(reader, responseHeaderVersion(api, version));
      response = api.decodeResponse(reader, version);
      if (reader.remaining > 0) {
        throw new ProtocolError(
          `Cannot decode ${api.name}Response version ${version} from ${this.broker} as ${reader.remaining} bytes follow its end`,
          { messageName: `${api.name}Response`, version, broker: this.broker },
        );
      }
    } catch (error) {
      pending.fail(error);
      throw error;
    }
    const throttleMs = (response as { throttleTimeMs?: number }).throttleTimeMs ?? 0;
    if (throttleMs > 0 && clientThrottles(api.key, version)) this.#mute(api, throttleMs);
    pending.fulfil(response);
  }

  #mute(api: ApiInfo, throttleMs: number): void {
    const until = this.#lastBytesAt + throttleMs;
    const before = Math.max(this.#mutedUntil, this.#lastBytesAt);
    if (until > before) {
      this.#mutedUntil = until;
      // The broker does not read meanwhile either: what waits, waits for longer.
      for (const pending of this.#unanswered) pending.delay(until - before);
      for (const pending of this.#unwritten) pending.delay(until - before);
    }
    this.#events.onThrottle?.(api, throttleMs);
  }

  /** Tells the caller and forgets the request, or keeps its place in the line when it is on the wire. */
  #abandon<Response>(pending: Pending<Response>, error: Error): void {
    if (pending.settled) return;
    pending.fail(error);
    if (pending.sent) return;
    pending.release();
    this.#dropped++;
  }

  #watch(at: number): void {
    if (at >= this.#watchAt || !this.#isOpen) return;
    this.#watchTimer?.cancel();
    this.#watchAt = at;
    const { clock } = this.#environment;
    // Timers cannot wait for longer than 2^31-1 ms; a watch that comes early just looks and goes on.
    const delayMs = Math.min(Math.max(0, at - clock.monotonic()), 0x7fffffff);
    this.#watchTimer = clock.setTimer(() => this.#look(), delayMs);
  }

  /** Looks for requests that are late. One timer serves them all; it may come early, never late. */
  #look(): void {
    this.#watchAt = Infinity;
    this.#watchTimer = undefined;
    const now = this.#environment.clock.monotonic();
    const head = this.#unanswered.peek();
    let next = Infinity;
    for (const queue of [this.#unanswered, this.#unwritten]) {
      for (const pending of queue) {
        if (pending.settled) continue;
        if (now >= pending.deadline) {
          this.#abandon(pending, this.#timedOut(pending));
          continue;
        }
        if (now >= pending.slowAt) {
          pending.slowAt = Infinity;
          this.#events.onSlow?.(pending.api);
        }
        next = Math.min(next, pending.deadline, pending.slowAt);
      }
    }
    for (const pending of this.#inWrite) {
      if (pending.expectsResponse) continue;
      // Nothing is owed for it, so that a write which hangs is all that there is to see.
      if (now >= pending.deadline) {
        const error = this.#timedOut(pending);
        pending.fail(error);
        this.close(error);
        return;
      }
      next = Math.min(next, pending.deadline);
    }
    if (head !== undefined) {
      // A caller's own limit may be short; the connection is given up only when the broker has
      // been silent for the full time of a request while it owed an answer.
      const patience = Math.max(this.#settings.requestTimeoutMs, head.timeoutMs);
      const silentSince = Math.max(head.sentAt, this.#lastBytesAt, this.#mutedUntil);
      if (now >= silentSince + patience) {
        this.close(this.#timedOut(head));
        return;
      }
      next = Math.min(next, silentSince + patience);
    }
    if (next < Infinity) this.#watch(next);
  }

  #timedOut(pending: Pending<unknown>): TimeoutError {
    const { broker } = this;
    return new TimeoutError(
      pending.sent
        ? `Cannot get the answer to ${pending.api.name} from ${broker} within ${pending.timeoutMs} ms`
        : `Cannot send ${pending.api.name} to ${broker} within ${pending.timeoutMs} ms`,
      { broker },
    );
  }

  #lost(error: unknown, doing: string): Error {
    if (error instanceof ConnectionError || error instanceof ProtocolError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return new ConnectionError(
      `Cannot go on with the connection to ${this.broker} as ${doing} failed: ${reason}`,
      { cause: error, broker: this.broker },
    );
  }
}
