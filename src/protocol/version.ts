/**
 * The choice of a version that both sides speak.
 *
 * @module
 */

import type { ApiInfo } from "./api.ts";

/** A range of versions, both ends included. */
export interface VersionRange {
  /** The lowest version. */
  readonly min: number;
  /** The highest version. */
  readonly max: number;
}

/**
 * The highest version that the codecs, the broker and the pin have in common.
 *
 * @param api The API; versions above its `maxVersion` are never chosen.
 * @param broker The range that the broker supports.
 * @param pin Narrows the range from either side.
 * @returns The version, or `undefined` when there is none.
 */
export function negotiate(
  api: ApiInfo,
  broker: VersionRange,
  pin: Partial<VersionRange> = {},
): number | undefined {
  const low = Math.max(api.minVersion, broker.min, pin.min ?? api.minVersion);
  const high = Math.min(api.maxVersion, broker.max, pin.max ?? api.maxVersion);
  return low <= high ? high : undefined;
}
