/**
 * Clients that we did not write use the embedded cluster over sockets,
 * unchanged: kafkajs from npm, and kcat (Debian's kafkacat), which is librdkafka.
 */

import { assertEquals, assertMatch } from "@std/assert";
import { execFile } from "node:child_process";
import { EmbeddedKafka, type EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import { kafkaJs, type KafkaJsRecord } from "../helpers/peers.ts";

const T0 = 1_700_000_000_000;

async function withListener(
  options: EmbeddedKafkaOptions,
  test: (cluster: EmbeddedKafka, brokers: string[]) => Promise<void>,
): Promise<void> {
  const cluster = new EmbeddedKafka({ brokers: 3, ...options });
  const { brokers } = await cluster.listen();
  try {
    await test(cluster, brokers);
  } finally {
    await cluster.close();
  }
  assertEquals(cluster.clientFaults(), []);
  assertEquals(cluster.environment.resources.list(), []);
}

/** Runs kcat; its standard output. */
function kcat(brokers: readonly string[], args: readonly string[], input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = ["-b", brokers.join(","), ...args];
    const child = execFile("kcat", all, { timeout: 30_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else {reject(
          new Error(`Cannot run kcat (of Debian's package kafkacat) ${args.join(" ")}: ${stderr}`, {
            cause: error,
          }),
        );}
    });
    child.stdin?.end(input);
  });
}

