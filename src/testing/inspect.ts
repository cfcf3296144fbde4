/**
 * Turns the state of a cluster into what tests see, and does to batches what only tests want.
 *
 * @module
 */

import type { Partition } from "./partition.ts";
import type { ProducerSnapshot } from "./producer_states.ts";
import { laterSequence, type StoredBatch } from "./stored_batch.ts";
import type { Topic } from "./topic.ts";
import type { PartitionView, ProducerStateView, StoredBatchView, TopicView } from "./views.ts";

const V2_HEADER_BYTES = 61;

/** One topic. */
export function viewTopic(topic: Topic): TopicView {
  return {
    name: topic.name,
    topicId: topic.id,
    partitions: topic.partitions.map(viewPartition),
    config: topic.config.own,
  };
}

/** One partition. */
export function viewPartition(partition: Partition): PartitionView {
  return {
    topic: partition.topic,
    partition: partition.index,
    leader: partition.leader,
    leaderEpoch: partition.leaderEpoch,
    replicas: [...partition.replicas],
    isr: [...partition.isr],
    startOffset: Number(partition.log.startOffset),
    highWatermark: Number(partition.highWatermark),
    lastStableOffset: Number(partition.lastStableOffset),
    endOffset: Number(partition.log.endOffset),
  };
}

/** One batch. */
export function viewBatch(batch: StoredBatch): StoredBatchView {
  return {
    bytes: batch.bytes,
    baseOffset: Number(batch.baseOffset),
    lastOffset: Number(batch.lastOffset),
    recordCount: batch.recordCount,
    leaderEpoch: batch.leaderEpoch,
    producerId: Number(batch.producerId),
    producerEpoch: batch.producerEpoch,
    baseSequence: batch.baseSequence,
    transactional: batch.transactional,
    control: batch.control,
    compression: batch.compression,
  };
}

/** What is known about one producer. */
export function viewProducer(producer: ProducerSnapshot): ProducerStateView {
  const { batches, transactionStart } = producer;
  return {
    producerId: Number(producer.producerId),
    producerEpoch: producer.epoch,
    lastSequence: batches.length === 0 ? -1 : batches[batches.length - 1].lastSequence,
    batches: batches.map(({ firstSequence, lastSequence, offset }) => ({
      firstSequence,
      lastSequence,
      offset: Number(offset),
    })),
    transactionStart: transactionStart === undefined ? undefined : Number(transactionStart),
  };
}

/**
 * The sequence that a producer's next batch has.
 *
 * @param known What is known about it.
 * @param epoch Its epoch.
 */
export function nextSequence(known: ProducerSnapshot | undefined, epoch: number): number {
  if (known === undefined || known.epoch !== epoch || known.batches.length === 0) return 0;
  return laterSequence(known.batches[known.batches.length - 1].lastSequence, 1);
}

/**
 * A copy of a batch with a flipped byte in its records, so that its checksum fails.
 *
 * @param batch The batch.
 */
export function damage(batch: StoredBatch): StoredBatch {
  const bytes = batch.bytes.slice();
  const first = batch.magic < 2 ? bytes.length - 1 : V2_HEADER_BYTES;
  bytes[Math.min(bytes.length - 1, first + ((bytes.length - first) >> 1))] ^= 0xff;
  return { ...batch, bytes };
}
