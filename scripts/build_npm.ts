/**
 * Builds the npm package and tries it: the tarball installed into an empty folder and used on Node
 * 20, a current Node and Bun, its types checked in strict projects, and the whole test suite run on
 * Node 20 against it. `--no-tests` leaves the suite out.
 *
 * @module
 */

import { rmSync } from "node:fs";
import { relative } from "node:path";
import process from "node:process";
import { compilePackage, OUT } from "./npm/compile.ts";
import { readDenoConfig } from "./npm/manifest.ts";
import { buildSuite, node20, suiteFiles } from "./npm/suite.ts";
import { checkTypes, install, pack, runPublint, runRoundTrips } from "./npm/verify.ts";
import { runTests } from "./test.ts";
import { closingLine } from "./test/report.ts";
import { ROOT } from "./test/runtimes.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function step<T>(
  name: string,
  body: () => Promise<T>,
  tell: (value: T) => string,
): Promise<T> {
  const started = Date.now();
  const value = await body();
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  print(`${name.padEnd(12)} ${seconds.padStart(6)} s  ${tell(value)}`);
  return value;
}

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== "--no-tests");
  if (unknown !== undefined) throw new TypeError(`Cannot build: unknown option "${unknown}"`);
  const where = (path: string): string => relative(ROOT, path);
  await step("compile", () => compilePackage(readDenoConfig()), (by) => `${where(OUT)}, by ${by}`);
  await step("publint", runPublint, () => "no complaint");
  const tarball = await step("pack", pack, where);
  const folder = await step("install", () => install(tarball), () => "no other package came along");
  try {
    await step(
      "types",
      () => checkTypes(folder),
      (names) => `strict projects: ${names.join(", ")}`,
    );
    await step("round trips", () => runRoundTrips(folder), (lines) => lines.join("; "));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (args.includes("--no-tests")) return 0;
  const runtime = await node20();
  await step("suite", buildSuite, () => `the tests as JavaScript, for Node ${runtime.version}`);
  const counts = await runTests([runtime], suiteFiles, {
    runtimes: [],
    paths: [],
    golden: false,
    integration: false,
    verbose: false,
    help: false,
  });
  print(closingLine(counts));
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  print(closingLine({ passed: 0, failed: 1 }));
  return 1;
});
