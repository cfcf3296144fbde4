import { assertEquals } from "@std/assert";
import { initProducerId } from "../../src/protocol/messages/init_producer_id.ts";
import { batchOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const OUT_OF_ORDER = 45;
const INVALID_PRODUCER_EPOCH = 47;
const LAST_SEQUENCE = 0x7fffffff;

Deno.test("InitProducerId gives a new id to every producer without a transactional id", async () => {
  await withCluster({}, async ({ client }) => {
    const request = { transactionalId: null, transactionTimeoutMs: 1000 };
    const first = await client.send(initProducerId, request);
    const again = await client.send(initProducerId, {
      ...request,
      producerId: first.producerId,
      producerEpoch: first.producerEpoch,
    });
    assertEquals([first.errorCode, first.producerEpoch, again.producerEpoch], [0, 0, 0]);
    assertEquals(again.producerId === first.producerId, false);
  });
});

Deno.test("Produce answers a duplicate of the last five batches with its old offset", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (let sequence = 0; sequence < 6; sequence++) {
      await client.produce("t", 0, batchOf(["x"], { producerId: 5, sequence }));
    }
    const codes = [];
    for (let sequence = 0; sequence < 6; sequence++) {
      const again = await client.produce("t", 0, batchOf(["x"], { producerId: 5, sequence }));
      codes.push(again.errorCode === 0 ? Number(again.baseOffset) : `error ${again.errorCode}`);
    }
    assertEquals(codes, [`error ${OUT_OF_ORDER}`, 1, 2, 3, 4, 5]);
    assertEquals(cluster.partition("t", 0).endOffset, 6);
    assertEquals(cluster.producers("t", 0)[0].batches.map(({ firstSequence }) => firstSequence), [
      1,
      2,
      3,
      4,
      5,
    ]);
  });
});

Deno.test("Produce refuses a sequence that leaves a gap", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    await client.produce("t", 0, batchOf(["a", "b"], { producerId: 5, sequence: 0 }));
    const gap = await client.produce("t", 0, batchOf(["c"], { producerId: 5, sequence: 3 }));
    assertEquals(gap.errorCode, OUT_OF_ORDER);
    const next = await client.produce("t", 0, batchOf(["c"], { producerId: 5, sequence: 2 }));
    assertEquals(next.baseOffset, 2n);
  });
});

Deno.test("Produce takes any first sequence from a producer that it does not know", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const first = await client.produce("t", 0, batchOf(["a"], { producerId: 5, sequence: 41 }));
    assertEquals(first.errorCode, 0);
    cluster.forgetProducers("t", 0);
    const later = await client.produce("t", 0, batchOf(["a"], { producerId: 5, sequence: 99 }));
    assertEquals(later.errorCode, 0);
  });
});

Deno.test("Produce refuses an old epoch, and a new one that does not begin at 0", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const send = async (epoch: number, sequence: number) =>
      (await client.produce("t", 0, batchOf(["x"], { producerId: 5, epoch, sequence }))).errorCode;
    assertEquals(await send(1, 0), 0);
    assertEquals(await send(0, 1), INVALID_PRODUCER_EPOCH);
    assertEquals(await send(2, 1), OUT_OF_ORDER);
    assertEquals(await send(2, 0), 0);
    assertEquals(await send(1, 1), INVALID_PRODUCER_EPOCH);
  });
});

Deno.test("Produce goes on at sequence 0 after the last one", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const send = (values: string[], sequence: number) =>
      client.produce("t", 0, batchOf(values, { producerId: 5, sequence }));
    assertEquals((await send(["a", "b"], LAST_SEQUENCE - 1)).errorCode, 0);
    assertEquals((await send(["c"], 1)).errorCode, OUT_OF_ORDER);
    assertEquals((await send(["c"], 0)).baseOffset, 2n);
    assertEquals((await send(["a", "b"], LAST_SEQUENCE - 1)).baseOffset, 0n);
  });
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const send = (values: string[], sequence: number) =>
      client.produce("t", 0, batchOf(values, { producerId: 5, sequence }));
    assertEquals((await send(["a", "b", "c"], LAST_SEQUENCE)).errorCode, 0);
    assertEquals((await send(["d"], 2)).baseOffset, 3n);
  });
});

Deno.test("A new leader knows the producers of the old one", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a"], { producerId: 5, sequence: 0 }));
    cluster.moveLeader("t", 0, 2);
    const next = await connect(2);
    const again = await next.produce("t", 0, batchOf(["a"], { producerId: 5, sequence: 0 }));
    assertEquals([again.errorCode, again.baseOffset], [0, 0n]);
    assertEquals(cluster.partition("t", 0).endOffset, 1);
  });
});

Deno.test("A leader that lacks batches lacks their sequences, too", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, connect }) => {
    await client.produce("t", 0, batchOf(["a"], { producerId: 5, sequence: 0 }));
    cluster.pauseReplica("t", 0, 2);
    await client.produce("t", 0, batchOf(["b"], { producerId: 5, sequence: 1 }));
    cluster.uncleanElection("t", 0, 2);
    const next = await connect(2);
    const lost = await next.produce("t", 0, batchOf(["c"], { producerId: 5, sequence: 2 }));
    assertEquals(lost.errorCode, OUT_OF_ORDER);
    const again = await next.produce("t", 0, batchOf(["b"], { producerId: 5, sequence: 1 }));
    assertEquals(again.baseOffset, 1n);
  });
});
