/**
 * A producer, an embedded cluster and virtual time, on one stage.
 *
 * Nothing sleeps: `stage.run(promise)` moves time from timer to timer until
 * the promise is settled. At the end everything is closed, and nothing may be
 * left open.
 */

import { assertEquals } from "@std/assert";
import { Cluster } from "../../src/cluster/cluster.ts";
import { type ClientOptions, resolveClientOptions } from "../../src/cluster/options.ts";
import type { ClientEvents } from "../../src/internal/events.ts";
import type { ProducerOptions } from "../../src/producer/options.ts";
import { Producer } from "../../src/producer/producer.ts";
import type { ProduceRequest, ProduceResponseInput } from "../../src/protocol/messages/produce.ts";
import { EmbeddedKafka, type EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import type { StoredRecord } from "../../src/testing/views.ts";
import type { Connector } from "../../src/transport/transport.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";

const decoder = new TextDecoder();

/** One event that the client told. */
export interface ToldEvent {
  readonly type: keyof ClientEvents;
  readonly detail: ClientEvents[keyof ClientEvents];
}

/** What a test has at hand. */
export class Stage {
  readonly env: VirtualEnvironment;
  readonly kafka: EmbeddedKafka;
  readonly cluster: Cluster;
  readonly events: ToldEvent[] = [];
  /** How many bytes the client has written to its connections. */
  bytesWritten = 0;
  readonly #producers: Producer[] = [];

  constructor(kafka: EmbeddedKafkaOptions, client: Partial<ClientOptions>) {
    this.env = new VirtualEnvironment();
    this.kafka = new EmbeddedKafka({ ...kafka, environment: this.env });
    const options = resolveClientOptions({ ...this.kafka.clientOptions(), ...client });
    const connector: Connector = async (address, connectOptions) => {
      const transport = await options.connector!(address, connectOptions);
      const write = transport.write.bind(transport);
      transport.write = (chunks) => {
        for (const chunk of chunks) this.bytesWritten += chunk.length;
        return write(chunks);
      };
      return transport;
    };
    this.cluster = new Cluster(options, this.env, connector, (type, detail) => {
      this.events.push({ type, detail });
    });
  }

  /** Makes a producer, which is closed at the end. */
  producer(options: ProducerOptions = {}): Producer {
    const producer = new Producer(this.cluster, options);
    this.#producers.push(producer);
    return producer;
  }

  /** Moves time until a promise is settled. */
  run<T>(promise: Promise<T>): Promise<T> {
    return this.env.run(promise, { limitMs: 600_000 });
  }

  /** Moves time until a promise rejects, and gives the reason. */
  async failure(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
    const outcome = await this.run(promise.then(() => undefined, (reason: unknown) => reason));
    if (!(outcome instanceof Error)) throw new Error("It was expected to reject");
    return outcome as Error & Record<string, unknown>;
  }

  /** The values in a partition's log. */
  async values(topic: string, partition = 0): Promise<(string | null)[]> {
    const records = await this.kafka.records(topic, partition);
    return records.map(({ value }) => value === null ? null : decoder.decode(value));
  }

  /** The records in a partition's log. */
  records(topic: string, partition = 0): Promise<StoredRecord[]> {
    return this.kafka.records(topic, partition);
  }

  /** The batches in a partition's log, as `offset+count seq/epoch`. */
  batches(topic: string, partition = 0): string[] {
    return this.kafka.log(topic, partition).map((batch) =>
      `${batch.baseOffset}+${batch.recordCount} ${batch.baseSequence}/${batch.producerEpoch}`
    );
  }

  /** The events of one type. */
  told<K extends keyof ClientEvents>(type: K): ClientEvents[K][] {
    return this.events.filter((event) => event.type === type).map((event) =>
      event.detail as ClientEvents[K]
    );
  }

  /** Closes everything and looks for what is left. */
  async end(): Promise<void> {
    for (const producer of this.#producers) {
      await this.run(producer.close().catch(() => {}));
    }
    await this.run(this.cluster.close());
    await this.run(this.kafka.close());
    assertEquals(this.env.resources.list(), []);
    assertEquals(this.env.holds, 0);
  }
}

/** Runs a test on a stage: topic "t" has one partition unless `kafka.topics` says otherwise. */
export async function onStage(
  test: (stage: Stage) => Promise<void>,
  { kafka = {}, client = {} }: {
    readonly kafka?: EmbeddedKafkaOptions;
    readonly client?: Partial<ClientOptions>;
  } = {},
): Promise<void> {
  const stage = new Stage({ topics: { t: { partitions: 1 } }, ...kafka }, client);
  // Loading a codec takes real time, in which the virtual one would run on.
  for (const name of ["gzip", "snappy", "lz4", "zstd"]) await stage.cluster.codecs.byName(name);
  let failed = true;
  try {
    await test(stage);
    failed = false;
  } finally {
    // What failed first is what the test is about.
    if (failed) await stage.end().catch(() => {});
    else await stage.end();
  }
}

/** An answer with an error code for every partition of a request. */
export function refusal(
  request: ProduceRequest,
  errorCode: number,
  more: Record<string, unknown> = {},
): ProduceResponseInput {
  return {
    responses: request.topicData.map(({ name, topicId, partitionData }) => ({
      name,
      topicId,
      partitionResponses: partitionData.map(({ index }) => ({
        index,
        errorCode,
        baseOffset: -1n,
        ...more,
      })),
    })),
  };
}

/** Numbered texts. */
export function numbered(count: number, prefix = ""): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
