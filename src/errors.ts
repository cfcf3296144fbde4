/**
 * The errors that the library throws or rejects with.
 *
 * A mistake in an argument is a `TypeError` or a `RangeError`; everything else
 * is a {@linkcode KafkaError} or one of its subclasses. There is no class per
 * Kafka error code: branch on {@linkcode KafkaError.code}.
 *
 * @module
 */

/**
 * What is known about a record whose send failed.
 *
 * - `"not-persisted"`: it is certainly not in the log; sending it again cannot duplicate it.
 * - `"possibly-persisted"`: a request with it went out and no answer settled what became of it.
 * - `"persisted"`: it is in the log, only its acknowledgement is incomplete.
 */
export type Fate = "not-persisted" | "possibly-persisted" | "persisted";

/** What a {@linkcode KafkaError} may carry. */
export interface KafkaErrorOptions {
  /** The underlying error. */
  cause?: unknown;
  /** A stable name to branch on: a Kafka error name such as `"NOT_LEADER_OR_FOLLOWER"`, or one of the library's own. */
  code?: string;
  /** Whether the same operation may succeed when it is tried again. */
  retriable?: boolean;
  /** The topic that was concerned. */
  topic?: string;
  /** The partition that was concerned. */
  partition?: number;
  /** The broker that was concerned, as `host:port (id N)` or `host:port`. */
  broker?: string;
  /** What is known about the record, for errors of sends. */
  fate?: Fate;
}

/** The base of all errors that are not argument mistakes. */
export class KafkaError extends Error {
  /** The name of the class. */
  override name = "KafkaError";
  /** A stable name to branch on, such as `"NOT_LEADER_OR_FOLLOWER"` or `"CONNECTION_CLOSED"`. */
  readonly code: string;
  /** Whether the same operation may succeed when it is tried again. */
  readonly retriable: boolean;
  /** The topic that was concerned, if it was one. */
  readonly topic: string | undefined;
  /** The partition that was concerned, if it was one. */
  readonly partition: number | undefined;
  /** The broker that was concerned, if it was one. */
  readonly broker: string | undefined;
  /** What is known about the record, where a send failed. */
  readonly fate: Fate | undefined;

  /**
   * Makes an error.
   *
   * @param message What failed, and why.
   * @param options The details.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code ?? "KAFKA_ERROR";
    this.retriable = options.retriable ?? false;
    this.topic = options.topic;
    this.partition = options.partition;
    this.broker = options.broker;
    this.fate = options.fate;
  }
}

/** A connection could not be opened, or ended while something depended on it. */
export class ConnectionError extends KafkaError {
  /** The name of the class. */
  override name = "ConnectionError";

  /**
   * Makes an error.
   *
   * @param message What failed, and why.
   * @param options The details; retriable unless said otherwise.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "CONNECTION_FAILED", retriable: true, ...options });
  }
}

/** Something took longer than its limit. */
export class TimeoutError extends KafkaError {
  /** The name of the class. */
  override name = "TimeoutError";

  /**
   * Makes an error.
   *
   * @param message What failed, and the limit.
   * @param options The details; retriable unless said otherwise.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "TIMEOUT", retriable: true, ...options });
  }
}

/** Where bytes did not follow the protocol. */
export interface ProtocolErrorOptions extends KafkaErrorOptions {
  /** The message, such as `"MetadataResponse"`. */
  messageName?: string;
  /** Its version. */
  version?: number;
  /** The path of the field, such as `"topics.partitions.leaderId"`. */
  field?: string;
  /** The offset in bytes from the start of the message's body. */
  offset?: number;
}

/** Bytes that do not follow the protocol, or a value that the negotiated version cannot carry. */
export class ProtocolError extends KafkaError {
  /** The name of the class. */
  override name = "ProtocolError";
  /** The message, such as `"MetadataResponse"`. */
  readonly messageName: string | undefined;
  /** The version of the message. */
  readonly version: number | undefined;
  /** The path of the field. */
  readonly field: string | undefined;
  /** The offset in bytes from the start of the message's body. */
  readonly offset: number | undefined;

