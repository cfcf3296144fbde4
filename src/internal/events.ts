/**
 * Typed events over the platform's EventTarget: what a client tells about
 * itself without being asked. Nothing is ever written to the console.
 *
 * @module
 */

/** What each event carries, by its name. */
export interface ClientEvents {
  /** A connection to a broker is ready. */
  connect: { broker: string; nodeId: number | undefined; use: string };
  /** A connection ended; `error` is why, if it was not on purpose. */
  disconnect: { broker: string; nodeId: number | undefined; use: string; error: Error | undefined };
  /** A connection attempt failed and will be repeated. */
  connecterror: { broker: string; error: Error };
  /** The cluster's metadata changed or was refreshed. */
  metadata: { topics: number; brokers: number };
  /** A broker asked us to wait (KIP-219). */
  throttle: { broker: string; api: string; throttleMs: number };
  /** A topic was deleted and created anew: its id changed. */
  topicrecreated: { topic: string };
  /** Something failed and is being retried. */
  retry: {
    what: string;
    topic: string | undefined;
    partition: number | undefined;
    error: Error;
    inMs: number;
  };
  /** A record given to `enqueue` was not stored. */
  sendfailed: { topic: string; partition: number | undefined; error: Error };
  /** The idempotent producer took a new epoch or a new id (KIP-360). */
  producerepoch: { producerId: string; epoch: number; reason: string };
  /** A partition cannot be read at the moment; it is retried. */
  partitionerror: { topic: string; partition: number; error: Error };
  /** A position was outside of the log, or the log was truncated, and was reset by the policy. */
  positionreset: { topic: string; partition: number; from: number; to: number; reason: string };
  /** A damaged batch was skipped (`onCorrupt: "skip"`). */
  corruptskipped: { topic: string; partition: number; offset: number; nextOffset: number };
}

/** Tells one event. */
export type Emit = <K extends keyof ClientEvents>(type: K, detail: ClientEvents[K]) => void;

/** A typed listener. */
export type ClientEventListener<K extends keyof ClientEvents> = (
  event: CustomEvent<ClientEvents[K]>,
) => void;

/** The events of one client: an EventTarget with typed names. */
export class KafkaEvents {
  readonly #target = new EventTarget();
  readonly #counts = new Map<string, number>();

  /**
   * Calls `listener` whenever the event happens.
   *
   * @param type The event's name.
   * @param listener What to call.
   * @param options `signal` ends the listening.
   * @returns What ends the listening; calling it twice is fine.
   */
  on<K extends keyof ClientEvents>(
    type: K,
    listener: ClientEventListener<K>,
    options: { readonly signal?: AbortSignal } = {},
  ): () => void {
    if (options.signal?.aborted) return () => {};
    const handler = listener as (event: Event) => void;
    let active = true;
    // A wrapper of its own: the same function may listen twice.
    const wrapped = (event: Event) => handler(event);
    const off = () => {
      if (!active) return;
      active = false;
      this.#counts.set(type, (this.#counts.get(type) ?? 1) - 1);
      this.#target.removeEventListener(type, wrapped);
      options.signal?.removeEventListener("abort", off);
    };
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    this.#target.addEventListener(type, wrapped);
    options.signal?.addEventListener("abort", off, { once: true });
    return off;
  }

  /** Tells an event. Costs nothing while nobody listens. */
  emit<K extends keyof ClientEvents>(type: K, detail: ClientEvents[K]): void {
    if (!this.#counts.get(type)) return;
    this.#target.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
