/**
 * A stand-in for `@std/testing/time`, for runs without JSR: timers and Date under a test's control.
 *
 * @module
 */

interface Timer {
  readonly id: number;
  readonly callback: (...args: unknown[]) => void;
  readonly args: readonly unknown[];
  readonly delay: number;
  readonly repeat: boolean;
  due: number;
}

/** Options of {@linkcode FakeTime}; a real advance of time is not offered. */
export interface FakeTimeOptions {
  advanceRate?: number;
  advanceFrequency?: number;
}

const NAMES = ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
const real = {
  Date: globalThis.Date,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

let active: FakeTime | undefined;

/** Takes the place of Date and of the timer functions until restored. */
export class FakeTime {
  readonly #start: number;
  readonly #timers = new Map<number, Timer>();
  #now: number;
  #nextId = 1;

  constructor(start?: number | string | Date | FakeTime | null, _options?: FakeTimeOptions) {
    if (active !== undefined) {
      throw new TypeError("Cannot construct FakeTime: time is already faked");
    }
    if (start instanceof FakeTime) this.#start = start.now;
    else if (start === undefined || start === null) this.#start = real.Date.now();
    else this.#start = new real.Date(start).getTime();
    if (Number.isNaN(this.#start)) throw new TypeError("Cannot construct FakeTime: invalid start");
    this.#now = this.#start;
    active = this;
    this.#install();
  }

  /** Gives the real time back to whoever faked it. */
  static restore(): void {
    if (active === undefined) throw new ReferenceError("Cannot restore time: it is not faked");
    active.restore();
  }

  /** When the faked time began. */
  get start(): number {
    return this.#start;
  }

  /** The faked time. Setting it forward runs the timers that are due. */
  get now(): number {
    return this.#now;
  }

  set now(value: number) {
    if (value < this.#now) throw new RangeError("Cannot set time in the past");
    for (;;) {
      const timer = this.#earliest();
      if (timer === undefined || timer.due > value) break;
      this.#fire(timer);
    }
    this.#now = value;
  }

  /** Moves time forward, running the timers that are due. */
  tick(ms = 0): void {
    this.now += ms;
  }

  /** As tick, with microtasks run before and after each timer. */
  async tickAsync(ms = 0): Promise<void> {
    const end = this.#now + ms;
    await this.runMicrotasks();
    for (;;) {
      const timer = this.#earliest();
      if (timer === undefined || timer.due > end) break;
      this.#fire(timer);
      await this.runMicrotasks();
    }
    this.now = end;
  }

  /** Moves to the next timer and runs it; false when there is none. */
  next(): boolean {
    const timer = this.#earliest();
    if (timer !== undefined) this.#fire(timer);
    return timer !== undefined;
  }

  /** As next, with microtasks run before and after. */
  async nextAsync(): Promise<boolean> {
    await this.runMicrotasks();
    const fired = this.next();
    if (fired) await this.runMicrotasks();
    return fired;
  }

  /** Runs timers until none is left. */
  runAll(): void {
    while (this.#timers.size > 0) this.next();
  }

  /** As runAll, with microtasks run in between. */
  async runAllAsync(): Promise<void> {
    await this.runMicrotasks();
    while (this.#timers.size > 0) await this.nextAsync();
  }

  /** Lets pending promise reactions run, by a real macrotask. */
  async runMicrotasks(): Promise<void> {
    await this.delay(0);
  }

  /** Waits on the real time. */
  delay(ms: number, options: { signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        real.clearTimeout.call(globalThis, timer);
        reject(signal?.reason);
      };
      const timer = real.setTimeout.call(globalThis, () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", abort, { once: true });
    });
  }

  /** Gives the real time back. */
  restore(): void {
    if (active !== this) throw new TypeError("Cannot restore time: it is not faked by this one");
    active = undefined;
    for (const name of NAMES) this.#define(name, real[name]);
  }

  [Symbol.dispose](): void {
    this.restore();
  }

  #define(name: typeof NAMES[number], value: unknown): void {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }

  #install(): void {
    const now = (): number => this.#now;
    const add = (
      callback: (...args: unknown[]) => void,
      delay: number,
      args: unknown[],
      repeat: boolean,
    ): number => {
      const id = this.#nextId++;
      const wait = Math.max(0, Number(delay) || 0);
      this.#timers.set(id, { id, callback, args, delay: wait, repeat, due: this.#now + wait });
      return id;
    };
    const clear = (id?: number): void => {
      this.#timers.delete(Number(id));
    };
    const FakeDate = new Proxy(real.Date, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
      apply: () => new real.Date(now()).toString(),
      get: (target, key, receiver) => key === "now" ? now : Reflect.get(target, key, receiver),
    });
    this.#define("Date", FakeDate);
    this.#define(
      "setTimeout",
      (callback: () => void, delay = 0, ...args: unknown[]) => add(callback, delay, args, false),
    );
    this.#define(
      "setInterval",
      (callback: () => void, delay = 0, ...args: unknown[]) => add(callback, delay, args, true),
    );
    this.#define("clearTimeout", clear);
    this.#define("clearInterval", clear);
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers.values()) {
      if (first === undefined || timer.due < first.due) first = timer;
    }
    return first;
  }

  #fire(timer: Timer): void {
    this.#now = Math.max(this.#now, timer.due);
    if (timer.repeat) timer.due = this.#now + Math.max(1, timer.delay);
    else this.#timers.delete(timer.id);
    timer.callback(...timer.args);
  }
}
