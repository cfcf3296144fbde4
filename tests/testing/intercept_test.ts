import { assert, assertEquals, assertRejects } from "@std/assert";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { batchOf, RawClient } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const SIZE_BYTES = 4;

Deno.test("EmbeddedKafka.intercept() uses a hook for one request, in the order in which they came", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const answer = (errorCode: number) => ({
      answer: { responses: [{ name: "t", partitionResponses: [{ index: 0, errorCode }] }] },
    });
    cluster.intercept("Produce", () => answer(6));
    cluster.intercept("Produce", () => answer(7));
    const codes = [];
    for (let at = 0; at < 3; at++) {
      codes.push((await client.produce("t", 0, batchOf(["x"]))).errorCode);
    }
    assertEquals(codes, [6, 7, 0]);
    assertEquals(cluster.partition("t", 0).endOffset, 1);
  });
});

Deno.test("EmbeddedKafka.intercept() observes with what gives nothing, for as long as keep or times say", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const kept = cluster.intercept("*", () => {}, { keep: true });
    const twice = cluster.intercept("Produce", () => {}, { times: 2 });
    const some = cluster.intercept("Produce", () => {}, {
      keep: true,
      when: ({ request }) => request.acks === 1,
    });
    const elsewhere = cluster.intercept("Produce", () => {}, { broker: 2, keep: true });
    for (const acks of [-1, 1, -1]) await client.produce("t", 0, batchOf(["x"]), { acks });
    await client.send(metadata, { topics: null });
    assertEquals(
      [kept, twice, some, elsewhere].map(({ requests }) => requests.length),
      [4, 2, 1, 0],
    );
    kept.remove();
    await client.send(metadata, { topics: null });
    assertEquals(kept.requests.length, 4);
  });
});

Deno.test("Intercept.called() resolves with the request that it waited for", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster, env }) => {
    const hook = cluster.intercept("Produce", () => {}, { keep: true });
    const second = hook.called(2);
    await client.produce("t", 0, batchOf(["x"]));
    assertEquals((await env.attempt(second)).state, "pending");
    await client.produce("t", 0, batchOf(["x"]), { acks: 1 });
    assertEquals((await second).request.acks, 1);
    assertEquals((await hook.called()).request.acks, -1);
  });
});

Deno.test("A hook that drops loses the request before, and the acknowledgement after it was processed", async () => {
  for (const [action, stored] of [["drop", 0], ["drop-after", 1]] as const) {
    await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
      cluster.intercept("Produce", () => action);
      await assertRejects(() => client.produce("t", 0, batchOf(["x"])));
      assertEquals(cluster.partition("t", 0).endOffset, stored, action);
    });
  }
});

Deno.test("A hook that hangs leaves the connection open and everything on it unanswered", async () => {
  for (const [action, stored] of [["hang", 0], ["hang-after", 1]] as const) {
    await withCluster({ topics: ["t"] }, async ({ client, connect, cluster, env }) => {
      cluster.intercept("Produce", () => action);
      const first = client.produce("t", 0, batchOf(["x"]));
      await env.advance(60_000);
      assertEquals((await env.attempt(first)).state, "pending");
      assertEquals(cluster.partition("t", 0).endOffset, stored, action);
      const other = await connect();
      assertEquals((await other.produce("t", 0, batchOf(["y"]))).errorCode, 0);
      assertEquals(cluster.connections().length, 2);
      const failure = assertRejects(() => first);
      client.close();
      await failure;
      await env.settle();
      assertEquals(cluster.connections().length, 1);
    });
  }
});

Deno.test("A hook that delays holds the request back, and what follows on its connection", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster, env }) => {
    cluster.intercept("Produce", () => ({ delayMs: 100 }));
    const delayed = client.produce("t", 0, batchOf(["x"]));
    await env.advance(99);
    assertEquals([(await env.attempt(delayed)).state, cluster.partition("t", 0).endOffset], [
      "pending",
      0,
    ]);
    await env.advance(1);
    assertEquals((await delayed).errorCode, 0);
  });
});

Deno.test("A hook that changes is given the response with every field", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    cluster.intercept("Produce", () => ({
      change: (response) => {
        const [partition] = response.responses[0].partitionResponses;
        assertEquals([partition.baseOffset, partition.errorCode], [0n, 0]);
        partition.errorCode = 7;
      },
    }));
    assertEquals((await client.produce("t", 0, batchOf(["x"]))).errorCode, 7);
    assertEquals(cluster.partition("t", 0).endOffset, 1);
  });
});

Deno.test("A hook that edits the frame sends what it likes", async () => {
  await withCluster({}, async ({ client, connect, cluster }) => {
    cluster.intercept(
      "Metadata",
      () => ({ frame: (bytes) => bytes.subarray(0, 10), thenClose: true }),
    );
    await client.post(metadata, { topics: null }, 1);
    assertEquals(await client.frame(), null);
    cluster.intercept("Metadata", () => ({
      frame: (bytes) => {
        new DataView(bytes.buffer, bytes.byteOffset).setInt32(SIZE_BYTES, 777);
        return bytes;
      },
    }));
    const other = await connect();
    await other.post(metadata, { topics: null }, 1);
    const frame = await other.frame() as Uint8Array;
    assertEquals(new DataView(frame.buffer, frame.byteOffset).getInt32(0), 777);
  });
});

Deno.test("EmbeddedKafka.close() rejects with what a hook has thrown", async () => {
  const cluster = new EmbeddedKafka();
  cluster.intercept("Metadata", () => {
    throw new Error("Not as the test expects");
  });
  const client = await RawClient.connect(cluster);
  await client.post(metadata, { topics: null }, 1);
  assert(await client.ended());
  client.close();
  await assertRejects(() => cluster.close(), Error, "Not as the test expects");
});

Deno.test("EmbeddedKafka.close() rejects when the answer of a hook cannot be encoded", async () => {
  const cluster = new EmbeddedKafka();
  cluster.intercept("Metadata", () => ({ answer: { controllerId: 1.5 } }));
  const client = await RawClient.connect(cluster);
  await client.post(metadata, { topics: null }, 1);
  assert(await client.ended());
  client.close();
  await assertRejects(() => cluster.close(), Error, "1.5");
});

Deno.test("EmbeddedKafka.requests() lists the last requests with who sent them", async () => {
  await withCluster({ brokers: 2, topics: ["t"], requestLogSize: 3 }, async (bench) => {
    const { client, connect, cluster } = bench;
    const other = await connect(2);
    for (let at = 0; at < 2; at++) await client.produce("t", 0, batchOf(["x"]));
    await other.send(metadata, { topics: null }, 1);
    assertEquals(
      cluster.requests().map(({ api, brokerId, apiVersion, clientId }) =>
        [api, brokerId, apiVersion, clientId].join(" ")
      ),
      ["Produce 1 9 raw", "Produce 1 9 raw", "Metadata 2 1 raw"],
    );
    assertEquals(cluster.requests({ api: "Produce" })[0].request.acks, -1);
    assertEquals(cluster.requests({ broker: 2 }).length, 1);
    await client.produce("t", 0, batchOf(["x"]));
    assertEquals(cluster.requests().length, 3);
    cluster.clearRequests();
    assertEquals(cluster.requests(), []);
  });
});
