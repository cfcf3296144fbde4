import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type Command, readFlags, usage, UsageError, wholeNumber } from "../../src/cli/args.ts";

const COMMAND: Command = {
  name: "x",
  about: "do things",
  flags: { count: { about: "How many", value: "N", default: "3" }, loud: { about: "Say more" } },
};

Deno.test("readFlags() reads values and switches", () => {
  const flags = readFlags(COMMAND, ["--count", "5", "--loud"]);
  assertEquals([flags.count, flags.loud, flags.help], ["5", "true", undefined]);
});

Deno.test("readFlags() throws a UsageError with the usage when a flag is unknown", () => {
  const error = assertThrows(() => readFlags(COMMAND, ["--cuont", "5"]), UsageError);
  assertStringIncludes(error.message, "--cuont");
  assertStringIncludes(error.message, "--count N");
});

Deno.test("readFlags() throws a UsageError when a word stands alone", () => {
  assertThrows(() => readFlags(COMMAND, ["word"]), UsageError);
});

Deno.test("usage() lists every flag with its meaning and default", () => {
  const text = usage(COMMAND);
  assertStringIncludes(text, "How many (default: 3)");
  assertStringIncludes(text, "--loud");
  assertStringIncludes(text, "--help");
});

Deno.test("wholeNumber() names flag, rule and value when out of range", () => {
  const range = { min: 1, max: 9 };
  assertEquals(wholeNumber({ n: "7" }, "n", 3, range), 7);
  assertEquals(wholeNumber({}, "n", 3, range), 3);
  for (const value of ["0", "10", "1.5", "x", ""]) {
    assertThrows(
      () => wholeNumber({ n: value }, "n", 3, range),
      UsageError,
      `Cannot use --n as it must be a whole number from 1 to 9`,
    );
  }
});
