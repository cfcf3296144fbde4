/**
 * A stream's view of a producer: what is written to it is sent, and its end
 * waits for its own records.
 *
 * @module
 */

import { AbortedError, type KafkaError } from "../errors.ts";
import type { Acknowledgeable } from "../internal/acknowledge.ts";
import { type Deferred, deferred } from "../internal/deferred.ts";
import { abortable, onAbort } from "../internal/signal.ts";
import { show } from "../internal/options.ts";
import { type DeliveryTarget, FailureList, type Listener } from "./delivery.ts";
import type { EngineSink, ProducerEngine } from "./engine.ts";
import {
  checkRecord,
  headersOf,
  isRecordsChunk,
  type ProducerChunk,
  type ProducerRecord,
} from "./record.ts";
import type { StagedRecord } from "./topic_state.ts";

/**
 * Where a sink is.
 *
 * - `"open"`: it takes chunks.
 * - `"failing"`: a record failed; the stream errors when it is known what became of the others.
 * - `"closing"`: it takes none, and waits for its records.
 * - `"aborting"`: it dropped its records, and waits for open answers.
 * - `"ended"`: the stream is over.
 */
export type SinkState = "open" | "failing" | "closing" | "aborting" | "ended";

const TRANSITIONS: { readonly [State in SinkState]: readonly SinkState[] } = {
  open: ["failing", "closing", "aborting", "ended"],
  failing: ["closing", "aborting", "ended"],
  closing: ["aborting", "ended"],
  aborting: ["ended"],
  ended: [],
};

/** Acknowledges what a chunk was made from, when all its records are. */
class ChunkTarget implements DeliveryTarget {
  readonly #sink: ProducerSink;
  readonly #sources: readonly Acknowledgeable[];
  #remaining: number;

  constructor(sink: ProducerSink, sources: readonly Acknowledgeable[], records: number) {
    this.#sink = sink;
    this.#sources = sources;
    this.#remaining = records;
    if (records === 0) this.#acknowledge();
  }

  /** The sink, to recognise what is its own. */
  get sink(): ProducerSink {
    return this.#sink;
  }

  delivered(
    slot: number,
    topic: string,
    partition: number,
    offset: number | undefined,
    timestamp: number,
  ): void {
    // A record that fails never counts down, so that its source is never acknowledged.
    if (--this.#remaining === 0) this.#acknowledge();
    this.#sink.delivered(slot, topic, partition, offset, timestamp);
  }

  failed(slot: number, topic: string, partition: number | undefined, error: KafkaError): void {
    this.#sink.failed(slot, topic, partition, error);
  }

  #acknowledge(): void {
    for (const source of this.#sources) {
      try {
        source.ack();
      } catch (error) {
        this.#sink.break(error);
      }
    }
  }
}

/** The sink of one stream over a producer. */
export class ProducerSink implements UnderlyingSink<ProducerChunk>, DeliveryTarget, EngineSink {
  readonly #engine: ProducerEngine;
  readonly #ownsEngine: boolean;
  readonly #failures = new FailureList();
  #controller: WritableStreamDefaultController | undefined;
  #state: SinkState = "open";
  /** How many records were written so far. */
  #written = 0;
  #outstanding = 0;
  #idle: Deferred<void> | undefined;
  #error: unknown;

  /**
   * @param engine The engine.
   * @param ownsEngine Whether the engine closes and aborts with the stream.
   */
  constructor(engine: ProducerEngine, ownsEngine: boolean) {
    this.#engine = engine;
    this.#ownsEngine = ownsEngine;
    engine.sinks.add(this);
  }

  /** Where it is. */
  get state(): SinkState {
    return this.#state;
  }

  /** The error that ended the stream, if one did. */
  get error(): unknown {
    return this.#error;
  }

  /** Takes the controller, which the platform gives once. */
  start(controller: WritableStreamDefaultController): void {
    this.#controller = controller;
  }

