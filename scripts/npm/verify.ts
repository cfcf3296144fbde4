/**
 * Tries the packed package as strangers would: installed into an empty folder, run on the runtimes
 * and type-checked in strict projects.
 *
 * @module
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installTools, TOOLS, tscCommand } from "../npm_packages.ts";
import { findBun, findNode, output, ROOT } from "../test/runtimes.ts";
import { OUT } from "./compile.ts";
import { PACKAGE_NAME } from "./manifest.ts";
import { transpile } from "./transpile.ts";

const FIXTURE = join(ROOT, "scripts", "npm", "fixtures", "round_trip.ts");

/** Packs the compiled package; returns the path of the tarball. */
export async function pack(): Promise<string> {
  const folder = join(ROOT, ".cache", "pack");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await output(["npm", "pack", "--pack-destination", folder], { cwd: OUT });
  return join(folder, readdirSync(folder)[0]);
}

/** Installs the tarball into an empty folder of its own. */
export async function install(tarball: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "kafka-web-install-"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await output(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", tarball], {
    cwd: folder,
  });
  const installed = readdirSync(join(folder, "node_modules")).filter((name) =>
    !name.startsWith(".")
  );
  if (installed.join() !== PACKAGE_NAME) {
    throw new Error(`Cannot accept the package: it brings ${installed.join(", ")}`);
  }
  return folder;
}

function fixture(): string {
  return readFileSync(FIXTURE, "utf8").replaceAll("@kafka-web/client", PACKAGE_NAME);
}

/** Runs the round trip on Node 20, a current Node and Bun; returns what each printed. */
export async function runRoundTrips(folder: string): Promise<string[]> {
  const script = join(folder, "round_trip.js");
  writeFileSync(script, await transpile(fixture(), "round_trip.ts"));
  const runtimes = [await findNode(20), await findNode(24), await findBun()];
  const lines: string[] = [];
  for (const path of runtimes) {
    const version = (await output([path, "--version"])).trim();
    const text = await output([path, script], { cwd: folder, timeoutMs: 60_000 });
    lines.push(`${version.startsWith("v") ? "Node" : "Bun"} ${version}: ${text.trim()}`);
  }
  return lines;
}

/** The strict projects that must accept the package's declarations without skipping them. */
const PROJECTS: Readonly<Record<string, Record<string, unknown>>> = {
  node: { lib: ["es2023"], types: ["node"], module: "nodenext", moduleResolution: "nodenext" },
  bun: {
    lib: ["esnext"],
    types: ["bun"],
    module: "preserve",
    moduleResolution: "bundler",
  },
  dom: {
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    module: "esnext",
    moduleResolution: "bundler",
  },
};

/** Type-checks a user's file in the projects; returns their names. */
export async function checkTypes(folder: string): Promise<string[]> {
  const modules = await installTools([TOOLS.typescript, TOOLS.nodeTypes, TOOLS.bunTypes]);
  writeFileSync(join(folder, "user.ts"), fixture());
  for (const [name, options] of Object.entries(PROJECTS)) {
    const project = join(folder, `tsconfig.${name}.json`);
    writeFileSync(
      project,
      JSON.stringify({
        compilerOptions: {
          target: "es2023",
          strict: true,
          noImplicitOverride: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          // The declarations of the runtimes are not ours to judge; ours are checked below.
          skipLibCheck: name !== "dom",
          noEmit: true,
          typeRoots: [join(modules, "@types")],
          ...options,
        },
        files: ["user.ts"],
      }),
    );
    await output([...tscCommand(modules), "-p", project], { cwd: folder });
  }
  return Object.keys(PROJECTS);
}

/** Runs publint, warnings counted as errors. */
export async function runPublint(): Promise<void> {
  const modules = await installTools([TOOLS.publint]);
  await output(["node", join(modules, "publint", "src", "cli.js"), OUT, "--strict"]);
}
