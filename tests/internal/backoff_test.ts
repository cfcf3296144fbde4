import { assertEquals, assertGreaterOrEqual, assertLessOrEqual } from "@std/assert";
import { backoffMs } from "../../src/internal/backoff.ts";

const OPTIONS = { initialMs: 100, maxMs: 1_000 };

Deno.test("backoffMs() doubles with each failure up to the maximum", () => {
  const waits = [1, 2, 3, 4, 5, 6, 100].map((failures) =>
    Math.round(backoffMs(failures, OPTIONS, () => 0.5))
  );
  assertEquals(waits, [100, 200, 400, 800, 1_000, 1_000, 1_000]);
});

Deno.test("backoffMs() stays within a fifth of the base, whatever the random number", () => {
  for (const random of [0, 0.25, 0.75, 0.999999]) {
    assertGreaterOrEqual(backoffMs(1, OPTIONS, () => random), 80);
    assertLessOrEqual(backoffMs(1, OPTIONS, () => random), 120);
  }
});
