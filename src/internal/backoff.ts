/**
 * Exponential backoff with jitter (KIP-580).
 *
 * @module
 */

/** How long to wait between tries. */
export interface BackoffOptions {
  /** The first wait, in ms. */
  readonly initialMs: number;
  /** The longest wait before jitter, in ms. */
  readonly maxMs: number;
}

/** KIP-580's jitter: a fifth to either side. */
const JITTER = 0.2;

/**
 * The wait before a try: doubled with each failure up to the maximum, then
 * moved by up to 20 % to either side so that clients do not march in step.
 *
 * @param failures How many tries have failed in a row, at least 1.
 * @param random A number from 0 up to, not including, 1.
 * @returns Milliseconds.
 */
export function backoffMs(failures: number, options: BackoffOptions, random: () => number): number {
  const base = Math.min(
    options.maxMs,
    options.initialMs * 2 ** Math.min(30, Math.max(0, failures - 1)),
  );
  return base * (1 - JITTER + 2 * JITTER * random());
}
