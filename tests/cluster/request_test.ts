import {
  assert,
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import {
  AbortedError,
  BrokerError,
  ClosedError,
  ConnectionError,
  ProtocolError,
  TimeoutError,
} from "../../src/errors.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import { FakeCluster } from "./fake_cluster.ts";

const OPTIONS = {
  use: "lookup",
  errorOf: (response: { errorCode: number }) => response.errorCode,
} as const;

/** Answers FindCoordinator at all brokers with these codes in turn, the last one for ever. */
function answerWith(fake: FakeCluster, ...codes: number[]): { asked: number[] } {
  const asked: number[] = [];
  for (const [id, broker] of fake.brokers) {
    // Version 3 is the last one with a single answer.
    broker.ranges = { FindCoordinator: [0, 3] };
    broker.on("FindCoordinator", () => {
      asked.push(id);
      return {
        errorCode: codes.length > 1 ? codes.shift() : codes[0],
        nodeId: id,
        host: "h",
        port: 1,
      };
    });
  }
  return { asked };
}

Deno.test("Cluster.request() asks any broker that is known, bootstrapping first", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 0);
  const cluster = fake.connect();
  const response = await fake.env.run(cluster.request(findCoordinator, { key: "g" }, OPTIONS));
  assertEquals(asked, [response.nodeId]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() asks the broker that it is told", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 0);
  const cluster = fake.connect();
  for (const nodeId of [3, 1, 2]) {
    await fake.env.run(cluster.request(findCoordinator, {}, { ...OPTIONS, nodeId }));
  }
  assertEquals(asked, [3, 1, 2]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() repeats what may go right later, with backoff and an event", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 14, 14, 14, 0);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  fake.events.length = 0;
  const started = fake.env.clock.monotonic();
  await fake.env.run(cluster.request(findCoordinator, {}, { ...OPTIONS, nodeId: 1 }));
  assertEquals(asked, [1, 1, 1, 1]);
  const took = fake.env.clock.monotonic() - started;
  assert(took >= 700 * 0.8 && took <= 700 * 1.2, `${took} ms`);
  assertEquals(fake.events.filter((event) => event.startsWith("retry")), [
    "retry FindCoordinator",
    "retry FindCoordinator",
    "retry FindCoordinator",
  ]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() finds the broker anew for each try", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 14, 14, 0);
  const cluster = fake.connect();
  let next = 0;
  await fake.env.run(
    cluster.request(findCoordinator, {}, { ...OPTIONS, nodeId: () => ++next }),
  );
  assertEquals(asked, [1, 2, 3]);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws at once what no retry mends", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 30);
  const cluster = fake.connect();
  const error = await assertRejects(
    () =>
      fake.env.run(cluster.request(findCoordinator, {}, {
        ...OPTIONS,
        action: 'find the coordinator of "g"',
      })),
    BrokerError,
  );
  assertEquals(asked.length, 1);
  assertEquals(error.code, "GROUP_AUTHORIZATION_FAILED");
  assertStringIncludes(error.message, 'Cannot find the coordinator of "g" as broker:909');
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws at once for a code that Kafka 4.3.1 does not know", async () => {
  const fake = new FakeCluster();
  answerWith(fake, 4_711);
  const cluster = fake.connect();
  const error = await assertRejects(
    () => fake.env.run(cluster.request(findCoordinator, {}, OPTIONS)),
    BrokerError,
  );
  assertEquals(error.code, "UNKNOWN_4711");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws at once what cannot be encoded", async () => {
  const fake = new FakeCluster();
  answerWith(fake, 0);
  const cluster = fake.connect();
  await assertRejects(
    () => fake.env.run(cluster.request(findCoordinator, { coordinatorKeys: ["a"] }, OPTIONS)),
    ProtocolError,
  );
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws the last error when its time is over, without waiting in vain", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 14);
  const cluster = fake.connect();
  const started = fake.env.clock.monotonic();
  const error = await assertRejects(
    () => fake.env.run(cluster.request(findCoordinator, {}, { ...OPTIONS, timeoutMs: 3_000 })),
    BrokerError,
  );
  assertEquals(error.code, "COORDINATOR_LOAD_IN_PROGRESS");
  const took = fake.env.clock.monotonic() - started;
  assert(took > 1_700 && took <= 3_000, `${took} ms`);
  assert(asked.length >= 4 && asked.length <= 7, `${asked.length} tries`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws a TimeoutError when nothing answers in time", async () => {
  const fake = new FakeCluster();
  for (const broker of fake.brokers.values()) {
    broker.on("FindCoordinator", () => new Promise(() => {}));
  }
  const cluster = fake.connect();
  const started = fake.env.clock.monotonic();
  await assertRejects(
    () => fake.env.run(cluster.request(findCoordinator, {}, { ...OPTIONS, timeoutMs: 3_000 })),
    TimeoutError,
  );
  assertEquals(fake.env.clock.monotonic() - started, 3_000);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws what went wrong before when it ends waiting for a connection", async () => {
  const fake = new FakeCluster(1);
  answerWith(fake, 14);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  const broker = fake.broker(1);
  broker.on("FindCoordinator", () => {
    broker.mute = true;
    void fake.env.macrotask().then(() => broker.cut());
    return { errorCode: 14 };
  });
  const failed = assertRejects(
    () => cluster.request(findCoordinator, {}, { ...OPTIONS, timeoutMs: 5_000 }),
    BrokerError,
  );
  await fake.env.advance(5_000);
  assertEquals((await failed).code, "COORDINATOR_LOAD_IN_PROGRESS");
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() goes to another broker when one is lost", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 0);
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  let lost = 0;
  for (const [id, broker] of fake.brokers) {
    broker.on("FindCoordinator", (call) => {
      asked.push(id);
      if (++lost > 1) return { nodeId: id, host: "h", port: 1 };
      call.transport.close();
      return undefined;
    });
  }
  await fake.env.run(cluster.request(findCoordinator, {}, OPTIONS));
  assertEquals(asked.length, 2);
  assert(asked[0] !== asked[1], `${asked}`);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() asks another broker when one cannot help, where any will do", async () => {
  const fake = new FakeCluster();
  const { asked } = answerWith(fake, 14, 14, 14, 14, 14, 0);
  const cluster = fake.connect();
  await fake.env.run(cluster.request(findCoordinator, {}, OPTIONS));
  for (let index = 1; index < asked.length; index++) {
    assert(asked[index] !== asked[index - 1], `${asked}`);
  }
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() refreshes the metadata when the code says that it is stale", async () => {
  const fake = new FakeCluster();
  fake.topic("a");
  const cluster = fake.connect();
  await fake.env.run(cluster.refresh());
  await fake.env.advance(5_000);
  answerWith(fake, 6, 0);
  const before = fake.asked;
  await fake.env.run(cluster.request(findCoordinator, {}, { ...OPTIONS, topic: "a" }));
  assertEquals(fake.asked, before + 1);
  assertEquals(cluster.metadata.topics.has("a"), true);
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() throws what was tried when the cluster cannot be reached", async () => {
  const fake = new FakeCluster();
  for (const broker of fake.brokers.values()) broker.refuse();
  const cluster = fake.connect();
  const error = await assertRejects(
    () => fake.env.run(cluster.request(findCoordinator, {}, OPTIONS)),
    ConnectionError,
  );
  assertStringIncludes(
    error.message,
    "Cannot reach the cluster: broker:9091 (connection was refused)",
  );
  assertEquals(await fake.end(cluster), []);
});

Deno.test("Cluster.request() rejects in the turn in which its signal fires: in a try, and between two", async () => {
  for (const code of [undefined, 14]) {
    const fake = new FakeCluster();
    if (code !== undefined) answerWith(fake, code);
    else {for (const broker of fake.brokers.values()) {
        broker.on("FindCoordinator", () => new Promise(() => {}));
      }}
    const cluster = fake.connect();
    const controller = new AbortController();
    let settled = false;
    const waiting = assertRejects(
      () => cluster.request(findCoordinator, {}, { ...OPTIONS, signal: controller.signal }),
      AbortedError,
    ).then(() => {
      settled = true;
    });
    await fake.env.advance(720);
    controller.abort(new Error("enough"));
    await fake.env.settle();
    assert(settled);
    await waiting;
    assertEquals(await fake.end(cluster), []);
  }
});

Deno.test("Cluster.request() rejects with the ClosedError when the cluster is closed between two tries", async () => {
  const fake = new FakeCluster();
  answerWith(fake, 14);
  const cluster = fake.connect();
  const waiting = assertRejects(() => cluster.request(findCoordinator, {}, OPTIONS), ClosedError);
  await fake.env.advance(720);
  await fake.env.run(cluster.close());
  const error = await waiting;
  assertStrictEquals(error, cluster.signal.reason);
  assertEquals(await fake.end(cluster), []);
});
