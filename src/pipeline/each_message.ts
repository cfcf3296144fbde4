/**
 * The way from messages to the records that are made of them.
 *
 * @module
 */

import type { Message } from "../consumer/message.ts";
import type { ProducerRecord, RecordsChunk } from "../producer/record.ts";

/** What a handler makes of a message: one record, several (an array or another iterable), or nothing. */
export type HandlerResult = ProducerRecord | Iterable<ProducerRecord> | null | undefined | void;

/** Makes records of a message, at once or later. */
export type MessageHandler = (message: Message) => HandlerResult | PromiseLike<HandlerResult>;

/**
 * Makes a transform from a consumer to a producer. Each chunk that it writes
 * names the message that its records were made from, so that the message is
 * acknowledged when all of them were, and at once when there are none: in a
 * group with `commit: "ack"` nothing is committed that is not stored.
 *
 * Messages are handled one after the other, in their order. An exception of the
 * handler errors the pipe.
 *
 * @param handler What to make of each message.
 * @returns The transform, for `pipeThrough`.
 * @throws {TypeError} When the handler is not a function.
 *
 * @example Copy a topic in capitals
 * ```ts
 * import { eachMessage, Kafka } from "@kafka-web/client";
 * import { EmbeddedKafka } from "@kafka-web/client/testing";
 *
 * const cluster = new EmbeddedKafka({ topics: ["orders", "shouted"] });
 * const kafka = new Kafka(cluster.clientOptions());
 * await kafka.producer().send({ topic: "orders", value: "paid" });
 *
 * const consumer = kafka.consumer({ topics: "orders", from: "earliest" });
 * const pipe = consumer
 *   .pipeThrough(eachMessage((message) => ({
 *     topic: "shouted",
 *     key: message.key,
 *     value: message.text().toUpperCase(),
 *   })))
 *   .pipeTo(kafka.producer());
 *
 * for await (const message of kafka.consumer({ topics: "shouted", from: "earliest" })) {
 *   console.log(message.text()); // PAID
 *   break;
 * }
 * await consumer.close();
 * await pipe;
 * await kafka.close();
 * await cluster.close();
 * ```
 */
export function eachMessage(handler: MessageHandler): TransformStream<Message, RecordsChunk> {
  if (typeof handler !== "function") {
    throw new TypeError(
      `Cannot handle messages as the handler must be a function: it is ${String(handler)}`,
    );
  }
  // One message waits at most: what reads ahead of the work is not handled, yet no longer in the consumer.
  return new TransformStream<Message, RecordsChunk>(
    {
      async transform(message, controller) {
        controller.enqueue({ records: recordsOf(await handler(message)), source: message });
      },
    },
    { highWaterMark: 1 },
    { highWaterMark: 0 },
  );
}

function recordsOf(result: HandlerResult): readonly ProducerRecord[] {
  if (result === undefined || result === null) return [];
  if (typeof result !== "object") {
    throw new TypeError(
      `Cannot send what the handler returned as it must be a record, several or nothing: it is ${
        JSON.stringify(result)
      }`,
    );
  }
  return Symbol.iterator in result ? [...result] : [result];
}
