/**
 * Metadata: brokers, topics, leaders.
 *
 * @module
 */

import {
  metadata,
  type MetadataRequest,
  type MetadataRequestTopic,
  type MetadataResponseInput,
  type MetadataResponseTopicInput,
  metadataServer,
} from "../../protocol/messages/metadata.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { ZERO_UUID } from "../../protocol/uuid.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { NO_LEADER, type Partition } from "../partition.ts";
import { type Topic, topicNameProblem } from "../topic.ts";

const INTERNAL_TOPICS: readonly string[] = ["__consumer_offsets", "__transaction_state"];
/** Topics may be asked for by id, and have no name in the answer, from this version on. */
const BY_ID_VERSION = 12;

/** Serves Metadata. */
export const metadataHandler: ApiHandler = serve(
  { server: metadataServer, client: metadata },
  handle,
);

function handle(request: MetadataRequest, context: RequestContext): MetadataResponseInput {
  const { cluster, listener, version } = context;
  // Version 0 has no null: there, an empty list asks for all.
  const all = request.topics === null || (version === 0 && request.topics.length === 0);
  const topics = all
    ? [...cluster.topics.values()].map((topic) => describe(topic))
    : (request.topics as MetadataRequestTopic[]).map((topic) => find(topic, request, context));
  return {
    clusterId: cluster.options.clusterId,
    controllerId: cluster.controllerId,
    brokers: cluster.aliveBrokers().map((broker) => ({
      nodeId: broker.id,
      ...broker.advertised(listener),
      rack: broker.rack,
    })),
    topics,
  };
}

function find(
  wanted: MetadataRequestTopic,
  request: MetadataRequest,
  context: RequestContext,
): MetadataResponseTopicInput {
  const { cluster, version } = context;
  if (version >= BY_ID_VERSION && wanted.topicId !== ZERO_UUID) {
    const topic = cluster.topicsById.get(wanted.topicId);
    if (topic !== undefined) return describe(topic);
    return { errorCode: ErrorCodes.UNKNOWN_TOPIC_ID, name: null, topicId: wanted.topicId };
  }
  const name = wanted.name ?? "";
  const topic = cluster.topics.get(name);
  if (topic !== undefined) return describe(topic);
  if (topicNameProblem(name) !== undefined) {
    return { errorCode: ErrorCodes.INVALID_TOPIC_EXCEPTION, name };
  }
  // As in Kafka, the answer to the request that creates a topic does not know it yet.
  if (request.allowAutoTopicCreation && cluster.options.autoCreateTopics) {
    cluster.createTopic(name, {});
  }
  return { errorCode: ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, name };
}

function describe(topic: Topic): MetadataResponseTopicInput {
  return {
    name: topic.name,
    topicId: topic.id,
    isInternal: INTERNAL_TOPICS.includes(topic.name),
    partitions: topic.partitions.map((partition: Partition) => ({
      errorCode: partition.leader === NO_LEADER ? ErrorCodes.LEADER_NOT_AVAILABLE : ErrorCodes.NONE,
      partitionIndex: partition.index,
      leaderId: partition.leader,
      leaderEpoch: partition.leaderEpoch,
      replicaNodes: partition.replicas,
      isrNodes: partition.isr,
      offlineReplicas: partition.offline,
    })),
  };
}
