import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { AbortedError, BrokerError, KafkaError, TimeoutError } from "../../src/errors.ts";
import { BufferPool } from "../../src/record/buffer_pool.ts";
import { bufferSize, ProduceBatch } from "../../src/producer/batch.ts";
import { ByteBudget } from "../../src/producer/budget.ts";
import {
  type DeliveryError,
  FailureList,
  FailureLog,
  withFate,
} from "../../src/producer/delivery.ts";
import { Generations } from "../../src/producer/generation.ts";
import { keepRecords } from "../../src/producer/preparation.ts";
import { Timetable } from "../../src/producer/timetable.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

Deno.test("ByteBudget.fits() counts what is held, and lets whoever is alone pass", () => {
  let freed = 0;
  const budget = new ByteBudget(100, () => freed++);
  assert(budget.fits(200));
  budget.take(60);
  assert(budget.fits(40) && !budget.fits(41));
  budget.exchange(60, 90);
  assertEquals([budget.used, freed], [90, 0]);
  budget.give(90);
  assertEquals([budget.used, freed], [0, 1]);
});

Deno.test("Generations.drained() waits for the records before it, in their order", async () => {
  const told: string[] = [];
  const generations = new Generations(() => told.push("busy"), () => told.push("idle"));
  await generations.drained();
  const first = generations.current;
  first.joined();
  first.joined();
  void generations.drained().then(() => told.push("first"));
  const second = generations.current;
  assert(second !== first);
  second.joined();
  void generations.drained().then(() => told.push("second"));
  generations.current.joined();
  second.settled(1);
  await Promise.resolve();
  assertEquals(told, ["busy"]);
  first.settled(1);
  await Promise.resolve();
  assertEquals(told, ["busy"]);
  first.settled(1);
  await Promise.resolve();
  await Promise.resolve();
  assertEquals(told, ["busy", "first", "second"]);
  assertEquals(generations.open, 1);
  generations.current.settled(1);
  assertEquals(told, ["busy", "first", "second", "idle"]);
  await generations.drained();
});

Deno.test("FailureList groups the records of one error, and counts what it does not keep", () => {
  const list = new FailureList();
  assertEquals(list.error("flush"), undefined);
  const [one, two] = [
    new KafkaError("Cannot a", { code: "A", fate: "not-persisted", topic: "t", partition: 1 }),
    new KafkaError("Cannot b", { code: "B", fate: "not-persisted" }),
  ];
  list.add("t", 1, one, 4);
  list.add("t", 1, one, 7);
  list.add("u", undefined, two, 9);
  const error = list.error("flush") as DeliveryError;
  assertEquals(error.message, "Cannot flush as 3 records failed, first: Cannot a");
  assertEquals([error.code, error.topic, error.partition, error.fate], [
    "A",
    "t",
    1,
    "not-persisted",
  ]);
  assertStrictEquals(error.cause, one);
  assertEquals(error.failures, [
    { topic: "t", partition: 1, count: 2, indexes: [4, 7], error: one },
    { topic: "u", partition: undefined, count: 1, indexes: [9], error: two },
  ]);
  const many = new FailureList();
  for (let index = 0; index < 2_500; index++) many.add("t", 0, new KafkaError(`Cannot ${index}`));
  const counted = many.error("flush") as DeliveryError;
  assertEquals([counted.failedRecords, counted.failures.length], [2_500, 1_000]);
});

Deno.test("DeliveryError has a fate of its own where its records differ", () => {
  const list = new FailureList();
  list.add("t", 0, new KafkaError("Cannot", { fate: "not-persisted" }));
  list.add("t", 0, new KafkaError("Cannot", { fate: "persisted" }));
  assertEquals(list.error("flush")?.fate, "possibly-persisted");
});

Deno.test("FailureLog gives each failure to the flushes that wait, or to the next one", () => {
  const log = new FailureLog();
  const fail = (name: string) => log.add("t", 0, new KafkaError(name));
  const count = (list: FailureList) => list.error("x")?.failedRecords ?? 0;
  fail("before");
  const one = log.begin();
  fail("during");
  const two = log.begin();
  fail("both");
  assertEquals([count(one), count(two)], [3, 3]);
  log.end(one);
  log.end(two);
  assertEquals(count(log.begin()), 0);
});

Deno.test("FailureLog.cancel() keeps the failures for the next flush", () => {
  const log = new FailureLog();
  const list = log.begin();
  log.add("t", 0, new KafkaError("a"));
  log.cancel(list);
  log.add("t", 0, new KafkaError("b"));
  assertEquals(log.begin().error("flush")?.failedRecords, 2);
});

