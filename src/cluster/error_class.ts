/**
 * What each error code means for the client, in one table: a default per code,
 * and what differs from API to API.
 *
 * @module
 */

import { BrokerError } from "../errors.ts";
import type { ApiInfo } from "../protocol/api.ts";
import { ERROR_CODES, errorCode, ErrorCodes, type ErrorName } from "../protocol/error_codes.ts";

/** What an error code means for the client. */
export interface ErrorClass {
  /** The same request may succeed later, perhaps at another broker. */
  readonly retriable: boolean;
  /** The metadata is stale. */
  readonly refreshMetadata: boolean;
  /** The coordinator is another one, or not there. */
  readonly refreshCoordinator: boolean;
  /** This member or producer was replaced or expelled. */
  readonly fences: boolean;
  /**
   * Nothing mends it: neither a retry nor a step of its API, such as joining
   * again, a new epoch, a split batch or a reset position.
   */
  readonly fatal: boolean;
  /** It is a success after all. */
  readonly success: boolean;
}

/** The APIs whose answers give a code another meaning than the default. */
type ApiName =
  | "Produce"
  | "Fetch"
  | "ListOffsets"
  | "Metadata"
  | "OffsetCommit"
  | "OffsetFetch"
  | "FindCoordinator"
  | "JoinGroup"
  | "Heartbeat"
  | "LeaveGroup"
  | "SyncGroup"
  | "CreateTopics"
  | "DeleteTopics"
  | "InitProducerId"
  | "OffsetForLeaderEpoch"
  | "AddPartitionsToTxn"
  | "AddOffsetsToTxn"
  | "EndTxn"
  | "TxnOffsetCommit"
  | "DescribeConfigs"
  | "CreatePartitions"
  | "DeleteGroups"
  | "ElectLeaders"
  | "IncrementalAlterConfigs"
  | "OffsetDelete"
  | "ConsumerGroupHeartbeat";

const API_KEYS: { readonly [Api in ApiName]: number } = {
  Produce: 0,
  Fetch: 1,
  ListOffsets: 2,
  Metadata: 3,
  OffsetCommit: 8,
  OffsetFetch: 9,
  FindCoordinator: 10,
  JoinGroup: 11,
  Heartbeat: 12,
  LeaveGroup: 13,
  SyncGroup: 14,
  CreateTopics: 19,
  DeleteTopics: 20,
  InitProducerId: 22,
  OffsetForLeaderEpoch: 23,
  AddPartitionsToTxn: 24,
  AddOffsetsToTxn: 25,
  EndTxn: 26,
  TxnOffsetCommit: 28,
  DescribeConfigs: 32,
  CreatePartitions: 37,
  DeleteGroups: 42,
  ElectLeaders: 43,
  IncrementalAlterConfigs: 44,
  OffsetDelete: 47,
  ConsumerGroupHeartbeat: 68,
};

const NONE: ErrorClass = {
  retriable: false,
  refreshMetadata: false,
  refreshCoordinator: false,
  fences: false,
  fatal: false,
  success: true,
};
const FATAL: ErrorClass = { ...NONE, success: false, fatal: true };
const RECOVERABLE: ErrorClass = { ...NONE, success: false };
const RETRY: ErrorClass = { ...RECOVERABLE, retriable: true };
const STALE: ErrorClass = { ...RETRY, refreshMetadata: true };
const COORDINATOR: ErrorClass = { ...RETRY, refreshCoordinator: true };
const FENCED: ErrorClass = { ...RECOVERABLE, fences: true };
const FENCED_FOR_GOOD: ErrorClass = { ...FATAL, fences: true };

/**
 * The codes that mean more by default than whether Kafka's own clients retry
 * them; those are RETRY, all others FATAL.
 */
