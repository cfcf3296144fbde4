/**
 * What the engine is given instead of taking it from globals: time,
 * randomness, the macrotask yield, and a say in the life of the process. With
 * a virtual one the whole client runs in a deterministic simulation.
 *
 * @module
 */

import type { ResourceRegistry } from "./resources.ts";

/** A timer that can be cancelled. Cancelling twice, or after it fired, is fine. */
export interface Timer {
  /** Keeps the callback from running. */
  cancel(): void;
}

/** The two clocks and their timers, in milliseconds. */
export interface Clock {
  /** The wall clock, in ms since the epoch. Only for record timestamps: it may jump. */
  now(): number;
  /** A clock that never goes back, in ms from an arbitrary start. For every time limit. */
  monotonic(): number;
  /** Runs `callback` once after `delayMs`. The timer never keeps the process alive. */
  setTimer(callback: () => void, delayMs: number): Timer;
}

/** What the engine is given instead of taking it from globals. */
export interface Environment {
  /** Time. */
  readonly clock: Clock;
  /** A number from 0 up to, not including, 1. */
  random(): number;
  /** Resolves in a later macrotask, after sockets and timers had a turn. */
  macrotask(): Promise<void>;
  /** Keeps the process alive until the function that it returns is called (twice is fine). */
  hold(): () => void;
  /** Everything that is open: connections, timers, loops. */
  readonly resources: ResourceRegistry;
}
