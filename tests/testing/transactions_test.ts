import { assertEquals } from "@std/assert";
import { addPartitionsToTxn } from "../../src/protocol/messages/add_partitions_to_txn.ts";
import { endTxn } from "../../src/protocol/messages/end_txn.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import {
  initProducerId,
  type InitProducerIdResponse,
} from "../../src/protocol/messages/init_producer_id.ts";
import { batchOf, type RawClient, recordsOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const INVALID_PRODUCER_EPOCH = 47;
const INVALID_TXN_STATE = 48;
const INVALID_PRODUCER_ID_MAPPING = 49;
const INVALID_TRANSACTION_TIMEOUT = 50;
const PRODUCER_FENCED = 90;
const TRANSACTION_ABORTABLE = 120;
const COMMITTED = { request: { isolationLevel: 1 } };

function init(
  client: RawClient,
  transactionalId: string,
  transactionTimeoutMs = 10_000,
): Promise<InitProducerIdResponse> {
  return client.send(initProducerId, { transactionalId, transactionTimeoutMs });
}

/** A transactional batch of a producer. */
function batch(producer: InitProducerIdResponse, values: string[], sequence = 0): Uint8Array {
  return batchOf(values, {
    producerId: Number(producer.producerId),
    epoch: producer.producerEpoch,
    sequence,
    transactional: true,
  });
}

function add(client: RawClient, transactionalId: string, producer: InitProducerIdResponse) {
  return client.send(addPartitionsToTxn, {
    v3AndBelowTransactionalId: transactionalId,
    v3AndBelowProducerId: producer.producerId,
    v3AndBelowProducerEpoch: producer.producerEpoch,
    v3AndBelowTopics: [{ name: "t", partitions: [0] }],
  }, 3);
}

function end(
  client: RawClient,
  transactionalId: string,
  producer: { producerId: bigint; producerEpoch: number },
  committed: boolean,
  version = 4,
) {
  const { producerId, producerEpoch } = producer;
  return client.send(endTxn, { transactionalId, producerId, producerEpoch, committed }, version);
}

Deno.test("A transaction is stable after its marker, and listed when it was aborted", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const options = { transactionalId: "tx", version: 11 };
    const producer = await init(client, "tx");
    await add(client, "tx", producer);
    await client.produce("t", 0, batch(producer, ["a"]), options);
    const open = await client.fetch("t", 0, 0, COMMITTED);
    assertEquals([open.lastStableOffset, open.highWatermark, open.records?.length], [0n, 1n, 0]);
    assertEquals(recordsOf((await client.fetch("t", 0, 0)).records), ["0:a"]);
    assertEquals((await end(client, "tx", producer, false)).errorCode, 0);
    await add(client, "tx", producer);
    await client.produce("t", 0, batch(producer, ["b"], 1), options);
    assertEquals((await end(client, "tx", producer, true)).errorCode, 0);
    const closed = await client.fetch("t", 0, 0, COMMITTED);
    assertEquals(recordsOf(closed.records), ["0:a", "1!", "2:b", "3!"]);
    assertEquals(
      closed.abortedTransactions?.map((each) => [each.producerId, each.firstOffset]),
      [[producer.producerId, 0n]],
    );
    assertEquals((await client.fetch("t", 0, 2, COMMITTED)).abortedTransactions, []);
    assertEquals((await client.fetch("t", 0, 0)).abortedTransactions, null);
  });
});

Deno.test("A transaction stays unstable until its marker is on every replica in sync", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster }) => {
    await client.produce("t", 0, batchOf(["a"]));
    const records = [{ value: "b" }];
    const { producerId } = await cluster.appendTransactional("t", 0, records, { outcome: "open" });
    cluster.pauseReplica("t", 0, 2, { staysInSync: true });
    cluster.endTransaction("t", 0, { producerId }, "commit");
    assertEquals(cluster.partition("t", 0).highWatermark, 2);
    assertEquals(cluster.partition("t", 0).lastStableOffset, 1);
    cluster.resumeReplica("t", 0, 2);
    assertEquals(cluster.partition("t", 0).lastStableOffset, 3);
  });
});

