import { assertEquals } from "@std/assert";
import { KafkaEvents } from "../../src/internal/events.ts";

Deno.test("KafkaEvents.on() calls the listener until it is taken back", () => {
  const events = new KafkaEvents();
  const seen: number[] = [];
  const off = events.on("metadata", ({ detail }) => seen.push(detail.topics));
  events.emit("metadata", { topics: 1, brokers: 1 });
  off();
  off();
  events.emit("metadata", { topics: 2, brokers: 1 });
  assertEquals(seen, [1]);
});

Deno.test("KafkaEvents.on() stops listening when its signal fires", () => {
  const events = new KafkaEvents();
  const controller = new AbortController();
  const seen: number[] = [];
  events.on("metadata", ({ detail }) => seen.push(detail.topics), { signal: controller.signal });
  events.emit("metadata", { topics: 1, brokers: 1 });
  controller.abort();
  events.emit("metadata", { topics: 2, brokers: 1 });
  assertEquals(seen, [1]);
});

Deno.test("KafkaEvents.on() calls the same function once for each time that it listens", () => {
  const events = new KafkaEvents();
  let calls = 0;
  const listener = () => void calls++;
  const first = events.on("topicrecreated", listener);
  events.on("topicrecreated", listener);
  events.emit("topicrecreated", { topic: "t" });
  first();
  events.emit("topicrecreated", { topic: "t" });
  assertEquals(calls, 3);
});
