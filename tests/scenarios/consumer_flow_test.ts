import { assert, assertEquals, assertRejects } from "@std/assert";
import { KafkaError } from "../../src/errors.ts";
import { numbers, take, texts, withWorld, type World } from "./consumer_world.ts";

/** What the answers to fetches held, in bytes, by counting at the broker. */
function countFetched(world: World): { bytes: number; largest: number } {
  const count = { bytes: 0, largest: 0 };
  world.kafka.intercept("Fetch", () => ({
    change: (response) => {
      let answer = 0;
      for (const partition of response.responses.flatMap((topic) => topic.partitions)) {
        answer += partition.records?.length ?? 0;
      }
      count.bytes += answer;
      count.largest = Math.max(count.largest, answer);
    },
  }), { keep: true });
  return count;
}

Deno.test("Consumer stops fetching at prefetchBytes when its reader is slow, and goes on with it", async () => {
  for (const use of ["iterator", "reader", "batches"] as const) {
    await withWorld({ brokers: 2, topics: { orders: { partitions: 4 } } }, async (world) => {
      for (let p = 0; p < 4; p++) {
        for (let i = 0; i < 40; i++) await world.fill("orders", p, ["x".repeat(1_000)]);
      }
      const fetched = countFetched(world);
      const consumer = world.consumer({
        topics: "orders",
        from: "earliest",
        prefetchBytes: 20_000,
        fetchPartitionMaxBytes: 5_000,
      });
      const next = use === "batches"
        ? consumer.batches().values()
        : use === "iterator"
        ? consumer.values()
        : consumer.getReader();
      const read = () => "read" in next ? next.read() : next.next();
      // A batch may go beyond what was asked for, once for each request under way.
      const limit = (handedOut: number) => 20_000 + 2 * 1_100 + handedOut * 1_100;
      for (let handedOut = 1; handedOut <= 160; handedOut++) {
        assertEquals((await world.run(read() as Promise<{ done: boolean }>)).done, false);
        if (handedOut % 20 === 0) await world.env.advance(2_000);
        assert(fetched.bytes <= limit(handedOut), `${fetched.bytes} bytes after ${handedOut}`);
      }
      assert(fetched.bytes >= 160_000);
    });
  }
});

Deno.test("Consumer asks for no more than its free credit", async () => {
  await withWorld({ topics: { orders: { partitions: 8 } } }, async (world) => {
    const iterator = world.consumer({
      topics: "orders",
      from: "earliest",
      prefetchBytes: 100_000,
    }).values();
    const pending = take(iterator, 1);
    await world.env.advance(5_000);
    for (const { request } of world.kafka.requests({ api: "Fetch" })) {
      assert(request.maxBytes <= 100_000, `${request.maxBytes}`);
    }
    await world.fill("orders", 3, ["a"]);
    await world.run(pending);
  });
});

Deno.test("Consumer reads a batch that is larger than all of its credit", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["x".repeat(50_000)], ["small"]);
    const iterator = world.consumer({ topics: "orders", from: 0, prefetchBytes: 1_000 }).values();
    const messages = await world.run(take(iterator, 2));
    assertEquals(messages.map((message) => message.text().length), [50_000, 5]);
  });
});

Deno.test("Consumer fetches no further than one such batch ahead", async () => {
  await withWorld({ topics: { orders: { partitions: 4 } } }, async (world) => {
    for (let i = 0; i < 12; i++) await world.fill("orders", i % 4, ["x".repeat(50_000)]);
    const fetched = countFetched(world);
    const iterator = world.consumer({
      topics: "orders",
      from: "earliest",
      prefetchBytes: 1_000,
    }).values();
    for (let handedOut = 1; handedOut <= 12; handedOut++) {
      await world.run(take(iterator, 1));
      await world.env.advance(2_000);
      assert(fetched.bytes <= (handedOut + 1) * 50_200, `${fetched.bytes} after ${handedOut}`);
    }
  });
});

Deno.test("Consumer forgets a full partition in the session, and remembers it when it is drained", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    for (let i = 0; i < 30; i++) await world.fill("orders", 0, ["x".repeat(1_000)]);
    const consumer = world.consumer({
      topics: "orders",
      from: "earliest",
      prefetchBytes: 20_000,
      fetchPartitionMaxBytes: 4_000,
    });
    const iterator = consumer.values();
    await world.run(take(iterator, 1));
    await world.env.advance(3_000);
    const forgotten = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.forgottenTopicsData.flatMap((topic) => topic.partitions)
    );
    assertEquals(forgotten, [0]);
    assertEquals((await world.run(take(iterator, 29))).length, 29);
  });
});

