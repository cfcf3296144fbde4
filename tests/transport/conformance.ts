/**
 * What every transport must do, whatever it is made of. Each adapter's test
 * file registers these tests for itself.
 */

import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
} from "@std/assert";
import { readdirSync, readlinkSync } from "node:fs";
import { AbortedError, ConnectionError, KafkaError } from "../../src/errors.ts";
import { ResourceRegistry } from "../../src/internal/resources.ts";
import type { Connector, Transport } from "../../src/transport/transport.ts";
import { formatAddress } from "../../src/transport/failure.ts";
import { connectPair, type Listener, listenOnSocket, type Peer } from "./peers.ts";
import { startStuckListener } from "./stuck.ts";

/** What is tested. */
export interface Adapter {
  /** Its name, for the tests'. */
  readonly name: string;
  /** Makes its connector. */
  connector(resources: ResourceRegistry): Connector;
  /** Starts the other side. */
  listen(): Promise<Listener>;
  /** Whether it has real sockets, with descriptors, names and unreachable hosts. */
  readonly sockets: boolean;
  /** Whether an attempt that is given up leaves nothing behind. */
  readonly abandonsAttempts: boolean;
}

const MEBIBYTE = 1024 * 1024;
const LARGE = 20 * MEBIBYTE;

/** What a test works with. */
interface Stage {
  readonly resources: ResourceRegistry;
  readonly connector: Connector;
  readonly listener: Listener;
  open(): Promise<[Transport, Peer]>;
}

/** Registers the tests for one adapter. */
export function testConformance(adapter: Adapter): void {
  const test = (name: string, body: (stage: Stage) => Promise<void>) => {
    Deno.test(`${adapter.name} ${name}`, async () => {
      const resources = new ResourceRegistry();
      const connector = adapter.connector(resources);
      const listener = await adapter.listen();
      const opened: Transport[] = [];
      try {
        await body({
          resources,
          connector,
          listener,
          open: async () => {
            const [transport, peer] = await connectPair(
              listener,
              () => connector(listener.address),
            );
            opened.push(transport);
            return [transport, peer];
          },
        });
      } finally {
        for (const transport of opened) transport.close();
        await Promise.all(opened.map((transport) => transport.closed));
        await listener.close();
      }
      assertEquals(resources.list(), []);
    });
  };

  testReading(test);
  testWriting(test);
  testEnds(test);
  testClosing(test);
  testMisuse(test);
  testConnecting(test, adapter);
}

type RegisterTest = (name: string, body: (stage: Stage) => Promise<void>) => void;

function testReading(test: RegisterTest): void {
  test("read() gives a part when more came than fits", async ({ open }) => {
    const [transport, peer] = await open();
    await peer.write(pattern(10, 0));
    const parts: number[] = [];
    const into = new Uint8Array(4);
    const all: number[] = [];
    while (all.length < 10) {
      const length = await transport.read(into);
      assert(length !== null && length >= 1 && length <= 4);
      parts.push(length);
      all.push(...into.subarray(0, length));
    }
    assertEquals(new Uint8Array(all), pattern(10, 0));
    assert(parts.length >= 3);
  });

  test("read() gives what came without waiting for more", async ({ open }) => {
    const [transport, peer] = await open();
    const into = new Uint8Array(1_000);
    const pending = transport.read(into);
    await peer.write(pattern(3, 7));
    assertEquals(await pending, 3);
    assertEquals(into.slice(0, 3), pattern(3, 7));
    assertEquals(into.subarray(3).every((byte) => byte === 0), true);
  });

  test("read() writes only into the bytes that it was given", async ({ open }) => {
    const [transport, peer] = await open();
    await peer.write(pattern(64, 1));
    const whole = new Uint8Array(64).fill(0xee);
    const length = await transport.read(whole.subarray(16, 32));
    assert(length !== null && length >= 1);
    assertEquals(whole.slice(16, 16 + length), pattern(length, 1));
    assert(whole.subarray(0, 16).every((byte) => byte === 0xee));
    assert(whole.subarray(32).every((byte) => byte === 0xee));
  });

  test("read() makes the sender wait when nobody reads", async ({ open }) => {
    const [transport, peer] = await open();
    const sent = pattern(LARGE, 3);
    let left = false;
    const writing = peer.write(sent).then(() => {
      left = true;
    });
    // The first read starts a runtime that pushes; what follows must then be held back.
    const first = new Uint8Array(1);
    assertEquals(await transport.read(first), 1);
    await pause(250);
    assertEquals(left, false);
    const received = new Uint8Array(LARGE);
    received[0] = first[0] as number;
    let filled = 1;
    while (filled < LARGE) {
      filled += await transport.read(received.subarray(filled, filled + 100_000)) ?? 0;
    }
    await writing;
    assertSameBytes(received, sent);
  });
}

