/**
 * The rules of the source tree, as pure functions over file names and texts: which layer may import
 * which, where a runtime may be named, what a `mod.ts` may hold, and what the runtimes cannot strip.
 *
 * @module
 */

/** A source file: its path from the root of the repository, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Where a file stands. */
type Layer =
  | "internal"
  | "protocol"
  | "record"
  | "transport"
  | "sasl"
  | "network"
  | "cluster"
  | "producer"
  | "consumer"
  | "admin"
  | "pipeline"
  | "kafka"
  | "mod"
  | "testing"
  | "cli";

const ROWS: readonly (readonly Layer[])[] = [
  ["internal"],
  ["protocol", "record"],
  ["transport", "sasl"],
  ["network"],
  ["cluster"],
  ["producer", "consumer", "admin"],
  ["pipeline", "kafka"],
  ["mod"],
];

/** Layers of one row that know nothing of each other. */
const SEPARATE: readonly Layer[] = ["producer", "consumer", "admin"];

const TESTING_MAY: readonly Layer[] = [...ROWS.slice(0, 3).flat(), "testing"];
const CLI_MAY: readonly Layer[] = ["mod", "testing", "cli"];

const FILES: Readonly<Record<string, Layer>> = {
  "mod.ts": "mod",
  "src/errors.ts": "internal",
  "src/version.ts": "internal",
  "src/kafka.ts": "kafka",
};

/** Where a runtime may be named, outside of which only standard web globals are used. */
const RUNTIME_FILES: readonly RegExp[] = [
  /^src\/transport\//,
  /^src\/cli\//,
  /^src\/testing\/(listener|sockets?|tcp|serve\w*|\w+_sockets?|\w+_listener)\.ts$/,
  /^src\/record\/native_\w+\.ts$/,
];

const MAX_LINES = 600;

/** The layer of a file, or undefined when it has no place. */
export function layerOf(path: string): Layer | undefined {
  if (Object.hasOwn(FILES, path)) return FILES[path];
  const folder = /^src\/(\w+)\//.exec(path)?.[1];
  const layers: readonly string[] = [...ROWS.flat(), "testing", "cli"];
  if (folder === undefined || folder === "kafka" || folder === "mod") return undefined;
  return layers.includes(folder) ? folder as Layer : undefined;
}

/** Whether a file of one layer may import a file of another. */
export function mayImport(from: Layer, to: Layer): boolean {
  if (from === "testing") return TESTING_MAY.includes(to);
  if (from === "cli") return CLI_MAY.includes(to);
  if (to === "testing" || to === "cli") return false;
  if (from !== to && SEPARATE.includes(from) && SEPARATE.includes(to)) return false;
  const row = (layer: Layer): number => ROWS.findIndex((layers) => layers.includes(layer));
  return row(to) <= row(from);
}

/** A piece of a source text. */
interface Token {
  readonly kind: "code" | "comment" | "string";
  readonly text: string;
}

