import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { Reader, readInt32 } from "../../src/protocol/reader.ts";
import { fromHex } from "../helpers/golden.ts";

function reader(hex: string): Reader {
  return new Reader(fromHex(hex));
}

Deno.test("Reader reads the integers of every width with their signs", () => {
  const input = reader("80" + "8000" + "ffff" + "80000000" + "ffffffff" + "8000000000000000");
  assertEquals(input.int8(), -128);
  assertEquals(input.int16(), -32_768);
  assertEquals(input.uint16(), 65_535);
  assertEquals(input.int32(), -2_147_483_648);
  assertEquals(input.uint32(), 4_294_967_295);
  assertEquals(input.int64(), -(2n ** 63n));
  assertEquals(input.remaining, 0);
});

Deno.test("Reader respects the offset of a view within its buffer", () => {
  const whole = fromHex("ffff00000007ffff");
  const input = new Reader(whole.subarray(2, 6));
  assertEquals(input.int32(), 7);
});

Deno.test("Reader reads from start to end only", () => {
  const input = new Reader(fromHex("0001020304"), 1, 3);
  assertEquals(input.int8(), 1);
  assertEquals(input.remaining, 1);
  assertThrows(() => input.int16(), ProtocolError);
  assertEquals(input.int8(), 2);
});

Deno.test("new Reader() throws when start and end do not lie within the bytes", () => {
  assertThrows(
    () => new Reader(new Uint8Array(2), 1, 3),
    RangeError,
    "Cannot read bytes 1 to 3 of 2",
  );
  assertThrows(() => new Reader(new Uint8Array(2), 2, 1), RangeError);
  assertThrows(() => new Reader(new Uint8Array(2), -1), RangeError);
});

Deno.test("Reader throws a ProtocolError with the offset when the bytes end", () => {
  const input = reader("0001020304");
  input.int32();
  const error = assertThrows(() => input.int32(), ProtocolError);
  assertEquals(error.offset, 4);
  assertEquals(
    error.message,
    "Cannot read bytes at offset 4: 4 more bytes are needed, but only 1 are left",
  );
});

Deno.test("Reader.bool() takes every byte but zero for true", () => {
  const input = reader("0001ff");
  assertEquals([input.bool(), input.bool(), input.bool()], [false, true, true]);
});

Deno.test("Reader.string() reads ASCII, other text and the empty string in both forms", () => {
  for (
    const text of ["", "orders", "a-rather-long-name.of-a-topic_which-does-not-fit", "größe", "🚀"]
  ) {
    const utf8 = new TextEncoder().encode(text);
    const compact = new Uint8Array([utf8.length + 1, ...utf8]);
    const plain = new Uint8Array([0, utf8.length, ...utf8]);
    assertEquals(new Reader(compact).string(true), text);
    assertEquals(new Reader(plain).string(false), text);
  }
});

Deno.test("Reader.string() keeps a byte order mark and replaces what is not UTF-8", () => {
  assertEquals(reader("04efbbbf").string(true), "\uFEFF");
  assertEquals(reader("0361ff").string(true), "a\uFFFD");
});

Deno.test("Reader.string() throws on null, nullableString() gives null", () => {
  assertThrows(() => reader("ffff").string(false), ProtocolError, "must not be null");
  assertThrows(() => reader("00").string(true), ProtocolError, "must not be null");
  assertStrictEquals(reader("ffff").nullableString(false), null);
  assertStrictEquals(reader("00").nullableString(true), null);
});

Deno.test("Reader computes compact lengths in 32 bits, as Kafka does", () => {
  // 2^32 - 1 is -1 in 32 bits, and a negative length is null; -2^31 wraps around to the largest length.
  assertStrictEquals(reader("ffffffff0f").nullableString(true), null);
  assertThrows(() => reader("8080808008").nullableString(true), ProtocolError, "2147483647 bytes");
});

Deno.test("Reader.string() throws when the text is longer than Kafka allows", () => {
  const bytes = new Uint8Array(0x8000 + 3);
  bytes.set([0x81, 0x80, 0x02]);
  assertThrows(() => new Reader(bytes).string(true), ProtocolError, "a string of 32768 bytes");
});

Deno.test("Reader.byteArray() returns a view of the input, not a copy", () => {
  const bytes = fromHex("000000020708");
  const view = new Reader(bytes).byteArray(false);
  assertEquals(view, new Uint8Array([7, 8]));
  assertStrictEquals(view.buffer, bytes.buffer);
  assertStrictEquals(reader("00").nullableByteArray(true), null);
  assertThrows(() => reader("00").byteArray(true), ProtocolError, "must not be null");
});

Deno.test("Reader.raw() throws for a length that is negative or too large", () => {
  assertThrows(() => reader("0102").raw(3), ProtocolError);
  assertThrows(() => reader("0102").raw(-1), ProtocolError);
});

Deno.test("Reader.array() reads elements, nullableArray() gives null", () => {
  const hex = "000000020000000100000002";
  assertEquals(reader(hex).array(false, 4, readInt32, 0), [1, 2]);
  assertEquals(reader(hex).int32Array(false), [1, 2]);
  assertStrictEquals(reader("ffffffff").nullableArray(false, 4, readInt32, 0), null);
  assertThrows(
    () => reader("ffffffff").array(false, 4, readInt32, 0),
    ProtocolError,
    "must not be null",
  );
});

Deno.test("Reader.array() throws before it reads when the elements cannot fit", () => {
  let reads = 0;
  const count = (): number => reads++;
  const error = assertThrows(
    () => reader("000000030000000100000002").array(false, 4, count, 0),
    ProtocolError,
    "an array of 3 elements, but only 8 bytes are left",
  );
  assertEquals([reads, error.offset], [0, 0]);
});

Deno.test("Reader.array() reads more elements than it makes room for at first", () => {
  const bytes = new Uint8Array(4 + 1000).fill(5);
  new DataView(bytes.buffer).setInt32(0, 1000);
  const elements = new Reader(bytes).array(false, 1, (input) => input.int8(), 0);
  assertEquals(elements, new Array(1000).fill(5));
});

Deno.test("Reader.tags() keeps unknown tagged fields and leaves the struct alone without any", () => {
  const struct = {};
  reader("00").tags(struct);
  assertEquals(struct, {});
  reader("0205010709020102").tags(struct);
  assertEquals(struct, {
    unknownTags: [{ tag: 5, data: new Uint8Array([7]) }, { tag: 9, data: new Uint8Array([1, 2]) }],
  });
});

Deno.test("Reader.tags() throws when the fields cannot fit", () => {
  assertThrows(() => reader("03000000").tags({}), ProtocolError, "3 tagged fields");
});
