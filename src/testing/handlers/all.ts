/**
 * The APIs that the embedded broker serves.
 *
 * @module
 */

import type { ApiHandler } from "../handler.ts";
import { produceHandler } from "./00_produce.ts";
import { fetchHandler } from "./01_fetch.ts";
import { listOffsetsHandler } from "./02_list_offsets.ts";
import { metadataHandler } from "./03_metadata.ts";
import { findCoordinatorHandler } from "./10_find_coordinator.ts";
import { apiVersionsHandler } from "./18_api_versions.ts";
import { createTopicsHandler } from "./19_create_topics.ts";
import { deleteTopicsHandler } from "./20_delete_topics.ts";
import { deleteRecordsHandler } from "./21_delete_records.ts";
import { initProducerIdHandler } from "./22_init_producer_id.ts";
import { offsetForLeaderEpochHandler } from "./23_offset_for_leader_epoch.ts";
import { addPartitionsToTxnHandler } from "./24_add_partitions_to_txn.ts";
import { endTxnHandler } from "./26_end_txn.ts";
import { describeConfigsHandler } from "./32_describe_configs.ts";
import { createPartitionsHandler } from "./37_create_partitions.ts";
import { describeClusterHandler } from "./60_describe_cluster.ts";

/** Every handler, by API key. */
export const HANDLERS: readonly ApiHandler[] = [
  produceHandler,
  fetchHandler,
  listOffsetsHandler,
  metadataHandler,
  findCoordinatorHandler,
  apiVersionsHandler,
  createTopicsHandler,
  deleteTopicsHandler,
  deleteRecordsHandler,
  initProducerIdHandler,
  offsetForLeaderEpochHandler,
  addPartitionsToTxnHandler,
  endTxnHandler,
  describeConfigsHandler,
  createPartitionsHandler,
  describeClusterHandler,
];
