/**
 * The scenarios of `tests/scenarios/` that a real Kafka can be made to play.
 */

import {
  assertEquals,
  assertGreater,
  assertInstanceOf,
  assertLess,
  assertRejects,
} from "@std/assert";
import {
  type ClientOptions,
  type Consumer,
  DeliveryError,
  Kafka,
  KafkaError,
  type ProducerOptions,
  type ProducerRecord,
} from "../../mod.ts";
import { startKafka } from "../../scripts/kafka/cluster.ts";
import { faultyConnector, type WriteFault } from "../helpers/faulty_connector.ts";
import { FAULTLESS, type LoggedRecord, SendHistory } from "../helpers/oracle.ts";
import { deleteBefore, limitProducing } from "../helpers/raw_requests.ts";
import { realKafka } from "../helpers/real_kafka.ts";

const PRODUCE = 0;

interface Stage {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly brokers: string;
}

/** A topic of its own on the shared cluster, and a client. */
async function onTopic(
  options: {
    partitions?: number;
    configs?: Record<string, string>;
    client?: Omit<ClientOptions, "brokers">;
  },
  body: (stage: Stage) => Promise<void>,
): Promise<void> {
  const cluster = await realKafka();
  const topic = `scenario-${crypto.randomUUID()}`;
  await cluster.createTopic(topic, {
    partitions: options.partitions ?? 1,
    configs: options.configs,
  });
  const kafka = new Kafka({ brokers: cluster.bootstrap, ...options.client });
  try {
    await body({ kafka, topic, brokers: cluster.bootstrap });
  } finally {
    await kafka.close().catch(() => {}); // what fails on purpose was looked at before
  }
}

/** Reads until `count` records came. */
async function take(
  consumer: Consumer,
  count: number,
): Promise<{ offset: number; partition: number; text: string }[]> {
  const found: { offset: number; partition: number; text: string }[] = [];
  if (count === 0) return found;
  for await (const message of consumer) {
    found.push({ offset: message.offset, partition: message.partition, text: message.text() });
    if (found.length === count) break;
  }
  return found;
}

