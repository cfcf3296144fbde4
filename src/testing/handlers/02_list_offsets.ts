/**
 * ListOffsets: the ends of logs, and offsets by timestamp.
 *
 * @module
 */

import {
  listOffsets,
  type ListOffsetsPartition,
  type ListOffsetsPartitionResponseInput,
  type ListOffsetsRequest,
  type ListOffsetsResponseInput,
  listOffsetsServer,
} from "../../protocol/messages/list_offsets.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { leaderProblem } from "../leader_check.ts";
import type { Partition } from "../partition.ts";
import { firstAtTime, type TimedOffset, withLargestTime } from "../timestamp_search.ts";

const LATEST = -1n;
const EARLIEST = -2n;
const LARGEST_TIMESTAMP = -3n;
/** Without tiered storage, the local log is the whole log. */
const EARLIEST_LOCAL = -4n;
const LATEST_TIERED = -5n;
const EARLIEST_PENDING_UPLOAD = -6n;
/** From which version on a special timestamp may be asked for. */
const SINCE: ReadonlyMap<bigint, number> = new Map([
  [LARGEST_TIMESTAMP, 7],
  [EARLIEST_LOCAL, 8],
  [LATEST_TIERED, 9],
  [EARLIEST_PENDING_UPLOAD, 11],
]);
const READ_COMMITTED = 1;
/** Leader epochs are answered from this version on. */
const EPOCH_VERSION = 4;
const NOWHERE: TimedOffset = { offset: -1n, timestamp: -1n };

/** Serves ListOffsets. */
export const listOffsetsHandler: ApiHandler = serve({
  server: listOffsetsServer,
  client: listOffsets,
}, handle);

async function handle(
  request: ListOffsetsRequest,
  context: RequestContext,
): Promise<ListOffsetsResponseInput> {
  const topics = [];
  for (const { name, partitions } of request.topics) {
    const answers = [];
    for (const wanted of partitions) {
      answers.push(await find(name, wanted, request.isolationLevel === READ_COMMITTED, context));
    }
    topics.push({ name, partitions: answers });
  }
  return { topics };
}

async function find(
  topic: string,
  wanted: ListOffsetsPartition,
  committed: boolean,
  context: RequestContext,
): Promise<ListOffsetsPartitionResponseInput> {
  const { partitionIndex, timestamp } = wanted;
  const partition = context.cluster.topics.get(topic)?.partitions[partitionIndex];
  const problem = leaderProblem(partition, wanted.currentLeaderEpoch, context);
  if (problem !== ErrorCodes.NONE || partition === undefined) {
    return { partitionIndex, errorCode: problem };
  }
  if (timestamp < EARLIEST && !(context.version >= (SINCE.get(timestamp) ?? Infinity))) {
    return { partitionIndex, errorCode: ErrorCodes.UNSUPPORTED_VERSION };
  }
  const found = await locate(partition, timestamp, committed, context);
  const leaderEpoch = context.version >= EPOCH_VERSION && found.offset >= 0n
    ? { leaderEpoch: epochOf(partition, found.offset) }
    : {};
  return { partitionIndex, offset: found.offset, timestamp: found.timestamp, ...leaderEpoch };
}

function locate(
  partition: Partition,
  timestamp: bigint,
  committed: boolean,
  context: RequestContext,
): TimedOffset | Promise<TimedOffset> {
  const end = committed ? partition.lastStableOffset : partition.highWatermark;
  const { codecs } = context.cluster;
  switch (timestamp) {
    case LATEST:
      return { offset: end, timestamp: -1n };
    case EARLIEST:
    case EARLIEST_LOCAL:
      return { offset: partition.log.startOffset, timestamp: -1n };
    case LATEST_TIERED:
    case EARLIEST_PENDING_UPLOAD:
      return NOWHERE;
    case LARGEST_TIMESTAMP:
      return withLargestTime(partition.log, end, codecs).then((found) => found ?? NOWHERE);
    default:
      return firstAtTime(partition.log, timestamp, end, codecs).then((found) => found ?? NOWHERE);
  }
}

function epochOf(partition: Partition, offset: bigint): number {
  return offset >= partition.log.endOffset ? partition.leaderEpoch : partition.log.epochAt(offset);
}
