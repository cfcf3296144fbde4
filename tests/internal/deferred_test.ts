import { assertEquals, assertRejects } from "@std/assert";
import { deferred } from "../../src/internal/deferred.ts";

Deno.test("deferred() gives a promise that resolve() fulfils", async () => {
  const { promise, resolve } = deferred<number>();
  resolve(7);
  assertEquals(await promise, 7);
});

Deno.test("deferred() gives a promise that reject() rejects", async () => {
  const { promise, reject } = deferred<number>();
  reject(new RangeError("no"));
  await assertRejects(() => promise, RangeError, "no");
});

Deno.test("deferred() keeps the first outcome when it is settled twice", async () => {
  const { promise, resolve, reject } = deferred<number>();
  resolve(1);
  reject(new Error("late"));
  resolve(2);
  assertEquals(await promise, 1);
});

Deno.test("Deferred.resolve() follows a promise that it is given", async () => {
  const outer = deferred<string>();
  const inner = deferred<string>();
  outer.resolve(inner.promise);
  inner.resolve("inner");
  assertEquals(await outer.promise, "inner");
});
