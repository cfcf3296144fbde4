import { assertEquals } from "@std/assert";
import {
  AbortedTransactionFilter,
  type TransactionalBatch,
} from "../../src/consumer/aborted_transactions.ts";

/** A log in short: what was written by whom, and how it ended. */
type Entry = readonly [kind: "data" | "plain" | "abort" | "commit", producer: number];

/** Runs batches of one record each through a filter, and gives the offsets that pass. */
function pass(
  aborted: readonly (readonly [producer: number, firstOffset: number])[],
  log: readonly Entry[],
): number[] {
  const filter = new AbortedTransactionFilter(
    aborted.map(([producer, first]) => ({
      producerId: BigInt(producer),
      firstOffset: BigInt(first),
    })),
  );
  const passed: number[] = [];
  log.forEach(([kind, producer], offset) => {
    const batch: TransactionalBatch = {
      lastOffset: BigInt(offset),
      producerId: BigInt(producer),
      isTransactional: kind !== "plain",
      isControl: kind === "abort" || kind === "commit",
    };
    if (!filter.leavesOut(batch, () => kind === "abort")) passed.push(offset);
  });
  return passed;
}

Deno.test("AbortedTransactionFilter.leavesOut() leaves out from the first offset to the marker", () => {
  assertEquals(
    pass([[7, 1]], [["data", 8], ["data", 7], ["data", 8], ["abort", 7], ["data", 7]]),
    [0, 2, 4],
  );
});

Deno.test("AbortedTransactionFilter.leavesOut() leaves out every marker", () => {
  assertEquals(pass([], [["data", 7], ["commit", 7], ["data", 8], ["commit", 8]]), [0, 2]);
});

Deno.test("AbortedTransactionFilter.leavesOut() tells several transactions of one producer apart", () => {
  const log: Entry[] = [
    ["data", 7],
    ["abort", 7],
    ["data", 7],
    ["commit", 7],
    ["data", 7],
    ["abort", 7],
  ];
  assertEquals(pass([[7, 4], [7, 0]], log), [2]);
});

Deno.test("AbortedTransactionFilter.leavesOut() passes records outside of transactions of the same producer", () => {
  assertEquals(pass([[7, 0]], [["data", 7], ["plain", 7], ["plain", -1], ["abort", 7]]), [1, 2]);
});

Deno.test("AbortedTransactionFilter.leavesOut() keeps to a transaction when another one commits meanwhile", () => {
  const log: Entry[] = [["data", 7], ["data", 8], ["commit", 8], ["data", 7], ["abort", 7]];
  assertEquals(pass([[7, 0]], log), [1]);
});

Deno.test("AbortedTransactionFilter.leavesOut() takes up a transaction whose first record compaction removed", () => {
  assertEquals(pass([[7, 0]], [["plain", -1], ["data", 7], ["abort", 7]]), [0]);
});
