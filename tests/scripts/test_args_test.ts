import { assertEquals, assertThrows } from "@std/assert";
import { parseTestArgs } from "../../scripts/test/args.ts";

Deno.test("parseTestArgs() takes all runtimes when none is named", () => {
  assertEquals(parseTestArgs([]).runtimes, ["deno", "bun", "node"]);
  assertEquals(parseTestArgs(["node", "deno", "node"]).runtimes, ["node", "deno"]);
});

Deno.test("parseTestArgs() tells paths from runtimes and options", () => {
  const options = parseTestArgs([
    "bun",
    "tests/a_test.ts",
    "--filter",
    "x y",
    "--jobs=3",
    "--golden",
  ]);
  assertEquals(options.paths, ["tests/a_test.ts"]);
  assertEquals(options.filter, "x y");
  assertEquals(options.jobs, 3);
  assertEquals(options.golden, true);
  assertEquals(options.integration, false);
});

Deno.test("parseTestArgs() refuses unknown options and counts that are none", () => {
  assertThrows(() => parseTestArgs(["--watch"]), TypeError, '"--watch"');
  assertThrows(() => parseTestArgs(["--filter"]), TypeError, "--filter");
  assertThrows(() => parseTestArgs(["--jobs", "0"]), RangeError, '"0"');
});
