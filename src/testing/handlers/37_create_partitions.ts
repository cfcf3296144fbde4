/**
 * CreatePartitions.
 *
 * @module
 */

import {
  createPartitions,
  type CreatePartitionsRequest,
  type CreatePartitionsResponseInput,
  createPartitionsServer,
  type CreatePartitionsTopic,
  type CreatePartitionsTopicResultInput,
} from "../../protocol/messages/create_partitions.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { ControllerError } from "../controller_error.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** Serves CreatePartitions. */
export const createPartitionsHandler: ApiHandler = serve({
  server: createPartitionsServer,
  client: createPartitions,
}, handle);

function handle(
  request: CreatePartitionsRequest,
  context: RequestContext,
): CreatePartitionsResponseInput {
  return { results: request.topics.map((topic) => extend(topic, request.validateOnly, context)) };
}

function extend(
  wanted: CreatePartitionsTopic,
  validateOnly: boolean,
  context: RequestContext,
): CreatePartitionsTopicResultInput {
  const { name, count, assignments } = wanted;
  const topic = context.cluster.topics.get(name);
  if (topic === undefined) return { name, errorCode: ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION };
  try {
    const replicas = assignments?.map(({ brokerIds }) => brokerIds);
    context.cluster.createPartitions(topic, count, replicas, validateOnly);
    return { name };
  } catch (error) {
    if (!(error instanceof ControllerError)) throw error;
    return { name, errorCode: error.errorCode, errorMessage: error.message };
  }
}
