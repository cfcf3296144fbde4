/**
 * Makes the bytes of a finding shorter and simpler.
 *
 * @module
 */

import type { FuzzCase } from "./case.ts";
import { cut } from "./mutate.ts";

/** How much work shrinking may be. */
export interface ShrinkLimits {
  /** @default {10_000} */
  readonly limitMs?: number;
  /** @default {20_000} */
  readonly maxProbes?: number;
}

/**
 * Leaves out pieces, from halves to single bytes, and puts zeros and smaller
 * values for what is left, as long as the case still fails.
 *
 * @param given A case that fails.
 * @param fails Whether a case still fails, by the same rule.
 * @param limits How much work it may be.
 * @returns The simplest case that was found.
 */
export async function shrink(
  given: FuzzCase,
  fails: (candidate: FuzzCase) => boolean | Promise<boolean>,
  limits: ShrinkLimits = {},
): Promise<FuzzCase> {
  const deadline = performance.now() + (limits.limitMs ?? 10_000);
  let probes = limits.maxProbes ?? 20_000;
  let best = given.bytes;
  const better = async (bytes: Uint8Array): Promise<boolean> => {
    if (probes-- <= 0 || performance.now() > deadline) return false;
    if (!(await fails({ ...given, bytes }))) return false;
    best = bytes;
    return true;
  };

  for (let before = -1; before !== best.length;) {
    before = best.length;
    for (let size = best.length; size >= 1; size = Math.floor(size / 2)) {
      for (let end = best.length; end > 0;) {
        const start = Math.max(0, end - size);
        await better(cut(best, start, end));
        end = Math.min(start, best.length);
      }
    }
  }
  for (let at = 0; at < best.length;) {
    const before = best[at];
    for (const value of [0, 1, before >> 1, before - 1]) {
      if (value < 0 || value >= before) continue;
      const candidate = best.slice();
      candidate[at] = value;
      if (await better(candidate)) break;
    }
    if (best[at] === before) at++;
  }
  return { ...given, bytes: best };
}
