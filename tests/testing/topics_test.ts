import { assertEquals, assertThrows } from "@std/assert";
import { createPartitions } from "../../src/protocol/messages/create_partitions.ts";
import { createTopics } from "../../src/protocol/messages/create_topics.ts";
import { deleteRecords } from "../../src/protocol/messages/delete_records.ts";
import { deleteTopics } from "../../src/protocol/messages/delete_topics.ts";
import { describeConfigs } from "../../src/protocol/messages/describe_configs.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { batchOf } from "./raw_client.ts";
import { withCluster } from "./with_cluster.ts";

const UNKNOWN_TOPIC_OR_PARTITION = 3;
const UNKNOWN_TOPIC_ID = 100;

Deno.test("Metadata describes all topics when none is named, in every version", async () => {
  await withCluster({ brokers: 2, topics: { t: { partitions: 2 } } }, async ({ client }) => {
    for (let version = 0; version <= 13; version++) {
      const request = { topics: version === 0 ? [] : null };
      const { topics, brokers } = await client.send(metadata, request, version);
      assertEquals([topics.length, brokers.length], [1, 2], `version ${version}`);
      assertEquals(topics[0].partitions.map(({ leaderId }) => leaderId), [1, 2]);
    }
    assertEquals((await client.send(metadata, { topics: [] }, 1)).topics, []);
  });
});

Deno.test("Metadata creates a missing topic only when request and cluster allow it", async () => {
  for (
    const [autoCreateTopics, allow, created] of [
      [true, true, true],
      [true, false, false],
      [false, true, false],
    ] as const
  ) {
    await withCluster({ autoCreateTopics }, async ({ client }) => {
      const ask = async () => {
        const request = { topics: [{ name: "new" }], allowAutoTopicCreation: allow };
        return (await client.send(metadata, request, 4)).topics[0].errorCode;
      };
      assertEquals(await ask(), UNKNOWN_TOPIC_OR_PARTITION);
      assertEquals(await ask(), created ? 0 : UNKNOWN_TOPIC_OR_PARTITION);
    });
  }
});

Deno.test("Metadata finds topics by id, and refuses ids and names that cannot be", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    const { topicId } = cluster.topic("t");
    const { topics } = await client.send(metadata, {
      topics: [{ topicId, name: null }, { topicId: "AQEBAQEBAQEBAQEBAQEBAQ", name: null }, {
        name: "not a name",
      }],
    }, 12);
    assertEquals(topics.map(({ name, errorCode }) => [name, errorCode]), [
      ["t", 0],
      [null, UNKNOWN_TOPIC_ID],
      ["not a name", 17],
    ]);
  });
});

Deno.test("CreateTopics creates what fits and says why the rest does not", async () => {
  await withCluster({ brokers: 2, topics: ["old"] }, async ({ client, cluster }) => {
    const base = { numPartitions: 1, replicationFactor: 1 };
    const { topics } = await client.send(createTopics, {
      topics: [
        { ...base, name: "plain", numPartitions: 3, replicationFactor: 2 },
        { name: "defaults", numPartitions: -1, replicationFactor: -1 },
        {
          name: "assigned",
          numPartitions: -1,
          replicationFactor: -1,
          assignments: [{ partitionIndex: 0, brokerIds: [2, 1] }],
        },
        { ...base, name: "configured", configs: [{ name: "max.message.bytes", value: "99" }] },
        { ...base, name: "old" },
        { ...base, name: "a b" },
        { ...base, name: "none", numPartitions: 0 },
        { ...base, name: "many", replicationFactor: 3 },
        { ...base, name: "odd", configs: [{ name: "max.message.bites", value: "99" }] },
        { ...base, name: "twice" },
        { ...base, name: "twice" },
      ],
    });
    assertEquals(Object.fromEntries(topics.map(({ name, errorCode }) => [name, errorCode])), {
      plain: 0,
      defaults: 0,
      assigned: 0,
      configured: 0,
      old: 36,
      "a b": 17,
      none: 37,
      many: 38,
      odd: 40,
      twice: 42,
    });
    assertEquals(topics.length, 10);
    assertEquals([topics[0].numPartitions, topics[0].replicationFactor], [3, 2]);
    assertEquals(topics[0].topicId, cluster.topic("plain").topicId);
    assertEquals(cluster.partition("assigned", 0).leader, 2);
    assertEquals(cluster.topic("configured").config, { "max.message.bytes": "99" });
  });
});

Deno.test("CreateTopics creates nothing when it only validates", async () => {
  await withCluster({}, async ({ client, cluster }) => {
    const topics = [{ name: "t", numPartitions: 1, replicationFactor: 1 }];
    const checked = await client.send(createTopics, { topics, validateOnly: true });
    assertEquals([checked.topics[0].errorCode, cluster.topics().length], [0, 0]);
  });
});

