/**
 * The same requests are put to the embedded broker and to a real Kafka, and
 * their answers compared: what our own tests take for Kafka's ways must be them.
 */

import { assertEquals } from "@std/assert";
import { addPartitionsToTxn } from "../../src/protocol/messages/add_partitions_to_txn.ts";
import { createPartitions } from "../../src/protocol/messages/create_partitions.ts";
import { createTopics } from "../../src/protocol/messages/create_topics.ts";
import { deleteRecords } from "../../src/protocol/messages/delete_records.ts";
import { describeConfigs } from "../../src/protocol/messages/describe_configs.ts";
import { endTxn } from "../../src/protocol/messages/end_txn.ts";
import { fetch, type FetchRequestInput } from "../../src/protocol/messages/fetch.ts";
import { findCoordinator } from "../../src/protocol/messages/find_coordinator.ts";
import { initProducerId } from "../../src/protocol/messages/init_producer_id.ts";
import { listOffsets } from "../../src/protocol/messages/list_offsets.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { offsetForLeaderEpoch } from "../../src/protocol/messages/offset_for_leader_epoch.ts";
import { produce } from "../../src/protocol/messages/produce.ts";
import { crc32c } from "../../src/record/crc32c.ts";
import { EmbeddedKafka } from "../../src/testing/mod.ts";
import { defaultConnector, systemEnvironment } from "../../src/transport/runtime.ts";
import { realKafka } from "../helpers/real_kafka.ts";
import {
  batchOf,
  type BatchOptions,
  type FetchOptions,
  type ProduceOptions,
  RawClient,
  recordsOf,
} from "../testing/raw_client.ts";

const NOBODY = "AQEBAQEBAQEBAQEBAQEBAQ";
/** The coordinator is on its way: to be asked again. */
const AGAIN: readonly number[] = [14, 15, 16];

/** A topic of one partition on one cluster, and a connection to its leader. */
class Subject {
  readonly address: string;
  readonly topic: string;
  readonly now: number = Date.now();
  client!: RawClient;

  constructor(address: string, topic: string) {
    this.address = address;
    this.topic = topic;
  }

  async dial(address: string = this.address): Promise<RawClient> {
    const [host, port] = address.split(":");
    return new RawClient(await defaultConnector()({ host, port: Number(port) }));
  }

