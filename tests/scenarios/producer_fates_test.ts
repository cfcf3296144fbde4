/**
 * Invariant: every promise settles in time, and says truly what became of its
 * record.
 */

import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { AbortedError, ClosedError, type KafkaError, TimeoutError } from "../../src/errors.ts";
import { DeliveryError } from "../../src/producer/delivery.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import { numbered, onStage, refusal, type Stage } from "../producer/stage.ts";

const SINGLE = { batchBytes: 1 } as const;

async function warm(stage: Stage, options = {}) {
  const producer = stage.producer({ ...SINGLE, ...options });
  await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
  return producer;
}

function outcomesOf(settled: readonly PromiseSettledResult<unknown>[]): string[] {
  return settled.map((outcome) =>
    outcome.status === "fulfilled"
      ? "stored"
      : `${(outcome.reason as KafkaError).code} ${(outcome.reason as KafkaError).fate}`
  );
}

Deno.test("Producer fails as not persisted what was never sent within deliveryTimeoutMs", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000 });
    await stage.kafka.stopBroker(stage.kafka.partition("t", 0).leader);
    await stage.run(stage.cluster.refresh());
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(producer.send({ topic: "t", partition: 0, value: "a" }));
    assertEquals(stage.env.clock.monotonic() - start, 3_000);
    assertInstanceOf(error, TimeoutError);
    assertEquals([error.code, error.fate, error.partition], [
      "DELIVERY_TIMEOUT",
      "not-persisted",
      0,
    ]);
    assert(error.message.includes("has no leader"), error.message);
  }, { kafka: { brokers: 2, topics: { t: { partitions: 2, replicationFactor: 1 } } } }));

Deno.test("Producer fails as possibly persisted what was sent and never answered, after one request timeout more", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000, requestTimeoutMs: 2_500 });
    stage.kafka.intercept("Produce", () => "hang-after", { keep: true });
    const start = stage.env.clock.monotonic();
    const settled = Promise.allSettled(
      numbered(5).map((value) => producer.send({ topic: "t", partition: 0, value })),
    );
    const outcomes = outcomesOf(await stage.run(settled));
    const took = stage.env.clock.monotonic() - start;
    assertEquals(outcomes, new Array(5).fill("DELIVERY_TIMEOUT possibly-persisted"));
    assert(took >= 3_000 && took <= 5_500, `${took} ms`);
    // The epoch is raised: what comes after cannot be taken for what may be there.
    assertEquals(stage.told("producerepoch").map(({ epoch }) => epoch), [0, 1]);
  }));

Deno.test("Producer goes on under a new epoch after something was possibly persisted", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000, requestTimeoutMs: 2_500 });
    const hanging = stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const early = Promise.allSettled(
      numbered(5, "early").map((value) => producer.send({ topic: "t", partition: 0, value })),
    );
    await stage.env.advance(2_800);
    const late = numbered(5, "late").map((value) =>
      producer.send({ topic: "t", partition: 0, value })
    );
    await stage.env.advance(100);
    hanging.remove();
    const outcomes = outcomesOf(await stage.run(early));
    await stage.run(Promise.all(late));
    assertEquals(outcomes, new Array(5).fill("DELIVERY_TIMEOUT possibly-persisted"));
    assertEquals(await stage.values("t"), ["first", ...numbered(5, "late")]);
    assertEquals(stage.batches("t")[1], "1+1 0/1");
  }));

Deno.test("Producer fails as not persisted what was answered each time with a refusal", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000 });
    const intercept = stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      ({ request }) => ({ answer: refusal(request, ErrorCodes.NOT_ENOUGH_REPLICAS) }),
      { keep: true },
    );
    const error = await stage.failure(producer.send({ topic: "t", partition: 0, value: "a" }));
    assertEquals([error.code, error.fate], ["DELIVERY_TIMEOUT", "not-persisted"]);
    assertEquals((error.cause as KafkaError).code, "NOT_ENOUGH_REPLICAS");
    intercept.remove();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "b" }));
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+1 1/0"]);
  }));

Deno.test("Producer fails as persisted what the leader has, and too few others", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000 });
    stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
      "Produce",
      () => ({
        change: (response) => {
          for (const topic of response.responses ?? []) {
            for (const answer of topic.partitionResponses ?? []) {
              Object.assign(answer, { errorCode: ErrorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND });
            }
          }
        },
      }),
      { keep: true },
    );
    const error = await stage.failure(producer.send({ topic: "t", partition: 0, value: "a" }));
    assertEquals([error.code, error.fate], ["DELIVERY_TIMEOUT", "persisted"]);
    // However often it was sent, it is there once.
    assertEquals(await stage.values("t"), ["first", "a"]);
  }));

