import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { crc32 } from "../../src/record/crc32.ts";
import { batchOf, recordsOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

/** A message of format v1, as brokers before 0.11 wrote it. */
function oldMessage(value: string): Uint8Array {
  const bytes = new Uint8Array(34 + value.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(8, bytes.length - 12);
  view.setInt8(16, 1);
  view.setBigInt64(18, 1_700_000_000_000n);
  view.setInt32(26, -1);
  view.setInt32(30, value.length);
  bytes.set(new TextEncoder().encode(value), 34);
  view.setUint32(12, crc32(bytes.subarray(16)));
  return bytes;
}

Deno.test("EmbeddedKafka.append() puts records into a log without a client", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster, env }) => {
    const headers = [["h", "1"], ["h", null]] as const;
    assertEquals(await cluster.append("t", 0, [{ key: "k", value: "v", headers }]), 0);
    assertEquals(await cluster.append("t", 0, [{ value: "w" }], { compression: "gzip" }), 1);
    const records = await cluster.records("t", 0);
    assertEquals(records.map(({ timestamp }) => timestamp), [env.clock.now(), env.clock.now()]);
    assertEquals(records[0].headers, [["h", new TextEncoder().encode("1")], ["h", null]]);
    assertEquals(cluster.log("t", 0).map(({ compression }) => compression), [0, 1]);
    assertEquals((await client.fetch("t", 0, 0)).highWatermark, 2n);
    await assertRejects(() => cluster.append("t", 0, []), RangeError);
  });
});

Deno.test("EmbeddedKafka.append() goes on with the sequences of a producer", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const producer = { producerId: 9 };
    await cluster.append("t", 0, [{ value: "a" }, { value: "b" }], producer);
    await cluster.append("t", 0, [{ value: "c" }], producer);
    assertEquals(cluster.log("t", 0).map(({ baseSequence }) => baseSequence), [0, 2]);
    const next = batchOf(["d"], { producerId: 9, sequence: 3 });
    assertEquals((await client.produce("t", 0, next)).errorCode, 0);
  });
});

Deno.test("EmbeddedKafka.appendRaw() takes damaged batches, gaps and huge offsets as they are", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const damaged = batchOf(["a", "b"]);
    damaged[damaged.length - 2] ^= 1;
    assertEquals(cluster.appendRaw("t", 0, damaged), 0);
    assertEquals(cluster.appendRaw("t", 0, batchOf(["c"]), { baseOffset: 100 }), 100);
    const huge = 2n ** 53n + 1n;
    cluster.appendRaw("t", 0, batchOf(["d"]), { baseOffset: huge });
    assertThrows(() => cluster.appendRaw("t", 0, batchOf(["e"]), { baseOffset: 5 }), RangeError);
    const { records, highWatermark } = await client.fetch("t", 0, 2);
    assertEquals([recordsOf(records), highWatermark], [["100:c", `${huge}:d`], huge + 1n]);
  });
});

Deno.test("EmbeddedKafka.appendRaw() takes messages of old formats", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const set = new Uint8Array([...oldMessage("a"), ...oldMessage("b")]);
    assertEquals(cluster.appendRaw("t", 0, set), 0);
    await client.produce("t", 0, batchOf(["c"]));
    assertEquals(recordsOf((await client.fetch("t", 0, 0)).records), ["0:a", "1:b", "2:c"]);
    assertEquals((await cluster.records("t", 0)).map(({ offset }) => offset), [0, 1, 2]);
  });
});

Deno.test("EmbeddedKafka refuses to append where nobody leads", async () => {
  await withCluster({ brokers: 1, topics: ["t"] }, async ({ cluster }) => {
    await cluster.stopBroker(1);
    assertThrows(() => cluster.appendRaw("t", 0, batchOf(["a"])), RangeError, "no leader");
    await cluster.startBroker(1);
    assertEquals(cluster.appendRaw("t", 0, batchOf(["a"])), 0);
  });
});

Deno.test("EmbeddedKafka.log() tells replicas apart, and names what it cannot find", async () => {
  await withCluster({ brokers: 3, replicationFactor: 2, topics: ["t"] }, async (bench) => {
    const { client, cluster } = bench;
    cluster.pauseReplica("t", 0, 2);
    await client.produce("t", 0, batchOf(["a"]));
    assertEquals(cluster.log("t", 0, { replica: 1 }).length, 1);
    assertEquals(cluster.log("t", 0, { replica: 2 }).length, 0);
    assertThrows(() => cluster.log("t", 0, { replica: 3 }), RangeError, "broker 3");
    assertThrows(() => cluster.log("t", 5), RangeError, "t-5");
    assertThrows(() => cluster.log("u", 0), RangeError, '"u"');
  });
});
