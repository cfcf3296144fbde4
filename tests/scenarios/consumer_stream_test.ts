import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import type { Consumer } from "../../src/consumer/consumer.ts";
import { AbortedError, ClosedError } from "../../src/errors.ts";
import type { Message } from "../../src/consumer/message.ts";
import { numbers, take, texts, withWorld, type World } from "./consumer_world.ts";

/** Runs a scenario on one partition that holds the numbers from 0 to 9 in two batches. */
function withTen(
  scenario: (world: World, consumer: Consumer) => Promise<void>,
  options: { signal?: AbortSignal; closeTimeoutMs?: number } = {},
): Promise<void> {
  return withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5), numbers(5, 10));
    await scenario(world, world.consumer({ topics: "orders", from: "earliest", ...options }));
  });
}

Deno.test("Consumer is a ReadableStream", async () => {
  await withTen(async (world, consumer) => {
    assert(consumer instanceof ReadableStream);
    const reader = consumer.getReader();
    const values: string[] = [];
    while (values.length < 10) {
      const { value } = await world.run(reader.read());
      values.push((value as Message).text());
    }
    assertEquals(values, numbers(0, 10));
    reader.releaseLock();
    assert(!consumer.locked);
  });
});

Deno.test("Consumer misses no offset when it is read, its lock released, and then iterated", async () => {
  await withTen(async (world, consumer) => {
    const reader = consumer.getReader();
    const seen = [(await world.run(reader.read())).value as Message];
    // This read is pending when the lock goes: the message must not go to nobody.
    await world.env.advance(1_000);
    for (let i = 0; i < 3; i++) seen.push((await world.run(reader.read())).value as Message);
    reader.releaseLock();
    const iterator = consumer.values();
    seen.push(...await world.run(take(iterator, 6)));
    assertEquals(texts(seen), numbers(0, 10));
  });
});

Deno.test("Consumer misses no offset when the lock is released while a read is pending", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const reader = consumer.getReader();
    const lost = assertRejects(() => reader.read(), TypeError);
    await world.env.advance(2_000);
    reader.releaseLock();
    await lost;
    assertEquals(world.env.holds, 0, "nothing keeps the process alive any more");
    const iterator = consumer.values();
    const pending = take(iterator, 3);
    await world.fill("orders", 0, numbers(0, 3));
    assertEquals(texts(await world.run(pending)), numbers(0, 3));
  });
});

Deno.test("Consumer hands on what a pipe that was cut off left in the platform's queue", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const controller = new AbortController();
    const piped: string[] = [];
    const pipe = assertRejects(() =>
      consumer.pipeTo(new WritableStream({ write: (message) => void piped.push(message.text()) }), {
        signal: controller.signal,
        preventCancel: true,
      })
    );
    await world.env.advance(2_000);
    controller.abort();
    await pipe;
    // The pull of the pipe's last read goes on: its message lands in the queue.
    await world.fill("orders", 0, numbers(0, 4));
    await world.env.advance(2_000);
    const messages = await world.run(take(consumer.values(), 4 - piped.length));
    assertEquals([...piped, ...texts(messages)], numbers(0, 4));
  });
});

Deno.test("Consumer.batches() begins with what a pipe left in the platform's queue", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const controller = new AbortController();
    const pipe = assertRejects(() =>
      consumer.pipeTo(new WritableStream(), { signal: controller.signal, preventCancel: true })
    );
    await world.env.advance(2_000);
    controller.abort();
    await pipe;
    await world.fill("orders", 0, numbers(0, 4));
    await world.env.advance(2_000);
    const iterator = consumer.batches().values();
    const seen: string[] = [];
    while (seen.length < 4) {
      const { value } = await world.run(iterator.next());
      seen.push(...texts(value?.messages ?? []));
    }
    assertEquals(seen, numbers(0, 4));
  });
});

Deno.test("Consumer.values() gives back control of the stream when preventCancel is set", async () => {
  await withTen(async (world, consumer) => {
    const seen: Message[] = [];
    for (let round = 0; round < 5; round++) {
      const iterator = consumer.values({ preventCancel: true });
      seen.push(...await world.run(take(iterator, 2)));
      await iterator.return();
      assert(!consumer.locked);
      assertEquals(await iterator.next(), { done: true, value: undefined });
    }
    assertEquals(texts(seen), numbers(0, 10));
  });
});

