// @alone: it measures time.
import { assert, assertEquals } from "@std/assert";
import { Kafka } from "../../src/kafka.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";

const RECORDS = 60_000;
const HANDLER_MS = 0.02;

/** Keeps the only thread busy, as a handler does that computes. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

Deno.test("Consumer lets a 50 ms timer keep its beat while a handler works through what is buffered", async () => {
  const cluster = new EmbeddedKafka({ topics: ["orders"] });
  const kafka = new Kafka(cluster.clientOptions());
  try {
    const value = "x".repeat(100);
    for (let i = 0; i < RECORDS; i += 1_000) {
      await cluster.append("orders", 0, Array.from({ length: 1_000 }, () => ({ value })));
    }
    for (const use of ["iterator", "stream", "batches"] as const) {
      const consumer = kafka.consumer({ topics: "orders", from: "earliest" });
      let last = performance.now();
      let longest = 0;
      const beat = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      };
      const timer = setInterval(beat, 50);
      const start = performance.now();
      let handled = 0;
      if (use === "iterator") {
        for await (const _ of consumer) {
          work(HANDLER_MS);
          if (++handled === RECORDS) break;
        }
      } else if (use === "batches") {
        for await (const batch of consumer.batches()) {
          for (const _ of batch) work(HANDLER_MS);
          handled += batch.length;
          if (handled === RECORDS) break;
        }
      } else {
        const reader = consumer.getReader();
        while (handled < RECORDS) {
          await reader.read();
          work(HANDLER_MS);
          handled++;
        }
      }
      clearInterval(timer);
      beat();
      const spent = performance.now() - start;
      assertEquals(handled, RECORDS);
      // Starved, the timer would fire once, at the end. The limit leaves room for a busy machine.
      assert(longest < spent / 2, `${use}: ${longest.toFixed()} of ${spent.toFixed()} ms`);
      await consumer.close();
    }
  } finally {
    await kafka.close();
    await cluster.close();
  }
});