Deno.test("EndTxn gives the next epoch from version 5 on, and repeats a lost answer (KIP-890)", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const producer = await init(client, "tx");
    const options = { transactionalId: "tx", version: 12 };
    assertEquals((await client.produce("t", 0, batch(producer, ["a"]), options)).errorCode, 0);
    const ended = await end(client, "tx", producer, true, 5);
    assertEquals([ended.errorCode, ended.producerEpoch], [0, producer.producerEpoch + 1]);
    assertEquals((await end(client, "tx", producer, true, 5)).producerEpoch, ended.producerEpoch);
    assertEquals((await end(client, "tx", producer, false, 5)).errorCode, INVALID_TXN_STATE);
    const next = { ...producer, producerEpoch: ended.producerEpoch };
    assertEquals((await client.produce("t", 0, batch(next, ["b"]), options)).errorCode, 0);
    const stale = await client.produce("t", 0, batch(producer, ["c"], 1), options);
    assertEquals(stale.errorCode, INVALID_PRODUCER_EPOCH);
  });
});

Deno.test("InitProducerId fences the old owner of a transactional id and aborts what it left open", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const old = await init(client, "tx");
    await client.produce("t", 0, batch(old, ["a"]), { transactionalId: "tx", version: 12 });
    const fresh = await init(client, "tx");
    assertEquals([fresh.producerId, fresh.producerEpoch], [old.producerId, old.producerEpoch + 1]);
    assertEquals((await end(client, "tx", old, true)).errorCode, PRODUCER_FENCED);
    assertEquals((await end(client, "tx", old, true, 1)).errorCode, INVALID_PRODUCER_EPOCH);
    const { abortedTransactions, lastStableOffset } = await client.fetch("t", 0, 0, COMMITTED);
    assertEquals([abortedTransactions?.length, lastStableOffset], [1, 2n]);
  });
});

Deno.test("A transaction that takes too long is aborted, and its producer fenced", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, env }) => {
    const producer = await init(client, "tx", 5_000);
    await client.produce("t", 0, batch(producer, ["a"]), { transactionalId: "tx", version: 12 });
    await env.advance(4_999);
    assertEquals((await client.fetch("t", 0, 0, COMMITTED)).lastStableOffset, 0n);
    await env.advance(1);
    assertEquals((await client.fetch("t", 0, 0, COMMITTED)).lastStableOffset, 2n);
    assertEquals((await end(client, "tx", producer, true)).errorCode, PRODUCER_FENCED);
  });
});

Deno.test("Transactional APIs refuse what does not fit", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    assertEquals((await init(client, "tx", 0)).errorCode, INVALID_TRANSACTION_TIMEOUT);
    assertEquals((await init(client, "tx", 900_001)).errorCode, INVALID_TRANSACTION_TIMEOUT);
    const producer = await init(client, "tx");
    assertEquals((await end(client, "tx", producer, true)).errorCode, INVALID_TXN_STATE);
    const stranger = { ...producer, producerId: 999n };
    assertEquals((await end(client, "tx", stranger, true)).errorCode, INVALID_PRODUCER_ID_MAPPING);
    const codes = [];
    for (const version of [10, 11]) {
      const options = { transactionalId: "tx", version };
      codes.push((await client.produce("t", 0, batch(producer, ["a"]), options)).errorCode);
    }
    assertEquals(codes, [INVALID_TXN_STATE, TRANSACTION_ABORTABLE]);
    const anonymous = await client.produce("t", 0, batch(producer, ["a"]));
    assertEquals(anonymous.errorCode, 53);
  });
});

Deno.test("EmbeddedKafka.appendTransactional() writes what a transactional producer would", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const records = [{ key: "k", value: "a" }, { value: "b" }];
    const first = await cluster.appendTransactional("t", 0, records, { outcome: "abort" });
    const second = await cluster.appendTransactional("t", 0, records, { outcome: "commit" });
    assertEquals([first.offset, second.offset], [0, 3]);
    const { abortedTransactions, records: bytes } = await client.fetch("t", 0, 0, COMMITTED);
    assertEquals(recordsOf(bytes), ["0:a", "1:b", "2!", "3:a", "4:b", "5!"]);
    assertEquals(abortedTransactions?.map(({ firstOffset }) => firstOffset), [0n]);
    assertEquals((await cluster.records("t", 0)).map(({ offset }) => offset), [0, 1, 3, 4]);
  });
});

Deno.test("FindCoordinator names one broker for a key, whoever is asked", async () => {
  await withCluster({ brokers: 3 }, async ({ client, connect, cluster }) => {
    const single = await client.send(findCoordinator, { key: "g", keyType: 0 }, 3);
    const other = await connect(2);
    const { coordinators } = await other.send(findCoordinator, { coordinatorKeys: ["g"] }, 4);
    assertEquals([single.errorCode, coordinators[0].nodeId], [0, single.nodeId]);
    const { host, port } = cluster.brokers()[single.nodeId - 1];
    assertEquals([single.host, single.port], [host, port]);
  });
});
