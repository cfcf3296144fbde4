import type { FuzzCase, Json } from "../../scripts/fuzz/case.ts";
import { Random } from "../../scripts/fuzz/random.ts";
import { runCase } from "../../scripts/fuzz/targets.ts";

/** Where encoders change how they write sizes, and where windows and blocks end. */
const SIZES: readonly number[] = [
  0,
  255,
  256,
  65_535 + 256,
  65_536 + 256,
  (1 << 17) - 1,
  (1 << 17) + 1,
  (1 << 18) + 7,
  600_000,
];

/** Payloads that make encoders take their rarer ways. */
const PAYLOADS: Readonly<Record<string, (random: Random, size: number) => Uint8Array>> = {
  zeros: (_random, size) => new Uint8Array(size),
  noise: (random, size) => random.bytes(size),
  "noise, then zeros": (random, size) => {
    const bytes = random.bytes(size);
    return bytes.fill(7, size >> 1);
  },
  "letters, few of them frequent": (random, size) =>
    Uint8Array.from({ length: size }, () => Math.min(random.below(250), random.below(250))),
  "many short matches": (random, size) => {
    const bytes = random.bytes(size);
    for (let at = 4_000; at + 8 < size; at += 8) {
      const from = at - 8 * (1 + random.below(400));
      bytes.copyWithin(at, from, from + 5);
    }
    return bytes;
  },
  "one long period": (random, size) => {
    const pattern = random.bytes(40_000);
    return Uint8Array.from({ length: size }, (_, index) => pattern[index % pattern.length]);
  },
};

async function roundTrip(codec: string, bytes: Uint8Array, level: number): Promise<void> {
  const params: Record<string, Json> = { codec, level };
  const given: FuzzCase = { target: "codecs", kind: "round-trip", params, bytes };
  const failure = await runCase(given);
  // How fast it is, is for the benchmarks to say.
  if (failure === undefined || failure.rule === "slow") return;
  throw new Error(`${failure.rule} of ${codec} at level ${level}: ${failure.stack}`);
}

for (const codec of ["gzip", "snappy", "lz4", "zstd"]) {
  Deno.test(`${codec} gives back large payloads of all kinds, at its limits of size`, async () => {
    for (const [name, make] of Object.entries(PAYLOADS)) {
      const random = new Random(codec, name);
      for (const [index, size] of SIZES.entries()) {
        await roundTrip(codec, make(random, size), [1, 6, 9, 3][index % 4]);
      }
    }
  });
}

Deno.test("zstd gives back what is larger than its window", async () => {
  const bytes = new Uint8Array((1 << 23) + 10);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at >> 5) ^ (at >> 14);
  await roundTrip("zstd", bytes, 1);
});
