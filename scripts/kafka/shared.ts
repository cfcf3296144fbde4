/**
 * The cluster that the integration tests share.
 *
 * @module
 */

import type { KafkaOptions } from "./cluster.ts";

/** Three brokers in racks of their own, from which clients may read in theirs (KIP-392). */
export const SHARED_CLUSTER: KafkaOptions = {
  brokers: 3,
  properties: {
    "replica.selector.class": "org.apache.kafka.common.replica.RackAwareReplicaSelector",
  },
  nodeProperties: (nodeId) => ({ "broker.rack": `rack-${nodeId}` }),
};