Deno.test("Consumer closes when a loop over it is left", async () => {
  for (const how of ["break", "throw", "return"] as const) {
    await withTen(async (world, consumer) => {
      const loop = async () => {
        for await (const message of consumer) {
          if (message.offset < 3) continue;
          if (how === "throw") throw new Error("thrown");
          if (how === "return") return;
          break;
        }
      };
      const outcome = await world.run(loop().then(() => "left", (error) => error.message));
      assertEquals(outcome, how === "throw" ? "thrown" : "left");
      await world.run(consumer.closed);
      assert(!consumer.locked);
      assertEquals(await consumer.getReader().read(), { done: true, value: undefined });
    });
  }
});

Deno.test("Consumer.close() wakes a pending next() with done, while the stream is locked", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders" });
    const iterator = consumer.values();
    const pending = [iterator.next(), iterator.next()];
    await world.env.advance(2_000);
    assertEquals(world.env.holds > 0, true);
    await world.run(consumer.close());
    for (const next of pending) assertEquals(await next, { done: true, value: undefined });
    await world.run(consumer.close());
    assertEquals(world.env.holds, 0);
  });
});

Deno.test("Consumer.close() ends a pending read, and a pipe", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders" });
    const pending = consumer.getReader().read();
    await world.env.advance(1_000);
    await world.run(consumer.close());
    assertEquals(await pending, { done: true, value: undefined });
    const piped = world.consumer({ topics: "orders" });
    const pipe = piped.pipeTo(new WritableStream());
    await world.env.advance(1_000);
    await world.run(piped.close());
    await pipe;
  });
});

Deno.test("MessageIterator.return() wakes a pending next() with done", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const iterator = world.consumer({ topics: "orders" }).values();
    const pending = iterator.next();
    await world.env.advance(1_000);
    await world.run(iterator.return());
    assertEquals(await pending, { done: true, value: undefined });
  });
});

Deno.test("MessageIterator.next() serves calls in their order when several are made at once", async () => {
  await withTen(async (world, consumer) => {
    const iterator = consumer.values();
    const results = await world.run(Promise.all(numbers(0, 10).map(() => iterator.next())));
    assertEquals(results.map(({ value }) => value?.text()), numbers(0, 10));
  });
});

Deno.test("Consumer.ready rejects when the consumer is closed before", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders" });
    const ready = assertRejects(() => consumer.ready, ClosedError);
    await world.run(consumer.close());
    await ready;
    await assertRejects(() => consumer.ready, ClosedError);
  });
});

Deno.test("Consumer fails with an AbortedError within 50 ms when its signal fires", async () => {
  const controller = new AbortController();
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", signal: controller.signal });
    const iterator = consumer.values();
    const failures = [
      assertRejects(() => iterator.next(), AbortedError),
      assertRejects(
        () => consumer.seek({ topic: "orders", partition: 0 }, "earliest"),
        AbortedError,
      ),
    ];
    controller.abort("enough");
    const before = world.env.clock.monotonic();
    for (const failure of failures) {
      const error = await world.run(failure);
      assertEquals(error.cause, "enough");
    }
    assertEquals(world.env.clock.monotonic(), before);
    assertEquals(await iterator.next(), { done: true, value: undefined });
    await assertRejects(() => consumer.ready, AbortedError);
  });
});

Deno.test("Consumer fails at once when its signal has fired already", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", signal: AbortSignal.abort() });
    await assertRejects(() => consumer.getReader().read(), AbortedError);
  });
});

Deno.test("Consumer.seek() and close() stop waiting within 50 ms when their signal fires", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders", from: 0 });
    await world.run(consumer.ready);
    world.kafka.intercept("ListOffsets", () => "hang");
    const controller = new AbortController();
    const { signal } = controller;
    const target = { topic: "orders", partition: 0 };
    const seek = assertRejects(() => consumer.seek(target, "latest", { signal }), AbortedError);
    const close = assertRejects(() => consumer.close({ signal }), AbortedError);
    const before = world.env.clock.monotonic();
    controller.abort();
    await seek;
    await close;
    assertEquals(world.env.clock.monotonic(), before);
  });
});

