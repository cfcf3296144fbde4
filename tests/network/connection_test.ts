import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import {
  AbortedError,
  ClosedError,
  ConnectionError,
  ProtocolError,
  TimeoutError,
} from "../../src/errors.ts";
import { Connection } from "../../src/network/connection.ts";
import { fetch } from "../../src/protocol/messages/fetch.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import { metadata, metadataServer } from "../../src/protocol/messages/metadata.ts";
import { produce } from "../../src/protocol/messages/produce.ts";
import { memoryPair } from "../../src/transport/memory.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { type Call, gate, responseFrame } from "./fake_broker.ts";
import { bench, SETTINGS } from "./harness.ts";

const ASK = { topics: [] };

/** A metadata response that tells which request it answers. */
function echo(call: Call): Record<string, unknown> {
  return { brokers: [], clusterId: `${call.request.topics?.[0]?.name ?? ""}`, topics: [] };
}

function named(name: string): { topics: { name: string }[] } {
  return { topics: [{ name }] };
}

Deno.test("Connection.send() pipelines requests and answers them in their order", async () => {
  const { env, broker, open } = bench();
  const answer = gate();
  broker.on("Metadata", async (call) => {
    await answer.promise;
    return echo(call);
  });
  const connection = await env.run(open());
  const order: string[] = [];
  const sent = ["a", "b", "c"].map((name) =>
    connection.send(metadata, named(name)).then((response) => {
      order.push(`${name}=${response.clusterId}`);
    })
  );
  await env.settle();
  assertEquals(connection.inFlight, 3);
  assertEquals(broker.of("Metadata").length, 1, "the broker takes one at a time");
  answer.open();
  await env.run(Promise.all(sent));
  assertEquals(order, ["a=a", "b=b", "c=c"]);
  assertEquals(connection.inFlight, 0);
  const ids = broker.of("Metadata").map((call) => call.correlationId);
  assertEquals(new Set(ids).size, 3);
  assertEquals(broker.of("Metadata")[0].clientId, "test");
  connection.close();
  await connection.closed;
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection.submit() encodes before it returns", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", echo);
  const connection = await env.run(open());
  const topics = [{ name: "before" }];
  const pending = connection.submit(metadata, { topics });
  topics[0].name = "after";
  assertEquals((await env.run(pending.response)).clusterId, "before");
  connection.close();
});

Deno.test("Connection.submit() gives the negotiated version to a request that is a function", async () => {
  const { env, broker, open } = bench();
  broker.ranges = { Metadata: [0, 7] };
  broker.on("Metadata", echo);
  const connection = await env.run(open());
  let seen = -1;
  const pending = connection.submit(metadata, (version) => {
    seen = version;
    return ASK;
  });
  assertEquals(pending.version, 7);
  await env.run(pending.response);
  assertEquals(seen, 7);
  assertEquals(broker.of("Metadata")[0].version, 7);
  connection.close();
});

Deno.test("Connection.submit() hands large records to the transport by reference and unjoined", async () => {
  const env = new VirtualEnvironment();
  const written: Uint8Array[][] = [];
  const transport = recordingTransport((chunks) => {
    written.push([...chunks]);
    return Promise.resolve();
  });
  const connection = new Connection(transport, "b:1", SETTINGS, env);
  const records = [new Uint8Array(61), new Uint8Array(500_000)];
  const pending = connection.submit(produce, {
    acks: -1,
    topicData: [{ name: "t", partitionData: [{ index: 0, records }] }],
  }, { version: 9 });
  pending.response.catch(() => {});
  await pending.written;
  const [chunks] = written;
  assert(chunks.includes(records[1]), "the body is passed on as it is");
  const own = chunks.filter((chunk) => chunk !== records[1] && chunk !== records[0]);
  assert(own.reduce((sum, chunk) => sum + chunk.length, 0) < 200, "the rest is small");
  assert(chunks.length <= 4, `${chunks.length} chunks`);
  connection.close();
  await connection.closed;
});

Deno.test("Connection.submit() writes what waits for a write together, in order", async () => {
  const env = new VirtualEnvironment();
  const first = gate();
  const writes: number[] = [];
  const transport = recordingTransport((chunks) => {
    writes.push(chunks.length);
    return writes.length === 1 ? first.promise : Promise.resolve();
  });
  const connection = new Connection(transport, "b:1", SETTINGS, env);
  const pendings = [1, 2, 3, 4].map(() => connection.submit(metadata, ASK, { version: 5 }));
  for (const { response } of pendings) response.catch(() => {});
  await env.settle();
  assertEquals(writes, [1]);
  assertEquals(pendings.map(({ sent }) => sent), [true, false, false, false]);
  first.open();
  await env.settle();
  assertEquals(writes, [1, 3]);
  connection.close();
  await connection.closed;
});

