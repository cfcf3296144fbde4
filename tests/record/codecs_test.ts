import { assert, assertEquals, assertRejects } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import * as zlib from "node:zlib";
import { KafkaError, ProtocolError } from "../../src/errors.ts";
import type { CompressionCodec } from "../../src/record/compression.ts";
import { gzipCodec } from "../../src/record/gzip.ts";
import { LZ4 } from "../../src/record/lz4.ts";
import { SNAPPY } from "../../src/record/snappy.ts";
import { zstdCodec } from "../../src/record/zstd.ts";
import { codecSamples, seededRandom } from "./codec_samples.ts";

const PURE: CompressionCodec[] = [SNAPPY, LZ4, await zstdCodec(null), gzipCodec("pure")];
const SAMPLES = codecSamples();
const LEVELS: Record<string, (number | undefined)[]> = {
  snappy: [undefined],
  lz4: [undefined, 3, 9],
  zstd: [undefined, 1, 2, 4, 9],
  gzip: [undefined, 1, 9],
};

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

for (const codec of PURE) {
  Deno.test(`${codec.name} in TypeScript reads what it writes, on every level`, async () => {
    for (const level of LEVELS[codec.name]) {
      for (const [name, bytes] of SAMPLES) {
        const packed = await codec.compress([bytes], { level });
        const plain = await codec.decompress(packed, { maxBytes: bytes.length, magic: 2 });
        assert(equal(plain, bytes), `${name}, level ${level}`);
      }
    }
  });

  Deno.test(`${codec.name} in TypeScript stays within the limit and needs no more`, async () => {
    for (const [name, bytes] of SAMPLES) {
      if (bytes.length === 0) continue;
      const packed = await codec.compress([bytes], {});
      const error = await assertRejects(
        async () => await codec.decompress(packed, { maxBytes: bytes.length - 1, magic: 2 }),
        KafkaError,
        undefined,
        name,
      );
      assertEquals(error.code, "RECORD_TOO_LARGE_DECOMPRESSED", name);
    }
  });

  Deno.test(`${codec.name} in TypeScript refuses every prefix of what it writes`, async () => {
    const [, text] = SAMPLES.find(([name]) => name === "300 bytes of text")!;
    const packed = await codec.compress([text, text.subarray(3), text], {});
    for (let end = 0; end < packed.length; end++) {
      // Nothing is a whole zstd stream, as for Java; and snappy's frame may end between its blocks.
      if (codec.name === "zstd" && end === 0) continue;
      if (codec.name === "snappy" && end >= 16 && end < 20) continue;
      await assertRejects(
        async () =>
          await codec.decompress(packed.subarray(0, end), { maxBytes: 1 << 20, magic: 2 }),
        ProtocolError,
        undefined,
        `${end} of ${packed.length} bytes`,
      );
    }
  });

  Deno.test(`${codec.name} in TypeScript takes damaged bytes as damaged or as other content, within its limit`, async () => {
    const random = seededRandom(codec.id);
    const sources: Uint8Array[] = [];
    for (const [, bytes] of SAMPLES) {
      if (bytes.length > 0) sources.push(await codec.compress([bytes.subarray(0, 20_000)], {}));
    }
    const outcomes = { plain: 0, refused: 0 };
    for (let i = 0; i < 3000; i++) {
      const damaged = sources[i % sources.length].slice();
      for (let flips = 1 + random() * 3; flips > 0; flips--) {
        const range = random() < 0.5 ? Math.min(damaged.length, 40) : damaged.length;
        damaged[Math.floor(random() * range)] ^= 1 << (random() * 8);
      }
      try {
        const plain = await codec.decompress(damaged, { maxBytes: 1 << 17, magic: 2 });
        assert(plain.length <= 1 << 17);
        outcomes.plain++;
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
        outcomes.refused++;
      }
    }
    assert(outcomes.refused > 100, JSON.stringify(outcomes));
  });

  Deno.test(`${codec.name} in TypeScript does not allocate what damaged bytes claim`, async () => {
    const random = seededRandom(99);
    const packed = await codec.compress([new Uint8Array(64)], {});
    // The modules are loaded by now; from here on every allocation goes through this.
    const { Uint8Array: original } = globalThis;
    let largest = 0;
    globalThis.Uint8Array = new Proxy(original, {
      construct(target, args: [number]) {
        if (typeof args[0] === "number") largest = Math.max(largest, args[0]);
        return Reflect.construct(target, args);
      },
    });
    try {
      for (let i = 0; i < 500; i++) {
        const damaged = packed.slice();
        for (let at = 4; at < Math.min(packed.length, 24); at++) {
          if (random() < 0.3) damaged[at] = 0xff;
        }
        try {
          await codec.decompress(damaged, { maxBytes: 2 ** 31, magic: 2 });
        } catch (error) {
          if (!(error instanceof KafkaError)) throw error;
        }
      }
    } finally {
      globalThis.Uint8Array = original;
    }
    assert(largest > 0 && largest <= 1 << 20, `${largest} bytes`);
  });
}

