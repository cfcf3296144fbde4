import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { encodeRequestFrame } from "../../src/protocol/framing.ts";
import { describeCluster } from "../../src/protocol/messages/describe_cluster.ts";
import { fetch } from "../../src/protocol/messages/fetch.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { produce } from "../../src/protocol/messages/produce.ts";
import { batchOf, RawClient } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

Deno.test("A broker serves the requests of a connection strictly one after the other", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, connect, env }) => {
    const poll = {
      maxWaitMs: 3000,
      minBytes: 1,
      topics: [{ topic: "t", partitions: [{ partition: 0, partitionMaxBytes: 100 }] }],
    };
    const fetched = await client.post(fetch, poll, 12);
    const asked = await client.post(metadata, { topics: null }, 1);
    const answer = client.receive(fetch, 12, fetched);
    await env.advance(2999);
    assertEquals((await env.attempt(answer)).state, "pending");
    const other = await connect();
    assertEquals((await other.send(metadata, { topics: null }, 1)).topics.length, 1);
    await env.advance(1);
    await answer;
    assertEquals((await client.receive(metadata, 1, asked)).topics.length, 1);
  });
});

Deno.test("A broker keeps a large frame whole that began to arrive while it served another", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, connect, cluster, env }) => {
    const poll = {
      maxWaitMs: 500,
      minBytes: 1,
      topics: [{ topic: "t", partitions: [{ partition: 0, partitionMaxBytes: 100 }] }],
    };
    const values = Array.from({ length: 2000 }, (_, at) => `value ${at}`.padEnd(100));
    const partitionData = [{ index: 0, records: batchOf(values) }];
    const request = { acks: -1, timeoutMs: 1, topicData: [{ name: "t", partitionData }] };
    const frame = new Uint8Array(
      encodeRequestFrame(produce, request, 9, 7, "raw").flatMap((piece) => [...piece]),
    );
    // In one write, so that the broker has the beginning before it reads ahead.
    const first = encodeRequestFrame(fetch, poll, 12, 6, "raw");
    await client.transport.write([...first, frame.subarray(0, 1000)]);
    await env.advance(500);
    await client.frame();
    const rest = client.transport.write([frame.subarray(1000)]);
    assertEquals((await client.receive(produce, 9, 7)).responses.length, 1);
    await rest;
    assertEquals((await cluster.records("t", 0)).length, values.length);
    await (await connect()).send(metadata, { topics: null }, 1);
  });
});

Deno.test("A broker whose client leaves during a long poll forgets it at once", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster, env }) => {
    await client.post(fetch, {
      maxWaitMs: 60_000,
      minBytes: 1,
      topics: [{ topic: "t", partitions: [{ partition: 0 }] }],
    }, 12);
    await env.settle();
    assertEquals(env.pendingTimers, 1);
    client.close();
    await env.settle();
    assertEquals([env.pendingTimers, cluster.connections().length], [0, 0]);
  });
});

Deno.test("EmbeddedKafka.stopBroker() closes connections, refuses new ones and moves leaders", async () => {
  await withCluster({ brokers: 3, topics: { t: { partitions: 3 } } }, async (bench) => {
    const { client, connect, cluster } = bench;
    const other = await connect(2);
    await cluster.stopBroker(1);
    assert(await client.ended());
    await assertRejects(() => RawClient.connect(cluster, 1), Error, "broker-1:9092");
    const response = await other.send(metadata, { topics: null });
    assertEquals(response.brokers.map(({ nodeId }) => nodeId), [2, 3]);
    assertEquals(response.controllerId, 2);
    const [first] = response.topics[0].partitions;
    assertEquals([first.leaderId, first.leaderEpoch, first.isrNodes, first.offlineReplicas], [
      2,
      1,
      [2, 3],
      [1],
    ]);
    await cluster.startBroker(1);
    assertEquals(cluster.partition("t", 0).isr, [1, 2, 3]);
    assertEquals(cluster.partition("t", 0).leader, 2);
    assertEquals((await (await connect(1)).produce("t", 0, batchOf(["x"]))).errorCode, 6);
  });
});

