import { assert, assertEquals } from "@std/assert";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { classPath, DEFAULT_VERSION, javaCommand, runCommand } from "../../scripts/kafka/jars.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { type CompressionCodec, CompressionCodecs } from "../../src/record/compression.ts";
import { crc32 } from "../../src/record/crc32.ts";
import { crc32c } from "../../src/record/crc32c.ts";
import { gzipCodec } from "../../src/record/gzip.ts";
import type { RecordHeaderInput } from "../../src/record/headers.ts";
import { LZ4 } from "../../src/record/lz4.ts";
import { RecordBatchBuilder } from "../../src/record/record_batch_builder.ts";
import { SNAPPY } from "../../src/record/snappy.ts";
import { splitRecords } from "../../src/record/split_records.ts";
import { zstdCodec } from "../../src/record/zstd.ts";
import { toHex } from "../helpers/golden.ts";
import { codecSamples, seededRandom } from "../record/codec_samples.ts";

const PAYLOADS = 1_000;
const READER = fileURLToPath(new URL("java/ReadCodecs.java", import.meta.url));

/** Varied content: the samples of the unit tests, and cuts of them. */
function payloads(): Uint8Array[] {
  const samples = codecSamples().map(([, bytes]) => bytes);
  const random = seededRandom(1000);
  const list = samples.slice();
  while (list.length < PAYLOADS) {
    const sample = samples[Math.floor(random() * samples.length)];
    const start = Math.floor(random() * sample.length);
    list.push(sample.subarray(start, start + Math.floor(random() ** 3 * 100_000)));
  }
  return list.slice(0, PAYLOADS);
}

async function pureCodecs(): Promise<CompressionCodec[]> {
  return [SNAPPY, LZ4, await zstdCodec(null), gzipCodec("pure")];
}

