import { assert, assertEquals } from "@std/assert";
import { produce } from "../../src/protocol/messages/produce.ts";
import { crc32c } from "../../src/record/crc32c.ts";
import { batchOf, recordsOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const CORRUPT_MESSAGE = 2;
const UNKNOWN_TOPIC_OR_PARTITION = 3;
const NOT_LEADER = 6;
const TIMED_OUT = 7;
const TOO_LARGE = 10;
const NOT_ENOUGH_REPLICAS = 19;
const NOT_ENOUGH_REPLICAS_AFTER_APPEND = 20;
const INVALID_REQUIRED_ACKS = 21;
const INVALID_TIMESTAMP = 32;
const UNKNOWN_SERVER_ERROR = -1;
const INVALID_RECORD = 87;
const UNKNOWN_TOPIC_ID = 100;

/** Changes a field of a batch and corrects its checksum. */
function forged(batch: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const bytes = batch.slice();
  const view = new DataView(bytes.buffer);
  change(view);
  view.setUint32(17, crc32c(bytes.subarray(21)));
  return bytes;
}

Deno.test("Produce appends batches one after the other and gives each the next offset", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    assertEquals((await client.produce("t", 0, batchOf(["a", "b"]))).baseOffset, 0n);
    assertEquals((await client.produce("t", 0, batchOf(["c"]))).baseOffset, 2n);
    const { records, highWatermark } = await client.fetch("t", 0, 0);
    assertEquals(recordsOf(records), ["0:a", "1:b", "2:c"]);
    assertEquals(highWatermark, 3n);
    assertEquals(cluster.log("t", 0).map(({ baseOffset }) => baseOffset), [0, 2]);
  });
});

Deno.test("Produce names topics by id from version 13 on, and by name before", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (let version = 3; version <= 12; version++) {
      assertEquals((await client.produce("t", 0, batchOf(["x"]), { version })).errorCode, 0);
    }
    const request = (topicId: string) => ({
      acks: -1,
      topicData: [{ topicId, partitionData: [{ index: 0, records: batchOf(["y"]) }] }],
    });
    const known = await client.send(produce, request(cluster.topic("t").topicId), 13);
    assertEquals(known.responses[0].partitionResponses[0].baseOffset, 10n);
    const unknown = await client.send(produce, request("AQEBAQEBAQEBAQEBAQEBAQ"), 13);
    assertEquals(unknown.responses[0].partitionResponses[0].errorCode, UNKNOWN_TOPIC_ID);
  });
});

Deno.test("Produce refuses a partition that does not exist and takes the others", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const { responses } = await client.send(produce, {
      acks: -1,
      topicData: [{
        name: "t",
        partitionData: [
          { index: 7, records: batchOf(["x"]) },
          { index: 0, records: batchOf(["y"]) },
        ],
      }],
    }, 9);
    const codes = responses[0].partitionResponses.map(({ errorCode }) => errorCode);
    assertEquals(codes, [UNKNOWN_TOPIC_OR_PARTITION, 0]);
  });
});

Deno.test("Produce names the leader when another broker is asked, from version 10 on", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ connect }) => {
    const other = await connect(2);
    assertEquals((await other.produce("t", 0, batchOf(["x"]))).errorCode, NOT_LEADER);
    const response = await other.send(produce, {
      acks: 1,
      topicData: [{ name: "t", partitionData: [{ index: 0, records: batchOf(["x"]) }] }],
    }, 10);
    const { currentLeader } = response.responses[0].partitionResponses[0];
    assertEquals([currentLeader.leaderId, currentLeader.leaderEpoch], [1, 0]);
    assertEquals(response.nodeEndpoints.map(({ nodeId, host, port }) => [nodeId, host, port]), [
      [1, "broker-1", 9092],
    ]);
  });
});

Deno.test("Produce with acks 0 gets no answer, and loses its connection when it fails", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster, env }) => {
    const send = (topic: string) =>
      client.post(produce, {
        acks: 0,
        topicData: [{ name: topic, partitionData: [{ index: 0, records: batchOf(["x"]) }] }],
      }, 9);
    await send("t");
    assertEquals((await client.produce("t", 0, batchOf(["y"]))).baseOffset, 1n);
    await send("missing");
    assert(await client.ended());
    await env.settle();
    assertEquals(cluster.connections().length, 0);
  });
});