  /** Creates the topic, and connects to its leader. */
  async open(config: Record<string, string> = {}): Promise<void> {
    const first = await this.dial();
    await first.send(createTopics, {
      topics: [{
        name: this.topic,
        numPartitions: 1,
        replicationFactor: 1,
        configs: Object.entries(config).map(([name, value]) => ({ name, value })),
      }],
      timeoutMs: 10_000,
    });
    for (;;) {
      const { topics, brokers } = await first.send(metadata, {
        topics: [{ name: this.topic }],
        allowAutoTopicCreation: false,
      }, 4);
      const leader = topics[0].partitions[0]?.leaderId ?? -1;
      const broker = brokers.find(({ nodeId }) => nodeId === leader);
      if (topics[0].errorCode === 0 && broker !== undefined) {
        this.client = await this.dial(`${broker.host}:${broker.port}`);
        // The leader itself may be the last to hear of the topic.
        if ((await this.client.fetch(this.topic, 0, 0)).errorCode === 0) break;
        this.client.close();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    first.close();
  }

  async produce(records: Uint8Array | null, options: ProduceOptions = {}): Promise<unknown[]> {
    const answer = await this.client.produce(this.topic, 0, records, options);
    return [
      answer.errorCode,
      Number(answer.baseOffset),
      answer.logAppendTimeMs > 0n ? "time" : "no time",
      Number(answer.logStartOffset),
      answer.recordErrors.map(({ batchIndex }) => batchIndex),
      answer.errorMessage !== null,
    ];
  }

  batch(values: readonly string[], options: BatchOptions = {}): Uint8Array {
    return batchOf(values, { timestamp: this.now, ...options });
  }

  /** A batch with a changed field, and the checksum that fits. */
  forged(change: (view: DataView) => void, values: readonly string[] = ["x"]): Uint8Array {
    const bytes = this.batch(values);
    const view = new DataView(bytes.buffer);
    change(view);
    view.setUint32(17, crc32c(bytes.subarray(21)));
    return bytes;
  }

  async fetch(fetchOffset: number, options: FetchOptions = {}): Promise<unknown[]> {
    const answer = await this.client.fetch(this.topic, 0, fetchOffset, options);
    return [
      answer.errorCode,
      Number(answer.highWatermark),
      Number(answer.lastStableOffset),
      Number(answer.logStartOffset),
      answer.abortedTransactions?.map(({ firstOffset }) => Number(firstOffset)) ?? null,
      recordsOf(answer.records),
    ];
  }
}

/** Asks both clusters the same; each gives lines of what it was asked and what it answered. */
async function compare(
  ask: (subject: Subject, note: (what: string, answer: unknown) => void) => Promise<void>,
  config: Record<string, string> = {},
): Promise<void> {
  const { bootstrap } = await realKafka();
  const embedded = new EmbeddedKafka();
  const listener = await embedded.listen();
  const release = systemEnvironment().hold();
  const name = `parity-${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  try {
    const seen: string[][] = [];
    for (const from of [bootstrap.split(",")[0], listener.address]) {
      const subject = new Subject(from, name);
      const lines: string[] = [];
      await subject.open(config);
      await ask(subject, (what, answer) => void lines.push(`${what}: ${JSON.stringify(answer)}`));
      subject.client.close();
      seen.push(lines);
    }
    assertEquals(seen[1], seen[0]);
  } finally {
    release();
    await embedded.close();
  }
}

Deno.test("The embedded broker takes and refuses batches as Kafka does", async () => {
  await compare(async (subject, note) => {
    note("plain", await subject.produce(subject.batch(["a", "b"])));
    note("empty", await subject.produce(new Uint8Array(0)));
    const two = new Uint8Array([...subject.batch(["x"]), ...subject.batch(["y"])]);
    note("two batches", await subject.produce(two));
    const longer = new Uint8Array([...subject.batch(["x"]), 1, 2, 3]);
    note("a tail", await subject.produce(longer));
    note("base offset", await subject.produce(subject.forged((v) => v.setBigInt64(0, 5n))));
    note("last offset", await subject.produce(subject.forged((v) => v.setInt32(23, 1))));
    note("count", await subject.produce(subject.forged((v) => v.setInt32(57, 2))));
    note("no count", await subject.produce(subject.forged((v) => v.setInt32(57, 0))));
    note("control", await subject.produce(subject.forged((v) => v.setInt16(21, 0x20))));
    note("compression 5", await subject.produce(subject.forged((v) => v.setInt16(21, 5))));
    note("not gzip", await subject.produce(subject.forged((v) => v.setInt16(21, 1))));
    note(
      "zstd in v6",
      await subject.produce(subject.forged((v) => v.setInt16(21, 4)), { version: 6 }),
    );
    const damaged = subject.batch(["x"]);
    damaged[damaged.length - 2] ^= 1;
    note("checksum", await subject.produce(damaged));
    const old = subject.batch(["x"]);
    old[16] = 1;
    note("magic 1", await subject.produce(old));
    const unnumbered = subject.batch(["x"], { producerId: 7, sequence: -1 });
    note("no sequence", await subject.produce(unnumbered));
    const early = subject.batch(["x", "y"], { timestamp: subject.now + 7_200_000 });
    note("the future", await subject.produce(early));
    note("large", await subject.produce(subject.batch(["x".repeat(1_100_000)])));
    note("acks 2", await subject.produce(subject.batch(["x"]), { acks: 2 }));
    const { responses } = await subject.client.send(produce, {
      acks: -1,
      topicData: [{ topicId: NOBODY, partitionData: [{ index: 0, records: damaged }] }],
    }, 13);
    note("unknown id", responses[0].partitionResponses[0].errorCode);
  });
});

Deno.test("The embedded broker refuses records without a key, and stamps the time, as Kafka does", async () => {
  await compare(async (subject, note) => {
    note("no key", await subject.produce(subject.batch(["x", "y"])));
    note("a key", await subject.produce(subject.batch(["x"], { key: "k" })));
  }, { "cleanup.policy": "compact", "message.timestamp.type": "LogAppendTime" });
});

Deno.test("The embedded broker remembers the sequences of producers as Kafka does", async () => {
  await compare(async (subject, note) => {
    const send = async (producerId: number, sequence: number, epoch = 0, count = 1) => {
      const values = Array.from({ length: count }, () => "x");
      const batch = subject.batch(values, { producerId, sequence, epoch });
      note(`${producerId}/${epoch} ${sequence}+${count}`, await subject.produce(batch));
    };
    for (const sequence of [7, 8, 10, 9, 8, 7]) await send(4242, sequence);
    for (const [sequence, epoch] of [[0, 1], [1, 0], [5, 2], [0, 2], [1, 1]]) {
      await send(4242, sequence, epoch);
    }
    for (let sequence = 0; sequence < 7; sequence++) await send(4244, sequence);
    for (const sequence of [0, 1, 2, 6, 7]) await send(4244, sequence);
    const last = 0x7fffffff;
    await send(4243, last - 1, 0, 2);
    for (const sequence of [1, 0]) await send(4243, sequence);
    await send(4243, last - 1, 0, 2);
  });
});

Deno.test("The embedded broker answers fetches as Kafka does", async () => {
  await compare(async (subject, note) => {
    for (const value of ["a", "b", "c"]) await subject.produce(subject.batch([value]));
    for (const version of [4, 5, 7, 9, 11, 12]) {
      note(`version ${version}`, await subject.fetch(1, { version }));
    }
    note("committed", await subject.fetch(0, { request: { isolationLevel: 1 } }));
    for (const offset of [-1, 3, 4]) note(`offset ${offset}`, await subject.fetch(offset));
    note("epoch 5", await subject.fetch(0, { partition: { currentLeaderEpoch: 5 } }));
    note("after epoch 0", await subject.fetch(1, { partition: { lastFetchedEpoch: 0 } }));
    note("after epoch 3", await subject.fetch(1, { partition: { lastFetchedEpoch: 3 } }));
    const { client, topic } = subject;
    const missing = await client.fetch(topic, 9, 0);
    note("no partition", [missing.errorCode, missing.abortedTransactions, missing.records?.length]);
    const unknown = await client.send(fetch, {
      topics: [{ topicId: NOBODY, partitions: [{ partition: 0 }] }],
    }, 13);
    note("no topic", [unknown.errorCode, unknown.responses[0].partitions[0].errorCode]);
    const partitions = [{ partitionIndex: 0, offset: 2n }];
    const { topics } = await client.send(deleteRecords, {
      topics: [{ name: topic, partitions }],
      timeoutMs: 10_000,
    });
    note("trimmed", [
      topics[0].partitions[0].errorCode,
      Number(topics[0].partitions[0].lowWatermark),
    ]);
    for (const offset of [1, 2]) note(`offset ${offset}`, await subject.fetch(offset));
  });
});

Deno.test("The embedded broker keeps fetch sessions as Kafka does", async () => {
  await compare(async (subject, note) => {
    const { client, topic } = subject;
    await subject.produce(subject.batch(["a"]));
    let sessionId = 0;
    const ask = async (
      what: string,
      request: FetchRequestInput,
      offsets: readonly number[] = [],
    ) => {
      const partitions = offsets.map((offset) => ({ partition: 0, fetchOffset: BigInt(offset) }));
      const answer = await client.fetchAll(topic, partitions, { request });
      note(what, [
        answer.errorCode,
        answer.sessionId > 0,
        answer.responses.flatMap((each) =>
          each.partitions.map(({ errorCode, records }) => [errorCode, recordsOf(records)])
        ),
      ]);
      return answer.sessionId;
    };
    await ask("open without partitions", { sessionEpoch: 0 });
    sessionId = await ask("open", { sessionEpoch: 0 }, [1]);
    await ask("wrong epoch", { sessionId, sessionEpoch: 5 });
    await ask("nothing new", { sessionId, sessionEpoch: 1 });
    await subject.produce(subject.batch(["b"]));
    await ask("a record", { sessionId, sessionEpoch: 2 });
    await ask("moved on", { sessionId, sessionEpoch: 3 }, [2]);
    await ask("too far", { sessionId, sessionEpoch: 4 }, [9]);
    await ask("back", { sessionId, sessionEpoch: 5 }, [2]);
    await ask("unknown", { sessionId: 12_345, sessionEpoch: 5 });
    const mixed = await client.send(fetch, { sessionId, sessionEpoch: 6 }, 13);
    note("by id", mixed.errorCode);
    const forgottenTopicsData = [{ topic, partitions: [0] }];
    await ask("forgotten", { sessionId, sessionEpoch: 6, forgottenTopicsData });
    await ask("gone", { sessionId, sessionEpoch: 7 });
    sessionId = await ask("open again", { sessionEpoch: 0 }, [0]);
    await ask("close", { sessionId, sessionEpoch: -1 }, [0]);
    await ask("closed", { sessionId, sessionEpoch: 1 });
  });
});

Deno.test("The embedded broker lists offsets, epochs, topics and configurations as Kafka does", async () => {
  await compare(async (subject, note) => {
    const { client, topic, now } = subject;
    await subject.produce(subject.batch(["a"], { timestamp: now - 5 }));
    await subject.produce(subject.batch(["b"], { timestamp: now }));
    await subject.produce(subject.batch(["c"], { timestamp: now - 9 }));
    const special = [[-1, 7], [-2, 7], [-3, 7], [-3, 6], [-4, 8], [-4, 7], [-5, 9], [-6, 11], [
      -7,
      11,
    ]];
    const times = [[0, 7], [now - 4, 7], [now, 7], [now + 1, 7]];
    for (const [timestamp, version] of [...special, ...times]) {
      const { topics } = await client.send(listOffsets, {
        replicaId: -1,
        topics: [{
          name: topic,
          partitions: [{ partitionIndex: 0, timestamp: BigInt(timestamp) }],
        }],
      }, version);
      const found = topics[0].partitions[0];
      const time = found.timestamp < 0n ? -1 : Number(found.timestamp) - now;
      const which = timestamp > 0 ? `now ${timestamp - now}` : timestamp;
      note(`${which} v${version}`, [
        found.errorCode,
        Number(found.offset),
        time,
        found.leaderEpoch,
      ]);
    }
    for (const leaderEpoch of [0, 1, -1]) {
      const { topics } = await client.send(offsetForLeaderEpoch, {
        replicaId: -1,
        topics: [{ topic, partitions: [{ partition: 0, leaderEpoch }] }],
      }, 4);
      const found = topics[0].partitions[0];
      note(`epoch ${leaderEpoch}`, [found.errorCode, found.leaderEpoch, Number(found.endOffset)]);
    }
    const named = await client.send(metadata, {
      topics: [{ name: `${topic}-none` }, { name: "a b" }],
      allowAutoTopicCreation: false,
    }, 4);
    note("metadata", named.topics.map(({ errorCode }) => errorCode));
    const byId = await client.send(metadata, { topics: [{ topicId: NOBODY, name: null }] }, 12);
    note("metadata by id", byId.topics.map(({ errorCode, name }) => [errorCode, name]));
    const one = { numPartitions: 1, replicationFactor: 1 };
    const created = await client.send(createTopics, {
      timeoutMs: 10_000,
      validateOnly: true,
      topics: [
        { ...one, name: topic },
        { ...one, name: "a b" },
        { ...one, name: "none", numPartitions: 0 },
        { ...one, name: "many", replicationFactor: 9 },
        { ...one, name: "odd", configs: [{ name: "nope", value: "1" }] },
        { ...one, name: "both", assignments: [{ partitionIndex: 0, brokerIds: [1] }] },
        { ...one, name: "twice" },
        { ...one, name: "twice" },
      ],
    });
    const codes = created.topics.map(({ name, errorCode }) => [name, errorCode]);
    note("create", codes.sort());
    const results = await client.send(createPartitions, {
      timeoutMs: 10_000,
      topics: [{ name: topic, count: 1, assignments: null }],
    });
    note("too few partitions", results.results.map(({ errorCode }) => errorCode));
    const { results: configs } = await client.send(describeConfigs, {
      resources: [
        { resourceType: 2, resourceName: `${topic}-none`, configurationKeys: null },
        { resourceType: 2, resourceName: topic, configurationKeys: null },
      ],
    });
    note(
      "configs",
      configs.map((each) => [
        each.errorCode,
        // What the real cluster's own file says is not Kafka's default.
        each.configs.filter(({ configSource }) => configSource === 5)
          .map(({ name, value, configType }) => [name, value, configType])
          .filter(([name]) => name !== "min.insync.replicas").sort(),
      ]),
    );
  });
});

Deno.test("The embedded broker fences and ends transactions as Kafka does", async () => {
  await compare(async (subject, note) => {
    const { client, topic } = subject;
    const transactionalId = `tx-${topic}`;
    let coordinator = client;
    for (;;) {
      const { coordinators } = await client.send(findCoordinator, {
        coordinatorKeys: [transactionalId],
        keyType: 1,
      }, 4);
      const { errorCode, host, port } = coordinators[0];
      if (errorCode === 0) coordinator = await subject.dial(`${host}:${port}`);
      if (errorCode === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const init = async (
      more: { producerId?: bigint; producerEpoch?: number } = {},
      timeout = 10_000,
    ) => {
      for (;;) {
        const answer = await coordinator.send(initProducerId, {
          transactionalId,
          transactionTimeoutMs: timeout,
          ...more,
        });
        if (!AGAIN.includes(answer.errorCode) && answer.errorCode !== 51) return answer;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    type Producer = { readonly producerId: bigint; readonly producerEpoch: number };
    const end = async (
      what: string,
      { producerId, producerEpoch }: Producer,
      committed: boolean,
      version = 4,
    ) => {
      for (;;) {
        const answer = await coordinator.send(endTxn, {
          transactionalId,
          producerId,
          producerEpoch,
          committed,
        }, version);
        if (answer.errorCode === 51) continue;
        note(what, [
          answer.errorCode,
          answer.producerEpoch < 0 ? -1 : answer.producerEpoch - producerEpoch,
        ]);
        return answer;
      }
    };
    const add = async (what: string, producer: Producer, name = topic) => {
      for (;;) {
        const answer = await coordinator.send(addPartitionsToTxn, {
          v3AndBelowTransactionalId: transactionalId,
          v3AndBelowProducerId: producer.producerId,
          v3AndBelowProducerEpoch: producer.producerEpoch,
          v3AndBelowTopics: [{ name, partitions: [0] }],
        }, 3);
        const code = answer.resultsByTopicV3AndBelow[0].resultsByPartition[0].partitionErrorCode;
        if (code === 51) continue;
        return note(what, code);
      }
    };
    const send = async (
      what: string,
      { producerId, producerEpoch }: Producer,
      version: number,
      sequence = 0,
    ) => {
      const batch = subject.batch(["t"], {
        producerId: Number(producerId),
        epoch: producerEpoch,
        sequence,
        transactional: true,
      });
      note(what, await subject.produce(batch, { transactionalId, version }));
    };
    note("no timeout", (await init({}, 0)).errorCode);
    note("long timeout", (await init({}, 900_001)).errorCode);
    const first = await init();
    const second = await init();
    note("fenced", second.producerEpoch - first.producerEpoch);
    note("wrong epoch", (await init({ ...second, producerEpoch: 9 })).errorCode);
    note("wrong id", (await init({ producerId: 999_999n, producerEpoch: 0 })).errorCode);
    await end("end of nothing", second, true);
    await end("end by the fenced", first, true);
    await end("end by the fenced, v1", first, true, 1);
    await end("end by a stranger", { producerId: 999_999n, producerEpoch: 0 }, true);
    for (const version of [9, 10, 11]) await send(`not added, v${version}`, second, version);
    await add("add nothing", second, `${topic}-none`);
    await add("add by the fenced", first);
    await add("add", second);
    await send("produce", second, 11);
    await send("produce by the fenced", first, 11);
    await end("abort", second, false);
    await end("abort again", second, false);
    await end("commit after all", second, true);
    const third = await init();
    await send("produce, v12", third, 12);
    const ended = await end("commit, v5", third, true, 5);
    await end("commit again, v5", third, true, 5);
    await end("abort after all, v5", third, false, 5);
    await send("produce with the old epoch", third, 12, 1);
    await end("abort of nothing, v5", { ...third, producerEpoch: ended.producerEpoch }, false, 5);
    const anonymous = subject.batch(["x"], { producerId: 4244, transactional: true });
    note("anonymous", await subject.produce(anonymous));
    note("committed", await subject.fetch(0, { request: { isolationLevel: 1 } }));
    if (coordinator !== client) coordinator.close();
  });
});
