import { assertEquals } from "@std/assert";
import { fetch } from "../../src/protocol/messages/fetch.ts";
import { batchOf, recordsOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const OFFSET_OUT_OF_RANGE = 1;
const UNKNOWN_TOPIC_OR_PARTITION = 3;
const NOT_LEADER = 6;
const FENCED_LEADER_EPOCH = 74;
const UNKNOWN_LEADER_EPOCH = 75;
const UNKNOWN_TOPIC_ID = 100;
const POLL = { request: { maxWaitMs: 500, minBytes: 1 } };

Deno.test("Fetch gives the same records in every version", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["a", "b"]));
    for (let version = 4; version <= 12; version++) {
      const { records, logStartOffset } = await client.fetch("t", 0, 0, { version });
      assertEquals(recordsOf(records), ["0:a", "1:b"], `version ${version}`);
      assertEquals(logStartOffset, version >= 5 ? 0n : -1n);
    }
    for (let version = 13; version <= 18; version++) {
      const { topicId } = cluster.topic("t");
      const { responses } = await client.send(fetch, {
        maxWaitMs: 0,
        topics: [{ topicId, partitions: [{ partition: 0, partitionMaxBytes: 1000 }] }],
      }, version);
      assertEquals(recordsOf(responses[0].partitions[0].records), ["0:a", "1:b"]);
    }
  });
});

Deno.test("Fetch gives whole batches from the one that holds the offset", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    await client.produce("t", 0, batchOf(["a", "b", "c"]));
    await client.produce("t", 0, batchOf(["d"]));
    assertEquals(recordsOf((await client.fetch("t", 0, 1)).records), ["0:a", "1:b", "2:c", "3:d"]);
    assertEquals(recordsOf((await client.fetch("t", 0, 3)).records), ["3:d"]);
    assertEquals((await client.fetch("t", 0, 4)).records?.length, 0);
  });
});

Deno.test("Fetch keeps to the limits in bytes, except for the first batch", async () => {
  const batch = batchOf(["x".repeat(100)]);
  await withCluster({ topics: { t: { partitions: 2 } } }, async ({ client, connect }) => {
    const second = await connect();
    for (const partition of [0, 1]) {
      for (let at = 0; at < 3; at++) await second.produce("t", partition, batch);
    }
    const sizes = async (partitionMaxBytes: number, maxBytes: number) => {
      const { responses } = await client.fetchAll("t", [
        { partition: 0, partitionMaxBytes },
        { partition: 1, partitionMaxBytes },
      ], { request: { maxBytes } });
      return responses[0].partitions.map(({ records }) => (records?.length ?? 0) / batch.length);
    };
    assertEquals(await sizes(1, 10_000), [1, 0]);
    assertEquals(await sizes(batch.length * 2, 10_000), [2, 2]);
    assertEquals(await sizes(10_000, batch.length * 4), [3, 1]);
    assertEquals(await sizes(10_000, 1), [1, 0]);
  });
});

Deno.test("Fetch ends in the middle of a batch when cutBatches says so", async () => {
  const batch = batchOf(["x".repeat(100)]);
  await withCluster({ topics: ["t"], cutBatches: true }, async ({ client }) => {
    await client.produce("t", 0, batch);
    await client.produce("t", 0, batch);
    const partitionMaxBytes = batch.length + 70;
    const { records } = await client.fetch("t", 0, 0, { partition: { partitionMaxBytes } });
    assertEquals(records?.length, partitionMaxBytes);
  });
});

Deno.test("Fetch waits for the first record, and no longer than the client says", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, connect, env }) => {
    const empty = client.fetch("t", 0, 0, POLL);
    await env.advance(499);
    assertEquals((await env.attempt(empty)).state, "pending");
    await env.advance(1);
    assertEquals((await empty).records?.length, 0);
    const writer = await connect();
    const waiting = client.fetch("t", 0, 0, POLL);
    await env.settle();
    await writer.produce("t", 0, batchOf(["x"]));
    assertEquals(recordsOf((await waiting).records), ["0:x"]);
  });
});

