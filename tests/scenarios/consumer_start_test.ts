import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { BrokerError, ConnectionError, KafkaError } from "../../src/errors.ts";
import { numbers, take, texts, withWorld } from "./consumer_world.ts";

Deno.test("Consumer reads a topic from its beginning when from is earliest", async () => {
  await withWorld({ brokers: 3, topics: { orders: { partitions: 1 } } }, async (world) => {
    await world.fill("orders", 0, numbers(0, 10), numbers(10, 20));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const messages = await world.run(take(consumer.values(), 20));
    assertEquals(texts(messages), numbers(0, 20));
    assertEquals(messages.map((message) => message.offset), numbers(0, 20).map(Number));
  });
});

Deno.test("Consumer reads all partitions of all topics when they lie on several brokers", async () => {
  const topics = { orders: { partitions: 4 }, payments: { partitions: 3 } };
  await withWorld({ brokers: 3, topics }, async (world) => {
    for (let p = 0; p < 4; p++) await world.fill("orders", p, [`o${p}`]);
    for (let p = 0; p < 3; p++) await world.fill("payments", p, [`p${p}`]);
    const consumer = world.consumer({ topics: ["orders", "payments"], from: "earliest" });
    const messages = await world.run(take(consumer.values(), 7));
    assertEquals(texts(messages).sort(), ["o0", "o1", "o2", "o3", "p0", "p1", "p2"]);
  });
});

Deno.test("Consumer.ready resolves the end of the log when from is latest, the default", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["old"]);
    const consumer = world.consumer({ topics: "orders" });
    await world.run(consumer.ready);
    await world.fill("orders", 0, ["new"]);
    assertEquals(consumer.position("orders", 0), 1);
    const messages = await world.run(take(consumer.values(), 1));
    assertEquals(texts(messages), ["new"]);
  });
});

Deno.test("Consumer starts at the first record of a timestamp when from is a Date", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    for (const timestamp of [1000, 2000, 3000]) {
      await world.kafka.append("orders", 0, [{ value: String(timestamp), timestamp }]);
    }
    const consumer = world.consumer({ topics: "orders", from: new Date(1500) });
    assertEquals(texts(await world.run(take(consumer.values(), 2))), ["2000", "3000"]);
  });
});

Deno.test("Consumer starts behind the last record when from is a Date after it", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.kafka.append("orders", 0, [{ value: "old", timestamp: 1000 }]);
    const consumer = world.consumer({ topics: "orders", from: new Date(5000) });
    await world.run(consumer.ready);
    await world.kafka.append("orders", 0, [{ value: "new", timestamp: 100 }]);
    assertEquals(texts(await world.run(take(consumer.values(), 1))), ["new"]);
  });
});

Deno.test("Consumer starts inside of a batch when from is an offset in it", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 10));
    const consumer = world.consumer({ topics: "orders", from: 7 });
    const messages = await world.run(take(consumer.values(), 3));
    assertEquals(texts(messages), ["7", "8", "9"]);
    assertEquals(world.kafka.requests({ api: "ListOffsets" }).length, 0);
  });
});

Deno.test("Consumer starts each partition where a table by topic and partition says", async () => {
  const topics = { orders: { partitions: 3 }, payments: { partitions: 2 } };
  await withWorld({ brokers: 2, topics }, async (world) => {
    for (let p = 0; p < 3; p++) await world.fill("orders", p, numbers(0, 5));
    for (let p = 0; p < 2; p++) await world.fill("payments", p, numbers(0, 5));
    const consumer = world.consumer({
      topics: ["orders", { topic: "payments", from: { 1: 4, "*": "latest" } }],
      from: { orders: { 0: 3, "*": "earliest" } },
    });
    await world.run(consumer.ready);
    assertEquals(consumer.positions(), {
      orders: { 0: 3, 1: 0, 2: 0 },
      payments: { 0: 5, 1: 4 },
    });
  });
});

Deno.test("Consumer.positions() starts another consumer where this one stopped", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, numbers(0, 4));
    await world.fill("orders", 1, numbers(4, 8));
    const first = world.consumer({ topics: "orders", from: "earliest" });
    const before = await world.run(take(first.values(), 3));
    const saved = JSON.parse(JSON.stringify(first.positions()));
    await world.run(first.close());
    const second = world.consumer({ topics: "orders", from: saved });
    const after = await world.run(take(second.values(), 5));
    assertEquals(texts([...before, ...after]).sort(), numbers(0, 8));
  });
});

Deno.test("Consumer reads only the partitions of an explicit list", async () => {
  await withWorld({ topics: { orders: { partitions: 4 } } }, async (world) => {
    for (let p = 0; p < 4; p++) await world.fill("orders", p, [`o${p}`]);
    const consumer = world.consumer({
      topics: [{ topic: "orders", partitions: [0, 2] }],
      from: "earliest",
    });
    const messages = await world.run(take(consumer.values(), 2));
    assertEquals(texts(messages).sort(), ["o0", "o2"]);
    assertEquals(consumer.assignment().map((each) => each.partition), [0, 2]);
    const fetched = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.topics.flatMap((topic) => topic.partitions.map(({ partition }) => partition))
    );
    assertEquals([...new Set(fetched)].sort(), [0, 2]);
  });
});

Deno.test("Consumer fetches nothing before the first read", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    assertEquals(world.kafka.requests().length, 0);
    await world.run(consumer.ready);
    await world.env.advance(10_000);
    assertEquals(world.kafka.requests({ api: "Fetch" }).length, 0);
    assertEquals(texts(await world.run(take(consumer.values(), 1))), ["a"]);
  });
});

