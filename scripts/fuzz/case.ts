/**
 * What the fuzzer makes, checks, shrinks and stores: cases.
 *
 * @module
 */

import type { Random } from "./random.ts";

/** The parts of the library that are fuzzed. */
export const TARGET_NAMES = ["messages", "records", "codecs", "framing"] as const;

/** A part of the library that is fuzzed. */
export type TargetName = typeof TARGET_NAMES[number];

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | {
  readonly [key: string]: Json;
};

/** One input, with everything that its check depends on. */
export interface FuzzCase {
  readonly target: TargetName;
  /** Which check of the target. */
  readonly kind: string;
  /** What the check needs besides the bytes. */
  readonly params: { readonly [key: string]: Json };
  /** What is shrunk. */
  readonly bytes: Uint8Array;
}

/** Makes the cases of one part of the library, and checks them. */
export interface Target {
  readonly name: TargetName;
  /** Makes a case; the same one for the same random numbers. */
  generate(random: Random): FuzzCase | Promise<FuzzCase>;
  /** Throws when a property does not hold; a {@linkcode Violation} says which. */
  check(given: FuzzCase): void | Promise<void>;
}

/** A property does not hold. */
export class Violation extends Error {
  override name = "Violation";
  /** A short stable name of the property, by which findings are told apart. */
  readonly rule: string;

  /**
   * @param rule A short stable name of the property.
   * @param message What was seen.
   * @param cause What was thrown.
   */
  constructor(rule: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.rule = rule;
  }
}

/** Takes what came of an input, and the place in the sources that it comes from. */
export type OutcomeListener = (outcome: string, place: string) => void;

let listener: OutcomeListener | undefined;

/** Tells the outcomes of checks to someone, until it is called with nothing. */
export function listenToOutcomes(to: OutcomeListener | undefined): void {
  listener = to;
}

/** Notes the error that refused an input, in these words or its own. */
export function noteOutcome(error: Error, words: string = error.message): void {
  if (listener === undefined) return;
  const cause = error.cause instanceof Error ? error.cause : error;
  // What is generated has the same few reasons at a thousand places.
  const places = (cause.stack ?? "").match(/src\/(?!protocol\/messages)\S+:\d+:\d+/g) ?? [];
  listener(words, places.slice(0, 4).join(" "));
}

/** Fails when two arrays of bytes differ. */
export function expectSameBytes(
  rule: string,
  what: string,
  actual: Uint8Array,
  expected: Uint8Array,
): void {
  const length = Math.min(actual.length, expected.length);
  let at = 0;
  while (at < length && actual[at] === expected[at]) at++;
  if (at === actual.length && at === expected.length) return;
  throw new Violation(
    rule,
    `${what} has ${actual.length} bytes instead of ${expected.length}, and differs at ${at}: ${
      actual[at]
    } instead of ${expected[at]}`,
  );
}