Deno.test("withFate() keeps class, code and what else an error says", () => {
  const place = { fate: "persisted", topic: "t", partition: 3 } as const;
  const broker = new BrokerError("x", {
    errorCode: 7,
    code: "REQUEST_TIMED_OUT",
    retriable: true,
    broker: "b:1",
    brokerMessage: "words",
  });
  const named = withFate(broker, "Cannot y", place) as BrokerError;
  assert(named instanceof BrokerError);
  assertEquals(
    [
      named.message,
      named.code,
      named.errorCode,
      named.broker,
      named.brokerMessage,
      named.retriable,
    ],
    ["Cannot y", "REQUEST_TIMED_OUT", 7, "b:1", "words", true],
  );
  assertEquals([named.fate, named.topic, named.partition], ["persisted", "t", 3]);
  assert(withFate(new TimeoutError("x"), "y", place) instanceof TimeoutError);
  const aborted = withFate(new AbortedError("x"), "y", { ...place, cause: "reason" });
  assert(aborted instanceof AbortedError);
  assertEquals([aborted.name, aborted.cause], ["AbortError", "reason"]);
});

Deno.test("Timetable goes off at the earliest time, once", async () => {
  const env = new VirtualEnvironment();
  const start = env.clock.monotonic();
  const rung: number[] = [];
  const timetable = new Timetable(env.clock, () => rung.push(env.clock.monotonic() - start));
  timetable.wakeAt(Infinity);
  assertEquals(env.pendingTimers, 0);
  timetable.wakeAt(start + 50);
  timetable.wakeAt(start + 20);
  timetable.wakeAt(start + 80);
  assertEquals(env.pendingTimers, 1);
  await env.advance(100);
  assertEquals(rung, [20]);
  timetable.wakeAt(start);
  await env.advance(0);
  assertEquals(rung, [20, 100]);
  timetable.wakeAt(start + 200);
  timetable.stop();
  timetable.stop();
  timetable.wakeAt(start + 300);
  await env.advance(500);
  assertEquals([rung.length, env.pendingTimers], [2, 0]);
});

Deno.test("bufferSize() is the size that pools hand out", () => {
  const pool = new BufferPool({ maxBytes: 0 });
  for (const bytes of [1, 2_047, 2_048, 2_049, 4_096, 4_097, 1_000_000, 1_048_576, 1_048_577]) {
    assertEquals(bufferSize(bytes), pool.take(bytes).length);
  }
});

Deno.test("ProduceBatch gives its buffer back when it is settled and nothing is written from it", () => {
  const budget = new ByteBudget(100_000, () => {});
  const pool = new BufferPool({ maxBytes: 100_000 });
  const generation = new Generations(() => {}, () => {}).current;
  const batch = new ProduceBatch({ topic: "t", partition: 0 }, { budget, pool }, generation, 0, 1);
  assertEquals(budget.used, 0);
  generation.joined();
  assertEquals(batch.growth(100), 2_048);
  batch.append(0, null, "x", undefined, () => {}, () => {});
  assertEquals([budget.used, batch.growth(100), batch.growth(2_048)], [2_048, 0, 2_048]);
  batch.seal();
  batch.prepared(undefined);
  batch.writeBegan();
  batch.transition("open");
  batch.deliver(0, -1);
  assertEquals([budget.used, pool.freeBytes], [2_048, 0]);
  batch.writeEnded();
  assertEquals([budget.used, pool.freeBytes], [0, 2_048]);
});

Deno.test("keepRecords() leaves records out and keeps the rest as they are", () => {
  const budget = new ByteBudget(100_000, () => {});
  const pool = new BufferPool({ maxBytes: 0 });
  const generation = new Generations(() => {}, () => {}).current;
  const place = { topic: "t", partition: 0 };
  const make = (indexes: readonly number[]) => {
    const batch = new ProduceBatch(place, { budget, pool }, generation, 0, 1);
    for (const index of indexes) {
      const headers = index % 2 === 0 ? [["h", `${index}`] as const] : undefined;
      const key = index % 3 === 0 ? null : `k${index}`;
      const value = index % 4 === 0 ? null : `v${index}`;
      batch.append(1_000 - 7 * index, key, value, headers, () => {}, () => {});
    }
    return batch.raw!;
  };
  const kept = [1, 2, 5, 8];
  const rest = keepRecords(make([0, 1, 2, 3, 4, 5, 6, 7, 8]), (index) => kept.includes(index));
  const expected = make(kept);
  assertEquals(rest, { ...expected, records: new Uint8Array(expected.records) });
});
