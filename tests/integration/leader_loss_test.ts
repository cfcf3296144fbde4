/**
 * Invariant, on a real cluster: brokers that stop, die or freeze while records
 * are produced cost time, never a record.
 */

import { assertEquals, assertGreater } from "@std/assert";
import { Kafka } from "../../mod.ts";
import { startKafka } from "../../scripts/kafka/cluster.ts";
import { FAULTLESS, type LoggedRecord, SendHistory } from "../helpers/oracle.ts";

const TOPIC = "numbers";
const PARTITIONS = 6;
const TOTAL = 100_000;
const PER_SECOND = 6_000;

/** Reads everything up to a marker at the end of each partition. */
async function readLog(kafka: Kafka): Promise<LoggedRecord[]> {
  await kafka.producer().sendBatch(
    Array.from(
      { length: PARTITIONS },
      (_, partition) => ({ topic: TOPIC, partition, value: "end" }),
    ),
  );
  const log: LoggedRecord[] = [];
  let open = PARTITIONS;
  for await (const message of kafka.consumer({ topics: [TOPIC], from: "earliest" })) {
    const { partition, offset } = message;
    const text = message.text();
    if (text !== "end") log.push({ partition, offset, sequence: Number(text) });
    else if (--open === 0) break;
  }
  return log;
}

Deno.test({
  name:
    "Producer loses, repeats and swaps nothing when a real broker is stopped and another is killed",
  timeout: 170_000,
  fn: async () => {
    const cluster = await startKafka({
      brokers: 3,
      properties: {
        "broker.session.timeout.ms": 6_000,
        "broker.heartbeat.interval.ms": 500,
        "min.insync.replicas": 2,
      },
    });
    const kafka = new Kafka({ brokers: cluster.bootstrap.split(",") });
    try {
      await cluster.createTopic(TOPIC, { partitions: PARTITIONS, replicationFactor: 3 });
      const producer = kafka.producer();
      const history = new SendHistory();
      const settled: Promise<void>[] = [];
      let worstMs = 0;
      const faults = (async () => {
        const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        await pause(2_000);
        await cluster.kill(2, "SIGTERM");
        await cluster.restart(2);
        await cluster.waitForSync([TOPIC]);
        await cluster.kill(3, "SIGKILL");
        await pause(4_000);
        await cluster.restart(3);
      })();
      let calm = false;
      const done = faults.then(() => calm = true);
      const started = performance.now();
      // At least the whole number, and on until the last fault is over.
      while (history.sent < TOTAL || !calm) {
        const due = Math.ceil(((performance.now() - started) / 1000) * PER_SECOND);
        while (history.sent < due) {
          const sequence = history.next();
          const sentAt = performance.now();
          settled.push(
            producer.send({
              topic: TOPIC,
              partition: sequence % PARTITIONS,
              value: String(sequence),
            }).then(
              ({ partition, offset }) => {
                worstMs = Math.max(worstMs, performance.now() - sentAt);
                history.ack(sequence, partition, offset);
              },
              (error) => history.fail(sequence, error),
            ),
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await done;
      await Promise.all(settled);
      const perSecond = history.sent / ((performance.now() - started) / 1000);
      console.log(
        `${history.sent} records, ${Math.round(perSecond)}/s, worst acknowledgement ${
          Math.round(worstMs)
        } ms`,
      );
      assertEquals(history.judge(await readLog(kafka)), FAULTLESS);
      assertEquals(history.failed, 0);
      assertGreater(perSecond, 5_000);
    } finally {
      await kafka.close();
      await cluster.stop();
    }
  },
});
