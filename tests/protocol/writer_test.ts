import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { TagSection, writeInt32, Writer } from "../../src/protocol/writer.ts";
import { toHex } from "../helpers/golden.ts";

function written(write: (writer: Writer) => void): string {
  const writer = new Writer();
  write(writer);
  return toHex(writer.finish());
}

Deno.test("Writer grows from any capacity and keeps what was written", () => {
  for (const capacity of [0, 1, 3, 1000]) {
    const writer = new Writer(capacity);
    for (let index = 0; index < 300; index++) {
      writer.bool(true);
      writer.int8(index % 100);
      writer.int64(BigInt(index));
      writer.float64(index);
      writer.string("größe", true);
    }
    const reader = new Reader(writer.finish());
    for (let index = 0; index < 300; index++) {
      assertEquals(reader.bool(), true);
      assertEquals(reader.int8(), index % 100);
      assertEquals(reader.int64(), BigInt(index));
      assertEquals(reader.float64(), index);
      assertEquals(reader.string(true), "größe");
    }
    assertEquals(reader.remaining, 0);
  }
});

Deno.test("Writer throws a ProtocolError for numbers that do not fit their type", () => {
  const writer = new Writer();
  const wrong: (() => void)[] = [
    () => writer.int8(128),
    () => writer.int16(-32_769),
    () => writer.uint16(65_536),
    () => writer.uint16(-1),
    () => writer.int32(2 ** 31),
    () => writer.int32(1.5),
    () => writer.int32(Number.NaN),
    () => writer.uint32(-1),
    () => writer.int64(2n ** 63n),
    () => writer.int64(1 as never),
    () => writer.bool(1 as never),
    () => writer.float64("1" as never),
    () => writer.uuid("not a uuid"),
    () => writer.string(1 as never, true),
    () => writer.byteArray("x" as never, true),
    () => writer.array(null as never, true, writeInt32, 0),
  ];
  for (const write of wrong) assertThrows(write, ProtocolError, "Cannot write a value");
  assertThrows(() => writer.int16(70_000), ProtocolError, "70000 is not of type int16");
});

Deno.test("Writer.string() writes the same bytes for short and long, plain and other text", () => {
  for (const text of ["", "orders", "x".repeat(300), "größe", "a".repeat(200) + "🚀"]) {
    for (const compact of [true, false]) {
      const writer = new Writer(4);
      writer.string(text, compact);
      assertEquals(new Reader(writer.finish()).string(compact), text);
    }
  }
});

Deno.test("Writer.string() throws when the text is longer than 32767 bytes", () => {
  for (const text of ["x".repeat(0x8000), "ö".repeat(0x4000)]) {
    const writer = new Writer();
    assertThrows(() => writer.string(text, true), ProtocolError, "a string of 32768 bytes");
  }
});

Deno.test("Writer writes null as length -1, or 0 in the compact form", () => {
  assertEquals(written((writer) => writer.nullableString(null, false)), "ffff");
  assertEquals(written((writer) => writer.nullableString(null, true)), "00");
  assertEquals(written((writer) => writer.nullableByteArray(null, false)), "ffffffff");
  assertEquals(written((writer) => writer.nullableRecords(null, true)), "00");
  assertEquals(written((writer) => writer.nullableArray(null, false, writeInt32, 0)), "ffffffff");
});

Deno.test("Writer.array() takes undefined for an empty array", () => {
  assertEquals(written((writer) => writer.array(undefined, false, writeInt32, 0)), "00000000");
  assertEquals(written((writer) => writer.nullableArray(undefined, true, writeInt32, 0)), "01");
});

Deno.test("Writer.chunks() passes large records on by reference and copies small ones", () => {
  const large = new Uint8Array(5000).fill(1);
  const small = new Uint8Array(10).fill(2);
  const writer = new Writer();
  writer.int32(7);
  writer.nullableRecords([small, large, small], false);
  writer.int32(8);
  const chunks = writer.chunks();
  assertEquals(chunks.map((chunk) => chunk.length), [18, 5000, 14]);
  assertStrictEquals(chunks[1], large);
  assertEquals(writer.length, 5032);
  const reader = new Reader(writer.finish());
  assertEquals(reader.int32(), 7);
  assertEquals(reader.byteArray(false), new Uint8Array([...small, ...large, ...small]));
  assertEquals(reader.int32(), 8);
});

Deno.test("Writer.patchInt32() fills in an integer whose piece is flushed or not", () => {
  const writer = new Writer(8);
  const first = writer.reserveInt32();
  writer.nullableRecords(new Uint8Array(2000), false);
  const second = writer.reserveInt32();
  writer.string("x".repeat(500), false);
  writer.patchInt32(first, 111);
  writer.patchInt32(second, 222);
  const view = new DataView(writer.finish().buffer);
  assertEquals([view.getInt32(first), view.getInt32(second)], [111, 222]);
});

Deno.test("Writer.finish() may be called between writes", () => {
  const writer = new Writer();
  writer.int8(1);
  assertEquals(toHex(writer.finish()), "01");
  writer.int8(2);
  assertEquals(toHex(writer.finish()), "0102");
});

Deno.test("Writer.tags() writes unknown tagged fields by ascending tag only", () => {
  const [low, high] = [{ tag: 3, data: new Uint8Array([1]) }, {
    tag: 130,
    data: new Uint8Array(0),
  }];
  assertEquals(written((writer) => writer.tags(undefined)), "00");
  assertEquals(written((writer) => writer.tags([low, high])), "02" + "030101" + "820100");
  assertThrows(() => new Writer().tags([high, low]), ProtocolError, "tag 3 comes after 130");
  assertThrows(() => new Writer().tags([low, low]), ProtocolError, "tag 3 comes after 3");
});

Deno.test("TagSection.finish() merges known and unknown fields and refuses a tag twice", () => {
  const section = new TagSection();
  section.field(0, (writer) => writer.int8(7));
  section.field(2, (writer) => writer.int8(8));
  const unknown = { tag: 1, data: new Uint8Array([9]) };
  assertEquals(
    written((writer) => section.finish(writer, [unknown])),
    "03" + "000107" + "010109" + "020108",
  );
  const twice = { tag: 2, data: new Uint8Array(0) };
  assertThrows(() => section.finish(new Writer(), [twice]), ProtocolError, "tag 2 is a known one");
});
