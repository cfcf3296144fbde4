/**
 * Requests to a real Kafka that the library has no method for yet.
 */

import { Cluster } from "../../src/cluster/cluster.ts";
import { resolveClientOptions } from "../../src/cluster/options.ts";
import { alterClientQuotas } from "../../src/protocol/messages/alter_client_quotas.ts";
import { deleteRecords } from "../../src/protocol/messages/delete_records.ts";
import { defaultConnector, systemEnvironment } from "../../src/transport/runtime.ts";

async function withCluster<T>(brokers: string, use: (cluster: Cluster) => Promise<T>): Promise<T> {
  const environment = systemEnvironment();
  const options = resolveClientOptions({ brokers });
  const cluster = new Cluster(
    options,
    environment,
    defaultConnector(environment.resources),
    () => {},
  );
  try {
    return await use(cluster);
  } finally {
    await cluster.close();
  }
}

/** Limits how many bytes per second a client may produce; `undefined` takes the limit away. */
export function limitProducing(
  brokers: string,
  clientId: string,
  bytesPerSecond: number | undefined,
): Promise<void> {
  return withCluster(brokers, async (cluster) => {
    const key = "producer_byte_rate";
    await cluster.request(alterClientQuotas, {
      entries: [{
        entity: [{ entityType: "client-id", entityName: clientId }],
        ops: [
          bytesPerSecond === undefined ? { key, remove: true } : { key, value: bytesPerSecond },
        ],
      }],
    }, { use: "admin", errorOf: (response) => response.entries[0].errorCode });
  });
}

/** Deletes the records of a partition before an offset. */
export function deleteBefore(
  brokers: string,
  topic: string,
  partition: number,
  offset: number,
): Promise<void> {
  return withCluster(brokers, async (cluster) => {
    const info = await cluster.topic(topic);
    await cluster.request(deleteRecords, {
      topics: [{
        name: topic,
        partitions: [{ partitionIndex: partition, offset: BigInt(offset) }],
      }],
      timeoutMs: 10_000,
    }, {
      use: "admin",
      nodeId: info.partitions[partition].leader,
      errorOf: (response) => response.topics[0].partitions[0].errorCode,
    });
  });
}
