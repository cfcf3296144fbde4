/**
 * The demonstration: records go in, Kafka holds them, they stream back out,
 * and every one of them is accounted for.
 *
 * @module
 */

import { createHash, type Hash, randomUUID } from "node:crypto";
import process from "node:process";
import { Kafka, type Message, type Producer } from "../../mod.ts";
import { EmbeddedKafka } from "../testing/mod.ts";
import {
  type Command,
  type FlagValues,
  readFlags,
  usage,
  UsageError,
  wholeNumber,
} from "./args.ts";
import { repositoryLines, splitLines, standardInput } from "./lines.ts";
import {
  isErrorTerminal,
  isInputTerminal,
  isOutputTerminal,
  print,
  ProgressBar,
  styles,
} from "./terminal.ts";

/** The command line of the demonstration. */
export const DEMO: Command = {
  name: "demo",
  about: "produce real text, consume it back, and check every record",
  flags: {
    brokers: { about: "A real cluster instead of the embedded one", value: "HOST:PORT[,...]" },
    topic: { about: "The topic to use", value: "T", default: "a new one" },
    records: { about: "How many records", value: "N", default: "200000" },
    size: {
      about: "Cut or repeat each line to this size",
      value: "BYTES",
      default: "lines as they are",
    },
  },
};

/** How many sends may be open at once. */
const MAX_OPEN = 10_000;
/** The pace of the latency measurement, in records per second. */
const PACE = 1_000;
/** How many records are sent at that pace, at the most. */
const PACED = 2_000;
/** How long the consumer may go without a new record before the rest counts as lost. */
const PATIENCE_MS = 15_000;

/** What is known about one partition: the records in the order of their offsets. */
class PartitionCheck {
  readonly #hash: Hash = createHash("sha256");
  first: number | undefined;
  count: number = 0;
  last: number = -1;

  add(sequence: number, value: Uint8Array, offset: number | undefined): void {
    this.first ??= offset;
    this.count++;
    this.last = sequence;
    this.#hash.update(`${sequence}:${value.length}:`).update(value);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}

/** What producing gave. */
interface Produced {
  readonly partitions: ReadonlyMap<number, PartitionCheck>;
  readonly count: number;
  readonly bytes: number;
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/** What consuming gave. */
interface Consumed {
  readonly partitions: ReadonlyMap<number, PartitionCheck>;
  readonly count: number;
  readonly outOfOrder: number;
  readonly duplicates: number;
  readonly perSecond: number;
}

function check(partitions: Map<number, PartitionCheck>, partition: number): PartitionCheck {
  let entry = partitions.get(partition);
  if (entry === undefined) partitions.set(partition, entry = new PartitionCheck());
  return entry;
}

/** An endless supply of values: the given lines, again and again. */
function* values(
  lines: readonly Uint8Array[],
  size: number | undefined,
): Generator<Uint8Array, never, void> {
  for (;;) {
    for (const line of lines) yield size === undefined ? line : fit(line, size);
  }
}

function fit(line: Uint8Array, size: number): Uint8Array {
  if (line.length >= size) return line.subarray(0, size);
  const value = new Uint8Array(size);
  for (let at = 0; at < size; at += Math.max(1, line.length)) {
    value.set(line.subarray(0, size - at), at);
  }
  return value;
}

/** Reads the text to send: standard input when something is piped in, the repository's files otherwise. */
async function textLines(): Promise<{ lines: Uint8Array[]; from: string }> {
  if (!isInputTerminal()) {
    const lines: Uint8Array[] = [];
    for await (const line of splitLines(standardInput())) lines.push(line);
    if (lines.length > 0) return { lines, from: "standard input" };
  }
  return { lines: await repositoryLines(), from: "the repository's files" };
}

async function produce(
  producer: Producer,
  topic: string,
  run: string,
  source: Iterator<Uint8Array>,
  records: number,
): Promise<Produced> {
  const partitions = new Map<number, PartitionCheck>();
  const latencies: number[] = [];
  const headers: [string, string][] = [["run", run]];
  let bytes = 0;
  let acked = 0;
  let failure: unknown;
  let wake = () => {};
  const paced = Math.min(PACED, Math.ceil(records / 10));
  const bulk = records - paced;
  const bar = new ProgressBar("producing", records);

  const send = (sequence: number, latency: boolean): void => {
    const value = source.next().value as Uint8Array;
    bytes += value.length;
    const sent = performance.now();
    producer.send({ topic, key: String(sequence), value, headers }).then(
      ({ partition, offset }) => {
        check(partitions, partition).add(sequence, value, offset);
        acked++;
        if (latency) latencies.push(performance.now() - sent);
        wake();
      },
      (error) => {
        failure ??= error;
        wake();
      },
    );
  };
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => wake = resolve);
      bar.update(acked);
    }
    if (failure !== undefined) throw failure;
  };

