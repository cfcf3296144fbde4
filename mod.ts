/**
 * A Kafka client for web-standard runtimes: a consumer is a
 * `ReadableStream<Message>`, a producer is a `WritableStream`.
 *
 * @example Produce and consume
 * ```ts
 * import { Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ topics: ["orders"] });
 * const kafka = new Kafka(cluster.clientOptions());
 *
 * await kafka.producer().send({ topic: "orders", key: "42", value: "paid" });
 *
 * for await (const message of kafka.consumer({ topics: ["orders"], from: "earliest" })) {
 *   console.log(message.offset, message.text());
 *   break;
 * }
 *
 * await kafka.close();
 * await cluster.close();
 * ```
 *
 * @module
 */

export { Kafka } from "./src/kafka.ts";
export { VERSION } from "./src/version.ts";

export type { ClientOptions, Lookup, VersionPin } from "./src/cluster/options.ts";
export {
  AbortedError,
  AuthenticationError,
  BrokerError,
  type BrokerErrorOptions,
  BufferFullError,
  ClosedError,
  ConnectionError,
  CorruptRecordError,
  type CorruptRecordErrorOptions,
  type Fate,
  KafkaError,
  type KafkaErrorOptions,
  ProtocolError,
  type ProtocolErrorOptions,
  TimeoutError,
} from "./src/errors.ts";

export { Producer, type ProducerCallOptions } from "./src/producer/producer.ts";
export type { CompressionChoice, ProducerOptions } from "./src/producer/options.ts";
export type {
  ProducerChunk,
  ProducerRecord,
  RecordContent,
  RecordHeadersInput,
  RecordMetadata,
  RecordsChunk,
} from "./src/producer/record.ts";
export { DeliveryError, type RecordFailure } from "./src/producer/delivery.ts";
export type {
  Partitioner,
  PartitionerRecord,
  PartitionerTopic,
} from "./src/producer/partitioner.ts";

export { Consumer, type Positions } from "./src/consumer/consumer.ts";
export type { ConsumerOptions, TopicSelection } from "./src/consumer/options.ts";
export type {
  PartitionStartPositions,
  StartPosition,
  TopicPartition,
  TopicStartPositions,
} from "./src/consumer/start_position.ts";
export { DirectStream } from "./src/consumer/direct_stream.ts";
export { Message } from "./src/consumer/message.ts";
export { MessageBatch } from "./src/consumer/message_batch.ts";
export { MessageIterator } from "./src/consumer/message_iterator.ts";

export {
  eachMessage,
  type HandlerResult,
  type MessageHandler,
} from "./src/pipeline/each_message.ts";

export type { Acknowledgeable } from "./src/internal/acknowledge.ts";
export type { Clock, Environment, Timer } from "./src/internal/environment.ts";
export { type ClientEventListener, type ClientEvents, KafkaEvents } from "./src/internal/events.ts";
export { type ResourceKind, ResourceRegistry } from "./src/internal/resources.ts";
export type {
  CodecImplementation,
  CompressionCodec,
  CompressionLevels,
  CompressionName,
  CompressOptions,
  DecompressOptions,
} from "./src/record/compression.ts";
export type { TimestampType } from "./src/record/batch_reader.ts";
export type { RecordHeader, RecordHeaderInput } from "./src/record/headers.ts";
export type {
  Address,
  ConnectOptions,
  Connector,
  TlsOptions,
  Transport,
} from "./src/transport/transport.ts";
