import { assert, assertEquals, assertRejects } from "@std/assert";
import { ErrorCodes } from "../../src/protocol/error_codes.ts";
import type { Connector, KafkaRelease } from "../../src/testing/mod.ts";
import { numbers, take, texts, withWorld, type World } from "./consumer_world.ts";

/** The Fetch requests so far, without those that end a session. */
function fetches(world: World, broker?: number) {
  const filter = broker === undefined ? {} : { broker };
  return world.kafka.requests({ api: "Fetch", ...filter }).filter((each) =>
    each.request.sessionEpoch !== -1 || each.apiVersion < 7
  );
}

Deno.test("Consumer names only what changed when its fetch session goes on", async () => {
  await withWorld({ topics: { orders: { partitions: 3 } } }, async (world) => {
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.fill("orders", 1, ["a"]);
    await world.run(take(iterator, 1));
    await world.fill("orders", 1, ["b"]);
    await world.run(take(iterator, 1));
    const requests = fetches(world).map(({ request }) => request);
    assertEquals(requests[0].sessionEpoch, 0);
    assertEquals(requests[0].topics[0].partitions.length, 3);
    const later = requests.slice(1);
    assertEquals(later.map((each) => each.sessionEpoch), later.map((_, index) => index + 1));
    for (const { topics } of later) {
      for (const { partitions } of topics) {
        assertEquals(partitions.map(({ partition }) => partition), [1]);
      }
    }
  });
});

Deno.test("Consumer goes on without a gap when its fetch session was evicted", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5));
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    const messages = await world.run(take(iterator, 5));
    assertEquals(world.kafka.evictFetchSessions(), 1);
    await world.fill("orders", 0, numbers(5, 8));
    const retries = world.heard("retry");
    messages.push(...await world.run(take(iterator, 3)));
    assertEquals(texts(messages), numbers(0, 8));
    assertEquals(retries, [], "a lost session costs a round trip, not a wait");
  });
});

Deno.test("Consumer states everything again, and ends its old session, after its connection was lost", async () => {
  await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    await world.env.advance(1_000);
    const { request: last } = fetches(world).at(-1) as ReturnType<typeof fetches>[number];
    world.kafka.clearRequests();
    world.kafka.killConnections({ api: "Fetch" });
    await world.fill("orders", 1, ["b"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    const [{ request }] = fetches(world);
    assertEquals([request.sessionId, request.sessionEpoch], [last.sessionId, 0]);
    assertEquals(request.topics[0].partitions.length, 2);
  });
});

Deno.test("Consumer works without sessions when a broker keeps none", async () => {
  await withWorld({ topics: ["orders"], fetchSessions: 0 }, async (world) => {
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    for (let i = 0; i < 3; i++) {
      await world.fill("orders", 0, [String(i)]);
      assertEquals(texts(await world.run(take(iterator, 1))), [String(i)]);
    }
    for (const { request } of fetches(world)) assertEquals(request.sessionEpoch, 0);
  });
});

Deno.test("Consumer.close() ends its fetch sessions", async () => {
  await withWorld({ brokers: 2, topics: { orders: { partitions: 2 } } }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    await world.fill("orders", 1, ["b"]);
    const consumer = world.consumer({ topics: "orders", from: "earliest" });
    await world.run(take(consumer.values(), 2));
    await world.run(consumer.close());
    assertEquals(world.kafka.evictFetchSessions(), 0);
  });
});

Deno.test("Consumer sends the next fetch before it hands out what came", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, numbers(0, 5));
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    const offsets = fetches(world).map(({ request }) =>
      request.topics[0]?.partitions[0]?.fetchOffset
    );
    assertEquals(offsets, [0n, 5n]);
  });
});

Deno.test("Consumer has one fetch at a time under way with each broker", async () => {
  await withWorld({ brokers: 2, topics: { orders: { partitions: 4 } } }, async (world) => {
    const open = new Map<number, number>();
    let most = 0;
    world.kafka.intercept("Fetch", ({ brokerId }) => {
      open.set(brokerId, (open.get(brokerId) ?? 0) + 1);
      most = Math.max(most, ...open.values());
      return {
        change: () => {
          open.set(brokerId, (open.get(brokerId) ?? 0) - 1);
        },
      };
    }, { keep: true });
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    for (let round = 0; round < 5; round++) {
      for (let p = 0; p < 4; p++) await world.fill("orders", p, ["x"]);
      await world.run(take(iterator, 4));
    }
    assertEquals(most, 1);
  });
});

