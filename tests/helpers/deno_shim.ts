/**
 * `Deno.test` for every runtime: it collects what a test file registers, for the test runner's
 * worker to run. On Bun and Node it also provides the global `Deno` itself, with nothing else in
 * it, so runtimes must be told apart by probing functions.
 *
 * @module
 */

import { setImmediate } from "node:timers";

/** What a test function is given. */
export interface ShimContext {
  readonly name: string;
  readonly origin: string;
  readonly parent?: ShimContext;
  step(
    definition: ShimStep | string | StepBody,
    fn?: StepBody,
  ): Promise<boolean>;
}

/** The body of a test or of a step. */
export type StepBody = (t: ShimContext) => unknown;

/** The object form of a step. */
export interface ShimStep {
  readonly name: string;
  readonly fn: StepBody;
}

/** A test as registered. */
export interface ShimTest {
  readonly name: string;
  readonly fn: StepBody;
  /** How long it may take, when not the runner's default. */
  readonly timeout?: number;
  /** Why it must not be run, which counts as a failure. */
  readonly refused?: string;
}

/** What became of a test. */
export interface ShimOutcome {
  readonly ok: boolean;
  readonly ms: number;
  /** The messages and stacks of what failed. */
  readonly errors: readonly string[];
}

interface Options {
  name?: string;
  fn?: StepBody;
  timeout?: number;
  ignore?: boolean;
  only?: boolean;
}

// Taken before any test can put fakes in their place.
const { setTimeout, clearTimeout } = globalThis;
const now = performance.now.bind(performance);

let registered: ShimTest[] = [];

function describeCause(error: Error): string {
  let text = "";
  let at: unknown = error.cause;
  for (let depth = 0; at !== undefined && depth < 8; depth++) {
    text += `\nCaused by: ${at instanceof Error ? at.stack || String(at) : String(at)}`;
    at = at instanceof Error ? at.cause : undefined;
  }
  return text;
}

/** An error with its stack, its causes and, for an aggregate, its parts. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`;
  const head = `${error.name}: ${error.message}`;
  let stack = error.stack ?? "";
  // Bun's stacks may lack the message, and a changed message is not in any stack.
  if (!stack.includes(error.message)) {
    stack = `${head}\n${stack.split("\n").filter((line) => /^\s+at /.test(line)).join("\n")}`;
  }
  const parts = error instanceof AggregateError
    ? error.errors.map((part) => `\nPart: ${describeError(part)}`).join("")
    : "";
  return stack + parts + describeCause(error);
}

function toTest(args: readonly unknown[], origin: string): ShimTest {
  const options: Options = {};
  for (const arg of args) {
    if (typeof arg === "string") options.name = arg;
    else if (typeof arg === "function") {
      options.fn = arg as StepBody;
      options.name ??= arg.name;
    } else Object.assign(options, arg);
  }
  if (!options.name) throw new TypeError(`Cannot register a test of ${origin}: it has no name`);
  if (typeof options.fn !== "function") {
    throw new TypeError(`Cannot register the test "${options.name}": it has no function`);
  }
  const refused = options.ignore
    ? "The test is marked to be ignored, and no test may be skipped"
    : options.only
    ? "The test is marked as the only one to run"
    : undefined;
  return { name: options.name, fn: options.fn, timeout: options.timeout, refused };
}

/** Puts the collecting `Deno.test` in place; `origin` names the file being loaded. */
export function installShim(origin: () => string): void {
  const register = (...args: unknown[]): void => {
    registered.push(toTest(args, origin()));
  };
  const test = Object.assign(register, {
    ignore: (...args: unknown[]) => register(...args, { ignore: true }),
    only: (...args: unknown[]) => register(...args, { only: true }),
  });
  const scope = globalThis as { Deno?: object };
  if (scope.Deno === undefined) scope.Deno = { test };
  else Object.defineProperty(scope.Deno, "test", { value: test, configurable: true });
}

/** The tests registered since the last call. */
export function takeTests(): ShimTest[] {
  const tests = registered;
  registered = [];
  return tests;
}

class Context implements ShimContext {
  readonly name: string;
  readonly origin: string;
  readonly parent?: ShimContext;
  readonly errors: string[] = [];
  /** Steps that were begun and have not ended. */
  readonly open = new Set<string>();

  constructor(name: string, origin: string, parent?: ShimContext) {
    this.name = name;
    this.origin = origin;
    this.parent = parent;
  }

  async step(definition: ShimStep | string | StepBody, fn?: StepBody): Promise<boolean> {
    const step = typeof definition === "string"
      ? { name: definition, fn: fn as StepBody }
      : typeof definition === "function"
      ? { name: definition.name, fn: definition }
      : definition;
    const context = new Context(step.name, this.origin, this);
    const token = `${step.name}`;
    this.open.add(token);
    await context.run(step.fn);
    this.open.delete(token);
    for (const error of context.errors) this.errors.push(`[${step.name}] ${error}`);
    return context.errors.length === 0;
  }

  async run(fn: StepBody): Promise<void> {
    try {
      await fn(this);
    } catch (error) {
      this.errors.push(describeError(error));
    }
    for (const name of this.open) {
      this.errors.push(`The step "${name}" had not ended when its test did`);
    }
  }
}

let uncaught: ((error: string) => void) | undefined;

/** Reports an error that nobody caught; false when no test was running. */
export function reportUncaught(error: unknown): boolean {
  if (uncaught === undefined) return false;
  uncaught(`Uncaught, from this test or an earlier one: ${describeError(error)}`);
  return true;
}

/** Runs one test: fails it by name when it throws, takes too long or leaves an error uncaught. */
export async function runTest(
  test: ShimTest,
  origin: string,
  defaultTimeoutMs: number,
): Promise<ShimOutcome> {
  if (test.refused !== undefined) return { ok: false, ms: 0, errors: [test.refused] };
  const context = new Context(test.name, origin);
  const timeoutMs = test.timeout || defaultTimeoutMs;
  const started = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<void>((resolve) => {
    uncaught = (error) => {
      context.errors.push(error);
      resolve();
    };
    timer = setTimeout(() => {
      const steps = [...context.open].map((name) => `"${name}"`).join(", ");
      const where = steps === "" ? "" : `, in its step ${steps}`;
      context.errors.push(`The test did not end within ${timeoutMs} ms${where}`);
      resolve();
    }, timeoutMs);
    context.run(test.fn).then(resolve);
  });
  await ended;
  // One macrotask, so that what the test left rejected is put to its account.
  await new Promise<void>((resolve) => setImmediate(() => resolve()));
  clearTimeout(timer);
  uncaught = undefined;
  return { ok: context.errors.length === 0, ms: now() - started, errors: [...context.errors] };
}