  const started = performance.now();
  try {
    for (let sequence = 0; sequence < bulk; sequence++) {
      send(sequence, false);
      if (sequence - acked >= MAX_OPEN) await until(() => sequence - acked < MAX_OPEN / 2);
    }
    await until(() => acked === bulk);
    const perSecond = bulk / ((performance.now() - started) / 1000);

    const pacedStart = performance.now();
    for (let i = 0; i < paced; i++) {
      const wait = pacedStart + (i * 1000) / PACE - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (failure !== undefined) throw failure;
      send(bulk + i, true);
      bar.update(acked);
    }
    await until(() => acked === records);
    return { partitions, count: acked, bytes, perSecond, latencies };
  } finally {
    bar.end();
  }
}

async function consume(
  kafka: Kafka,
  topic: string,
  run: string,
  produced: Produced,
): Promise<Consumed> {
  const partitions = new Map<number, PartitionCheck>();
  const seen = new Uint8Array(produced.count);
  const from: Record<number, number> = {};
  for (const [partition, { first }] of produced.partitions) from[partition] = first ?? 0;
  const consumer = kafka.consumer({
    topics: [{ topic, partitions: Object.keys(from).map(Number), from }],
  });
  let count = 0;
  let duplicates = 0;
  let outOfOrder = 0;
  const bar = new ProgressBar("consuming", produced.count);
  const started = performance.now();
  let lastNews = started;
  const watch = setInterval(() => {
    if (performance.now() - lastNews > PATIENCE_MS) void consumer.close();
  }, 500);
  try {
    for await (const message of consumer) {
      if (!isOurs(message, run)) continue;
      const sequence = Number(message.keyText());
      const entry = check(partitions, message.partition);
      if (seen[sequence] !== 0) duplicates++;
      else count++;
      seen[sequence] = 1;
      if (sequence < entry.last) outOfOrder++;
      entry.add(sequence, message.value ?? new Uint8Array(0), message.offset);
      if ((count & 1023) === 0) {
        lastNews = performance.now();
        bar.update(count);
      }
      if (count === produced.count) break;
    }
  } finally {
    clearInterval(watch);
    bar.end();
  }
  return {
    partitions,
    count,
    duplicates,
    outOfOrder,
    perSecond: count / ((performance.now() - started) / 1000),
  };
}

function isOurs(message: Message, run: string): boolean {
  const header = message.headers[0];
  return header !== undefined && header[0] === "run" && header[1] !== null &&
    decoder.decode(header[1]) === run;
}

const decoder = new TextDecoder();

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** How many partitions do not hold, byte for byte and in order, what was sent to them. */
function differing(produced: Produced, consumed: Consumed): number {
  let different = 0;
  for (const [partition, sent] of produced.partitions) {
    const got = consumed.partitions.get(partition);
    if (got === undefined || got.count !== sent.count || got.digest() !== sent.digest()) {
      different++;
    }
  }
  return different;
}