  /**
   * Makes an error.
   *
   * @param message What failed, and why.
   * @param options The details; not retriable unless said otherwise.
   */
  constructor(message: string, options: ProtocolErrorOptions = {}) {
    super(message, { code: "PROTOCOL_ERROR", ...options });
    this.messageName = options.messageName;
    this.version = options.version;
    this.field = options.field;
    this.offset = options.offset;
  }
}

/** What a {@linkcode BrokerError} carries besides. */
export interface BrokerErrorOptions extends KafkaErrorOptions {
  /** Kafka's number of the error. */
  errorCode: number;
  /** The broker's own words, where it gave some. */
  brokerMessage?: string | null;
}

/** A broker answered with an error code. `code` is Kafka's name of it. */
export class BrokerError extends KafkaError {
  /** The name of the class. */
  override name = "BrokerError";
  /** Kafka's number of the error, such as `6` for NOT_LEADER_OR_FOLLOWER. */
  readonly errorCode: number;
  /** The broker's own words, where it gave some. */
  readonly brokerMessage: string | undefined;

  /**
   * Makes an error.
   *
   * @param message What failed, and why.
   * @param options The details.
   */
  constructor(message: string, options: BrokerErrorOptions) {
    super(message, options);
    this.errorCode = options.errorCode;
    this.brokerMessage = options.brokerMessage ?? undefined;
  }
}

/** The client could not prove who it is, or the broker could not. Never retriable. */
export class AuthenticationError extends KafkaError {
  /** The name of the class. */
  override name = "AuthenticationError";

  /**
   * Makes an error.
   *
   * @param message What failed, and why.
   * @param options The details.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "AUTHENTICATION_FAILED", ...options });
  }
}

/** The client, producer, consumer or connection was closed. */
export class ClosedError extends KafkaError {
  /** The name of the class. */
  override name = "ClosedError";

  /**
   * Makes an error.
   *
   * @param message What could not be done.
   * @param options The details.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "CLOSED", ...options });
  }
}

/**
 * The caller gave up: an AbortSignal fired, or a stream was aborted. The
 * signal's reason is the `cause`; `name` is the platform's `"AbortError"`, so
 * that code which already handles aborts recognises it.
 */
export class AbortedError extends KafkaError {
  /** The platform's name of it. */
  override name = "AbortError";

  /**
   * Makes an error.
   *
   * @param message What was given up.
   * @param options The details.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "ABORTED", ...options });
  }
}

/** The producer's buffer stayed full for longer than `maxBlockMs`, or too many sends wait for it. */
export class BufferFullError extends KafkaError {
  /** The name of the class. */
  override name = "BufferFullError";

  /**
   * Makes an error.
   *
   * @param message What could not be buffered.
   * @param options The details; retriable and not persisted unless said otherwise.
   */
  constructor(message: string, options: KafkaErrorOptions = {}) {
    super(message, { code: "BUFFER_FULL", retriable: true, fate: "not-persisted", ...options });
  }
}

/** What a {@linkcode CorruptRecordError} carries besides. */
export interface CorruptRecordErrorOptions extends KafkaErrorOptions {
  /** The offset of the batch that is damaged. */
  offset: number;
  /** The first offset after it, to seek to; unknown where the damage hides it. */
  nextOffset?: number | undefined;
}

/** A fetched batch is damaged: its checksum, its structure or its compressed data. */
export class CorruptRecordError extends KafkaError {
  /** The name of the class. */
  override name = "CorruptRecordError";
  /** The offset of the batch that is damaged. */
  readonly offset: number;
  /** The first offset after it, to seek to; `undefined` where the damage hides it. */
  readonly nextOffset: number | undefined;

  /**
   * Makes an error.
   *
   * @param message What is damaged, and how.
   * @param options The details.
   */
  constructor(message: string, options: CorruptRecordErrorOptions) {
    super(message, { code: "CORRUPT_MESSAGE", ...options });
    this.offset = options.offset;
    this.nextOffset = options.nextOffset;
  }
}
