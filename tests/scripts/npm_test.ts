import { assertEquals } from "@std/assert";
import { addLibraries, rewriteDeclaration } from "../../scripts/npm/compile.ts";
import { builtPath, manifest } from "../../scripts/npm/manifest.ts";
import { rewriteNames } from "../../scripts/npm/suite.ts";

const CONFIG = {
  version: "1.2.3",
  license: "MIT",
  exports: { ".": "./mod.ts", "./testing": "./src/testing/mod.ts" },
};

Deno.test("manifest() exports types before code and brings no packages", () => {
  const fields = manifest(CONFIG, undefined);
  assertEquals(fields.exports, {
    ".": { types: "./esm/mod.d.ts", default: "./esm/mod.js" },
    "./testing": { types: "./esm/src/testing/mod.d.ts", default: "./esm/src/testing/mod.js" },
    "./package.json": "./package.json",
  });
  assertEquals([fields.name, fields.version, fields.type], ["kafka-web", "1.2.3", "module"]);
  assertEquals(Object.keys(fields).filter((key) => /dependencies/i.test(key)), []);
  assertEquals("bin" in fields, false);
});

Deno.test("manifest() names the command when there is one", () => {
  const fields = manifest(CONFIG, "src/cli/main.ts");
  assertEquals(fields.bin, { "kafka-web": "./esm/src/cli/main.js" });
});

Deno.test("builtPath() leads from a source to what it is compiled to", () => {
  assertEquals(builtPath("./src/a.ts", ".d.ts"), "./esm/src/a.d.ts");
});

Deno.test("rewriteDeclaration() turns relative .ts imports into .js and nothing else", () => {
  const text =
    'import { A } from "./a.ts";\nexport type B = import("../b.ts").B;\ntype C = "./c.ts";';
  assertEquals(
    rewriteDeclaration(text),
    'import { A } from "./a.js";\nexport type B = import("../b.js").B;\ntype C = "./c.ts";',
  );
});

Deno.test("addLibraries() names the library of disposal where it is used", () => {
  const text = "[Symbol.asyncDispose](): Promise<void>;";
  assertEquals(addLibraries(text), `/// <reference lib="esnext.disposable" />\n${text}`);
  assertEquals(addLibraries("close(): void;"), "close(): void;");
});

Deno.test("rewriteNames() leads mapped names to files and leaves others", () => {
  const imports = { "@x/assert": "./std/assert.ts", "@x/client": "../../mod.ts" };
  const code = 'import { a } from "@x/assert";\nimport { K } from "@x/client";\nimport "@x/y";';
  assertEquals(
    rewriteNames(code, "tests/helpers/a.ts", imports),
    'import { a } from "./std/assert.js";\nimport { K } from "../../mod.js";\nimport "@x/y";',
  );
});
