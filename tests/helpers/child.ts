/**
 * Runs scripts of this repository as processes of the runtime that the tests
 * run on, to see what a process does as a whole: when it ends, what it may,
 * how much memory it takes.
 */

import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Which runtime this is, by what it says of itself. */
export function currentRuntime(): "deno" | "bun" | "node" {
  const versions = process.versions as Record<string, string | undefined>;
  return versions.deno !== undefined ? "deno" : versions.bun !== undefined ? "bun" : "node";
}

/** How a script is run. */
export interface ChildOptions {
  /** Its arguments. */
  readonly args?: readonly string[];
  /** On Deno, the permissions. @default {["-A"]} */
  readonly permissions?: readonly string[];
  /** What is written to its standard input, which is then closed. Without it the input is empty. */
  readonly input?: string | Uint8Array;
  /** After how long it is killed, in ms. @default {60_000} */
  readonly timeoutMs?: number;
}

/** How a script ended. */
export interface ChildResult {
  /** The exit status; `null` when a signal ended it. */
  readonly code: number | null;
  /** What it wrote to standard output. */
  readonly stdout: string;
  /** What it wrote to standard error. */
  readonly stderr: string;
  /** When it ended, on `performance.now()`'s clock. */
  readonly endedAt: number;
}

/** A running script. */
export interface Child {
  /** The process. */
  readonly process: ChildProcess;
  /** How it ends. Never rejects for a status; rejects when it cannot be started. */
  readonly result: Promise<ChildResult>;
  /** Sends it a signal, if it still runs. */
  signal(name: "SIGINT" | "SIGTERM" | "SIGKILL"): void;
  /** Resolves when standard output has `text`, or rejects when it ends without. */
  printed(text: string): Promise<string>;
}

/** Starts a script. */
export function startScript(script: URL, options: ChildOptions = {}): Child {
  // A copy of the tree for Node 20 has compiled scripts beside the sources.
  const path = fileURLToPath(script).replace(/\.ts$/, import.meta.url.slice(-3));
  const runtime = currentRuntime();
  const flags = runtime === "deno"
    ? [
      "run",
      "--quiet",
      "--no-lock",
      "--no-prompt",
      "--no-check",
      ...(options.permissions ?? ["-A"]),
    ]
    : runtime === "bun"
    ? ["run", "--no-install"]
    : ["--no-warnings"];
  const child = spawn(process.execPath, [...flags, path, ...(options.args ?? [])], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
  });
  let stdout = "";
  let stderr = "";
  let ended = false;
  const waiting = new Set<() => void>();
  const news = () => {
    for (const wake of [...waiting]) wake();
  };
  const outDecoder = new TextDecoder();
  const errDecoder = new TextDecoder();
  child.stdout.on("data", (chunk: Uint8Array) => {
    stdout += outDecoder.decode(chunk, { stream: true });
    news();
  });
  child.stderr.on(
    "data",
    (chunk: Uint8Array) => stderr += errDecoder.decode(chunk, { stream: true }),
  );
  // A script that ends without reading its input breaks the pipe; its status tells.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  const timer = setTimeout(() => child.kill("SIGKILL"), options.timeoutMs ?? 60_000);
  const result = new Promise<ChildResult>((resolve, reject) => {
    child.on("error", reject);
    let endedAt = 0;
    child.on("exit", () => endedAt = performance.now());
    child.on("close", (code) => {
      clearTimeout(timer);
      ended = true;
      news();
      resolve({ code, stdout, stderr, endedAt });
    });
  });
  const printed = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (stdout.includes(text)) resolve(stdout);
        else if (ended) {
          reject(new Error(`The script ended without printing "${text}"\n${stdout}\n${stderr}`));
        } else return;
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });
  // Not by child.kill(): on Deno the child then counts as killed, whatever its own status was.
  const signal: Child["signal"] = (name) => {
    if (!ended && child.pid !== undefined) process.kill(child.pid, name);
  };
  return { process: child, result, printed, signal };
}

/** Runs a script to its end. */
export function runScript(script: URL, options: ChildOptions = {}): Promise<ChildResult> {
  return startScript(script, options).result;
}