Deno.test("Producer counts deliveryTimeoutMs from the call of send(), the wait for the buffer included", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, {
      bufferBytes: 8_192,
      deliveryTimeoutMs: 3_000,
      requestTimeoutMs: 2_000,
    });
    stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const start = stage.env.clock.monotonic();
    const settled = Promise.allSettled(
      numbered(20).map((value) =>
        producer.send({ topic: "t", partition: 0, value: value.padEnd(1_500, ".") })
      ),
    );
    const outcomes = outcomesOf(await stage.run(settled));
    const took = stage.env.clock.monotonic() - start;
    assert(took <= 5_500, `${took} ms`);
    assertEquals(outcomes[0], "DELIVERY_TIMEOUT possibly-persisted");
    assertEquals(outcomes[19], "DELIVERY_TIMEOUT not-persisted");
  }));

Deno.test("Producer pays no attention to jumps of the wall clock", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { deliveryTimeoutMs: 3_000 });
    stage.kafka.intercept("Produce", () => ({ delayMs: 1_000 }));
    const sent = producer.send({ topic: "t", partition: 0, value: "a" });
    await stage.env.advance(500);
    stage.env.jumpWallClock(86_400_000);
    await stage.env.advance(100);
    stage.env.jumpWallClock(-86_400_000 - 1_800_000);
    await stage.run(sent);
  }));

Deno.test("Producer.abort() drops what is not on the wire and waits for open answers", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept("Produce", () => ({ delayMs: 1_000 }));
    const settled = Promise.allSettled(
      numbered(9).map((value) => producer.send({ topic: "t", partition: 0, value })),
    );
    await stage.env.advance(10);
    const start = stage.env.clock.monotonic();
    const aborted = producer.abort(new Error("enough"));
    const outcomes = await stage.run(settled);
    await stage.run(aborted);
    assertEquals(stage.env.clock.monotonic() - start, 990);
    assertEquals(outcomesOf(outcomes), [
      ...new Array(5).fill("stored"),
      ...new Array(4).fill("ABORTED not-persisted"),
    ]);
    const { reason } = outcomes[8] as PromiseRejectedResult;
    assertInstanceOf(reason, AbortedError);
    assertEquals((reason.cause as Error).message, "enough");
    assertEquals(await stage.values("t"), ["first", ...numbered(5)]);
    await producer.closed;
    // The stored error, not the platform's.
    const error = await stage.failure(producer.close());
    assertInstanceOf(error, AbortedError);
    assertEquals((error.cause as Error).message, "enough");
  }));

Deno.test("Producer.abort() sends nothing again, whatever is answered", () =>
  onStage(async (stage) => {
    for (const code of [ErrorCodes.NOT_LEADER_OR_FOLLOWER, ErrorCodes.MESSAGE_TOO_LARGE]) {
      const producer = await warm(stage, { batchBytes: 1_000_000 });
      const intercept = stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
        "Produce",
        ({ request }) => ({ answer: refusal(request, code), delayMs: 100 }),
        { keep: true },
      );
      const settled = Promise.allSettled(
        numbered(4).map((value) => producer.send({ topic: "t", partition: 0, value })),
      );
      await stage.env.advance(10);
      await stage.run(producer.abort());
      const fate = code === ErrorCodes.MESSAGE_TOO_LARGE ? "not-persisted" : "possibly-persisted";
      assertEquals(outcomesOf(await settled), new Array(4).fill(`ABORTED ${fate}`));
      assertEquals(intercept.requests.length, 1);
      intercept.remove();
    }
  }));

Deno.test("Producer.abort() gives up on open answers after closeTimeoutMs", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { closeTimeoutMs: 700 });
    stage.kafka.intercept("Produce", () => "hang-after");
    const settled = Promise.allSettled(
      numbered(3).map((value) => producer.send({ topic: "t", partition: 0, value })),
    );
    await stage.env.advance(10);
    const start = stage.env.clock.monotonic();
    await stage.run(producer.abort());
    assertEquals(stage.env.clock.monotonic() - start, 700);
    assertEquals(outcomesOf(await settled), new Array(3).fill("ABORTED possibly-persisted"));
  }));

Deno.test("Producer.abort() settles sends that wait for the topic or for the buffer", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ bufferBytes: 4_096, batchBytes: 1_000 });
    const settled = Promise.allSettled(
      numbered(20).map((value) =>
        producer.send({ topic: "missing", value: value.padEnd(900, ".") })
      ),
    );
    await stage.env.settle();
    const start = stage.env.clock.monotonic();
    await stage.run(producer.abort("no reason"));
    assertEquals(stage.env.clock.monotonic(), start);
    assertEquals(outcomesOf(await settled), new Array(20).fill("ABORTED not-persisted"));
  }));

Deno.test("Producer.close() waits for every acknowledgement", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { lingerMs: 10_000, batchBytes: 1_000_000 });
    const settled = Promise.all(
      numbered(50).map((value) => producer.send({ topic: "t", partition: 0, value })),
    );
    const start = stage.env.clock.monotonic();
    await stage.run(producer.close());
    assertEquals(stage.env.clock.monotonic(), start);
    await settled;
    assertEquals((await stage.values("t")).length, 51);
  }));