Deno.test("Fetch waits until there are minBytes in all partitions together", async () => {
  const batch = batchOf(["x"]);
  await withCluster({ topics: { t: { partitions: 2 } } }, async ({ client, connect, env }) => {
    const writer = await connect();
    const waiting = client.fetchAll("t", [{ partition: 0 }, { partition: 1 }], {
      request: { maxWaitMs: 500, minBytes: batch.length * 3 },
    });
    await env.settle();
    const other = await connect(1);
    for (let at = 0; at < 2; at++) await writer.produce("t", 0, batch);
    assertEquals((await env.attempt(waiting)).state, "pending");
    await other.produce("t", 1, batch);
    const { responses } = await waiting;
    assertEquals(responses[0].partitions.map(({ records }) => records?.length), [
      batch.length * 2,
      batch.length,
    ]);
  });
});

Deno.test("Fetch answers at once when one of its partitions fails, and gives the others", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const { responses } = await client.fetchAll("t", [{ partition: 0 }, { partition: 5 }], POLL);
    assertEquals(responses[0].partitions.map(({ errorCode }) => errorCode), [
      0,
      UNKNOWN_TOPIC_OR_PARTITION,
    ]);
  });
});

Deno.test("Fetch ends its wait when the topic is deleted or the leader moves", async () => {
  await withCluster(
    { brokers: 2, topics: ["t", "u"] },
    async ({ client, connect, cluster, env }) => {
      const gone = client.fetch("t", 0, 0, POLL);
      const other = await connect();
      const moved = other.fetch("u", 0, 0, { ...POLL, version: 10 });
      await env.settle();
      cluster.deleteTopic("t");
      cluster.moveLeader("u", 0, 2);
      assertEquals((await gone).errorCode, UNKNOWN_TOPIC_OR_PARTITION);
      assertEquals((await moved).errorCode, NOT_LEADER);
    },
  );
});

Deno.test("Fetch refuses offsets outside of the log", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (const value of ["a", "b", "c"]) await client.produce("t", 0, batchOf([value]));
    cluster.trimLog("t", 0, 2);
    const codes = [];
    for (const offset of [-1, 1, 2, 3, 4]) {
      codes.push((await client.fetch("t", 0, offset)).errorCode);
    }
    assertEquals(codes, [OFFSET_OUT_OF_RANGE, OFFSET_OUT_OF_RANGE, 0, 0, OFFSET_OUT_OF_RANGE]);
    assertEquals((await client.fetch("t", 0, 2)).logStartOffset, 2n);
  });
});

Deno.test("Fetch steps over a gap that compaction left", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (const value of ["a", "b", "c"]) await client.produce("t", 0, batchOf([value]));
    cluster.removeBatches("t", 0, 1, 1);
    assertEquals(recordsOf((await client.fetch("t", 0, 1)).records), ["2:c"]);
    assertEquals(cluster.partition("t", 0).endOffset, 3);
  });
});

Deno.test("Fetch fences epochs that are too old or too new (KIP-320)", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ connect, cluster }) => {
    cluster.moveLeader("t", 0, 2);
    const client = await connect(2);
    const codes = [];
    for (const currentLeaderEpoch of [0, 1, 2, -1]) {
      const { errorCode } = await client.fetch("t", 0, 0, { partition: { currentLeaderEpoch } });
      codes.push(errorCode);
    }
    assertEquals(codes, [FENCED_LEADER_EPOCH, 0, UNKNOWN_LEADER_EPOCH, 0]);
  });
});

Deno.test("Fetch names the leader when its epoch is stale, from version 16 on", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster }) => {
    const { topicId } = cluster.topic("t");
    cluster.moveLeader("t", 0, 2);
    const ask = (version: number) =>
      client.send(fetch, {
        maxWaitMs: 0,
        topics: [{ topicId, partitions: [{ partition: 0, currentLeaderEpoch: 0 }] }],
      }, version);
    const { responses, nodeEndpoints } = await ask(16);
    const { errorCode, currentLeader } = responses[0].partitions[0];
    assertEquals([errorCode, currentLeader.leaderId, currentLeader.leaderEpoch], [
      FENCED_LEADER_EPOCH,
      2,
      1,
    ]);
    assertEquals(nodeEndpoints.map(({ nodeId, host }) => [nodeId, host]), [[2, "broker-2"]]);
    assertEquals((await ask(15)).responses[0].partitions[0].currentLeader.leaderId, -1);
  });
});

