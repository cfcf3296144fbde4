/**
 * Where the runtimes are and how each runs a script of this repository from its sources.
 *
 * @module
 */

import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The runtimes that run the sources. */
export const RUNTIME_NAMES = ["deno", "bun", "node"] as const;

/** One of the runtimes that run the sources. */
export type RuntimeName = typeof RUNTIME_NAMES[number];

/** A runtime that was found and can be started. */
export interface Runtime {
  /** Its name as people write it, e.g. "Deno". */
  readonly label: string;
  readonly version: string;
  /** The executable and the arguments that stand before the script. */
  readonly command: readonly string[];
  /** Environment variables it needs on top of the present ones. */
  readonly env: Readonly<Record<string, string>>;
  /** The worker script, of the sources or of a build. */
  readonly worker: string;
  /** What the reader should know about this run, if anything. */
  readonly note?: string;
}

/** What a finished command wrote and how it ended. */
export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, or kills it after the time given. */
export function run(
  command: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly timeoutMs?: number;
    readonly input?: string;
    /** Writes through to our own output as well. */
    readonly inherit?: boolean;
  } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: "pipe",
      shell: process.platform === "win32",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (options.inherit) process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (options.inherit) process.stderr.write(text);
    });
    const timer = options.timeoutMs === undefined
      ? undefined
      : setTimeout(() => child.kill("SIGKILL"), options.timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ status: 127, stdout, stderr: `${stderr}${error.message}` });
    });
    child.on("close", (status) => {
      clearTimeout(timer);
      resolve({ status: status ?? 1, stdout, stderr });
    });
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** Runs a command and returns its standard output; fails with what it printed otherwise. */
export async function output(
  command: readonly string[],
  options: Parameters<typeof run>[1] = {},
): Promise<string> {
  const { status, stdout, stderr } = await run(command, options);
  if (status === 0) return stdout;
  throw new Error(
    `Cannot run "${command.join(" ")}": it ended with status ${status}\n${stdout}${stderr}`,
  );
}

/** The executable of Deno: the one that runs this script, else one from npm. */
export async function findDeno(): Promise<string> {
  if (typeof process.versions.deno === "string") return process.execPath;
  const script = "console.log(Deno.execPath())";
  const text = await output(["npx", "-y", "deno", "eval", script], { timeoutMs: 300_000 });
  return text.trim();
}

/** The executable of Bun, from npm. */
export async function findBun(): Promise<string> {
  const script = "console.log(process.execPath)";
  const text = await output(["npx", "-y", "-p", "bun@1", "bun", "-e", script], {
    timeoutMs: 300_000,
  });
  return text.trim();
}

/** The executable of a Node of the given major version: the present one if it fits, else from npm. */
export async function findNode(major: number): Promise<string> {
  const script = "console.log(process.execPath)";
  if (process.versions.deno === undefined && process.versions.node.startsWith(`${major}.`)) {
    return process.execPath;
  }
  const present = await run(["node", "-p", "process.versions.node + ' ' + process.execPath"]);
  if (present.status === 0 && present.stdout.startsWith(`${major}.`)) {
    return present.stdout.trim().slice(present.stdout.indexOf(" ") + 1);
  }
  const platform = process.platform === "win32" ? "win" : process.platform;
  const known = ["linux-x64", "linux-arm64", "darwin-arm64", "win-x64"];
  const suffix = `${platform}-${process.arch}`;
  const name = known.includes(suffix) ? `node-${suffix}@${major}` : `node@${major}`;
  const text = await output(["npx", "-y", "-p", name, "node", "-e", script], {
    timeoutMs: 300_000,
  });
  return text.trim();
}

/** Whether JSR gives out the test libraries; asked of Deno itself, which may have them cached. */
async function jsrAnswers(deno: string): Promise<boolean> {
  const probe = await run([deno, "info", "--json", "jsr:@std/assert@^1.0.13"], {
    timeoutMs: 2_000,
  });
  if (probe.status !== 0 || probe.stdout.includes('"error"')) return false;
  const names = ["assert", "testing/bdd", "testing/mock", "testing/time"];
  const cached = await run([deno, "cache", ...names.map((name) => `@std/${name}`)], {
    timeoutMs: 60_000,
  });
  return cached.status === 0;
}

/** The flags that make Deno resolve every name from the repository alone. */
export const OFFLINE_MAP: readonly string[] = [
  "--import-map",
  join(ROOT, "tests", "helpers", "import_map.json"),
];

async function deno(): Promise<Runtime> {
  const path = await findDeno();
  const [version, online] = await Promise.all([
    output([path, "eval", "console.log(Deno.version.deno)"]),
    jsrAnswers(path),
  ]);
  return {
    label: "Deno",
    version: version.trim(),
    command: [path, "run", "-A", "--no-check", "--quiet", ...(online ? [] : OFFLINE_MAP)],
    env: {},
    worker: join(ROOT, "scripts", "test", "worker.ts"),
    note: online ? undefined : "JSR does not answer: stand-ins take the place of @std",
  };
}

async function bun(): Promise<Runtime> {
  const path = await findBun();
  return {
    label: "Bun",
    version: (await output([path, "--version"])).trim(),
    command: [path, "--no-install"],
    env: {},
    worker: join(ROOT, "scripts", "test", "worker.ts"),
  };
}

async function node(): Promise<Runtime> {
  const path = await findNode(24);
  return {
    label: "Node",
    version: (await output([path, "-p", "process.versions.node"])).trim(),
    command: [
      path,
      "--disable-warning=ExperimentalWarning",
      "--import",
      join(ROOT, "tests", "helpers", "node_loader.mjs"),
    ],
    // Types are stripped once, not in every process.
    env: { NODE_COMPILE_CACHE: join(ROOT, ".cache", "node") },
    worker: join(ROOT, "scripts", "test", "worker.ts"),
  };
}

/** Finds a runtime, fetching it from npm when it is not there. */
export function findRuntime(name: RuntimeName): Promise<Runtime> {
  return { deno, bun, node }[name]();
}