/** Sends numbered records over `partitions`, in call order, and holds them against the log. */
async function judge(
  { kafka, topic }: Stage,
  options: ProducerOptions,
  { total, partitions, perTurn }: {
    readonly total: number;
    readonly partitions: number;
    readonly perTurn: number;
  },
): Promise<void> {
  const producer = kafka.producer(options);
  const history = new SendHistory();
  const settled: Promise<void>[] = [];
  while (history.sent < total) {
    for (let i = 0; i < perTurn; i++) {
      const sequence = history.next();
      const record = { topic, partition: sequence % partitions, value: String(sequence) };
      settled.push(
        producer.send(record).then(
          ({ partition, offset }) => history.ack(sequence, partition, offset),
          (error) => history.fail(sequence, error),
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(settled);
  const log: LoggedRecord[] = [];
  const clean = new Kafka({ brokers: kafka.brokers });
  for (const record of await take(clean.consumer({ topics: topic, from: "earliest" }), total)) {
    log.push({ partition: record.partition, offset: record.offset, sequence: Number(record.text) });
  }
  await clean.close();
  assertEquals(history.judge(log), FAULTLESS);
  assertEquals(history.failed, 0);
}

for (const fault of ["lose-request", "lose-answer"] as const) {
  Deno.test(`Producer keeps order and stores once, several batches in flight, when connections ${fault}s now and then`, async () => {
    let writes = 0;
    let faults = 0;
    const decide = (apiKey: number): WriteFault => {
      if (apiKey !== PRODUCE || ++writes % 23 !== 0) return "pass";
      faults++;
      return fault;
    };
    await onTopic(
      { partitions: 2, client: { connector: faultyConnector(decide), retryBackoffMs: 10 } },
      (stage) =>
        judge(stage, { batchBytes: 2_000, lingerMs: 0 }, {
          total: 20_000,
          partitions: 2,
          perTurn: 200,
        }),
    );
    assertGreater(faults, 3);
  });
}

Deno.test("Producer fails a record as possibly persisted, takes a new epoch and goes on when requests vanish", async () => {
  let vanish = false;
  const connector = faultyConnector((apiKey) => vanish && apiKey === PRODUCE ? "swallow" : "pass");
  await onTopic({ client: { connector } }, async ({ kafka, topic }) => {
    const epochs: number[] = [];
    kafka.events.on("producerepoch", ({ detail }) => epochs.push(detail.epoch));
    const producer = kafka.producer({ deliveryTimeoutMs: 1_500, requestTimeoutMs: 1_000 });
    await producer.send({ topic, value: "before" });
    vanish = true;
    const error = await assertRejects(
      () => producer.send({ topic, value: "vanished" }),
      KafkaError,
    );
    assertEquals([error.fate, error.topic, error.partition], ["possibly-persisted", topic, 0]);
    vanish = false;
    await producer.send({ topic, value: "after" });
    assertEquals(epochs, [0, 1]);
    const found = await take(kafka.consumer({ topics: topic, from: "earliest" }), 2);
    assertEquals(found.map(({ text }) => text), ["before", "after"]);
  });
});

Deno.test("Producer splits a batch that the broker finds too large, and order holds", () =>
  onTopic({ configs: { "max.message.bytes": "20000" } }, async ({ kafka, topic }) => {
    const values = Array.from({ length: 100 }, (_, i) => `${i}:${"x".repeat(1_000)}`);
    const results = await kafka.producer().sendBatch(values.map((value) => ({ topic, value })));
    assertEquals(results.map(({ offset }) => offset), values.map((_, i) => i));
    const found = await take(kafka.consumer({ topics: topic, from: "earliest" }), values.length);
    assertEquals(found.map(({ text }) => text), values);
  }));

Deno.test("Producer refuses alone the one record that is too large", () =>
  onTopic({ configs: { "max.message.bytes": "20000" } }, async ({ kafka, topic }) => {
    const producer = kafka.producer();
    const sends = ["a", "b".repeat(30_000), "c"].map((value) => producer.send({ topic, value }));
    const [a, b, c] = await Promise.allSettled(sends);
    assertEquals([a.status, b.status, c.status], ["fulfilled", "rejected", "fulfilled"]);
    const error = (b as PromiseRejectedResult).reason as KafkaError;
    assertEquals([error.code, error.fate, error.topic], [
      "MESSAGE_TOO_LARGE",
      "not-persisted",
      topic,
    ]);
    const found = await take(kafka.consumer({ topics: topic, from: "earliest" }), 2);
    assertEquals(found.map(({ text }) => text), ["a", "c"]);
    await assertRejects(() => producer.flush(), DeliveryError);
  }));

Deno.test("Producer sends in order what was given to it before the topic was known", async () => {
  const cluster = await realKafka();
  const topic = `late-${crypto.randomUUID()}`;
  const kafka = new Kafka({ brokers: cluster.bootstrap, unknownTopicToleranceMs: 20_000 });
  try {
    const producer = kafka.producer();
    const sends = Array.from({ length: 50 }, (_, i) => producer.send({ topic, value: String(i) }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await cluster.createTopic(topic, { partitions: 1 });
    const results = await Promise.all(sends);
    assertEquals(results.map(({ offset }) => offset), sends.map((_, i) => i));
  } finally {
    await kafka.close();
  }
});

Deno.test("Producer and Consumer fail by name when the topic stays unknown", async () => {
  const cluster = await realKafka();
  const topic = `never-${crypto.randomUUID()}`;
  const kafka = new Kafka({ brokers: cluster.bootstrap, unknownTopicToleranceMs: 500 });
  const error = await assertRejects(() => kafka.producer().send({ topic, value: "x" }), KafkaError);
  assertEquals([error.code, error.fate, error.topic], [
    "UNKNOWN_TOPIC_OR_PARTITION",
    "not-persisted",
    topic,
  ]);
  const reading = await assertRejects(() => take(kafka.consumer({ topics: topic }), 1), KafkaError);
  assertEquals([reading.code, reading.topic], ["UNKNOWN_TOPIC_OR_PARTITION", topic]);
  await kafka.close().catch(() => {});
});

Deno.test("Producer gives no offset with acks 0, and one with acks 1", () =>
  onTopic({}, async ({ kafka, topic }) => {
    const none = await kafka.producer({ acks: 0 }).send({ topic, value: "0" });
    assertEquals([none.topic, none.partition, none.offset], [topic, 0, undefined]);
    await take(kafka.consumer({ topics: topic, from: "earliest" }), 1);
    const leader = await kafka.producer({ acks: 1 }).send({ topic, value: "1" });
    assertEquals(leader.offset, 1);
  }));

Deno.test("Consumer starts at a time, at an offset, at the end, and at each partition's own place", () =>
  onTopic({ partitions: 2 }, async ({ kafka, topic }) => {
    const t0 = 1_700_000_000_000;
    const producer = kafka.producer();
    const records: ProducerRecord[] = Array.from({ length: 20 }, (_, i) => ({
      topic,
      partition: i % 2,
      value: String(i),
      timestamp: t0 + i * 1_000,
    }));
    for (const record of records) await producer.send(record); // one batch each: times are found per batch
    const texts = async (
      from: NonNullable<Parameters<Kafka["consumer"]>[0]["from"]>,
      count: number,
    ) =>
      (await take(kafka.consumer({ topics: topic, from }), count)).map(({ text }) => Number(text))
        .sort((a, b) => a - b);
    assertEquals(await texts(new Date(t0 + 15_000), 5), [15, 16, 17, 18, 19]);
    assertEquals(await texts(8, 4), [16, 17, 18, 19]);
    assertEquals(await texts({ [topic]: { 0: 9, 1: 8 } }, 3), [17, 18, 19]);
    const latest = kafka.consumer({ topics: topic });
    await latest.ready;
    await producer.send({ topic, partition: 1, value: "new" });
    assertEquals((await take(latest, 1)).map(({ text }) => text), ["new"]);
  }));

Deno.test("Consumer goes where outOfRange says when its offset is not in the log any more", () =>
  onTopic({}, async ({ kafka, topic, brokers }) => {
    await kafka.producer().sendBatch(
      Array.from({ length: 10 }, (_, i) => ({ topic, value: String(i) })),
    );
    await deleteBefore(brokers, topic, 0, 4);
    const resets: [number, number][] = [];
    kafka.events.on("positionreset", ({ detail }) => resets.push([detail.from, detail.to]));
    const earliest = await take(
      kafka.consumer({ topics: topic, from: 0, outOfRange: "earliest" }),
      1,
    );
    assertEquals(earliest.map(({ offset }) => offset), [4]);
    const latest = kafka.consumer({ topics: topic, from: 100, outOfRange: "latest" });
    const reading = take(latest, 1);
    while (resets.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await kafka.producer().send({ topic, value: "new" });
    assertEquals((await reading).map(({ offset }) => offset), [10]);
    assertEquals(resets, [[0, 4], [100, 10]]);
    const error = await assertRejects(
      () => take(kafka.consumer({ topics: topic, from: 0, outOfRange: "none" }), 1),
      KafkaError,
    );
    assertEquals([error.code, error.topic, error.partition], ["OFFSET_OUT_OF_RANGE", topic, 0]);
  }));

Deno.test("Consumer reads from the replica in its rack", async () => {
  const cluster = await realKafka();
  const topic = `rack-${crypto.randomUUID()}`;
  await cluster.createTopic(topic, { assignments: [[1, 2, 3]] });
  const kafka = new Kafka({ brokers: cluster.bootstrap });
  try {
    const fetchedFrom = new Set<number | undefined>();
    kafka.events.on("connect", ({ detail }) => {
      if (detail.use === "fetch") fetchedFrom.add(detail.nodeId);
    });
    const producer = kafka.producer();
    await producer.send({ topic, value: "0" });
    let next = 1;
    for await (
      const message of kafka.consumer({ topics: topic, from: "earliest", rack: "rack-2" })
    ) {
      assertEquals(message.offset, next - 1);
      if (next === 6) break;
      await producer.send({ topic, value: String(next++) });
    }
    assertEquals(fetchedFrom, new Set([1, 2]));
  } finally {
    await kafka.close();
  }
});

Deno.test("Producer waits as long as the broker says, and loses nothing, when it is throttled", async () => {
  const clientId = `slow-${crypto.randomUUID()}`;
  await onTopic({ client: { clientId } }, async (stage) => {
    // Kafka measures over eleven seconds: 60 kB are far over this.
    await limitProducing(stage.brokers, clientId, 4_000);
    let throttled = 0;
    stage.kafka.events.on(
      "throttle",
      ({ detail }) => throttled = Math.max(throttled, detail.throttleMs),
    );
    await judge(stage, { batchBytes: 10_000 }, { total: 5_000, partitions: 1, perTurn: 500 });
    assertGreater(throttled, 0);
    await limitProducing(stage.brokers, clientId, undefined);
  });
});

Deno.test("Kafka speaks the lowest versions that Kafka 2.1 has, when pinned to them", () =>
  onTopic(
    {
      partitions: 2,
      client: {
        versions: {
          Produce: 7,
          Fetch: 10,
          ListOffsets: 4,
          Metadata: 7,
          InitProducerId: 1,
          ApiVersions: 2,
        },
      },
    },
    (stage) => judge(stage, { compression: "gzip" }, { total: 2_000, partitions: 2, perTurn: 100 }),
  ));

Deno.test("Kafka speaks the lowest versions that the broker has, when pinned to them", () =>
  onTopic({
    partitions: 2,
    client: {
      versions: {
        Produce: 3,
        Fetch: 4,
        ListOffsets: 1,
        Metadata: 0,
        InitProducerId: 0,
        ApiVersions: 0,
      },
    },
  }, (stage) => judge(stage, {}, { total: 2_000, partitions: 2, perTurn: 100 })));

Deno.test("A pipe that fails takes neither the producer nor another pipe with it", () =>
  onTopic({ configs: { "max.message.bytes": "20000" } }, async ({ kafka, topic }) => {
    const producer = kafka.producer();
    const stream = (values: string[]) =>
      new ReadableStream<ProducerRecord>({
        start(controller) {
          for (const value of values) controller.enqueue({ topic, value });
          controller.close();
        },
      });
    const [bad, good] = await Promise.allSettled([
      stream(["1", "x".repeat(30_000), "2"]).pipeTo(producer.writable()),
      stream(["3", "4", "5"]).pipeTo(producer.writable()),
    ]);
    assertEquals([bad.status, good.status], ["rejected", "fulfilled"]);
    assertInstanceOf((bad as PromiseRejectedResult).reason, DeliveryError);
    await producer.send({ topic, value: "6" });
    const found: string[] = [];
    for await (const message of kafka.consumer({ topics: topic, from: "earliest" })) {
      found.push(message.text());
      if (found.at(-1) === "6") break;
    }
    // "2" may have been in the failed pipe still, or behind the record that failed.
    assertEquals(found.filter((text) => !["1", "2"].includes(text)), ["3", "4", "5", "6"]);
    assertEquals(found.includes("1"), true);
    await assertRejects(() => producer.close(), DeliveryError);
  }));

Deno.test("Consumer leaves no offset out when it is read, let go and iterated over", () =>
  onTopic({}, async ({ kafka, topic }) => {
    await kafka.producer().sendBatch(
      Array.from({ length: 50 }, (_, i) => ({ topic, value: String(i) })),
    );
    const consumer = kafka.consumer({ topics: topic, from: "earliest" });
    const offsets: number[] = [];
    for (let round = 0; round < 5; round++) {
      const reader = consumer.getReader();
      offsets.push((await reader.read()).value!.offset);
      const abandoned = reader.read().then(({ value }) => offsets.push(value!.offset), () => {});
      reader.releaseLock();
      await abandoned;
      for await (const { offset } of consumer.values({ preventCancel: true })) {
        offsets.push(offset);
        if (offset % 3 === 0) break;
      }
    }
    offsets.sort((a, b) => a - b);
    assertEquals(offsets, offsets.map((_, i) => i));
  }));

Deno.test({
  name:
    "Partitions without a leader hold up neither the others nor a close, and go on when it is back",
  timeout: 120_000,
  fn: async () => {
    const cluster = await startKafka({
      brokers: 2,
      properties: {
        "max.incremental.fetch.session.cache.slots": 1,
        "min.incremental.fetch.session.eviction.ms": 1,
      },
    });
    const kafka = new Kafka({ brokers: cluster.bootstrap });
    try {
      const topic = "halves";
      // The first broker is the only controller: it is the second that goes.
      await cluster.createTopic(topic, { assignments: [[1], [2]] });
      const producer = kafka.producer({ closeTimeoutMs: 2_000 });
      await producer.sendBatch([{ topic, partition: 0, value: "a0" }, {
        topic,
        partition: 1,
        value: "a1",
      }]);
      const consumer = kafka.consumer({ topics: topic, from: "earliest" });
      const iterator = consumer[Symbol.asyncIterator]();
      const next = async () => (await iterator.next()).value!.text();
      assertEquals([await next(), await next()].sort(), ["a0", "a1"]);

      await cluster.kill(2);
      const held = producer.send({ topic, partition: 1, value: "b1" });
      for (let i = 0; i < 20; i++) {
        await producer.send({ topic, partition: 0, value: `b0.${i}` });
        assertEquals(await next(), `b0.${i}`);
      }
      await cluster.restart(2);
      assertEquals((await held).partition, 1);
      assertEquals(await next(), "b1");

      // Several consumers share one session slot: they lose their sessions all the time.
      await producer.sendBatch(
        Array.from({ length: 300 }, (_, i) => ({ topic, partition: i % 2, value: `c${i}` })),
      );
      const counts = await Promise.all(
        Array.from(
          { length: 4 },
          () =>
            take(
              kafka.consumer({ topics: topic, from: "earliest", fetchPartitionMaxBytes: 1_000 }),
              323,
            ),
        ),
      );
      assertEquals(
        counts.map((found) =>
          new Set(found.map(({ partition, offset }) => `${partition}.${offset}`)).size
        ),
        [323, 323, 323, 323],
      );

      cluster.pause(1);
      cluster.pause(2);
      const open = producer.send({ topic, partition: 0, value: "d" });
      const outcome = assertRejects(() => open, KafkaError);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const started = performance.now();
      await assertRejects(() => producer.close(), DeliveryError);
      await consumer.close();
      assertLess(performance.now() - started, 6_000);
      assertEquals((await outcome).fate, "possibly-persisted");
      cluster.resume(1);
      cluster.resume(2);
    } finally {
      await kafka.close().catch(() => {});
      await cluster.stop();
    }
  },
});