Deno.test("Producer.close() settles everything within closeTimeoutMs during an outage", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { closeTimeoutMs: 2_000 });
    stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const open = numbered(5).map((value) => producer.send({ topic: "t", partition: 0, value }));
    await stage.env.advance(10);
    await stage.kafka.stopBroker(1, { moveLeaders: false });
    const waiting = numbered(5).map((value) => producer.send({ topic: "t", partition: 0, value }));
    const staged = numbered(2).map((value) => producer.send({ topic: "other", value }));
    const settled = Promise.allSettled([...open, ...waiting, ...staged]);
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(producer.close());
    assertEquals(stage.env.clock.monotonic() - start, 2_000);
    assertEquals(outcomesOf(await settled), [
      ...new Array(5).fill("CLOSE_TIMEOUT possibly-persisted"),
      ...new Array(5).fill("CLOSE_TIMEOUT not-persisted"),
      ...new Array(2).fill("CLOSE_TIMEOUT not-persisted"),
    ]);
    assertInstanceOf(error, DeliveryError);
    assertEquals([error.failedRecords, error.code], [12, "CLOSE_TIMEOUT"]);
    // Twice gives the same.
    assertEquals(await stage.failure(producer.close()), error);
  }));

Deno.test("Producer settles everything when the client is closed under it", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    await stage.kafka.stopBroker(2);
    await stage.run(stage.cluster.refresh());
    stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const settled = Promise.allSettled([
      producer.send({ topic: "t", partition: 0, value: "open" }),
      producer.send({ topic: "missing", value: "staged" }),
      producer.send({ topic: "t", partition: 1, value: "waiting for a leader" }),
      producer.flush(),
    ]);
    await stage.env.advance(10);
    const start = stage.env.clock.monotonic();
    await stage.run(stage.cluster.close());
    const outcomes = await stage.run(settled);
    assertEquals(stage.env.clock.monotonic(), start);
    assertEquals(outcomes.map(({ status }) => status), new Array(4).fill("rejected"));
    const [open, staged, waiting] = outcomes as PromiseRejectedResult[];
    assertInstanceOf(waiting.reason, ClosedError);
    assertInstanceOf(open.reason, ClosedError);
    assertEquals(open.reason.fate, "possibly-persisted");
    assertInstanceOf(staged.reason, ClosedError);
    assertEquals(staged.reason.fate, "not-persisted");
    await stage.run(producer.closed);
  }, { kafka: { brokers: 2, topics: { t: { assignment: [[1], [2]] } } } }));

Deno.test("Producer.flush() rejects with every failure since the last one, however it was sent", () =>
  onStage(async (stage) => {
    const producer = await warm(stage, { batchBytes: 1_000_000 });
    const large = { topic: "t", partition: 0, value: "x".repeat(2_000) };
    producer.enqueue(large);
    const sent = stage.failure(producer.send(large));
    const batch = stage.failure(producer.sendBatch([large, { topic: "t", value: "good" }]));
    const flushed = await stage.failure(producer.flush());
    assertInstanceOf(flushed, DeliveryError);
    assertEquals([flushed.failedRecords, flushed.code, flushed.fate], [
      3,
      "MESSAGE_TOO_LARGE",
      "not-persisted",
    ]);
    assertEquals((await sent).code, "MESSAGE_TOO_LARGE");
    const named = await batch as unknown as DeliveryError;
    assertEquals(named.failures.map(({ indexes, topic }) => [topic, ...indexes]), [["t", 0]]);
    assertEquals(stage.told("sendfailed").length, 1);
    // Told once is enough.
    await stage.run(producer.flush());
    producer.enqueue(large);
    const closed = await stage.failure(producer.close());
    assertInstanceOf(closed, DeliveryError);
    assertEquals(closed.failedRecords, 1);
    assertEquals(await stage.values("t"), ["first", "good"]);
  }, { kafka: { topics: { t: { config: { "max.message.bytes": 1_000 } } } } }));

Deno.test("Producer.flush() waits for what came before it, not for what comes after", () =>
  onStage(async (stage) => {
    const producer = await warm(stage);
    stage.kafka.intercept("Produce", () => ({ delayMs: 100 }), { keep: true });
    const before = producer.send({ topic: "t", partition: 0, value: "before" });
    const flushed = producer.flush();
    const after = producer.send({ topic: "t", partition: 0, value: "after" });
    const start = stage.env.clock.monotonic();
    await stage.run(flushed);
    assertEquals(stage.env.clock.monotonic() - start, 100);
    assertEquals((await stage.env.attempt(before)).state, "fulfilled");
    assertEquals((await stage.env.attempt(after)).state, "pending");
    await stage.run(after);
  }));

Deno.test("Producer keeps the process alive while a record is not settled, and no longer", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    assertEquals(stage.env.holds, 0);
    producer.enqueue({ topic: "t", value: "a" });
    assertEquals(stage.env.holds > 0, true);
    await stage.run(producer.flush());
    await stage.env.settle();
    assertEquals(stage.env.holds, 0);
    stage.kafka.intercept("Produce", () => ({ delayMs: 100 }));
    producer.enqueue({ topic: "t", value: "b" });
    await stage.env.advance(99);
    assertEquals(stage.env.holds, 1);
    await stage.env.advance(1);
    assertEquals(stage.env.holds, 0);
  }));
