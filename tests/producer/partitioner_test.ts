import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  checkChosenPartition,
  keyedPartition,
  StickyPartitioner,
} from "../../src/producer/partitioner.ts";
import { goldenLines } from "../helpers/golden.ts";

interface Line {
  readonly key: string;
  readonly partition: Readonly<Record<string, number>>;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function sequence(...values: number[]): () => number {
  let index = 0;
  return () => values[index++ % values.length];
}

Deno.test("keyedPartition() chooses as Java does, for keys given as bytes and as text", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let texts = 0;
  for (const { key, partition } of goldenLines<Line>("partitioner")) {
    const bytes = fromHex(key);
    let text: string | undefined;
    try {
      text = decoder.decode(bytes);
      texts++;
    } catch {
      // Not every key is text.
    }
    for (const [count, expected] of Object.entries(partition)) {
      assertEquals(keyedPartition(bytes, Number(count)), expected);
      if (text !== undefined) assertEquals(keyedPartition(text, Number(count)), expected);
    }
  }
  assert(texts > 20, `${texts} keys are text`);
});

Deno.test("keyedPartition() takes text of any length", () => {
  for (const text of ["\u00fc".repeat(10_000), "a".repeat(10_000), "a".repeat(500) + "\u00fc"]) {
    assertEquals(
      keyedPartition(text, 1_000),
      keyedPartition(new TextEncoder().encode(text), 1_000),
    );
  }
});

Deno.test("StickyPartitioner.choose() stays until a batch's worth of bytes went to one partition", () => {
  const sticky = new StickyPartitioner(1_000, sequence(0, 0.5, 0.9));
  const all = [0, 1, 2, 3];
  const chosen: number[] = [];
  for (let record = 0; record < 30; record++) {
    chosen.push(sticky.choose(4, all));
    sticky.sent(100);
  }
  assertEquals(chosen, [
    ...new Array(10).fill(0),
    ...new Array(10).fill(2),
    ...new Array(10).fill(3),
  ]);
});

Deno.test("StickyPartitioner.choose() changes to another partition, and gives all the same share", () => {
  let state = 1;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const sticky = new StickyPartitioner(1, random);
  const counts = new Array(5).fill(0);
  let before = -1;
  for (let round = 0; round < 10_000; round++) {
    const chosen = sticky.choose(5, [0, 1, 2, 3, 4]);
    sticky.sent(1);
    assert(chosen !== before);
    before = chosen;
    counts[chosen]++;
  }
  for (const count of counts) assert(count > 1_800 && count < 2_200, String(counts));
});

Deno.test("StickyPartitioner.choose() leaves a partition that lost its leader", () => {
  const sticky = new StickyPartitioner(1_000, sequence(0));
  assertEquals(sticky.choose(3, [0, 1, 2]), 0);
  assertEquals(sticky.choose(3, [1, 2]), 1);
  // Without any leader one is as good as another.
  assertEquals(sticky.choose(3, []), 1);
  assertEquals(sticky.choose(3, [0, 1, 2]), 1);
});

Deno.test("StickyPartitioner.choose() copes with one partition", () => {
  const sticky = new StickyPartitioner(1, sequence(0.999));
  for (let round = 0; round < 5; round++) {
    assertEquals(sticky.choose(1, [0]), 0);
    sticky.sent(5);
  }
});

Deno.test("checkChosenPartition() refuses what is no partition", () => {
  assertEquals(checkChosenPartition(2, "t", 3), 2);
  for (const chosen of [3, -1, 0.5, NaN, "1", undefined, null]) {
    assertThrows(
      () => checkChosenPartition(chosen, "t", 3),
      RangeError,
      `"partitioner" must return an integer from 0 to 2`,
    );
  }
});