Deno.test("A partition without a replica in sync has no leader until one comes back", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, connect, cluster }) => {
    await client.produce("t", 0, batchOf(["a"]));
    await cluster.stopBroker(2);
    await client.produce("t", 0, batchOf(["b"]));
    await cluster.stopBroker(1);
    await cluster.startBroker(2);
    const other = await connect(2);
    const { topics } = await other.send(metadata, { topics: null });
    const [partition] = topics[0].partitions;
    assertEquals([partition.errorCode, partition.leaderId, partition.isrNodes], [5, -1, [1]]);
    await cluster.startBroker(1);
    const { leader, isr, endOffset } = cluster.partition("t", 0);
    assertEquals([leader, isr, endOffset], [1, [1, 2], 2]);
    assertEquals(cluster.log("t", 0, { replica: 2 }).length, 2);
  });
});

Deno.test("A partition with unclean elections takes a replica that lacks records", async () => {
  const config = { "unclean.leader.election.enable": true };
  await withCluster({ brokers: 2, topics: { t: { config } } }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["a"]));
    cluster.pauseReplica("t", 0, 2);
    await client.produce("t", 0, batchOf(["b"]));
    await cluster.stopBroker(1);
    const { leader, endOffset, highWatermark } = cluster.partition("t", 0);
    assertEquals([leader, endOffset, highWatermark], [2, 1, 1]);
    await cluster.startBroker(1);
    assertEquals(cluster.log("t", 0, { replica: 1 }).length, 1);
  });
});

Deno.test("EmbeddedKafka.uncleanElection() cuts the other replicas back to the new leader's log", async () => {
  await withCluster({ brokers: 3, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a"]));
    cluster.pauseReplica("t", 0, 2);
    for (const value of ["b", "c"]) await client.produce("t", 0, batchOf([value]));
    assertEquals(cluster.uncleanElection("t", 0, 2), { leader: 2, leaderEpoch: 1 });
    for (const replica of [1, 2, 3]) assertEquals(cluster.log("t", 0, { replica }).length, 1);
    const next = await connect(2);
    assertEquals((await next.produce("t", 0, batchOf(["B"]))).baseOffset, 1n);
    const kept = cluster.log("t", 0, { replica: 3 }).map(({ leaderEpoch }) => leaderEpoch);
    assertEquals(kept, [0, 1]);
    assertEquals(cluster.partition("t", 0).isr, [1, 2, 3]);
  });
});

Deno.test("EmbeddedKafka.moveLeader() takes the next replica in sync, or the one that is named", async () => {
  await withCluster({ brokers: 3, topics: ["t"] }, ({ cluster }) => {
    cluster.pauseReplica("t", 0, 2);
    assertEquals(cluster.moveLeader("t", 0), { leader: 3, leaderEpoch: 1 });
    assertThrows(() => cluster.moveLeader("t", 0, 2), RangeError, "in sync are 1, 3");
    assertEquals(cluster.moveLeader("t", 0, 1), { leader: 1, leaderEpoch: 2 });
    return Promise.resolve();
  });
});

Deno.test("EmbeddedKafka.pauseBroker() lets a broker accept everything and answer nothing", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, connect, cluster, env }) => {
    cluster.pauseBroker(1);
    const sent = client.produce("t", 0, batchOf(["x"]));
    const late = await connect(1);
    const asked = late.send(metadata, { topics: null }, 1);
    await env.advance(60_000);
    assertEquals((await env.attempt(sent)).state, "pending");
    assertEquals((await env.attempt(asked)).state, "pending");
    assertEquals(cluster.partition("t", 0).endOffset, 0);
    cluster.resumeBroker(1);
    assertEquals((await sent).errorCode, 0);
    assertEquals((await asked).topics.length, 1);
  });
});

Deno.test("A paused broker that the others gave up answers that it does not lead any more", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, env }) => {
    cluster.pauseBroker(1, { moveLeaders: true });
    const sent = client.produce("t", 0, batchOf(["x"]));
    await env.settle();
    assertEquals(cluster.partition("t", 0).leader, 2);
    cluster.resumeBroker(1);
    assertEquals((await sent).errorCode, 6);
    assertEquals(cluster.partition("t", 0).isr, [1, 2]);
  });
});

