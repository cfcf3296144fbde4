import { assertEquals } from "@std/assert";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  checkArchitecture,
  checkCycles,
  checkLayers,
  checkModFile,
  checkRuntimeNames,
  checkShape,
  checkSyntax,
  codeOf,
  importsOf,
  layerOf,
  type SourceFile,
} from "./helpers/architecture.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

function readSources(folder: string): SourceFile[] {
  return readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return readSources(path);
    // A copy of the tree for Node 20 has compiled files beside the sources.
    return path.endsWith(".js") ? [] : [{ path, text: readFileSync(ROOT + path, "utf8") }];
  });
}

function file(path: string, text: string): SourceFile {
  return { path, text };
}

Deno.test("The source tree keeps the rules of its architecture", () => {
  const mod = file("mod.ts", readFileSync(`${ROOT}mod.ts`, "utf8"));
  assertEquals(checkArchitecture([mod, ...readSources("src")]), []);
});

Deno.test("checkLayers() finds an import of a higher layer", () => {
  const planted = [
    file("src/internal/a.ts", 'import { B } from "../protocol/b.ts";'),
    file("src/record/a.ts", 'export { T } from "../transport/transport.ts";'),
    file("src/cluster/a.ts", 'const a = await import("../producer/producer.ts");'),
    file("src/network/a.ts", 'import type {\n  C,\n} from "../cluster/cluster.ts";'),
    file("src/errors.ts", 'import { K } from "./kafka.ts";'),
    file("src/consumer/a.ts", 'import "../../mod.ts";'),
  ];
  for (const source of planted) assertEquals(checkLayers(source).length, 1, source.path);
});

Deno.test("checkLayers() allows imports of the own row and of lower ones", () => {
  const allowed = [
    file("src/record/a.ts", 'import { B } from "../protocol/b.ts"; import "../errors.ts";'),
    file("src/producer/a.ts", 'import { B } from "../record/b.ts"; import "./options.ts";'),
    file("src/kafka.ts", 'import { E } from "./pipeline/each_message.ts";'),
    file("mod.ts", 'export { Kafka } from "./src/kafka.ts";'),
    file("src/transport/node.ts", 'import { connect } from "node:net";'),
  ];
  for (const source of allowed) assertEquals(checkLayers(source), [], source.path);
});

Deno.test("checkLayers() keeps producer, consumer and admin apart", () => {
  const names = ["producer", "consumer", "admin"];
  for (const from of names) {
    for (const to of names) {
      const source = file(`src/${from}/a.ts`, `import { B } from "../${to}/b.ts";`);
      assertEquals(checkLayers(source).length, from === to ? 0 : 1, `${from} to ${to}`);
    }
  }
});

Deno.test("checkLayers() lets testing use the first three rows only", () => {
  for (const folder of ["internal", "protocol", "record", "transport", "sasl", "testing"]) {
    const source = file("src/testing/a.ts", `import { B } from "../${folder}/b.ts";`);
    assertEquals(checkLayers(source), [], folder);
  }
  for (const folder of ["network", "cluster", "producer", "pipeline", "cli"]) {
    const source = file("src/testing/a.ts", `import { B } from "../${folder}/b.ts";`);
    assertEquals(checkLayers(source).length, 1, folder);
  }
});

Deno.test("checkLayers() lets cli use mod.ts and testing only", () => {
  const text = 'import { K } from "../../mod.ts"; import "../testing/mod.ts"; import "./args.ts";';
  assertEquals(checkLayers(file("src/cli/a.ts", text)), []);
  for (const target of ["../kafka.ts", "../errors.ts", "../producer/producer.ts"]) {
    assertEquals(checkLayers(file("src/cli/a.ts", `import { B } from "${target}";`)).length, 1);
  }
});

Deno.test("checkLayers() lets nobody import testing or cli", () => {
  for (const path of ["mod.ts", "src/kafka.ts", "src/pipeline/a.ts", "src/internal/a.ts"]) {
    const up = "../".repeat(path.split("/").length - 1) || "./";
    for (const target of ["testing/mod.ts", "cli/main.ts"]) {
      const source = file(path, `import { B } from "${up}src/${target}";`);
      assertEquals(checkLayers(source).length, 1, `${path} to ${target}`);
    }
  }
});

Deno.test("checkLayers() finds packages, missing extensions and files without a layer", () => {
  assertEquals(checkLayers(file("src/record/a.ts", 'import x from "fzstd";')).length, 1);
  assertEquals(checkLayers(file("src/record/a.ts", 'import { b } from "./b";')).length, 1);
  assertEquals(
    checkLayers(file("src/record/a.ts", 'import { b } from "../other/b.ts";')).length,
    1,
  );
  assertEquals(checkLayers(file("src/other/a.ts", "")).length, 1);
  assertEquals(layerOf("src/loose.ts"), undefined);
});