function testWriting(test: RegisterTest): void {
  test("write() sends all chunks in order, empty ones included", async ({ open }) => {
    const [transport, peer] = await open();
    const sizes = [0, 1, 61, 0, 2_000, 32_768, 5, 70_000, 1, 1, 65_536, 3, 0];
    const sent = pattern(sizes.reduce((sum, size) => sum + size, 0), 11);
    const received = readAll(peer, sent.length);
    await transport.write(cut(sent, sizes));
    assertSameBytes(await received, sent);
  });

  test("write() resolves when there is nothing to write", async ({ open }) => {
    const [transport, peer] = await open();
    await transport.write([]);
    await transport.write([new Uint8Array(0)]);
    await transport.write([new Uint8Array(0), new Uint8Array(0)]);
    await transport.write([pattern(2, 5)]);
    assertEquals(await readAll(peer, 2), pattern(2, 5));
  });

  test("write() brings 20 MiB in many chunks to a late reader, byte for byte", async ({ open }) => {
    const [transport, peer] = await open();
    const sent = pattern(LARGE, 5);
    let written = false;
    const writing = transport.write(cut(sent, sizesUpTo(LARGE))).then(() => {
      written = true;
    });
    await pause(250);
    assertEquals(written, false);
    const received = await readAll(peer, LARGE);
    await writing;
    assertSameBytes(received, sent);
  });

  test("write() does not refer to the chunks once it resolved", async ({ open }) => {
    const [transport, peer] = await open();
    const sent = pattern(8 * MEBIBYTE, 9);
    const reading = pause(100).then(() => readAll(peer, sent.length));
    for (let start = 0; start < sent.length; start += MEBIBYTE) {
      const chunks = cut(sent.slice(start, start + MEBIBYTE), [100, 40_000, MEBIBYTE - 40_100]);
      await transport.write(chunks);
      for (const chunk of chunks) chunk.fill(0xff);
    }
    assertSameBytes(await reading, sent);
  });

  test("carries both directions at once, byte for byte", async ({ open }) => {
    const [transport, peer] = await open();
    const there = pattern(6 * MEBIBYTE, 21);
    const back = pattern(6 * MEBIBYTE, 22);
    const send = async () => {
      for (let at = 0; at < there.length; at += 50_000) {
        await transport.write([
          there.subarray(at, at + 100),
          there.subarray(at + 100, at + 50_000),
        ]);
      }
    };
    const [received, returned] = await Promise.all([
      readAll(peer, there.length),
      readExactly(transport, back.length),
      send(),
      peer.write(back),
    ]);
    assertSameBytes(received, there);
    assertSameBytes(returned, back);
  });
}

function testEnds(test: RegisterTest): void {
  test("read() gives null when the other side has ended its half", async ({ open }) => {
    const [transport, peer] = await open();
    await peer.write(pattern(5, 1));
    peer.end();
    assertEquals(await readExactly(transport, 5), pattern(5, 1));
    assertEquals(await transport.read(new Uint8Array(8)), null);
    assertEquals(await transport.read(new Uint8Array(8)), null);
  });

  test("write() still works when the other side has ended its half", async ({ open }) => {
    const [transport, peer] = await open();
    peer.end();
    assertEquals(await transport.read(new Uint8Array(8)), null);
    const sent = pattern(200_000, 2);
    const received = readAll(peer, sent.length);
    await transport.write([sent]);
    assertSameBytes(await received, sent);
    await transport.closeWrite();
    assertEquals(await peer.read(), null);
    assertEquals(await transport.closed, undefined);
  });

  test("closeWrite() ends our half after what is still being written", async ({ open, resources }) => {
    const [transport, peer] = await open();
    const sent = pattern(LARGE, 13);
    const writing = transport.write(cut(sent, sizesUpTo(LARGE)));
    const ending = transport.closeWrite();
    await pause(100);
    const received = await readAll(peer, LARGE);
    assertEquals(await peer.read(), null);
    await Promise.all([writing, ending]);
    assertSameBytes(received, sent);

    // The other half is still open, and what is pending there comes.
    const back = pattern(3 * MEBIBYTE, 14);
    const answering = peer.write(back).then(() => peer.end());
    assertSameBytes(await readExactly(transport, back.length), back);
    assertEquals(await transport.read(new Uint8Array(8)), null);
    await answering;
    assertEquals(await transport.closed, undefined);
    assertEquals(resources.size, 0);
    assertEquals(await transport.read(new Uint8Array(8)), null);
  });

  test("closeWrite() may be called twice", async ({ open }) => {
    const [transport, peer] = await open();
    await Promise.all([transport.closeWrite(), transport.closeWrite()]);
    assertEquals(await peer.read(), null);
  });

  test("tells a pending read, a pending write and closed when the other side resets", async ({ open }) => {
    const [transport, peer] = await open();
    const reading = failureOf(transport.read(new Uint8Array(8)));
    const writing = failureOf(transport.write([new Uint8Array(LARGE)]));
    await pause(50);
    peer.reset();
    const error = await reading;
    assertInstanceOf(error, ConnectionError);
    assertEquals([error.code, error.retriable], ["CONNECTION_RESET", true]);
    assertStringIncludes(error.message, `Lost the connection to "${transport.peer}"`);
    assertStrictEquals(await writing, error);
    assertStrictEquals(await transport.closed, error);
    assertStrictEquals(await failureOf(transport.read(new Uint8Array(8))), error);
    assertStrictEquals(await failureOf(transport.write([new Uint8Array(8)])), error);
  });
}

