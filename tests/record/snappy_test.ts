import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { SNAPPY } from "../../src/record/snappy.ts";

const text = (value: string) => [...new TextEncoder().encode(value)];
const HEADER = [0x82, ...text("SNAPPY"), 0, 0, 0, 0, 1, 0, 0, 0, 1];

function read(bytes: number[]): string {
  const plain = SNAPPY.decompress(new Uint8Array(bytes), {
    maxBytes: 1 << 20,
    magic: 2,
  }) as Uint8Array;
  return new TextDecoder().decode(plain);
}

function refuse(bytes: number[]): string {
  return assertThrows(() => read(bytes), ProtocolError).message;
}

Deno.test("SNAPPY.decompress() reads every element of a raw block", () => {
  // A literal; copies with one, two and four bytes of distance; literals with one to four bytes of length.
  assertEquals(read([5, 0x10, ...text("hello")]), "hello");
  assertEquals(read([10, 0x10, ...text("hello"), 0x05, 5]), "hellohello");
  assertEquals(read([10, 0x10, ...text("hello"), 0x12, 5, 0]), "hellohello");
  assertEquals(read([10, 0x10, ...text("hello"), 0x13, 5, 0, 0, 0]), "hellohello");
  assertEquals(read([9, 0x00, 97, 0x11, 1]), "aaaaaaaaa");
  assertEquals(read([2, 60 << 2, 1, ...text("ab")]), "ab");
  assertEquals(read([2, 61 << 2, 1, 0, ...text("ab")]), "ab");
  assertEquals(read([2, 62 << 2, 1, 0, 0, ...text("ab")]), "ab");
  assertEquals(read([2, 63 << 2, 1, 0, 0, 0, ...text("ab")]), "ab");
  assertEquals(read([0]), "");
});

Deno.test("SNAPPY.decompress() reads the Java framing, and several of them joined", () => {
  const block = [0, 0, 0, 3, 1, 0x00, 97];
  assertEquals(read(HEADER), "");
  assertEquals(read([...HEADER, ...block, ...block]), "aa");
  assertEquals(read([...HEADER, ...block, ...HEADER, ...block]), "aa");
  assertEquals(read([...HEADER, ...block, 0, 0, 0]), "a");
});

Deno.test("SNAPPY.decompress() refuses what is not well formed", () => {
  const cases: [number[], string][] = [
    [[], "there is none"],
    [HEADER.slice(0, 12), "its header is cut off"],
    [[...HEADER.slice(0, 11), 0, ...HEADER.slice(12)], "the version 0 of its framing is unknown"],
    [[...HEADER, 0, 0, 0, 5, 1, 0, 97], "a block of 5 bytes does not fit"],
    [[...HEADER, 255, 0, 0, 0], "a block of -16777216 bytes does not fit"],
    [[0x80], "its length is cut off"],
    [[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0], "its length is cut off"],
    [[0xff, 0xff, 0xff, 0xff, 0x0f, 0, 97], "2 bytes cannot hold the 4294967295 that they claim"],
    [[2, 0x00, 97], "it holds 1 bytes and claims 2"],
    [[1, 0x04, 97, 98], "it holds more than it claims"],
    [[5, 0x10, 97], "a literal is cut off"],
    [[5, 60 << 2], "a literal is cut off"],
    [[5, 0x00, 97, 0x01], "a copy is cut off"],
    [[5, 0x00, 97, 0x0e, 1], "a copy is cut off"],
    [[5, 0x00, 97, 0x0f, 1, 0, 0], "a copy is cut off"],
    [[5, 0x00, 97, 0x01, 0], "a copy reaches back 0 of 1 bytes"],
    [[5, 0x00, 97, 0x01, 2], "a copy reaches back 2 of 1 bytes"],
    [[4, 0x00, 97, 0x01, 1], "it holds more than it claims"],
  ];
  for (const [bytes, why] of cases) {
    const message = refuse(bytes);
    assertEquals(message.includes(why), true, message);
  }
});

Deno.test("SNAPPY.compress() writes the Java framing with blocks of 32 KiB", () => {
  const packed = SNAPPY.compress(
    [new Uint8Array(40_000), new Uint8Array(40_000)],
    {},
  ) as Uint8Array;
  assertEquals([...packed.subarray(0, 16)], HEADER);
  const view = new DataView(packed.buffer, packed.byteOffset);
  let blocks = 0;
  for (let at = 16; at < packed.length; at += 4 + view.getInt32(at)) blocks++;
  assertEquals(blocks, 3);
  assertEquals([...SNAPPY.compress([], {}) as Uint8Array], HEADER);
});
