import { assertEquals } from "@std/assert";
import {
  asksToBeAlone,
  groupFiles,
  isIntegration,
  isTestFile,
} from "../../scripts/test/discover.ts";

Deno.test("groupFiles() makes groups of bounded size in order", () => {
  const files = Array.from({ length: 5 }, (_, index) => `${index}_test.ts`);
  const groups = groupFiles(files, { groupSize: 2, read: () => "" });
  assertEquals(groups.map((group) => group.files), [
    files.slice(0, 2),
    files.slice(2, 4),
    files.slice(4),
  ]);
});

Deno.test("groupFiles() gives files that ask for it a group of their own, last", () => {
  const read = (path: string): string => path === "b_test.ts" ? "// @alone\n" : "";
  assertEquals(groupFiles(["a_test.ts", "b_test.ts", "c_test.ts"], { read }), [
    { files: ["a_test.ts", "c_test.ts"], alone: false },
    { files: ["b_test.ts"], alone: true },
  ]);
});

Deno.test("asksToBeAlone() wants a line comment of its own", () => {
  assertEquals(asksToBeAlone("/** Doc. */\n// @alone: measures time\nimport x;"), true);
  assertEquals(asksToBeAlone('const text = "// @alone";'), false);
});

Deno.test("isIntegration() looks at folders, not at names", () => {
  assertEquals(isIntegration("/r", "/r/tests/integration/a_test.ts"), true);
  assertEquals(isIntegration("/r", "/r/tests/integration_test.ts"), false);
  assertEquals(isIntegration("/integration/r", "/integration/r/tests/a_test.ts"), false);
});

Deno.test("isTestFile() goes by the end of the name", () => {
  assertEquals(["a_test.ts", "a_test.js", "test.ts", "a_test.json"].map(isTestFile), [
    true,
    true,
    false,
    false,
  ]);
});
