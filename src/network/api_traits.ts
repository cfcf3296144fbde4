/**
 * What the network needs to know of single APIs, beyond how they are encoded.
 *
 * @module
 */

/**
 * The first version, by API key, in which a throttled answer comes at once and
 * the client keeps silent (KIP-219). In older ones the broker has already
 * waited. APIs that are not listed do so in every version.
 */
const THROTTLED_BY_CLIENT_FROM: ReadonlyMap<number, number> = new Map([
  [0, 6], // Produce
  [1, 8], // Fetch
  [2, 3], // ListOffsets
  [3, 6], // Metadata
  [8, 4], // OffsetCommit
  [9, 4], // OffsetFetch
  [10, 2], // FindCoordinator
  [11, 3], // JoinGroup
  [12, 2], // Heartbeat
  [13, 2], // LeaveGroup
  [14, 2], // SyncGroup
  [15, 2], // DescribeGroups
  [16, 2], // ListGroups
  [18, 2], // ApiVersions
  [19, 3], // CreateTopics
  [20, 2], // DeleteTopics
  [21, 1], // DeleteRecords
  [22, 1], // InitProducerId
  [24, 1], // AddPartitionsToTxn
  [25, 1], // AddOffsetsToTxn
  [26, 1], // EndTxn
  [28, 1], // TxnOffsetCommit
  [29, 1], // DescribeAcls
  [30, 1], // CreateAcls
  [31, 1], // DeleteAcls
  [32, 2], // DescribeConfigs
  [33, 1], // AlterConfigs
  [34, 1], // AlterReplicaLogDirs
  [35, 1], // DescribeLogDirs
  [37, 1], // CreatePartitions
  [38, 1], // CreateDelegationToken
  [39, 1], // RenewDelegationToken
  [40, 1], // ExpireDelegationToken
  [41, 1], // DescribeDelegationToken
  [42, 1], // DeleteGroups
]);

/** The keys of APIs whose answer may come late on purpose: they poll, or carry a time limit of their own. */
const WAITING: ReadonlySet<number> = new Set([
  1, // Fetch
  11, // JoinGroup
  14, // SyncGroup
  19, // CreateTopics
  20, // DeleteTopics
  21, // DeleteRecords
  37, // CreatePartitions
  43, // ElectLeaders
  45, // AlterPartitionReassignments
  57, // UpdateFeatures
  78, // ShareFetch
]);

/**
 * Tells whether the client has to keep silent when an answer asks for it (KIP-219).
 *
 * @param apiKey The API's key.
 * @param version The version of the answer.
 * @returns Whether the throttle time is still to be waited for.
 */
export function clientThrottles(apiKey: number, version: number): boolean {
  return version >= (THROTTLED_BY_CLIENT_FROM.get(apiKey) ?? 0);
}

/**
 * Tells whether an API waits by itself, so that a late answer says nothing of the broker's health.
 *
 * @param apiKey The API's key.
 * @returns Whether it waits.
 */
export function waitsByItself(apiKey: number): boolean {
  return WAITING.has(apiKey);
}
