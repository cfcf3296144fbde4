/**
 * Generates the message codecs from the schemas in a `kafka-clients` jar.
 *
 * ```sh
 * deno task generate [path/to/kafka-clients.jar] [--check]
 * ```
 *
 * Without a path, the jar of the pinned version comes through Maven. With
 * `--check`, nothing is written; the exit code tells whether the tree is up to date.
 *
 * @module
 */

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { emitAll } from "./protocol/modules.ts";
import { fetchJar, readSchemas } from "./protocol/jar.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The directories and files that hold generated code and nothing else. */
const OWNED: readonly string[] = [
  "src/protocol/messages",
  "src/protocol/apis.ts",
  "tests/testdata/controller_messages",
  "tests/testdata/schemas.jsonl",
];

function listOwned(root: string): string[] {
  const found: string[] = [];
  for (const path of OWNED) {
    if (!existsSync(join(root, path))) continue;
    if (path.includes(".")) found.push(path);
    else for (const name of readdirSync(join(root, path))) found.push(`${path}/${name}`);
  }
  return found.sort();
}

function writeTree(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const sources = [...files.keys()].filter((path) => path.endsWith(".ts"));
  const format = ["fmt", "--quiet", "--no-config", "--line-width", "100", ...sources];
  execFileSync(process.execPath, format, { cwd: root, stdio: "inherit" });
}

function differences(left: string, right: string): string[] {
  const paths = [...new Set([...listOwned(left), ...listOwned(right)])].sort();
  return paths.filter((path) => {
    const texts = [left, right].map((root) => {
      const file = join(root, path);
      return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    });
    return texts[0] !== texts[1];
  });
}

function main(args: readonly string[]): number {
  const check = args.includes("--check");
  const files = emitAll(readSchemas(args.find((arg) => !arg.startsWith("--")) ?? fetchJar()));
  const temporary = mkdtempSync(join(tmpdir(), "kafka-web-generate-"));
  try {
    writeTree(temporary, files);
    const changed = differences(temporary, ROOT);
    if (changed.length === 0) {
      console.log(`${files.size} generated files are up to date`);
      return 0;
    }
    if (check) {
      console.error(`Out of date, run "deno task generate":\n${changed.join("\n")}`);
      return 1;
    }
    for (const path of changed) {
      const target = join(ROOT, path);
      if (files.has(path)) {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, readFileSync(join(temporary, path)));
      } else {
        rmSync(target);
      }
    }
    console.log(`${changed.length} of ${files.size} generated files changed`);
    return 0;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

process.exit(main(process.argv.slice(2)));
