/**
 * Fuzzes what lies around messages: frames in a stream, headers, and a
 * connection whose broker answers anything.
 *
 * @module
 */

import { KafkaError, ProtocolError } from "../../src/errors.ts";
import { Connection } from "../../src/network/connection.ts";
import { FrameReader } from "../../src/network/frame_reader.ts";
import type { ClientApi } from "../../src/protocol/api.ts";
import { CLIENT_APIS } from "../../src/protocol/apis.ts";
import {
  decodeResponseHeader,
  encodeResponseHeader,
  responseHeaderVersion,
} from "../../src/protocol/header.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { memoryPair } from "../../src/transport/memory.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { findMessage } from "../../tests/helpers/messages.ts";
import { SchemaWalker, type WalkedStruct, WalkError } from "../../tests/helpers/schema_walker.ts";
import { VirtualEnvironment } from "../../tests/helpers/virtual_environment.ts";
import { contains } from "../protocol/schema.ts";
import { countAllocated } from "./allocations.ts";
import { expectSameBytes, type FuzzCase, noteOutcome, type Target, Violation } from "./case.ts";
import { randomMessage } from "./messages.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { sameValue } from "./same_value.ts";

/** What a reader may allocate for a frame that is announced and does not come. */
const FREE_BYTES = 1 << 21;
const MAX_FRAME_BYTES = 1 << 20;
const FOREIGN: readonly string[] = [
  "HTTP/1.1 400 Bad Request\r\n",
  "\x15\x03\x01\x00\x02",
  "\x16\x03\x01",
];

function generate(random: Random): FuzzCase {
  const params = {
    chunks: random.next(),
    maxFrameBytes: random.pick([100, 5_000, 1 << 20, 1 << 30]),
  };
  const kind = random.below(10);
  if (kind < 4) return { target: "framing", kind: "stream", params, bytes: randomStream(random) };
  if (kind < 6) {
    const [name, version] = random.pick(
      [["RequestHeader", 1], ["RequestHeader", 2], ["ResponseHeader", 0], [
        "ResponseHeader",
        1,
      ]] as const,
    );
    let { bytes } = randomMessage(random, "RequestHeader", 0, 2);
    if (random.chance(0.7)) bytes = mutate(random, bytes);
    return { target: "framing", kind: "header", params: { name, version }, bytes };
  }
  return randomExchange(random, params.chunks);
}

function randomStream(random: Random): Uint8Array {
  const bytes: number[] = [];
  for (let left = random.size(8); left > 0; left--) {
    const content = random.bytes(random.chance(0.05) ? random.below(80_000) : 4 + random.size(300));
    const size = random.chance(0.93) ? content.length : random.integer();
    bytes.push(size >>> 24, (size >>> 16) & 0xff, (size >>> 8) & 0xff, size & 0xff);
    for (const byte of content) bytes.push(byte);
  }
  if (random.chance(0.1)) bytes.push(...new TextEncoder().encode(random.pick(FOREIGN)));
  const stream = Uint8Array.from(bytes);
  return random.chance(0.7) ? stream : stream.subarray(0, random.below(stream.length + 1));
}

/** Requests, and the bytes that come back. */
function randomExchange(random: Random, chunks: number): FuzzCase {
  const requests: [key: number, version: number][] = [];
  const bytes: number[] = [];
  for (let id = 0, count = 1 + random.size(4); id < count; id++) {
    const api = random.pick(CLIENT_APIS);
    const version = api.minVersion + random.below(api.latestVersion - api.minVersion + 1);
    requests.push([api.key, version]);
    const header = new Writer();
    encodeResponseHeader(header, { correlationId: id }, responseHeaderVersion(api, version));
    let body = randomMessage(random, `${api.name}Response`, 0, version).bytes;
    if (random.chance(0.2)) body = mutate(random, body);
    const length = header.length + body.length;
    const size = random.chance(0.97) ? length : random.integer();
    bytes.push(size >>> 24, (size >>> 16) & 0xff, (size >>> 8) & 0xff, size & 0xff);
    for (const byte of header.finish()) bytes.push(byte);
    for (const byte of body) bytes.push(byte);
  }
  let answer: Uint8Array = Uint8Array.from(bytes);
  if (random.chance(0.2)) answer = mutate(random, answer);
  return { target: "framing", kind: "exchange", params: { requests, chunks }, bytes: answer };
}

