import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type ConsumerOptions, resolveConsumerOptions } from "../../src/consumer/options.ts";
import { startOfPartition, startPoint } from "../../src/consumer/start_position.ts";

/** Resolves what the types would refuse. */
function resolve(options: Record<string, unknown>) {
  return resolveConsumerOptions(options as unknown as ConsumerOptions);
}

Deno.test("resolveConsumerOptions() fills in the defaults when only a topic is given", () => {
  const { subscriptions, ...rest } = resolveConsumerOptions({ topics: "orders" });
  assertEquals(rest, {
    outOfRange: "earliest",
    isolation: "committed",
    fetchMaxBytes: 52_428_800,
    fetchPartitionMaxBytes: 1_048_576,
    fetchMinBytes: 1,
    fetchMaxWaitMs: 500,
    prefetchBytes: 33_554_432,
    maxDecompressedBytes: 134_217_728,
    checkCrcs: true,
    onCorrupt: "error",
    rack: undefined,
    startTimeoutMs: 30_000,
    closeTimeoutMs: 30_000,
    signal: undefined,
  });
  assertEquals(subscriptions.length, 1);
  assertEquals(subscriptions[0].partitions, undefined);
  assertEquals(subscriptions[0].start.all, { kind: "latest" });
});

Deno.test("resolveConsumerOptions() takes 0 as 0, and undefined as the default", () => {
  const options = resolveConsumerOptions({
    topics: "orders",
    fetchMaxWaitMs: 0,
    fetchMinBytes: 0,
    prefetchBytes: undefined,
  });
  assertEquals([options.fetchMaxWaitMs, options.fetchMinBytes], [0, 0]);
  assertEquals(options.prefetchBytes, 33_554_432);
});

Deno.test("resolveConsumerOptions() takes one start for all, for a topic, and for a partition", () => {
  const { subscriptions } = resolveConsumerOptions({
    topics: [
      "orders",
      { topic: "payments", partitions: [0, 3], from: { 3: 17, "*": "earliest" } },
      { topic: "refunds", from: new Date(1000) },
      "other",
    ],
    from: { orders: { 0: 5, 1: "latest" }, "*": "earliest" },
  });
  const [orders, payments, refunds, other] = subscriptions;
  const offset = (value: number) => ({ kind: "offset", offset: value, leaderEpoch: -1 });
  assertEquals(startOfPartition(orders.start, 0), offset(5) as never);
  assertEquals(startOfPartition(orders.start, 1).kind, "latest");
  assertEquals(startOfPartition(orders.start, 2).kind, "earliest");
  assertEquals(startOfPartition(payments.start, 3), offset(17) as never);
  assertEquals(startOfPartition(payments.start, 0).kind, "earliest");
  assertEquals(startOfPartition(refunds.start, 9), { kind: "timestamp", timestamp: 1000 });
  assertEquals(startOfPartition(other.start, 0).kind, "earliest");
});

Deno.test("resolveConsumerOptions() takes a start table that went through JSON", () => {
  const from = JSON.parse('{"orders":{"0":17,"1":0}}');
  const [orders] = resolveConsumerOptions({ topics: "orders", from }).subscriptions;
  assertEquals(startOfPartition(orders.start, 0).kind, "offset");
  assertEquals(startOfPartition(orders.start, 2).kind, "latest");
});

Deno.test("resolveConsumerOptions() names the unknown option and the one that is near", () => {
  const error = assertThrows(() => resolve({ topics: "a", prefetchByte: 1 }), TypeError);
  assertStringIncludes(error.message, '"prefetchByte"');
  assertStringIncludes(error.message, '"prefetchBytes"');
});

Deno.test("resolveConsumerOptions() does not know the options of groups yet", () => {
  assertThrows(() => resolve({ topics: "a", group: "g" }), TypeError, '"group"');
  assertThrows(() => resolve({ topics: "a", commit: "ack" }), TypeError, '"commit"');
});

Deno.test("resolveConsumerOptions() refuses wrong values, naming option, rule and value", () => {
  const cases: [Record<string, unknown>, typeof TypeError | typeof RangeError, string, string][] = [
    [{}, TypeError, "topics", "undefined"],
    [{ topics: [] }, TypeError, "topics", "[]"],
    [{ topics: 5 }, TypeError, "topics", "5"],
    [{ topics: "" }, RangeError, "topics", '""'],
    [{ topics: "a b" }, RangeError, "topics", '"a b"'],
    [{ topics: ".." }, RangeError, "topics", '".."'],
    [{ topics: ["a", "a"] }, TypeError, "topics", '"a"'],
    [{ topics: [{ topic: "a", partition: 1 }] }, TypeError, '"partition"', '"partitions"'],
    [{ topics: [{ topic: "a", partitions: [] }] }, TypeError, "topics[0].partitions", "[]"],
    [{ topics: [{ topic: "a", partitions: [-1] }] }, RangeError, "topics[0].partitions[0]", "-1"],
    [{ topics: [{ topic: "a", partitions: [1, 1] }] }, TypeError, "once", "[1, 1]"],
    [{ topics: "a", from: "first" }, TypeError, "from", '"first"'],
    [{ topics: "a", from: -1 }, RangeError, "from", "-1"],
    [{ topics: "a", from: 1.5 }, RangeError, "from", "1.5"],
    [{ topics: "a", from: 2 ** 53 }, RangeError, "from", "9007199254740992"],
    [{ topics: "a", from: new Date(NaN) }, RangeError, "from", "Invalid Date"],
    [{ topics: "a", from: { b: 1 } }, TypeError, '"b"', '"a"'],
    [{ topics: "a", from: { a: { x: 1 } } }, TypeError, 'from["a"]', '"x"'],
    [{ topics: "a", from: [1] }, TypeError, "from", "[1]"],
    [
      { topics: [{ topic: "a", partitions: [0], from: { 1: 5 } }] },
      TypeError,
      "partition 1",
      "[0]",
    ],
    [{ topics: "a", outOfRange: "never" }, TypeError, "outOfRange", '"never"'],
    [{ topics: "a", isolation: 1 }, TypeError, "isolation", "1"],
    [{ topics: "a", fetchMaxBytes: 0 }, RangeError, "fetchMaxBytes", "0"],
    [{ topics: "a", fetchMaxWaitMs: "1" }, TypeError, "fetchMaxWaitMs", '"1"'],
    [{ topics: "a", checkCrcs: 1 }, TypeError, "checkCrcs", "1"],
    [{ topics: "a", onCorrupt: "ignore" }, TypeError, "onCorrupt", '"ignore"'],
    [{ topics: "a", rack: "" }, TypeError, "rack", '""'],
    [{ topics: "a", signal: {} }, TypeError, "signal", "object"],
  ];
  for (const [options, kind, name, value] of cases) {
    const error = assertThrows(() => resolve(options), kind);
    assertStringIncludes(error.message, name);
    assertStringIncludes(error.message, value);
    assert(error.message.startsWith("Cannot "), error.message);
  }
});

Deno.test("startPoint() takes dates from 1970 on", () => {
  assertEquals(startPoint(new Date(0), "to"), { kind: "timestamp", timestamp: 0 });
  assertThrows(() => startPoint(new Date(-1), "to"), RangeError, "1970");
});
