/**
 * The options of an embedded cluster, complete and checked.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import { flag, integer, oneOf, resolveOptions, text } from "../internal/options.ts";
import { systemEnvironment } from "../transport/runtime.ts";
import type {
  EmbeddedKafkaOptions,
  KafkaRelease,
  TopicConfig,
  TopicOptions,
  VersionLimit,
} from "./options.ts";

/** The options of an embedded cluster, complete. */
export interface ResolvedClusterOptions {
  /** How many brokers. */
  readonly brokers: number;
  /** Their racks. */
  readonly racks: readonly (string | null)[];
  /** The topics to begin with. */
  readonly topics: readonly (readonly [string, TopicOptions])[];
  /** The replicas of a topic that does not say. */
  readonly replicationFactor: number;
  /** Whether Metadata requests create topics. */
  readonly autoCreateTopics: boolean;
  /** The partitions of a topic that does not say. */
  readonly defaultPartitions: number;
  /** Configuration for every topic. */
  readonly topicDefaults: TopicConfig;
  /** Whose versions are spoken. */
  readonly asVersion: KafkaRelease;
  /** Limits on single APIs. */
  readonly versions: Readonly<Record<string, VersionLimit | false>>;
  /** Time and randomness. */
  readonly environment: Environment;
  /** The cluster's id. */
  readonly clusterId: string;
  /** The longest request. */
  readonly maxRequestBytes: number;
  /** How many fetch sessions each broker keeps. */
  readonly fetchSessions: number;
  /** How many requests the log keeps. */
  readonly requestLogSize: number;
  /** Whether consumers are sent to the replica in their rack. */
  readonly rackAwareReads: boolean;
  /** Whether a fetch ends in the middle of a batch. */
  readonly cutBatches: boolean;
}

const RELEASES: readonly KafkaRelease[] = [
  "lowest",
  "2.1",
  "2.4",
  "2.8",
  "3.0",
  "3.3",
  "3.6",
  "3.9",
  "4.0",
  "4.1",
  "latest",
];

/**
 * Completes and checks the options of a cluster.
 *
 * @param options What was given.
 * @throws {TypeError} When an option is not known or of the wrong type.
 * @throws {RangeError} When a value is out of range.
 */
export function resolveClusterOptions(options: EmbeddedKafkaOptions): ResolvedClusterOptions {
  const brokers = options.brokers === undefined ? 1 : integer(1, 1000)(options.brokers, "brokers");
  return resolveOptions<ResolvedClusterOptions>(options, {
    brokers,
    racks: [],
    topics: [],
    replicationFactor: Math.min(3, brokers),
    autoCreateTopics: true,
    defaultPartitions: 1,
    topicDefaults: {},
    asVersion: "latest",
    versions: {},
    environment: options.environment ?? systemEnvironment(),
    clusterId: "embedded-kafka-00000",
    maxRequestBytes: 100 * 1024 * 1024,
    fetchSessions: 1000,
    requestLogSize: 10_000,
    rackAwareReads: options.racks !== undefined,
    cutBatches: false,
  }, {
    brokers: integer(1, 1000),
    racks: list,
    topics: topicList,
    replicationFactor: integer(1, brokers),
    autoCreateTopics: flag,
    defaultPartitions: integer(1, 100_000),
    topicDefaults: object as (value: unknown, name: string) => TopicConfig,
    asVersion: oneOf(...RELEASES),
    versions: object as (
      value: unknown,
      name: string,
    ) => Readonly<Record<string, VersionLimit | false>>,
    environment: object as (value: unknown, name: string) => Environment,
    clusterId: text,
    maxRequestBytes: integer(1024, 0x7fffffff),
    fetchSessions: integer(0),
    requestLogSize: integer(0),
    rackAwareReads: flag,
    cutBatches: flag,
  }, "the embedded cluster");
}

function list(value: unknown, name: string): (string | null)[] {
  if (!Array.isArray(value)) {
    throw new TypeError(`Cannot use option "${name}" as it must be an array`);
  }
  return value;
}

function object(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) {
    throw new TypeError(`Cannot use option "${name}" as it must be an object`);
  }
  return value;
}

function topicList(value: unknown, name: string): [string, TopicOptions][] {
  if (Array.isArray(value)) return value.map((topic) => [String(topic), {}]);
  return Object.entries(object(value, name) as Record<string, TopicOptions>);
}
