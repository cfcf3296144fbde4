/**
 * The APIs that the embedded broker serves, with the types of their messages.
 *
 * @module
 */

import type {
  ProduceRequest,
  ProduceResponse,
  ProduceResponseInput,
} from "../protocol/messages/produce.ts";
import type {
  FetchRequest,
  FetchResponse,
  FetchResponseInput,
} from "../protocol/messages/fetch.ts";
import type {
  ListOffsetsRequest,
  ListOffsetsResponse,
  ListOffsetsResponseInput,
} from "../protocol/messages/list_offsets.ts";
import type {
  MetadataRequest,
  MetadataResponse,
  MetadataResponseInput,
} from "../protocol/messages/metadata.ts";
import type {
  FindCoordinatorRequest,
  FindCoordinatorResponse,
  FindCoordinatorResponseInput,
} from "../protocol/messages/find_coordinator.ts";
import type {
  ApiVersionsRequest,
  ApiVersionsResponse,
  ApiVersionsResponseInput,
} from "../protocol/messages/api_versions.ts";
import type {
  CreateTopicsRequest,
  CreateTopicsResponse,
  CreateTopicsResponseInput,
} from "../protocol/messages/create_topics.ts";
import type {
  DeleteTopicsRequest,
  DeleteTopicsResponse,
  DeleteTopicsResponseInput,
} from "../protocol/messages/delete_topics.ts";
import type {
  DeleteRecordsRequest,
  DeleteRecordsResponse,
  DeleteRecordsResponseInput,
} from "../protocol/messages/delete_records.ts";
import type {
  InitProducerIdRequest,
  InitProducerIdResponse,
  InitProducerIdResponseInput,
} from "../protocol/messages/init_producer_id.ts";
import type {
  OffsetForLeaderEpochRequest,
  OffsetForLeaderEpochResponse,
  OffsetForLeaderEpochResponseInput,
} from "../protocol/messages/offset_for_leader_epoch.ts";
import type {
  AddPartitionsToTxnRequest,
  AddPartitionsToTxnResponse,
  AddPartitionsToTxnResponseInput,
} from "../protocol/messages/add_partitions_to_txn.ts";
import type {
  EndTxnRequest,
  EndTxnResponse,
  EndTxnResponseInput,
} from "../protocol/messages/end_txn.ts";
import type {
  DescribeConfigsRequest,
  DescribeConfigsResponse,
  DescribeConfigsResponseInput,
} from "../protocol/messages/describe_configs.ts";
import type {
  CreatePartitionsRequest,
  CreatePartitionsResponse,
  CreatePartitionsResponseInput,
} from "../protocol/messages/create_partitions.ts";
import type {
  DescribeClusterRequest,
  DescribeClusterResponse,
  DescribeClusterResponseInput,
} from "../protocol/messages/describe_cluster.ts";

/** The messages of one API. */
export interface ServedApi<Request, Response, ResponseInput> {
  /** The request, as a broker decodes it. */
  readonly request: Request;
  /** The response, as a client decodes it. */
  readonly response: Response;
  /** The response, as it is given to be encoded. */
  readonly responseInput: ResponseInput;
}

/** The APIs that the embedded broker serves, by name. */
export interface ServedApis {
  /** Produce. */
  readonly Produce: ServedApi<ProduceRequest, ProduceResponse, ProduceResponseInput>;
  /** Fetch. */
  readonly Fetch: ServedApi<FetchRequest, FetchResponse, FetchResponseInput>;
  /** ListOffsets. */
  readonly ListOffsets: ServedApi<
    ListOffsetsRequest,
    ListOffsetsResponse,
    ListOffsetsResponseInput
  >;
  /** Metadata. */
  readonly Metadata: ServedApi<MetadataRequest, MetadataResponse, MetadataResponseInput>;
  /** FindCoordinator. */
  readonly FindCoordinator: ServedApi<
    FindCoordinatorRequest,
    FindCoordinatorResponse,
    FindCoordinatorResponseInput
  >;
  /** ApiVersions. */
  readonly ApiVersions: ServedApi<
    ApiVersionsRequest,
    ApiVersionsResponse,
    ApiVersionsResponseInput
  >;
  /** CreateTopics. */
  readonly CreateTopics: ServedApi<
    CreateTopicsRequest,
    CreateTopicsResponse,
    CreateTopicsResponseInput
  >;
  /** DeleteTopics. */
  readonly DeleteTopics: ServedApi<
    DeleteTopicsRequest,
    DeleteTopicsResponse,
    DeleteTopicsResponseInput
  >;
  /** DeleteRecords. */
  readonly DeleteRecords: ServedApi<
    DeleteRecordsRequest,
    DeleteRecordsResponse,
    DeleteRecordsResponseInput
  >;
  /** InitProducerId. */
  readonly InitProducerId: ServedApi<
    InitProducerIdRequest,
    InitProducerIdResponse,
    InitProducerIdResponseInput
  >;
  /** OffsetForLeaderEpoch. */
  readonly OffsetForLeaderEpoch: ServedApi<
    OffsetForLeaderEpochRequest,
    OffsetForLeaderEpochResponse,
    OffsetForLeaderEpochResponseInput
  >;
  /** AddPartitionsToTxn. */
  readonly AddPartitionsToTxn: ServedApi<
    AddPartitionsToTxnRequest,
    AddPartitionsToTxnResponse,
    AddPartitionsToTxnResponseInput
  >;
  /** EndTxn. */
  readonly EndTxn: ServedApi<EndTxnRequest, EndTxnResponse, EndTxnResponseInput>;
  /** DescribeConfigs. */
  readonly DescribeConfigs: ServedApi<
    DescribeConfigsRequest,
    DescribeConfigsResponse,
    DescribeConfigsResponseInput
  >;
  /** CreatePartitions. */
  readonly CreatePartitions: ServedApi<
    CreatePartitionsRequest,
    CreatePartitionsResponse,
    CreatePartitionsResponseInput
  >;
  /** DescribeCluster. */
  readonly DescribeCluster: ServedApi<
    DescribeClusterRequest,
    DescribeClusterResponse,
    DescribeClusterResponseInput
  >;
}
