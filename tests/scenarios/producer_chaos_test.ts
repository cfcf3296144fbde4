/**
 * Invariant: under any mixture of faults every promise settles in time and
 * tells the truth, and what is stored is stored once and in order.
 *
 * Client and cluster run in one deterministic simulation: a seed that fails,
 * fails again.
 */

import process from "node:process";
import { assert, assertEquals } from "@std/assert";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import { Cluster } from "../../src/cluster/cluster.ts";
import { resolveClientOptions } from "../../src/cluster/options.ts";
import { ProducerEngine } from "../../src/producer/engine.ts";
import { resolveProducerOptions } from "../../src/producer/options.ts";
import type { RecordMetadata } from "../../src/producer/record.ts";
import { EmbeddedKafka, type InterceptAction } from "../../src/testing/mod.ts";
import { FAULTLESS, type LoggedRecord, SendHistory, type Verdict } from "../helpers/oracle.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { refusal } from "../producer/stage.ts";

const PARTITIONS = 4;
const BROKERS = 3;
const TOPIC = "t";

const CODES = [
  ErrorCodes.NOT_LEADER_OR_FOLLOWER,
  ErrorCodes.NOT_ENOUGH_REPLICAS,
  ErrorCodes.REQUEST_TIMED_OUT,
  ErrorCodes.KAFKA_STORAGE_ERROR,
  ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCodes.UNKNOWN_PRODUCER_ID,
  ErrorCodes.INVALID_PRODUCER_EPOCH,
  ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCodes.MESSAGE_TOO_LARGE,
  ErrorCodes.CORRUPT_MESSAGE,
  ErrorCodes.THROTTLING_QUOTA_EXCEEDED,
];

const PROVING: ReadonlySet<number> = new Set([
  ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCodes.MESSAGE_TOO_LARGE,
]);

interface Run {
  readonly env: VirtualEnvironment;
  readonly kafka: EmbeddedKafka;
  readonly faults: string[];
}

function pick<T>(env: VirtualEnvironment, from: readonly T[]): T {
  return from[Math.floor(env.random() * from.length)];
}

/**
 * Whether a request holds nothing that is stored: a broker that has a batch
 * never says that it is out of order or too large.
 */
function isNew(kafka: EmbeddedKafka, request: ProduceRequest): boolean {
  for (const { partitionData } of request.topicData) {
    for (const { index, records } of partitionData) {
      const header = new DataView(records!.buffer, records!.byteOffset);
      for (const batch of kafka.log(TOPIC, index)) {
        if (
          batch.producerId === Number(header.getBigInt64(43)) &&
          batch.producerEpoch === header.getInt16(51) && batch.baseSequence === header.getInt32(53)
        ) return false;
      }
    }
  }
  return true;
}

/** Whether an answer says that all of a request is stored. */
function isStored(response: ProduceResponseInput): boolean {
  return (response.responses ?? []).every(({ partitionResponses }) =>
    (partitionResponses ?? []).every(({ errorCode }) => (errorCode ?? 0) === 0)
  );
}

/** Does one random thing to the cluster. */
function disturb({ env, kafka, faults }: Run): void {
  const broker = 1 + Math.floor(env.random() * BROKERS);
  const partition = Math.floor(env.random() * PARTITIONS);
  const produce = (what: string, action: () => InterceptAction) => {
    faults.push(`${what}@${broker}`);
    kafka.intercept("Produce", action, {
      broker,
      times: what.startsWith("hang") ? 1 : 1 + Math.floor(env.random() * 3),
    });
  };
  const refuse = (code: number, after: boolean) => {
    faults.push(`${after ? "stored, " : ""}${code}@${broker}`);
    kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      ({ request }) =>
        after
          // Only of what is stored a broker says that too few replicas have it.
          ? { change: (response) => isStored(response) ? refusal(request, code) : undefined }
          : { answer: refusal(request, code) },
      {
        broker,
        when: ({ request }) => !PROVING.has(code) || isNew(kafka, request),
      },
    );
  };
  const actions: (() => void)[] = [
    () => produce("drop", () => "drop"),
    () => produce("drop-after", () => "drop-after"),
    () => produce("delay", () => ({ delayMs: 2 })),
    () =>
      env.random() < 0.5
        ? produce("hang", () => "hang")
        : produce("hang-after", () => "hang-after"),
    () => produce("delay", () => ({ delayMs: 20 + 400 * env.random() })),
    () => refuse(pick(env, CODES), false),
    () => refuse(pick(env, [7, 20, 6, 56]), true),
    () => {
      if (kafka.partition(TOPIC, partition).isr.length < 2) return;
      faults.push(`move ${partition}`);
      kafka.moveLeader(TOPIC, partition);
    },
    () => {
      faults.push(`kill@${broker}`);
      kafka.killConnections({ broker });
    },
  ];
  pick(env, actions)();
}

/** Stops or suspends one broker for a while; the others keep what is acknowledged. */
async function outage({ env, kafka, faults }: Run): Promise<void> {
  const broker = 1 + Math.floor(env.random() * BROKERS);
  const isPause = env.random() < 0.5;
  faults.push(`${isPause ? "pause" : "stop"} ${broker}`);
  if (isPause) kafka.pauseBroker(broker, { moveLeaders: env.random() < 0.7 });
  else await kafka.stopBroker(broker);
  await wait(env, 100 + 1_500 * env.random());
  if (isPause) kafka.resumeBroker(broker);
  else await kafka.startBroker(broker);
  await wait(env, 500);
}

