import { assert, assertEquals } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { walkBatches } from "../../src/record/batch_reader.ts";
import { decodeControlRecord } from "../../src/record/control_record.ts";
import { RecordBatchBuilder } from "../../src/record/record_batch_builder.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";
import { seededRandom } from "./codec_samples.ts";

/** Two batches with every kind of record. */
function log(): Uint8Array {
  const parts: number[] = [];
  for (const isControl of [false, true]) {
    const builder = new RecordBatchBuilder();
    builder.append(1_700_000_000_000, "key", "value", [["h", "x"], ["h", null], [
      "",
      new Uint8Array(70),
    ]]);
    builder.append(1_699_000_000_000, null, new Uint8Array(200), undefined);
    builder.append(1_800_000_000_000, new Uint8Array([0, 0, 0, 1]), new Uint8Array(6), []);
    const records = builder.records();
    const header = encodeBatchHeader({
      lastOffsetDelta: 2,
      baseTimestamp: builder.baseTimestamp,
      maxTimestamp: builder.maxTimestamp,
      recordCount: 3,
      isControl,
    }, records);
    parts.push(...header, ...records);
  }
  return new Uint8Array(parts);
}

/** Three messages of v1, the second of them "compressed" with a set of two inside. */
function messageSet(): Uint8Array {
  const message = (
    offset: number,
    attributes: number,
    key: number[] | null,
    value: number[] | null,
  ): number[] => {
    const field = (bytes: number[] | null) =>
      bytes === null ? [255, 255, 255, 255] : [0, 0, 0, bytes.length, ...bytes];
    const body = [
      0,
      0,
      0,
      0,
      1,
      attributes,
      0,
      0,
      1,
      0,
      0,
      0,
      0,
      0,
      ...field(key),
      ...field(value),
    ];
    return [0, 0, 0, 0, 0, 0, 0, offset, 0, 0, 0, body.length, ...body];
  };
  const inner = [...message(0, 0, [1], [2, 3]), ...message(1, 0, null, [])];
  return new Uint8Array([
    ...message(4, 0, null, [1]),
    ...message(6, 1, null, inner),
    ...message(7, 8, [9], null),
  ]);
}

/** Reads everything there is, as a consumer would, and returns how many steps that took. */
function readAll(bytes: Uint8Array): number {
  const cursor = new RecordCursor();
  let steps = 0;
  for (const batch of walkBatches(bytes)) {
    steps++;
    batch.crcIsValid();
    assert(batch.lastOffset >= batch.baseOffset);
    assert(batch.bytes.length <= bytes.length);
    cursor.reset(batch, batch.body);
    while (cursor.next()) {
      steps++;
      const key = cursor.key();
      const value = cursor.value();
      const headers = cursor.headers();
      steps += headers.length;
      assert((key?.length ?? 0) + (value?.length ?? 0) <= bytes.length);
      assert(Number.isSafeInteger(cursor.offsetDelta));
      assertEquals(Number(cursor.timestampBigInt()), cursor.timestamp());
      if (batch.isControl) decodeControlRecord(key, value);
    }
  }
  return steps;
}

function readOrRefuse(bytes: Uint8Array): boolean {
  try {
    // No step is for less than a byte.
    assert(readAll(bytes) <= bytes.length);
    return true;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    assert(error.offset === undefined || (error.offset >= 0 && error.offset <= bytes.length));
    assert(error.message.startsWith("Cannot read "), error.message);
    return false;
  }
}

for (const [name, source] of [["v2", log()], ["v1", messageSet()]] as const) {
  Deno.test(`walkBatches() and RecordCursor take any mutation of ${name} as content or as damage`, () => {
    const random = seededRandom(name.length + 11);
    const outcomes = { content: 0, refused: 0 };
    for (let i = 0; i < 20_000; i++) {
      const bytes = source.slice();
      for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
        const at = Math.floor(random() * bytes.length);
        const choice = random();
        if (choice < 0.5) bytes[at] ^= 1 << (random() * 8);
        else if (choice < 0.8) bytes[at] = [0, 1, 0x7f, 0x80, 0xff][Math.floor(random() * 5)];
        else {bytes.copyWithin(
            at,
            Math.floor(random() * bytes.length),
            Math.floor(random() * bytes.length),
          );}
      }
      if (
        readOrRefuse(bytes.subarray(0, random() < 0.2 ? random() * bytes.length : bytes.length))
      ) outcomes.content++;
      else outcomes.refused++;
    }
    assert(outcomes.content > 1000 && outcomes.refused > 1000, JSON.stringify(outcomes));
  });
}

Deno.test("walkBatches() and RecordCursor take random bytes as content or as damage", () => {
  const random = seededRandom(3);
  for (let i = 0; i < 20_000; i++) {
    const bytes = new Uint8Array(random() * 300).map(() => random() * 256);
    // The size and the magic are made right, or nothing would get far.
    if (bytes.length > 80) {
      const view = new DataView(bytes.buffer);
      view.setInt32(8, bytes.length - 12);
      bytes[16] = random() * 3;
      view.setInt32(23, random() * 10);
      view.setInt32(57, random() * 10);
    }
    readOrRefuse(bytes);
  }
});

Deno.test("RecordCursor refuses a record count that no content could hold, without trying", () => {
  const records = new Uint8Array(7);
  const header = encodeBatchHeader(
    { lastOffsetDelta: 0, baseTimestamp: 0, maxTimestamp: 0, recordCount: 0x7fffffff },
    records,
  );
  assertEquals(readOrRefuse(new Uint8Array([...header, ...records])), false);
});
