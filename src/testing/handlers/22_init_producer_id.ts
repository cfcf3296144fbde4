/**
 * InitProducerId: ids and epochs for idempotent and transactional producers.
 *
 * @module
 */

import {
  initProducerId,
  type InitProducerIdRequest,
  type InitProducerIdResponseInput,
  initProducerIdServer,
} from "../../protocol/messages/init_producer_id.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** Serves InitProducerId. */
export const initProducerIdHandler: ApiHandler = serve({
  server: initProducerIdServer,
  client: initProducerId,
}, handle);

function handle(
  request: InitProducerIdRequest,
  context: RequestContext,
): InitProducerIdResponseInput {
  const { cluster } = context;
  // Without a transactional id the answer is a new id, whatever was asked for.
  if (request.transactionalId === null) {
    return { producerId: cluster.nextProducerId(), producerEpoch: 0 };
  }
  return cluster.transactions.init(request, context.version);
}
