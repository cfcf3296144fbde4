/**
 * A Kafka cluster in memory that speaks the real protocol.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import type { Connector } from "../transport/transport.ts";
import type {
  Intercept,
  InterceptHandler,
  InterceptOptions,
  ObservedRequest,
  RequestFilter,
} from "./control.ts";
import type {
  AppendOptions,
  ConnectionFilter,
  EmbeddedClientOptions,
  EmbeddedKafkaOptions,
  EmbeddedListener,
  ListenOptions,
  PauseBrokerOptions,
  PauseReplicaOptions,
  RecordInput,
  StartBrokerOptions,
  StopBrokerOptions,
  ThrottleOptions,
  TopicConfig,
  TopicOptions,
  TransactionalAppendOptions,
} from "./options.ts";
import type {
  BrokerView,
  ConnectionView,
  PartitionView,
  ProducerStateView,
  StoredBatchView,
  StoredRecord,
  TopicView,
} from "./views.ts";

/**
 * A Kafka cluster in memory that speaks the real protocol: brokers with
 * addresses of their own, leaders, replicas, logs and producer state, reached
 * over connections in memory or over real sockets, and with hooks to make
 * every fault happen on purpose.
 *
 * @example A cluster for one test
 * ```ts
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ brokers: 3, topics: { orders: { partitions: 6 } } });
 * cluster.intercept("Produce", () => "drop-after"); // the first acknowledgement gets lost
 * // new Kafka(cluster.clientOptions()) ...
 * await cluster.close();
 * ```
 */
export class EmbeddedKafka {
  /** @param options How the cluster is set up. */
  constructor(options: EmbeddedKafkaOptions = {}) {
    void options;
  }

  /** Where its time and randomness come from. */
  get environment(): Environment {
    throw new Error("Not yet");
  }

  /** The cluster's id. */
  get clusterId(): string {
    throw new Error("Not yet");
  }

  /** Opens connections in memory to the addresses of the brokers. */
  get connector(): Connector {
    throw new Error("Not yet");
  }

  /** The brokers, by id. */
  brokers(): BrokerView[] {
    throw new Error("Not yet");
  }

  /**
   * What a client needs to reach the cluster in memory, without a socket.
   *
   * @returns Options to spread into those of `Kafka`.
   */
  clientOptions(): EmbeddedClientOptions {
    throw new Error("Not yet");
  }

  /**
   * Listens on real sockets, one port for each broker, and advertises those from now on.
   *
   * @param options Where to listen.
   * @returns Where it listens.
   */
  listen(options: ListenOptions = {}): Promise<EmbeddedListener> {
    return Promise.reject(new Error(`Not yet ${options.port}`));
  }

  /** Creates a topic. Throws when it exists or the options do not fit the cluster. */
  createTopic(name: string, options: TopicOptions = {}): TopicView {
    throw new Error(`Not yet ${name} ${options.partitions}`);
  }

  /** Deletes a topic with all its records. */
  deleteTopic(name: string): void {
    throw new Error(`Not yet ${name}`);
  }

  /** Deletes a topic and creates it anew, empty and with another id. */
  recreateTopic(name: string, options?: TopicOptions): TopicView {
    throw new Error(`Not yet ${name} ${options?.partitions}`);
  }

  /** Adds partitions to a topic until it has `total`. */
  createPartitions(name: string, total: number): void {
    throw new Error(`Not yet ${name} ${total}`);
  }

  /** Changes a topic's configuration. */
  configureTopic(name: string, config: TopicConfig): void {
    throw new Error(`Not yet ${name} ${config}`);
  }

  /** The topics that exist. */
  topics(): TopicView[] {
    throw new Error("Not yet");
  }

  /** One topic. */
  topic(name: string): TopicView {
    throw new Error(`Not yet ${name}`);
  }

  /** One partition. */
  partition(topic: string, partition: number): PartitionView {
    throw new Error(`Not yet ${topic} ${partition}`);
  }

  /** The batches in the leader's log, or in that of another replica. */
  log(
    topic: string,
    partition: number,
    options: { readonly replica?: number } = {},
  ): StoredBatchView[] {
    throw new Error(`Not yet ${topic} ${partition} ${options}`);
  }

  /** The records in the leader's log, decompressed, without transaction markers. */
  records(
    topic: string,
    partition: number,
    options: { readonly replica?: number } = {},
  ): Promise<StoredRecord[]> {
    return Promise.reject(new Error(`Not yet ${topic} ${partition} ${options}`));
  }

  /** What the leader knows about idempotent and transactional producers. */
  producers(topic: string, partition: number): ProducerStateView[] {
    throw new Error(`Not yet ${topic} ${partition}`);
  }

  /**
   * Puts records into a log without a client, as one batch.
   *
   * @returns The offset of the first.
   */
  append(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: AppendOptions = {},
  ): Promise<number> {
    return Promise.reject(new Error(`Not yet ${topic} ${partition} ${records} ${options}`));
  }

  /**
   * Puts bytes into a log as they are, except for the base offset and the
   * leader epoch of each batch: nothing is checked, so that they may be
   * damaged, or of an old format.
   *
   * @param options `baseOffset`: the offset to give them, which may leave a gap; the log's end otherwise.
   * @returns The offset of the first record.
   */
  appendRaw(
    topic: string,
    partition: number,
    bytes: Uint8Array,
    options: { readonly baseOffset?: number } = {},
  ): number {
    throw new Error(`Not yet ${topic} ${partition} ${bytes} ${options}`);
  }

