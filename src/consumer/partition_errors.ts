/**
 * The errors of single partitions.
 *
 * @module
 */

import { KafkaError } from "../errors.ts";
import type { Partition } from "./partition.ts";
import type { TopicPartition } from "./start_position.ts";

/**
 * The error of a call that concerns a partition which is not read.
 *
 * @param action What was to be done, to follow "Cannot".
 * @param target The partition.
 */
export function notAssigned(action: string, target: TopicPartition): KafkaError {
  return new KafkaError(
    `Cannot ${action} "${target.topic}" [${target.partition}] as the consumer does not read it`,
    { code: "NOT_ASSIGNED", topic: target.topic, partition: target.partition },
  );
}

/** The error of a partition that its topic does not have. */
export function unknownPartition(partition: Partition): KafkaError {
  return new KafkaError(`Cannot read ${partition.label} as the topic has no such partition`, {
    code: "UNKNOWN_TOPIC_OR_PARTITION",
    retriable: true,
    topic: partition.topic,
    partition: partition.partition,
  });
}

/** The error of a partition whose topic was deleted and created anew. */
export function recreatedError(partition: Partition): KafkaError {
  return new KafkaError(
    `Cannot read ${partition.label} on from offset ${partition.offsets.position} as the topic was created anew`,
    { code: "TOPIC_RECREATED", topic: partition.topic, partition: partition.partition },
  );
}

/** The error of a partition whose log lost what was read of it. */
export function truncatedError(partition: Partition, endOffset: number): KafkaError {
  return new KafkaError(
    `Cannot read ${partition.label} on from offset ${partition.offsets.position} as the log was truncated to ${endOffset}`,
    { code: "LOG_TRUNCATION", topic: partition.topic, partition: partition.partition },
  );
}
