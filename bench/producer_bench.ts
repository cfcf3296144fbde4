/**
 * What the producer itself costs: records against a broker that answers at
 * once and does nothing else, over a pair of pipes in memory.
 *
 * Usage: producer_bench.ts [records] [case ...]
 */

import process from "node:process";
import { Cluster } from "../src/cluster/cluster.ts";
import { resolveClientOptions } from "../src/cluster/options.ts";
import type { ProducerOptions } from "../src/producer/options.ts";
import { Producer } from "../src/producer/producer.ts";
import type { ApiInfo, ServerApi } from "../src/protocol/api.ts";
import { encodeResponseFrame } from "../src/protocol/framing.ts";
import { decodeRequestHeader, requestHeaderVersion } from "../src/protocol/header.ts";
import { apiVersionsServer } from "../src/protocol/messages/api_versions.ts";
import { initProducerIdServer } from "../src/protocol/messages/init_producer_id.ts";
import { metadataServer } from "../src/protocol/messages/metadata.ts";
import { produceServer } from "../src/protocol/messages/produce.ts";
import { Reader } from "../src/protocol/reader.ts";
import { ZERO_UUID } from "../src/protocol/uuid.ts";
import type { Connector, Transport } from "../src/transport/transport.ts";
import { systemEnvironment } from "../src/transport/runtime.ts";

const PARTITIONS = 3;
const TOPIC = "bench";

// deno-lint-ignore no-explicit-any
type AnyServerApi = ServerApi<any, any>;
const APIS = new Map<number, AnyServerApi>(
  [apiVersionsServer, initProducerIdServer, metadataServer, produceServer].map((
    api,
  ) => [api.key, api as AnyServerApi]),
);

/** A broker inside of a transport: whatever is written is answered. */
class InstantBroker implements Transport {
  readonly peer = "broker:9092";
  readonly closed: Promise<Error | undefined>;
  readonly #close: (cause: Error | undefined) => void;
  #out: Uint8Array[] = [];
  #waiting: (() => void) | undefined;
  #open = true;
  #offsets = new Array<bigint>(PARTITIONS).fill(0n);

  constructor() {
    let close!: (cause: Error | undefined) => void;
    this.closed = new Promise((resolve) => close = resolve);
    this.#close = close;
  }

