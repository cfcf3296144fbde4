/**
 * Prints how large typical bundles are. With `--sources`, also what each consists of.
 *
 * @module
 */

import process from "node:process";
import { bundle, type BundlePart, PROGRAMS } from "./size/bundle.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`.padStart(10);
}

/** The sources of a part by folder, the largest first. */
function folders(part: BundlePart): [string, number][] {
  const sums = new Map<string, number>();
  for (const [path, bytes] of part.sources) {
    const folder = path.split("/").slice(0, -1).join("/") || path;
    sums.set(folder, (sums.get(folder) ?? 0) + bytes);
  }
  return [...sums].sort((left, right) => right[1] - left[1]);
}

async function main(): Promise<void> {
  const withSources = process.argv.includes("--sources");
  print(
    `${"".padEnd(20)}${"at the start, minified and gzipped".padStart(36)}   loaded when needed`,
  );
  for (const program of PROGRAMS) {
    const { start, later } = await bundle(program);
    print(
      `${program.name.padEnd(20)}${"".padEnd(14)}${kilobytes(start.minified)} ${
        kilobytes(start.gzipped)
      }  ${kilobytes(later.minified)} ${kilobytes(later.gzipped)}`,
    );
    if (!withSources) continue;
    for (const [folder, bytes] of folders(start)) {
      print(`  ${folder.padEnd(32)}${kilobytes(bytes)}`);
    }
  }
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
