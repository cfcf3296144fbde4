/**
 * A stand-in for `@std/assert`, for runs without JSR: the same functions, types and outcomes.
 *
 * @module
 */

import { equal } from "./equal.ts";
import { format, formatDifference } from "./format.ts";

export { equal } from "./equal.ts";

/** A class that instances are compared with; abstract ones included. */
// deno-lint-ignore no-explicit-any
type AnyConstructor = abstract new (...args: any[]) => any;
// deno-lint-ignore no-explicit-any
type ErrorClass<E extends Error> = abstract new (...args: any[]) => E;
// deno-lint-ignore no-explicit-any
type Falsy = false | 0 | 0n | "" | null | undefined | any;
type ArrayLikeArg<T> = ArrayLike<T> & object;

/** What every failed assertion throws. */
export class AssertionError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

function suffix(msg: string | undefined): string {
  return msg ? `: ${msg}` : ".";
}

/** Fails unless the value is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Fails unless the value is falsy. */
export function assertFalse(expr: unknown, msg = ""): asserts expr is Falsy {
  if (expr) throw new AssertionError(msg);
}

/** Fails always. */
export function fail(msg?: string): never {
  throw new AssertionError(`Failed assertion${suffix(msg)}`);
}

/** Fails always: for code that must not be reached. */
export function unreachable(msg?: string): never {
  throw new AssertionError(`Unreachable${suffix(msg)}`);
}

/** Fails always: for code that is not written yet. */
export function unimplemented(msg?: string): never {
  throw new AssertionError(`Unimplemented${suffix(msg)}`);
}

/** Fails unless both values are equal in content. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(
    `Values are not equal${suffix(msg)}\n\n${formatDifference(actual, expected)}\n`,
  );
}

/** Fails when both values are equal in content. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} not to be: ${format(expected)}${suffix(msg)}`,
  );
}

/** Fails unless both are the same value (`Object.is`). */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const what = equal(actual, expected)
    ? "Values have the same structure but are not reference-equal"
    : "Values are not strictly equal";
  throw new AssertionError(`${what}${suffix(msg)}\n\n${formatDifference(actual, expected)}\n`);
}

/** Fails when both are the same value (`Object.is`). */
export function assertNotStrictEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError(
    `Expected "actual" to not be strictly equal to: ${format(actual)}${suffix(msg)}`,
  );
}

/** Fails for null and undefined. */
export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T> {
  if (actual !== undefined && actual !== null) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to not be null or undefined${suffix(msg)}`,
  );
}

/** Fails unless the value is an instance of the class. */
export function assertInstanceOf<T extends AnyConstructor>(
  actual: unknown,
  expectedType: T,
  msg = "",
): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  throw new AssertionError(
    `Expected object to be an instance of "${expectedType.name}" but was ${format(actual)}${
      suffix(msg)
    }`,
  );
}

/** Fails when the value is an instance of the class. */
export function assertNotInstanceOf<A, T>(
  actual: A,
  // deno-lint-ignore no-explicit-any
  unexpectedType: abstract new (...args: any[]) => T,
  msg?: string,
): asserts actual is Exclude<A, T> {
  if (!(actual instanceof unexpectedType)) return;
  throw new AssertionError(
    `Expected object to not be an instance of "${unexpectedType.name}"${suffix(msg)}`,
  );
}

/** Fails unless the value is an error of the class whose message holds or matches the text. */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  ErrorClass?: ErrorClass<E>,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) {
    throw new AssertionError(
      `Expected "error" to be an Error object${suffix(msg)} It was ${format(error)}`,
    );
  }
  if (ErrorClass !== undefined && !(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", but was "${error.constructor.name}"${
        suffix(msg)
      } Its message was ${JSON.stringify(error.message)}`,
      { cause: error },
    );
  }
  const matches = msgMatches === undefined ||
    (typeof msgMatches === "string"
      ? error.message.includes(msgMatches)
      : msgMatches.test(error.message));
  if (!matches) {
    const rule = typeof msgMatches === "string"
      ? `include ${JSON.stringify(msgMatches)}`
      : `match ${msgMatches}`;
    throw new AssertionError(
      `Expected error message to ${rule}, but got ${JSON.stringify(error.message)}${suffix(msg)}`,
      { cause: error },
    );
  }
}

function splitErrorArgs(
  classOrMsg: unknown,
  msgIncludes: string | undefined,
  msg: string | undefined,
): { errorClass?: ErrorClass<Error>; msgIncludes?: string; msg?: string } {
  if (typeof classOrMsg === "function") {
    return { errorClass: classOrMsg as unknown as ErrorClass<Error>, msgIncludes, msg };
  }
  return { msg: classOrMsg as string | undefined };
}

