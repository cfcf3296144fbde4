/**
 * The entrance: one object per cluster, which makes producers and consumers.
 *
 * @module
 */

import { Cluster } from "./cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "./cluster/options.ts";
import { Consumer } from "./consumer/consumer.ts";
import type { ConsumerOptions } from "./consumer/options.ts";
import { ClosedError } from "./errors.ts";
import { KafkaEvents } from "./internal/events.ts";
import type { ProducerOptions } from "./producer/options.ts";
import { Producer } from "./producer/producer.ts";
import { defaultConnector, systemEnvironment } from "./transport/runtime.ts";

/**
 * A client of one Kafka cluster. Making one opens no connection; the first
 * send or read does.
 *
 * @example Send a record
 * ```ts
 * import { Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ topics: ["orders"] });
 * const kafka = new Kafka(cluster.clientOptions());
 *
 * const producer = kafka.producer();
 * const { partition, offset } = await producer.send({ topic: "orders", key: "42", value: "paid" });
 * console.log(partition, offset);
 *
 * await kafka.close();
 * await cluster.close();
 * ```
 */
export class Kafka {
  /** What the client tells about itself. Nothing is ever written to the console. */
  readonly events: KafkaEvents = new KafkaEvents();
  readonly #cluster: Cluster;
  readonly #open: Set<Producer | Consumer> = new Set();
  #closing: Promise<void> | undefined;

  /**
   * Makes a client; nothing is connected yet.
   *
   * @param options Where the cluster is, and how to talk to it.
   * @throws {TypeError | RangeError} For an option that is unknown or out of its range.
   */
  constructor(options: ClientOptions) {
    const resolved = resolveClientOptions(options);
    const environment = resolved.environment ?? systemEnvironment();
    const connector = resolved.connector ?? defaultConnector(environment.resources);
    this.#cluster = new Cluster(
      resolved,
      environment,
      connector,
      (type, detail) => this.events.emit(type, detail),
    );
  }

  /** The addresses to start from, as `host:port`. */
  get brokers(): readonly string[] {
    return this.#cluster.options.brokers.map(({ host, port }) =>
      host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`
    );
  }

  /**
   * Makes a producer, which is a `WritableStream`.
   *
   * @param options How it batches, acknowledges and retries.
   * @throws {TypeError | RangeError} For an option that is unknown or out of its range.
   */
  producer(options?: ProducerOptions): Producer {
    this.#checkOpen("make a producer");
    return this.#keep(new Producer(this.#cluster, options));
  }

  /**
   * Makes a consumer, which is a `ReadableStream<Message>`.
   *
   * @param options What to read, and from where.
   * @throws {TypeError | RangeError} For an option that is unknown or out of its range.
   */
  consumer(options: ConsumerOptions): Consumer {
    this.#checkOpen("make a consumer");
    return this.#keep(new Consumer(this.#cluster, options));
  }

  /**
   * Closes everything: producers after their records were acknowledged,
   * consumers at once, then the connections. Doing it twice is fine.
   *
   * @throws The first failure of a record since the last flush, or an
   *   AggregateError when several producers have some.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Closes everything, as `close` does. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    const results = await Promise.allSettled([...this.#open].map((part) => part.close()));
    await this.#cluster.close();
    const failures = results.filter((result) => result.status === "rejected").map((result) =>
      result.reason as unknown
    );
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) {
      throw new AggregateError(failures, "Cannot close the client cleanly as several parts failed");
    }
  }

  #keep<T extends Producer | Consumer>(part: T): T {
    this.#open.add(part);
    const forget = () => this.#open.delete(part);
    part.closed.then(forget, forget);
    return part;
  }

  #checkOpen(action: string): void {
    if (this.#closing !== undefined) {
      throw new ClosedError(`Cannot ${action} as the client is closed`);
    }
  }
}