/**
 * Runs the demonstration.
 *
 * @returns The exit status: 0 only when every record came back once, in order and unchanged.
 */
export async function demo(args: readonly string[]): Promise<number> {
  const flags = readFlags(DEMO, args);
  if (flags.help !== undefined) {
    await print(usage(DEMO));
    return 0;
  }
  const records = wholeNumber(flags, "records", 200_000, { min: 1, max: 100_000_000 });
  const size = flags.size === undefined
    ? undefined
    : wholeNumber(flags, "size", 0, { min: 0, max: 900_000 });
  const topic = flags.topic ?? `demo-${randomUUID().slice(0, 8)}`;
  const { lines, from } = await textLines();
  if (lines.length === 0) throw new UsageError("Cannot run the demo as there is no text to send");

  const cluster = flags.brokers === undefined
    ? new EmbeddedKafka({ brokers: 3, requestLogSize: 0 })
    : undefined;
  const kafka = new Kafka({
    brokers: await address(cluster, topic, flags),
    clientId: "kafka-web-demo",
    autoCreateTopics: true,
  });
  try {
    const style = styles(isOutputTerminal());
    const where = cluster === undefined ? "the cluster" : "a three-broker embedded cluster";
    await print(
      `${style.bold("kafka-web demo")} on ${where} at ${style.cyan(kafka.brokers.join(","))}\n`,
    );
    await print(
      `sending ${records.toLocaleString("en")} records from ${from} to topic ${
        style.cyan(topic)
      }\n`,
    );

    const run = randomUUID();
    // A person waits for this: an unreachable cluster is told sooner than the default minute.
    const producer = kafka.producer({ maxBlockMs: 15_000 });
    const produced = await produce(producer, topic, run, values(lines, size), records);
    await producer.close();
    const consumed = await consume(kafka, topic, run, produced);

    const different = differing(produced, consumed);
    const lost = produced.count - consumed.count;
    const sorted = [...produced.latencies].sort((a, b) => a - b);
    const number = (value: number) => Math.round(value).toLocaleString("en");
    await print(
      `  records      ${number(produced.count)} (${
        (produced.bytes / 1e6).toFixed(1)
      } MB of values)\n` +
        `  produced     ${number(produced.perSecond)} records/s\n` +
        `  consumed     ${number(consumed.perSecond)} records/s\n` +
        `  ack latency  p50 ${percentile(sorted, 0.5).toFixed(2)} ms, p99 ${
          percentile(sorted, 0.99).toFixed(2)
        } ms ` +
        `(${number(sorted.length)} sends at ${number(PACE)}/s)\n` +
        `  partitions   ${produced.partitions.size}, ${
          different === 0 ? "every digest equal" : `${different} with a digest that differs`
        }\n`,
    );
    if (consumed.duplicates > 0) await print(`  duplicates   ${number(consumed.duplicates)}\n`);
    const good = lost === 0 && consumed.outOfOrder === 0 && consumed.duplicates === 0 &&
      different === 0;
    const verdict =
      `produced ${produced.count}, consumed ${consumed.count}, lost ${lost}, out of order ${consumed.outOfOrder}`;
    await print(`${good ? style.green(verdict) : style.red(verdict)}\n`);
    return good ? 0 : 1;
  } finally {
    await kafka.close();
    await cluster?.close();
  }
}

async function address(
  cluster: EmbeddedKafka | undefined,
  topic: string,
  flags: FlagValues,
): Promise<string[]> {
  if (cluster === undefined) return (flags.brokers ?? "").split(",");
  const { brokers } = await cluster.listen();
  await cluster.createTopic(topic, { partitions: 6, replicationFactor: 3 });
  return brokers;
}

/** Where a mistake is reported. */
export function complain(error: unknown): void {
  const style = styles(isErrorTerminal());
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${style.red("error")}: ${message}\n`);
}
