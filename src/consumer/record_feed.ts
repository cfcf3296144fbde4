/**
 * Where readers take records from: the fetched chunks of all partitions, in
 * turns.
 *
 * @module
 */

import { KafkaError } from "../errors.ts";
import type { Clock } from "../internal/environment.ts";
import type { BatchView } from "../record/batch_reader.ts";
import type { CompressionCodec, CompressionCodecs } from "../record/compression.ts";
import { decodeControlRecord } from "../record/control_record.ts";
import { RecordCursor } from "../record/record_cursor.ts";
import type { DrainMeter } from "./drain_meter.ts";
import type { ChunkFailure, FetchedChunk } from "./fetched_chunk.ts";
import type { Message, MessageContext } from "./message.ts";
import { MessageBatch } from "./message_batch.ts";
import { OpenBatch } from "./open_batch.ts";
import type { Partition } from "./partition.ts";
import { Wakeup } from "./wakeup.ts";

/** Damage in a batch whose header could be read. */
export interface BatchDamage {
  /** The first offset of the batch. */
  readonly offset: number;
  /** The first offset behind it, or `undefined` when the damage hides it. */
  readonly nextOffset: number | undefined;
  /** What is wrong. */
  readonly cause: unknown;
  /** Whether fetching it once more may help. */
  readonly mayMend: boolean;
}

/** What the feed asks of its engine. */
export interface FeedHost {
  /** Whether to check checksums. */
  readonly checkCrcs: boolean;
  /** The most bytes that a batch may decompress to. */
  readonly maxDecompressedBytes: number;
  /** The codecs. */
  readonly codecs: CompressionCodecs;
  /** Time. */
  readonly clock: Clock;
  /** How fast records are taken. */
  readonly drain: DrainMeter;
  /** Who is told of acknowledgements in a partition, if anybody is. */
  acknowledger(partition: Partition): ((offset: number) => void) | undefined;
  /** Takes back credit of a partition. */
  released(partition: Partition, bytes: number): void;
  /** Decides what becomes of a damaged batch: `true` means to step over it; otherwise the partition was rewound or has failed. */
  damaged(partition: Partition, damage: BatchDamage): boolean;
  /** What followed the last batch of a chunk has been reached. */
  reached(partition: Partition, failure: ChunkFailure): void;
}

/**
 * Delivers what was fetched, one chunk of each partition in turn, so that a
 * busy partition keeps none waiting for longer than its chunk lasts.
 *
 * A batch is checked, decompressed and decoded when its turn comes, not before:
 * one batch at a time is in memory decompressed.
 */
export class RecordFeed {
  readonly #host: FeedHost;
  readonly #bell: Wakeup;
  /** The partitions that have something to deliver, the next one first. */
  readonly #turns = new Set<Partition>();
  #current: Partition | undefined;
  #opening: Promise<void> | undefined;

  /** @param host The engine. */
  constructor(host: FeedHost) {
    this.#host = host;
    this.#bell = new Wakeup(host.clock);
  }

  /** Says that there may be something new to take, or to notice. */
  ring(): void {
    this.#bell.ring();
  }

  /**
   * Resolves when {@linkcode RecordFeed.take} may give something, or the end is to be noticed.
   *
   * @returns When to look again.
   */
  wait(): Promise<void> {
    this.#host.drain.stop();
    return this.#bell.sleep();
  }

  /** Resolves when nothing is being decompressed. */
  async idle(): Promise<void> {
    while (this.#opening !== undefined) await this.#opening;
  }

  /**
   * Takes a partition into the turns, if it has something to deliver.
   *
   * @param partition The partition.
   */
  offer(partition: Partition): void {
    if (partition.paused || partition.chunks.length === 0 || this.#current === partition) return;
    this.#turns.add(partition);
    this.#host.drain.start();
    this.#bell.ring();
  }

  /**
   * Takes a partition out of the turns; {@linkcode RecordFeed.offer} brings it back where it was.
   *
   * @param partition The partition.
   */
  withdraw(partition: Partition): void {
    this.#turns.delete(partition);
    if (this.#current === partition) this.#current = undefined;
  }

  /**
   * Takes the next message.
   *
   * @returns The message, or `undefined` when none is at hand.
   */
  take(): Message | undefined {
    for (;;) {
      const partition = this.#current;
      const open = partition?.open ?? this.#advance();
      if (open === undefined) return undefined;
      try {
        const message = open.next();
        if (message !== undefined) return message;
      } catch (cause) {
        this.#damaged(open.batch, cause);
        continue;
      }
      this.#finishBatch();
    }
  }

  /**
   * Takes the next batch, or what is left of the one that was begun.
   *
   * @returns The batch, or `undefined` when none is at hand.
   */
  takeBatch(): MessageBatch | undefined {
    for (;;) {
      const open = this.#current?.open ?? this.#advance();
      if (open === undefined) return undefined;
      const partition = this.#current as Partition;
      const highWatermark = partition.chunks[0].highWatermark;
      let messages: Message[];
      try {
        messages = open.rest();
      } catch (cause) {
        this.#damaged(open.batch, cause);
        continue;
      }
      this.#finishBatch();
      if (messages.length === 0) continue;
      return new MessageBatch({
        topic: partition.topic,
        partition: partition.partition,
        messages,
        leaderEpoch: open.batch.partitionLeaderEpoch,
        highWatermark,
        nextOffset: open.nextOffset,
      });
    }
  }

  /** Finds the next batch that has something to deliver, and opens it. */
  #advance(): OpenBatch | undefined {
    while (this.#opening === undefined) {
      const partition = this.#current ??= this.#nextTurn();
      if (partition === undefined) return undefined;
      if (partition.open !== undefined) return partition.open;
      const chunk = partition.chunks[0];
      const batch = chunk?.peek();
      if (batch !== undefined) {
        this.#openBatch(partition, chunk, batch);
        if (partition.open !== undefined) return partition.open;
      } else {
        this.#endTurn(partition, chunk);
      }
    }
    return undefined;
  }

  #nextTurn(): Partition | undefined {
    for (const partition of this.#turns) {
      this.#turns.delete(partition);
      return partition;
    }
    return undefined;
  }

  /** Ends a partition's turn with the end of its chunk; the next chunk has to wait for the others. */
  #endTurn(partition: Partition, chunk: FetchedChunk | undefined): void {
    this.#current = undefined;
    if (chunk === undefined) return;
    partition.chunks.shift();
    if (chunk.failure !== undefined) this.#host.reached(partition, chunk.failure);
    this.offer(partition);
  }

