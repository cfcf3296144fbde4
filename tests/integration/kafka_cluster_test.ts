import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { createConnection } from "node:net";
import { startKafka } from "../../scripts/kafka.ts";
import { realKafka } from "../helpers/real_kafka.ts";

const PRODUCER = "org.apache.kafka.tools.ConsoleProducer";
const CONSUMER = "org.apache.kafka.tools.consumer.ConsoleConsumer";

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

Deno.test("KafkaTools.runTool() produces and consumes with Kafka's own tools", async () => {
  const kafka = await realKafka();
  const topic = `tools-${crypto.randomUUID()}`;
  await kafka.createTopic(topic, { partitions: 1 });
  const bootstrap = ["--bootstrap-server", kafka.bootstrap, "--topic", topic];
  const produced = await kafka.runTool(PRODUCER, bootstrap, { input: "one\ntwo\n" });
  assertEquals(produced.status, 0, produced.stderr);
  const args = [...bootstrap, "--from-beginning", "--max-messages", "2", "--timeout-ms", "30000"];
  const consumed = await kafka.runTool(CONSUMER, args);
  assertEquals(consumed.stdout, "one\ntwo\n", consumed.stderr);
});

Deno.test("KafkaTools.createTopic() fails with Kafka's reason when it is refused", async () => {
  const kafka = await realKafka();
  await assertRejects(
    () => kafka.createTopic("refused", { partitions: 1, replicationFactor: 100 }),
    Error,
    'Cannot create topic "refused": error 38',
  );
});

Deno.test("KafkaCluster.kill() moves leaders, restart() brings the broker back, stop() ends all", async () => {
  const kafka = await startKafka({ brokers: 3 });
  const ports = kafka.brokers.map(({ port }) => port);
  try {
    const topic = "moved";
    await kafka.createTopic(topic, { assignments: [[2, 1, 3]] });
    assertEquals((await kafka.describeTopic(topic)).partitions[0].leader, 2);
    await kafka.kill(2);
    assertEquals(kafka.brokers[1].pid, undefined);
    await kafka.waitFor(
      "another leader",
      ({ topics }) => topics[0].partitions[0].leader > 0 && topics[0].partitions[0].leader !== 2,
      { topics: [topic] },
    );
    assertNotEquals((await kafka.describeTopic(topic)).partitions[0].leader, 2);
    await kafka.restart(2);
    await kafka.waitForSync([topic]);
    assertEquals((await kafka.describeTopic(topic)).partitions[0].isr.length, 3);
  } finally {
    await kafka.stop();
  }
  assertEquals(await Promise.all(ports.map(accepts)), [false, false, false]);
});
