import { assertEquals, assertStringIncludes } from "@std/assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { WorkerEvent } from "../../scripts/test/events.ts";
import { runGroup } from "../../scripts/test/process.ts";
import type { Runtime } from "../../scripts/test/runtimes.ts";
import { currentRuntime } from "../helpers/child.ts";

const EXTENSION = import.meta.url.slice(-3);

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** The runtime that runs this file, to run the fixtures on. */
function self(): Runtime {
  const loader = EXTENSION === ".ts" ? ["--import", pathOf("../helpers/node_loader.mjs")] : [];
  const map = ["--import-map", pathOf("../helpers/import_map.json")];
  const commands = {
    deno: [process.execPath, "run", "-A", "--no-check", "--quiet", ...map],
    bun: [process.execPath, "--no-install"],
    node: [process.execPath, "--no-warnings", ...loader],
  };
  return {
    label: "self",
    version: "",
    command: commands[currentRuntime()],
    env: {},
    worker: pathOf(`../../scripts/test/worker${EXTENSION}`),
  };
}

async function runFixtures(names: readonly string[], filter?: string): Promise<WorkerEvent[]> {
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-runner-"));
  const events: WorkerEvent[] = [];
  try {
    await runGroup({
      runtime: self(),
      files: names.map((name) => pathOf(`./fixtures/${name}${EXTENSION}`)),
      filter,
      timeoutMs: 10_000,
      folder,
      report: (event) => events.push(event),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return events;
}

function outcomes(events: readonly WorkerEvent[]): Record<string, string> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.type === "end" ? [[event.name, event.ok ? "passed" : event.errors.join("\n")]] : []
    ),
  );
}

Deno.test("runGroup() gives every test its outcome, through failures, hangs and a crash", async () => {
  const found = outcomes(await runFixtures(["mixed"]));
  const expected: Record<string, string> = {
    "passes": "passed",
    "fails": "Values are not equal",
    "fails in a step": "[wrong] Error: step broke",
    "hangs": "did not end within 50 ms",
    "rejects behind its back": "nobody caught this",
    "throws from a timer": "thrown by a timer",
    "ignored": "no test may be skipped",
    "ends the process": "ended with status 3",
    "runs after the crash": "passed",
  };
  assertEquals(Object.keys(found), Object.keys(expected));
  for (const [name, text] of Object.entries(expected)) assertStringIncludes(found[name], text);
});

Deno.test("runGroup() reports a file that cannot be loaded and runs the others", async () => {
  const events = await runFixtures(["unloadable", "good"]);
  const failures = events.filter((event) => event.type === "load-error");
  assertEquals(failures.length, 1);
  assertStringIncludes(failures[0].error, "cannot be loaded");
  assertEquals(outcomes(events), { alpha: "passed", beta: "passed" });
});

Deno.test("runGroup() runs the tests that the filter names", async () => {
  assertEquals(outcomes(await runFixtures(["good"], "alp")), { alpha: "passed" });
  assertEquals(outcomes(await runFixtures(["good"], "/^BETA$/i")), { beta: "passed" });
});

Deno.test("runGroup() passes on what tests print", async () => {
  const events = await runFixtures(["mixed"], "/^passes$/");
  const prints = events.flatMap((event) => event.type === "print" ? [event.text] : []);
  assertEquals(prints, ["printed by passes"]);
});
