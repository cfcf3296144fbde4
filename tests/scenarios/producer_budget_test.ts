/**
 * Invariant: a producer holds no more than it may, and whoever waits for room
 * is served in the order of the calls.
 */

import { assert, assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { AbortedError, BufferFullError } from "../../src/errors.ts";
import { ProducerEngine } from "../../src/producer/engine.ts";
import { resolveProducerOptions } from "../../src/producer/options.ts";
import { numbered, onStage } from "../producer/stage.ts";

const SMALL = { bufferBytes: 16_384, batchBytes: 2_000 } as const;

Deno.test("Producer lets sends wait for the buffer, in their order", () =>
  onStage(async (stage) => {
    const producer = stage.producer(SMALL);
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 10 }), { keep: true });
    // Large and small ones in turn: no small one may overtake a large one.
    const values = numbered(200).map((value, index) =>
      index % 3 === 0 ? value.padEnd(1_500, ".") : value
    );
    const sent = Promise.all(values.map((value) => producer.send({ topic: "t", value })));
    await stage.run(sent);
    assertEquals(await stage.values("t"), ["first", ...values]);
  }));

Deno.test("Producer keeps the order when sends wait for the buffer and for the topic", () =>
  onStage(async (stage) => {
    const producer = stage.producer(SMALL);
    const values = numbered(200).map((value, index) =>
      index % 3 === 0 ? value.padEnd(1_500, ".") : value
    );
    await stage.run(Promise.all(values.map((value) => producer.send({ topic: "t", value }))));
    assertEquals(await stage.values("t"), values);
  }));

Deno.test("Producer never holds more than bufferBytes, and nothing when it is idle", () =>
  onStage(async (stage) => {
    const settings = resolveProducerOptions(SMALL, stage.cluster.options);
    const engine = new ProducerEngine(stage.cluster, settings, { poison: true });
    let highest = 0;
    const values = numbered(300).map((value) => value.padEnd(300, "."));
    stage.kafka.intercept("Produce", () => {
      highest = Math.max(highest, engine.heldBytes);
    }, { keep: true });
    const sent = values.map((value, index) =>
      new Promise<unknown>((resolve, reject) =>
        void engine.accept({ topic: "t", partition: index % 3, value }, resolve, reject, 1)
      )
    );
    assert(engine.heldBytes <= 16_384, `${engine.heldBytes}`);
    await stage.run(Promise.all(sent));
    assert(highest > 8_000, `${highest}`);
    // The first buffer of all is taken while staged records fill the rest.
    assert(highest <= 16_384 + 2_048, `${highest}`);
    await stage.env.settle();
    assertEquals(engine.heldBytes, 0);
    await stage.run(engine.close());
    const stored = [0, 1, 2].map((partition) => stage.values("t", partition));
    assertEquals(
      await Promise.all(stored),
      [0, 1, 2].map((partition) => values.filter((_, index) => index % 3 === partition)),
    );
  }, { kafka: { topics: { t: { partitions: 3 } } } }));

Deno.test("Producer.send() fails with BufferFull after maxBlockMs", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ ...SMALL, maxBlockMs: 500 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 2_000 }), { keep: true });
    const sent = numbered(40).map((value) =>
      producer.send({ topic: "t", value: value.padEnd(1_000, ".") })
    );
    const settled = Promise.allSettled(sent);
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(sent[39]);
    assertEquals(stage.env.clock.monotonic() - start, 500);
    assertInstanceOf(error, BufferFullError);
    assertEquals([error.code, error.fate, error.retriable], ["BUFFER_FULL", "not-persisted", true]);
    const outcomes = await stage.run(settled);
    const stored = outcomes.filter(({ status }) => status === "fulfilled").length;
    assertEquals((await stage.values("t")).length, stored + 1);
    const flushed = await stage.failure(producer.flush());
    assertEquals([flushed.code, flushed.failedRecords], ["BUFFER_FULL", 40 - stored]);
  }));

Deno.test("Producer.send() fails with BufferFull at once when maxPendingSends wait", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ ...SMALL, maxPendingSends: 3 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const slow = stage.kafka.intercept("Produce", () => ({ delayMs: 2_000 }), { keep: true });
    const values = numbered(40).map((value) => value.padEnd(1_000, "."));
    const sent = values.map((value) => producer.send({ topic: "t", value }));
    const settled = Promise.allSettled(sent);
    const start = stage.env.clock.monotonic();
    assertInstanceOf(await stage.failure(sent[39]), BufferFullError);
    assertEquals(stage.env.clock.monotonic(), start);
    const failed = (await stage.run(settled)).map(({ status }) => status === "rejected");
    const first = failed.indexOf(true);
    assert(first > 3 && failed.slice(first).every((value) => value));
    assertEquals(await stage.values("t"), ["first", ...values.slice(0, first)]);
    slow.remove();
    // A whole sendBatch is one pending send, however many records it has.
    await stage.run(producer.sendBatch(values.map((value) => ({ topic: "t", value }))));
    assertEquals((await stage.values("t")).length, 1 + first + 40);
  }));

Deno.test("Producer.send() that waits for the buffer is taken back when its signal fires", () =>
  onStage(async (stage) => {
    const producer = stage.producer(SMALL);
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 2_000 }), { keep: true });
    const filling = numbered(30).map((value) =>
      producer.send({ topic: "t", value: value.padEnd(1_000, ".") })
    );
    const controller = new AbortController();
    const waiting = producer.send({ topic: "t", value: "never" }, { signal: controller.signal });
    const later = producer.send({ topic: "t", value: "later" });
    await stage.env.settle();
    const start = stage.env.clock.monotonic();
    controller.abort(new Error("enough"));
    const error = await assertRejects(() => waiting, AbortedError);
    assertEquals(stage.env.clock.monotonic(), start);
    assertEquals(error.fate, "not-persisted");
    await stage.run(Promise.all([...filling, later]));
    const stored = await stage.values("t");
    assert(!stored.includes("never"));
    assertEquals(stored[stored.length - 1], "later");
    // Who gives up has not failed.
    await stage.run(producer.flush());
  }));

Deno.test("Producer.flush() and close() settle when their signal fires", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 5_000 }));
    const sent = producer.send({ topic: "t", value: "slow" });
    for (const action of ["flush", "close"] as const) {
      const controller = new AbortController();
      const waiting = producer[action]({ signal: controller.signal });
      const failure = assertRejects(() => waiting, AbortedError);
      await stage.env.advance(10);
      const start = stage.env.clock.monotonic();
      controller.abort();
      await failure;
      assertEquals(stage.env.clock.monotonic(), start);
    }
    // The closing goes on by itself.
    await stage.run(sent);
    await stage.run(producer.closed);
    assertEquals(await stage.values("t"), ["first", "slow"]);
  }));

Deno.test("Producer gives no room to one partition that another one needs for ever", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ ...SMALL, lingerMs: 60_000 });
    await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
    // Each fills a buffer of its own that lingers; there is no room for all of them.
    const sent = numbered(20).map((value, index) =>
      producer.send({ topic: "t", partition: index, value })
    );
    const start = stage.env.clock.monotonic();
    await stage.run(Promise.all(sent.slice(0, 8)));
    assertEquals(stage.env.clock.monotonic(), start);
    await stage.run(producer.flush());
    await Promise.all(sent);
  }, { kafka: { topics: { t: { partitions: 20 } } } }));
