/**
 * Command lines: flags with their meaning, checked, with a usage text.
 *
 * @module
 */

import { parseArgs } from "node:util";

/** A mistake on the command line; printed without a stack, exit status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** One flag. */
export interface Flag {
  /** What it does, one line. */
  readonly about: string;
  /** How the value is shown in the usage; a flag without one is a switch. */
  readonly value?: string;
  /** What it is when it is not given, for the usage text. */
  readonly default?: string;
}

/** One command. */
export interface Command {
  /** Its name. */
  readonly name: string;
  /** What it does. */
  readonly about: string;
  /** Its flags by name. */
  readonly flags: Readonly<Record<string, Flag>>;
}

/** The values of a command line; a switch is `"true"`. */
export type FlagValues = Readonly<Record<string, string | undefined>>;

/** How a command is used. */
export function usage(command: Command): string {
  const rows = Object.entries({
    ...command.flags,
    help: { about: "Print this text and leave" } as Flag,
  });
  const heads = rows.map(([name, flag]) =>
    `  --${name}${flag.value === undefined ? "" : ` ${flag.value}`}`
  );
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  const lines = rows.map(([, flag], i) =>
    heads[i].padEnd(width) + flag.about +
    (flag.default === undefined ? "" : ` (default: ${flag.default})`)
  );
  return `${command.name}: ${command.about}\n\n${lines.join("\n")}\n`;
}

/**
 * Reads a command line.
 *
 * @throws {UsageError} For what the command does not know.
 */
export function readFlags(command: Command, args: readonly string[]): FlagValues {
  const options: Record<string, { type: "string" | "boolean" }> = { help: { type: "boolean" } };
  for (const [name, flag] of Object.entries(command.flags)) {
    options[name] = { type: flag.value === undefined ? "boolean" : "string" };
  }
  try {
    const { values } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: false,
    });
    const flags: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(values)) flags[name] = String(value);
    return flags;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage(command)}`);
  }
}

/**
 * A flag that is a whole number.
 *
 * @throws {UsageError} When it is not one from `min` to `max`.
 */
export function wholeNumber(
  flags: FlagValues,
  name: string,
  fallback: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const given = flags[name];
  if (given === undefined) return fallback;
  const value = Number(given);
  if (given.trim() === "" || !Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(
      `Cannot use --${name} as it must be a whole number from ${min} to ${max}: current value is "${given}"`,
    );
  }
  return value;
}
