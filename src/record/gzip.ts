/**
 * The gzip codec: the runtime's `node:zlib` where there is one, at once;
 * otherwise the compression streams of the web platform.
 *
 * @module
 */

import {
  type CompressionCodec,
  type CompressionLevels,
  corruptCompressedData,
  decompressedTooLarge,
  joinChunks,
  levelOf,
} from "./compression.ts";
import { type NativeZlib, nativeZlib } from "./native_zlib.ts";

const LEVELS: CompressionLevels = { min: 1, max: 9, default: 6 };

/**
 * Makes the gzip codec of this runtime.
 *
 * @param zlib The `node:zlib` to use, null for none. @default that of the runtime
 * @returns The codec.
 */
export function gzipCodec(zlib: NativeZlib | null = nativeZlib()): CompressionCodec {
  return zlib === null ? STREAMED : synchronous(zlib);
}

function synchronous(zlib: NativeZlib): CompressionCodec {
  return {
    name: "gzip",
    id: 1,
    implementation: "native",
    levels: LEVELS,
    compress: (chunks, { level }) =>
      plain(zlib.gzipSync(joinChunks(chunks), { level: levelOf(LEVELS, level) })),
    decompress: (bytes, { maxBytes }) => {
      try {
        return plain(zlib.gunzipSync(bytes, { maxOutputLength: Math.max(maxBytes, 1) }));
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code === "ERR_BUFFER_TOO_LARGE") {
          throw decompressedTooLarge("gzip", maxBytes);
        }
        throw corruptCompressedData("gzip", reason(error), { cause: error });
      }
    },
  };
}

const STREAMED: CompressionCodec = {
  name: "gzip",
  id: 1,
  implementation: "native",
  compress: (chunks) => collect(chunks, new CompressionStream("gzip"), Infinity),
  decompress: (bytes, { maxBytes }) => collect([bytes], new DecompressionStream("gzip"), maxBytes),
};

/** Feeds the pieces through a stream and collects what comes out, up to a limit. */
async function collect(
  chunks: readonly Uint8Array[],
  stream: CompressionStream | DecompressionStream,
  maxBytes: number,
): Promise<Uint8Array> {
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
      if (done) break;
      length += value.length;
      if (length > maxBytes) break;
      pieces.push(value);
    }
  } catch (error) {
    await fed;
    throw corruptCompressedData("gzip", reason(error), { cause: error });
  }
  if (length > maxBytes) {
    await reader.cancel().catch(() => {});
    await fed;
    throw decompressedTooLarge("gzip", maxBytes);
  }
  await fed;
  return joinChunks(pieces);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A plain Uint8Array over what is a Buffer on Node. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
