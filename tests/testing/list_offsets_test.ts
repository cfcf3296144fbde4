import { assertEquals } from "@std/assert";
import {
  listOffsets,
  type ListOffsetsPartitionResponse,
} from "../../src/protocol/messages/list_offsets.ts";
import { offsetForLeaderEpoch } from "../../src/protocol/messages/offset_for_leader_epoch.ts";
import { batchOf, type RawClient } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const UNSUPPORTED_VERSION = 35;
const LATEST = -1n;
const EARLIEST = -2n;
const LARGEST_TIMESTAMP = -3n;

async function ask(
  client: RawClient,
  timestamp: bigint,
  options: { version?: number; isolationLevel?: number; currentLeaderEpoch?: number } = {},
): Promise<ListOffsetsPartitionResponse> {
  const { version = 7, isolationLevel = 0, currentLeaderEpoch = -1 } = options;
  const { topics } = await client.send(listOffsets, {
    replicaId: -1,
    ...(version >= 2 ? { isolationLevel } : {}),
    topics: [{ name: "t", partitions: [{ partitionIndex: 0, timestamp, currentLeaderEpoch }] }],
  }, version);
  return topics[0].partitions[0];
}

Deno.test("ListOffsets gives both ends of a log in every version", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (const value of ["a", "b", "c"]) await client.produce("t", 0, batchOf([value]));
    cluster.trimLog("t", 0, 1);
    for (let version = 1; version <= 11; version++) {
      assertEquals((await ask(client, EARLIEST, { version })).offset, 1n, `version ${version}`);
      assertEquals((await ask(client, LATEST, { version })).offset, 3n, `version ${version}`);
    }
  });
});

Deno.test("ListOffsets finds the first record that is not older than a timestamp", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const at = (timestamp: number) => ({ timestamp, value: "x" });
    await cluster.append("t", 0, [at(100), at(300), at(200)]);
    await cluster.append("t", 0, [at(400)], { compression: "gzip" });
    const found = [];
    for (const timestamp of [0n, 100n, 150n, 301n, 400n, 401n]) {
      const { offset, timestamp: time } = await ask(client, timestamp);
      found.push([Number(offset), Number(time)]);
    }
    assertEquals(found, [[0, 100], [0, 100], [1, 300], [3, 400], [3, 400], [-1, -1]]);
  });
});

Deno.test("ListOffsets finds the record with the largest timestamp, from version 7 on", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    assertEquals((await ask(client, LARGEST_TIMESTAMP)).offset, -1n);
    await cluster.append("t", 0, [{ timestamp: 5 }, { timestamp: 9 }, { timestamp: 9 }]);
    await cluster.append("t", 0, [{ timestamp: 7 }]);
    const { offset, timestamp } = await ask(client, LARGEST_TIMESTAMP);
    assertEquals([offset, timestamp], [1n, 9n]);
    const { errorCode } = await ask(client, LARGEST_TIMESTAMP, { version: 6 });
    assertEquals(errorCode, UNSUPPORTED_VERSION);
  });
});

Deno.test("ListOffsets ends at the last stable offset for read-committed clients", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["a"]));
    const { producerId } = await cluster.appendTransactional("t", 0, [{ value: "b" }], {
      outcome: "open",
    });
    assertEquals((await ask(client, LATEST, { isolationLevel: 0 })).offset, 2n);
    assertEquals((await ask(client, LATEST, { isolationLevel: 1 })).offset, 1n);
    cluster.endTransaction("t", 0, { producerId }, "commit");
    assertEquals((await ask(client, LATEST, { isolationLevel: 1 })).offset, 3n);
  });
});

Deno.test("ListOffsets fences leader epochs and gives that of the record", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a"]));
    cluster.moveLeader("t", 0, 2);
    const next = await connect(2);
    await next.produce("t", 0, batchOf(["b"]));
    assertEquals((await ask(client, LATEST)).errorCode, 6);
    assertEquals((await ask(next, LATEST, { currentLeaderEpoch: 0 })).errorCode, 74);
    assertEquals((await ask(next, LATEST, { currentLeaderEpoch: 2 })).errorCode, 75);
    assertEquals((await ask(next, EARLIEST)).leaderEpoch, 0);
    assertEquals((await ask(next, LATEST)).leaderEpoch, 1);
  });
});

Deno.test("OffsetForLeaderEpoch tells where each epoch ended", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a", "b"]));
    cluster.moveLeader("t", 0, 2);
    cluster.moveLeader("t", 0, 1);
    cluster.moveLeader("t", 0, 2);
    const next = await connect(2);
    await next.produce("t", 0, batchOf(["c"]));
    const end = async (leaderEpoch: number, version: number) => {
      const { topics } = await next.send(offsetForLeaderEpoch, {
        topics: [{ topic: "t", partitions: [{ partition: 0, leaderEpoch }] }],
      }, version);
      const { leaderEpoch: epoch, endOffset } = topics[0].partitions[0];
      return [epoch, Number(endOffset)];
    };
    for (const version of [2, 3, 4]) {
      assertEquals(await end(0, version), [0, 2]);
      assertEquals(await end(3, version), [3, 3]);
      assertEquals(await end(4, version), [-1, -1]);
    }
    assertEquals((await end(1, 4))[1], 2);
  });
});
