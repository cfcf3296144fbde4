/**
 * An embedded cluster, the engines' view of it and virtual time, for the
 * scenarios about connections and metadata.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { Cluster } from "../../src/cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";
import { type ClientEvents, KafkaEvents } from "../../src/internal/events.ts";
import { EmbeddedKafka, type EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

/** How a world is made. */
export interface ClusterWorldOptions extends EmbeddedKafkaOptions {
  /** The client's options. */
  readonly client?: Partial<ClientOptions>;
}

/** An embedded cluster, the engines' view of it and virtual time. */
export class ClusterWorld {
  readonly env: VirtualEnvironment = new VirtualEnvironment();
  readonly kafka: EmbeddedKafka;
  readonly events: KafkaEvents = new KafkaEvents();
  readonly cluster: Cluster;
  /** Every address that was connected to, in order. */
  readonly connects: string[] = [];

  constructor(options: ClusterWorldOptions) {
    const { client, ...embedded } = options;
    this.kafka = new EmbeddedKafka({ environment: this.env, ...embedded });
    const { brokers, connector } = this.kafka.clientOptions();
    this.cluster = new Cluster(
      resolveClientOptions({ brokers, ...client }),
      this.env,
      (address, connectOptions) => {
        this.connects.push(`${address.host}:${address.port}`);
        return connector(address, connectOptions);
      },
      (type, detail) => this.events.emit(type, detail),
    );
  }

  /** The moment, on the monotonic clock. */
  get now(): number {
    return this.env.clock.monotonic();
  }

  /** Lets virtual time pass until a promise is settled. */
  run<T>(promise: Promise<T>): Promise<T> {
    return this.env.run(promise, { limitMs: 600_000 });
  }

  /** The leader and the epoch of a partition, as the client knows them. */
  leader(topic: string, partition = 0): string {
    const info = this.cluster.metadata.topics.get(topic)?.partitions[partition];
    return `${info?.leader}@${info?.leaderEpoch}`;
  }

  /** Lets time pass until something is true, and tells how long that took. */
  async until(condition: () => boolean, limitMs = 60_000): Promise<number> {
    const started = this.now;
    while (!condition()) {
      if (this.now - started > limitMs) throw new Error(`Not true after ${limitMs} ms`);
      await this.env.advance(10);
    }
    return this.now - started;
  }

  /** The details of an event, as they come. */
  heard<K extends keyof ClientEvents>(type: K): ClientEvents[K][] {
    const details: ClientEvents[K][] = [];
    this.events.on(type, (event) => details.push(event.detail));
    return details;
  }
}

/** Runs a scenario, and checks that nothing is left behind. */
export async function withCluster(
  options: ClusterWorldOptions,
  scenario: (world: ClusterWorld) => Promise<void>,
): Promise<void> {
  const world = new ClusterWorld(options);
  try {
    await scenario(world);
  } finally {
    await world.run(world.cluster.close());
    await world.run(world.kafka.close());
  }
  assertEquals(world.env.resources.list(), []);
  assertEquals(world.env.holds, 0);
  assertEquals(world.kafka.clientFaults(), []);
}
