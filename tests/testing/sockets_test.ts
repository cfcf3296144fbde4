import { assert, assertEquals, assertRejects } from "@std/assert";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { defaultConnector } from "../../src/transport/runtime.ts";
import { batchOf, RawClient, recordsOf } from "./raw_client.ts";

async function dial(address: string): Promise<RawClient> {
  const at = address.lastIndexOf(":");
  const connect = defaultConnector();
  return new RawClient(
    await connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) }),
  );
}

async function withSockets(
  brokers: number,
  test: (cluster: EmbeddedKafka, addresses: string[]) => Promise<void>,
): Promise<void> {
  const cluster = new EmbeddedKafka({ brokers, topics: { t: { partitions: brokers } } });
  // Neither sockets nor listener keep the process alive, so the test does.
  const release = cluster.environment.hold();
  const listening = await cluster.listen({ keepAlive: false });
  assertEquals(listening.address, listening.brokers.join(","));
  try {
    await test(cluster, listening.brokers);
  } finally {
    await cluster.close();
    release();
  }
  assertEquals(cluster.environment.resources.list(), []);
}

Deno.test("EmbeddedKafka.listen() gives every broker a port, and clients the addresses of their kind", async () => {
  await withSockets(2, async (cluster, addresses) => {
    const client = await dial(addresses[0]);
    const inMemory = new RawClient(await cluster.connector({ host: "broker-1", port: 9092 }));
    const seen = async (asked: RawClient) =>
      (await asked.send(metadata, { topics: null }, 1)).brokers.map(({ host, port }) =>
        `${host}:${port}`
      );
    assertEquals(await seen(client), addresses);
    assertEquals(await seen(inMemory), ["broker-1:9092", "broker-2:9092"]);
    assertEquals(cluster.brokers().map(({ host, port }) => `${host}:${port}`), addresses);
    client.close();
    inMemory.close();
  });
});

Deno.test("EmbeddedKafka serves large batches over sockets, in both directions", async () => {
  await withSockets(1, async (_cluster, addresses) => {
    const client = await dial(addresses[0]);
    const values = Array.from({ length: 9000 }, (_, at) => `${at} `.repeat(20));
    const batch = batchOf(values);
    assert(batch.length > 900_000);
    for (let at = 0; at < 3; at++) {
      assertEquals((await client.produce("t", 0, batch)).baseOffset, BigInt(at * 9000));
    }
    const { records } = await client.fetch("t", 0, 9000, {
      partition: { partitionMaxBytes: 10_000_000 },
    });
    const expected = values.map((value, at) => `${at + 9000}:${value}`);
    assertEquals(recordsOf(records).slice(0, 9000), expected);
    client.close();
  });
});

Deno.test("EmbeddedKafka.stopBroker() frees the port, and startBroker() takes it again", async () => {
  await withSockets(2, async (cluster, addresses) => {
    const client = await dial(addresses[1]);
    await cluster.stopBroker(2);
    assert(await client.ended());
    await assertRejects(() => dial(addresses[1]));
    await cluster.startBroker(2);
    const again = await dial(addresses[1]);
    assertEquals((await again.send(metadata, { topics: null }, 1)).brokers.length, 2);
    await cluster.stopBroker(2);
    await cluster.startBroker(2, { port: 0 });
    const moved = cluster.brokers()[1];
    assertEquals(moved.port === Number(addresses[1].split(":")[1]), false);
    const third = await dial(`${moved.host}:${moved.port}`);
    assertEquals((await third.produce("t", 1, batchOf(["x"]))).errorCode, 6);
    for (const each of [client, again, third]) each.close();
  });
});

Deno.test("EmbeddedKafka.listen() fails when a port is taken, and leaves none of the others open", async () => {
  await withSockets(1, async (_cluster, addresses) => {
    const port = Number(addresses[0].split(":")[1]);
    const other = new EmbeddedKafka();
    await assertRejects(() => other.listen({ port, keepAlive: false }), Error, String(port));
    assertEquals(other.environment.resources.list().length, 1);
    await other.close();
    assertEquals(other.environment.resources.list(), []);
  });
});

Deno.test("EmbeddedKafka.refuseConnections() refuses sockets and leaves open ones alone", async () => {
  await withSockets(1, async (cluster, addresses) => {
    const client = await dial(addresses[0]);
    assertEquals((await client.send(metadata, { topics: null }, 1)).brokers.length, 1);
    await cluster.refuseConnections(1, true);
    await assertRejects(() => dial(addresses[0]));
    assertEquals((await client.send(metadata, { topics: null }, 1)).brokers.length, 1);
    await cluster.refuseConnections(1, false);
    const again = await dial(addresses[0]);
    assertEquals((await again.send(metadata, { topics: null }, 1)).brokers.length, 1);
    client.close();
    again.close();
  });
});
