/**
 * What comes of inputs: errors of each kind there is, without numbers and names.
 *
 * @module
 */

import { type FuzzCase, listenToOutcomes } from "./case.ts";
import { type Failure, runCase } from "./targets.ts";

/** The rule of vectors that are kept because they lead to a certain outcome. */
export const OUTCOME_RULE = "outcome";

/**
 * Checks a case and gives its outcomes.
 *
 * @param given The case.
 * @returns What is wrong with it, and the outcomes.
 */
export async function outcomesOf(
  given: FuzzCase,
): Promise<{ readonly failure: Failure | undefined; readonly outcomes: ReadonlySet<string> }> {
  const outcomes = new Set<string>();
  listenToOutcomes((outcome) => {
    const shape = outcome.split("\n")[0].replace(/"[^"]*"/g, '""')
      .replace(/\b[0-9a-f]{8}\b|-?\d+/g, "#");
    outcomes.add(`${given.kind}: ${shape}`);
  });
  try {
    return { failure: await runCase(given), outcomes };
  } finally {
    listenToOutcomes(undefined);
  }
}
