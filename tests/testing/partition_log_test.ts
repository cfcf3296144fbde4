import { assertEquals } from "@std/assert";
import { PartitionLog } from "../../src/testing/partition_log.ts";
import { readStored, type StoredBatch } from "../../src/testing/stored_batch.ts";
import { batchOf } from "./raw_client.ts";

function stored(baseOffset: number, count: number, leaderEpoch = 0): StoredBatch {
  const bytes = batchOf(Array.from({ length: count }, () => "x"));
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, BigInt(baseOffset));
  view.setInt32(12, leaderEpoch);
  return readStored(bytes)[0];
}

/** Batches of three records at 0, 3, 6 ...; the epoch grows with each. */
function logOf(batches: number): PartitionLog {
  const log = new PartitionLog();
  for (let at = 0; at < batches; at++) log.append(stored(at * 3, 3, at));
  return log;
}

Deno.test("PartitionLog.indexOf() finds the batch of an offset, or the next one after a gap", () => {
  const log = logOf(4);
  assertEquals([0n, 2n, 3n, 11n, 12n].map((offset) => log.indexOf(offset)), [0, 0, 1, 3, 4]);
  log.remove(3n, 5n);
  assertEquals([2n, 3n, 5n, 6n].map((offset) => log.indexOf(offset)), [0, 1, 1, 1]);
});

Deno.test("PartitionLog.trim() lets go of whole batches and keeps the index right", () => {
  const log = logOf(100);
  for (let offset = 1n; offset <= 299n; offset += 7n) {
    log.trim(offset);
    assertEquals(log.startOffset, offset);
    assertEquals(log.at(log.indexOf(offset)).baseOffset, offset / 3n * 3n);
    assertEquals(log.length, 100 - Number(offset / 3n));
  }
  assertEquals(log.bytes, log.batches().reduce((sum, { bytes }) => sum + bytes.length, 0));
  assertEquals(log.endOffset, 300n);
});

Deno.test("PartitionLog.truncate() cuts batches and epochs off at the end", () => {
  const log = logOf(4);
  log.truncate(9n);
  assertEquals([log.length, log.endOffset, log.lastEpoch], [3, 9n, 2]);
  log.truncate(20n);
  assertEquals(log.endOffset, 9n);
  log.truncate(0n);
  assertEquals([log.length, log.endOffset, log.bytes, log.lastEpoch], [0, 0n, 0, -1]);
});

Deno.test("PartitionLog.endOfEpoch() follows KIP-101 for epochs with and without records", () => {
  const log = new PartitionLog();
  log.append(stored(0, 2, 1));
  log.append(stored(2, 2, 4));
  const end = (epoch: number, current: number) => {
    const { epoch: found, endOffset } = log.endOfEpoch(epoch, current);
    return [found, Number(endOffset)];
  };
  assertEquals(end(0, 6), [0, 0]);
  assertEquals(end(1, 6), [1, 2]);
  assertEquals(end(3, 6), [1, 2]);
  assertEquals(end(4, 6), [4, 4]);
  assertEquals(end(5, 6), [-1, -1]);
  assertEquals(end(6, 6), [6, 4]);
  assertEquals(end(7, 6), [-1, -1]);
  assertEquals(end(-1, 6), [-1, -1]);
});

Deno.test("PartitionLog.read() stops before a limit, and available() counts up to one", () => {
  const log = logOf(5);
  const size = log.at(0).bytes.length;
  const read = (from: bigint, before: bigint, maxBytes: number, atLeastOne: boolean) => {
    const { chunks, bytes, nextOffset } = log.read(from, before, maxBytes, atLeastOne);
    return [chunks.length, bytes / size, Number(nextOffset)];
  };
  assertEquals(read(4n, 15n, size * 2, false), [2, 2, 9]);
  assertEquals(read(4n, 7n, size * 9, false), [2, 2, 9]);
  assertEquals(read(0n, 15n, 1, false), [0, 0, 0]);
  assertEquals(read(0n, 15n, 1, true), [1, 1, 3]);
  assertEquals(log.available(0n, 15n, size + 1), size * 2);
  assertEquals(log.available(12n, 12n, 1), 0);
});
