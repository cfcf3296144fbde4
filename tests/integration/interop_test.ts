/**
 * On a real Kafka: what we write, others read; what others write, we read; all
 * of it as bytes.
 */

import { Buffer } from "node:buffer";
import { assertEquals } from "@std/assert";
import { Kafka, type Message, type ProducerRecord } from "../../mod.ts";
import { realKafka } from "../helpers/real_kafka.ts";
import { kafkaJs, type KafkaJsHeaders, readWithKafkaJs } from "../helpers/peers.ts";

const encoder = new TextEncoder();

/** Bytes, or null, in a form that compares and prints well. */
function hex(value: Uint8Array | string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const bytes = typeof value === "string" ? encoder.encode(value) : value;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface Plain {
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [string, string | null])[];
  readonly timestamp: number;
}

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, i) => i);
const T0 = 1_700_000_000_000;

/** Nulls, empties, binary, unicode, repeated headers; one partition, so that order holds. */
function records(topic: string): (ProducerRecord & { readonly timestamp: number })[] {
  const base = { topic, partition: 0 };
  return [
    { ...base, key: "k", value: "v", timestamp: T0 },
    { ...base, key: null, value: "no key", timestamp: T0 + 1 },
    { ...base, key: "tombstone", value: null, timestamp: T0 + 2 },
    { ...base, key: "", value: "", timestamp: T0 + 3 },
    { ...base, key: EVERY_BYTE, value: EVERY_BYTE, timestamp: T0 + 4 },
    { ...base, key: "grün 😀", value: "x".repeat(100_000), timestamp: T0 - 5 },
    {
      ...base,
      key: "headers",
      value: "v",
      timestamp: T0 + 6,
      headers: [["a", "1"], ["a", EVERY_BYTE], ["b", ""], ["grün", "😀"]],
    },
  ];
}

function ofRecord({ key, value, headers, timestamp }: ReturnType<typeof records>[number]): Plain {
  const pairs = (headers ?? []) as [string, string | Uint8Array | null][];
  return {
    key: hex(key),
    value: hex(value),
    headers: pairs.map(([name, item]) => [name, hex(item)]),
    timestamp,
  };
}

function ofMessage({ key, value, headers, timestamp }: Message): Plain {
  return {
    key: hex(key),
    value: hex(value),
    headers: headers.map(([name, item]) => [name, hex(item)]),
    timestamp,
  };
}

/** Repeated headers next to each other, as kafkajs groups them. */
function ofKafkaJs(headers: KafkaJsHeaders | undefined): [string, string | null][] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((
      item,
    ): [string, string | null] => [name, hex(item)])
  );
}

/** kafkajs takes bytes for what they are only in a Buffer. */
function forKafkaJs(content: string | Uint8Array | null | undefined): string | Uint8Array | null {
  return content instanceof Uint8Array ? Buffer.from(content) : content ?? null;
}

async function read(
  kafka: Kafka,
  topic: string,
  count: number,
  isolation?: "committed" | "uncommitted",
): Promise<Message[]> {
  const messages: Message[] = [];
  if (count === 0) return messages;
  for await (const message of kafka.consumer({ topics: [topic], from: "earliest", isolation })) {
    messages.push(message.copy());
    if (messages.length === count) break;
  }
  return messages;
}

async function withTopic(
  name: string,
  body: (kafka: Kafka, topic: string, brokers: string[]) => Promise<void>,
): Promise<void> {
  const cluster = await realKafka();
  const topic = `${name}-${crypto.randomUUID()}`;
  await cluster.createTopic(topic, { partitions: 1 });
  const brokers = cluster.bootstrap.split(",");
  const kafka = new Kafka({ brokers });
  try {
    await body(kafka, topic, brokers);
  } finally {
    await kafka.close();
  }
}

for (const compression of ["none", "gzip", "snappy", "lz4", "zstd"] as const) {
  Deno.test(`Consumer reads what Producer wrote to a real Kafka, compression ${compression}`, () =>
    withTopic("own", async (kafka, topic) => {
      const sent = records(topic);
      const results = await kafka.producer({ compression }).sendBatch(sent);
      assertEquals(results.map(({ offset }) => offset), sent.map((_, i) => i));
      const messages = await read(kafka, topic, sent.length);
      assertEquals(messages.map(ofMessage), sent.map(ofRecord));
      assertEquals(messages.map(({ offset }) => offset), sent.map((_, i) => i));
    }));
}

Deno.test("kafkajs reads what Producer wrote to a real Kafka", () =>
  withTopic("to-kafkajs", async (kafka, topic, brokers) => {
    const sent = records(topic);
    await kafka.producer({ compression: "gzip" }).sendBatch(sent);
    const { client } = await kafkaJs(brokers);
    const found = await readWithKafkaJs(client, topic, sent.length);
    assertEquals(
      found.map(({ message }): Plain => ({
        key: hex(message.key),
        value: hex(message.value),
        headers: ofKafkaJs(message.headers),
        timestamp: Number(message.timestamp),
      })),
      sent.map(ofRecord),
    );
  }));

