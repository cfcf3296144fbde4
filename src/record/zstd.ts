/**
 * The zstd codec: the runtime's `node:zlib` where it has zstd, otherwise in TypeScript.
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
import { findFrameEnd, readFrameHeader } from "./zstd/frame_header.ts";

const LEVELS: CompressionLevels = { min: 1, max: 22, default: 3 };
/** The number of the level among the parameters of the native codec. */
const LEVEL_PARAMETER = 100;

type NativeZstd = Required<Pick<NativeZlib, "zstdCompressSync" | "zstdDecompressSync">>;

/**
 * Makes the zstd codec of this runtime. The one in TypeScript is only loaded when it is needed.
 *
 * @param zlib The `node:zlib` to use, null for none. @default that of the runtime
 * @returns The codec.
 */
export async function zstdCodec(
  zlib: NativeZlib | null = nativeZlib(),
): Promise<CompressionCodec> {
  if (
    typeof zlib?.zstdCompressSync === "function" && typeof zlib.zstdDecompressSync === "function"
  ) {
    return native(zlib as NativeZstd);
  }
  const [{ compressZstd }, { decompressZstd }] = await Promise.all([
    import("./zstd/encoder.ts"),
    import("./zstd/decoder.ts"),
  ]);
  return {
    name: "zstd",
    id: 4,
    implementation: "pure",
    levels: LEVELS,
    compress: (chunks, { level }) => compressZstd(joinChunks(chunks), levelOf(LEVELS, level)),
    decompress: (bytes, { maxBytes }) => decompressZstd(bytes, maxBytes),
  };
}

function native(zlib: NativeZstd): CompressionCodec {
  return {
    name: "zstd",
    id: 4,
    implementation: "native",
    levels: LEVELS,
    compress: (chunks, { level }) =>
      plain(zlib.zstdCompressSync(joinChunks(chunks), {
        params: { [LEVEL_PARAMETER]: levelOf(LEVELS, level) },
      })),
    decompress: (bytes, { maxBytes }) => decompress(zlib, bytes, maxBytes),
  };
}

/**
 * The runtimes differ in what they do with a second frame and with one that is
 * cut off, so each frame is given to them by itself, whole.
 */
function decompress(zlib: NativeZstd, bytes: Uint8Array, maxBytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let position = 0;
  while (position < bytes.length) {
    const header = readFrameHeader(bytes, position, bytes.length);
    if ("skipTo" in header) {
      position = header.skipTo;
      continue;
    }
    const room = maxBytes - length;
    if (header.contentSize !== undefined && header.contentSize > room) {
      throw decompressedTooLarge("zstd", maxBytes);
    }
    const end = findFrameEnd(bytes, header);
    let piece: Uint8Array;
    try {
      // The option must be 1 at least, which an empty frame is within.
      piece = zlib.zstdDecompressSync(bytes.subarray(position, end), {
        maxOutputLength: Math.max(room, 1),
      });
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code === "ERR_BUFFER_TOO_LARGE") {
        throw decompressedTooLarge("zstd", maxBytes);
      }
      const reason = error instanceof Error ? error.message : String(error);
      throw corruptCompressedData("zstd", reason, { offset: position, cause: error });
    }
    length += piece.length;
    if (length > maxBytes) throw decompressedTooLarge("zstd", maxBytes);
    pieces.push(plain(piece));
    position = end;
  }
  return joinChunks(pieces);
}

/** A plain Uint8Array over what is a Buffer on Node. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
