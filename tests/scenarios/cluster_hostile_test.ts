import { assert, assertEquals, assertRejects } from "@std/assert";
import { BrokerError, ConnectionError, KafkaError, ProtocolError } from "../../src/errors.ts";
import { classify } from "../../src/cluster/error_class.ts";
import { ERROR_CODES } from "../../src/protocol/error_codes.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import { initProducerId } from "../../src/protocol/messages/init_producer_id.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { withCluster } from "./cluster_world.ts";

function patched(frame: Uint8Array, at: number, ...bytes: number[]): Uint8Array {
  const copy = frame.slice();
  copy.set(bytes, at);
  return copy;
}

const SPOILT: readonly (readonly [string, (frame: Uint8Array) => Uint8Array])[] = [
  ["cut short", (frame) => frame.subarray(0, frame.length - 2)],
  ["with the size -1", (frame) => patched(frame, 0, 0xff, 0xff, 0xff, 0xff)],
  ["with the size 0", (frame) => patched(frame, 0, 0, 0, 0, 0)],
  ["with the size 2^31 - 1", (frame) => patched(frame, 0, 0x7f, 0xff, 0xff, 0xff)],
  ["in HTTP", () => new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ["as a TLS alert", () => new Uint8Array([0x15, 3, 3, 0, 2, 2, 70])],
  ["with another correlation id", (frame) => patched(frame, 7, frame[7] + 1)],
  ["with a negative correlation id", (frame) => patched(frame, 4, 0xff)],
  ["with an array of 2^31 - 1", (frame) => patched(frame, 13, 0xff, 0xff, 0xff, 0xff, 0x07)],
  ["with a varint without end", (frame) => {
    const copy = frame.slice();
    copy.fill(0xff, 13);
    return copy;
  }],
  ["with bytes after its end", (frame) => {
    const longer = new Uint8Array(frame.length + 1);
    longer.set(frame);
    new DataView(longer.buffer).setInt32(0, longer.length - 4);
    return longer;
  }],
];

for (const [what, spoil] of SPOILT) {
  Deno.test(`an answer ${what} ends its connection within a second, settles what waits there, and touches nothing else`, () =>
    withCluster({ brokers: 1, topics: ["a"] }, async (world) => {
      const { cluster, kafka } = world;
      await world.run(cluster.refresh({ topics: ["a"] }));
      const [bad, good] = [cluster.channel(1, "lookup", "x"), cluster.channel(1, "fetch", "y")];
      const [connection, other] = await world.run(Promise.all([bad.ready(), good.ready()]));
      kafka.intercept("Metadata", () => ({ frame: spoil, thenClose: what === "cut short" }));
      const started = world.now;
      const waiting = [1, 2].map(() =>
        assertRejects(() => connection.send(metadata, { topics: [{ name: "a" }] }), KafkaError)
      );
      const cause = await world.run(connection.closed);
      const errors = await Promise.all(waiting);
      assert(world.now - started <= 1_000, `${world.now - started} ms`);
      assert(cause instanceof ProtocolError || errors[0] instanceof ConnectionError);
      for (const error of errors) {
        assert(error instanceof ProtocolError || error instanceof ConnectionError);
      }
      assertEquals(other.open, true);
      await world.run(other.send(metadata, { topics: [] }));
      await world.run(bad.send(metadata, { topics: [] }));
    }));
}

Deno.test("an answer given twice ends its connection", () =>
  withCluster({ brokers: 1 }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.refresh());
    const connection = await world.run(cluster.channel(1, "lookup", "x").ready());
    kafka.intercept("Metadata", () => ({
      frame: (frame) => {
        const twice = new Uint8Array(frame.length * 2);
        twice.set(frame);
        twice.set(frame, frame.length);
        return twice;
      },
    }));
    await world.run(connection.send(metadata, { topics: [] }));
    assert(await world.run(connection.closed) instanceof ProtocolError);
  }));

/** Codes that nobody has defined yet. */
const FUTURE = [134, 4_711, 32_767, -2, -32_768];

Deno.test("every error code, answered once, is retried or thrown with its name, on every API of the loop", () =>
  withCluster({ brokers: 1 }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.refresh());
    const codes = [...ERROR_CODES.map(({ code }) => code), ...FUTURE];
    for (const code of codes) {
      kafka.intercept("FindCoordinator", () => ({
        answer: { coordinators: [{ key: "g", errorCode: code, nodeId: -1 }] },
      }));
      kafka.intercept("InitProducerId", () => ({
        answer: { errorCode: code, producerId: -1n, producerEpoch: -1 },
      }));
      const asks: readonly (readonly [number, () => Promise<unknown>])[] = [
        [findCoordinator.key, () =>
          cluster.request(findCoordinator, { coordinatorKeys: ["g"] }, {
            use: "lookup",
            errorOf: (response) => response.coordinators[0].errorCode,
          })],
        [initProducerId.key, () =>
          cluster.request(initProducerId, { transactionalId: null }, {
            use: "lookup",
            errorOf: (response) => response.errorCode,
          })],
      ];
      for (const [apiKey, ask] of asks) {
        const meaning = classify(apiKey, code);
        if (meaning.success || meaning.retriable) {
          await world.run(ask());
          continue;
        }
        const error = await assertRejects(() => world.run(ask()), BrokerError);
        assertEquals(error.errorCode, code);
        const known = ERROR_CODES.find((entry) => entry.code === code)?.name;
        assertEquals(error.code, known ?? `UNKNOWN_${code}`);
      }
    }
  }));

Deno.test("an error code that is answered for ever ends with it at the limit, with a wait between the tries", () =>
  withCluster({ brokers: 1 }, async (world) => {
    const { cluster, kafka } = world;
    await world.run(cluster.refresh());
    const hook = kafka.intercept("FindCoordinator", () => ({
      answer: { coordinators: [{ key: "g", errorCode: 15, nodeId: -1 }] },
    }), { keep: true });
    const started = world.now;
    const error = await assertRejects(
      () =>
        world.run(cluster.request(findCoordinator, { coordinatorKeys: ["g"] }, {
          use: "lookup",
          errorOf: (response) => response.coordinators[0].errorCode,
        })),
      BrokerError,
    );
    assertEquals(error.code, "COORDINATOR_NOT_AVAILABLE");
    assert(world.now - started > 28_000 && world.now - started <= 30_000);
    assert(hook.requests.length <= 45, `${hook.requests.length} tries`);
  }));

Deno.test("every error code for a topic in the metadata is waited for or thrown, and never crashes", () =>
  withCluster({ brokers: 1, topics: ["a"] }, async (world) => {
    const { cluster, kafka } = world;
    for (const code of [...ERROR_CODES.map((entry) => entry.code), ...FUTURE]) {
      if (code === 0) continue;
      kafka.intercept("Metadata", () => ({
        change: (response) => {
          for (const topic of response.topics) {
            topic.errorCode = code;
            topic.partitions = [];
          }
        },
      }), { times: 2, when: ({ request }) => (request.topics?.length ?? 0) > 0 });
      await world.run(cluster.refresh({ topics: ["a"] }));
      if (classify(metadata.key, code).retriable) {
        await world.run(cluster.topic("a"));
      } else {
        const error = await assertRejects(() => world.run(cluster.topic("a")), BrokerError);
        assertEquals(error.errorCode, code);
      }
      assertEquals((await world.run(cluster.topic("a"))).partitions.length, 1);
    }
  }));
