/**
 * Fetch: records come out of logs, with long polls and incremental sessions.
 *
 * @module
 */

import {
  fetch as fetchClient,
  type FetchableTopicResponseInput,
  type FetchRequest,
  type FetchResponseInput,
  type FetchResponsePartitionDataInput,
  fetchServer,
} from "../../protocol/messages/fetch.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type FetchResult, type FetchRules, inspect, read } from "../fetch_read.ts";
import {
  type FetchItem,
  type FetchSession,
  sessionKey,
  type SessionPartition,
} from "../fetch_sessions.ts";
import { readableBytes, waitForBytes } from "../fetch_wait.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { LeaderHints } from "../leader_hint.ts";

/** Topics are named by id from this version on. */
const TOPIC_ID_VERSION = 13;
/** Diverging epochs are of this version. */
const DIVERGING_VERSION = 12;
/** Leaders are named from this version on (KIP-951). */
const HINTS_VERSION = 16;
const READ_COMMITTED = 1;
/** A request with this epoch opens a session. */
const OPENING_EPOCH = 0;
/** A request with this epoch is outside of sessions, and closes the one that it names. */
const CLOSING_EPOCH = -1;

/** Which partitions a request asks for, and in which session. */
interface Plan {
  readonly items: readonly FetchItem[];
  readonly session: FetchSession | undefined;
  /** Whether only what changed is answered. */
  readonly incremental: boolean;
}

/** Serves Fetch. */
export const fetchHandler: ApiHandler = serve({ server: fetchServer, client: fetchClient }, handle);

function handle(
  request: FetchRequest,
  context: RequestContext,
): FetchResponseInput | Promise<FetchResponseInput> {
  const plan = planOf(request, context);
  if (typeof plan === "number") return { errorCode: plan };
  const rules: FetchRules = {
    committed: request.isolationLevel === READ_COMMITTED,
    rack: request.rackId,
    usesTopicIds: context.version >= TOPIC_ID_VERSION,
  };
  const results = plan.items.map((item) => inspect(item, rules, context));
  if (answersAtOnce(request, results)) return answer(request, plan, results, context);
  const limits = { minBytes: request.minBytes, maxWaitMs: request.maxWaitMs };
  return waitForBytes(results, limits, rules, context).then(() =>
    answer(request, plan, plan.items.map((item) => inspect(item, rules, context)), context)
  );
}

function answersAtOnce(request: FetchRequest, results: readonly FetchResult[]): boolean {
  if (request.maxWaitMs <= 0 || results.length === 0) return true;
  let bytes = 0;
  for (const result of results) {
    if (result.readable === undefined) return true;
    bytes += readableBytes(result, request.minBytes);
    if (bytes >= request.minBytes) return true;
  }
  return false;
}

/** What is asked for, by KIP-227's rules; a number is the error of the whole request. */
function planOf(request: FetchRequest, context: RequestContext): Plan | number {
  const { broker, version } = context;
  const usesTopicIds = version >= TOPIC_ID_VERSION;
  const items = itemsOf(request, context);
  const { sessionId, sessionEpoch } = request;
  if (sessionEpoch === CLOSING_EPOCH || sessionEpoch === OPENING_EPOCH) {
    if (sessionId !== 0) broker.sessions.close(sessionId);
    if (sessionEpoch === CLOSING_EPOCH) return { items, session: undefined, incremental: false };
    const now = context.cluster.environment.clock.monotonic();
    const session = broker.sessions.open(usesTopicIds, now);
    for (const item of items) {
      session?.partitions.set(sessionKey(item, usesTopicIds), untold(item));
    }
    return { items, session, incremental: false };
  }
  const session = broker.sessions.get(sessionId);
  if (session === undefined) return ErrorCodes.FETCH_SESSION_ID_NOT_FOUND;
  if (session.epoch !== sessionEpoch) return ErrorCodes.INVALID_FETCH_SESSION_EPOCH;
  if (session.usesTopicIds !== usesTopicIds) return ErrorCodes.FETCH_SESSION_TOPIC_ID_ERROR;
  for (const item of items) {
    const key = sessionKey(item, usesTopicIds);
    const known = session.partitions.get(key);
    if (known === undefined) session.partitions.set(key, untold(item));
    else known.item = item;
  }
  for (const forgotten of request.forgottenTopicsData) {
    for (const partition of forgotten.partitions) {
      session.partitions.delete(sessionKey({ ...forgotten, partition }, usesTopicIds));
    }
  }
  if (session.partitions.size === 0) {
    broker.sessions.close(session.id);
    return { items, session: undefined, incremental: false };
  }
  broker.sessions.touch(session, context.cluster.environment.clock.monotonic());
  const all = [...session.partitions.values()].map((known) => known.item);
  return { items: all, session, incremental: true };
}

