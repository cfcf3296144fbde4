import { assert, assertEquals, assertThrows } from "@std/assert";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { BufferPool } from "../../src/record/buffer_pool.ts";
import { crc32c } from "../../src/record/crc32c.ts";
import type { RecordHeaderInput } from "../../src/record/headers.ts";
import { RecordBatchBuilder } from "../../src/record/record_batch_builder.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";
import { type EncodableRecord, encodeRecords } from "../../src/record/record_encoder.ts";
import { splitRecords } from "../../src/record/split_records.ts";

type Content = Uint8Array | string | null;
type Input = [timestamp: number, key: Content, value: Content, headers?: RecordHeaderInput[]];

const encoder = new TextEncoder();

function bytesOf(content: Content): Uint8Array | null {
  return typeof content === "string" ? encoder.encode(content) : content;
}

/** What the general encoder makes of the same records. */
function reference(inputs: readonly Input[]): Uint8Array {
  return encodeRecords(inputs.map(([timestamp, key, value, headers], index): EncodableRecord => ({
    offsetDelta: index,
    timestampDelta: timestamp - inputs[0][0],
    key: bytesOf(key),
    value: bytesOf(value),
    headers: (headers ?? []).map(([name, content]) => [name, bytesOf(content)]),
  })));
}

function build(inputs: readonly Input[], builder = new RecordBatchBuilder()): RecordBatchBuilder {
  for (const [timestamp, key, value, headers] of inputs) {
    builder.append(timestamp, key, value, headers);
  }
  return builder;
}

function asBatch(records: Uint8Array, count: number, base: number, max: number): BatchView {
  const header = encodeBatchHeader(
    { lastOffsetDelta: count - 1, baseTimestamp: base, maxTimestamp: max, recordCount: count },
    records,
  );
  const bytes = new Uint8Array(61 + records.length);
  bytes.set(header);
  bytes.set(records, 61);
  const [batch] = walkBatches(bytes);
  assert(batch.crcIsValid());
  return batch;
}

function readBack(batch: BatchView): Input[] {
  const cursor = new RecordCursor();
  cursor.reset(batch, batch.body);
  const records: Input[] = [];
  while (cursor.next()) {
    assertEquals(cursor.offsetDelta, records.length);
    records.push([
      cursor.timestamp(),
      cursor.key(),
      cursor.value(),
      cursor.headers().map((header) => [...header]),
    ]);
  }
  return records;
}

Deno.test("RecordBatchBuilder.append() encodes nulls, empties, text, bytes and headers", () => {
  const inputs: Input[] = [
    [1_700_000_000_000, null, null],
    [1_700_000_000_001, "", ""],
    [1_700_000_000_001, new Uint8Array(0), new Uint8Array(0)],
    [1_699_999_999_999, "key", "value"],
    [1_700_000_000_500, new Uint8Array([1, 2, 3]), new Uint8Array(100).fill(7)],
    [1_700_000_000_500, "k", "v", [["a", "1"], ["a", null], ["", new Uint8Array([0, 255])], [
      "b",
      "",
    ]]],
    [1_700_000_000_500, null, null, [["\u00e9\u4e3b\ud83d\ude00", "\ud83d\ude00"]]],
  ];
  const builder = build(inputs);
  assertEquals(builder.records(), reference(inputs));
  assertEquals(builder.count, inputs.length);
  assertEquals(builder.byteLength, builder.records().length);
  assertEquals(builder.baseTimestamp, 1_700_000_000_000);
  assertEquals(builder.maxTimestamp, 1_700_000_000_500);
});