/** Levels in turn, so that each has its share of the payloads. */
function levelOf(codec: CompressionCodec, index: number): number | undefined {
  const levels = codec.levels;
  return levels === undefined ? undefined : levels.min + index % Math.min(levels.max, 9);
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-codecs-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readWithKafka(kind: string, path: string): Promise<string[]> {
  const jars = await classPath(DEFAULT_VERSION, () => {});
  const { status, stdout, stderr } = await runCommand(javaCommand(), [
    "-cp",
    jars,
    READER,
    kind,
    path,
  ]);
  assertEquals(status, 0, stderr);
  return stdout.trim().split("\n");
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

Deno.test("CompressionCodec.compress() in TypeScript writes what Kafka reads, for 1,000 payloads per codec", async () => {
  const all = payloads();
  await inFolder(async (folder) => {
    for (const codec of await pureCodecs()) {
      const parts = [word(all.length)];
      for (let i = 0; i < all.length; i++) {
        const packed = await codec.compress([all[i]], { level: levelOf(codec, i) });
        parts.push(word(all[i].length), all[i], word(packed.length), packed);
      }
      const path = join(folder, codec.name);
      writeFileSync(path, joinParts(parts));
      assertEquals(await readWithKafka(codec.name, path), [`${PAYLOADS} equal`], codec.name);
    }
  });
});

const TOOLS: Record<string, { command: string; args: readonly string[]; suffix: string }> = {
  lz4: { command: "lz4", args: ["-d", "-m", "-q", "-f"], suffix: ".lz4" },
  zstd: { command: "zstd", args: ["-d", "-q", "-f"], suffix: ".zst" },
  gzip: { command: "gzip", args: ["-d", "-k", "-q", "-f"], suffix: ".gz" },
};

Deno.test("CompressionCodec.compress() in TypeScript writes what the command-line tools read, for 1,000 payloads per codec", async () => {
  const all = payloads();
  await inFolder(async (folder) => {
    for (const codec of await pureCodecs()) {
      const tool = TOOLS[codec.name];
      if (tool === undefined) continue;
      const own = join(folder, codec.name);
      mkdirSync(own);
      const names: string[] = [];
      for (let i = 0; i < all.length; i++) {
        names.push(`${i}${tool.suffix}`);
        writeFileSync(
          join(own, names[i]),
          await codec.compress([all[i]], { level: levelOf(codec, i) }),
        );
      }
      const { status, stderr } = await runCommand(tool.command, [...tool.args, ...names], {
        cwd: own,
      });
      assertEquals(status, 0, stderr);
      for (let i = 0; i < all.length; i++) {
        const plain = readFileSync(join(own, String(i)));
        assert(
          plain.length === all[i].length && plain.every((byte, at) => byte === all[i][at]),
          names[i],
        );
      }
    }
  });
});

type Content = Uint8Array | string | null;

/** The line that ReadCodecs.java makes of a record. */
function line(
  offset: number,
  sequence: number,
  timestamp: number,
  key: Content,
  value: Content,
  headers: readonly RecordHeaderInput[],
): string {
  const hex = (content: Content) => {
    if (content === null) return "null";
    return toHex(typeof content === "string" ? new TextEncoder().encode(content) : content);
  };
  const tail = headers.map(([name, content]) => ` ${hex(name)}=${hex(content)}`).join("");
  return `${offset} ${sequence} ${timestamp} ${hex(key)} ${hex(value)}${tail}`;
}

Deno.test("RecordBatchBuilder and encodeBatchHeader() write batches that Kafka reads, whole and halved, with every codec", async () => {
  const random = seededRandom(77);
  const below = (n: number) => Math.floor(random() * n);
  const units = ["a", "b", " ", "\u00e9", "\u4e3b", "\ud83d\ude00"];
  const string = () =>
    Array.from({ length: random() < 0.1 ? below(3000) : below(40) }, () => units[below(6)]).join(
      "",
    );
  const content = (): Content => {
    const kind = below(10);
    if (kind === 0) return null;
    return kind < 6 ? string() : new Uint8Array(below(200)).map(() => below(256));
  };
  const codecs = new CompressionCodecs();
  const parts: Uint8Array[] = [];
  const expected: string[] = [];
  let offset = 1000;
  let sequence = 0;
  for (let batch = 0; batch < 200; batch++) {
    const builder = new RecordBatchBuilder();
    const count = 1 + below(60);
    for (let i = 0; i < count; i++) {
      const timestamp = 1_700_000_000_000 + below(100_000) - 50_000;
      const key = content();
      const value = content();
      const headers = Array.from(
        { length: random() < 0.3 ? below(4) : 0 },
        () => [string(), content()] as const,
      );
      builder.append(timestamp, key, value, headers);
      const text = line(offset + i, sequence + i, timestamp, key, value, headers);
      expected.push(String(crc32(new TextEncoder().encode(text))));
    }
    const whole = {
      records: builder.records(),
      count,
      baseTimestamp: builder.baseTimestamp,
      maxTimestamp: builder.maxTimestamp,
    };
    const codec = await codecs.get(batch % 5);
    const pieces = batch % 3 === 0 && count > 1
      ? splitRecords(whole.records, count, whole.baseTimestamp)
      : [whole];
    for (const piece of pieces) {
      const body = (await codec.compress([piece.records], {})).slice();
      parts.push(
        encodeBatchHeader(
          {
            baseOffset: BigInt(offset),
            compression: codec.id,
            lastOffsetDelta: piece.count - 1,
            baseTimestamp: piece.baseTimestamp,
            maxTimestamp: piece.maxTimestamp,
            producerId: 7n,
            producerEpoch: 1,
            baseSequence: sequence,
            recordCount: piece.count,
          },
          body,
          crc32c(body),
        ),
        body,
      );
      offset += piece.count;
      sequence += piece.count;
    }
  }
  await inFolder(async (folder) => {
    const path = join(folder, "batches");
    writeFileSync(path, joinParts(parts));
    assertEquals(await readWithKafka("batches", path), expected);
  });
});
