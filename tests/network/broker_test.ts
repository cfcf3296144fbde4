import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { AbortedError, ClosedError, ConnectionError } from "../../src/errors.ts";
import { Channel, type ChannelContext } from "../../src/network/broker.ts";
import { openConnection } from "../../src/network/handshake.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import type { Address } from "../../src/transport/transport.ts";
import { FakeBroker } from "./fake_broker.ts";
import { type Bench, bench } from "./harness.ts";

const ASK = { topics: [] };

interface ChannelBench extends Bench {
  readonly channel: Channel;
  readonly events: string[];
  /** Where the metadata says that the broker is. */
  readonly metadata: { at: Address | undefined };
}

function channelBench(overrides: Partial<ChannelContext> = {}): ChannelBench {
  const base = bench();
  const events: string[] = [];
  base.broker.on("Metadata", () => ({ brokers: [], topics: [] }));
  const place: ChannelBench["metadata"] = { at: { host: base.broker.host, port: 9092 } };
  const channel = new Channel({ nodeId: 1, use: "produce", owner: "p" }, {
    environment: base.env,
    backoff: { initialMs: 100, maxMs: 1_000 },
    connectionIdleMs: 540_000,
    target: () => place.at && { address: place.at, nodeId: 1 },
    open: (_channel, target, signal) => openConnection(target, base.settings, base.env, { signal }),
    onUnknown: () => events.push("unknown"),
    onConnect: (_channel, connection) => events.push(`connect ${connection.broker}`),
    onConnectError: (_channel, target) => events.push(`failed ${target.address.port}`),
    onDisconnect: (_channel, _connection, error) =>
      events.push(error === undefined ? "disconnect" : "lost"),
    ...overrides,
  });
  return { ...base, channel, events, metadata: place };
}

Deno.test("Channel connects on demand, once for all who ask", async () => {
  const { env, broker, channel } = channelBench();
  await env.settle();
  assertEquals(broker.accepted, 0);
  const [first, second] = await env.run(Promise.all([channel.ready(), channel.ready()]));
  assertStrictEquals(first, second);
  assertStrictEquals(channel.current, first);
  assertEquals(broker.accepted, 1);
  assertEquals(channel.state, "ready");
  channel.close();
  await channel.drained();
  assertEquals(env.resources.list(), []);
});

Deno.test("Channel.ready() rejects with the attempt's error, and the next attempt waits for the backoff", async () => {
  const { env, broker, channel, events } = channelBench();
  broker.refuse();
  const [one, two] = await Promise.all([
    assertRejects(() => env.run(channel.ready()), ConnectionError),
    assertRejects(() => channel.ready(), ConnectionError),
  ]);
  assertStrictEquals(one, two);
  assertEquals(events, ["failed 9092"]);
  const waitMs = channel.retryAt - env.clock.monotonic();
  assert(waitMs >= 80 && waitMs <= 120, `${waitMs}`);
  broker.start();
  const again = channel.ready();
  await env.advance(waitMs - 1);
  assertEquals(channel.state, "waiting");
  assertEquals(broker.accepted, 0);
  await env.advance(1);
  await again;
  assertEquals(broker.accepted, 1);
  channel.close();
});

Deno.test("Channel waits exponentially longer after each failure, to the maximum, with jitter (KIP-580)", async () => {
  const { env, broker, channel } = channelBench();
  broker.refuse();
  const waits: number[] = [];
  for (let round = 0; round < 7; round++) {
    await assertRejects(() => env.run(channel.ready()), ConnectionError);
    waits.push(channel.retryAt - env.clock.monotonic());
  }
  for (const [index, base] of [100, 200, 400, 800, 1_000, 1_000, 1_000].entries()) {
    assert(waits[index] >= base * 0.8 && waits[index] <= base * 1.2, `${waits}`);
  }
  assert(new Set(waits.slice(4)).size > 1, "the waits differ");
  channel.close();
});

Deno.test("Channel makes at most one attempt per backoff step to a broker that hangs up after each handshake", async () => {
  const { env, broker, channel } = channelBench();
  broker.on("Metadata", (call) => {
    call.transport.close();
  });
  const started = env.clock.monotonic();
  for (let round = 0; round < 6; round++) {
    await assertRejects(() => env.run(channel.send(metadata, ASK)), ConnectionError);
  }
  assert(
    env.clock.monotonic() - started > 100 + 200 + 400 + 800,
    `${env.clock.monotonic() - started}`,
  );
  channel.close();
});

