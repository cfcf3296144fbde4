/**
 * A Kafka client for web-standard runtimes: a consumer is a
 * `ReadableStream<Message>`, a producer is a `WritableStream`.
 *
 * @example Produce and consume
 * ```ts
 * import { Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka();
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
