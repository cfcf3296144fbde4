/**
 * Invariant: each pipe into a producer has an end of its own, which comes when
 * all its records are acknowledged, or names those that were not stored.
 */

import { assert, assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { ClosedError, type Fate, type KafkaError } from "../../src/errors.ts";
import { DeliveryError } from "../../src/producer/delivery.ts";
import type { ProducerChunk, ProducerRecord } from "../../src/producer/record.ts";
import { numbered, onStage } from "../producer/stage.ts";

const LIMITED = { kafka: { topics: { t: { config: { "max.message.bytes": 1_000 } } } } };

function streamOf(chunks: readonly ProducerChunk[]): ReadableStream<ProducerChunk> {
  let index = 0;
  return new ReadableStream({
    pull(controller) {
      if (index < chunks.length) controller.enqueue(chunks[index++]);
      else controller.close();
    },
  });
}

const record = (value: string): ProducerRecord => ({ topic: "t", value });

class Source {
  acks = 0;
  ack(): void {
    this.acks++;
  }
}

Deno.test("Producer.writable() resolves a pipe when every record is acknowledged", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    stage.kafka.intercept("Produce", () => ({ delayMs: 500 }), { keep: true });
    const start = stage.env.clock.monotonic();
    await stage.run(streamOf(numbered(500).map(record)).pipeTo(producer.writable()));
    assert(stage.env.clock.monotonic() - start >= 500);
    assertEquals(await stage.values("t"), ["first", ...numbered(500)]);
    await stage.run(producer.send(record("later")));
  }));

Deno.test("Producer closes with the pipe into itself", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(streamOf(numbered(100).map(record)).pipeTo(producer));
    assertEquals(await stage.values("t"), numbered(100));
    await stage.run(producer.closed);
    await assertRejects(() => producer.send(record("later")), ClosedError);
    await producer.close();
  }));

Deno.test("Producer.writable() lets one of two pipes fail without the other", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    const bad = numbered(50, "bad").map((value, index) =>
      record(index === 20 ? "x".repeat(2_000) : value)
    );
    const failing = stage.failure(streamOf(bad).pipeTo(producer.writable()));
    const going = stage.run(
      streamOf(numbered(200, "good").map(record)).pipeTo(producer.writable()),
    );
    const error = await failing;
    await going;
    assertInstanceOf(error, DeliveryError);
    assertEquals([error.code, error.fate, error.failedRecords], [
      "MESSAGE_TOO_LARGE",
      "not-persisted",
      1,
    ]);
    // It names the record by its place in the pipe.
    assertEquals(error.failures.map(({ indexes }) => indexes), [[20]]);
    const stored = await stage.values("t");
    assertEquals(
      stored.filter((value) => value!.startsWith("good")),
      numbered(200, "good"),
    );
    await stage.run(producer.send(record("later")));
    // It is a failure of the producer all the same.
    const flushed = await stage.failure(producer.flush());
    assertEquals((flushed as unknown as DeliveryError).failedRecords, 1);
  }, LIMITED));

Deno.test("Producer.writable() names every record that it accepted and that was not stored", () =>
  onStage(async (stage) => {
    const producer = stage.producer({
      deliveryTimeoutMs: 2_000,
      requestTimeoutMs: 1_000,
      batchBytes: 500,
    });
    await stage.run(producer.send(record("first")));
    const hang = stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const writer = producer.writable().getWriter();
    const writes = numbered(30).map((value) => writer.write(record(value.padEnd(50, "."))));
    writer.closed.catch(() => {});
    const error = await stage.failure(Promise.all([...writes, writer.close()]));
    hang.remove();
    assertInstanceOf(error, DeliveryError);
    const named = error.failures.flatMap(({ indexes }) => [...indexes]).sort((a, b) => a - b);
    assertEquals(named, numbered(30).map(Number));
    assertEquals(
      new Set(error.failures.map((failure) => failure.error.fate)),
      new Set<Fate | undefined>(["possibly-persisted", "not-persisted"]),
    );
    assertEquals(await stage.values("t"), ["first"]);
  }));

