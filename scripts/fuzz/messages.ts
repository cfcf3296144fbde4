/**
 * Fuzzes the codecs of messages: every API, every version, both directions.
 *
 * @module
 */

import { ProtocolError } from "../../src/errors.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { type Codec, CODECS, findMessage, MESSAGES } from "../../tests/helpers/messages.ts";
import { SchemaWalker, type WalkedStruct, WalkError } from "../../tests/helpers/schema_walker.ts";
import { type CorpusLine, corpusLines } from "./corpus.ts";
import { expectSameBytes, type FuzzCase, noteOutcome, type Target, Violation } from "./case.ts";
import { applyEdits, type Edit, randomEdits } from "./edits.ts";
import { MessageGenerator } from "./message_generator.ts";
import { mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import { sameValue } from "./same_value.ts";
import { encodeBySchema, Unwritable } from "./schema_encoder.ts";

interface GoldenLine extends CorpusLine {
  readonly name: string;
  readonly version: number;
}

/**
 * The most memory that a byte of a message may become: 37 bytes in the struct
 * of two empty arrays that three bytes hold, 43 in an unknown tag of one byte.
 */
const MAX_HEAP_PER_BYTE = 48;
const FREE_HEAP_BYTES = 16_384;

let corpus: readonly GoldenLine[] | undefined;

/** The golden vectors of all messages that schemas describe; the headers are written by hand. */
function goldenCorpus(): readonly GoldenLine[] {
  return corpus ??= ["messages-request", "messages-response", "messages-other", "malformed"]
    .flatMap((file) => corpusLines<GoldenLine>(file, 50_000)).filter(({ name }) => !isHeader(name));
}

function isHeader(name: string): boolean {
  return name === "RequestHeader" || name === "ResponseHeader";
}

const NAMES: readonly string[] = [...MESSAGES.keys()].filter((name) =>
  CODECS.has(name) && !isHeader(name) && Number.isFinite(MESSAGES.get(name)?.valid.high) &&
  (MESSAGES.get(name)?.valid.low ?? 1) <= (MESSAGES.get(name)?.valid.high ?? 0)
);

/** Makes a message that is right or wrong in a few places. */
export function randomMessage(
  random: Random,
  name: string = random.pick(NAMES),
  faults: number = random.pick([0, 0, 0.01, 0.05]),
  pickedVersion?: number,
): { readonly name: string; readonly version: number; readonly bytes: Uint8Array } {
  const { message } = findMessage(name);
  const { low, high } = message.valid;
  const version = pickedVersion ?? low + random.below(high - low + 1);
  return {
    name,
    version,
    bytes: new MessageGenerator(random, message, version, faults).generate(),
  };
}

function generate(random: Random): FuzzCase {
  let { name, version, bytes } = randomMessage(random);
  if (random.chance(0.4)) {
    ({ name, version, bytes } = random.pick(goldenCorpus()));
  }
  if (random.chance(0.15)) {
    const edits = randomEdits(random, decodeOrEmpty(name, version, bytes));
    const { low, high } = findMessage(name).message.valid;
    const to = random.chance(0.3) ? low + random.below(high - low + 1) : version;
    return {
      target: "messages",
      kind: "encode",
      params: { name, version, to, edits: edits as unknown as FuzzCase["params"][string] },
      bytes,
    };
  }
  if (random.chance(0.5)) {
    bytes = random.chance(0.1)
      ? random.bytes(random.size(300))
      : mutate(random, bytes, random.pick(goldenCorpus()).bytes);
  }
  return { target: "messages", kind: "decode", params: { name, version }, bytes };
}

function decodeOrEmpty(name: string, version: number, bytes: Uint8Array): unknown {
  try {
    return findMessage(name).codec.decode(new Reader(bytes), version);
  } catch (error) {
    if (error instanceof ProtocolError) return {};
    throw error;
  }
}

/** What the schema says of some bytes: a value and where it ends, or the field that is wrong. */
function walk(
  name: string,
  version: number,
  bytes: Uint8Array,
): { readonly value: WalkedStruct; readonly end: number } | string {
  const walker = new SchemaWalker(findMessage(name).message, bytes, version);
  try {
    const value = walker.walk();
    return { value, end: walker.offset };
  } catch (error) {
    if (error instanceof WalkError) return error.field;
    throw error;
  }
}

function checkDecode(given: FuzzCase): void {
  const { bytes } = given;
  const [name, version] = [given.params.name as string, given.params.version as number];
  const { codec } = findMessage(name);
  const expected = walk(name, version, bytes);
  // In the middle of other bytes, so that a read beyond either end finds something.
  const around = new Uint8Array(bytes.length + 24).fill(0x01);
  around.set(bytes, 8);
  const reader = new Reader(around, 8, 8 + bytes.length);
  let value: unknown;
  try {
    value = codec.decode(reader, version);
  } catch (error) {
    return checkRefusal(given, error, expected);
  }
  if (typeof expected === "string") {
    throw new Violation("accepted", `${name} v${version} was decoded with a wrong ${expected}`);
  }
  const difference = sameValue(value, expected.value);
  if (difference !== undefined) throw new Violation("wrong-value", `${name}: ${difference}`);
  if (reader.offset !== 8 + expected.end) {
    throw new Violation(
      "wrong-end",
      `${name} v${version} ends at ${reader.offset - 8} instead of ${expected.end}`,
    );
  }
  const heap = estimateHeap(value);
  if (heap > MAX_HEAP_PER_BYTE * bytes.length + FREE_HEAP_BYTES) {
    throw new Violation("memory", `${bytes.length} bytes became about ${heap}`);
  }
  checkEncode(codec, name, version, expected.value, value);
}

function checkRefusal(given: FuzzCase, error: unknown, expected: unknown): void {
  const { name, version } = given.params;
  if (!(error instanceof ProtocolError)) {
    throw new Violation("untyped-error", `${name} v${version}: ${error}`, error);
  }
  if (typeof expected !== "string") {
    throw new Violation("refused", `${name} v${version}: ${error.message}`, error);
  }
  noteReason(error);
  const { offset = -1 } = error;
  if (
    error.messageName !== name || error.version !== version || error.field !== expected ||
    offset < 0 || offset > given.bytes.length
  ) {
    throw new Violation(
      "incomplete-error",
      `${name} v${version} at ${expected}: ${error.field}, offset ${offset}: ${error.message}`,
      error,
    );
  }
}

function checkEncode(
  codec: Codec,
  name: string,
  version: number,
  expected: WalkedStruct,
  value: unknown,
): void {
  let bytes: Uint8Array | undefined;
  try {
    bytes = encodeBySchema(findMessage(name).message, expected, version);
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
  }
  const writer = new Writer();
  try {
    codec.encode(writer, value as never, version);
  } catch (error) {
    if (!(error instanceof ProtocolError)) {
      throw new Violation("untyped-error", `encoding ${name} v${version}: ${error}`, error);
    }
    if (bytes === undefined) return;
    throw new Violation("not-encoded", `${name} v${version}: ${error.message}`, error);
  }
  if (bytes === undefined) {
    throw new Violation("encoded", `${name} v${version} must not be written`);
  }
  const { length } = writer;
  const chunks = writer.chunks();
  const written = writer.finish();
  if (holdsNaN(expected)) {
    // The bits of a NaN are the engine's own business.
    const again = sameValue(codec.decode(new Reader(written), version), expected);
    if (again !== undefined) throw new Violation("unstable", `${name} v${version}: ${again}`);
  } else expectSameBytes("wrong-bytes", `${name} v${version}`, written, bytes);
  const sum = chunks.reduce((total, chunk) => total + chunk.length, 0);
  if (length !== bytes.length || sum !== bytes.length) {
    throw new Violation("wrong-length", `${name}: ${length} and ${sum} instead of ${bytes.length}`);
  }
}

/** Encodes values that are wrong in some places, in versions that may lack some fields. */
function checkEdited(given: FuzzCase): void {
  const { name, version, to, edits } = given.params as { [key: string]: never };
  const { codec } = findMessage(name);
  const value = applyEdits(decodeOrEmpty(name, version, given.bytes), edits as readonly Edit[]);
  const writer = new Writer();
  try {
    codec.encode(writer, value as never, to);
  } catch (error) {
    const typed = error instanceof ProtocolError && error.messageName === name &&
      error.version === to;
    if (typed) noteReason(error);
    if (typed) return;
    throw new Violation("untyped-error", `encoding ${name} v${to}: ${error}`, error);
  }
  const walked = walk(name, to, writer.finish());
  if (typeof walked === "string" || walked.end !== writer.length) {
    throw new Violation("unreadable", `what was encoded of ${name} v${to} cannot be read`);
  }
}

/** Notes an error's reason, unless it is in the engine's words. */
function noteReason(error: ProtocolError): void {
  const { reason } = (error.cause ?? {}) as { readonly reason?: unknown };
  if (typeof reason === "string") {
    noteOutcome(error, reason.replace(/^.* is not of type/, "not of type"));
  }
}

function holdsNaN(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return Number.isNaN(value);
  return !(value instanceof Uint8Array) && Object.values(value).some(holdsNaN);
}

/** About how many bytes a value takes, by the sizes that V8 has. */
function estimateHeap(value: unknown): number {
  if (typeof value === "string") return value.length === 0 ? 0 : 24 + value.length;
  if (typeof value === "bigint") return value === 0n || value === -1n ? 0 : 24;
  if (typeof value !== "object" || value === null) return 0;
  if (value instanceof Uint8Array) return value.length === 0 ? 0 : 112;
  const inner = Object.values(value);
  let bytes = (Array.isArray(value) ? 40 : 24) + 8 * inner.length;
  for (const field of inner) bytes += estimateHeap(field);
  return bytes;
}

/** The codecs of messages. */
export const MESSAGES_TARGET: Target = {
  name: "messages",
  generate,
  check: (given) => given.kind === "encode" ? checkEdited(given) : checkDecode(given),
};
