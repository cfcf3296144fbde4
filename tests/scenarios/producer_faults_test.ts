/**
 * Invariant: whatever becomes of requests and leaders, a record is stored
 * once, in the order of the calls within its partition.
 */

import { assert, assertEquals, assertGreater } from "@std/assert";
import { produce } from "../../src/protocol/messages/produce.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import { nextSequence } from "../../src/producer/idempotence.ts";
import { ProducerEngine } from "../../src/producer/engine.ts";
import { resolveProducerOptions } from "../../src/producer/options.ts";
import type { RecordMetadata } from "../../src/producer/record.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import { numbered, onStage, refusal, type Stage } from "../producer/stage.ts";

/** Every record is a batch of its own. */
const SINGLE = { batchBytes: 1 } as const;

function sendAll(
  producer: { send(record: { topic: string; value: string }): Promise<RecordMetadata> },
  values: readonly string[],
): Promise<RecordMetadata[]> {
  return Promise.all(values.map((value) => producer.send({ topic: "t", value })));
}

/** The producer's first answer is in: up to five batches may be under way now. */
async function warm(stage: Stage, options = {}) {
  const producer = stage.producer({ ...SINGLE, ...options });
  await stage.run(producer.send({ topic: "t", value: "first" }));
  return producer;
}

Deno.test("Producer keeps the order with several batches in flight", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    // One broker answers late, so that requests pile up at it.
    stage.kafka.intercept("Produce", () => ({ delayMs: 20 }), { keep: true });
    const before = stage.kafka.requests({ api: "Produce" }).length;
    const start = stage.env.clock.monotonic();
    const placed = await stage.run(sendAll(producer, numbered(100)));
    assertEquals(await stage.values("t"), ["first", ...numbered(100)]);
    assertEquals(placed.map(({ offset }) => offset), numbered(100).map((_, index) => index + 1));
    assertEquals(stage.kafka.requests({ api: "Produce" }).length - before, 100);
    assertGreater(stage.env.clock.monotonic() - start, 1_000);
  }));

Deno.test("Producer has five batches of a partition in flight, and one until the first answer", () =>
  onStage(async (stage) => {
    const producer = stage.producer(SINGLE);
    stage.kafka.intercept("Produce", () => ({ delayMs: 1_000 }), { times: 2 });
    const sent = sendAll(producer, numbered(20));
    await stage.env.advance(500);
    const one = stage.bytesWritten;
    await stage.env.advance(1_000);
    const five = stage.bytesWritten - one;
    await stage.run(sent);
    const perRequest = (stage.bytesWritten - one) / 19;
    // The first answer let five more out, and none came back yet.
    assert(five > 4.5 * perRequest && five < 5.5 * perRequest, `${five / perRequest} requests`);
  }));

Deno.test("Producer stores once what was stored though its acknowledgement was lost", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept("Produce", () => "drop-after");
    const placed = await stage.run(sendAll(producer, numbered(5)));
    assertEquals(await stage.values("t"), ["first", ...numbered(5)]);
    assertEquals(placed.map(({ offset }) => offset), [1, 2, 3, 4, 5]);
    assertEquals(stage.told("producerepoch").length, 1);
  }));

Deno.test("Producer stores once what was stored though its very first acknowledgement was lost", () =>
  onStage(async (stage) => {
    stage.kafka.intercept("Produce", () => "drop-after", { times: 3 });
    const producer = stage.producer(SINGLE);
    await stage.run(sendAll(producer, numbered(5)));
    assertEquals(await stage.values("t"), numbered(5));
  }));

Deno.test("Producer sends again what got lost on its way", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept("Produce", () => "drop");
    await stage.run(sendAll(producer, numbered(5)));
    assertEquals(await stage.values("t"), ["first", ...numbered(5)]);
    assertEquals(stage.told("producerepoch").length, 1);
    const [retry] = stage.told("retry");
    assertEquals([retry.what, retry.topic, retry.partition], ["Produce", "t", 0]);
  }));

Deno.test("Producer stores five batches once when their five acknowledgements were lost", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept("Produce", () => "hang-after", {
      when: () => stage.kafka.log("t", 0).length === 5,
    });
    const sent = sendAll(producer, numbered(8));
    await stage.env.advance(100);
    assertEquals(stage.kafka.log("t", 0).length, 6);
    stage.kafka.killConnections({ api: "Produce" });
    await stage.run(sent);
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
    assertEquals(stage.told("producerepoch").length, 1);
  }));

Deno.test("Producer sends in order again when a later batch was refused as out of order", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    // The first of five is refused, so that the leader finds the other four out of order.
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", ({ request }) => ({
      answer: refusal(request, ErrorCodes.NOT_LEADER_OR_FOLLOWER),
    }));
    let refused = 0;
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", () => ({
      change: (response) => {
        const code = response.responses?.[0].partitionResponses?.[0].errorCode;
        if (code === ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER) refused++;
      },
    }), { keep: true });
    await stage.run(sendAll(producer, numbered(5)));
    assertEquals(refused, 4);
    assertEquals(await stage.values("t"), ["first", ...numbered(5)]);
    assertEquals(stage.told("producerepoch").length, 1);
  }));