Deno.test("A paused broker can be stopped", async () => {
  await withCluster({ brokers: 2 }, async ({ client, cluster }) => {
    cluster.pauseBroker(1);
    await client.post(metadata, { topics: null }, 1);
    await cluster.stopBroker(1);
    assert(await client.ended());
    assertThrows(() => cluster.pauseBroker(1), RangeError, "stopped");
  });
});

Deno.test("EmbeddedKafka.refuseConnections() leaves open connections alone", async () => {
  await withCluster({}, async ({ client, connect, cluster }) => {
    await cluster.refuseConnections(1, true);
    await assertRejects(() => connect());
    assertEquals((await client.send(metadata, { topics: null }, 1)).brokers.length, 1);
    await cluster.refuseConnections(1, false);
    assertEquals((await (await connect()).send(metadata, { topics: null }, 1)).brokers.length, 1);
  });
});

Deno.test("EmbeddedKafka.changeAddress() moves a broker and says so in the metadata", async () => {
  await withCluster({ brokers: 2 }, async ({ client, connect, cluster }) => {
    const other = await connect(2);
    await cluster.changeAddress(1, { host: "elsewhere", port: 1234 });
    assert(await client.ended());
    const { brokers } = await other.send(metadata, { topics: null }, 1);
    assertEquals(brokers.map(({ host, port }) => `${host}:${port}`), [
      "elsewhere:1234",
      "broker-2:9092",
    ]);
    await (await connect(1)).send(metadata, { topics: null }, 1);
    await assertRejects(() => cluster.connector({ host: "broker-1", port: 9092 }));
  });
});

Deno.test("EmbeddedKafka.killConnections() closes those that fit", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, connect, cluster, env }) => {
    const other = await connect(2);
    await client.produce("t", 0, batchOf(["x"]));
    await other.send(metadata, { topics: null }, 1);
    assertEquals(cluster.killConnections({ api: "Produce" }), 1);
    assert(await client.ended());
    await env.settle();
    assertEquals(cluster.connections().map(({ broker, requests }) => [broker, requests]), [[2, 1]]);
    assertEquals(cluster.killConnections({ broker: 1 }), 0);
    assertEquals(cluster.killConnections(), 1);
  });
});

Deno.test("EmbeddedKafka.throttle() tells the client to wait, and mutes its connection", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, connect, cluster, env }) => {
    cluster.throttle({ throttleMs: 200 });
    const other = await connect();
    await client.produce("t", 0, batchOf(["x"]));
    const muted = client.fetch("t", 0, 0);
    await env.advance(199);
    assertEquals((await env.attempt(muted)).state, "pending");
    assertEquals((await other.send(metadata, { topics: null })).throttleTimeMs, 0);
    await env.advance(1);
    await muted;
    cluster.throttle({ throttleMs: 0 });
    const { throttleTimeMs } = await other.fetchAll("t", [{ partition: 0 }]);
    assertEquals(throttleTimeMs, 0);
    cluster.throttle({ throttleMs: 50, api: "Fetch", mute: false });
    for (let at = 0; at < 2; at++) {
      assertEquals((await other.fetchAll("t", [{ partition: 0 }])).throttleTimeMs, 50);
    }
  });
});

Deno.test("DescribeCluster lists stopped brokers only when it is asked to", async () => {
  await withCluster({ brokers: 2, racks: ["a", null] }, async ({ client, cluster }) => {
    await cluster.stopBroker(2);
    const seen = async (includeFencedBrokers: boolean) => {
      const { brokers } = await client.send(describeCluster, { includeFencedBrokers }, 2);
      return brokers.map(({ brokerId, isFenced, rack }) => [brokerId, isFenced, rack]);
    };
    assertEquals(await seen(false), [[1, false, "a"]]);
    assertEquals(await seen(true), [[1, false, "a"], [2, true, null]]);
    const wrong = await client.send(describeCluster, { endpointType: 2 }, 2);
    assertEquals(wrong.errorCode, 114);
  });
});
