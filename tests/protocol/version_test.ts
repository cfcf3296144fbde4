import { assertEquals } from "@std/assert";
import { initProducerId } from "../../src/protocol/messages/init_producer_id.ts";
import { produce } from "../../src/protocol/messages/produce.ts";
import { negotiate } from "../../src/protocol/version.ts";

Deno.test("negotiate() chooses the highest version that both sides have", () => {
  assertEquals(negotiate(produce, { min: 0, max: 99 }), 13);
  assertEquals(negotiate(produce, { min: 0, max: 7 }), 7);
  assertEquals(negotiate(produce, { min: 3, max: 3 }), 3);
});

Deno.test("negotiate() gives undefined when the ranges do not meet", () => {
  assertEquals(negotiate(produce, { min: 0, max: 2 }), undefined);
  assertEquals(negotiate(produce, { min: 14, max: 20 }), undefined);
});

Deno.test("negotiate() keeps to a pin from either side", () => {
  assertEquals(negotiate(produce, { min: 0, max: 99 }, { max: 9 }), 9);
  assertEquals(negotiate(produce, { min: 0, max: 8 }, { min: 9 }), undefined);
  assertEquals(negotiate(produce, { min: 0, max: 99 }, { min: 5, max: 5 }), 5);
});

Deno.test("negotiate() never chooses an unstable version", () => {
  assertEquals(negotiate(initProducerId, { min: 0, max: 6 }), 5);
  assertEquals(negotiate(initProducerId, { min: 0, max: 6 }, { max: 6 }), 5);
});
