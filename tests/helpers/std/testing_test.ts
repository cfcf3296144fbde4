import { assertEquals, assertThrows } from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import { assertSpyCalls, spy, stub } from "@std/testing/mock";
import { FakeTime } from "@std/testing/time";

describe("describe()", () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.push("before");
  });
  afterEach(() => {
    seen.push("after");
  });
  it("runs hooks around each test", () => assertEquals(seen, ["before"]));
  describe("within another", () => {
    beforeEach(() => {
      seen.push("inner");
    });
    it("runs the outer hooks first", () => {
      assertEquals(seen, ["before", "after", "before", "inner"]);
    });
  });
});

Deno.test("FakeTime.tick() runs due timers in order, at their times", () => {
  const time = new FakeTime(1_000);
  try {
    const seen: string[] = [];
    setTimeout(() => seen.push(`late ${Date.now()}`), 20);
    setTimeout(() => seen.push(`early ${Date.now()}`), 10);
    const cleared = setTimeout(() => seen.push("never"), 15);
    clearTimeout(cleared);
    time.tick(19);
    assertEquals(seen, ["early 1010"]);
    time.tick(1);
    assertEquals(seen, ["early 1010", "late 1020"]);
    assertEquals(new Date().getTime(), 1_020);
  } finally {
    time.restore();
  }
});

Deno.test("FakeTime.tickAsync() lets promises react between timers", async () => {
  const time = new FakeTime(0);
  try {
    const seen: number[] = [];
    const loop = (async () => {
      for (let i = 0; i < 3; i++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        seen.push(Date.now());
      }
    })();
    await time.tickAsync(30);
    await loop;
    assertEquals(seen, [10, 20, 30]);
  } finally {
    time.restore();
  }
});

Deno.test("FakeTime.restore() gives the real time back", () => {
  const real = Date;
  const time = new FakeTime();
  time.restore();
  assertEquals(Date === real, true);
  assertThrows(() => FakeTime.restore(), ReferenceError);
});

Deno.test("spy() remembers calls and stub() replaces a method until restored", () => {
  const watched = spy((a: number, b: number) => a + b);
  assertEquals(watched(1, 2), 3);
  assertSpyCalls(watched, 1);
  assertEquals(watched.calls[0].args, [1, 2]);
  const object = { greet: (name: string) => `hello ${name}` };
  const replaced = stub(object, "greet", () => "bye");
  assertEquals(object.greet("you"), "bye");
  replaced.restore();
  assertEquals(object.greet("you"), "hello you");
});