Deno.test("Channel connects anew without a wait when a connection that worked for long is lost", async () => {
  const { env, broker, channel, events } = channelBench();
  await env.run(channel.send(metadata, ASK));
  await env.advance(5_000);
  broker.cut();
  await env.settle();
  assertEquals(channel.state, "idle");
  const before = env.clock.monotonic();
  await env.run(channel.send(metadata, ASK));
  assertEquals(env.clock.monotonic(), before);
  assertEquals(events, ["connect broker:9092 (id 1)", "lost", "connect broker:9092 (id 1)"]);
  channel.close();
});

Deno.test("Channel.ready() gives up waiting when its signal fires, and the attempt goes on for others", async () => {
  const { env, broker, channel } = channelBench();
  const controller = new AbortController();
  const patient = channel.ready();
  const hasty = assertRejects(() => channel.ready(controller.signal), AbortedError);
  controller.abort();
  await hasty;
  await env.run(patient);
  assertEquals(broker.accepted, 1);
  channel.close();
});

Deno.test("Channel.close() rejects whoever waits for the attempt, or for the backoff, with its error", async () => {
  for (const state of ["connecting", "waiting"]) {
    const { env, broker, channel } = channelBench();
    if (state === "connecting") broker.mute = true;
    else {
      broker.refuse();
      await assertRejects(() => env.run(channel.ready()));
    }
    const waiting = assertRejects(() => channel.ready(), ClosedError);
    await env.settle();
    assertEquals(channel.state, state);
    const cause = new ClosedError("Cannot go on");
    channel.close(cause);
    channel.close();
    assertStrictEquals(await waiting, cause);
    assertStrictEquals(await assertRejects(() => channel.ready()), cause);
    await channel.drained();
    await env.settle();
    assertEquals(env.resources.list(), []);
  }
});

Deno.test("Channel.close() ends its connection with its error", async () => {
  const { env, broker, channel } = channelBench();
  broker.on("Metadata", () => undefined);
  await env.run(channel.ready());
  const waiting = assertRejects(() => channel.send(metadata, ASK));
  const cause = new ClosedError("Cannot go on");
  channel.close(cause);
  assertStrictEquals(await waiting, cause);
  await channel.drained();
  assertEquals(env.resources.list(), []);
});

Deno.test("Channel closes a connection that nobody used for connectionIdleMs, and connects again on demand", async () => {
  const { env, broker, channel, events } = channelBench({ connectionIdleMs: 60_000 });
  await env.run(channel.send(metadata, ASK));
  await env.advance(40_000);
  await env.run(channel.send(metadata, ASK));
  await env.advance(59_999);
  assertEquals(channel.connected, true);
  await env.advance(1);
  assertEquals(channel.connected, false);
  assertEquals(events.at(-1), "disconnect");
  assertEquals(env.resources.list(), []);
  await env.run(channel.send(metadata, ASK));
  assertEquals(broker.accepted, 2);
  channel.close();
});

Deno.test("Channel does not reap a connection that an answer is awaited on", async () => {
  const { env, broker, channel } = channelBench({ connectionIdleMs: 1_000 });
  broker.on("Metadata", () => undefined);
  const waiting = assertRejects(() => channel.send(metadata, ASK, { timeoutMs: 20_000 }));
  await env.advance(10_000);
  assertEquals(channel.connected, true);
  channel.close();
  await waiting;
});

Deno.test("Channel.follow() goes to where the broker is now", async () => {
  const self = channelBench();
  const { env, network, channel, events } = self;
  const moved = new FakeBroker(network, 9999);
  moved.on("Metadata", () => ({ brokers: [], topics: [], clusterId: "moved" }));
  self.broker.on("Metadata", () => undefined);
  await env.run(channel.ready());
  const waiting = assertRejects(() => channel.send(metadata, ASK), ConnectionError);
  self.metadata.at = { host: "broker", port: 9999 };
  channel.follow();
  const error = await waiting;
  assertEquals(error.code, "BROKER_MOVED");
  assertStringIncludes(error.message, 'moved to "broker:9999"');
  assertEquals((await env.run(channel.send(metadata, ASK))).clusterId, "moved");
  assertEquals(self.broker.accepted, 1);
  assertEquals(events, ["connect broker:9092 (id 1)", "lost", "connect broker:9999 (id 1)"]);
  channel.close();
});

