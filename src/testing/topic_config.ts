/**
 * The configuration of topics, by Kafka's names and with its defaults.
 *
 * @module
 */

import type { TopicConfig } from "./options.ts";

/** A configuration that Kafka knows. */
export interface ConfigDefinition {
  /** Kafka's default, as it prints it. */
  readonly value: string;
  /** The type by the protocol's number: 1 boolean, 2 string, 3 int, 5 long, 6 double, 7 list. */
  readonly type: number;
  /** What a value must be, where the type does not say it all. */
  readonly oneOf?: readonly string[];
  /** The least value of a number. */
  readonly min?: number;
}

const BOOLEAN = 1;
const STRING = 2;
const INT = 3;
const LONG = 5;
const DOUBLE = 6;
const LIST = 7;

/** The configurations of topics. Those that the embedded broker does not act upon are kept and shown. */
export const TOPIC_CONFIGS: Readonly<Record<string, ConfigDefinition>> = {
  "cleanup.policy": { value: "delete", type: LIST, oneOf: ["delete", "compact"] },
  "compression.gzip.level": { value: "-1", type: INT },
  "compression.lz4.level": { value: "9", type: INT },
  "compression.type": {
    value: "producer",
    type: STRING,
    oneOf: ["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"],
  },
  "compression.zstd.level": { value: "3", type: INT },
  "delete.retention.ms": { value: "86400000", type: LONG, min: 0 },
  "file.delete.delay.ms": { value: "60000", type: LONG, min: 0 },
  "flush.messages": { value: "9223372036854775807", type: LONG, min: 1 },
  "flush.ms": { value: "9223372036854775807", type: LONG, min: 0 },
  "follower.replication.throttled.replicas": { value: "", type: LIST },
  "index.interval.bytes": { value: "4096", type: INT, min: 0 },
  "leader.replication.throttled.replicas": { value: "", type: LIST },
  "local.retention.bytes": { value: "-2", type: LONG, min: -2 },
  "local.retention.ms": { value: "-2", type: LONG, min: -2 },
  "max.compaction.lag.ms": { value: "9223372036854775807", type: LONG, min: 1 },
  "max.message.bytes": { value: "1048588", type: INT, min: 0 },
  "message.timestamp.after.max.ms": { value: "3600000", type: LONG, min: 0 },
  "message.timestamp.before.max.ms": { value: "9223372036854775807", type: LONG, min: 0 },
  "message.timestamp.type": {
    value: "CreateTime",
    type: STRING,
    oneOf: ["CreateTime", "LogAppendTime"],
  },
  "min.cleanable.dirty.ratio": { value: "0.5", type: DOUBLE, min: 0 },
  "min.compaction.lag.ms": { value: "0", type: LONG, min: 0 },
  "min.insync.replicas": { value: "1", type: INT, min: 1 },
  "preallocate": { value: "false", type: BOOLEAN },
  "remote.log.copy.disable": { value: "false", type: BOOLEAN },
  "remote.log.delete.on.disable": { value: "false", type: BOOLEAN },
  "remote.storage.enable": { value: "false", type: BOOLEAN },
  "retention.bytes": { value: "-1", type: LONG },
  "retention.ms": { value: "604800000", type: LONG, min: -1 },
  "segment.bytes": { value: "1073741824", type: INT, min: 1048576 },
  "segment.index.bytes": { value: "10485760", type: INT, min: 4 },
  "segment.jitter.ms": { value: "0", type: LONG, min: 0 },
  "segment.ms": { value: "604800000", type: LONG, min: 1 },
  "unclean.leader.election.enable": { value: "false", type: BOOLEAN },
};

/**
 * Says what is wrong with a configuration.
 *
 * @param name Its name.
 * @param value Its value as text.
 * @returns What is wrong, or `undefined`.
 */