Deno.test("Connection.submit() rejects what cannot be encoded and goes on", async () => {
  const { env, broker, open } = bench();
  broker.ranges = { Metadata: [0, 3] };
  broker.on("Metadata", echo);
  const connection = await env.run(open());
  const bad = connection.submit(metadata, { topics: [], allowAutoTopicCreation: false });
  await assertRejects(() => bad.response, ProtocolError, "allowAutoTopicCreation");
  await bad.written;
  assertEquals(bad.sent, false);
  assertEquals((await env.run(connection.send(metadata, named("x")))).clusterId, "x");
  connection.close();
});

Deno.test("Connection.send() refuses an API that the broker does not share a version of", async () => {
  const { env, broker, open } = bench();
  broker.ranges = { FindCoordinator: [100, 101] };
  const connection = await env.run(open());
  const error = await assertRejects(() => connection.send(findCoordinator, {}), ProtocolError);
  assertEquals(error.code, "UNSUPPORTED_VERSION");
  assertStringIncludes(error.message, "Cannot send FindCoordinator to broker:9092 (id 1)");
  assertStringIncludes(error.message, "serves versions 100 to 101");
  assertEquals(connection.open, true);
  connection.close();
});

Deno.test("Connection.send() rejects with a TimeoutError at the request's own limit, and takes the late answer in silence", async () => {
  const { env, broker, open } = bench();
  const answer = gate();
  let first = true;
  broker.on("Metadata", async (call) => {
    if (first) await answer.promise;
    first = false;
    return echo(call);
  });
  const connection = await env.run(open());
  const late = assertRejects(
    () => connection.send(metadata, named("late"), { timeoutMs: 2_000 }),
    TimeoutError,
    "within 2000 ms",
  );
  await env.advance(1_999);
  assertEquals(connection.inFlight, 1);
  await env.advance(1);
  await late;
  assertEquals(connection.open, true, "the broker has not been silent for a whole request timeout");
  const next = connection.send(metadata, named("next"));
  answer.open();
  assertEquals((await env.run(next)).clusterId, "next");
  connection.close();
});

Deno.test("Connection closes when the broker is silent for a whole request timeout", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", () => undefined);
  const connection = await env.run(open());
  const first = assertRejects(() => connection.send(metadata, ASK), TimeoutError, "30000 ms");
  await env.advance(10_000);
  const second = assertRejects(() => connection.send(metadata, ASK), ConnectionError);
  await env.advance(20_000);
  await first;
  const error = await second;
  assertInstanceOf(error.cause, TimeoutError);
  assertInstanceOf(await connection.closed, TimeoutError);
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection goes on while answers keep coming, though a request behind them is late", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", async (call) => {
    await new Promise<void>((resolve) => env.clock.setTimer(resolve, 20_000));
    return echo(call);
  });
  const connection = await env.run(open());
  const first = connection.send(metadata, named("1"));
  const second = assertRejects(() => connection.send(metadata, named("2")), TimeoutError);
  const third = connection.send(metadata, named("3"), { timeoutMs: 61_000 });
  await env.advance(30_000);
  assertEquals((await first).clusterId, "1");
  await second;
  assertEquals(connection.open, true);
  await env.advance(30_000);
  assertEquals((await third).clusterId, "3");
  connection.close();
});

Deno.test("Connection does not look into an answer that nobody waits for", async () => {
  const { env, broker, open } = bench();
  const answer = gate();
  broker.on("Metadata", async (call) => {
    if (call.request.topics[0].name !== "late") return echo(call);
    await answer.promise;
    const frame = responseFrame(metadataServer, echo(call), call.version, call.correlationId);
    return frame.fill(0xff, 9);
  });
  const connection = await env.run(open());
  const controller = new AbortController();
  const late = assertRejects(
    () => connection.send(metadata, named("late"), { signal: controller.signal }),
    AbortedError,
  );
  await env.settle();
  controller.abort();
  await late;
  answer.open();
  assertEquals((await env.run(connection.send(metadata, named("next")))).clusterId, "next");
  connection.close();
});

