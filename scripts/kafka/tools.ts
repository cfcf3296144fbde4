/**
 * What can be done with a running cluster from outside: topics, state, and Kafka's own tools.
 *
 * @module
 */

import { classPath, DEFAULT_VERSION, javaCommand, runCommand, type ToolResult } from "./jars.ts";
import {
  type ClusterState,
  createTopics,
  describeCluster,
  type NewTopic,
  type TopicState,
} from "./wire.ts";

const POLL_MS = 50;

/** How to create a topic. */
export interface TopicOptions {
  /** @default {3} */
  readonly partitions?: number;
  /** @default {min(3, number of brokers)} */
  readonly replicationFactor?: number;
  /** The replicas of each partition, leader first; then the two options above do not count. */
  readonly assignments?: readonly (readonly number[])[];
  readonly configs?: NewTopic["configs"];
}

/** How to run a tool. */
export interface ToolOptions {
  readonly input?: string | Uint8Array;
  readonly signal?: AbortSignal;
  /** @default {120000} */
  readonly timeoutMs?: number;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A running Kafka that this process need not have started. */
export class KafkaTools {
  readonly #bootstrap: string;
  readonly version: string;

  constructor(bootstrap: string, version: string = DEFAULT_VERSION) {
    this.#bootstrap = bootstrap;
    this.version = version;
  }

  /** The addresses of the brokers, separated by commas. */
  get bootstrap(): string {
    return this.#bootstrap;
  }

  /** What the first broker that answers knows of the cluster. */
  async describe(topics?: readonly string[]): Promise<ClusterState> {
    const reasons: unknown[] = [];
    for (const address of this.bootstrap.split(",")) {
      try {
        return await describeCluster(address, topics);
      } catch (error) {
        reasons.push(error);
      }
    }
    throw new AggregateError(reasons, `Cannot describe the cluster at ${this.bootstrap}`);
  }

  /** Polls until every broker that is up says what the condition wants. */
  async waitFor(
    what: string,
    condition: (state: ClusterState) => boolean,
    options: { readonly topics?: readonly string[]; readonly timeoutMs?: number } = {},
  ): Promise<void> {
    const timeoutMs = options.timeoutMs ?? 60_000;
    const deadline = Date.now() + timeoutMs;
    let last = "no broker answered";
    for (;;) {
      const states = await Promise.allSettled(
        this.bootstrap.split(",").map((address) => describeCluster(address, options.topics)),
      );
      const known = states.flatMap((state) => state.status === "fulfilled" ? [state.value] : []);
      if (known.length > 0 && known.every(condition)) return;
      if (known.length > 0) last = JSON.stringify(known);
      if (Date.now() > deadline) {
        throw new Error(`Cannot see ${what} within ${timeoutMs} ms: ${last}`);
      }
      await sleep(POLL_MS);
    }
  }

  /** Waits until every partition of the topics has a leader that every broker knows. */
  waitForLeaders(topics: readonly string[], timeoutMs?: number): Promise<void> {
    const led = (topic: TopicState): boolean =>
      topic.errorCode === 0 && topic.partitions.length > 0 &&
      topic.partitions.every(({ leader, errorCode }) => leader >= 0 && errorCode !== 5);
    return this.waitFor(
      `leaders of ${topics.join(", ")}`,
      (state) => state.topics.length === topics.length && state.topics.every(led),
      { topics, timeoutMs },
    );
  }

  /** Waits until every replica of the topics (of all when none is named) is in sync. */
  waitForSync(topics?: readonly string[], timeoutMs?: number): Promise<void> {
    return this.waitFor(
      "all replicas in sync",
      (state) =>
        state.topics.every(({ partitions }) =>
          partitions.every(({ leader, isr, replicas }) =>
            leader >= 0 && isr.length === replicas.length
          )
        ),
      { topics, timeoutMs },
    );
  }

  /** Creates a topic and waits until all brokers know its leaders. */
  async createTopic(topic: string, options: TopicOptions = {}): Promise<void> {
    const { brokers } = await this.describe([]);
    const address = `${brokers[0].host}:${brokers[0].port}`;
    await createTopics(address, [{
      topic,
      partitions: options.partitions ?? 3,
      replicationFactor: options.replicationFactor ?? Math.min(3, brokers.length),
      assignments: options.assignments,
      configs: options.configs,
    }]);
    await this.waitForLeaders([topic]);
  }

  /** The partitions of a topic, as the first broker that answers knows them. */
  async describeTopic(topic: string): Promise<TopicState> {
    const { topics } = await this.describe([topic]);
    return topics[0];
  }

  /** Runs one of Kafka's tools, e.g. `org.apache.kafka.tools.ConsoleConsumer`, to its end. */
  async runTool(
    className: string,
    args: readonly string[],
    options: ToolOptions = {},
  ): Promise<ToolResult> {
    return await this.runJava([className, ...args], options);
  }

  /** Runs Java with Kafka's class path: a class, or a source file, and its arguments. */
  async runJava(args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
    const path = await classPath(this.version, () => {});
    const flags = [
      "-Xmx256m",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
      "-cp",
      path,
    ];
    return await runCommand(javaCommand(), [...flags, ...args], { timeoutMs: 120_000, ...options });
  }
}
