/**
 * Invariant: what a broker refuses for its size or its content fails alone;
 * everything else is stored once and in order.
 */

import { assert, assertEquals, assertInstanceOf } from "@std/assert";
import { BrokerError, type KafkaError } from "../../src/errors.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import type { RecordMetadata } from "../../src/producer/record.ts";
import { numbered, onStage, refusal } from "../producer/stage.ts";

const SMALL = { kafka: { topics: { t: { config: { "max.message.bytes": 1_000 } } } } };

const padded = (count: number, length: number) =>
  numbered(count).map((value) => value.padEnd(length, "."));

for (const compression of ["none", "gzip"] as const) {
  Deno.test(`Producer halves a batch that is too large, with compression "${compression}"`, () =>
    onStage(async (stage) => {
      const producer = stage.producer({ compression });
      await stage.run(producer.send({ topic: "t", value: "first" }));
      // Random enough to stay large when compressed.
      const values = numbered(40).map((value) =>
        value +
        Array.from({ length: 90 }, () => (stage.env.random() * 36 | 0).toString(36)).join("")
      );
      const sent = values.map((value) =>
        producer.send({ topic: "t", value, headers: { h: value } })
      );
      const placed = await stage.env.run(Promise.all(sent), { realMs: 5 });
      assertEquals(placed.map(({ offset }) => offset), numbered(40).map((_, index) => index + 1));
      assertEquals(await stage.values("t"), ["first", ...values]);
      const [, second] = await stage.records("t");
      assertEquals(new TextDecoder().decode(second.headers[0][1]!), values[0]);
      // Sequences without a gap, under one epoch.
      let next = 0;
      for (const batch of stage.kafka.log("t", 0)) {
        assertEquals([batch.baseSequence, batch.producerEpoch], [next, 0]);
        next += batch.recordCount;
      }
      assert(stage.batches("t").length >= 5);
      assertEquals(stage.told("producerepoch").length, 1);
    }, SMALL));
}

Deno.test("Producer halves a batch that is too large while others are in flight behind it", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ batchBytes: 1_500 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const values = padded(60, 200);
    await stage.run(Promise.all(values.map((value) => producer.send({ topic: "t", value }))));
    assertEquals(await stage.values("t"), ["first", ...values]);
    assertEquals(stage.told("producerepoch").length, 1);
  }, SMALL));

Deno.test("Producer keeps the timestamps of a batch that it halves", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const now = stage.env.clock.now();
    const timestamps = numbered(20).map((_, index) => now + ((index * 7919) % 13) * 1_000 - 6_000);
    await stage.run(
      Promise.all(
        timestamps.map((timestamp) =>
          producer.send({ topic: "t", value: "x".repeat(150), timestamp })
        ),
      ),
    );
    const stored = (await stage.records("t")).slice(1).map(({ timestamp }) => timestamp);
    assertEquals(stored, timestamps);
  }, SMALL));

Deno.test("Producer lets one record fail alone that is too large", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const values = [...padded(10, 50), "x".repeat(2_000), ...padded(10, 60)];
    const outcomes = await stage.run(Promise.allSettled(
      values.map((value) => producer.send({ topic: "t", value })),
    ));
    assertEquals(
      outcomes.map(({ status }) => status),
      values.map((value) => value.length > 1_000 ? "rejected" : "fulfilled"),
    );
    const { reason } = outcomes[10] as PromiseRejectedResult;
    assertInstanceOf(reason, BrokerError);
    assertEquals(
      [reason.code, reason.topic, reason.partition, reason.fate, reason.retriable],
      ["MESSAGE_TOO_LARGE", "t", 0, "not-persisted", false],
    );
    assertEquals(await stage.values("t"), ["first", ...padded(10, 50), ...padded(10, 60)]);
    // What was behind it was numbered anew; nothing is left between the acknowledged ones.
    const offsets = outcomes.flatMap((outcome) =>
      outcome.status === "fulfilled" ? [outcome.value.offset] : []
    );
    assertEquals(offsets, numbered(20).map((_, index) => index + 1));
  }, SMALL));

Deno.test("Producer goes on with the next sequence when the last record was too large", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "a" }));
    for (let round = 0; round < 3; round++) {
      const error = await stage.failure(producer.send({ topic: "t", value: "x".repeat(2_000) }));
      assertEquals(error.code, "MESSAGE_TOO_LARGE");
    }
    await stage.run(producer.send({ topic: "t", value: "b" }));
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+1 1/0"]);
  }, SMALL));

Deno.test("Producer refuses a record that is larger than its buffer, at once and alone", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ bufferBytes: 10_000 });
    const small = producer.send({ topic: "t", value: "small" });
    const error = await stage.failure(producer.send({ topic: "t", value: "x".repeat(10_000) }));
    assertEquals([error.code, error.fate], ["MESSAGE_TOO_LARGE", "not-persisted"]);
    await stage.run(small);
    // One that only just fits goes out, though its buffer is rounded up.
    await stage.run(producer.send({ topic: "t", value: "x".repeat(9_900) }));
    assertEquals((await stage.values("t")).length, 2);
  }));

Deno.test("Producer sends a record alone that is larger than batchBytes", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ batchBytes: 1_000 });
    const values = ["a", "x".repeat(5_000), "b"];
    await stage.run(Promise.all(values.map((value) => producer.send({ topic: "t", value }))));
    assertEquals(await stage.values("t"), values);
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+1 1/0", "2+1 2/0"]);
  }));

for (const idempotent of [true, false]) {
  Deno.test(`Producer sends again what a broker does not name among the bad records, idempotent ${idempotent}`, () =>
    onStage(async (stage) => {
      const producer = stage.producer({ idempotent, compression: "gzip", batchBytes: 700 });
      await stage.run(producer.send({ topic: "t", value: "first" }));
      const sent: Promise<RecordMetadata>[] = [];
      const intercept = stage.kafka.intercept<ProduceRequest, ProduceResponseInput>(
        "Produce",
        ({ request }) => ({
          answer: refusal(request, ErrorCodes.INVALID_RECORD, {
            errorMessage: "Some records are bad",
            recordErrors: [
              { batchIndex: 1, batchIndexErrorMessage: "No key" },
              { batchIndex: 3, batchIndexErrorMessage: null },
            ],
          }),
        }),
      );
      const values = padded(30, 60);
      for (const value of values) sent.push(producer.send({ topic: "t", value }));
      const outcomes = await stage.env.run(Promise.allSettled(sent), { realMs: 5 });
      assertEquals(intercept.requests.length, 1);
      const failed = outcomes.flatMap((outcome, index) =>
        outcome.status === "rejected" ? [index] : []
      );
      assertEquals(failed, [1, 3]);
      const errors = failed.map((index) =>
        (outcomes[index] as PromiseRejectedResult).reason as KafkaError
      );
      assertEquals(errors.map(({ code, fate }) => [code, fate]), [
        ["INVALID_RECORD", "not-persisted"],
        ["INVALID_RECORD", "not-persisted"],
      ]);
      assert(errors[0].message.endsWith("No key"), errors[0].message);
      assert(errors[1].message.endsWith("Some records are bad"), errors[1].message);
      const stored = await stage.values("t");
      if (idempotent) {
        assertEquals(stored, ["first", ...values.filter((_, index) => index !== 1 && index !== 3)]);
      } else assertEquals(stored.length, 29);
      // Each promise tells where its record really is.
      outcomes.forEach((outcome, index) => {
        if (outcome.status === "fulfilled") {
          assertEquals(stored[outcome.value.offset!], values[index]);
        }
      });
    }));
}
