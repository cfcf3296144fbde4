/**
 * Invariant: weaker acknowledgements, old brokers and quotas change how a
 * producer sends, not what it promises.
 */

import { assert, assertEquals, assertGreaterOrEqual } from "@std/assert";
import type { KafkaError } from "../../src/errors.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import { numbered, onStage, refusal } from "../producer/stage.ts";

Deno.test("Producer resolves without an offset with acks 0", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 0 });
    const placed = await stage.run(Promise.all(
      numbered(20).map((value) => producer.send({ topic: "t", value })),
    ));
    assertEquals(new Set(placed.map(({ offset }) => offset)), new Set([undefined]));
    await stage.env.settle();
    assertEquals(await stage.values("t"), numbered(20));
    assertEquals(stage.batches("t"), ["0+20 -1/-1"]);
    await stage.run(producer.flush());
  }));

Deno.test("Producer with acks 0 keeps going when brokers drop its connections", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 0 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    await stage.env.settle();
    stage.kafka.killConnections({ api: "Produce" });
    await stage.env.settle();
    await stage.run(producer.send({ topic: "t", value: "second" }));
    await stage.env.settle();
    assertEquals(await stage.values("t"), ["first", "second"]);
  }));

Deno.test("Producer with acks 0 waits for a leader to send to", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 0, deliveryTimeoutMs: 5_000 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    await stage.kafka.stopBroker(1);
    await stage.env.settle();
    const sent = producer.send({ topic: "t", value: "second" });
    await stage.env.advance(2_000);
    await stage.kafka.startBroker(1);
    await stage.run(sent);
    await stage.env.settle();
    assertEquals(await stage.values("t"), ["first", "second"]);
    await stage.kafka.stopBroker(1);
    await stage.env.settle();
    const error = await stage.failure(producer.send({ topic: "t", value: "third" }));
    assertEquals([error.code, error.fate], ["DELIVERY_TIMEOUT", "not-persisted"]);
  }));

Deno.test("Producer resolves with an offset with acks 1, without sequences", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 1 });
    const placed = await stage.run(Promise.all(
      numbered(3).map((value) => producer.send({ topic: "t", value })),
    ));
    assertEquals(placed.map(({ offset }) => offset), [0, 1, 2]);
    assertEquals(stage.batches("t"), ["0+3 -1/-1"]);
    assertEquals(stage.told("producerepoch"), []);
    assertEquals(stage.kafka.requests({ api: "InitProducerId" }), []);
  }));

Deno.test("Producer with acks 1 sends again, and in order, what was refused", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 1, batchBytes: 1 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      ({ request }) => ({ answer: refusal(request, ErrorCodes.NOT_LEADER_OR_FOLLOWER) }),
      { times: 5 },
    );
    await stage.run(Promise.all(numbered(8).map((value) => producer.send({ topic: "t", value }))));
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
  }));

Deno.test("Producer without idempotence closes the old connection before it follows a leader that is slow to answer", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 1 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const { leader } = stage.kafka.partition("t", 0);
    stage.kafka.pauseBroker(leader, { moveLeaders: true });
    const sent = producer.send({ topic: "t", value: "second" });
    const start = stage.env.clock.monotonic();
    let seen = 0;
    stage.kafka.intercept("Produce", () => {
      // When the copy arrives at the new leader, the old connection is gone.
      seen = stage.told("disconnect").filter(({ use, nodeId }) =>
        use === "produce" && nodeId === leader
      ).length;
    });
    await stage.run(sent);
    assertEquals(seen, 1);
    assert(stage.env.clock.monotonic() - start < 4_000);
    assertEquals((await stage.values("t")).slice(-1), ["second"]);
  }, { kafka: { brokers: 3, topics: { t: { replicationFactor: 3 } } } }));

