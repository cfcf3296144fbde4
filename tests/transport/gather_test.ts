import { assertEquals, assertStrictEquals } from "@std/assert";
import { Gather } from "../../src/transport/gather.ts";
import { pattern } from "./conformance.ts";

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, at += size));
}

/** The sizes of the pieces, and all bytes of them. */
function gathered(gather: Gather, chunks: readonly Uint8Array[]): [number[], Uint8Array] {
  const sizes: number[] = [];
  const bytes: number[] = [];
  for (const piece of gather.pieces(chunks)) {
    sizes.push(piece.length);
    for (const byte of piece) bytes.push(byte);
  }
  return [sizes, new Uint8Array(bytes)];
}

Deno.test("Gather.pieces() joins small chunks and leaves large ones alone", () => {
  const sizes = [10, 61, 40_000, 5, 0, 30_000, 30_000, 10_000, 32_768, 1];
  const bytes = pattern(sizes.reduce((sum, size) => sum + size, 0), 1);
  const [pieces, all] = gathered(new Gather(), cut(bytes, sizes));
  assertEquals(pieces, [71, 40_000, 60_005, 10_000, 32_768, 1]);
  assertEquals(all, bytes);
});

Deno.test("Gather.pieces() gives a single chunk as it is, and nothing for empty ones", () => {
  const gather = new Gather();
  const chunk = pattern(5, 1);
  assertStrictEquals([...gather.pieces([chunk])][0], chunk);
  assertEquals(gathered(gather, [])[0], []);
  assertEquals(gathered(gather, [new Uint8Array(0)])[0], []);
  assertEquals(gathered(gather, [new Uint8Array(0), new Uint8Array(0)])[0], []);
});

Deno.test("Gather.pieces() keeps every byte whatever the sizes are", () => {
  const gather = new Gather();
  let state = 99;
  for (let round = 0; round < 50; round++) {
    const sizes = Array.from({ length: 1 + round % 9 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 8) % (round % 3 === 0 ? 200 : 45_000);
    });
    const bytes = pattern(sizes.reduce((sum, size) => sum + size, 0), round);
    assertEquals(gathered(gather, cut(bytes, sizes))[1].join(), bytes.join());
  }
});

Deno.test("Gather.join() makes one chunk of small ones, and leaves large ones alone", () => {
  const gather = new Gather();
  const bytes = pattern(3_000, 4);
  assertEquals(gather.join(cut(bytes, [61, 0, 2_939])), [bytes]);
  const large = cut(pattern(33_000, 4), [61, 32_939]);
  assertStrictEquals(gather.join(large), large);
  assertEquals(gather.join([new Uint8Array(0), new Uint8Array(0)]), [new Uint8Array(0)]);
});