function wait(env: VirtualEnvironment, ms: number): Promise<void> {
  return new Promise((resolve) => env.clock.setTimer(resolve, ms));
}

interface Outcome {
  readonly faults: number;
  readonly acked: number;
  readonly failed: number;
  readonly verdict: Verdict;
}

async function simulate(seed: number, idempotent: boolean): Promise<Outcome> {
  const env = new VirtualEnvironment({ seed });
  const kafka = new EmbeddedKafka({
    brokers: BROKERS,
    environment: env,
    topics: { [TOPIC]: { partitions: PARTITIONS, replicationFactor: BROKERS } },
    topicDefaults: { "min.insync.replicas": 1 },
  });
  const client = resolveClientOptions({ ...kafka.clientOptions(), requestTimeoutMs: 2_000 });
  const cluster = new Cluster(client, env, client.connector!, () => {});
  const settings = resolveProducerOptions({
    batchBytes: pick(env, [1, 300, 2_000, 1_000_000]),
    bufferBytes: pick(env, [16_384, 65_536, 1_000_000]),
    lingerMs: pick(env, [0, 0, 5]),
    deliveryTimeoutMs: pick(env, [4_000, 20_000, 60_000]),
    maxInFlight: pick(env, [1, 2, 5, 5]),
    maxBlockMs: 60_000,
    idempotent,
  }, client);
  const engine = new ProducerEngine(cluster, settings, {
    poison: true,
    firstSequence: pick(env, [0, 2 ** 31 - 20]),
  });
  const run: Run = { env, kafka, faults: [] };
  const history = new SendHistory();
  const settled: Promise<void>[] = [];
  let ongoing = true;

  const chaos = (async () => {
    while (ongoing) {
      await wait(env, 20 + 150 * env.random());
      if (ongoing) disturb(run);
    }
  })();
  const outages = (async () => {
    while (ongoing) {
      await wait(env, 1_000 + 2_000 * env.random());
      if (ongoing) await outage(run);
    }
  })();
  const producing = (async () => {
    for (let round = 0; round < 60; round++) {
      const count = 1 + Math.floor(env.random() * 15);
      for (let index = 0; index < count; index++) {
        const sequence = history.next();
        const value = String(sequence).padEnd(Math.floor(env.random() * 300), " ");
        const partition = Math.floor(env.random() * PARTITIONS);
        settled.push(
          new Promise<RecordMetadata>((resolve, reject) =>
            void engine.accept({ topic: TOPIC, partition, value }, resolve, reject, 1)
          ).then(
            ({ partition, offset }) => history.ack(sequence, partition, offset),
            (error: unknown) => history.fail(sequence, error),
          ),
        );
      }
      await wait(env, 100 * env.random());
    }
    ongoing = false;
    // What is left in place hits the rest; then there is peace.
    await Promise.all([chaos, outages]);
    await Promise.all(settled);
    await engine.close().catch(() => {});
  })();
  await env.run(producing, { limitMs: 400_000 });
  assertEquals(engine.heldBytes, 0);

  const decoder = new TextDecoder();
  const log: LoggedRecord[] = [];
  for (let partition = 0; partition < PARTITIONS; partition++) {
    for (const { offset, value } of await kafka.records(TOPIC, partition)) {
      log.push({ partition, offset, sequence: Number(decoder.decode(value!)) });
    }
  }
  const verdict = history.judge(log);
  await env.run(cluster.close());
  await env.run(kafka.close());
  assertEquals(env.resources.list(), []);
  assertEquals(env.holds, 0);
  return { faults: run.faults.length, acked: history.acked, failed: history.failed, verdict };
}

/** Runs seeds until one is not as it should be. */
async function simulateAll(
  seeds: number,
  idempotent: boolean,
  check: (verdict: Verdict) => void,
): Promise<Omit<Outcome, "verdict"> & { duplicates: number }> {
  let [faults, acked, failed, duplicates] = [0, 0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      const run = await simulate(seed, idempotent);
      check(run.verdict);
      faults += run.faults;
      acked += run.acked;
      failed += run.failed;
      duplicates += run.verdict.duplicates;
    } catch (error) {
      throw new Error(`Seed ${seed} fails`, { cause: error });
    }
  }
  return { faults, acked, failed, duplicates };
}

const SEEDS = Number(process.env["CHAOS_SEEDS"] ?? 40);

Deno.test({
  name: "Producer stores everything once and in order, or says what is not, whatever happens",
  timeout: 120_000,
  fn: async () => {
    const { faults, acked, failed } = await simulateAll(SEEDS, true, (verdict) => {
      assertEquals(verdict, FAULTLESS);
    });
    // It was chaos, and most came through all the same.
    assert(faults > 20 * SEEDS, `${faults} faults`);
    assert(acked > 3 * failed, `${acked} acknowledged, ${failed} failed`);
  },
});

Deno.test({
  name: "Producer without idempotence loses nothing and tells the truth, whatever happens",
  timeout: 120_000,
  fn: async () => {
    const { duplicates } = await simulateAll(SEEDS / 2, false, (verdict) => {
      const { missing, lies, unsettled, strangers, misplaced } = verdict;
      // Where a record is there twice, its promise may have told the other place.
      assertEquals({ missing, lies, unsettled, strangers }, {
        missing: 0,
        lies: 0,
        unsettled: 0,
        strangers: 0,
      });
      assert(misplaced <= verdict.duplicates);
    });
    assert(duplicates > 0, "Without idempotence something should be there twice");
  },
});