Deno.test("Producer is silent for as long as a broker asks, on that connection only", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const send = (partition: number) => producer.send({ topic: "t", partition, value: "v" });
    await stage.run(Promise.all([send(0), send(1)]));
    const first = stage.kafka.partition("t", 0).leader;
    stage.kafka.throttle({ broker: first, throttleMs: 3_000 });
    await stage.run(send(0));
    const start = stage.env.clock.monotonic();
    const arrived: number[] = [];
    stage.kafka.intercept("Produce", ({ brokerId }) => {
      if (brokerId === first) arrived.push(stage.env.clock.monotonic() - start);
    }, { keep: true });
    const muted = [send(0)];
    await stage.run(send(1));
    assertEquals(stage.env.clock.monotonic(), start);
    await stage.env.advance(1_000);
    muted.push(send(0));
    await stage.run(Promise.all(muted));
    // One batch: it goes on filling while it may not leave.
    assertEquals(arrived.length, 1);
    assertGreaterOrEqual(arrived[0], 3_000);
    assertEquals(stage.kafka.log("t", 0).map(({ recordCount }) => recordCount), [1, 1, 2]);
    assert(stage.told("throttle").some(({ throttleMs }) => throttleMs === 3_000));
  }, { kafka: { brokers: 2, topics: { t: { assignment: [[1], [2]] } } } }));

for (const asVersion of ["lowest", "2.1", "2.8", "3.6", "latest"] as const) {
  Deno.test(`Producer speaks with brokers as of ${asVersion}`, () =>
    onStage(async (stage) => {
      const producer = stage.producer({ compression: "gzip" });
      const records = numbered(20).map((value) => ({
        topic: "t",
        key: value,
        value,
        headers: { h: value },
      }));
      await stage.env.run(producer.sendBatch(records), { realMs: 5 });
      const stored = await Promise.all([0, 1, 2].map((partition) => stage.values("t", partition)));
      assertEquals(stored.flat().sort(), numbered(20).sort());
      stage.kafka.intercept("Produce", () => "drop-after");
      await stage.env.run(producer.send({ topic: "t", partition: 0, value: "last" }), {
        realMs: 5,
      });
      assertEquals((await stage.values("t", 0)).filter((value) => value === "last").length, 1);
    }, { kafka: { asVersion, topics: { t: { partitions: 3 } } } }));
}

Deno.test("Producer names topics as long as their ids are not known", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "v" }));
    assertEquals(await stage.values("t"), ["v"]);
    const [request] = stage.kafka.requests({ api: "Produce" });
    assertEquals(request.apiVersion, 12);
  }, { client: { versions: { Metadata: { max: 9 } } } }));

Deno.test("Producer tells a broker's own timestamp", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const placed = await stage.run(producer.send({ topic: "t", value: "v", timestamp: 5 }));
    assertEquals(placed.timestamp, stage.env.clock.now());
  }, { kafka: { topics: { t: { config: { "message.timestamp.type": "LogAppendTime" } } } } }));

Deno.test("Producer fails what an unknown error code answers, as possibly persisted", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      ({ request }) => ({ answer: refusal(request, 9_999) }),
    );
    const error = await stage.failure(
      producer.send({ topic: "t", value: "v" }),
    ) as unknown as KafkaError;
    assertEquals([error.code, error.fate], ["UNKNOWN_9999", "possibly-persisted"]);
    await stage.run(producer.send({ topic: "t", value: "w" }));
    assertEquals(await stage.values("t"), ["w"]);
  }));

Deno.test("Producer sends again what an answer leaves out", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      () => ({ change: () => ({ responses: [] }) }),
    );
    const placed = await stage.run(producer.send({ topic: "t", value: "v" }));
    assertEquals(placed.offset, 0);
    assertEquals(await stage.values("t"), ["v"]);
  }));

Deno.test("Producer sends again what an answer makes no sense of", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "v" }));
    // Size and correlation id stay, so that it is an answer at all.
    stage.kafka.intercept("Produce", () => ({
      frame: (bytes) => {
        const damaged = new Uint8Array(bytes);
        damaged.fill(0x7f, 9);
        return damaged;
      },
    }));
    const placed = await stage.run(producer.send({ topic: "t", value: "w" }));
    assertEquals(placed.offset, 1);
    assertEquals(await stage.values("t"), ["v", "w"]);
  }));

Deno.test("Producer fails with the broker's reason when it is refused a producer id", () =>
  onStage(async (stage) => {
    stage.kafka.intercept<unknown, Record<string, unknown>>("InitProducerId", () => ({
      answer: { errorCode: ErrorCodes.CLUSTER_AUTHORIZATION_FAILED },
    }));
    const producer = stage.producer();
    const error = await stage.failure(producer.send({ topic: "t", value: "v" }));
    assertEquals([error.code, error.fate], ["CLUSTER_AUTHORIZATION_FAILED", "not-persisted"]);
    await stage.run(producer.send({ topic: "t", value: "w" }));
    assertEquals(await stage.values("t"), ["w"]);
  }));
