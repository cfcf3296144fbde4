import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";
import { checkGolden, fromHex, toHex } from "../helpers/golden.ts";
import {
  findDifference,
  findMessage,
  fromJson,
  type RecordsField,
  toJson,
  type UnknownTag,
} from "../helpers/messages.ts";

interface MessageLine {
  readonly name: string;
  readonly version: number;
  readonly case: string;
  readonly hex: string;
  readonly json: unknown;
  readonly unknownTags?: UnknownTag[];
  readonly records?: RecordsField[];
}

function describe(line: MessageLine): string {
  return `${line.name} v${line.version} ${line.case}`;
}

/** The same list in a fixed order: that of the vectors is not said to be one. */
function byPath<T extends { path: readonly unknown[]; tag?: number }>(list: readonly T[]): T[] {
  const key = ({ path, tag }: T): string => JSON.stringify([path, tag]);
  return [...list].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

function checkDecoding(line: MessageLine): void {
  const { codec, message } = findMessage(line.name);
  const reader = new Reader(fromHex(line.hex));
  const value = codec.decode(reader, line.version);
  if (reader.remaining !== 0) throw new Error(`${reader.remaining} bytes are left`);
  const { json, unknownTags, records } = toJson(message, value, line.version);
  const difference = findDifference(json, line.json) ??
    findDifference(byPath(unknownTags), byPath(line.unknownTags ?? []), "unknownTags") ??
    findDifference(byPath(records), byPath(line.records ?? []), "records");
  if (difference !== undefined) throw new Error(difference);
  checkEncoding(line, value);
}

function checkEncoding(line: MessageLine, value: unknown): void {
  const writer = new Writer();
  findMessage(line.name).codec.encode(writer, value as never, line.version);
  const hex = toHex(writer.finish());
  if (hex !== line.hex) throw new Error(`encoded as ${hex} instead of ${line.hex}`);
}

function checkJson(line: MessageLine): void {
  const { json, unknownTags = [], records = [] } = line;
  checkEncoding(line, fromJson(findMessage(line.name).message, { json, unknownTags, records }));
}

for (const name of ["messages-request", "messages-response", "messages-other"]) {
  Deno.test(`Codecs decode what Java wrote and encode it to the same bytes, ${name}`, () => {
    checkGolden<MessageLine>(name, checkDecoding, describe, "from bytes");
  });
  Deno.test(`Codecs encode Java's JSON to Java's bytes, with defaults for what is left out, ${name}`, () => {
    checkGolden<MessageLine>(name, checkJson, describe, "from JSON");
  });
}