Deno.test("Producer.writable() errors when it is known what became of every record", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
    // One partition answers late, so that its failure comes long after the other's.
    stage.kafka.intercept("Produce", () => ({ delayMs: 500 }), {
      keep: true,
      when: ({ brokerId }) => brokerId === 2,
    });
    const writer = producer.writable().getWriter();
    const writes = [0, 1, 0, 1].map((partition) =>
      writer.write({ topic: "t", partition, value: "x".repeat(2_000) })
    );
    await stage.env.attempt(Promise.all(writes));
    const start = stage.env.clock.monotonic();
    const error = await stage.failure(writer.closed);
    assertEquals(stage.env.clock.monotonic() - start >= 500, true);
    assertInstanceOf(error, DeliveryError);
    const named = error.failures.flatMap(({ indexes }) => [...indexes]).sort();
    assertEquals(named, [0, 1, 2, 3]);
  }, {
    kafka: {
      brokers: 2,
      topics: { t: { assignment: [[1], [2]], config: { "max.message.bytes": 1_000 } } },
    },
  }));

Deno.test("Producer.writable() rejects the close that a record fails under", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    // The pipe is through with its chunks long before the answer comes.
    stage.kafka.intercept("Produce", () => ({ delayMs: 500 }), { keep: true });
    const chunks = [record("a"), record("x".repeat(2_000)), record("b")];
    const error = await stage.failure(streamOf(chunks).pipeTo(producer.writable()));
    assertInstanceOf(error, DeliveryError);
    assertEquals(error.failures.map(({ indexes }) => indexes), [[1]]);
    assertEquals(await stage.values("t"), ["first", "a", "b"]);
  }, LIMITED));

Deno.test("Producer rejects the pipe into itself that a record fails in, and close() with the same error", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const chunks = [record("a"), record("x".repeat(2_000)), record("b")];
    const error = await stage.failure(streamOf(chunks).pipeTo(producer));
    assertInstanceOf(error, DeliveryError);
    assertEquals(error.failures.length, 1);
    const again = await stage.failure(producer.close());
    assertInstanceOf(again, DeliveryError);
    assertEquals(again.code, "MESSAGE_TOO_LARGE");
    assertEquals(await stage.values("t"), ["a", "b"]);
  }, LIMITED));

Deno.test("Producer.send() and flush() work while the stream is locked", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const writer = producer.getWriter();
    await stage.run(writer.write(record("a")));
    await stage.run(producer.send(record("b")));
    await stage.run(producer.flush());
    await stage.run(writer.close());
    assertEquals(await stage.values("t"), ["a", "b"]);
  }));

Deno.test("Producer.close() ends a pipe with a ClosedError and delivers what it accepted", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    const endless = new ReadableStream<ProducerChunk>({
      async pull(controller) {
        await stage.env.macrotask();
        controller.enqueue(record("more"));
      },
    });
    const other = new ReadableStream<ProducerChunk>({ pull: () => new Promise(() => {}) });
    const piping = endless.pipeTo(producer);
    const failures = [assertRejects(() => piping, ClosedError)];
    const waiting = other.pipeTo(producer.writable());
    failures.push(assertRejects(() => waiting, ClosedError));
    for (let turn = 0; turn < 50; turn++) await stage.env.macrotask();
    await stage.run(producer.close());
    await Promise.all(failures);
    const stored = await stage.values("t");
    assert(stored.length > 5, `${stored.length}`);
    await producer.close();
  }));

Deno.test("Producer.close() sends what a writer left in the stream", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const writer = producer.getWriter();
    for (const value of numbered(10)) writer.write(record(value)).catch(() => {});
    writer.releaseLock();
    await stage.run(producer.close());
    assertEquals(await stage.values("t"), numbered(10));
  }));

Deno.test("Producer.writable() drops on abort what is not on the wire, and only its own", () =>
  onStage(async (stage) => {
    for (const compression of ["none", "gzip"] as const) {
      const producer = stage.producer({ compression });
      await stage.env.run(producer.send(record(`${compression} first`)), { realMs: 5 });
      stage.kafka.intercept("Produce", () => ({ delayMs: 500 }));
      const open = producer.send(record(`${compression} open`));
      await stage.env.settle({ realMs: 20 });
      const writer = producer.writable().getWriter();
      const mine = numbered(5, "mine").map((value) => writer.write(record(value)));
      const theirs = numbered(5, `${compression} `).map((value) => producer.send(record(value)));
      await stage.env.run(Promise.all(mine), { realMs: 5 });
      writer.closed.catch(() => {});
      await stage.env.run(writer.abort(new Error("enough")), { realMs: 5 });
      await stage.env.run(Promise.all([open, ...theirs]), { realMs: 5 });
      // Who gives up has not failed.
      await stage.run(producer.flush());
    }
    assertEquals(
      (await stage.values("t")).filter((value) => value!.startsWith("mine")),
      [],
    );
    assertEquals((await stage.values("t")).length, 14);
  }));