Deno.test("Produce refuses acks other than -1, 0 and 1", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const { errorCode } = await client.produce("t", 0, batchOf(["x"]), { acks: 2 });
    assertEquals(errorCode, INVALID_REQUIRED_ACKS);
  });
});

Deno.test("Produce refuses a batch that exceeds max.message.bytes, and takes one that just fits", async () => {
  const batch = batchOf(["x".repeat(500)]);
  const config = { "max.message.bytes": batch.length };
  await withCluster({ topics: { t: { config } } }, async ({ client }) => {
    const larger = batchOf(["x".repeat(501)]);
    assertEquals((await client.produce("t", 0, larger)).errorCode, TOO_LARGE);
    assertEquals((await client.produce("t", 0, batch)).errorCode, 0);
  });
});

Deno.test("Produce refuses a batch whose checksum fails", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const batch = batchOf(["x"]);
    batch[batch.length - 2] ^= 1;
    assertEquals((await client.produce("t", 0, batch)).errorCode, CORRUPT_MESSAGE);
    assertEquals(cluster.log("t", 0), []);
  });
});

Deno.test("Produce refuses batches whose header contradicts itself", async () => {
  await withCluster({ topics: ["t"] }, async ({ client }) => {
    const forgeries: [string, Uint8Array | null][] = [
      ["no records at all", null],
      ["an empty list", new Uint8Array(0)],
      ["two batches", new Uint8Array([...batchOf(["x"]), ...batchOf(["y"])])],
      ["a base offset", forged(batchOf(["x"]), (view) => view.setBigInt64(0, 5n))],
      ["an offset delta too many", forged(batchOf(["x"]), (view) => view.setInt32(23, 1))],
      ["a record too many", forged(batchOf(["x"]), (view) => view.setInt32(57, 2))],
      ["a control flag", forged(batchOf(["x"]), (view) => view.setInt16(21, 0x20))],
      ["an offset delta out of line", forged(batchOf(["x", "y"]), (view) => view.setInt8(72, 6))],
      ["a compression that nobody knows", forged(batchOf(["x"]), (view) => view.setInt16(21, 5))],
      ["garbage for gzip compression", forged(batchOf(["x"]), (view) => view.setInt16(21, 1))],
      ["no sequence", batchOf(["x"], { producerId: 7, sequence: -1 })],
    ];
    for (const [what, records] of forgeries) {
      const expected = what.includes("compression") ? UNKNOWN_SERVER_ERROR : INVALID_RECORD;
      assertEquals((await client.produce("t", 0, records)).errorCode, expected, what);
    }
  });
});

Deno.test("Produce refuses records without a key when the topic is compacted, and names them", async () => {
  const config = { "cleanup.policy": "compact" };
  await withCluster({ topics: { t: { config } } }, async ({ client }) => {
    const refused = await client.produce("t", 0, batchOf(["x", "y"]));
    assertEquals(refused.errorCode, INVALID_RECORD);
    assertEquals(refused.recordErrors.map(({ batchIndex }) => batchIndex), [0, 1]);
    assertEquals((await client.produce("t", 0, batchOf(["x"], { key: "k" }))).errorCode, 0);
  });
});

Deno.test("EmbeddedKafka.validateRecords() refuses the records that the test names (KIP-467)", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    cluster.validateRecords(
      "t",
      ({ value }) => value?.length === 3 ? "Three is too many" : undefined,
    );
    const refused = await client.produce("t", 0, batchOf(["a", "bcd", "e"]));
    assertEquals(refused.errorCode, INVALID_RECORD);
    assertEquals(
      refused.recordErrors.map((each) => [each.batchIndex, each.batchIndexErrorMessage]),
      [
        [1, "Three is too many"],
      ],
    );
    cluster.validateRecords("t", undefined);
    assertEquals((await client.produce("t", 0, batchOf(["bcd"]))).errorCode, 0);
  });
});

Deno.test("Produce refuses timestamps more than an hour ahead, as Kafka 4 does", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, env }) => {
    const now = env.clock.now();
    const late = batchOf(["x"], { timestamp: now + 3_600_001 });
    assertEquals((await client.produce("t", 0, late)).errorCode, INVALID_TIMESTAMP);
    const fits = batchOf(["x"], { timestamp: now + 3_600_000 });
    assertEquals((await client.produce("t", 0, fits)).errorCode, 0);
  });
});

