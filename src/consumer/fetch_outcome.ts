/**
 * What an answer to a fetch means for a partition.
 *
 * @module
 */

import { classify } from "../cluster/error_class.ts";
import { KafkaError } from "../errors.ts";
import { fetch, type FetchResponsePartitionData } from "../protocol/messages/fetch.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { asError, backToLeader, type ConsumerContext, postpone } from "./context.ts";
import { type ChunkFailure, FetchedChunk } from "./fetched_chunk.ts";
import { type Asked, type FetchAnswer, fetchError } from "./fetcher.ts";
import type { Partition } from "./partition.ts";

/** What taking answers apart asks of the engine. */
export interface OutcomeHost extends ConsumerContext {
  /** Finds the broker to read a partition from. */
  place(partition: Partition): void;
  /** Takes what is to be delivered. */
  deliver(partition: Partition, chunk: FetchedChunk): void;
  /** The log of the leader parts from what was read at this offset. */
  truncated(partition: Partition, endOffset: number, epoch: number): void;
  /** Notes what is wrong with a partition, as long as it is. */
  trouble(partition: Partition, error: KafkaError): void;
}

const NO_BYTES = new Uint8Array(0);

/** Errors that say that the leader is another one by now. */
const MOVED: ReadonlySet<number> = new Set([
  ErrorCodes.NOT_LEADER_OR_FOLLOWER,
  ErrorCodes.FENCED_LEADER_EPOCH,
]);

/** Errors that may last, and that make the consumer fail when all its partitions have them. */
const TROUBLE: ReadonlySet<number> = new Set([
  ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCodes.UNKNOWN_TOPIC_ID,
  ErrorCodes.TOPIC_AUTHORIZATION_FAILED,
]);

/**
 * Takes what an answer says of one partition. Whatever it is, it concerns this
 * partition only.
 *
 * @param host The engine.
 * @param asked What was asked, by a generation that is still valid.
 * @param data What was answered.
 * @param answer Who answered.
 * @returns How many bytes of credit are kept.
 */
export function takeAnswer(
  host: OutcomeHost,
  asked: Asked,
  data: FetchResponsePartitionData,
  answer: FetchAnswer,
): number {
  if (data.errorCode !== ErrorCodes.NONE) return takeError(host, asked, data, answer);
  const partition = asked.state;
  const { epoch, endOffset } = data.divergingEpoch;
  if (endOffset >= 0n) {
    host.truncated(partition, Number(endOffset), epoch);
    return 0;
  }
  partition.highWatermark = Number(data.highWatermark);
  const committed = host.options.isolation === "committed";
  partition.lastStableOffset = committed ? Number(data.lastStableOffset) : -1;
  partition.logStartOffset = Number(data.logStartOffset);
  if (data.preferredReadReplica >= 0 && data.preferredReadReplica !== answer.nodeId) {
    prefer(host, partition, data.preferredReadReplica);
    return 0;
  }
  if (data.records === null || data.records.length === 0) {
    partition.recover();
    return 0;
  }
  const chunk = new FetchedChunk({
    bytes: data.records,
    fetchOffset: asked.offset,
    aborted: committed ? data.abortedTransactions ?? [] : undefined,
    highWatermark: partition.highWatermark,
  });
  return take(host, partition, chunk, asked.offset);
}

function take(
  host: OutcomeHost,
  partition: Partition,
  chunk: FetchedChunk,
  fetchOffset: number,
): number {
  if (chunk.failure === undefined && chunk.nextOffset <= fetchOffset) {
    // Not even one whole batch. Asking again at once would go on for ever.
    const error = new KafkaError(
      `Cannot read ${partition.label} on from offset ${fetchOffset} as the broker sent no whole batch`,
      { code: "NO_PROGRESS", retriable: true },
    );
    postpone(host, partition, "Fetch", error);
    return 0;
  }
  partition.recover();
  host.deliver(partition, chunk);
  return chunk.credit;
}

