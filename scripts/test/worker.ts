/**
 * Runs test files inside one process of the runtime under test and writes what happens as JSON
 * lines into a file. `scripts/test.ts` starts it; on Bun and Node it needs the helpers that map
 * names, see `scripts/test/runtimes.ts`.
 *
 * @module
 */

import { appendFileSync, readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { format } from "node:util";
import {
  describeError,
  installShim,
  reportUncaught,
  runTest,
  takeTests,
} from "../../tests/helpers/deno_shim.ts";
import type { WorkerEvent, WorkerJob } from "./events.ts";

const { setTimeout } = globalThis;

const job: WorkerJob = JSON.parse(readFileSync(process.argv[2], "utf8"));
let file = "";

function emit(event: WorkerEvent): void {
  appendFileSync(job.events, `${JSON.stringify(event)}\n`);
}

function matcher(filter: string | undefined): (name: string) => boolean {
  if (filter === undefined) return () => true;
  const pattern = /^\/(.+)\/([a-z]*)$/.exec(filter);
  if (pattern === null) return (name) => name.includes(filter);
  const regex = new RegExp(pattern[1], pattern[2].replace("g", ""));
  return (name) => regex.test(name);
}

function onUncaught(error: unknown): void {
  if (!reportUncaught(error)) emit({ type: "uncaught", file, error: describeError(error) });
}

function watchUncaught(): void {
  const isDeno = typeof (globalThis as { Deno?: { exit?: unknown } }).Deno?.exit === "function";
  if (!isDeno) {
    process.on("uncaughtException", onUncaught);
    process.on("unhandledRejection", onUncaught);
    return;
  }
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    onUncaught(event.reason);
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    onUncaught(event.error);
  });
}

/** What keeps the process alive, where the runtime tells. */
function activeResources(): string[] {
  try {
    const list: string[] = process.getActiveResourcesInfo?.() ?? [];
    return list.filter((name) => !/TTY|Pipe|Immediate|FSReq|CloseReq/.test(name));
  } catch {
    return [];
  }
}

async function runFile(path: string, skip: number): Promise<void> {
  file = path;
  emit({ type: "file", file });
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    takeTests();
    emit({ type: "load-error", file, error: describeError(error) });
    return;
  }
  const matches = matcher(job.filter);
  const tests = takeTests().map((test, index) => ({ test, index }))
    .filter(({ test, index }) => index >= skip && matches(test.name));
  for (const { test, index } of tests) {
    emit({ type: "start", file, index, name: test.name, timeoutMs: test.timeout || job.timeoutMs });
    const outcome = await runTest(test, pathToFileURL(path).href, job.timeoutMs);
    emit({ type: "end", file, index, name: test.name, ...outcome });
  }
}

installShim(() => file);
watchUncaught();
for (const level of ["log", "info", "debug", "warn", "error"] as const) {
  console[level] = (...args: unknown[]) => emit({ type: "print", file, text: format(...args) });
}
for (const { path, skip } of job.files) {
  const before = activeResources();
  await runFile(path, skip);
  let after = activeResources();
  if (after.length > before.length) {
    // Handles of what has just ended are let go a little later.
    await new Promise((resolve) => setTimeout(resolve, 50));
    after = activeResources();
  }
  emit({
    type: "file-end",
    file: path,
    left: after.length > before.length ? after.slice(before.length) : [],
  });
}
emit({ type: "done" });
// A process that does not end by itself has a timer, socket or loop that outlived its tests.
const grace = setTimeout(() => {
  emit({ type: "lingers" });
  process.exit(0);
}, 1_000);
grace.unref?.();
if (typeof grace === "number") {
  (globalThis as { Deno?: { unrefTimer?: (id: number) => void } }).Deno?.unrefTimer?.(grace);
}