Deno.test("Fetch refuses an id of a topic that was deleted and created anew", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const { topicId } = cluster.topic("t");
    const recreated = cluster.recreateTopic("t");
    const ask = async (id: string) => {
      const { responses } = await client.send(fetch, {
        topics: [{ topicId: id, partitions: [{ partition: 0 }] }],
      }, 13);
      return responses[0].partitions[0].errorCode;
    };
    assertEquals([await ask(topicId), await ask(recreated.topicId)], [UNKNOWN_TOPIC_ID, 0]);
  });
});

Deno.test("Fetch tells where the client's log parts from the leader's (KIP-595)", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a"]));
    cluster.pauseReplica("t", 0, 2);
    await client.produce("t", 0, batchOf(["b", "c"]));
    cluster.uncleanElection("t", 0, 2);
    const next = await connect(2);
    await next.produce("t", 0, batchOf(["B"]));
    const stale = await next.fetch("t", 0, 3, { partition: { lastFetchedEpoch: 0 } });
    assertEquals([stale.errorCode, stale.divergingEpoch.epoch, stale.divergingEpoch.endOffset], [
      0,
      0,
      1n,
    ]);
    const fine = await next.fetch("t", 0, 1, { partition: { lastFetchedEpoch: 0 } });
    assertEquals(recordsOf(fine.records), ["1:B"]);
  });
});

Deno.test("Fetch sends a consumer to the replica in its rack (KIP-392)", async () => {
  const options = { brokers: 3, racks: ["a", "b", "c"], topics: ["t"] };
  await withCluster(options, async ({ client, connect, cluster }) => {
    await client.produce("t", 0, batchOf(["x"]));
    const ask = async (rackId: string, version = 12) =>
      await client.fetch("t", 0, 0, { version, request: { rackId } });
    assertEquals((await ask("b")).preferredReadReplica, 2);
    assertEquals((await ask("b")).records?.length, 0);
    assertEquals(recordsOf((await ask("a")).records), ["0:x"]);
    assertEquals(recordsOf((await ask("elsewhere")).records), ["0:x"]);
    cluster.pauseReplica("t", 0, 2);
    assertEquals((await ask("b")).preferredReadReplica, -1);
    const follower = await connect(3);
    assertEquals(recordsOf((await follower.fetch("t", 0, 0, { version: 11 })).records), ["0:x"]);
    assertEquals((await follower.fetch("t", 0, 0, { version: 10 })).errorCode, NOT_LEADER);
  });
});

Deno.test("Fetch from a follower that lags is out of range beyond its log", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, connect, cluster }) => {
    cluster.pauseReplica("t", 0, 2);
    await client.produce("t", 0, batchOf(["x", "y"]));
    const follower = await connect(2);
    assertEquals((await follower.fetch("t", 0, 2)).errorCode, OFFSET_OUT_OF_RANGE);
    assertEquals((await follower.fetch("t", 0, 0)).highWatermark, 0n);
  });
});

Deno.test("Fetch gives nothing beyond the high watermark", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["a"]));
    cluster.pauseReplica("t", 0, 2, { staysInSync: true });
    await client.produce("t", 0, batchOf(["b"]), { acks: 1 });
    assertEquals(recordsOf((await client.fetch("t", 0, 0)).records), ["0:a"]);
    assertEquals((await client.fetch("t", 0, 2)).errorCode, 0);
    cluster.resumeReplica("t", 0, 2);
    assertEquals(recordsOf((await client.fetch("t", 0, 0)).records), ["0:a", "1:b"]);
  });
});

Deno.test("EmbeddedKafka.corruptBatch() damages the stored records on one replica only", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["abcdef"]));
    const before = cluster.log("t", 0)[0].bytes.slice();
    cluster.corruptBatch("t", 0, 0, { replica: 1 });
    const { records } = await client.fetch("t", 0, 0);
    assertEquals(records?.length, before.length);
    assertEquals(records?.some((byte, at) => byte !== before[at]), true);
    assertEquals(cluster.log("t", 0, { replica: 2 })[0].bytes, before);
  });
});
