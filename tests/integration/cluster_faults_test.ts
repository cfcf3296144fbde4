/**
 * The engines' view of a real cluster: metadata, leaders and addresses, while
 * brokers are suspended, killed and replaced.
 */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { type AddressInfo, createServer } from "node:net";
import { startKafka } from "../../scripts/kafka/cluster.ts";
import { Cluster } from "../../src/cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";
import { KafkaError } from "../../src/errors.ts";
import type { Emit } from "../../src/internal/events.ts";
import { createTopics } from "../../src/protocol/messages/create_topics.ts";
import { deleteTopics } from "../../src/protocol/messages/delete_topics.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { defaultConnector, systemEnvironment } from "../../src/transport/runtime.ts";
import { realKafka } from "../helpers/real_kafka.ts";

const SESSION_MS = 6_000;

/** A Cluster on the real thing, and what was connected to. */
function connect(
  options: ClientOptions,
  emit: Emit = () => {},
): { cluster: Cluster; connects: string[]; open: () => string[] } {
  const environment = systemEnvironment();
  const connector = defaultConnector(environment.resources);
  const connects: string[] = [];
  const cluster = new Cluster(
    resolveClientOptions(options),
    environment,
    (address, connectOptions) => {
      connects.push(`${address.host}:${address.port}`);
      return connector(address, connectOptions);
    },
    emit,
  );
  return { cluster, connects, open: () => environment.resources.list() };
}

function leaderOf(cluster: Cluster, topic: string): number {
  return cluster.metadata.topics.get(topic)?.partitions[0].leader ?? -1;
}

/** Waits until something is true, and tells how long that took in ms. */
async function until(condition: () => boolean, limitMs: number): Promise<number> {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > limitMs) throw new Error(`Not true after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Math.round(performance.now() - started);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

Deno.test("Cluster.topic() agrees with a real Kafka on leaders, and knows epochs and ids", async () => {
  const kafka = await realKafka();
  const name = `view-${crypto.randomUUID()}`;
  await kafka.createTopic(name, { partitions: 6, replicationFactor: 3 });
  const { cluster, open } = connect({ brokers: kafka.bootstrap });
  const topic = await cluster.topic(name);
  const truth = await kafka.describeTopic(name);
  assertEquals(
    topic.partitions.map(({ leader, replicas }) => [leader, [...replicas]]),
    truth.partitions.map(({ leader, replicas }) => [leader, [...replicas]]),
  );
  assert(topic.partitions.every(({ leaderEpoch }) => leaderEpoch >= 0));
  assertEquals(topic.topicId.length, 22);
  assertEquals(cluster.metadata.topicNames.get(topic.topicId), name);
  assertEquals(cluster.metadata.brokers.size, 3);
  await cluster.close();
  assertEquals(open(), []);
});

Deno.test("Cluster tells that a topic of a real Kafka was created anew", async () => {
  const kafka = await realKafka();
  const name = `anew-${crypto.randomUUID()}`;
  await kafka.createTopic(name, { partitions: 1 });
  const heard: string[] = [];
  const { cluster, open } = connect({ brokers: kafka.bootstrap }, (type, detail) => {
    if (type === "topicrecreated") heard.push((detail as { topic: string }).topic);
  });
  const before = await cluster.topic(name);
  await cluster.request(deleteTopics, { topics: [{ name }], timeoutMs: 10_000 }, {
    use: "admin",
    errorOf: (response) => response.responses[0].errorCode,
  });
  await cluster.request(createTopics, {
    topics: [{ name, numPartitions: 1, replicationFactor: 1 }],
    timeoutMs: 10_000,
  }, { use: "admin", errorOf: (response) => response.topics[0].errorCode });
  const release = cluster.watchTopics([name]);
  const deadline = performance.now() + 10_000;
  while (heard.length === 0 && performance.now() < deadline) await cluster.refresh();
  assertEquals(heard, [name]);
  assertNotEquals((await cluster.topic(name)).topicId, before.topicId);
  release();
  await cluster.close();
  assertEquals(open(), []);
});

Deno.test({
  name:
    "Cluster follows leaders and addresses while real brokers are suspended, killed and replaced",
  timeout: 150_000,
  fn: async () => {
    const kafka = await startKafka({
      brokers: 3,
      properties: { "broker.session.timeout.ms": SESSION_MS, "broker.heartbeat.interval.ms": 500 },
    });
    const { cluster, connects, open } = connect({ brokers: kafka.bootstrap });
    try {
      const name = "followed";
      await kafka.createTopic(name, { assignments: [[3, 2, 1]] });
      await cluster.topic(name);
      cluster.watchTopics([name]);
      assertEquals(leaderOf(cluster, name), 3);

      // Suspended with a request in its hands: the others know better after the session's end.
      const suspended = cluster.channel(3, "produce", "p");
      await suspended.ready();
      kafka.pause(3);
      const late = suspended.send(metadata, { topics: [] }).then(() => "late", () => "failed");
      // As a producer does, ask again for as long as the answer is missing.
      const asking = setInterval(() => cluster.invalidate("no answer"), 500);
      const paused = await until(() => leaderOf(cluster, name) !== 3, SESSION_MS + 8_000);
      clearInterval(asking);
      assert(paused <= SESSION_MS + 4_000, `${paused} ms`);
      kafka.resume(3);
      assertEquals(await late, "late");
      await kafka.waitForSync([name]);

      // Killed: the connection breaks, and everything goes on elsewhere.
      const leader = leaderOf(cluster, name);
      const killed = cluster.channel(leader, "produce", "p");
      const before = (await killed.ready()).broker;
      const knocking = setInterval(() => {
        killed.ready().catch((error: unknown) => assert(error instanceof KafkaError));
      }, 200);
      await kafka.kill(leader);
      const lost = await until(() => leaderOf(cluster, name) !== leader, SESSION_MS + 8_000);
      assert(lost <= SESSION_MS + 4_000, `${lost} ms`);

      // Back on another port: followed, and nobody knocks at the old one any more.
      const { port } = kafka.brokers[leader - 1];
      const elsewhere = await freePort();
      await kafka.restart(leader, { port: elsewhere });
      const moved = await until(() => killed.connected, 8_000);
      clearInterval(knocking);
      assertNotEquals(killed.current?.broker, before);
      assert(killed.current?.broker.includes(`:${elsewhere} `), killed.current?.broker);
      connects.length = 0;
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      assertEquals(connects.filter((address) => address.endsWith(`:${port}`)), []);
      assert(moved <= 5_000, `${moved} ms`);
    } finally {
      await cluster.close();
      await kafka.stop();
    }
    assertEquals(open(), []);
  },
});
