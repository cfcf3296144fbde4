import { assert, assertEquals, assertRejects } from "@std/assert";
import { deferred } from "../../src/internal/deferred.ts";
import { VirtualEnvironment } from "./virtual_environment.ts";

Deno.test("VirtualEnvironment.advance() runs the timers that fall due, in their order", async () => {
  const env = new VirtualEnvironment();
  const start = env.clock.monotonic();
  const ran: string[] = [];
  const note = (name: string) => () => {
    ran.push(`${name}@${env.clock.monotonic() - start}`);
  };
  env.clock.setTimer(note("late"), 30);
  env.clock.setTimer(note("first"), 10);
  env.clock.setTimer(note("second"), 10);
  env.clock.setTimer(note("beyond"), 31);
  await env.advance(30);
  assertEquals(ran, ["first@10", "second@10", "late@30"]);
  assertEquals(env.pendingTimers, 1);
  assertEquals(env.nextTimerMs, 1);
});

Deno.test("VirtualEnvironment.advance() runs timers that timers and promises set on the way", async () => {
  const env = new VirtualEnvironment();
  let beats = 0;
  const loop = async (): Promise<void> => {
    while (beats < 5) {
      await new Promise<void>((resolve) => env.clock.setTimer(resolve, 100));
      await env.macrotask();
      beats++;
    }
  };
  const done = loop();
  await env.advance(450);
  assertEquals(beats, 4);
  await env.advance(50);
  assertEquals(beats, 5);
  await done;
});

Deno.test("VirtualEnvironment does not run a timer that was cancelled", async () => {
  const env = new VirtualEnvironment();
  let ran = 0;
  const timer = env.clock.setTimer(() => ran++, 10);
  assertEquals(env.resources.list(), ["timer 10 ms"]);
  timer.cancel();
  timer.cancel();
  await env.advance(20);
  assertEquals([ran, env.pendingTimers, env.resources.size], [0, 0, 0]);
});

Deno.test("VirtualEnvironment.run() moves time to where the promise settles", async () => {
  const env = new VirtualEnvironment();
  const before = env.clock.monotonic();
  const wallBefore = env.clock.now();
  await env.run(new Promise<void>((resolve) => env.clock.setTimer(resolve, 60_000)));
  assertEquals(env.clock.monotonic() - before, 60_000);
  assertEquals(env.clock.now() - wallBefore, 60_000);
});

Deno.test("VirtualEnvironment.run() fails when time is up or nothing is left to wait for", async () => {
  const env = new VirtualEnvironment();
  env.clock.setTimer(() => {}, 5_000);
  await assertRejects(
    () => env.run(new Promise(() => {}), { limitMs: 1_000 }),
    Error,
    "limit of time",
  );
  await env.advance(5_000);
  await assertRejects(
    () => env.run(new Promise(() => {}), { realMs: 10 }),
    Error,
    "no timer is set",
  );
});

Deno.test("VirtualEnvironment.run() waits in real time for work outside of the event loop", async () => {
  const env = new VirtualEnvironment();
  const real = new Promise<string>((resolve) => setTimeout(() => resolve("real"), 30));
  assertEquals(await env.run(real), "real");
});

Deno.test("VirtualEnvironment.macrotask() resolves one after the other, after all microtasks", async () => {
  const env = new VirtualEnvironment();
  const order: string[] = [];
  const first = env.macrotask().then(() => order.push("first"));
  const second = env.macrotask().then(() => order.push("second"));
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  assertEquals(order, []);
  await Promise.all([first, second]);
  assertEquals(order, ["first", "second"]);
});

Deno.test("VirtualEnvironment.random() repeats with its seed", () => {
  const draw = (seed: number) => {
    const env = new VirtualEnvironment({ seed });
    return Array.from({ length: 1_000 }, () => env.random());
  };
  assertEquals(draw(7), draw(7));
  assert(draw(7)[0] !== draw(8)[0]);
  const numbers = draw(7);
  assert(numbers.every((number) => number >= 0 && number < 1));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  assert(mean > 0.45 && mean < 0.55);
});

Deno.test("VirtualEnvironment.hold() counts until it is released, once", () => {
  const env = new VirtualEnvironment();
  const release = env.hold();
  env.hold();
  assertEquals(env.holds, 2);
  release();
  release();
  assertEquals(env.holds, 1);
});

Deno.test("VirtualEnvironment.jumpWallClock() leaves the monotonic clock alone", () => {
  const env = new VirtualEnvironment({ nowMs: 1_000_000 });
  const before = env.clock.monotonic();
  env.jumpWallClock(-5_000);
  assertEquals([env.clock.now(), env.clock.monotonic()], [995_000, before]);
});

Deno.test("VirtualEnvironment.attempt() tells what has become of a promise", async () => {
  const env = new VirtualEnvironment();
  const { promise, resolve } = deferred<number>();
  assertEquals(await env.attempt(promise), { state: "pending" });
  resolve(4);
  assertEquals(await env.attempt(promise), { state: "fulfilled", value: 4 });
  assertEquals((await env.attempt(Promise.reject(new Error("x")))).state, "rejected");
});
