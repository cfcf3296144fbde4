/**
 * The gate: everything that must hold before a change is done. Give names of steps to run those
 * alone, `--keep-going` to run the rest after a failure.
 *
 * @module
 */

import process from "node:process";
import { runStep, STEPS } from "./ok/steps.ts";

/** Runs steps and prints what came of each; returns the names of those that failed. */
async function runSteps(names: readonly string[], keepGoing: boolean): Promise<string[]> {
  const failed: string[] = [];
  for (const step of STEPS.filter(({ name }) => names.length === 0 || names.includes(name))) {
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

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("-"));
const unknown = [
  ...names.filter((name) => !STEPS.some((step) => step.name === name)),
  ...args.filter((arg) => arg.startsWith("-") && arg !== "--keep-going"),
];
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown step or option: ${unknown.join(", ")}. Steps: ${
      STEPS.map(({ name }) => name).join(", ")
    }\n`,
  );
  process.exitCode = 2;
} else {
  const failed = await runSteps(names, args.includes("--keep-going"));
  if (failed.length > 0) {
    process.stdout.write(`The gate is closed: ${failed.join(", ")}\n`);
    process.exitCode = 1;
  } else process.stdout.write("The gate is open\n");
}
