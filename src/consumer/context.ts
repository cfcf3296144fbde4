/**
 * What the parts of a consumer's engine share.
 *
 * @module
 */

import type { Cluster } from "../cluster/cluster.ts";
import { AuthenticationError, KafkaError } from "../errors.ts";
import { backoffMs } from "../internal/backoff.ts";
import type { ResolvedConsumerOptions } from "./options.ts";
import type { Partition } from "./partition.ts";

/** What a consumer uses of its cluster. */
export type ConsumerCluster = Pick<
  Cluster,
  | "channel"
  | "closeOwner"
  | "codecs"
  | "emit"
  | "environment"
  | "invalidate"
  | "learnLeader"
  | "metadata"
  | "onMetadata"
  | "options"
  | "signal"
  | "topic"
  | "watchTopics"
>;

/** What the parts of a consumer's engine share. */
export interface ConsumerContext {
  /** The cluster. */
  readonly cluster: ConsumerCluster;
  /** The consumer's options. */
  readonly options: ResolvedConsumerOptions;
  /** The name of the consumer's own connections. */
  readonly owner: string;
}

/**
 * Puts off the next try of a partition, and tells of it.
 *
 * @param context The consumer.
 * @param partition The partition.
 * @param what What failed, for the event.
 * @param error Why.
 */
export function postpone(
  context: ConsumerContext,
  partition: Partition,
  what: string,
  error: Error,
): void {
  const { cluster } = context;
  partition.lastError = error;
  const inMs = retryDelay(context, ++partition.failures);
  partition.retryAt = cluster.environment.clock.monotonic() + inMs;
  cluster.emit("retry", {
    what,
    topic: partition.topic,
    partition: partition.partition,
    error,
    inMs,
  });
}

/** For how long a leader is not told our rack after the replica that it sent us to did not serve us, in ms. */
const LEADER_ONLY_MS = 30_000;

/**
 * Reads a partition at its leader again, which would at once send us away again if it knew our rack.
 *
 * @param context The consumer.
 * @param partition The partition; it is still to be placed.
 */
export function backToLeader(context: ConsumerContext, partition: Partition): void {
  partition.insistOnLeader(context.cluster.environment.clock.monotonic() + LEADER_ONLY_MS);
}

/**
 * How long to wait before a try.
 *
 * @param context The consumer.
 * @param failures How many tries have failed in a row.
 * @returns Milliseconds.
 */
export function retryDelay(context: ConsumerContext, failures: number): number {
  const { environment, options } = context.cluster;
  return backoffMs(
    failures,
    { initialMs: options.retryBackoffMs, maxMs: options.retryBackoffMaxMs },
    () => environment.random(),
  );
}

/**
 * Tells whether an error of a whole broker ends the consumer: no retry gives us other credentials,
 * or the broker another version.
 *
 * @param error What happened.
 * @returns Whether to give up.
 */
export function endsConsumer(error: unknown): boolean {
  return error instanceof AuthenticationError ||
    error instanceof KafkaError && error.code === "UNSUPPORTED_VERSION";
}

/**
 * Makes an error of whatever was thrown.
 *
 * @param thrown What was thrown.
 * @returns The error.
 */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new KafkaError(String(thrown), { cause: thrown });
}
