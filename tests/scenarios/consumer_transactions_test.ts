import { assertEquals } from "@std/assert";
import { numbers, take, texts, withWorld, type World } from "./consumer_world.ts";

/** What somebody else's transactional producers left: committed, aborted, and records of nobody. */
async function mixed(world: World): Promise<void> {
  const records = (...values: string[]) => values.map((value) => ({ value }));
  const { kafka } = world;
  await kafka.append("orders", 0, records("plain"));
  await kafka.appendTransactional("orders", 0, records("a0", "a1"), { outcome: "abort" });
  const mine = await kafka.appendTransactional("orders", 0, records("c0"), { outcome: "open" });
  const theirs = await kafka.appendTransactional("orders", 0, records("b0"), { outcome: "open" });
  await kafka.append("orders", 0, records("between"));
  await kafka.appendTransactional("orders", 0, records("c1"), {
    outcome: "commit",
    producerId: mine.producerId,
  });
  await kafka.appendTransactional("orders", 0, records("b1"), {
    outcome: "abort",
    producerId: theirs.producerId,
  });
  // The same producer again, which commits this time.
  await kafka.appendTransactional("orders", 0, records("b2"), {
    outcome: "commit",
    producerId: theirs.producerId,
  });
}

Deno.test("Consumer leaves out what aborted transactions wrote", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await mixed(world);
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    const messages = await world.run(take(iterator, 5));
    assertEquals(texts(messages), ["plain", "c0", "between", "c1", "b2"]);
    await world.fill("orders", 0, ["end"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["end"]);
  });
});

Deno.test("Consumer leaves them out whatever part of the log one fetch returns", async () => {
  for (const fetchPartitionMaxBytes of [1, 100, 200, 300]) {
    await withWorld({ topics: ["orders"] }, async (world) => {
      await mixed(world);
      const consumer = world.consumer({ topics: "orders", from: 0, fetchPartitionMaxBytes });
      const messages = await world.run(take(consumer.values(), 5));
      assertEquals(texts(messages), ["plain", "c0", "between", "c1", "b2"]);
    });
  }
});

Deno.test("Consumer reads everything when isolation is uncommitted", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await mixed(world);
    const consumer = world.consumer({ topics: "orders", from: 0, isolation: "uncommitted" });
    const messages = await world.run(take(consumer.values(), 9));
    assertEquals(
      texts(messages),
      ["plain", "a0", "a1", "c0", "b0", "between", "c1", "b1", "b2"],
    );
  });
});

Deno.test("Consumer does not read past the first open transaction", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const { kafka } = world;
    await world.fill("orders", 0, ["before"]);
    const { producerId } = await kafka.appendTransactional("orders", 0, [{ value: "open" }], {
      outcome: "open",
    });
    await world.fill("orders", 0, ["after"]);
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["before"]);
    const pending = take(iterator, 2);
    await world.env.advance(5_000);
    assertEquals((await world.env.attempt(pending)).state, "pending");
    assertEquals(consumer.position("orders", 0), 1);
    assertEquals(consumer.lag("orders", 0), 0);
    kafka.endTransaction("orders", 0, { producerId }, "commit");
    assertEquals(texts(await world.run(pending)), ["open", "after"]);
  });
});

Deno.test("Consumer starts at the last stable offset when from is latest and a transaction is open", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["before"]);
    await world.kafka.appendTransactional("orders", 0, [{ value: "open" }], { outcome: "open" });
    const consumer = world.consumer({ topics: "orders" });
    await world.run(consumer.ready);
    assertEquals(consumer.position("orders", 0), 1);
  });
});

Deno.test("Consumer.position() steps over markers, aborted records and gaps that deliver nothing", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    await world.kafka.appendTransactional("orders", 0, [{ value: "x" }], { outcome: "abort" });
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const pending = take(consumer.values(), 2);
    await world.env.advance(5_000);
    assertEquals(consumer.position("orders", 0), 3);
    assertEquals(consumer.lag("orders", 0), 0);
    await world.fill("orders", 0, ["3"]);
    assertEquals(texts(await world.run(pending)), ["0", "3"]);
  });
});

Deno.test("Consumer.position() is behind the batch after its last record, also when compaction took its end", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0", "1"]);
    // A batch of two records whose header says that it once had five.
    const bytes = world.kafka.log("orders", 0)[0].bytes.slice();
    new DataView(bytes.buffer).setInt32(23, 4);
    world.kafka.appendRaw("orders", 0, bytes);
    const consumer = world.consumer({ topics: "orders", from: 2, checkCrcs: false });
    const messages = await world.run(take(consumer.values(), 2));
    assertEquals(messages.map((message) => message.offset), [2, 3]);
    assertEquals(consumer.position("orders", 0), 7);
  });
});

Deno.test("Consumer reads on over batches that compaction removed", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ...numbers(0, 6).map((value) => [value]));
    world.kafka.removeBatches("orders", 0, 1, 3);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    assertEquals(texts(await world.run(take(iterator, 3))), ["0", "4", "5"]);
  });
});
