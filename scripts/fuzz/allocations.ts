/**
 * Counts the bytes of the arrays that code makes: what a bomb is caught by.
 *
 * @module
 */

/**
 * Runs something and counts the bytes of every `new Uint8Array(length)` meanwhile.
 *
 * @param run What to run.
 * @returns What it gave, and how many bytes were allocated in all.
 */
export async function countAllocated<T>(run: () => T | Promise<T>): Promise<[T, number]> {
  const original = globalThis.Uint8Array;
  let bytes = 0;
  const counting = new Proxy(original, {
    construct(target, args: readonly unknown[], newTarget): object {
      if (typeof args[0] === "number") bytes += args[0];
      return Reflect.construct(target, args, newTarget === counting ? target : newTarget);
    },
  });
  globalThis.Uint8Array = counting;
  try {
    const result = await run();
    return [result, bytes];
  } finally {
    globalThis.Uint8Array = original;
  }
}
