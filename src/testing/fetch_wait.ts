/**
 * The long poll of a fetch: waits until there are enough bytes.
 *
 * @module
 */

import { type FetchResult, type FetchRules, inspect } from "./fetch_read.ts";
import type { RequestContext } from "./handler.ts";

/** When a long poll ends. */
export interface PollLimits {
  /** As soon as so many bytes can be read. */
  readonly minBytes: number;
  /** After so many ms at the latest. */
  readonly maxWaitMs: number;
}

/**
 * Waits until enough can be read, something about a partition changes for the
 * worse, or the time is over.
 *
 * @param results The partitions, as they were looked at.
 * @param limits When it ends.
 * @param rules How they are read.
 * @param context Who waits; when the client goes away, so does the waiting.
 */
export function waitForBytes(
  results: readonly FetchResult[],
  limits: PollLimits,
  rules: FetchRules,
  context: RequestContext,
): Promise<void> {
  const { minBytes, maxWaitMs } = limits;
  const available = results.map((result) => readableBytes(result, minBytes));
  let total = available.reduce((sum, bytes) => sum + bytes, 0);
  return new Promise((resolve) => {
    const ends: (() => void)[] = [];
    const end = () => {
      for (const each of ends) each();
      resolve();
    };
    results.forEach((result, index) => {
      if (result.partition === undefined) return;
      // Only the partition that changed is looked at again: a poll may have thousands.
      ends.push(result.partition.watch(() => {
        const now = inspect(result.item, rules, context);
        if (now.readable === undefined) return end();
        const bytes = readableBytes(now, minBytes);
        total += bytes - available[index];
        available[index] = bytes;
        if (total >= minBytes) end();
      }));
    });
    const timer = context.cluster.environment.clock.setTimer(end, maxWaitMs);
    ends.push(() => timer.cancel(), context.connection.onGone(end));
  });
}

/**
 * How many bytes a partition has for a fetch, counted up to a limit.
 *
 * @param result The partition.
 * @param enough Where the counting may end.
 */
export function readableBytes(result: FetchResult, enough: number): number {
  const { readable, item } = result;
  return readable === undefined
    ? 0
    : readable.log.available(item.fetchOffset, readable.end, enough);
}
