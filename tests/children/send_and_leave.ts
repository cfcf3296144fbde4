/**
 * Sends and does not close: the process must end by itself, soon after the
 * last acknowledgement and not before it.
 *
 * Arguments: brokers, topic, how ("send" | "enqueue").
 */

import process from "node:process";
import { Kafka } from "../../mod.ts";

const [brokers, topic, how] = process.argv.slice(2);
const producer = new Kafka({ brokers: brokers.split(",") }).producer();
if (how === "send") {
  const { offset } = await producer.send({ topic, value: "sent" });
  console.log(`acknowledged at offset ${offset}`);
} else {
  producer.enqueue({ topic, value: "enqueued" });
  console.log("enqueued");
}
