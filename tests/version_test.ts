import { assertEquals } from "@std/assert";
import { readFileSync } from "node:fs";
import { VERSION } from "../src/version.ts";

Deno.test("VERSION is the version of the package", () => {
  const config = JSON.parse(readFileSync(new URL("../deno.json", import.meta.url), "utf8"));
  assertEquals(VERSION, config.version);
});
