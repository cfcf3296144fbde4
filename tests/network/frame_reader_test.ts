import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { FrameReader } from "../../src/network/frame_reader.ts";

const LIMIT = 100 * 1024 * 1024;

/** A source that gives pieces of a stream, and how much memory was offered to it. */
class Pieces {
  largestOffer = 0;
  readonly #pieces: Uint8Array[];
  #next = 0;

  constructor(pieces: Uint8Array[]) {
    this.#pieces = pieces;
  }

  read(into: Uint8Array): Promise<number | null> {
    this.largestOffer = Math.max(this.largestOffer, into.length);
    const piece = this.#pieces[this.#next];
    if (piece === undefined) return Promise.resolve(null);
    const count = Math.min(into.length, piece.length);
    into.set(piece.subarray(0, count));
    if (count === piece.length) this.#next++;
    else this.#pieces[this.#next] = piece.subarray(count);
    return Promise.resolve(count);
  }
}

function frame(body: Uint8Array, size = body.length): Uint8Array {
  const bytes = new Uint8Array(4 + body.length);
  new DataView(bytes.buffer).setInt32(0, size);
  bytes.set(body, 4);
  return bytes;
}

function pattern(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) bytes[index] = (index * 31 + seed) & 0xff;
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function cut(bytes: Uint8Array, every: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += every) pieces.push(bytes.subarray(at, at + every));
  return pieces;
}

function reader(source: Pieces, maxFrameBytes = LIMIT): FrameReader {
  return new FrameReader(source, { maxFrameBytes, peer: "b:1" });
}

for (const every of [1, 3, 4, 1000, 65_536, 65_537, 1_000_000]) {
  Deno.test(`FrameReader.next() finds all frames when bytes come ${every} at a time`, async () => {
    const sizes = every < 1_000
      ? [4, 5, 70_000, 4]
      : [4, 5, 300, 65_532, 65_536, 70_000, 2_500_000, 4, 100];
    const bodies = sizes.map((size, index) => pattern(size, index));
    const source = new Pieces(cut(join(...bodies.map((body) => frame(body))), every));
    const frames = reader(source);
    for (const body of bodies) assertEquals(await frames.next(), body);
    assertEquals(await frames.next(), null);
  });
}

Deno.test("FrameReader.next() gives frames that later reads do not overwrite", async () => {
  const frames = reader(new Pieces([join(frame(pattern(10, 1)), frame(pattern(10, 2)))]));
  const first = await frames.next();
  await frames.next();
  await frames.next();
  assertEquals(first, pattern(10, 1));
});

Deno.test("FrameReader.next() keeps no more memory alive for a small frame than its size", async () => {
  const got = await reader(new Pieces([frame(pattern(10, 1))])).next();
  assertEquals(got?.buffer.byteLength, 10);
});

Deno.test("FrameReader.next() does not allocate a claimed size before bytes arrive", async () => {
  const source = new Pieces([frame(pattern(100, 1), LIMIT)]);
  await assertRejects(() => reader(source).next(), ProtocolError, "ended after 100 of");
  assert(source.largestOffer <= 1024 * 1024, `offered ${source.largestOffer}`);
});

const HOSTILE: readonly (readonly [string, number[], string])[] = [
  ["a negative size", [0xff, 0xff, 0xff, 0xff], "the size of a frame is -1"],
  ["a size of 0", [0, 0, 0, 0], "the size of a frame is 0"],
  ["a size too small for a correlation id", [0, 0, 0, 3], "the size of a frame is 3"],
  ["a size of 2^31 - 1", [0x7f, 0xff, 0xff, 0xff], 'above "maxFrameBytes"'],
  ["HTTP", [0x48, 0x54, 0x54, 0x50], "it answered with HTTP"],
  ["a TLS alert", [0x15, 3, 3, 0], "it answered with a TLS alert"],
  ["a TLS handshake", [0x16, 3, 1, 2], "it answered with a TLS handshake"],
];

for (const [what, bytes, message] of HOSTILE) {
  Deno.test(`FrameReader.next() refuses ${what}`, async () => {
    const error = await assertRejects(
      () => reader(new Pieces([new Uint8Array([...bytes, 1, 2, 3, 4])])).next(),
      ProtocolError,
    );
    assertStringIncludes(error.message, message);
    assertStringIncludes(error.message, "Cannot read from b:1");
  });
}

Deno.test("FrameReader.next() takes a frame of exactly the limit and refuses one byte more", async () => {
  assertEquals((await reader(new Pieces([frame(pattern(1024, 1))]), 1024).next())?.length, 1024);
  await assertRejects(
    () => reader(new Pieces([frame(pattern(1025, 1))]), 1024).next(),
    ProtocolError,
  );
});

Deno.test("FrameReader.next() tells a stream that ends within a size from one that ends between frames", async () => {
  await assertRejects(
    () => reader(new Pieces([new Uint8Array([0, 0])])).next(),
    ProtocolError,
    "ended within the size",
  );
  assertEquals(await reader(new Pieces([])).next(), null);
});
