/**
 * Fuzzes what reads and writes record batches, in all formats and with all codecs.
 *
 * @module
 */

import { KafkaError, ProtocolError } from "../../src/errors.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { BufferPool } from "../../src/record/buffer_pool.ts";
import { CompressionCodecs } from "../../src/record/compression.ts";
import { decodeControlRecord } from "../../src/record/control_record.ts";
import { RecordBatchBuilder } from "../../src/record/record_batch_builder.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";
import { encodeRecords } from "../../src/record/record_encoder.ts";
import { splitRecords } from "../../src/record/split_records.ts";
import { corpusLines } from "./corpus.ts";
import { expectSameBytes, type FuzzCase, noteOutcome, type Target, Violation } from "./case.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { CRC32, CRC32C, RecordGenerator, repairChecksum } from "./record_generator.ts";
import {
  findBatches,
  NotRecords,
  type PlainBatch,
  type PlainRecord,
  readMessages,
  readRecords,
  slowCrc,
} from "./record_reference.ts";
import { sameValue } from "./same_value.ts";

const MAX_DECOMPRESSED = 1 << 20;
const CODECS = new CompressionCodecs();
/** Larger batches are not worth a slow checksum. */
const SLOW_CRC_BYTES = 8_192;

let corpus: readonly Uint8Array[] | undefined;

function goldenCorpus(): readonly Uint8Array[] {
  return corpus ??= corpusLines("record-batches", 8_192).map(({ bytes }) => bytes);
}

async function generate(random: Random): Promise<FuzzCase> {
  const kind = random.below(10);
  if (kind === 0) {
    const bytes = random.bytes(random.size(2_000));
    return { target: "records", kind: "build", params: { seed: random.next() }, bytes };
  }
  if (kind === 1) {
    const bytes = mutate(
      random,
      Uint8Array.from([0, 4, 0, random.below(8), 0, 6, 0, 0, 0, 0, 0, 9]),
    );
    return { target: "records", kind: "control", params: {}, bytes };
  }
  let bytes = kind < 6 ? await randomLog(random) : random.pick(goldenCorpus());
  if (kind >= 6 || random.chance(0.3)) {
    bytes = mutate(random, bytes, random.pick(goldenCorpus()));
    if (random.chance(0.6)) repairChecksum(bytes);
  }
  return { target: "records", kind: "log", params: {}, bytes };
}

async function randomLog(random: Random): Promise<Uint8Array> {
  const pieces: number[] = [];
  for (let left = 1 + random.size(2); left > 0; left--) {
    const make = new RecordGenerator(random, random.pick([0, 0, 0.02, 0.1]));
    const magic = random.pick([0, 1, 2, 2, 2]);
    const id = random.pick(magic === 2 ? [0, 0, 1, 2, 3, 4] : [0, 1, 2, 3]);
    if (magic === 2) {
      const count = random.size(20);
      const body = await compress(id, make.records(count));
      pieces.push(...make.batch(body, count, id));
      continue;
    }
    if (id === 0) {
      pieces.push(...make.message(magic, random.long(), 0));
      continue;
    }
    const set: number[] = [];
    const first = magic === 0 ? BigInt(random.integer()) : 0n;
    const count = 1 + random.size(5);
    for (let index = 0; index < count; index++) {
      set.push(...make.message(magic, first + BigInt(index), 0));
    }
    const compressed = await compress(id, Uint8Array.from(set));
    pieces.push(...make.message(magic, first + BigInt(count - 1), id, compressed));
  }
  return Uint8Array.from(pieces);
}

async function compress(id: number, bytes: Uint8Array): Promise<Uint8Array> {
  const codec = await CODECS.get(id);
  return await codec.compress([bytes], {});
}

/** Runs something that may refuse its input; undefined when it did, with a typed error. */
async function attempt<T>(what: string, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof KafkaError)) {
      throw new Violation("untyped-error", `${what}: ${error}`, error);
    }
    if (what !== "decompress") noteOutcome(error);
    if (error instanceof ProtocolError && (error.messageName ?? error.field) === undefined) {
      throw new Violation("incomplete-error", `${what}: ${error.message}`, error);
    }
    return undefined;
  }
}

/** What the simple reader makes of the same; undefined when it refuses it. */
function reference<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof NotRecords) return undefined;
    throw error;
  }
}

function compare<T>(rule: string, actual: T | undefined, expected: T | undefined): void {
  if ((actual === undefined) !== (expected === undefined)) {
    throw new Violation(
      actual === undefined ? `${rule}-refused` : `${rule}-accepted`,
      `The ${rule} were ${actual === undefined ? "refused" : "accepted"}`,
    );
  }
  const difference = sameValue(actual, expected);
  if (difference !== undefined) throw new Violation(`${rule}-differ`, difference);
}

