/**
 * EndTxn: commits or aborts a transaction.
 *
 * @module
 */

import {
  type EndTxnRequest,
  type EndTxnResponseInput,
  endTxnServer,
} from "../../protocol/messages/end_txn.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** The producer's new epoch is answered from this version on (KIP-890). */
const EPOCH_VERSION = 5;

/** Serves EndTxn. */
export const endTxnHandler: ApiHandler = serve(endTxnServer, handle);

function handle(request: EndTxnRequest, context: RequestContext): EndTxnResponseInput {
  const ended = context.cluster.transactions.end(request, context.version);
  return context.version >= EPOCH_VERSION ? ended : { errorCode: ended.errorCode };
}
