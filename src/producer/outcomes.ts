/**
 * What follows from what brokers answer about batches, and from requests that
 * nobody answers.
 *
 * @module
 */

import { brokerError, classify } from "../cluster/error_class.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { type BrokerError, type Fate, KafkaError, ProtocolError } from "../errors.ts";
import { backoffMs } from "../internal/backoff.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import {
  type PartitionProduceResponse,
  produce,
  type ProduceResponse,
} from "../protocol/messages/produce.ts";
import type { EncodedRecords, ProduceBatch } from "./batch.ts";
import { withFate } from "./delivery.ts";
import { nextSequence } from "./idempotence.ts";
import type { Lane } from "./lane.ts";
import type { ResolvedProducerOptions } from "./options.ts";
import { halve, keepRecords, type Preparation } from "./preparation.ts";
import type { SentBatch } from "./sender.ts";

/** What the outcomes need of their producer. */
export interface OutcomesHost {
  /** The cluster. */
  readonly cluster: Cluster;
  /** The options. */
  readonly settings: ResolvedProducerOptions;
  /** Takes batches apart. */
  readonly preparation: Preparation;
  /** Prepares a batch that was encoded anew. */
  prepare(lane: Lane, batch: ProduceBatch): void;
  /** A new identity is needed as the present one was taken over by somebody. */
  identityLost(batch: ProduceBatch): void;
  /** A record failed, besides what its listener hears. */
  failed(topic: string, partition: number | undefined, error: KafkaError): void;
  /** A lane may go on, now or at its `retryAt`. */
  laneChanged(lane: Lane): void;
  /** Whether nothing is sent again any more, and why. */
  givingUp(): KafkaError | undefined;
}

/** Brokers answer so before they append anything, or because they do not have the records: nothing is stored. */
const PROOFS: ReadonlySet<number> = new Set([
  ErrorCodes.CORRUPT_MESSAGE,
  ErrorCodes.LEADER_NOT_AVAILABLE,
  ErrorCodes.MESSAGE_TOO_LARGE,
  ErrorCodes.INVALID_TOPIC_EXCEPTION,
  ErrorCodes.RECORD_LIST_TOO_LARGE,
  ErrorCodes.NOT_ENOUGH_REPLICAS,
  ErrorCodes.INVALID_REQUIRED_ACKS,
  ErrorCodes.TOPIC_AUTHORIZATION_FAILED,
  ErrorCodes.CLUSTER_AUTHORIZATION_FAILED,
  ErrorCodes.INVALID_TIMESTAMP,
  ErrorCodes.UNSUPPORTED_VERSION,
  ErrorCodes.INVALID_REQUEST,
  ErrorCodes.UNSUPPORTED_FOR_MESSAGE_FORMAT,
  ErrorCodes.POLICY_VIOLATION,
  ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER,
  ErrorCodes.INVALID_PRODUCER_EPOCH,
  ErrorCodes.INVALID_TXN_STATE,
  ErrorCodes.INVALID_PRODUCER_ID_MAPPING,
  ErrorCodes.TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
  ErrorCodes.UNKNOWN_PRODUCER_ID,
  ErrorCodes.UNSUPPORTED_COMPRESSION_TYPE,
  ErrorCodes.INVALID_RECORD,
  ErrorCodes.PRODUCER_FENCED,
  ErrorCodes.THROTTLING_QUOTA_EXCEEDED,
]);

/** With acks 1 nothing is waited for after the append, so that these come before it. */
const PROOFS_OF_ONE: ReadonlySet<number> = new Set([
  ErrorCodes.NOT_LEADER_OR_FOLLOWER,
  ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION,
  ErrorCodes.UNKNOWN_TOPIC_ID,
]);

/** Applies answers to batches. */
export class Outcomes {
  readonly #host: OutcomesHost;

  /** @param host Its producer. */
  constructor(host: OutcomesHost) {
    this.#host = host;
  }

  /** A broker answered for a batch. */
  answered(
    sent: SentBatch,
    answer: PartitionProduceResponse,
    response: ProduceResponse,
    broker: string,
  ): void {
    this.#apply(sent, answer, broker);
    // Last, as another leader voids what is open in the partition.
    this.#learnLeader(sent.lane, answer, response);
  }

