// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * Lists of all APIs, for tools that handle every one of them. Whoever needs a few imports their modules.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "./api.ts";
import { addOffsetsToTxn, addOffsetsToTxnServer } from "./messages/add_offsets_to_txn.ts";
import { addPartitionsToTxn, addPartitionsToTxnServer } from "./messages/add_partitions_to_txn.ts";
import { addRaftVoter, addRaftVoterServer } from "./messages/add_raft_voter.ts";
import { alterClientQuotas, alterClientQuotasServer } from "./messages/alter_client_quotas.ts";
import { alterConfigs, alterConfigsServer } from "./messages/alter_configs.ts";
import {
  alterPartitionReassignments,
  alterPartitionReassignmentsServer,
} from "./messages/alter_partition_reassignments.ts";
import {
  alterReplicaLogDirs,
  alterReplicaLogDirsServer,
} from "./messages/alter_replica_log_dirs.ts";
import {
  alterShareGroupOffsets,
  alterShareGroupOffsetsServer,
} from "./messages/alter_share_group_offsets.ts";
import {
  alterUserScramCredentials,
  alterUserScramCredentialsServer,
} from "./messages/alter_user_scram_credentials.ts";
import { apiVersions, apiVersionsServer } from "./messages/api_versions.ts";
import {
  consumerGroupDescribe,
  consumerGroupDescribeServer,
} from "./messages/consumer_group_describe.ts";
import {
  consumerGroupHeartbeat,
  consumerGroupHeartbeatServer,
} from "./messages/consumer_group_heartbeat.ts";
import { createAcls, createAclsServer } from "./messages/create_acls.ts";
import {
  createDelegationToken,
  createDelegationTokenServer,
} from "./messages/create_delegation_token.ts";
import { createPartitions, createPartitionsServer } from "./messages/create_partitions.ts";
import { createTopics, createTopicsServer } from "./messages/create_topics.ts";
import { deleteAcls, deleteAclsServer } from "./messages/delete_acls.ts";
import { deleteGroups, deleteGroupsServer } from "./messages/delete_groups.ts";
import { deleteRecords, deleteRecordsServer } from "./messages/delete_records.ts";
import {
  deleteShareGroupOffsets,
  deleteShareGroupOffsetsServer,
} from "./messages/delete_share_group_offsets.ts";
import {
  deleteShareGroupState,
  deleteShareGroupStateServer,
} from "./messages/delete_share_group_state.ts";
import { deleteTopics, deleteTopicsServer } from "./messages/delete_topics.ts";
import { describeAcls, describeAclsServer } from "./messages/describe_acls.ts";
import {
  describeClientQuotas,
  describeClientQuotasServer,
} from "./messages/describe_client_quotas.ts";
import { describeCluster, describeClusterServer } from "./messages/describe_cluster.ts";
import { describeConfigs, describeConfigsServer } from "./messages/describe_configs.ts";
import {
  describeDelegationToken,
  describeDelegationTokenServer,
} from "./messages/describe_delegation_token.ts";
import { describeGroups, describeGroupsServer } from "./messages/describe_groups.ts";
import { describeLogDirs, describeLogDirsServer } from "./messages/describe_log_dirs.ts";
import { describeProducers, describeProducersServer } from "./messages/describe_producers.ts";
import { describeQuorum, describeQuorumServer } from "./messages/describe_quorum.ts";
import {
  describeShareGroupOffsets,
  describeShareGroupOffsetsServer,
} from "./messages/describe_share_group_offsets.ts";
import {
  describeTopicPartitions,
  describeTopicPartitionsServer,
} from "./messages/describe_topic_partitions.ts";
import {
  describeTransactions,
  describeTransactionsServer,
} from "./messages/describe_transactions.ts";
import {
  describeUserScramCredentials,
  describeUserScramCredentialsServer,
} from "./messages/describe_user_scram_credentials.ts";
import { electLeaders, electLeadersServer } from "./messages/elect_leaders.ts";
import { endTxn, endTxnServer } from "./messages/end_txn.ts";
import {
  expireDelegationToken,
  expireDelegationTokenServer,
} from "./messages/expire_delegation_token.ts";
import { fetch, fetchServer } from "./messages/fetch.ts";
import { findCoordinator, findCoordinatorServer } from "./messages/find_coordinator.ts";
import {
  getTelemetrySubscriptions,
  getTelemetrySubscriptionsServer,
} from "./messages/get_telemetry_subscriptions.ts";
import { heartbeat, heartbeatServer } from "./messages/heartbeat.ts";
import {
  incrementalAlterConfigs,
  incrementalAlterConfigsServer,
} from "./messages/incremental_alter_configs.ts";
import { initProducerId, initProducerIdServer } from "./messages/init_producer_id.ts";
import {
  initializeShareGroupState,
  initializeShareGroupStateServer,
} from "./messages/initialize_share_group_state.ts";
import { joinGroup, joinGroupServer } from "./messages/join_group.ts";
import { leaveGroup, leaveGroupServer } from "./messages/leave_group.ts";
import {
  listConfigResources,
  listConfigResourcesServer,
} from "./messages/list_config_resources.ts";
import { listGroups, listGroupsServer } from "./messages/list_groups.ts";
import { listOffsets, listOffsetsServer } from "./messages/list_offsets.ts";
import {
  listPartitionReassignments,
  listPartitionReassignmentsServer,
} from "./messages/list_partition_reassignments.ts";
import { listTransactions, listTransactionsServer } from "./messages/list_transactions.ts";
import { metadata, metadataServer } from "./messages/metadata.ts";
import { offsetCommit, offsetCommitServer } from "./messages/offset_commit.ts";
import { offsetDelete, offsetDeleteServer } from "./messages/offset_delete.ts";
import { offsetFetch, offsetFetchServer } from "./messages/offset_fetch.ts";
import {
  offsetForLeaderEpoch,
  offsetForLeaderEpochServer,
} from "./messages/offset_for_leader_epoch.ts";
import { produce, produceServer } from "./messages/produce.ts";
import { pushTelemetry, pushTelemetryServer } from "./messages/push_telemetry.ts";
import {
  readShareGroupState,
  readShareGroupStateServer,
} from "./messages/read_share_group_state.ts";
import {
  readShareGroupStateSummary,
  readShareGroupStateSummaryServer,
} from "./messages/read_share_group_state_summary.ts";
import { removeRaftVoter, removeRaftVoterServer } from "./messages/remove_raft_voter.ts";
import {
  renewDelegationToken,
  renewDelegationTokenServer,
} from "./messages/renew_delegation_token.ts";
import { saslAuthenticate, saslAuthenticateServer } from "./messages/sasl_authenticate.ts";
import { saslHandshake, saslHandshakeServer } from "./messages/sasl_handshake.ts";
import { shareAcknowledge, shareAcknowledgeServer } from "./messages/share_acknowledge.ts";
import { shareFetch, shareFetchServer } from "./messages/share_fetch.ts";
import { shareGroupDescribe, shareGroupDescribeServer } from "./messages/share_group_describe.ts";
import {
  shareGroupHeartbeat,
  shareGroupHeartbeatServer,
} from "./messages/share_group_heartbeat.ts";
import {
  streamsGroupDescribe,
  streamsGroupDescribeServer,
} from "./messages/streams_group_describe.ts";
import {
  streamsGroupHeartbeat,
  streamsGroupHeartbeatServer,
} from "./messages/streams_group_heartbeat.ts";
import { syncGroup, syncGroupServer } from "./messages/sync_group.ts";
import { txnOffsetCommit, txnOffsetCommitServer } from "./messages/txn_offset_commit.ts";
import { unregisterBroker, unregisterBrokerServer } from "./messages/unregister_broker.ts";
import { updateFeatures, updateFeaturesServer } from "./messages/update_features.ts";
import {
  writeShareGroupState,
  writeShareGroupStateServer,
} from "./messages/write_share_group_state.ts";
import { writeTxnMarkers, writeTxnMarkersServer } from "./messages/write_txn_markers.ts";

