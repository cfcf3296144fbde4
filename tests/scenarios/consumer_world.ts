/**
 * A cluster, a client and virtual time for the consumer's scenarios.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { Cluster } from "../../src/cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";
import { Consumer } from "../../src/consumer/consumer.ts";
import type { Message } from "../../src/consumer/message.ts";
import type { ConsumerOptions } from "../../src/consumer/options.ts";
import { type ClientEvents, KafkaEvents } from "../../src/internal/events.ts";
import { EmbeddedKafka, type EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

/** How a world is made. */
export interface WorldOptions extends EmbeddedKafkaOptions {
  /** The client's options. */
  readonly client?: Partial<ClientOptions>;
}

/** A cluster, a client and virtual time. */
export class World {
  readonly env: VirtualEnvironment = new VirtualEnvironment();
  readonly kafka: EmbeddedKafka;
  readonly events: KafkaEvents = new KafkaEvents();
  readonly cluster: Cluster;
  readonly #consumers: Consumer[] = [];

  constructor(options: WorldOptions) {
    const { client, ...embedded } = options;
    this.kafka = new EmbeddedKafka({ environment: this.env, ...embedded });
    const { brokers, connector } = this.kafka.clientOptions();
    const resolved = resolveClientOptions({ brokers, connector, ...client });
    this.cluster = new Cluster(
      resolved,
      this.env,
      resolved.connector ?? connector,
      (type, detail) => this.events.emit(type, detail),
    );
  }

  /** A consumer, closed with the world. */
  consumer(options: ConsumerOptions): Consumer {
    const consumer = new Consumer(this.cluster, options);
    this.#consumers.push(consumer);
    return consumer;
  }

  /** Lets virtual time pass until a promise is settled. */
  run<T>(promise: Promise<T>): Promise<T> {
    return this.env.run(promise, { limitMs: 600_000 });
  }

  /** The details of an event, as they come. */
  heard<K extends keyof ClientEvents>(type: K): ClientEvents[K][] {
    const details: ClientEvents[K][] = [];
    this.events.on(type, (event) => details.push(event.detail));
    return details;
  }

  /** Appends numbered records, one batch for each list of values. */
  async fill(topic: string, partition: number, ...batches: (readonly string[])[]): Promise<void> {
    for (const values of batches) {
      await this.kafka.append(topic, partition, values.map((value) => ({ value })));
    }
  }

  async close(): Promise<void> {
    await this.run(Promise.all(this.#consumers.map((consumer) => consumer.close())));
    await this.run(this.cluster.close());
    await this.run(this.kafka.close());
  }
}

/** Runs a scenario, and checks that nothing is left behind. */
export async function withWorld(
  options: WorldOptions,
  scenario: (world: World) => Promise<void>,
): Promise<void> {
  const world = new World(options);
  try {
    await scenario(world);
  } finally {
    await world.close();
  }
  assertEquals(world.env.resources.list(), []);
  assertEquals(world.env.holds, 0);
  assertEquals(world.kafka.clientFaults(), []);
}

/** Takes so many messages from an iterator. */
export async function take(
  iterator: AsyncIterator<Message, undefined>,
  count: number,
): Promise<Message[]> {
  const messages: Message[] = [];
  while (messages.length < count) {
    const next = await iterator.next();
    if (next.done) break;
    messages.push(next.value);
  }
  return messages;
}

/** What messages say, in order. */
export function texts(messages: readonly Message[]): string[] {
  return messages.map((message) => message.text());
}

/** Numbers from `from` up to, not including, `to`, as text. */
export function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => String(from + index));
}
