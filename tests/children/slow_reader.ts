/**
 * Reads a topic slowly, and says how much memory that took at the most.
 *
 * Arguments: brokers, topic, how ("idle" | "iterator" | "batches" | "pipe"), seconds, records per second.
 */

import { readFileSync } from "node:fs";
import process from "node:process";
import { Kafka } from "../../mod.ts";

const [brokers, topic, how, seconds, rate] = process.argv.slice(2);
const perRecordMs = 1000 / Number(rate);
const until = performance.now() + Number(seconds) * 1000;
let records = 0;

const kafka = new Kafka({ brokers: brokers.split(",") });
const consumer = kafka.consumer({
  topics: [topic],
  from: "earliest",
  prefetchBytes: 16 * 1024 * 1024,
});

/** Takes its time for one record; says whether to go on. */
async function handle(): Promise<boolean> {
  records++;
  await new Promise((resolve) => setTimeout(resolve, perRecordMs));
  return performance.now() < until;
}

if (how === "idle") {
  while (await handle());
  records = 0;
} else if (how === "iterator") {
  for await (const _ of consumer) if (!(await handle())) break;
} else if (how === "batches") {
  outer: for await (const batch of consumer.batches()) {
    for (const _ of batch) if (!(await handle())) break outer;
  }
} else {
  const abort = new AbortController();
  const sink = new WritableStream({
    async write() {
      if (!(await handle())) abort.abort();
    },
  });
  await consumer.pipeTo(sink, { signal: abort.signal }).catch((error: Error) => {
    if (!abort.signal.aborted) throw error;
  });
}
await kafka.close();
const peakKib = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
console.log(JSON.stringify({ how, records, peakMib: peakKib / 1024 }));