/** Gives bytes in pieces of random sizes. */
class PieceSource {
  readonly #bytes: Uint8Array;
  readonly #random: Random;
  readonly #pieces: number;
  #at = 0;

  constructor(bytes: Uint8Array, seed: number) {
    this.#bytes = bytes;
    this.#random = new Random("pieces", seed);
    this.#pieces = this.#random.pick([1, 3, 40, 5_000, 1 << 20]);
  }

  read(into: Uint8Array): Promise<number | null> {
    if (into.length === 0) throw new Violation("empty-read", "A read asks for no byte");
    const left = this.#bytes.length - this.#at;
    if (left === 0) return Promise.resolve(null);
    const count = Math.min(left, into.length, 1 + this.#random.below(this.#pieces));
    into.set(this.#bytes.subarray(this.#at, this.#at + count));
    this.#at += count;
    return Promise.resolve(count);
  }
}

/** The frames of a stream, and whether it ends well. */
function readFrames(bytes: Uint8Array, maxFrameBytes: number): [Uint8Array[], boolean] {
  const frames: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (bytes.length - at >= 4) {
    const size = view.getInt32(at);
    if (size < 4 || size > maxFrameBytes || size > bytes.length - at - 4) return [frames, false];
    frames.push(bytes.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return [frames, at === bytes.length];
}

async function checkStream(given: FuzzCase): Promise<void> {
  const { bytes } = given;
  const { chunks, maxFrameBytes } = given.params as { [key: string]: number };
  const [expected, isWhole] = readFrames(bytes, maxFrameBytes);
  const [, allocated] = await countAllocated(async () => {
    const reader = new FrameReader(new PieceSource(bytes, chunks), { maxFrameBytes, peer: "fuzz" });
    for (let index = 0;; index++) {
      let frame: Uint8Array | null;
      try {
        frame = await reader.next();
      } catch (error) {
        if (error instanceof Violation) throw error;
        if (!(error instanceof ProtocolError && error.broker === "fuzz")) {
          throw new Violation("untyped-error", `${error}`, error);
        }
        noteOutcome(error);
        if (isWhole || index !== expected.length) {
          throw new Violation("refused", `frame ${index} of ${expected.length}: ${error.message}`);
        }
        return;
      }
      if (frame === null) {
        if (isWhole && index === expected.length) return;
        throw new Violation("accepted", `the end after ${index} of ${expected.length} frames`);
      }
      if (index >= expected.length) throw new Violation("accepted", `frame ${index}`);
      expectSameBytes("wrong-frame", `frame ${index}`, frame, expected[index]);
    }
  });
  if (allocated > 4 * bytes.length + FREE_BYTES) {
    throw new Violation("memory", `${allocated} bytes for a stream of ${bytes.length}`);
  }
}

/** A header as Kafka reads it; undefined when it is wrong. No field of it is compact, in no version. */
function walkHeader(name: string, version: number, bytes: Uint8Array): WalkedStruct | undefined {
  const { message } = findMessage(name);
  try {
    const fields = new SchemaWalker({ ...message, flexible: { low: 1, high: 0 } }, bytes, version);
    const value = fields.walk();
    if (contains(message.flexible, version)) {
      const onlyTags = { ...message, root: { ...message.root, fields: [] } };
      const tags = new SchemaWalker(onlyTags, bytes.subarray(fields.offset), version);
      Object.assign(value, tags.walk());
    }
    return value;
  } catch (error) {
    if (error instanceof WalkError) return undefined;
    throw error;
  }
}

function checkHeader(given: FuzzCase): void {
  const { bytes } = given;
  const [name, version] = [given.params.name as string, given.params.version as number];
  const { codec } = findMessage(name);
  const expected = walkHeader(name, version, bytes);
  let header: unknown;
  try {
    header = codec.decode(new Reader(bytes), version);
  } catch (error) {
    if (!(error instanceof ProtocolError && error.messageName === name)) {
      throw new Violation("untyped-error", `${error}`, error);
    }
    if (expected !== undefined) throw new Violation("refused", `${name}: ${error.message}`, error);
    return;
  }
  if (expected === undefined) throw new Violation("accepted", `${name} v${version}`);
  const difference = sameValue(header, expected);
  if (difference !== undefined) throw new Violation("wrong-value", `${name}: ${difference}`);
  const writer = new Writer();
  try {
    codec.encode(writer, header as never, version);
  } catch (error) {
    if (error instanceof ProtocolError && /unknown tag|is longer than/.test(error.message)) return;
    throw new Violation("not-encoded", `${name}: ${error}`, error);
  }
  const again = codec.decode(new Reader(writer.finish()), version);
  const changed = sameValue(again, header);
  if (changed !== undefined) throw new Violation("unstable", `${name}: ${changed}`);
}

/** What the bytes that a broker sends make of each request: its answer, or that it fails. */
function expectedAnswers(
  requests: readonly (readonly [ClientApi<never, unknown>, number])[],
  bytes: Uint8Array,
): (WalkedStruct | undefined)[] {
  const [frames] = readFrames(bytes, MAX_FRAME_BYTES);
  const answers: (WalkedStruct | undefined)[] = [];
  for (const [index, [api, version]] of requests.entries()) {
    const frame = frames[index];
    if (frame === undefined) break;
    const headerVersion = responseHeaderVersion(api, version);
    const header = walkHeader("ResponseHeader", headerVersion, frame);
    if (header?.correlationId !== index) break;
    const body = frame.subarray(headerBytes(frame, headerVersion));
    const walker = new SchemaWalker(findMessage(`${api.name}Response`).message, body, version);
    try {
      answers.push(walker.walk());
    } catch (error) {
      if (error instanceof WalkError) break;
      throw error;
    }
    if (walker.offset !== body.length) {
      answers.pop();
      break;
    }
  }
  return requests.map((_, index) => answers[index]);
}

function headerBytes(frame: Uint8Array, headerVersion: number): number {
  const reader = new Reader(frame);
  decodeResponseHeader(reader, headerVersion);
  return reader.offset;
}

type Answer = { readonly value: unknown } | { readonly reason: unknown };

async function checkExchange(given: FuzzCase): Promise<void> {
  const { bytes } = given;
  const requests = (given.params.requests as [number, number][]).map(([key, version]) =>
    [CLIENT_APIS.find((api) => api.key === key)!, version] as const
  );
  const environment = new VirtualEnvironment();
  const [ours, theirs] = memoryPair();
  const settings = {
    clientId: "fuzz",
    requestTimeoutMs: 30_000,
    maxFrameBytes: MAX_FRAME_BYTES,
    versions: new Map(),
  };
  const connection = new Connection(ours, "fuzz", settings, environment);
  const answers = requests.map(([api, version]) =>
    connection.send(api, {} as never, { version }).then(
      (value): Answer => ({ value }),
      (reason): Answer => ({ reason }),
    )
  );
  const outcomes = connection.closed.then(() => Promise.all(answers));
  await sendPieces(theirs, bytes, given.params.chunks as number);
  await environment.settle();
  theirs.close();
  await environment.settle();
  const state = await environment.attempt(outcomes);
  if (state.state !== "fulfilled") {
    throw new Violation("unsettled", `The connection is ${state.state} after the broker's end`);
  }
  const expected = expectedAnswers(requests, bytes);
  for (const [index, outcome] of state.value.entries()) {
    const what = `${requests[index][0].name} v${requests[index][1]}`;
    if ("reason" in outcome) {
      if (!(outcome.reason instanceof KafkaError)) {
        throw new Violation("untyped-error", `${what}: ${outcome.reason}`, outcome.reason);
      }
      if (expected[index] !== undefined) {
        throw new Violation("refused", `${what}: ${outcome.reason.message}`, outcome.reason);
      }
      continue;
    }
    if (expected[index] === undefined) throw new Violation("accepted", what);
    const difference = sameValue(outcome.value, expected[index]);
    if (difference !== undefined) throw new Violation("wrong-value", `${what}: ${difference}`);
  }
  const left = environment.resources.list();
  if (left.length > 0) throw new Violation("left-open", JSON.stringify(left));
}

/** Sends bytes in pieces; that the other end closes meanwhile is fine. */
async function sendPieces(to: Transport, bytes: Uint8Array, seed: number): Promise<void> {
  const source = new PieceSource(bytes, seed);
  const piece = new Uint8Array(50_000);
  for (let count = await source.read(piece); count !== null; count = await source.read(piece)) {
    try {
      await to.write([piece.slice(0, count)]);
    } catch (error) {
      if (error instanceof KafkaError) return;
      throw error;
    }
  }
}

/** Frames, headers, and the answers of brokers. */
export const FRAMING_TARGET: Target = {
  name: "framing",
  generate,
  check: (given) => {
    switch (given.kind) {
      case "stream":
        return checkStream(given);
      case "header":
        return checkHeader(given);
      default:
        return checkExchange(given);
    }
  },
};
