import { assertEquals } from "@std/assert";
import type { FetchRequestInput, FetchResponse } from "../../src/protocol/messages/fetch.ts";
import { batchOf, type RawClient, recordsOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const SESSION_NOT_FOUND = 70;
const INVALID_SESSION_EPOCH = 71;
const TOPICS = { t: { partitions: 3 } };

/** The partitions that a response has, with their records. */
function told(response: FetchResponse): string[] {
  return response.responses.flatMap(({ partitions }) =>
    partitions.map(({ partitionIndex, records }) =>
      [partitionIndex, ...recordsOf(records)].join(" ")
    )
  );
}

function ask(
  client: RawClient,
  request: FetchRequestInput,
  partitions: readonly { partition: number; fetchOffset?: bigint }[] = [],
): Promise<FetchResponse> {
  return client.fetchAll("t", partitions, { request });
}

function open(client: RawClient): Promise<FetchResponse> {
  return ask(client, { sessionEpoch: 0 }, [{ partition: 0 }, { partition: 1 }]);
}

Deno.test("A fetch session answers everything first, and then what is new", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    const first = await open(client);
    assertEquals(first.sessionId > 0, true);
    assertEquals(told(first), ["0", "1"]);
    const { sessionId } = first;
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 1 })), []);
    await client.produce("t", 1, batchOf(["x"]));
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 2 })), ["1 0:x"]);
    const moved = [{ partition: 1, fetchOffset: 1n }];
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 3 }, moved)), []);
  });
});

Deno.test("A fetch session takes partitions in and forgets them", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    const { sessionId } = await open(client);
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 1 }, [{ partition: 2 }])), [
      "2",
    ]);
    for (const partition of [0, 1, 2]) await client.produce("t", partition, batchOf(["x"]));
    const forgottenTopicsData = [{ topic: "t", partitions: [0, 1] }];
    const response = await ask(client, { sessionId, sessionEpoch: 2, forgottenTopicsData });
    assertEquals(told(response), ["2 0:x"]);
    const last = [{ topic: "t", partitions: [2] }];
    const empty = await ask(client, { sessionId, sessionEpoch: 3, forgottenTopicsData: last });
    assertEquals(empty.sessionId, 0);
    const gone = await ask(client, { sessionId, sessionEpoch: 4 });
    assertEquals(gone.errorCode, SESSION_NOT_FOUND);
  });
});

Deno.test("A fetch session refuses every epoch but the next", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    const { sessionId } = await open(client);
    const wrong = await ask(client, { sessionId, sessionEpoch: 2 });
    assertEquals([wrong.errorCode, wrong.responses.length], [INVALID_SESSION_EPOCH, 0]);
    assertEquals((await ask(client, { sessionId, sessionEpoch: 1 })).errorCode, 0);
    assertEquals(
      (await ask(client, { sessionId, sessionEpoch: 1 })).errorCode,
      INVALID_SESSION_EPOCH,
    );
  });
});

Deno.test("A fetch session is closed by epoch -1, and replaced by epoch 0", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    const { sessionId } = await open(client);
    const closed = await ask(client, { sessionId, sessionEpoch: -1 }, [{ partition: 0 }]);
    assertEquals([closed.sessionId, told(closed)], [0, ["0"]]);
    assertEquals((await ask(client, { sessionId, sessionEpoch: 1 })).errorCode, SESSION_NOT_FOUND);
    const old = await open(client);
    const renewed = await ask(client, { sessionId: old.sessionId, sessionEpoch: 0 }, [
      { partition: 0 },
    ]);
    assertEquals(renewed.sessionId !== old.sessionId, true);
    const gone = await ask(client, { sessionId: old.sessionId, sessionEpoch: 1 });
    assertEquals(gone.errorCode, SESSION_NOT_FOUND);
  });
});

Deno.test("EmbeddedKafka.evictFetchSessions() makes every session unknown", async () => {
  await withCluster({ topics: TOPICS }, async ({ client, cluster }) => {
    const { sessionId } = await open(client);
    assertEquals(cluster.evictFetchSessions(), 1);
    assertEquals((await ask(client, { sessionId, sessionEpoch: 1 })).errorCode, SESSION_NOT_FOUND);
  });
});

Deno.test("A broker without room gives no session, until the oldest has been idle for two minutes", async () => {
  await withCluster({ topics: TOPICS, fetchSessions: 1 }, async ({ client, env }) => {
    const { sessionId } = await open(client);
    await env.advance(119_999);
    assertEquals((await open(client)).sessionId, 0);
    await env.advance(1);
    const next = await open(client);
    assertEquals(next.sessionId > 0 && next.sessionId !== sessionId, true);
  });
});

Deno.test("A fetch session gives the turn to partitions that had none", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    for (const partition of [0, 1]) await client.produce("t", partition, batchOf(["x"]));
    const { sessionId } = await ask(client, { sessionEpoch: 0, maxBytes: 1 }, [
      { partition: 0 },
      { partition: 1 },
    ]);
    const second = await ask(client, { sessionId, sessionEpoch: 1, maxBytes: 1 });
    assertEquals(told(second), ["1 0:x"]);
  });
});

Deno.test("A fetch session repeats a partition after its error is over", async () => {
  await withCluster({ brokers: 2, topics: TOPICS }, async ({ client, cluster }) => {
    const partitions = [{ partition: 0, currentLeaderEpoch: 0 }];
    const { sessionId } = await ask(client, { sessionEpoch: 0 }, partitions);
    cluster.moveLeader("t", 0, 2);
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 1 })), ["0"]);
    cluster.moveLeader("t", 0, 1);
    const again = [{ partition: 0, currentLeaderEpoch: 2 }];
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 2 }, again)), ["0"]);
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 3 })), []);
  });
});

Deno.test("A fetch session tells a partition again after its offset was out of range", async () => {
  await withCluster({ topics: TOPICS }, async ({ client }) => {
    const { sessionId } = await ask(client, { sessionEpoch: 0 }, [
      { partition: 0, fetchOffset: 5n },
    ]);
    const corrected = [{ partition: 0, fetchOffset: 0n }];
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 1 }, corrected)), ["0"]);
    assertEquals(told(await ask(client, { sessionId, sessionEpoch: 2 })), []);
  });
});
