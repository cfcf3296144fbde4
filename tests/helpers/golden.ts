/**
 * Reads the golden vectors and runs a check on every one of them.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const OWN_VECTORS = fileURLToPath(new URL("../testdata/golden", import.meta.url));

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LARGE_INTEGER = /^-?\d{16,}$/;

/** Parses JSON whose integers of 16 digits and more become bigints. */
export function parseExact(text: string): unknown {
  const marked = text.replace(
    TOKEN,
    (token) => LARGE_INTEGER.test(token) ? `"\\u0001${token}"` : token,
  );
  return JSON.parse(marked, (_key, value) => {
    const digits = typeof value === "string" && value.startsWith("\u0001") ? value.slice(1) : "";
    return LARGE_INTEGER.test(digits) ? BigInt(digits) : value;
  });
}

/**
 * The lines of a golden file, from `GOLDEN_DIR` or the project's own copy.
 *
 * @param name The name of the file without `.jsonl.gz`.
 */
export function goldenLines<Line>(name: string): Line[] {
  const directory = process.env.GOLDEN_DIR ?? OWN_VECTORS;
  const text = gunzipSync(readFileSync(join(directory, `${name}.jsonl.gz`))).toString("utf8");
  return text.split("\n").filter((line) => line !== "").map((line) => parseExact(line) as Line);
}

/** Fails unless every line passed, and prints how many did. */
function reportGolden(
  name: string,
  total: number,
  failures: readonly string[],
  aspect: string,
): void {
  const title = aspect === "" ? name : `${name} (${aspect})`;
  console.log(`golden ${title}: ${total - failures.length} of ${total} vectors passed`);
  if (total === 0) throw new Error(`Cannot find a vector in ${name}`);
  if (failures.length > 0) {
    throw new Error(
      `${failures.length} of ${total} vectors of ${name} failed:\n${
        failures.slice(0, 10).join("\n")
      }`,
    );
  }
}

function describeFailure(line: string, error: unknown): string {
  return `${line}: ${(error instanceof Error ? error.message : String(error)).slice(0, 2000)}`;
}

/**
 * Runs a check on every line of a golden file and prints how many passed.
 *
 * @param name The name of the file without `.jsonl.gz`.
 * @param check Throws when the line does not pass.
 * @param describe Names a line in the report of a failure.
 * @param aspect What is checked, where a file is checked in several ways.
 * @throws {Error} When a line failed, or the file has none.
 */
export function checkGolden<Line>(
  name: string,
  check: (line: Line) => void,
  describe: (line: Line) => string,
  aspect = "",
): void {
  const lines = goldenLines<Line>(name);
  const failures: string[] = [];
  for (const line of lines) {
    try {
      check(line);
    } catch (error) {
      failures.push(describeFailure(describe(line), error));
    }
  }
  reportGolden(name, lines.length, failures, aspect);
}

/**
 * The same as {@linkcode checkGolden} for a check that takes its time: one line after the other.
 *
 * @param name The name of the file without `.jsonl.gz`.
 * @param check Rejects when the line does not pass.
 * @param describe Names a line in the report of a failure.
 * @param aspect What is checked, where a file is checked in several ways.
 * @throws {Error} When a line failed, or the file has none.
 */
export async function checkGoldenAsync<Line>(
  name: string,
  check: (line: Line) => Promise<void>,
  describe: (line: Line) => string,
  aspect = "",
): Promise<void> {
  const lines = goldenLines<Line>(name);
  const failures: string[] = [];
  for (const line of lines) {
    try {
      await check(line);
    } catch (error) {
      failures.push(describeFailure(describe(line), error));
    }
  }
  reportGolden(name, lines.length, failures, aspect);
}

/** The bytes of a hex string. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  }
  return bytes;
}

/** The hex string of bytes. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}
