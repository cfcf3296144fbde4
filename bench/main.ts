/**
 * Runs one of the benchmarks of this folder: `deno task bench producer`.
 *
 * @module
 */

import { readdirSync } from "node:fs";
import process from "node:process";

const files = readdirSync(new URL("./", import.meta.url))
  .filter((file) => file.endsWith(".ts") && file !== "main.ts");
const names = files.map((file) => file.replace(/(_bench)?\.ts$/, ""));
const [name] = process.argv.splice(2, 1);
const index = names.indexOf(name);
if (index < 0) {
  process.stderr.write(`Give the name of a benchmark: ${names.sort().join(", ")}\n`);
  process.exitCode = 2;
} else {
  await import(new URL(files[index], import.meta.url).href);
}
