#!/usr/bin/env node
/**
 * The command line: `demo`, `harness` and `broker`.
 *
 * @module
 */

import process from "node:process";
import { UsageError } from "./args.ts";
import { BROKER, broker } from "./broker.ts";
import { complain, DEMO, demo } from "./demo.ts";
import { HARNESS, harness } from "./harness.ts";
import { print } from "./terminal.ts";

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  demo,
  harness,
  broker,
};

const HELP = `kafka-web: a Kafka client for Deno, Bun and Node

${[DEMO, HARNESS, BROKER].map(({ name, about }) => `  ${name.padEnd(10)}${about}`).join("\n")}

"COMMAND --help" tells the flags of each.
`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help") {
    await print(HELP);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new UsageError(`Cannot run "${name}" as there is no such command\n\n${HELP}`);
  }
  return await COMMANDS[name](rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
