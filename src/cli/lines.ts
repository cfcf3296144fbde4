/**
 * Lines of bytes: from standard input, and from the files of this repository.
 *
 * @module
 */

import { readdir, readFile } from "node:fs/promises";
import process from "node:process";

const NEWLINE = 10;
const RETURN = 13;

/**
 * Splits a stream of bytes into its lines, without their ends (`\n` or
 * `\r\n`). What follows the last line end is a line too, unless it is empty.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      rest.push(chunk.subarray(start, end));
      yield withoutReturn(join(rest));
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.slice(start));
  }
  if (rest.length > 0) yield withoutReturn(join(rest));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.length > 0 && line[line.length - 1] === RETURN ? line.subarray(0, -1) : line;
}

/** The bytes of standard input as they come; ends at its end, or when `signal` fires. */
export async function* standardInput(signal?: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
  const input = process.stdin;
  if (signal?.aborted) return;
  const stop = () => input.destroy();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of input) {
      yield typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk as Uint8Array;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** The lines of this repository's own sources and documents, empty ones left out, in a stable order. */
export async function repositoryLines(): Promise<Uint8Array[]> {
  const root = new URL("../../", import.meta.url);
  const files: URL[] = [];
  const visit = async (folder: URL): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        await visit(new URL(`${entry.name}/`, folder));
      } else if (/\.(ts|js|md)$/.test(entry.name)) files.push(new URL(entry.name, folder));
    }
  };
  await visit(root);
  const lines: Uint8Array[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(file));
    for await (const line of splitLines(once(bytes))) if (line.length > 0) lines.push(line);
  }
  return lines;
}

/** Folders that are not the repository's own text: fetched, built or generated. */
const SKIPPED: ReadonlySet<string> = new Set([
  ".git",
  "node_modules",
  "npm",
  "messages",
  "testdata",
  "coverage",
]);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}
