/**
 * Who hears what has become of a record, and the errors that name failures.
 *
 * @module
 */

import {
  AbortedError,
  AuthenticationError,
  BrokerError,
  ClosedError,
  ConnectionError,
  type Fate,
  KafkaError,
  TimeoutError,
} from "../errors.ts";
import type { RecordMetadata } from "./record.ts";

/** Hears what has become of records; `slot` is whatever number it gave with a record. */
export interface DeliveryTarget {
  /**
   * A record was acknowledged.
   *
   * @param slot The number that came with the record.
   * @param metadata Where it is.
   */
  delivered(
    slot: number,
    topic: string,
    partition: number,
    offset: number | undefined,
    timestamp: number,
  ): void;

  /**
   * A record was not stored, or nobody knows.
   *
   * @param slot The number that came with the record.
   * @param error Why, with the fate; records that fail together share it.
   */
  failed(slot: number, topic: string, partition: number | undefined, error: KafkaError): void;
}

/** Fulfils the promise of one `send`. */
export type SendResolve = (metadata: RecordMetadata) => void;
/** Rejects the promise of one `send`. */
export type SendReject = (error: unknown) => void;

/**
 * Who hears of one record. For `send` these are the two functions of its
 * promise, so that a record costs no object of ours; otherwise a target and its slot.
 */
export type Listener = SendResolve | DeliveryTarget;
/** What goes with a {@linkcode Listener}: the function that rejects, or the slot. */
export type ListenerSlot = SendReject | number;

/** Records that failed together. */
export interface RecordFailure {
  /** The topic. */
  readonly topic: string;
  /** The partition, if one was chosen yet. */
  readonly partition: number | undefined;
  /** How many records. */
  readonly count: number;
  /**
   * Which ones, in the order in which they were given to `sendBatch` or
   * written to the stream, from 0; empty for `flush` and `close` of the producer.
   */
  readonly indexes: readonly number[];
  /** Why, with the fate. */
  readonly error: KafkaError;
}

/** Some records of several were not stored. Code, topic, partition, broker and fate are those of the first failure. */
export class DeliveryError extends KafkaError {
  /** The name of the class. */
  override name = "DeliveryError";
  /** What failed, in the order in which it did. */
  readonly failures: readonly RecordFailure[];
  /** How many records failed, including those too many to be listed. */
  readonly failedRecords: number;

  /**
   * Makes the error that names all failures.
   *
   * @param action What could not be done, to follow "Cannot", such as `flush`.
   * @param failures What failed, at least one.
   * @param failedRecords How many records that is.
   */
  constructor(action: string, failures: readonly RecordFailure[], failedRecords: number) {
    const first = failures[0].error;
    super(
      `Cannot ${action} as ${failedRecords} ${
        failedRecords === 1 ? "record" : "records"
      } failed, first: ${first.message}`,
      {
        cause: first,
        code: first.code,
        retriable: first.retriable,
        topic: first.topic,
        partition: first.partition,
        broker: first.broker,
        fate: combinedFate(failures),
      },
    );
    this.failures = failures;
    this.failedRecords = failedRecords;
  }
}

function combinedFate(failures: readonly RecordFailure[]): Fate | undefined {
  const fate = failures[0].error.fate;
  return failures.every((failure) => failure.error.fate === fate) ? fate : "possibly-persisted";
}

/** How many groups of failures are kept; past that they are only counted. */
const MAX_FAILURES = 1_000;

interface FailureGroup extends RecordFailure {
  count: number;
  readonly indexes: number[];
}

/** Collects failures, those with the same error as one. */
export class FailureList {
  #groups: FailureGroup[] = [];
  #count = 0;

  /** How many records failed. */
  get count(): number {
    return this.#count;
  }

  /**
   * Notes a failure.
   *
   * @param topic The topic.
   * @param partition The partition, if one was chosen.
   * @param error Why.
   * @param index Which record, if that is of interest.
   */
  add(topic: string, partition: number | undefined, error: KafkaError, index?: number): void {
    this.#count++;
    const last = this.#groups[this.#groups.length - 1];
    if (last !== undefined && last.error === error) {
      last.count++;
      if (index !== undefined) last.indexes.push(index);
    } else if (this.#groups.length < MAX_FAILURES || index !== undefined) {
      this.#groups.push({
        topic,
        partition,
        count: 1,
        indexes: index === undefined ? [] : [index],
        error,
      });
    }
  }

  /** A list with the same failures. */
  copy(): FailureList {
    const copy = new FailureList();
    copy.#count = this.#count;
    copy.#groups = this.#groups.map((group) => ({ ...group, indexes: [...group.indexes] }));
    return copy;
  }

  /**
   * Makes the error that names all failures.
   *
   * @param action What could not be done, to follow "Cannot".
   * @returns The error, or `undefined` when nothing failed.
   */
  error(action: string): DeliveryError | undefined {
    if (this.#count === 0) return undefined;
    return new DeliveryError(action, [...this.#groups], this.#count);
  }
}

/** What {@linkcode withFate} adds to an error. */
export interface FateDetails {
  /** What is known of the records. */
  readonly fate: Fate;
  /** The topic. */
  readonly topic: string;
  /** The partition, if one was chosen. */
  readonly partition?: number | undefined;
  /** What stood in the way. */
  readonly cause?: unknown;
}

/**
 * An error like another one, of the same class, for certain records.
 *
 * @param error What happened.
 * @param message What to say, starting with what failed.
 * @param details What to add.
 * @returns The new error.
 */
export function withFate(error: KafkaError, message: string, details: FateDetails): KafkaError {
  const { code, retriable, broker } = error;
  const options = { code, retriable, ...(broker === undefined ? {} : { broker }), ...details };
  if (error instanceof BrokerError) {
    const { errorCode, brokerMessage } = error;
    return new BrokerError(message, {
      ...options,
      errorCode,
      brokerMessage: brokerMessage ?? null,
    });
  }
  for (
    const Class of [TimeoutError, AbortedError, ClosedError, ConnectionError, AuthenticationError]
  ) {
    if (error instanceof Class) return new Class(message, options);
  }
  return new KafkaError(message, options);
}

/**
 * What failed since the last flush. A flush takes what is there and what
 * fails while it waits; flushes that wait at the same time all get it.
 */
export class FailureLog {
  #backlog = new FailureList();
  readonly #takers: FailureList[] = [];

  /** Notes a failure. */
  add(topic: string, partition: number | undefined, error: KafkaError): void {
    if (this.#takers.length === 0) this.#backlog.add(topic, partition, error);
    else for (const list of this.#takers) list.add(topic, partition, error);
  }

  /**
   * Begins to take failures.
   *
   * @returns What to give to `end` or `cancel`.
   */
  begin(): FailureList {
    const list = (this.#takers[0] ?? this.#backlog).copy();
    this.#backlog = new FailureList();
    this.#takers.push(list);
    return list;
  }

  /** Ends a flush, which has told its failures. */
  end(list: FailureList): void {
    const index = this.#takers.indexOf(list);
    if (index >= 0) this.#takers.splice(index, 1);
  }

  /** Ends a flush that was given up: what it took is for the next one. */
  cancel(list: FailureList): void {
    this.end(list);
    if (this.#takers.length === 0) this.#backlog = list;
  }
}
