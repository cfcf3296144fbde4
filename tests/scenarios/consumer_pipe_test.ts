import { assertEquals } from "@std/assert";
import { eachMessage } from "../../src/pipeline/each_message.ts";
import { Producer } from "../../src/producer/producer.ts";
import { numbers, take, texts, withWorld } from "./consumer_world.ts";

Deno.test("Consumer pipes through eachMessage() into a producer, in order", async () => {
  await withWorld({ brokers: 2, topics: ["orders", "enriched"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 10), numbers(10, 20));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const producer = new Producer(world.cluster);
    const pipe = consumer.pipeThrough(eachMessage((message) => {
      if (message.offset % 3 === 0) return;
      return [1, 2].map((n) => ({ topic: "enriched", value: `${message.text()}.${n}` }));
    })).pipeTo(producer);
    const enriched = world.consumer({ topics: "enriched", from: "earliest" });
    const messages = await world.run(take(enriched.values(), 26));
    const expected = numbers(0, 20).filter((value) => Number(value) % 3 !== 0)
      .flatMap((value) => [`${value}.1`, `${value}.2`]);
    assertEquals(texts(messages), expected);
    await world.run(consumer.close());
    await world.run(pipe);
  });
});
