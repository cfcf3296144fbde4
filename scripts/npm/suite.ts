/**
 * Runs the whole test suite on Node 20, which does not know TypeScript: the tests transpiled, the
 * sources those of the compiled package.
 *
 * @module
 */

import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { findTestFiles, isIntegration } from "../test/discover.ts";
import { findNode, output, ROOT, type Runtime } from "../test/runtimes.ts";
import { listFiles, OUT } from "./compile.ts";
import { transpile } from "./transpile.ts";

/** A copy of the repository with JavaScript beside every TypeScript file. */
export const SUITE: string = join(ROOT, ".cache", "suite");

const FOLDERS = ["src", "tests", "scripts", "bench"];
const FILES = ["mod.ts", "deno.json", "README.md", "DESIGN.md", "CHANGELOG.md", "LICENSE"];

/** Turns names of the import map into relative paths, as Node 20 cannot be told about them. */
export function rewriteNames(
  code: string,
  path: string,
  imports: Readonly<Record<string, string>>,
): string {
  return code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(@[^"']+)\2/g,
    (whole, before: string, quote: string, name: string) => {
      const target = imports[name];
      if (target === undefined) return whole;
      const file = posix.join("tests/helpers", target).replace(/\.ts$/, ".js");
      const between = posix.relative(posix.dirname(path), file);
      return `${before}${quote}${between.startsWith(".") ? between : `./${between}`}${quote}`;
    },
  );
}

/** Makes the copy: the repository's files, what tests and scripts transpile to, the built sources. */
export async function buildSuite(): Promise<void> {
  rmSync(SUITE, { recursive: true, force: true });
  mkdirSync(SUITE, { recursive: true });
  for (const name of [...FOLDERS, ...FILES]) {
    if (existsSync(join(ROOT, name))) {
      cpSync(join(ROOT, name), join(SUITE, name), { recursive: true });
    }
  }
  writeFileSync(join(SUITE, "package.json"), '{ "private": true, "type": "module" }\n');
  const map = JSON.parse(readFileSync(join(ROOT, "tests", "helpers", "import_map.json"), "utf8"));
  for (const folder of FOLDERS) {
    if (!existsSync(join(SUITE, folder))) continue;
    // Sources too: the built ones take their places, but a test may use one that no entry reaches.
    for (const file of listFiles(join(SUITE, folder))) {
      if (!file.endsWith(".ts")) continue;
      const path = relative(SUITE, file).split(sep).join("/");
      const code = await transpile(readFileSync(file, "utf8"), path);
      writeFileSync(file.replace(/\.ts$/, ".js"), rewriteNames(code, path, map.imports));
    }
  }
  const built = join(OUT, "esm");
  for (const file of listFiles(built)) {
    if (!file.endsWith(".js")) continue;
    const target = join(SUITE, relative(built, file));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** The test files of the copy, without those that need a real Kafka. */
export function suiteFiles(): string[] {
  return findTestFiles(join(SUITE, "tests")).filter((path) =>
    path.endsWith(".js") && !isIntegration(SUITE, path)
  );
}

/** Node 20, as the test runner wants it. */
export async function node20(): Promise<Runtime> {
  const path = await findNode(20);
  return {
    label: "Node",
    version: (await output([path, "-p", "process.versions.node"])).trim(),
    command: [path],
    env: {},
    worker: join(SUITE, "scripts", "test", "worker.js"),
  };
}
