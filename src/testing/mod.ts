/**
 * A Kafka cluster in memory that speaks the real protocol, for tests: over
 * connections in memory, or over real sockets for any Kafka client.
 *
 * Every cluster lives on its own clock and randomness, which can be given, so
 * that a client and a cluster run together in a deterministic simulation.
 *
 * What it does not do: consumer and share groups, authentication and
 * encryption, quotas, transactional offset commits, changes of configuration
 * by clients, reassignments, retention by time, compaction by itself (a test
 * can take batches out), compression by the broker, and storage: a cluster
 * forgets everything when it is closed.
 *
 * In one thing it is stricter than Kafka: the offset deltas of uncompressed
 * records must count up from 0.
 *
 * @module
 */

export { EmbeddedKafka } from "./embedded_kafka.ts";
export type {
  Intercept,
  InterceptAction,
  InterceptHandler,
  InterceptOptions,
  ObservedRequest,
  RequestFilter,
} from "./control.ts";
export type {
  AppendOptions,
  ConnectionFilter,
  EmbeddedClientOptions,
  EmbeddedKafkaOptions,
  EmbeddedListener,
  KafkaRelease,
  ListenOptions,
  PauseBrokerOptions,
  PauseReplicaOptions,
  ProducedRecord,
  RecordInput,
  RecordValidator,
  StartBrokerOptions,
  StopBrokerOptions,
  ThrottleOptions,
  TopicConfig,
  TopicOptions,
  TransactionalAppendOptions,
  VersionLimit,
} from "./options.ts";
export type { ServedApi, ServedApis } from "./served_apis.ts";
export type {
  BrokerState,
  BrokerView,
  ConnectionView,
  PartitionView,
  ProducerStateView,
  StoredBatchView,
  StoredRecord,
  TopicView,
} from "./views.ts";
export type { Clock, Environment, Timer } from "../internal/environment.ts";
export { type ResourceKind, ResourceRegistry } from "../internal/resources.ts";
export type {
  Address,
  ConnectOptions,
  Connector,
  TlsOptions,
  Transport,
} from "../transport/transport.ts";