  #apply(
    { lane, batch, attempt }: SentBatch,
    answer: PartitionProduceResponse,
    broker: string,
  ): void {
    if (batch.attempt !== attempt || batch.state !== "open") return;
    const code = answer.errorCode;
    const kind = classify(produce.key, code);
    if (code === ErrorCodes.NONE || kind.success) {
      // An offset that a number cannot hold is left out rather than rounded.
      const known = code === ErrorCodes.NONE && answer.baseOffset >= 0n &&
        answer.baseOffset + BigInt(batch.count) <= Number.MAX_SAFE_INTEGER;
      this.#delivered(
        lane,
        batch,
        known ? Number(answer.baseOffset) : undefined,
        Number(answer.logAppendTimeMs),
      );
      return;
    }
    const error = brokerError(produce, code, {
      action: `send to ${JSON.stringify(lane.topic)} partition ${lane.partition}`,
      topic: lane.topic,
      partition: lane.partition,
      broker,
      message: answer.errorMessage,
    });
    lane.lastError = error;
    const ambiguous = !PROOFS.has(code) &&
      !(this.#host.settings.acks === 1 && PROOFS_OF_ONE.has(code));
    if (code === ErrorCodes.NOT_ENOUGH_REPLICAS_AFTER_APPEND) batch.stored = true;
    if (kind.refreshMetadata) this.#host.cluster.invalidate(error.code, [lane.topic]);
    const isSequenced = batch.sequence >= 0;
    if (this.#host.givingUp() !== undefined) {
      // Whatever would mend it takes another request.
      lane.returned(batch, ambiguous);
      this.#afterFailure(lane, error);
    } else if (
      isSequenced && (code === ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER ||
        code === ErrorCodes.UNKNOWN_PRODUCER_ID || code === ErrorCodes.INVALID_PRODUCER_EPOCH)
    ) {
      if (code === ErrorCodes.INVALID_PRODUCER_EPOCH) this.#host.identityLost(batch);
      if (code !== ErrorCodes.OUT_OF_ORDER_SEQUENCE_NUMBER && batch.ambiguous) {
        // The leader does not compare it with what it has: an earlier copy may be in the log, and
        // no answer under this identity will ever tell.
        this.#drop(lane, batch, error, true);
        return;
      }
      // At the front sequences start anew at once; a broker that refuses them again gets a pause.
      if (lane.unacked[0] === batch && lane.failures++ > 0) this.#backOff(lane, error);
      lane.refused(batch);
      this.#afterFailure(lane, error);
    } else if (
      (code === ErrorCodes.MESSAGE_TOO_LARGE || code === ErrorCodes.RECORD_LIST_TOO_LARGE) &&
      batch.count > 1
    ) this.#halve(lane, batch, error);
    else if (this.#namesRecords(answer, batch)) this.#leaveOut(lane, batch, answer, error);
    else if (kind.retriable) this.#retry(lane, batch, error, ambiguous);
    else this.#drop(lane, batch, error, ambiguous);
  }

  /** A request without an answer was written: with acks 0 that is all there is. */
  written({ lane, batch, attempt }: SentBatch): void {
    if (batch.attempt === attempt && batch.state === "open") {
      this.#delivered(lane, batch, undefined, -1);
    }
  }

  /** A request got no answer. */
  lost({ lane, batch, attempt }: SentBatch, error: KafkaError, wasSent: boolean): void {
    if (batch.attempt !== attempt || batch.state !== "open") return;
    lane.lastError = error;
    this.#host.cluster.invalidate(error.code, [lane.topic]);
    const { acks, idempotent } = this.#host.settings;
    // An answer that makes no sense says nothing of the batch; asking again does, with sequences.
    const isRetriable = error.retriable ||
      (idempotent && wasSent && error instanceof ProtocolError);
    if (isRetriable && !(wasSent && acks === 0)) {
      this.#retry(lane, batch, error, wasSent);
    } else this.#drop(lane, batch, error, wasSent);
  }

  /**
   * Lets a batch fail that is no longer in its lane.
   *
   * @param batch The batch.
   * @param error Why; the records get an error with their place and fate.
   * @param fate What is known of its records.
   * @param cause What stood in the way, where the error has no cause of its own.
   */
  fail(batch: ProduceBatch, error: KafkaError, fate: Fate, cause?: KafkaError): void {
    const { topic, partition } = batch.place;
    batch.fail(
      withFate(error, error.message, {
        fate,
        topic,
        partition,
        cause: error.cause ?? cause,
      }),
      (named) => this.#host.failed(topic, partition, named),
    );
  }

  #delivered(
    lane: Lane,
    batch: ProduceBatch,
    offset: number | undefined,
    appendTime: number,
  ): void {
    for (const proven of lane.acknowledged(batch)) proven.deliver(undefined, -1);
    batch.deliver(offset, appendTime);
    this.#host.laneChanged(lane);
  }

  #retry(lane: Lane, batch: ProduceBatch, error: KafkaError, ambiguous: boolean): void {
    this.#backOff(lane, error);
    lane.returned(batch, ambiguous);
    this.#afterFailure(lane, error);
  }

  #drop(lane: Lane, batch: ProduceBatch, error: KafkaError, ambiguous: boolean): void {
    if (ambiguous) batch.ambiguous = true;
    lane.dropped(batch);
    this.fail(batch, error, fateOf(batch));
    this.#host.laneChanged(lane);
  }

  #backOff(lane: Lane, error: KafkaError): void {
    const { options, environment, emit } = this.#host.cluster;
    const now = environment.clock.monotonic();
    // Several batches that fail together are one failure.
    if (lane.retryAt > now) return;
    lane.failures++;
    const inMs = backoffMs(
      lane.failures,
      { initialMs: options.retryBackoffMs, maxMs: options.retryBackoffMaxMs },
      () => environment.random(),
    );
    lane.retryAt = now + inMs;
    emit("retry", { what: "Produce", topic: lane.topic, partition: lane.partition, error, inMs });
  }

  #afterFailure(lane: Lane, error: KafkaError): void {
    const reason = this.#host.givingUp();
    if (reason !== undefined) {
      for (const { batch, fate } of lane.takeAll(false)) {
        this.fail(batch, reason, fate, error);
      }
    }
    this.#host.laneChanged(lane);
  }

  #learnLeader(lane: Lane, answer: PartitionProduceResponse, response: ProduceResponse): void {
    const { leaderId, leaderEpoch } = answer.currentLeader;
    if (leaderId < 0) return;
    const endpoint = response.nodeEndpoints.find((node) => node.nodeId === leaderId);
    this.#host.cluster.learnLeader(
      lane.topic,
      lane.partition,
      { nodeId: leaderId, epoch: leaderEpoch },
      endpoint,
    );
  }

  /** Whether the answer tells records that are at fault from others that are not (KIP-467). */
  #namesRecords(answer: PartitionProduceResponse, batch: ProduceBatch): boolean {
    const named = new Set(
      answer.recordErrors.map((record) => record.batchIndex)
        .filter((index) => index >= 0 && index < batch.count),
    );
    return named.size > 0 && named.size < batch.count;
  }

  #halve(lane: Lane, batch: ProduceBatch, error: KafkaError): void {
    lane.reworked(batch, false);
    this.#withRecords(lane, batch, (records) => {
      const parts = batch.divide(halve(records), nextSequence);
      lane.replace(batch, parts);
      const { emit } = this.#host.cluster;
      const { topic, partition } = lane;
      emit("retry", { what: "a smaller batch", topic, partition, error, inMs: 0 });
      for (const part of parts) this.#host.prepare(lane, part);
    });
  }

  #leaveOut(
    lane: Lane,
    batch: ProduceBatch,
    answer: PartitionProduceResponse,
    error: BrokerError,
  ): void {
    const { topic, partition } = lane;
    const errors: (KafkaError | undefined)[] = new Array(batch.count).fill(undefined);
    for (const { batchIndex, batchIndexErrorMessage } of answer.recordErrors) {
      if (batchIndex < 0 || batchIndex >= batch.count) continue;
      const words = batchIndexErrorMessage ?? answer.errorMessage ?? error.message;
      errors[batchIndex] = withFate(
        error,
        `Cannot send to ${
          JSON.stringify(topic)
        } partition ${partition} as the broker refuses the record: ${words}`,
        { fate: "not-persisted", topic, partition, cause: error },
      );
    }
    lane.reworked(batch, true);
    this.#withRecords(lane, batch, (records) => {
      const rest = keepRecords(records, (index) => errors[index] === undefined);
      batch.failSome(errors, (named) => this.#host.failed(topic, partition, named));
      batch.replace(rest);
      this.#host.prepare(lane, batch);
    });
  }

  #withRecords(lane: Lane, batch: ProduceBatch, use: (records: EncodedRecords) => void): void {
    const go = (records: EncodedRecords) => {
      if (batch.state !== "preparing") return;
      use(records);
      this.#host.laneChanged(lane);
    };
    const records = this.#host.preparation.records(batch);
    if (!(records instanceof Promise)) return go(records);
    records.then(go).catch((reason: unknown) => {
      if (batch.state !== "preparing") return;
      lane.replace(batch, []);
      const error = reason instanceof KafkaError
        ? reason
        : new KafkaError("Cannot take a batch apart", { cause: reason });
      this.fail(batch, error, fateOf(batch));
      this.#host.laneChanged(lane);
    });
  }
}

function fateOf(batch: ProduceBatch): Fate {
  if (batch.stored) return "persisted";
  return batch.ambiguous ? "possibly-persisted" : "not-persisted";
}
