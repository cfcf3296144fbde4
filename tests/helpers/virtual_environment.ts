/**
 * An environment whose time stands still until the test moves it, for unit
 * tests and simulations.
 *
 * ```ts
 * const env = new VirtualEnvironment({ seed: 1 });
 * const promise = somethingWithATimeout(env);   // uses env.clock, env.random() ...
 * await env.advance(30_000);                    // runs every timer due until then, in order
 * await assertRejects(() => promise, TimeoutError);
 * assertEquals(env.resources.list(), []);
 * ```
 *
 * - `settle()` lets promises and `macrotask()`s run until nothing moves any more; no time passes.
 * - `advance(ms)` does the same, and runs the timers that fall due, one by one, settling after each.
 * - `run(promise)` moves time from timer to timer by itself until the promise is settled, and
 *   gives its result. It fails when the promise is still pending after `limitMs` of virtual
 *   time, or when there is no timer left that could settle it.
 * - `attempt(promise)` tells what has become of a promise so far, without waiting.
 *
 * A promise that is expected to reject while time is moved needs its handler first (as `run`
 * does, or `const failure = assertRejects(() => promise)` before `advance` and `await failure`
 * after it), or the runtime reports it as unhandled.
 *
 * Work outside of the event loop (a native compression stream, a real socket) takes real time,
 * which virtual time does not know about: `settle({ realMs })` waits for such a thing.
 *
 * @module
 */

import type { Clock, Environment, Timer } from "../../src/internal/environment.ts";
import { ResourceRegistry } from "../../src/internal/resources.ts";

/** Options of a {@linkcode VirtualEnvironment}. */
export interface VirtualEnvironmentOptions {
  /** What the random numbers follow from. @default {1} */
  readonly seed?: number;
  /** The wall clock at the start, in ms since the epoch. @default {1_700_000_000_000} */
  readonly nowMs?: number;
  /** The monotonic clock at the start, in ms. @default {1_000} */
  readonly monotonicMs?: number;
  /** What resources are registered in. @default {a registry of its own} */
  readonly resources?: ResourceRegistry;
}

/** What has become of a promise. */
export type Outcome<T> =
  | { readonly state: "pending" }
  | { readonly state: "fulfilled"; readonly value: T }
  | { readonly state: "rejected"; readonly reason: unknown };

interface VirtualTimer extends Timer {
  readonly due: number;
  readonly run: () => void;
  release: () => void;
}

/** How many turns in a row must pass with nothing to do until all is settled. */
const QUIET_TURNS = 3;

/** How many turns may pass before something is said to spin. */
const MAX_TURNS = 200_000;

const realSetTimeout = globalThis.setTimeout;
const realSetImmediate =
  (globalThis as unknown as { setImmediate?: (callback: () => void) => unknown }).setImmediate;

/**
 * Resolves in the next real turn of the event loop, after all microtasks.
 *
 * @returns A promise for that turn.
 */
export function realTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (realSetImmediate === undefined) realSetTimeout(resolve, 0);
    else realSetImmediate(resolve);
  });
}

/** An environment whose time is moved by the test. */
export class VirtualEnvironment implements Environment {
  readonly clock: Clock;
  readonly resources: ResourceRegistry;
  #random: number;
  #monotonic: number;
  #wallOffset: number;
  #timers: VirtualTimer[] = [];
  #macrotasks: (() => void)[] = [];
  #pumping = false;
  #turns = 0;
  #holds = 0;

