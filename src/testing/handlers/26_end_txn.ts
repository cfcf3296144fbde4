/**
 * EndTxn: commits or aborts a transaction.
 *
 * @module
 */

import {
  endTxn,
  type EndTxnRequest,
  type EndTxnResponseInput,
  endTxnServer,
} from "../../protocol/messages/end_txn.ts";
import { type ApiHandler, type RequestContext, serve } from "../handler.ts";

/** The producer's new epoch is answered from this version on (KIP-890). */
const EPOCH_VERSION = 5;

/** Serves EndTxn. */
export const endTxnHandler: ApiHandler = serve({ server: endTxnServer, client: endTxn }, handle);

function handle(request: EndTxnRequest, context: RequestContext): EndTxnResponseInput {
  const ended = context.cluster.transactions.end(request, context.version);
  return context.version >= EPOCH_VERSION ? ended : { errorCode: ended.errorCode };
}
