/**
 * The golden vectors as raw material.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/**
 * The lines of a golden file, quickly: numbers that are too large are rounded.
 *
 * @param name The name of the file without `.jsonl.gz`.
 * @param maxHex Lines whose bytes are longer in hex are left out.
 */
export function corpusLines<Line extends { readonly hex: string }>(
  name: string,
  maxHex: number,
): Line[] {
  const url = new URL(`../../tests/testdata/golden/${name}.jsonl.gz`, import.meta.url);
  const lines = gunzipSync(readFileSync(url)).toString("utf8").split("\n");
  return lines.filter((line) => line !== "" && hexLength(line) <= maxHex)
    .map((line) => JSON.parse(line));
}

function hexLength(line: string): number {
  const start = line.indexOf('"hex":"') + 7;
  return line.indexOf('"', start) - start;
}
