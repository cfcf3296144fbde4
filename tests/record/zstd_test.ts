import { assertEquals, assertThrows } from "@std/assert";
import { KafkaError, ProtocolError } from "../../src/errors.ts";
import { decompressZstd } from "../../src/record/zstd/decoder.ts";
import { compressZstd } from "../../src/record/zstd/encoder.ts";
import { xxHash64Low } from "../../src/record/zstd/xxhash64.ts";
import { seededRandom } from "./codec_samples.ts";

const text = (value: string) => new TextEncoder().encode(value);
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/** The lower half of XXH64, by its definition. */
function reference(bytes: Uint8Array): number {
  const [p1, p2, p3, p4, p5] = [
    0x9e3779b185ebca87n,
    0xc2b2ae3d27d4eb4fn,
    0x165667b19e3779f9n,
    0x85ebca77c2b2ae63n,
    0x27d4eb2f165667c5n,
  ];
  const wrap = (value: bigint) => BigInt.asUintN(64, value);
  const rotate = (value: bigint, bits: bigint) => wrap(value << bits) | (value >> (64n - bits));
  const round = (sum: bigint, value: bigint) => wrap(rotate(wrap(sum + value * p2), 31n) * p1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let hash = p5;
  if (bytes.length >= 32) {
    const sums = [wrap(p1 + p2), p2, 0n, wrap(-p1)];
    for (; at + 32 <= bytes.length; at += 32) {
      for (let i = 0; i < 4; i++) sums[i] = round(sums[i], view.getBigUint64(at + 8 * i, true));
    }
    hash = wrap(
      rotate(sums[0], 1n) + rotate(sums[1], 7n) + rotate(sums[2], 12n) + rotate(sums[3], 18n),
    );
    for (const sum of sums) hash = wrap((hash ^ round(0n, sum)) * p1 + p4);
  }
  hash = wrap(hash + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8) {
    hash = wrap(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * p1 + p4);
  }
  if (at + 4 <= bytes.length) {
    hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint32(at, true)) * p1), 23n) * p2 + p3);
    at += 4;
  }
  for (; at < bytes.length; at++) {
    hash = wrap(rotate(hash ^ wrap(BigInt(bytes[at]) * p5), 11n) * p1);
  }
  hash = wrap((hash ^ (hash >> 33n)) * p2);
  hash = wrap((hash ^ (hash >> 29n)) * p3);
  return Number((hash ^ (hash >> 32n)) & 0xffffffffn);
}

Deno.test("xxHash64Low() agrees with the definition at every length up to 100", () => {
  const random = seededRandom(64);
  const bytes = new Uint8Array(100).map(() => random() * 256);
  for (let length = 0; length <= 100; length++) {
    assertEquals(
      xxHash64Low(bytes, 0, length),
      reference(bytes.subarray(0, length)),
      `${length} bytes`,
    );
    assertEquals(
      xxHash64Low(bytes, length, 100),
      reference(bytes.subarray(length)),
      `from ${length}`,
    );
  }
});

function read(bytes: number[], maxBytes = 1 << 20): string {
  return new TextDecoder().decode(decompressZstd(new Uint8Array(bytes), maxBytes));
}

/** A frame of one stored block, or of whatever blocks are given. */
function frame(descriptor: number[], blocks: number[] = [0x11, 0, 0, 97, 98]): number[] {
  return [...MAGIC, ...descriptor, ...blocks];
}

Deno.test("decompressZstd() reads every form of a frame's header", () => {
  assertEquals(read(frame([0x20, 2])), "ab");
  assertEquals(read(frame([0x00, 0x00])), "ab");
  assertEquals(read(frame([0x00, 0x77])), "ab");
  assertEquals(read(frame([0xa0, 2, 0, 0, 0])), "ab");
  assertEquals(read(frame([0xe0, 2, 0, 0, 0, 0, 0, 0, 0])), "ab");
  assertEquals(read(frame([0x21, 0, 2])), "ab");
  assertEquals(read(frame([0x22, 0, 0, 2])), "ab");
  assertEquals(read(frame([0x23, 0, 0, 0, 0, 2])), "ab");
  const checksum = xxHash64Low(text("ab"), 0, 2);
  assertEquals(
    read([
      ...frame([0x24, 2]),
      checksum & 0xff,
      (checksum >> 8) & 0xff,
      (checksum >> 16) & 0xff,
      checksum >>> 24,
    ]),
    "ab",
  );
  // 256 is added to a size of two bytes.
  assertEquals(read(frame([0x60, 1, 0], [0x0b, 0x08, 0, 97])), "a".repeat(257));
});