Deno.test("Producer.writable() lets go of an aborted write that waits for the buffer", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ bufferBytes: 8_192, batchBytes: 1_000, closeTimeoutMs: 200 });
    await stage.run(producer.send(record("first")));
    stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const writer = producer.writable().getWriter();
    writer.closed.catch(() => {});
    const writes = Promise.allSettled(
      numbered(20).map((value) => writer.write(record(value.padEnd(800, ".")))),
    );
    await stage.env.advance(100);
    const start = stage.env.clock.monotonic();
    const aborted = writer.abort(new Error("enough"));
    const outcomes = (await stage.env.attempt(writes)) as { value: { status: string }[] };
    assertEquals(stage.env.clock.monotonic(), start);
    assertEquals(outcomes.value[19].status, "rejected");
    // Only open answers are waited for, and not for longer than this.
    await stage.run(aborted);
    assertEquals(stage.env.clock.monotonic() - start, 200);
  }));

// The platform lets a pipe finish the writes of what it has read before it aborts its end.
Deno.test("Producer.writable() ends an aborted pipe when the wait for the buffer is over", () =>
  onStage(async (stage) => {
    const producer = stage.producer({
      bufferBytes: 8_192,
      batchBytes: 1_000,
      maxBlockMs: 300,
      deliveryTimeoutMs: 1_000,
      requestTimeoutMs: 1_000,
    });
    await stage.run(producer.send(record("first")));
    stage.kafka.intercept("Produce", () => "hang", { keep: true });
    const controller = new AbortController();
    const piping = streamOf(numbered(100).map((value) => record(value.padEnd(800, "."))))
      .pipeTo(producer.writable(), { signal: controller.signal });
    const failure = assertRejects(() => piping);
    await stage.env.advance(100);
    const start = stage.env.clock.monotonic();
    controller.abort(new Error("enough"));
    await stage.run(failure);
    assert(stage.env.clock.monotonic() - start <= 2_000);
  }));

Deno.test("Producer.writable() lets go of an aborted write after a record of it failed", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ closeTimeoutMs: 200 });
    await stage.run(producer.send({ topic: "t", partition: 0, value: "first" }));
    stage.kafka.intercept("Produce", () => "hang", {
      keep: true,
      when: ({ brokerId }) => brokerId === 2,
    });
    const writer = producer.writable().getWriter();
    writer.closed.catch(() => {});
    // One fails soon, the other one is open for a long time.
    await stage.env.attempt(writer.write({ topic: "t", partition: 1, value: "open" }));
    await stage.env.attempt(writer.write({ topic: "t", partition: 0, value: "x".repeat(2_000) }));
    const waiting = writer.write({ topic: "t", partition: 0, value: "waiting" });
    const failure = assertRejects(() => waiting);
    await stage.env.advance(100);
    const start = stage.env.clock.monotonic();
    await stage.run(writer.abort(new Error("enough")));
    await failure;
    assertEquals(stage.env.clock.monotonic() - start, 200);
  }, {
    kafka: {
      brokers: 2,
      topics: { t: { assignment: [[1], [2]], config: { "max.message.bytes": 1_000 } } },
    },
  }));

Deno.test("Producer stops taking records when a pipe into it is aborted", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const controller = new AbortController();
    const endless = new ReadableStream<ProducerChunk>({
      async pull(pulling) {
        await stage.env.macrotask();
        pulling.enqueue(record("more"));
      },
    });
    const piping = endless.pipeTo(producer, { signal: controller.signal });
    const failure = assertRejects(() => piping, Error, "enough");
    for (let turn = 0; turn < 50; turn++) await stage.env.macrotask();
    controller.abort(new Error("enough"));
    await stage.run(failure);
    await stage.run(producer.closed);
    await assertRejects(() => producer.send(record("later")), ClosedError);
  }));

