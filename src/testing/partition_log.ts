/**
 * The log of one replica: batches in the order of their offsets, with the
 * index of leader epochs that truncation and fencing need (KIP-101, KIP-320).
 *
 * @module
 */

import type { StoredBatch } from "./stored_batch.ts";

/** A leader epoch and where it ended. */
export interface EpochEnd {
  /** The epoch, or -1 when nothing is known of it. */
  readonly epoch: number;
  /** The offset after its last record, or -1. */
  readonly endOffset: bigint;
}

/** Some batches of a log. */
export interface LogSlice {
  /** The batches' bytes in order; not copies. */
  readonly chunks: Uint8Array[];
  /** How many bytes these are. */
  readonly bytes: number;
  /** The offset after the last record, or where the reading began when there is none. */
  readonly nextOffset: bigint;
}

interface EpochStart {
  readonly epoch: number;
  readonly startOffset: bigint;
}

/** The log of one replica. */
export class PartitionLog {
  /** The batches before `#head` were trimmed. */
  #batches: StoredBatch[] = [];
  #head = 0;
  #epochs: EpochStart[] = [];
  #startOffset: bigint;
  #endOffset: bigint;
  #bytes = 0;

  /** @param startOffset The offset of the first record to come. */
  constructor(startOffset: bigint = 0n) {
    this.#startOffset = startOffset;
    this.#endOffset = startOffset;
  }

  /** The first offset that can be read. */
  get startOffset(): bigint {
    return this.#startOffset;
  }

  /** The offset that the next record gets. */
  get endOffset(): bigint {
    return this.#endOffset;
  }

  /** How many bytes the batches have. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The epoch of the last batch, or -1. */
  get lastEpoch(): number {
    return this.#epochs.length === 0 ? -1 : this.#epochs[this.#epochs.length - 1].epoch;
  }

  /** How many batches there are. */
  get length(): number {
    return this.#batches.length - this.#head;
  }

  /**
   * The batch at an index.
   *
   * @param index From 0 up to, not including, `length`.
   */
  at(index: number): StoredBatch {
    return this.#batches[this.#head + index];
  }

  /** The batches, oldest first. */
  batches(): StoredBatch[] {
    return this.#batches.slice(this.#head);
  }

  /**
   * Adds a batch, whose offsets must come after those that are there.
   *
   * @param batch The batch.
   */
  append(batch: StoredBatch): void {
    this.#batches.push(batch);
    this.#bytes += batch.bytes.length;
    this.#endOffset = batch.lastOffset + 1n;
    this.startEpoch(batch.leaderEpoch, batch.baseOffset);
  }

  /**
   * Notes where a leader epoch starts, unless it is known.
   *
   * @param epoch The epoch.
   * @param startOffset Its first offset.
   */
  startEpoch(epoch: number, startOffset: bigint): void {
    if (epoch > this.lastEpoch) this.#epochs.push({ epoch, startOffset });
  }