Deno.test("Produce sets the timestamps when the topic says LogAppendTime", async () => {
  const config = { "message.timestamp.type": "LogAppendTime" };
  await withCluster({ topics: { t: { config } } }, async ({ client, cluster, env }) => {
    const { logAppendTimeMs } = await client.produce("t", 0, batchOf(["x", "y"]));
    assertEquals(logAppendTimeMs, BigInt(env.clock.now()));
    const records = await cluster.records("t", 0);
    assertEquals(records.map(({ timestamp }) => timestamp), [env.clock.now(), env.clock.now()]);
    const { bytes } = cluster.log("t", 0)[0];
    assertEquals(
      new DataView(bytes.buffer, bytes.byteOffset).getUint32(17),
      crc32c(bytes.subarray(21)),
    );
  });
});

Deno.test("Produce with acks all waits for a follower in sync, and times out", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, env }) => {
    cluster.pauseReplica("t", 0, 2, { staysInSync: true });
    const late = client.produce("t", 0, batchOf(["x"]), { timeoutMs: 500 });
    await env.advance(499);
    assertEquals((await env.attempt(late)).state, "pending");
    await env.advance(1);
    assertEquals((await late).errorCode, TIMED_OUT);
    assertEquals(cluster.partition("t", 0).highWatermark, 0);
    assertEquals((await client.produce("t", 0, batchOf(["y"]), { acks: 1 })).errorCode, 0);
    const waiting = client.produce("t", 0, batchOf(["z"]), { timeoutMs: 500 });
    await env.settle();
    cluster.resumeReplica("t", 0, 2);
    assertEquals((await waiting).baseOffset, 2n);
  });
});

Deno.test("Produce with acks all refuses when too few replicas are in sync, and acks 1 does not", async () => {
  const config = { "min.insync.replicas": 2 };
  await withCluster({ brokers: 2, topics: { t: { config } } }, async ({ client, cluster, env }) => {
    cluster.pauseReplica("t", 0, 2);
    assertEquals((await client.produce("t", 0, batchOf(["x"]))).errorCode, NOT_ENOUGH_REPLICAS);
    assertEquals((await client.produce("t", 0, batchOf(["x"]), { acks: 1 })).errorCode, 0);
    cluster.resumeReplica("t", 0, 2);
    cluster.pauseReplica("t", 0, 2, { staysInSync: true });
    const appended = client.produce("t", 0, batchOf(["y"]));
    await env.settle();
    await cluster.stopBroker(2);
    assertEquals((await appended).errorCode, NOT_ENOUGH_REPLICAS_AFTER_APPEND);
    assertEquals(cluster.partition("t", 0).endOffset, 2);
  });
});

Deno.test("Produce that waits for replicas hears that the leader has moved", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, env }) => {
    cluster.pauseReplica("t", 0, 2, { staysInSync: true });
    const waiting = client.produce("t", 0, batchOf(["x"]));
    await env.settle();
    cluster.moveLeader("t", 0, 2);
    assertEquals((await waiting).errorCode, NOT_LEADER);
    assertEquals(cluster.partition("t", 0).endOffset, 0);
  });
});

Deno.test("EmbeddedKafka.setReplicaLag() holds acks all and the high watermark back", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster, env }) => {
    cluster.setReplicaLag("t", 0, 2, 300);
    const waiting = client.produce("t", 0, batchOf(["x"]));
    await env.advance(299);
    assertEquals((await env.attempt(waiting)).state, "pending");
    assertEquals(cluster.partition("t", 0).highWatermark, 0);
    await env.advance(1);
    assertEquals((await waiting).baseOffset, 0n);
    assertEquals(cluster.partition("t", 0).highWatermark, 1);
  });
});

Deno.test("EmbeddedKafka drops the oldest batches when retention.bytes is exceeded", async () => {
  const batch = batchOf(["x".repeat(100)]);
  const config = { "retention.bytes": batch.length * 2 };
  await withCluster({ topics: { t: { config } } }, async ({ client, cluster }) => {
    for (let at = 0; at < 5; at++) await client.produce("t", 0, batch);
    const { startOffset, endOffset } = cluster.partition("t", 0);
    assertEquals([startOffset, endOffset], [3, 5]);
    assertEquals((await client.produce("t", 0, batch)).logStartOffset, 4n);
  });
});
