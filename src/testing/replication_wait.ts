/**
 * Waits until what was appended is on all replicas in sync.
 *
 * @module
 */

import { ErrorCodes } from "../protocol/error_codes.ts";
import type { Refusal } from "./batch_validation.ts";
import type { RequestContext } from "./handler.ts";
import type { Partition } from "./partition.ts";

/**
 * Waits until the high watermark reaches an offset.
 *
 * @param partition The partition.
 * @param offset The offset.
 * @param timeoutMs For how long.
 * @param context Who waits; when the client goes away, so does the waiting.
 * @returns What is to be said instead of success, if anything.
 */
export function waitForReplicas(
  partition: Partition,
  offset: bigint,
  timeoutMs: number,
  context: RequestContext,
): Promise<Refusal | undefined> {
  return new Promise((resolve) => {
    const end = (refusal: Refusal | undefined) => {
      unwatch();
      forget();
      timer.cancel();
      resolve(refusal);
    };
    const unwatch = partition.watch(() => {
      if (partition.deleted) {
        end({
          error: ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
          message: "The topic was deleted while replicas were waited for",
        });
      } else if (partition.leader !== context.broker.id) {
        end({
          error: ErrorCodes.NOT_LEADER_OR_FOLLOWER,
          message:
            `Broker ${context.broker.id} no longer leads ${partition.topic}-${partition.index}`,
        });
      } else if (partition.highWatermark >= offset) {
        const enough = partition.isr.length >= partition.config.minInSyncReplicas;
        end(
          enough ? undefined : {
            error: ErrorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND,
            message: `The size of the ISR is ${partition.isr.length} after the append`,
          },
        );
      }
    });
    const timeout: Refusal = {
      error: ErrorCodes.REQUEST_TIMED_OUT,
      message: `Not all replicas had the records after ${timeoutMs} ms`,
    };
    const timer = context.cluster.environment.clock.setTimer(
      () => end(timeout),
      Math.max(0, timeoutMs),
    );
    const forget = context.connection.onGone(() => end(timeout));
  });
}
