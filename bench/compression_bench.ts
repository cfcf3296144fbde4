/**
 * Ratio and speed of each codec in TypeScript, beside the runtime's own where
 * there is one. By CPU time.
 *
 * ```sh
 * deno run bench/compression_bench.ts
 * ```
 *
 * @module
 */

import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { CompressionCodec } from "../src/record/compression.ts";
import { gzipCodec } from "../src/record/gzip.ts";
import { LZ4 } from "../src/record/lz4.ts";
import { SNAPPY } from "../src/record/snappy.ts";
import { zstdCodec } from "../src/record/zstd.ts";

const ROUNDS = 9;
const BYTES = 1_000_000;

function json(): Uint8Array {
  let text = "";
  for (let id = 0; text.length < BYTES; id++) {
    const user = `user-${(id * 7919) % 1000}`;
    const price = ((id * 31_337) % 10_000) / 100;
    text += JSON.stringify({
      id,
      user,
      action: ["click", "view", "buy"][id % 3],
      time: 1_700_000_000_000 + 37 * id,
      price,
    });
  }
  return new TextEncoder().encode(text).subarray(0, BYTES);
}

/** The sources of this project, one after the other. */
function code(): Uint8Array {
  const root = fileURLToPath(new URL("../src", import.meta.url));
  const bytes = new Uint8Array(BYTES);
  let length = 0;
  for (const name of readdirSync(root, { recursive: true }).map(String).sort()) {
    if (!name.endsWith(".ts")) continue;
    const file = readFileSync(`${root}/${name}`).subarray(0, BYTES - length);
    bytes.set(file, length);
    length += file.length;
  }
  return bytes.subarray(0, length);
}

function random(): Uint8Array {
  return new Uint8Array(BYTES).map(() => Math.random() * 256);
}

/** The least CPU time of several rounds, in seconds, and what the last one returned. */
async function measure(
  work: () => Uint8Array | Promise<Uint8Array>,
): Promise<[number, Uint8Array]> {
  let result = await work();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    result = await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return [best, result];
}

async function codecs(): Promise<[CompressionCodec, readonly (number | undefined)[]][]> {
  const list: [CompressionCodec, readonly (number | undefined)[]][] = [
    [SNAPPY, [undefined]],
    [LZ4, [1, 6]],
    [await zstdCodec(null), [1, 3, 6]],
  ];
  const native = await zstdCodec();
  if (native.implementation === "native") list.push([native, [1, 3, 6]]);
  list.push([gzipCodec("pure"), [1, 6]], [gzipCodec("native"), [1, 6]]);
  return list;
}

for (const [name, bytes] of [["JSON", json()], ["code", code()], ["random", random()]] as const) {
  for (const [codec, levels] of await codecs()) {
    for (const level of levels) {
      const [compression, packed] = await measure(() => codec.compress([bytes], { level }));
      const [decompression] = await measure(() =>
        codec.decompress(packed, { maxBytes: bytes.length, magic: 2 })
      );
      const speed = (seconds: number) => (bytes.length / 1e6 / seconds).toFixed(0).padStart(5);
      console.log(
        `${name.padEnd(7)}${codec.name.padEnd(7)}${(codec.implementation ?? "").padEnd(8)}${
          String(level ?? "").padStart(2)
        }  ratio ${(bytes.length / packed.length).toFixed(2).padStart(6)}  compress ${
          speed(compression)
        } MB/s  decompress ${speed(decompression)} MB/s`,
      );
    }
  }
}
