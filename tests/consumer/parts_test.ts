import { assertEquals, assertThrows } from "@std/assert";
import { DrainMeter } from "../../src/consumer/drain_meter.ts";
import { OffsetTracker } from "../../src/consumer/offsets.ts";
import { Pacer } from "../../src/consumer/pacer.ts";
import { Partition } from "../../src/consumer/partition.ts";
import { Wakeup } from "../../src/consumer/wakeup.ts";
import { KafkaError } from "../../src/errors.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

Deno.test("Wakeup.sleep() ends with a ring, also one that came before", async () => {
  const env = new VirtualEnvironment();
  const bell = new Wakeup(env.clock);
  const sleep = bell.sleep();
  assertEquals((await env.attempt(sleep)).state, "pending");
  bell.ring();
  await sleep;
  bell.ring();
  await bell.sleep();
  assertEquals((await env.attempt(bell.sleep())).state, "pending");
});

Deno.test("Wakeup.sleep() ends after its time, and leaves no timer behind after a ring", async () => {
  const env = new VirtualEnvironment();
  const bell = new Wakeup(env.clock);
  const sleep = bell.sleep(100);
  await env.advance(99);
  assertEquals((await env.attempt(sleep)).state, "pending");
  await env.advance(1);
  await sleep;
  const rung = bell.sleep(100);
  bell.ring();
  await rung;
  assertEquals(env.pendingTimers, 0);
});

Deno.test("Wakeup.ring() wakes all sleepers", async () => {
  const env = new VirtualEnvironment();
  const bell = new Wakeup(env.clock);
  const sleeps = [bell.sleep(), bell.sleep(50)];
  bell.ring();
  await Promise.all(sleeps);
});

Deno.test("Pacer.due() wants a turn after 5 ms, however fast or slow the reader is", () => {
  for (const costMs of [0.0001, 0.02, 1, 30]) {
    let now = 0;
    const env = new VirtualEnvironment();
    env.clock.monotonic = () => now;
    const pacer = new Pacer(env);
    let longest = 0;
    let since = 0;
    for (let i = 0; i < Math.min(500_000, 2_000 / costMs); i++) {
      now += costMs;
      if (!pacer.due()) continue;
      longest = Math.max(longest, now - since);
      since = now;
      pacer.turned();
    }
    const allowed = Math.max(7, 3 * costMs);
    assertEquals(longest >= 5 && longest <= allowed, true, `${longest} ms at ${costMs} ms each`);
  }
});

Deno.test("Pacer.due() looks at the clock seldom when the reader is fast", () => {
  let looks = 0;
  const env = new VirtualEnvironment();
  env.clock.monotonic = () => ++looks * 0.01;
  const pacer = new Pacer(env);
  for (let i = 0; i < 100_000; i++) pacer.due();
  assertEquals(looks < 1_000, true, `${looks}`);
});

Deno.test("DrainMeter.rate counts only the time in which there was something to read", async () => {
  const env = new VirtualEnvironment();
  const meter = new DrainMeter(env.clock);
  assertEquals(meter.rate, undefined);
  meter.start();
  await env.advance(50);
  meter.add(1_000);
  meter.stop();
  await env.advance(10_000);
  meter.start();
  await env.advance(50);
  meter.add(1_000);
  assertEquals(meter.rate, 20);
  await env.advance(100);
  assertEquals(meter.rate, 0, "something is there, and nobody reads");
});

Deno.test("OffsetTracker.advance() never goes back", () => {
  const offsets = new OffsetTracker();
  assertEquals([offsets.known, offsets.position], [false, -1]);
  offsets.reset(5, 2);
  offsets.advance(9);
  offsets.advance(7);
  assertEquals([offsets.known, offsets.position, offsets.leaderEpoch], [true, 9, 2]);
  offsets.enter(3);
  assertEquals(offsets.leaderEpoch, 3);
});

Deno.test("Partition refuses a step that no state machine has", () => {
  const partition = new Partition("orders", 0, 1, { kind: "latest" });
  const error = assertThrows(() => partition.startValidating(), KafkaError);
  assertEquals(error.code, "ILLEGAL_TRANSITION");
  partition.startFetching(5, 1);
  partition.startValidating();
  partition.finishValidating();
  partition.revoke();
  assertThrows(() => partition.startFetching(0, -1), KafkaError, '"revoked"');
});

Deno.test("Partition outdates answers under way with each change of place", () => {
  const partition = new Partition("orders", 0, 1, { kind: "latest" });
  const steps = [
    () => partition.startFetching(5, 1),
    () => partition.rewind(),
    () => partition.startValidating(),
    () => partition.startResetting({ kind: "earliest" }),
    () => partition.revoke(),
  ];
  for (const step of steps) {
    const { generation } = partition;
    step();
    assertEquals(partition.generation === generation, false);
  }
});
