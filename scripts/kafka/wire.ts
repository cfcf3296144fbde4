/**
 * The few Kafka requests that starting and preparing a cluster needs, written by hand so that this
 * does not depend on the library that it serves to test.
 *
 * @module
 */

import { connect } from "node:net";

/** A partition as a broker describes it. */
export interface PartitionState {
  readonly partition: number;
  /** The leader's node id, or -1. */
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  readonly errorCode: number;
}

/** A topic as a broker describes it. */
export interface TopicState {
  readonly topic: string;
  readonly errorCode: number;
  readonly partitions: readonly PartitionState[];
}

/** A cluster as one of its brokers describes it. */
export interface ClusterState {
  readonly brokers: readonly {
    readonly nodeId: number;
    readonly host: string;
    readonly port: number;
  }[];
  readonly topics: readonly TopicState[];
}

/** A topic to be created. */
export interface NewTopic {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** The replicas of each partition, leader first, instead of a number of each. */
  readonly assignments?: readonly (readonly number[])[];
  readonly configs?: Readonly<Record<string, string | number | boolean>>;
}

const METADATA = 3;
const CREATE_TOPICS = 19;
const API_VERSIONS = 18;

class Writer {
  readonly #parts: number[] = [];

  int16(value: number): this {
    this.#parts.push((value >> 8) & 0xff, value & 0xff);
    return this;
  }

  int32(value: number): this {
    this.#parts.push(
      (value >>> 24) & 0xff,
      (value >>> 16) & 0xff,
      (value >>> 8) & 0xff,
      value & 0xff,
    );
    return this;
  }

  bool(value: boolean): this {
    this.#parts.push(value ? 1 : 0);
    return this;
  }

  string(value: string): this {
    const bytes = new TextEncoder().encode(value);
    this.int16(bytes.length);
    this.#parts.push(...bytes);
    return this;
  }

  array<T>(items: readonly T[], write: (item: T, index: number) => void): this {
    this.int32(items.length);
    items.forEach(write);
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#parts);
  }
}

class Reader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  int8(): number {
    return this.#view.getInt8(this.#at++);
  }

  int16(): number {
    this.#at += 2;
    return this.#view.getInt16(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.#view.getInt32(this.#at - 4);
  }

  string(): string | null {
    const length = this.int16();
    if (length < 0) return null;
    const { buffer, byteOffset } = this.#view;
    const text = new TextDecoder().decode(new Uint8Array(buffer, byteOffset + this.#at, length));
    this.#at += length;
    return text;
  }

  array<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }
}

/** Sends one request over a connection of its own; resolves to the response without its header. */
function exchange(
  address: string,
  api: number,
  version: number,
  body: Uint8Array,
  timeoutMs: number,
): Promise<Reader> {
  const colon = address.lastIndexOf(":");
  const header = new Writer().int16(api).int16(version).int32(1).string("kafka-web-scripts")
    .bytes();
  const frame = new Uint8Array(4 + header.length + body.length);
  frame.set(new Writer().int32(header.length + body.length).bytes());
  frame.set(header, 4);
  frame.set(body, 4 + header.length);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address.slice(0, colon),
      port: Number(address.slice(colon + 1)),
    });
    let received = new Uint8Array(0);
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error(`No answer from ${address}`)));
    socket.on("error", fail);
    socket.on("close", () => reject(new Error(`Connection closed by ${address}`)));
    socket.on("connect", () => socket.write(frame));
    socket.on("data", (chunk: Uint8Array) => {
      const all = new Uint8Array(received.length + chunk.length);
      all.set(received);
      all.set(chunk, received.length);
      received = all;
      if (all.length < 4) return;
      const size = new DataView(all.buffer).getInt32(0);
      if (all.length < 4 + size) return;
      resolve(new Reader(all.subarray(8, 4 + size)));
      socket.destroy();
    });
  });
}

/** Fails unless a broker at the address answers ApiVersions. */
export async function probe(address: string, timeoutMs = 2_000): Promise<void> {
  const reader = await exchange(address, API_VERSIONS, 0, new Uint8Array(0), timeoutMs);
  const code = reader.int16();
  if (code !== 0) throw new Error(`Broker ${address} answered with error ${code}`);
}

/** What a broker knows of the cluster: of all topics, or of those named. */
export async function describeCluster(
  address: string,
  topics?: readonly string[],
  timeoutMs = 5_000,
): Promise<ClusterState> {
  const writer = new Writer();
  if (topics === undefined) writer.int32(-1);
  else writer.array(topics, (topic) => writer.string(topic));
  // Version 4 is the first that can ask without creating what it asks for.
  const body = writer.bool(false).bytes();
  const reader = await exchange(address, METADATA, 4, body, timeoutMs);
  reader.int32();
  const brokers = reader.array(() => {
    const broker = { nodeId: reader.int32(), host: reader.string() ?? "", port: reader.int32() };
    reader.string();
    return broker;
  });
  reader.string();
  reader.int32();
  const states = reader.array((): TopicState => {
    const errorCode = reader.int16();
    const topic = reader.string() ?? "";
    reader.int8();
    const partitions = reader.array((): PartitionState => ({
      errorCode: reader.int16(),
      partition: reader.int32(),
      leader: reader.int32(),
      replicas: reader.array(() => reader.int32()),
      isr: reader.array(() => reader.int32()),
    }));
    partitions.sort((a, b) => a.partition - b.partition);
    return { topic, errorCode, partitions };
  });
  return { brokers, topics: states };
}

/** Creates topics; fails with Kafka's error code and message when one is refused. */
export async function createTopics(
  address: string,
  topics: readonly NewTopic[],
  timeoutMs = 30_000,
): Promise<void> {
  const writer = new Writer();
  writer.array(topics, (topic) => {
    writer.string(topic.topic);
    writer.int32(topic.assignments === undefined ? topic.partitions : -1);
    writer.int16(topic.assignments === undefined ? topic.replicationFactor : -1);
    writer.array(topic.assignments ?? [], (replicas, partition) => {
      writer.int32(partition).array(replicas, (nodeId) => writer.int32(nodeId));
    });
    writer.array(Object.entries(topic.configs ?? {}), ([name, value]) => {
      writer.string(name).string(String(value));
    });
  });
  const body = writer.int32(timeoutMs).bool(false).bytes();
  const reader = await exchange(address, CREATE_TOPICS, 2, body, timeoutMs + 1_000);
  reader.int32();
  reader.array(() => {
    const name = reader.string();
    const code = reader.int16();
    const message = reader.string();
    if (code !== 0) {
      throw new Error(`Cannot create topic "${name}": error ${code}, ${message ?? "no message"}`);
    }
  });
}