Deno.test("gzip in TypeScript writes what the runtime's own reads, and reads what it writes", async () => {
  const codec = gzipCodec("pure");
  for (const [name, bytes] of SAMPLES) {
    const packed = await codec.compress([bytes], {});
    assert(equal(new Uint8Array(gunzipSync(packed)), bytes), name);
    for (const level of [1, 9]) {
      const theirs = new Uint8Array(gzipSync(bytes, { level }));
      assert(
        equal(await codec.decompress(theirs, { maxBytes: bytes.length, magic: 2 }), bytes),
        name,
      );
    }
  }
});

Deno.test("gzip compresses as well in TypeScript as natively, within 10 percent", async () => {
  const [, text] = SAMPLES.find(([name]) => name === "1.1 MB of text")!;
  const ours = await gzipCodec("pure").compress([text], { level: 6 });
  assert(ours.length < 1.1 * gzipSync(text, { level: 6 }).length);
});

// Node 20 has no zstd of its own.
const native = zlib as unknown as {
  zstdCompressSync?: (bytes: Uint8Array, options: { params: Record<number, number> }) => Uint8Array;
  zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array;
};
if (
  typeof native.zstdCompressSync === "function" && typeof native.zstdDecompressSync === "function"
) {
  const compress = native.zstdCompressSync;
  const decompress = native.zstdDecompressSync;

  Deno.test("zstd in TypeScript writes what the runtime's own reads, and reads what it writes", async () => {
    const codec = await zstdCodec(null);
    for (const [name, bytes] of SAMPLES) {
      const packed = await codec.compress([bytes], {});
      assert(equal(new Uint8Array(decompress(packed)), bytes), name);
      for (const level of [1, 5, 19]) {
        if (level === 19 && bytes.length > 35_000) continue;
        // 201 is the parameter of the checksum.
        const theirs = new Uint8Array(compress(bytes, { params: { 100: level, 201: level % 2 } }));
        assert(
          equal(await codec.decompress(theirs, { maxBytes: bytes.length, magic: 2 }), bytes),
          name,
        );
      }
    }
  });

  Deno.test("zstd compresses as well in TypeScript as natively on level 1, within 15 percent", async () => {
    const codec = await zstdCodec(null);
    for (const [name, bytes] of SAMPLES.filter(([name]) => name.includes("text"))) {
      if (bytes.length < 1000) continue;
      const ours = await codec.compress([bytes], { level: 1 });
      const theirs = compress(bytes, { params: { 100: 1 } });
      assert(ours.length < 1.15 * theirs.length, `${name}: ${ours.length} to ${theirs.length}`);
    }
  });

  Deno.test("zstd is native where the runtime has it, with the same results", async () => {
    const codec = await zstdCodec();
    assertEquals(codec.implementation, "native");
    const pure = await zstdCodec(null);
    assertEquals(pure.implementation, "pure");
    for (const [name, bytes] of SAMPLES) {
      const packed = await codec.compress([bytes], {});
      for (const reader of [codec, pure]) {
        assert(
          equal(await reader.decompress(packed, { maxBytes: bytes.length, magic: 2 }), bytes),
          name,
        );
      }
    }
    const two = new Uint8Array([
      ...await codec.compress([new Uint8Array(5)], {}),
      ...await pure.compress([new Uint8Array(6)], {}),
    ]);
    assertEquals((await codec.decompress(two, { maxBytes: 11, magic: 2 })).length, 11);
    for (const bytes of [two.subarray(0, two.length - 1), new Uint8Array([...two, 1, 2, 3])]) {
      await assertRejects(
        async () => await codec.decompress(bytes, { maxBytes: 100, magic: 2 }),
        ProtocolError,
      );
    }
    const error = await assertRejects(
      async () => await codec.decompress(two, { maxBytes: 10, magic: 2 }),
      KafkaError,
    );
    assertEquals(error.code, "RECORD_TOO_LARGE_DECOMPRESSED");
  });
}
