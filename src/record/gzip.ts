/**
 * The gzip codec: the runtime's `node:zlib` where there is one, at once;
 * otherwise the compression streams of the web platform; otherwise in TypeScript.
 *
 * @module
 */

import {
  type CompressionCodec,
  type CompressionLevels,
  decompressedTooLarge,
  joinChunks,
  levelOf,
} from "./compression.ts";
import { type NativeZlib, nativeZlib } from "./native_zlib.ts";

const LEVELS: CompressionLevels = { min: 1, max: 9, default: 6 };

/** Which implementations of gzip there are. */
export type GzipImplementation = "native" | "streams" | "pure";

/**
 * Makes the gzip codec of this runtime.
 *
 * @param implementation Which one to use. @default the first of `"native"`, `"streams"` and `"pure"` that this runtime has
 * @returns The codec.
 */
export function gzipCodec(
  implementation: GzipImplementation = chooseImplementation(),
): CompressionCodec {
  const zlib = implementation === "native" ? nativeZlib() : null;
  if (zlib !== null) return native(zlib);
  return implementation === "pure" ? PURE : STREAMS;
}

function chooseImplementation(): GzipImplementation {
  if (nativeZlib() !== null) return "native";
  const hasStreams = typeof CompressionStream === "function" &&
    typeof DecompressionStream === "function";
  return hasStreams ? "streams" : "pure";
}

const PURE: CompressionCodec = {
  name: "gzip",
  id: 1,
  implementation: "pure",
  levels: LEVELS,
  compress: async (chunks, { level }) => {
    const { gzip } = await import("./deflate/gzip_writer.ts");
    return gzip(joinChunks(chunks), levelOf(LEVELS, level));
  },
  decompress: (bytes, { maxBytes }) => gunzipInTypeScript(bytes, maxBytes),
};

/**
 * The decompression in TypeScript has the last word on what the platform's
 * refuses: they differ on reserved flags, on several members and on what
 * follows the last, where it does as Java does.
 */
async function gunzipInTypeScript(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const { gunzip } = await import("./deflate/gzip_reader.ts");
  return gunzip(bytes, maxBytes);
}

function native(zlib: NativeZlib): CompressionCodec {
  return {
    name: "gzip",
    id: 1,
    implementation: "native",
    levels: LEVELS,
    compress: (chunks, { level }) =>
      plain(zlib.gzipSync(joinChunks(chunks), { level: levelOf(LEVELS, level) })),
    decompress: (bytes, { maxBytes }) => {
      try {
        // The option must be 1 at least.
        const plainBytes = plain(
          zlib.gunzipSync(bytes, { maxOutputLength: Math.max(maxBytes, 1) }),
        );
        if (plainBytes.length <= maxBytes) return plainBytes;
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code !== "ERR_BUFFER_TOO_LARGE") {
          return gunzipInTypeScript(bytes, maxBytes);
        }
      }
      throw decompressedTooLarge("gzip", maxBytes);
    },
  };
}

const STREAMS: CompressionCodec = {
  name: "gzip",
  id: 1,
  implementation: "streams",
  // A compression stream has no levels.
  compress: async (chunks) => (await collect(chunks, new CompressionStream("gzip"), Infinity))!,
  decompress: async (bytes, { maxBytes }) => {
    try {
      const whole = await collect([bytes], new DecompressionStream("gzip"), maxBytes);
      if (whole !== undefined) return whole;
    } catch {
      return gunzipInTypeScript(bytes, maxBytes);
    }
    throw decompressedTooLarge("gzip", maxBytes);
  },
};

/** Feeds the pieces through a stream and collects what comes out; `undefined` past the limit. */
async function collect(
  chunks: readonly Uint8Array[],
  stream: CompressionStream | DecompressionStream,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const writer = stream.writable.getWriter();
  const feed = async () => {
    for (const chunk of chunks) await writer.write(chunk as Uint8Array<ArrayBuffer>);
    await writer.close();
  };
  // What it fails with, the reader sees too.
  const fed = feed().catch(() => {});
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) return joinChunks(pieces);
      length += value.length;
      if (length > maxBytes) return undefined;
      pieces.push(value);
    }
  } finally {
    await reader.cancel().catch(() => {});
    await fed;
  }
}

/** A plain Uint8Array over what is a Buffer on Node. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
