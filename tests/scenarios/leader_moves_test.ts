/**
 * Invariant: whatever leaders do while records are produced, each acknowledged
 * record is in the log exactly once, in order within its partition, and every
 * promise settles.
 */

import { assertEquals, assertGreater, assertGreaterOrEqual } from "@std/assert";
import { Kafka, type ProducerOptions } from "../../mod.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { FAULTLESS, type LoggedRecord, SendHistory } from "../helpers/oracle.ts";

const PARTITIONS = 6;
const TOPIC = "moving";

async function readLog(cluster: EmbeddedKafka): Promise<LoggedRecord[]> {
  const decoder = new TextDecoder();
  const log: LoggedRecord[] = [];
  for (let partition = 0; partition < PARTITIONS; partition++) {
    for (const { offset, value } of await cluster.records(TOPIC, partition)) {
      log.push({
        partition,
        offset: Number(offset),
        sequence: Number(decoder.decode(value ?? new Uint8Array())),
      });
    }
  }
  return log;
}

/** Produces `total` numbered records at about `perSecond`, calling `disturb` every `everyMs`. */
async function produce(
  cluster: EmbeddedKafka,
  options: ProducerOptions,
  { total, perSecond, everyMs, disturb }: {
    readonly total: number;
    readonly perSecond: number;
    readonly everyMs: number;
    readonly disturb: () => void | Promise<void>;
  },
): Promise<SendHistory> {
  const kafka = new Kafka(cluster.clientOptions());
  const producer = kafka.producer(options);
  const history = new SendHistory();
  const settled: Promise<void>[] = [];
  let disturbing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    disturbing = disturbing.then(disturb);
  }, everyMs);
  const started = performance.now();
  try {
    while (history.sent < total) {
      const due = Math.min(total, Math.ceil(((performance.now() - started) / 1000) * perSecond));
      while (history.sent < due) {
        const sequence = history.next();
        settled.push(
          producer.send({ topic: TOPIC, partition: sequence % PARTITIONS, value: String(sequence) })
            .then(
              ({ partition, offset }) => history.ack(sequence, partition, offset),
              (error) => history.fail(sequence, error),
            ),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    // What disturbs more often than a retry comes would never let the last records through.
    clearInterval(timer);
    // Faults that come as fast as retries would never let them succeed.
    clearInterval(timer);
    await Promise.all(settled);
  } finally {
    clearInterval(timer);
    await disturbing;
    await kafka.close().catch(() => {}); // the history has every failure
  }
  return history;
}

Deno.test({
  name:
    "Producer loses, repeats and swaps nothing when leaders move while 100,000 records are produced",
  timeout: 90_000,
  fn: async () => {
    const cluster = new EmbeddedKafka({
      brokers: 3,
      topics: { [TOPIC]: { partitions: PARTITIONS, replicationFactor: 3 } },
    });
    try {
      let moves = 0;
      const total = 100_000;
      const started = performance.now();
      const history = await produce(cluster, {}, {
        total,
        perSecond: 20_000,
        everyMs: 250,
        disturb: () => {
          cluster.moveLeader(TOPIC, moves % PARTITIONS);
          moves++;
        },
      });
      const seconds = (performance.now() - started) / 1000;
      assertEquals(history.judge(await readLog(cluster)), FAULTLESS);
      assertEquals([history.acked, history.failed], [total, 0]);
      assertGreaterOrEqual(moves, 5);
      assertGreater(total / seconds, 5_000);
    } finally {
      await cluster.close();
    }
  },
});

Deno.test({
  name: "Producer loses, repeats and swaps nothing when brokers stop and acknowledgements get lost",
  timeout: 90_000,
  fn: async () => {
    const cluster = new EmbeddedKafka({
      brokers: 3,
      topics: { [TOPIC]: { partitions: PARTITIONS, replicationFactor: 3 } },
    });
    try {
      let step = 0;
      const history = await produce(cluster, {}, {
        total: 30_000,
        perSecond: 10_000,
        everyMs: 150,
        disturb: async () => {
          const broker = 1 + (step % 3);
          if (step % 2 === 0) cluster.intercept("Produce", () => "drop-after", { broker });
          else {
            await cluster.stopBroker(broker);
            await cluster.startBroker(broker);
          }
          step++;
        },
      });
      assertEquals(history.judge(await readLog(cluster)), FAULTLESS);
      assertEquals(history.failed, 0);
      assertGreater(step, 10);
    } finally {
      await cluster.close();
    }
  },
});

Deno.test({
  name: "The oracle finds duplicates when idempotence is off and acknowledgements get lost",
  timeout: 60_000,
  fn: async () => {
    const cluster = new EmbeddedKafka({
      brokers: 3,
      topics: { [TOPIC]: { partitions: PARTITIONS, replicationFactor: 3 } },
    });
    try {
      const history = await produce(cluster, { idempotent: false }, {
        total: 10_000,
        perSecond: 10_000,
        everyMs: 100,
        disturb: () => void cluster.intercept("Produce", () => "drop-after"),
      });
      const verdict = history.judge(await readLog(cluster));
      assertGreater(verdict.duplicates, 0);
    } finally {
      await cluster.close();
    }
  },
});
