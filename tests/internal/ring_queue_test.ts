import { assert, assertEquals } from "@std/assert";
import { RingQueue } from "../../src/internal/ring_queue.ts";

Deno.test("RingQueue.shift() gives the items in the order of push()", () => {
  const queue = new RingQueue<number>();
  for (let item = 0; item < 5; item++) queue.push(item);
  assertEquals([queue.shift(), queue.shift(), queue.shift()], [0, 1, 2]);
  assertEquals(queue.length, 2);
});

Deno.test("RingQueue.shift() gives undefined when the queue is empty", () => {
  const queue = new RingQueue<number>();
  assertEquals(queue.shift(), undefined);
  assertEquals(queue.length, 0);
  queue.push(1);
  queue.shift();
  assertEquals(queue.shift(), undefined);
  assertEquals(queue.length, 0);
});

Deno.test("RingQueue.peek() shows the oldest item and leaves it", () => {
  const queue = new RingQueue<string>();
  assertEquals(queue.peek(), undefined);
  queue.push("a");
  queue.push("b");
  assertEquals(queue.peek(), "a");
  assertEquals(queue.length, 2);
});

Deno.test("RingQueue keeps the order when it grows around the seam of its ring", () => {
  const queue = new RingQueue<number>();
  for (let item = 0; item < 10; item++) queue.push(item);
  for (let item = 0; item < 10; item++) queue.shift();
  const expected = Array.from({ length: 100 }, (_, item) => item);
  for (const item of expected) queue.push(item);
  assertEquals([...queue], expected);
});

Deno.test("RingQueue behaves as an array does when it is pushed and shifted at random", () => {
  const queue = new RingQueue<number>();
  const model: number[] = [];
  let state = 12345;
  for (let step = 0; step < 20_000; step++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    // Long phases of growth and of shrinkage, so that it resizes both ways.
    const growing = Math.floor(step / 2_000) % 2 === 0;
    if ((state >>> 16) % 10 < (growing ? 7 : 3)) {
      queue.push(step);
      model.push(step);
    } else {
      assertEquals(queue.shift(), model.shift());
    }
    assert(queue.length === model.length && queue.peek() === model[0]);
  }
  assertEquals([...queue], model);
});

Deno.test("RingQueue iterates without taking, and visits what is pushed meanwhile", () => {
  const queue = new RingQueue<number>();
  queue.push(1);
  queue.push(2);
  const seen: number[] = [];
  for (const item of queue) {
    seen.push(item);
    if (item === 1) queue.push(3);
  }
  assertEquals(seen, [1, 2, 3]);
  assertEquals(queue.length, 3);
});

Deno.test("RingQueue.clear() empties the queue, which then goes on working", () => {
  const queue = new RingQueue<number>();
  for (let item = 0; item < 40; item++) queue.push(item);
  queue.clear();
  assertEquals([queue.length, queue.shift(), [...queue].length], [0, undefined, 0]);
  queue.push(7);
  assertEquals([...queue], [7]);
});

Deno.test("RingQueue takes a million items in and out in linear time", () => {
  const queue = new RingQueue<number>();
  const started = performance.now();
  for (let item = 0; item < 1_000_000; item++) queue.push(item);
  for (let item = 0; item < 1_000_000; item++) queue.shift();
  // Array.shift() on a list as long takes minutes on some engines.
  assert(performance.now() - started < 5_000);
});