  /**
   * Where the batch is that holds an offset, or the first one after it.
   *
   * @param offset The offset.
   * @returns An index, `length` when there is none.
   */
  indexOf(offset: bigint): number {
    let low = this.#head;
    let high = this.#batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#batches[middle].lastOffset < offset) low = middle + 1;
      else high = middle;
    }
    return low - this.#head;
  }

  /**
   * Reads whole batches, from the one that holds `from`.
   *
   * @param from The offset to begin with.
   * @param before Only batches that begin before this offset.
   * @param maxBytes At most so many bytes.
   * @param atLeastOne Whether the first batch is given even when it is larger.
   */
  read(from: bigint, before: bigint, maxBytes: number, atLeastOne: boolean): LogSlice {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    let nextOffset = from;
    for (let at = this.#head + this.indexOf(from); at < this.#batches.length; at++) {
      const batch = this.#batches[at];
      if (batch.baseOffset >= before) break;
      if (bytes + batch.bytes.length > maxBytes && !(atLeastOne && bytes === 0)) break;
      chunks.push(batch.bytes);
      bytes += batch.bytes.length;
      nextOffset = batch.lastOffset + 1n;
    }
    return { chunks, bytes, nextOffset };
  }

  /**
   * How many bytes could be read, counted up to a limit.
   *
   * @param from The offset to begin with.
   * @param before Only batches that begin before this offset.
   * @param enough Where the counting may end.
   */
  available(from: bigint, before: bigint, enough: number): number {
    let bytes = 0;
    for (let at = this.#head + this.indexOf(from); at < this.#batches.length; at++) {
      const batch = this.#batches[at];
      if (batch.baseOffset >= before) break;
      bytes += batch.bytes.length;
      if (bytes >= enough) break;
    }
    return bytes;
  }

  /**
   * Where a leader epoch ended in this log (KIP-101): for an epoch that left no
   * record, where the one before it ended.
   *
   * @param epoch The epoch asked for.
   * @param currentEpoch The leader's own epoch, which ends at the log's end.
   */
  endOfEpoch(epoch: number, currentEpoch: number): EpochEnd {
    if (epoch === currentEpoch || (epoch >= 0 && epoch === this.lastEpoch)) {
      return { epoch, endOffset: this.#endOffset };
    }
    if (epoch < 0 || epoch > this.lastEpoch) return { epoch: -1, endOffset: -1n };
    const next = this.#epochs.findIndex((entry) => entry.epoch > epoch);
    if (next === 0) return { epoch, endOffset: this.#epochs[0].startOffset };
    return { epoch: this.#epochs[next - 1].epoch, endOffset: this.#epochs[next].startOffset };
  }

  /**
   * The epoch of a record.
   *
   * @param offset Its offset.
   */
  epochAt(offset: bigint): number {
    let epoch = -1;
    for (const entry of this.#epochs) if (entry.startOffset <= offset) epoch = entry.epoch;
    return epoch;
  }

  /**
   * Cuts off everything from an offset on.
   *
   * @param offset The new end, unless the log ends before it.
   */
  truncate(offset: bigint): void {
    if (offset >= this.#endOffset) return;
    while (this.length > 0 && this.#batches[this.#batches.length - 1].lastOffset >= offset) {
      this.#bytes -= this.#batches.pop()?.bytes.length ?? 0;
    }
    this.#endOffset = offset;
    this.#startOffset = offset < this.#startOffset ? offset : this.#startOffset;
    this.#epochs = this.#epochs.filter((entry) => entry.startOffset < offset);
  }

  /**
   * Moves the start; batches that end before it are let go.
   *
   * @param offset The first offset that can be read from now on.
   */
  trim(offset: bigint): void {
    if (offset <= this.#startOffset) return;
    this.#startOffset = offset;
    if (offset > this.#endOffset) this.#endOffset = offset;
    while (this.length > 0 && this.#batches[this.#head].lastOffset < offset) {
      this.#bytes -= this.#batches[this.#head].bytes.length;
      this.#head++;
    }
    if (this.#head > 32 && this.#head * 2 > this.#batches.length) {
      this.#batches.splice(0, this.#head);
      this.#head = 0;
    }
    const passed = this.#epochs.filter((entry) => entry.startOffset <= offset);
    const current = passed[passed.length - 1];
    this.#epochs = this.#epochs.filter((entry) => entry.startOffset > offset);
    if (current !== undefined) this.#epochs.unshift({ epoch: current.epoch, startOffset: offset });
  }

  /**
   * Takes batches out and leaves a gap.
   *
   * @param from The first offset that goes.
   * @param to The last offset that goes; a batch goes when any of its records does.
   */
  remove(from: bigint, to: bigint): void {
    const kept = this.batches().filter((batch) => batch.lastOffset < from || batch.baseOffset > to);
    this.#batches = kept;
    this.#head = 0;
    this.#bytes = kept.reduce((sum, batch) => sum + batch.bytes.length, 0);
  }

  /**
   * Puts another batch in the place of one.
   *
   * @param index Which one.
   * @param batch What comes there; it has the same offsets.
   */
  replace(index: number, batch: StoredBatch): void {
    this.#bytes += batch.bytes.length - this.at(index).bytes.length;
    this.#batches[this.#head + index] = batch;
  }
}
