/**
 * Produce: batches go into logs.
 *
 * @module
 */

import {
  type PartitionProduceData,
  type PartitionProduceResponseInput,
  produce,
  type ProduceRequest,
  type ProduceResponseInput,
  produceServer,
  type TopicProduceResponseInput,
} from "../../protocol/messages/produce.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import type { BatchView } from "../../record/batch_reader.ts";
import { type Refusal, soleBatch, validateBatch } from "../batch_validation.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { LeaderHints } from "../leader_hint.ts";
import type { Partition } from "../partition.ts";
import { waitForReplicas } from "../replication_wait.ts";
import { placeBatch, stampAppendTime } from "../stored_batch.ts";
import type { Topic } from "../topic.ts";

const ALL_IN_SYNC = -1;
const NO_ACK = 0;
const LEADER_ONLY = 1;
/** Topics are named by id from this version on. */
const TOPIC_ID_VERSION = 13;
/** Leaders are named from this version on (KIP-951). */
const HINTS_VERSION = 10;

/** Refusals that do not tell where the log starts, though the log was there. */
const WITHOUT_LOG_START: readonly number[] = [
  ErrorCodes.NOT_LEADER_OR_FOLLOWER,
  ErrorCodes.NOT_ENOUGH_REPLICAS,
  ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCodes.MESSAGE_TOO_LARGE,
  ErrorCodes.CORRUPT_MESSAGE,
];

/** What becomes of one partition of a request. */
interface Outcome {
  readonly index: number;
  readonly partition: Partition | undefined;
  refusal?: Refusal;
  /** Where the log starts, if the log itself refused. */
  logStart?: bigint;
  baseOffset?: bigint;
  appendTimeMs?: bigint;
  /** The high watermark that acks=all waits for. */
  awaited?: bigint;
}

/** A batch that still has to be checked and appended. */
interface Candidate {
  readonly outcome: Outcome;
  readonly topic: Topic;
  readonly partition: Partition;
  readonly batch: BatchView;
  verdict: Refusal | undefined;
}

/** Serves Produce. */
export const produceHandler: ApiHandler = serve({ server: produceServer, client: produce }, handle);

function handle(
  request: ProduceRequest,
  context: RequestContext,
): ProduceResponseInput | undefined | Promise<ProduceResponseInput | undefined> {
  const candidates: Candidate[] = [];
  const checks: Promise<void>[] = [];
  const outcomes = request.topicData.map((data) => {
    const topic = context.version >= TOPIC_ID_VERSION
      ? context.cluster.topicsById.get(data.topicId)
      : context.cluster.topics.get(data.name);
    return data.partitionData.map((each) => {
      const outcome = examine(request, topic, each, context, candidates);
      const candidate = candidates[candidates.length - 1];
      if (candidate?.outcome === outcome) {
        const check = validateBatch(candidate.batch, {
          config: candidate.topic.config,
          validator: candidate.topic.validator,
          nowMs: context.cluster.environment.clock.now(),
          codecs: context.cluster.codecs,
        });
        if (check instanceof Promise) {
          checks.push(check.then((verdict) => {
            candidate.verdict = verdict;
          }));
        } else {
          candidate.verdict = check;
        }
      }
      return outcome;
    });
  });
  const finish = () => {
    for (const candidate of candidates) append(candidate, request.acks, context);
    return acknowledge(request, outcomes, context);
  };
  return checks.length === 0 ? finish() : Promise.all(checks).then(finish);
}

/** Looks at everything that can be decided without the records. */
function examine(
  request: ProduceRequest,
  topic: Topic | undefined,
  data: PartitionProduceData,
  context: RequestContext,
  candidates: Candidate[],
): Outcome {
  const { cluster, version } = context;
  const partition = topic?.partitions[data.index];
  const outcome: Outcome = { index: data.index, partition };
  const refuse = (error: number, message: string): Outcome => {
    outcome.refusal = { error, message };
    return outcome;
  };
  if (topic === undefined || partition === undefined) {
    return topic === undefined && version >= TOPIC_ID_VERSION
      ? refuse(ErrorCodes.UNKNOWN_TOPIC_ID, "This server does not host this topic ID")
      : refuse(
        ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
        "This server does not host this topic-partition",
      );
  }
  if (![ALL_IN_SYNC, NO_ACK, LEADER_ONLY].includes(request.acks)) {
    return refuse(ErrorCodes.INVALID_REQUIRED_ACKS, `Acks must be -1, 0 or 1, not ${request.acks}`);
  }
  const batch = soleBatch(data.records, version);
  if ("error" in batch) {
    outcome.refusal = batch;
    return outcome;
  }
  if (batch.isTransactional) {
    const problem = cluster.transactions.admit(request.transactionalId, batch, {
      topic: topic.name,
      partition: data.index,
      version,
    });
    if (problem !== undefined) {
      outcome.refusal = problem;
      return outcome;
    }
  }
  candidates.push({ outcome, topic, partition, batch, verdict: undefined });
  return outcome;
}

