/**
 * How fast messages are decoded and encoded: a Metadata response of some
 * 213 kB, and the small ones that a producer and a consumer exchange all day.
 *
 * ```sh
 * deno run bench/protocol_bench.ts
 * ```
 *
 * @module
 */

import type { ClientApi, ServerApi } from "../src/protocol/api.ts";
import { fetch, fetchServer } from "../src/protocol/messages/fetch.ts";
import {
  metadata,
  type MetadataResponseInput,
  metadataServer,
} from "../src/protocol/messages/metadata.ts";
import { produce, produceServer } from "../src/protocol/messages/produce.ts";
import { Reader } from "../src/protocol/reader.ts";
import { Writer } from "../src/protocol/writer.ts";

const ROUND_MS = 100;
const ROUNDS = 15;

/** The time of one call in the best round, in microseconds: whatever else the machine does only adds to it. */
function measure(run: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let calls = 0;
    const start = performance.now();
    let end = start;
    while (end - start < ROUND_MS) {
      for (let index = 0; index < 10; index++) run();
      calls += 10;
      end = performance.now();
    }
    best = Math.min(best, (end - start) / calls * 1000);
  }
  return best;
}

function report(name: string, bytes: number, run: () => unknown): void {
  const micros = measure(run);
  const rate = bytes / micros;
  console.log(
    `${name.padEnd(34)} ${String(bytes).padStart(8)} B ${micros.toFixed(2).padStart(10)} us ${
      rate.toFixed(0).padStart(6)
    } MB/s`,
  );
}

function metadataResponse(): MetadataResponseInput {
  const brokers = Array.from({ length: 12 }, (_, nodeId) => ({
    nodeId,
    host: `broker-${nodeId}.kafka.example.com`,
    port: 9092,
    rack: `rack-${nodeId % 3}`,
  }));
  const topics = Array.from({ length: 400 }, (_, topic) => ({
    name: `topic-number-${topic}`,
    topicId: `${topic}`.padStart(21, "a") + "A",
    partitions: Array.from({ length: 12 }, (_, partitionIndex) => ({
      partitionIndex,
      leaderId: partitionIndex,
      leaderEpoch: 7,
      replicaNodes: [0, 1, 2].map((shift) => (partitionIndex + shift) % 12),
      isrNodes: [0, 1, 2].map((shift) => (partitionIndex + shift) % 12),
    })),
  }));
  return { brokers, clusterId: "q1Sh-9_ISia_zwGINzRvyQ", controllerId: 0, topics };
}

function benchmark<Request, RequestInput, Response, ResponseInput>(
  client: ClientApi<RequestInput, Response>,
  server: ServerApi<Request, ResponseInput>,
  messages: { request?: RequestInput; response?: ResponseInput },
  version: number,
): void {
  const title = `${client.name} v${version}`;
  const { request, response } = messages;
  const encode = (write: (writer: Writer) => void): Uint8Array => {
    const writer = new Writer();
    write(writer);
    return writer.finish();
  };
  if (request !== undefined) {
    const run = (): Uint8Array =>
      encode((writer) => client.encodeRequest(writer, request, version));
    const bytes = run();
    report(`${title} request, encode`, bytes.length, run);
    report(
      `${title} request, decode`,
      bytes.length,
      () => server.decodeRequest(new Reader(bytes), version),
    );
  }
  if (response !== undefined) {
    const run = (): Uint8Array =>
      encode((writer) => server.encodeResponse(writer, response, version));
    const bytes = run();
    report(`${title} response, encode`, bytes.length, run);
    report(
      `${title} response, decode`,
      bytes.length,
      () => client.decodeResponse(new Reader(bytes), version),
    );
  }
}

const topicId = "q1Sh-9_ISia_zwGINzRvyQ";
benchmark(metadata, metadataServer, { response: metadataResponse() }, 12);
benchmark(metadata, metadataServer, { response: metadataResponse() }, 8);
benchmark(produce, produceServer, {
  request: {
    acks: -1,
    timeoutMs: 30_000,
    topicData: [{ topicId, partitionData: [{ index: 3, records: new Uint8Array(16_384) }] }],
  },
  response: {
    responses: [{ topicId, partitionResponses: [{ index: 3, baseOffset: 123_456_789n }] }],
  },
}, 13);
benchmark(fetch, fetchServer, {
  request: {
    maxWaitMs: 500,
    minBytes: 1,
    sessionId: 12_345,
    sessionEpoch: 42,
    topics: [{ topicId, partitions: [{ partition: 3, fetchOffset: 123_456_789n }] }],
  },
  response: {
    responses: [{
      topicId,
      partitions: Array.from({ length: 10 }, (_, partitionIndex) => ({
        partitionIndex,
        highWatermark: 123_456_789n,
        records: new Uint8Array(16_384),
      })),
    }],
  },
}, 18);
