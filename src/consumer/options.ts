/**
 * The options of a consumer.
 *
 * @module
 */

import {
  checkKeys,
  duration,
  flag,
  integer,
  oneOf,
  type OptionCheck,
  resolveOptions,
  show,
  text,
} from "../internal/options.ts";
import {
  EARLIEST,
  LATEST,
  type PartitionStartPositions,
  startOfTopic,
  type StartPoint,
  type StartPosition,
  type TopicStart,
  topicStart,
  type TopicStartPositions,
} from "./start_position.ts";

/** A topic to read, or some of its partitions. */
export interface TopicSelection {
  /** The topic. */
  readonly topic: string;
  /**
   * The partitions to read; no other is.
   *
   * @default {all partitions, and those that are added later}
   */
  readonly partitions?: readonly number[];
  /**
   * Where to start in this topic, or in each of its partitions.
   *
   * @default {the consumer's `from`}
   */
  readonly from?: StartPosition | PartitionStartPositions;
}

/** The options of a consumer. */
export interface ConsumerOptions {
  /** What to read: a topic, or several; whole ones, or some of their partitions. */
  readonly topics: string | TopicSelection | readonly (string | TopicSelection)[];
  /**
   * Where to start: one position for all, or a table by topic and partition, such as
   * `{ orders: { 0: 17, "*": "earliest" } }`. Partitions that are added to a topic later
   * start at their beginning whatever this says (KIP-842).
   *
   * @default {"latest"}
   */
  readonly from?: StartPosition | TopicStartPositions;
  /**
   * What to do when a position is not in the log (any more): go to its beginning, to its end,
   * or fail. The same goes for a log that lost records in an unclean election (it then goes on
   * where the logs part, unless this is `"none"`) and for a topic that was created anew.
   *
   * @default {"earliest"}
   */
  readonly outOfRange?: "earliest" | "latest" | "none";
  /**
   * Which records of transactions to read: those of committed ones, or all.
   *
   * @default {"committed"}
   */
  readonly isolation?: "committed" | "uncommitted";
  /**
   * How many bytes an answer may hold.
   *
   * @default {52_428_800}
   */
  readonly fetchMaxBytes?: number;
  /**
   * How many bytes of one partition an answer may hold. A batch that is larger comes alone.
   *
   * @default {1_048_576}
   */
  readonly fetchPartitionMaxBytes?: number;
  /**
   * For how many bytes a broker waits before it answers.
   *
   * @default {1}
   */
  readonly fetchMinBytes?: number;
  /**
   * For how long a broker waits at most, in ms.
   *
   * @default {500}
   */
  readonly fetchMaxWaitMs?: number;
  /**
   * How many fetched bytes may wait to be read. It bounds the memory of a slow reader.
   *
   * @default {33_554_432}
   */
  readonly prefetchBytes?: number;
  /**
   * How many bytes a compressed batch may hold.
   *
   * @default {134_217_728}
   */
  readonly maxDecompressedBytes?: number;
  /**
   * Whether to check the checksum of every batch.
   *
   * @default {true}
   */
  readonly checkCrcs?: boolean;
  /**
   * What to do with a batch that is still damaged when it was fetched once more: fail, or skip
   * it with an event.
   *
   * @default {"error"}
   */
  readonly onCorrupt?: "error" | "skip";
  /**
   * Where this client is, in the words of the brokers' `broker.rack`: the nearest replica is
   * then read instead of the leader, if the brokers are configured for it (KIP-392).
   *
   * @default {undefined}
   */
  readonly rack?: string;
  /**
   * How long finding the partitions and their start may take before `ready` and the first read
   * fail, in ms. Outages after that are waited out.
   *
   * @default {30_000}
   */
  readonly startTimeoutMs?: number;
  /**
   * How long closing may take, in ms; what is not done by then is left undone.
   *
   * @default {30_000}
   */
  readonly closeTimeoutMs?: number;
  /**
   * Ends the consumer: pending and later reads reject with an AbortedError.
   *
   * @default {undefined}
   */
  readonly signal?: AbortSignal;
}

/** One topic to read, checked. */
export interface Subscription {
  /** The topic. */
  readonly topic: string;
  /** The partitions to read, or `undefined` for all. */
  readonly partitions: readonly number[] | undefined;
  /** Where to start. */
  readonly start: TopicStart;
}

