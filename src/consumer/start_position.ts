/**
 * Where reading starts: one position for all, one per topic, or one per
 * partition.
 *
 * @module
 */

import { show } from "../internal/options.ts";

/** A partition of a topic. */
export interface TopicPartition {
  /** The topic. */
  readonly topic: string;
  /** The partition's number, from 0. */
  readonly partition: number;
}

/**
 * A place in the log of a partition.
 *
 * - `"earliest"`: the first record that is still there.
 * - `"latest"`: behind the last record, as of `await consumer.ready`.
 * - a number: that offset.
 * - a `Date`: the first record with that timestamp or a later one; behind the last record when there is none.
 */
export type StartPosition = "earliest" | "latest" | number | Date;

/**
 * A place for each partition of one topic. The key `"*"` stands for the
 * partitions that are not named.
 */
export interface PartitionStartPositions {
  /** The place for the partition of that number, or for all others (`"*"`). */
  readonly [partition: string | number]: StartPosition;
}

/**
 * A place for each topic, or for each of its partitions. The key `"*"` stands
 * for the topics that are not named. What `consumer.positions()` gives has this
 * shape and survives JSON, so that reading can go on where it stopped.
 */
export interface TopicStartPositions {
  /** The place for that topic, or for all others (`"*"`). */
  readonly [topic: string]: StartPosition | PartitionStartPositions;
}

/** A start, checked and in the form that the engine uses. */
export type StartPoint =
  | { readonly kind: "earliest" }
  | { readonly kind: "latest" }
  | { readonly kind: "timestamp"; readonly timestamp: number }
  | { readonly kind: "offset"; readonly offset: number; readonly leaderEpoch: number };

/** The starts of one topic. */
export interface TopicStart {
  /** Where partitions start that have no start of their own. */
  readonly all: StartPoint;
  /** Where the others start. */
  readonly partitions: ReadonlyMap<number, StartPoint>;
}

/** The start at the beginning of the log. */
export const EARLIEST: StartPoint = Object.freeze({ kind: "earliest" });

/** The start at the end of the log. */
export const LATEST: StartPoint = Object.freeze({ kind: "latest" });

/** The key that stands for everything that is not named. */
const OTHERS = "*";

const RULE = '"earliest", "latest", an offset (an integer of at least 0) or a Date';

/**
 * Checks that a value names a partition.
 *
 * @param value What the user gave.
 * @param name The argument, for the error.
 * @throws {TypeError} When it does not.
 */
export function checkTopicPartition(value: unknown, name: string): asserts value is TopicPartition {
  const { topic, partition } = (value ?? {}) as Record<string, unknown>;
  if (typeof topic === "string" && Number.isInteger(partition) && (partition as number) >= 0) {
    return;
  }
  throw new TypeError(
    `Cannot use argument "${name}" as it must be { topic, partition }: current value is ${
      typeof value === "object" && value !== null
        ? `{ topic: ${show(topic)}, partition: ${show(partition)} }`
        : show(value)
    }`,
  );
}

/** Whether a value is a position, not a table of positions. */
function isPosition(value: unknown): boolean {
  return typeof value !== "object" || value === null || value instanceof Date;
}

/**
 * Checks one position.
 *
 * @param value What the user gave.
 * @param name The option, for the error.
 * @returns The start.
 * @throws {TypeError} When it is no position at all.
 * @throws {RangeError} When it is an offset or a date that cannot be.
 */
export function startPoint(value: unknown, name: string): StartPoint {
  if (value === "earliest") return EARLIEST;
  if (value === "latest") return LATEST;
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(
        `Cannot use option "${name}" as an offset must be an integer from 0 to 2^53 - 1: current value is ${
          show(value)
        }`,
      );
    }
    return { kind: "offset", offset: value, leaderEpoch: -1 };
  }
  if (value instanceof Date) {
    const timestamp = value.getTime();
    if (Number.isNaN(timestamp) || timestamp < 0) {
      throw new RangeError(
        `Cannot use option "${name}" as a Date must be valid and not before 1970: current value is ${value}`,
      );
    }
    return { kind: "timestamp", timestamp };
  }
  throw new TypeError(
    `Cannot use option "${name}" as it must be ${RULE}: current value is ${show(value)}`,
  );
}

/**
 * Checks the start of one topic.
 *
 * @param value A position, or a table of positions by partition.
 * @param name The option, for the error.
 * @param others Where partitions start that the table does not name.
 * @param partitions The partitions that are read, if they are listed: the table must not name others.
 * @returns The starts of the topic.
 * @throws {TypeError} When it is neither, or names a partition that is not read.
 * @throws {RangeError} When an offset or a date cannot be.
 */
export function topicStart(
  value: unknown,
  name: string,
  others: StartPoint,
  partitions: readonly number[] | undefined,
): TopicStart {
  if (isPosition(value)) return { all: startPoint(value, name), partitions: new Map() };
  if (Array.isArray(value)) {
    throw new TypeError(
      `Cannot use option "${name}" as it must be ${RULE}, or an object of them by partition: current value is ${
        show(value)
      }`,
    );
  }
  const points = new Map<number, StartPoint>();
  let all = others;
  for (const [key, position] of Object.entries(value as Record<string, unknown>)) {
    if (key === OTHERS) {
      all = startPoint(position, `${name}["*"]`);
      continue;
    }
    const partition = Number(key);
    if (!/^\d+$/.test(key) || partition > 0x7fffffff) {
      throw new TypeError(
        `Cannot use option "${name}" as its keys must be partition numbers or "*": current value is ${
          show(key)
        }`,
      );
    }
    if (partitions !== undefined && !partitions.includes(partition)) {
      throw new TypeError(
        `Cannot use option "${name}" as it names partition ${partition}, which is not among those that are read: current value is ${
          show(partitions)
        }`,
      );
    }
    points.set(partition, startPoint(position, `${name}[${partition}]`));
  }
  return { all, partitions: points };
}

/**
 * Takes the start of one topic out of the consumer's `from`.
 *
 * @param from A position, or a table of positions by topic.
 * @param topic The topic.
 * @param fallback Where topics start that are not named.
 * @param partitions The partitions that are read, if they are listed.
 * @returns The starts of the topic.
 * @throws {TypeError} When it is no position and no table.
 * @throws {RangeError} When an offset or a date cannot be.
 */
export function startOfTopic(
  from: unknown,
  topic: string,
  fallback: StartPoint,
  partitions: readonly number[] | undefined,
): TopicStart {
  if (from === undefined) return { all: fallback, partitions: new Map() };
  if (isPosition(from)) return { all: startPoint(from, "from"), partitions: new Map() };
  const table = from as Record<string, unknown>;
  const others = table[OTHERS] === undefined ? fallback : startPoint(table[OTHERS], 'from["*"]');
  if (!Object.hasOwn(table, topic) || table[topic] === undefined) {
    return { all: others, partitions: new Map() };
  }
  return topicStart(table[topic], `from[${JSON.stringify(topic)}]`, others, partitions);
}

/**
 * Where one partition starts.
 *
 * @param start The starts of its topic.
 * @param partition The partition.
 * @returns Its own start, or that of all.
 */
export function startOfPartition(start: TopicStart, partition: number): StartPoint {
  return start.partitions.get(partition) ?? start.all;
}