const DEFAULTS: { readonly [Name in ErrorName]?: ErrorClass } = {
  NONE,
  UNKNOWN_TOPIC_OR_PARTITION: STALE,
  LEADER_NOT_AVAILABLE: STALE,
  NOT_LEADER_OR_FOLLOWER: STALE,
  REPLICA_NOT_AVAILABLE: STALE,
  NETWORK_EXCEPTION: STALE,
  KAFKA_STORAGE_ERROR: STALE,
  LISTENER_NOT_FOUND: STALE,
  FENCED_LEADER_EPOCH: STALE,
  PREFERRED_LEADER_NOT_AVAILABLE: STALE,
  ELIGIBLE_LEADERS_NOT_AVAILABLE: STALE,
  UNKNOWN_TOPIC_ID: STALE,
  INCONSISTENT_TOPIC_ID: STALE,
  NOT_CONTROLLER: STALE,
  REBOOTSTRAP_REQUIRED: STALE,
  COORDINATOR_NOT_AVAILABLE: COORDINATOR,
  NOT_COORDINATOR: COORDINATOR,
  ILLEGAL_GENERATION: FENCED,
  UNKNOWN_MEMBER_ID: FENCED,
  FENCED_MEMBER_EPOCH: FENCED,
  INVALID_PRODUCER_EPOCH: FENCED,
  PRODUCER_FENCED: FENCED_FOR_GOOD,
  TRANSACTION_COORDINATOR_FENCED: FENCED_FOR_GOOD,
  FENCED_INSTANCE_ID: FENCED_FOR_GOOD,
  FENCED_STATE_EPOCH: FENCED_FOR_GOOD,
  STREAMS_TOPOLOGY_FENCED: FENCED_FOR_GOOD,
  OFFSET_OUT_OF_RANGE: RECOVERABLE,
  OFFSET_MOVED_TO_TIERED_STORAGE: RECOVERABLE,
  MESSAGE_TOO_LARGE: RECOVERABLE,
  RECORD_LIST_TOO_LARGE: RECOVERABLE,
  INVALID_RECORD: RECOVERABLE,
  REBALANCE_IN_PROGRESS: RECOVERABLE,
  MEMBER_ID_REQUIRED: RECOVERABLE,
  STALE_MEMBER_EPOCH: RECOVERABLE,
  OUT_OF_ORDER_SEQUENCE_NUMBER: RECOVERABLE,
  UNKNOWN_PRODUCER_ID: RECOVERABLE,
  INVALID_PRODUCER_ID_MAPPING: RECOVERABLE,
  TRANSACTION_ABORTABLE: RECOVERABLE,
  OPERATION_NOT_ATTEMPTED: RECOVERABLE,
};

type Overrides = { readonly [Name in ErrorName]?: ErrorClass };

/** Asking the transaction coordinator with an old epoch: another producer has the transactional id. */
const TRANSACTION: Overrides = { INVALID_PRODUCER_EPOCH: FENCED_FOR_GOOD };

/** What an admin asks for by name is missing for good when it is missing. */
const BY_NAME: Overrides = { UNKNOWN_TOPIC_OR_PARTITION: FATAL, UNKNOWN_TOPIC_ID: FATAL };

/** What the broker may go on with after it has given up waiting must not be asked for twice in silence. */
const NOT_TWICE: Overrides = { REQUEST_TIMED_OUT: RECOVERABLE };

