import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { LZ4 } from "../../src/record/lz4.ts";
import { xxHash32 } from "../../src/record/xxhash32.ts";

const text = (value: string) => new TextEncoder().encode(value);

function word(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}

interface Frame {
  flags?: number;
  blockSize?: number;
  contentSize?: number;
  /** Blocks as they are in the frame, with the bit for stored ones. */
  blocks: { bytes: number[]; isStored?: boolean; checksum?: number }[];
  headerChecksum?: number;
  contentChecksum?: number;
}

function frame(
  { flags = 0x60, blockSize = 0x40, contentSize, blocks, headerChecksum, contentChecksum }: Frame,
): number[] {
  const descriptor = [flags, blockSize];
  if (contentSize !== undefined) descriptor.push(...word(contentSize), 0, 0, 0, 0);
  const checksum = (xxHash32(new Uint8Array(descriptor)) >>> 8) & 0xff;
  const bytes = [...word(0x184d2204), ...descriptor, headerChecksum ?? checksum];
  for (const block of blocks) {
    bytes.push(...word(block.bytes.length + (block.isStored ? 0x80000000 : 0)), ...block.bytes);
    if (flags & 0x10) bytes.push(...word(block.checksum ?? xxHash32(new Uint8Array(block.bytes))));
  }
  bytes.push(...word(0));
  if (contentChecksum !== undefined) bytes.push(...word(contentChecksum));
  return bytes;
}

function read(bytes: number[], magic = 2): string {
  const plain = LZ4.decompress(new Uint8Array(bytes), { maxBytes: 1 << 20, magic }) as Uint8Array;
  return new TextDecoder().decode(plain);
}

function refuse(bytes: number[]): string {
  return assertThrows(() => read(bytes), ProtocolError).message;
}

/** Three literals, then "abc" again from three back, for 5 more, then the last literals. */
const compressed = { bytes: [0x31, 97, 98, 99, 3, 0, 0x50, 49, 50, 51, 52, 53] };
const compressedText = "abcabcab12345";
const stored = { bytes: [...text("plain")], isStored: true };

Deno.test("xxHash32() agrees with the reference", () => {
  assertEquals(xxHash32(text("")) >>> 0, 0x02cc5d05);
  assertEquals(xxHash32(text("a")) >>> 0, 0x550d7456);
  assertEquals(xxHash32(text("abc")) >>> 0, 0x32d153ff);
  assertEquals(xxHash32(text("Nobody inspects the spammish repetition")) >>> 0, 0xe2293b2f);
});

Deno.test("LZ4.decompress() reads stored and compressed blocks, block sizes, checksums and the content's size", () => {
  assertEquals(read(frame({ blocks: [] })), "");
  assertEquals(read(frame({ blocks: [stored, compressed] })), `plain${compressedText}`);
  for (const blockSize of [0x40, 0x50, 0x60, 0x70]) {
    assertEquals(read(frame({ blockSize, blocks: [stored] })), "plain");
  }
  assertEquals(
    read(frame({ flags: 0x70, blocks: [stored, compressed] })),
    `plain${compressedText}`,
  );
  assertEquals(read(frame({ flags: 0x68, contentSize: 5, blocks: [stored] })), "plain");
  assertEquals(
    read(frame({ flags: 0x64, blocks: [stored], contentChecksum: xxHash32(text("plain")) })),
    "plain",
  );
});

Deno.test("LZ4.decompress() lets a match reach into the block before only when blocks depend on each other", () => {
  const reaching = { bytes: [0x01, 5, 0, 0x50, 49, 50, 51, 52, 53] };
  assertEquals(read(frame({ flags: 0x40, blocks: [stored, reaching] })), "plainplain12345");
  refuse(frame({ flags: 0x60, blocks: [stored, reaching] }));
});

Deno.test("LZ4.decompress() reads frames one after the other, and skips those to skip", () => {
  const first = frame({ blocks: [stored] });
  const skip = [...word(0x184d2a5f), ...word(3), 1, 2, 3];
  assertEquals(
    read([...first, ...skip, ...frame({ blocks: [compressed] })]),
    `plain${compressedText}`,
  );
  assertEquals(read([...skip, ...first]), "plain");
  assertEquals(read([...first, 1, 2, 3, 4, 5]), "plain");
  refuse([...skip.slice(0, -1)]);
});

Deno.test("LZ4.decompress() ignores the checksum of the header in the old format alone (KAFKA-3160)", () => {
  const bytes = frame({ blocks: [stored], headerChecksum: 0 });
  assertEquals(read(bytes, 0), "plain");
  refuse(bytes);
});

Deno.test("LZ4.decompress() refuses frames that are not well formed", () => {
  const cases: [number[], string][] = [
    [[], "its magic is cut off"],
    [[1, 2, 3, 4, 5, 6, 7, 8], "04030201 is not its magic"],
    [word(0x184d2204), "its header is cut off"],
    [frame({ flags: 0x20, blocks: [stored] }), "its version 0 is unknown"],
    [frame({ flags: 0x62, blocks: [stored] }), "a reserved flag is set"],
    [frame({ flags: 0x61, blocks: [stored] }), "it needs a dictionary"],
    [frame({ blockSize: 0x30, blocks: [stored] }), "its block size is given as 48"],
    [frame({ blockSize: 0x41, blocks: [stored] }), "its block size is given as 65"],
    [frame({ flags: 0x68, contentSize: 6, blocks: [stored] }), "a frame of 6 bytes holds 5"],
    [
      frame({ flags: 0x64, blocks: [stored], contentChecksum: 1 }),
      "the checksum of its content does not match",
    ],
    [frame({ flags: 0x64, blocks: [stored] }), "the checksum of its content is cut off"],
    [
      frame({ flags: 0x70, blocks: [{ ...stored, checksum: 1 }] }),
      "the checksum of a block does not match",
    ],
    [
      frame({ blocks: [{ bytes: new Array(65_537).fill(0), isStored: true }] }),
      "a block of 65537 bytes exceeds 65536",
    ],
    [frame({ blocks: [{ bytes: [0x10, 97, 0, 0] }] }), "a match reaches back 0 of 1 bytes"],
    [frame({ blocks: [{ bytes: [0x10, 97, 2, 0] }] }), "a match reaches back 2 of 1 bytes"],
    [frame({ blocks: [{ bytes: [0x10, 97, 1] }] }), "a distance is cut off"],
    [frame({ blocks: [{ bytes: [0x10, 97, 1, 0] }] }), "it does not end with literals"],
    [frame({ blocks: [{ bytes: [0x1f, 97, 1, 0, 255] }] }), "a length is cut off"],
    [frame({ blocks: [{ bytes: [0xf0, 255] }] }), "a length is cut off"],
    [frame({ blocks: [{ bytes: [0x50, 97] }] }), "literals are cut off"],
    [
      frame({ blocks: [{ bytes: [0x1f, 97, 1, 0, ...new Array(258).fill(255), 0, 0x10, 97] }] }),
      "a block holds more than it may",
    ],
  ];
  for (const [bytes, why] of cases) {
    const message = refuse(bytes);
    assertEquals(message.includes(why), true, message);
  }
});

Deno.test("LZ4.compress() writes independent blocks no larger than the content needs", () => {
  for (const [size, id] of [[0, 4], [65_536, 4], [65_537, 5], [262_145, 6], [5_000_000, 6]]) {
    const packed = LZ4.compress([new Uint8Array(size)], {}) as Uint8Array;
    assertEquals([packed[4], packed[5]], [0x60, id << 4]);
  }
});
