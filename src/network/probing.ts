/**
 * Connecting to a host that may come back at any moment.
 *
 * @module
 */

import { ConnectionError, TimeoutError } from "../errors.ts";
import type { Clock } from "../internal/environment.ts";
import { pause } from "../internal/pause.ts";
import { onAbort } from "../internal/signal.ts";
import type { Connection } from "./connection.ts";
import { type Attempt, race } from "./race.ts";

/** For how long an attempt may be silent until probes start beside it, and how long each of them lasts, in ms. */
const PROBE_MS = 2_000;

/**
 * Opens a connection. While the attempt is silent, short probes are made
 * beside it, one at a time: what was sent into a network that swallowed it
 * does not come back with the network, but a new attempt gets through at once.
 *
 * @param open Opens a connection, within a deadline of its own.
 * @param clock Time.
 * @param limitMs That deadline, which no probe outlasts.
 * @param signal Gives all of it up.
 * @returns The first connection that is ready; the caller owns it.
 * @throws What the attempt itself failed with.
 */
export async function openProbing(
  open: Attempt<Connection>,
  clock: Clock,
  limitMs: number,
  signal: AbortSignal,
): Promise<Connection> {
  const deadline = clock.monotonic() + limitMs;
  const probes = Math.max(0, Math.ceil(limitMs / PROBE_MS) - 1);
  // The attempt's own failure ends it: what the probes meet is the same, only cut shorter.
  let failure: unknown;
  const over = new AbortController();
  const detach = onAbort(signal, () => over.abort(signal.reason));
  const first: Attempt<Connection> = async (attempt) => {
    try {
      return await open(attempt);
    } catch (error) {
      failure = error;
      over.abort(error);
      throw error;
    }
  };
  try {
    return await race([first, ...Array.from({ length: probes }, () => probe)], {
      clock,
      staggerMs: PROBE_MS,
      patienceMs: PROBE_MS + limitMs,
      signal: over.signal,
    });
  } catch (error) {
    throw failure ?? error;
  } finally {
    detach();
  }

  async function probe(attempt: AbortSignal): Promise<Connection> {
    const until = Math.min(clock.monotonic() + PROBE_MS, deadline);
    const limit = new AbortController();
    const off = onAbort(attempt, () => limit.abort(attempt.reason));
    const timer = clock.setTimer(() => limit.abort(new TimeoutError("A probe is over")), PROBE_MS);
    try {
      return await open(limit.signal);
    } catch (error) {
      // One that is refused does not make room for the next before its time.
      if (!attempt.aborted) await pause(clock, Math.max(0, until - clock.monotonic()), attempt);
      throw error;
    } finally {
      timer.cancel();
      off();
    }
  }
}

/** Why an attempt that was silent is given up: another one got through to the same address. */
export function restarted(address: string): ConnectionError {
  return new ConnectionError(
    `Cannot connect to "${address}" as the attempt was silent and is made anew`,
    { code: "CONNECTION_RESTARTED" },
  );
}
