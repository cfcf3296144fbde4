/**
 * A batch that is being delivered from.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import type { BatchView } from "../record/batch_reader.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import { Message, type MessageContext } from "./message.ts";
import type { OffsetTracker } from "./offsets.ts";

/** Steps through the records of one batch and notes how far it came. */
export class OpenBatch {
  /** The batch. */
  readonly batch: BatchView;
  /** The offset behind its last record. */
  readonly nextOffset: number;
  readonly #context: MessageContext;
  // One for each batch: a cursor that is kept for the next would keep this answer in memory until then.
  readonly #cursor = new RecordCursor();
  readonly #offsets: OffsetTracker;
  readonly #baseOffset: number;
  /** How many records are left by the header's count; below 0 where it does not say. */
  #left: number;

  /**
   * @param batch The batch.
   * @param context What its messages share; holds the decompressed records.
   * @param offsets What notes how far it came.
   * @throws {ProtocolError} Where the batch says nonsense.
   */
  constructor(batch: BatchView, context: MessageContext, offsets: OffsetTracker) {
    this.batch = batch;
    this.nextOffset = Number(batch.lastOffset) + 1;
    this.#context = context;
    this.#offsets = offsets;
    this.#baseOffset = Number(batch.baseOffset);
    this.#left = batch.recordCount;
    this.#cursor.reset(batch, context.records);
    offsets.enter(batch.partitionLeaderEpoch);
  }

  /**
   * Delivers the next record. Records before the position are stepped over.
   *
   * @returns The message, or `undefined` at the end; the position is then behind the batch.
   * @throws {ProtocolError} Where the bytes are not those of a record.
   */
  next(): Message | undefined {
    const cursor = this.#cursor;
    const offsets = this.#offsets;
    while (this.#left !== 0 && cursor.next()) {
      this.#left--;
      const offset = this.#baseOffset + cursor.offsetDelta;
      if (offset < offsets.position) continue;
      if (offset >= this.nextOffset) throw outside(offset, this.nextOffset);
      const message = new Message(this.#context, offset, cursor);
      // After the last record nothing else of the batch can come, whatever compaction took from its end.
      offsets.advance(this.#left === 0 ? this.nextOffset : offset + 1);
      return message;
    }
    offsets.advance(this.nextOffset);
    return undefined;
  }

  /**
   * Delivers all that is left.
   *
   * @returns The messages.
   * @throws {ProtocolError} Where the bytes are not those of a record; nothing is delivered then.
   */
  rest(): Message[] {
    const { position, leaderEpoch } = this.#offsets;
    const messages: Message[] = [];
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) messages.push(next);
    } catch (error) {
      this.#offsets.reset(position, leaderEpoch);
      throw error;
    }
    return messages;
  }
}

function outside(offset: number, nextOffset: number): ProtocolError {
  return new ProtocolError(
    `Cannot read a record as its offset ${offset} is behind its batch, which ends before ${nextOffset}`,
    { messageName: "Record", field: "offsetDelta", code: "CORRUPT_MESSAGE" },
  );
}