function testClosing(test: RegisterTest): void {
  test("close() gives its cause to a pending read, a pending write and closed", async ({ open, resources }) => {
    const [transport] = await open();
    const cause = new KafkaError("Cannot go on");
    const reading = failureOf(transport.read(new Uint8Array(8)));
    const writing = failureOf(transport.write([new Uint8Array(LARGE), new Uint8Array(10)]));
    await pause(50);
    transport.close(cause);
    transport.close(new Error("too late"));
    assertStrictEquals(await reading, cause);
    assertStrictEquals(await writing, cause);
    assertStrictEquals(await transport.closed, cause);
    assertEquals(resources.size, 0);
    assertStrictEquals(await failureOf(transport.read(new Uint8Array(8))), cause);
    assertStrictEquals(await failureOf(transport.write([new Uint8Array(8)])), cause);
    assertStrictEquals(await failureOf(transport.closeWrite()), cause);
  });

  test("close() without a cause rejects with a ConnectionError and closes cleanly", async ({ open }) => {
    const [transport] = await open();
    const reading = failureOf(transport.read(new Uint8Array(8)));
    transport.close();
    const error = await reading;
    assertInstanceOf(error, ConnectionError);
    assertEquals(error.code, "CONNECTION_CLOSED");
    assertStringIncludes(error.message, transport.peer);
    assertEquals(await transport.closed, undefined);
    transport.close();
  });

  test("close() is seen by the other side", async ({ open }) => {
    const [transport, peer] = await open();
    transport.close();
    // An end or a reset: which of them is up to the system.
    assertEquals(await peer.read().catch(() => null), null);
  });

  test("close() drops bytes that wait to be read", async ({ open }) => {
    const [transport, peer] = await open();
    await peer.write(pattern(100, 1));
    assertEquals(await transport.read(new Uint8Array(1)), 1);
    const cause = new Error("enough");
    transport.close(cause);
    assertStrictEquals(await failureOf(transport.read(new Uint8Array(1))), cause);
  });

  test("close() rejects reads with its cause also after a clean end", async ({ open }) => {
    const [transport, peer] = await open();
    peer.end();
    assertEquals(await transport.read(new Uint8Array(1)), null);
    await transport.closeWrite();
    assertEquals(await transport.closed, undefined);
    const cause = new Error("enough");
    transport.close(cause);
    assertStrictEquals(await failureOf(transport.read(new Uint8Array(1))), cause);
    assertEquals(await transport.closed, undefined);
  });
}

