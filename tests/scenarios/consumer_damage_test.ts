import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { CorruptRecordError, KafkaError } from "../../src/errors.ts";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import { numbers, take, texts, withWorld } from "./consumer_world.ts";

Deno.test("Consumer fetches a damaged batch once more, from another replica where there is one", async () => {
  await withWorld({ brokers: 3, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"], ["1"], ["2"]);
    const { leader } = world.kafka.partition("orders", 0);
    world.kafka.corruptBatch("orders", 0, 1, { replica: leader });
    const retries = world.heard("retry");
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    assertEquals(texts(await world.run(take(iterator, 3))), ["0", "1", "2"]);
    assertEquals(retries.length, 1);
    const brokers = world.kafka.requests({ api: "Fetch" }).map(({ brokerId }) => brokerId);
    assert(brokers.some((id) => id !== leader));
  });
});

Deno.test("Consumer fails with the offset to seek to when a batch stays damaged", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"], ["1", "2"], ["3"]);
    world.kafka.corruptBatch("orders", 0, 1);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["0"]);
    const error = await assertRejects(() => world.run(iterator.next()), CorruptRecordError);
    assertEquals([error.topic, error.partition], ["orders", 0]);
    assertEquals([error.offset, error.nextOffset], [1, 3]);
    assertEquals(error.code, "CORRUPT_MESSAGE");
    const fetches = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.topics.flatMap((topic) => topic.partitions.map((each) => each.fetchOffset))
    );
    assertEquals(fetches, [0n, 4n, 1n], "fetched once more, from there");
  });
});

Deno.test("Consumer steps over a damaged batch with an event when onCorrupt is skip", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"], ["1", "2"], ["3"]);
    world.kafka.corruptBatch("orders", 0, 1);
    const skipped = world.heard("corruptskipped");
    const consumer = world.consumer({ topics: "orders", from: "earliest", onCorrupt: "skip" });
    const iterator = consumer.values();
    assertEquals(texts(await world.run(take(iterator, 2))), ["0", "3"]);
    assertEquals(skipped, [{ topic: "orders", partition: 0, offset: 1, nextOffset: 3 }]);
    await world.fill("orders", 0, ["4"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["4"]);
  });
});

Deno.test("Consumer reads damaged records when checkCrcs is off", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["abcdefgh"]);
    world.kafka.corruptBatch("orders", 0, 0);
    const consumer = world.consumer({ topics: "orders", from: "earliest", checkCrcs: false });
    const next = consumer.values().next();
    // The flipped byte lies in the value or breaks the record: either way no checksum is at fault.
    const outcome = await world.run(next.then(() => "read", (error) => error.message as string));
    assert(!outcome.includes("checksum"), outcome);
  });
});

Deno.test("Consumer delivers other partitions when one is damaged and skipped", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    await world.fill("orders", 1, ["b"]);
    world.kafka.corruptBatch("orders", 0, 0);
    const consumer = world.consumer({ topics: "orders", from: "earliest", onCorrupt: "skip" });
    assertEquals(texts(await world.run(take(consumer.values(), 1))), ["b"]);
  });
});

Deno.test("Consumer fails with its place when a batch cannot even be delimited", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"], ["1"]);
    const damage = (bytes: Uint8Array) => {
      const copy = bytes.slice();
      const view = new DataView(copy.buffer);
      // The size of the batch of offset 1.
      for (let at = 0; at < copy.length;) {
        if (view.getBigInt64(at) === 1n) {
          view.setInt32(at + 8, -5);
          break;
        }
        at += 12 + view.getInt32(at + 8);
      }
      return copy;
    };
    world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        for (const partition of response.responses.flatMap((topic) => topic.partitions)) {
          if (partition.records) partition.records = damage(partition.records);
        }
      },
    }), { keep: true });
    const consumer = world.consumer({ topics: "orders", from: "earliest", onCorrupt: "skip" });
    const iterator = consumer.values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["0"]);
    const error = await assertRejects(() => world.run(iterator.next()), CorruptRecordError);
    assertEquals([error.offset, error.nextOffset], [1, undefined]);
  });
});

Deno.test("Consumer takes a broker's word that its log is damaged, after one more try", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        for (const partition of response.responses.flatMap((topic) => topic.partitions)) {
          partition.errorCode = ErrorCodes.CORRUPT_MESSAGE;
          partition.records = null;
        }
      },
    }), { times: 2 });
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await assertRejects(() => world.run(iterator.next()), CorruptRecordError);
  });
});

Deno.test("Consumer fails when a batch is compressed in a way that nobody knows", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    const bytes = world.kafka.log("orders", 0)[0].bytes.slice();
    bytes[22] |= 7;
    world.kafka.appendRaw("orders", 0, bytes);
    const consumer = world.consumer({ topics: "orders", from: 1, checkCrcs: false });
    const error = await assertRejects(
      () => world.run(consumer.values().next()),
      CorruptRecordError,
    );
    assertEquals((error.cause as KafkaError).code, "UNSUPPORTED_COMPRESSION_TYPE");
    const fetched = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.topics.flatMap((topic) => topic.partitions.map((each) => each.fetchOffset))
    );
    assertEquals(fetched.filter((offset) => offset === 1n).length, 1, "no second look");
  });
});

Deno.test("Consumer refuses a batch that decompresses to more than maxDecompressedBytes", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.kafka.append("orders", 0, [{ value: "x".repeat(100_000) }], {
      compression: "gzip",
    });
    const consumer = world.consumer({
      topics: "orders",
      from: 0,
      maxDecompressedBytes: 10_000,
    });
    const error = await assertRejects(
      () => world.run(consumer.values().next()),
      CorruptRecordError,
    );
    assertEquals((error.cause as KafkaError).code, "RECORD_TOO_LARGE_DECOMPRESSED");
    assertStringIncludes(error.message, "10000");
  });
});

Deno.test("Consumer fails its partition when an offset is past 2^53 - 1", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    const { bytes } = world.kafka.log("orders", 0)[0];
    world.kafka.appendRaw("orders", 0, bytes, { baseOffset: 2n ** 53n });
    const iterator = world.consumer({ topics: "orders", from: 0 }).values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["0"]);
    const error = await assertRejects(() => world.run(iterator.next()), KafkaError);
    assertEquals(error.code, "OFFSET_TOO_LARGE");
  });
});

Deno.test("Consumer reads compressed batches, also when the codec is loaded or works later", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    for (const compression of ["gzip", "none", "gzip"] as const) {
      for (let p = 0; p < 2; p++) {
        await world.kafka.append("orders", p, numbers(0, 20).map((value) => ({ value })), {
          compression,
        });
      }
    }
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    const messages = await world.env.run(take(iterator, 120), { realMs: 50 });
    for (let p = 0; p < 2; p++) {
      const offsets = messages.filter((each) => each.partition === p).map((each) => each.offset);
      assertEquals(offsets, numbers(0, 60).map(Number));
    }
  });
});

Deno.test("Consumer backs off when a broker sends no whole batch", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["0"]);
    const hook = world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        for (const partition of response.responses.flatMap((topic) => topic.partitions)) {
          partition.records = partition.records?.subarray(0, 20) ?? null;
        }
      },
    }), { keep: true });
    const iterator = world.consumer({ topics: "orders", from: 0 }).values();
    const pending = take(iterator, 1);
    await world.env.advance(10_000);
    const tries = world.kafka.requests({ api: "Fetch" }).length;
    assert(tries >= 8 && tries <= 30, `${tries} fetches in 10 s`);
    hook.remove();
    assertEquals(texts(await world.run(pending)), ["0"]);
  });
});