/** Appends a batch that was checked; leader, ISR and sequences count as they are at this moment. */
function append(candidate: Candidate, acks: number, context: RequestContext): void {
  const { outcome, partition, batch, verdict } = candidate;
  const decline = (refusal: Refusal) => {
    outcome.refusal = refusal;
    if (!WITHOUT_LOG_START.includes(refusal.error)) outcome.logStart = partition.log.startOffset;
  };
  const refuse = (error: number, message: string) => decline({ error, message });
  if (partition.deleted) {
    return refuse(
      ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
      "This server does not host this topic-partition",
    );
  }
  if (partition.leader !== context.broker.id) {
    return refuse(
      ErrorCodes.NOT_LEADER_OR_FOLLOWER,
      `Broker ${context.broker.id} does not lead ${partition.topic}-${partition.index}`,
    );
  }
  const { minInSyncReplicas, logAppendTime } = partition.config;
  if (acks === ALL_IN_SYNC && partition.isr.length < minInSyncReplicas) {
    return refuse(
      ErrorCodes.NOT_ENOUGH_REPLICAS,
      `The size of the ISR is ${partition.isr.length}, and ${minInSyncReplicas} are needed`,
    );
  }
  if (verdict !== undefined) return decline(verdict);
  if (batch.producerId >= 0n) {
    const sequence = partition.producers.check(batch);
    if (sequence.kind === "refuse") return refuse(sequence.error, sequence.message);
    if (sequence.kind === "duplicate") {
      outcome.baseOffset = sequence.offset;
      // Whatever kind of timestamp it is, as Kafka does.
      outcome.appendTimeMs = sequence.timestamp;
      outcome.awaited = sequence.offset + BigInt(batch.lastOffsetDelta) + 1n;
      return;
    }
  }
  const baseOffset = partition.log.endOffset;
  let appended = batch;
  if (logAppendTime) {
    const now = context.cluster.environment.clock.now();
    outcome.appendTimeMs = BigInt(Math.floor(now));
    appended = stampAppendTime(batch.bytes, now);
  }
  const stored = placeBatch(appended, baseOffset, partition.leaderEpoch);
  partition.append(stored);
  outcome.baseOffset = baseOffset;
  outcome.awaited = stored.lastOffset + 1n;
}

function acknowledge(
  request: ProduceRequest,
  outcomes: Outcome[][],
  context: RequestContext,
): ProduceResponseInput | undefined | Promise<ProduceResponseInput | undefined> {
  const all = outcomes.flat();
  if (request.acks === NO_ACK) {
    // There is no answer to put an error into: the client notices that its connection is gone.
    if (all.some((outcome) => outcome.refusal !== undefined)) context.connection.close();
    return undefined;
  }
  if (request.acks !== ALL_IN_SYNC) return respond(request, outcomes, context);
  const waits: Promise<void>[] = [];
  for (const outcome of all) {
    const { partition, awaited } = outcome;
    if (partition === undefined || awaited === undefined) continue;
    if (partition.highWatermark >= awaited) continue;
    waits.push(
      waitForReplicas(partition, awaited, request.timeoutMs, context).then((refusal) => {
        if (refusal !== undefined) outcome.refusal = refusal;
      }),
    );
  }
  if (waits.length === 0) return respond(request, outcomes, context);
  return Promise.all(waits).then(() => respond(request, outcomes, context));
}

function respond(
  request: ProduceRequest,
  outcomes: Outcome[][],
  context: RequestContext,
): ProduceResponseInput {
  // The hints are of version 10, and must not be set before it.
  const hints = context.version >= HINTS_VERSION ? new LeaderHints(context) : undefined;
  const responses: TopicProduceResponseInput[] = outcomes.map((partitions, at) => {
    const { name, topicId } = request.topicData[at];
    const partitionResponses = partitions.map((outcome) => describe(outcome, hints));
    return { name, topicId, partitionResponses };
  });
  return hints === undefined ? { responses } : { responses, nodeEndpoints: hints.endpoints };
}

function describe(
  outcome: Outcome,
  hints: LeaderHints | undefined,
): PartitionProduceResponseInput {
  const { index, partition, refusal } = outcome;
  if (refusal === undefined) {
    return {
      index,
      baseOffset: outcome.baseOffset ?? -1n,
      logAppendTimeMs: outcome.appendTimeMs ?? -1n,
      logStartOffset: partition?.log.startOffset ?? -1n,
    };
  }
  const response: PartitionProduceResponseInput = {
    index,
    errorCode: refusal.error,
    baseOffset: -1n,
    logStartOffset: outcome.logStart ?? -1n,
    // Kafka has words for little else.
    errorMessage:
      refusal.recordErrors !== undefined || refusal.error === ErrorCodes.INVALID_TXN_STATE
        ? refusal.message
        : null,
    recordErrors: (refusal.recordErrors ?? []).map((fault) => ({
      batchIndex: fault.index,
      batchIndexErrorMessage: fault.message,
    })),
  };
  const stale = refusal.error === ErrorCodes.NOT_LEADER_OR_FOLLOWER;
  if (!stale || hints === undefined || partition === undefined) return response;
  return { ...response, currentLeader: hints.add(partition) };
}
