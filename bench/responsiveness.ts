/**
 * How much the parts of one client stand in each other's way. It prints
 * figures and judges nothing; run it on each runtime:
 *
 * `deno run -A bench/responsiveness.ts`, `bun bench/responsiveness.ts`, `node bench/responsiveness.ts`
 *
 * @module
 */

import { Kafka, type Message } from "../mod.ts";
import { EmbeddedKafka } from "../src/testing/mod.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1)
  } ms`;
}

function show(what: string, values: readonly number[]): void {
  console.log(
    `${what}: p50 ${percentile(values, 0.5)}, p99 ${percentile(values, 0.99)}, most ${
      percentile(values, 1)
    } (${values.length})`,
  );
}

/** Sends at an even pace and reads back what is sent; with or without a second consumer in a long poll. */
async function roundTrips(withPoll: boolean): Promise<void> {
  const cluster = new EmbeddedKafka({ topics: { busy: {}, idle: {} } });
  const { brokers } = await cluster.listen();
  const kafka = new Kafka({ brokers });
  const acks: number[] = [];
  const trips: number[] = [];
  const sentAt = new Map<string, number>();
  const total = 1_000;
  const polling = kafka.consumer({ topics: ["idle"], fetchMaxWaitMs: 5_000 });
  const polled = withPoll ? polling[Symbol.asyncIterator]().next() : undefined;
  const consumer = kafka.consumer({ topics: ["busy"] });
  await consumer.ready;
  const reading = (async () => {
    for await (const message of consumer) {
      trips.push(performance.now() - (sentAt.get(message.text()) ?? NaN));
      if (trips.length === total) break;
    }
  })();
  const producer = kafka.producer();
  for (let i = 0; i < total; i++) {
    const value = String(i);
    const sent = performance.now();
    sentAt.set(value, sent);
    void producer.send({ topic: "busy", value }).then(() => acks.push(performance.now() - sent));
    await pause(2);
  }
  await reading;
  const name = withPoll ? "beside a long poll" : "alone";
  show(`acknowledgements ${name}`, acks);
  show(`round trips ${name}`, trips);
  await kafka.close();
  await polled;
  await cluster.close();
}

/** Handles 64 MiB of buffered 100-byte records for 20 us each, and watches a timer of 50 ms. */
async function beat(how: "iterator" | "batches"): Promise<void> {
  const cluster = new EmbeddedKafka({ topics: { t: {} } });
  const records = Array.from(
    { length: 1_000 },
    (_, i) => ({ key: String(i), value: new Uint8Array(100) }),
  );
  const batches = Math.ceil((64 * 1024 * 1024) / (1_000 * 100));
  for (let i = 0; i < batches; i++) await cluster.append("t", 0, records);
  const kafka = new Kafka(cluster.clientOptions());
  const consumer = kafka.consumer({
    topics: ["t"],
    from: "earliest",
    prefetchBytes: 128 * 1024 * 1024,
    fetchPartitionMaxBytes: 128 * 1024 * 1024,
    fetchMaxBytes: 128 * 1024 * 1024,
  });
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    gaps.push(performance.now() - last);
    last = performance.now();
  }, 50);
  let handled = 0;
  const handle = (_: Message): boolean => {
    const until = performance.now() + 0.02;
    while (performance.now() < until);
    return ++handled < batches * 1_000;
  };
  if (how === "iterator") {
    for await (const message of consumer) if (!handle(message)) break;
  } else {
    outer: for await (const batch of consumer.batches()) {
      for (const message of batch) if (!handle(message)) break outer;
    }
  }
  clearInterval(timer);
  show(`a timer of 50 ms beside the ${how}`, gaps);
  await kafka.close();
  await cluster.close();
}

await roundTrips(false);
await roundTrips(true);
await beat("iterator");
await beat("batches");
