/**
 * The gate: everything that must hold before a change is done. Give names of steps to run those
 * alone, `--without=NAME` to leave one out, `--keep-going` to run the rest after a failure.
 *
 * @module
 */

import process from "node:process";
import { runStep, STEPS } from "./ok/steps.ts";

/** What the arguments ask for. */
interface Choice {
  readonly names: readonly string[];
  readonly keepGoing: boolean;
}

function parseArgs(args: readonly string[]): Choice {
  const all = STEPS.map(({ name }) => name);
  const without = args.filter((arg) => arg.startsWith("--without=")).map((arg) => arg.slice(10));
  const named = args.filter((arg) => !arg.startsWith("-"));
  const unknown = [
    ...[...without, ...named].filter((name) => !all.includes(name)),
    ...args.filter((arg) => /^-(?!-keep-going$|-without=)/.test(arg)),
  ];
  if (unknown.length > 0) {
    throw new TypeError(
      `Cannot run the gate with ${unknown.join(", ")}: its steps are ${all.join(", ")}`,
    );
  }
  const names = (named.length > 0 ? named : all).filter((name) => !without.includes(name));
  return { names, keepGoing: args.includes("--keep-going") };
}

/** Runs steps and prints what came of each; returns the names of those that failed. */
async function runSteps({ names, keepGoing }: Choice): Promise<string[]> {
  const failed: string[] = [];
  for (const step of STEPS.filter(({ name }) => names.includes(name))) {
    const started = Date.now();
    const { ok, output } = await runStep(step).catch((error) => ({
      ok: false,
      output: error instanceof Error ? error.message : String(error),
    }));
    const seconds = ((Date.now() - started) / 1_000).toFixed(1);
    if (!ok && !step.live) process.stdout.write(`${output}\n`);
    const result = ok ? "ok    " : "FAILED";
    process.stdout.write(
      `${result} ${step.name.padEnd(9)} ${seconds.padStart(6)} s  ${step.about}\n`,
    );
    if (ok) continue;
    failed.push(step.name);
    if (!keepGoing) break;
  }
  return failed;
}

try {
  const failed = await runSteps(parseArgs(process.argv.slice(2)));
  process.stdout.write(
    failed.length === 0 ? "The gate is open\n" : `The gate is closed: ${failed.join(", ")}\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
