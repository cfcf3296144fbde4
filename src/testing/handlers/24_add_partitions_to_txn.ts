/**
 * AddPartitionsToTxn: what a transaction is going to write to.
 *
 * @module
 */

import {
  addPartitionsToTxn,
  type AddPartitionsToTxnRequest,
  type AddPartitionsToTxnResponseInput,
  addPartitionsToTxnServer,
  type AddPartitionsToTxnTopic,
  type AddPartitionsToTxnTopicResultInput,
} from "../../protocol/messages/add_partitions_to_txn.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import type { ProducerIdentity } from "../transactions.ts";

/** Several transactions may be in one request from this version on. */
const BATCHED_VERSION = 4;

/** Serves AddPartitionsToTxn. */
export const addPartitionsToTxnHandler: ApiHandler = serve({
  server: addPartitionsToTxnServer,
  client: addPartitionsToTxn,
}, handle);

function handle(
  request: AddPartitionsToTxnRequest,
  context: RequestContext,
): AddPartitionsToTxnResponseInput {
  if (context.version >= BATCHED_VERSION) {
    return {
      resultsByTransaction: request.transactions.map((transaction) => ({
        transactionalId: transaction.transactionalId,
        topicResults: add(
          transaction.transactionalId,
          transaction,
          transaction.topics,
          context,
        ),
      })),
    };
  }
  const producer = {
    producerId: request.v3AndBelowProducerId,
    producerEpoch: request.v3AndBelowProducerEpoch,
  };
  return {
    resultsByTopicV3AndBelow: add(
      request.v3AndBelowTransactionalId,
      producer,
      request.v3AndBelowTopics,
      context,
    ),
  };
}

function add(
  transactionalId: string,
  producer: ProducerIdentity,
  topics: readonly AddPartitionsToTxnTopic[],
  context: RequestContext,
): AddPartitionsToTxnTopicResultInput[] {
  const { cluster, version } = context;
  const named = topics.flatMap(({ name, partitions }) =>
    partitions.map((partition) => ({ topic: name, partition }))
  );
  const known = ({ topic, partition }: { topic: string; partition: number }) =>
    cluster.topics.get(topic)?.partitions[partition] !== undefined;
  const missing = named.some((each) => !known(each));
  const error = missing
    ? ErrorCodes.OPERATION_NOT_ATTEMPTED
    : cluster.transactions.addPartitions(transactionalId, producer, named, version);
  return topics.map(({ name, partitions }) => ({
    name,
    resultsByPartition: partitions.map((partition) => ({
      partitionIndex: partition,
      partitionErrorCode: known({ topic: name, partition })
        ? error
        : ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
    })),
  }));
}