const OVERRIDES: { readonly [Api in ApiName]: Overrides } = {
  Produce: {
    DUPLICATE_SEQUENCE_NUMBER: NONE,
    // An idempotent producer takes the next epoch; only a transactional one is fenced by it.
    INVALID_PRODUCER_EPOCH: RECOVERABLE,
    UNKNOWN_SERVER_ERROR: FATAL,
  },
  Fetch: {
    // The broker failed on this partition only; its log has not moved.
    UNKNOWN_SERVER_ERROR: RETRY,
    UNKNOWN_LEADER_EPOCH: STALE,
    OFFSET_NOT_AVAILABLE: RETRY,
  },
  ListOffsets: { UNKNOWN_LEADER_EPOCH: STALE, UNSUPPORTED_FOR_MESSAGE_FORMAT: RECOVERABLE },
  OffsetForLeaderEpoch: { UNKNOWN_LEADER_EPOCH: STALE },
  // To ask for the metadata again because the metadata says so is the retry itself.
  Metadata: {
    UNKNOWN_TOPIC_OR_PARTITION: RETRY,
    LEADER_NOT_AVAILABLE: RETRY,
    UNKNOWN_TOPIC_ID: RETRY,
    LISTENER_NOT_FOUND: RETRY,
    REPLICA_NOT_AVAILABLE: RETRY,
  },
  OffsetCommit: {
    UNKNOWN_TOPIC_OR_PARTITION: RETRY,
    REQUEST_TIMED_OUT: COORDINATOR,
  },
  OffsetFetch: {
    UNKNOWN_TOPIC_OR_PARTITION: FATAL,
    // The member learns its new epoch from the next heartbeat: to start anywhere else instead would skip or repeat.
    STALE_MEMBER_EPOCH: RETRY,
  },
  FindCoordinator: { COORDINATOR_NOT_AVAILABLE: RETRY },
  JoinGroup: {
    UNKNOWN_MEMBER_ID: RECOVERABLE,
    REBALANCE_IN_PROGRESS: RETRY,
  },
  SyncGroup: { REQUEST_TIMED_OUT: COORDINATOR },
  Heartbeat: {},
  // Who leaves and is not known any more has left.
  LeaveGroup: { UNKNOWN_MEMBER_ID: NONE },
  ConsumerGroupHeartbeat: {
    // The static member before us is still within its session.
    UNRELEASED_INSTANCE_ID: RETRY,
  },
  InitProducerId: TRANSACTION,
  AddPartitionsToTxn: TRANSACTION,
  AddOffsetsToTxn: TRANSACTION,
  EndTxn: TRANSACTION,
  TxnOffsetCommit: {
    ...TRANSACTION,
    FENCED_INSTANCE_ID: FENCED,
  },
  CreateTopics: NOT_TWICE,
  CreatePartitions: { ...NOT_TWICE, ...BY_NAME },
  DeleteTopics: { ...NOT_TWICE, ...BY_NAME },
  DescribeConfigs: BY_NAME,
  IncrementalAlterConfigs: BY_NAME,
  ElectLeaders: {
    UNKNOWN_TOPIC_OR_PARTITION: FATAL,
    ELECTION_NOT_NEEDED: NONE,
  },
  DeleteGroups: {},
  OffsetDelete: BY_NAME,
};

const BY_CODE: ReadonlyMap<number, ErrorClass> = new Map(
  ERROR_CODES.map(({ code, name, retriable }) => [
    code,
    DEFAULTS[name as ErrorName] ?? (retriable ? RETRY : FATAL),
  ]),
);

const BY_API: ReadonlyMap<number, ReadonlyMap<number, ErrorClass>> = new Map(
  (Object.keys(API_KEYS) as ApiName[]).map((api) => [
    API_KEYS[api],
    new Map(
      (Object.entries(OVERRIDES[api]) as [ErrorName, ErrorClass][]).map(([name, meaning]) => [
        ErrorCodes[name],
        meaning,
      ]),
    ),
  ]),
);

/**
 * Classifies an error code.
 *
 * @param apiKey The key of the API that answered with it.
 * @param code The code; one that Kafka 4.3.1 does not know is fatal.
 * @returns What it means.
 */
export function classify(apiKey: number, code: number): ErrorClass {
  return BY_API.get(apiKey)?.get(code) ?? BY_CODE.get(code) ?? FATAL;
}

/** What an answer with an error code was about. */
export interface BrokerErrorContext {
  /** What failed, to follow "Cannot", such as `send to "orders"`. @default {the API's name} */
  readonly action?: string;
  /** The topic. */
  readonly topic?: string;
  /** The partition. */
  readonly partition?: number;
  /** The broker that answered. */
  readonly broker?: string;
  /** The broker's own words. */
  readonly message?: string | null;
}

/**
 * Makes the error for an error code.
 *
 * @param api The API that answered.
 * @param code The code.
 * @param context What it was about.
 * @returns The error, to be thrown by the caller.
 */
export function brokerError(
  api: ApiInfo,
  code: number,
  context: BrokerErrorContext = {},
): BrokerError {
  const { topic, partition, broker, message } = context;
  const { name } = errorCode(code);
  const at = broker === undefined ? "the broker" : broker;
  const about = topic === undefined || context.action !== undefined
    ? ""
    : ` for "${topic}"${partition === undefined ? "" : ` partition ${partition}`}`;
  const words = message ? `: ${message}` : "";
  return new BrokerError(
    `Cannot ${
      context.action ?? `go on with ${api.name}`
    }${about} as ${at} answered ${name}${words}`,
    {
      errorCode: code,
      code: name,
      retriable: classify(api.key, code).retriable,
      ...(topic === undefined ? {} : { topic }),
      ...(partition === undefined ? {} : { partition }),
      ...(broker === undefined ? {} : { broker }),
      ...(message ? { brokerMessage: message } : {}),
    },
  );
}
