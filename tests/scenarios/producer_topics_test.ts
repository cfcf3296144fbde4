/**
 * Invariant: records wait for their topic in the order of the calls, and fail
 * when it does not come; what was sent to a deleted topic never reaches the
 * one that is created anew.
 */

import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { BrokerError, ConnectionError, type KafkaError } from "../../src/errors.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { MetadataResponseInput } from "../../src/protocol/messages/metadata.ts";
import { numbered, onStage } from "../producer/stage.ts";

Deno.test("Producer.send() waits for a topic that is created a little later", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const sent = numbered(10).map((value) => producer.send({ topic: "new", value }));
    await stage.env.advance(2_000);
    stage.kafka.createTopic("new");
    await stage.run(Promise.all(sent));
    assertEquals(await stage.values("new"), numbered(10));
  }));

Deno.test("Producer.send() fails after unknownTopicToleranceMs, and does not hold up other topics", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const start = stage.env.clock.monotonic();
    const missing = stage.failure(producer.send({ topic: "missing", value: "a" }));
    const other = producer.send({ topic: "t", value: "b" });
    const error = await missing;
    await other;
    assertInstanceOf(error, BrokerError);
    assertEquals(
      [error.code, error.topic, error.fate],
      ["UNKNOWN_TOPIC_OR_PARTITION", "missing", "not-persisted"],
    );
    const took = stage.env.clock.monotonic() - start;
    assert(took >= 5_000 && took < 8_000, `${took} ms`);
    // It may come into being later.
    stage.kafka.createTopic("missing");
    await stage.run(producer.send({ topic: "missing", value: "c" }));
    assertEquals(await stage.values("missing"), ["c"]);
  }));

Deno.test("Producer.send() fails when no broker can be reached, naming every address and why", () =>
  onStage(async (stage) => {
    stage.kafka.refuseConnections(1, true);
    stage.kafka.refuseConnections(2, true);
    const producer = stage.producer({ maxBlockMs: 7_000 });
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(producer.send({ topic: "t", value: "a" }));
    const took = stage.env.clock.monotonic() - start;
    assertInstanceOf(error, ConnectionError);
    assertEquals(error.fate, "not-persisted");
    assert(
      /broker-1:9092/.test(error.message) && /broker-2:9092/.test(error.message),
      error.message,
    );
    assert(took >= 6_000 && took <= 8_000, `${took} ms`);
  }, { kafka: { brokers: 2, topics: ["t"] } }));

Deno.test("Producer.send() fails at once for a topic that is forbidden", () =>
  onStage(async (stage) => {
    stage.kafka.intercept<unknown, MetadataResponseInput>("Metadata", () => ({
      change: (response) => ({
        ...response,
        topics: response.topics?.map((topic) => ({
          ...topic,
          errorCode: ErrorCodes.TOPIC_AUTHORIZATION_FAILED,
          partitions: [],
        })),
      }),
    }), { keep: true });
    const producer = stage.producer();
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(producer.send({ topic: "t", value: "a" }));
    assertEquals([error.code, error.fate], ["TOPIC_AUTHORIZATION_FAILED", "not-persisted"]);
    assert(stage.env.clock.monotonic() - start < 1_000);
  }));

Deno.test("Producer.send() to a partition that does not exist waits for it, then fails alone", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "a" }));
    const there = producer.send({ topic: "t", partition: 2, value: "there" });
    await stage.env.advance(1_000);
    await stage.run(producer.send({ topic: "t", partition: 0, value: "b" }));
    stage.kafka.createPartitions("t", 3);
    await stage.run(there);
    assertEquals(await stage.values("t", 2), ["there"]);
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(producer.send({ topic: "t", partition: 9, value: "x" }));
    assertEquals(
      [error.code, error.topic, error.partition, error.fate],
      ["UNKNOWN_TOPIC_OR_PARTITION", "t", 9, "not-persisted"],
    );
    const took = stage.env.clock.monotonic() - start;
    assert(took >= 5_000 && took < 6_500, `${took} ms`);
    await stage.run(producer.send({ topic: "t", partition: 1, value: "c" }));
  }));

Deno.test("Producer waits for a leader", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "a" }));
    const { leader } = stage.kafka.partition("t", 0);
    await stage.kafka.stopBroker(leader);
    const sent = producer.send({ topic: "t", partition: 0, value: "b" });
    await stage.env.advance(20_000);
    await stage.kafka.startBroker(leader);
    await stage.run(sent);
    assertEquals(await stage.values("t", 0), ["a", "b"]);
  }, { kafka: { brokers: 2, topics: { t: { partitions: 2, replicationFactor: 1 } } } }));