Deno.test("Producer.writable() acknowledges the source of a chunk when all its records are", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    const [one, none, several, failing] = [new Source(), new Source(), new Source(), new Source()];
    const shared = new Source();
    stage.kafka.intercept("Produce", () => ({ delayMs: 500 }));
    const writer = producer.writable().getWriter();
    writer.closed.catch(() => {});
    await stage.run(writer.write({ records: [], source: none }));
    assertEquals(none.acks, 1);
    await stage.run(writer.write({ records: [record("a")], source: one }));
    await stage.run(
      writer.write({ records: [record("b"), record("c")], source: [several, shared] }),
    );
    assertEquals([one.acks, several.acks, shared.acks], [0, 0, 0]);
    await stage.env.advance(600);
    assertEquals([one.acks, several.acks, shared.acks], [1, 1, 1]);
    const written = writer.write({
      records: [record("d"), record("x".repeat(2_000)), record("e")],
      source: failing,
    });
    await stage.run(written);
    assertInstanceOf(await stage.failure(writer.closed), DeliveryError);
    assertEquals(failing.acks, 0);
    assertEquals(await stage.values("t"), ["first", "a", "b", "c", "d", "e"]);
  }, LIMITED));

Deno.test("Producer.writable() refuses a source with acks 0, and chunks that are none", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ acks: 0 });
    const cases: [unknown, string][] = [
      [{ records: [record("a")], source: new Source() }, `as "acks" must be 1 or "all"`],
      [{ records: "a" }, `"records" must be an array`],
      [{ records: [record("a"), { topic: "t" }] }, `"value" must be`],
      ["text", "must be an object"],
    ];
    for (const [chunk, message] of cases) {
      const writer = producer.writable().getWriter();
      writer.closed.catch(() => {});
      await assertRejects(() => writer.write(chunk as ProducerChunk), TypeError, message);
    }
    await stage.run(producer.send(record("good")));
    await stage.env.settle();
    assertEquals(await stage.values("t"), ["good"]);
  }));

Deno.test("Producer.writable() passes back-pressure on", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ bufferBytes: 16_384, batchBytes: 2_000 });
    await stage.run(producer.send(record("first")));
    stage.kafka.intercept("Produce", () => ({ delayMs: 100 }), { keep: true });
    let pulled = 0;
    const source = new ReadableStream<ProducerChunk>({
      pull(controller) {
        if (pulled++ < 1_000) controller.enqueue(record("x".repeat(500)));
        else controller.close();
      },
    }, { highWaterMark: 0 });
    const piping = source.pipeTo(producer.writable());
    await stage.env.advance(50);
    // 16 KiB of buffer, 64 chunks in the stream and some in the pipe.
    assert(pulled > 64 && pulled < 64 + 40, `${pulled}`);
    await stage.run(piping);
    assertEquals((await stage.values("t")).length, 1_001);
  }));

Deno.test("Producer.enqueue() tells a failure by an event and the next flush, never by an unhandled rejection", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    producer.enqueue({ topic: "missing", value: "a" });
    await stage.env.advance(10_000);
    const [event] = stage.told("sendfailed");
    assertEquals([event.topic, event.partition], ["missing", undefined]);
    assertEquals((event.error as KafkaError).code, "UNKNOWN_TOPIC_OR_PARTITION");
    const error = await stage.failure(producer.flush());
    assertInstanceOf(error, DeliveryError);
    assertEquals(error.failures[0].topic, "missing");
  }));

Deno.test("Producer leaves no rejection unhandled when sinks fail that nobody looks at", () =>
  onStage(async (stage) => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent) => {
      unhandled.push(event.reason);
      event.preventDefault();
    };
    globalThis.addEventListener?.("unhandledrejection", listen as EventListener);
    const producer = stage.producer();
    await stage.run(producer.send(record("first")));
    const stream = producer.writable();
    const writer = stream.getWriter();
    await stage.run(writer.write(record("x".repeat(2_000))));
    writer.closed.catch(() => {});
    await stage.env.advance(100);
    producer.enqueue(record("x".repeat(2_000)));
    await stage.run(producer.close().catch(() => {}));
    await stage.env.settle({ realMs: 5 });
    globalThis.removeEventListener?.("unhandledrejection", listen as EventListener);
    assertEquals(unhandled, []);
  }, LIMITED));
