/**
 * The producer: a `WritableStream` of records, and more.
 *
 * @module
 */

import type { Cluster } from "../cluster/cluster.ts";
import { AbortedError, type KafkaError } from "../errors.ts";
import { abortable, abortedError, onAbort, throwIfAborted } from "../internal/signal.ts";
import { show } from "../internal/options.ts";
import type { DeliveryTarget } from "./delivery.ts";
import { ProducerEngine } from "./engine.ts";
import { type ProducerOptions, resolveProducerOptions } from "./options.ts";
import {
  checkRecord,
  headersOf,
  type ProducerChunk,
  type ProducerRecord,
  type RecordMetadata,
} from "./record.ts";
import { BatchSend } from "./batch_send.ts";
import { ProducerSink } from "./sink.ts";
import type { StagedRecord } from "./topic_state.ts";

/** How many chunks the platform queues before it says that the stream is full; the bytes are counted inside. */
const HIGH_WATER_MARK = 64;

/** How to do something that can be given up. */
export interface ProducerCallOptions {
  /** Gives up. */
  readonly signal?: AbortSignal | undefined;
}

let latestResolve: (metadata: RecordMetadata) => void;
let latestReject: (error: unknown) => void;
/** One executor for all promises of `send`: a record costs no closure. */
function takeSettlers(
  resolve: (metadata: RecordMetadata) => void,
  reject: (error: unknown) => void,
): void {
  latestResolve = resolve;
  latestReject = reject;
}

/**
 * Sends records to a cluster. It is a `WritableStream`, whose close waits for
 * every acknowledgement, and offers more: a promise for each record, sinks for
 * several pipes, and flushing.
 *
 * Records are batched by partition, sent with up to five batches under way,
 * and stored once and in order, whatever happens meanwhile; see
 * {@linkcode ProducerOptions}.
 *
 * @example Send, and pipe
 * ```ts
 * import { Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ topics: { orders: { partitions: 3 } } });
 * const kafka = new Kafka(cluster.clientOptions());
 * const producer = kafka.producer();
 *
 * const { partition, offset } = await producer.send({ topic: "orders", key: "42", value: "paid" });
 * console.log(partition, offset);
 *
 * const records = ReadableStream.from([{ topic: "orders", key: "43", value: "paid" }]);
 * await records.pipeTo(producer.writable());
 *
 * await kafka.close();
 * await cluster.close();
 * ```
 */
export class Producer extends WritableStream<ProducerChunk> {
  readonly #engine: ProducerEngine;
  readonly #sink: ProducerSink;
  readonly #enqueued: DeliveryTarget;
  #closing: Promise<void> | undefined;

