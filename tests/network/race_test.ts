import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { type Attempt, race } from "../../src/network/race.ts";
import { TimeoutError } from "../../src/errors.ts";
import { onAbort } from "../../src/internal/signal.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

class Track {
  readonly env = new VirtualEnvironment();
  readonly log: string[] = [];
  readonly controller = new AbortController();
  readonly #start = this.env.clock.monotonic();

  note(what: string): void {
    this.log.push(`${Math.round(this.env.clock.monotonic() - this.#start)} ${what}`);
  }

  /** A way to try that ends after a time, or never. */
  way(name: string, afterMs: number, outcome: string | Error): Attempt<string> {
    return (signal) =>
      new Promise((resolve, reject) => {
        this.note(`start ${name}`);
        const timer = this.env.clock.setTimer(() => {
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        }, afterMs);
        onAbort(signal, () => {
          timer.cancel();
          this.note(`stop ${name}`);
          reject(signal.reason);
        });
      });
  }

  race(...attempts: Attempt<string>[]): Promise<string> {
    return race(attempts, {
      clock: this.env.clock,
      staggerMs: 500,
      patienceMs: 2_000,
      signal: this.controller.signal,
    });
  }
}

const MUTE = 1_000_000;

Deno.test("race() is content with the first way when it is quick", async () => {
  const track = new Track();
  const result = await track.env.run(track.race(track.way("a", 10, "A"), track.way("b", 10, "B")));
  assertEquals(result, "A");
  assertEquals(track.log, ["0 start a", "10 stop a"]);
  assertEquals(track.env.resources.list(), []);
});

Deno.test("race() goes on at once past a way that fails", async () => {
  const track = new Track();
  const result = await track.env.run(
    track.race(track.way("a", 10, new Error("no")), track.way("b", 10, "B")),
  );
  assertEquals(result, "B");
  assertEquals(track.log.slice(0, 2), ["0 start a", "10 start b"]);
});

Deno.test("race() starts the next way beside one that is silent, and takes whoever answers", async () => {
  const track = new Track();
  const result = await track.env.run(
    track.race(track.way("a", MUTE, "A"), track.way("b", MUTE, "B"), track.way("c", 7, "C")),
  );
  assertEquals(result, "C");
  assertEquals(track.log.slice(0, 3), ["0 start a", "500 start b", "1000 start c"]);
  assertEquals(track.log.slice(3).sort(), ["1007 stop a", "1007 stop b", "1007 stop c"]);
  assertEquals(track.env.resources.list(), []);
});

Deno.test("race() still takes a way that was slow", async () => {
  const track = new Track();
  const result = await track.env.run(
    track.race(track.way("a", 600, "A"), track.way("b", MUTE, "B")),
  );
  assertEquals(result, "A");
});

Deno.test("race() does not start two ways for one failure", async () => {
  const track = new Track();
  const error = new Error("no");
  await track.env.run(
    track.race(
      track.way("a", 700, error),
      track.way("b", 300, error),
      track.way("c", 5_000, "C"),
      track.way("d", 100, "D"),
    ),
  );
  assertEquals(track.log.filter((line) => line.includes("start")), [
    "0 start a",
    "500 start b",
    "800 start c",
    "1300 start d",
  ]);
});

Deno.test("race() rejects with all errors in the order of the ways when all have failed", async () => {
  const track = new Track();
  const errors = [new Error("one"), new Error("two")];
  const error = await assertRejects(
    () => track.env.run(track.race(track.way("a", 900, errors[0]), track.way("b", 10, errors[1]))),
    AggregateError,
  );
  assertEquals(error.errors, errors);
  assertEquals(track.env.resources.list(), []);
});

Deno.test("race() waits for silent ways only so long", async () => {
  const track = new Track();
  const no = new Error("no");
  const error = await assertRejects(
    () => track.env.run(track.race(track.way("a", MUTE, "A"), track.way("b", 10, no))),
    AggregateError,
  );
  assertEquals(track.log.at(-1), "2500 stop b");
  assertInstanceOf(error.errors[0], TimeoutError);
  assertStrictEquals(error.errors[1], no);
  assertEquals(track.env.resources.list(), []);
});

for (const when of ["before", "while"]) {
  Deno.test(`race() rejects with the signal's reason when it fires ${when} it runs`, async () => {
    const track = new Track();
    const reason = new Error("closed");
    if (when === "before") track.controller.abort(reason);
    const racing = assertRejects(() =>
      track.race(track.way("a", MUTE, "A"), track.way("b", 1, "B"))
    );
    await track.env.advance(100);
    if (when === "while") {
      track.controller.abort(reason);
      assert(track.log.includes("100 stop a"));
    } else {
      assertEquals(track.log, []);
    }
    assertStrictEquals(await racing, reason);
    assertEquals(track.env.resources.list(), []);
  });
}
