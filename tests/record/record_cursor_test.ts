import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { readHeaders, RecordCursor } from "../../src/record/record_cursor.ts";
import { encodeRecords } from "../../src/record/record_encoder.ts";

const text = (value: string) => new TextEncoder().encode(value);

function batchOf(
  records: Uint8Array,
  recordCount: number,
  options: { baseTimestamp?: bigint; logAppend?: boolean } = {},
): BatchView {
  const header = encodeBatchHeader({
    lastOffsetDelta: Math.max(recordCount - 1, 0),
    baseTimestamp: options.baseTimestamp ?? 0n,
    maxTimestamp: 99n,
    recordCount,
    timestampType: options.logAppend ? "log-append" : "create",
  }, records);
  const bytes = new Uint8Array(61 + records.length);
  bytes.set(header);
  bytes.set(records, 61);
  return [...walkBatches(bytes)][0];
}

function count(records: Uint8Array, recordCount: number): number {
  const cursor = new RecordCursor();
  const batch = batchOf(records, recordCount);
  cursor.reset(batch, batch.body);
  let n = 0;
  while (cursor.next()) {
    cursor.key();
    cursor.value();
    cursor.headers();
    n++;
  }
  return n;
}

function failure(records: number[], recordCount = 1): ProtocolError {
  return assertThrows(() => count(new Uint8Array(records), recordCount), ProtocolError);
}

