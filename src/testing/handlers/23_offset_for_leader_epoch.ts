/**
 * OffsetForLeaderEpoch: where an epoch ended, to find out whether a log was truncated (KIP-320).
 *
 * @module
 */

import {
  offsetForLeaderEpoch,
  type OffsetForLeaderEpochRequest,
  type OffsetForLeaderEpochResponseEpochEndOffsetInput,
  type OffsetForLeaderEpochResponseInput,
  offsetForLeaderEpochServer,
  type OffsetForLeaderPartition,
} from "../../protocol/messages/offset_for_leader_epoch.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { leaderProblem } from "../leader_check.ts";

/** Serves OffsetForLeaderEpoch. */
export const offsetForLeaderEpochHandler: ApiHandler = serve({
  server: offsetForLeaderEpochServer,
  client: offsetForLeaderEpoch,
}, handle);

function handle(
  request: OffsetForLeaderEpochRequest,
  context: RequestContext,
): OffsetForLeaderEpochResponseInput {
  return {
    topics: request.topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map((partition) => find(topic, partition, context)),
    })),
  };
}

function find(
  topic: string,
  wanted: OffsetForLeaderPartition,
  context: RequestContext,
): OffsetForLeaderEpochResponseEpochEndOffsetInput {
  const partition = context.cluster.topics.get(topic)?.partitions[wanted.partition];
  const errorCode = leaderProblem(partition, wanted.currentLeaderEpoch, context);
  if (errorCode !== ErrorCodes.NONE || partition === undefined) {
    return { partition: wanted.partition, errorCode };
  }
  const { epoch, endOffset } = partition.log.endOfEpoch(wanted.leaderEpoch, partition.leaderEpoch);
  return { partition: wanted.partition, leaderEpoch: epoch, endOffset };
}
