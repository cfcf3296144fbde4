/**
 * A few brokers that answer Metadata from one state, and a Cluster on them.
 *
 * @module
 */

import { Cluster } from "../../src/cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";
import { KafkaEvents } from "../../src/internal/events.ts";
import { ZERO_UUID } from "../../src/protocol/uuid.ts";
import type { Connector } from "../../src/transport/transport.ts";
import { MemoryNetwork } from "../../src/transport/memory.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { type Call, FakeBroker } from "../network/fake_broker.ts";

/** A partition, as the brokers know it. */
export interface FakePartition {
  leader: number;
  epoch: number;
  error?: number;
}

/** A topic, as the brokers know it. */
export interface FakeTopic {
  id: string;
  error?: number;
  partitions: FakePartition[];
}

/** A few brokers that answer Metadata from one state. */
export class FakeCluster {
  readonly env = new VirtualEnvironment();
  readonly network = new MemoryNetwork();
  readonly brokers = new Map<number, FakeBroker>();
  /** What the metadata says of where brokers are; follows `brokers` unless a test changes it. */
  readonly advertised = new Map<number, { host: string; port: number }>();
  readonly topics = new Map<string, FakeTopic>();
  /** Events of all clusters, as `type detail`. */
  readonly events: string[] = [];
  /** Addresses that were connected to, in order. */
  readonly connects: string[] = [];
  clusterId: string | null = "cluster-1";
  /** A top-level error code of Metadata (version 13 and later). */
  errorCode = 0;

  constructor(count = 3) {
    for (let id = 1; id <= count; id++) this.add(id, 9090 + id);
  }

  /** Adds a broker. */
  add(id: number, port: number): FakeBroker {
    const broker = new FakeBroker(this.network, port);
    broker.on("Metadata", (call) => this.answer(call));
    this.brokers.set(id, broker);
    this.advertised.set(id, { host: broker.host, port });
    return broker;
  }

  /** A broker by its id. */
  broker(id: number): FakeBroker {
    return this.brokers.get(id) as FakeBroker;
  }

  /** Adds a topic with leaders spread over the brokers. */
  topic(name: string, partitions = 1, id = uuid(name)): FakeTopic {
    const ids = [...this.brokers.keys()];
    const topic: FakeTopic = {
      id,
      partitions: Array.from({ length: partitions }, (_, index) => ({
        leader: ids[index % ids.length],
        epoch: 5,
      })),
    };
    this.topics.set(name, topic);
    return topic;
  }

  /** How often Metadata was asked for, of all brokers. */
  get asked(): number {
    return this.calls.length;
  }

  /** All Metadata requests. */
  get calls(): Call[] {
    return [...this.brokers.values()].flatMap((broker) => broker.of("Metadata"));
  }

  /** The topics that the last Metadata request of a broker named. */
  lastTopics(id = 1): string[] {
    const call = this.broker(id).of("Metadata").at(-1);
    return (call?.request.topics as { name: string }[]).map(({ name }) => name);
  }

  /** The ordinary answer to Metadata. */
  answer(call: Call): Record<string, unknown> {
    const names = (call.request.topics as { name: string }[] | null)?.map(({ name }) => name) ??
      [...this.topics.keys()];
    return {
      errorCode: this.errorCode,
      clusterId: this.clusterId,
      controllerId: 1,
      brokers: [...this.advertised].map(([nodeId, { host, port }]) => ({ nodeId, host, port })),
      topics: names.map((name) => {
        const topic = this.topics.get(name);
        if (topic === undefined) return { errorCode: 3, name, topicId: ZERO_UUID };
        return {
          errorCode: topic.error ?? 0,
          name,
          topicId: topic.id,
          partitions: topic.error ? [] : topic.partitions.map((partition, partitionIndex) => ({
            errorCode: partition.error ?? 0,
            partitionIndex,
            leaderId: partition.leader,
            leaderEpoch: partition.epoch,
            replicaNodes: [1, 2, 3],
            isrNodes: [1, 2, 3],
          })),
        };
      }),
    };
  }

  /** Makes a Cluster on it. */
  connect(options: Partial<ClientOptions> = {}): Cluster {
    const events = new KafkaEvents();
    for (
      const type of ["connect", "disconnect", "connecterror", "topicrecreated", "retry"] as const
    ) {
      events.on(type, ({ detail }) => {
        const { broker, topic, what } = detail as {
          broker?: string;
          topic?: string;
          what?: string;
        };
        this.events.push(`${type} ${broker ?? topic ?? what}`);
      });
    }
    const connector = this.network.connector(this.env.resources);
    const recording: Connector = (address, connectOptions) => {
      this.connects.push(`${address.host}:${address.port}`);
      return connector(address, connectOptions);
    };
    return new Cluster(
      resolveClientOptions({ brokers: ["broker:9091"], ...options }),
      this.env,
      recording,
      (type, detail) => events.emit(type, detail),
    );
  }

  /** Ends a test: everything is closed, and nothing is left open. */
  async end(cluster: Cluster): Promise<string[]> {
    await this.env.run(cluster.close());
    for (const broker of this.brokers.values()) broker.stop();
    await this.env.settle();
    return this.env.resources.list();
  }
}

/** A topic id made from a name. */
export function uuid(name: string): string {
  return `${name.replace(/[^A-Za-z0-9]/g, "-")}${"x".repeat(22)}`.slice(0, 21) + "A";
}
