/**
 * The runtime's own compression, where it has one.
 *
 * @module
 */

/** Options that the functions of `node:zlib` share here. */
export interface NativeZlibOptions {
  /** The most bytes that may come out. */
  maxOutputLength?: number;
  /** The level of gzip. */
  level?: number;
  /** Parameters of zstd by number. */
  params?: Record<number, number>;
}

/** The part of `node:zlib` that is used. */
export interface NativeZlib {
  /** Compresses to gzip. */
  gzipSync(bytes: Uint8Array, options?: NativeZlibOptions): Uint8Array;
  /** Decompresses gzip, all members. */
  gunzipSync(bytes: Uint8Array, options?: NativeZlibOptions): Uint8Array;
  /** Compresses to zstd; from Node 22.15. */
  zstdCompressSync?(bytes: Uint8Array, options?: NativeZlibOptions): Uint8Array;
  /** Decompresses one frame of zstd; from Node 22.15. */
  zstdDecompressSync?(bytes: Uint8Array, options?: NativeZlibOptions): Uint8Array;
}

interface ProcessLike {
  getBuiltinModule?: (name: string) => unknown;
}

/**
 * Gets `node:zlib` where there is one: on Node, Deno and Bun, at once, without
 * an import that a bundler for browsers would trip over, and without any
 * permission on Deno.
 *
 * @param host Where to look. @default globalThis
 * @returns The module, or null.
 */
export function nativeZlib(host: object = globalThis): NativeZlib | null {
  const { process } = host as { process?: ProcessLike };
  if (typeof process?.getBuiltinModule !== "function") return null;
  const zlib = process.getBuiltinModule("node:zlib") as Partial<NativeZlib> | undefined;
  if (typeof zlib?.gzipSync !== "function" || typeof zlib.gunzipSync !== "function") {
    return null;
  }
  return zlib as NativeZlib;
}