async function checkLog(bytes: Uint8Array): Promise<void> {
  const views: BatchView[] = [];
  const complete = await attempt("walkBatches", () => {
    for (const view of walkBatches(bytes)) views.push(view);
    return true;
  });
  const expected = reference(() => findBatches(bytes));
  compare("batches", complete && views.map(toPlain), expected);
  if (expected === undefined) return;
  for (let index = 0; index < views.length; index++) {
    await checkBatch(views[index], expected[index]);
  }

  function toPlain(view: BatchView): PlainBatch {
    const start = view.bytes.byteOffset - bytes.byteOffset;
    const { magic, baseOffset, crc } = view;
    const { timestampType, isTransactional, isControl, deleteHorizonMs, compression } = view;
    const flags = compression | (timestampType === "log-append" ? 0x08 : 0) |
      (isTransactional ? 0x10 : 0) | (isControl ? 0x20 : 0) |
      (deleteHorizonMs === undefined ? 0 : 0x40);
    const attributes = reference(() => findBatches(view.bytes))?.[0]?.attributes ?? 0;
    if (flags !== (attributes & [0x07, 0x0f, 0x7f][magic])) {
      throw new Violation("wrong-attributes", `${flags} of ${attributes}`);
    }
    return { start, end: start + view.bytes.length, magic, baseOffset, attributes, crc };
  }
}

async function checkBatch(view: BatchView, batch: PlainBatch): Promise<void> {
  if (view.bytes.length < SLOW_CRC_BYTES) {
    const crc = view.magic === 2
      ? slowCrc(view.bytes.subarray(21), CRC32C)
      : slowCrc(view.bytes.subarray(16), CRC32);
    if (view.crcIsValid() !== (crc === batch.crc)) {
      throw new Violation("wrong-checksum", `crcIsValid() is ${view.crcIsValid()}`);
    }
  }
  const body = await attempt("body", () => view.body);
  if (body === undefined) return;
  const records = await attempt("decompress", async () => {
    const codec = await CODECS.get(view.compression);
    return await codec.decompress(body, { maxBytes: MAX_DECOMPRESSED, magic: view.magic });
  });
  if (records === undefined) return;
  if (records.length > MAX_DECOMPRESSED && view.compression !== 0) {
    throw new Violation("above-limit", `${records.length} bytes were decompressed`);
  }
  const cursor = new RecordCursor();
  const actual: PlainRecord[] = [];
  const exact: bigint[] = [];
  const complete = await attempt("cursor", () => {
    cursor.reset(view, records);
    while (cursor.next()) {
      actual.push(fromCursor(cursor));
      exact.push(cursor.timestampBigInt());
      if (cursor.timestamp() !== Number(cursor.timestampBigInt())) {
        throw new Violation("wrong-timestamp", `${cursor.timestamp()} of ${exact.at(-1)}`);
      }
    }
    return true;
  });
  const expected = reference(() =>
    view.magic === 2 ? readRecords(records, view.recordCount) : readMessages(
      records,
      view.magic,
      view.compression !== 0,
      view.baseOffset,
      view.baseTimestamp,
    )
  );
  // As a number a delta may be rounded; the timestamps below are exact.
  const rounded = expected?.map((record) => ({
    ...record,
    timestampDelta: BigInt(Number(record.timestampDelta)),
  }));
  compare("records", complete && actual, rounded);
  for (const [index, record] of (expected ?? []).entries()) {
    const timestamp = view.timestampType === "log-append"
      ? view.maxTimestamp
      : BigInt.asIntN(64, view.baseTimestamp + record.timestampDelta);
    if (exact[index] !== timestamp) {
      throw new Violation("wrong-timestamp", `${exact[index]} instead of ${timestamp}`);
    }
    if (view.isControl) {
      await attempt("decodeControlRecord", () => decodeControlRecord(record.key, record.value));
    }
  }
}

function fromCursor(cursor: RecordCursor): PlainRecord {
  return {
    offsetDelta: cursor.offsetDelta,
    timestampDelta: BigInt(cursor.timestampDelta),
    attributes: cursor.attributes,
    key: cursor.key(),
    value: cursor.value(),
    headers: cursor.headers(),
  };
}

