/**
 * The cluster as the engines see it: metadata, channels, and one retry loop.
 *
 * @module
 */

import { ClosedError, type KafkaError } from "../errors.ts";
import { backoffMs } from "../internal/backoff.ts";
import type { Environment } from "../internal/environment.ts";
import type { Emit } from "../internal/events.ts";
import { abortedError, onAbort } from "../internal/signal.ts";
import { Channel, type ChannelContext, type ConnectionUse } from "../network/broker.ts";
import type { Connection, ConnectionEvents } from "../network/connection.ts";
import { type ConnectionTarget, openConnection, type OpenSettings } from "../network/handshake.ts";
import { openProbing } from "../network/probing.ts";
import type { ApiInfo, ClientApi } from "../protocol/api.ts";
import { ErrorCodes } from "../protocol/error_codes.ts";
import { metadata } from "../protocol/messages/metadata.ts";
import { CompressionCodecs } from "../record/compression.ts";
import { formatAddress } from "../transport/failure.ts";
import type { Connector } from "../transport/transport.ts";
import { brokerError, classify } from "./error_class.ts";
import type { BrokerInfo, MetadataSnapshot, TopicInfo } from "./metadata.ts";
import {
  type Candidate,
  MetadataKeeper,
  type MetadataListener,
  type RefreshOptions,
} from "./metadata_keeper.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { pause } from "../internal/pause.ts";
import { type RequestContext, type RequestOptions, requestWithRetries } from "./request.ts";
import { rankBrokers } from "./routing.ts";
import { Seeds } from "./seeds.ts";

export type { ConnectionUse } from "../network/broker.ts";
export type { RefreshOptions } from "./metadata_keeper.ts";
export type { RequestOptions } from "./request.ts";

/** How to ask for one topic. */
export interface TopicOptions {
  /** Gives up waiting. */
  readonly signal?: AbortSignal;
  /** The limit for all of it, an unreachable cluster included, in ms. @default {requestTimeoutMs} */
  readonly timeoutMs?: number;
}

/** For how long a broker that was slow or lost is asked last, in ms. */
const SUSPECT_MS = 10_000;

/** For how long an attempt to connect may be silent while others get through to the same address, in ms. */
const SILENT_MS = 1_000;

/** How many known brokers one pass tries before it goes back to the bootstrap addresses. */
const KNOWN_PER_PASS = 8;

