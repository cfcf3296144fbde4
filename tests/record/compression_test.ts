import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { KafkaError, ProtocolError } from "../../src/errors.ts";
import { type CompressionCodec, CompressionCodecs } from "../../src/record/compression.ts";
import { gzipCodec } from "../../src/record/gzip.ts";
import { nativeZlib } from "../../src/record/native_zlib.ts";

const custom: CompressionCodec = {
  name: "brotli",
  id: 7,
  compress: ([chunk]) => chunk,
  decompress: (bytes) => bytes,
};

Deno.test("CompressionCodecs.get() gives a codec at once when it was loaded before", async () => {
  const codecs = new CompressionCodecs();
  assertEquals((codecs.get(0) as CompressionCodec).name, "none");
  const loading = codecs.get(1);
  assertInstanceOf(loading, Promise);
  assertStrictEquals(codecs.get(1), loading);
  const codec = await loading;
  assertEquals([codec.name, codec.id, codec.implementation], ["gzip", 1, "native"]);
  assertStrictEquals(codecs.get(1), codec);
  assertStrictEquals(codecs.byName("gzip"), codec);
});

Deno.test("CompressionCodecs refuses what it does not know", async () => {
  const codecs = new CompressionCodecs();
  for (const ask of [() => codecs.get(5), () => codecs.get(-1), () => codecs.byName("brotli")]) {
    const error = await assertRejects(async () => await ask(), KafkaError);
    assertEquals(error.code, "UNSUPPORTED_COMPRESSION_TYPE");
  }
});

Deno.test("CompressionCodecs takes codecs of the user, by id and by name", () => {
  const codecs = new CompressionCodecs([custom]);
  assertStrictEquals(codecs.get(7), custom);
  assertStrictEquals(codecs.byName("brotli"), custom);
});

Deno.test("CompressionCodecs refuses a codec of the user whose id does not fit", () => {
  for (const id of [0, 8, 1.5, -1]) {
    assertThrows(() => new CompressionCodecs([{ ...custom, id }]), RangeError);
  }
});

Deno.test("CompressionCodecs passes on what it is given for no compression", async () => {
  const none = await new CompressionCodecs().get(0);
  const bytes = new Uint8Array([1, 2, 3]);
  assertStrictEquals(none.compress([bytes], {}), bytes);
  assertStrictEquals(none.decompress(bytes, { maxBytes: 1, magic: 2 }), bytes);
  assertEquals(
    none.compress([bytes, new Uint8Array(0), new Uint8Array([4])], {}),
    new Uint8Array([1, 2, 3, 4]),
  );
  assertEquals(none.compress([], {}), new Uint8Array(0));
});

const variants: [string, () => CompressionCodec][] = [
  ["native", () => gzipCodec("native")],
  ["of compression streams", () => gzipCodec("streams")],
  ["in TypeScript", () => gzipCodec("pure")],
];

for (const [name, make] of variants) {
  Deno.test(`gzipCodec() ${name} reads what it writes`, async () => {
    const codec = make();
    for (const size of [0, 1, 1000, 300_000]) {
      const bytes = new Uint8Array(size).map((_, i) => i * i >> 5);
      const packed = await codec.compress(
        [bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)],
        {},
      );
      assertEquals(
        await codec.decompress(packed, { maxBytes: Math.max(size, 1), magic: 2 }),
        bytes,
      );
    }
  });

  Deno.test(`gzipCodec() ${name} stops at the limit`, async () => {
    const codec = make();
    const bomb = await codec.compress([new Uint8Array(10_000_000)], {});
    const error = await assertRejects(
      async () => await codec.decompress(bomb, { maxBytes: 100_000, magic: 2 }),
      KafkaError,
    );
    assertEquals(error.code, "RECORD_TOO_LARGE_DECOMPRESSED");
    assertEquals(
      (await codec.decompress(bomb, { maxBytes: 10_000_000, magic: 2 })).length,
      10_000_000,
    );
  });

  Deno.test(`gzipCodec() ${name} refuses damaged and truncated data`, async () => {
    const codec = make();
    const packed = await codec.compress([new TextEncoder().encode("some text ".repeat(50))], {});
    const damaged = packed.slice();
    damaged[packed.length - 6] ^= 1;
    for (
      const bytes of [
        new Uint8Array(0),
        packed.subarray(0, 5),
        packed.subarray(0, packed.length - 1),
        damaged,
      ]
    ) {
      await assertRejects(
        async () => await codec.decompress(bytes, { maxBytes: 1 << 20, magic: 2 }),
        ProtocolError,
      );
    }
  });
}

Deno.test("gzipCodec() compresses more on a higher level", async () => {
  const codec = gzipCodec();
  const text = new TextEncoder().encode(
    Array.from({ length: 5000 }, (_, i) => `line ${i * 7919 % 1000}`).join("\n"),
  );
  const fast = await codec.compress([text], { level: 1 });
  const best = await codec.compress([text], { level: 9 });
  assertEquals(best.length < fast.length, true);
});

Deno.test("nativeZlib() is null where the runtime has no node:zlib", () => {
  const hosts = [
    {},
    { process: {} },
    { process: { getBuiltinModule: () => undefined } },
    { process: { getBuiltinModule: () => ({ gzipSync() {} }) } },
  ];
  for (const host of hosts) assertEquals(nativeZlib(host), null);
  assertEquals(typeof nativeZlib()?.gunzipSync, "function");
});