  #finishBatch(): void {
    const partition = this.#current as Partition;
    partition.open = undefined;
    partition.damagedAt = -1;
    this.#host.released(partition, partition.chunks[0].skip());
  }

  /** Steps over a batch that delivers nothing. */
  #stepOver(partition: Partition, chunk: FetchedChunk, batch: BatchView): void {
    partition.offsets.advance(Number(batch.lastOffset) + 1);
    this.#host.released(partition, chunk.skip());
  }

  /** Opens a batch, or steps over it, or begins to decompress it. */
  #openBatch(partition: Partition, chunk: FetchedChunk, batch: BatchView): void {
    try {
      if (this.#host.checkCrcs && !batch.crcIsValid()) {
        throw new KafkaError("The checksum does not match", { code: "CORRUPT_MESSAGE" });
      }
      const leftOut = chunk.filter?.leavesOut(batch, () => isAbort(batch)) ?? false;
      const before = Number(batch.lastOffset) < partition.offsets.position;
      if (leftOut || batch.isControl || batch.recordCount === 0 || before) {
        this.#stepOver(partition, chunk, batch);
        return;
      }
      if (batch.compression === 0) {
        this.#begin(partition, batch, batch.body);
        return;
      }
      const codec = this.#host.codecs.get(batch.compression);
      const records = codec instanceof Promise
        ? codec.then((loaded) => this.#decompress(loaded, batch))
        : this.#decompress(codec, batch);
      if (records instanceof Promise) this.#opening = this.#openLater(partition, batch, records);
      else this.#begin(partition, batch, records);
    } catch (cause) {
      this.#damaged(batch, cause);
    }
  }

  #decompress(codec: CompressionCodec, batch: BatchView): Uint8Array | Promise<Uint8Array> {
    return codec.decompress(batch.body, {
      maxBytes: this.#host.maxDecompressedBytes,
      magic: batch.magic,
    });
  }

  #begin(partition: Partition, batch: BatchView, records: Uint8Array): void {
    const context: MessageContext = {
      topic: partition.topic,
      partition: partition.partition,
      leaderEpoch: batch.partitionLeaderEpoch,
      timestampType: batch.timestampType,
      records,
      exactTimestamps: undefined,
      acknowledge: this.#host.acknowledger(partition),
    };
    partition.open = new OpenBatch(batch, context, partition.offsets);
  }

  /**
   * Waits for the codec. Meanwhile the partition may be paused, rewound or
   * revoked, whose generation then tells that this batch is no longer wanted.
   */
  async #openLater(
    partition: Partition,
    batch: BatchView,
    records: Promise<Uint8Array>,
  ): Promise<void> {
    const generation = partition.generation;
    try {
      const bytes = await records;
      if (partition.generation === generation) this.#begin(partition, batch, bytes);
    } catch (cause) {
      if (partition.generation === generation) this.#damagedIn(partition, batch, cause);
    } finally {
      this.#opening = undefined;
      this.#bell.ring();
    }
  }

  #damaged(batch: BatchView, cause: unknown): void {
    this.#damagedIn(this.#current as Partition, batch, cause);
  }

  #damagedIn(partition: Partition, batch: BatchView, cause: unknown): void {
    partition.open = undefined;
    const nextOffset = Number(batch.lastOffset) + 1;
    const stepOver = this.#host.damaged(partition, {
      offset: Math.min(Number(batch.baseOffset), nextOffset - 1),
      nextOffset,
      cause,
      mayMend: !(cause instanceof KafkaError && FINAL_CODES.has(cause.code)),
    });
    if (stepOver) this.#stepOver(partition, partition.chunks[0], batch);
    else if (this.#current === partition) this.#current = undefined;
  }
}

function isAbort(batch: BatchView): boolean {
  const marker = new RecordCursor();
  marker.reset(batch, batch.body);
  return marker.next() && decodeControlRecord(marker.key(), marker.value()).type === "abort";
}

/** Failures that fetching the same bytes again cannot mend. */
const FINAL_CODES: ReadonlySet<string> = new Set([
  "RECORD_TOO_LARGE_DECOMPRESSED",
  "UNSUPPORTED_COMPRESSION_TYPE",
]);