  async read(into: Uint8Array): Promise<number | null> {
    while (this.#out.length === 0) {
      if (!this.#open) return null;
      await new Promise<void>((resolve) => this.#waiting = resolve);
    }
    const chunk = this.#out[0];
    const length = Math.min(chunk.length, into.length);
    into.set(chunk.subarray(0, length));
    if (length === chunk.length) this.#out.shift();
    else this.#out[0] = chunk.subarray(length);
    return length;
  }

  write(chunks: readonly Uint8Array[]): Promise<void> {
    // A frame starts a chunk. Records are counted from the batches' headers, not read.
    let frame: Uint8Array[] = [];
    let missing = 0;
    for (const chunk of chunks) {
      if (missing === 0) {
        missing = new DataView(chunk.buffer, chunk.byteOffset).getInt32(0) + 4;
        frame = [];
      }
      frame.push(chunk);
      missing -= chunk.length;
      if (missing === 0) this.#answer(frame);
    }
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.();
    return Promise.resolve();
  }

  closeWrite(): Promise<void> {
    return Promise.resolve();
  }

  close(cause?: Error): void {
    this.#open = false;
    this.#waiting?.();
    this.#close(cause);
  }

  #answer(frame: readonly Uint8Array[]): void {
    const bytes = frame.length === 1 ? frame[0] : join(frame);
    const reader = new Reader(bytes, 4);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const api = APIS.get(view.getInt16(4)) as AnyServerApi;
    const version = view.getInt16(6);
    const header = decodeRequestHeader(reader, requestHeaderVersion(api, version));
    const request = api.decodeRequest(reader, version);
    this.#out.push(
      ...encodeResponseFrame(api, this.#respond(api, request), version, header.correlationId),
    );
  }

  // deno-lint-ignore no-explicit-any
  #respond(api: ApiInfo, request: any): unknown {
    if (api.key === apiVersionsServer.key) {
      return {
        apiKeys: Array.from(APIS.values(), ({ key, minVersion, maxVersion }) => ({
          apiKey: key,
          minVersion,
          // By name, so that no ids are needed.
          maxVersion: key === produceServer.key ? 12 : maxVersion,
        })),
      };
    }
    if (api.key === metadataServer.key) {
      return {
        brokers: [{ nodeId: 1, host: "broker", port: 9092 }],
        controllerId: 1,
        topics: [{
          name: TOPIC,
          topicId: ZERO_UUID,
          partitions: Array.from({ length: PARTITIONS }, (_, partitionIndex) => ({
            partitionIndex,
            leaderId: 1,
            leaderEpoch: 0,
            replicaNodes: [1],
            isrNodes: [1],
          })),
        }],
      };
    }
    if (api.key === initProducerIdServer.key) return { producerId: 1n, producerEpoch: 0 };
    return {
      // deno-lint-ignore no-explicit-any
      responses: request.topicData.map(({ name, partitionData }: any) => ({
        name,
        // deno-lint-ignore no-explicit-any
        partitionResponses: partitionData.map(({ index, records }: any) => {
          const baseOffset = this.#offsets[index];
          const count = new DataView(records.buffer, records.byteOffset).getInt32(57);
          this.#offsets[index] += BigInt(count);
          return { index, baseOffset };
        }),
      })),
    };
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

interface Case {
  readonly name: string;
  readonly bytes: number;
  readonly options?: ProducerOptions;
  run(producer: Producer, value: Uint8Array, count: number): Promise<void>;
}

/** Sends with a promise for each, so many of them open at a time. */
async function sendAll(
  producer: Producer,
  count: number,
  open: number,
  record: (index: number) => Parameters<Producer["send"]>[0],
): Promise<void> {
  for (let sent = 0; sent < count;) {
    const promises: Promise<unknown>[] = [];
    for (let index = 0; index < open && sent < count; index++) {
      promises.push(producer.send(record(sent++)));
    }
    await Promise.all(promises);
  }
}

const CASES: readonly Case[] = [
  {
    name: "send, 100 B",
    bytes: 100,
    run: (producer, value, count) =>
      sendAll(producer, count, 10_000, () => ({ topic: TOPIC, value })),
  },
  {
    name: "send, 100 B, keys",
    bytes: 100,
    run: (producer, value, count) =>
      sendAll(producer, count, 10_000, (index) => ({ topic: TOPIC, key: `key-${index}`, value })),
  },
  {
    name: "send, 100 B, headers",
    bytes: 100,
    run: (producer, value, count) =>
      sendAll(producer, count, 10_000, () => ({ topic: TOPIC, value, headers: [["type", "a"]] })),
  },
  {
    name: "send, 1 KiB",
    bytes: 1_024,
    run: (producer, value, count) =>
      sendAll(producer, count, 10_000, () => ({ topic: TOPIC, value })),
  },
  {
    name: "enqueue, 100 B",
    bytes: 100,
    run: async (producer, value, count) => {
      for (let sent = 0; sent < count;) {
        for (let index = 0; index < 10_000 && sent < count; index++, sent++) {
          producer.enqueue({ topic: TOPIC, value });
        }
        await producer.flush();
      }
    },
  },
  {
    name: "sendBatch of 1,000, 100 B",
    bytes: 100,
    run: async (producer, value, count) => {
      for (let sent = 0; sent < count; sent += 10_000) {
        await Promise.all(
          Array.from(
            { length: 10 },
            () =>
              producer.sendBatch(Array.from({ length: 1_000 }, () => ({ topic: TOPIC, value }))),
          ),
        );
      }
    },
  },
  {
    name: "sendBatch of 1,000, 1 KiB",
    bytes: 1_024,
    run: async (producer, value, count) => {
      for (let sent = 0; sent < count; sent += 10_000) {
        await Promise.all(
          Array.from(
            { length: 10 },
            () =>
              producer.sendBatch(Array.from({ length: 1_000 }, () => ({ topic: TOPIC, value }))),
          ),
        );
      }
    },
  },
  {
    name: "pipe of records, 100 B",
    bytes: 100,
    run: async (producer, value, count) => {
      let sent = 0;
      await new ReadableStream({
        pull(controller) {
          for (let index = 0; index < 64 && sent < count; index++, sent++) {
            controller.enqueue({ topic: TOPIC, value });
          }
          if (sent >= count) controller.close();
        },
      }).pipeTo(producer.writable());
    },
  },
];

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function measure(bench: Case, count: number): Promise<string> {
  const environment = systemEnvironment();
  const connector: Connector = () => Promise.resolve(new InstantBroker());
  const options = resolveClientOptions({ brokers: "broker:9092", connector });
  const cluster = new Cluster(options, environment, connector, () => {});
  const producer = new Producer(cluster, bench.options);
  const value = new Uint8Array(bench.bytes).fill(97);
  await bench.run(producer, value, Math.min(count, 100_000));
  await producer.flush();
  const cpu = cpuSeconds();
  const start = performance.now();
  await bench.run(producer, value, count);
  const seconds = (performance.now() - start) / 1000;
  const cpuPerMillion = (cpuSeconds() - cpu) / count * 1e6;
  await producer.close();
  await cluster.close();
  const rate = count / seconds;
  return `${bench.name.padEnd(28)} ${(rate / 1e3).toFixed(0).padStart(6)} k/s ${
    (rate * bench.bytes / 1e6).toFixed(0).padStart(6)
  } MB/s ${cpuPerMillion.toFixed(2).padStart(6)} CPU s/M`;
}

const [records = "1000000", ...names] = process.argv.slice(2);
for (const bench of CASES) {
  if (names.length > 0 && !names.some((name) => bench.name.includes(name))) continue;
  console.log(await measure(bench, Number(records)));
}
