/**
 * Finds test files and puts them into groups for the worker processes.
 *
 * @module
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

const SKIPPED = new Set(["node_modules", ".git", "npm", "coverage", "testdata"]);
const GROUP_SIZE = 12;

/** Test files that one process runs, one after the other. */
export interface FileGroup {
  readonly files: readonly string[];
  /** No other process may run tests at the same time. */
  readonly alone: boolean;
}

/** Whether a path is a test file. */
export function isTestFile(path: string): boolean {
  return /_test\.(ts|js|mjs)$/.test(path);
}

/** All test files below a folder, or the file itself, sorted. */
export function findTestFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return SKIPPED.has(entry.name) ? [] : findTestFiles(join(path, entry.name));
    }
    return isTestFile(entry.name) ? [join(path, entry.name)] : [];
  }).sort();
}

/** Whether a file below the tests' folder needs a real Kafka. */
export function isIntegration(root: string, path: string): boolean {
  return relative(root, path).split(sep).includes("integration");
}

/** Whether a file asks for a machine of its own, by a line `// @alone` near its top. */
export function asksToBeAlone(text: string): boolean {
  return /^\/\/ @alone\b/m.test(text.slice(0, 2_000));
}

/** Groups files for processes: small groups, and a group each for those that want to be alone. */
export function groupFiles(
  files: readonly string[],
  options: { readonly groupSize?: number; readonly read?: (path: string) => string } = {},
): FileGroup[] {
  const read = options.read ?? ((path: string) => readFileSync(path, "utf8"));
  const size = options.groupSize ?? GROUP_SIZE;
  const alone = files.filter((path) => asksToBeAlone(read(path)));
  const shared = files.filter((path) => !alone.includes(path));
  const groups: FileGroup[] = [];
  for (let at = 0; at < shared.length; at += size) {
    groups.push({ files: shared.slice(at, at + size), alone: false });
  }
  return [...groups, ...alone.map((path) => ({ files: [path], alone: true }))];
}
