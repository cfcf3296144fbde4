/**
 * What an embedded cluster, its topics and its records are made from.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import type { Connector } from "../transport/transport.ts";

/** A range of versions, of which either end may be left open. */
export interface VersionLimit {
  /** The lowest version that is served. @default {what the embedded broker implements} */
  readonly min?: number;
  /** The highest version that is served. @default {what the embedded broker implements} */
  readonly max?: number;
}

/**
 * A Kafka release whose highest versions the brokers are to speak, or
 * `"lowest"` for nothing but the lowest version of each API.
 */
export type KafkaRelease =
  | "lowest"
  | "2.1"
  | "2.4"
  | "2.8"
  | "3.0"
  | "3.3"
  | "3.6"
  | "3.9"
  | "4.0"
  | "4.1"
  | "latest";

/** A topic's configuration, by Kafka's names, such as `{ "max.message.bytes": 1000 }`. */
export type TopicConfig = Readonly<Record<string, string | number | boolean>>;

/** How a topic is created. */
export interface TopicOptions {
  /** How many partitions it has. @default {1} */
  readonly partitions?: number;
  /** How many replicas each partition has. @default {the cluster's `replicationFactor`} */
  readonly replicationFactor?: number;
  /** The replicas of each partition, the preferred leader first, instead of a spread over all brokers. */
  readonly assignment?: readonly (readonly number[])[];
  /** Its configuration. @default {Kafka's defaults} */
  readonly config?: TopicConfig;
}

/** How an {@linkcode EmbeddedKafka} is set up. */
export interface EmbeddedKafkaOptions {
  /** How many brokers it has, with the ids 1 and up. @default {1} */
  readonly brokers?: number;
  /** The rack of each broker, in the order of their ids. @default {none} */
  readonly racks?: readonly (string | null)[];
  /** Topics that exist from the start: names, or names with options. */
  readonly topics?: readonly string[] | Readonly<Record<string, TopicOptions>>;
  /** The replicas of a topic that does not say. @default {3, or the number of brokers where it is smaller} */
  readonly replicationFactor?: number;
  /** Whether a Metadata request that allows it creates missing topics. @default {true, as Kafka} */
  readonly autoCreateTopics?: boolean;
  /** The partitions of a topic that is created automatically, or does not say. @default {1} */
  readonly defaultPartitions?: number;
  /** Configuration for every topic that does not say otherwise, such as `{ "min.insync.replicas": 2 }`. */
  readonly topicDefaults?: TopicConfig;
  /** The release whose versions are spoken. @default {"latest"} */
  readonly asVersion?: KafkaRelease;
  /** Limits on single APIs by name, after `asVersion`: `{ Fetch: { max: 4 } }`; `false` takes the API away. */
  readonly versions?: Readonly<Record<string, VersionLimit | false>>;
  /** Where time and randomness come from. @default {the running system} */
  readonly environment?: Environment;
  /** The cluster's id. @default {"embedded-kafka-00000"} */
  readonly clusterId?: string;
  /** The longest request frame; a longer one closes the connection. @default {104857600} */
  readonly maxRequestBytes?: number;
  /** How many fetch sessions each broker keeps (KIP-227); 0 turns them off. @default {1000} */
  readonly fetchSessions?: number;
  /** Whether a consumer that names its rack is sent to the replica there (KIP-392). @default {true where `racks` are given} */
  readonly rackAwareReads?: boolean;
  /** Whether a fetch may end in the middle of a batch, as Kafka's do. @default {false} */
  readonly cutBatches?: boolean;
  /** How many requests the log behind {@linkcode EmbeddedKafka.requests} keeps; 0 turns it off. @default {10000} */
  readonly requestLogSize?: number;
}

/** What a client of an embedded cluster needs: it fits the options of `Kafka`. */
export interface EmbeddedClientOptions {
  /** Where the cluster is. */
  readonly brokers: string[];
  /** Opens connections in memory. */
  readonly connector: Connector;
}

/** Where {@linkcode EmbeddedKafka.listen} listens. */
export interface ListenOptions {
  /** The port of broker 1; the others get the ports after it. 0 stands for free ones. @default {0} */
  readonly port?: number;
  /** The address to listen on and to advertise. @default {"127.0.0.1"} */
  readonly host?: string;
  /** Whether listening keeps the process alive, as a server's does. @default {true} */
  readonly keepAlive?: boolean;
  /** The name to advertise instead of `host`, for clients that reach it by another. @default {`host`} */
  readonly advertisedHost?: string;
}

