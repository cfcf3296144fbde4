import { assert, assertEquals } from "@std/assert";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { type BatchView, walkBatches } from "../../src/record/batch_reader.ts";
import { CompressionCodecs } from "../../src/record/compression.ts";
import { decodeControlRecord } from "../../src/record/control_record.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";
import { type EncodableRecord, encodeRecords } from "../../src/record/record_encoder.ts";
import { checkGoldenAsync, fromHex, toHex } from "../helpers/golden.ts";

interface RecordLine {
  offset: string;
  timestamp: string;
  sequence?: number;
  key: string | null;
  value: string | null;
  headers: [string, string | null][];
  controlType?: string;
  coordinatorEpoch?: number;
}

interface BatchLine {
  magic: number;
  sizeInBytes: number;
  crcValid: boolean;
  compression: string;
  timestampType: string;
  baseOffset: string;
  lastOffset: string;
  nextOffset: string;
  checksum: number;
  maxTimestamp?: string;
  partitionLeaderEpoch?: number;
  isTransactional?: boolean;
  isControl?: boolean;
  producerId?: string;
  producerEpoch?: number;
  baseSequence?: number;
  lastSequence?: number;
  recordCount?: number;
  baseTimestamp?: string;
  deleteHorizonMs?: string;
  records: RecordLine[];
}

interface Line {
  case: string;
  magic: number;
  compression: string;
  hex: string;
  validBytes: number;
  batches: BatchLine[];
}

const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"];
const TIMESTAMP_TYPES: Record<string, string> = {
  NoTimestampType: "create",
  CreateTime: "create",
  LogAppendTime: "log-append",
};
const codecs = new CompressionCodecs();

async function decompressed(batch: BatchView): Promise<Uint8Array> {
  const codec = await codecs.get(batch.compression);
  return await codec.decompress(batch.body, { maxBytes: 1 << 27, magic: batch.magic });
}

/** What a sequence is `delta` after another: it wraps to 0. */
function sequenceAfter(base: number, delta: number): number {
  return base < 0 ? -1 : (base + delta) % 2 ** 31;
}

/** A batch in the form of the vectors. */
async function describe(batch: BatchView): Promise<BatchLine> {
  const cursor = new RecordCursor();
  cursor.reset(batch, await decompressed(batch));
  const records: RecordLine[] = [];
  while (cursor.next()) {
    const key = cursor.key();
    const value = cursor.value();
    const record: RecordLine = {
      offset: String(batch.baseOffset + BigInt(cursor.offsetDelta)),
      timestamp: String(cursor.timestampBigInt()),
      key: key && toHex(key),
      value: value && toHex(value),
      headers: cursor.headers().map(([name, content]) => [name, content && toHex(content)]),
    };
    assertEquals(cursor.timestamp(), Number(record.timestamp));
    if (batch.magic === 2) record.sequence = sequenceAfter(batch.baseSequence, cursor.offsetDelta);
    if (batch.isControl) {
      const control = decodeControlRecord(key, value);
      record.controlType = control.type.toUpperCase().replaceAll("-", "_");
      if (control.coordinatorEpoch !== undefined) {
        record.coordinatorEpoch = control.coordinatorEpoch;
      }
    }
    records.push(record);
  }
  const line: BatchLine = {
    magic: batch.magic,
    sizeInBytes: batch.bytes.length,
    crcValid: batch.crcIsValid(),
    compression: CODECS[batch.compression],
    timestampType: batch.timestampType,
    // A wrapper does not say where its messages start; only the messages do.
    baseOffset: batch.magic < 2 ? records[0].offset : String(batch.baseOffset),
    lastOffset: String(batch.lastOffset),
    nextOffset: String(batch.lastOffset + 1n),
    checksum: batch.crc,
    records,
    ...(batch.magic === 0 ? {} : { maxTimestamp: String(batch.maxTimestamp) }),
  };
  if (batch.magic < 2) return line;
  return {
    ...line,
    partitionLeaderEpoch: batch.partitionLeaderEpoch,
    isTransactional: batch.isTransactional,
    isControl: batch.isControl,
    producerId: String(batch.producerId),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    lastSequence: sequenceAfter(batch.baseSequence, batch.lastOffsetDelta),
    recordCount: batch.recordCount,
    baseTimestamp: String(batch.baseTimestamp),
    ...(batch.deleteHorizonMs === undefined
      ? {}
      : { deleteHorizonMs: String(batch.deleteHorizonMs) }),
  };
}

/** The line with the names of timestamp types that we use; a damaged batch has no records in it. */
function expected(line: BatchLine): BatchLine {
  return { ...line, timestampType: TIMESTAMP_TYPES[line.timestampType] };
}

Deno.test("walkBatches() and RecordCursor read every record batch as Java does", async () => {
  await checkGoldenAsync<Line>(
    "record-batches",
    async (line) => {
      const bytes = fromHex(line.hex);
      const batches = [...walkBatches(bytes)];
      assertEquals(batches.reduce((sum, batch) => sum + batch.bytes.length, 0), line.validBytes);
      assertEquals(batches.length, line.batches.length);
      for (let i = 0; i < batches.length; i++) {
        const want = expected(line.batches[i]);
        const batch = batches[i];
        if (!want.crcValid) {
          assertEquals(batch.crcIsValid(), false);
          assertEquals(batch.bytes.length, want.sizeInBytes);
          continue;
        }
        assertEquals(await describe(batch), want);
      }
    },
    (line) => `${line.case}, magic ${line.magic}, ${line.compression}`,
    "read",
  );
});

Deno.test("encodeBatchHeader() and encodeRecords() write the bytes that Java writes", async () => {
  await checkGoldenAsync<Line>(
    "record-batches",
    async (line) => {
      if (line.magic !== 2) return;
      for (const batch of walkBatches(fromHex(line.hex))) {
        if (!batch.crcIsValid()) continue;
        const records: EncodableRecord[] = [];
        const cursor = new RecordCursor();
        const plain = await decompressed(batch);
        cursor.reset(batch, plain);
        while (cursor.next()) {
          records.push({
            attributes: cursor.attributes,
            offsetDelta: cursor.offsetDelta,
            timestampDelta: batch.timestampType === "log-append"
              ? cursor.timestampDelta
              : BigInt.asIntN(64, cursor.timestampBigInt() - batch.baseTimestamp),
            key: cursor.key(),
            value: cursor.value(),
            headers: cursor.headers(),
          });
        }
        const body = encodeRecords(records);
        assert(toHex(body) === toHex(plain), "the records differ");
        const header = encodeBatchHeader(
          {
            baseOffset: batch.baseOffset,
            partitionLeaderEpoch: batch.partitionLeaderEpoch,
            compression: batch.compression,
            timestampType: batch.timestampType,
            isTransactional: batch.isTransactional,
            isControl: batch.isControl,
            hasDeleteHorizon: batch.deleteHorizonMs !== undefined,
            lastOffsetDelta: batch.lastOffsetDelta,
            baseTimestamp: batch.baseTimestamp,
            maxTimestamp: batch.maxTimestamp,
            producerId: batch.producerId,
            producerEpoch: batch.producerEpoch,
            baseSequence: batch.baseSequence,
            recordCount: batch.recordCount,
          },
          batch.body,
        );
        assertEquals(toHex(header), toHex(batch.bytes.subarray(0, 61)));
      }
    },
    (line) => `${line.case}, magic ${line.magic}, ${line.compression}`,
    "written",
  );
});
