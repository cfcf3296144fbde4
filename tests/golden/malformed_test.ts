import { ProtocolError } from "../../src/errors.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { checkGolden, fromHex, toHex } from "../helpers/golden.ts";
import { findDifference, findMessage, toJson } from "../helpers/messages.ts";

interface MalformedLine {
  readonly name: string;
  readonly version: number;
  readonly op: string;
  readonly hex: string;
  readonly outcome: "ok" | "error";
  readonly remaining?: number;
  /** `"same"`, what Java wrote instead, or null when Java could not write the message. */
  readonly reencoded?: string | null;
  readonly json?: unknown;
}

/**
 * The one difference from Java. A surrogate that was encoded as three bytes of
 * UTF-8 (ED A0..BF xx) becomes one U+FFFD in Java and, by the WHATWG rules
 * that every TextDecoder follows, three. Both say that the text is damaged;
 * where such bytes occur, runs of U+FFFD compare as one.
 */
const ENCODED_SURROGATE = /^(?:..)*ed[ab]/;

function collapse(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\uFFFD+/g, "\uFFFD");
  if (Array.isArray(value)) return value.map(collapse);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, collapse(field)]));
}

function encode(line: MalformedLine, value: unknown): string | null {
  const writer = new Writer();
  try {
    findMessage(line.name).codec.encode(writer, value as never, line.version);
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
  return toHex(writer.finish());
}

function checkMalformed(line: MalformedLine): void {
  const { codec, message } = findMessage(line.name);
  const bytes = fromHex(line.hex);
  const reader = new Reader(bytes);
  let value: unknown;
  try {
    value = codec.decode(reader, line.version);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    if (line.outcome === "ok") throw error;
    if (error.messageName !== line.name || error.version !== line.version) {
      throw new Error(`the error does not name the message: ${error.message}`);
    }
    if (error.offset === undefined || error.offset < 0 || error.offset > bytes.length) {
      throw new Error(`the error has the offset ${error.offset}`);
    }
    if (error.field === undefined || error.field === "") {
      throw new Error(`the error does not name the field: ${error.message}`);
    }
    return;
  }
  if (line.outcome === "error") throw new Error("was decoded");
  if (reader.remaining !== line.remaining) {
    throw new Error(`${reader.remaining} bytes are left instead of ${line.remaining}`);
  }
  const { json } = toJson(message, value, line.version);
  const consumed = line.hex.slice(0, 2 * reader.offset);
  const expected = line.reencoded === "same" ? consumed : line.reencoded;
  const hex = encode(line, value);
  if (!ENCODED_SURROGATE.test(line.hex)) {
    const difference = findDifference(json, line.json);
    if (difference !== undefined) throw new Error(difference);
    if (hex !== expected) throw new Error(`encoded as ${hex} instead of ${expected}`);
    return;
  }
  const difference = findDifference(collapse(json), collapse(line.json));
  if (difference !== undefined) throw new Error(difference);
  if (hex === expected) return;
  if (typeof hex !== "string" || typeof expected !== "string") {
    throw new Error(`encoded as ${hex} instead of ${expected}`);
  }
  const [ours, theirs] = [hex, expected].map((written) =>
    toJson(message, codec.decode(new Reader(fromHex(written)), line.version), line.version).json
  );
  const changed = findDifference(collapse(ours), collapse(theirs));
  if (changed !== undefined) throw new Error(`encoded with a difference at ${changed}`);
}

Deno.test("Codecs give Java's verdict on malformed messages", () => {
  checkGolden<MalformedLine>(
    "malformed",
    checkMalformed,
    ({ name, version, op }) => `${name} v${version} ${op}`,
  );
});
