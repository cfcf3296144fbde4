/**
 * A cluster and a connection for one test, closed and checked for leaks after it.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import { EmbeddedKafka, type EmbeddedKafkaOptions } from "../../src/testing/mod.ts";
import { VirtualEnvironment } from "../helpers/virtual_environment.ts";
import { RawClient } from "./raw_client.ts";

/** What a test gets. */
export interface Bench {
  readonly cluster: EmbeddedKafka;
  readonly env: VirtualEnvironment;
  /** A connection to broker 1. */
  readonly client: RawClient;
  /** Opens one more connection, which is closed after the test. */
  connect(broker?: number): Promise<RawClient>;
}

/** Runs a test with a cluster in virtual time. */
export async function withCluster(
  options: EmbeddedKafkaOptions,
  test: (bench: Bench) => Promise<void>,
): Promise<void> {
  const env = new VirtualEnvironment();
  const cluster = new EmbeddedKafka({ ...options, environment: env });
  const clients: RawClient[] = [];
  const connect = async (broker = 1): Promise<RawClient> => {
    const client = await RawClient.connect(cluster, broker);
    clients.push(client);
    return client;
  };
  try {
    await test({ cluster, env, client: await connect(), connect });
  } finally {
    for (const client of clients) client.close();
    await cluster.close();
  }
  await env.settle();
  assertEquals(env.resources.list(), []);
}