Deno.test("Consumer ends with the client's ClosedError when the client is closed", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const iterator = world.consumer({ topics: "orders" }).values();
    const failure = assertRejects(() => iterator.next(), ClosedError);
    await world.env.advance(1_000);
    await world.run(world.cluster.close());
    await failure;
  });
});

Deno.test("Consumer refuses a second use with a TypeError that names the first", async () => {
  await withTen(async (world, consumer) => {
    const batches = consumer.batches();
    for (
      const use of [
        () => consumer.batches(),
        () => consumer.getReader(),
        () => consumer.values(),
        () => consumer[Symbol.asyncIterator](),
        () => consumer.tee(),
        () => consumer.pipeThrough(new TransformStream()),
      ]
    ) {
      assertStringIncludes(assertThrows(use, TypeError).message, "batches()");
    }
    const error = await assertRejects(() => consumer.pipeTo(new WritableStream()), TypeError);
    assertStringIncludes(error.message, "batches()");
    await world.run(batches.cancel());
  });
  await withTen(async (_world, consumer) => {
    const iterator = consumer.values({ preventCancel: true });
    assertStringIncludes(assertThrows(() => consumer.batches(), TypeError).message, "an iterator");
    await iterator.return();
    const reader = consumer.getReader();
    assertStringIncludes(assertThrows(() => consumer.batches(), TypeError).message, "a reader");
    reader.releaseLock();
    const [left, right] = consumer.tee();
    assertStringIncludes(assertThrows(() => consumer.batches(), TypeError).message, "a tee");
    await Promise.all([left.cancel(), right.cancel()]);
  });
});

Deno.test("Consumer.tee() gives everything twice without a group", async () => {
  await withTen(async (world, consumer) => {
    const read = async (stream: ReadableStream<Message>) => {
      const values: string[] = [];
      const reader = stream.getReader();
      // Left locked: closing the consumer ends both branches.
      while (values.length < 10) values.push(((await reader.read()).value as Message).text());
      return values;
    };
    const [left, right] = consumer.tee();
    const both = await world.run(Promise.all([read(left), read(right)]));
    assertEquals(both, [numbers(0, 10), numbers(0, 10)]);
  });
});

Deno.test("Consumer.tee() gives copies, as the slower branch must not keep whole answers in memory", async () => {
  await withTen(async (world, consumer) => {
    const [left, right] = consumer.tee();
    const reader = left.getReader();
    const message = (await world.run(reader.read())).value as Message;
    assertEquals(message.text(), "0");
    assertEquals(message.value?.buffer.byteLength, 1);
    await world.run(Promise.all([reader.cancel(), right.cancel()]));
  });
  await withTen(async (world, consumer) => {
    const [left, right] = consumer.batches().tee();
    const reader = left.getReader();
    const batch = (await world.run(reader.read())).value;
    assertEquals(texts(batch?.messages ?? []), numbers(0, 5));
    assertEquals(batch?.messages[4].value?.buffer.byteLength, 1);
    await world.run(Promise.all([reader.cancel(), right.cancel()]));
  });
});

Deno.test("Symbol.asyncDispose closes the consumer, of the consumer and of its iterator", async () => {
  await withTen(async (world, consumer) => {
    await world.run(consumer[Symbol.asyncDispose]());
    assertEquals((await consumer.getReader().read()).done, true);
  });
  await withTen(async (world, consumer) => {
    const iterator = consumer.values();
    await world.run(take(iterator, 1));
    await world.run(iterator[Symbol.asyncDispose]());
    await world.run(consumer.closed);
  });
});

