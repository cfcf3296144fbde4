/**
 * Compression of record batches: the codecs, and where they come from.
 *
 * @module
 */

import { KafkaError, ProtocolError } from "../errors.ts";

/** The compressions that Kafka knows. */
export type CompressionName = "none" | "gzip" | "snappy" | "lz4" | "zstd";

/**
 * Who does the work: the runtime's own code at once, its compression streams,
 * this library's TypeScript, or the user's codec.
 */
export type CodecImplementation = "native" | "streams" | "pure" | "custom";

/** How to compress. */
export interface CompressOptions {
  /** The codec's level; one beyond its levels counts as the nearest. @default the codec's own choice */
  level?: number;
}

/** How to decompress. */
export interface DecompressOptions {
  /** The most bytes that may come out; checked while decompressing. */
  maxBytes: number;
  /** The format of the batch, 0 to 2: lz4 differs in format 0. */
  magic: number;
}

/** The levels of a codec: higher is smaller and slower. */
export interface CompressionLevels {
  /** The lowest. */
  readonly min: number;
  /** The highest. */
  readonly max: number;
  /** The one that is taken when none is given. */
  readonly default: number;
}

/** A compression that record batches may use. */
export interface CompressionCodec {
  /** Its name, such as `"gzip"`. */
  readonly name: string;
  /** Its number in a batch's attributes, 0 to 7. */
  readonly id: number;
  /** Who does the work. @default "custom" */
  readonly implementation?: CodecImplementation;
  /** The levels that it knows and the one it takes by itself; a codec without levels has none. */
  readonly levels?: CompressionLevels;
  /**
   * Compresses what some pieces joined hold.
   *
   * @param chunks The pieces.
   * @param options The level.
   * @returns The compressed bytes, at once where possible.
   */
  compress(
    chunks: readonly Uint8Array[],
    options: CompressOptions,
  ): Uint8Array | Promise<Uint8Array>;
  /**
   * Decompresses a batch's body.
   *
   * @param bytes The compressed bytes.
   * @param options The limit, and the batch's format.
   * @returns The decompressed bytes, at once where possible.
   * @throws {KafkaError} With code `"RECORD_TOO_LARGE_DECOMPRESSED"` past the limit.
   * @throws {ProtocolError} Where the bytes are damaged.
   */
  decompress(bytes: Uint8Array, options: DecompressOptions): Uint8Array | Promise<Uint8Array>;
}

/**
 * The error of a batch that decompresses to more than the limit.
 *
 * @param codec The codec's name.
 * @param maxBytes The limit.
 * @returns The error.
 */
export function decompressedTooLarge(codec: string, maxBytes: number): KafkaError {
  return new KafkaError(
    `Cannot decompress ${codec} data: it exceeds the limit of ${maxBytes} bytes`,
    { code: "RECORD_TOO_LARGE_DECOMPRESSED" },
  );
}

/**
 * The error of damaged compressed bytes.
 *
 * @param codec The codec's name.
 * @param why What is wrong.
 * @param details The offset in the compressed bytes, and the cause, where known.
 * @returns The error.
 */
export function corruptCompressedData(
  codec: string,
  why: string,
  details: { offset?: number; cause?: unknown } = {},
): ProtocolError {
  const where = details.offset === undefined ? "" : ` (at byte ${details.offset})`;
  return new ProtocolError(`Cannot decompress ${codec} data: ${why}${where}`, {
    messageName: codec,
    field: "records",
    code: "CORRUPT_MESSAGE",
    ...details,
  });
}

/**
 * Joins pieces, without a copy where there is only one.
 *
 * @param chunks The pieces.
 * @returns All their bytes.
 */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0];
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

/**
 * The level to compress with.
 *
 * @param levels What the codec knows.
 * @param level What was asked for.
 * @returns A level that the codec knows.
 */
export function levelOf(levels: CompressionLevels, level: number | undefined): number {
  return Math.max(levels.min, Math.min(levels.max, Math.round(level ?? levels.default)));
}

const NONE: CompressionCodec = {
  name: "none",
  id: 0,
  implementation: "pure",
  compress: (chunks) => joinChunks(chunks),
  decompress: (bytes) => bytes,
};

const NAMES: readonly CompressionName[] = ["none", "gzip", "snappy", "lz4", "zstd"];

/** Each codec's module is loaded when it is first needed. */
function load(id: number): Promise<CompressionCodec> {
  switch (id) {
    case 1:
      return import("./gzip.ts").then((module) => module.gzipCodec());
    case 2:
      return import("./snappy.ts").then((module) => module.SNAPPY);
    case 3:
      return import("./lz4.ts").then((module) => module.LZ4);
    case 4:
      return import("./zstd.ts").then((module) => module.zstdCodec());
    default:
      return Promise.reject(unsupported(`with id ${id}`));
  }
}

function unsupported(which: string): KafkaError {
  return new KafkaError(`Cannot use the compression codec ${which}: it is not known`, {
    code: "UNSUPPORTED_COMPRESSION_TYPE",
  });
}

/** The codecs of one client: the built-in ones, loaded when first needed, and those of the user. */
export class CompressionCodecs {
  readonly #loaded = new Map<number, CompressionCodec>([[0, NONE]]);
  readonly #loading = new Map<number, Promise<CompressionCodec>>();
  readonly #custom: readonly CompressionCodec[];

  /**
   * Collects the codecs of a client.
   *
   * @param custom Codecs of the user; one with the id of a built-in codec takes its place.
   */
  constructor(custom: readonly CompressionCodec[] = []) {
    for (const codec of custom) {
      if (!Number.isInteger(codec.id) || codec.id < 1 || codec.id > 7) {
        throw new RangeError(
          `Option "codecs" must hold codecs with an id from 1 to 7, not ${codec.id} ("${codec.name}")`,
        );
      }
      this.#loaded.set(codec.id, codec);
    }
    this.#custom = custom;
  }

  /**
   * Gets the codec of a batch.
   *
   * @param id The number in the batch's attributes.
   * @returns The codec, at once when it was loaded before.
   * @throws {KafkaError} With code `"UNSUPPORTED_COMPRESSION_TYPE"` when there is none, as a rejection.
   */
  get(id: number): CompressionCodec | Promise<CompressionCodec> {
    const loaded = this.#loaded.get(id);
    if (loaded !== undefined) return loaded;
    let loading = this.#loading.get(id);
    if (loading === undefined) {
      loading = load(id).then((codec) => {
        this.#loaded.set(id, codec);
        return codec;
      }).finally(() => this.#loading.delete(id));
      this.#loading.set(id, loading);
    }
    return loading;
  }

  /**
   * Gets a codec by its name.
   *
   * @param name Such as `"gzip"`.
   * @returns The codec, at once when it was loaded before.
   * @throws {KafkaError} With code `"UNSUPPORTED_COMPRESSION_TYPE"` when there is none, as a rejection.
   */
  byName(name: string): CompressionCodec | Promise<CompressionCodec> {
    const custom = this.#custom.find((codec) => codec.name === name);
    if (custom !== undefined) return custom;
    const id = (NAMES as readonly string[]).indexOf(name);
    return id < 0 ? Promise.reject(unsupported(`"${name}"`)) : this.get(id);
  }
}