/** The leader sends us to a replica that is nearer (KIP-392). */
function prefer(host: OutcomeHost, partition: Partition, nodeId: number): void {
  const { cluster } = host;
  if (!cluster.metadata.brokers.has(nodeId)) {
    cluster.invalidate(`broker ${nodeId} is not known`, [partition.topic]);
    const error = new KafkaError(
      `Cannot read ${partition.label} from broker ${nodeId} as it is not known yet`,
      { code: "BROKER_NOT_AVAILABLE", retriable: true },
    );
    postpone(host, partition, "Fetch", error);
    return;
  }
  const until = cluster.environment.clock.monotonic() + cluster.options.metadataMaxAgeMs;
  partition.preferred = { nodeId, until };
  host.place(partition);
}

function takeError(
  host: OutcomeHost,
  asked: Asked,
  data: FetchResponsePartitionData,
  answer: FetchAnswer,
): number {
  const { cluster } = host;
  const { errorCode } = data;
  const partition = asked.state;
  const fromFollower = answer.nodeId !== partition.leader;
  const error = fetchError(asked, errorCode, answer.broker);
  if (fromFollower) {
    // Whatever a follower says, the leader has the last word: it is asked at once.
    backToLeader(host, partition);
    host.place(partition);
    if (partition.leader >= 0 && errorCode === ErrorCodes.OFFSET_OUT_OF_RANGE) return 0;
  }
  if (errorCode === ErrorCodes.OFFSET_OUT_OF_RANGE) {
    return fail(host, asked, { kind: "out-of-range", offset: asked.offset, error });
  }
  if (errorCode === ErrorCodes.CORRUPT_MESSAGE) {
    return fail(host, asked, { kind: "damaged", offset: asked.offset, cause: error });
  }
  if (MOVED.has(errorCode)) {
    const { leaderId, leaderEpoch } = data.currentLeader;
    const before = partition.leaderEpoch;
    if (leaderId >= 0) {
      cluster.learnLeader(
        asked.topic,
        asked.partition,
        { nodeId: leaderId, epoch: leaderEpoch },
        answer.endpoints.find((endpoint) => endpoint.nodeId === leaderId),
      );
      // Taken through the metadata listener: there is a new leader to ask, at once.
      if (partition.leaderEpoch > before) return 0;
    }
    cluster.invalidate(error.message, [asked.topic]);
    postpone(host, partition, "Fetch", error);
    return 0;
  }
  const { refreshMetadata, retriable } = classify(fetch.key, errorCode);
  const lasting = TROUBLE.has(errorCode);
  if (!lasting && !retriable && errorCode !== ErrorCodes.UNKNOWN_SERVER_ERROR) {
    return fail(host, asked, { kind: "fatal", error });
  }
  if (refreshMetadata || lasting) cluster.invalidate(error.message, [asked.topic]);
  postpone(host, partition, "Fetch", error);
  if (lasting) host.trouble(partition, error);
  else if (errorCode === ErrorCodes.UNKNOWN_SERVER_ERROR) {
    cluster.emit("partitionerror", { topic: asked.topic, partition: asked.partition, error });
  }
  return 0;
}

/** Puts a failure behind what waits: whatever was fetched before it is still good. */
function fail(host: OutcomeHost, asked: Asked, failure: ChunkFailure): number {
  const chunk = new FetchedChunk({
    bytes: NO_BYTES,
    fetchOffset: asked.offset,
    aborted: undefined,
    highWatermark: asked.state.highWatermark,
  }, failure);
  host.deliver(asked.state, chunk);
  return 0;
}

/**
 * The words for an error that is a cause.
 *
 * @param cause The cause.
 * @returns Its message, to follow a colon.
 */
export function causeText(cause: unknown): string {
  const { message } = asError(cause);
  return message.charAt(0).toLowerCase() + message.slice(1);
}
