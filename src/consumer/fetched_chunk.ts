/**
 * What one answer held of one partition, as it waits to be read.
 *
 * @module
 */

import { KafkaError } from "../errors.ts";
import { type BatchView, walkBatches } from "../record/batch_reader.ts";
import { type AbortedTransaction, AbortedTransactionFilter } from "./aborted_transactions.ts";

/** What an answer said of one partition, as far as reading its records goes. */
export interface FetchedRecords {
  /** The records. */
  readonly bytes: Uint8Array;
  /** The offset that was asked for. */
  readonly fetchOffset: number;
  /** The aborted transactions in it; `undefined` when everything is to be read. */
  readonly aborted: readonly AbortedTransaction[] | undefined;
  /** The offset up to which the partition is replicated. */
  readonly highWatermark: number;
}

/** Why the batches of a chunk end before its bytes do, or why there are none. */
export type ChunkFailure =
  /** The bytes are damaged at this offset, or the broker says so. */
  | { readonly kind: "damaged"; readonly offset: number; readonly cause: unknown }
  /** The offset that was asked for is not in the log. */
  | { readonly kind: "out-of-range"; readonly offset: number; readonly error: KafkaError }
  /** No retry can mend it. */
  | { readonly kind: "fatal"; readonly error: KafkaError };

/**
 * The batches of one partition in one answer. Only their headers are looked at
 * when it is made, so that the next fetch can be sent at once.
 */
export class FetchedChunk {
  /** What follows the last batch; `undefined` when the chunk simply ends. */
  readonly failure: ChunkFailure | undefined;
  /** The offset behind the last batch; the fetch offset when there is none. */
  readonly nextOffset: number;
  /** The leader epoch of the last batch, or -1. */
  readonly lastEpoch: number;
  /** The offset up to which the partition was replicated. */
  readonly highWatermark: number;
  /** Leaves out what was aborted; `undefined` when everything is read. */
  readonly filter: AbortedTransactionFilter | undefined;
  #batches: readonly BatchView[];
  #index = 0;
  #credit: number;

  /**
   * @param fetched What the answer said.
   * @param failure What follows the batches besides damage that is found here.
   */
  constructor(fetched: FetchedRecords, failure?: ChunkFailure) {
    const batches: BatchView[] = [];
    let found = failure;
    let nextOffset = fetched.fetchOffset;
    let lastEpoch = -1;
    try {
      for (const batch of walkBatches(fetched.bytes)) {
        if (batch.lastOffset >= BigInt(Number.MAX_SAFE_INTEGER)) {
          found = { kind: "fatal", error: offsetTooLarge(batch.lastOffset) };
          break;
        }
        const next = Number(batch.lastOffset) + 1;
        // Offsets only grow. A header that says otherwise would send the next fetch back, for ever.
        if (batch.lastOffset < batch.baseOffset || (batches.length > 0 && next <= nextOffset)) {
          const cause = new KafkaError(
            `Cannot read a record batch: its last offset ${batch.lastOffset} does not follow offset ${
              nextOffset - 1
            }`,
            { code: "CORRUPT_MESSAGE" },
          );
          found = { kind: "damaged", offset: nextOffset, cause };
          break;
        }
        batches.push(batch);
        nextOffset = Math.max(nextOffset, next);
        lastEpoch = batch.partitionLeaderEpoch;
      }
    } catch (cause) {
      found = { kind: "damaged", offset: nextOffset, cause };
    }
    this.#batches = batches;
    this.#credit = batches.reduce((sum, batch) => sum + batch.bytes.length, 0);
    this.failure = found;
    this.nextOffset = nextOffset;
    this.lastEpoch = lastEpoch;
    this.highWatermark = fetched.highWatermark;
    this.filter = fetched.aborted === undefined
      ? undefined
      : new AbortedTransactionFilter(fetched.aborted);
  }

  /** Whether there is neither a batch nor a failure. */
  get empty(): boolean {
    return this.#batches.length === 0 && this.failure === undefined;
  }

  /** How many bytes of the consumer's credit it holds. */
  get credit(): number {
    return this.#credit;
  }

  /** How many batches are left. */
  get remaining(): number {
    return this.#batches.length - this.#index;
  }

  /** The batch that is next, without going on. */
  peek(): BatchView | undefined {
    return this.#batches[this.#index];
  }

  /**
   * Moves what is left to a buffer of its own, where the whole answer would be kept in memory for
   * the sake of a small part of it.
   *
   * @returns Whether it was moved: batches taken out before are then views of the old buffer.
   */
  detach(): boolean {
    const first = this.#batches[this.#index];
    if (first === undefined || first.bytes.buffer.byteLength <= 2 * this.#credit) return false;
    const bytes = new Uint8Array(this.#credit);
    let length = 0;
    for (const batch of this.#batches.slice(this.#index)) {
      bytes.set(batch.bytes, length);
      length += batch.bytes.length;
    }
    this.#batches = [...walkBatches(bytes)];
    this.#index = 0;
    return true;
  }

  /**
   * Goes on behind the batch that is next.
   *
   * @returns The credit that is free with it.
   */
  skip(): number {
    const bytes = this.#batches[this.#index++].bytes.length;
    this.#credit -= bytes;
    return bytes;
  }
}

function offsetTooLarge(offset: bigint): KafkaError {
  return new KafkaError(
    `Cannot read on as the offset ${offset} is past 2^53 - 1, which a number cannot hold`,
    { code: "OFFSET_TOO_LARGE" },
  );
}