  /** @param options How it starts. */
  constructor(options: VirtualEnvironmentOptions = {}) {
    this.#random = (options.seed ?? 1) >>> 0;
    this.#monotonic = options.monotonicMs ?? 1_000;
    this.#wallOffset = (options.nowMs ?? 1_700_000_000_000) - this.#monotonic;
    this.resources = options.resources ?? new ResourceRegistry();
    this.clock = {
      now: () => Math.floor(this.#monotonic + this.#wallOffset),
      monotonic: () => this.#monotonic,
      setTimer: (callback, delayMs) => this.#setTimer(callback, delayMs),
    };
  }

  /** How many holds keep the (imagined) process alive. */
  get holds(): number {
    return this.#holds;
  }

  /** How many timers wait. */
  get pendingTimers(): number {
    return this.#timers.length;
  }

  /** In how many ms the next timer is due, or `undefined` when there is none. */
  get nextTimerMs(): number | undefined {
    const next = this.#timers[0];
    return next === undefined ? undefined : Math.max(0, next.due - this.#monotonic);
  }

  /** A number from 0 up to, not including, 1 (mulberry32: small, and good enough for jitter). */
  random(): number {
    this.#random = (this.#random + 0x6d2b79f5) >>> 0;
    let mixed = this.#random;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** Resolves in a later turn of the real event loop; one after the other, in the order of the calls. */
  macrotask(): Promise<void> {
    return new Promise((resolve) => {
      this.#macrotasks.push(resolve);
      if (!this.#pumping) void this.#pump();
    });
  }

  /** Counts as {@linkcode VirtualEnvironment.holds} until the returned function is called. */
  hold(): () => void {
    this.#holds++;
    let held = true;
    return () => {
      if (held) this.#holds--;
      held = false;
    };
  }

  /** Makes the wall clock jump, which no time limit may notice. */
  jumpWallClock(byMs: number): void {
    this.#wallOffset += byMs;
  }

  /**
   * Lets everything run that can run without time passing.
   *
   * @param options `realMs`: how long to wait in real time first, for work outside of the event loop.
   */
  async settle(options: { readonly realMs?: number } = {}): Promise<void> {
    if (options.realMs !== undefined) {
      await new Promise((resolve) => realSetTimeout(resolve, options.realMs));
    }
    for (let quiet = 0, total = 0; quiet < QUIET_TURNS; total++) {
      if (total > MAX_TURNS) throw new Error("Cannot settle as something keeps asking for turns");
      const before = this.#turns;
      await realTurn();
      quiet = this.#turns === before && this.#macrotasks.length === 0 ? quiet + 1 : 0;
    }
  }

  /**
   * Moves time on, running the timers that fall due on the way, in their order.
   *
   * @param ms By how much.
   */
  async advance(ms: number): Promise<void> {
    const until = this.#monotonic + ms;
    await this.settle();
    for (
      let next = this.#timers[0];
      next !== undefined && next.due <= until;
      next = this.#timers[0]
    ) {
      this.#fire(next);
      await this.settle();
    }
    this.#monotonic = Math.max(this.#monotonic, until);
    await this.settle();
  }

  /**
   * Moves time from timer to timer until a promise is settled.
   *
   * @param promise What to wait for.
   * @param options `limitMs`: the most virtual time that may pass (an hour); `realMs`: how long
   * to wait in real time for work outside of the event loop before a timer is taken (0), and
   * before giving up when there is none (1,000).
   * @returns What the promise gives.
   */
  async run<T>(
    promise: Promise<T>,
    options: { readonly limitMs?: number; readonly realMs?: number } = {},
  ): Promise<T> {
    const until = this.#monotonic + (options.limitMs ?? 3_600_000);
    let pending = true;
    const done = () => {
      pending = false;
    };
    promise.then(done, done);
    await this.settle();
    while (pending) {
      for (let waited = 0; pending && waited < this.#patience(options.realMs); waited += 5) {
        await this.settle({ realMs: 5 });
      }
      if (!pending) break;
      const next = this.#timers[0];
      if (next === undefined) {
        throw new Error("Cannot run on as the promise is pending and no timer is set");
      }
      if (next.due > until) {
        throw new Error("Cannot run on as the promise is pending at the limit of time");
      }
      this.#fire(next);
      await this.settle();
    }
    return await promise;
  }

  /**
   * Tells what has become of a promise, after everything ran that can run without time passing.
   *
   * @param promise The promise.
   * @returns Its outcome so far.
   */
  async attempt<T>(promise: Promise<T>): Promise<Outcome<T>> {
    let outcome: Outcome<T> = { state: "pending" };
    promise.then((value) => {
      outcome = { state: "fulfilled", value };
    }, (reason: unknown) => {
      outcome = { state: "rejected", reason };
    });
    await this.settle();
    return outcome;
  }

  #patience(realMs: number | undefined): number {
    return this.#timers.length === 0 ? realMs ?? 1_000 : realMs ?? 0;
  }

  #setTimer(callback: () => void, delayMs: number): Timer {
    const due = this.#monotonic + (delayMs > 0 ? delayMs : 0);
    const timer: VirtualTimer = {
      due,
      run: callback,
      release: this.resources.track("timer", `${delayMs} ms`),
      cancel: () => {
        timer.release();
        const index = this.#timers.indexOf(timer);
        if (index >= 0) this.#timers.splice(index, 1);
      },
    };
    // After those that are due at the same time: they were set earlier.
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle] as VirtualTimer).due <= due) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return timer;
  }

  #fire(timer: VirtualTimer): void {
    this.#monotonic = Math.max(this.#monotonic, timer.due);
    timer.cancel();
    timer.run();
  }

  async #pump(): Promise<void> {
    this.#pumping = true;
    while (this.#macrotasks.length > 0) {
      await realTurn();
      this.#turns++;
      this.#macrotasks.shift()?.();
    }
    this.#pumping = false;
  }
}
