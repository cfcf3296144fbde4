/**
 * Collects a vector for each outcome that none of the stored ones leads to.
 * Run it with the options of the fuzzer.
 *
 * @module
 */

import process from "node:process";
import { parseFuzzArgs } from "./args.ts";
import { FINDINGS_FOLDER, loadFindings, storeFinding } from "./findings.ts";
import { OUTCOME_RULE, outcomesOf } from "./outcomes.ts";
import { shrink } from "./shrink.ts";
import { makeCase } from "./targets.ts";

/** Larger vectors are not worth their place. */
const MAX_BYTES = 6_000;

const options = parseFuzzArgs(process.argv.slice(2), Date.now());
const folder = options.findings ?? FINDINGS_FOLDER;

for (const name of options.targets) {
  const known = new Set<string>();
  for (const { given } of loadFindings(folder)) {
    if (given.target !== name) continue;
    for (const key of (await outcomesOf(given)).outcomes.keys()) known.add(key);
  }
  const before = known.size;
  const deadline = Date.now() + 1_000 * options.seconds / options.targets.length;
  for (let index = 0; Date.now() < deadline; index++) {
    const given = await makeCase(name, options.seed, index);
    const { failure, outcomes } = await outcomesOf(given);
    if (failure !== undefined) {
      throw new Error(`${failure.rule} in case ${index}: ${failure.message}`);
    }
    for (const [key, outcome] of outcomes) {
      if (known.has(key)) continue;
      const small = await shrink(given, async (candidate) => {
        const made = await outcomesOf(candidate);
        return made.failure === undefined && made.outcomes.has(key);
      }, { limitMs: 1_500 });
      if (small.bytes.length > MAX_BYTES) continue;
      for (const also of (await outcomesOf(small)).outcomes.keys()) known.add(also);
      storeFinding({ given: small, rule: OUTCOME_RULE, message: outcome }, folder);
    }
  }
  process.stdout.write(`${name}: ${known.size - before} new outcomes, ${known.size} in all\n`);
}
process.exit(0);
