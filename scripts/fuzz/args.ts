/**
 * The arguments of the fuzzer.
 *
 * @module
 */

import { RUNTIME_NAMES, type RuntimeName } from "../test/runtimes.ts";
import { TARGET_NAMES, type TargetName } from "./case.ts";

/** What a run of the fuzzer is to do. */
export interface FuzzOptions {
  readonly seconds: number;
  /** What all cases follow from. */
  readonly seed: string;
  readonly targets: readonly TargetName[];
  readonly runtimes: readonly RuntimeName[];
  /** Where findings go; undefined for the project's own folder. */
  readonly findings?: string;
  readonly help: boolean;
}

/** What `--help` prints. */
export const FUZZ_USAGE = `Usage: deno task fuzz [options]

  --seconds N        how long, for each runtime (default 60)
  --seed S           what all cases follow from; any text (default: the time)
  --target NAME      messages, records, codecs or framing; may be repeated (default: all)
  --runtime NAME     deno, bun or node; may be repeated (default: deno)
  --findings FOLDER  where findings are stored (default: tests/testdata/fuzz)

A finding is made small and stored as a vector that the tests replay from then on.`;

function oneOf<T extends string>(name: string, value: string, list: readonly T[]): T {
  const found = list.find((entry) => entry === value);
  if (found !== undefined) return found;
  throw new RangeError(`Cannot fuzz: ${name} must be one of ${list.join(", ")}, not "${value}"`);
}

/** Reads the arguments of the command line. */
export function parseFuzzArgs(args: readonly string[], now: number): FuzzOptions {
  const values = new Map<string, string[]>();
  let help = false;
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i].split(/=(.*)/s, 2);
    if (name === "--help") help = true;
    else if (["--seconds", "--seed", "--target", "--runtime", "--findings"].includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new TypeError(`Cannot fuzz: ${name} needs a value`);
      values.set(name, [...values.get(name) ?? [], value]);
    } else throw new TypeError(`Cannot fuzz: unknown option "${args[i]}"\n\n${FUZZ_USAGE}`);
  }
  const seconds = Number(values.get("--seconds")?.at(-1) ?? 60);
  if (!(seconds > 0 && seconds < 1e6)) {
    throw new RangeError(`Cannot fuzz: --seconds must be above 0, not ${seconds}`);
  }
  const targets = (values.get("--target") ?? []).flatMap((list) => list.split(","))
    .map((value) => oneOf("--target", value, TARGET_NAMES));
  const runtimes = (values.get("--runtime") ?? ["deno"]).flatMap((list) => list.split(","))
    .map((value) => oneOf("--runtime", value, RUNTIME_NAMES));
  return {
    seconds,
    seed: values.get("--seed")?.at(-1) ?? String(now),
    targets: targets.length > 0 ? [...new Set(targets)] : TARGET_NAMES,
    runtimes: [...new Set(runtimes)],
    findings: values.get("--findings")?.at(-1),
    help,
  };
}
