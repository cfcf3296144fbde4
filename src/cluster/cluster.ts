/**
 * The cluster as the engines see it: metadata, channels, and one retry loop.
 *
 * @module
 */

import type { Environment } from "../internal/environment.ts";
import type { Emit } from "../internal/events.ts";
import type { Channel, ConnectionUse } from "../network/broker.ts";
import type { ClientApi } from "../protocol/api.ts";
import { CompressionCodecs } from "../record/compression.ts";
import type { Connector } from "../transport/transport.ts";
import {
  type BrokerInfo,
  EMPTY_METADATA,
  type MetadataSnapshot,
  type TopicInfo,
} from "./metadata.ts";
import type { ResolvedClientOptions } from "./options.ts";

/** How to refresh the metadata. */
export interface RefreshOptions {
  /** Topics to ask for besides those that are watched. */
  readonly topics?: Iterable<string>;
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
  /** The limit, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
  /** Why, for whoever looks at it. */
  readonly reason?: string;
}

/** How to ask for one topic. */
export interface TopicOptions {
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
  /** The limit for all of it, an unreachable cluster included, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
}

/** How to send a request with retries. */
export interface RequestOptions<Response> {
  /** The broker, or a function that finds it anew for each try; `undefined` means any. */
  readonly nodeId?: number | (() => number | undefined);
  /** Which of the broker's connections. */
  readonly use: ConnectionUse;
  /** Whose connection. @default {""} */
  readonly owner?: string;
  /** Gives up. */
  readonly signal?: AbortSignal;
  /** The limit for all tries together, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
  /** The error code of an answer, 0 for none; it is classified, and thrown or retried. @default {none is looked for} */
  readonly errorOf?: (response: Response, version: number) => number;
  /** What is being done, to follow "Cannot". @default {the API's name} */
  readonly action?: string;
  /** What the error names besides. */
  readonly topic?: string;
  /** What the error names besides. */
  readonly partition?: number;
}

/** The cluster as the engines see it. */
export class Cluster {
  /** The options. */
  readonly options: ResolvedClientOptions;
  /** Time, randomness and the like. */
  readonly environment: Environment;
  /** Tells events. */
  readonly emit: Emit;
  /** The compression codecs. */
  readonly codecs: CompressionCodecs;

  /**
   * @param options The options, resolved.
   * @param environment Time, randomness and the like.
   * @param connector Opens connections.
   * @param emit Tells events.
   */
  constructor(
    options: ResolvedClientOptions,
    environment: Environment,
    _connector: Connector,
    emit: Emit,
  ) {
    this.options = options;
    this.environment = environment;
    this.emit = emit;
    this.codecs = new CompressionCodecs(options.codecs);
  }

  /** What is known of the cluster; empty at first. */
  get metadata(): MetadataSnapshot {
    return EMPTY_METADATA;
  }

  /** Whether it was closed. */
  get closed(): boolean {
    throw new Error("Not built yet");
  }

  /** Fires when it is closed, with the ClosedError as the reason. */
  get signal(): AbortSignal {
    throw new Error("Not built yet");
  }

  /**
   * Keeps topics in every refresh until released; several callers may want the same.
   *
   * @param topics Their names.
   * @returns What releases them; calling it twice is fine.
   */
  watchTopics(_topics: Iterable<string>): () => void {
    throw new Error("Not built yet");
  }

  /**
   * Joins or starts a refresh.
   *
   * @returns A snapshot that was requested after this call began.
   * @throws {ConnectionError} After `timeoutMs`, listing every address tried and why.
   */
  refresh(_options: RefreshOptions = {}): Promise<MetadataSnapshot> {
    throw new Error("Not built yet");
  }

  /**
   * Asks for a refresh soon: coalesced, limited in rate by the retry backoff. Never fails.
   *
   * @param reason Why, for whoever looks at it.
   * @param topics Topics to ask for besides those that are watched.
   */
  invalidate(_reason: string, _topics?: Iterable<string>): void {
    throw new Error("Not built yet");
  }

  /**
   * Takes a leader from a response (KIP-951), if its epoch is newer than what is known.
   *
   * @param topic The topic.
   * @param partition The partition.
   * @param leader The leader and its epoch.
   * @param endpoint Where that leader is, if the response said so.
   */
  learnLeader(
    _topic: string,
    _partition: number,
    _leader: { readonly nodeId: number; readonly epoch: number },
    _endpoint?: BrokerInfo,
  ): void {
    throw new Error("Not built yet");
  }

  /**
   * Calls a listener with each new snapshot, synchronously.
   *
   * @param listener Gets the new snapshot and the one before.
   * @returns What ends it; calling it twice is fine.
   */
  onMetadata(
    _listener: (now: MetadataSnapshot, before: MetadataSnapshot) => void,
  ): () => void {
    throw new Error("Not built yet");
  }

  /**
   * The metadata of one topic, refreshing until it is known or `unknownTopicToleranceMs` have passed.
   *
   * @returns The topic, with at least one partition and no error.
   * @throws {BrokerError} When the brokers do not know it, or refuse it.
   * @throws {ConnectionError} When no broker could be reached within `timeoutMs`.
   */
  topic(_name: string, _options: TopicOptions = {}): Promise<TopicInfo> {
    throw new Error("Not built yet");
  }

  /**
   * The channel to a broker; the same key gives the same channel.
   *
   * @param nodeId The broker.
   * @param use What for.
   * @param owner Whose; see {@linkcode closeOwner}.
   */
  channel(_nodeId: number, _use: ConnectionUse, _owner: string): Channel {
    throw new Error("Not built yet");
  }

  /**
   * Sends a request, retrying with backoff until its limit.
   *
   * @returns The answer.
   */
  request<Request, Response>(
    _api: ClientApi<Request, Response>,
    _request: Request | ((version: number) => Request),
    _options: RequestOptions<Response>,
  ): Promise<Response> {
    throw new Error("Not built yet");
  }

  /**
   * Closes the channels of one owner.
   *
   * @param owner The owner.
   * @returns When their sockets are released.
   */
  closeOwner(_owner: string): Promise<void> {
    throw new Error("Not built yet");
  }

  /**
   * Closes everything; whatever waits gets one ClosedError. Doing it twice is fine.
   *
   * @param cause The cause of that error.
   * @returns When all sockets are released.
   */
  close(_cause?: Error): Promise<void> {
    throw new Error("Not built yet");
  }
}
