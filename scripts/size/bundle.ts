/**
 * Bundles programs as applications do, and tells what is in the bundles.
 *
 * @module
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { installTools, TOOLS } from "../npm_packages.ts";
import { output, ROOT } from "../test/runtimes.ts";

/** A program that imports the library. */
export interface Program {
  readonly name: string;
  /** Its text; `$` stands for the root of the repository. */
  readonly text: string;
}

/** Some files that are loaded together. */
export interface BundlePart {
  /** The size in bytes. */
  readonly minified: number;
  /** The size in bytes when each file is compressed with gzip. */
  readonly gzipped: number;
  /** What the files hold, by the paths of the sources, with the bytes that are left of each. */
  readonly sources: ReadonlyMap<string, number>;
  /** The text of all files. */
  readonly text: string;
}

/** A bundle: what is loaded at the start, and what only when it is needed. */
export interface Bundle {
  readonly start: BundlePart;
  readonly later: BundlePart;
}

interface Metafile {
  readonly outputs: Readonly<
    Record<string, {
      readonly entryPoint?: string;
      readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
      readonly imports: readonly { readonly path: string; readonly kind: string }[];
    }>
  >;
}

/** The programs whose sizes are of interest. */
export const PROGRAMS: readonly Program[] = [
  {
    name: "producer only",
    text: 'import { Kafka } from "$/mod.ts";\n' +
      'await new Kafka({ brokers: "b:9092" }).producer().send({ topic: "t", value: "v" });\n',
  },
  {
    name: "consumer only",
    text: 'import { Kafka } from "$/mod.ts";\n' +
      'for await (const m of new Kafka({ brokers: "b:9092" }).consumer({ topics: "t" })) m.text();\n',
  },
  { name: "whole client", text: 'export * from "$/mod.ts";\n' },
  {
    name: "protocol: one API",
    text: 'import { encodeRequestFrame, metadata, Reader } from "$/src/protocol/mod.ts";\n' +
      "export const request = () => encodeRequestFrame(metadata, {}, 12, 1, null);\n" +
      "export const response = (b) => metadata.decodeResponse(new Reader(b), 12);\n",
  },
  { name: "protocol: all", text: 'export * from "$/src/protocol/mod.ts";\n' },
  { name: "testing", text: 'export * from "$/src/testing/mod.ts";\n' },
];

/**
 * Bundles a program.
 *
 * @param program The program.
 * @param options Whether names are shortened and unused space left out.
 */
export async function bundle(
  program: Program,
  options: { readonly minify: boolean } = { minify: true },
): Promise<Bundle> {
  const modules = await installTools([TOOLS.esbuild]);
  const cache = join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "size-"));
  try {
    writeFileSync(join(folder, "entry.ts"), program.text.replaceAll("$", ROOT));
    await output([
      join(modules, ".bin", "esbuild"),
      join(folder, "entry.ts"),
      "--bundle",
      "--format=esm",
      "--target=es2023",
      "--splitting",
      "--external:node:*",
      "--log-level=warning",
      `--outdir=${join(folder, "out")}`,
      `--metafile=${join(folder, "meta.json")}`,
      ...(options.minify ? ["--minify"] : []),
    ]);
    const meta: Metafile = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
    const files = Object.keys(meta.outputs);
    const entry = files.filter((path) => meta.outputs[path].entryPoint?.endsWith("/entry.ts"));
    const start = reach(meta, entry);
    const later = files.filter((path) => !start.has(path));
    return { start: partOf(meta, [...start]), later: partOf(meta, later) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that are loaded with some, dynamic imports left out. */
function reach(meta: Metafile, entries: readonly string[]): Set<string> {
  const found = new Set(entries);
  for (const path of found) {
    for (const { path: to, kind } of meta.outputs[path].imports) {
      if (kind === "import-statement" && meta.outputs[to] !== undefined) found.add(to);
    }
  }
  return found;
}

function partOf(meta: Metafile, files: readonly string[]): BundlePart {
  const sources = new Map<string, number>();
  let [minified, gzipped, text] = [0, 0, ""];
  for (const path of files) {
    const bytes = readFileSync(resolve(ROOT, path));
    minified += bytes.length;
    gzipped += gzipSync(bytes, { level: 9 }).length;
    text += bytes.toString("utf8");
    for (const [input, { bytesInOutput }] of Object.entries(meta.outputs[path].inputs)) {
      const source = relative(ROOT, resolve(ROOT, input)).replaceAll("\\", "/");
      if (bytesInOutput > 0) sources.set(source, (sources.get(source) ?? 0) + bytesInOutput);
    }
  }
  return { minified, gzipped, sources, text };
}
