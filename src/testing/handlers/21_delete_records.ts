/**
 * DeleteRecords: moves the start of logs.
 *
 * @module
 */

import {
  deleteRecords,
  type DeleteRecordsPartition,
  type DeleteRecordsPartitionResultInput,
  type DeleteRecordsRequest,
  type DeleteRecordsResponseInput,
  deleteRecordsServer,
} from "../../protocol/messages/delete_records.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { leaderProblem } from "../leader_check.ts";

/** Stands for everything that consumers may read. */
const HIGH_WATERMARK = -1n;

/** Serves DeleteRecords. */
export const deleteRecordsHandler: ApiHandler = serve({
  server: deleteRecordsServer,
  client: deleteRecords,
}, handle);

function handle(
  request: DeleteRecordsRequest,
  context: RequestContext,
): DeleteRecordsResponseInput {
  return {
    topics: request.topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.map((partition) => trim(name, partition, context)),
    })),
  };
}

function trim(
  topic: string,
  wanted: DeleteRecordsPartition,
  context: RequestContext,
): DeleteRecordsPartitionResultInput {
  const { partitionIndex } = wanted;
  const fail = (errorCode: number) => ({ partitionIndex, lowWatermark: -1n, errorCode });
  const partition = context.cluster.topics.get(topic)?.partitions[partitionIndex];
  const problem = leaderProblem(partition, -1, context);
  if (problem !== ErrorCodes.NONE || partition === undefined) return fail(problem);
  const offset = wanted.offset === HIGH_WATERMARK ? partition.highWatermark : wanted.offset;
  if (offset < 0n || offset > partition.highWatermark) return fail(ErrorCodes.OFFSET_OUT_OF_RANGE);
  partition.trim(offset);
  return { partitionIndex, lowWatermark: partition.log.startOffset };
}