function testMisuse(test: RegisterTest): void {
  test("read() is a TypeError while another one is pending, which goes on", async ({ open }) => {
    const [transport, peer] = await open();
    const into = new Uint8Array(8);
    const first = transport.read(into);
    await assertRejects(
      () => transport.read(new Uint8Array(8)),
      TypeError,
      "another read is pending",
    );
    await peer.write(pattern(2, 1));
    assertEquals(await first, 2);
  });

  test("write() is a TypeError while another one is pending, which goes on", async ({ open }) => {
    const [transport, peer] = await open();
    const sent = pattern(LARGE, 17);
    const first = transport.write([sent]);
    await assertRejects(
      () => transport.write([new Uint8Array(8)]),
      TypeError,
      "another write is pending",
    );
    assertSameBytes(await readAll(peer, LARGE), sent);
    await first;
  });

  test("write() is a TypeError after closeWrite()", async ({ open }) => {
    const [transport] = await open();
    await transport.closeWrite();
    await assertRejects(() => transport.write([new Uint8Array(1)]), TypeError, "was ended");
  });

  test("read() is a RangeError when the buffer is empty", async ({ open }) => {
    const [transport] = await open();
    await assertRejects(() => transport.read(new Uint8Array(0)), RangeError, "buffer is empty");
  });
}

function testConnecting(test: RegisterTest, adapter: Adapter): void {
  test("names the other end", async ({ open, listener }) => {
    const [transport] = await open();
    assertEquals(transport.peer, formatAddress(listener.address));
  });

  test("rejects with a ConnectionError when it is refused", async ({ connector }) => {
    const gone = await adapter.listen();
    await gone.close();
    const error = await failureOf(connector(gone.address));
    assertInstanceOf(error, ConnectionError);
    assertEquals([error.code, error.retriable], ["CONNECTION_REFUSED", true]);
    assertEquals(
      error.message,
      `Cannot connect to "${formatAddress(gone.address)}" as the connection was refused`,
    );
    assertInstanceOf(error.cause, Error);
  });

  test("rejects with the signal's reason when it was aborted before", async ({ connector, listener }) => {
    const reason = new Error("not now");
    const error = await failureOf(
      connector(listener.address, { signal: AbortSignal.abort(reason) }),
    );
    assertInstanceOf(error, AbortedError);
    assertStrictEquals(error.cause, reason);
  });

  test("leaves a connection alone when the signal fires after it was opened", async ({ connector, listener }) => {
    const controller = new AbortController();
    const [transport, peer] = await connectPair(
      listener,
      () => connector(listener.address, { signal: controller.signal }),
    );
    controller.abort();
    await peer.write(pattern(4, 4));
    assertEquals(await readExactly(transport, 4), pattern(4, 4));
    transport.close();
    await transport.closed;
  });

  test("takes its listeners off the signal, whether it connected or not", async ({ connector, listener }) => {
    const { signal, listeners } = countedSignal();
    const [transport] = await connectPair(
      listener,
      () => connector(listener.address, { signal }),
    );
    assertEquals(listeners(), 0);
    transport.close();
    await transport.closed;
    const gone = await adapter.listen();
    await gone.close();
    await failureOf(connector(gone.address, { signal }));
    assertEquals(listeners(), 0);
  });

  test("opens and closes 1,000 connections and keeps nothing", async ({ connector, listener, resources }) => {
    const before = openSockets();
    for (let round = 0; round < 1_000; round++) {
      const [transport, peer] = await connectPair(listener, () => connector(listener.address));
      assertEquals(resources.size, 1);
      if (round % 2 === 0) {
        await transport.write([pattern(9, round)]);
        assertEquals(await peer.read(), pattern(9, round));
        transport.close();
        await peer.read().catch(() => null);
        peer.end();
      } else {
        await peer.write(pattern(9, round));
        peer.end();
        assertEquals(await readExactly(transport, 9), pattern(9, round));
        assertEquals(await transport.read(new Uint8Array(1)), null);
        await transport.closeWrite();
        assertEquals(await peer.read(), null);
      }
      await transport.closed;
    }
    assertEquals(resources.list(), []);
    await settled(() => openSockets() <= before, () => `${before} sockets became ${openSockets()}`);
  });

  if (adapter.sockets) testNetwork(test, adapter);
}

