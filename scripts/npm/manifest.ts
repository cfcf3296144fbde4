/**
 * The manifest of the npm package, made from `deno.json`.
 *
 * @module
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/runtimes.ts";

/** The parts of `deno.json` that the package takes over. */
export interface DenoConfig {
  readonly version: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
}

/** The npm package's name. */
export const PACKAGE_NAME = "kafka-web";

const DESCRIPTION = "A Kafka client for Deno, Bun and Node on web-standard streams";
const COMMAND = "src/cli/main.ts";

/** Reads `deno.json`. */
export function readDenoConfig(): DenoConfig {
  return JSON.parse(readFileSync(join(ROOT, "deno.json"), "utf8"));
}

/** The path of the script behind the package's command, or undefined when there is none. */
export function commandSource(): string | undefined {
  return existsSync(join(ROOT, COMMAND)) ? COMMAND : undefined;
}

/** What the package says of itself, whoever compiles it. */
export function packageFields(config: DenoConfig): Record<string, unknown> & {
  name: string;
  version: string;
} {
  return {
    name: PACKAGE_NAME,
    version: config.version,
    description: DESCRIPTION,
    keywords: ["kafka", "streams", "deno", "bun", "node", "producer", "consumer"],
    license: config.license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
  };
}

/** Where a source file is found in the package, under another extension. */
export function builtPath(source: string, extension: ".js" | ".d.ts"): string {
  return `./esm/${source.replace(/^\.\//, "").replace(/\.ts$/, extension)}`;
}

/** The whole `package.json` for a package that this repository compiles itself. */
export function manifest(config: DenoConfig, command: string | undefined): Record<string, unknown> {
  const exports = Object.entries(config.exports).map(([name, source]) => [name, {
    types: builtPath(source, ".d.ts"),
    default: builtPath(source, ".js"),
  }]);
  return {
    ...packageFields(config),
    exports: { ...Object.fromEntries(exports), "./package.json": "./package.json" },
    ...(command === undefined ? {} : { bin: { [PACKAGE_NAME]: builtPath(command, ".js") } }),
    files: ["esm", "README.md", "CHANGELOG.md", "LICENSE"],
  };
}
