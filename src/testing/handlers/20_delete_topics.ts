/**
 * DeleteTopics.
 *
 * @module
 */

import {
  type DeletableTopicResultInput,
  deleteTopics,
  type DeleteTopicsRequest,
  type DeleteTopicsResponseInput,
  deleteTopicsServer,
  type DeleteTopicState,
} from "../../protocol/messages/delete_topics.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { ZERO_UUID } from "../../protocol/uuid.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** Topics may be named by id from this version on. */
const TOPIC_ID_VERSION = 6;

/** Serves DeleteTopics. */
export const deleteTopicsHandler: ApiHandler = serve({
  server: deleteTopicsServer,
  client: deleteTopics,
}, handle);

function handle(request: DeleteTopicsRequest, context: RequestContext): DeleteTopicsResponseInput {
  const wanted: DeleteTopicState[] = context.version >= TOPIC_ID_VERSION
    ? request.topics
    : request.topicNames.map((name) => ({ name, topicId: ZERO_UUID }));
  return { responses: wanted.map((topic) => remove(topic, context)) };
}

function remove(wanted: DeleteTopicState, context: RequestContext): DeletableTopicResultInput {
  const { cluster } = context;
  const { name, topicId } = wanted;
  const topic = name === null ? cluster.topicsById.get(topicId) : cluster.topics.get(name);
  if (topic === undefined) {
    const errorCode = name === null
      ? ErrorCodes.UNKNOWN_TOPIC_ID
      : ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
    return { name, topicId, errorCode };
  }
  cluster.deleteTopic(topic);
  return { name: topic.name, topicId: topic.id };
}
