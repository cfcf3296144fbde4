import { assert, assertEquals, assertNotStrictEquals, assertStrictEquals } from "@std/assert";
import { BufferPool } from "../../src/record/buffer_pool.ts";

Deno.test("BufferPool.take() rounds up to powers of two from 2 KiB", () => {
  const pool = new BufferPool({ maxBytes: 1 << 20 });
  assertEquals(
    [0, 1, 2048, 2049, 4096, 1_000_000, 1 << 20].map((size) => pool.take(size).length),
    [2048, 2048, 2048, 4096, 4096, 1 << 20, 1 << 20],
  );
});

Deno.test("BufferPool.take() returns what was given back", () => {
  const pool = new BufferPool({ maxBytes: 1 << 20 });
  const buffer = pool.take(5000);
  pool.give(buffer);
  assertEquals(pool.freeBytes, 8192);
  assertStrictEquals(pool.take(8000), buffer);
  assertEquals(pool.freeBytes, 0);
});

Deno.test("BufferPool.give() keeps no more than maxBytes", () => {
  const pool = new BufferPool({ maxBytes: 6000 });
  const first = pool.take(4096);
  const second = pool.take(4096);
  pool.give(first);
  pool.give(second);
  assertEquals(pool.freeBytes, 4096);
  assertStrictEquals(pool.take(4096), first);
  assertNotStrictEquals(pool.take(4096), second);
});

Deno.test("BufferPool.give() fills the buffer with 0xDB when the pool poisons", () => {
  const pool = new BufferPool({ maxBytes: 0, poison: true });
  const buffer = pool.take(2048);
  pool.give(buffer);
  assert(buffer.every((byte) => byte === 0xdb));
});

Deno.test("BufferPool.give() leaves the content alone when the pool does not poison", () => {
  const pool = new BufferPool({ maxBytes: 4096 });
  const buffer = pool.take(2048);
  buffer[7] = 7;
  pool.give(buffer);
  assertEquals(buffer[7], 7);
});
