/**
 * The arguments of the test runner.
 *
 * @module
 */

import { RUNTIME_NAMES, type RuntimeName } from "./runtimes.ts";

/** What a run of the tests is to do. */
export interface TestOptions {
  readonly runtimes: readonly RuntimeName[];
  /** Files and folders; none means the whole suite. */
  readonly paths: readonly string[];
  readonly filter?: string;
  /** How many processes may run at a time. */
  readonly jobs?: number;
  readonly timeoutMs?: number;
  readonly golden: boolean;
  readonly integration: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const USAGE = `Usage: deno task test [deno] [bun] [node] [options] [files or folders]

  --filter TEXT     only tests whose name holds TEXT, or matches it when written /TEXT/
  --jobs N          processes at a time
  --timeout MS      the limit of a test that does not set its own
  --golden          only tests/golden, with what its tests print
  --integration     only tests/integration, against a real Kafka
  --verbose         every test, and what tests print`;

function toCount(name: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError(`Cannot run the tests: ${name} must be a positive integer, not "${value}"`);
}

/** Reads the arguments of the command line. */
export function parseTestArgs(args: readonly string[]): TestOptions {
  const runtimes: RuntimeName[] = [];
  const paths: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i].split(/=(.*)/s, 2);
    if (["--filter", "--jobs", "--timeout"].includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new TypeError(`Cannot run the tests: ${name} needs a value`);
      values.set(name, value);
    } else if (["--golden", "--integration", "--verbose", "--help"].includes(args[i])) {
      flags.add(args[i]);
    } else if (args[i].startsWith("-")) {
      throw new TypeError(`Cannot run the tests: unknown option "${args[i]}"\n\n${USAGE}`);
    } else if ((RUNTIME_NAMES as readonly string[]).includes(args[i])) {
      runtimes.push(args[i] as RuntimeName);
    } else paths.push(args[i]);
  }
  const jobs = values.get("--jobs");
  const timeout = values.get("--timeout");
  return {
    runtimes: runtimes.length > 0 ? [...new Set(runtimes)] : RUNTIME_NAMES,
    paths,
    filter: values.get("--filter"),
    jobs: jobs === undefined ? undefined : toCount("--jobs", jobs),
    timeoutMs: timeout === undefined ? undefined : toCount("--timeout", timeout),
    golden: flags.has("--golden"),
    integration: flags.has("--integration"),
    verbose: flags.has("--verbose"),
    help: flags.has("--help"),
  };
}
