/**
 * How fast records are encoded into a batch and stepped over in one, and how
 * fast a batch is checksummed. By CPU time, so that other work on the machine
 * disturbs little.
 *
 * ```sh
 * deno run bench/record_bench.ts
 * ```
 *
 * @module
 */

import process from "node:process";
import { encodeBatchHeader } from "../src/record/batch_header.ts";
import { walkBatches } from "../src/record/batch_reader.ts";
import { BufferPool } from "../src/record/buffer_pool.ts";
import { crc32c, crc32cByTable } from "../src/record/crc32c.ts";
import type { RecordHeaderInput } from "../src/record/headers.ts";
import { RecordBatchBuilder } from "../src/record/record_batch_builder.ts";
import { RecordCursor } from "../src/record/record_cursor.ts";

const ROUNDS = 7;
const BATCH_BYTES = 900_000;
const BYTES_PER_ROUND = 100_000_000;

/** The least CPU time of several rounds, in seconds. */
function measure(work: () => void): number {
  work();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function report(name: string, seconds: number, records: number, bytes: number): void {
  const millions = records / 1e6 / seconds;
  const megabytes = bytes / 1e6 / seconds;
  console.log(
    `${name.padEnd(44)} ${millions.toFixed(2).padStart(7)} M records/s ${
      megabytes.toFixed(0).padStart(6)
    } MB/s`,
  );
}

interface Shape {
  readonly name: string;
  readonly key: Uint8Array | string | null;
  readonly value: Uint8Array | string;
  readonly headers?: readonly RecordHeaderInput[];
}

const ascii = (length: number) => "x".repeat(length);
const SHAPES: readonly Shape[] = [
  { name: "100 B bytes", key: null, value: new Uint8Array(100) },
  { name: "100 B text", key: null, value: ascii(100) },
  { name: "100 B text that is not ASCII", key: null, value: `${ascii(97)}\u4e3b` },
  { name: "key of 10 B text, 100 B bytes", key: "user-12345", value: new Uint8Array(100) },
  { name: "key of 10 B bytes, 10 B bytes", key: new Uint8Array(10), value: new Uint8Array(10) },
  {
    name: "100 B bytes, two headers",
    key: null,
    value: new Uint8Array(100),
    headers: [["id", "1"], ["trace", "abcdef"]],
  },
  { name: "1 KiB bytes", key: null, value: new Uint8Array(1024) },
  { name: "1 KiB text", key: null, value: ascii(1024) },
  { name: "key of 10 B text, 1 KiB text", key: "user-12345", value: ascii(1024) },
];

const pool = new BufferPool({ maxBytes: 1 << 24 });
for (const { name, key, value, headers } of SHAPES) {
  const perBatch = Math.floor(BATCH_BYTES / (value.length + 30));
  const batches = Math.max(1, Math.floor(BYTES_PER_ROUND / BATCH_BYTES));
  const records = perBatch * batches;
  let bytes = 0;
  const seconds = measure(() => {
    bytes = 0;
    for (let b = 0; b < batches; b++) {
      const builder = new RecordBatchBuilder({ pool });
      for (let i = 0; i < perBatch; i++) {
        builder.append(1_700_000_000_000 + (i >> 6), key, value, headers);
      }
      bytes += builder.byteLength;
      builder.release();
    }
  });
  report(`append, ${name}`, seconds, records, bytes);

  const builder = new RecordBatchBuilder();
  for (let i = 0; i < perBatch; i++) {
    builder.append(1_700_000_000_000 + (i >> 6), key, value, headers);
  }
  const body = builder.records();
  const header = encodeBatchHeader({
    lastOffsetDelta: perBatch - 1,
    baseTimestamp: builder.baseTimestamp,
    maxTimestamp: builder.maxTimestamp,
    recordCount: perBatch,
  }, body);
  const whole = new Uint8Array(header.length + body.length);
  whole.set(header);
  whole.set(body, header.length);
  const cursor = new RecordCursor();
  let seen = 0;
  const decodeSeconds = measure(() => {
    seen = 0;
    for (let b = 0; b < batches; b++) {
      for (const batch of walkBatches(whole)) {
        cursor.reset(batch, batch.body);
        while (cursor.next()) seen += cursor.valueEnd - cursor.valueStart;
      }
    }
  });
  if (seen === 0) throw new Error("nothing was read");
  report(`step over, ${name}`, decodeSeconds, records, bytes);
}

const block = new Uint8Array(1 << 20).map((_, i) => (i * 2654435761) >>> 13);
let sum = 0;
for (const size of [40, 1100, 4096, 65_536, 1 << 20]) {
  const part = block.subarray(0, size);
  const times = Math.ceil(BYTES_PER_ROUND / size);
  for (const [name, crc] of [["crc32c", crc32c], ["crc32c by table", crc32cByTable]] as const) {
    const seconds = measure(() => {
      for (let i = 0; i < times; i++) sum ^= crc(part);
    });
    report(`${name}, ${size} B`, seconds, times, times * size);
  }
}
if (sum === 1) console.log(sum);
