/**
 * What comes of inputs: errors of each kind there is, without numbers and names.
 *
 * @module
 */

import { type FuzzCase, listenToOutcomes } from "./case.ts";
import { type Failure, runCase } from "./targets.ts";

/** The rule of vectors that are kept because they lead to a certain outcome. */
export const OUTCOME_RULE = "outcome";

/** What came of a case. */
export interface Outcomes {
  /** What is wrong with it. */
  readonly failure: Failure | undefined;
  /** The outcomes in words; the keys also tell the places in the sources, where the runtime does. */
  readonly outcomes: ReadonlyMap<string, string>;
}

/**
 * Checks a case and gives its outcomes.
 *
 * @param given The case.
 * @returns What is wrong with it, and the outcomes.
 */
export async function outcomesOf(
  given: FuzzCase,
): Promise<Outcomes> {
  const outcomes = new Map<string, string>();
  listenToOutcomes((outcome, place) => {
    const shape = outcome.split("\n")[0].replace(/"[^"]*"/g, '""')
      .replace(/\b[0-9a-f]{8}\b|-?\d+/g, "#");
    outcomes.set(`${given.kind}: ${shape} ${place}`, `${given.kind}: ${shape}`);
  });
  try {
    return { failure: await runCase(given), outcomes };
  } finally {
    listenToOutcomes(undefined);
  }
}
