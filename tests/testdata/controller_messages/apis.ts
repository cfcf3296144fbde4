// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * Lists of all APIs, for tools that handle every one of them. Whoever needs a few imports their modules.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "../../../src/protocol/api.ts";
import { allocateProducerIds, allocateProducerIdsServer } from "./allocate_producer_ids.ts";
import { alterPartition, alterPartitionServer } from "./alter_partition.ts";
import { assignReplicasToDirs, assignReplicasToDirsServer } from "./assign_replicas_to_dirs.ts";
import { beginQuorumEpoch, beginQuorumEpochServer } from "./begin_quorum_epoch.ts";
import { brokerHeartbeat, brokerHeartbeatServer } from "./broker_heartbeat.ts";
import { brokerRegistration, brokerRegistrationServer } from "./broker_registration.ts";
import { controllerRegistration, controllerRegistrationServer } from "./controller_registration.ts";
import { endQuorumEpoch, endQuorumEpochServer } from "./end_quorum_epoch.ts";
import { envelope, envelopeServer } from "./envelope.ts";
import { fetchSnapshot, fetchSnapshotServer } from "./fetch_snapshot.ts";
import { updateRaftVoter, updateRaftVoterServer } from "./update_raft_voter.ts";
import { vote, voteServer } from "./vote.ts";

/** The client's half of every API. */
export const CLIENT_APIS: readonly ClientApi<never, unknown>[] = [
  allocateProducerIds,
  alterPartition,
  assignReplicasToDirs,
  beginQuorumEpoch,
  brokerHeartbeat,
  brokerRegistration,
  controllerRegistration,
  endQuorumEpoch,
  envelope,
  fetchSnapshot,
  updateRaftVoter,
  vote,
];

/** The server's half of every API. */
export const SERVER_APIS: readonly ServerApi<unknown, never>[] = [
  allocateProducerIdsServer,
  alterPartitionServer,
  assignReplicasToDirsServer,
  beginQuorumEpochServer,
  brokerHeartbeatServer,
  brokerRegistrationServer,
  controllerRegistrationServer,
  endQuorumEpochServer,
  envelopeServer,
  fetchSnapshotServer,
  updateRaftVoterServer,
  voteServer,
];
