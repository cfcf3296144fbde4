/**
 * All targets of the fuzzer, and the run of one case.
 *
 * @module
 */

import { type FuzzCase, type Target, type TargetName, Violation } from "./case.ts";
import { CODECS_TARGET } from "./codecs.ts";
import { FRAMING_TARGET } from "./framing.ts";
import { MESSAGES_TARGET } from "./messages.ts";
import { Random } from "./random.ts";
import { RECORDS_TARGET } from "./records.ts";

/** The targets by name. */
export const TARGETS: Readonly<Record<TargetName, Target>> = {
  messages: MESSAGES_TARGET,
  records: RECORDS_TARGET,
  codecs: CODECS_TARGET,
  framing: FRAMING_TARGET,
};

/** How long a check may take whatever its input, in ms; far above what any needs. */
const FREE_MS = 400;
/** How much longer per byte of input. */
const MS_PER_BYTE = 0.02;
/** A pause of the machine is not the library's: what is slow must be slow as often. */
const SLOW_RUNS = 3;

/** What a case has brought to light. */
export interface Failure {
  /** The property that does not hold. */
  readonly rule: string;
  readonly message: string;
  readonly stack: string;
}

/** The case with a number; the same one for the same seed. */
export async function makeCase(name: TargetName, seed: string, index: number): Promise<FuzzCase> {
  return await TARGETS[name].generate(new Random(seed, name, index));
}

/** Checks a case; gives what is wrong. */
export async function runCase(given: FuzzCase): Promise<Failure | undefined> {
  const limit = FREE_MS + MS_PER_BYTE * given.bytes.length;
  let took = Infinity;
  for (let run = 0; run < SLOW_RUNS && took > limit; run++) {
    const started = performance.now();
    const failure = await check(given);
    if (failure !== undefined) return failure;
    took = performance.now() - started;
  }
  if (took <= limit) return undefined;
  const message = `${given.bytes.length} bytes took ${Math.round(took)} ms`;
  return { rule: "slow", message, stack: "" };
}

async function check(given: FuzzCase): Promise<Failure | undefined> {
  try {
    await TARGETS[given.target].check(given);
    return undefined;
  } catch (error) {
    const rule = error instanceof Violation ? error.rule : "thrown";
    const thrown = error instanceof Error ? error : new Error(String(error));
    const cause = thrown.cause instanceof Error ? `\nCaused by: ${thrown.cause.stack}` : "";
    return { rule, message: thrown.message, stack: `${thrown.stack}${cause}` };
  }
}
