/**
 * Looks up where to read: start offsets by ListOffsets, and whether a new
 * leader has what was read by OffsetForLeaderEpoch (KIP-320).
 *
 * @module
 */

import { brokerError, classify } from "../cluster/error_class.ts";
import { KafkaError } from "../errors.ts";
import type { ApiInfo } from "../protocol/api.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { listOffsets } from "../protocol/messages/list_offsets.ts";
import { offsetForLeaderEpoch } from "../protocol/messages/offset_for_leader_epoch.ts";
import { asError, type ConsumerContext, endsConsumer, postpone } from "./context.ts";
import type { Partition } from "./partition.ts";
import type { StartPoint } from "./start_position.ts";
import { Wakeup } from "./wakeup.ts";

/** What the finder asks of its engine. */
export interface FinderHost extends ConsumerContext {
  /** All partitions that are read. */
  readonly partitions: Iterable<Partition>;
  /** A partition's start was found. */
  found(partition: Partition, offset: number, leaderEpoch: number): void;
  /** The new leader has what was read. */
  validated(partition: Partition): void;
  /** The log of the leader parts from what was read at this offset. */
  truncated(partition: Partition, endOffset: number, epoch: number): void;
  /** No retry can mend this partition. */
  failPartition(partition: Partition, error: KafkaError): void;
  /** Notes what is wrong with a partition, as long as it is. */
  trouble(partition: Partition, error: KafkaError): void;
  /** Ends the consumer. */
  fail(error: Error): void;
}

/** ListOffsets' names for the two ends of the log. */
const LATEST_TIMESTAMP = -1n;
const EARLIEST_TIMESTAMP = -2n;

/** The first version of ListOffsets that knows of transactions. */
const ISOLATION_SINCE = 2;

/** The first version of OffsetForLeaderEpoch that asks for no more than the right to read the topic. */
const EPOCHS_SINCE = 3;

/** One partition that is asked about. */
interface Question {
  readonly partition: Partition;
  readonly generation: number;
}

/** The questions to one broker that go into one request. */
interface Inquiry {
  readonly leader: number;
  readonly validate: boolean;
  readonly questions: Question[];
}

/** What all answers have in common. */
interface PartitionAnswer {
  readonly errorCode: number;
  readonly leaderEpoch: number;
}

/**
 * The loop that looks up positions. Partitions of one leader share a request;
 * an error of one is retried for that one.
 */
export class PositionFinder {
  readonly #host: FinderHost;
  readonly #wakeup: Wakeup;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #asking = new Set<Partition>();
  readonly #done: Promise<void>;

  /**
   * Starts the loop.
   *
   * @param host The engine.
   */
  constructor(host: FinderHost) {
    this.#host = host;
    this.#wakeup = new Wakeup(host.cluster.environment.clock);
    this.#done = this.#run();
  }

  /** Says that there may be something to look up. */
  wake(): void {
    this.#wakeup.ring();
  }

  /**
   * Stops the loop, and gives up what is under way.
   *
   * @returns When it has ended.
   */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wakeup.ring();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { environment } = this.#host.cluster;
    const untrack = environment.resources.track("loop", "find positions");
    try {
      // The host is still making us: it must know us before we ask it for anything.
      await Promise.resolve();
      while (!this.#stop.signal.aborted) {
        const now = environment.clock.monotonic();
        const { inquiries, sleepMs } = this.#due(now);
        for (const inquiry of inquiries) this.#start(inquiry);
        await this.#wakeup.sleep(sleepMs);
      }
    } catch (error) {
      this.#host.fail(asError(error));
    } finally {
      await Promise.all(this.#running);
      untrack();
    }
  }

