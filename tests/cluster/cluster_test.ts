import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import type { MetadataSnapshot } from "../../src/cluster/metadata.ts";
import { AbortedError, BrokerError, ClosedError, ConnectionError } from "../../src/errors.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { FakeCluster, uuid } from "./fake_cluster.ts";

Deno.test("Cluster does nothing before it is asked", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.advance(1_000_000);
  assertEquals(fake.connects, []);
  assertEquals(cluster.metadata.version, 0);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() gives brokers and the topics that were asked for", async () => {
  const fake = new FakeCluster();
  fake.topic("a", 2);
  fake.topic("b");
  const cluster = fake.connect();
  const snapshot = await fake.env.run(cluster.refresh({ topics: ["a"] }));
  assertEquals([...snapshot.brokers.keys()], [1, 2, 3]);
  assertEquals([...snapshot.topics.keys()], ["a"]);
  assertEquals(snapshot.topics.get("a")?.partitions.map(({ leader }) => leader), [1, 2]);
  assertStrictEquals(cluster.metadata, snapshot);
  assertEquals(fake.broker(1).of("Metadata")[0].request.allowAutoTopicCreation, false);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() passes autoCreateTopics on", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect({ autoCreateTopics: true });
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  assertEquals(fake.broker(1).of("Metadata")[0].request.allowAutoTopicCreation, true);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() works with brokers of the lowest version of Metadata", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  fake.broker(1).ranges = { Metadata: [0, 1] };
  const cluster = fake.connect();
  const snapshot = await fake.env.run(cluster.refresh({ topics: ["a"] }));
  assertEquals(snapshot.topics.get("a")?.partitions[0].leaderEpoch, -1);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() shares one request among the callers of one turn", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  fake.topic("b");
  const cluster = fake.connect();
  const [one, two] = await fake.env.run(
    Promise.all([cluster.refresh({ topics: ["a"] }), cluster.refresh({ topics: ["b"] })]),
  );
  assertStrictEquals(one, two);
  assertEquals(fake.asked, 1);
  assertEquals(fake.lastTopics(), ["a", "b"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() gives nobody a snapshot that was requested before the call", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.broker(1).on("Metadata", async (call) => {
    const response = fake.answer(call);
    await new Promise<void>((resolve) => fake.env.clock.setTimer(resolve, 100));
    return response;
  });
  const first = cluster.refresh();
  await fake.env.advance(50);
  const late = [1, 2, 3].map(() => cluster.refresh());
  const one = await fake.env.run(first);
  const others = await fake.env.run(Promise.all(late));
  assertEquals(one.version, 2);
  assertEquals(others.map(({ version }) => version), [3, 3, 3], "and all of them share the next");
  assertEquals(fake.asked, 3);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() goes past a dead bootstrap address", async () => {
  const fake = new FakeCluster();
  fake.broker(1).refuse();
  const cluster = fake.connect({ brokers: ["broker:9091", "broker:9092"] });
  const started = fake.env.clock.monotonic();
  await fake.env.run(cluster.refresh());
  assertEquals(fake.connects, ["broker:9091", "broker:9092"]);
  assertEquals(fake.env.clock.monotonic(), started);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() goes past a bootstrap address that accepts and is silent, without waiting for its timeout", async () => {
  const fake = new FakeCluster();
  fake.broker(1).mute = true;
  const cluster = fake.connect({ brokers: ["broker:9091", "broker:9092"] });
  const started = fake.env.clock.monotonic();
  await fake.env.run(cluster.refresh());
  assertEquals(fake.env.clock.monotonic() - started, 500);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() rejects after its timeout, not before, with every address and why", async () => {
  const fake = new FakeCluster();
  fake.broker(1).refuse();
  fake.broker(2).mute = true;
  const cluster = fake.connect({ brokers: ["broker:9091", "broker:9092"] });
  const started = fake.env.clock.monotonic();
  const error = await assertRejects(
    () => fake.env.run(cluster.refresh({ timeoutMs: 12_000 })),
    ConnectionError,
  );
  assertEquals(fake.env.clock.monotonic() - started, 12_000);
  assertEquals(error.code, "CLUSTER_UNREACHABLE");
  assertStringIncludes(
    error.message,
    "Cannot reach the cluster: broker:9091 (connection was refused), broker:9092 (",
  );
  assert(error.cause instanceof AggregateError);
  const perBroker = fake.connects.filter((address) => address === "broker:9091").length;
  assert(perBroker >= 4 && perBroker <= 14, `${perBroker} attempts`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() tells what was tried also while the first attempt is still silent", async () => {
  const fake = new FakeCluster();
  fake.broker(1).mute = true;
  const cluster = fake.connect();
  const error = await assertRejects(
    () => fake.env.run(cluster.refresh({ timeoutMs: 300 })),
    ConnectionError,
  );
  assertEquals(error.message, "Cannot reach the cluster: broker:9091 (no answer for 300 ms)");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() comes through when the cluster does within the timeout", async () => {
  const fake = new FakeCluster();
  fake.broker(1).refuse();
  const cluster = fake.connect();
  const waiting = cluster.refresh({ timeoutMs: 20_000 });
  await fake.env.advance(9_000);
  fake.broker(1).start();
  assertEquals((await fake.env.run(waiting)).version, 1);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() rejects at once when no repetition mends it", async () => {
  const fake = new FakeCluster();
  const http = new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n");
  fake.broker(1).on("ApiVersions", () => http);
  const cluster = fake.connect();
  const started = fake.env.clock.monotonic();
  const error = await assertRejects(() => fake.env.run(cluster.refresh()), ConnectionError);
  assertEquals(fake.env.clock.monotonic(), started);
  assertEquals(
    error.message,
    "Cannot reach the cluster: broker:9091 (it answered with HTTP: this is not the port of a Kafka listener)",
  );
  assertEquals(error.retriable, false);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() rejects in the turn in which its signal fires", async () => {
  const fake = new FakeCluster();
  fake.broker(1).mute = true;
  const cluster = fake.connect();
  const controller = new AbortController();
  const waiting = assertRejects(() => cluster.refresh({ signal: controller.signal }), AbortedError);
  await fake.env.settle();
  controller.abort();
  await waiting;
  await assertRejects(() => cluster.refresh({ signal: controller.signal }), AbortedError);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.refresh() does not take an answer without brokers for metadata", async () => {
  const fake = new FakeCluster();
  fake.broker(1).on("Metadata", (call) => ({ ...fake.answer(call), brokers: [] }));
  const cluster = fake.connect({ brokers: ["broker:9091", "broker:9092"] });
  const snapshot = await fake.env.run(cluster.refresh());
  assertEquals(snapshot.brokers.size, 3);
  assertEquals(fake.connects, ["broker:9091", "broker:9092"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster asks who answered last again, on the same connection", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  for (let times = 0; times < 3; times++) await fake.env.run(cluster.refresh());
  assertEquals(fake.connects, ["broker:9091"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster asks the brokers that it knows when the bootstrap addresses are gone", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.broker(1).stop();
  fake.advertised.delete(1);
  const snapshot = await fake.env.run(cluster.refresh());
  assertEquals([...snapshot.brokers.keys()], [2, 3]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster goes back to the bootstrap addresses when every known broker is gone (KIP-899)", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect({ brokers: ["broker:9999", "broker:9091"] });
  await fake.env.run(cluster.refresh());
  for (const broker of fake.brokers.values()) broker.stop();
  fake.brokers.clear();
  fake.advertised.clear();
  fake.add(7, 9999);
  const snapshot = await fake.env.run(cluster.refresh());
  assertEquals([...snapshot.brokers.keys()], [7]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster asks nobody but the bootstrap addresses when a broker says so (KIP-1102)", async () => {
  const fake = new FakeCluster(1);
  fake.add(2, 9092);
  fake.add(3, 9093);
  const cluster = fake.connect({ brokers: "broker:9091" });
  await fake.env.run(cluster.refresh());
  // The address that bootstraps belongs to a new cluster; of the old one, one broker says that we
  // have to go, and the other would still answer as if nothing had happened.
  fake.broker(1).stop();
  const old = structuredClone(fake.answer(fake.broker(1).of("Metadata")[0]));
  fake.broker(2).on("Metadata", (call) => ({ ...fake.answer(call), errorCode: 129 }));
  fake.broker(3).on("Metadata", () => old);
  // Broker 2 is asked first.
  fake.broker(3).refuse();
  const [first] = await Promise.allSettled([
    fake.env.run(cluster.channel(2, "metadata", "").ready()),
  ]);
  assertEquals(first.status, "fulfilled");
  fake.broker(3).start();
  fake.clusterId = "cluster-2";
  fake.advertised.clear();
  fake.add(4, 9091);
  const snapshot = await fake.env.run(cluster.refresh());
  assertEquals(fake.broker(2).of("Metadata").length, 1);
  assertEquals(fake.broker(3).of("Metadata").length, 0);
  assertEquals([...snapshot.brokers.keys()], [4]);
  assertEquals(snapshot.clusterId, "cluster-2");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster waits between the tries when the bootstrap addresses themselves say so", async () => {
  const fake = new FakeCluster(1);
  const cluster = fake.connect();
  fake.errorCode = 129;
  const waiting = assertRejects(() => cluster.refresh({ timeoutMs: 10_000 }), ConnectionError);
  await fake.env.advance(10_000);
  const error = await waiting;
  assertStringIncludes(error.message, "REBOOTSTRAP_REQUIRED");
  assert(fake.asked <= 30, `${fake.asked} tries`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster tries all addresses of a bootstrap name when told so", async () => {
  const fake = new FakeCluster(1);
  const looked: string[] = [];
  fake.broker(1).refuse();
  fake.add(2, 9091).refuse();
  const second = new FakeCluster(1);
  second.broker(1).refuse();
  const cluster = fake.connect({
    brokers: "name:9091",
    bootstrapLookup: "all",
    lookup: (host) => {
      looked.push(host);
      return Promise.resolve(["10.0.0.1", "broker"]);
    },
  });
  fake.broker(2).start();
  await fake.env.run(cluster.refresh());
  assertEquals(looked, ["name"]);
  assertEquals(fake.connects, ["10.0.0.1:9091", "broker:9091"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster leaves a name that cannot be looked up to the connector", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect({
    bootstrapLookup: "all",
    lookup: () => Promise.reject(new Error("no resolver")),
  });
  await fake.env.run(cluster.refresh());
  assertEquals(fake.connects, ["broker:9091"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.watchTopics() keeps topics in every refresh until the last one lets go", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  const [one, two] = [cluster.watchTopics(["a", "a"]), cluster.watchTopics(["a"])];
  await fake.env.run(cluster.refresh());
  assertEquals(fake.lastTopics(), ["a"]);
  one();
  one();
  await fake.env.run(cluster.refresh());
  assertEquals(fake.lastTopics(), ["a"]);
  two();
  const snapshot = await fake.env.run(cluster.refresh());
  assertEquals(fake.lastTopics(), []);
  assertEquals([...snapshot.topics.keys()], []);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster keeps a topic that was asked for once for as long as metadata lives", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect({ metadataMaxAgeMs: 10_000 });
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  await fake.env.advance(9_000);
  assertEquals((await fake.env.run(cluster.refresh())).topics.has("a"), true);
  await fake.env.advance(1_001);
  assertEquals((await fake.env.run(cluster.refresh())).topics.has("a"), false);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster refreshes by itself every metadataMaxAgeMs, but only while something is watched", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect({ metadataMaxAgeMs: 60_000 });
  await fake.env.run(cluster.refresh());
  await fake.env.advance(200_000);
  assertEquals(fake.asked, 1);
  const release = cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  await fake.env.advance(180_001);
  assertEquals(fake.asked, 5);
  release();
  await fake.env.advance(180_000);
  assertEquals(fake.asked, 5);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.invalidate() refreshes soon, once for many, with the topics", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  await fake.env.advance(10_000);
  for (let times = 0; times < 10; times++) cluster.invalidate("stale leader", ["a"]);
  await fake.env.settle();
  assertEquals(fake.asked, 2);
  assertEquals(cluster.metadata.topics.has("a"), true);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.invalidate() is limited in rate, the more so the longer nothing changes", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  const before = fake.asked;
  for (let ms = 0; ms < 10_000; ms += 10) {
    cluster.invalidate("election");
    await fake.env.advance(10);
  }
  const asked = fake.asked - before;
  assert(asked >= 9 && asked <= 16, `${asked} refreshes in 10 s`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.invalidate() is quick again after a quiet time", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  for (let ms = 0; ms < 10_000; ms += 10) {
    cluster.invalidate("election");
    await fake.env.advance(10);
  }
  await fake.env.advance(60_000);
  const before = fake.asked;
  for (let ms = 0; ms < 500; ms += 10) {
    cluster.invalidate("another election");
    await fake.env.advance(10);
  }
  const asked = fake.asked - before;
  assert(asked >= 3, `${asked} refreshes in 500 ms`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.invalidate() of a client at rest does not go on knocking at a dead cluster", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  for (const broker of fake.brokers.values()) broker.stop();
  const before = fake.connects.length;
  cluster.invalidate("lost");
  await fake.env.advance(600_000);
  assert(fake.connects.length - before <= 4, `${fake.connects.length - before} attempts`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster makes at most one attempt per address and backoff step while the cluster is down", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  for (const broker of fake.brokers.values()) broker.stop();
  const before = fake.connects.length;
  cluster.invalidate("lost");
  await fake.env.advance(60_000);
  // Three known addresses and the seed, each at most about once a second.
  const attempts = fake.connects.length - before;
  assert(attempts > 60 && attempts < 4 * 70, `${attempts} attempts`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.onMetadata() calls in order with the snapshot before, until it is ended", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  const seen: string[] = [];
  const off = cluster.onMetadata((now, before) => seen.push(`${before.version}>${now.version}`));
  await fake.env.run(cluster.refresh());
  await fake.env.run(cluster.refresh());
  off();
  off();
  await fake.env.run(cluster.refresh());
  assertEquals(seen, ["0>1", "1>2"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster never goes back to a lower leader epoch, whoever says so", async () => {
  const fake = new FakeCluster();
  const topic = fake.topic("a");
  const cluster = fake.connect();
  topic.partitions[0] = { leader: 2, epoch: 9 };
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  topic.partitions[0] = { leader: 1, epoch: 8 };
  const snapshot = await fake.env.run(cluster.refresh({ topics: ["a"] }));
  assertEquals(snapshot.topics.get("a")?.partitions[0].leader, 2);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster tells that a topic was created anew", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  fake.topic("a", 1, uuid("other"));
  fake.events.length = 0;
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  assertEquals(fake.events, ["topicrecreated a"]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.learnLeader() takes a newer leader and its address, and tells the listeners (KIP-951)", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  const seen: MetadataSnapshot[] = [];
  cluster.onMetadata((now) => seen.push(now));
  cluster.learnLeader("a", 0, { nodeId: 2, epoch: 6 });
  cluster.learnLeader("a", 0, { nodeId: 3, epoch: 6 });
  cluster.learnLeader("a", 0, { nodeId: 3, epoch: 5 });
  cluster.learnLeader("a", 0, { nodeId: -1, epoch: 7 });
  assertEquals(seen.map((now) => now.topics.get("a")?.partitions[0].leader), [2]);
  cluster.learnLeader("a", 0, { nodeId: 9, epoch: 7 }, {
    nodeId: 9,
    host: "new",
    port: 1,
    rack: null,
  });
  assertEquals(cluster.metadata.brokers.get(9)?.host, "new");
  await fake.env.advance(60_000);
  assertEquals(fake.asked, 1, "no refresh was needed");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.learnLeader() asks for the address of a leader that nobody knows", async () => {
  const fake = new FakeCluster(2);
  const topic = fake.topic("a");
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh({ topics: ["a"] }));
  fake.add(9, 9099);
  topic.partitions[0] = { leader: 9, epoch: 6 };
  cluster.learnLeader("a", 0, { nodeId: 9, epoch: 6 });
  await fake.env.advance(2_000);
  assertEquals(cluster.metadata.brokers.get(9)?.port, 9099);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() gives a known topic without asking", async () => {
  const fake = new FakeCluster();
  fake.topic("a", 3);
  const cluster = fake.connect();
  assertEquals((await fake.env.run(cluster.topic("a"))).partitions.length, 3);
  await cluster.topic("a");
  assertEquals(fake.asked, 1);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() waits for a topic that is being created", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  const waiting = cluster.topic("a");
  await fake.env.advance(3_000);
  fake.topic("a");
  assertEquals((await fake.env.run(waiting)).name, "a");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() says that a topic is missing after unknownTopicToleranceMs", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  const started = fake.env.clock.monotonic();
  const error = await assertRejects(() => fake.env.run(cluster.topic("a")), BrokerError);
  assertEquals(fake.env.clock.monotonic() - started, 5_000);
  assertEquals(error.code, "UNKNOWN_TOPIC_OR_PARTITION");
  assertEquals(error.topic, "a");
  assertStringIncludes(error.message, 'Cannot find the topic "a"');
  const again = fake.env.clock.monotonic();
  await assertRejects(() => fake.env.run(cluster.topic("a")), BrokerError);
  assert(fake.env.clock.monotonic() - again < 200, "it has been missing for long enough");
  await fake.env.advance(60_000);
  const later = fake.env.clock.monotonic();
  await assertRejects(() => fake.env.run(cluster.topic("a")), BrokerError);
  assertEquals(fake.env.clock.monotonic() - later, 5_000, "by now it may be just being created");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() says at once that a topic is refused", async () => {
  const fake = new FakeCluster();
  fake.topic("a").error = 29;
  const cluster = fake.connect();
  const started = fake.env.clock.monotonic();
  const error = await assertRejects(() => fake.env.run(cluster.topic("a")), BrokerError);
  assertEquals(error.code, "TOPIC_AUTHORIZATION_FAILED");
  assertEquals(error.retriable, false);
  assertEquals(fake.env.clock.monotonic(), started);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() rejects with what was tried when no broker can be reached", async () => {
  const fake = new FakeCluster();
  fake.broker(1).refuse();
  const cluster = fake.connect();
  const error = await assertRejects(
    () => fake.env.run(cluster.topic("a", { timeoutMs: 8_000 })),
    ConnectionError,
  );
  assertStringIncludes(error.message, "broker:9091 (connection was refused)");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.topic() rejects in the turn in which its signal fires, also between two refreshes", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  const controller = new AbortController();
  const waiting = assertRejects(
    () => cluster.topic("a", { signal: controller.signal }),
    AbortedError,
  );
  await fake.env.advance(1_010);
  controller.abort();
  await waiting;
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.channel() gives the same channel for the same broker, use and owner, and others otherwise", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  const channel = cluster.channel(1, "produce", "p1");
  assertStrictEquals(cluster.channel(1, "produce", "p1"), channel);
  const others = [
    cluster.channel(2, "produce", "p1"),
    cluster.channel(1, "fetch", "p1"),
    cluster.channel(1, "produce", "p2"),
  ];
  assertEquals(new Set([channel, ...others]).size, 4);
  const connections = await fake.env.run(Promise.all([channel, ...others].map((c) => c.ready())));
  assertEquals(new Set(connections).size, 4);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster moves its channels when a broker comes back elsewhere, and leaves the old address alone", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  const channel = cluster.channel(3, "produce", "p");
  await fake.env.run(channel.ready());
  fake.broker(3).stop();
  fake.add(3, 9500);
  await fake.env.advance(5_000);
  fake.connects.length = 0;
  const connection = await fake.env.run(channel.ready());
  assertEquals(connection.broker, "broker:9500 (id 3)");
  await fake.env.advance(60_000);
  assertEquals(fake.connects.filter((address) => address === "broker:9093"), []);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster asks another broker for the metadata when one is slow to answer", async () => {
  const fake = new FakeCluster();
  const topic = fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  const channel = cluster.channel(1, "lookup", "p");
  await fake.env.run(channel.ready());
  // The host is suspended: it neither answers nor hangs up; the others elect a new leader.
  fake.broker(1).on("Metadata", () => new Promise(() => {}));
  topic.partitions[0] = { leader: 2, epoch: 6 };
  const waiting = assertRejects(() => channel.send(metadata, { topics: [] }));
  const moved: number[] = [];
  const started = fake.env.clock.monotonic();
  cluster.onMetadata(() => moved.push(fake.env.clock.monotonic() - started));
  await fake.env.advance(3_000);
  assertEquals(cluster.metadata.topics.get("a")?.partitions[0].leader, 2);
  assert(moved[0] >= 1_500 && moved[0] < 1_700, `${moved}`);
  await cluster.close();
  await waiting;
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster looks again while a watched partition has no leader, and rests when it has one", async () => {
  const fake = new FakeCluster();
  const topic = fake.topic("a");
  topic.partitions[0] = { leader: -1, epoch: 6, error: 5 };
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  await fake.env.advance(10_000);
  assert(fake.asked >= 9 && fake.asked <= 20, `${fake.asked} refreshes in 10 s`);
  topic.partitions[0] = { leader: 2, epoch: 7 };
  await fake.env.advance(1_300);
  assertEquals(cluster.metadata.topics.get("a")?.partitions[0].leader, 2);
  const asked = fake.asked;
  await fake.env.advance(60_000);
  assertEquals(fake.asked, asked);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster asks somebody else when a broker tells nothing new for long though something is wrong", async () => {
  const fake = new FakeCluster();
  const topic = fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  // Broker 1 lives on, cut off from the controller: what it says stays as it is.
  const frozen = fake.broker(1).of("Metadata")[0];
  const stale = structuredClone({ ...fake.answer(frozen) });
  fake.broker(1).on("Metadata", () => stale);
  topic.partitions[0] = { leader: 3, epoch: 6 };
  for (
    let ms = 0;
    ms < 5_000 && cluster.metadata.topics.get("a")?.partitions[0].leader === 1;
    ms += 100
  ) {
    cluster.invalidate("not the leader");
    await fake.env.advance(100);
  }
  assertEquals(cluster.metadata.topics.get("a")?.partitions[0].leader, 3);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster gets through within two seconds when a network that swallowed everything is back", async () => {
  const fake = new FakeCluster(1);
  fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  // A second connection to the same broker; both are swallowed, and every new one too.
  const channel = cluster.channel(1, "produce", "p");
  fake.broker(1).mute = true;
  fake.broker(1).cut();
  const waiting = channel.ready();
  await fake.env.advance(7_100);
  fake.broker(1).mute = false;
  const back = fake.env.clock.monotonic();
  await fake.env.run(waiting);
  await fake.env.run(cluster.refresh());
  assert(fake.env.clock.monotonic() - back <= 2_000, `${fake.env.clock.monotonic() - back} ms`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster makes silent attempts of other channels anew when one gets through to the address", async () => {
  const fake = new FakeCluster(1);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.broker(1).mute = true;
  const channels = ["a", "b", "c"].map((owner) => cluster.channel(1, "produce", owner));
  const waiting = Promise.all(channels.map((channel) => channel.ready()));
  await fake.env.advance(5_000);
  fake.broker(1).mute = false;
  const back = fake.env.clock.monotonic();
  await fake.env.run(waiting);
  assert(fake.env.clock.monotonic() - back <= 2_000, `${fake.env.clock.monotonic() - back} ms`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster leaves an address that works when the metadata says that the broker is elsewhere", async () => {
  const fake = new FakeCluster(2);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  const channel = cluster.channel(2, "produce", "p");
  assertEquals((await fake.env.run(channel.ready())).broker, "broker:9092 (id 2)");
  fake.add(2, 9500);
  await fake.env.run(cluster.refresh());
  assertEquals((await fake.env.run(channel.ready())).broker, "broker:9500 (id 2)");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster makes probes to a silent address from one channel only", async () => {
  const fake = new FakeCluster(1);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.broker(1).mute = true;
  const before = fake.connects.length;
  const waiting = ["a", "b", "c"].map((owner) =>
    assertRejects(() => cluster.channel(1, "produce", owner).ready(), ConnectionError)
  );
  await fake.env.advance(9_999);
  // Three attempts of ten seconds, and four probes of two.
  assertEquals(fake.connects.length - before, 7);
  await fake.env.run(Promise.all(waiting));
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster refreshes when a broker is asked for that the metadata does not list", async () => {
  const fake = new FakeCluster(1);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.add(2, 9092);
  await assertRejects(
    () => fake.env.run(cluster.channel(2, "fetch", "c").ready()),
    ConnectionError,
  );
  await fake.env.advance(500);
  assertEquals(cluster.metadata.brokers.has(2), true);
  await fake.env.run(cluster.channel(2, "fetch", "c").ready());
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster refreshes the metadata when it loses a connection", async () => {
  const fake = new FakeCluster();
  const topic = fake.topic("a");
  const cluster = fake.connect();
  cluster.watchTopics(["a"]);
  await fake.env.run(cluster.refresh());
  await fake.env.run(cluster.channel(2, "produce", "p").ready());
  await fake.env.advance(10_000);
  topic.partitions[0] = { leader: 3, epoch: 6 };
  fake.broker(2).stop();
  await fake.env.advance(200);
  assertEquals(cluster.metadata.topics.get("a")?.partitions[0].leader, 3);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.closeOwner() closes the channels of that owner and no others", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  const [mine, theirs] = [cluster.channel(1, "produce", "p1"), cluster.channel(1, "produce", "p2")];
  await fake.env.run(Promise.all([mine.ready(), theirs.ready()]));
  await fake.env.run(cluster.closeOwner("p1"));
  assertEquals(mine.connected, false);
  await assertRejects(() => mine.ready(), ClosedError);
  assertEquals(theirs.connected, true);
  await fake.env.run(cluster.channel(1, "produce", "p1").ready());
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.close() gives one and the same error to every waiter, and to whoever comes later", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  for (const broker of fake.brokers.values()) broker.on("Metadata", () => new Promise(() => {}));
  const channel = cluster.channel(2, "produce", "p");
  const cause = new Error("switched off");
  const waiting = [
    assertRejects(() => cluster.refresh()),
    assertRejects(() => cluster.topic("a")),
    assertRejects(() => channel.send(metadata, { topics: [] })),
    assertRejects(() => cluster.request(metadata, { topics: [] }, { use: "admin" })),
  ];
  await fake.env.advance(700);
  assertEquals(cluster.closed, false);
  await fake.env.run(cluster.close(cause));
  assertStrictEquals(cluster.close(), cluster.close());
  const errors = await Promise.all(waiting);
  assertInstanceOf(errors[0], ClosedError);
  assertStrictEquals(errors[0].cause, cause);
  for (const error of errors) assertStrictEquals(error, errors[0]);
  assertEquals(cluster.closed, true);
  assertStrictEquals(await assertRejects(() => cluster.refresh()), errors[0]);
  assertStrictEquals(await assertRejects(() => cluster.topic("a")), errors[0]);
  assertStrictEquals(
    await assertRejects(() => cluster.channel(1, "fetch", "c").ready()),
    errors[0],
  );
  cluster.invalidate("nothing");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.close() works while a connection attempt is under way", async () => {
  const fake = new FakeCluster();
  fake.broker(1).mute = true;
  const cluster = fake.connect();
  const waiting = assertRejects(() => cluster.refresh(), ClosedError);
  await fake.env.settle();
  await fake.env.run(cluster.close());
  await waiting;
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster keeps the process alive for nobody", async () => {
  const fake = new FakeCluster();
  const cluster = fake.connect();
  const waiting = cluster.refresh();
  await fake.env.settle();
  assertEquals(fake.env.holds, 0);
  await waiting;
  assertEquals(await fake.end(cluster), []);
});
