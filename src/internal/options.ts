/**
 * Checks of option bags: unknown keys with the nearest known name, types and
 * ranges, always naming the option, the rule and the current value.
 *
 * @module
 */

/** Checks one option and gives its final value; `undefined` never reaches it. */
export type OptionCheck<T> = (value: unknown, name: string) => T;

/** How a value is shown in an error message: short, and quoted where it is a string. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 80 ? value.slice(0, 77) + "..." : value);
  }
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) {
    return `[${value.slice(0, 5).map(show).join(", ")}${value.length > 5 ? ", ..." : ""}]`;
  }
  if (value instanceof Uint8Array) return `Uint8Array(${value.length})`;
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/** The number of single-character edits between two short names. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(wanted, candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/**
 * Rejects whatever is not an object, and keys that are not known.
 *
 * @param subject What the options are for, such as `"the producer"`.
 * @throws {TypeError} Naming the key, and the known one that is nearest to it.
 */
export function checkKeys(
  options: unknown,
  known: readonly string[],
  subject: string,
): asserts options is Record<string, unknown> {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(
      `Cannot configure ${subject} as its options must be an object: current value is ${
        show(options)
      }`,
    );
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const guess = nearest(key, known);
    throw new TypeError(
      `Cannot configure ${subject} as the option "${key}" is unknown${
        guess === undefined ? "" : `: did you mean "${guess}"?`
      }`,
    );
  }
}

/**
 * Resolves options against a table of checks and defaults into a complete,
 * frozen object.
 *
 * @param options What the user gave; `undefined` members mean the default.
 * @param defaults The default of every option; its keys are the known names.
 * @param checks A check per option.
 * @param subject What the options are for, such as `"the producer"`.
 */
export function resolveOptions<T extends object>(
  options: object,
  defaults: T,
  checks: { readonly [K in keyof T]: OptionCheck<T[K]> },
  subject: string,
): Readonly<T> {
  checkKeys(options, Object.keys(checks), subject);
  const resolved = { ...defaults };
  for (const key of Object.keys(checks) as (keyof T & string)[]) {
    const value = options[key];
    if (value !== undefined) resolved[key] = checks[key](value, key);
  }
  return Object.freeze(resolved);
}

/** An integer from `min` to `max`, both included. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): OptionCheck<number> {
  return (value, name) => {
    if (typeof value !== "number") {
      throw new TypeError(
        `Cannot use option "${name}" as it must be a number: current value is ${show(value)}`,
      );
    }
    if (!Number.isInteger(value) || value < min || value > max) {
      const range = max === Number.MAX_SAFE_INTEGER
        ? `an integer of at least ${min}`
        : `an integer from ${min} to ${max}`;
      throw new RangeError(
        `Cannot use option "${name}" as it must be ${range}: current value is ${show(value)}`,
      );
    }
    return value;
  };
}

/** A duration in ms, which may be `Infinity` where `unlimited` says so. The upper limit is what timers can do (2^31 - 1). */
export function duration(min: number = 0, unlimited: boolean = false): OptionCheck<number> {
  return (value, name) => {
    if (unlimited && value === Infinity) return Infinity;
    if (typeof value !== "number") {
      throw new TypeError(
        `Cannot use option "${name}" as it must be a number of milliseconds: current value is ${
          show(value)
        }`,
      );
    }
    if (!(value >= min && value <= 0x7fffffff)) {
      throw new RangeError(
        `Cannot use option "${name}" as it must be from ${min} to ${0x7fffffff} ms${
          unlimited ? " or Infinity" : ""
        }: current value is ${show(value)}`,
      );
    }
    return value;
  };
}

/** `true` or `false`. */
export const flag: OptionCheck<boolean> = (value, name) => {
  if (typeof value !== "boolean") {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a boolean: current value is ${show(value)}`,
    );
  }
  return value;
};

/** A string that is not empty. */
export const text: OptionCheck<string> = (value, name) => {
  if (typeof value !== "string" || value.length === 0) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a string that is not empty: current value is ${
        show(value)
      }`,
    );
  }
  return value;
};

/** One of a list of values. */
export function oneOf<const T>(...values: readonly T[]): OptionCheck<T> {
  return (value, name) => {
    if (!values.includes(value as T)) {
      throw new TypeError(
        `Cannot use option "${name}" as it must be one of ${
          values.map(show).join(", ")
        }: current value is ${show(value)}`,
      );
    }
    return value as T;
  };
}

/** A function. */
export function callback<T extends (...args: never[]) => unknown>(): OptionCheck<T> {
  return (value, name) => {
    if (typeof value !== "function") {
      throw new TypeError(
        `Cannot use option "${name}" as it must be a function: current value is ${show(value)}`,
      );
    }
    return value as T;
  };
}
