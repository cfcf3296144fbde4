/**
 * Compares values that decoders give.
 *
 * @module
 */

/**
 * Finds where two values differ.
 *
 * @param actual The one.
 * @param expected The other; an unset property of one equals a missing one of the other.
 * @param path Where the values are.
 * @returns A description of the first difference; undefined when there is none.
 */
export function sameValue(actual: unknown, expected: unknown, path = "$"): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (actual instanceof Uint8Array && expected instanceof Uint8Array) {
    const at = actual.length !== expected.length
      ? Math.min(actual.length, expected.length)
      : actual.findIndex((byte, index) => byte !== expected[index]);
    return at < 0 ? undefined : `${path}[${at}] of ${actual.length} and ${expected.length} bytes`;
  }
  if (
    typeof actual !== "object" || typeof expected !== "object" || actual === null ||
    expected === null || Array.isArray(actual) !== Array.isArray(expected)
  ) {
    return `${path}: ${show(actual)} instead of ${show(expected)}`;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    if (actual.length !== expected.length) {
      return `${path}: ${actual.length} elements instead of ${expected.length}`;
    }
    for (let index = 0; index < actual.length; index++) {
      const difference = sameValue(actual[index], expected[index], `${path}[${index}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  const [left, right] = [actual, expected] as Record<string, unknown>[];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const difference = sameValue(left[key], right[key], `${path}.${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return Array.isArray(value) ? `${value.length} elements` : String(value);
}
