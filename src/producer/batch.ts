/**
 * One batch of records on its way to one partition.
 *
 * @module
 */

import type { KafkaError } from "../errors.ts";
import { BATCH_HEADER_BYTES, encodeBatchHeader } from "../record/batch_header.ts";
import type { BufferPool } from "../record/buffer_pool.ts";
import { crc32c } from "../record/crc32c.ts";
import type { RecordHeaderInput } from "../record/headers.ts";
import { RecordBatchBuilder } from "../record/record_batch_builder.ts";
import type { ByteBudget } from "./budget.ts";
import type { Listener, ListenerSlot, SendReject } from "./delivery.ts";
import type { Generation } from "./generation.ts";
import type { ProducerIdentity } from "./idempotence.ts";
import type { RecordContent } from "./record.ts";

/**
 * Where a batch is.
 *
 * - `"filling"`: records are added.
 * - `"preparing"`: sealed; it is being compressed, or taken apart and encoded anew.
 * - `"ready"`: it can be sent.
 * - `"open"`: a request with it is under way.
 * - `"waiting"`: it was sent, and will be sent again.
 * - `"settled"`: every record of it was acknowledged or has failed.
 */
export type BatchState = "filling" | "preparing" | "ready" | "open" | "waiting" | "settled";

const TRANSITIONS: { readonly [State in BatchState]: readonly BatchState[] } = {
  filling: ["preparing", "settled"],
  preparing: ["ready", "waiting", "settled"],
  ready: ["open", "preparing", "settled"],
  open: ["waiting", "settled"],
  waiting: ["open", "ready", "preparing", "settled"],
  settled: [],
};

/** Records that are encoded already. */
export interface EncodedRecords {
  /** The encoded records. */
  readonly records: Uint8Array;
  /** How many there are. */
  readonly count: number;
  /** The timestamp of the first, in ms. */
  readonly baseTimestamp: number;
  /** The largest timestamp, in ms. */
  readonly maxTimestamp: number;
}

/** What a batch needs to know of the place that it goes to. */
export interface BatchPlace {
  /** The topic. */
  readonly topic: string;
  /** The partition. */
  readonly partition: number;
}

/** What a batch takes from its producer. */
export interface BatchResources {
  /** Counts what it holds. */
  readonly budget: ByteBudget;
  /** Where its buffer comes from. */
  readonly pool: BufferPool;
}

/** One batch of records on its way to one partition. */
export class ProduceBatch {
  /** Where it goes. */
  readonly place: BatchPlace;
  /** Which flush waits for it. */
  readonly generation: Generation;
  /** When its first record was given to the producer, on the monotonic clock. */
  readonly since: number;
  /** When its first record must have been settled, on the monotonic clock. */
  readonly deadline: number;
  /** The identity under which it was first sent; kept for ever, unless it is proven not to be in the log. */
  identity: ProducerIdentity | undefined;
  /** The sequence of its first record under that identity, or -1. */
  sequence = -1;
  /** Counts requests: an answer to an older one than the last is void. */
  attempt = 0;
  /** Whether it was sent under its present sequence. */
  wasSent = false;
  /** Whether some request with it may have stored it, as far as is known. */
  ambiguous = false;
  /** Whether a broker said that it stored it, only not at enough replicas. */
  stored = false;
  /** Whether the leader, asked with its own sequence, proved that it does not have it. */
  refused = false;

  readonly #resources: BatchResources;
  #state: BatchState = "filling";
  #builder: RecordBatchBuilder | undefined;
  #body: Uint8Array | undefined;
  #bodyCrc = 0;
  #compression = 0;
  #count = 0;
  #baseTimestamp = 0;
  #maxTimestamp = 0;
  #charged = 0;
  #writes = 0;
  #listeners: Listener[] = [];
  #slots: ListenerSlot[] = [];
  #timestamps: number[] = [];

  /**
   * @param place Where it goes.
   * @param resources What it takes memory from.
   * @param generation Which flush waits for it.
   * @param since When its first record was given to the producer.
   * @param deadline When its first record must have been settled.
   */
  constructor(
    place: BatchPlace,
    resources: BatchResources,
    generation: Generation,
    since: number,
    deadline: number,
  ) {
    this.place = place;
    this.generation = generation;
    this.since = since;
    this.deadline = deadline;
    this.#resources = resources;
    this.#builder = new RecordBatchBuilder({ pool: resources.pool });
  }

  /** Where it is. */
  get state(): BatchState {
    return this.#state;
  }

  /** How many records it has. */
  get count(): number {
    return this.#builder === undefined ? this.#count : this.#builder.count;
  }

