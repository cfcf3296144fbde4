import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Message } from "../../src/consumer/message.ts";
import { OffsetTracker } from "../../src/consumer/offsets.ts";
import { OpenBatch } from "../../src/consumer/open_batch.ts";
import type { BatchHeaderFields } from "../../src/record/batch_header.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { batchOf, type TestRecord } from "./batches.ts";

/** Opens a batch. */
function open(
  records: readonly TestRecord[],
  options: {
    readonly baseOffset?: number;
    readonly position?: number;
    readonly fields?: Partial<BatchHeaderFields>;
    readonly acknowledge?: (offset: number) => void;
  } = {},
): { batch: OpenBatch; offsets: OffsetTracker } {
  const bytes = batchOf(options.baseOffset ?? 0, records, options.fields);
  const [view] = [...walkBatches(bytes)] as [BatchView];
  const offsets = new OffsetTracker();
  offsets.reset(options.position ?? 0, -1);
  const batch = new OpenBatch(view, {
    topic: "orders",
    partition: 2,
    leaderEpoch: view.partitionLeaderEpoch,
    timestampType: view.timestampType,
    records: view.body,
    exactTimestamps: undefined,
    acknowledge: options.acknowledge,
  }, offsets);
  return { batch, offsets };
}

function one(record: TestRecord, fields: Partial<BatchHeaderFields> = {}): Message {
  return open([record], { fields }).batch.next() as Message;
}

const text = (bytes: Uint8Array | null | undefined) =>
  bytes == null ? bytes : new TextDecoder().decode(bytes);

Deno.test("Message gives everything of a record", () => {
  const message = one({
    key: "k",
    value: "v\u00e9",
    headers: [["h", new Uint8Array([1, 2])], ["h", null], ["", new Uint8Array(0)]],
  });
  assertEquals([message.topic, message.partition, message.offset], ["orders", 2, 0]);
  assertEquals([message.leaderEpoch, message.timestampType], [3, "create"]);
  assertEquals([message.timestamp, message.timestampBigInt], [1000, 1000n]);
  assertEquals([text(message.key), message.keyText()], ["k", "k"]);
  assertEquals([text(message.value), message.text()], ["v\u00e9", "v\u00e9"]);
  assertEquals(message.headers, [
    ["h", new Uint8Array([1, 2])],
    ["h", null],
    ["", new Uint8Array(0)],
  ]);
});

Deno.test("Message tells null from empty", () => {
  const tombstone = one({ key: null, value: null });
  assertEquals([tombstone.key, tombstone.value, tombstone.keyText()], [null, null, null]);
  assertEquals([tombstone.text(), tombstone.json(), tombstone.bytes().length], ["", null, 0]);
  const empty = one({ key: "", value: "" });
  assertEquals([empty.key?.length, empty.value?.length, empty.keyText()], [0, 0, ""]);
  assertEquals(empty.headers, []);
});

Deno.test("Message.json() parses the value, and throws when it is none", () => {
  assertEquals(one({ value: '{"a":[1]}' }).json<{ a: number[] }>().a, [1]);
  assertThrows(() => one({ value: "{" }).json(), SyntaxError);
});

Deno.test("Message.bytes() is a copy, Message.value a view", () => {
  const message = one({ value: "abc" });
  const bytes = message.bytes();
  (message.value as Uint8Array)[0] = 120;
  assertEquals(text(bytes), "abc");
  assertEquals(message.text(), "xbc");
});

Deno.test("Message.copy() keeps everything, over bytes of its own", () => {
  const headers = [["h", new Uint8Array([9])], ["n", null]] as const;
  for (const record of [{ key: "k", value: "v", headers }, { key: null, value: null }]) {
    const message = one(record);
    const copy = message.copy();
    const buffer = (message.key ?? message.value)?.buffer;
    if (buffer !== undefined) {
      assert(copy.key?.buffer !== buffer && copy.value?.buffer !== buffer);
      new Uint8Array(buffer as ArrayBuffer).fill(0);
    }
    assertEquals(copy.keyText(), record.key);
    assertEquals(text(copy.value), record.value);
    assertEquals(copy.headers, [...record.headers ?? []]);
    assertEquals(
      [copy.topic, copy.partition, copy.offset, copy.timestamp, copy.leaderEpoch],
      ["orders", 2, 0, 1000, 3],
    );
    assertEquals(copy.copy().timestampBigInt, 1000n);
  }
});

Deno.test("Message.timestamp is NaN when no number holds it, and timestampBigInt exact", () => {
  const message = one({ value: "v", timestampDelta: 5n }, { baseTimestamp: 2n ** 60n });
  assertEquals(message.timestamp, NaN);
  assertEquals(message.timestampBigInt, 2n ** 60n + 5n);
  assertEquals(message.copy().timestampBigInt, 2n ** 60n + 5n);
});

Deno.test("Message.timestamp is that of the append when the log sets it", () => {
  const message = one({ value: "v" }, { timestampType: "log-append", maxTimestamp: 5555 });
  assertEquals([message.timestamp, message.timestampType], [5555, "log-append"]);
});

Deno.test("Message.ack() tells whoever listens, and does nothing without a group", () => {
  const acknowledged: number[] = [];
  const { batch } = open([{ value: "a" }, { value: "b" }], {
    baseOffset: 5,
    position: 5,
    acknowledge: (offset) => acknowledged.push(offset),
  });
  batch.next();
  (batch.next() as Message).copy().ack();
  assertEquals(acknowledged, [6]);
  one({ value: "v" }).ack();
});

Deno.test("Message goes through JSON without its bytes", () => {
  assertEquals(JSON.parse(JSON.stringify(one({ value: "v" }))), {
    topic: "orders",
    partition: 2,
    offset: 0,
    timestamp: 1000,
  });
});

Deno.test("OpenBatch.next() steps over what is before the position, and notes how far it came", () => {
  const values = ["a", "b", "c"].map((value) => ({ value }));
  const { batch, offsets } = open(values, {
    baseOffset: 10,
    position: 11,
    fields: { lastOffsetDelta: 6 },
  });
  assertEquals(batch.next()?.offset, 11);
  assertEquals(offsets.position, 12);
  assertEquals(batch.next()?.text(), "c");
  assertEquals(offsets.position, 17, "behind what compaction took from the end");
  assertEquals(batch.next(), undefined);
  assertEquals(offsets.leaderEpoch, 3);
});

Deno.test("OpenBatch.next() keeps the offsets of a compacted batch", () => {
  const { batch } = open([{ value: "a", offsetDelta: 1 }, { value: "b", offsetDelta: 4 }], {
    fields: { lastOffsetDelta: 5 },
  });
  assertEquals([batch.next()?.offset, batch.next()?.offset], [1, 4]);
});

Deno.test("OpenBatch.next() throws for an offset behind its batch", () => {
  const { batch } = open([{ value: "a", offsetDelta: 9 }], { fields: { lastOffsetDelta: 3 } });
  assertThrows(() => batch.next(), Error, "offset 9");
});

Deno.test("OpenBatch.rest() delivers nothing of a batch that is damaged later on", () => {
  const { batch, offsets } = open([{ value: "a" }, { value: "b", offsetDelta: 9 }], {
    fields: { lastOffsetDelta: 1 },
  });
  assertThrows(() => batch.rest());
  assertEquals(offsets.position, 0);
});