  /**
   * Producers come from `kafka.producer()`; there is no need to make one.
   *
   * @param cluster The cluster.
   * @param options How it batches, acknowledges and retries.
   * @throws {TypeError | RangeError} For an option that is unknown, out of its range, or contradicts another.
   */
  constructor(cluster: Cluster, options: ProducerOptions = {}) {
    const engine = new ProducerEngine(cluster, resolveProducerOptions(options, cluster.options));
    const sink = new ProducerSink(engine, true);
    super(sink, { highWaterMark: HIGH_WATER_MARK });
    this.#engine = engine;
    this.#sink = sink;
    this.#enqueued = {
      delivered: () => {},
      failed: (_slot, topic, partition, error) => {
        cluster.emit("sendfailed", { topic, partition, error });
      },
    };
  }

  /** Resolves when the producer is closed, however that came about; never rejects. */
  get closed(): Promise<void> {
    return this.#engine.closed;
  }

  /**
   * Sends a record. Its bytes are copied, and it takes its place in the order
   * of the calls, before this returns.
   *
   * @param record The record.
   * @param options `signal`: takes the record back while it waits for the
   * buffer; after that it only gives up waiting for what becomes of it.
   * @returns Where it is, once it is acknowledged.
   * @throws {KafkaError} With `fate`: what is known about the record.
   * @throws {TypeError | RangeError} For a record that cannot be sent.
   */
  send(record: ProducerRecord, options?: ProducerCallOptions): Promise<RecordMetadata> {
    const engine = this.#engine;
    const signal = options?.signal;
    try {
      checkRecord(record);
      if (signal !== undefined) throwIfAborted(signal, "send");
      engine.assertOpen("send");
      const promise = new Promise<RecordMetadata>(takeSettlers);
      const reject = latestReject;
      const staged = engine.accept(record, latestResolve, reject, 1);
      return signal === undefined ? promise : this.#detachable(promise, staged, signal);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Sends several records with one promise. They take their places in the
   * order of the calls, one after the other, before this returns.
   *
   * @param records The records.
   * @param options `signal`: gives up waiting; the records are sent all the same.
   * @returns Where they are, in their order, once all are acknowledged.
   * @throws {DeliveryError} When any failed, naming each, once it is known what became of all.
   * @throws {TypeError | RangeError} For a record that cannot be sent; then none is.
   */
  sendBatch(
    records: readonly ProducerRecord[],
    options: ProducerCallOptions = {},
  ): Promise<RecordMetadata[]> {
    const engine = this.#engine;
    const { signal } = options;
    try {
      if (!Array.isArray(records)) {
        throw new TypeError(`Cannot send as "records" must be an array: it is ${show(records)}`);
      }
      throwIfAborted(signal, "send");
      const list = records as readonly ProducerRecord[];
      const checked = list.map((record) => {
        checkRecord(record);
        // Headers may be an iterable that can be walked only once.
        return record.headers === undefined ? record : { ...record, headers: headersOf(record) };
      });
      engine.assertOpen("send");
      if (checked.length === 0) return Promise.resolve([]);
      const batch = new BatchSend(checked.length);
      checked.forEach((record, index) => engine.accept(record, batch, index, index === 0 ? 1 : 0));
      return abortable(batch.promise, signal, "wait for the acknowledgements");
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Sends a record without a promise. What fails later is told by the
   * `sendfailed` event and by the next `flush` or `close`.
   *
   * @param record The record; its bytes are copied before this returns.
   * @throws {TypeError | RangeError} For a record that cannot be sent.
   * @throws {ClosedError} When the producer is closed.
   */
  enqueue(record: ProducerRecord): void {
    checkRecord(record);
    this.#engine.assertOpen("send");
    this.#engine.accept(record, this.#enqueued, 0, 1);
  }

  /**
   * Waits until every record that was accepted so far is acknowledged or has failed.
   *
   * @param options `signal`: gives up waiting.
   * @throws {DeliveryError} When any record failed since the last flush, however it was sent.
   */
  flush(options: ProducerCallOptions = {}): Promise<void> {
    return this.#engine.flush(options.signal);
  }

  /**
   * Makes another stream over this producer, one for each pipe. Its close
   * waits for its own records, its abort drops its own, its failure is its
   * own: the producer goes on.
   *
   * A record that fails errors the stream, with an error that names every
   * record that it accepted and that was not stored. Up to two chunks may be
   * inside of the platform's pipe at that time, and up to 64 in the stream's
   * queue; these were not accepted and are not named.
   *
   * @returns The stream.
   * @throws {ClosedError} When the producer is closed.
   */
  writable(): WritableStream<ProducerChunk> {
    this.#engine.assertOpen("write");
    return new WritableStream(new ProducerSink(this.#engine, false), {
      highWaterMark: HIGH_WATER_MARK,
    });
  }

  /**
   * Takes no more records, waits for those that it has, for `closeTimeoutMs`
   * at most, and ends the connections. It works while the stream is locked,
   * which ends a pipe with a ClosedError, and twice.
   *
   * @param options `signal`: gives up waiting; the closing goes on.
   * @throws {DeliveryError} When any record failed since the last flush, however it was sent.
   */
  override close(options: ProducerCallOptions = {}): Promise<void> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(abortedError(signal, "close the producer"));
    this.#closing ??= this.#close();
    return abortable(this.#closing, signal, "close the producer");
  }

  /**
   * Takes no more records, drops those that are not on the wire, waits for
   * open answers for `closeTimeoutMs` at most, and ends the connections. It
   * works while the stream is locked.
   *
   * @param reason Why; the cause of the errors of the records that were dropped.
   */
  override abort(reason?: unknown): Promise<void> {
    return this.#engine.abort(reason);
  }

  /** Closes the producer, as `close` does. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    if (this.locked || this.#sink.state !== "open") {
      // The native close() would refuse; the engine ends the stream.
      await this.#engine.close();
    } else {
      // Chunks may be left in the stream's queue by a writer that was released.
      const closed = super.close().catch(() => {});
      await this.#engine.within(closed);
      await this.#engine.close();
    }
    if (this.#sink.error !== undefined) throw this.#sink.error;
  }

  #detachable(
    promise: Promise<RecordMetadata>,
    staged: StagedRecord | undefined,
    signal: AbortSignal,
  ): Promise<RecordMetadata> {
    return new Promise((resolve, reject) => {
      const detach = onAbort(signal, () => {
        const options = { cause: signal.reason as unknown };
        const takenBack = new AbortedError("Cannot send as the signal was aborted", {
          ...options,
          fate: "not-persisted",
        });
        if (staged !== undefined && this.#engine.takeBack(staged, takenBack)) return;
        reject(
          new AbortedError("Cannot wait for the acknowledgement as the signal was aborted", {
            ...options,
            fate: "possibly-persisted",
          }),
        );
      });
      promise.then((metadata) => {
        detach();
        resolve(metadata);
      }, (error: KafkaError) => {
        detach();
        reject(error);
      });
    });
  }
}
