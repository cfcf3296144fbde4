/**
 * What serves one API.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "../protocol/api.ts";
import type { Broker } from "./broker.ts";
import type { ClusterState } from "./cluster_state.ts";

/** Which of its addresses a client used, so that it is told the others of the same kind. */
export type ListenerKind = "memory" | "socket";

/** Who asks, and whom. */
export interface RequestContext {
  /** The cluster. */
  readonly cluster: ClusterState;
  /** The broker that was asked. */
  readonly broker: Broker;
  /** The version of the request. */
  readonly version: number;
  /** How the client came. */
  readonly listener: ListenerKind;
  /** The connection. */
  readonly connection: RequestConnection;
}

/** What a handler may know of the connection. */
export interface RequestConnection {
  /** Its number. */
  readonly id: number;
  /** Whether the client has gone, or has ended its half. */
  readonly gone: boolean;
  /**
   * Calls back when the client goes away while its request is served: nobody waits for the answer then.
   *
   * @param callback What to call.
   * @returns What ends it.
   */
  onGone(callback: () => void): () => void;
  /** Closes it without a word. */
  close(): void;
}

/** Answers a request; `undefined` stands for no answer at all. */
export type Handle<Request, Response> = (
  request: Request,
  context: RequestContext,
) => Response | undefined | Promise<Response | undefined>;

/** What serves one API. */
export interface ApiHandler {
  /** The codecs of a broker. */
  readonly api: ServerApi<unknown, unknown>;
  /** The codecs of a client, to show hooks a response as a client sees it. */
  readonly client: ClientApi<unknown, unknown>;
  /** What answers. */
  readonly handle: Handle<unknown, unknown>;
}

/** Both halves of an API. */
export interface ApiCodecs<Request, Response> {
  /** The half of brokers. */
  readonly server: ServerApi<Request, Response>;
  /** The half of clients. */
  readonly client: ClientApi<never, unknown>;
}

/**
 * Puts an API and what answers it together, so that their types fit.
 *
 * @param codecs Both halves of the API.
 * @param handle What answers.
 */
export function serve<Request, Response>(
  codecs: ApiCodecs<Request, Response>,
  handle: Handle<Request, Response>,
): ApiHandler {
  return { api: codecs.server, client: codecs.client, handle } as unknown as ApiHandler;
}
