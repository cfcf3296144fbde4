import { assert, assertEquals } from "@std/assert";
import { FetchedChunk } from "../../src/consumer/fetched_chunk.ts";
import { batchOf, join } from "./batches.ts";

function chunkOf(bytes: Uint8Array, fetchOffset = 0): FetchedChunk {
  return new FetchedChunk({ bytes, fetchOffset, aborted: undefined, highWatermark: 100 });
}

const two = [{ value: "a" }, { value: "b" }];

Deno.test("FetchedChunk knows where the next fetch begins from the headers alone", () => {
  const chunk = chunkOf(join(batchOf(0, two), batchOf(2, two, { partitionLeaderEpoch: 4 })));
  assertEquals([chunk.remaining, chunk.nextOffset, chunk.lastEpoch], [2, 4, 4]);
  assertEquals(chunk.failure, undefined);
});

Deno.test("FetchedChunk ignores a batch that is cut off at the end", () => {
  const second = batchOf(2, two);
  const chunk = chunkOf(join(batchOf(0, two), second.subarray(0, second.length - 1)));
  assertEquals([chunk.remaining, chunk.nextOffset, chunk.failure], [1, 2, undefined]);
});

Deno.test("FetchedChunk keeps the batches before damage, and says where it is", () => {
  const second = batchOf(2, two);
  second[16] = 9;
  const chunk = chunkOf(join(batchOf(0, two), second));
  assertEquals([chunk.remaining, chunk.nextOffset], [1, 2]);
  assert(chunk.failure?.kind === "damaged");
  assertEquals(chunk.failure.offset, 2);
});

Deno.test("FetchedChunk takes offsets that go back for damage", () => {
  const chunk = chunkOf(join(batchOf(10, two), batchOf(4, two)), 10);
  assertEquals([chunk.remaining, chunk.nextOffset], [1, 12]);
  assertEquals(chunk.failure?.kind, "damaged");
});

Deno.test("FetchedChunk fails for offsets that no number holds", () => {
  const large = batchOf(0, two, { baseOffset: 2n ** 53n - 2n });
  const chunk = chunkOf(large);
  assert(chunk.failure?.kind === "fatal");
  assertEquals(chunk.failure.error.code, "OFFSET_TOO_LARGE");
});

Deno.test("FetchedChunk.skip() gives back the credit of each batch", () => {
  const [first, second] = [batchOf(0, two), batchOf(2, [{ value: "longer" }])];
  const chunk = chunkOf(join(first, second));
  assertEquals(chunk.credit, first.length + second.length);
  assertEquals(chunk.skip(), first.length);
  assertEquals(chunk.credit, second.length);
  assertEquals(Number(chunk.peek()?.baseOffset), 2);
  assertEquals(chunk.skip(), second.length);
  assertEquals([chunk.credit, chunk.peek()], [0, undefined]);
});

Deno.test("FetchedChunk.detach() moves a small rest out of a large answer", () => {
  const bytes = join(batchOf(0, [{ value: "x".repeat(10_000) }]), batchOf(1, two));
  const chunk = chunkOf(bytes);
  assertEquals(chunk.detach(), false, "it is all of the answer");
  chunk.skip();
  assertEquals(chunk.detach(), true);
  const batch = chunk.peek();
  assertEquals(Number(batch?.baseOffset), 1);
  assertEquals(batch?.bytes.buffer.byteLength, chunk.credit);
  assert(batch?.crcIsValid());
  chunk.skip();
  assertEquals(chunk.detach(), false, "nothing is left");
});
