import { assert, assertEquals, assertRejects } from "@std/assert";
import { BrokerError, KafkaError } from "../../src/errors.ts";
import { ZERO_UUID } from "../../src/protocol/uuid.ts";
import { numbers, take, texts, withWorld, type World } from "./consumer_world.ts";

/** Ten records, of which the first four are gone. */
async function trimmed(world: World): Promise<void> {
  await world.fill("orders", 0, ...numbers(0, 10).map((value) => [value]));
  world.kafka.trimLog("orders", 0, 4);
}

Deno.test("Consumer goes to the beginning when its offset is out of range, by default", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await trimmed(world);
    const resets = world.heard("positionreset");
    const iterator = world.consumer({ topics: "orders", from: 1 }).values();
    assertEquals(texts(await world.run(take(iterator, 6))), numbers(4, 10));
    assertEquals(resets.map(({ from, to }) => [from, to]), [[1, 4]]);
  });
});

Deno.test("Consumer goes to the end when its offset is out of range and outOfRange is latest", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await trimmed(world);
    const resets = world.heard("positionreset");
    const iterator = world.consumer({ topics: "orders", from: 50, outOfRange: "latest" }).values();
    const pending = take(iterator, 1);
    await world.env.advance(1_000);
    await world.fill("orders", 0, ["new"]);
    assertEquals(texts(await world.run(pending)), ["new"]);
    assertEquals(resets.map(({ from, to }) => [from, to]), [[50, 10]]);
  });
});

Deno.test("Consumer fails when its offset is out of range and outOfRange is none", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await trimmed(world);
    const consumer = world.consumer({ topics: "orders", from: 1, outOfRange: "none" });
    const error = await assertRejects(() => world.run(consumer.values().next()), BrokerError);
    assertEquals(error.code, "OFFSET_OUT_OF_RANGE");
    assertEquals([error.topic, error.partition], ["orders", 0]);
  });
});

Deno.test("Consumer delivers what it fetched before it resets a position that is gone", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ...numbers(0, 40).map((value) => [value]));
    const consumer = world.consumer({
      topics: "orders",
      from: 0,
      fetchPartitionMaxBytes: 200,
      prefetchBytes: 800,
    });
    const iterator = consumer.values();
    const messages = await world.run(take(iterator, 1));
    world.kafka.trimLog("orders", 0, 40);
    await world.fill("orders", 0, ["40"]);
    while (messages.at(-1)?.text() !== "40") {
      messages.push(...await world.run(take(iterator, 1)));
    }
    const seen = texts(messages).slice(0, -1);
    assertEquals(seen, numbers(0, seen.length));
    const asked = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.topics.flatMap((topic) => topic.partitions.map((each) => Number(each.fetchOffset)))
    );
    const lost = asked.filter((offset) => offset < 40).at(-1);
    assertEquals(seen.length, lost, "all that was fetched before is delivered");
    assert(seen.length > 1 && seen.length < 40, `${seen.length}`);
  });
});

Deno.test("Consumer goes back to where the logs part when an unclean election lost records", async () => {
  for (const asVersion of ["latest", "2.4"] as const) {
    await withWorld({ brokers: 2, topics: ["orders"], asVersion }, async (world) => {
      await world.fill("orders", 0, ...numbers(0, 10).map((value) => [value]));
      const { leader, replicas } = world.kafka.partition("orders", 0);
      const other = replicas.find((id) => id !== leader) as number;
      world.kafka.pauseReplica("orders", 0, other);
      await world.fill("orders", 0, ...numbers(10, 15).map((value) => [value]));
      const resets = world.heard("positionreset");
      const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
      assertEquals(texts(await world.run(take(iterator, 15))), numbers(0, 15));
      world.kafka.uncleanElection("orders", 0, other);
      await world.fill("orders", 0, ...numbers(100, 110).map((value) => [value]));
      // Offsets 10 to 14 hold other records now: they must not be passed over.
      assertEquals(texts(await world.run(take(iterator, 10))), numbers(100, 110));
      assertEquals(resets.map(({ from, to }) => [from, to]), [[15, 10]]);
    });
  }
});

Deno.test("Consumer asks the new leader for the end of the epoch that it read (KIP-320)", async () => {
  await withWorld({ brokers: 2, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 3));
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 3));
    const { leaderEpoch } = world.kafka.partition("orders", 0);
    world.kafka.moveLeader("orders", 0);
    await world.fill("orders", 0, ["3"]);
    await world.run(take(iterator, 1));
    const [asked] = world.kafka.requests({ api: "OffsetForLeaderEpoch" });
    assertEquals(asked.request.topics[0].partitions[0].leaderEpoch, leaderEpoch);
    assertEquals(asked.request.topics[0].partitions[0].currentLeaderEpoch, leaderEpoch + 1);
  });
});

