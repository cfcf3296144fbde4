import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { walkBatches } from "../../src/record/batch_reader.ts";
import { encodeRecords } from "../../src/record/record_encoder.ts";

function batch(baseOffset: bigint, edit: (view: DataView) => void = () => {}): Uint8Array {
  const records = encodeRecords([{
    offsetDelta: 0,
    timestampDelta: 0,
    key: null,
    value: null,
    headers: [],
  }]);
  const header = encodeBatchHeader(
    { baseOffset, lastOffsetDelta: 4, baseTimestamp: 5, maxTimestamp: 6, recordCount: 1 },
    records,
  );
  const bytes = new Uint8Array(61 + records.length);
  bytes.set(header);
  bytes.set(records, 61);
  edit(new DataView(bytes.buffer));
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

Deno.test("walkBatches() yields the whole batches and ignores a truncated tail", () => {
  const log = join(batch(0n), batch(5n), batch(10n));
  const size = log.length / 3;
  for (let end = 0; end <= log.length; end++) {
    const offsets = [...walkBatches(log.subarray(0, end))].map(({ baseOffset }) => baseOffset);
    assertEquals(offsets, [0n, 5n, 10n].slice(0, Math.floor(end / size)));
  }
});

Deno.test("walkBatches() works inside a larger buffer", () => {
  const log = join(new Uint8Array(7), batch(3n), new Uint8Array(9));
  const [view] = walkBatches(log.subarray(7, log.length - 9));
  assertEquals([view.baseOffset, view.lastOffset, view.crcIsValid()], [3n, 7n, true]);
});

Deno.test("walkBatches() names the field and the offset of what is wrong", () => {
  const first = batch(0n);
  const cases: [(view: DataView) => void, string, number][] = [
    [(view) => view.setInt32(8, -1), "batchLength", 8],
    [(view) => view.setInt32(8, 0), "batchLength", 8],
    [(view) => view.setInt32(8, 13), "batchLength", 8],
    [(view) => view.setInt32(8, 48), "batchLength", 8],
    [(view) => view.setInt8(16, 3), "magic", 16],
    [(view) => view.setInt8(16, -1), "magic", 16],
    [(view) => view.setInt32(23, -1), "lastOffsetDelta", 23],
  ];
  for (const [edit, field, offset] of cases) {
    const error = assertThrows(() => [...walkBatches(join(first, batch(5n, edit)))], ProtocolError);
    assertEquals([error.field, error.offset], [field, first.length + offset], error.message);
  }
});

Deno.test("walkBatches() yields the batches before the one that is wrong", () => {
  const seen: bigint[] = [];
  assertThrows(() => {
    for (const view of walkBatches(join(batch(0n), batch(5n, (view) => view.setInt8(16, 9))))) {
      seen.push(view.baseOffset);
    }
  }, ProtocolError);
  assertEquals(seen, [0n]);
});

Deno.test("BatchView.crcIsValid() finds every flipped bit that the checksum covers", () => {
  const bytes = batch(0n);
  for (let bit = 8 * 17; bit < 8 * bytes.length; bit++) {
    const damaged = bytes.slice();
    damaged[bit >> 3] ^= 1 << (bit & 7);
    // The sign of lastOffsetDelta is refused before.
    if (bit >> 3 === 23 && (bit & 7) === 7) continue;
    assertEquals([...walkBatches(damaged)][0].crcIsValid(), false, `bit ${bit}`);
  }
});
