import { assert, assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { walkBatches } from "../../src/record/batch_reader.ts";
import {
  decodeControlRecord,
  encodeEndTransactionMarker,
} from "../../src/record/control_record.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";

Deno.test("encodeEndTransactionMarker() writes what decodeControlRecord() reads", () => {
  for (const type of ["commit", "abort"] as const) {
    const records = encodeEndTransactionMarker(type, 7);
    const header = encodeBatchHeader(
      {
        lastOffsetDelta: 0,
        baseTimestamp: 1,
        maxTimestamp: 1,
        recordCount: 1,
        isControl: true,
        isTransactional: true,
      },
      records,
    );
    const [batch] = walkBatches(new Uint8Array([...header, ...records]));
    assert(batch.isControl && batch.isTransactional);
    const cursor = new RecordCursor();
    cursor.reset(batch, batch.body);
    assert(cursor.next());
    assertEquals(decodeControlRecord(cursor.key(), cursor.value()), {
      type,
      typeId: type === "commit" ? 1 : 0,
      version: 0,
      coordinatorEpoch: 7,
    });
  }
});

Deno.test("decodeControlRecord() takes a type that it does not know as unknown", () => {
  const record = decodeControlRecord(new Uint8Array([0, 0, 0, 99]), null);
  assertEquals([record.type, record.typeId, record.coordinatorEpoch], ["unknown", 99, undefined]);
  assertEquals(decodeControlRecord(new Uint8Array([0, 0, 255, 255]), null).type, "unknown");
});

Deno.test("decodeControlRecord() refuses keys and markers that are too short", () => {
  const cases: [number[] | null, number[] | null, string][] = [
    [null, null, "key"],
    [[0, 0, 0], null, "key"],
    [[255, 255, 0, 1], null, "key"],
    [[0, 0, 0, 1], null, "value"],
    [[0, 0, 0, 0], [0, 0, 0, 0, 0], "value"],
    [[0, 0, 0, 0], [255, 255, 0, 0, 0, 1], "value"],
  ];
  for (const [key, value, field] of cases) {
    const error = assertThrows(
      () => decodeControlRecord(key && new Uint8Array(key), value && new Uint8Array(value)),
      ProtocolError,
    );
    assertEquals(error.field, field);
  }
});