Deno.test("Connection.send() rejects in the turn in which its signal fires", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", echo);
  const connection = await env.run(open());
  const controller = new AbortController();
  const pending = connection.submit(metadata, named("gone"), { signal: controller.signal });
  let told = false;
  pending.response.catch(() => {
    told = true;
  });
  controller.abort(new Error("enough"));
  await Promise.resolve();
  assert(told);
  const error = await assertRejects(() => pending.response, AbortedError);
  assertStringIncludes((error.cause as Error).message, "enough");
  assertEquals((await env.run(connection.send(metadata, named("next")))).clusterId, "next");
  connection.close();
});

Deno.test("Connection.send() does not send what was aborted before it was written", async () => {
  const env = new VirtualEnvironment();
  const first = gate();
  let writes = 0;
  const transport = recordingTransport(() => ++writes === 1 ? first.promise : Promise.resolve());
  const connection = new Connection(transport, "b:1", SETTINGS, env);
  connection.send(metadata, ASK, { version: 5 }).catch(() => {});
  const controller = new AbortController();
  const pending = connection.submit(metadata, ASK, { version: 5, signal: controller.signal });
  controller.abort();
  await assertRejects(() => pending.response, AbortedError);
  await pending.written;
  assertEquals(pending.sent, false);
  assertEquals(connection.inFlight, 1);
  first.open();
  await env.settle();
  assertEquals(writes, 1);
  connection.close();
  await connection.closed;
});

Deno.test("Connection.send() refuses a signal that has fired already", async () => {
  const { env, broker, open } = bench();
  const connection = await env.run(open());
  await assertRejects(
    () => connection.send(metadata, ASK, { signal: AbortSignal.abort() }),
    AbortedError,
  );
  assertEquals(broker.of("Metadata").length, 0);
  connection.close();
});

Deno.test("Connection.submit() resolves a request without answer once it is written", async () => {
  const { env, broker, open } = bench();
  broker.on("Produce", () => undefined);
  broker.on("Metadata", echo);
  const connection = await env.run(open());
  const pending = connection.submit(produce, { acks: 0 }, { noResponse: true });
  assertEquals(await env.run(pending.response as Promise<unknown>), undefined);
  assertEquals(pending.sent, true);
  assertEquals(connection.inFlight, 0);
  assertEquals((await env.run(connection.send(metadata, named("next")))).clusterId, "next");
  connection.close();
});

Deno.test("Connection.submit() settles `written` of a request in the transport's hands only when they are empty", async () => {
  const env = new VirtualEnvironment();
  const write = gate();
  const transport = recordingTransport(() => write.promise);
  const connection = new Connection(transport, "b:1", SETTINGS, env);
  const pending = connection.submit(metadata, ASK, { version: 5 });
  const queued = connection.submit(metadata, ASK, { version: 5 });
  const outcomes = [pending.response, queued.response].map((response) =>
    assertRejects(() => response)
  );
  connection.close(new ConnectionError("Lost"));
  await Promise.all(outcomes);
  await queued.written;
  assertEquals((await env.attempt(pending.written)).state, "pending");
  write.open();
  await env.settle();
  assertEquals((await env.attempt(pending.written)).state, "fulfilled");
  await connection.closed;
});

Deno.test("Connection closes when a write hangs, also when no answer is owed", async () => {
  const env = new VirtualEnvironment();
  const write = gate();
  const connection = new Connection(recordingTransport(() => write.promise), "b:1", SETTINGS, env);
  const pending = connection.submit(produce, { acks: 0 }, { noResponse: true, version: 9 });
  const failed = assertRejects(() => pending.response, TimeoutError, "within 30000 ms");
  await env.advance(30_000);
  await failed;
  assertEquals(connection.open, false);
  write.open();
  await connection.closed;
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection.close() rejects what is being written without waiting for the write", async () => {
  const env = new VirtualEnvironment();
  const connection = new Connection(
    recordingTransport(() => new Promise(() => {})),
    "b:1",
    SETTINGS,
    env,
  );
  const pending = connection.submit(produce, { acks: 0 }, { noResponse: true, version: 9 });
  const failed = assertRejects(() => pending.response, ConnectionError);
  connection.close();
  await failed;
});