/** The client's half of every API. */
export const CLIENT_APIS: readonly ClientApi<never, unknown>[] = [
  addOffsetsToTxn,
  addPartitionsToTxn,
  addRaftVoter,
  alterClientQuotas,
  alterConfigs,
  alterPartitionReassignments,
  alterReplicaLogDirs,
  alterShareGroupOffsets,
  alterUserScramCredentials,
  apiVersions,
  consumerGroupDescribe,
  consumerGroupHeartbeat,
  createAcls,
  createDelegationToken,
  createPartitions,
  createTopics,
  deleteAcls,
  deleteGroups,
  deleteRecords,
  deleteShareGroupOffsets,
  deleteShareGroupState,
  deleteTopics,
  describeAcls,
  describeClientQuotas,
  describeCluster,
  describeConfigs,
  describeDelegationToken,
  describeGroups,
  describeLogDirs,
  describeProducers,
  describeQuorum,
  describeShareGroupOffsets,
  describeTopicPartitions,
  describeTransactions,
  describeUserScramCredentials,
  electLeaders,
  endTxn,
  expireDelegationToken,
  fetch,
  findCoordinator,
  getTelemetrySubscriptions,
  heartbeat,
  incrementalAlterConfigs,
  initProducerId,
  initializeShareGroupState,
  joinGroup,
  leaveGroup,
  listConfigResources,
  listGroups,
  listOffsets,
  listPartitionReassignments,
  listTransactions,
  metadata,
  offsetCommit,
  offsetDelete,
  offsetFetch,
  offsetForLeaderEpoch,
  produce,
  pushTelemetry,
  readShareGroupState,
  readShareGroupStateSummary,
  removeRaftVoter,
  renewDelegationToken,
  saslAuthenticate,
  saslHandshake,
  shareAcknowledge,
  shareFetch,
  shareGroupDescribe,
  shareGroupHeartbeat,
  streamsGroupDescribe,
  streamsGroupHeartbeat,
  syncGroup,
  txnOffsetCommit,
  unregisterBroker,
  updateFeatures,
  writeShareGroupState,
  writeTxnMarkers,
];

