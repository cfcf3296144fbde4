/**
 * The state of a cluster, which its brokers share, and the controller's work on it.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { uuidFromBytes } from "../protocol/uuid.ts";
import type { VersionRange } from "../protocol/version.ts";
import { CompressionCodecs } from "../record/compression.ts";
import { Broker } from "./broker.ts";
import type { ResolvedClusterOptions } from "./cluster_options.ts";
import { ControllerError } from "./controller_error.ts";
import { FetchSessions } from "./fetch_sessions.ts";
import type { ApiHandler } from "./handler.ts";
import { HANDLERS } from "./handlers/all.ts";
import { Hooks, RequestLog } from "./intercepts.ts";
import type { ThrottleOptions, TopicConfig, TopicOptions } from "./options.ts";
import { Partition } from "./partition.ts";
import type { ServerConnection } from "./server_connection.ts";
import { type Topic, topicNameProblem } from "./topic.ts";
import { ResolvedTopicConfig } from "./topic_config.ts";
import { TransactionCoordinator } from "./transactions.ts";
import { servedVersions } from "./versions.ts";

const PRODUCE = 0;
const THROTTLED_BY_DEFAULT: readonly string[] = ["Produce", "Fetch"];

/** A range of versions as ApiVersions lists it. */
export interface AdvertisedApi {
  /** The API's key. */
  readonly apiKey: number;
  /** The lowest version. */
  readonly minVersion: number;
  /** The highest version. */
  readonly maxVersion: number;
}

/** How a client is slowed down. */
export interface Throttle {
  /** What it is told to wait. */
  readonly throttleMs: number;
  /** Whether the broker waits, too. */
  readonly mute: boolean;
}

/** The state of a cluster. */
export class ClusterState {
  /** How it was set up. */
  readonly options: ResolvedClusterOptions;
  /** Time and randomness. */
  readonly environment: Environment;
  /** The brokers by id. */
  readonly brokers = new Map<number, Broker>();
  /** The topics by name. */
  readonly topics = new Map<string, Topic>();
  /** The topics by id. */
  readonly topicsById = new Map<string, Topic>();
  /** The hooks that are in place. */
  readonly hooks = new Hooks();
  /** The last requests. */
  readonly requestLog: RequestLog;
  /** What decompresses batches. */
  readonly codecs = new CompressionCodecs();
  /** Transactional producers. */
  readonly transactions: TransactionCoordinator;
  /** What clients sent that could not be understood, the last hundred. */
  readonly clientFaults: unknown[] = [];
  /** What went wrong in hooks and in the broker itself. */
  readonly failures: unknown[] = [];
  readonly #served = new Map<number, { handler: ApiHandler; range: VersionRange }>();
  #throttles: ThrottleOptions[] = [];
  #connectionId = 0;
  #producerId = 0n;

  /** @param options How it is set up. */
  constructor(options: ResolvedClusterOptions) {
    this.options = options;
    this.environment = options.environment;
    this.requestLog = new RequestLog(options.requestLogSize);
    this.transactions = new TransactionCoordinator(this);
    for (const handler of HANDLERS) {
      const range = servedVersions(
        handler.api,
        options.asVersion,
        options.versions[handler.api.name],
      );
      if (range !== undefined) this.#served.set(handler.api.key, { handler, range });
    }
    for (let id = 1; id <= options.brokers; id++) {
      this.brokers.set(
        id,
        new Broker({
          id,
          rack: options.racks[id - 1] ?? null,
          address: { host: `broker-${id}`, port: 9092 },
          sessions: new FetchSessions(options.fetchSessions, () => this.environment.random()),
        }),
      );
    }
    for (const [name, topic] of options.topics) this.createTopic(name, topic);
  }

  /** The brokers that the others see. */
  aliveBrokers(): Broker[] {
    return [...this.brokers.values()].filter((broker) => !broker.fenced);
  }

  /** The controller's id, or -1. */
  get controllerId(): number {
    return this.aliveBrokers()[0]?.id ?? -1;
  }

  /**
   * A broker.
   *
   * @param id Its id.
   * @throws {RangeError} When there is none.
   */
  broker(id: number): Broker {
    const broker = this.brokers.get(id);
    if (broker === undefined) throw new RangeError(`Cannot find broker ${id}`);
    return broker;
  }