Deno.test("Connection.close() gives one and the same error to every waiter", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", () => undefined);
  const connection = await env.run(open());
  const cause = new Error("switched off");
  const waiting = [1, 2, 3].map(() => assertRejects(() => connection.send(metadata, ASK)));
  await env.settle();
  connection.close(cause);
  connection.close(new Error("too late"));
  const errors = await Promise.all(waiting);
  assertInstanceOf(errors[0], ConnectionError);
  assertStrictEquals(errors[0].cause, cause);
  assertStrictEquals(errors[1], errors[0]);
  assertStrictEquals(errors[2], errors[0]);
  assertStrictEquals(await assertRejects(() => connection.send(metadata, ASK)), errors[0]);
  assertStrictEquals(await connection.closed, cause);
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection.close() passes a ClosedError on as it is", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", () => undefined);
  const connection = await env.run(open());
  const waiting = assertRejects(() => connection.send(metadata, ASK));
  const cause = new ClosedError("Cannot go on");
  connection.close(cause);
  assertStrictEquals(await waiting, cause);
});

Deno.test("Connection ends with a ConnectionError when the broker goes", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", () => undefined);
  const connection = await env.run(open());
  const waiting = assertRejects(() => connection.send(metadata, ASK), ConnectionError);
  await env.settle();
  let told: Error | undefined;
  connection.onClose((error) => {
    told = error;
  });
  broker.stop();
  const error = await waiting;
  assertStringIncludes(error.message, "broker:9092 (id 1)");
  assertEquals(error.retriable, true);
  assertStrictEquals(told, await connection.closed);
});

