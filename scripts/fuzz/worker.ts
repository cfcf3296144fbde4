/**
 * One process of the fuzzer: makes cases and checks them until its time is
 * over. What it is about to check is always in a small file, so that its
 * parent knows the case that it hangs in or dies of.
 *
 * @module
 */

import { openSync, writeSync } from "node:fs";
import process from "node:process";
import type { TargetName } from "./case.ts";
import { shrink } from "./shrink.ts";
import { storeFinding } from "./findings.ts";
import { makeCase, runCase } from "./targets.ts";

/** What a worker is to do. */
export interface FuzzJob {
  readonly targets: readonly TargetName[];
  readonly seed: string;
  /** The number of the first round; each round has one case of every target. */
  readonly first: number;
  readonly seconds: number;
  /** Where to write which case is checked at present. */
  readonly progress: string;
  readonly findings: string;
}

/** What a worker prints, as JSON lines. */
export type FuzzEvent =
  | {
    readonly type: "finding";
    readonly target: TargetName;
    readonly index: number;
    readonly rule: string;
    readonly message: string;
    readonly stack: string;
    readonly path: string;
    readonly bytes: readonly [before: number, after: number];
    readonly seconds: number;
  }
  | { readonly type: "done"; readonly rounds: number; readonly cases: Record<string, number> };

/** Findings of one target by one rule, after which others of it are not reported any more. */
const ENOUGH = 3;

function emit(event: FuzzEvent): void {
  writeSync(1, `${JSON.stringify(event)}\n`);
}

const MARK_BYTES = 40;

/** Puts what is being done at the start of the progress file. */
function mark(text: string): void {
  writeSync(progress, encoder.encode(text.padEnd(MARK_BYTES)), 0, MARK_BYTES, 0);
}

const encoder = new TextEncoder();
const job: FuzzJob = JSON.parse(process.argv[2]);
const progress = openSync(job.progress, "w");
const started = performance.now();
const elapsed = (): number => (performance.now() - started) / 1_000;
const cases: Record<string, number> = {};
const seen = new Map<string, number>();
/** Each target gets the same time, not the same number of cases. */
const spent = new Map<TargetName, number>(job.targets.map((name) => [name, 0]));
const next = new Map<TargetName, number>(job.targets.map((name) => [name, job.first]));

while (elapsed() < job.seconds) {
  const [name] = [...spent].reduce((least, entry) => (entry[1] < least[1] ? entry : least));
  const index = next.get(name) ?? 0;
  next.set(name, index + 1);
  const at = performance.now();
  mark(`${name} ${index}`);
  const given = await makeCase(name, job.seed, index);
  const failure = await runCase(given);
  cases[name] = (cases[name] ?? 0) + 1;
  if (failure !== undefined) {
    const key = `${name} ${failure.rule}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count <= ENOUGH) {
      const found = elapsed();
      mark(`${name} ${index} shrinking`);
      const small = await shrink(
        given,
        async (candidate) => (await runCase(candidate))?.rule === failure.rule,
        failure.rule === "slow" ? { maxProbes: 20 } : {},
      );
      const { message } = await runCase(small) ?? failure;
      emit({
        type: "finding",
        target: name,
        index,
        rule: failure.rule,
        message,
        stack: failure.stack,
        path: storeFinding({ given: small, rule: failure.rule, message }, job.findings),
        bytes: [given.bytes.length, small.bytes.length],
        seconds: found,
      });
    }
  }
  spent.set(name, (spent.get(name) ?? 0) + performance.now() - at);
}
emit({ type: "done", rounds: Math.max(...next.values()), cases });
process.exit(0);
