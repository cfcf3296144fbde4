import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { ConnectionError } from "../../src/errors.ts";
import { onAbort } from "../../src/internal/signal.ts";
import type { Connection } from "../../src/network/connection.ts";
import { openProbing } from "../../src/network/probing.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

/** What an attempt does: ends after a time with a connection or an error, or is silent. */
type Plan = readonly [afterMs: number, outcome: Connection | Error] | "silent";

const THERE = { broker: "there" } as unknown as Connection;
const REFUSED = new ConnectionError("refused");
const LATE = new ConnectionError("late");

class Attempts {
  readonly env = new VirtualEnvironment();
  readonly controller = new AbortController();
  readonly log: string[] = [];
  readonly #plans: Plan[];
  readonly #start = this.env.clock.monotonic();
  #count = 0;

  constructor(...plans: Plan[]) {
    this.#plans = plans;
  }

  note(what: string): void {
    this.log.push(`${this.env.clock.monotonic() - this.#start} ${what}`);
  }

  run(): Promise<Connection> {
    return openProbing(
      (signal) => this.#open(signal),
      this.env.clock,
      10_000,
      this.controller.signal,
    );
  }

  #open(signal: AbortSignal): Promise<Connection> {
    const number = ++this.#count;
    const plan = this.#plans[Math.min(number, this.#plans.length) - 1];
    this.note(`start ${number}`);
    return new Promise((resolve, reject) => {
      onAbort(signal, () => {
        this.note(`stop ${number}`);
        reject(signal.reason);
      });
      if (plan === "silent") return;
      const [afterMs, outcome] = plan;
      this.env.clock.setTimer(() => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      }, afterMs);
    });
  }
}

Deno.test("openProbing() makes no probe when the attempt is quick", async () => {
  const attempts = new Attempts([1_900, THERE], [0, THERE]);
  assertStrictEquals(await attempts.env.run(attempts.run()), THERE);
  assertEquals(attempts.log, ["0 start 1", "1900 stop 1"]);
  assertEquals(attempts.env.resources.list(), []);
});

Deno.test("openProbing() makes one probe at a time beside an attempt that is silent, and takes what gets through", async () => {
  const attempts = new Attempts("silent", "silent", "silent", [10, THERE]);
  assertStrictEquals(await attempts.env.run(attempts.run()), THERE);
  assertEquals(attempts.log.slice(0, 6), [
    "0 start 1",
    "2000 start 2",
    "4000 start 3",
    "4000 stop 2",
    "6000 start 4",
    "6000 stop 3",
  ]);
  assertEquals(attempts.env.resources.list(), []);
});

Deno.test("openProbing() keeps to its pace when probes are refused", async () => {
  const attempts = new Attempts([10_000, LATE], [0, REFUSED]);
  assertStrictEquals(await assertRejects(() => attempts.env.run(attempts.run())), LATE);
  const starts = attempts.log.filter((line) => line.includes("start"));
  assertEquals(starts, [
    "0 start 1",
    "2000 start 2",
    "4000 start 3",
    "6000 start 4",
    "8000 start 5",
  ]);
  assertEquals(attempts.env.resources.list(), []);
});

Deno.test("openProbing() still takes the attempt itself when that gets through", async () => {
  const attempts = new Attempts([5_000, THERE], "silent");
  assertStrictEquals(await attempts.env.run(attempts.run()), THERE);
  assertEquals(attempts.log.at(-1)?.startsWith("5000 stop"), true);
});

Deno.test("openProbing() fails as soon as the attempt does, with its error", async () => {
  const attempts = new Attempts([3_000, LATE], "silent");
  assertStrictEquals(await assertRejects(() => attempts.env.run(attempts.run())), LATE);
  assertEquals(attempts.log, ["0 start 1", "2000 start 2", "3000 stop 1", "3000 stop 2"]);
  assertEquals(attempts.env.resources.list(), []);
});

Deno.test("openProbing() gives everything up when its signal fires", async () => {
  const attempts = new Attempts("silent");
  const reason = new Error("closed");
  const failed = assertRejects(() => attempts.run());
  await attempts.env.advance(2_500);
  attempts.controller.abort(reason);
  assertStrictEquals(await failed, reason);
  await attempts.env.settle();
  assertEquals(attempts.log.slice(2).sort(), ["2500 stop 1", "2500 stop 2"]);
  assertEquals(attempts.env.resources.list(), []);
});