Deno.test("Consumer keeps no partition waiting behind a busy one", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    for (let i = 0; i < 200; i++) await world.fill("orders", 0, ["x".repeat(1_000)]);
    const iterator = world.consumer({
      topics: "orders",
      from: "earliest",
      fetchPartitionMaxBytes: 5_000,
    }).values();
    await world.run(take(iterator, 1));
    await world.env.advance(5_000);
    await world.fill("orders", 1, ["rare"]);
    await world.env.advance(5_000);
    // Much is buffered of the busy one: the rest of its chunk comes first, no more.
    assert(texts(await world.run(take(iterator, 6))).includes("rare"));
  });
});

Deno.test("Consumer does not let the idle poll of one partition hold up another that was drained", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    for (let i = 0; i < 100; i++) await world.fill("orders", 0, ["x".repeat(1_000)]);
    const consumer = world.consumer({
      topics: "orders",
      from: "earliest",
      prefetchBytes: 20_000,
      fetchPartitionMaxBytes: 4_000,
      fetchMaxWaitMs: 5_000,
    });
    const iterator = consumer.values();
    const before = world.env.clock.monotonic();
    for (let i = 0; i < 100; i++) {
      await world.run(iterator.next());
      await world.env.advance(20);
    }
    // 2 s are the reader's own; each stalled poll would add up to 5 s.
    const spent = world.env.clock.monotonic() - before;
    assert(spent < 8_000, `${spent} ms`);
  });
});

Deno.test("Consumer.pause() delivers nothing more of a partition, not even what was fetched", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5), numbers(5, 10));
    await world.fill("orders", 1, numbers(100, 103));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    const first = (await world.run(take(iterator, 2))).map((message) => message.partition);
    const paused = { topic: "orders", partition: first[1] };
    consumer.pause([paused]);
    const rest = first[1] === 0 ? 3 : 10;
    const others = await world.run(take(iterator, rest));
    assert(others.every((message) => message.partition !== paused.partition));
    await world.env.advance(5_000);
    const forgotten = world.kafka.requests({ api: "Fetch" }).flatMap(({ request }) =>
      request.forgottenTopicsData.flatMap((topic) => topic.partitions)
    );
    assertEquals(forgotten, [paused.partition]);
    world.kafka.clearRequests();
    await world.env.advance(5_000);
    for (const { request } of world.kafka.requests({ api: "Fetch" })) {
      const asked = request.topics.flatMap((topic) => topic.partitions.map((p) => p.partition));
      assert(!asked.includes(paused.partition));
    }
    consumer.resume([paused]);
    const missing = paused.partition === 0 ? numbers(2, 10) : numbers(102, 103);
    assertEquals(texts(await world.run(take(iterator, missing.length))), missing);
  });
});

Deno.test("Consumer.pause() takes effect on partitions that are assigned later", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    consumer.pause([{ topic: "orders", partition: 0 }]);
    const pending = take(consumer.values(), 1);
    await world.env.advance(5_000);
    assertEquals(world.kafka.requests({ api: "Fetch" }).length, 0);
    consumer.resume();
    assertEquals(texts(await world.run(pending)), ["a"]);
  });
});

Deno.test("Consumer gives up what paused partitions hold when others need the room", async () => {
  await withWorld({ topics: { orders: { partitions: 3 } } }, async (world) => {
    for (let p = 0; p < 2; p++) {
      for (let i = 0; i < 20; i++) await world.fill("orders", p, [`${i}:${"x".repeat(1_000)}`]);
    }
    const consumer = world.consumer({
      topics: "orders",
      from: "earliest",
      prefetchBytes: 12_000,
      fetchPartitionMaxBytes: 6_000,
    });
    const iterator = consumer.values();
    const messages = await world.run(take(iterator, 1));
    await world.env.advance(5_000);
    consumer.pause([0, 1].map((partition) => ({ topic: "orders", partition })));
    await world.fill("orders", 2, ["needs room"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["needs room"]);
    consumer.resume();
    messages.push(...await world.run(take(iterator, 39)));
    for (const partition of [0, 1]) {
      const offsets = messages.filter((each) => each.partition === partition).map((each) =>
        each.offset
      );
      assertEquals(offsets, numbers(0, 20).map(Number));
    }
  });
});

Deno.test("Consumer.seek() reads on from an offset, dropping what was fetched", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5), numbers(5, 10));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const target = { topic: "orders", partition: 0 };
    const iterator = consumer.values();
    await world.run(take(iterator, 2));
    await world.run(consumer.seek(target, 7));
    assertEquals(consumer.position("orders", 0), 7);
    assertEquals(texts(await world.run(take(iterator, 2))), ["7", "8"]);
    await world.run(consumer.seek(target, 1));
    assertEquals(texts(await world.run(take(iterator, 9))), numbers(1, 10));
  });
});

Deno.test("Consumer.seek() finds the beginning, the end and a timestamp", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    for (const timestamp of [1000, 2000, 3000]) {
      await world.kafka.append("orders", 0, [{ value: String(timestamp), timestamp }]);
    }
    const consumer = world.consumer({ topics: "orders", from: 1 });
    const target = { topic: "orders", partition: 0 };
    for (const [to, position] of [["earliest", 0], ["latest", 3], [new Date(2500), 2]] as const) {
      await world.run(consumer.seek(target, to));
      assertEquals(consumer.position("orders", 0), position);
    }
    assertEquals(texts(await world.run(take(consumer.values(), 1))), ["3000"]);
  });
});

