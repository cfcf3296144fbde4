import { assertEquals } from "@std/assert";
import { numbers, take, texts, withWorld } from "./consumer_world.ts";

Deno.test("Consumer reads a topic from its beginning", async () => {
  await withWorld({ brokers: 3, topics: { orders: { partitions: 1 } } }, async (world) => {
    await world.fill("orders", 0, numbers(0, 10), numbers(10, 20));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const messages = await world.run(take(consumer.values(), 20));
    assertEquals(texts(messages), numbers(0, 20));
    assertEquals(messages.map((message) => message.offset), numbers(0, 20).map(Number));
  });
});