/** The options that are plain values. */
interface PlainOptions {
  readonly outOfRange: "earliest" | "latest" | "none";
  readonly isolation: "committed" | "uncommitted";
  readonly fetchMaxBytes: number;
  readonly fetchPartitionMaxBytes: number;
  readonly fetchMinBytes: number;
  readonly fetchMaxWaitMs: number;
  readonly prefetchBytes: number;
  readonly maxDecompressedBytes: number;
  readonly checkCrcs: boolean;
  readonly onCorrupt: "error" | "skip";
  readonly rack: string | undefined;
  readonly startTimeoutMs: number;
  readonly closeTimeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** The options of a consumer, checked and complete. */
export interface ResolvedConsumerOptions extends PlainOptions {
  /** What to read. */
  readonly subscriptions: readonly Subscription[];
}

const MIB = 1_048_576;

/** What the wire can say: lengths are int32. */
const MAX_INT32 = 0x7fffffff;

const DEFAULTS: PlainOptions = {
  outOfRange: "earliest",
  isolation: "committed",
  fetchMaxBytes: 50 * MIB,
  fetchPartitionMaxBytes: MIB,
  fetchMinBytes: 1,
  fetchMaxWaitMs: 500,
  prefetchBytes: 32 * MIB,
  maxDecompressedBytes: 128 * MIB,
  checkCrcs: true,
  onCorrupt: "error",
  rack: undefined,
  startTimeoutMs: 30_000,
  closeTimeoutMs: 30_000,
  signal: undefined,
};

const abortSignal: OptionCheck<AbortSignal | undefined> = (value, name) => {
  if (!(value instanceof AbortSignal)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be an AbortSignal: current value is ${show(value)}`,
    );
  }
  return value;
};

const CHECKS: { readonly [K in keyof PlainOptions]: OptionCheck<PlainOptions[K]> } = {
  outOfRange: oneOf("earliest", "latest", "none"),
  isolation: oneOf("committed", "uncommitted"),
  fetchMaxBytes: integer(1, MAX_INT32),
  fetchPartitionMaxBytes: integer(1, MAX_INT32),
  fetchMinBytes: integer(0, MAX_INT32),
  fetchMaxWaitMs: duration(0),
  prefetchBytes: integer(1),
  maxDecompressedBytes: integer(1, MAX_INT32),
  checkCrcs: flag,
  onCorrupt: oneOf("error", "skip"),
  rack: text,
  startTimeoutMs: duration(0),
  closeTimeoutMs: duration(0),
  signal: abortSignal,
};

/** The names that `checkKeys` suggests from. */
const KNOWN: readonly string[] = ["topics", "from", ...Object.keys(CHECKS)];

/** What a topic's name may be made of, and how long it may be. */
const TOPIC_NAME = /^[a-zA-Z0-9._-]{1,249}$/;

function topicName(value: unknown, name: string): string {
  if (typeof value !== "string") {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a topic or an object with one: current value is ${
        show(value)
      }`,
    );
  }
  if (!TOPIC_NAME.test(value) || value === "." || value === "..") {
    throw new RangeError(
      `Cannot use option "${name}" as a topic must be 1 to 249 letters, digits, dots, underscores and hyphens: current value is ${
        show(value)
      }`,
    );
  }
  return value;
}

function partitionList(value: unknown, name: string): readonly number[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be a list of partition numbers that is not empty: current value is ${
        show(value)
      }`,
    );
  }
  const check = integer(0, MAX_INT32);
  const partitions = value.map((partition: unknown, index) =>
    check(partition, `${name}[${index}]`)
  );
  if (new Set(partitions).size !== partitions.length) {
    throw new TypeError(
      `Cannot use option "${name}" as it must name each partition once: current value is ${
        show(value)
      }`,
    );
  }
  return Object.freeze(partitions);
}

function subscription(
  value: unknown,
  name: string,
  from: unknown,
  fallback: StartPoint,
): Subscription {
  if (typeof value !== "object" || value === null) {
    const topic = topicName(value, name);
    return { topic, partitions: undefined, start: startOfTopic(from, topic, fallback, undefined) };
  }
  checkKeys(value, ["topic", "partitions", "from"], `option "${name}"`);
  const topic = topicName(value.topic, `${name}.topic`);
  const partitions = value.partitions === undefined
    ? undefined
    : partitionList(value.partitions, `${name}.partitions`);
  const general = startOfTopic(from, topic, fallback, partitions);
  const start = value.from === undefined
    ? general
    : topicStart(value.from, `${name}.from`, general.all, partitions);
  return { topic, partitions, start };
}

function subscriptions(topics: unknown, from: unknown, fallback: StartPoint): Subscription[] {
  const list = Array.isArray(topics) ? topics as readonly unknown[] : undefined;
  if (topics === undefined || list?.length === 0) {
    throw new TypeError(
      `Cannot configure the consumer as option "topics" must name at least one topic: current value is ${
        show(topics)
      }`,
    );
  }
  const result = list === undefined
    ? [subscription(topics, "topics", from, fallback)]
    : list.map((item, index) => subscription(item, `topics[${index}]`, from, fallback));
  const names = new Set(result.map((item) => item.topic));
  if (names.size !== result.length) {
    throw new TypeError(
      `Cannot use option "topics" as it must name each topic once: current value is ${
        show(result.map((item) => item.topic))
      }`,
    );
  }
  if (typeof from === "object" && from !== null && !(from instanceof Date)) {
    if (Array.isArray(from)) {
      throw new TypeError(
        `Cannot use option "from" as it must be a position, or an object of them by topic: current value is ${
          show(from)
        }`,
      );
    }
    for (const topic of Object.keys(from)) {
      if (topic === "*" || names.has(topic)) continue;
      throw new TypeError(
        `Cannot use option "from" as it names the topic ${
          show(topic)
        }, which is not among the topics: current value is ${show([...names])}`,
      );
    }
  }
  return result;
}

/**
 * Checks the options of a consumer and fills in the defaults.
 *
 * @param options What the user gave.
 * @returns The complete options.
 * @throws {TypeError} For unknown options and wrong types, naming the option, the rule and the value.
 * @throws {RangeError} For values out of range.
 */
export function resolveConsumerOptions(options: ConsumerOptions): ResolvedConsumerOptions {
  checkKeys(options, KNOWN, "the consumer");
  const { topics, from, ...rest } = options as Record<string, unknown>;
  const plain = resolveOptions(rest, DEFAULTS, CHECKS, "the consumer");
  return Object.freeze({ ...plain, subscriptions: subscriptions(topics, from, LATEST) });
}

/**
 * Where a partition goes whose position is not in the log.
 *
 * @param options The consumer's options.
 * @returns The start, or `undefined` when it must fail.
 */
export function resetPoint(options: ResolvedConsumerOptions): StartPoint | undefined {
  switch (options.outOfRange) {
    case "earliest":
      return EARLIEST;
    case "latest":
      return LATEST;
    case "none":
      return undefined;
  }
}