for (const release of ["lowest", "2.1", "2.4", "2.8", "3.6", "latest"] as KafkaRelease[]) {
  Deno.test(`Consumer reads brokers that speak the versions of ${release}`, async () => {
    const options = { brokers: 2, topics: { orders: { partitions: 2 } }, asVersion: release };
    await withWorld(options, async (world) => {
      await world.fill("orders", 0, numbers(0, 5), numbers(5, 10));
      await world.fill("orders", 1, numbers(10, 15));
      const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
      assertEquals(
        texts(await world.run(take(iterator, 15))).map(Number).sort((a, b) => a - b),
        numbers(0, 15).map(Number),
      );
      await world.fill("orders", 1, ["more"]);
      assertEquals(texts(await world.run(take(iterator, 1))), ["more"]);
    });
  });
}

Deno.test("Consumer fetches by name when a topic has no id, whatever Fetch version the broker speaks", async () => {
  const versions = { Metadata: { max: 9 } };
  await withWorld({ topics: ["orders"], versions }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    assertEquals(texts(await world.run(take(iterator, 1))), ["a"]);
    for (const { apiVersion } of fetches(world)) assertEquals(apiVersion, 12);
  });
});

Deno.test("Consumer follows the leader when it moves, losing and repeating nothing", async () => {
  await withWorld({ brokers: 3, topics: { orders: { partitions: 2 } } }, async (world) => {
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    const seen: string[] = [];
    for (let round = 0; round < 6; round++) {
      await world.fill("orders", 0, numbers(round * 3, round * 3 + 3));
      seen.push(...texts(await world.run(take(iterator, 2))));
      world.kafka.moveLeader("orders", 0);
      seen.push(...texts(await world.run(take(iterator, 1))));
    }
    assertEquals(seen, numbers(0, 18));
  });
});

Deno.test("Consumer takes the new leader from the answer of the old one (KIP-951)", async () => {
  await withWorld({ brokers: 3, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    const metadata = world.kafka.requests({ api: "Metadata" }).length;
    world.kafka.moveLeader("orders", 0);
    await world.fill("orders", 0, ["b"]);
    const before = world.env.clock.monotonic();
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    assert(world.env.clock.monotonic() - before < 50, "no backoff");
    assertEquals(world.kafka.requests({ api: "Metadata" }).length, metadata);
  });
});

Deno.test("Consumer goes on at another broker when one is stopped, and at its own when it is back", async () => {
  await withWorld({ brokers: 3, topics: { orders: { partitions: 3 } } }, async (world) => {
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    const read = async (round: number) => {
      const values = numbers(round * 3, round * 3 + 3);
      for (let p = 0; p < 3; p++) await world.fill("orders", p, [values[p]]);
      assertEquals(texts(await world.run(take(iterator, 3))).sort(), values.sort());
    };
    await read(0);
    await world.run(world.kafka.stopBroker(2));
    await read(1);
    await world.run(world.kafka.startBroker(2));
    await read(2);
    await world.run(world.kafka.stopBroker(1));
    await read(3);
  });
});

Deno.test("Consumer waits out an outage of the whole cluster", async () => {
  await withWorld({ brokers: 2, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    await world.run(world.kafka.stopBroker(1, { moveLeaders: false }));
    await world.run(world.kafka.stopBroker(2, { moveLeaders: false }));
    const pending = take(iterator, 1);
    await world.env.advance(300_000);
    await world.run(world.kafka.startBroker(1));
    await world.run(world.kafka.startBroker(2));
    await world.fill("orders", 0, ["b"]);
    assertEquals(texts(await world.run(pending)), ["b"]);
  });
});