Deno.test("importsOf() does not see imports in comments and literals", () => {
  const text = [
    '/** @example\n * import { A } from "./a.ts";\n */',
    '// import { B } from "./b.ts";',
    'const t = `import { C } from "./c.ts" ${x ? \'}\' : `"`} `;',
    'const r = /["\'`/]/; import { D } from "./d.ts";',
  ].join("\n");
  assertEquals(importsOf(text), ["./d.ts"]);
});

Deno.test("codeOf() leaves out comments, and literals when told to", () => {
  assertEquals(codeOf('a; // b\n"c//d"; /* e */ f', "keep"), 'a;  \n"c//d";   f');
  assertEquals(codeOf('a("Deno") / b / "Bun"', "empty"), 'a("") / b / ""');
});

Deno.test("checkRuntimeNames() finds runtimes where only web globals may be used", () => {
  for (
    const text of [
      "Deno.connect();",
      "const run = globalThis.Bun;",
      'import { connect } from "node:net";',
      'const net = await import("node:net");',
      "x = Buffer.from(y);",
      "if (process.env.X) y();",
      "const { process } = globalThis; process?.exit();",
      "(globalThis as { Deno?: object });",
    ]
  ) {
    assertEquals(checkRuntimeNames(file("src/cluster/a.ts", text)).length >= 1, true, text);
    assertEquals(checkRuntimeNames(file("src/transport/a.ts", text)), [], text);
    assertEquals(checkRuntimeNames(file("src/cli/a.ts", text)), [], text);
  }
});

Deno.test("checkRuntimeNames() lets comments, texts and members of these names be", () => {
  const text =
    '// Deno\nconsumer.process(fn); throw new Error("Bun"); this.#process(); type Process = 1;';
  assertEquals(checkRuntimeNames(file("src/consumer/a.ts", text)), []);
});

Deno.test("checkModFile() finds anything but re-exports by name", () => {
  const good =
    '/** Doc. */\nexport { A, type B } from "./a.ts";\nexport type { C } from "./c.ts";\n';
  assertEquals(checkModFile(file("src/testing/mod.ts", good)), []);
  for (
    const text of ['export * from "./a.ts";', "export const a: number = 1;", 'import "./a.ts";']
  ) {
    assertEquals(checkModFile(file("mod.ts", good + text)).length, 1, text);
    assertEquals(checkModFile(file("src/testing/model.ts", good + text)), [], text);
  }
});

Deno.test("checkShape() finds long files, unless generated, and odd names", () => {
  const long = "x;\n".repeat(601);
  assertEquals(checkShape(file("src/record/a.ts", long)).length, 1);
  assertEquals(checkShape(file("src/record/a.ts", `// Generated by a script.\n${long}`)), []);
  assertEquals(checkShape(file("src/record/recordBatch.ts", "")).length, 1);
  assertEquals(checkShape(file("src/record/utils.ts", "")).length, 1);
  assertEquals(checkShape(file("src/record/crc32c.ts", "x;\n".repeat(600))), []);
});

Deno.test("checkSyntax() finds what type stripping and the house rules exclude", () => {
  for (
    const text of [
      "enum A { B }",
      "export namespace A { }",
      "function f(a: any) {}",
      "const a = b as any;",
      "type A = Map<string, any>;",
      "class A { private b = 1; }",
      "class A { constructor(public readonly b: number) {} }",
      "await using a = b;",
      "export default 1;",
      "declare global { }",
      "class A {\n  @logged\n  b() {} }",
      "// TODO: later",
      "// @ts-ignore",
      "// deno-lint-ignore no-explicit-any",
      "const a = 'caf\u00e9';",
    ]
  ) assertEquals(checkSyntax(file("src/record/a.ts", text)).length, 1, text);
});

Deno.test("checkSyntax() lets words in texts and comments be", () => {
  const text =
    '// any enum, using a = b\nthrow new Error("as any"); a.any(); Promise.any(b); { any: 1 }';
  assertEquals(checkSyntax(file("src/record/a.ts", text)), []);
});

Deno.test("checkCycles() finds imports in a circle and leaves types out", () => {
  const a = file("src/record/a.ts", 'import { B } from "./b.ts";');
  const b = file("src/record/b.ts", 'import { C } from "./c.ts";');
  const c = file("src/record/c.ts", 'import { A } from "./a.ts";');
  const types = file(
    "src/record/c.ts",
    'import type { A } from "./a.ts"; import { type A2 } from "./a.ts";',
  );
  assertEquals(checkCycles([a, b, c]).length, 1);
  assertEquals(checkCycles([a, b, types]), []);
});
