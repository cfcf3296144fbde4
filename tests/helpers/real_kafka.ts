/**
 * The real Kafka that the integration tests share: the one whose address the
 * test runner gives, or one of their own.
 */

import process from "node:process";
import { startKafka } from "../../scripts/kafka/cluster.ts";
import { SHARED_CLUSTER } from "../../scripts/kafka/shared.ts";
import { KafkaTools } from "../../scripts/kafka/tools.ts";

/** The variable in which the test runner gives the address. */
export const ADDRESS_VARIABLE = "KAFKA_WEB_BROKERS";

let shared: Promise<KafkaTools> | undefined;

/** The shared cluster, of three brokers. One that is started here ends with the process. */
export function realKafka(): Promise<KafkaTools> {
  const given = process.env[ADDRESS_VARIABLE];
  shared ??= given === undefined
    ? startKafka(SHARED_CLUSTER)
    : Promise.resolve(new KafkaTools(given));
  return shared;
}
