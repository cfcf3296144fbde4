/**
 * The golden vectors as raw material.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** What all lines have. */
export interface CorpusLine {
  readonly bytes: Uint8Array;
}

/**
 * The lines of a golden file, quickly: numbers that are too large are rounded.
 *
 * @param name The name of the file without `.jsonl.gz`.
 * @param maxBytes Lines with more bytes are left out.
 */
export function corpusLines<Line>(name: string, maxBytes: number): (Line & CorpusLine)[] {
  const url = new URL(`../../tests/testdata/golden/${name}.jsonl.gz`, import.meta.url);
  const lines = gunzipSync(readFileSync(url)).toString("utf8").split("\n");
  return lines.filter((line) => line !== "" && hexLength(line) <= 2 * maxBytes)
    .map((line) => {
      const { hex, ...rest } = JSON.parse(line);
      return { ...rest, bytes: Uint8Array.from(Buffer.from(hex, "hex")) };
    });
}

function hexLength(line: string): number {
  const start = line.indexOf('"hex":"') + 7;
  return line.indexOf('"', start) - start;
}
