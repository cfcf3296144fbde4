import { assert, assertEquals, assertInstanceOf, assertRejects, assertThrows } from "@std/assert";
import { AbortedError, ClosedError } from "../../src/errors.ts";
import type { ProducerRecord } from "../../src/producer/record.ts";
import { onStage } from "./stage.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

Deno.test("Producer.send() resolves with topic, partition, offset and timestamp", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const now = stage.env.clock.now();
    const first = await stage.run(producer.send({ topic: "t", key: "k", value: "a" }));
    const second = await stage.run(producer.send({ topic: "t", value: "b", timestamp: 5 }));
    assertEquals(first, { topic: "t", partition: 0, offset: 0, timestamp: now });
    assertEquals(second, { topic: "t", partition: 0, offset: 1, timestamp: 5 });
  }));

Deno.test("Producer.send() stores keys, values, headers and timestamps byte for byte", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const binary = bytes(0, 255, 128, 10);
    const records: ProducerRecord[] = [
      { topic: "t", key: null, value: null, timestamp: 0 },
      { topic: "t", key: "", value: "", timestamp: new Date(7), headers: [] },
      {
        topic: "t",
        key: binary,
        value: "gr\u00fc\u00dfe",
        headers: [["same", "1"], ["same", binary], ["same", null], ["", ""]],
        timestamp: 9,
      },
      { topic: "t", value: "object", headers: { b: "2", a: null }, timestamp: 1 },
      { topic: "t", value: "map", headers: new Map([["m", "3"]]), timestamp: 2 },
    ];
    await stage.run(producer.sendBatch(records));
    const text = new TextEncoder();
    const stored = await stage.records("t");
    assertEquals(
      stored.map(({ key, value, headers, timestamp }) => ({ key, value, headers, timestamp })),
      [
        { key: null, value: null, headers: [], timestamp: 0 },
        { key: bytes(), value: bytes(), headers: [], timestamp: 7 },
        {
          key: binary,
          value: text.encode("gr\u00fc\u00dfe"),
          headers: [["same", bytes(49)], ["same", binary], ["same", null], ["", bytes()]],
          timestamp: 9,
        },
        {
          key: null,
          value: text.encode("object"),
          headers: [["b", bytes(50)], ["a", null]],
          timestamp: 1,
        },
        { key: null, value: text.encode("map"), headers: [["m", bytes(51)]], timestamp: 2 },
      ],
    );
  }));

Deno.test("Producer.send() copies bytes before it returns", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const value = bytes(1, 2, 3);
    const header = bytes(4);
    // The first is staged as the topic is not known yet, the second encoded at once.
    const first = producer.send({ topic: "t", key: value, value, headers: [["h", header]] });
    value.fill(9);
    header.fill(9);
    await stage.run(first);
    value.fill(5);
    const second = producer.send({ topic: "t", value });
    value.fill(9);
    await stage.run(second);
    const [staged, encoded] = await stage.records("t");
    assertEquals(staged.value, bytes(1, 2, 3));
    assertEquals(staged.key, bytes(1, 2, 3));
    assertEquals(staged.headers, [["h", bytes(4)]]);
    assertEquals(encoded.value, bytes(5, 5, 5));
  }));