  /** Takes a chunk: resolves when all its records are in the buffer. */
  write(chunk: ProducerChunk): Promise<void> | void {
    if (this.#state === "failing") return this.#failedWrite();
    this.#engine.assertOpen("write");
    const records = this.#recordsOf(chunk);
    const listener = this.#listenerFor(chunk, records.length);
    for (let index = 0; index < records.length; index++) {
      const staged = this.#accept(records[index], listener);
      if (staged?.state === "waiting") return this.#writeOn(records, index + 1, listener, staged);
      if (this.#hasFailed()) return this.#failedWrite();
    }
  }

  /** Waits for the stream's records; of the producer's own stream, for all records and the end. */
  async close(): Promise<void> {
    if (this.#state !== "failing") this.#transition("closing");
    this.#engine.sinks.delete(this);
    if (this.#ownsEngine) {
      try {
        await this.#engine.close();
      } catch (error) {
        this.#error = error;
        this.#transition("ended");
        throw error;
      }
    } else {
      const flushed = this.#engine.kick();
      await this.#drained();
      flushed();
    }
    this.#transition("ended");
    if (this.#failures.count > 0) {
      this.#error ??= this.#deliveryError();
      throw this.#error;
    }
  }

  /** Drops the stream's records that are not on the wire; of the producer's own stream, all records. */
  async abort(reason: unknown): Promise<void> {
    this.#engine.sinks.delete(this);
    if (this.#state !== "ended") this.#transition("aborting");
    this.#error = reason;
    if (this.#ownsEngine) await this.#engine.abort(reason);
    else {
      const error = new AbortedError("Cannot send as the stream was aborted", { cause: reason });
      await this.#engine.drop((listener) => this.#isMine(listener), error);
      await this.#engine.within(this.#drained());
    }
    if (this.#state !== "ended") this.#transition("ended");
  }

  /** The engine ends: so does the stream, unless it is ending already. */
  end(error: KafkaError): void {
    this.#engine.sinks.delete(this);
    if (this.#state !== "open" && this.#state !== "failing") return;
    this.#transition("ended");
    this.#controller?.error(error);
  }

  /**
   * Errors the stream for a reason of its user's.
   *
   * @param error The reason.
   */
  break(error: unknown): void {
    if (this.#state === "open") {
      this.#engine.sinks.delete(this);
      this.#transition("ended");
      this.#error = error;
      this.#controller?.error(error);
    }
  }

  delivered(
    _slot: number,
    _topic: string,
    _partition: number,
    _offset: number | undefined,
    _timestamp: number,
  ): void {
    if (--this.#outstanding === 0) this.#wake();
  }

  failed(slot: number, topic: string, partition: number | undefined, error: KafkaError): void {
    this.#failures.add(topic, partition, error, slot);
    if (this.#state === "open") this.#transition("failing");
    if (--this.#outstanding === 0) this.#wake();
  }

  #recordsOf(chunk: ProducerChunk): readonly ProducerRecord[] {
    if (!isRecordsChunk(chunk)) {
      checkRecord(chunk);
      return [chunk];
    }
    const { records, source } = chunk;
    if (!Array.isArray(records)) {
      throw new TypeError(`Cannot write as "records" must be an array: it is ${show(records)}`);
    }
    if (source !== undefined && this.#engine.settings.acks === 0) {
      throw new TypeError(
        `Cannot write a chunk with a source as "acks" must be 1 or "all" for it: it is 0, which acknowledges nothing`,
      );
    }
    for (const record of records as readonly ProducerRecord[]) {
      checkRecord(record);
      headersOf(record);
    }
    return records;
  }

  #listenerFor(chunk: ProducerChunk, count: number): Listener {
    if (!isRecordsChunk(chunk) || chunk.source === undefined) return this;
    const { source } = chunk;
    const sources = Array.isArray(source)
      ? source as readonly Acknowledgeable[]
      : [source as Acknowledgeable];
    return new ChunkTarget(this, sources, count);
  }

  #accept(record: ProducerRecord, listener: Listener): StagedRecord | undefined {
    this.#outstanding++;
    try {
      return this.#engine.accept(record, listener, this.#written++, 1);
    } catch (error) {
      this.#outstanding--;
      throw error;
    }
  }

  async #writeOn(
    records: readonly ProducerRecord[],
    from: number,
    listener: Listener,
    waiting: StagedRecord,
  ): Promise<void> {
    await this.#admission(waiting);
    for (let index = from; index < records.length; index++) {
      this.#engine.assertOpen("write");
      const staged = this.#accept(records[index], listener);
      if (staged?.state === "waiting") await this.#admission(staged);
      if (this.#hasFailed()) return await this.#failedWrite();
    }
  }

  /** Whether some record failed, so that the rest of a chunk is not taken any more. */
  #hasFailed(): boolean {
    return this.#state === "failing" || this.#state === "ended";
  }

  /** Waits until a record is in the buffer, as long as the stream is alive. */
  async #admission(record: StagedRecord): Promise<void> {
    const { signal } = this.#controller!;
    const { promise, resolve } = deferred<KafkaError | undefined>();
    record.onAdmitted = resolve;
    // An aborted pipe would otherwise hang for as long as the buffer is full.
    const detach = onAbort(signal, () => {
      const error = new AbortedError("Cannot write as the stream was aborted", {
        cause: signal.reason,
        fate: "not-persisted",
      });
      // It is the pipe that gives up: no record has failed that others would have to be waited for.
      if (this.#state === "open") this.#transition("aborting");
      this.#engine.takeBack(record, error);
    });
    const error = await promise;
    detach();
    if (error === undefined) return;
    // It was never accepted; the others may still be on their way.
    if (this.#hasFailed()) return await this.#failedWrite();
    throw error;
  }

  async #failedWrite(): Promise<void> {
    await abortable(this.#drained(), this.#controller?.signal, "write");
    if (this.#error !== undefined) throw this.#error;
    this.#engine.assertOpen("write");
  }

  #drained(): Promise<void> {
    if (this.#outstanding === 0) return Promise.resolve();
    this.#idle ??= deferred<void>();
    return this.#idle.promise;
  }

  #wake(): void {
    if (this.#state === "failing") {
      // All of its records are settled, so that the error names every one that was not stored.
      this.#engine.sinks.delete(this);
      this.#transition("ended");
      this.#error = this.#deliveryError();
      this.#controller?.error(this.#error);
    }
    this.#idle?.resolve();
    this.#idle = undefined;
  }

  #deliveryError(): unknown {
    return this.#failures.error("write to the stream");
  }

  #isMine(listener: Listener): boolean {
    return listener === this || (listener instanceof ChunkTarget && listener.sink === this);
  }

  #transition(to: SinkState): void {
    if (to === this.#state) return;
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Illegal transition of a sink from "${this.#state}" to "${to}"`);
    }
    this.#state = to;
  }
}
