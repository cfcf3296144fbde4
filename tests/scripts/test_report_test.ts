import { assertEquals, assertStringIncludes } from "@std/assert";
import type { WorkerEvent } from "../../scripts/test/events.ts";
import { closingLine, Reporter } from "../../scripts/test/report.ts";

const END = { type: "end", file: "/r/tests/a_test.ts", index: 0, ms: 1 } as const;

function reportAll(events: readonly WorkerEvent[], showPrints = false): [Reporter, string] {
  const lines: string[] = [];
  const reporter = new Reporter("Node", {
    root: "/r",
    print: (line) => lines.push(line),
    verbose: false,
    showPrints,
  });
  for (const event of events) reporter.report(event);
  return [reporter, lines.join("\n")];
}

Deno.test("Reporter.report() counts tests, files that cannot be loaded and uncaught errors", () => {
  const [reporter] = reportAll([
    { ...END, name: "a", ok: true, errors: [] },
    { ...END, name: "b", ok: false, errors: ["wrong"] },
    { type: "load-error", file: END.file, error: "broken" },
    { type: "uncaught", file: END.file, error: "stray" },
    { type: "lingers" },
  ]);
  assertEquals(reporter.counts, { passed: 1, failed: 3 });
  assertEquals(reporter.failures.length, 3);
});

Deno.test("Reporter.report() prints failures with their errors and what the test printed", () => {
  const [, text] = reportAll([
    { type: "print", file: END.file, text: "of an earlier test" },
    { type: "start", file: END.file, index: 0, name: "b", timeoutMs: 1 },
    { type: "print", file: END.file, text: "of this test" },
    { ...END, name: "b", ok: false, errors: ["Error: wrong\n    at f (a_test.ts:1:2)"] },
  ]);
  assertStringIncludes(text, "FAILED Node: tests/a_test.ts: b\n    Error: wrong\n");
  assertStringIncludes(text, "at f (a_test.ts:1:2)");
  assertStringIncludes(text, "of this test");
  assertEquals(text.includes("earlier"), false);
});

Deno.test("Reporter.report() leaves the runner's own frames out of stacks", () => {
  const [, text] = reportAll([
    { ...END, name: "b", ok: false, errors: ["Error: wrong\n    at run (x/deno_shim.ts:1:2)"] },
  ]);
  assertEquals(text.includes("deno_shim"), false);
});

Deno.test("Reporter.report() prints at once what golden tests print", () => {
  const [, text] = reportAll([{ type: "print", file: END.file, text: "604 frames" }], true);
  assertEquals(text, "Node: 604 frames");
});

Deno.test("closingLine() has the form that machines look for", () => {
  assertEquals(closingLine({ passed: 12, failed: 0 }), "12 passed, 0 failed");
});

Deno.test("Reporter.progress() names the test that runs", () => {
  const start = { type: "start", file: END.file, index: 0, name: "b", timeoutMs: 1 } as const;
  const [running] = reportAll([{ ...END, name: "a", ok: true, errors: [] }, start]);
  assertEquals(
    running.progress(Date.now() + 12_000),
    "... Node: 1 so far, in tests/a_test.ts: b (12 s)",
  );
  const [ended] = reportAll([start, { ...END, name: "b", ok: true, errors: [] }]);
  assertEquals(ended.progress(), undefined);
});
