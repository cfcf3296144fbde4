import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ConnectionError } from "../../src/errors.ts";
import { withCluster } from "./cluster_world.ts";

Deno.test("a client starts although some bootstrap addresses are dead and others suspended", () =>
  withCluster({ brokers: 4 }, async (world) => {
    await world.kafka.stopBroker(1);
    world.kafka.pauseBroker(2);
    const started = world.now;
    const snapshot = await world.run(world.cluster.refresh());
    assert(world.now - started <= 1_000, `${world.now - started} ms`);
    assert(snapshot.brokers.size >= 2);
    world.kafka.resumeBroker(2);
  }));

Deno.test("a client says which addresses it tried, and why, when the whole cluster is down at start-up, and comes up when it does", () =>
  withCluster({ brokers: 3, topics: ["a"] }, async (world) => {
    for (const id of [1, 2, 3]) await world.kafka.stopBroker(id);
    const started = world.now;
    const error = await assertRejects(
      () => world.run(world.cluster.topic("a", { timeoutMs: 15_000 })),
      ConnectionError,
    );
    assertEquals(world.now - started, 15_000);
    for (const { host, port } of world.kafka.brokers()) {
      assertStringIncludes(error.message, `${host}:${port} (connection was refused)`);
    }
    const waiting = world.cluster.topic("a");
    await world.env.advance(4_000);
    const back = world.now;
    for (const id of [1, 2, 3]) await world.kafka.startBroker(id);
    await world.run(waiting);
    assert(world.now - back <= 1_500, `${world.now - back} ms`);
  }));

Deno.test("a client bootstraps again when every broker that it knew is gone", () =>
  withCluster({ brokers: 2, topics: ["a"] }, async (world) => {
    const [seed] = world.kafka.clientOptions().brokers;
    await world.run(world.cluster.topic("a"));
    const release = world.cluster.watchTopics(["a"]);
    const channel = world.cluster.channel(1, "produce", "p");
    await world.run(channel.ready());
    // Both move; then broker 2 comes to the place where the client once started, and the rest is forgotten.
    await world.kafka.changeAddress(1, { port: 19_091 });
    await world.kafka.changeAddress(2, { port: Number(seed.split(":")[1]) });
    const took = await world.until(() =>
      world.cluster.metadata.brokers.get(1)?.port === 19_091 && channel.retryAt < world.now
    );
    assert(took <= 5_000, `${took} ms`);
    world.connects.length = 0;
    assertEquals((await world.run(channel.ready())).broker.includes(":19091"), true);
    await world.env.advance(30_000);
    assertEquals(world.connects.filter((address) => address === seed), []);
    release();
  }));

for (const asVersion of ["2.1", "2.8", "3.9", "4.0", "latest"] as const) {
  Deno.test(`a client gets its metadata from a broker of ${asVersion}`, () =>
    withCluster({ brokers: 1, topics: { a: { partitions: 3 } }, asVersion }, async (world) => {
      const topic = await world.run(world.cluster.topic("a"));
      assertEquals(topic.partitions.map(({ leader }) => leader), [1, 1, 1]);
      assertEquals(topic.topicId === "AAAAAAAAAAAAAAAAAAAAAA", ["2.1"].includes(asVersion));
    }));
}
