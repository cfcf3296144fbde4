/**
 * The least client that there can be: frames out, frames in, nothing in
 * between, so that tests of the embedded broker do not depend on the client.
 *
 * @module
 */

import type { ClientApi } from "../../src/protocol/api.ts";
import { encodeRequestFrame } from "../../src/protocol/framing.ts";
import { decodeResponseHeader, responseHeaderVersion } from "../../src/protocol/header.ts";
import {
  fetch as fetchApi,
  type FetchRequestFetchPartitionInput,
  type FetchRequestInput,
  type FetchResponse,
  type FetchResponsePartitionData,
} from "../../src/protocol/messages/fetch.ts";
import {
  type PartitionProduceResponse,
  produce as produceApi,
} from "../../src/protocol/messages/produce.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { encodeBatchHeader } from "../../src/record/batch_header.ts";
import { walkBatches } from "../../src/record/batch_reader.ts";
import { RecordBatchBuilder } from "../../src/record/record_batch_builder.ts";
import { RecordCursor } from "../../src/record/record_cursor.ts";
import type { EmbeddedKafka } from "../../src/testing/mod.ts";
import type { Transport } from "../../src/transport/transport.ts";

/** A connection to one broker. */
export class RawClient {
  readonly transport: Transport;
  #correlationId = 0;
  #buffered: Uint8Array = new Uint8Array(0);

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /** Connects to a broker in memory. */
  static async connect(cluster: EmbeddedKafka, broker = 1): Promise<RawClient> {
    const { host, port } = cluster.brokers()[broker - 1];
    return new RawClient(await cluster.connector({ host, port }));
  }

  /** Sends a request and waits for its answer. */
  async send<Req, Res>(
    api: ClientApi<Req, Res>,
    request: Req,
    version: number = api.maxVersion,
  ): Promise<Res> {
    const id = await this.post(api, request, version);
    return await this.receive(api, version, id);
  }

  /** Only sends a request. */
  async post<Req>(api: ClientApi<Req, unknown>, request: Req, version: number): Promise<number> {
    const id = ++this.#correlationId;
    await this.transport.write(encodeRequestFrame(api, request, version, id, "raw"));
    return id;
  }

  /** Only waits for an answer. */
  async receive<Req, Res>(api: ClientApi<Req, Res>, version: number, id: number): Promise<Res> {
    const frame = await this.frame();
    if (frame === null) throw new Error("The broker closed the connection");
    const reader = new Reader(frame);
    const header = decodeResponseHeader(reader, responseHeaderVersion(api, version));
    if (header.correlationId !== id) throw new Error(`Expected ${id}, got ${header.correlationId}`);
    const response = api.decodeResponse(reader, version);
    if (reader.remaining > 0) throw new Error(`${reader.remaining} bytes are left over`);
    return response;
  }

  /** The next frame without its size, or null at the end. */
  async frame(): Promise<Uint8Array | null> {
    if (!(await this.#need(4))) return null;
    const size = new DataView(this.#buffered.buffer, this.#buffered.byteOffset).getInt32(0);
    if (!(await this.#need(4 + size))) return null;
    const frame = this.#buffered.slice(4, 4 + size);
    this.#buffered = this.#buffered.slice(4 + size);
    return frame;
  }

  /** Whether the broker closes the connection, with nothing more to read. */
  async ended(): Promise<boolean> {
    try {
      return await this.frame() === null;
    } catch {
      return true;
    }
  }

  close(): void {
    this.transport.close();
  }

  async #need(bytes: number): Promise<boolean> {
    while (this.#buffered.length < bytes) {
      const chunk = new Uint8Array(65_536);
      const count = await this.transport.read(chunk);
      if (count === null) return false;
      const joined = new Uint8Array(this.#buffered.length + count);
      joined.set(this.#buffered);
      joined.set(chunk.subarray(0, count), this.#buffered.length);
      this.#buffered = joined;
    }
    return true;
  }

  /** Produces one batch to one partition. */
  async produce(
    topic: string,
    partition: number,
    records: Uint8Array | null,
    options: ProduceOptions = {},
  ): Promise<PartitionProduceResponse> {
    const { version = 9, acks = -1, timeoutMs = 1000, transactionalId = null } = options;
    const response = await this.send(produceApi, {
      acks,
      timeoutMs,
      transactionalId,
      topicData: [{ name: topic, partitionData: [{ index: partition, records }] }],
    }, version);
    return response.responses[0].partitionResponses[0];
  }

  /** Fetches from one partition, without a session. */
  async fetch(
    topic: string,
    partition: number,
    fetchOffset: number,
    options: FetchOptions = {},
  ): Promise<FetchResponsePartitionData> {
    const response = await this.fetchAll(
      topic,
      [{ partition, fetchOffset: BigInt(fetchOffset), ...options.partition }],
      options,
    );
    return response.responses[0].partitions[0];
  }

  /** Fetches from several partitions. */
  fetchAll(
    topic: string,
    partitions: readonly FetchRequestFetchPartitionInput[],
    options: FetchOptions = {},
  ): Promise<FetchResponse> {
    return this.send(fetchApi, {
      maxWaitMs: 0,
      minBytes: 1,
      topics: partitions.length === 0 ? [] : [{
        topic,
        partitions: partitions.map((each) => ({ partitionMaxBytes: 1 << 20, ...each })),
      }],
      ...options.request,
    }, options.version ?? 12);
  }
}

/** How {@linkcode RawClient.produce} asks. */
export interface ProduceOptions {
  version?: number;
  acks?: number;
  timeoutMs?: number;
  transactionalId?: string | null;
}

/** How {@linkcode RawClient.fetch} asks. */
export interface FetchOptions {
  version?: number;
  request?: FetchRequestInput;
  partition?: FetchRequestFetchPartitionInput;
}

/** What a batch of {@linkcode batchOf} has besides its values. */
export interface BatchOptions {
  producerId?: number;
  epoch?: number;
  sequence?: number;
  transactional?: boolean;
  timestamp?: number;
  key?: string | null;
}

/** One batch with these values. */
export function batchOf(values: readonly string[], options: BatchOptions = {}): Uint8Array {
  const { producerId = -1, epoch = producerId < 0 ? -1 : 0, sequence = producerId < 0 ? -1 : 0 } =
    options;
  const builder = new RecordBatchBuilder();
  const timestamp = options.timestamp ?? 1_700_000_000_000;
  for (const value of values) builder.append(timestamp, options.key ?? null, value, undefined);
  const body = builder.records();
  const header = encodeBatchHeader({
    lastOffsetDelta: values.length - 1,
    baseTimestamp: timestamp,
    maxTimestamp: timestamp,
    producerId: BigInt(producerId),
    producerEpoch: epoch,
    baseSequence: sequence,
    isTransactional: options.transactional ?? false,
    recordCount: values.length,
  }, body);
  const bytes = new Uint8Array(header.length + body.length);
  bytes.set(header);
  bytes.set(body, header.length);
  return bytes;
}

/** The records of a fetch as `offset:value`; markers as `offset!`. */
export function recordsOf(bytes: Uint8Array | null): string[] {
  const found: string[] = [];
  const cursor = new RecordCursor();
  for (const batch of walkBatches(bytes ?? new Uint8Array(0))) {
    cursor.reset(batch, batch.body);
    while (cursor.next()) {
      const offset = batch.baseOffset + BigInt(cursor.offsetDelta);
      const value = new TextDecoder().decode(cursor.value() ?? new Uint8Array(0));
      found.push(batch.isControl ? `${offset}!` : `${offset}:${value}`);
    }
  }
  return found;
}