Deno.test("Consumer finds the cluster again by its bootstrap address when every broker has another address (KIP-899)", async () => {
  let connector: Connector = () => Promise.reject(new Error("Not set up yet"));
  const client = {
    brokers: "bootstrap:1",
    connector: ((...args) => connector(...args)) as Connector,
  };
  await withWorld({ brokers: 2, topics: ["orders"], client }, async (world) => {
    // A name that always leads to some broker, as a load balancer's does.
    connector = (address, options) => {
      const { host, port } = address.host === "bootstrap" ? world.kafka.brokers()[0] : address;
      return world.kafka.connector({ host, port }, options);
    };
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    await world.run(world.kafka.changeAddress(2, { port: 19_999 }));
    await world.run(world.kafka.changeAddress(1, { port: 19_998 }));
    await world.fill("orders", 0, ["b"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
  });
});

Deno.test("Consumer keeps silent for as long as a broker asks for", async () => {
  await withWorld({ topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    world.kafka.throttle({ throttleMs: 2_000, api: "Fetch", mute: false });
    await world.run(take(iterator, 1));
    const before = fetches(world).at(-1)?.receivedAt ?? 0;
    await world.fill("orders", 0, ["b"]);
    await world.run(take(iterator, 1));
    const after = fetches(world).at(-1)?.receivedAt ?? 0;
    assert(after - before >= 2_000 && after - before < 2_300, `${after - before} ms`);
    world.kafka.throttle({ throttleMs: 0 });
  });
});

Deno.test("Consumer reads the other partitions when one fails, and retries that one with backoff", async () => {
  await withWorld({ topics: { orders: { partitions: 3 } } }, async (world) => {
    const hook = world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        for (const { partitions } of response.responses) {
          for (const partition of partitions) {
            if (partition.partitionIndex !== 1) continue;
            partition.errorCode = ErrorCodes.KAFKA_STORAGE_ERROR;
            partition.records = null;
          }
        }
      },
    }), { keep: true });
    const retries = world.heard("retry");
    for (let p = 0; p < 3; p++) await world.fill("orders", p, [`a${p}`]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    assertEquals(texts(await world.run(take(iterator, 2))).sort(), ["a0", "a2"]);
    const pending = take(iterator, 1);
    await world.env.advance(10_000);
    const tries = retries.filter((each) => each.partition === 1).length;
    assert(tries >= 8 && tries <= 25, `${tries} tries in 10 s`);
    assert(retries.every((each) => each.partition === 1));
    hook.remove();
    assertEquals(texts(await world.run(pending)), ["a1"]);
  });
});

Deno.test("Consumer survives every error code of a partition: it retries, or fails with that code", async () => {
  const ended: string[] = [];
  for (const [name, code] of Object.entries(ErrorCodes)) {
    if (code === ErrorCodes.NONE) continue;
    await withWorld({ topics: { orders: { partitions: 2 } } }, async (world) => {
      await world.fill("orders", 0, ["a"]);
      await world.fill("orders", 1, ["b"]);
      let times = 3;
      world.kafka.intercept("Fetch", () => ({
        change: (response) => {
          const partition = response.responses.flatMap((topic) => topic.partitions).find((each) =>
            each.partitionIndex === 1
          );
          if (partition === undefined || times-- <= 0) return;
          partition.errorCode = code;
          partition.records = null;
        },
      }), { keep: true });
      const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
      try {
        assertEquals(texts(await world.run(take(iterator, 2))).sort(), ["a", "b"]);
      } catch (error) {
        assertEquals((error as { code: string }).code, name);
        ended.push(name);
      }
    });
  }
  assert(ended.includes("UNSUPPORTED_COMPRESSION_TYPE"));
  for (
    const name of ["UNKNOWN_SERVER_ERROR", "NOT_LEADER_OR_FOLLOWER", "TOPIC_AUTHORIZATION_FAILED"]
  ) {
    assert(!ended.includes(name), name);
  }
});

Deno.test("Consumer retries when a fetch as a whole is refused, lost, or cut off", async () => {
  for (const fault of ["drop", "drop-after", "refuse"] as const) {
    await withWorld({ topics: ["orders"] }, async (world) => {
      await world.fill("orders", 0, numbers(0, 3));
      world.kafka.intercept("Fetch", () => {
        if (fault !== "refuse") return fault;
        return { answer: { errorCode: ErrorCodes.UNKNOWN_SERVER_ERROR } };
      }, { times: 2 });
      const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
      assertEquals(texts(await world.run(take(iterator, 3))), numbers(0, 3));
    });
  }
});

Deno.test("Consumer moves on when its leader is suspended and another one takes over", async () => {
  await withWorld({ brokers: 3, topics: ["orders"] }, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest" }).values();
    await world.run(take(iterator, 1));
    const { leader } = world.kafka.partition("orders", 0);
    world.kafka.pauseBroker(leader, { moveLeaders: true });
    await world.fill("orders", 0, ["b"]);
    const before = world.env.clock.monotonic();
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    const spent = world.env.clock.monotonic() - before;
    assert(spent < 10_000, `${spent} ms`);
    world.kafka.resumeBroker(leader);
  });
});

Deno.test("Consumer reads the replica in its rack when the leader sends it there (KIP-392)", async () => {
  const options = { brokers: 3, racks: ["a", "b", "c"], topics: ["orders"] };
  await withWorld(options, async (world) => {
    world.kafka.moveLeader("orders", 0, world.kafka.partition("orders", 0).leader === 1 ? 2 : 1);
    if (world.kafka.partition("orders", 0).leader !== 1) world.kafka.moveLeader("orders", 0, 1);
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: "earliest", rack: "c" }).values();
    await world.run(take(iterator, 1));
    world.kafka.clearRequests();
    await world.fill("orders", 0, ["b"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    assertEquals(new Set(fetches(world).map(({ brokerId }) => brokerId)), new Set([3]));
  });
});

