import { assert, assertEquals } from "@std/assert";
import { TARGET_NAMES } from "../../scripts/fuzz/case.ts";
import { loadFindings } from "../../scripts/fuzz/findings.ts";
import { OUTCOME_RULE, outcomesOf } from "../../scripts/fuzz/outcomes.ts";

for (const name of TARGET_NAMES) {
  Deno.test(`What the fuzzer once found in ${name} stays right`, async () => {
    const findings = loadFindings().filter(({ given }) => given.target === name);
    assertEquals(findings.length > 0, true);
    for (const { given, rule, message } of findings) {
      const { failure, outcomes } = await outcomesOf(given);
      assertEquals(failure, undefined, `found for ${rule}: ${message}`);
      if (rule !== OUTCOME_RULE) continue;
      const words = [...outcomes.values()];
      assert(words.includes(message), `${message} became ${words.join(", ")}`);
    }
  });
}
