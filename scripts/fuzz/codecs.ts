/**
 * Fuzzes the compression codecs: round trips, damaged bytes, and bombs.
 *
 * @module
 */

import { KafkaError, ProtocolError } from "../../src/errors.ts";
import { type CompressionCodec, CompressionCodecs } from "../../src/record/compression.ts";
import { gunzip } from "../../src/record/deflate/gzip_reader.ts";
import { gzip } from "../../src/record/deflate/gzip_writer.ts";
import { gzipCodec } from "../../src/record/gzip.ts";
import { nativeZlib } from "../../src/record/native_zlib.ts";
import { zstdCodec } from "../../src/record/zstd.ts";
import { compressZstd } from "../../src/record/zstd/encoder.ts";
import { decompressZstd } from "../../src/record/zstd/decoder.ts";
import { countAllocated } from "./allocations.ts";
import { expectSameBytes, type FuzzCase, noteOutcome, type Target, Violation } from "./case.ts";
import { randomGzip, randomLz4, randomSnappy, randomZstd } from "./codec_generator.ts";
import { type CorpusLine, corpusLines } from "./corpus.ts";
import { NotCompressed, readLz4, readSnappy } from "./codec_reference.ts";
import { readGzip } from "./inflate_reference.ts";
import { mutate } from "./mutate.ts";
import { randomPayload } from "./payload.ts";
import type { Random } from "./random.ts";

const NAMES = ["gzip", "snappy", "lz4", "zstd"] as const;
type Name = typeof NAMES[number];

const CODECS = new CompressionCodecs();
const MAX_BYTES = 1 << 20;
/** Larger outputs are not worth a slow second decoder. */
const SLOW_BYTES = 1 << 16;
/** What a decoder may allocate over what goes in and comes out: tables, blocks, the first buffer. */
const FREE_BYTES = 1 << 21;

interface Pure {
  compress(bytes: Uint8Array, level: number): Uint8Array;
  decompress(bytes: Uint8Array, maxBytes: number): Uint8Array;
}

/** The codecs in TypeScript that a runtime has another codec for. */
const PURE: Readonly<Partial<Record<Name, Pure>>> = {
  gzip: { compress: gzip, decompress: gunzip },
  zstd: { compress: compressZstd, decompress: decompressZstd },
};

const GENERATORS: Readonly<Record<Name, (random: Random) => Uint8Array>> = {
  gzip: randomGzip,
  snappy: randomSnappy,
  lz4: randomLz4,
  zstd: randomZstd,
};

interface CompressionLine extends CorpusLine {
  readonly codec: Name;
}

let corpus: readonly CompressionLine[] | undefined;

/** Golden payloads of all encoders, the damaged ones among them. */
function goldenCorpus(): readonly CompressionLine[] {
  return corpus ??= corpusLines<CompressionLine>("compression", 20_000);
}

async function codecOf(name: Name): Promise<CompressionCodec> {
  return await CODECS.byName(name);
}

async function compressed(random: Random, name: Name, payload: Uint8Array): Promise<Uint8Array> {
  const pure = PURE[name];
  if (pure !== undefined && random.chance(0.6)) return pure.compress(payload, 1 + random.below(9));
  const codec = await codecOf(name);
  return await codec.compress([payload], { level: 1 + random.below(9) });
}

async function generate(random: Random): Promise<FuzzCase> {
  const codec = random.pick(NAMES);
  if (random.chance(0.1)) {
    const bytes = randomPayload(random, 20_000);
    const maxBytes = Math.max(0, bytes.length + random.pick([-1, 0, 1, -random.below(500)]));
    return { target: "codecs", kind: "limit", params: { codec, maxBytes }, bytes };
  }
  if (random.chance(0.2)) {
    const bytes = randomPayload(random, 300_000);
    const level = random.below(14);
    return { target: "codecs", kind: "round-trip", params: { codec, level }, bytes };
  }
  let bytes: Uint8Array;
  let faults = 0.9;
  if (random.chance(0.5)) {
    bytes = GENERATORS[codec](random);
    faults = 0.5;
  } else if (random.chance(0.4)) {
    ({ bytes } = random.pick(goldenCorpus().filter((line) => line.codec === codec)));
  } else if (random.chance(0.1)) {
    bytes = await compressed(random, codec, new Uint8Array(1 << (10 + random.below(12))));
  } else {
    bytes = await compressed(random, codec, randomPayload(random, 8_000));
  }
  const other = random.pick(goldenCorpus());
  if (random.chance(faults)) bytes = mutate(random, bytes, other.bytes);
  else if (random.chance(0.3)) bytes = random.bytes(random.size(100));
  const maxBytes = random.chance(0.2) ? random.below(3_000) : MAX_BYTES;
  const magic = random.chance(0.2) ? 0 : 2;
  return { target: "codecs", kind: "decompress", params: { codec, maxBytes, magic }, bytes };
}

