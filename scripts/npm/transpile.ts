/**
 * Turns single TypeScript files into JavaScript, types stripped and import extensions rewritten.
 *
 * @module
 */

import { createRequire } from "node:module";
import { join } from "node:path";
import { installTools, TOOLS } from "../npm_packages.ts";

/** The part of the compiler's interface that is used. */
interface TypeScript {
  readonly ScriptTarget: { readonly ES2023: number };
  readonly ModuleKind: { readonly ESNext: number };
  transpileModule(
    text: string,
    options: { compilerOptions: Record<string, unknown>; fileName: string },
  ): { readonly outputText: string };
}

let compiler: Promise<TypeScript> | undefined;

async function loadCompiler(): Promise<TypeScript> {
  const modules = await installTools([TOOLS.typescript, TOOLS.nodeTypes]);
  return createRequire(import.meta.url)(join(modules, "typescript", "lib", "typescript.js"));
}

/** Transpiles a file's text. */
export async function transpile(text: string, fileName: string): Promise<string> {
  compiler ??= loadCompiler();
  const typescript = await compiler;
  const { outputText } = typescript.transpileModule(text, {
    fileName,
    compilerOptions: {
      target: typescript.ScriptTarget.ES2023,
      module: typescript.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
      verbatimModuleSyntax: true,
    },
  });
  return outputText;
}