function testNetwork(test: RegisterTest, adapter: Adapter): void {
  test("tries all addresses of a name", async ({ connector, listener }) => {
    // The listener is at 127.0.0.1 only, and many systems resolve localhost to ::1 first.
    const [transport] = await connectPair(
      listener,
      () => connector({ host: "localhost", port: listener.address.port }),
    );
    assertEquals(transport.peer, `localhost:${listener.address.port}`);
    transport.close();
    await transport.closed;
  });

  test("connects to an IPv6 address, and writes it with brackets", async ({ connector }) => {
    let listener: Listener;
    try {
      listener = await listenOnSocket("::1");
    } catch {
      // Without IPv6 on this machine there is at least a clear error.
      const error = await failureOf(connector({ host: "::1", port: 9 }));
      assertInstanceOf(error, ConnectionError);
      assertStringIncludes(error.message, `"[::1]:9"`);
      return;
    }
    const [transport] = await connectPair(listener, () => connector(listener.address));
    assertEquals(transport.peer, `[::1]:${listener.address.port}`);
    transport.close();
    await transport.closed;
    await listener.close();
  });

  test("gives up an attempt within 50 ms when the signal fires or times out", async ({ connector, resources }) => {
    const stuck = await startStuckListener();
    try {
      const before = openSockets();
      const timedOut = failureOf(connector(stuck.address, { signal: AbortSignal.timeout(150) }));
      const took = await shortestAbort(async (controller) => {
        const aborted = failureOf(connector(stuck.address, { signal: controller.signal }));
        await pause(100);
        const reason = new Error("changed my mind");
        const abortedAt = performance.now();
        controller.abort(reason);
        const first = await aborted;
        const elapsed = performance.now() - abortedAt;
        assertInstanceOf(first, AbortedError);
        assertStrictEquals(first.cause, reason);
        assertStringIncludes(first.message, formatAddress(stuck.address));
        return elapsed;
      });
      assert(took < 50, `It took ${took} ms`);
      const second = await timedOut;
      assertInstanceOf(second, ConnectionError);
      assertEquals(second.code, "CONNECTION_TIMED_OUT");
      if (adapter.abandonsAttempts) {
        assertEquals(resources.list(), []);
        await settled(
          () => openSockets() <= before,
          () => `${before} sockets became ${openSockets()}`,
        );
      }
    } finally {
      await stuck.close();
    }
    // With the listener gone, the system ends what was left.
    await settled(() => resources.size === 0, () => resources.list().join());
  });
}

/** Bytes that differ from place to place and from seed to seed. */
export function pattern(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let at = 0;
  return sizes.map((size) => bytes.subarray(at, at += size));
}

/** Sizes from one byte to a mebibyte, as requests with headers and bodies have them. */
function sizesUpTo(total: number): number[] {
  const sizes: number[] = [];
  let state = 4711;
  for (let sum = 0; sum < total;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const kind = sizes.length % 4;
    const limit = kind === 0 ? 100 : kind === 1 ? 5_000 : kind === 2 ? 100_000 : MEBIBYTE;
    const size = Math.min(total - sum, 1 + (state >>> 8) % limit);
    sizes.push(size);
    sum += size;
  }
  return sizes;
}

async function readAll(peer: Peer, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const chunk = await peer.read();
    if (chunk === null) throw new Error(`The other side ended after ${filled} of ${length} bytes`);
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes;
}

/** Reads so many bytes. */
export async function readExactly(transport: Transport, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const more = await transport.read(bytes.subarray(filled));
    if (more === null) throw new Error(`The other side ended after ${filled} of ${length} bytes`);
    filled += more;
  }
  return bytes;
}

/** How long it takes to give up, at best: a busy machine may hold up any single attempt. */
export async function shortestAbort(
  attempt: (controller: AbortController) => Promise<number>,
): Promise<number> {
  let shortest = Infinity;
  for (let round = 0; round < 3; round++) {
    shortest = Math.min(shortest, await attempt(new AbortController()));
  }
  return shortest;
}

/** What a promise rejects with. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("It was expected to fail, and did not");
    },
    (error: unknown) => error,
  );
}

/** A signal that tells how many listeners are on it. */
function countedSignal(): { signal: AbortSignal; listeners: () => number } {
  const { signal } = new AbortController();
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    count++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    count--;
    remove(...args);
  };
  return { signal, listeners: () => count };
}

/** assertEquals is too slow for megabytes, and would print them. */
function assertSameBytes(actual: Uint8Array, expected: Uint8Array): void {
  assertEquals(actual.length, expected.length);
  for (let index = 0; index < expected.length; index++) {
    if (actual[index] !== expected[index]) throw new Error(`The bytes differ from ${index} on`);
  }
}

/** How many sockets the process has open, where the system tells. */
function openSockets(): number {
  try {
    return readdirSync("/proc/self/fd").filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).startsWith("socket:");
      } catch {
        return false;
      }
    }).length;
  } catch {
    return 0;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The system closes sockets a little later than it says so. */
async function settled(done: () => boolean, message: () => string): Promise<void> {
  for (const until = performance.now() + 3_000; !done();) {
    if (performance.now() > until) throw new Error(message());
    await pause(10);
  }
}
