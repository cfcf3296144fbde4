import { assertEquals } from "@std/assert";
import { TARGET_NAMES } from "../../scripts/fuzz/case.ts";
import { makeCase, runCase } from "../../scripts/fuzz/targets.ts";
import { toHex } from "../helpers/golden.ts";

const SEED = "of the suite";
/** So many that each target takes some tenths of a second. */
const CASES = { messages: 1_500, records: 1_500, codecs: 250, framing: 150 } as const;

for (const name of TARGET_NAMES) {
  Deno.test(`The fuzzer finds nothing in the first cases of ${name}`, async () => {
    const kinds = new Set<string>();
    for (let index = 0; index < CASES[name]; index++) {
      const given = await makeCase(name, SEED, index);
      kinds.add(given.kind);
      const failure = await runCase(given);
      if (failure === undefined) continue;
      const { rule, message, stack } = failure;
      throw new Error(
        `${rule} in case ${index} of ${name}: ${message}\n${stack}\n${given.kind} ${
          JSON.stringify(given.params)
        } ${toHex(given.bytes)}`,
      );
    }
    assertEquals(kinds.size >= 2, true);
  });
}

Deno.test("makeCase() makes the same case for the same seed, and another for another", async () => {
  for (const name of TARGET_NAMES) {
    const texts: string[] = [];
    for (const seed of ["one", "one", "two"]) {
      let text = "";
      for (let index = 0; index < 20; index++) {
        const { kind, params, bytes } = await makeCase(name, seed, index);
        text += `${kind} ${JSON.stringify(params)} ${toHex(bytes)}\n`;
      }
      texts.push(text);
    }
    assertEquals(texts[0], texts[1]);
    assertEquals(texts[0] === texts[2], false, name);
  }
});