function text(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** What a partition holds, in a form that compares well. */
async function stored(cluster: EmbeddedKafka, topic: string, partition: number) {
  return (await cluster.records(topic, partition)).map(({ key, value, headers }) => [
    text(key),
    text(value),
    ...headers.map(([name, item]) => `${name}=${text(item)}`),
  ]);
}

Deno.test("kcat lists the metadata of an embedded cluster", async () => {
  await withListener({ topics: { t: { partitions: 3 } } }, async (_cluster, brokers) => {
    const listed = await kcat(brokers, ["-L"]);
    for (const broker of brokers) assertMatch(listed, new RegExp(`broker \\d at ${broker}`));
    assertMatch(listed, /topic "t" with 3 partitions/);
    assertMatch(listed, /partition 2, leader 3, replicas: 3,1,2, isrs: 3,1,2/);
  });
});

Deno.test("kcat produces to an embedded cluster and consumes from named partitions", async () => {
  await withListener({ topics: { t: { partitions: 2 } } }, async (cluster, brokers) => {
    const lines = ["k1:hello", "k2:", ":no key", "grün:😀"];
    const produce = ["-P", "-t", "t", "-K:", "-Z", "-H", "a=1", "-H", "a=2"];
    await kcat(brokers, [...produce, "-p", "1"], lines.join("\n") + "\n");
    assertEquals(await stored(cluster, "t", 1), [
      ["k1", "hello", "a=1", "a=2"],
      ["k2", null, "a=1", "a=2"],
      [null, "no key", "a=1", "a=2"],
      ["grün", "😀", "a=1", "a=2"],
    ]);
    assertEquals(await stored(cluster, "t", 0), []);
    const consume = ["-C", "-t", "t", "-p", "1", "-e", "-q", "-f", "%o|%k|%s|%h\n"];
    assertEquals(
      await kcat(brokers, [...consume, "-o", "beginning"]),
      [
        "0|k1|hello|a=1,a=2",
        "1|k2||a=1,a=2",
        "2||no key|a=1,a=2",
        "3|grün|😀|a=1,a=2\n",
      ].join("\n"),
    );
    assertEquals(await kcat(brokers, [...consume, "-o", "3"]), "3|grün|😀|a=1,a=2\n");
    assertEquals(await kcat(brokers, ["-Q", "-t", "t:1:-1"]), "t [1] offset 4\n");
  });
});

Deno.test("kcat reads back from an embedded cluster what it compressed with every codec", async () => {
  await withListener({ topics: ["t"] }, async (cluster, brokers) => {
    const input = Array.from({ length: 500 }, (_, at) => `line ${at} `.repeat(3)).join("\n") + "\n";
    const codecs = ["none", "gzip", "snappy", "lz4", "zstd"];
    for (const codec of codecs) {
      const idempotent = ["-X", "enable.idempotence=true"];
      await kcat(brokers, ["-P", "-t", "t", "-p", "0", "-z", codec, ...idempotent], input);
    }
    const read = await kcat(brokers, ["-C", "-t", "t", "-p", "0", "-o", "beginning", "-e", "-q"]);
    assertEquals(read, input.repeat(codecs.length));
    const used = new Set(cluster.log("t", 0).map(({ compression }) => compression));
    assertEquals([...used].sort(), [0, 1, 2, 3, 4]);
  });
});

Deno.test("kafkajs produces to an embedded cluster, and what it wrote reads back intact", async () => {
  await withListener({ topics: { t: { partitions: 2 } } }, async (cluster, brokers) => {
    const { client, module } = await kafkaJs(brokers);
    const messages: KafkaJsRecord[] = [
      { key: "k", value: "v", partition: 1, timestamp: String(T0) },
      { key: null, value: "no key", partition: 1, headers: { a: ["1", "2"], b: "3" } },
      { key: "tombstone", value: null, partition: 1 },
      { key: "", value: "", partition: 1 },
    ];
    for (
      const options of [{}, { idempotent: true, maxInFlightRequests: 1 }]
    ) {
      const producer = client.producer(options);
      await producer.connect();
      await producer.send({ topic: "t", messages });
      await producer.send({ topic: "t", messages, compression: module.CompressionTypes.GZIP });
      await producer.disconnect();
    }
    const once = [
      ["k", "v"],
      [null, "no key", "a=1", "a=2", "b=3"],
      ["tombstone", null],
      ["", ""],
    ];
    assertEquals(await stored(cluster, "t", 1), [...once, ...once, ...once, ...once]);
    assertEquals((await cluster.records("t", 1))[0].timestamp, T0);
    const consume = ["-C", "-t", "t", "-p", "1", "-o", "14", "-e", "-q", "-f", "%k|%s\n"];
    assertEquals(await kcat(brokers, consume), "tombstone|\n|\n");
  });
});

Deno.test("kafkajs creates a topic by writing to it", async () => {
  await withListener({}, async (cluster, brokers) => {
    const { client } = await kafkaJs(brokers);
    const producer = client.producer();
    await producer.connect();
    await producer.send({ topic: "new", messages: [{ value: "x" }] });
    await producer.disconnect();
    assertEquals(await stored(cluster, "new", 0), [[null, "x"]]);
  });
});

Deno.test("kafkajs commits and aborts transactions, and kcat reads only what was committed", async () => {
  await withListener({ topics: ["t"] }, async (cluster, brokers) => {
    const { client } = await kafkaJs(brokers);
    const producer = client.producer({
      transactionalId: "tx",
      idempotent: true,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    for (const value of ["a", "b", "c"]) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: "t", messages: [{ value }] });
      await (value === "b" ? transaction.abort() : transaction.commit());
    }
    await producer.disconnect();
    const control = cluster.log("t", 0).map((batch) => batch.control);
    assertEquals(control, [false, true, false, true, false, true]);
    const consume = ["-C", "-t", "t", "-p", "0", "-o", "beginning", "-e", "-q", "-f", "%o%s "];
    assertEquals(await kcat(brokers, consume), "0a 4c ");
    const dirty = ["-X", "isolation.level=read_uncommitted"];
    assertEquals(await kcat(brokers, [...consume, ...dirty]), "0a 2b 4c ");
  });
});

Deno.test("kcat goes on with a partition whose leader moves while it produces", async () => {
  await withListener({ topics: ["t"] }, async (cluster, brokers) => {
    const count = 20_000;
    const input = Array.from({ length: count }, (_, at) => String(at)).join("\n") + "\n";
    let moves = 0;
    cluster.intercept("Produce", () => {
      if (moves++ % 5 === 4) cluster.moveLeader("t", 0);
    }, { keep: true });
    const settings = ["enable.idempotence=true", "batch.num.messages=500", "linger.ms=1"];
    const options = settings.flatMap((setting) => ["-X", setting]);
    await kcat(brokers, ["-P", "-t", "t", "-p", "0", ...options], input);
    const values = (await cluster.records("t", 0)).map(({ value }) => Number(text(value)));
    assertEquals(values, Array.from({ length: count }, (_, at) => at));
    assertEquals(cluster.partition("t", 0).leaderEpoch >= 5, true);
  });
});