/** Splits a text into code, comments and literals (of strings, templates and expressions). */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // Code since the last comment or literal, and the last code character that is no space.
  let code = "";
  let last = "";
  // For each template literal that is open: how many braces its placeholder has open.
  const templates: number[] = [];
  const push = (kind: Token["kind"], part: string): void => {
    if (code !== "") tokens.push({ kind: "code", text: code });
    code = "";
    tokens.push({ kind, text: part });
    if (kind !== "comment") last = '"';
  };
  /** Where a template's text ends: behind its closing mark or at a placeholder. */
  const templateEnd = (from: number): number => {
    let end = from;
    while (end < text.length && text[end] !== "`" && !text.startsWith("${", end)) {
      end += text[end] === "\\" ? 2 : 1;
    }
    return end;
  };
  for (let i = 0; i < text.length;) {
    const char = text[i];
    if (
      text.startsWith("//", i) || text.startsWith("/*", i) || (i === 0 && text.startsWith("#!"))
    ) {
      const mark = text.startsWith("/*", i) ? "*/" : "\n";
      const end = text.indexOf(mark, i + 2);
      const stop = end < 0 ? text.length : mark === "\n" ? end : end + 2;
      push("comment", text.slice(i, stop));
      i = stop;
    } else if (char === '"' || char === "'") {
      let end = i + 1;
      while (end < text.length && text[end] !== char) end += text[end] === "\\" ? 2 : 1;
      push("string", text.slice(i, end + 1));
      i = end + 1;
    } else if (char === "`" || (char === "}" && templates.at(-1) === 0)) {
      if (char === "}") templates.pop();
      const end = templateEnd(i + 1);
      push("string", text.slice(i, end));
      if (text.startsWith("${", end)) {
        templates.push(0);
        code += " ";
        last = "{";
        i = end + 2;
      } else i = end + 1;
    } else if (
      char === "/" &&
      (/[(,=:[!&|?{};+\-*%<>~^]/.test(last) || last === "" ||
        /\b(return|typeof|case)\s*$/.test(code))
    ) {
      let end = i + 1;
      for (let inClass = false; end < text.length && (inClass || text[end] !== "/"); end++) {
        if (text[end] === "\\") end++;
        else if (text[end] === "[") inClass = true;
        else if (text[end] === "]") inClass = false;
      }
      push("string", text.slice(i, end + 1));
      i = end + 1;
    } else {
      if (templates.length > 0 && char === "{") templates[templates.length - 1]++;
      if (templates.length > 0 && char === "}") templates[templates.length - 1]--;
      code += char;
      if (!/\s/.test(char)) last = char;
      i++;
    }
  }
  if (code !== "") tokens.push({ kind: "code", text: code });
  return tokens;
}

/** The code of a text: comments left out, quoted strings kept or emptied, other literals emptied. */
export function codeOf(text: string, literals: "keep" | "empty"): string {
  return tokenize(text).map((token) => {
    if (token.kind === "code") return token.text;
    if (token.kind === "comment") return token.text.replace(/[^\n]+/g, " ");
    const keep = literals === "keep" && /^["']/.test(token.text);
    return keep ? token.text : `""${token.text.replace(/[^\n]+/g, "")}`;
  }).join("");
}

/** What a file imports or re-exports, static and dynamic. */
export function importsOf(text: string): string[] {
  const code = codeOf(text, "keep");
  const pattern =
    /\b(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']|\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]);
}

/** The path that a relative import leads to. */
export function resolveImport(path: string, specifier: string): string {
  const parts = path.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function isGenerated(file: SourceFile): boolean {
  return /generated/i.test(file.text.slice(0, file.text.indexOf("\n")));
}

/** Imports against the order of the layers, and those that are not relative. */
export function checkLayers(file: SourceFile): string[] {
  const from = layerOf(file.path);
  if (from === undefined) return [`${file.path} belongs to no layer`];
  return importsOf(file.text).flatMap((specifier) => {
    if (specifier.startsWith("node:")) return [];
    if (!specifier.startsWith(".")) return [`${file.path} imports the package "${specifier}"`];
    const target = resolveImport(file.path, specifier);
    if (!target.endsWith(".ts")) return [`${file.path} imports "${specifier}", not a .ts file`];
    const to = layerOf(target);
    if (to === undefined) return [`${file.path} imports ${target}, which belongs to no layer`];
    return mayImport(from, to)
      ? []
      : [`${file.path} (${from}) imports ${target} (${to}), which stands above or beside it`];
  });
}

/** Names of runtimes where only the web's globals may be used. */
export function checkRuntimeNames(file: SourceFile): string[] {
  if (RUNTIME_FILES.some((pattern) => pattern.test(file.path))) return [];
  const code = codeOf(file.text, "empty");
  const names = [
    .../(?<![\w$#.])(Deno|Bun|Buffer)(?![\w$])/g[Symbol.matchAll](code),
    .../\bglobalThis\s*\??\.\s*(Deno|Bun|Buffer|process)\b/g[Symbol.matchAll](code),
    .../(?<![\w$#.])(process)\s*\??[.[]/g[Symbol.matchAll](code),
    .../\b(require)\s*\(/g[Symbol.matchAll](code),
  ].map((match) => match[1]);
  const modules = tokenize(file.text)
    .filter(({ kind, text }) => kind === "string" && /^["'`]node:/.test(text))
    .map(({ text }) => text);
  return [...names, ...modules].map((name) => `${file.path} names ${name}`);
}

/** Anything but re-exports by name in a `mod.ts`. */
export function checkModFile(file: SourceFile): string[] {
  if (!/(^|\/)mod\.ts$/.test(file.path)) return [];
  const rest = codeOf(file.text, "keep")
    .replace(/\bexport\s+(?:type\s+)?\{[^{}]*\}\s*from\s*["'][^"']+["']\s*;/g, "")
    // The list of what is generated is generated itself.
    .replace(/\bexport\s*\*\s*from\s*["']\.\/messages\/mod\.ts["']\s*;/g, "")
    .trim();
  if (rest === "") return [];
  return [`${file.path} does more than re-export by name: ${rest.split("\n")[0]}`];
}

/** Files that are too long, and names that are not in snake case or say nothing. */
export function checkShape(file: SourceFile): string[] {
  const found: string[] = [];
  const name = file.path.split("/").at(-1) ?? "";
  if (!/^[a-z0-9]+(_[a-z0-9]+)*\.ts$/.test(name)) found.push(`${file.path} is not in snake case`);
  if (/^(utils?|helpers?|common|misc)\.ts$/.test(name)) found.push(`${file.path} names no idea`);
  const lines = file.text.split("\n").length - 1;
  if (lines > MAX_LINES && !isGenerated(file)) {
    found.push(`${file.path} has ${lines} lines, more than ${MAX_LINES}`);
  }
  return found;
}

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["an enum", /(?<![\w$.])enum\s+\w+\s*\{/],
  ["a namespace", /(?<![\w$.])(namespace|module)\s+\w+\s*\{/],
  ["the type any", /(?:[:<,|&(]|\bas|=>)\s*any\b(?!\s*[:(])/],
  [
    "an access keyword",
    /(?<=[{};(,]\s*)(private|public)\s+(?:readonly\s+|static\s+|async\s+)*[\w#[]/,
  ],
  ["a using declaration", /(?<![\w$.])using\s+\w+\s*=/],
  ["a default export", /(?<![\w$.])export\s+default\b/],
  ["a global declaration", /(?<![\w$.])declare\s+global\b/],
  ["a decorator", /(?<=[{};]\s*)@\w+/],
];

const COMMENTS: readonly (readonly [string, RegExp])[] = [
  ["a note to do something later", /\b(TODO|FIXME|XXX)\b/],
  ["a directive that silences the type checker", /@ts-(ignore|expect-error|nocheck)/],
  ["a directive that allows the type any", /deno-lint-ignore[^\n]*no-explicit-any/],
];

/** Syntax and comments that the sources do without. */
export function checkSyntax(file: SourceFile): string[] {
  const code = codeOf(file.text, "empty");
  const comments = tokenize(file.text).filter(({ kind }) => kind === "comment")
    .map(({ text }) => text).join("\n");
  const foreign = /[^\t\n\r -~]/.exec(file.text);
  return [
    ...FORBIDDEN.filter(([, pattern]) => pattern.test(code)),
    ...COMMENTS.filter(([, pattern]) => pattern.test(comments)),
  ].map(([what]) => `${file.path} holds ${what}`).concat(
    foreign === null ? [] : [`${file.path} holds a character outside of ASCII: ${foreign[0]}`],
  );
}

/** Imports that go round in a circle, type-only ones left out. */
export function checkCycles(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const file = known.get(path);
    if (file === undefined || state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push(
        `Imports in a circle: ${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}`,
      );
      return;
    }
    state.set(path, "open");
    const code = codeOf(file.text, "keep");
    const values = code.matchAll(
      /\b(?:import|export)\b(?!\s+type\b)[^;"'`]*?\bfrom\s*["'](\.[^"']+)["']/g,
    );
    for (const [statement, specifier] of values) {
      const names = /\{([^{}]*)\}/.exec(statement)?.[1];
      const typesOnly = names !== undefined &&
        names.split(",").every((name) => name.trim() === "" || /^\s*type\s/.test(name));
      if (!typesOnly) visit(resolveImport(path, specifier), [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const { path } of files) visit(path, []);
  return found;
}

/** Every rule over every file. */
export function checkArchitecture(files: readonly SourceFile[]): string[] {
  const rules = [checkLayers, checkRuntimeNames, checkModFile, checkShape, checkSyntax];
  return [...files.flatMap((file) => rules.flatMap((rule) => rule(file))), ...checkCycles(files)];
}
