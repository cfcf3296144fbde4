import { assertEquals, assertGreaterOrEqual, assertLess, assertStringIncludes } from "@std/assert";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { startScript } from "../helpers/child.ts";

const SCRIPT = new URL(`../children/send_and_leave${import.meta.url.slice(-3)}`, import.meta.url);

Deno.test("A script that sent and did not close ends by itself within 1 s of its last acknowledgement", async () => {
  const cluster = new EmbeddedKafka({ topics: { t: {} } });
  try {
    const { brokers } = await cluster.listen();
    const child = startScript(SCRIPT, { args: [brokers.join(","), "t", "send"] });
    await child.printed("acknowledged");
    const acknowledgedAt = performance.now();
    const { code, stdout, stderr, endedAt } = await child.result;
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, "acknowledged at offset 0");
    assertLess(endedAt - acknowledgedAt, 1_000);
  } finally {
    await cluster.close();
  }
});

Deno.test("A script with an unacknowledged enqueue ends only after the acknowledgement", async () => {
  const cluster = new EmbeddedKafka({ topics: { t: {} } });
  try {
    const { brokers } = await cluster.listen();
    const delayMs = 2_000;
    let receivedAt = Infinity;
    cluster.intercept("Produce", () => {
      receivedAt = performance.now();
      return { delayMs };
    });
    const child = startScript(SCRIPT, { args: [brokers.join(","), "t", "enqueue"] });
    const { code, stderr, endedAt } = await child.result;
    assertEquals([code, stderr], [0, ""]);
    assertGreaterOrEqual(endedAt - receivedAt, delayMs - 50);
    assertLess(endedAt - receivedAt, delayMs + 1_500);
    const records = await cluster.records("t", 0);
    assertEquals(records.length, 1);
  } finally {
    await cluster.close();
  }
});
