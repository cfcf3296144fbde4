/**
 * Finds out which runtime this is, and gives what the engine needs of it: an
 * environment, and a connector.
 *
 * @module
 */

import type { Clock, Environment, Timer } from "../internal/environment.ts";
import { ResourceRegistry } from "../internal/resources.ts";
import { KafkaError } from "../errors.ts";
import { formatAddress } from "./failure.ts";
import type { Connector } from "./transport.ts";

/** The runtimes that have an adapter, and all others. */
export type Runtime = "deno" | "bun" | "node" | "other";

/** What we look for in the global scope. */
interface Globals {
  readonly Deno?: {
    readonly connect?: unknown;
    readonly unrefTimer?: (id: unknown) => void;
  };
  readonly Bun?: { readonly connect?: unknown };
  readonly process?: { readonly versions?: { readonly node?: unknown } };
  readonly setImmediate?: (callback: () => void) => unknown;
}

const globals: Globals = globalThis as unknown as Globals;

/** The longest delay of a timer; a longer one would run at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** How often the timer runs that keeps the process alive: never, in practice. */
const KEEPER_INTERVAL_MS = 2 ** 30;

/**
 * Tells which runtime this is, by the functions that it has: names alone prove
 * little, as test runners define a `Deno` of their own, and Bun and Deno have
 * a `process`.
 *
 * @returns The runtime.
 */
export function detectRuntime(): Runtime {
  if (typeof globals.Deno?.connect === "function") return "deno";
  if (typeof globals.Bun?.connect === "function") return "bun";
  if (typeof globals.process?.versions?.node === "string") return "node";
  return "other";
}

/**
 * Makes the environment of real use: the system's clocks, randomness and event loop.
 *
 * @param resources Where everything that is open is registered. @default {a registry of its own}
 * @returns The environment.
 */
export function systemEnvironment(
  resources: ResourceRegistry = new ResourceRegistry(),
): Environment {
  return new SystemEnvironment(resources);
}

/**
 * Makes the connector of this runtime. Its adapter is loaded with the first connection.
 *
 * @param resources Where its connections are registered while they are open.
 * @returns The connector.
 */
export function defaultConnector(resources?: ResourceRegistry): Connector {
  let plain: Promise<Connector> | undefined;
  let tls: Promise<Connector> | undefined;
  return async (address, options) => {
    const runtime = detectRuntime();
    if (runtime === "other") {
      throw new KafkaError(
        `Cannot connect to "${
          formatAddress(address)
        }" as this runtime has no sockets: give a connector`,
        { code: "UNSUPPORTED_RUNTIME" },
      );
    }
    const connector = options?.tls === undefined
      ? plain ??= loadPlain(runtime, resources)
      : tls ??= import("./tls.ts").then((module) => module.tlsConnector(resources));
    return await (await connector)(address, options);
  };
}

async function loadPlain(
  runtime: Exclude<Runtime, "other">,
  resources: ResourceRegistry | undefined,
): Promise<Connector> {
  if (runtime === "deno") return (await import("./deno.ts")).denoConnector(resources);
  // On Bun, too: its own sockets cannot be given up while they connect.
  return (await import("./node.ts")).nodeConnector(resources);
}

class SystemEnvironment implements Environment {
  readonly clock: Clock;
  readonly resources: ResourceRegistry;
  #holds = 0;
  #keeper: ReturnType<typeof setInterval> | undefined;

  constructor(resources: ResourceRegistry) {
    this.resources = resources;
    this.clock = {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      setTimer: (callback, delayMs) => new SystemTimer(callback, delayMs, resources),
    };
  }

  random(): number {
    return Math.random();
  }

  macrotask(): Promise<void> {
    return nextMacrotask();
  }

  hold(): () => void {
    if (this.#holds++ === 0) this.#keeper = setInterval(() => {}, KEEPER_INTERVAL_MS);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--this.#holds === 0) clearInterval(this.#keeper);
    };
  }
}

/** A timer that does not keep the process alive, of any length. */
class SystemTimer implements Timer {
  readonly #untrack: () => void;
  #id: ReturnType<typeof setTimeout> | undefined;

  constructor(callback: () => void, delayMs: number, resources: ResourceRegistry) {
    this.#untrack = resources.track("timer", `${delayMs} ms`);
    this.#arm(callback, delayMs > 0 ? delayMs : 0);
  }

  cancel(): void {
    clearTimeout(this.#id);
    this.#untrack();
  }

  #arm(callback: () => void, remainingMs: number): void {
    const delayMs = Math.min(remainingMs, MAX_DELAY_MS);
    this.#id = setTimeout(() => {
      if (remainingMs > delayMs) {
        this.#arm(callback, remainingMs - delayMs);
        return;
      }
      this.#untrack();
      callback();
    }, delayMs);
    unrefTimer(this.#id);
  }
}

/** Timers are objects with a method on Node and Bun, numbers in browsers, and one or the other on Deno. */
function unrefTimer(timer: unknown): void {
  const withMethod = timer as { unref?: () => void };
  if (typeof timer === "object" && timer !== null && typeof withMethod.unref === "function") {
    withMethod.unref();
  } else {
    globals.Deno?.unrefTimer?.(timer);
  }
}

/** How long macrotasks may follow each other on Deno until one of them is a timer. */
const UNSURE_MS = 20;

/** A longer pause than this between two macrotasks leaves Deno's event loop time enough of its own. */
const STREAK_GAP_MS = 50;

let isDeno: boolean | undefined;
let lastMacrotask = -Infinity;
let lastTimerTurn = -Infinity;
let channel: MessageChannel | undefined;
const channelWaiters: (() => void)[] = [];

/** Resolves in a later macrotask, after sockets and timers had a turn. */
function nextMacrotask(): Promise<void> {
  const { setImmediate } = globals;
  if (typeof setImmediate !== "function") return channelTurn();
  isDeno ??= detectRuntime() === "deno";
  return isDeno ? denoTurn(setImmediate) : immediateTurn(setImmediate);
}

function immediateTurn(setImmediate: (callback: () => void) => unknown): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * On Deno `setImmediate` gives timers a turn, but sockets only every 61st
 * time, as long as one immediate follows another: 3 round trips in 0.8 s of a
 * loop that yields every 2 ms, where Node makes 188. It looks at the sockets
 * when it has to wait for another thread, and the shortest such wait that
 * needs no permission is the digest of nothing (0.1 ms). The thread may be done
 * before the loop has begun to wait, several times in a row on a busy machine;
 * only a timer makes sure. It takes 1.1 ms, so it is used now and then, when
 * one macrotask follows another.
 */
async function denoTurn(setImmediate: (callback: () => void) => unknown): Promise<void> {
  const now = performance.now();
  const inStreak = now - lastMacrotask < STREAK_GAP_MS;
  if (!inStreak) lastTimerTurn = now;
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined || now - lastTimerTurn > UNSURE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    lastTimerTurn = performance.now();
  } else {
    await immediateTurn(setImmediate);
    await subtle.digest("SHA-256", new Uint8Array(0));
  }
  lastMacrotask = performance.now();
}

/** Browsers have no `setImmediate`, and make nested timers wait 4 ms. */
function channelTurn(): Promise<void> {
  if (typeof MessageChannel !== "function") {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => channelWaiters.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    channelWaiters.push(resolve);
    port2.postMessage(undefined);
  });
}