Deno.test("Consumer.seek() wins over an answer that is under way", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 3), numbers(3, 6));
    const consumer = world.consumer({ topics: "orders", from: 3 });
    world.kafka.intercept("Fetch", () => ({ delayMs: 1_000 }));
    const pending = take(consumer.values(), 6);
    await world.env.advance(500);
    await world.run(consumer.seek({ topic: "orders", partition: 0 }, 0));
    assertEquals(texts(await world.run(pending)), numbers(0, 6));
  });
});

Deno.test("Consumer.seek() wins over a batch that is being decompressed", async () => {
  let finish: (() => void) | undefined;
  let slow = true;
  const codec = {
    name: "slow",
    id: 7,
    compress: () => new Uint8Array(0),
    decompress: (bytes: Uint8Array) =>
      slow
        ? new Promise<Uint8Array>((resolve) => {
          finish = () => resolve(bytes);
        })
        : bytes,
  };
  await withWorld({ topics: ["orders"], client: { codecs: [codec] } }, async (world) => {
    await world.fill("orders", 0, ["x"], ["x"]);
    const bytes = world.kafka.log("orders", 0)[0].bytes.slice();
    bytes[22] |= 7;
    world.kafka.appendRaw("orders", 0, bytes);
    const consumer = world.consumer({ topics: "orders", from: 2, checkCrcs: false });
    const pending = take(consumer.values(), 3);
    await world.env.advance(1_000);
    await world.run(consumer.seek({ topic: "orders", partition: 0 }, 0));
    slow = false;
    finish?.();
    assertEquals((await world.run(pending)).map((message) => message.offset), [0, 1, 2]);
  });
});

Deno.test("Consumer.seek() rejects for a partition that is not read", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    const consumer = world.consumer({ topics: "orders" });
    const error = await assertRejects(
      () => world.run(consumer.seek({ topic: "orders", partition: 5 }, 0)),
      KafkaError,
    );
    assertEquals(error.code, "NOT_ASSIGNED");
  });
});

Deno.test("Consumer.seek() goes on past a position where no more can be read", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 3));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    const iterator = consumer.values();
    await world.run(take(iterator, 3));
    const pending = iterator.next();
    await world.env.advance(1_000);
    await world.run(consumer.seek({ topic: "orders", partition: 0 }, 0));
    assertEquals((await world.run(pending)).value?.text(), "0");
  });
});

Deno.test("Consumer.lag() is the distance to the end as of the latest answer", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 10));
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    assertEquals(consumer.lag("orders", 0), undefined);
    const iterator = consumer.values();
    await world.run(take(iterator, 4));
    assertEquals(consumer.lag("orders", 0), 6);
    await world.run(take(iterator, 6));
    assertEquals(consumer.lag("orders", 0), 0);
    assertEquals(consumer.lag("orders", 1), undefined);
  });
});

Deno.test("Consumer is not delayed by the long poll of another consumer of the same client", async () => {
  await withWorld({ topics: ["busy", "idle"] }, async (world) => {
    const idle = world.consumer({ topics: "idle", fetchMaxWaitMs: 20_000 }).values();
    const waiting = idle.next();
    await world.env.advance(1_000);
    const busy = world.consumer({ topics: "busy", from: "earliest", fetchMaxWaitMs: 20_000 });
    const iterator = busy.values();
    await world.fill("busy", 0, ["warm"]);
    await world.run(iterator.next());
    for (let i = 0; i < 20; i++) {
      const before = world.env.clock.monotonic();
      const pending = iterator.next();
      await world.fill("busy", 0, [String(i)]);
      assertEquals((await world.run(pending)).value?.text(), String(i));
      assert(world.env.clock.monotonic() - before < 50);
    }
    await world.fill("idle", 0, ["at last"]);
    assertEquals((await world.run(waiting)).value?.text(), "at last");
  });
});

Deno.test("Consumer gives the event loop a turn after 5 ms of its own running", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 2_000));
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(iterator.next());
    // A clock that a busy handler moves on: 20 us for each message.
    let busy = 0;
    const monotonic = world.env.clock.monotonic;
    world.env.clock.monotonic = () => monotonic() + busy;
    let turns = 0;
    const macrotask = world.env.macrotask.bind(world.env);
    world.env.macrotask = () => {
      turns++;
      return macrotask();
    };
    const loop = async () => {
      for (let i = 0; i < 1_999; i++) {
        await iterator.next();
        busy += 0.02;
      }
    };
    await loop();
    assert(turns >= 5 && turns <= 10, `${turns} turns in 40 ms`);
  });
});