/** Where an embedded cluster listens. */
export interface EmbeddedListener {
  /** The port of broker 1. */
  readonly port: number;
  /** `host:port` of every broker, in the order of their ids. */
  readonly brokers: string[];
  /** All of `brokers`, separated by commas, as clients like to be given it. */
  readonly address: string;
}

/** A record to be put into a log without a client. */
export interface RecordInput {
  /** The key. @default {null} */
  readonly key?: string | Uint8Array | null;
  /** The value. @default {null} */
  readonly value?: string | Uint8Array | null;
  /** The headers. @default {none} */
  readonly headers?: readonly (readonly [string, string | Uint8Array | null])[];
  /** The timestamp in ms. @default {the wall clock} */
  readonly timestamp?: number;
}

/** A record as a {@linkcode RecordValidator} sees it. */
export interface ProducedRecord {
  /** Its index in the batch. */
  readonly index: number;
  /** Its key. */
  readonly key: Uint8Array | null;
  /** Its value. */
  readonly value: Uint8Array | null;
  /** Its headers. */
  readonly headers: readonly (readonly [string, Uint8Array | null])[];
  /** Its timestamp in ms. */
  readonly timestamp: number;
}

/**
 * Decides whether a topic takes a record.
 *
 * @param record The record.
 * @returns Why it is refused (KIP-467), or nothing.
 */
export type RecordValidator = (record: ProducedRecord) => string | undefined | void;

/** How records are put into a log without a client. */
export interface AppendOptions {
  /** A producer's id, for an idempotent or transactional batch. @default {-1} */
  readonly producerId?: number | bigint;
  /** The producer's epoch. @default {-1, or 0 with a producer id} */
  readonly producerEpoch?: number;
  /** The first sequence. @default {-1, or what follows the producer's last with a producer id} */
  readonly baseSequence?: number;
  /** Whether it belongs to a transaction. @default {false} */
  readonly transactional?: boolean;
  /** Compresses the batch. @default {"none"} */
  readonly compression?: "none" | "gzip" | "snappy" | "lz4" | "zstd";
}

/** How {@linkcode EmbeddedKafka.appendTransactional} writes. */
export interface TransactionalAppendOptions {
  /** The producer's id. @default {a new one} */
  readonly producerId?: number | bigint;
  /** The producer's epoch. @default {0} */
  readonly producerEpoch?: number;
  /** What follows the records: a marker, or nothing, which leaves the transaction open. */
  readonly outcome: "commit" | "abort" | "open";
}

/** How a replica is paused. */
export interface PauseReplicaOptions {
  /**
   * Whether it stays in the ISR, so that the high watermark and acks=all wait
   * for it, as they do in Kafka for `replica.lag.time.max.ms`. @default {false}
   */
  readonly staysInSync?: boolean;
}

/** How a broker is stopped. */
export interface StopBrokerOptions {
  /** Whether its leaderships move to other replicas. @default {true} */
  readonly moveLeaders?: boolean;
}

/** How a broker starts again. */
export interface StartBrokerOptions {
  /** Another host to advertise from now on. */
  readonly host?: string;
  /** Another port to listen on from now on; 0 stands for a free one. */
  readonly port?: number;
}

/** How a broker is paused. */
export interface PauseBrokerOptions {
  /** Whether the others notice, as after a session timeout: leaderships move. @default {false} */
  readonly moveLeaders?: boolean;
}

/** How clients are slowed down (KIP-219). */
export interface ThrottleOptions {
  /** The `throttleTimeMs` of the responses; 0 ends it. */
  readonly throttleMs: number;
  /** Only this broker. @default {all} */
  readonly broker?: number;
  /** Only this API, by name. @default {"Produce" and "Fetch"} */
  readonly api?: string;
  /** Whether the broker mutes the connection for as long itself, as Kafka does. @default {true} */
  readonly mute?: boolean;
}

/** Which connections are meant; every field that is given must fit. */
export interface ConnectionFilter {
  /** Those to this broker. */
  readonly broker?: number;
  /** Those whose client calls itself so. */
  readonly clientId?: string;
  /** Those that have sent a request of this API. */
  readonly api?: string;
}
