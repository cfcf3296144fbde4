/** Aborts a pipe from a consumer and says so when the pipe has ended. Arguments: brokers, topic. */

import process from "node:process";
import { Kafka } from "../../mod.ts";

const [brokers, topic] = process.argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(",") });
const abort = new AbortController();
const sink = new WritableStream({
  async write() {
    await new Promise((resolve) => setTimeout(resolve, 100));
    abort.abort();
  },
});
await kafka.consumer({ topics: topic, from: "earliest" })
  .pipeTo(sink, { signal: abort.signal })
  .catch((error: Error) => console.log(error.name));
await kafka.close();
console.log("closed");