Deno.test("Consumer asks each leader once when all partitions look up their start", async () => {
  await withWorld({ brokers: 3, topics: { orders: { partitions: 12 } } }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: "latest" });
    await world.run(consumer.ready);
    const brokers = world.kafka.requests({ api: "ListOffsets" }).map((each) => each.brokerId);
    assertEquals(brokers.sort(), [1, 2, 3]);
  });
});

Deno.test("Consumer starts partitions that are added later at their beginning, whatever from says", async () => {
  const client = { metadataMaxAgeMs: 1000 };
  await withWorld({ topics: { orders: { partitions: 1 } }, client }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: "latest" });
    const iterator = consumer.values();
    const pending = take(iterator, 2);
    await world.run(consumer.ready);
    world.kafka.createPartitions("orders", 2);
    await world.fill("orders", 1, ["first", "second"]);
    assertEquals(texts(await world.run(pending)), ["first", "second"]);
  });
});

Deno.test("Consumer reads the topics that exist when another does not, and that one from its beginning once it does", async () => {
  await withWorld({ topics: ["orders"], autoCreateTopics: false }, async (world) => {
    const troubles = world.heard("partitionerror");
    await world.fill("orders", 0, ["a"]);
    const consumer = world.consumer({
      topics: ["orders", "later"],
      from: { "*": "latest", orders: 0 },
    });
    const iterator = consumer.values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["a"]);
    await world.env.advance(60_000);
    assertEquals(troubles.map(({ topic }) => topic), ["later"]);
    world.kafka.createTopic("later");
    await world.fill("later", 0, ["b"]);
    const before = world.env.clock.monotonic();
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    assert(world.env.clock.monotonic() - before < 3_000, "it is looked for all the time");
    const requests = world.kafka.requests({ api: "Metadata" }).length;
    assert(requests > 30 && requests < 120, `${requests} in 60 s`);
  });
});

Deno.test("Consumer fails when its only topic stays unknown for unknownTopicToleranceMs", async () => {
  await withWorld({ autoCreateTopics: false }, async (world) => {
    const consumer = world.consumer({ topics: "nowhere" });
    const before = world.env.clock.monotonic();
    const error = await assertRejects(() => world.run(consumer.values().next()), BrokerError);
    assertEquals(error.code, "UNKNOWN_TOPIC_OR_PARTITION");
    assertEquals(error.topic, "nowhere");
    const spent = world.env.clock.monotonic() - before;
    assert(spent >= 5_000 && spent < 7_000, `after ${spent} ms`);
  });
});

Deno.test("Consumer fails when the only partition of its list does not exist", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: [{ topic: "orders", partitions: [7] }], from: 0 });
    const error = await assertRejects(() => world.run(consumer.values().next()), KafkaError);
    assertEquals(error.code, "UNKNOWN_TOPIC_OR_PARTITION");
    assertEquals(error.partition, 7);
  });
});

Deno.test("Consumer fails when all its topics become forbidden", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const consumer = world.consumer({ topics: "orders", from: 0 });
    const iterator = consumer.values();
    await world.run(take(iterator, 1));
    world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        response.responses = [{
          topic: "orders",
          topicId: world.kafka.topic("orders").topicId,
          partitions: [{ ...EMPTY, errorCode: 29 }],
        }];
      },
    }), { keep: true });
    const error = await assertRejects(() => world.run(iterator.next()), BrokerError);
    assertEquals(error.code, "TOPIC_AUTHORIZATION_FAILED");
  });
});

Deno.test("Consumer finds the leader of a partition that had none", async () => {
  const options = { brokers: 2, replicationFactor: 1, topics: { orders: { partitions: 2 } } };
  await withWorld(options, async (world) => {
    const { leader } = world.kafka.partition("orders", 0);
    await world.fill("orders", 0, ["a"]);
    await world.fill("orders", 1, ["b"]);
    await world.run(world.kafka.stopBroker(leader));
    const iterator = world.consumer({ topics: "orders", from: 0 }).values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    await world.env.advance(60_000);
    await world.run(world.kafka.startBroker(leader));
    const before = world.env.clock.monotonic();
    assertEquals(texts(await world.run(take(iterator, 1))), ["a"]);
    assert(world.env.clock.monotonic() - before < 3_000);
  });
});

Deno.test("Consumer fails its first read after startTimeoutMs when no broker can be reached, naming the addresses", async () => {
  await withWorld({ brokers: 2, topics: ["orders"] }, async (world) => {
    const addresses = world.kafka.clientOptions().brokers;
    await world.run(world.kafka.stopBroker(1));
    await world.run(world.kafka.stopBroker(2));
    const consumer = world.consumer({ topics: "orders", startTimeoutMs: 3_000 });
    const before = world.env.clock.monotonic();
    const error = await assertRejects(() => world.run(consumer.values().next()), ConnectionError);
    const spent = world.env.clock.monotonic() - before;
    assert(spent >= 3_000 && spent < 6_000, `after ${spent} ms`);
    for (const address of addresses) assertStringIncludes(error.message, address);
  });
});

/** What a broker says of a partition that has nothing. */
const EMPTY = {
  partitionIndex: 0,
  errorCode: 0,
  highWatermark: -1n,
  lastStableOffset: -1n,
  logStartOffset: -1n,
  divergingEpoch: { epoch: -1, endOffset: -1n },
  currentLeader: { leaderId: -1, leaderEpoch: -1 },
  snapshotId: { endOffset: -1n, epoch: -1 },
  abortedTransactions: null,
  preferredReadReplica: -1,
  records: null,
};
