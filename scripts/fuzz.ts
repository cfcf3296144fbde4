/**
 * Fuzzes messages, record batches, codecs and framing. See `--help`.
 *
 * @module
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { FUZZ_USAGE, type FuzzOptions, parseFuzzArgs } from "./fuzz/args.ts";
import type { TargetName } from "./fuzz/case.ts";
import { FINDINGS_FOLDER, storeFinding } from "./fuzz/findings.ts";
import { makeCase } from "./fuzz/targets.ts";
import type { FuzzEvent, FuzzJob } from "./fuzz/worker.ts";
import { findRuntime, type Runtime } from "./test/runtimes.ts";

const WORKER = fileURLToPath(new URL("./fuzz/worker.ts", import.meta.url));
/** A case that takes longer hangs. */
const HANG_MS = 20_000;
const LOAD_MS = 60_000;
const POLL_MS = 500;
/** More deaths than this are not looked into one by one. */
const MAX_DEATHS = 5;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** How a worker ended, and the case that it was in. */
interface End {
  readonly done: Extract<FuzzEvent, { type: "done" }> | undefined;
  readonly how: string;
  readonly at: readonly [TargetName, number] | undefined;
}

/** Runs one worker to its end, or kills it in the case that it hangs in. */
async function runWorker(
  runtime: Runtime,
  job: FuzzJob,
  onFinding: (event: Extract<FuzzEvent, { type: "finding" }>) => void,
): Promise<End> {
  const child = spawn(runtime.command[0], [
    ...runtime.command.slice(1),
    WORKER,
    JSON.stringify(job),
  ], { env: { ...process.env, ...runtime.env }, stdio: ["ignore", "pipe", "pipe"] });
  let done: End["done"];
  let rest = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const event: FuzzEvent = JSON.parse(line);
      if (event.type === "done") done = event;
      else onFinding(event);
    }
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = `${errors}${text}`.slice(-2_000);
  });
  let last = "";
  let since = Date.now();
  let hangs = false;
  const read = (): string => {
    try {
      return readFileSync(job.progress, "utf8").trim();
    } catch {
      return "";
    }
  };
  const timer = setInterval(() => {
    const now = read();
    if (now !== last) [last, since] = [now, Date.now()];
    const limit = last === "" || last.endsWith("shrinking") ? LOAD_MS : HANG_MS;
    if (Date.now() - since < limit) return;
    hangs = true;
    child.kill("SIGKILL");
  }, POLL_MS);
  const how = await new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(`could not be started: ${error.message}`));
    child.on("close", (status, signal) => {
      resolve(hangs ? "hangs" : `ended with ${signal ?? `status ${status}`}: ${errors.trim()}`);
    });
  });
  clearInterval(timer);
  const [name, index] = read().split(" ");
  return { done, how, at: name === "" ? undefined : [name as TargetName, Number(index)] };
}

/** Fuzzes on one runtime; gives the number of findings. */
async function fuzz(runtime: Runtime, options: FuzzOptions, folder: string): Promise<number> {
  const findings = options.findings ?? FINDINGS_FOLDER;
  const deadline = Date.now() + 1_000 * options.seconds;
  const cases: Record<string, number> = {};
  let found = 0;
  let first = 0;
  for (let deaths = 0; deaths <= MAX_DEATHS;) {
    const seconds = (deadline - Date.now()) / 1_000;
    if (seconds <= 0) break;
    const job: FuzzJob = {
      targets: options.targets,
      seed: options.seed,
      first,
      seconds,
      progress: join(folder, `${runtime.label}-${first}`),
      findings,
    };
    const end = await runWorker(runtime, job, (event) => {
      found++;
      print(
        `FOUND ${event.target} ${event.rule} after ${event.seconds.toFixed(1)} s, ` +
          `case ${event.index}, ${event.bytes[0]} bytes made ${event.bytes[1]}: ${event.message}`,
      );
      print(`      ${event.path}\n${event.stack}`);
    });
    for (const [name, count] of Object.entries(end.done?.cases ?? {})) {
      cases[name] = (cases[name] ?? 0) + count;
    }
    if (end.done !== undefined) break;
    deaths++;
    found++;
    if (end.at === undefined) throw new Error(`Cannot fuzz: the worker ${end.how}`);
    const [name, index] = end.at;
    const given = await makeCase(name, options.seed, index);
    const rule = end.how === "hangs" ? "hang" : "death";
    const path = storeFinding({ given, rule, message: end.how }, findings);
    print(`FOUND ${name} ${rule}, case ${index}: the process ${end.how}\n      ${path}`);
    first = index + 1;
  }
  const counts = Object.entries(cases).map(([name, count]) => `${count} ${name}`).join(", ");
  print(`${runtime.label} ${runtime.version}: ${counts}; ${found} findings`);
  return found;
}

async function main(): Promise<number> {
  const options = parseFuzzArgs(process.argv.slice(2), Date.now());
  if (options.help) {
    print(FUZZ_USAGE);
    return 0;
  }
  print(`Fuzzing ${options.targets.join(", ")} for ${options.seconds} s with seed ${options.seed}`);
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-fuzz-"));
  let found = 0;
  try {
    for (const name of options.runtimes) {
      found += await fuzz(await findRuntime(name), options, folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return 2;
});
