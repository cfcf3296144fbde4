import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import { decodeMessage } from "../../src/protocol/message.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { fromHex, goldenLines, toHex } from "../helpers/golden.ts";
import { findDifference, findMessage, toJson } from "../helpers/messages.ts";
import { SchemaWalker, WalkError } from "../helpers/schema_walker.ts";

interface Line {
  readonly name: string;
  readonly version: number;
  readonly case: string;
  readonly hex: string;
}

const LINES = ["messages-request", "messages-response", "messages-other"]
  .flatMap((file) => goldenLines<Line>(file))
  // Headers are written by hand; the schemas of the generator do not have them.
  .filter(({ name }) => !name.endsWith("Header"));

/** A small generator of random integers (mulberry32), so that every run is the same. */
function randomIntegers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

/** Where the schema says that the bytes end; undefined when they are fine. */
function walk({ name, version }: Line, bytes: Uint8Array): string | undefined {
  try {
    new SchemaWalker(findMessage(name).message, bytes, version).walk();
    return undefined;
  } catch (error) {
    if (error instanceof WalkError) return error.field;
    throw error;
  }
}

/** Decodes bytes that may be anything, and throws when the outcome is not one of the allowed ones. */
function checkDecoding(line: Line, bytes: Uint8Array): "decoded" | "refused" {
  const { codec, message } = findMessage(line.name);
  const context = `${line.name} v${line.version} ${toHex(bytes)}`;
  const field = walk(line, bytes);
  let value: unknown;
  try {
    value = codec.decode(new Reader(bytes), line.version);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw new Error(context, { cause: error });
    const { offset = -1 } = error;
    const complete = error.messageName === line.name && error.version === line.version &&
      error.field === field && offset >= 0 && offset <= bytes.length;
    if (complete) return "refused";
    throw new Error(`expected ${field}, got ${error.field}: ${error.message}: ${context}`);
  }
  if (field !== undefined) throw new Error(`accepted a wrong ${field}: ${context}`);
  const { json } = toJson(message, value, line.version);
  const writer = new Writer();
  try {
    codec.encode(writer, value as never, line.version);
  } catch (error) {
    // Kafka does not write these either: tags out of order, and text that grew by replacement characters.
    if (error instanceof ProtocolError && /unknown tag|is longer than/.test(error.message)) {
      return "decoded";
    }
    throw new Error(context, { cause: error });
  }
  const again = codec.decode(new Reader(writer.finish()), line.version);
  const difference = findDifference(toJson(message, again, line.version).json, json);
  if (difference !== undefined) throw new Error(`${difference}: ${context}`);
  return "decoded";
}

Deno.test("Decoders name the field that is cut off, for every prefix of every message", () => {
  let refused = 0;
  for (const line of LINES) {
    if (line.case !== "nulls" && line.case !== "random-1") continue;
    const bytes = fromHex(line.hex);
    const step = Math.max(1, bytes.length >> 6);
    for (let length = 0; length < bytes.length; length += step) {
      if (checkDecoding(line, bytes.subarray(0, length)) === "refused") refused++;
    }
    if (checkDecoding(line, bytes) !== "decoded") throw new Error(`refused ${line.name}`);
  }
  assertEquals(refused > 10_000, true);
});

Deno.test("Decoders give a value or a ProtocolError with the field when bytes were changed", () => {
  const random = randomIntegers(20_260_401);
  const outcomes = { decoded: 0, refused: 0 };
  for (const line of LINES) {
    for (let round = 0; round < 6; round++) {
      const bytes = fromHex(line.hex);
      for (let changes = random(3); changes >= 0 && bytes.length > 0; changes--) {
        const at = random(bytes.length);
        const kind = random(4);
        if (kind === 0) bytes[at] ^= 1 << random(8);
        else if (kind === 1) bytes[at] = [0, 1, 2, 0x7f, 0x80, 0xff][random(6)];
        else if (kind === 2) bytes[at] = random(256);
        else bytes.copyWithin(at, random(bytes.length), random(bytes.length));
      }
      outcomes[checkDecoding(line, bytes)]++;
    }
  }
  assertEquals(outcomes.decoded > 1000 && outcomes.refused > 1000, true);
});

Deno.test("Decoders give a value or a ProtocolError with the field for random bytes", () => {
  const random = randomIntegers(8_191);
  const outcomes = { decoded: 0, refused: 0 };
  for (const line of LINES) {
    for (let round = 0; round < 4; round++) {
      const small = random(2) === 0;
      const bytes = Uint8Array.from({ length: random(200) }, () => random(small ? 4 : 256));
      outcomes[checkDecoding(line, bytes)]++;
    }
  }
  assertEquals(outcomes.decoded > 100 && outcomes.refused > 1000, true);
});

Deno.test("Decoders refuse every length that the bytes cannot hold before they read an element", () => {
  const { codec } = findMessage("MetadataResponse");
  for (const claim of ["7fffffff", "00100000", "00000003"]) {
    const bytes = fromHex(`${claim}${"00".repeat(24)}`);
    let caught: unknown;
    try {
      codec.decode(new Reader(bytes), 0);
    } catch (error) {
      caught = error;
    }
    if (!(caught instanceof ProtocolError)) throw new Error(`accepted ${claim}`);
    assertEquals([caught.field, caught.offset], ["brokers", 0]);
  }
});

Deno.test("decodeMessage() looks for the field without going through the rest of the elements", () => {
  let elements = 0;
  const decodeElement = (reader: Reader): string => {
    elements++;
    return reader.string(true);
  };
  const decode = (reader: Reader): { names: string[] } => ({
    names: reader.array(false, 1, decodeElement, 0),
  });
  const bytes = new Uint8Array(100_000);
  new DataView(bytes.buffer).setInt32(0, bytes.length - 4);
  const error = assertThrows(
    () => decodeMessage({ name: "Names", min: 0, max: 0 }, decode, new Reader(bytes), 0),
    ProtocolError,
    "Cannot decode Names v0 at offset 5 in names: null for a string that must not be null",
  );
  assertEquals([error.field, elements], ["names", 2]);
});
