/**
 * Puts wrong values into right ones, by a description that can be stored.
 *
 * @module
 */

import type { Random } from "./random.ts";

/** One value that is replaced. */
export interface Edit {
  readonly path: readonly (string | number)[];
  /** The name of what takes its place. */
  readonly by: string;
}

const REPLACEMENTS: Readonly<Record<string, () => unknown>> = {
  "undefined": () => undefined,
  "null": () => null,
  "true": () => true,
  "zero": () => 0,
  "minus one": () => -1,
  "half": () => 0.5,
  "NaN": () => NaN,
  "Infinity": () => Infinity,
  "128": () => 128,
  "2^15": () => 2 ** 15,
  "2^16": () => 2 ** 16,
  "2^31": () => 2 ** 31,
  "2^32": () => 2 ** 32,
  "-2^31-1": () => -(2 ** 31) - 1,
  "2^53": () => 2 ** 53,
  "0n": () => 0n,
  "-2^63n": () => -(2n ** 63n),
  "2^63n": () => 2n ** 63n,
  "-2^63-1n": () => -(2n ** 63n) - 1n,
  "empty text": () => "",
  "lone surrogate": () => "\ud800",
  "32767 bytes": () => "a".repeat(32_767),
  "32768 bytes": () => "a".repeat(32_768),
  "32769 bytes of UTF-8": () => "\u20ac".repeat(10_923),
  "UUID": () => "AAAAAAAAAAAAAAAAAAAAAQ",
  "bad UUID": () => "AAAAAAAAAAAAAAAAAAAAAB",
  "empty object": () => ({}),
  "empty array": () => [],
  "array of null": () => [null],
  "array of undefined": () => [undefined],
  "array of bytes": () => [new Uint8Array(2_000), new Uint8Array(3)],
  "bytes": () => new Uint8Array(3),
  "many bytes": () => new Uint8Array(2_000),
  "Int32Array": () => new Int32Array(2),
  "function": () => () => 1,
  "symbol": () => Symbol("fuzz"),
  "date": () => new Date(0),
  "tags": () => [{ tag: 900, data: new Uint8Array(2) }],
  "tags out of order": () => [
    { tag: 900, data: new Uint8Array(2) },
    { tag: 800, data: new Uint8Array(2) },
  ],
  "broken tags": () => [{ tag: -1, data: "x" }],
  "text": () => "text",
};

type Container = Record<string | number, unknown>;

/** Picks places of a value and what goes there. */
export function randomEdits(random: Random, value: unknown): Edit[] {
  const edits: Edit[] = [];
  for (let left = random.below(3); left > 0; left--) {
    const path: (string | number)[] = [];
    let at = value;
    while (typeof at === "object" && at !== null && !(at instanceof Uint8Array)) {
      const keys = Object.keys(at);
      if (!Array.isArray(at)) keys.push("unknownTags");
      if (keys.length === 0 || (path.length > 0 && random.chance(0.2))) break;
      const key = random.pick(keys);
      path.push(Array.isArray(at) ? Number(key) : key);
      at = (at as Container)[key];
    }
    if (path.length > 0) edits.push({ path, by: random.pick(Object.keys(REPLACEMENTS)) });
  }
  return edits;
}

/** Replaces values; what is on the way to them is left as it is where it does not lead there. */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  for (const { path, by } of edits) {
    let at = value as Container;
    for (const key of path.slice(0, -1)) {
      const inner = at[key];
      if (typeof inner !== "object" || inner === null || ArrayBuffer.isView(inner)) break;
      at = inner as Container;
    }
    at[path[path.length - 1]] = REPLACEMENTS[by]();
  }
  return value;
}