export function configProblem(name: string, value: string): string | undefined {
  const definition = Object.hasOwn(TOPIC_CONFIGS, name) ? TOPIC_CONFIGS[name] : undefined;
  if (definition === undefined) return `Unknown topic config name: ${name}`;
  const { type, oneOf, min } = definition;
  const wrong = `Invalid value ${value} for configuration ${name}`;
  if (type === BOOLEAN) return value === "true" || value === "false" ? undefined : wrong;
  if (oneOf !== undefined) {
    const items = type === LIST ? value.split(",") : [value];
    return items.every((item) => oneOf.includes(item.trim())) ? undefined : wrong;
  }
  if (type === LIST || type === STRING) return undefined;
  const pattern = type === DOUBLE ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return wrong;
  return min !== undefined && Number(value) < min ? wrong : undefined;
}

/** The configuration of one topic: its own values over the cluster's over Kafka's. */
export class ResolvedTopicConfig {
  readonly #defaults: Readonly<Record<string, string>>;
  #own: Record<string, string> = {};

  /** The largest batch in bytes. */
  maxMessageBytes = 0;
  /** How many replicas must be in sync for acks=all. */
  minInSyncReplicas = 1;
  /** Whether the broker sets the timestamps. */
  logAppendTime = false;
  /** Whether records need keys. */
  compacted = false;
  /** How far a timestamp may lie behind the clock, in ms. */
  timestampBeforeMaxMs = 0n;
  /** How far a timestamp may lie ahead of the clock, in ms. */
  timestampAfterMaxMs = 0n;
  /** How many bytes a partition keeps, or -1. */
  retentionBytes = -1;
  /** Whether a replica that lags may become the leader. */
  uncleanElection = false;

  /**
   * @param defaults The cluster's values.
   * @param own The topic's.
   */
  constructor(defaults: TopicConfig, own: TopicConfig) {
    this.#defaults = toText(defaults);
    this.change(own);
  }

  /** The topic's own values. */
  get own(): Readonly<Record<string, string>> {
    return { ...this.#own };
  }

  /**
   * Changes some values.
   *
   * @param changes The new values.
   * @throws {RangeError} When a name is not known or a value does not fit; nothing is changed then.
   */
  change(changes: TopicConfig): void {
    const text = toText(changes);
    for (const [name, value] of [...Object.entries(this.#defaults), ...Object.entries(text)]) {
      const problem = configProblem(name, value);
      if (problem !== undefined) {
        throw new RangeError(
          `Cannot configure a topic as ${problem[0].toLowerCase()}${problem.slice(1)}`,
        );
      }
    }
    Object.assign(this.#own, text);
    this.maxMessageBytes = Number(this.value("max.message.bytes"));
    this.minInSyncReplicas = Number(this.value("min.insync.replicas"));
    this.logAppendTime = this.value("message.timestamp.type") === "LogAppendTime";
    this.compacted = this.value("cleanup.policy").includes("compact");
    this.timestampBeforeMaxMs = BigInt(this.value("message.timestamp.before.max.ms"));
    this.timestampAfterMaxMs = BigInt(this.value("message.timestamp.after.max.ms"));
    this.retentionBytes = Number(this.value("retention.bytes"));
    this.uncleanElection = this.value("unclean.leader.election.enable") === "true";
  }

  /**
   * A value as Kafka prints it.
   *
   * @param name A name of {@linkcode TOPIC_CONFIGS}.
   */
  value(name: string): string {
    return this.#own[name] ?? this.#defaults[name] ?? TOPIC_CONFIGS[name].value;
  }

  /**
   * Where a value comes from, by the protocol's number: 1 the topic, 4 the broker's file, 5 Kafka's default.
   *
   * @param name A name of {@linkcode TOPIC_CONFIGS}.
   */
  source(name: string): number {
    if (this.#own[name] !== undefined) return 1;
    return this.#defaults[name] !== undefined ? 4 : 5;
  }
}

function toText(config: TopicConfig): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, value] of Object.entries(config)) text[name] = String(value);
  return text;
}
