/**
 * What connections are made with, and what they tell.
 *
 * @module
 */

import type { ApiInfo } from "../protocol/api.ts";
import type { VersionRange } from "../protocol/version.ts";

/** What a connection tells its owner. */
export interface ConnectionEvents {
  /** A request is unanswered for longer than is healthy. Called once for each. */
  readonly onSlow?: (api: ApiInfo) => void;
  /** The broker asked for silence (KIP-219). */
  readonly onThrottle?: (api: ApiInfo, throttleMs: number) => void;
}

/** What all connections of a client have in common. */
export interface ConnectionSettings {
  /** The client's name for itself. */
  readonly clientId: string;
  /** The limit for an answer unless a request says otherwise, in ms. */
  readonly requestTimeoutMs: number;
  /** The largest answer that is accepted, in bytes. */
  readonly maxFrameBytes: number;
  /** Limits to the versions that are negotiated, by API name. */
  readonly versions: ReadonlyMap<string, VersionRange>;
}

/** What a broker said of itself in the handshake. */
export interface BrokerFeatures {
  /** The versions that it serves, by API key. */
  readonly versions: ReadonlyMap<number, VersionRange>;
  /** The levels of the features that the cluster has finalised (KIP-584), by name. */
  readonly features: ReadonlyMap<string, number>;
}