  /**
   * Writes what a transactional producer would: a batch, and its marker.
   *
   * @returns The offset of the first record and the id of the producer, to go on with when the transaction is left open.
   */
  appendTransactional(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: TransactionalAppendOptions,
  ): Promise<{ offset: number; producerId: number }> {
    return Promise.reject(new Error(`Not yet ${topic} ${partition} ${records} ${options}`));
  }

  /** Moves the start of a log: everything before `offset` is gone, as by retention or DeleteRecords. */
  trimLog(topic: string, partition: number, offset: number): void {
    throw new Error(`Not yet ${topic} ${partition} ${offset}`);
  }

  /** Takes the batches with a record from `from` to `to` (both included) out of a log, which leaves a gap as compaction does. */
  removeBatches(topic: string, partition: number, from: number, to: number): void {
    throw new Error(`Not yet ${topic} ${partition} ${from} ${to}`);
  }

  /** Flips a byte in the records of the stored batch that holds `offset`, on one replica or on all. */
  corruptBatch(
    topic: string,
    partition: number,
    offset: number,
    options: { readonly replica?: number } = {},
  ): void {
    throw new Error(`Not yet ${topic} ${partition} ${offset} ${options}`);
  }

  /**
   * Makes another replica the leader, with the next epoch.
   *
   * @param to Its id. @default {the next replica in sync}
   * @returns The new leader and epoch.
   */
  moveLeader(
    topic: string,
    partition: number,
    to?: number,
  ): { leader: number; leaderEpoch: number } {
    throw new Error(`Not yet ${topic} ${partition} ${to}`);
  }

  /**
   * Elects a replica that may lack records, which are then lost: the others cut their logs back to its.
   *
   * @param to Its id. @default {the first replica whose broker runs and that is not the leader}
   * @returns The new leader and epoch.
   */
  uncleanElection(
    topic: string,
    partition: number,
    to?: number,
  ): { leader: number; leaderEpoch: number } {
    throw new Error(`Not yet ${topic} ${partition} ${to}`);
  }

  /** Stops a follower from copying the leader's log. */
  pauseReplica(
    topic: string,
    partition: number,
    broker: number,
    options: PauseReplicaOptions = {},
  ): void {
    throw new Error(`Not yet ${topic} ${partition} ${broker} ${options}`);
  }

  /** Lets a follower catch up and join the ISR again. */
  resumeReplica(topic: string, partition: number, broker: number): void {
    throw new Error(`Not yet ${topic} ${partition} ${broker}`);
  }

  /** Lets a follower copy everything so much later than it was appended; 0 ends it. It stays in the ISR, so that the high watermark lags. */
  setReplicaLag(topic: string, partition: number, broker: number, lagMs: number): void {
    throw new Error(`Not yet ${topic} ${partition} ${broker} ${lagMs}`);
  }

  /** Stops a broker: its connections close, new ones are refused, its leaderships move. */
  stopBroker(id: number, options: StopBrokerOptions = {}): Promise<void> {
    return Promise.reject(new Error(`Not yet ${id} ${options}`));
  }

  /** Starts a stopped broker, which catches up and joins its ISRs again. */
  startBroker(id: number, options: StartBrokerOptions = {}): Promise<void> {
    return Promise.reject(new Error(`Not yet ${id} ${options}`));
  }

  /** Suspends a broker: it accepts connections and bytes, and answers nothing until it is resumed. */
  pauseBroker(id: number, options: PauseBrokerOptions = {}): void {
    throw new Error(`Not yet ${id} ${options}`);
  }

  /** Resumes a paused broker, which then goes through everything that it was sent. */
  resumeBroker(id: number): void {
    throw new Error(`Not yet ${id}`);
  }

  /** Whether a running broker refuses new connections; open ones stay. */
  refuseConnections(id: number, refuse: boolean): void {
    throw new Error(`Not yet ${id} ${refuse}`);
  }

  /** Gives a broker another address in memory, as after a replacement; open connections are closed. */
  changeAddress(id: number, address: { readonly host?: string; readonly port?: number }): void {
    throw new Error(`Not yet ${id} ${address}`);
  }

  /**
   * Closes connections without a word.
   *
   * @returns How many.
   */
  killConnections(filter: ConnectionFilter = {}): number {
    throw new Error(`Not yet ${filter}`);
  }

  /** The open connections. */
  connections(filter: ConnectionFilter = {}): ConnectionView[] {
    throw new Error(`Not yet ${filter}`);
  }

  /** Slows clients down (KIP-219). */
  throttle(options: ThrottleOptions): void {
    throw new Error(`Not yet ${options}`);
  }

  /**
   * Forgets the fetch sessions of a broker or of all.
   *
   * @returns How many.
   */
  evictFetchSessions(broker?: number): number {
    throw new Error(`Not yet ${broker}`);
  }

  /**
   * Puts a hook in place. Hooks are asked in the order in which they came; one
   * is used up by its first request unless `keep` or `times` say otherwise.
   *
   * @param api The API by name or key, or `"*"` for all.
   * @param handler What decides about the request.
   * @param options Which requests it gets, and how often.
   * @returns The hook.
   */
  intercept<Request = unknown, Response = unknown>(
    api: string | number,
    handler: InterceptHandler<Request, Response>,
    options: InterceptOptions<Request> = {},
  ): Intercept<Request> {
    throw new Error(`Not yet ${api} ${handler} ${options}`);
  }

  /**
   * The requests that came so far, oldest first.
   *
   * @param filter Which of them.
   */
  requests(filter: RequestFilter = {}): ObservedRequest[] {
    throw new Error(`Not yet ${filter}`);
  }

  /** Forgets the requests that came so far. */
  clearRequests(): void {
    throw new Error("Not yet");
  }

  /** Closes every connection and socket. Twice is fine. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