  /**
   * A partition.
   *
   * @param topic The topic's name.
   * @param index The partition.
   * @throws {RangeError} When there is none.
   */
  partition(topic: string, index: number): Partition {
    const partition = this.topic(topic).partitions[index];
    if (partition === undefined) throw new RangeError(`Cannot find partition ${topic}-${index}`);
    return partition;
  }

  /**
   * A topic.
   *
   * @param name Its name.
   * @throws {RangeError} When there is none.
   */
  topic(name: string): Topic {
    const topic = this.topics.get(name);
    if (topic === undefined) throw new RangeError(`Cannot find topic "${name}"`);
    return topic;
  }

  /** The broker that coordinates a group or a transactional id, if any is there. */
  coordinatorOf(key: string): Broker | undefined {
    const alive = this.aliveBrokers();
    let hash = 0;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
    return alive[Math.abs(hash) % alive.length];
  }

  /**
   * What serves a version of an API.
   *
   * @param apiKey The API.
   * @param version The version.
   */
  served(apiKey: number, version: number): ApiHandler | undefined {
    const entry = this.#served.get(apiKey);
    if (entry === undefined || version < entry.range.min || version > entry.range.max) {
      return undefined;
    }
    return entry.handler;
  }

  /** What ApiVersions lists: what is served, except that Produce begins at 0 as in Kafka 4. */
  advertisedApis(): AdvertisedApi[] {
    return [...this.#served].map(([apiKey, { range }]) => ({
      apiKey,
      minVersion: apiKey === PRODUCE && this.options.versions["Produce"] === undefined
        ? 0
        : range.min,
      maxVersion: range.max,
    }));
  }

  /** The number of the next connection. */
  nextConnectionId(): number {
    return ++this.#connectionId;
  }

  /** A producer id that was never given. */
  nextProducerId(): bigint {
    return ++this.#producerId;
  }

  /**
   * Creates a topic.
   *
   * @param name Its name.
   * @param options How.
   * @param validateOnly Whether it is only checked.
   * @throws {ControllerError} When the cluster cannot have it.
   */
  createTopic(name: string, options: TopicOptions, validateOnly = false): Topic {
    const problem = topicNameProblem(name);
    if (problem !== undefined) {
      throw new ControllerError(ErrorCodes.INVALID_TOPIC_EXCEPTION, problem);
    }
    if (this.topics.has(name)) {
      throw new ControllerError(
        ErrorCodes.TOPIC_ALREADY_EXISTS,
        `Topic "${name}" already exists`,
      );
    }
    const assignment = this.#assign(options, 0);
    const config = this.#config(options.config ?? {});
    const topic: Topic = {
      name,
      id: this.#newTopicId(),
      partitions: [],
      config,
      validator: undefined,
    };
    for (const replicas of assignment) topic.partitions.push(this.#newPartition(topic, replicas));
    if (!validateOnly) {
      this.topics.set(name, topic);
      this.topicsById.set(topic.id, topic);
    }
    return topic;
  }

  /**
   * Deletes a topic.
   *
   * @param topic The topic.
   */
  deleteTopic(topic: Topic): void {
    this.topics.delete(topic.name);
    this.topicsById.delete(topic.id);
    for (const partition of topic.partitions) partition.delete();
  }

  /**
   * Adds partitions to a topic.
   *
   * @param topic The topic.
   * @param total How many it is to have.
   * @param assignment The replicas of the new ones, if they are given.
   * @param validateOnly Whether it is only checked.
   * @throws {ControllerError} When it cannot have so many.
   */
  createPartitions(
    topic: Topic,
    total: number,
    assignment?: readonly (readonly number[])[],
    validateOnly = false,
  ): void {
    const has = topic.partitions.length;
    if (total <= has) {
      throw new ControllerError(
        ErrorCodes.INVALID_PARTITIONS,
        `Topic "${topic.name}" has ${has} partitions already, and cannot get ${total}`,
      );
    }
    const replicationFactor = topic.partitions[0].replicas.length;
    const added = total - has;
    const replicas = this.#assign(
      assignment === undefined ? { partitions: added, replicationFactor } : { assignment },
      has,
    );
    if (replicas.length !== added) {
      throw new ControllerError(
        ErrorCodes.INVALID_REPLICA_ASSIGNMENT,
        `Topic "${topic.name}" gets ${added} partitions, but ${replicas.length} are assigned`,
      );
    }
    if (validateOnly) return;
    for (const each of replicas) topic.partitions.push(this.#newPartition(topic, each));
  }

  /**
   * Says that a broker is not there, or is again; leaderships move.
   *
   * @param broker The broker.
   * @param fenced Whether it is away.
   */
  fence(broker: Broker, fenced: boolean): void {
    if (broker.fenced === fenced) return;
    broker.fenced = fenced;
    for (const topic of this.topics.values()) {
      for (const partition of topic.partitions) {
        if (fenced) partition.brokerGone(broker.id);
        else partition.brokerBack(broker.id);
      }
    }
  }

  /**
   * Slows clients down, or no longer.
   *
   * @param options Whom, and how long.
   */
  throttle(options: ThrottleOptions): void {
    this.#throttles = this.#throttles.filter((other) =>
      other.broker !== options.broker || other.api !== options.api
    );
    if (options.throttleMs > 0) this.#throttles.push(options);
  }

  /**
   * How an answer is throttled.
   *
   * @param api The API's name.
   * @param brokerId The broker.
   */
  throttleOf(api: string, brokerId: number): Throttle | undefined {
    if (this.#throttles.length === 0) return undefined;
    const found = this.#throttles.find((throttle) =>
      (throttle.broker === undefined || throttle.broker === brokerId) &&
      (throttle.api === undefined ? THROTTLED_BY_DEFAULT.includes(api) : throttle.api === api)
    );
    return found && { throttleMs: found.throttleMs, mute: found.mute !== false };
  }

  /** Takes note of something that went wrong in a hook or in the broker itself. */
  failed(error: unknown): void {
    this.failures.push(error);
  }

  /** Takes note of what a client sent that could not be understood. */
  clientFault(fault: unknown): void {
    this.clientFaults.push(fault);
    if (this.clientFaults.length > 100) this.clientFaults.shift();
  }

  /** Every open connection. */
  connections(): ServerConnection[] {
    return [...this.brokers.values()].flatMap((broker) => [...broker.connections]);
  }

  #newTopicId(): string {
    const bytes = new Uint8Array(16);
    for (let at = 0; at < bytes.length; at++) {
      bytes[at] = Math.floor(this.environment.random() * 256);
    }
    // The two that are reserved begin with zeros, and Kafka gives none that begins with a dash.
    bytes[0] = 1 + bytes[0] % 127;
    return uuidFromBytes(bytes);
  }

  #config(own: TopicConfig): ResolvedTopicConfig {
    try {
      return new ResolvedTopicConfig(this.options.topicDefaults, own);
    } catch (error) {
      throw new ControllerError(ErrorCodes.INVALID_CONFIG, (error as Error).message);
    }
  }

  #newPartition(topic: Topic, replicas: readonly number[]): Partition {
    return new Partition({
      topic: topic.name,
      index: topic.partitions.length,
      replicas,
      config: topic.config,
      environment: this.environment,
      isAlive: (id) => this.brokers.get(id)?.fenced === false,
    });
  }

  /** The replicas of new partitions: leaders go round the brokers, so that partition 0 is led by broker 1. */
  #assign(options: TopicOptions, first: number): readonly (readonly number[])[] {
    const ids = [...this.brokers.keys()];
    const { assignment } = options;
    if (assignment !== undefined) {
      for (const replicas of assignment) this.#checkReplicas(replicas);
      if (assignment.length > 0) return assignment;
    }
    const partitions = options.partitions ?? this.options.defaultPartitions;
    if (!Number.isInteger(partitions) || partitions < 1 || partitions > 100_000) {
      throw new ControllerError(
        ErrorCodes.INVALID_PARTITIONS,
        `Number of partitions must be from 1 to 100000, not ${partitions}`,
      );
    }
    const factor = options.replicationFactor ?? this.options.replicationFactor;
    if (!Number.isInteger(factor) || factor < 1 || factor > ids.length) {
      throw new ControllerError(
        ErrorCodes.INVALID_REPLICATION_FACTOR,
        `Replication factor must be from 1 to ${ids.length}, not ${factor}`,
      );
    }
    return Array.from(
      { length: partitions },
      (_, partition) =>
        Array.from({ length: factor }, (_, at) => ids[(first + partition + at) % ids.length]),
    );
  }

  #checkReplicas(replicas: readonly number[]): void {
    const known = replicas.every((id) => this.brokers.has(id));
    if (replicas.length === 0 || !known || new Set(replicas).size !== replicas.length) {
      throw new ControllerError(
        ErrorCodes.INVALID_REPLICA_ASSIGNMENT,
        `Replicas must be different brokers of the cluster, not ${replicas.join(", ")}`,
      );
    }
  }
}