Deno.test("RecordCursor.next() names what is wrong with a record and where", () => {
  // length, attributes, timestamp, offset, key, value, headers
  const cases: [number[], string, number][] = [
    [[], "length", 0],
    [[0x80], "length", 0],
    [[0xff, 0xff, 0xff, 0xff, 0xff, 0x01], "length", 0],
    [[0x01], "length", 1],
    [[0x10, 0, 0, 0, 1, 1], "length", 1],
    [[0x00], "attributes", 1],
    [[0x02, 0], "timestampDelta", 2],
    [[0x04, 0, 0x80], "timestampDelta", 2],
    [
      [0x18, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
      "timestampDelta",
      2,
    ],
    [[0x04, 0, 0], "offsetDelta", 3],
    [[0x10, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00], "offsetDelta", 3],
    [[0x06, 0, 0, 0], "key", 4],
    [[0x0a, 0, 0, 0, 0x03, 0], "key", 5],
    [[0x0c, 0, 0, 0, 0x08, 1, 1], "key", 5],
    [[0x08, 0, 0, 0, 1], "value", 5],
    [[0x0c, 0, 0, 0, 1, 0x08, 0], "value", 6],
    [[0x0c, 0, 0, 0, 1, 0x05, 0], "value", 6],
    [[0x0a, 0, 0, 0, 1, 1], "headers", 6],
    [[0x0c, 0, 0, 0, 1, 1, 0x01], "headers", 6],
    [[0x0c, 0, 0, 0, 1, 1, 0x7e], "headers", 6],
    [[0x10, 0, 0, 0, 1, 1, 0x02, 0x01, 0x01], "headers.key", 8],
    [[0x10, 0, 0, 0, 1, 1, 0x02, 0x08, 0x01], "headers.key", 8],
    [[0x10, 0, 0, 0, 1, 1, 0x02, 0x00, 0x02], "headers.value", 9],
    [[0x10, 0, 0, 0, 1, 1, 0x02, 0x00, 0x03], "headers.value", 9],
    [[0x0e, 0, 0, 0, 1, 1, 0, 0], "headers", 7],
  ];
  for (const [bytes, field, offset] of cases) {
    const error = failure(bytes);
    assertEquals([error.field, error.offset], [field, offset], error.message);
    assertStringIncludes(error.message, "Cannot read record 0 of a batch: ");
    assertStringIncludes(error.message, `(at byte ${offset} of the records)`);
    assertEquals(error.code, "CORRUPT_MESSAGE");
  }
});

Deno.test("RecordCursor.next() refuses more or fewer records than the batch says", () => {
  const record = [0x0c, 0, 0, 0, 1, 1, 0];
  assertEquals(count(new Uint8Array([...record, ...record]), 2), 2);
  assertEquals(failure([...record, ...record], 1).field, "records");
  assertEquals(failure(record, 2).field, "length");
  assertEquals(failure(record, 0).field, "records");
  assertEquals(failure(record, -1).field, "recordCount");
  assertEquals(count(new Uint8Array(0), 0), 0);
});

Deno.test("RecordCursor.next() finds every prefix of a batch's records incomplete", () => {
  const records = encodeRecords([
    { offsetDelta: 0, timestampDelta: 2n ** 62n, key: text("key"), value: null, headers: [] },
    {
      offsetDelta: 300,
      timestampDelta: -5,
      key: null,
      value: text("v".repeat(200)),
      headers: [["a", null], ["b", text("c")]],
    },
  ]);
  assertEquals(count(records, 2), 2);
  for (let end = 0; end < records.length; end++) {
    assertThrows(() => count(records.slice(0, end), 2), ProtocolError);
  }
});

Deno.test("RecordCursor.timestampBigInt() is exact where a number is not", () => {
  const deltas = [
    0n,
    1n,
    -1n,
    2n ** 48n - 1n,
    2n ** 48n,
    -(2n ** 48n),
    2n ** 53n + 1n,
    2n ** 63n - 1n,
    -(2n ** 63n),
  ];
  const records = encodeRecords(deltas.map((timestampDelta, offsetDelta) => ({
    offsetDelta,
    timestampDelta,
    key: null,
    value: null,
    headers: [],
  })));
  for (const baseTimestamp of [0n, 1_700_000_000_000n, 2n ** 60n + 1n]) {
    const cursor = new RecordCursor();
    const batch = batchOf(records, deltas.length, { baseTimestamp });
    cursor.reset(batch, batch.body);
    for (const delta of deltas) {
      assert(cursor.next());
      const exact = BigInt.asIntN(64, baseTimestamp + delta);
      assertEquals(cursor.timestampBigInt(), exact);
      assertEquals(cursor.timestamp(), Number(exact));
    }
  }
});

Deno.test("RecordCursor.timestamp() is the append time where the log set it", () => {
  const records = encodeRecords([{
    offsetDelta: 0,
    timestampDelta: 5,
    key: null,
    value: null,
    headers: [],
  }]);
  const cursor = new RecordCursor();
  const batch = batchOf(records, 1, { logAppend: true });
  cursor.reset(batch, batch.body);
  assert(cursor.next());
  assertEquals([cursor.timestamp(), cursor.timestampBigInt(), cursor.timestampDelta], [99, 99n, 5]);
});

Deno.test("RecordCursor reads over-long and wide varints as Java does", () => {
  // The record's length, its timestamp and its offset in more bytes than they need.
  const cursor = new RecordCursor();
  const batch = batchOf(
    new Uint8Array([0x98, 0x00, 0, 0x82, 0x80, 0x00, 0xff, 0xff, 0xff, 0xff, 0x1f, 1, 1, 0]),
    1,
  );
  cursor.reset(batch, batch.body);
  assert(cursor.next());
  assertEquals([cursor.timestampDelta, cursor.offsetDelta], [1, -2147483648]);
});

Deno.test("RecordCursor can be reset to another batch in the middle of one", () => {
  const records = encodeRecords([
    {
      offsetDelta: 0,
      timestampDelta: 2n ** 60n,
      key: text("a"),
      value: text("1"),
      headers: [["h", null]],
    },
    { offsetDelta: 1, timestampDelta: 0, key: text("b"), value: text("2"), headers: [] },
  ]);
  const cursor = new RecordCursor();
  const batch = batchOf(records, 2);
  cursor.reset(batch, batch.body);
  assert(cursor.next());
  cursor.reset(batch, batch.body);
  assert(cursor.next());
  assertEquals(cursor.key(), text("a"));
  assertEquals(cursor.headers(), [["h", null]]);
  assert(cursor.next());
  assertEquals([cursor.key(), cursor.timestamp(), cursor.headers()], [text("b"), 0, []]);
  assert(!cursor.next());
  assert(!cursor.next());
});

Deno.test("readHeaders() reads the headers of a record after the cursor moved on", () => {
  const records = encodeRecords([
    {
      offsetDelta: 0,
      timestampDelta: 0,
      key: null,
      value: null,
      headers: [["\ufeffkey", text("x")], ["\ufeffkey", text("")], ["", null]],
    },
    { offsetDelta: 1, timestampDelta: 0, key: null, value: null, headers: [] },
  ]);
  const cursor = new RecordCursor();
  const batch = batchOf(records, 2);
  cursor.reset(batch, batch.body);
  cursor.next();
  const { headersStart, headerCount } = cursor;
  cursor.next();
  assertEquals(readHeaders(cursor.records, headersStart, headerCount), [["\ufeffkey", text("x")], [
    "\ufeffkey",
    text(""),
  ], ["", null]]);
});