Deno.test("Consumer pipes through a transform without a group", async () => {
  await withTen(async (world, consumer) => {
    const upper = new TransformStream<Message, string>({
      transform: (message, controller) => controller.enqueue(`<${message.text()}>`),
    });
    const reader = consumer.pipeThrough(upper).getReader();
    const values: string[] = [];
    while (values.length < 10) {
      values.push((await world.run(reader.read())).value as string);
    }
    assertEquals(values, numbers(0, 10).map((value) => `<${value}>`));
    await world.run(reader.cancel());
  });
});

Deno.test("Consumer.batches() gives one item for each batch that was sent", async () => {
  await withTen(async (world, consumer) => {
    const iterator = consumer.batches().values();
    const first = (await world.run(iterator.next())).value;
    const second = (await world.run(iterator.next())).value;
    assertEquals(texts(first?.messages ?? []), numbers(0, 5));
    assertEquals([...second ?? []].map((message) => message.text()), numbers(5, 10));
    assertEquals([second?.firstOffset, second?.lastOffset, second?.nextOffset], [5, 9, 10]);
    assertEquals([second?.topic, second?.partition, second?.length], ["orders", 0, 5]);
    assertEquals(second?.highWatermark, 10);
    assertEquals(consumer.position("orders", 0), 10);
    await world.run(iterator.return());
    await world.run(consumer.closed);
  });
});

Deno.test("Consumer.batches() gives the rest of a batch that was begun one by one", async () => {
  await withTen(async (world, consumer) => {
    const iterator = consumer.values({ preventCancel: true });
    await world.run(take(iterator, 3));
    await iterator.return();
    const batch = (await world.run(consumer.batches().values().next())).value;
    assertEquals(texts(batch?.messages ?? []), ["3", "4"]);
  });
});

Deno.test("Consumer.batches() can be read as a stream, and cancelled", async () => {
  await withTen(async (world, consumer) => {
    const batches = consumer.batches();
    assert(batches instanceof ReadableStream);
    const reader = batches.getReader();
    assertEquals((await world.run(reader.read())).value?.length, 5);
    await world.run(reader.cancel());
    await world.run(consumer.closed);
  });
});

Deno.test("Consumer keeps the process alive only while a promise of its is pending", async () => {
  await withTen(async (world, consumer) => {
    assertEquals(world.env.holds, 0);
    const ready = consumer.ready;
    assertEquals(world.env.holds > 0, true);
    await world.run(ready);
    assertEquals(world.env.holds, 0);
    const iterator = consumer.values({ preventCancel: true });
    await world.run(take(iterator, 10));
    await world.env.advance(1_000);
    assertEquals(world.env.holds, 0, "nobody waits, though a fetch is under way");
    const pending = iterator.next();
    await world.env.advance(1_000);
    assertEquals(world.env.holds, 1);
    await world.fill("orders", 0, ["10"]);
    await world.run(pending);
    assertEquals(world.env.holds, 0);
  });
});

Deno.test("Consumer.close() does not wait for a broker that does not answer", async () => {
  await withTen(async (world, consumer) => {
    await world.run(take(consumer.values(), 10));
    world.kafka.pauseBroker(1);
    const before = world.env.clock.monotonic();
    await world.run(consumer.close());
    const spent = world.env.clock.monotonic() - before;
    assert(spent <= 300, `${spent} ms`);
    world.kafka.resumeBroker(1);
  }, { closeTimeoutMs: 300 });
});

Deno.test("Consumer.close() leaves undone what is not done after closeTimeoutMs", async () => {
  const never = () => new Promise<Uint8Array>(() => {});
  const codec = { name: "stuck", id: 7, compress: never, decompress: never };
  await withWorld({ topics: ["orders"], client: { codecs: [codec] } }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    const bytes = world.kafka.log("orders", 0)[0].bytes.slice();
    bytes[22] |= 7;
    world.kafka.appendRaw("orders", 0, bytes);
    const consumer = world.consumer({
      topics: "orders",
      from: 1,
      checkCrcs: false,
      closeTimeoutMs: 2_000,
    });
    const pending = consumer.values().next();
    await world.env.advance(1_000);
    const before = world.env.clock.monotonic();
    await world.run(consumer.close());
    assertEquals(world.env.clock.monotonic() - before, 2_000);
    assertEquals((await pending).done, true);
  });
});
