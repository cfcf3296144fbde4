/**
 * Development tools from npm, in a folder of the repository that is not committed.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { output, ROOT } from "./test/runtimes.ts";

/** The tools and their versions. */
export const TOOLS = {
  typescript: "typescript@6.0",
  nodeTypes: "@types/node@24",
  bunTypes: "@types/bun@1",
  publint: "publint@0.3",
  esbuild: "esbuild@0.28",
} as const;

/** Installs packages, once for each set of them; returns the `node_modules` folder. */
export async function installTools(packages: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(packages.join(" ")).digest("hex").slice(0, 12);
  const folder = join(ROOT, ".cache", `npm-${hash}`);
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const own = mkdtempSync(`${folder}-`);
    try {
      writeFileSync(join(own, "package.json"), '{ "private": true }\n');
      await output(
        ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", ...packages],
        { cwd: own, timeoutMs: 300_000 },
      );
      try {
        renameSync(own, folder);
      } catch (error) {
        // Another process was faster.
        if (!existsSync(folder)) throw error;
      }
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  }
  return join(folder, "node_modules");
}

/** The command that runs the TypeScript compiler of a `node_modules` folder. */
export function tscCommand(modules: string): string[] {
  return ["node", join(modules, "typescript", "bin", "tsc")];
}
