/**
 * The command line as a person meets it: whole processes.
 */

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { Kafka } from "../../mod.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { runScript, startScript } from "../helpers/child.ts";

const MAIN = new URL(`../../src/cli/main${import.meta.url.slice(-3)}`, import.meta.url);

Deno.test("demo accounts for every record it was piped", async () => {
  const input = Array.from({ length: 100 }, (_, i) => `line ${i} grün ${"x".repeat(i)}`).join("\n");
  const { code, stdout, stderr } = await runScript(MAIN, {
    args: ["demo", "--records", "3000"],
    input,
  });
  assertEquals([code, stderr], [0, ""]);
  assertStringIncludes(stdout, "from standard input");
  assertMatch(stdout, /at 127\.0\.0\.1:\d+,127\.0\.0\.1:\d+,127\.0\.0\.1:\d+\n/);
  assertMatch(stdout, /p50 \d+\.\d\d ms, p99 \d+\.\d\d ms/);
  assertEquals(
    stdout.trimEnd().split("\n").at(-1),
    "produced 3000, consumed 3000, lost 0, out of order 0",
  );
});

Deno.test("demo sends records of the size and to the topic and cluster that it was told", async () => {
  const cluster = new EmbeddedKafka({ brokers: 2, topics: { mine: { partitions: 2 } } });
  try {
    const { brokers } = await cluster.listen();
    const { code, stdout, stderr } = await runScript(MAIN, {
      args: [
        "demo",
        "--records",
        "500",
        "--size",
        "123",
        "--topic",
        "mine",
        "--brokers",
        brokers.join(","),
      ],
    });
    assertEquals([code, stderr], [0, ""]);
    assertStringIncludes(stdout, "produced 500, consumed 500, lost 0, out of order 0");
    const records = [...await cluster.records("mine", 0), ...await cluster.records("mine", 1)];
    assertEquals(records.length, 500);
    assertEquals(records.every(({ value }) => value?.length === 123), true);
  } finally {
    await cluster.close();
  }
});

Deno.test("harness works as a filter: sends each line, prints what arrives, loses nothing at the end of input", async () => {
  const sent = Array.from({ length: 200 }, (_, i) => `message ${i} grün`);
  const { code, stdout, stderr } = await runScript(MAIN, {
    args: ["harness", "--topic", "t"],
    input: sent.join("\n"),
  });
  assertEquals([code, stderr], [0, ""]);
  const rows = stdout.trimEnd().split("\n").map((row) => row.split("\t"));
  assertEquals(rows.map(([, , key]) => key).every((key) => key === "null"), true);
  assertEquals(rows.map(([, , , value]) => value).sort(), sent.sort());
});

Deno.test("harness divides lines into key and value at the separator", async () => {
  const { code, stdout } = await runScript(MAIN, {
    args: ["harness", "--topic", "t", "--separator", ": "],
    input: "a: one\nplain\n",
  });
  assertEquals(code, 0);
  const rows = stdout.trimEnd().split("\n").map((row) => row.split("\t").slice(2)).sort();
  assertEquals(rows, [["a", "one"], ["null", "plain"]]);
});

Deno.test("harness prints what others send, from the start when told so", async () => {
  const cluster = new EmbeddedKafka({ topics: { t: {} } });
  try {
    const { brokers } = await cluster.listen();
    const kafka = new Kafka({ brokers });
    await kafka.producer().sendBatch([{ topic: "t", key: "k", value: "before" }, {
      topic: "t",
      value: null,
    }]);
    await kafka.close();
    const { code, stdout } = await runScript(MAIN, {
      args: ["harness", "--topic", "t", "--from", "earliest", "--brokers", brokers.join(",")],
      input: "mine\n",
    });
    assertEquals(code, 0);
    assertEquals(stdout, "0\t0\tk\tbefore\n0\t1\tnull\tnull\n0\t2\tnull\tmine\n");
  } finally {
    await cluster.close();
  }
});

Deno.test("broker serves until it is interrupted, and leaves cleanly", async () => {
  const child = startScript(MAIN, {
    args: ["broker", "--port", "0", "--brokers", "2", "--topics", "a:2,b"],
  });
  const line = await child.printed("listening on");
  const brokers = /listening on (\S+)/.exec(line)?.[1].split(",") ?? [];
  assertEquals(brokers.length, 2);
  const kafka = new Kafka({ brokers });
  const { partition } = await kafka.producer().send({ topic: "a", partition: 1, value: "x" });
  assertEquals(partition, 1);
  await kafka.close();
  child.signal("SIGINT");
  const { code, stderr } = await child.result;
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("The command line tells mistakes in one line and with status 2", async () => {
  const mistakes: [string[], string][] = [
    [[], "kafka-web: a Kafka client"],
    [["dmeo"], 'Cannot run "dmeo"'],
    [["demo", "--records", "0"], "Cannot use --records"],
    [["harness"], "without --topic"],
    [["broker", "--topics", "a:x"], 'Cannot create topic "a"'],
  ];
  for (const [args, text] of mistakes) {
    const { code, stdout, stderr } = await runScript(MAIN, { args });
    assertEquals(code, 2);
    assertStringIncludes(stdout + stderr, text);
  }
});

Deno.test("demo fails with every address it tried when the cluster cannot be reached", async () => {
  const { code, stderr } = await runScript(MAIN, {
    args: ["demo", "--brokers", "127.0.0.1:1", "--records", "1"],
    timeoutMs: 25_000,
  });
  assertEquals(code, 1);
  assertStringIncludes(stderr, "127.0.0.1:1");
});