/** The server's half of every API. */
export const SERVER_APIS: readonly ServerApi<unknown, never>[] = [
  addOffsetsToTxnServer,
  addPartitionsToTxnServer,
  addRaftVoterServer,
  alterClientQuotasServer,
  alterConfigsServer,
  alterPartitionReassignmentsServer,
  alterReplicaLogDirsServer,
  alterShareGroupOffsetsServer,
  alterUserScramCredentialsServer,
  apiVersionsServer,
  consumerGroupDescribeServer,
  consumerGroupHeartbeatServer,
  createAclsServer,
  createDelegationTokenServer,
  createPartitionsServer,
  createTopicsServer,
  deleteAclsServer,
  deleteGroupsServer,
  deleteRecordsServer,
  deleteShareGroupOffsetsServer,
  deleteShareGroupStateServer,
  deleteTopicsServer,
  describeAclsServer,
  describeClientQuotasServer,
  describeClusterServer,
  describeConfigsServer,
  describeDelegationTokenServer,
  describeGroupsServer,
  describeLogDirsServer,
  describeProducersServer,
  describeQuorumServer,
  describeShareGroupOffsetsServer,
  describeTopicPartitionsServer,
  describeTransactionsServer,
  describeUserScramCredentialsServer,
  electLeadersServer,
  endTxnServer,
  expireDelegationTokenServer,
  fetchServer,
  findCoordinatorServer,
  getTelemetrySubscriptionsServer,
  heartbeatServer,
  incrementalAlterConfigsServer,
  initProducerIdServer,
  initializeShareGroupStateServer,
  joinGroupServer,
  leaveGroupServer,
  listConfigResourcesServer,
  listGroupsServer,
  listOffsetsServer,
  listPartitionReassignmentsServer,
  listTransactionsServer,
  metadataServer,
  offsetCommitServer,
  offsetDeleteServer,
  offsetFetchServer,
  offsetForLeaderEpochServer,
  produceServer,
  pushTelemetryServer,
  readShareGroupStateServer,
  readShareGroupStateSummaryServer,
  removeRaftVoterServer,
  renewDelegationTokenServer,
  saslAuthenticateServer,
  saslHandshakeServer,
  shareAcknowledgeServer,
  shareFetchServer,
  shareGroupDescribeServer,
  shareGroupHeartbeatServer,
  streamsGroupDescribeServer,
  streamsGroupHeartbeatServer,
  syncGroupServer,
  txnOffsetCommitServer,
  unregisterBrokerServer,
  updateFeaturesServer,
  writeShareGroupStateServer,
  writeTxnMarkersServer,
];
