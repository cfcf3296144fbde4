/**
 * Measures how many branches of readers, records and codecs the golden tests
 * and the fuzzer take together, on Deno. Give other tests to measure those.
 *
 * @module
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process from "node:process";
import { findDeno, OFFLINE_MAP, output, ROOT } from "./test/runtimes.ts";

const MEASURED = /^src\/(record\/|protocol\/(?!messages\/)|network\/frame_reader)/;
const LEAST_PERCENT = 95;

/** Branches that were taken, and all of them. */
interface Branches {
  taken: number;
  all: number;
  /** The lines with branches that were not taken. */
  readonly missed: Set<number>;
}

/** Reads what `deno coverage --lcov` prints. */
export function readLcov(text: string): Map<string, Branches> {
  const files = new Map<string, Branches>();
  let current: Branches | undefined;
  for (const line of text.split("\n")) {
    if (line.startsWith("SF:")) {
      current = { taken: 0, all: 0, missed: new Set() };
      files.set(relative(ROOT, line.slice(3)).replaceAll("\\", "/"), current);
    } else if (line.startsWith("BRDA:") && current !== undefined) {
      const [at, , , count] = line.slice(5).split(",");
      current.all++;
      if (count === "-" || count === "0") current.missed.add(Number(at));
      else current.taken++;
    }
  }
  return files;
}

function percent({ taken, all }: Branches): string {
  return `${(all === 0 ? 100 : 100 * taken / all).toFixed(1)} %`;
}

async function main(): Promise<number> {
  const tests = process.argv.slice(2);
  const paths = tests.length > 0 ? tests : ["tests/golden", "tests/fuzz"];
  const deno = await findDeno();
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-coverage-"));
  try {
    const flags = ["-A", "--no-check", "--quiet", "--no-lock", ...OFFLINE_MAP];
    await output([deno, "test", ...flags, `--coverage=${folder}`, ...paths], {
      env: { NO_COLOR: "1" },
    });
    const files = readLcov(await output([deno, "coverage", "--quiet", "--lcov", folder]));
    const total: Branches = { taken: 0, all: 0, missed: new Set() };
    for (const [path, branches] of [...files].sort(([left], [right]) => left < right ? -1 : 1)) {
      if (!MEASURED.test(path)) continue;
      total.taken += branches.taken;
      total.all += branches.all;
      const lines = [...branches.missed].join(", ");
      process.stdout.write(
        `${path.padEnd(42)} ${percent(branches).padStart(8)}  ${lines && `not all at ${lines}`}\n`,
      );
    }
    process.stdout.write(`${total.taken} of ${total.all} branches: ${percent(total)}\n`);
    return 100 * total.taken >= LEAST_PERCENT * total.all ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return 2;
});