Deno.test("Consumer fetches again without an event when only records were lost that it had not delivered", async () => {
  await withWorld({ brokers: 2, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ...numbers(0, 10).map((value) => [value]));
    const { leader, replicas } = world.kafka.partition("orders", 0);
    const other = replicas.find((id) => id !== leader) as number;
    world.kafka.pauseReplica("orders", 0, other);
    await world.fill("orders", 0, ...numbers(10, 15).map((value) => [value]));
    const resets = world.heard("positionreset");
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    assertEquals(texts(await world.run(take(iterator, 5))), numbers(0, 5));
    consumer.pause();
    world.kafka.uncleanElection("orders", 0, other);
    await world.fill("orders", 0, ...numbers(100, 103).map((value) => [value]));
    await world.env.advance(10_000);
    consumer.resume();
    assertEquals(texts(await world.run(take(iterator, 8))), [
      ...numbers(5, 10),
      ...numbers(100, 103),
    ]);
    assertEquals(resets, []);
  });
});

Deno.test("Consumer fails when the log was truncated and outOfRange is none", async () => {
  await withWorld({ brokers: 2, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    const { leader, replicas } = world.kafka.partition("orders", 0);
    const other = replicas.find((id) => id !== leader) as number;
    world.kafka.pauseReplica("orders", 0, other);
    await world.fill("orders", 0, ["1"]);
    const consumer = world.consumer({ topics: "orders", from: 0, outOfRange: "none" });
    const iterator = consumer.values();
    await world.run(take(iterator, 2));
    world.kafka.uncleanElection("orders", 0, other);
    const error = await assertRejects(() => world.run(iterator.next()), KafkaError);
    assertEquals(error.code, "LOG_TRUNCATION");
  });
});

Deno.test("Consumer resets by its policy, with an event, when the topic was created anew", async () => {
  const client = { metadataMaxAgeMs: 5_000 };
  await withWorld({ topics: ["orders"], client }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5));
    const resets = world.heard("positionreset");
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 5));
    const pending = take(iterator, 3);
    world.kafka.recreateTopic("orders");
    await world.fill("orders", 0, numbers(10, 13));
    assertEquals(texts(await world.run(pending)), numbers(10, 13));
    assertEquals(resets.map(({ from, to, reason }) => [from, to, reason]), [
      [5, 0, "the topic was created anew"],
    ]);
  });
});

Deno.test("Consumer goes on where it is when an upgrade gives its topic an id", async () => {
  const client = { metadataMaxAgeMs: 5_000 };
  await withWorld({ topics: ["orders"], client }, async (world) => {
    const hook = world.kafka.intercept("Metadata", () => ({
      change: (response) => {
        for (const topic of response.topics) topic.topicId = ZERO_UUID;
      },
    }), { keep: true });
    await world.fill("orders", 0, numbers(0, 3));
    const resets = world.heard("positionreset");
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 3));
    hook.remove();
    const pending = take(iterator, 3);
    await world.env.advance(10_000);
    await world.fill("orders", 0, numbers(3, 6));
    assertEquals(texts(await world.run(pending)), numbers(3, 6));
    assertEquals(resets, []);
    const versions = world.kafka.requests({ api: "Fetch" }).map(({ apiVersion }) => apiVersion);
    assertEquals(versions[0], 12);
    assert((versions.at(-1) ?? 0) > 12);
  });
});

Deno.test("Consumer fails when the topic was created anew and outOfRange is none", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5));
    const consumer = world.consumer({ topics: "orders", from: 0, outOfRange: "none" });
    const iterator = consumer.values();
    await world.run(take(iterator, 5));
    world.kafka.recreateTopic("orders");
    await world.fill("orders", 0, numbers(10, 20));
    const error = await assertRejects(() => world.run(iterator.next()), KafkaError);
    assertEquals(error.code, "TOPIC_RECREATED");
  });
});

Deno.test("Consumer fails when its topic was deleted and does not come back", async () => {
  await withWorld({ topics: ["orders"], autoCreateTopics: false }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: 0 }).values();
    await world.run(take(iterator, 1));
    world.kafka.deleteTopic("orders");
    const error = await assertRejects(() => world.run(iterator.next()), KafkaError);
    assertEquals(error.topic, "orders");
  });
});
