/**
 * A stand-alone embedded cluster, for any Kafka client to talk to.
 *
 * @module
 */

import { EmbeddedKafka } from "../testing/mod.ts";
import { type Command, readFlags, usage, UsageError, wholeNumber } from "./args.ts";
import { onInterrupt, print } from "./terminal.ts";

/** The command line of the stand-alone cluster. */
export const BROKER: Command = {
  name: "broker",
  about: "serve an embedded Kafka cluster, kept in memory, until Ctrl-C",
  flags: {
    host: { about: "The address to listen on", value: "ADDRESS", default: "127.0.0.1" },
    port: {
      about: "The port of the first broker; 0 chooses free ones",
      value: "P",
      default: "9092",
    },
    brokers: { about: "How many brokers", value: "N", default: "1" },
    topics: {
      about: "Topics to create",
      value: "NAME[:PARTITIONS][,...]",
      default: "as clients ask for them",
    },
  },
};

/** Runs a cluster until it is interrupted. */
export async function broker(args: readonly string[]): Promise<number> {
  const flags = readFlags(BROKER, args);
  if (flags.help !== undefined) {
    await print(usage(BROKER));
    return 0;
  }
  const port = wholeNumber(flags, "port", 9092, { min: 0, max: 65_535 });
  const brokers = wholeNumber(flags, "brokers", 1, { min: 1, max: 100 });
  // Nobody asks for the requests: they would only keep what was produced in memory.
  const cluster = new EmbeddedKafka({ brokers, requestLogSize: 0 });
  for (const { name, partitions } of topicList(flags.topics)) {
    await cluster.createTopic(name, { partitions, replicationFactor: Math.min(3, brokers) });
  }
  let interrupt = () => {};
  const interrupted = new Promise<void>((resolve) => interrupt = resolve);
  const restore = onInterrupt(interrupt);
  try {
    const listening = await cluster.listen({ port, host: flags.host ?? "127.0.0.1" });
    await print(`embedded Kafka listening on ${listening.brokers.join(",")}\n`);
    await interrupted;
  } finally {
    restore();
    await cluster.close();
  }
  return 0;
}

function topicList(flag: string | undefined): { name: string; partitions: number }[] {
  return (flag ?? "").split(",").filter((item) => item !== "").map((item) => {
    const [name, count = "1"] = item.split(":");
    const partitions = Number(count);
    if (!Number.isInteger(partitions) || partitions < 1 || partitions > 10_000) {
      throw new UsageError(
        `Cannot create topic "${name}" as its partitions must be from 1 to 10000: current value is "${count}"`,
      );
    }
    return { name, partitions };
  });
}