Deno.test("Consumer reads what kafkajs wrote to a real Kafka", () =>
  withTopic("from-kafkajs", async (kafka, topic, brokers) => {
    const { client, module } = await kafkaJs(brokers);
    const sent = records(topic);
    const producer = client.producer();
    await producer.connect();
    for (const compression of [undefined, module.CompressionTypes.GZIP]) {
      await producer.send({
        topic,
        compression,
        messages: sent.map(({ key, value, headers, timestamp, partition }) => ({
          key: forKafkaJs(key),
          value: forKafkaJs(value),
          partition,
          timestamp: String(timestamp),
          headers: Object.fromEntries(
            [...new Set(((headers ?? []) as [string, string][]).map(([name]) => name))].map(
              (name) => {
                const all = (headers as [string, Uint8Array | string][]).filter(([other]) =>
                  other === name
                ).map(([, v]) => forKafkaJs(v) as Uint8Array | string);
                return [name, all.length === 1 ? all[0] : all];
              },
            ),
          ),
        })),
      });
    }
    await producer.disconnect();
    const messages = await read(kafka, topic, 2 * sent.length);
    assertEquals(messages.map(ofMessage), [...sent, ...sent].map(ofRecord));
  }));

Deno.test("Kafka's console consumer reads what Producer wrote", () =>
  withTopic("to-console", async (kafka, topic, brokers) => {
    const sent = [
      { topic, key: "k", value: "v", timestamp: T0 },
      { topic, key: null, value: "no key", timestamp: T0 + 1 },
      { topic, key: "gone", value: null, timestamp: T0 + 2 },
      { topic, key: "", value: "", timestamp: T0 + 3 },
      {
        topic,
        key: "grün",
        value: "\u0001😀",
        timestamp: T0 + 4,
        headers: [["a", "1"], ["a", "2"], ["n", null], ["e", ""]] as [string, string | null][],
      },
    ];
    await kafka.producer({ compression: "gzip" }).sendBatch(sent);
    const cluster = await realKafka();
    const properties = [
      "print.timestamp=true",
      "print.offset=true",
      "print.partition=true",
      "print.headers=true",
      "print.key=true",
      "null.literal=<null>",
      "headers.separator=;",
    ];
    const { stdout } = await cluster.runTool("org.apache.kafka.tools.consumer.ConsoleConsumer", [
      "--bootstrap-server",
      brokers[0],
      "--topic",
      topic,
      "--from-beginning",
      "--max-messages",
      String(sent.length),
      "--timeout-ms",
      "30000",
      ...properties.flatMap((property) => ["--formatter-property", property]),
    ]);
    assertEquals(stdout.trimEnd().split("\n"), [
      `CreateTime:${T0}\tPartition:0\tOffset:0\tNO_HEADERS\tk\tv`,
      `CreateTime:${T0 + 1}\tPartition:0\tOffset:1\tNO_HEADERS\t<null>\tno key`,
      `CreateTime:${T0 + 2}\tPartition:0\tOffset:2\tNO_HEADERS\tgone\t<null>`,
      `CreateTime:${T0 + 3}\tPartition:0\tOffset:3\tNO_HEADERS\t\t`,
      `CreateTime:${T0 + 4}\tPartition:0\tOffset:4\ta:1;a:2;n:<null>;e:\tgrün\t\u0001😀`,
    ]);
  }));

Deno.test("Consumer reads what Kafka's console producer wrote", () =>
  withTopic("from-console", async (kafka, topic, brokers) => {
    const cluster = await realKafka();
    const before = Date.now();
    await cluster.runTool(
      "org.apache.kafka.tools.ConsoleProducer",
      [
        "--bootstrap-server",
        brokers[0],
        "--topic",
        topic,
        "--compression-codec",
        "gzip",
        ...["parse.key=true", "parse.headers=true", "null.marker=NULL"].flatMap((
          property,
        ) => ["--reader-property", property]),
      ],
      { input: "a:1,a:2\tk\tv\nb:\tgrün\t😀\nc:3\tNULL\tno key\nd:4\tgone\tNULL\ne:5\t\t\n" },
    );
    const messages = await read(kafka, topic, 5);
    const now = Date.now();
    assertEquals(
      messages.map((message) => {
        const { key, value, headers } = ofMessage(message);
        return { key, value, headers };
      }),
      [
        { key: hex("k"), value: hex("v"), headers: [["a", hex("1")], ["a", hex("2")]] },
        { key: hex("grün"), value: hex("😀"), headers: [["b", ""]] },
        { key: null, value: hex("no key"), headers: [["c", hex("3")]] },
        { key: hex("gone"), value: null, headers: [["d", hex("4")]] },
        { key: "", value: "", headers: [["e", hex("5")]] },
      ],
    );
    assertEquals(
      messages.every(({ timestamp }) => timestamp >= before - 1000 && timestamp <= now + 1000),
      true,
    );
  }));

Deno.test("Consumer filters what somebody else's transactional producer aborted", () =>
  withTopic("transactional", async (kafka, topic, brokers) => {
    const { client } = await kafkaJs(brokers);
    const producer = client.producer({
      transactionalId: `tx-${topic}`,
      idempotent: true,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    for (let round = 0; round < 6; round++) {
      const transaction = await producer.transaction();
      for (let i = 0; i < 3; i++) {
        await transaction.send({ topic, messages: [{ value: `${round}.${i}`, partition: 0 }] });
      }
      await (round % 2 === 0 ? transaction.commit() : transaction.abort());
    }
    await producer.disconnect();
    const rounds = (kept: number[]) =>
      kept.flatMap((round) => [0, 1, 2].map((i) => `${round}.${i}`));
    const committed = await read(kafka, topic, 9, "committed");
    assertEquals(committed.map((message) => message.text()), rounds([0, 2, 4]));
    const all = await read(kafka, topic, 18, "uncommitted");
    assertEquals(all.map((message) => message.text()), rounds([0, 1, 2, 3, 4, 5]));
  }));
