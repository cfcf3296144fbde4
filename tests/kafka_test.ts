/**
 * The library as its documentation shows it: a statement, a test.
 */

import { assertEquals, assertInstanceOf, assertRejects, assertThrows } from "@std/assert";
import {
  ClosedError,
  DeliveryError,
  eachMessage,
  Kafka,
  type Message,
  type ProducerRecord,
  VERSION,
} from "../mod.ts";
import { EmbeddedKafka } from "../src/testing/mod.ts";
import { readFileSync } from "node:fs";

async function withCluster(
  body: (kafka: Kafka, cluster: EmbeddedKafka) => Promise<void>,
): Promise<void> {
  const cluster = new EmbeddedKafka({
    brokers: 3,
    topics: { orders: { partitions: 3 }, enriched: { partitions: 3 } },
  });
  const kafka = new Kafka(cluster.clientOptions());
  try {
    await body(kafka, cluster);
  } finally {
    await kafka.close().catch(() => {}); // tests that fail it on purpose look at it themselves
    await cluster.close();
  }
}

function orders(...values: string[]): ReadableStream<ProducerRecord> {
  return new ReadableStream({
    start(controller) {
      for (const value of values) controller.enqueue({ topic: "orders", key: value, value });
      controller.close();
    },
  });
}

async function texts(cluster: EmbeddedKafka, topic: string): Promise<string[]> {
  const found: string[] = [];
  for (let partition = 0; partition < 3; partition++) {
    for (const { value } of await cluster.records(topic, partition)) {
      found.push(new TextDecoder().decode(value ?? new Uint8Array(0)));
    }
  }
  return found.sort();
}

Deno.test("Producer is a WritableStream, Consumer is a ReadableStream", () =>
  withCluster(async (kafka) => {
    assertInstanceOf(kafka.producer(), WritableStream);
    assertInstanceOf(kafka.consumer({ topics: ["orders"] }), ReadableStream);
    await kafka.close();
  }));

Deno.test("Producer.send() gives the record's place", () =>
  withCluster(async (kafka) => {
    const producer = kafka.producer();
    const { partition, offset } = await producer.send({
      topic: "orders",
      key: "42",
      value: "paid",
    });
    const again = await producer.send({ topic: "orders", key: "42", value: "sent" });
    assertEquals([again.partition, again.offset], [partition, (offset ?? NaN) + 1]);
  }));

Deno.test("A pipe into producer.writable() ends when every record was acknowledged", () =>
  withCluster(async (kafka, cluster) => {
    await orders("a", "b", "c").pipeTo(kafka.producer().writable());
    assertEquals(await texts(cluster, "orders"), ["a", "b", "c"]);
  }));

Deno.test("A pipe into a producer of its own closes it", () =>
  withCluster(async (kafka, cluster) => {
    const producer = kafka.producer();
    await orders("a", "b").pipeTo(producer);
    assertEquals(await texts(cluster, "orders"), ["a", "b"]);
    await assertRejects(() => producer.send({ topic: "orders", value: "late" }), ClosedError);
  }));

Deno.test("A loop over a consumer gives messages with text, key and place", () =>
  withCluster(async (kafka) => {
    const { partition, offset } = await kafka.producer().send({
      topic: "orders",
      key: "42",
      value: "paid",
    });
    for await (const message of kafka.consumer({ topics: ["orders"], from: "earliest" })) {
      assertEquals(
        [message.partition, message.offset, message.text(), message.keyText()],
        [partition, offset, "paid", "42"],
      );
      break;
    }
  }));

Deno.test("eachMessage() makes records from messages and acknowledges a message when its records are", () =>
  withCluster(async (kafka, cluster) => {
    const acked: string[] = [];
    await orders("a", "b", "skip", "c").pipeTo(kafka.producer().writable());
    // Without a group nobody else hears of acknowledgements: these messages do.
    const consumer = kafka.consumer({ topics: ["orders"], from: "earliest" });
    let left = 4;
    const taken = new TransformStream<Message, Message>({
      transform(message, controller) {
        const ack = message.ack.bind(message);
        message.ack = () => {
          acked.push(message.text());
          ack();
        };
        controller.enqueue(message);
        if (--left === 0) controller.terminate();
      },
    });
    await consumer.pipeThrough(taken)
      .pipeThrough(
        eachMessage((message) =>
          message.text() === "skip"
            ? []
            : [1, 2].map((n) => ({ topic: "enriched", value: `${message.text()}${n}` }))
        ),
      )
      .pipeTo(kafka.producer());
    assertEquals(await texts(cluster, "enriched"), ["a1", "a2", "b1", "b2", "c1", "c2"]);
    assertEquals(acked.sort(), ["a", "b", "c", "skip"]);
  }));