Deno.test("DeleteTopics deletes by name, and by id from version 6 on", async () => {
  await withCluster({ topics: ["a", "b"] }, async ({ client, cluster }) => {
    const { topicId } = cluster.topic("b");
    const old = await client.send(deleteTopics, { topicNames: ["a", "missing"] }, 5);
    assertEquals(old.responses.map(({ errorCode }) => errorCode), [0, UNKNOWN_TOPIC_OR_PARTITION]);
    const byId = await client.send(deleteTopics, {
      topics: [{ name: null, topicId }, { name: null, topicId }],
    });
    assertEquals(byId.responses.map(({ name, errorCode }) => [name, errorCode]), [
      ["b", 0],
      [null, UNKNOWN_TOPIC_ID],
    ]);
    assertEquals(cluster.topics(), []);
  });
});

Deno.test("CreatePartitions adds partitions and never takes any away", async () => {
  await withCluster({ brokers: 2, topics: ["t"] }, async ({ client, cluster }) => {
    const ask = async (count: number) => {
      const topics = [{ name: "t", count, assignments: null }];
      return (await client.send(createPartitions, { topics })).results[0].errorCode;
    };
    assertEquals([await ask(3), await ask(3), await ask(1)], [0, 37, 37]);
    assertEquals(cluster.topic("t").partitions.map(({ leader }) => leader), [1, 2, 1]);
  });
});

Deno.test("DeleteRecords moves the start of the log up to the high watermark", async () => {
  await withCluster({ topics: ["t"] }, async ({ client, cluster }) => {
    for (const value of ["a", "b", "c"]) await client.produce("t", 0, batchOf([value]));
    const ask = async (offset: bigint) => {
      const { topics } = await client.send(deleteRecords, {
        topics: [{ name: "t", partitions: [{ partitionIndex: 0, offset }] }],
      });
      const { errorCode, lowWatermark } = topics[0].partitions[0];
      return [errorCode, Number(lowWatermark)];
    };
    assertEquals(await ask(2n), [0, 2]);
    assertEquals(await ask(4n), [1, -1]);
    assertEquals(await ask(-1n), [0, 3]);
    assertEquals(cluster.log("t", 0), []);
    assertEquals((await client.produce("t", 0, batchOf(["d"]))).baseOffset, 3n);
  });
});

Deno.test("DescribeConfigs shows what a topic sets itself and what it takes over", async () => {
  const topics = { t: { config: { "max.message.bytes": 99 } } };
  const topicDefaults = { "retention.ms": 5 };
  await withCluster({ topics, topicDefaults }, async ({ client }) => {
    const { results } = await client.send(describeConfigs, {
      resources: [
        {
          resourceType: 2,
          resourceName: "t",
          configurationKeys: ["max.message.bytes", "retention.ms", "cleanup.policy"],
        },
        { resourceType: 2, resourceName: "missing", configurationKeys: null },
        { resourceType: 4, resourceName: "1", configurationKeys: null },
      ],
    });
    const shown = results[0].configs.map(({ name, value, configSource }) =>
      `${name}=${value} (${configSource})`
    );
    assertEquals(shown.sort(), [
      "cleanup.policy=delete (5)",
      "max.message.bytes=99 (1)",
      "retention.ms=5 (4)",
    ]);
    assertEquals(results[1].errorCode, UNKNOWN_TOPIC_OR_PARTITION);
    assertEquals(results[2].configs.some(({ name }) => name === "broker.id"), true);
  });
});

Deno.test("EmbeddedKafka rejects options that it does not know or that cannot be", () => {
  const wrong = { broker: 3 } as unknown as { brokers: number };
  assertThrows(() => new EmbeddedKafka(wrong), TypeError, 'did you mean "brokers"?');
  assertThrows(() => new EmbeddedKafka({ brokers: 0 }), RangeError, "brokers");
  assertThrows(() => new EmbeddedKafka({ brokers: 1, replicationFactor: 2 }), RangeError);
  assertThrows(() => new EmbeddedKafka({ topics: ["a b"] }), RangeError, "a b");
  const config = { "max.message.bytes": "many" };
  assertThrows(() => new EmbeddedKafka({ topics: { t: { config } } }), RangeError, "many");
});

Deno.test("EmbeddedKafka.recreateTopic() keeps the layout and changes the id", async () => {
  await withCluster(
    { brokers: 2, topics: { t: { partitions: 3 } } },
    async ({ client, cluster }) => {
      await client.produce("t", 0, batchOf(["x"]));
      const before = cluster.topic("t");
      const after = cluster.recreateTopic("t");
      assertEquals(after.topicId === before.topicId, false);
      assertEquals(after.partitions.map(({ replicas }) => replicas), [[1, 2], [2, 1], [1, 2]]);
      assertEquals(after.partitions[0].endOffset, 0);
    },
  );
});

Deno.test("Two clusters of the same seed are the same, ids included", async () => {
  const ids: string[] = [];
  for (let at = 0; at < 2; at++) {
    await withCluster({ topics: ["t"] }, ({ cluster }) => {
      ids.push(cluster.topic("t").topicId);
      return Promise.resolve();
    });
  }
  assertEquals(ids[0], ids[1]);
});
