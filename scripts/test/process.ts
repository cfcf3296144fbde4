/**
 * Runs a group of test files in worker processes: one, and a further one after each crash or hang,
 * which begins behind the test that caused it.
 *
 * @module
 */

import { spawn } from "node:child_process";
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { WorkerEvent, WorkerJob } from "./events.ts";
import type { Runtime } from "./runtimes.ts";

const POLL_MS = 100;
/** How much longer than its limit a test may take before its process counts as stuck. */
const STUCK_MS = 10_000;
const LOAD_LIMIT_MS = 120_000;
const MAX_OUTPUT = 20_000;

/** How a group is run. */
export interface GroupOptions {
  readonly runtime: Runtime;
  readonly files: readonly string[];
  readonly filter?: string;
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder for the files that jobs and events are passed in. */
  readonly folder: string;
  /** Takes every event, and the failures that only the parent process sees. */
  readonly report: (event: WorkerEvent) => void;
}

interface Progress {
  /** The file being run. */
  file: string | undefined;
  /** The test being run. */
  test: { readonly index: number; readonly name: string } | undefined;
  /** The tests of the file that have begun. */
  next: number;
  done: boolean;
  deadline: number;
}

let counter = 0;
const children = new Set<ReturnType<typeof spawn>>();

/** Ends every worker that still runs, for when the runner itself is told to end. */
export function killWorkers(): void {
  for (const child of children) child.kill("SIGKILL");
}

/** Reads lines that are appended to a file. */
class LineReader {
  readonly #fd: number;
  readonly #decoder = new TextDecoder();
  readonly #buffer = new Uint8Array(1 << 16);
  #rest = "";

  constructor(path: string) {
    this.#fd = openSync(path, "r");
  }

  read(): string[] {
    for (;;) {
      const size = readSync(this.#fd, this.#buffer, 0, this.#buffer.length, null);
      if (size === 0) break;
      this.#rest += this.#decoder.decode(this.#buffer.subarray(0, size), { stream: true });
    }
    const lines = this.#rest.split("\n");
    this.#rest = lines.pop() ?? "";
    return lines;
  }

  close(): void {
    closeSync(this.#fd);
  }
}

function follow(progress: Progress, event: WorkerEvent): void {
  progress.deadline = Date.now() + LOAD_LIMIT_MS;
  switch (event.type) {
    case "file":
      progress.file = event.file;
      progress.next = 0;
      break;
    case "start":
      progress.test = event;
      progress.next = event.index + 1;
      progress.deadline = Date.now() + event.timeoutMs + STUCK_MS;
      break;
    case "end":
      progress.test = undefined;
      break;
    case "file-end":
      progress.file = undefined;
      break;
    case "done":
      progress.done = true;
      progress.deadline = Date.now() + STUCK_MS;
      break;
  }
}

/** Starts one process and follows it to its end; returns how it ended. */
async function runProcess(
  options: GroupOptions,
  job: WorkerJob,
  jobPath: string,
  progress: Progress,
): Promise<{ readonly how: string; readonly output: string; readonly clean: boolean }> {
  const { runtime } = options;
  writeFileSync(job.events, "");
  writeFileSync(jobPath, JSON.stringify(job));
  const reader = new LineReader(job.events);
  const child = spawn(runtime.command[0], [...runtime.command.slice(1), runtime.worker, jobPath], {
    env: { ...process.env, NO_COLOR: "1", ...runtime.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let output = "";
  const collect = (text: string): void => {
    output = (output + text).slice(-MAX_OUTPUT);
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  const pump = (): void => {
    for (const line of reader.read()) {
      const event: WorkerEvent = JSON.parse(line);
      follow(progress, event);
      options.report(event);
    }
  };
  progress.deadline = Date.now() + LOAD_LIMIT_MS;
  let stuck = false;
  const timer = setInterval(() => {
    pump();
    if (Date.now() < progress.deadline) return;
    stuck = true;
    child.kill("SIGKILL");
  }, POLL_MS);
  const how = await new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(`could not be started: ${error.message}`));
    child.on("close", (status, signal) =>
      resolve(
        stuck
          ? "never came back to its event loop"
          : signal !== null
          ? `was ended by ${signal}`
          : `ended with status ${status}`,
      ));
  });
  clearInterval(timer);
  children.delete(child);
  pump();
  reader.close();
  return { how, output, clean: how === "ended with status 0" };
}

/** Runs the files of a group and reports every event, with an end for every test that began. */
export async function runGroup(options: GroupOptions): Promise<void> {
  let files: WorkerJob["files"] = options.files.map((path) => ({ path, skip: 0 }));
  while (files.length > 0) {
    const id = `${process.pid}-${counter++}`;
    const job: WorkerJob = {
      events: join(options.folder, `events-${id}`),
      files,
      filter: options.filter,
      timeoutMs: options.timeoutMs,
    };
    const progress: Progress = {
      file: undefined,
      test: undefined,
      next: 0,
      done: false,
      deadline: 0,
    };
    const end = await runProcess(options, job, join(options.folder, `job-${id}`), progress);
    if (progress.done) {
      if (!end.clean) {
        options.report({
          type: "uncaught",
          file: files[files.length - 1].path,
          error: `The process ${end.how} after its last test\n${end.output}`,
        });
      }
      return;
    }
    const file = progress.file ?? files[0].path;
    const at = files.findIndex(({ path }) => path === file);
    const error = `The process ${end.how}\n${end.output}`.trimEnd();
    if (progress.test === undefined) {
      options.report({ type: "load-error", file, error });
      files = files.slice(at + 1);
      continue;
    }
    const { index, name } = progress.test;
    options.report({ type: "end", file, index, name, ok: false, ms: 0, errors: [error] });
    files = [{ path: file, skip: progress.next }, ...files.slice(at + 1)];
  }
}
