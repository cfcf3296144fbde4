/**
 * A stand-in for `@std/testing/bdd`, for runs without JSR: suites become one test with steps.
 *
 * @module
 */

type TestBody<T> = (this: T, t: Deno.TestContext) => void | Promise<void>;
type Hook<T> = (this: T) => void | Promise<void>;

interface Suite {
  readonly name: string;
  readonly parent: Suite | undefined;
  readonly children: (Suite | Case)[];
  readonly beforeAll: Hook<unknown>[];
  readonly afterAll: Hook<unknown>[];
  readonly beforeEach: Hook<unknown>[];
  readonly afterEach: Hook<unknown>[];
}

interface Case {
  readonly name: string;
  readonly fn: TestBody<unknown>;
}

let current: Suite | undefined;

function needSuite(what: string): Suite {
  if (current === undefined) throw new TypeError(`Cannot call ${what}() outside of describe()`);
  return current;
}

async function runCase(suite: Suite, test: Case, self: object, t: Deno.TestContext): Promise<void> {
  const chain: Suite[] = [];
  for (let at: Suite | undefined = suite; at !== undefined; at = at.parent) chain.unshift(at);
  const context = Object.create(self);
  try {
    for (const level of chain) for (const hook of level.beforeEach) await hook.call(context);
    await test.fn.call(context, t);
  } finally {
    for (const level of chain.reverse()) {
      for (const hook of level.afterEach) await hook.call(context);
    }
  }
}

async function runSuite(suite: Suite, self: object, t: Deno.TestContext): Promise<void> {
  const context = Object.create(self);
  try {
    for (const hook of suite.beforeAll) await hook.call(context);
    for (const child of suite.children) {
      await t.step(
        child.name,
        (step) =>
          "fn" in child ? runCase(suite, child, context, step) : runSuite(child, context, step),
      );
    }
  } finally {
    for (const hook of suite.afterAll) await hook.call(context);
  }
}

/** Registers a suite: the tests and hooks that the function registers. */
export function describe(name: string, fn: () => void): void {
  const suite: Suite = {
    name,
    parent: current,
    children: [],
    beforeAll: [],
    afterAll: [],
    beforeEach: [],
    afterEach: [],
  };
  current = suite;
  try {
    fn();
  } finally {
    current = suite.parent;
  }
  if (suite.parent !== undefined) suite.parent.children.push(suite);
  else Deno.test(name, (t) => runSuite(suite, {}, t));
}

/** Registers a test, in the suite being described or by itself. */
export function it<T = unknown>(name: string, fn: TestBody<T>): void {
  if (current === undefined) Deno.test(name, (t) => fn.call({} as T, t));
  else current.children.push({ name, fn: fn as TestBody<unknown> });
}

/** The same as {@linkcode it}. */
export const test: typeof it = it;

/** Runs once before the suite's tests. */
export function beforeAll<T = unknown>(fn: Hook<T>): void {
  needSuite("beforeAll").beforeAll.push(fn as Hook<unknown>);
}

/** Runs once after the suite's tests. */
export function afterAll<T = unknown>(fn: Hook<T>): void {
  needSuite("afterAll").afterAll.push(fn as Hook<unknown>);
}

/** Runs before each test of the suite and of those within. */
export function beforeEach<T = unknown>(fn: Hook<T>): void {
  needSuite("beforeEach").beforeEach.push(fn as Hook<unknown>);
}

/** Runs after each test of the suite and of those within. */
export function afterEach<T = unknown>(fn: Hook<T>): void {
  needSuite("afterEach").afterEach.push(fn as Hook<unknown>);
}
