import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  callback,
  checkKeys,
  duration,
  flag,
  integer,
  nearest,
  oneOf,
  resolveOptions,
  show,
  text,
} from "../../src/internal/options.ts";

Deno.test("checkKeys() names the nearest known option when one is unknown", () => {
  const error = assertThrows(
    () => checkKeys({ lingerMS: 5 }, ["lingerMs", "acks"], "the producer"),
    TypeError,
  );
  assertStringIncludes(error.message, '"lingerMS" is unknown: did you mean "lingerMs"?');
});

Deno.test("checkKeys() suggests nothing when no known option is near", () => {
  const error = assertThrows(
    () => checkKeys({ zebra: 5 }, ["lingerMs", "acks"], "the producer"),
    TypeError,
  );
  assertEquals(error.message, 'Cannot configure the producer as the option "zebra" is unknown');
});

Deno.test("checkKeys() rejects what is not an object", () => {
  for (const value of [null, 5, "x", []]) {
    assertThrows(() => checkKeys(value, [], "the client"), TypeError, "must be an object");
  }
});

Deno.test("nearest() prefers the name with the fewest edits", () => {
  assertEquals(nearest("batchByte", ["batchBytes", "bufferBytes"]), "batchBytes");
  assertEquals(nearest("x", ["batchBytes"]), undefined);
});

Deno.test("resolveOptions() fills in defaults and keeps zero as zero", () => {
  const resolved = resolveOptions(
    { lingerMs: 0, name: undefined },
    { lingerMs: 5, name: "n" },
    { lingerMs: duration(), name: text },
    "x",
  );
  assertEquals(resolved, { lingerMs: 0, name: "n" });
});

Deno.test("resolveOptions() gives an object that cannot be changed", () => {
  const resolved = resolveOptions({}, { a: 1 }, { a: integer(0) }, "x") as { a: number };
  assertThrows(() => {
    resolved.a = 2;
  }, TypeError);
});

Deno.test("integer() names option, rule and value when out of range", () => {
  assertThrows(
    () => integer(1, 5)(6, "maxInFlight"),
    RangeError,
    'Cannot use option "maxInFlight" as it must be an integer from 1 to 5: current value is 6',
  );
  assertThrows(() => integer(1)(0, "n"), RangeError, "an integer of at least 1");
  assertThrows(() => integer(1)(1.5, "n"), RangeError);
  assertThrows(() => integer(1)(NaN, "n"), RangeError);
  assertThrows(() => integer(1)("3", "n"), TypeError, 'current value is "3"');
});

Deno.test("duration() takes Infinity only where it is allowed", () => {
  assertEquals(duration(0, true)(Infinity, "t"), Infinity);
  assertThrows(() => duration()(Infinity, "t"), RangeError);
  assertThrows(() => duration()(2 ** 31, "t"), RangeError);
  assertThrows(() => duration()(-1, "t"), RangeError);
  assertThrows(() => duration()("1s", "t"), TypeError);
});

Deno.test("flag(), text(), oneOf() and callback() reject other types by name", () => {
  assertThrows(() => flag(1, "f"), TypeError, '"f"');
  assertThrows(() => text("", "t"), TypeError, '"t"');
  assertThrows(() => oneOf("a", "b")("c", "o"), TypeError, 'one of "a", "b"');
  assertThrows(() => callback()(1, "c"), TypeError, '"c"');
});

Deno.test("show() shortens what is long and quotes strings", () => {
  assertEquals(show("a"), '"a"');
  assertEquals(show(5n), "5n");
  assertEquals(show([1, 2, 3, 4, 5, 6]), "[1, 2, 3, 4, 5, ...]");
  assertEquals(show(new Uint8Array(3)), "Uint8Array(3)");
  assertEquals(show("x".repeat(100)).length, 82);
});
