/**
 * Whether a broker may answer for a partition.
 *
 * @module
 */

import { ErrorCodes } from "../protocol/error_codes.ts";
import type { RequestContext } from "./handler.ts";
import type { Partition } from "./partition.ts";

/**
 * Checks that the asked broker leads a partition, in the epoch that the client knows (KIP-320).
 *
 * @param partition The partition, if there is one.
 * @param currentLeaderEpoch The epoch that the client knows, or -1.
 * @param context Who asks whom.
 * @returns Kafka's error code.
 */
export function leaderProblem(
  partition: Partition | undefined,
  currentLeaderEpoch: number,
  context: RequestContext,
): number {
  if (partition === undefined) return ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
  if (partition.replicaLog(context.broker.id) !== undefined) {
    if (currentLeaderEpoch > partition.leaderEpoch) return ErrorCodes.UNKNOWN_LEADER_EPOCH;
    if (currentLeaderEpoch >= 0 && currentLeaderEpoch < partition.leaderEpoch) {
      return ErrorCodes.FENCED_LEADER_EPOCH;
    }
  }
  return partition.leader === context.broker.id
    ? ErrorCodes.NONE
    : ErrorCodes.NOT_LEADER_OR_FOLLOWER;
}
