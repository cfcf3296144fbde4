/**
 * CreateTopics.
 *
 * @module
 */

import {
  type CreatableTopic,
  type CreatableTopicResultInput,
  createTopics,
  type CreateTopicsRequest,
  type CreateTopicsResponseInput,
  createTopicsServer,
} from "../../protocol/messages/create_topics.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { ControllerError } from "../controller_error.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import type { TopicOptions } from "../options.ts";
import { TOPIC_CONFIGS } from "../topic_config.ts";

/** Stands for the cluster's own choice (KIP-464). */
const BROKER_DEFAULT = -1;
/** What was created is answered from this version on (KIP-525). */
const DETAILS_VERSION = 5;

/** Serves CreateTopics. */
export const createTopicsHandler: ApiHandler = serve({
  server: createTopicsServer,
  client: createTopics,
}, handle);

function handle(request: CreateTopicsRequest, context: RequestContext): CreateTopicsResponseInput {
  const names = request.topics.map((topic) => topic.name);
  const topics = request.topics.map((topic): CreatableTopicResultInput => {
    if (names.indexOf(topic.name) !== names.lastIndexOf(topic.name)) {
      return {
        name: topic.name,
        errorCode: ErrorCodes.INVALID_REQUEST,
        errorMessage: "Duplicate topic name",
      };
    }
    try {
      return create(topic, request.validateOnly, context);
    } catch (error) {
      if (!(error instanceof ControllerError)) throw error;
      return { name: topic.name, errorCode: error.errorCode, errorMessage: error.message };
    }
  });
  // A topic that is named twice is answered once.
  const unique = topics.filter((_, at) => names.indexOf(names[at]) === at);
  return { topics: unique };
}

function create(
  wanted: CreatableTopic,
  validateOnly: boolean,
  context: RequestContext,
): CreatableTopicResultInput {
  const topic = context.cluster.createTopic(wanted.name, optionsOf(wanted), validateOnly);
  const result = { name: topic.name, topicId: topic.id };
  if (context.version < DETAILS_VERSION) return result;
  return {
    ...result,
    numPartitions: topic.partitions.length,
    replicationFactor: topic.partitions[0].replicas.length,
    configs: Object.keys(TOPIC_CONFIGS).map((name) => ({
      name,
      value: topic.config.value(name),
      configSource: topic.config.source(name),
    })),
  };
}

function optionsOf(wanted: CreatableTopic): TopicOptions {
  const { assignments, numPartitions, replicationFactor } = wanted;
  const config: Record<string, string> = {};
  for (const { name, value } of wanted.configs) {
    if (value === null) {
      throw new ControllerError(ErrorCodes.INVALID_CONFIG, `Null value not supported for ${name}`);
    }
    config[name] = value;
  }
  if (assignments.length > 0) {
    if (numPartitions !== BROKER_DEFAULT || replicationFactor !== BROKER_DEFAULT) {
      throw new ControllerError(
        ErrorCodes.INVALID_REQUEST,
        "Numbers of partitions and replicas must be -1 where replicas are assigned",
      );
    }
    const ordered = [...assignments].sort((a, b) => a.partitionIndex - b.partitionIndex);
    if (ordered.some(({ partitionIndex }, at) => partitionIndex !== at)) {
      throw new ControllerError(
        ErrorCodes.INVALID_REPLICA_ASSIGNMENT,
        "Partitions must be a consecutive sequence of integers from 0",
      );
    }
    return { config, assignment: ordered.map(({ brokerIds }) => brokerIds) };
  }
  return {
    config,
    ...(numPartitions === BROKER_DEFAULT ? {} : { partitions: numPartitions }),
    ...(replicationFactor === BROKER_DEFAULT ? {} : { replicationFactor }),
  };
}
