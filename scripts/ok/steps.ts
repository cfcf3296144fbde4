/**
 * The steps of the gate, as data.
 *
 * @module
 */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { installTools, TOOLS, tscCommand } from "../npm_packages.ts";
import { findDeno, OFFLINE_MAP, ROOT, run } from "../test/runtimes.ts";

/** One step: a name to call it by, and the commands that must all succeed. */
export interface Step {
  readonly name: string;
  readonly about: string;
  /** The commands; made late, as finding a tool may take a while. */
  readonly commands: () => Promise<readonly (readonly string[])[]>;
  /** Shows what the commands print as they run. */
  readonly live?: boolean;
}

const ENTRIES = ["mod.ts", "src/testing/mod.ts", "src/protocol/mod.ts"];
const FOLDERS = ["src", "tests", "scripts", "bench"];

function present(paths: readonly string[]): string[] {
  return paths.filter((path) => existsSync(join(ROOT, path)));
}

async function deno(...args: string[]): Promise<readonly string[]> {
  return [await findDeno(), ...args];
}

async function tscCommands(): Promise<string[][]> {
  const modules = await installTools([TOOLS.typescript, TOOLS.nodeTypes]);
  const tsc = tscCommand(modules);
  const roots = ["--typeRoots", join(modules, "@types")];
  return [
    [...tsc, "-p", "scripts/ok/tsconfig.web.json"],
    [...tsc, "-p", "scripts/ok/tsconfig.cli.json", ...roots],
  ];
}

/** The steps, in the order in which they run: the quick ones first. */
export const STEPS: readonly Step[] = [
  {
    name: "fmt",
    about: "every file is formatted",
    commands: async () => [await deno("fmt", "--check", "--quiet")],
  },
  {
    name: "lint",
    about: "recommended and jsr rules",
    commands: async () => [await deno("lint", "--quiet")],
  },
  {
    name: "check",
    about: "types, by Deno",
    commands: async () => [
      await deno("check", "--quiet", ...OFFLINE_MAP, ...present(["mod.ts", ...FOLDERS])),
    ],
  },
  {
    name: "tsc",
    about: "types, by TypeScript with the libraries of es2023 and the DOM alone",
    commands: tscCommands,
  },
  {
    name: "layers",
    about: "the rules of the source tree",
    commands: async () => [
      await deno("run", "-A", "scripts/test.ts", "deno", "tests/architecture_test.ts"),
    ],
  },
  {
    name: "doc",
    about: "every export is documented",
    commands: async () => [await deno("doc", "--lint", "--quiet", ...present(ENTRIES))],
  },
  {
    name: "examples",
    about: "the examples of the documentation have the right types, and those of the sources run",
    commands: async () => [
      await deno("check", "--quiet", "--doc", ...OFFLINE_MAP, "mod.ts", "src"),
      await deno("test", "-A", "--quiet", "--no-check", "--doc", ...OFFLINE_MAP, "mod.ts", "src"),
      await deno(
        "check",
        "--quiet",
        "--doc-only",
        ...OFFLINE_MAP,
        ...present(["README.md", "DESIGN.md"]),
      ),
    ],
  },
  {
    name: "generate",
    about: "generated files are up to date",
    commands: async () => [await deno("task", "--quiet", "generate", "--check")],
  },
  {
    name: "publish",
    about: "the package can be published to JSR",
    commands: async () => [await deno("publish", "--dry-run", "--allow-dirty", "--quiet")],
  },
  {
    name: "test",
    about: "the tests on Deno, Bun and Node",
    commands: async () => [await deno("run", "-A", "scripts/test.ts")],
    live: true,
  },
];

/** Runs a step; returns whether it passed and what it printed. */
export async function runStep(
  step: Step,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  let output = "";
  for (const command of await step.commands()) {
    const result = await run(command, { inherit: step.live, env: { NO_COLOR: "1" } });
    output += result.stdout + result.stderr;
    if (result.status !== 0) return { ok: false, output };
  }
  return { ok: true, output };
}