/** Builds a batch from random records, reads it back, and halves it. */
async function checkBuild(given: FuzzCase): Promise<void> {
  const random = new Random("build", given.params.seed as number);
  const content = (): Uint8Array | string | null => {
    const at = random.below(given.bytes.length + 1);
    const bytes = given.bytes.subarray(at, at + random.size(200));
    if (random.chance(0.2)) return null;
    return random.chance(0.4) ? bytes : String.fromCharCode(...bytes, ...bytes.slice(0, 3));
  };
  const pool = new BufferPool({ maxBytes: random.pick([0, 4_096, 1 << 20]), poison: true });
  const builder = new RecordBatchBuilder({
    initialCapacity: 1 + random.below(200),
    pool: random.chance(0.8) ? pool : undefined,
  });
  const encoder = new TextEncoder();
  const toBytes = (value: Uint8Array | string | null): Uint8Array | null =>
    typeof value === "string" ? encoder.encode(value) : value;
  const expected: PlainRecord[] = [];
  let base = 0;
  for (let left = 1 + random.size(30); left > 0; left--) {
    // What a producer lets through: safe integers that are not negative.
    const timestamp = random.chance(0.1)
      ? Number.MAX_SAFE_INTEGER
      : Number(BigInt.asUintN(53, random.long()));
    if (expected.length === 0) base = timestamp;
    const [key, value] = [content(), content()];
    const headers = random.chance(0.7)
      ? undefined
      : Array.from({ length: random.size(3) }, () => [`h${random.below(99)}`, content()] as const);
    const estimate = RecordBatchBuilder.estimate(key, value, headers);
    const measured = RecordBatchBuilder.measure(key, value, headers);
    const size = builder.append(timestamp, key, value, headers);
    if (size > measured || measured > estimate) {
      throw new Violation("wrong-size", `${size}, measured ${measured}, estimated ${estimate}`);
    }
    expected.push({
      offsetDelta: expected.length,
      timestampDelta: BigInt(timestamp) - BigInt(base),
      attributes: 0,
      key: toBytes(key),
      value: toBytes(value),
      headers: (headers ?? []).map(([name, inner]) => [name, toBytes(inner)]),
    });
  }
  const records = builder.records().slice();
  compare("built", reference(() => readRecords(records, expected.length)), expected);
  expectSameBytes("encoded-differ", "encodeRecords()", encodeRecords(expected), records);
  const fields = {
    lastOffsetDelta: expected.length - 1,
    baseTimestamp: builder.baseTimestamp,
    maxTimestamp: builder.maxTimestamp,
    recordCount: expected.length,
    ...(random.chance(0.5) ? {} : {
      baseOffset: random.long(),
      timestampType: random.pick(["create", "log-append"] as const),
      isTransactional: random.chance(0.5),
      hasDeleteHorizon: random.chance(0.5),
      producerId: random.long(),
    }),
  };
  const middle = random.below(records.length + 1);
  const header = encodeBatchHeader(fields, records);
  for (
    const other of [
      encodeBatchHeader(fields, [records.subarray(0, middle), records.subarray(middle)]),
      encodeBatchHeader(fields, records, slowCrc(records, CRC32C)),
    ]
  ) expectSameBytes("headers-differ", "encodeBatchHeader()", other, header);
  builder.release();
  const batch = new Uint8Array(header.length + records.length);
  batch.set(header);
  batch.set(records, header.length);
  await checkLog(batch);
  const [view] = walkBatches(batch);
  if (!view.crcIsValid()) throw new Violation("wrong-checksum", "of a batch that was built");
  if (expected.length < 2) return;
  const halves = splitRecords(records, expected.length, base);
  const rejoined = halves.flatMap((half) =>
    readRecords(half.records, half.count).map((record) => ({
      ...record,
      timestampDelta: record.timestampDelta + BigInt(half.baseTimestamp) - BigInt(base),
    }))
  );
  compare(
    "halves",
    rejoined,
    expected.map((record, index) => ({
      ...record,
      offsetDelta: index < halves[0].count ? index : index - halves[0].count,
    })),
  );
}

async function checkControl(bytes: Uint8Array): Promise<void> {
  const split = bytes.length > 0 ? bytes[0] % (bytes.length + 1) : 0;
  const key = bytes.length % 7 === 0 ? null : bytes.subarray(0, split);
  const value = bytes.length % 5 === 0 ? null : bytes.subarray(split);
  await attempt("decodeControlRecord", () => decodeControlRecord(key, value));
}

/** Record batches. */
export const RECORDS_TARGET: Target = {
  name: "records",
  generate,
  check: (given) => {
    switch (given.kind) {
      case "build":
        return checkBuild(given);
      case "control":
        return checkControl(given.bytes);
      default:
        return checkLog(given.bytes);
    }
  },
};
