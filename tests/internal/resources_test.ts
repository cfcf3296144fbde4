import { assertEquals } from "@std/assert";
import { ResourceRegistry } from "../../src/internal/resources.ts";

Deno.test("ResourceRegistry.list() names what is open, in the order of opening", () => {
  const resources = new ResourceRegistry();
  const first = resources.track("connection", "a:9092");
  resources.track("timer", "30 ms");
  resources.track("connection", "a:9092");
  first();
  assertEquals(resources.list(), ["timer 30 ms", "connection a:9092"]);
  assertEquals(resources.size, 2);
});

Deno.test("ResourceRegistry.track() gives what may be called twice", () => {
  const resources = new ResourceRegistry();
  const release = resources.track("loop", "reader");
  resources.track("loop", "reader");
  release();
  release();
  assertEquals(resources.list(), ["loop reader"]);
});
