import { assertEquals, assertThrows } from "@std/assert";
import {
  bumped,
  LaneMachine,
  type LaneState,
  MAX_EPOCH,
  nextSequence,
} from "../../src/producer/idempotence.ts";

Deno.test("nextSequence() goes on at 0 after 2^31 - 1", () => {
  assertEquals(nextSequence(0, 5), 5);
  assertEquals(nextSequence(2 ** 31 - 2, 1), 2 ** 31 - 1);
  assertEquals(nextSequence(2 ** 31 - 1, 1), 0);
  assertEquals(nextSequence(2 ** 31 - 3, 10), 7);
});

Deno.test("bumped() raises the epoch until it is used up", () => {
  assertEquals(bumped({ producerId: 7n, epoch: 0 }), { producerId: 7n, epoch: 1 });
  assertEquals(bumped({ producerId: 7n, epoch: MAX_EPOCH - 1 }), {
    producerId: 7n,
    epoch: MAX_EPOCH,
  });
  assertEquals(bumped({ producerId: 7n, epoch: MAX_EPOCH }), undefined);
});

Deno.test("LaneMachine starts with one batch, or with all without idempotence", () => {
  assertEquals(new LaneMachine(true).window(5), 1);
  assertEquals(new LaneMachine(false).window(5), 5);
});

Deno.test("LaneMachine.transition() allows what its table has, and staying", () => {
  const legal: [LaneState, LaneState][] = [
    ["probing", "steady"],
    ["probing", "settling"],
    ["steady", "probing"],
    ["steady", "settling"],
    ["settling", "probing"],
  ];
  const states: LaneState[] = ["probing", "steady", "settling"];
  for (const from of states) {
    for (const to of states) {
      const machine = new LaneMachine(true);
      machine.transition(from);
      const isLegal = from === to || legal.some(([a, b]) => a === from && b === to);
      if (!isLegal) {
        assertThrows(() => machine.transition(to), Error, `from "${from}" to "${to}"`);
      } else {
        machine.transition(to);
        assertEquals(machine.state, to);
      }
    }
  }
});

Deno.test("LaneMachine.window() is shut while answers are awaited", () => {
  const machine = new LaneMachine(true);
  machine.transition("steady");
  assertEquals(machine.window(5), 5);
  machine.transition("settling");
  assertEquals(machine.window(5), 0);
  machine.transition("probing");
  assertEquals(machine.window(5), 1);
});
