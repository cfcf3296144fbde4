// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * The DescribeCluster API (key 60), versions 0 to 2.
 *
 * @module
 */

import type { ClientApi, ServerApi, TaggedField } from "../api.ts";
import { checkAbsent, decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The DescribeClusterRequest message, as decoded. */
export interface DescribeClusterRequest {
  /** `bool`. */
  includeClusterAuthorizedOperations: boolean;
  /** `int8`, v1+, default 1. */
  endpointType: number;
  /** `bool`, v2+. */
  includeFencedBrokers: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeClusterRequest message, to be encoded; what is left out takes the schema's default. */
export interface DescribeClusterRequestInput {
  /** `bool`. */
  readonly includeClusterAuthorizedOperations?: boolean;
  /** `int8`, v1+, default 1. */
  readonly endpointType?: number;
  /** `bool`, v2+. */
  readonly includeFencedBrokers?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** The DescribeClusterResponse message, as decoded. */
export interface DescribeClusterResponse {
  /** `int32`. */
  throttleTimeMs: number;
  /** `int16`. */
  errorCode: number;
  /** `string`, nullable, default null. */
  errorMessage: string | null;
  /** `int8`, v1+, default 1. */
  endpointType: number;
  /** `string`. */
  clusterId: string;
  /** `int32`, default -1. */
  controllerId: number;
  /** `[]DescribeClusterBroker`. */
  brokers: DescribeClusterBroker[];
  /** `int32`, default -2147483648. */
  clusterAuthorizedOperations: number;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** The DescribeClusterResponse message, to be encoded; what is left out takes the schema's default. */
export interface DescribeClusterResponseInput {
  /** `int32`. */
  readonly throttleTimeMs?: number;
  /** `int16`. */
  readonly errorCode?: number;
  /** `string`, nullable, default null. */
  readonly errorMessage?: string | null;
  /** `int8`, v1+, default 1. */
  readonly endpointType?: number;
  /** `string`. */
  readonly clusterId?: string;
  /** `int32`, default -1. */
  readonly controllerId?: number;
  /** `[]DescribeClusterBroker`. */
  readonly brokers?: readonly DescribeClusterBrokerInput[];
  /** `int32`, default -2147483648. */
  readonly clusterAuthorizedOperations?: number;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

/** A DescribeClusterBroker of DescribeClusterResponse, as decoded. */
export interface DescribeClusterBroker {
  /** `int32`. */
  brokerId: number;
  /** `string`. */
  host: string;
  /** `int32`. */
  port: number;
  /** `string`, nullable, default null. */
  rack: string | null;
  /** `bool`, v2+. */
  isFenced: boolean;
  /** Tagged fields that the schema does not know. */
  unknownTags?: TaggedField[];
}

/** A DescribeClusterBroker of DescribeClusterResponse, to be encoded; what is left out takes the schema's default. */
export interface DescribeClusterBrokerInput {
  /** `int32`. */
  readonly brokerId?: number;
  /** `string`. */
  readonly host?: string;
  /** `int32`. */
  readonly port?: number;
  /** `string`, nullable, default null. */
  readonly rack?: string | null;
  /** `bool`, v2+. */
  readonly isFenced?: boolean;
  /** Tagged fields that the schema does not know. */
  readonly unknownTags?: readonly TaggedField[];
}

const DESCRIBE_CLUSTER_REQUEST: MessageInfo = { name: "DescribeClusterRequest", min: 0, max: 2 };
const DESCRIBE_CLUSTER_RESPONSE: MessageInfo = { name: "DescribeClusterResponse", min: 0, max: 2 };

/** The client's half of DescribeCluster. */
export const describeCluster: ClientApi<DescribeClusterRequestInput, DescribeClusterResponse> = {
  key: 60,
  name: "DescribeCluster",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  encodeRequest: (writer, message, version) =>
    encodeMessage(DESCRIBE_CLUSTER_REQUEST, writeDescribeClusterRequest, writer, message, version),
  decodeResponse: (reader, version) =>
    decodeMessage(DESCRIBE_CLUSTER_RESPONSE, readDescribeClusterResponse, reader, version),
};

/** The server's half of DescribeCluster. */
export const describeClusterServer: ServerApi<
  DescribeClusterRequest,
  DescribeClusterResponseInput
> = {
  key: 60,
  name: "DescribeCluster",
  minVersion: 0,
  maxVersion: 2,
  latestVersion: 2,
  flexibleFrom: 0,
  decodeRequest: (reader, version) =>
    decodeMessage(DESCRIBE_CLUSTER_REQUEST, readDescribeClusterRequest, reader, version),
  encodeResponse: (writer, message, version) =>
    encodeMessage(
      DESCRIBE_CLUSTER_RESPONSE,
      writeDescribeClusterResponse,
      writer,
      message,
      version,
    ),
};

function writeDescribeClusterRequest(w: Writer, x: DescribeClusterRequestInput, v: number): void {
  w.bool(x.includeClusterAuthorizedOperations ?? false);
  if (v >= 1) w.int8(x.endpointType ?? 1);
  else checkAbsent(x.endpointType, 1);
  if (v >= 2) w.bool(x.includeFencedBrokers ?? false);
  else checkAbsent(x.includeFencedBrokers, false);
  w.tags(x.unknownTags);
}

function readDescribeClusterBroker(r: Reader, v: number): DescribeClusterBroker {
  const x: DescribeClusterBroker = {
    brokerId: r.int32(),
    host: r.string(true),
    port: r.int32(),
    rack: r.nullableString(true),
    isFenced: v >= 2 ? r.bool() : false,
  };
  r.tags(x);
  return x;
}

function readDescribeClusterResponse(r: Reader, v: number): DescribeClusterResponse {
  const x: DescribeClusterResponse = {
    throttleTimeMs: r.int32(),
    errorCode: r.int16(),
    errorMessage: r.nullableString(true),
    endpointType: v >= 1 ? r.int8() : 1,
    clusterId: r.string(true),
    controllerId: r.int32(),
    brokers: r.array(true, 11, readDescribeClusterBroker, v),
    clusterAuthorizedOperations: r.int32(),
  };
  r.tags(x);
  return x;
}

function readDescribeClusterRequest(r: Reader, v: number): DescribeClusterRequest {
  const x: DescribeClusterRequest = {
    includeClusterAuthorizedOperations: r.bool(),
    endpointType: v >= 1 ? r.int8() : 1,
    includeFencedBrokers: v >= 2 ? r.bool() : false,
  };
  r.tags(x);
  return x;
}

function writeDescribeClusterBroker(w: Writer, x: DescribeClusterBrokerInput, v: number): void {
  w.int32(x.brokerId ?? 0);
  w.string(x.host ?? "", true);
  w.int32(x.port ?? 0);
  w.nullableString(x.rack ?? null, true);
  if (v >= 2) w.bool(x.isFenced ?? false);
  else checkAbsent(x.isFenced, false);
  w.tags(x.unknownTags);
}

function writeDescribeClusterResponse(w: Writer, x: DescribeClusterResponseInput, v: number): void {
  w.int32(x.throttleTimeMs ?? 0);
  w.int16(x.errorCode ?? 0);
  w.nullableString(x.errorMessage ?? null, true);
  if (v >= 1) w.int8(x.endpointType ?? 1);
  else checkAbsent(x.endpointType, 1);
  w.string(x.clusterId ?? "", true);
  w.int32(x.controllerId ?? -1);
  w.array(x.brokers, true, writeDescribeClusterBroker, v);
  w.int32(x.clusterAuthorizedOperations ?? -2147483648);
  w.tags(x.unknownTags);
}