Deno.test("RecordBatchBuilder.append() encodes text of every kind and length as UTF-8", () => {
  const pieces = [
    "a",
    "\u007f",
    "\u00e9",
    "\u4e3b",
    "\ud83d\ude00",
    "\ufeff",
    "\ud800",
    "\udc00",
    "\0",
  ];
  const inputs: Input[] = [];
  // Lengths around the one-to-two and two-to-three byte varints, before and after encoding.
  for (
    const length of [
      1,
      2,
      20,
      23,
      24,
      25,
      30,
      31,
      32,
      55,
      60,
      62,
      63,
      64,
      65,
      70,
      2700,
      4095,
      8191,
      8192,
    ]
  ) {
    for (const piece of pieces) {
      const pure = piece.repeat(length);
      const mixed = "x".repeat(length - 1) + piece;
      inputs.push([5, pure, mixed], [5, mixed, pure], [5, null, pure], [5, pure, null]);
      inputs.push([5, mixed, new Uint8Array([9]), [[mixed, pure]]]);
    }
  }
  const builder = new RecordBatchBuilder();
  for (const input of inputs) {
    const before = builder.byteLength;
    const size = builder.append(
      ...input as [number, Content, Content, RecordHeaderInput[] | undefined],
    );
    assertEquals(builder.byteLength - before, size);
  }
  assertEquals(builder.records(), reference(inputs));
});

Deno.test("RecordBatchBuilder.append() keeps timestamps exact however far they are apart", () => {
  const safe = Number.MAX_SAFE_INTEGER;
  for (
    const pair of [[0, safe], [safe, 0], [-1, 1], [1, -1], [-safe, safe], [0, 2 ** 31], [
      0,
      2 ** 52 + 1,
    ]]
  ) {
    const builder = build(pair.map((timestamp): Input => [timestamp, null, "v"]));
    const batch = asBatch(builder.records(), 2, builder.baseTimestamp, builder.maxTimestamp);
    assertEquals(readBack(batch).map(([timestamp]) => timestamp), pair);
    assertEquals(builder.maxTimestamp, Math.max(...pair));
  }
});

Deno.test("RecordBatchBuilder.estimate() and measure() are never less than what append() takes", () => {
  const contents: Content[] = [
    null,
    "",
    "a".repeat(200),
    "\u4e3b".repeat(3000),
    "\ud83d\ude00",
    new Uint8Array(20_000),
  ];
  const builder = new RecordBatchBuilder();
  builder.append(Number.MAX_SAFE_INTEGER, null, null, undefined);
  for (const key of contents) {
    for (const value of contents) {
      for (
        const headers of [undefined, [], [["h", key], ["\u4e3b", value]] as RecordHeaderInput[]]
      ) {
        const size = builder.append(-5, key, value, headers);
        const measured = RecordBatchBuilder.measure(key, value, headers);
        const estimated = RecordBatchBuilder.estimate(key, value, headers);
        assert(size <= measured && measured <= estimated);
        assert(measured - size <= 36 + 10 * (headers?.length ?? 0));
      }
    }
  }
});

Deno.test("RecordBatchBuilder owns no buffer until the first append and after release()", () => {
  const pool = new BufferPool({ maxBytes: 1 << 20 });
  const builder = new RecordBatchBuilder({ pool });
  assertEquals(builder.capacity, 0);
  assertEquals(builder.records().length, 0);
  builder.append(1, null, "v", undefined);
  assertEquals(builder.capacity, 2048);
  builder.release();
  builder.release();
  assertEquals([builder.capacity, builder.count, builder.byteLength, pool.freeBytes], [
    0,
    0,
    0,
    2048,
  ]);
});

Deno.test("RecordBatchBuilder doubles its buffer and gives the old one back", () => {
  const pool = new BufferPool({ maxBytes: 1 << 20 });
  const inputs: Input[] = Array.from({ length: 100 }, (_, i) => [i, `key ${i}`, "v".repeat(100)]);
  const builder = build(inputs, new RecordBatchBuilder({ pool }));
  assertEquals(builder.capacity, 16_384);
  assertEquals(pool.freeBytes, 2048 + 4096 + 8192);
  assertEquals(builder.records(), reference(inputs));
});

Deno.test("RecordBatchBuilder takes no more than a power of two over what a long text needs", () => {
  const builder = new RecordBatchBuilder();
  builder.append(1, null, "v".repeat(600_000), undefined);
  assertEquals(builder.capacity, 1 << 20);
});

