/**
 * FindCoordinator: who looks after a group or a transactional id.
 *
 * @module
 */

import {
  type CoordinatorInput,
  findCoordinator,
  type FindCoordinatorRequest,
  type FindCoordinatorResponseInput,
  findCoordinatorServer,
} from "../../protocol/messages/find_coordinator.ts";
import { ErrorCodes } from "../../protocol/error_codes.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** Several keys may be asked for at once from this version on (KIP-699). */
const BATCHED_VERSION = 4;
const GROUP = 0;
const TRANSACTION = 1;

/** Serves FindCoordinator. */
export const findCoordinatorHandler: ApiHandler = serve({
  server: findCoordinatorServer,
  client: findCoordinator,
}, handle);

function handle(
  request: FindCoordinatorRequest,
  context: RequestContext,
): FindCoordinatorResponseInput {
  if (context.version >= BATCHED_VERSION) {
    const { coordinatorKeys, keyType } = request;
    return { coordinators: coordinatorKeys.map((key) => find(key, keyType, context)) };
  }
  const { key: _, ...coordinator } = find(request.key, request.keyType, context);
  return coordinator;
}

function find(key: string, keyType: number, context: RequestContext): CoordinatorInput {
  const fail = (errorCode: number, errorMessage: string | null): CoordinatorInput => ({
    key,
    nodeId: -1,
    host: "",
    port: -1,
    errorCode,
    errorMessage,
  });
  if (keyType !== GROUP && keyType !== TRANSACTION) {
    return fail(ErrorCodes.INVALID_REQUEST, `The key type ${keyType} is not known`);
  }
  const broker = context.cluster.coordinatorOf(key);
  if (broker === undefined) return fail(ErrorCodes.COORDINATOR_NOT_AVAILABLE, null);
  return { key, nodeId: broker.id, ...broker.advertised(context.listener) };
}