  /** Groups what is to be asked now, and tells when the next is due. */
  #due(now: number): { inquiries: Iterable<Inquiry>; sleepMs: number } {
    const inquiries = new Map<string, Inquiry>();
    let sleepMs = Infinity;
    for (const partition of this.#host.partitions) {
      const { leader, phase } = partition;
      if (phase !== "resetting" && phase !== "validating") continue;
      if (leader < 0 || this.#asking.has(partition)) continue;
      if (partition.retryAt > now) {
        sleepMs = Math.min(sleepMs, partition.retryAt - now);
        continue;
      }
      const key = `${phase} ${leader}`;
      let inquiry = inquiries.get(key);
      if (inquiry === undefined) {
        inquiry = { leader, validate: phase === "validating", questions: [] };
        inquiries.set(key, inquiry);
      }
      inquiry.questions.push({ partition, generation: partition.generation });
    }
    return { inquiries: inquiries.values(), sleepMs };
  }

  #start(inquiry: Inquiry): void {
    for (const { partition } of inquiry.questions) this.#asking.add(partition);
    const running = this.#ask(inquiry).finally(() => {
      for (const { partition } of inquiry.questions) this.#asking.delete(partition);
      this.#running.delete(running);
      this.#wakeup.ring();
    });
    this.#running.add(running);
  }

  async #ask(inquiry: Inquiry): Promise<void> {
    const { cluster } = this.#host;
    try {
      if (inquiry.validate) await this.#askEpochs(inquiry);
      else await this.#askOffsets(inquiry);
    } catch (thrown) {
      const error = asError(thrown);
      if (this.#stop.signal.aborted) return;
      if (endsConsumer(error)) return this.#host.fail(error);
      for (const { partition, generation } of inquiry.questions) {
        if (partition.generation === generation) postpone(this.#host, partition, "Lookup", error);
      }
      cluster.invalidate(`a lookup at broker ${inquiry.leader} failed`);
    }
  }

  async #askOffsets(inquiry: Inquiry): Promise<void> {
    const { cluster, options, owner } = this.#host;
    const connection = await cluster.channel(inquiry.leader, "lookup", owner).ready(
      this.#stop.signal,
    );
    const response = await connection.send(listOffsets, (version) => ({
      replicaId: -1,
      // Before version 2 there is no such field, and no transactions to wait for.
      isolationLevel: options.isolation === "committed" && version >= ISOLATION_SINCE ? 1 : 0,
      timeoutMs: cluster.options.requestTimeoutMs,
      topics: byTopic(inquiry.questions).map(([name, questions]) => ({
        name,
        partitions: questions.map(({ partition }) => ({
          partitionIndex: partition.partition,
          currentLeaderEpoch: partition.leaderEpoch,
          timestamp: timestampOf(partition.start),
        })),
      })),
    }), { signal: this.#stop.signal });
    const answers = index(
      response.topics.map((topic) => [topic.name, topic.partitions] as const),
      (answer) => answer.partitionIndex,
    );
    for (const question of inquiry.questions) {
      const { partition, generation } = question;
      if (partition.generation !== generation) continue;
      const answer = answers(partition);
      if (!this.#accept(question, answer, listOffsets, connection.broker)) continue;
      if (answer.offset > BigInt(Number.MAX_SAFE_INTEGER)) {
        this.#host.failPartition(partition, tooLarge(partition, answer.offset));
      } else if (answer.offset >= 0n) {
        this.#host.found(partition, Number(answer.offset), answer.leaderEpoch);
      } else {
        // No record is as young as that: reading starts behind the last one.
        partition.start = { kind: "latest" };
      }
    }
  }

  async #askEpochs(inquiry: Inquiry): Promise<void> {
    const { cluster, owner } = this.#host;
    const connection = await cluster.channel(inquiry.leader, "lookup", owner).ready(
      this.#stop.signal,
    );
    const version = connection.version(offsetForLeaderEpoch);
    if (version === undefined || version < EPOCHS_SINCE) {
      for (const { partition, generation } of inquiry.questions) {
        if (partition.generation === generation) this.#host.validated(partition);
      }
      return;
    }
    const response = await connection.send(offsetForLeaderEpoch, {
      replicaId: -1,
      topics: byTopic(inquiry.questions).map(([topic, questions]) => ({
        topic,
        partitions: questions.map(({ partition }) => ({
          partition: partition.partition,
          currentLeaderEpoch: partition.leaderEpoch,
          leaderEpoch: partition.fetchEpoch,
        })),
      })),
    }, { signal: this.#stop.signal });
    const answers = index(
      response.topics.map((topic) => [topic.topic, topic.partitions] as const),
      (answer) => answer.partition,
    );
    for (const question of inquiry.questions) {
      const { partition, generation } = question;
      if (partition.generation !== generation) continue;
      const answer = answers(partition);
      if (!this.#accept(question, answer, offsetForLeaderEpoch, connection.broker)) continue;
      // An epoch that the leader cannot place (-1) says nothing about the log: it lost its cache.
      const known = answer.endOffset >= 0n;
      if (known && Number(answer.endOffset) < partition.fetchOffset) {
        this.#host.truncated(partition, Number(answer.endOffset), answer.leaderEpoch);
      } else {
        this.#host.validated(partition);
      }
    }
  }

  /** Deals with an error, if the answer is one. */
  #accept<A extends PartitionAnswer>(
    question: Question,
    answer: A | undefined,
    api: ApiInfo,
    broker: string,
  ): answer is A {
    const { partition } = question;
    const host = this.#host;
    const code = answer?.errorCode ?? ErrorCodes.UNKNOWN_SERVER_ERROR;
    if (code === ErrorCodes.NONE) {
      partition.recover();
      return true;
    }
    const error = brokerError(api, code, {
      action: `find the offset to read ${partition.label} from`,
      topic: partition.topic,
      partition: partition.partition,
      broker,
    });
    const { refreshMetadata, retriable } = classify(api.key, code);
    const lasting = code === ErrorCodes.TOPIC_AUTHORIZATION_FAILED ||
      code === ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
    if (!lasting && !retriable && code !== ErrorCodes.UNKNOWN_SERVER_ERROR) {
      host.failPartition(partition, error);
      return false;
    }
    if (refreshMetadata || lasting) host.cluster.invalidate(error.message, [partition.topic]);
    postpone(host, partition, api.name, error);
    if (lasting) host.trouble(partition, error);
    return false;
  }
}

function timestampOf(start: StartPoint): bigint {
  switch (start.kind) {
    case "earliest":
      return EARLIEST_TIMESTAMP;
    case "latest":
      return LATEST_TIMESTAMP;
    case "timestamp":
      return BigInt(start.timestamp);
    case "offset":
      throw new KafkaError("Cannot look up an offset that is given", { code: "ILLEGAL_STATE" });
  }
}

function byTopic(questions: readonly Question[]): [string, Question[]][] {
  const topics = new Map<string, Question[]>();
  for (const question of questions) {
    const { topic } = question.partition;
    const list = topics.get(topic);
    if (list === undefined) topics.set(topic, [question]);
    else list.push(question);
  }
  return [...topics];
}

/** Finds the answers by topic and partition, in whatever order they came. */
function index<P>(
  topics: readonly (readonly [string, readonly P[]])[],
  partitionOf: (answer: P) => number,
): (partition: Partition) => P | undefined {
  const answers = new Map<string, Map<number, P>>();
  for (const [topic, partitions] of topics) {
    answers.set(topic, new Map(partitions.map((answer) => [partitionOf(answer), answer])));
  }
  return (partition) => answers.get(partition.topic)?.get(partition.partition);
}

function tooLarge(partition: Partition, offset: bigint): KafkaError {
  return new KafkaError(
    `Cannot read ${partition.label} as its offset ${offset} is past 2^53 - 1, which a number cannot hold`,
    { code: "OFFSET_TOO_LARGE", topic: partition.topic, partition: partition.partition },
  );
}
