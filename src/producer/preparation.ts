/**
 * What happens to the bytes of a sealed batch: compression, halving, and
 * leaving records out. At once where the codec can, later otherwise.
 *
 * @module
 */

import { KafkaError } from "../errors.ts";
import { encodeBatchHeader } from "../record/batch_header.ts";
import { walkBatches } from "../record/batch_reader.ts";
import {
  type CompressionCodec,
  type CompressionCodecs,
  joinChunks,
} from "../record/compression.ts";
import { RecordBatchBuilder } from "../record/record_batch_builder.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import { splitRecords } from "../record/split_records.ts";
import type { EncodedRecords, ProduceBatch } from "./batch.ts";

/** Compresses and takes apart the batches of one producer. */
export class Preparation {
  readonly #codecs: CompressionCodecs;
  readonly #name: string;
  readonly #level: number | undefined;

  /**
   * @param codecs The client's codecs.
   * @param choice The codec and its level.
   */
  constructor(
    codecs: CompressionCodecs,
    choice: { readonly codec: string; readonly level: number | undefined },
  ) {
    this.#codecs = codecs;
    this.#name = choice.codec;
    this.#level = choice.level;
  }

  /**
   * Makes the body of a sealed batch, which is then ready unless it was settled meanwhile.
   *
   * @param batch The batch, `"preparing"`.
   * @returns Nothing when it is done, or a promise that rejects when the codec fails.
   */
  prepare(batch: ProduceBatch): void | Promise<void> {
    if (this.#name === "none") return batch.prepared(undefined);
    const codec = this.#codecs.byName(this.#name);
    if (codec instanceof Promise) return codec.then((loaded) => this.#compress(batch, loaded));
    return this.#compress(batch, codec);
  }

  /**
   * Gets the records of a batch as they were before compression.
   *
   * @param batch The batch.
   * @returns The records, at once where possible.
   */
  records(batch: ProduceBatch): EncodedRecords | Promise<EncodedRecords> {
    if (batch.raw !== undefined) return batch.raw;
    const body = batch.body;
    const codec = this.#codecs.get(body.compression);
    const decompress = (loaded: CompressionCodec) =>
      loaded.decompress(body.records, { maxBytes: 2 ** 31, magic: 2 });
    const records = codec instanceof Promise ? codec.then(decompress) : decompress(codec);
    return records instanceof Promise
      ? records.then((bytes) => ({ ...body, records: bytes }))
      : { ...body, records };
  }

  #compress(batch: ProduceBatch, codec: CompressionCodec): void | Promise<void> {
    const raw = batch.raw;
    if (raw === undefined) return;
    let result: Uint8Array | Promise<Uint8Array>;
    try {
      result = codec.compress([raw.records], { level: this.#level });
    } catch (error) {
      return Promise.reject(compressionFailed(codec, error));
    }
    if (!(result instanceof Promise)) return batch.prepared({ bytes: result, id: codec.id });
    return result.then((bytes) => {
      if (batch.state === "preparing") batch.prepared({ bytes, id: codec.id });
    }, (error: unknown) => {
      throw compressionFailed(codec, error);
    });
  }
}

function compressionFailed(codec: CompressionCodec, cause: unknown): KafkaError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new KafkaError(`Cannot compress with ${codec.name}: ${reason}`, {
    code: "COMPRESSION_FAILED",
    cause,
  });
}

/**
 * Halves the records of a batch.
 *
 * @param records The records, two or more.
 * @returns Both halves.
 */
export function halve(records: EncodedRecords): [EncodedRecords, EncodedRecords] {
  return splitRecords(records.records, records.count, records.baseTimestamp);
}

/**
 * Encodes records anew without some of them.
 *
 * @param encoded The records.
 * @param keep Whether to keep the record with this index.
 * @returns The rest.
 */
export function keepRecords(
  encoded: EncodedRecords,
  keep: (index: number) => boolean,
): EncodedRecords {
  const header = encodeBatchHeader(
    {
      lastOffsetDelta: encoded.count - 1,
      baseTimestamp: encoded.baseTimestamp,
      maxTimestamp: encoded.maxTimestamp,
      recordCount: encoded.count,
    },
    encoded.records,
  );
  const builder = new RecordBatchBuilder({ initialCapacity: encoded.records.length });
  const cursor = new RecordCursor();
  for (const batch of walkBatches(joinChunks([header, encoded.records]))) {
    cursor.reset(batch, batch.body);
    for (let index = 0; cursor.next(); index++) {
      if (!keep(index)) continue;
      const timestamp = encoded.baseTimestamp + cursor.timestampDelta;
      builder.append(timestamp, cursor.key(), cursor.value(), cursor.headers());
    }
  }
  return {
    records: builder.records(),
    count: builder.count,
    baseTimestamp: builder.baseTimestamp,
    maxTimestamp: builder.maxTimestamp,
  };
}