const THREE = { kafka: { brokers: 3, topics: { t: { partitions: 1, replicationFactor: 3 } } } };

Deno.test("Producer follows a leader that moves while five batches are in flight", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    for (let move = 0; move < 10; move++) {
      const sent = sendAll(producer, numbered(8, `${move}.`));
      await stage.env.settle();
      stage.kafka.moveLeader("t", 0);
      await stage.run(sent);
    }
    const expected = numbered(10).flatMap((move) => numbered(8, `${move}.`));
    assertEquals(await stage.values("t"), ["first", ...expected]);
  }, THREE));

Deno.test("Producer moves on from a leader that hangs as soon as there is another", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    const leader = stage.kafka.partition("t", 0).leader;
    stage.kafka.pauseBroker(leader, { moveLeaders: true });
    const start = stage.env.clock.monotonic();
    await stage.run(sendAll(producer, numbered(8)));
    const took = stage.env.clock.monotonic() - start;
    assert(took < 3_000, `${took} ms`);
    // The old leader goes through what it was sent before.
    stage.kafka.resumeBroker(leader);
    await stage.env.advance(1_000);
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
  }, THREE));

Deno.test("Producer goes straight to the leader that a refusal names", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    const asked = () => stage.kafka.requests({ api: "Metadata" }).length;
    const before = asked();
    stage.kafka.moveLeader("t", 0);
    let askedBetween = -1;
    const { leader } = stage.kafka.partition("t", 0);
    stage.kafka.intercept("Metadata", () => ({ delayMs: 1_000 }), { keep: true });
    stage.kafka.intercept("Produce", () => {
      askedBetween = asked() - before;
    }, { broker: leader });
    const start = stage.env.clock.monotonic();
    await stage.run(producer.send({ topic: "t", value: "second" }));
    assertEquals(stage.env.clock.monotonic(), start);
    assert(askedBetween <= 1, `${askedBetween} Metadata requests`);
    assertEquals(await stage.values("t"), ["first", "second"]);
  }, THREE));

Deno.test("Producer pays no attention to an old leader that answers late", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    const old = stage.kafka.partition("t", 0).leader;
    const sent = producer.send({ topic: "t", value: "second" });
    stage.kafka.pauseBroker(old, { moveLeaders: true });
    const { leader } = stage.kafka.partition("t", 0);
    const copies = stage.kafka.intercept("Produce", () => ({ delayMs: 800 }), {
      broker: leader,
      keep: true,
    });
    await stage.run(copies.called());
    // The answer of the old leader comes while the new one still thinks about it.
    stage.kafka.resumeBroker(old);
    await stage.run(sent);
    assertEquals(copies.requests.length, 1);
    assertEquals(await stage.values("t"), ["first", "second"]);
  }, THREE));

Deno.test("Producer takes a new epoch and loses nothing unsettled when the leader lost what it had", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { acks: "all" });
    const { leader, replicas } = stage.kafka.partition("t", 0);
    const behind = replicas.find((id) => id !== leader)!;
    stage.kafka.pauseReplica("t", 0, behind);
    await stage.run(sendAll(producer, ["lost", "lost too"]));
    stage.kafka.uncleanElection("t", 0, behind);
    // Sequence 3 comes, 1 is expected.
    await stage.run(sendAll(producer, numbered(8)));
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
    const epochs = stage.told("producerepoch").map(({ epoch }) => epoch);
    assertEquals(epochs, [0, 1]);
    assertEquals(stage.batches("t").map((batch) => batch.split(" ")[1]), [
      "0/0",
      ...numbered(8).map((sequence) => `${sequence}/1`),
    ]);
  }, THREE));

Deno.test("Producer starts sequences anew when the leader does not know it any more", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", ({ request }) => ({
      answer: refusal(request, ErrorCodes.UNKNOWN_PRODUCER_ID),
    }));
    await stage.run(sendAll(producer, numbered(8)));
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
    assertEquals(stage.told("producerepoch").map(({ epoch }) => epoch), [0, 1]);
  }));

Deno.test("Producer gets a new id when another producer has raised its epoch", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", ({ request }) => ({
      answer: refusal(request, ErrorCodes.INVALID_PRODUCER_EPOCH),
    }));
    await stage.run(sendAll(producer, numbered(8)));
    assertEquals(await stage.values("t"), ["first", ...numbered(8)]);
    const ids = stage.told("producerepoch").map(({ producerId, epoch }) => [producerId, epoch]);
    assertEquals(ids.length, 2);
    assert(ids[0][0] !== ids[1][0]);
    assertEquals(ids[1][1], 0);
  }));

