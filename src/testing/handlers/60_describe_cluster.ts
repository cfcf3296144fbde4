/**
 * DescribeCluster: the brokers and the controller.
 *
 * @module
 */

import {
  describeCluster,
  type DescribeClusterRequest,
  type DescribeClusterResponseInput,
  describeClusterServer,
} from "../../protocol/messages/describe_cluster.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

const BROKERS = 1;
/** Fenced brokers may be listed, too, from this version on (KIP-1073). */
const FENCED_VERSION = 2;

/** Serves DescribeCluster. */
export const describeClusterHandler: ApiHandler = serve({
  server: describeClusterServer,
  client: describeCluster,
}, handle);

function handle(
  request: DescribeClusterRequest,
  context: RequestContext,
): DescribeClusterResponseInput {
  const { cluster, listener, version } = context;
  if (version >= 1 && request.endpointType !== BROKERS) {
    return {
      errorCode: ErrorCodes.MISMATCHED_ENDPOINT_TYPE,
      errorMessage: "Brokers describe brokers only",
    };
  }
  const brokers = request.includeFencedBrokers
    ? [...cluster.brokers.values()]
    : cluster.aliveBrokers();
  return {
    clusterId: cluster.options.clusterId,
    controllerId: cluster.controllerId,
    brokers: brokers.map((broker) => ({
      brokerId: broker.id,
      ...broker.advertised(listener),
      rack: broker.rack,
      ...(version >= FENCED_VERSION ? { isFenced: broker.fenced } : {}),
    })),
  };
}