Deno.test("Consumer asks the leader again when the preferred replica has expired", async () => {
  const client = { metadataMaxAgeMs: 60_000 };
  const options = { brokers: 2, racks: ["a", "b"], topics: ["orders"], client };
  await withWorld(options, async (world) => {
    if (world.kafka.partition("orders", 0).leader !== 1) world.kafka.moveLeader("orders", 0, 1);
    const iterator = world.consumer({ topics: "orders", from: "earliest", rack: "b" }).values();
    await world.fill("orders", 0, ["a"]);
    await world.run(take(iterator, 1));
    const pending = take(iterator, 1);
    await world.env.advance(50_000);
    world.kafka.clearRequests();
    await world.env.advance(20_000);
    const brokers = fetches(world).map(({ brokerId }) => brokerId);
    assertEquals(brokers.filter((id) => id === 1).length, 1);
    await world.fill("orders", 0, ["b"]);
    await world.run(pending);
  });
});

Deno.test("Consumer goes back to the leader when its preferred replica stops", async () => {
  const options = { brokers: 2, racks: ["a", "b"], topics: ["orders"] };
  await withWorld(options, async (world) => {
    if (world.kafka.partition("orders", 0).leader !== 1) world.kafka.moveLeader("orders", 0, 1);
    const iterator = world.consumer({ topics: "orders", from: "earliest", rack: "b" }).values();
    await world.fill("orders", 0, ["a"]);
    await world.run(take(iterator, 1));
    await world.run(world.kafka.stopBroker(2));
    await world.fill("orders", 0, ["b"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
  });
});

Deno.test("Consumer goes back to the leader when its preferred replica cannot be reached, though the cluster knows it", async () => {
  const options = { brokers: 2, racks: ["a", "b"], topics: ["orders"] };
  await withWorld(options, async (world) => {
    if (world.kafka.partition("orders", 0).leader !== 1) world.kafka.moveLeader("orders", 0, 1);
    const iterator = world.consumer({ topics: "orders", from: "earliest", rack: "b" }).values();
    await world.fill("orders", 0, ["a"]);
    await world.run(take(iterator, 1));
    // Only the fetches fail: the follower stays in the metadata.
    const hook = world.kafka.intercept("Fetch", () => "drop", { keep: true, broker: 2 });
    world.kafka.killConnections({ broker: 2 });
    await world.fill("orders", 0, ["b"]);
    world.kafka.clearRequests();
    assertEquals(texts(await world.run(take(iterator, 1))), ["b"]);
    assert(fetches(world).some(({ brokerId }) => brokerId === 1), "the leader was asked");
    hook.remove();
    const pending = take(iterator, 2);
    await world.env.advance(40_000);
    world.kafka.clearRequests();
    await world.fill("orders", 0, ["c"]);
    await world.env.advance(1_000);
    await world.fill("orders", 0, ["d"]);
    await world.run(pending);
    assert(fetches(world).every(({ brokerId }) => brokerId === 2), "it is preferred again");
  });
});

Deno.test("Consumer asks the leader first when a follower says that the offset is out of range", async () => {
  const options = { brokers: 2, racks: ["a", "b"], topics: ["orders"] };
  await withWorld(options, async (world) => {
    if (world.kafka.partition("orders", 0).leader !== 1) world.kafka.moveLeader("orders", 0, 1);
    const consumer = world.consumer({ topics: "orders", from: 0, rack: "b", outOfRange: "none" });
    const iterator = consumer.values();
    let lies = 0;
    world.kafka.intercept("Fetch", () => ({
      change: (response) => {
        const [topic] = response.responses;
        if (topic === undefined || lies++ > 0) return;
        topic.partitions[0].errorCode = ErrorCodes.OFFSET_OUT_OF_RANGE;
        topic.partitions[0].records = null;
      },
    }), { keep: true, broker: 2 });
    await world.fill("orders", 0, ["a"]);
    assertEquals(texts(await world.run(take(iterator, 1))), ["a"]);
    assertEquals(lies > 0, true);
  });
});

Deno.test("Consumer ends with the reason when a broker asks for versions that it does not have", async () => {
  const options = { topics: ["orders"], versions: { Fetch: false as const } };
  await withWorld(options, async (world) => {
    await world.fill("orders", 0, ["a"]);
    const iterator = world.consumer({ topics: "orders", from: 0 }).values();
    const error = await assertRejects(() => world.run(iterator.next()));
    assertEquals((error as { code: string }).code, "UNSUPPORTED_VERSION");
  });
});