Deno.test("Channel.follow() leaves a connection alone when the broker has not moved, or is not listed", async () => {
  const self = channelBench();
  await self.env.run(self.channel.ready());
  self.channel.follow();
  self.metadata.at = undefined;
  self.channel.follow();
  assertEquals(self.channel.connected, true);
  self.channel.close();
});

for (const state of ["connecting", "waiting"]) {
  Deno.test(`Channel.follow() redirects whoever waits while ${state}`, async () => {
    const self = channelBench();
    const { env, network, channel } = self;
    const moved = new FakeBroker(network, 9999);
    if (state === "connecting") self.broker.mute = true;
    else {
      self.broker.refuse();
      await assertRejects(() => env.run(channel.ready()));
    }
    const waiting = channel.ready();
    await env.settle();
    assertEquals(channel.state, state);
    const before = env.clock.monotonic();
    self.metadata.at = { host: "broker", port: 9999 };
    channel.follow();
    const connection = await env.run(waiting);
    assertEquals(connection.broker, "broker:9999 (id 1)");
    assertEquals(env.clock.monotonic(), before);
    assertEquals(moved.accepted, 1);
    channel.close();
    await channel.drained();
    self.broker.cut();
    await env.settle();
    assertEquals(env.resources.list(), []);
  });
}

Deno.test("Channel.ready() rejects while the metadata does not list the broker", async () => {
  const self = channelBench();
  self.metadata.at = undefined;
  const error = await assertRejects(() => self.channel.ready(), ConnectionError);
  assertEquals(error.code, "BROKER_UNKNOWN");
  assertEquals(self.events, ["unknown"]);
  assert(self.channel.retryAt > self.env.clock.monotonic(), "whoever asks again at once waits");
  self.metadata.at = { host: "broker", port: 9092 };
  await self.env.run(self.channel.ready());
  self.channel.close();
});

Deno.test("Channel.follow() forgets what failed at the old address", async () => {
  const self = channelBench();
  const { env, network, channel } = self;
  self.broker.refuse();
  for (let round = 0; round < 5; round++) await assertRejects(() => env.run(channel.ready()));
  new FakeBroker(network, 9999);
  self.metadata.at = { host: "broker", port: 9999 };
  channel.follow();
  const before = env.clock.monotonic();
  await env.run(channel.ready());
  assertEquals(env.clock.monotonic(), before);
  assertEquals(channel.failures, 0);
  channel.close();
});

Deno.test("Channel.nudge() makes a silent attempt anew, and leaves a young one alone", async () => {
  const { env, broker, channel } = channelBench();
  broker.mute = true;
  const waiting = channel.ready();
  await env.advance(900);
  channel.nudge(1_000);
  await env.settle();
  assertEquals(broker.accepted, 1);
  broker.mute = false;
  await env.advance(100);
  channel.nudge(1_000);
  const before = env.clock.monotonic();
  await env.run(waiting);
  assertEquals(env.clock.monotonic(), before);
  assertEquals(broker.accepted, 2);
  channel.close();
});

Deno.test("Channel.nudge() ends the wait for a backoff", async () => {
  const { env, broker, channel } = channelBench();
  broker.refuse();
  await assertRejects(() => env.run(channel.ready()));
  broker.start();
  const waiting = channel.ready();
  await env.settle();
  const before = env.clock.monotonic();
  channel.nudge(1_000);
  await env.run(waiting);
  assertEquals(env.clock.monotonic(), before);
  channel.close();
});

Deno.test("Channel.mutedUntil tells of the connection's throttle", async () => {
  const { env, broker, channel } = channelBench();
  assertEquals(channel.mutedUntil, -Infinity);
  broker.on("Metadata", () => ({ brokers: [], topics: [], throttleTimeMs: 700 }));
  await env.run(channel.send(metadata, ASK));
  assertEquals(channel.mutedUntil, env.clock.monotonic() + 700);
  channel.close();
});

Deno.test("Channel.disconnect() ends the connection only", async () => {
  const { env, broker, channel } = channelBench();
  broker.on("Metadata", () => undefined);
  await env.run(channel.ready());
  const waiting = assertRejects(() => channel.send(metadata, ASK), ConnectionError);
  channel.disconnect(new Error("stale"));
  assertInstanceOf((await waiting).cause, Error);
  broker.on("Metadata", () => ({ brokers: [], topics: [] }));
  await env.run(channel.send(metadata, ASK));
  channel.close();
});
