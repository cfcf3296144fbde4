/**
 * Compiles the npm package: with dnt where JSR gives it out, else with the TypeScript compiler from
 * npm, to the same layout.
 *
 * @module
 */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { installTools, TOOLS, tscCommand } from "../npm_packages.ts";
import { output, ROOT } from "../test/runtimes.ts";
import {
  commandSource,
  type DenoConfig,
  manifest,
  PACKAGE_NAME,
  packageFields,
} from "./manifest.ts";

/** The folder of the compiled package. */
export const OUT: string = join(ROOT, "npm");

const DNT = "jsr:@deno/dnt@^0.42.1";
const LIBS = ["es2023", "esnext.disposable", "dom", "dom.iterable", "dom.asynciterable"];

/** The part of dnt that is used. */
interface Dnt {
  emptyDir(path: string): Promise<void>;
  build(options: Record<string, unknown>): Promise<void>;
}

async function loadDnt(): Promise<Dnt | undefined> {
  if (process.versions.deno === undefined) return undefined;
  try {
    // Not a literal, so that Deno does not ask for it before this line.
    const specifier: string = DNT;
    return await import(specifier) as Dnt;
  } catch {
    return undefined;
  }
}

/** All files below a folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** Turns the `.ts` of relative imports in a declaration file into `.js`. */
export function rewriteDeclaration(text: string): string {
  return text.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\.ts\2/g,
    (_, before: string, quote: string, path: string) => `${before}${quote}${path}.js${quote}`,
  );
}

/** Names the libraries that a declaration file needs and that a project may not have loaded. */
export function addLibraries(text: string): string {
  const needed = [
    ...(/\bSymbol\.(asyncDispose|dispose)\b|\bAsyncDisposable\b/.test(text)
      ? ["esnext.disposable"]
      : []),
  ];
  return needed.map((name) => `/// <reference lib="${name}" />\n`).join("") + text;
}

function finishDeclarations(): void {
  for (const path of listFiles(join(OUT, "esm"))) {
    if (!path.endsWith(".d.ts")) continue;
    writeFileSync(path, addLibraries(rewriteDeclaration(readFileSync(path, "utf8"))));
  }
}

function copyDocuments(): void {
  for (const name of ["README.md", "CHANGELOG.md", "LICENSE"]) {
    if (existsSync(join(ROOT, name))) copyFileSync(join(ROOT, name), join(OUT, name));
  }
}

async function compileWithDnt(dnt: Dnt, config: DenoConfig): Promise<void> {
  const command = commandSource();
  const entryPoints = [
    ...Object.entries(config.exports).map(([name, path]) => name === "." ? path : { name, path }),
    ...(command === undefined ? [] : [{ kind: "bin", name: PACKAGE_NAME, path: `./${command}` }]),
  ];
  await dnt.emptyDir(OUT);
  await dnt.build({
    entryPoints,
    outDir: OUT,
    shims: {},
    test: false,
    scriptModule: false,
    declaration: "inline",
    skipSourceOutput: true,
    skipNpmInstall: true,
    // The gate checks the types with more care.
    typeCheck: false,
    compilerOptions: { target: "ES2023", lib: LIBS },
    package: packageFields(config),
  });
}

async function compileWithTypeScript(config: DenoConfig): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  const modules = await installTools([TOOLS.typescript, TOOLS.nodeTypes]);
  const command = commandSource();
  const roots = [...Object.values(config.exports), ...(command === undefined ? [] : [command])];
  const project = join(OUT, "tsconfig.json");
  writeFileSync(
    project,
    JSON.stringify({
      compilerOptions: {
        target: "es2023",
        lib: LIBS,
        types: ["node"],
        typeRoots: [join(modules, "@types")],
        skipLibCheck: true,
        module: "esnext",
        moduleResolution: "bundler",
        strict: true,
        rewriteRelativeImportExtensions: true,
        verbatimModuleSyntax: true,
        declaration: true,
        rootDir: ROOT,
        outDir: join(OUT, "esm"),
      },
      files: roots.map((path) => join(ROOT, path)),
    }),
  );
  try {
    await output([...tscCommand(modules), "-p", project]);
  } finally {
    rmSync(project);
  }
  const text = JSON.stringify(manifest(config, command), undefined, 2);
  writeFileSync(join(OUT, "package.json"), `${text}\n`);
}

/** Compiles the package into {@linkcode OUT}; returns the compiler's name. */
export async function compilePackage(config: DenoConfig): Promise<string> {
  const dnt = await loadDnt();
  if (dnt === undefined) await compileWithTypeScript(config);
  else await compileWithDnt(dnt, config);
  finishDeclarations();
  copyDocuments();
  const foreign = listFiles(join(OUT, "esm")).filter((path) => !/\.(js|d\.ts)$/.test(path));
  if (foreign.length > 0) {
    throw new Error(`Cannot build the package: it holds ${relative(OUT, foreign[0])}`);
  }
  return dnt === undefined ? "TypeScript" : "dnt";
}
