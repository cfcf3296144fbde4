import { assertEquals, assertRejects } from "@std/assert";
import { KafkaError } from "../../src/errors.ts";
import { type CompressionCodec, CompressionCodecs } from "../../src/record/compression.ts";
import { gzipCodec } from "../../src/record/gzip.ts";
import { zstdCodec } from "../../src/record/zstd.ts";
import { fromHex, goldenLines, toHex } from "../record/golden_lines.ts";

interface Line {
  codec: string;
  variant: string;
  magic: number;
  hex: string;
  /** What it decompresses to; absent where Java refuses it. */
  plain?: string;
  kafkaReader: string;
}

const MAX_BYTES = 1 << 24;
const codecs = new CompressionCodecs();

/** The codec under test and, where that is the runtime's own, the one in TypeScript. */
async function implementations(name: string): Promise<CompressionCodec[]> {
  const chosen = await codecs.byName(name);
  if (chosen.implementation === "pure") return [chosen];
  if (name === "zstd") return [chosen, await zstdCodec(null)];
  return [chosen, gzipCodec("streams"), gzipCodec("pure")];
}

/**
 * Where we differ from Kafka's reader on purpose, by its verdict:
 * - lz4 frames whose blocks depend on each other, which it refuses, are read;
 * - of several lz4 frames it reads the first only, and we all.
 * Both are given with their content in the vectors.
 */
const READ_ALTHOUGH = /Dependent block stream is unsupported|^different:/;

Deno.test("CompressionCodec.decompress() has Kafka's verdict on every payload", async () => {
  await goldenLines<Line>("compression", async (line) => {
    const bytes = fromHex(line.hex);
    for (const codec of await implementations(line.codec)) {
      if (line.plain === undefined) {
        await assertRejects(
          async () => await codec.decompress(bytes, { maxBytes: MAX_BYTES, magic: line.magic }),
          KafkaError,
          undefined,
          `${codec.implementation} accepts what Kafka refuses: ${line.kafkaReader}`,
        );
        continue;
      }
      const plain = await codec.decompress(bytes, { maxBytes: MAX_BYTES, magic: line.magic });
      assertEquals(toHex(plain) === line.plain, true, `${codec.implementation} content`);
      assertEquals(line.kafkaReader === "ok" || READ_ALTHOUGH.test(line.kafkaReader), true);
    }
  });
});