  /** The size on the wire, or so far, with its header. */
  get byteLength(): number {
    return BATCH_HEADER_BYTES + (this.#body?.length ?? this.#builder?.byteLength ?? 0);
  }

  /** The records while they are not compressed. */
  get raw(): EncodedRecords | undefined {
    if (this.#compression !== 0 || this.#state === "settled") return undefined;
    const records = this.#body ?? this.#builder?.records();
    if (records === undefined) return undefined;
    return {
      records,
      count: this.count,
      baseTimestamp: this.#builder?.baseTimestamp ?? this.#baseTimestamp,
      maxTimestamp: this.#builder?.maxTimestamp ?? this.#maxTimestamp,
    };
  }

  /** What is on the wire, compressed or not. */
  get body(): EncodedRecords & { readonly compression: number } {
    return {
      records: this.#body ?? new Uint8Array(0),
      count: this.count,
      baseTimestamp: this.#builder?.baseTimestamp ?? this.#baseTimestamp,
      maxTimestamp: this.#builder?.maxTimestamp ?? this.#maxTimestamp,
      compression: this.#compression,
    };
  }

  /** Who hears of its records, for a sink that drops its own. */
  get listeners(): readonly Listener[] {
    return this.#listeners;
  }

  /**
   * How many bytes the budget must have for another record, found without adding it.
   *
   * @param estimate The record's size at most.
   */
  growth(estimate: number): number {
    const builder = this.#builder!;
    const needed = builder.byteLength + estimate;
    if (needed <= builder.capacity) return 0;
    return bufferSize(Math.max(needed, 2 * builder.capacity)) - builder.capacity;
  }

  /** The size of the records so far. */
  get encodedBytes(): number {
    return this.#builder?.byteLength ?? 0;
  }

  /**
   * Adds a record; its bytes are copied.
   *
   * @returns The size of the record.
   */
  append(
    timestamp: number,
    key: RecordContent,
    value: RecordContent,
    headers: readonly RecordHeaderInput[] | undefined,
    listener: Listener,
    slot: ListenerSlot,
  ): number {
    const builder = this.#builder!;
    const before = builder.capacity;
    const size = builder.append(timestamp, key, value, headers);
    if (builder.capacity !== before) this.#charge(builder.capacity);
    this.#listeners.push(listener);
    this.#slots.push(slot);
    this.#timestamps.push(timestamp);
    return size;
  }

  /**
   * Goes to another state; `settled` is reached by settling alone.
   *
   * @param to Where to.
   * @throws {Error} Where the table has no such transition.
   */
  transition(to: Exclude<BatchState, "settled">): void {
    this.#transition(to);
  }

  /** Nothing can be added any more; what remains is to prepare its body. */
  seal(): void {
    this.#transition("preparing");
  }

  /**
   * Takes the body that goes over the wire. Without compression that is the
   * buffer itself; otherwise the buffer goes back to the pool.
   *
   * @param compressed The compressed body and the codec's id, or `undefined` for none.
   */
  prepared(compressed: { readonly bytes: Uint8Array; readonly id: number } | undefined): void {
    const builder = this.#builder;
    if (builder !== undefined) {
      this.#count = builder.count;
      this.#baseTimestamp = builder.baseTimestamp;
      this.#maxTimestamp = builder.maxTimestamp;
    }
    if (compressed === undefined) {
      this.#body ??= builder!.records();
    } else {
      this.#body = compressed.bytes;
      this.#compression = compressed.id;
      this.#builder = undefined;
      builder?.release();
      this.#charge(compressed.bytes.length);
    }
    this.#bodyCrc = crc32c(this.#body);
    this.#transition(this.wasSent ? "waiting" : "ready");
  }

  /**
   * Encodes the batch for one request. Its header is made anew each time; the
   * body is the same bytes always, which the header's checksum is combined from.
   *
   * @returns The header and the body.
   */
  encode(): readonly Uint8Array[] {
    const body = this.#body!;
    const header = encodeBatchHeader(
      {
        compression: this.#compression,
        lastOffsetDelta: this.#count - 1,
        baseTimestamp: this.#baseTimestamp,
        maxTimestamp: this.#maxTimestamp,
        producerId: this.identity?.producerId ?? -1n,
        producerEpoch: this.identity?.epoch ?? -1,
        baseSequence: this.sequence,
        recordCount: this.#count,
      },
      body,
      this.#bodyCrc,
    );
    return [header, body];
  }

  /** Notes that a write refers to the body. */
  writeBegan(): void {
    this.#writes++;
  }

  /** Notes that a write no longer refers to the body. */
  writeEnded(): void {
    this.#writes--;
    this.#releaseIfDone();
  }

  /**
   * Every record was acknowledged.
   *
   * @param baseOffset The first record's offset, if it is known.
   * @param appendTime The timestamp that the broker gave to all of them, or -1.
   */
  deliver(baseOffset: number | undefined, appendTime: number): void {
    const { topic, partition } = this.place;
    const listeners = this.#listeners;
    const slots = this.#slots;
    const timestamps = this.#timestamps;
    this.#settle();
    for (let index = 0; index < listeners.length; index++) {
      const listener = listeners[index];
      const offset = baseOffset === undefined ? undefined : baseOffset + index;
      const timestamp = appendTime >= 0 ? appendTime : timestamps[index];
      if (typeof listener === "function") listener({ topic, partition, offset, timestamp });
      else listener.delivered(slots[index] as number, topic, partition, offset, timestamp);
    }
    this.generation.settled(listeners.length);
  }

  /**
   * Every record failed.
   *
   * @param error Why, with the fate.
   * @param report Hears of each record besides its own listener.
   */
  fail(error: KafkaError, report: (error: KafkaError) => void): void {
    const listeners = this.#listeners;
    const slots = this.#slots;
    this.#settle();
    for (let index = 0; index < listeners.length; index++) {
      report(error);
      this.#failOne(listeners[index], slots[index], error);
    }
    this.generation.settled(listeners.length);
  }

  /**
   * Lets some records fail and forgets them; the rest is to be encoded anew.
   *
   * @param errors The errors by index, `undefined` for those that stay.
   * @param report Hears of each failed record besides its own listener.
   */
  failSome(
    errors: readonly (KafkaError | undefined)[],
    report: (error: KafkaError) => void,
  ): void {
    const listeners = this.#listeners;
    const slots = this.#slots;
    const timestamps = this.#timestamps;
    this.#listeners = [];
    this.#slots = [];
    this.#timestamps = [];
    let failed = 0;
    for (let index = 0; index < listeners.length; index++) {
      const error = errors[index];
      if (error !== undefined) {
        failed++;
        report(error);
        this.#failOne(listeners[index], slots[index], error);
      } else {
        this.#listeners.push(listeners[index]);
        this.#slots.push(slots[index]);
        this.#timestamps.push(timestamps[index]);
      }
    }
    this.generation.settled(failed);
  }

  /**
   * Takes other records in place of its own, encoded and not compressed, with
   * as many listeners as it has now. It must be `"preparing"`.
   *
   * @param encoded The records.
   */
  replace(encoded: EncodedRecords): void {
    const builder = this.#builder;
    this.#builder = undefined;
    // A write may still refer to the old body; the garbage collector waits for it, the pool would not.
    if (this.#writes === 0) builder?.release();
    this.#body = encoded.records;
    this.#compression = 0;
    this.#count = encoded.count;
    this.#baseTimestamp = encoded.baseTimestamp;
    this.#maxTimestamp = encoded.maxTimestamp;
    this.#charge(encoded.records.length);
  }

  /**
   * Makes two batches of this one, which is then empty and settled. They are
   * `"preparing"`, keep identity and sequences, and are not compressed.
   *
   * @param halves The records of both.
   * @param next The sequence that follows some records.
   * @returns Both.
   */
  divide(
    halves: readonly [EncodedRecords, EncodedRecords],
    next: (sequence: number, count: number) => number,
  ): [ProduceBatch, ProduceBatch] {
    let from = 0;
    let sequence = this.sequence;
    const parts = halves.map((half) => {
      const part = new ProduceBatch(
        this.place,
        this.#resources,
        this.generation,
        this.since,
        this.deadline,
      );
      part.identity = this.identity;
      part.attempt = this.attempt;
      part.wasSent = this.wasSent;
      part.ambiguous = this.ambiguous;
      part.stored = this.stored;
      part.#listeners = this.#listeners.slice(from, from + half.count);
      part.#slots = this.#slots.slice(from, from + half.count);
      part.#timestamps = this.#timestamps.slice(from, from + half.count);
      part.#transition("preparing");
      // A copy: the buffer of this batch goes back to the pool.
      part.replace({ ...half, records: new Uint8Array(half.records) });
      part.sequence = sequence;
      if (sequence >= 0) sequence = next(sequence, half.count);
      from += half.count;
      return part;
    });
    this.#settle();
    return parts as [ProduceBatch, ProduceBatch];
  }

  #failOne(listener: Listener, slot: ListenerSlot, error: KafkaError): void {
    if (typeof listener === "function") (slot as SendReject)(error);
    else listener.failed(slot as number, this.place.topic, this.place.partition, error);
  }

  #settle(): void {
    this.#transition("settled");
    this.#listeners = [];
    this.#slots = [];
    this.#timestamps = [];
    this.#releaseIfDone();
  }

  #releaseIfDone(): void {
    if (this.#state !== "settled" || this.#writes > 0) return;
    this.#builder?.release();
    this.#builder = undefined;
    this.#body = undefined;
    this.#charge(0);
  }

  #charge(bytes: number): void {
    const before = this.#charged;
    this.#charged = bytes;
    if (bytes > before) this.#resources.budget.take(bytes - before);
    else if (bytes < before) this.#resources.budget.give(before - bytes);
  }

  #transition(to: BatchState): void {
    if (!TRANSITIONS[this.#state].includes(to)) {
      throw new Error(`Illegal transition of a batch from "${this.#state}" to "${to}"`);
    }
    this.#state = to;
  }
}

/**
 * The size of the buffer that some bytes are put into.
 *
 * @param bytes How many bytes.
 * @returns A power of two from 2 KiB.
 */
export function bufferSize(bytes: number): number {
  return bytes <= 2_048 ? 2_048 : 2 ** Math.ceil(Math.log2(bytes));
}
