/**
 * One round of produce and consume, with compression, for a run with as few
 * permissions as possible. Arguments: brokers, topic, codecs.
 */

import { argv } from "node:process";
import { Kafka } from "../../mod.ts";

const [brokers, topic, codecs] = argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(",") });
const names = codecs.split(",") as ("none" | "gzip" | "snappy" | "lz4" | "zstd")[];
for (const compression of names) {
  const producer = kafka.producer({ compression });
  await producer.send({ topic, key: "k", value: `${compression} `.repeat(1_000) });
  await producer.close();
}
let left = names.length;
const seen: string[] = [];
for await (const message of kafka.consumer({ topics: [topic], from: "earliest" })) {
  seen.push(message.text()?.split(" ", 1)[0] ?? "");
  if (--left === 0) break;
}
await kafka.close();
console.log(`read ${seen.sort().join(",")}`);
