import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { crc32 } from "../../src/record/crc32.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";

interface Message {
  offset: bigint;
  magic: 0 | 1;
  attributes?: number;
  timestamp?: bigint;
  key?: Uint8Array | null;
  value?: Uint8Array | null;
}

/** One message as a broker stores it. */
function message(
  { offset, magic, attributes = 0, timestamp = 0n, key = null, value = null }: Message,
): Uint8Array {
  const size = 14 + 8 * magic + (key?.length ?? 0) + (value?.length ?? 0);
  const bytes = new Uint8Array(12 + size);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, offset);
  view.setInt32(8, size);
  view.setInt8(16, magic);
  view.setInt8(17, attributes);
  let position = 18;
  if (magic === 1) {
    view.setBigInt64(position, timestamp);
    position += 8;
  }
  for (const field of [key, value]) {
    view.setInt32(position, field?.length ?? -1);
    position += 4;
    if (field !== null) bytes.set(field, position);
    position += field?.length ?? 0;
  }
  view.setUint32(12, crc32(bytes.subarray(16)));
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function records(batch: BatchView, body: Uint8Array): [bigint, bigint][] {
  const cursor = new RecordCursor();
  cursor.reset(batch, body);
  const seen: [bigint, bigint][] = [];
  while (cursor.next()) {
    assertEquals(cursor.headers(), []);
    seen.push([batch.baseOffset + BigInt(cursor.offsetDelta), cursor.timestampBigInt()]);
  }
  return seen;
}

/** A wrapper whose value stands for a compressed set; the set itself is handed to the cursor. */
function wrapper(magic: 0 | 1, offset: bigint, attributes: number, timestamp = 0n): BatchView {
  return [
    ...walkBatches(
      message({ offset, magic, attributes, timestamp, value: new Uint8Array([1, 2, 3]) }),
    ),
  ][0];
}

Deno.test("RecordCursor takes offsets in a wrapper of v1 as relative, in one of v0 as absolute", () => {
  const inner = (magic: 0 | 1, offsets: bigint[]) =>
    join(...offsets.map((offset) => message({ offset, magic, timestamp: 10n + offset })));
  assertEquals(records(wrapper(1, 1007n, 1, 17n), inner(1, [0n, 3n, 7n])), [[1000n, 10n], [
    1003n,
    13n,
  ], [1007n, 17n]]);
  assertEquals(records(wrapper(0, 1007n, 1), inner(0, [1000n, 1007n])), [[1000n, -1n], [
    1007n,
    -1n,
  ]]);
});

Deno.test("RecordCursor gives every message of a wrapper with append time that time", () => {
  const inner = join(
    message({ offset: 0n, magic: 1, timestamp: 3n }),
    message({ offset: 1n, magic: 1, timestamp: 4n }),
  );
  assertEquals(records(wrapper(1, 6n, 0x09, 50n), inner), [[5n, 50n], [6n, 50n]]);
});

Deno.test("BatchView.body of a compressed message is its value, whatever its key", () => {
  const value = new Uint8Array([5, 6, 7]);
  for (const magic of [0, 1] as const) {
    for (const key of [null, new Uint8Array(0), new Uint8Array([1, 2])]) {
      const [batch] = walkBatches(message({ offset: 1n, magic, attributes: 2, key, value }));
      assertEquals([batch.body, batch.compression, batch.recordCount, batch.crcIsValid()], [
        value,
        2,
        -1,
        true,
      ]);
    }
  }
});

Deno.test("BatchView.body refuses a compressed message whose lengths do not fit", () => {
  for (const magic of [0, 1] as const) {
    const whole = message({
      offset: 1n,
      magic,
      attributes: 1,
      key: new Uint8Array(2),
      value: new Uint8Array(3),
    });
    const keyOffset = 18 + 8 * magic;
    for (
      const [offset, length, field] of [
        [keyOffset, -2, "key"],
        [keyOffset, 6, "key"],
        [keyOffset, 2 ** 31 - 1, "key"],
        [keyOffset + 6, -1, "value"],
        [keyOffset + 6, 2, "value"],
        [keyOffset + 6, 4, "value"],
      ] as const
    ) {
      const bytes = whole.slice();
      new DataView(bytes.buffer).setInt32(offset, length);
      const [batch] = walkBatches(bytes);
      const error = assertThrows(() => batch.body, ProtocolError);
      assertEquals([error.field, error.offset], [field, offset]);
    }
  }
});

Deno.test("RecordCursor refuses message sets that are not well formed", () => {
  const good = message({ offset: 0n, magic: 1, key: new Uint8Array(2), value: new Uint8Array(3) });
  const edited = (edit: (view: DataView) => void) => {
    const bytes = good.slice();
    edit(new DataView(bytes.buffer));
    return bytes;
  };
  const cases: [Uint8Array, string][] = [
    [new Uint8Array(0), "value"],
    [good.subarray(0, 11), "size"],
    [good.subarray(0, good.length - 1), "size"],
    [edited((view) => view.setInt32(8, 13)), "size"],
    [edited((view) => view.setInt32(8, -1)), "size"],
    [edited((view) => view.setInt8(16, 0)), "magic"],
    [edited((view) => view.setInt8(17, 3)), "attributes"],
    [edited((view) => view.setInt32(26, -2)), "key"],
    [edited((view) => view.setInt32(26, 6)), "key"],
    [edited((view) => view.setInt32(32, -2)), "value"],
    [edited((view) => view.setInt32(32, 2)), "value"],
    [edited((view) => view.setInt32(32, 4)), "value"],
    [
      join(
        edited((view) => view.setBigInt64(0, -(2n ** 62n))),
        message({ offset: 2n ** 62n, magic: 1 }),
      ),
      "offset",
    ],
    [join(message({ offset: 0n, magic: 0 }).subarray(0, 26), new Uint8Array(0)), "magic"],
  ];
  for (const [bytes, field] of cases) {
    const error = assertThrows(() => records(wrapper(1, 5n, 1), bytes), ProtocolError);
    assertEquals(error.field, field, error.message);
  }
});

Deno.test("walkBatches() refuses a message of v1 that has no room for its header", () => {
  const bytes = message({ offset: 0n, magic: 0, value: new Uint8Array(4) });
  bytes[16] = 1;
  assertThrows(() => [...walkBatches(bytes)], ProtocolError);
});

Deno.test("RecordCursor refuses a message of v1 in a wrapper that has no room for its header", () => {
  const bytes = message({ offset: 0n, magic: 0, value: new Uint8Array(4) });
  bytes[16] = 1;
  assertThrows(() => records(wrapper(1, 5n, 1), bytes), ProtocolError);
});