/** Whose the channels are that all engines share. */
const SHARED = "";

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
  readonly #seeds: Seeds;
  readonly #keeper: MetadataKeeper;
  readonly #life = new AbortController();
  readonly #channels = new Map<string, Channel>();
  readonly #channelContext: ChannelContext;
  readonly #requestContext: RequestContext;
  /** Addresses that were slow or lost, and until when they are asked last; a bootstrap address may be that of a broker. */
  readonly #suspects = new Map<string, number>();
  /** For how long topics have been unknown, to tell one that is missing from one that is just being created. */
  readonly #unknown = new Map<string, { readonly since: number; seenAt: number }>();
  /** Addresses that a channel makes probes to. */
  readonly #probing = new Set<string>();
  /** Who gave the latest metadata. */
  #lastGood: Channel | undefined;
  #closing: Promise<void> | undefined;

  /**
   * @param options The options, resolved.
   * @param environment Time, randomness and the like.
   * @param connector Opens connections.
   * @param emit Tells events.
   */
  constructor(
    options: ResolvedClientOptions,
    environment: Environment,
    connector: Connector,
    emit: Emit,
  ) {
    this.options = options;
    this.environment = environment;
    this.emit = emit;
    this.codecs = new CompressionCodecs(options.codecs);
    this.#seeds = new Seeds(options);
    const backoff = { initialMs: options.retryBackoffMs, maxMs: options.retryBackoffMaxMs };
    const { signal } = this.#life;
    this.#keeper = new MetadataKeeper({
      environment,
      options,
      emit,
      signal,
      candidates: (onlySeeds) => this.#candidates(onlySeeds),
      onStale: () => {
        if (this.#lastGood !== undefined) this.#suspect(this.#lastGood.nodeId);
      },
      onAnswer: (channel) => {
        this.#lastGood = channel;
      },
    });
    this.#keeper.listen((now, before) => {
      if (now.brokers !== before.brokers) this.#followBrokers();
    });
    const settings: OpenSettings = { ...options, connector };
    this.#channelContext = {
      environment,
      backoff,
      connectionIdleMs: options.connectionIdleMs,
      target: (nodeId) => this.#target(nodeId),
      open: (channel, target, attempt) => this.#open(channel, target, settings, attempt),
      onConnect: (channel, connection) => this.#onConnect(channel, connection),
      onUnknown: (channel) => this.invalidate(`unknown broker ${channel.nodeId}`),
      onConnectError: (channel, target, error) => this.#onConnectError(channel, target, error),
      onDisconnect: (channel, connection, error) => this.#onDisconnect(channel, connection, error),
    };
    this.#requestContext = {
      environment,
      emit,
      backoff,
      requestTimeoutMs: options.requestTimeoutMs,
      signal,
      route: async (nodeId, use, owner, avoid, limits) => {
        if (this.metadata.version === 0) await this.refresh(limits);
        return this.channel(nodeId ?? this.#anyBroker(use, owner, avoid), use, owner);
      },
      invalidate: (reason, topics) => this.invalidate(reason, topics),
    };
  }

  /** What is known of the cluster; empty at first. */
  get metadata(): MetadataSnapshot {
    return this.#keeper.snapshot;
  }

  /** Whether it was closed. */
  get closed(): boolean {
    return this.#life.signal.aborted;
  }

  /** Fires when it is closed, with the ClosedError as the reason. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /**
   * Keeps topics in every refresh until released; several callers may want the same.
   *
   * @param topics Their names.
   * @returns What releases them; calling it twice is fine.
   */
  watchTopics(topics: Iterable<string>): () => void {
    return this.#keeper.watch(topics);
  }

  /**
   * Joins or starts a refresh.
   *
   * @param options What to ask for, and for how long to try.
   * @returns A snapshot that was requested after this call began.
   * @throws {ConnectionError} After `timeoutMs`, listing every address tried and why; at once
   * when every address failed in a way that no repetition mends.
   * @throws {AbortedError} When the signal fired.
   * @throws {ClosedError} When the cluster is closed.
   */
  refresh(options: RefreshOptions = {}): Promise<MetadataSnapshot> {
    return this.#keeper.refresh(options);
  }

  /**
   * Asks for a refresh soon: coalesced, limited in rate by the retry backoff. Never fails.
   *
   * @param _reason Why, for whoever reads the call.
   * @param topics Topics to ask for besides those that are watched.
   */
  invalidate(_reason: string, topics?: Iterable<string>): void {
    this.#keeper.invalidate(topics);
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
    topic: string,
    partition: number,
    leader: { readonly nodeId: number; readonly epoch: number },
    endpoint?: BrokerInfo,
  ): void {
    const { nodeId, epoch } = leader;
    this.#keeper.learnLeader({ topic, partition, leader: nodeId, leaderEpoch: epoch, endpoint });
  }

  /**
   * Calls a listener with each new snapshot, synchronously.
   *
   * @param listener Gets the new snapshot and the one before.
   * @returns What ends it; calling it twice is fine.
   */
  onMetadata(listener: MetadataListener): () => void {
    return this.#keeper.listen(listener);
  }

  /**
   * The metadata of one topic, refreshing until it is known or `unknownTopicToleranceMs` have passed.
   *
   * @param name The topic.
   * @param options For how long to try.
   * @returns The topic, with at least one partition and no error.
   * @throws {BrokerError} When the brokers do not know it, or refuse it.
   * @throws {ConnectionError} When no broker could be reached within `timeoutMs`.
   * @throws {AbortedError} When the signal fired.
   */
  async topic(name: string, options: TopicOptions = {}): Promise<TopicInfo> {
    const known = usable(this.metadata.topics.get(name));
    if (known !== undefined) return known;
    const { clock } = this.environment;
    const { unknownTopicToleranceMs, requestTimeoutMs } = this.options;
    const deadline = clock.monotonic() + (options.timeoutMs ?? requestTimeoutMs);
    const release = this.watchTopics([name]);
    try {
      for (let failures = 1;; failures++) {
        const snapshot = await this.refresh({
          topics: [name],
          timeoutMs: Math.max(1, deadline - clock.monotonic()),
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        const info = snapshot.topics.get(name);
        const found = usable(info);
        if (found !== undefined) {
          this.#unknown.delete(name);
          return found;
        }
        const code = info?.error || ErrorCodes.UNKNOWN_TOPIC_OR_PARTITION;
        const error = brokerError(metadata, code, {
          action: `find the topic "${name}"`,
          topic: name,
        });
        if (!classify(metadata.key, code).retriable) throw error;
        const now = clock.monotonic();
        const left = Math.min(this.#toleranceEnd(name, now, unknownTopicToleranceMs), deadline) -
          now;
        if (left <= 0) throw error;
        await this.#pause(Math.min(this.#backoffMs(failures), left), options.signal, name);
      }
    } finally {
      release();
    }
  }

  /**
   * The channel to a broker; the same key gives the same channel.
   *
   * @param nodeId The broker.
   * @param use What for.
   * @param owner Whose; see {@linkcode closeOwner}.
   * @returns The channel, which the cluster owns.
   */
  channel(nodeId: number, use: ConnectionUse, owner: string): Channel {
    const key = `${nodeId} ${use} ${owner}`;
    let channel = this.#channels.get(key);
    if (channel === undefined) {
      channel = new Channel({ nodeId, use, owner }, this.#channelContext);
      // Whoever asks for one after the end gets one that says so.
      if (this.closed) channel.close(this.#life.signal.reason as KafkaError);
      else this.#channels.set(key, channel);
    }
    return channel;
  }

  /**
   * Sends a request, retrying with backoff until its limit.
   *
   * @param api The API.
   * @param request The request, or a function that makes it for the negotiated version of each try.
   * @param options How to send it.
   * @returns The first answer without an error.
   */
  request<Request, Response>(
    api: ClientApi<Request, Response>,
    request: Request | ((version: number) => Request),
    options: RequestOptions<Response>,
  ): Promise<Response> {
    return requestWithRetries(this.#requestContext, api, request, options);
  }

  /**
   * Closes the channels of one owner.
   *
   * @param owner The owner.
   * @returns When their sockets are released.
   */
  async closeOwner(owner: string): Promise<void> {
    const theirs: Channel[] = [];
    for (const [key, channel] of this.#channels) {
      if (channel.owner !== owner) continue;
      this.#channels.delete(key);
      theirs.push(channel);
    }
    for (const channel of theirs) channel.close();
    await Promise.all(theirs.map((channel) => channel.drained()));
  }

  /**
   * Closes everything; whatever waits gets one ClosedError. Doing it twice is fine.
   *
   * @param cause The cause of that error.
   * @returns When all sockets are released.
   */
  close(cause?: Error): Promise<void> {
    this.#closing ??= this.#close(cause);
    return this.#closing;
  }

  async #close(cause: Error | undefined): Promise<void> {
    const error = new ClosedError("Cannot go on as the client was closed", { cause });
    this.#life.abort(error);
    const channels = [...this.#channels.values()];
    this.#channels.clear();
    for (const channel of channels) channel.close(error);
    await this.#keeper.close();
    await Promise.all(channels.map((channel) => channel.drained()));
  }

  #target(nodeId: number): ConnectionTarget | undefined {
    if (nodeId < 0) return this.#seeds.target(nodeId);
    const broker = this.metadata.brokers.get(nodeId);
    return broker && { address: { host: broker.host, port: broker.port }, nodeId };
  }

  #followBrokers(): void {
    for (const channel of this.#channels.values()) channel.follow();
  }

  /** Whom to ask for metadata: who answered last, the brokers that are known, and then the bootstrap addresses again (KIP-899). */
  async #candidates(onlySeeds: boolean): Promise<readonly Candidate[]> {
    const now = this.environment.clock.monotonic();
    const found: Channel[] = [];
    if (!onlySeeds) {
      const good = this.#lastGood;
      if (good?.connected && !this.#isSuspect(good.nodeId, now)) found.push(good);
      const known = [...this.metadata.brokers.keys()];
      for (const nodeId of this.#rank(known, "metadata", SHARED).slice(0, KNOWN_PER_PASS)) {
        found.push(this.channel(nodeId, "metadata", SHARED));
      }
    }
    for (const id of await this.#seeds.ids()) found.push(this.channel(id, "metadata", SHARED));
    return [...new Set(found)].map((channel) => ({
      channel,
      address: this.#address(channel.nodeId),
    }));
  }

  #anyBroker(use: ConnectionUse, owner: string, avoid: number | undefined): number {
    const all = [...this.metadata.brokers.keys()];
    const others = all.filter((id) => id !== avoid);
    return this.#rank(others.length > 0 ? others : all, use, owner)[0];
  }

  #rank(nodeIds: readonly number[], use: ConnectionUse, owner: string): number[] {
    const now = this.environment.clock.monotonic();
    const loads = nodeIds.map((nodeId) => {
      const channel = this.#channels.get(`${nodeId} ${use} ${owner}`);
      return {
        nodeId,
        connected: channel?.connected ?? false,
        inFlight: channel?.inFlight ?? 0,
        busyUntil: Math.max(channel?.mutedUntil ?? -Infinity, channel?.retryAt ?? -Infinity),
        suspect: this.#isSuspect(nodeId, now),
      };
    });
    return rankBrokers(loads, now, () => this.environment.random());
  }

  #isSuspect(nodeId: number, now: number): boolean {
    const address = this.#address(nodeId);
    const until = this.#suspects.get(address);
    if (until === undefined) return false;
    if (until > now) return true;
    this.#suspects.delete(address);
    return false;
  }

  #suspect(nodeId: number): void {
    this.#suspects.set(this.#address(nodeId), this.environment.clock.monotonic() + SUSPECT_MS);
  }

  #address(nodeId: number): string {
    const target = this.#target(nodeId);
    return target === undefined ? "" : formatAddress(target.address);
  }

  /** Opens a connection; of all channels to one address, only one makes probes. */
  async #open(
    channel: Channel,
    target: ConnectionTarget,
    settings: OpenSettings,
    signal: AbortSignal,
  ): Promise<Connection> {
    const broker = formatAddress(target.address);
    const events: ConnectionEvents = {
      onSlow: (api) => this.#onSlow(channel, api),
      onThrottle: (api, throttleMs) => this.emit("throttle", { broker, api: api.name, throttleMs }),
    };
    const open = (attempt: AbortSignal) =>
      openConnection(target, settings, this.environment, { signal: attempt, events });
    if (this.#probing.has(broker)) return await open(signal);
    this.#probing.add(broker);
    try {
      return await openProbing(open, this.environment.clock, settings.connectTimeoutMs, signal);
    } finally {
      this.#probing.delete(broker);
    }
  }

  #onConnect(channel: Channel, connection: Connection): void {
    this.#suspects.delete(this.#address(channel.nodeId));
    const address = this.#address(channel.nodeId);
    for (const other of this.#channels.values()) {
      if (other !== channel && this.#address(other.nodeId) === address) other.nudge(SILENT_MS);
    }
    this.emit("connect", { broker: connection.broker, ...identity(channel) });
  }

  #onConnectError(channel: Channel, target: ConnectionTarget, error: Error): void {
    if (!this.closed) this.emit("connecterror", { broker: formatAddress(target.address), error });
    this.#distrust(channel, "no connection");
  }

  #onDisconnect(channel: Channel, connection: Connection, error: Error | undefined): void {
    const loss = error instanceof ClosedError ? undefined : error;
    this.emit("disconnect", { broker: connection.broker, ...identity(channel), error: loss });
    if (loss !== undefined) this.#distrust(channel, "lost connection");
  }

  /** A request is unanswered for too long: ask the others who leads now. */
  #onSlow(channel: Channel, api: ApiInfo): void {
    if (channel.use === "metadata") this.#suspect(channel.nodeId);
    else this.#distrust(channel, `slow ${api.name}`);
  }

  #distrust(channel: Channel, reason: string): void {
    if (this.closed) return;
    this.#suspect(channel.nodeId);
    // The metadata's own connections are the loop's business, which goes on by itself.
    if (channel.use !== "metadata") this.invalidate(reason);
  }

  /** Until when a topic that was unknown just now may still appear. */
  #toleranceEnd(name: string, now: number, toleranceMs: number): number {
    // Seen long ago says nothing: it may be just being created now.
    for (const [other, { seenAt }] of this.#unknown) {
      if (now - seenAt > toleranceMs) this.#unknown.delete(other);
    }
    let unknown = this.#unknown.get(name);
    if (unknown === undefined) this.#unknown.set(name, unknown = { since: now, seenAt: now });
    unknown.seenAt = now;
    return unknown.since + toleranceMs;
  }

  #backoffMs(failures: number): number {
    const { retryBackoffMs: initialMs, retryBackoffMaxMs: maxMs } = this.options;
    return backoffMs(failures, { initialMs, maxMs }, () => this.environment.random());
  }

  async #pause(ms: number, signal: AbortSignal | undefined, topic: string): Promise<void> {
    if (signal === undefined) return await pause(this.environment.clock, ms, this.signal);
    const either = new AbortController();
    const detach = [
      onAbort(this.signal, () => either.abort(this.signal.reason)),
      onAbort(signal, () => either.abort(abortedError(signal, `find the topic "${topic}"`))),
    ];
    try {
      await pause(this.environment.clock, ms, either.signal);
    } finally {
      for (const off of detach) off();
    }
  }
}

/** A topic that can be worked with. */
function usable(topic: TopicInfo | undefined): TopicInfo | undefined {
  return topic !== undefined && topic.error === 0 && topic.partitions.length > 0
    ? topic
    : undefined;
}

function identity(channel: Channel): { nodeId: number | undefined; use: string } {
  return { nodeId: channel.nodeId < 0 ? undefined : channel.nodeId, use: channel.use };
}