function untold(item: FetchItem): SessionPartition {
  return { item, highWatermark: -1n, logStartOffset: -1n };
}

function itemsOf(request: FetchRequest, context: RequestContext): FetchItem[] {
  const items: FetchItem[] = [];
  for (const { topic, topicId, partitions } of request.topics) {
    for (const wanted of partitions) {
      items.push({
        topic: context.version >= TOPIC_ID_VERSION
          ? context.cluster.topicsById.get(topicId)?.name ?? ""
          : topic,
        topicId,
        partition: wanted.partition,
        fetchOffset: wanted.fetchOffset,
        currentLeaderEpoch: wanted.currentLeaderEpoch,
        lastFetchedEpoch: wanted.lastFetchedEpoch,
        maxBytes: wanted.partitionMaxBytes,
      });
    }
  }
  return items;
}

function answer(
  request: FetchRequest,
  plan: Plan,
  results: readonly FetchResult[],
  context: RequestContext,
): FetchResponseInput {
  const { cutBatches } = context.cluster.options;
  let room = request.maxBytes;
  let empty = true;
  for (const result of results) {
    read(result, room, empty, cutBatches);
    room -= result.bytes;
    if (result.bytes > 0) empty = false;
  }
  const { session } = plan;
  const told = session === undefined
    ? results
    : results.filter((result) => remember(session, result, plan.incremental));
  const hints = context.version >= HINTS_VERSION ? new LeaderHints(context) : undefined;
  const responses = group(told, context.version, hints);
  const response: FetchResponseInput = { sessionId: session?.id ?? 0, responses };
  return hints === undefined ? response : { ...response, nodeEndpoints: hints.endpoints };
}

/** Notes what a session's client is told; says whether there is anything new. */
function remember(session: FetchSession, result: FetchResult, incremental: boolean): boolean {
  const key = sessionKey(result.item, session.usesTopicIds);
  const known = session.partitions.get(key);
  if (known === undefined) return true;
  const failed = result.error !== ErrorCodes.NONE;
  const fresh = failed || result.bytes > 0 || result.diverging !== undefined ||
    result.preferredReplica >= 0 || known.highWatermark !== result.highWatermark ||
    known.logStartOffset !== result.logStartOffset;
  // After an error these are -1, so that the next answer is given in any case.
  known.highWatermark = result.highWatermark;
  known.logStartOffset = result.logStartOffset;
  if (result.bytes > 0) {
    // Whoever gave something goes to the end, so that the others have their turn.
    session.partitions.delete(key);
    session.partitions.set(key, known);
  }
  return fresh || !incremental;
}

function group(
  results: readonly FetchResult[],
  version: number,
  hints: LeaderHints | undefined,
): FetchableTopicResponseInput[] {
  const topics: {
    topic: string;
    topicId: string;
    partitions: FetchResponsePartitionDataInput[];
  }[] = [];
  for (const result of results) {
    const { topic, topicId } = result.item;
    let last = topics[topics.length - 1];
    if (last === undefined || last.topic !== topic || last.topicId !== topicId) {
      last = { topic, topicId, partitions: [] };
      topics.push(last);
    }
    last.partitions.push(describe(result, version, hints));
  }
  return topics;
}

function describe(
  result: FetchResult,
  version: number,
  hints: LeaderHints | undefined,
): FetchResponsePartitionDataInput {
  const { error, partition, diverging } = result;
  const response = {
    partitionIndex: result.item.partition,
    errorCode: error,
    highWatermark: result.highWatermark,
    lastStableOffset: result.lastStableOffset,
    logStartOffset: result.logStartOffset,
    abortedTransactions: result.aborted,
    preferredReadReplica: result.preferredReplica,
    records: result.chunks,
  };
  if (diverging !== undefined && version >= DIVERGING_VERSION) {
    return { ...response, divergingEpoch: diverging };
  }
  const stale = error === ErrorCodes.NOT_LEADER_OR_FOLLOWER ||
    error === ErrorCodes.FENCED_LEADER_EPOCH;
  if (!stale || hints === undefined || partition === undefined) return response;
  return { ...response, currentLeader: hints.add(partition) };
}