Deno.test("Producer.send() rejects what is no record, naming field, rule and value", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const cases: [unknown, typeof TypeError | typeof RangeError, string][] = [
      [null, TypeError, "must be an object"],
      [{ value: "v" }, TypeError, `"topic" must be a string that is not empty: it is undefined`],
      [{ topic: "", value: "v" }, TypeError, `"topic" must be`],
      [{ topic: "t" }, TypeError, `Cannot send to "t" as "value" must be`],
      [{ topic: "t", value: 5 }, TypeError, "it is 5"],
      [{ topic: "t", value: "v", key: {} }, TypeError, `"key" must be`],
      [{ topic: "t", value: "v", partition: "1" }, TypeError, `"partition" must be a number`],
      [{ topic: "t", value: "v", partition: -1 }, RangeError, "it is -1"],
      [{ topic: "t", value: "v", partition: 1.5 }, RangeError, "it is 1.5"],
      [{ topic: "t", value: "v", timestamp: "now" }, TypeError, `"timestamp" must be`],
      [{ topic: "t", value: "v", timestamp: NaN }, RangeError, `"timestamp" must be`],
      [{ topic: "t", value: "v", timestamp: new Date(NaN) }, RangeError, "it is NaN"],
      [{ topic: "t", value: "v", headers: "h" }, TypeError, `"headers" must be`],
      [{ topic: "t", value: "v", headers: [["a"]] }, TypeError, `"headers[0][1]" must be`],
      [{ topic: "t", value: "v", headers: ["ab"] }, TypeError, `"headers[0]" must be`],
      [{ topic: "t", value: "v", headers: { a: 1 } }, TypeError, `"headers[0][1]" must be`],
    ];
    for (const [record, type, message] of cases) {
      await assertRejects(() => producer.send(record as ProducerRecord), type, message);
      await assertRejects(() => producer.sendBatch([record as ProducerRecord]), type, message);
      assertThrows(() => producer.enqueue(record as ProducerRecord), type, message);
    }
    await stage.run(producer.flush());
    assertEquals(await stage.values("t"), []);
  }));

Deno.test("Producer.sendBatch() sends nothing when one record is none", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const bad = { topic: "t" } as ProducerRecord;
    await assertRejects(() => producer.sendBatch([{ topic: "t", value: "good" }, bad]), TypeError);
    await stage.run(producer.send({ topic: "t", value: "later" }));
    assertEquals(await stage.values("t"), ["later"]);
  }));

Deno.test("Producer.sendBatch() resolves in the order of the records, at once without any", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    assertEquals(await producer.sendBatch([]), []);
    const placed = await stage.run(producer.sendBatch([
      { topic: "u", partition: 2, value: "a" },
      { topic: "t", value: "b" },
      { topic: "u", partition: 2, value: "c" },
    ]));
    assertEquals(
      placed.map(({ topic, partition, offset }) => [topic, partition, offset]),
      [["u", 2, 0], ["t", 0, 0], ["u", 2, 1]],
    );
  }, { kafka: { topics: { t: {}, u: { partitions: 3 } } } }));

Deno.test("Producer.send() keeps the order of the calls while the topic is not known", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const before = Array.from(
      { length: 50 },
      (_, index) => producer.send({ topic: "t", value: `${index}` }),
    );
    const after = stage.run(before[0]).then(() => producer.send({ topic: "t", value: "after" }));
    await stage.run(Promise.all([...before, after]));
    assertEquals(
      await stage.values("t"),
      [...Array.from({ length: 50 }, (_, index) => `${index}`), "after"],
    );
  }));

Deno.test("Producer.send() gathers what one turn sends into one batch", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const turn = [1, 2, 3].map((n) => producer.send({ topic: "t", value: `${n}` }));
    await stage.run(Promise.all(turn));
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+3 1/0"]);
  }));

Deno.test("Producer.send() lets a batch fill while an answer is awaited", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 100 }));
    const sent = [producer.send({ topic: "t", value: "alone" })];
    for (let turn = 0; turn < 10; turn++) {
      await stage.env.advance(5);
      sent.push(producer.send({ topic: "t", value: `${turn}` }));
    }
    await stage.run(Promise.all(sent));
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+1 1/0", "2+10 2/0"]);
  }));

