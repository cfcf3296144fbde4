import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { AbortedError, ConnectionError } from "../../src/errors.ts";
import { ResourceRegistry } from "../../src/internal/resources.ts";
import { MemoryNetwork, memoryPair } from "../../src/transport/memory.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { pattern, readExactly, testConformance } from "./conformance.ts";
import { listenInMemory } from "./peers.ts";

const network = new MemoryNetwork();

testConformance({
  name: "The memory transport",
  connector: (resources) => network.connector(resources),
  listen: () => Promise.resolve(listenInMemory(network)),
  sockets: false,
  abandonsAttempts: true,
});

Deno.test("memoryPair() connects two ends in both directions", async () => {
  const [first, second] = memoryPair({ peers: ["there", "here"] });
  assertEquals([first.peer, second.peer], ["there", "here"]);
  await first.write([pattern(3, 1)]);
  await second.write([pattern(4, 2)]);
  assertEquals(await readExactly(second, 3), pattern(3, 1));
  assertEquals(await readExactly(first, 4), pattern(4, 2));
});

Deno.test("memoryPair() holds back a write past capacityBytes until it is read", async () => {
  const env = new VirtualEnvironment();
  const [first, second] = memoryPair({ capacityBytes: 10 });
  const writing = first.write([pattern(6, 1), pattern(6, 2)]);
  assertEquals((await env.attempt(writing)).state, "pending");
  assertEquals(await second.read(new Uint8Array(100)), 10);
  assertEquals((await env.attempt(writing)).state, "fulfilled");
});

Deno.test("memoryPair() is a RangeError when capacityBytes is no positive integer", () => {
  for (const capacityBytes of [0, -1, 1.5, NaN]) {
    assertThrows(() => memoryPair({ capacityBytes }), RangeError, `is ${capacityBytes}`);
  }
});

Deno.test("memoryPair() still gives what was written before the writer closed", async () => {
  const [first, second] = memoryPair();
  await first.write([pattern(5, 1)]);
  first.close();
  assertEquals(await readExactly(second, 5), pattern(5, 1));
  assertEquals(await second.read(new Uint8Array(1)), null);
  await assertRejects(() => second.write([pattern(1, 1)]), ConnectionError, "reset");
});

Deno.test("memoryPair() registers each end where it belongs", () => {
  const near = new ResourceRegistry();
  const far = new ResourceRegistry();
  const [first, second] = memoryPair({ resources: [near, far] });
  assertEquals([near.list(), far.list()], [["connection memory:2"], ["connection memory:1"]]);
  first.close();
  assertEquals([near.size, far.size], [0, 1]);
  second.close();
  assertEquals(far.size, 0);
});

Deno.test("MemoryNetwork.listen() registers the listener and its connections", async () => {
  const server = new ResourceRegistry();
  const own = new MemoryNetwork();
  const accepted: Transport[] = [];
  const at = { host: "broker", port: 9092 };
  const listener = own.listen(at, (transport) => accepted.push(transport), server);
  await own.connector()(at);
  assertEquals(server.list(), ["listener broker:9092", "connection memory-client:1"]);
  for (const transport of accepted) transport.close();
  listener.close();
  listener.close();
  assertEquals(server.size, 0);
});

Deno.test("MemoryNetwork.listen() refuses an address in use, and gives it back once closed", () => {
  const own = new MemoryNetwork();
  const at = { host: "broker", port: 9092 };
  const first = own.listen(at, () => {});
  assertThrows(() => own.listen(at, () => {}), ConnectionError, "the address is in use");
  first.close();
  const second = own.listen(at, () => {});
  // The first one must not take the address from the second.
  first.close();
  assertThrows(() => own.listen(at, () => {}), ConnectionError, "the address is in use");
  second.close();
});

Deno.test("MemoryNetwork.listen() takes a free port for port 0", () => {
  const own = new MemoryNetwork();
  const first = own.listen({ host: "a", port: 0 }, () => {});
  const second = own.listen({ host: "a", port: 0 }, () => {});
  assert(first.address.port > 0);
  assert(first.address.port !== second.address.port);
});

Deno.test("MemoryNetwork.connector() is a TypeError with tls", async () => {
  const own = new MemoryNetwork();
  const { address } = own.listen({ host: "a", port: 0 }, () => {});
  await assertRejects(() => own.connector()(address, { tls: {} }), TypeError, "real networks only");
});

Deno.test("MemoryNetwork.connector() leaves nothing behind when the signal fires meanwhile", async () => {
  const own = new MemoryNetwork();
  const resources = new ResourceRegistry();
  let accepted = 0;
  const { address } = own.listen({ host: "a", port: 0 }, () => accepted++);
  const controller = new AbortController();
  const connecting = own.connector(resources)(address, { signal: controller.signal });
  controller.abort();
  await assertRejects(() => connecting, AbortedError);
  assertEquals([accepted, resources.size], [0, 0]);
});