/** Fails unless the function throws; returns what it threw. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  classOrMsg?: unknown,
  msgIncludes?: string,
  lastMsg?: string,
): unknown {
  const args = splitErrorArgs(classOrMsg, msgIncludes, lastMsg);
  try {
    fn();
  } catch (error) {
    if (args.errorClass !== undefined) {
      assertIsError(error, args.errorClass, args.msgIncludes, args.msg);
    }
    return error;
  }
  throw new AssertionError(`Expected function to throw${suffix(args.msg)}`);
}

/** Fails unless the promise that the function returns rejects; resolves to the reason. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  classOrMsg?: unknown,
  msgIncludes?: string,
  lastMsg?: string,
): Promise<unknown> {
  const args = splitErrorArgs(classOrMsg, msgIncludes, lastMsg);
  let promise: unknown;
  try {
    promise = fn();
  } catch (error) {
    throw new AssertionError(
      `Function throws when expected to reject${suffix(args.msg)}`,
      { cause: error },
    );
  }
  if (typeof (promise as PromiseLike<unknown> | undefined)?.then !== "function") {
    throw new AssertionError(`Function did not return a promise${suffix(args.msg)}`);
  }
  try {
    await promise;
  } catch (error) {
    if (args.errorClass !== undefined) {
      assertIsError(error, args.errorClass, args.msgIncludes, args.msg);
    }
    return error;
  }
  throw new AssertionError(`Expected function to reject${suffix(args.msg)}`);
}

/** Fails unless the text holds the other one. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} to contain: ${format(expected)}${suffix(msg)}`,
  );
}

/** Fails unless the text matches. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} to match: ${expected}${suffix(msg)}`,
  );
}

/** Fails when the text matches. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  if (!expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} to not match: ${expected}${suffix(msg)}`,
  );
}

function assertOrder<T>(ok: boolean, actual: T, rule: string, expected: T, msg?: string): void {
  if (ok) return;
  throw new AssertionError(`Expect ${format(actual)} ${rule} ${format(expected)}${suffix(msg)}`);
}

/** Fails unless actual > expected. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  assertOrder(actual > expected, actual, ">", expected, msg);
}

/** Fails unless actual >= expected. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  assertOrder(actual >= expected, actual, ">=", expected, msg);
}

/** Fails unless actual < expected. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  assertOrder(actual < expected, actual, "<", expected, msg);
}

/** Fails unless actual <= expected. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  assertOrder(actual <= expected, actual, "<=", expected, msg);
}

/** Fails unless both numbers differ by at most the tolerance (1e-7 of the expected one). */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const limit = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  const delta = Math.abs(expected - actual);
  if (delta <= limit) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to be close to "${expected}": delta "${delta}" is greater than "${limit}"${
      suffix(msg)
    }`,
  );
}

/** Fails unless every expected item has an equal one in the array. */
export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<T>,
  msg?: string,
): void {
  const items = Array.from(actual);
  const missing = Array.from(expected).filter((item) => !items.some((other) => equal(item, other)));
  if (missing.length === 0) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} to include: ${format(expected)}${suffix(msg)}\nmissing: ${
      format(missing)
    }`,
  );
}

/** What of `actual` the expected value speaks about: its keys only, at every depth. */
function project(actual: unknown, expected: unknown, path: readonly unknown[]): unknown {
  if (typeof actual !== "object" || actual === null || path.includes(expected)) return actual;
  if (typeof expected !== "object" || expected === null) return actual;
  if (actual instanceof RegExp || actual instanceof Date || ArrayBuffer.isView(actual)) {
    return actual;
  }
  const deeper = [...path, expected];
  if (actual instanceof Map && expected instanceof Map) {
    return new Map(
      [...actual].filter(([key]) => expected.has(key)).map((
        [key, value],
      ) => [key, project(value, expected.get(key), deeper)]),
    );
  }
  if (actual instanceof Set && expected instanceof Set) {
    return new Set([...actual].filter((item) => [...expected].some((other) => equal(item, other))));
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.slice(0, expected.length).map((item, i) => project(item, expected[i], deeper));
  }
  const picked: Record<string | symbol, unknown> = {};
  for (const key of Reflect.ownKeys(expected)) {
    if (key in actual) {
      picked[key] = project(Reflect.get(actual, key), Reflect.get(expected, key), deeper);
    }
  }
  return picked;
}

/** The same value with every object plain, so that only content is compared. */
function plain(value: unknown, path: readonly unknown[]): unknown {
  if (typeof value !== "object" || value === null || path.includes(value)) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, [...path, value]));
  if (value.constructor !== undefined && value.constructor !== Object) {
    const builtIn = value instanceof Map || value instanceof Set || value instanceof Date ||
      value instanceof RegExp || ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
    if (builtIn) return value;
  }
  return Object.fromEntries(
    Reflect.ownKeys(value).map((key) => [key, plain(Reflect.get(value, key), [...path, value])]),
  );
}

/** Fails unless everything that `expected` holds is in `actual`, which may hold more. */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals(plain(project(actual, expected, []), []), plain(expected, []), msg);
}