async function checkRoundTrip(given: FuzzCase): Promise<void> {
  const { bytes } = given;
  const [name, level] = [given.params.codec as Name, given.params.level as number];
  const codec = await codecOf(name);
  const pure = PURE[name];
  const middle = bytes.length >> 1;
  const written: [writer: string, packed: Uint8Array][] = [
    [
      codec.implementation ?? "",
      await codec.compress([bytes.subarray(0, middle), bytes.subarray(middle)], { level }),
    ],
  ];
  if (pure !== undefined) written.push(["pure", pure.compress(bytes, Math.max(1, level))]);
  const maxBytes = bytes.length;
  for (const [writer, packed] of written) {
    if (writer === "pure" && packed.length > bytes.length + (bytes.length >> 6) + 64) {
      throw new Violation("too-large", `${name}: ${bytes.length} to ${packed.length} bytes`);
    }
    const rule = `${name}-round-trip`;
    const read = await codec.decompress(packed, { maxBytes, magic: 2 });
    expectSameBytes(rule, `${writer} ${name}`, read, bytes);
    if (pure !== undefined) {
      expectSameBytes(
        rule,
        `${writer} ${name}, read purely,`,
        pure.decompress(packed, maxBytes),
        bytes,
      );
    }
    if (bytes.length < SLOW_BYTES) compareWithReference(name, packed, maxBytes, bytes);
  }
}

/** What fits into the limit comes out, and what does not is refused for that. */
async function checkLimit(given: FuzzCase): Promise<void> {
  const { bytes } = given;
  const [name, maxBytes] = [given.params.codec as Name, given.params.maxBytes as number];
  for (const codec of await implementationsOf(name)) {
    const packed = await codec.compress([bytes], {});
    const what = `${codec.implementation} ${name}`;
    const verdict = await verdictOf(
      what,
      maxBytes,
      () => codec.decompress(packed, { maxBytes, magic: 2 }),
    );
    if (verdict instanceof Uint8Array) expectSameBytes(`${name}-limit`, what, verdict, bytes);
    else if (verdict.code !== "RECORD_TOO_LARGE_DECOMPRESSED" || bytes.length <= maxBytes) {
      throw new Violation("refused", `${what} within ${maxBytes}: ${verdict.message}`, verdict);
    }
  }
}

/** All implementations of a codec that this runtime has. */
async function implementationsOf(name: Name): Promise<CompressionCodec[]> {
  const codecs = [await codecOf(name)];
  if (name === "gzip") codecs.push(gzipCodec("pure"), gzipCodec("streams"));
  if (name === "zstd") codecs.push(await zstdCodec(null));
  return codecs;
}

/** What decompressing gave: bytes, or the error. */
type Verdict = Uint8Array | KafkaError;

async function verdictOf(
  what: string,
  maxBytes: number,
  run: () => Uint8Array | Promise<Uint8Array>,
): Promise<Verdict> {
  let result: Uint8Array;
  try {
    result = await run();
  } catch (error) {
    if (!(error instanceof KafkaError)) {
      throw new Violation("untyped-error", `${what}: ${error}`, error);
    }
    // What the platform says differs from one to the next.
    if (what !== "gzip" && what !== "zstd") noteOutcome(error);
    if (error.code === "RECORD_TOO_LARGE_DECOMPRESSED") return error;
    const offset = error instanceof ProtocolError ? error.offset ?? 0 : -1;
    if (!(error instanceof ProtocolError && error.messageName !== undefined && offset >= 0)) {
      throw new Violation("incomplete-error", `${what}: ${error.message}`, error);
    }
    return error;
  }
  if (result.length > maxBytes) {
    throw new Violation("above-limit", `${what}: ${result.length} of ${maxBytes} bytes`);
  }
  if (result.buffer.byteLength > 4 * result.length + 65_536) {
    throw new Violation("held", `${what}: ${result.buffer.byteLength} for ${result.length} bytes`);
  }
  return result;
}

