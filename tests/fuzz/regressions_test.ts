import { assertEquals } from "@std/assert";
import { TARGET_NAMES } from "../../scripts/fuzz/case.ts";
import { loadFindings } from "../../scripts/fuzz/findings.ts";
import { runCase } from "../../scripts/fuzz/targets.ts";

for (const name of TARGET_NAMES) {
  Deno.test(`What the fuzzer once found in ${name} stays right`, async () => {
    const findings = loadFindings().filter(({ given }) => given.target === name);
    assertEquals(findings.length > 0, true);
    for (const { given, rule, message } of findings) {
      const failure = await runCase(given);
      assertEquals(failure, undefined, `found for ${rule}: ${message}`);
    }
  });
}
