/**
 * DescribeConfigs: what topics and brokers are configured to.
 *
 * @module
 */

import {
  describeConfigs,
  type DescribeConfigsRequest,
  type DescribeConfigsResource,
  type DescribeConfigsResourceResultInput,
  type DescribeConfigsResponseInput,
  type DescribeConfigsResultInput,
  describeConfigsServer,
} from "../../protocol/messages/describe_configs.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";
import { TOPIC_CONFIGS } from "../topic_config.ts";

const TOPIC = 2;
const BROKER = 4;
const STRING_TYPE = 2;
const STATIC_BROKER_SOURCE = 4;

/** Serves DescribeConfigs. */
export const describeConfigsHandler: ApiHandler = serve({
  server: describeConfigsServer,
  client: describeConfigs,
}, handle);

function handle(
  request: DescribeConfigsRequest,
  context: RequestContext,
): DescribeConfigsResponseInput {
  return { results: request.resources.map((resource) => describe(resource, context)) };
}

function describe(
  resource: DescribeConfigsResource,
  context: RequestContext,
): DescribeConfigsResultInput {
  const { resourceType, resourceName, configurationKeys } = resource;
  const fail = (errorCode: number, errorMessage: string): DescribeConfigsResultInput => ({
    resourceType,
    resourceName,
    errorCode,
    errorMessage,
  });
  if (resourceType !== TOPIC && resourceType !== BROKER) {
    return fail(ErrorCodes.INVALID_REQUEST, `Unsupported resource type: ${resourceType}`);
  }
  const all = resourceType === TOPIC
    ? topicConfigs(resourceName, context)
    : brokerConfigs(resourceName, context);
  if (all === undefined) {
    return resourceType === TOPIC
      ? fail(ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION, `Topic ${resourceName} does not exist`)
      : fail(ErrorCodes.INVALID_REQUEST, `Unexpected broker id ${resourceName}`);
  }
  const configs = all.filter(({ name }) => configurationKeys?.includes(name as string) ?? true);
  return { resourceType, resourceName, errorMessage: "", configs };
}

function topicConfigs(
  name: string,
  context: RequestContext,
): DescribeConfigsResourceResultInput[] | undefined {
  const config = context.cluster.topics.get(name)?.config;
  if (config === undefined) return undefined;
  return Object.entries(TOPIC_CONFIGS).map(([key, { type }]) => ({
    name: key,
    value: config.value(key),
    configSource: config.source(key),
    configType: type,
    documentation: null,
  }));
}

function brokerConfigs(
  name: string,
  context: RequestContext,
): DescribeConfigsResourceResultInput[] | undefined {
  const { cluster } = context;
  // The empty name stands for what all brokers share, which nobody has set.
  if (name === "") return [];
  const broker = cluster.brokers.get(Number(name));
  if (broker === undefined || broker !== context.broker) return undefined;
  const { autoCreateTopics, defaultPartitions, replicationFactor, maxRequestBytes } =
    cluster.options;
  const values: Record<string, string> = {
    "auto.create.topics.enable": String(autoCreateTopics),
    "broker.id": String(broker.id),
    "default.replication.factor": String(replicationFactor),
    "num.partitions": String(defaultPartitions),
    "socket.request.max.bytes": String(maxRequestBytes),
    ...(broker.rack === null ? {} : { "broker.rack": broker.rack }),
  };
  return Object.entries(values).map(([key, value]) => ({
    name: key,
    value,
    readOnly: true,
    configSource: STATIC_BROKER_SOURCE,
    configType: STRING_TYPE,
    documentation: null,
  }));
}