async function checkDecompress(given: FuzzCase): Promise<void> {
  const { bytes } = given;
  const [name, maxBytes] = [given.params.codec as Name, given.params.maxBytes as number];
  const magic = given.params.magic as number;
  const codec = await codecOf(name);
  const [verdict, allocated] = await countAllocated(() =>
    verdictOf(name, maxBytes, () => codec.decompress(bytes, { maxBytes, magic }))
  );
  const size = verdict instanceof Uint8Array ? verdict.length : maxBytes;
  if (allocated > 4 * (bytes.length + size) + FREE_BYTES) {
    throw new Violation("memory", `${name}: ${allocated} bytes for ${bytes.length} to ${size}`);
  }
  const pure = PURE[name];
  if (pure !== undefined) {
    const other = await verdictOf(`pure ${name}`, maxBytes, () => pure.decompress(bytes, maxBytes));
    compareVerdicts(name, verdict, other);
    if (verdict instanceof Uint8Array) compareWithPlatform(name, bytes, verdict);
  }
  if (verdict instanceof Uint8Array && verdict.length > SLOW_BYTES) return;
  compareWithReference(name, bytes, maxBytes, verdict);
}

/**
 * The one difference between the codecs: the reference implementation's fast
 * paths do not look whether a damaged stream of Huffman codes ends where it
 * must, which the format demands. A batch's checksum has caught such damage before.
 */
const NATIVE_IS_LENIENT = /a stream of literals is (too short|too long|cut off)/;

/** The runtime's codec and the one in TypeScript must agree. */
function compareVerdicts(name: Name, own: Verdict, pure: Verdict): void {
  if (own instanceof Uint8Array && pure instanceof Uint8Array) {
    return expectSameBytes("codecs-differ", name, pure, own);
  }
  if (name === "zstd" && pure instanceof Error && NATIVE_IS_LENIENT.test(pure.message)) return;
  // Of bytes that are damaged and too many, each may see the one or the other first.
  if (own instanceof Uint8Array || pure instanceof Uint8Array) {
    const show = (verdict: Verdict): string =>
      verdict instanceof Uint8Array ? `${verdict.length} bytes` : verdict.message;
    throw new Violation("verdicts-differ", `${name}: ${show(own)}; in TypeScript ${show(pure)}`);
  }
}

/** What the platform reads by itself must be the same; it may refuse more. */
function compareWithPlatform(name: Name, bytes: Uint8Array, verdict: Uint8Array): void {
  const zlib = nativeZlib();
  if (name !== "gzip" || zlib === null) return;
  let read: Uint8Array;
  try {
    read = zlib.gunzipSync(bytes, { maxOutputLength: MAX_BYTES + 1 });
  } catch {
    return;
  }
  expectSameBytes("platform-differs", name, verdict, read);
}

function compareWithReference(
  name: Name,
  bytes: Uint8Array,
  maxBytes: number,
  verdict: Verdict,
): void {
  const read = { snappy: readSnappy, lz4: readLz4, gzip: readGzip, zstd: undefined }[name];
  if (read === undefined) return;
  let expected: Uint8Array | undefined;
  try {
    expected = read(bytes, Math.min(maxBytes, SLOW_BYTES));
  } catch (error) {
    if (!(error instanceof NotCompressed)) throw error;
  }
  if (verdict instanceof Uint8Array) {
    if (expected === undefined) throw new Violation("accepted", `${name}: ${verdict.length} bytes`);
    return expectSameBytes("wrong-output", name, verdict, expected);
  }
  // The reference for lz4 looks at no checksum.
  if (expected !== undefined && !/checksum/.test(verdict.message)) {
    throw new Violation("refused", `${name}: ${verdict.message}`, verdict);
  }
}

/** The compression codecs. */
export const CODECS_TARGET: Target = {
  name: "codecs",
  generate,
  check: (given) => {
    switch (given.kind) {
      case "round-trip":
        return checkRoundTrip(given);
      case "limit":
        return checkLimit(given);
      default:
        return checkDecompress(given);
    }
  },
};