Deno.test("Producer sends records without a key to partitions that have a leader", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "a" }));
    const leader = stage.kafka.partition("t", 0).leader;
    await stage.kafka.stopBroker(leader);
    // The first may be on its way to the stopped one before that is known.
    await stage.run(stage.cluster.refresh());
    const placed = await stage.run(Promise.all(
      numbered(20).map((value) => producer.send({ topic: "t", value })),
    ));
    assertEquals(new Set(placed.map(({ partition }) => partition)), new Set([1]));
  }, {
    kafka: {
      brokers: 2,
      topics: { t: { assignment: [[1], [2]] } },
    },
  }));

Deno.test("Producer never sends to a topic that was created anew what was sent to the old one", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ batchBytes: 1 });
    await stage.run(Promise.all(numbered(3).map((value) => producer.send({ topic: "t", value }))));
    stage.kafka.intercept("Produce", () => "drop");
    const lost = Promise.allSettled(
      numbered(5, "old").map((value) => producer.send({ topic: "t", value })),
    );
    await stage.env.settle();
    stage.kafka.recreateTopic("t");
    const outcomes = await stage.run(lost);
    await stage.run(Promise.all(
      numbered(5, "new").map((value) => producer.send({ topic: "t", value })),
    ));
    for (const outcome of outcomes) {
      assertEquals(outcome.status, "rejected");
      const { code, fate, topic } = (outcome as PromiseRejectedResult).reason as KafkaError;
      assertEquals([code, fate, topic], ["UNKNOWN_TOPIC_ID", "possibly-persisted", "t"]);
    }
    assertEquals(await stage.values("t"), numbered(5, "new"));
    assertEquals(stage.told("topicrecreated"), [{ topic: "t" }]);
    assertEquals(stage.batches("t")[0], "0+1 0/1");
  }));

Deno.test("Producer goes on with a topic that was deleted and created anew while it was idle", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "old" }));
    stage.kafka.recreateTopic("t");
    const placed = await stage.run(
      producer.send({ topic: "t", value: "new" }).catch((error) => error),
    );
    if (placed instanceof Error) {
      // It was on its way to the old one.
      assertEquals((placed as KafkaError).code, "UNKNOWN_TOPIC_ID");
      await stage.run(producer.send({ topic: "t", value: "new" }));
    }
    assertEquals(await stage.values("t"), ["new"]);
  }));

Deno.test("Producer fails what waits for a topic that was deleted", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "a" }));
    stage.kafka.deleteTopic("t");
    const error = await stage.failure(producer.send({ topic: "t", value: "b" }));
    assertEquals([error.code, error.topic], ["UNKNOWN_TOPIC_OR_PARTITION", "t"]);
    assert(["possibly-persisted", "not-persisted"].includes(error.fate as string));
  }));

Deno.test("Producer takes new partitions into use", () =>
  onStage(async (stage) => {
    const producer = stage.producer({
      partitioner: (_record, { partitionCount }) => partitionCount - 1,
    });
    const before = await stage.run(producer.send({ topic: "t", value: "a" }));
    stage.kafka.createPartitions("t", 4);
    await stage.run(stage.cluster.refresh());
    const after = await stage.run(producer.send({ topic: "t", value: "b" }));
    assertEquals([before.partition, after.partition], [0, 3]);
  }));

Deno.test("Producer lets a record fail whose partitioner throws or chooses what does not exist", () =>
  onStage(async (stage) => {
    const producer = stage.producer({
      partitioner: ({ key }) => {
        if (key === "throw") throw new Error("No idea");
        return Number(key);
      },
    });
    const keys = ["throw", "7", "-1", "x", "0.5", "1"];
    const outcomes = await stage.run(Promise.allSettled(
      keys.map((key) => producer.send({ topic: "t", key, value: key })),
    ));
    assertEquals(
      outcomes.map((outcome) =>
        outcome.status === "rejected" ? outcome.reason.code : outcome.value.partition
      ),
      [...new Array(5).fill("PARTITIONER_FAILED"), 1],
    );
    assertEquals((outcomes[0] as PromiseRejectedResult).reason.cause.message, "No idea");
    assert((outcomes[1] as PromiseRejectedResult).reason.message.includes("it returned 7"));
  }, { kafka: { topics: { t: { partitions: 2 } } } }));