Deno.test("RecordBatchBuilder.append() copies what it was given", () => {
  const value = new Uint8Array([1, 2, 3]);
  const builder = build([[1, null, value]]);
  const before = builder.records().slice();
  value.fill(9);
  assertEquals(builder.records(), before);
});

Deno.test("RecordBatchBuilder.release() poisons the records when the pool does", () => {
  const builder = build(
    [[1, null, "v"]],
    new RecordBatchBuilder({ pool: new BufferPool({ maxBytes: 0, poison: true }) }),
  );
  const records = builder.records();
  builder.release();
  assert(records.every((byte) => byte === 0xdb));
});

Deno.test("RecordBatchBuilder can be used again after release()", () => {
  const builder = build([[100, null, "first"]]);
  builder.release();
  const inputs: Input[] = [[7, "k", "second"], [8, "k", "third"]];
  build(inputs, builder);
  assertEquals(builder.baseTimestamp, 7);
  assertEquals(builder.records(), reference(inputs));
});

Deno.test("encodeBatchHeader() gives the same bytes with a known CRC and with a body in pieces", () => {
  const body = build(Array.from({ length: 500 }, (_, i): Input => [i, `k${i}`, "value"])).records();
  const fields = {
    baseOffset: 12n,
    partitionLeaderEpoch: 3,
    lastOffsetDelta: 499,
    baseTimestamp: 0,
    maxTimestamp: 499,
    producerId: 77n,
    producerEpoch: 5,
    baseSequence: 1000,
    recordCount: 500,
    isTransactional: true,
  };
  const header = encodeBatchHeader(fields, body);
  assertEquals(encodeBatchHeader(fields, body, crc32c(body)), header);
  assertEquals(encodeBatchHeader(fields, [body.subarray(0, 99), body.subarray(99)]), header);
});

Deno.test("splitRecords() makes two batches that hold the same records", () => {
  for (const count of [2, 3, 10, 1001]) {
    const inputs: Input[] = Array.from({ length: count }, (_, i) => [
      1_700_000_000_000 + (i % 7) * 1000 - i,
      i % 3 === 0 ? null : `key ${i}`,
      "v".repeat(i % 90),
      i % 5 === 0 ? [["h", "x"], ["h", null]] : [],
    ]);
    const builder = build(inputs);
    const halves = splitRecords(builder.records(), count, builder.baseTimestamp);
    assertEquals(halves[0].count + halves[1].count, count);
    const again = halves.flatMap((half) => {
      assertEquals(half.maxTimestamp >= half.baseTimestamp, true);
      return readBack(asBatch(half.records, half.count, half.baseTimestamp, half.maxTimestamp));
    });
    assertEquals(
      again,
      readBack(asBatch(builder.records(), count, builder.baseTimestamp, builder.maxTimestamp)),
    );
    const times = inputs.map(([timestamp]) => timestamp);
    assertEquals(halves[0].maxTimestamp, Math.max(...times.slice(0, halves[0].count)));
    assertEquals(halves[1].maxTimestamp, Math.max(...times.slice(halves[0].count)));
    assertEquals(halves[1].baseTimestamp, times[halves[0].count]);
  }
});

Deno.test("splitRecords() splits by size and leaves a record in each half", () => {
  const large = "x".repeat(10_000);
  const sizesOf = (values: string[]) => {
    const builder = build(values.map((value): Input => [1, null, value]));
    return splitRecords(builder.records(), values.length, 1).map((half) => half.count);
  };
  assertEquals(sizesOf([large, "a", "b", "c"]), [1, 3]);
  assertEquals(sizesOf(["a", "b", "c", large]), [3, 1]);
  assertEquals(sizesOf([large, large, large, large]), [2, 2]);
});

Deno.test("splitRecords() refuses a single record", () => {
  assertThrows(() => splitRecords(build([[1, null, "v"]]).records(), 1, 1), RangeError);
});