Deno.test("A consumer of some partitions reads those only", () =>
  withCluster(async (kafka) => {
    await kafka.producer().sendBatch(
      [0, 1, 2].map((partition) => ({ topic: "orders", partition, value: `p${partition}` })),
    );
    const consumer = kafka.consumer({
      topics: [{ topic: "orders", partitions: [0, 2] }],
      from: "earliest",
    });
    const found: string[] = [];
    for await (const message of consumer) {
      found.push(message.text());
      if (found.length === 2) break;
    }
    assertEquals(found.sort(), ["p0", "p2"]);
  }));

Deno.test("Consumer.batches() gives a batch at a time", () =>
  withCluster(async (kafka) => {
    await kafka.producer().sendBatch(
      ["a", "b", "c"].map((value) => ({ topic: "orders", partition: 1, value })),
    );
    for await (const batch of kafka.consumer({ topics: ["orders"], from: "earliest" }).batches()) {
      assertEquals([batch.topic, batch.partition, Array.from(batch, (message) => message.text())], [
        "orders",
        1,
        ["a", "b", "c"],
      ]);
      break;
    }
  }));

Deno.test("Kafka.close() waits for what was enqueued, and closing twice is fine", () =>
  withCluster(async (kafka, cluster) => {
    const producer = kafka.producer({ lingerMs: 10_000 });
    producer.enqueue({ topic: "orders", value: "waited for" });
    await kafka.close();
    await kafka.close();
    assertEquals(await texts(cluster, "orders"), ["waited for"]);
    assertEquals(cluster.connections().length, 0);
  }));

Deno.test("Kafka.close() ends loops that wait for messages", () =>
  withCluster(async (kafka) => {
    const consumer = kafka.consumer({ topics: ["orders"] });
    const waiting = consumer[Symbol.asyncIterator]().next();
    await consumer.ready;
    await kafka.close();
    assertEquals(await waiting, { done: true, value: undefined });
  }));

Deno.test("Kafka.close() rejects with the failure of a record that was enqueued", async () => {
  const cluster = new EmbeddedKafka({
    topics: { orders: { config: { "max.message.bytes": 1_000 } } },
  });
  const kafka = new Kafka(cluster.clientOptions());
  const failed: string[] = [];
  kafka.events.on("sendfailed", ({ detail }) => failed.push(detail.topic));
  kafka.producer().enqueue({ topic: "orders", value: "x".repeat(5_000) });
  await assertRejects(() => kafka.close(), DeliveryError);
  assertEquals(failed, ["orders"]);
  await cluster.close();
});

Deno.test("Kafka refuses work when it is closed", () =>
  withCluster(async (kafka) => {
    await kafka.close();
    assertThrows(
      () => kafka.producer(),
      ClosedError,
      "Cannot make a producer as the client is closed",
    );
    assertThrows(() => kafka.consumer({ topics: "orders" }), ClosedError);
  }));

Deno.test("Kafka[Symbol.asyncDispose]() closes it", () =>
  withCluster(async (kafka) => {
    await kafka[Symbol.asyncDispose]();
    assertThrows(() => kafka.producer(), ClosedError);
  }));

Deno.test("Kafka tells mistakes in options by name, rule and value", () =>
  withCluster(async (kafka) => {
    const wrong = (options: object) => () =>
      new Kafka(options as ConstructorParameters<typeof Kafka>[0]);
    assertThrows(wrong({ broker: ["a:1"] }), TypeError, 'did you mean "brokers"?');
    assertThrows(wrong({ brokers: [] }), TypeError, '"brokers"');
    assertThrows(wrong({ brokers: ["a:70000"] }), TypeError, "70000");
    assertThrows(
      wrong({ brokers: ["a:1"], requestTimeoutMs: -1 }),
      RangeError,
      '"requestTimeoutMs"',
    );
    assertThrows(
      () => kafka.producer({ lingerMS: 5 } as object),
      TypeError,
      'did you mean "lingerMs"?',
    );
    assertThrows(() => kafka.producer({ acks: 1, idempotent: true }), TypeError, "idempotent");
    assertThrows(() => kafka.consumer({ topics: [] }), TypeError, '"topics"');
    assertThrows(
      () => kafka.consumer({ topics: "t", form: "earliest" } as object & { topics: string }),
      TypeError,
      '"from"',
    );
    await kafka.close();
  }));

Deno.test("VERSION is the one of the package", () => {
  const manifest = readFileSync(new URL("../deno.json", import.meta.url), "utf8");
  assertEquals((JSON.parse(manifest) as { version: string }).version, VERSION);
});