Deno.test("Producer moves the other partitions to a new epoch one by one, with nothing in flight", () =>
  onStage(async (stage) => {
    const producer = stage.producer(SINGLE);
    const send = (partition: number, value: string) =>
      producer.send({ topic: "t", partition, value });
    await stage.run(Promise.all([send(0, "a"), send(1, "a")]));
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", ({ request }) => ({
      answer: refusal(request, ErrorCodes.UNKNOWN_PRODUCER_ID),
    }), { when: ({ request }) => request.topicData[0].partitionData[0].index === 0 });
    await stage.run(Promise.all([
      send(0, "b"),
      ...numbered(12).map((value) => send(1, value)),
      send(0, "c"),
    ]));
    assertEquals(await stage.values("t", 0), ["a", "b", "c"]);
    assertEquals(await stage.values("t", 1), ["a", ...numbered(12)]);
    assertEquals(stage.batches("t", 0), ["0+1 0/0", "1+1 0/1", "2+1 1/1"]);
    const other = stage.batches("t", 1).map((batch) => batch.split(" ")[1]);
    const first = other.indexOf("0/1");
    // Sequences of the old epoch without a gap, then those of the new one from 0.
    assertEquals(other.slice(0, first), numbered(first).map((sequence) => `${sequence}/0`));
    assertEquals(other.slice(first), numbered(13 - first).map((sequence) => `${sequence}/1`));
  }, { kafka: { topics: { t: { partitions: 2 } } } }));

Deno.test("Producer goes on at sequence 0 after 2^31 - 1", () =>
  onStage(async (stage) => {
    const settings = resolveProducerOptions({ batchBytes: 200 }, stage.cluster.options);
    const firstSequence = 2 ** 31 - 7;
    const engine = new ProducerEngine(stage.cluster, settings, { firstSequence, poison: true });
    const sent: Promise<RecordMetadata>[] = [];
    for (const value of numbered(40)) {
      sent.push(
        new Promise((resolve, reject) =>
          void engine.accept({ topic: "t", value }, resolve, reject, 1)
        ),
      );
      if (sent.length === 10) stage.kafka.intercept("Produce", () => "drop-after");
    }
    await stage.run(Promise.all(sent));
    await stage.run(engine.close());
    assertEquals(await stage.values("t"), numbered(40));
    const batches = stage.kafka.log("t", 0);
    assertEquals(batches[0].baseSequence, firstSequence);
    batches.slice(1).forEach((batch, index) => {
      const before = batches[index];
      assertEquals(batch.baseSequence, nextSequence(before.baseSequence, before.recordCount));
    });
    assert(batches.some((batch) => batch.baseSequence + batch.recordCount > 2 ** 31));
    assertEquals(stage.told("producerepoch").length, 1);
  }));

Deno.test("Producer lets one partition of many fail alone", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", () => ({
      change: (response) => {
        for (const { partitionResponses } of response.responses ?? []) {
          for (const answer of partitionResponses ?? []) {
            if (answer.index !== 1) continue;
            Object.assign(answer, { errorCode: ErrorCodes.TOPIC_AUTHORIZATION_FAILED });
          }
        }
      },
    }));
    const sent = [0, 1, 2, 3].map((partition) =>
      producer.send({ topic: "t", partition, value: `${partition}` })
    );
    const outcomes = await stage.run(Promise.allSettled(sent));
    assertEquals(outcomes.map(({ status }) => status), [
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    const { reason } = outcomes[1] as PromiseRejectedResult;
    assertEquals(
      [reason.code, reason.topic, reason.partition, reason.broker, reason.fate, reason.retriable],
      ["TOPIC_AUTHORIZATION_FAILED", "t", 1, "broker-1:9092 (id 1)", "not-persisted", false],
    );
    assertEquals(produce.name, "Produce");
  }, { kafka: { topics: { t: { partitions: 4 } } } }));

Deno.test("Producer waits for one partition that is not ready while the others go on", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>("Produce", ({ request }) => ({
      answer: refusal(request, ErrorCodes.NOT_ENOUGH_REPLICAS),
    }), {
      times: 4,
      when: ({ request }) => request.topicData[0].partitionData.some(({ index }) => index === 1),
    });
    const slow = producer.send({ topic: "t", partition: 1, value: "slow" });
    await stage.env.advance(1);
    const start = stage.env.clock.monotonic();
    for (const value of numbered(5)) {
      await stage.run(producer.send({ topic: "t", partition: 0, value }));
    }
    assertEquals(stage.env.clock.monotonic() - start, 0);
    await stage.run(slow);
    assertGreater(stage.env.clock.monotonic() - start, 500);
    assertEquals(await stage.values("t", 0), ["first", ...numbered(5)]);
    assertEquals(await stage.values("t", 1), ["slow"]);
  }, { kafka: { topics: { t: { partitions: 2 } } } }));