Deno.test("Producer.send() sends a full batch though an answer is awaited", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ batchBytes: 1_000 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 100 }));
    const sent = [producer.send({ topic: "t", value: "alone" })];
    await stage.env.advance(1);
    const before = stage.bytesWritten;
    for (let index = 0; index < 3; index++) {
      sent.push(producer.send({ topic: "t", value: "x".repeat(600) }));
    }
    await stage.env.advance(1);
    // Two are full, the third waits for an answer.
    const written = stage.bytesWritten - before;
    assert(written > 1_200 && written < 1_800, `${written} bytes`);
    await stage.run(Promise.all(sent));
    assert(stage.bytesWritten - before > 1_800);
  }));

Deno.test("Producer.send() waits for lingerMs, a full batch or a flush", () =>
  onStage(async (stage) => {
    const producer = stage.producer({ lingerMs: 50, batchBytes: 1_000 });
    await stage.run(producer.send({ topic: "t", value: "first" }));
    const sent = [producer.send({ topic: "t", value: "a" })];
    await stage.env.advance(20);
    sent.push(producer.send({ topic: "t", value: "b" }));
    await stage.env.advance(29);
    assertEquals(stage.batches("t").length, 1);
    await stage.env.advance(1);
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+2 1/0"]);
    sent.push(producer.send({ topic: "t", value: "c" }));
    const start = stage.env.clock.monotonic();
    await stage.run(producer.flush());
    assertEquals(stage.env.clock.monotonic(), start);
    for (let index = 0; index < 2; index++) {
      sent.push(producer.send({ topic: "t", value: "x".repeat(600) }));
    }
    await stage.env.settle();
    assertEquals(stage.batches("t").length, 4);
    await stage.run(Promise.all(sent));
    assertEquals(stage.batches("t"), ["0+1 0/0", "1+2 1/0", "3+1 3/0", "4+1 4/0", "5+1 5/0"]);
  }));

Deno.test("Producer.send() refuses a signal that has fired, and sends nothing", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    const signal = AbortSignal.abort(new Error("enough"));
    const error = await assertRejects(
      () => producer.send({ topic: "t", value: "a" }, { signal }),
      AbortedError,
    );
    assertEquals((error.cause as Error).message, "enough");
    await assertRejects(
      () => producer.sendBatch([{ topic: "t", value: "a" }], { signal }),
      AbortedError,
    );
    await assertRejects(() => producer.flush({ signal }), AbortedError);
    await stage.run(producer.flush());
    assertEquals(await stage.values("t"), []);
  }));

Deno.test("Producer.send() only lets go of the caller when the signal fires after the bytes were taken", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "first" }));
    stage.kafka.intercept("Produce", () => ({ delayMs: 1_000 }));
    const controller = new AbortController();
    const sent = producer.send({ topic: "t", value: "second" }, { signal: controller.signal });
    await stage.env.advance(10);
    controller.abort();
    const error = await assertRejects(() => sent, AbortedError);
    assertEquals(error.fate, "possibly-persisted");
    await stage.run(producer.flush());
    assertEquals(await stage.values("t"), ["first", "second"]);
  }));

Deno.test("Producer refuses everything but closing after close()", () =>
  onStage(async (stage) => {
    const producer = stage.producer();
    await stage.run(producer.send({ topic: "t", value: "a" }));
    await stage.run(producer.close());
    const error = await assertRejects(() => producer.send({ topic: "t", value: "b" }), ClosedError);
    assertEquals(error.fate, "not-persisted");
    await assertRejects(() => producer.sendBatch([{ topic: "t", value: "b" }]), ClosedError);
    assertThrows(() => producer.enqueue({ topic: "t", value: "b" }), ClosedError);
    assertThrows(() => producer.writable(), ClosedError);
    await producer.close();
    await producer[Symbol.asyncDispose]();
    await producer.flush();
    await producer.abort();
    assertEquals(await stage.values("t"), ["a"]);
  }));

Deno.test("Producer is a WritableStream", () =>
  onStage((stage) => {
    const producer = stage.producer();
    assertInstanceOf(producer, WritableStream);
    assertInstanceOf(producer.writable(), WritableStream);
    assert(!producer.locked);
    return Promise.resolve();
  }));
