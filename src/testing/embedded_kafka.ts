/**
 * A Kafka cluster in memory that speaks the real protocol.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Connector } from "../transport/transport.ts";
import { BrokerNetwork } from "./broker_network.ts";
import { resolveClusterOptions } from "./cluster_options.ts";
import { ClusterState } from "./cluster_state.ts";
import type {
  Intercept,
  InterceptHandler,
  InterceptOptions,
  ObservedRequest,
  RequestFilter,
} from "./control.ts";
import { viewBatch, viewPartition, viewProducer, viewTopic } from "./inspect.ts";
import { LogControl } from "./log_control.ts";
import type { ServedApis } from "./served_apis.ts";
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
  RecordValidator,
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
  readonly #state: ClusterState;
  readonly #network: BrokerNetwork;
  readonly #logs: LogControl;
  #closing: Promise<void> | undefined;

  /**
   * Sets up a cluster, whose brokers run and can be reached in memory at once.
   *
   * @param options How the cluster is set up.
   */
  constructor(options: EmbeddedKafkaOptions = {}) {
    this.#state = new ClusterState(resolveClusterOptions(options));
    this.#network = new BrokerNetwork(this.#state);
    this.#logs = new LogControl(this.#state);
  }

  /** Where its time and randomness come from. */
  get environment(): Environment {
    return this.#state.environment;
  }

  /** The cluster's id. */
  get clusterId(): string {
    return this.#state.options.clusterId;
  }

  /** Opens connections in memory to the addresses of the brokers. */
  get connector(): Connector {
    return this.#network.connector();
  }

  /** The brokers, by id. */
  brokers(): BrokerView[] {
    return [...this.#state.brokers.values()].map((broker) => ({
      id: broker.id,
      ...broker.advertised(broker.socketAddress === undefined ? "memory" : "socket"),
      rack: broker.rack,
      state: broker.state,
    }));
  }

  /**
   * What a client needs to reach the cluster in memory, without a socket.
   *
   * @returns Options to spread into those of `Kafka`.
   */
  clientOptions(): EmbeddedClientOptions {
    const brokers = [...this.#state.brokers.values()];
    return {
      brokers: brokers.map((broker) => formatAddress(broker.memoryAddress)),
      connector: this.connector,
    };
  }

  /**
   * Listens on real sockets, one port for each broker, and advertises those from now on.
   *
   * @param options Where to listen.
   * @returns Where it listens.
   */
  listen(options: ListenOptions = {}): Promise<EmbeddedListener> {
    return this.#network.listen(options);
  }

  /** Creates a topic. Throws when it exists or the options do not fit the cluster. */
  createTopic(name: string, options: TopicOptions = {}): TopicView {
    return viewTopic(this.#state.createTopic(name, options));
  }

  /** Deletes a topic with all its records. */
  deleteTopic(name: string): void {
    this.#state.deleteTopic(this.#state.topic(name));
  }

  /** Deletes a topic and creates it anew, empty and with another id. */
  recreateTopic(name: string, options?: TopicOptions): TopicView {
    const { partitions, config } = this.#state.topic(name);
    const same = { assignment: partitions.map(({ replicas }) => replicas), config: config.own };
    this.deleteTopic(name);
    return this.createTopic(name, options ?? same);
  }

  /** Adds partitions to a topic until it has `total`. */
  createPartitions(name: string, total: number): void {
    this.#state.createPartitions(this.#state.topic(name), total);
  }

  /** Changes a topic's configuration. */
  configureTopic(name: string, config: TopicConfig): void {
    this.#state.topic(name).config.change(config);
  }

  /** The topics that exist. */
  topics(): TopicView[] {
    return [...this.#state.topics.values()].map(viewTopic);
  }

  /** One topic. */
  topic(name: string): TopicView {
    return viewTopic(this.#state.topic(name));
  }

  /** One partition. */
  partition(topic: string, partition: number): PartitionView {
    return viewPartition(this.#state.partition(topic, partition));
  }

  /** The batches in the leader's log, or in that of another replica. */
  log(
    topic: string,
    partition: number,
    options: { readonly replica?: number } = {},
  ): StoredBatchView[] {
    return this.#logs.log(topic, partition, options.replica).batches().map(viewBatch);
  }

  /** The records in the leader's log, decompressed, without transaction markers. */
  async records(
    topic: string,
    partition: number,
    options: { readonly replica?: number } = {},
  ): Promise<StoredRecord[]> {
    return await this.#logs.records(topic, partition, options.replica);
  }

  /** What the leader knows about idempotent and transactional producers. */
  producers(topic: string, partition: number): ProducerStateView[] {
    return this.#state.partition(topic, partition).producers.snapshot().map(viewProducer);
  }

  /**
   * Puts records into a log without a client, as one batch.
   *
   * @returns The offset of the first.
   */
  async append(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: AppendOptions = {},
  ): Promise<number> {
    return await this.#logs.append(topic, partition, records, options);
  }

  /**
   * Puts bytes into a log as they are, except for the base offset and the
   * leader epoch of each batch: nothing is checked, so that they may be
   * damaged, or of an old format.
   *
   * @param options `baseOffset`: the offset to give them, which may leave a gap; the log's end otherwise. For an old
   * compressed message it is the offset of its last record.
   * @returns The offset of the first record.
   */
  appendRaw(
    topic: string,
    partition: number,
    bytes: Uint8Array,
    options: { readonly baseOffset?: number | bigint } = {},
  ): number {
    return this.#logs.appendRaw(topic, partition, bytes, options.baseOffset);
  }

  /**
   * Writes what a transactional producer would: a batch, and its marker.
   *
   * @returns The offset of the first record and the id of the producer, to go on with when the transaction is left open.
   */
  async appendTransactional(
    topic: string,
    partition: number,
    records: readonly RecordInput[],
    options: TransactionalAppendOptions,
  ): Promise<{ offset: number; producerId: number }> {
    return await this.#logs.appendTransactional(topic, partition, records, options);
  }

  /**
   * Writes the marker that ends a transaction on one partition.
   *
   * @param producer Whose it is.
   * @param outcome How it ends.
   */
  endTransaction(
    topic: string,
    partition: number,
    producer: { readonly producerId: number | bigint; readonly producerEpoch?: number },
    outcome: "commit" | "abort",
  ): void {
    this.#logs.endTransaction(topic, partition, producer, outcome);
  }

  /** Moves the start of a log: everything before `offset` is gone, as by retention or DeleteRecords. */
  trimLog(topic: string, partition: number, offset: number): void {
    this.#state.partition(topic, partition).trim(BigInt(offset));
  }

  /** Takes the batches with a record from `from` to `to` (both included) out of a log, which leaves a gap as compaction does. */
  removeBatches(topic: string, partition: number, from: number, to: number): void {
    this.#state.partition(topic, partition).remove(BigInt(from), BigInt(to));
  }

  /** Flips a byte in the records of the stored batch that holds `offset`, on one replica or on all. */
  corruptBatch(
    topic: string,
    partition: number,
    offset: number,
    options: { readonly replica?: number } = {},
  ): void {
    this.#logs.corrupt(topic, partition, offset, options.replica);
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
    return this.#logs.moveLeader(topic, partition, to);
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
    return this.#logs.uncleanElection(topic, partition, to);
  }

  /** Stops a follower from copying the leader's log. */
  pauseReplica(
    topic: string,
    partition: number,
    broker: number,
    options: PauseReplicaOptions = {},
  ): void {
    const { staysInSync = false } = options;
    this.#state.partition(topic, partition).pause(broker, staysInSync);
  }

  /** Lets a follower catch up and join the ISR again. */
  resumeReplica(topic: string, partition: number, broker: number): void {
    this.#state.partition(topic, partition).resume(broker);
  }

  /** Lets a follower copy everything so much later than it was appended; 0 ends it. It stays in the ISR, so that the high watermark lags. */
  setReplicaLag(topic: string, partition: number, broker: number, lagMs: number): void {
    this.#state.partition(topic, partition).setLag(broker, lagMs);
  }

  /** Stops a broker: its connections close, new ones are refused, its leaderships move. */
  stopBroker(id: number, options: StopBrokerOptions = {}): Promise<void> {
    return this.#network.stop(this.#state.broker(id), options);
  }

  /** Starts a stopped broker, which catches up and joins its ISRs again. */
  startBroker(id: number, options: StartBrokerOptions = {}): Promise<void> {
    return this.#network.start(this.#state.broker(id), options);
  }

  /** Suspends a broker: it accepts connections and bytes, and answers nothing until it is resumed. */
  pauseBroker(id: number, options: PauseBrokerOptions = {}): void {
    this.#network.pause(this.#state.broker(id), options);
  }

  /** Resumes a paused broker, which then goes through everything that it was sent. */
  resumeBroker(id: number): void {
    this.#network.resume(this.#state.broker(id));
  }

  /** Whether a running broker refuses new connections; open ones stay. */
  refuseConnections(id: number, refuse: boolean): Promise<void> {
    return this.#network.refuse(this.#state.broker(id), refuse);
  }

  /** Gives a broker another address in memory, as after a replacement; open connections are closed. */
  changeAddress(
    id: number,
    address: { readonly host?: string; readonly port?: number },
  ): Promise<void> {
    return this.#network.move(this.#state.broker(id), address);
  }

  /**
   * Closes connections without a word.
   *
   * @returns How many.
   */
  killConnections(filter: ConnectionFilter = {}): number {
    const connections = this.#network.connections(filter);
    for (const connection of connections) connection.close();
    return connections.length;
  }

  /** The open connections. */
  connections(filter: ConnectionFilter = {}): ConnectionView[] {
    return this.#network.connections(filter).map((connection) => ({
      id: connection.id,
      broker: connection.broker.id,
      clientId: connection.clientId,
      requests: connection.requests,
    }));
  }

  /** Slows clients down (KIP-219). */
  throttle(options: ThrottleOptions): void {
    this.#state.throttle(options);
  }

  /**
   * Forgets the fetch sessions of a broker or of all.
   *
   * @returns How many.
   */
  evictFetchSessions(broker?: number): number {
    const brokers = broker === undefined
      ? [...this.#state.brokers.values()]
      : [this.#state.broker(broker)];
    return brokers.reduce((sum, each) => sum + each.sessions.clear(), 0);
  }

  /**
   * Puts a hook in place. Hooks are asked in the order in which they came; one
   * is used up by its first request unless `keep` or `times` say otherwise.
   *
   * @param api The API by name.
   * @param handler What decides about the request.
   * @param options Which requests it gets, and how often.
   * @returns The hook.
   */
  intercept<Name extends keyof ServedApis>(
    api: Name,
    handler: InterceptHandler<
      ServedApis[Name]["request"],
      ServedApis[Name]["response"],
      ServedApis[Name]["responseInput"]
    >,
    options?: InterceptOptions<ServedApis[Name]["request"]>,
  ): Intercept<ServedApis[Name]["request"]>;
  /**
   * Puts a hook in place for an API whose messages are not typed here.
   *
   * @param api The API by name or key, or `"*"` for all.
   * @param handler What decides about the request.
   * @param options Which requests it gets, and how often.
   * @returns The hook.
   */
  intercept<Request = unknown, Response = unknown>(
    api: string | number,
    handler: InterceptHandler<Request, Response>,
    options?: InterceptOptions<Request>,
  ): Intercept<Request>;
  intercept(
    api: string | number,
    handler: (request: never) => unknown,
    options: object = {},
  ): Intercept<never> {
    const decide = handler as unknown as InterceptHandler;
    return this.#state.hooks.add(api, decide, options) as unknown as Intercept<never>;
  }

  /**
   * The requests of an API that came so far, oldest first.
   *
   * @param filter Which of them.
   */
  requests<Name extends keyof ServedApis>(
    filter: RequestFilter & { readonly api: Name },
  ): ObservedRequest<ServedApis[Name]["request"]>[];
  /**
   * The requests that came so far, oldest first.
   *
   * @param filter Which of them.
   */
  requests(filter?: RequestFilter): ObservedRequest[];
  requests(filter: RequestFilter = {}): ObservedRequest[] {
    return this.#state.requestLog.list(filter);
  }

  /** Forgets the requests that came so far. */
  clearRequests(): void {
    this.#state.requestLog.clear();
  }

  /**
   * What clients sent that could not be understood, the last hundred: the
   * connections of these were closed.
   */
  clientFaults(): unknown[] {
    return [...this.#state.clientFaults];
  }

  /**
   * Lets a test refuse records of a topic, one by one (KIP-467).
   *
   * @param validator What decides; `undefined` takes it away.
   */
  validateRecords(topic: string, validator: RecordValidator | undefined): void {
    this.#state.topic(topic).validator = validator;
  }

  /** Makes a partition's leader forget its producers, as after `producer.id.expiration.ms`. */
  forgetProducers(topic: string, partition: number): void {
    this.#state.partition(topic, partition).producers.expire();
  }

  /**
   * Closes every connection and socket. Twice is fine.
   *
   * @throws What a hook has thrown, so that a failed assertion in one fails the test.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** The same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    await this.#network.close();
    this.#state.transactions.close();
    for (const topic of this.#state.topics.values()) {
      for (const partition of topic.partitions) partition.close();
    }
    const { failures } = this.#state;
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures, "Several hooks failed");
  }
}
