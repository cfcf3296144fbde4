import { assert, assertEquals, assertRejects } from "@std/assert";
import { ConnectionError } from "../../src/errors.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { withCluster } from "./cluster_world.ts";

const TOPIC = { a: { partitions: 1, replicationFactor: 3 } };

Deno.test("a client learns of a new leader when the connection to the old one breaks", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.topic("a"));
    cluster.watchTopics(["a"]);
    const leader = cluster.metadata.topics.get("a")?.partitions[0].leader as number;
    await world.run(cluster.channel(leader, "produce", "p").ready());
    await world.env.advance(20_000);
    await kafka.stopBroker(leader);
    const took = await world.until(() => !world.leader("a").startsWith(`${leader}@`));
    assert(took <= 1_000, `${took} ms`);
  }));

Deno.test("a client learns of a new leader while the old one is suspended with its request", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.topic("a"));
    cluster.watchTopics(["a"]);
    const leader = cluster.metadata.topics.get("a")?.partitions[0].leader as number;
    const channel = cluster.channel(leader, "produce", "p");
    await world.run(channel.ready());
    kafka.pauseBroker(leader, { moveLeaders: true });
    let answered = false;
    const late = channel.send(metadata, { topics: [] }).then(() => {
      answered = true;
    });
    const took = await world.until(() => !world.leader("a").startsWith(`${leader}@`));
    assert(took >= 1_400 && took <= 2_700, `${took} ms`);
    assertEquals(answered, false);
    kafka.resumeBroker(leader);
    await world.run(late);
  }));

Deno.test("a client keeps the newest leader through many moves, and never takes an older epoch", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.topic("a"));
    cluster.watchTopics(["a"]);
    const epochs: number[] = [];
    cluster.onMetadata((now) =>
      epochs.push(now.topics.get("a")?.partitions[0].leaderEpoch as number)
    );
    for (let move = 0; move < 20; move++) {
      const { leader, leaderEpoch } = kafka.moveLeader("a", 0);
      if (move % 3 === 0) cluster.learnLeader("a", 0, { nodeId: leader, epoch: leaderEpoch });
      cluster.invalidate("not the leader");
      await world.until(() => world.leader("a") === `${leader}@${leaderEpoch}`, 2_000);
    }
    assertEquals(epochs, [...epochs].sort((a, b) => a - b));
  }));

Deno.test("a client tells that a topic was created anew, and takes its new leaders", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka } = world;
    const heard = world.heard("topicrecreated");
    for (let move = 0; move < 5; move++) kafka.moveLeader("a", 0);
    const before = await world.run(cluster.topic("a"));
    kafka.recreateTopic("a");
    await world.run(cluster.refresh({ topics: ["a"] }));
    const after = cluster.metadata.topics.get("a");
    assert(after?.topicId !== before.topicId);
    assert((after?.partitions[0].leaderEpoch as number) < before.partitions[0].leaderEpoch);
    assertEquals(heard, [{ topic: "a" }]);
  }));

Deno.test("a client follows a broker that is replaced on another port, and leaves the old one alone", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.topic("a"));
    cluster.watchTopics(["a"]);
    const channel = cluster.channel(3, "produce", "p");
    const old = (await world.run(channel.ready())).broker.split(" ")[0];
    await kafka.stopBroker(3);
    await world.env.advance(3_000);
    await kafka.startBroker(3, { port: 29_093 });
    const took = await world.until(() => cluster.metadata.brokers.get(3)?.port === 29_093, 10_000)
      .catch(async () => {
        // Nobody used the broker meanwhile, so that nobody noticed: who does, learns.
        await assertRejects(() => world.run(channel.ready()), ConnectionError);
        return await world.until(() => cluster.metadata.brokers.get(3)?.port === 29_093, 5_000);
      });
    assert(took <= 5_000, `${took} ms`);
    world.connects.length = 0;
    await world.run(channel.ready());
    await world.env.advance(30_000);
    assertEquals(world.connects.filter((address) => address === old), []);
  }));

Deno.test("a long poll delays nothing but its own connection, and a throttle mutes nothing else", () =>
  withCluster({ brokers: 1, topics: ["a"] }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.refresh());
    const slow = cluster.channel(1, "fetch", "c1");
    const quick = cluster.channel(1, "coordinator", "c1");
    await world.run(Promise.all([slow.ready(), quick.ready()]));
    kafka.intercept("Metadata", () => ({ delayMs: 3_000 }));
    const poll = slow.send(metadata, { topics: [] });
    const behind = slow.send(metadata, { topics: [] });
    await world.env.advance(1);
    const started = world.now;
    await world.run(quick.send(metadata, { topics: [] }));
    assertEquals(world.now, started);
    await world.run(Promise.all([poll, behind]));
    assert(world.now - started > 2_900, "what shares the connection waits");

    kafka.throttle({ throttleMs: 4_000, api: "Metadata", mute: false });
    await world.run(slow.send(metadata, { topics: [] }));
    kafka.throttle({ throttleMs: 0, api: "Metadata" });
    assertEquals(slow.mutedUntil, world.now + 4_000);
    assert(quick.mutedUntil <= world.now);
    const before = world.now;
    await world.run(quick.send(metadata, { topics: [] }));
    assertEquals(world.now, before);
    await world.run(slow.send(metadata, { topics: [] }));
    assertEquals(world.now - before, 4_000);
  }));

Deno.test("requests survive connections that are cut every 0.5 to 1.5 s", () =>
  withCluster({ brokers: 3, topics: TOPIC }, async (world) => {
    const { cluster, kafka, env } = world;
    let cuts = 0;
    let over = false;
    const chaos = (async () => {
      while (!over) {
        await new Promise<void>((resolve) =>
          env.clock.setTimer(resolve, 500 + env.random() * 1_000)
        );
        cuts += kafka.killConnections();
      }
    })();
    kafka.intercept("FindCoordinator", () => ({ delayMs: 40 }), { keep: true });
    const before = world.connects.length;
    const started = world.now;
    const keys = Array.from({ length: 300 }, (_, index) => `g${index}`);
    for (let at = 0; at < keys.length; at += 10) {
      const answers = await world.run(Promise.all(
        keys.slice(at, at + 10).map((key) =>
          cluster.request(findCoordinator, { coordinatorKeys: [key] }, {
            use: "lookup",
            errorOf: (response) => response.coordinators[0].errorCode,
          })
        ),
      ));
      assertEquals(answers.map(({ coordinators }) => coordinators[0].key), keys.slice(at, at + 10));
    }
    const attempts = world.connects.length - before;
    over = true;
    await world.run(chaos);
    assert(cuts >= 5, `${cuts} cuts`);
    assert(attempts <= 6 * ((world.now - started) / 500 + 2), `${attempts} attempts, ${cuts} cuts`);
  }));
