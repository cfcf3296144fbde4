/**
 * A stand-in for `@std/testing/mock`, for runs without JSR: spies and stubs.
 *
 * @module
 */

import { AssertionError } from "./assert.ts";
import { equal } from "./equal.ts";
import { format } from "./format.ts";

/** One call of a spy. */
export interface SpyCall<Self, Args extends unknown[], Return> {
  args: Args;
  returned?: Return;
  error?: Error;
  self?: Self;
}

/** A function that remembers its calls. */
export interface Spy<Self, Args extends unknown[], Return> {
  (this: Self, ...args: Args): Return;
  calls: SpyCall<Self, Args, Return>[];
  restored: boolean;
  restore(): void;
  [Symbol.dispose](): void;
}

/** A spy in place of a method. */
export type Stub<Self, Args extends unknown[], Return> = Spy<Self, Args, Return>;

function makeSpy<Self, Args extends unknown[], Return>(
  fn: (this: Self, ...args: Args) => Return,
  restore: () => void,
): Spy<Self, Args, Return> {
  const calls: SpyCall<Self, Args, Return>[] = [];
  const spy = function (this: Self, ...args: Args): Return {
    const call: SpyCall<Self, Args, Return> = { args };
    if (this !== undefined && this !== null) call.self = this;
    calls.push(call);
    try {
      call.returned = fn.apply(this, args);
      return call.returned;
    } catch (error) {
      call.error = error as Error;
      throw error;
    }
  } as Spy<Self, Args, Return>;
  const undo = (): void => {
    spy.restored = true;
    restore();
  };
  return Object.assign(spy, { calls, restored: false, restore: undo, [Symbol.dispose]: undo });
}

/** Watches a function: one that does nothing, the given one, or an object's method. */
export function spy(): Spy<unknown, unknown[], undefined>;
export function spy<Self, Args extends unknown[], Return>(
  fn: (this: Self, ...args: Args) => Return,
): Spy<Self, Args, Return>;
export function spy<Self, Prop extends keyof Self>(
  self: Self,
  property: Prop,
): Self[Prop] extends (...args: infer Args extends unknown[]) => infer Return
  ? Spy<Self, Args, Return>
  : never;
export function spy(target?: unknown, property?: PropertyKey): unknown {
  if (property !== undefined) {
    const fn = Reflect.get(target as object, property);
    return stub(target as Record<PropertyKey, () => unknown>, property, fn);
  }
  const fn = (target ?? (() => undefined)) as () => unknown;
  return makeSpy(fn, () => {
    throw new TypeError("Cannot restore a function that is no method");
  });
}

/** Replaces a method until restored. */
export function stub<Self, Prop extends keyof Self>(
  self: Self,
  property: Prop,
  func?: Self[Prop],
): Self[Prop] extends (...args: infer Args extends unknown[]) => infer Return
  ? Stub<Self, Args, Return>
  : never {
  const own = Object.getOwnPropertyDescriptor(self, property);
  const fn = (func ?? (() => undefined)) as (...args: unknown[]) => unknown;
  const made = makeSpy(fn, () => {
    if (own === undefined) delete self[property];
    else Object.defineProperty(self, property, own);
  });
  Object.defineProperty(self, property, {
    value: made,
    configurable: true,
    writable: true,
    enumerable: own?.enumerable ?? true,
  });
  return made as never;
}

/** Fails unless the spy was called that often. */
export function assertSpyCalls<Self, Args extends unknown[], Return>(
  spied: Spy<Self, Args, Return>,
  expectedCalls: number,
): void {
  if (spied.calls.length === expectedCalls) return;
  throw new AssertionError(
    `Expected ${expectedCalls} calls of the spy, but got ${spied.calls.length}`,
  );
}

/** Fails unless the spy's call of that number had these arguments. */
export function assertSpyCallArgs<Self, Args extends unknown[], Return>(
  spied: Spy<Self, Args, Return>,
  callIndex: number,
  expected: Args,
): void {
  const call = spied.calls[callIndex];
  if (call !== undefined && equal(call.args, expected)) return;
  throw new AssertionError(
    `Expected call ${callIndex} of the spy with ${format(expected)}, but got ${format(call?.args)}`,
  );
}
