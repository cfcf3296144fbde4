/**
 * Other people's clients, from npm, for tests that show that we understand
 * each other. They are installed once, in a folder outside of the repository.
 */

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The versions that the tests were written with. */
const VERSIONS = { kafkajs: "2.2.4" } as const;

/** A package that the tests know. */
export type Peer = keyof typeof VERSIONS;

function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd }, (error, _stdout, stderr) => {
      if (error === null) resolve();
      else {reject(
          new Error(`Cannot run ${command} ${args.join(" ")}: ${stderr}`, { cause: error }),
        );}
    });
  });
}

/** Loads a package, after installing it where that was not done yet. */
export async function loadPeer<Module>(name: Peer): Promise<Module> {
  const base = join(tmpdir(), "kafka-web-peers");
  const folder = join(base, `${name}-${VERSIONS[name]}`);
  if (!existsSync(folder)) {
    mkdirSync(base, { recursive: true });
    // Built aside and moved in one step: another process may be doing the same.
    const aside = mkdtempSync(join(base, "new-"));
    const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", aside];
    await run("npm", [...args, `${name}@${VERSIONS[name]}`], aside);
    try {
      renameSync(aside, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(aside, { recursive: true });
    }
  }
  return createRequire(join(folder, "index.js"))(name) as Module;
}

/** The part of kafkajs that the tests use. */
export interface KafkaJs {
  readonly Kafka: new (
    options: { brokers: string[]; clientId?: string; logLevel?: number },
  ) => KafkaJsClient;
  readonly logLevel: { readonly NOTHING: number };
  readonly CompressionTypes: { readonly GZIP: number };
}

/** A header as kafkajs takes and gives it: a repeated one is an array. */
export type KafkaJsHeaders = Record<
  string,
  Uint8Array | string | (Uint8Array | string)[] | undefined
>;

/** A message as kafkajs takes it. */
export interface KafkaJsRecord {
  readonly key?: Uint8Array | string | null;
  readonly value: Uint8Array | string | null;
  readonly headers?: KafkaJsHeaders;
  readonly partition?: number;
  readonly timestamp?: string;
}

/** A message as kafkajs gives it. */
export interface KafkaJsMessage {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers?: KafkaJsHeaders;
  readonly offset: string;
  readonly timestamp: string;
}

/** A client of kafkajs. */
export interface KafkaJsClient {
  producer(
    options?: { idempotent?: boolean; transactionalId?: string; maxInFlightRequests?: number },
  ): KafkaJsProducer;
  consumer(options: { groupId: string }): {
    connect(): Promise<void>;
    subscribe(options: { topics: string[]; fromBeginning: boolean }): Promise<void>;
    run(
      options: {
        eachMessage(payload: { partition: number; message: KafkaJsMessage }): Promise<void>;
      },
    ): Promise<void>;
    disconnect(): Promise<void>;
  };
}

/** A producer of kafkajs. */
export interface KafkaJsProducer {
  connect(): Promise<void>;
  send(
    batch: { topic: string; messages: KafkaJsRecord[]; compression?: number; acks?: number },
  ): Promise<unknown>;
  transaction(): Promise<{
    send(batch: { topic: string; messages: KafkaJsRecord[] }): Promise<unknown>;
    commit(): Promise<void>;
    abort(): Promise<void>;
  }>;
  disconnect(): Promise<void>;
}

/** kafkajs, silenced. */
export async function kafkaJs(
  brokers: readonly string[],
): Promise<{ client: KafkaJsClient; module: KafkaJs }> {
  const module = await loadPeer<KafkaJs>("kafkajs");
  const client = new module.Kafka({
    brokers: [...brokers],
    clientId: "stranger",
    logLevel: module.logLevel.NOTHING,
  });
  return { client, module };
}

/** Reads `count` messages with a fresh group of kafkajs. */
export async function readWithKafkaJs(
  client: KafkaJsClient,
  topic: string,
  count: number,
): Promise<{ partition: number; message: KafkaJsMessage }[]> {
  const consumer = client.consumer({ groupId: `group-${topic}` });
  const found: { partition: number; message: KafkaJsMessage }[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    let complete = () => {};
    const all = new Promise<void>((resolve) => complete = resolve);
    await consumer.run({
      eachMessage: (item) => {
        found.push(item);
        if (found.length >= count) complete();
        return Promise.resolve();
      },
    });
    await all;
  } finally {
    await consumer.disconnect();
  }
  return found;
}
