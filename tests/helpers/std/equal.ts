/**
 * Structural equality with the rules of `@std/assert`, for runs without JSR.
 *
 * @module
 */

function isKeyed(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function constructorsEqual(a: object, b: object): boolean {
  return a.constructor === b.constructor ||
    (a.constructor === Object && !b.constructor) ||
    (!a.constructor && b.constructor === Object);
}

/** The bytes of a view or buffer, or undefined for anything else. */
function bytesOf(value: object): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer) {
    return new Uint8Array(value);
  }
  if (value instanceof DataView || value instanceof Uint8Array) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameSets(
  a: ReadonlySet<unknown>,
  b: ReadonlySet<unknown>,
  compare: (x: unknown, y: unknown) => boolean,
): boolean {
  if (a.size !== b.size) return false;
  const left = new Set(b);
  for (const item of a) {
    if (left.delete(item)) continue;
    if (!isKeyed(item)) return false;
    const twin = [...left].find((other) => isKeyed(other) && compare(item, other));
    if (twin === undefined) return false;
    left.delete(twin);
  }
  return true;
}

function sameMaps(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  compare: (x: unknown, y: unknown) => boolean,
): boolean {
  if (a.size !== b.size) return false;
  const left = new Map(b);
  for (const [key, value] of a) {
    if (left.has(key) && compare(value, left.get(key))) {
      left.delete(key);
      continue;
    }
    if (!isKeyed(key)) return false;
    const twin = [...left].find(([k, v]) => isKeyed(k) && compare(key, k) && compare(value, v));
    if (twin === undefined) return false;
    left.delete(twin[0]);
  }
  return true;
}

/** Own enumerable keys, symbols included. */
function keysOf(value: object): (string | symbol)[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
  return [...Object.keys(value), ...symbols];
}

/**
 * Whether two values are equal in content: objects by own enumerable properties and constructor,
 * arrays, typed arrays, buffers, maps, sets, dates and errors by what they hold, numbers with NaN
 * equal to itself and 0 equal to -0.
 */
export function equal(a: unknown, b: unknown): boolean {
  const seen = new Map<object, Set<object>>();
  const compare = (x: unknown, y: unknown): boolean => {
    if (x === y || Object.is(x, y)) return true;
    if (!isKeyed(x) || !isKeyed(y)) return false;
    if (!constructorsEqual(x, y)) return false;
    if (x instanceof Date && y instanceof Date) {
      return Object.is(x.getTime(), y.getTime());
    }
    if (
      (x instanceof RegExp && y instanceof RegExp) || (x instanceof URL && y instanceof URL)
    ) {
      return String(x) === String(y);
    }
    if (x instanceof WeakMap || x instanceof WeakSet) {
      throw new TypeError(`Cannot compare ${x.constructor.name} instances`);
    }
    if (x instanceof WeakRef && y instanceof WeakRef) return compare(x.deref(), y.deref());
    const xBytes = bytesOf(x);
    const yBytes = bytesOf(y);
    if (xBytes !== undefined && yBytes !== undefined) return sameBytes(xBytes, yBytes);
    // A pair that is already being compared further up is a cycle on both sides.
    const partners = seen.get(x) ?? new Set<object>();
    if (partners.has(y)) return true;
    partners.add(y);
    seen.set(x, partners);
    if (x instanceof Set && y instanceof Set) return sameSets(x, y, compare);
    if (x instanceof Map && y instanceof Map) return sameMaps(x, y, compare);
    if (x instanceof Error && y instanceof Error) {
      if (x.name !== y.name || x.message !== y.message) return false;
    }
    if (Array.isArray(x) && Array.isArray(y) && x.length !== y.length) return false;
    const keys = keysOf(x);
    if (keys.length !== keysOf(y).length) return false;
    return keys.every((key) =>
      Object.prototype.propertyIsEnumerable.call(y, key) &&
      compare(Reflect.get(x, key), Reflect.get(y, key))
    );
  };
  return compare(a, b);
}