const SPOILERS: readonly (readonly [string, (call: Call) => Uint8Array, string])[] = [
  [
    "an unknown correlation id",
    (call) => responseFrame(metadataServer, echo(call), call.version, call.correlationId + 7),
    "correlation id",
  ],
  [
    "a negative correlation id",
    (call) => responseFrame(metadataServer, echo(call), call.version, -1),
    "correlation id is -1",
  ],
  [
    "bytes after its end",
    (call) => {
      const frame = responseFrame(metadataServer, echo(call), call.version, call.correlationId);
      const longer = new Uint8Array(frame.length + 3);
      longer.set(frame);
      new DataView(longer.buffer).setInt32(0, longer.length - 4);
      return longer;
    },
    "3 bytes follow its end",
  ],
  [
    "a truncated body",
    (call) => {
      const frame = responseFrame(metadataServer, echo(call), call.version, call.correlationId);
      const shorter = frame.slice(0, frame.length - 3);
      new DataView(shorter.buffer).setInt32(0, shorter.length - 4);
      return shorter;
    },
    "MetadataResponse",
  ],
  ["HTTP", () => new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n"), "HTTP"],
  ["a negative size", () => new Uint8Array([0xff, 0xff, 0xff, 0x00]), "size of a frame"],
];

for (const [what, spoil, message] of SPOILERS) {
  Deno.test(`Connection closes with a ProtocolError at an answer with ${what}, and settles everything`, async () => {
    const { env, broker, open } = bench();
    broker.on("Metadata", spoil);
    const connection = await env.run(open());
    const first = assertRejects(() => connection.send(metadata, named("x")));
    const second = assertRejects(() => connection.send(metadata, named("y")), ConnectionError);
    const cause = await env.run(connection.closed);
    assertInstanceOf(cause, ProtocolError);
    assertStringIncludes(cause.message, message);
    const error = await first;
    assert(error === cause || (error as Error).cause === cause);
    assertStrictEquals((await second).cause, cause);
    assertEquals(env.resources.list(), []);
  });
}

Deno.test("Connection closes with a ProtocolError at the same answer given twice", async () => {
  const { env, broker, open } = bench();
  broker.on("Metadata", (call) => {
    const frame = responseFrame(metadataServer, echo(call), call.version, call.correlationId);
    const twice = new Uint8Array(frame.length * 2);
    twice.set(frame);
    twice.set(frame, frame.length);
    return twice;
  });
  const connection = await env.run(open());
  assertEquals((await env.run(connection.send(metadata, named("x")))).clusterId, "x");
  const cause = await env.run(connection.closed);
  assertInstanceOf(cause, ProtocolError);
  assertStringIncludes(cause.message, "while none was expected");
});

Deno.test("Connection keeps silent for as long as a throttled answer asks, then goes on (KIP-219)", async () => {
  const throttled: number[] = [];
  const { env, broker, open } = bench();
  broker.on("Metadata", (call) => ({
    ...echo(call),
    throttleTimeMs: call.request.topics[0].name === "slow" ? 5_000 : 0,
  }));
  const connection = await env.run(
    open({ events: { onThrottle: (_api, ms) => throttled.push(ms) } }),
  );
  await env.run(connection.send(metadata, named("slow")));
  const now = env.clock.monotonic();
  assertEquals(throttled, [5_000]);
  assertEquals(connection.throttledUntil, now + 5_000);
  const next = connection.send(metadata, named("next"));
  await env.advance(4_999);
  assertEquals(broker.of("Metadata").length, 1);
  await env.advance(1);
  assertEquals((await next).clusterId, "next");
  connection.close();
  await connection.closed;
  assertEquals(env.resources.list(), []);
});

Deno.test("Connection does not count a throttle against the limits of what waits", async () => {
  const slow: string[] = [];
  const { env, broker, open } = bench();
  broker.on("Metadata", (call) => ({ ...echo(call), throttleTimeMs: 40_000 }));
  const connection = await env.run(open({ events: { onSlow: (api) => slow.push(api.name) } }));
  await env.run(connection.send(metadata, named("first")));
  const waiting = connection.send(metadata, named("second"));
  assertEquals((await env.run(waiting)).clusterId, "second");
  assertEquals(slow, []);
  connection.close();
});

Deno.test("Connection does not count a throttle against what was on its way or in the queue when it came", async () => {
  const { env, broker, network } = bench();
  const slow: string[] = [];
  const answer = gate();
  broker.on("Metadata", async (call) => {
    if (call.request.topics[0].name === "1") await answer.promise;
    // As a real broker, it does not read on while it throttles.
    if (call.request.topics[0].name !== "1") {
      await new Promise<void>((resolve) => env.clock.setTimer(resolve, 40_000));
    }
    return { ...echo(call), throttleTimeMs: call.request.topics[0].name === "1" ? 40_000 : 0 };
  });
  const inner = await network.connector(env.resources)({ host: broker.host, port: broker.port });
  const firstWrite = gate();
  let writes = 0;
  // The second write hangs until the throttle has come, so that the third request waits behind it.
  const connection = new Connection(
    {
      peer: inner.peer,
      read: (into) => inner.read(into),
      write: async (chunks) => {
        if (++writes === 2) await firstWrite.promise;
        await inner.write(chunks);
      },
      closeWrite: () => inner.closeWrite(),
      close: (cause) => inner.close(cause),
      closed: inner.closed,
    },
    "b:1",
    SETTINGS,
    env,
    { onSlow: (api) => slow.push(api.name) },
  );
  const [first, second] = ["1", "2"].map((name) =>
    connection.send(metadata, named(name), { version: 8 })
  );
  await env.settle();
  const third = connection.send(metadata, named("3"), { version: 8, timeoutMs: 50_000 });
  await env.settle();
  assertEquals(connection.inFlight, 3);
  answer.open();
  assertEquals((await env.run(first)).throttleTimeMs, 40_000);
  firstWrite.open();
  assertEquals((await env.run(second)).clusterId, "2");
  assertEquals((await env.run(third)).clusterId, "3");
  assertEquals(slow, ["Metadata"], "only the third is slow: nothing excuses its 40 s");
  connection.close();
  await connection.closed;
});

Deno.test("Connection does not keep silent in versions for which the broker has waited itself", async () => {
  const { env, broker, open } = bench();
  broker.ranges = { Metadata: [0, 5] };
  broker.on("Metadata", (call) => ({ ...echo(call), throttleTimeMs: 5_000 }));
  const connection = await env.run(open());
  await env.run(connection.send(metadata, named("x")));
  assertEquals(connection.throttledUntil, -Infinity);
  connection.close();
});

Deno.test("Connection tells once of a request that is unanswered for 1.5 s, but not of one that waits by itself", async () => {
  const slow: string[] = [];
  const { env, broker, open } = bench();
  broker.on("Metadata", () => undefined);
  const connection = await env.run(open({ events: { onSlow: (api) => slow.push(api.name) } }));
  connection.send(metadata, ASK).catch(() => {});
  connection.send(fetch, {}).catch(() => {});
  connection.send(fetch, {}, { slowAfterMs: 2_000 }).catch(() => {});
  await env.advance(1_499);
  assertEquals(slow, []);
  await env.advance(1);
  assertEquals(slow, ["Metadata"]);
  await env.advance(10_000);
  assertEquals(slow, ["Metadata", "Fetch"]);
  connection.close();
});

/** A transport that never answers and whose writes the test sees. */
function recordingTransport(write: (chunks: readonly Uint8Array[]) => Promise<void>): Transport {
  const [near, far] = memoryPair();
  return {
    peer: near.peer,
    read: (into) => near.read(into),
    write,
    closeWrite: () => near.closeWrite(),
    close: (cause) => {
      near.close(cause);
      far.close();
    },
    closed: near.closed,
  };
}
