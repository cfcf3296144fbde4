/**
 * Turns single TypeScript files into JavaScript, types stripped and import extensions rewritten.
 *
 * @module
 */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
  const path = join(modules, "typescript", "lib", "typescript.js");
  const module = await import(pathToFileURL(path).href) as { readonly default: TypeScript };
  return module.default;
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
