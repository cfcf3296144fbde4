/**
 * How fast a consumer hands out what was fetched already: message by message
 * through its iterator, through the platform's reader, and by batches. In millions of messages
 * for each second of CPU time.
 *
 * ```sh
 * deno run bench/consumer_bench.ts
 * ```
 *
 * @module
 */

import process from "node:process";
import { FetchedChunk } from "../src/consumer/fetched_chunk.ts";
import { DirectStream } from "../src/consumer/direct_stream.ts";
import type { DirectFeed } from "../src/consumer/direct_stream.ts";
import { DrainMeter } from "../src/consumer/drain_meter.ts";
import { Partition } from "../src/consumer/partition.ts";
import { type FeedHost, RecordFeed } from "../src/consumer/record_feed.ts";
import type { Environment } from "../src/internal/environment.ts";
import { ResourceRegistry } from "../src/internal/resources.ts";
import { encodeBatchHeader } from "../src/record/batch_header.ts";
import { CompressionCodecs } from "../src/record/compression.ts";
import { encodeRecords } from "../src/record/record_encoder.ts";

const RECORDS_PER_BATCH = 1_000;
const BATCHES = 1_000;
const ROUNDS = 5;

const environment: Environment = {
  clock: {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer: (callback, delayMs) => {
      const id = setTimeout(callback, delayMs);
      return { cancel: () => clearTimeout(id) };
    },
  },
  random: () => Math.random(),
  macrotask: () => new Promise((resolve) => setTimeout(resolve, 0)),
  hold: () => () => {},
  resources: new ResourceRegistry(),
};

/** A batch of records of so many bytes, as a broker would send it. */
function batch(baseOffset: number, valueBytes: number): Uint8Array {
  const value = new Uint8Array(valueBytes).fill(120);
  const records = encodeRecords(
    Array.from({ length: RECORDS_PER_BATCH }, (_, index) => ({
      offsetDelta: index,
      timestampDelta: index,
      key: null,
      value,
      headers: [],
    })),
  );
  const header = encodeBatchHeader({
    baseOffset: BigInt(baseOffset),
    partitionLeaderEpoch: 0,
    compression: 0,
    timestampType: "create",
    isTransactional: false,
    isControl: false,
    lastOffsetDelta: RECORDS_PER_BATCH - 1,
    baseTimestamp: 1_700_000_000_000,
    maxTimestamp: 1_700_000_000_000 + RECORDS_PER_BATCH,
    producerId: -1n,
    producerEpoch: -1,
    baseSequence: -1,
    recordCount: RECORDS_PER_BATCH,
  }, records);
  const bytes = new Uint8Array(header.length + records.length);
  bytes.set(header);
  bytes.set(records, header.length);
  return bytes;
}

/** A feed over a partition that has everything already, and ends after it. */
function feedOf<T>(
  bytes: readonly Uint8Array[],
  checkCrcs: boolean,
  takeOf: (feed: RecordFeed) => T | undefined,
): DirectFeed<T> {
  const partition = new Partition("bench", 0, 1, { kind: "offset", offset: 0, leaderEpoch: -1 });
  const host: FeedHost = {
    checkCrcs,
    maxDecompressedBytes: 1 << 27,
    codecs: new CompressionCodecs(),
    clock: environment.clock,
    drain: new DrainMeter(environment.clock),
    acknowledger: () => undefined,
    released: () => {},
    damaged: () => {
      throw new Error("The benchmark's own batches are damaged");
    },
    reached: () => {},
  };
  const records = new RecordFeed(host);
  for (const chunk of bytes) {
    partition.add(
      new FetchedChunk({
        bytes: chunk,
        fetchOffset: partition.fetchOffset,
        aborted: [],
        highWatermark: 0,
      }),
    );
  }
  records.offer(partition);
  return {
    environment,
    get ended() {
      return partition.chunks.length === 0;
    },
    error: undefined,
    begin: () => {},
    take: () => takeOf(records),
    detach: (item) => item,
    wait: () => records.wait(),
    ring: () => records.ring(),
    onEnd: () => {},
    close: () => Promise.resolve(),
  };
}

type Run = (bytes: readonly Uint8Array[], checkCrcs: boolean) => Promise<number>;

const runs: { readonly [name: string]: Run } = {
  "feed.take()": (bytes, checkCrcs) => {
    const feed = feedOf(bytes, checkCrcs, (records) => records.take());
    let sum = 0;
    for (let next = feed.take(); next !== undefined; next = feed.take()) sum += next.offset;
    return Promise.resolve(sum);
  },
  "for await": async (bytes, checkCrcs) => {
    let sum = 0;
    const stream = new DirectStream(feedOf(bytes, checkCrcs, (records) => records.take()));
    for await (const message of stream) sum += message.offset;
    return sum;
  },
  "for await, value": async (bytes, checkCrcs) => {
    let sum = 0;
    const stream = new DirectStream(feedOf(bytes, checkCrcs, (records) => records.take()));
    for await (const message of stream) sum += message.value?.length ?? 0;
    return sum;
  },
  "reader.read()": async (bytes, checkCrcs) => {
    let sum = 0;
    const feed = feedOf(bytes, checkCrcs, (records) => records.take());
    const reader = new DirectStream(feed).getReader();
    for (let left = bytes.length * RECORDS_PER_BATCH; left > 0; left--) {
      sum += (await reader.read()).value?.offset ?? 0;
    }
    return sum;
  },
  "batches": async (bytes, checkCrcs) => {
    let sum = 0;
    const stream = new DirectStream(feedOf(bytes, checkCrcs, (records) => records.takeBatch()));
    for await (const batch of stream) {
      for (const message of batch) sum += message.offset;
    }
    return sum;
  },
};

for (const valueBytes of [100, 1024]) {
  const count = valueBytes === 100 ? BATCHES : BATCHES / 5;
  const bytes = Array.from({ length: count }, (_, i) => batch(i * RECORDS_PER_BATCH, valueBytes));
  for (const [name, run] of Object.entries(runs)) {
    for (const checkCrcs of [false, true]) {
      let best = Infinity;
      for (let round = 0; round < ROUNDS; round++) {
        // CPU time, not the clock's: what else the machine does must not count.
        const start = process.cpuUsage();
        await run(bytes, checkCrcs);
        const { user, system } = process.cpuUsage(start);
        best = Math.min(best, (user + system) / 1000);
      }
      const rate = bytes.length * RECORDS_PER_BATCH / best / 1000;
      console.log(
        `${String(valueBytes).padStart(5)} B  ${name.padEnd(18)} ${checkCrcs ? "CRC" : "   "} ${
          rate.toFixed(2).padStart(7)
        } M per CPU second`,
      );
    }
  }
}