Deno.test("decompressZstd() reads several frames and skips those to skip", () => {
  const one = frame([0x20, 2]);
  const skip = [0x53, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
  assertEquals(read([]), "");
  assertEquals(read(skip), "");
  assertEquals(read([...skip, ...one, ...one, ...skip]), "abab");
});

Deno.test("decompressZstd() takes an empty compressed block for nothing, as streams do", () => {
  assertEquals(read(frame([0x00, 0x00], [0x04, 0, 0, 0x11, 0, 0, 97, 98])), "ab");
});

Deno.test("decompressZstd() refuses frames that are not well formed", () => {
  const cases: [number[], string][] = [
    [[0x28, 0xb5], "its magic is cut off"],
    [[1, 2, 3, 4, 5], "04030201 is not its magic"],
    [MAGIC, "the header of a frame is cut off"],
    [[...MAGIC, 0x20], "the header of a frame is cut off"],
    [[0x50, 0x2a, 0x4d, 0x18, 2, 0, 0], "the size of a frame to skip is cut off"],
    [[0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1], "a frame to skip is cut off"],
    [frame([0x28, 2]), "a reserved flag is set"],
    [frame([0x21, 1, 2]), "it needs a dictionary"],
    [frame([0x00, 0x90]), "a window of 268435456 bytes exceeds 134217729"],
    [frame([0x20, 3]), "a frame of 3 bytes holds 2"],
    [frame([0x20, 2], [0x11, 0]), "the header of a block is cut off"],
    [frame([0x20, 2], [0x11, 0, 0, 97]), "a block is cut off"],
    [frame([0x20, 2], [0x17, 0, 0, 97, 98]), "the type of a block is unknown"],
    [frame([0x20, 1], [0x11, 0, 0, 97, 98]), "a block of 2 bytes exceeds 1"],
    [frame([0x24, 2]), "the checksum of a frame is cut off"],
    [[...frame([0x24, 2]), 0, 0, 0, 0], "the checksum of a frame does not match"],
    [frame([0x00, 0x00], [0x0d, 0, 0, 0x04]), "the literals of a block are cut off"],
    [frame([0x00, 0x00], [0x0d, 0, 0, 0x00]), "the sequences of a block are cut off"],
    [frame([0x00, 0x00], [0x1d, 0, 0, 0x00, 0, 0]), "a block without sequences goes on"],
    [frame([0x00, 0x00], [0x1d, 0, 0, 0x00, 1, 3]), "reserved bits are set"],
    [frame([0x00, 0x00], [0x15, 0, 0, 0x00, 1]), "the sequences of a block are cut off"],
    [frame([0x00, 0x00], [0x1d, 0, 0, 0x00, 1, 0xc0]), "there is no distribution to repeat"],
    [frame([0x00, 0x00], [0x25, 0, 0, 0x00, 1, 0x40, 60]), "the code 60 is unknown"],
    [frame([0x00, 0x00], [0x25, 0, 0, 0x13, 0x40, 0x00, 0]), "there is no Huffman code to repeat"],
  ];
  for (const [bytes, why] of cases) {
    const { message } = assertThrows(() => read(bytes), ProtocolError);
    assertEquals(message.includes(why), true, message);
  }
});

Deno.test("decompressZstd() believes no content size past the limit", () => {
  const error = assertThrows(() => read(frame([0xe0, 0, 0, 0, 0x07, 0, 0, 0, 0])), KafkaError);
  assertEquals(error.code, "RECORD_TOO_LARGE_DECOMPRESSED");
});

Deno.test("compressZstd() writes a window where the content is larger than 8 MiB", () => {
  const bytes = new Uint8Array(9_000_000);
  const random = seededRandom(5);
  for (let i = 0; i < bytes.length; i += 1000) bytes[i] = random() * 256;
  // What is at the end was at the start too, farther back than the window.
  bytes.copyWithin(bytes.length - 100_000, 0, 100_000);
  const packed = compressZstd(bytes, 3);
  assertEquals([packed[4], packed[5]], [0x80, 13 << 3]);
  const plain = decompressZstd(packed, bytes.length);
  assertEquals(plain.length, bytes.length);
  assertEquals(plain.every((byte, i) => byte === bytes[i]), true);
});
