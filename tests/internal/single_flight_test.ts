import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { deferred } from "../../src/internal/deferred.ts";
import { SingleFlight } from "../../src/internal/single_flight.ts";

Deno.test("SingleFlight.run() shares one run among callers that come while it lasts", async () => {
  const flight = new SingleFlight<number>();
  const gate = deferred<number>();
  let starts = 0;
  const start = () => {
    starts++;
    return gate.promise;
  };
  const first = flight.run(start);
  assertStrictEquals(flight.run(start), first);
  assertEquals(flight.running, true);
  gate.resolve(7);
  assertEquals(await first, 7);
  assertEquals(starts, 1);
  assertEquals(flight.running, false);
});

Deno.test("SingleFlight.run() starts again when the last run failed", async () => {
  const flight = new SingleFlight<number>();
  await assertRejects(() => flight.run(() => Promise.reject(new Error("no"))), Error, "no");
  assertEquals(await flight.run(() => Promise.resolve(1)), 1);
});
