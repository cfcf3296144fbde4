/**
 * A real Apache Kafka for tests and for people, from the jars on Maven Central. It needs Java 17
 * and Maven.
 *
 * @module
 */

import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { startKafka } from "./kafka/cluster.ts";
import { DEFAULT_VERSION } from "./kafka/jars.ts";

export { type KafkaBroker, KafkaCluster, type KafkaOptions, startKafka } from "./kafka/cluster.ts";
export { DEFAULT_VERSION, type ToolResult } from "./kafka/jars.ts";
export type { ListenerOptions, PropertyValue } from "./kafka/properties.ts";
export { KafkaTools, type ToolOptions, type TopicOptions } from "./kafka/tools.ts";
export type { ClusterState, PartitionState, TopicState } from "./kafka/wire.ts";

const USAGE =
  `Usage: deno task kafka up [--brokers N] [--version ${DEFAULT_VERSION}] [name=value ...]

Starts a cluster, prints its addresses and keeps it up until Ctrl-C.
Arguments of the form name=value are broker properties.`;

async function main(args: readonly string[]): Promise<number> {
  const properties: Record<string, string> = {};
  let brokers = 1;
  let version: string | undefined;
  if (args[0] !== "up") {
    process.stderr.write(`${USAGE}\n`);
    return args[0] === "--help" ? 0 : 2;
  }
  for (let i = 1; i < args.length; i++) {
    const [name, value] = args[i].split(/=(.*)/s, 2);
    if (name === "--brokers") brokers = Number(value ?? args[++i]);
    else if (name === "--version") version = value ?? args[++i];
    else if (value !== undefined && !name.startsWith("-")) properties[name] = value;
    else {
      process.stderr.write(`Unknown argument "${args[i]}"\n\n${USAGE}\n`);
      return 2;
    }
  }
  const stopping = new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => stop());
    }
  });
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const cluster = await startKafka({ brokers, version, properties, log });
  process.stdout.write(`${cluster.bootstrap}\n`);
  // The children do not keep this process alive.
  const alive = setInterval(() => {}, 60_000);
  await stopping;
  clearInterval(alive);
  await cluster.stop();
  return 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  });
}
