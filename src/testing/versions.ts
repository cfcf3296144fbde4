/**
 * Which versions the brokers of a Kafka release speak.
 *
 * @module
 */

import type { ApiInfo } from "../protocol/api.ts";
import type { VersionRange } from "../protocol/version.ts";
import type { KafkaRelease, VersionLimit } from "./options.ts";

type NumberedRelease = Exclude<KafkaRelease, "lowest" | "latest">;

/** The releases, oldest first: the columns of {@linkcode HIGHEST}. */
const RELEASES: readonly NumberedRelease[] = [
  "2.1",
  "2.4",
  "2.8",
  "3.0",
  "3.3",
  "3.6",
  "3.9",
  "4.0",
  "4.1",
];

/** The highest version of each API in each release; -1 where the release does not have it. */
const HIGHEST: Readonly<Record<string, readonly number[]>> = {
  Produce: [7, 8, 9, 9, 9, 9, 11, 12, 13],
  Fetch: [10, 11, 12, 12, 13, 15, 17, 17, 18],
  ListOffsets: [4, 5, 6, 7, 7, 8, 9, 10, 11],
  Metadata: [7, 9, 11, 11, 12, 12, 12, 13, 13],
  OffsetCommit: [6, 8, 8, 8, 8, 9, 9, 9, 10],
  OffsetFetch: [5, 6, 7, 8, 8, 9, 9, 9, 10],
  FindCoordinator: [2, 3, 3, 4, 4, 4, 6, 6, 6],
  JoinGroup: [3, 6, 7, 7, 9, 9, 9, 9, 9],
  Heartbeat: [2, 4, 4, 4, 4, 4, 4, 4, 4],
  LeaveGroup: [2, 4, 4, 4, 5, 5, 5, 5, 5],
  SyncGroup: [2, 4, 5, 5, 5, 5, 5, 5, 5],
  DescribeGroups: [2, 5, 5, 5, 5, 5, 5, 6, 6],
  ListGroups: [2, 3, 4, 4, 4, 4, 5, 5, 5],
  SaslHandshake: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  ApiVersions: [2, 3, 3, 3, 3, 3, 4, 4, 4],
  CreateTopics: [3, 5, 7, 7, 7, 7, 7, 7, 7],
  DeleteTopics: [3, 4, 6, 6, 6, 6, 6, 6, 6],
  DeleteRecords: [1, 1, 2, 2, 2, 2, 2, 2, 2],
  InitProducerId: [1, 2, 4, 4, 4, 4, 5, 5, 5],
  OffsetForLeaderEpoch: [2, 3, 4, 4, 4, 4, 4, 4, 4],
  AddPartitionsToTxn: [1, 1, 3, 3, 3, 4, 5, 5, 5],
  AddOffsetsToTxn: [1, 1, 3, 3, 3, 3, 4, 4, 4],
  EndTxn: [1, 1, 3, 3, 3, 3, 4, 5, 5],
  TxnOffsetCommit: [2, 2, 3, 3, 3, 3, 4, 5, 5],
  DescribeConfigs: [2, 2, 4, 4, 4, 4, 4, 4, 4],
  SaslAuthenticate: [0, 1, 2, 2, 2, 2, 2, 2, 2],
  CreatePartitions: [1, 1, 3, 3, 3, 3, 3, 3, 3],
  DeleteGroups: [1, 2, 2, 2, 2, 2, 2, 2, 2],
  OffsetDelete: [-1, 0, 0, 0, 0, 0, 0, 0, 0],
  DescribeCluster: [-1, -1, 0, 0, 0, 0, 1, 2, 2],
  ConsumerGroupHeartbeat: [-1, -1, -1, -1, -1, -1, 0, 0, 1],
  ConsumerGroupDescribe: [-1, -1, -1, -1, -1, -1, 0, 1, 1],
};

/**
 * The versions of an API that the brokers serve.
 *
 * @param api The API as it is implemented.
 * @param release The release.
 * @param limit A limit on top of it.
 * @returns The range, or `undefined` when the API is not served.
 */
export function servedVersions(
  api: ApiInfo,
  release: KafkaRelease,
  limit: VersionLimit | false | undefined,
): VersionRange | undefined {
  if (limit === false) return undefined;
  const min = Math.max(api.minVersion, limit?.min ?? 0);
  const released = release === "lowest" ? api.minVersion : highest(api, release);
  // A limit of its own wins over the release, so that a test can lift single APIs out of an old one.
  const max = limit?.max === undefined ? released : Math.min(api.maxVersion, limit.max);
  return min <= max ? { min, max } : undefined;
}

function highest(api: ApiInfo, release: Exclude<KafkaRelease, "lowest">): number {
  if (release === "latest") return api.maxVersion;
  const versions = HIGHEST[api.name];
  return versions === undefined
    ? api.maxVersion
    : Math.min(api.maxVersion, versions[RELEASES.indexOf(release)]);
}
