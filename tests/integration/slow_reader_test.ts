/**
 * A slow reader takes little memory, however much waits for it.
 */

import { assertGreater, assertLessOrEqual } from "@std/assert";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { type ChildResult, runScript } from "../helpers/child.ts";

const SCRIPT = new URL(`../children/slow_reader${import.meta.url.slice(-3)}`, import.meta.url);
const SECONDS = 20;
const RATE = 100;
const PREFETCH_MIB = 16;
const ALLOWANCE_MIB = 48;

interface Figures {
  readonly how: string;
  readonly records: number;
  readonly peakMib: number;
}

function figures({ code, stdout, stderr }: ChildResult): Figures {
  if (code !== 0) throw new Error(`The reader ended with status ${code}\n${stderr}`);
  return JSON.parse(stdout) as Figures;
}

/** A cluster with 1 GiB of 1 KiB records over three partitions. */
async function backlog(): Promise<EmbeddedKafka> {
  const cluster = new EmbeddedKafka({ topics: { t: { partitions: 3 } } });
  const batch = Array.from(
    { length: 512 },
    (_, i) => ({ key: String(i), value: new Uint8Array(1024).fill(i) }),
  );
  for (let n = 0; n < 2048; n++) await cluster.append("t", n % 3, batch);
  return cluster;
}

Deno.test({
  name: "Consumer keeps its memory within the prefetch when the reader is slow, however it reads",
  timeout: 120_000,
  fn: async () => {
    const cluster = await backlog();
    try {
      const { brokers } = await cluster.listen();
      const run = (how: string) =>
        runScript(SCRIPT, { args: [brokers.join(","), "t", how, String(SECONDS), String(RATE)] })
          .then(figures);
      const [idle, ...readers] = await Promise.all(
        ["idle", "iterator", "batches", "pipe"].map(run),
      );
      const limit = idle.peakMib + PREFETCH_MIB + ALLOWANCE_MIB;
      for (const { how, records, peakMib } of readers) {
        console.log(
          `${how}: ${records} records, peak ${peakMib.toFixed(0)} MiB (idle ${
            idle.peakMib.toFixed(0)
          } MiB)`,
        );
        assertGreater(records, (SECONDS * RATE) / 4);
        assertLessOrEqual(peakMib, limit);
      }
    } finally {
      await cluster.close();
    }
  },
});
