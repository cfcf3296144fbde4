/**
 * What the golden tests know about messages: their schemas, their codecs and
 * the JSON that Kafka's own converters write for them.
 *
 * @module
 */

import { readFileSync } from "node:fs";
import {
  buildMessage,
  contains,
  type Field,
  type Message,
  type Struct,
} from "../../scripts/protocol/schema.ts";
import type { TaggedField } from "../../src/protocol/api.ts";
import { CLIENT_APIS, SERVER_APIS } from "../../src/protocol/apis.ts";
import {
  decodeRequestHeader,
  decodeResponseHeader,
  encodeRequestHeader,
  encodeResponseHeader,
} from "../../src/protocol/header.ts";
import * as messages from "../../src/protocol/messages/mod.ts";
import type { Reader } from "../../src/protocol/reader.ts";
import { ZERO_UUID } from "../../src/protocol/uuid.ts";
import type { Writer } from "../../src/protocol/writer.ts";
import * as controller from "../testdata/controller_messages/apis.ts";
import { fromHex, toHex } from "./golden.ts";

/** Reads and writes one message type. */
export interface Codec {
  readonly decode: (reader: Reader, version: number) => unknown;
  readonly encode: (writer: Writer, message: never, version: number) => void;
}

/** A tagged field that the schema does not know, and whose it is. */
export interface UnknownTag {
  readonly path: readonly (string | number)[];
  readonly tag: number;
  readonly hex: string;
}

/** The content of a field of type records. */
export interface RecordsField {
  readonly path: readonly (string | number)[];
  readonly hex: string;
}

/** A decoded message in the form of the golden vectors. */
export interface MessageJson {
  readonly json: unknown;
  readonly unknownTags: UnknownTag[];
  readonly records: RecordsField[];
}

type Path = readonly (string | number)[];
type Fields = Record<string, unknown>;

/** The models of all messages that have versions, by name. */
export const MESSAGES: ReadonlyMap<string, Message> = new Map(
  readFileSync(new URL("../testdata/schemas.jsonl", import.meta.url), "utf8")
    .split("\n").filter((line) => line !== "")
    .map((line) => buildMessage(JSON.parse(line)))
    .map((message) => [message.name, message]),
);

/** The codecs of all messages, by name. */
export const CODECS: ReadonlyMap<string, Codec> = collectCodecs();

function collectCodecs(): Map<string, Codec> {
  const codecs = new Map<string, Codec>();
  const clients = [...CLIENT_APIS, ...controller.CLIENT_APIS];
  const servers = [...SERVER_APIS, ...controller.SERVER_APIS];
  clients.forEach((client, index) => {
    const server = servers[index];
    codecs.set(`${client.name}Request`, {
      decode: server.decodeRequest,
      encode: client.encodeRequest,
    });
    codecs.set(`${client.name}Response`, {
      decode: client.decodeResponse,
      encode: server.encodeResponse,
    });
  });
  const functions = messages as unknown as Record<string, Codec["decode"] & Codec["encode"]>;
  for (const { name, raw } of MESSAGES.values()) {
    if (raw.type !== "data") continue;
    codecs.set(name, { decode: functions[`decode${name}`], encode: functions[`encode${name}`] });
  }
  codecs.set("RequestHeader", {
    decode: (reader, version) => {
      const { apiKey, apiVersion, ...rest } = decodeRequestHeader(reader, version);
      return { requestApiKey: apiKey, requestApiVersion: apiVersion, ...rest };
    },
    encode: (writer, message: Fields, version) => {
      const { requestApiKey, requestApiVersion, ...rest } = message;
      const header = { apiKey: requestApiKey, apiVersion: requestApiVersion, ...rest };
      encodeRequestHeader(writer, header as never, version);
    },
  });
  codecs.set("ResponseHeader", { decode: decodeResponseHeader, encode: encodeResponseHeader });
  return codecs;
}

/** The codec and the model of a message. */
export function findMessage(name: string): { codec: Codec; message: Message } {
  const [codec, message] = [CODECS.get(name), MESSAGES.get(name)];
  if (codec === undefined || message === undefined) throw new Error(`Cannot find ${name}`);
  return { codec, message };
}

/** Puts a decoded message into the form of the golden vectors. */
export function toJson(message: Message, value: unknown, version: number): MessageJson {
  const unknownTags: UnknownTag[] = [];
  const records: RecordsField[] = [];

  function structToJson(struct: Struct, fields: Fields, path: Path): unknown {
    const tags = (fields.unknownTags ?? []) as TaggedField[];
    for (const { tag, data } of tags) unknownTags.push({ path, tag, hex: toHex(data) });
    const json: Fields = {};
    for (const field of struct.fields) {
      const value = fields[field.name];
      if (value === undefined) throw new Error(`${[...path, field.name].join(".")} is undefined`);
      if (!contains(field.versions, version)) continue;
      if (field.tag !== undefined && isDefault(field, value)) continue;
      json[field.name] = fieldToJson(field, value, [...path, field.name]);
    }
    const known = new Set([...struct.fields.map(({ name }) => name), "unknownTags"]);
    const extra = Object.keys(fields).filter((key) => !known.has(key));
    if (extra.length > 0) throw new Error(`${path.join(".")} has ${extra.join(", ")} too many`);
    return json;
  }

  function fieldToJson(field: Field, value: unknown, path: Path): unknown {
    if (value === null) return null;
    if (field.isArray) {
      return (value as unknown[]).map((element, index) =>
        valueToJson(field, element, [...path, index])
      );
    }
    return valueToJson(field, value, path);
  }

  function valueToJson(field: Field, value: unknown, path: Path): unknown {
    if (typeof field.type === "object") return structToJson(field.type, value as Fields, path);
    if (field.type === "records") {
      records.push({ path, hex: toHex(value as Uint8Array) });
      return "";
    }
    if (field.type === "bytes") return btoa(String.fromCharCode(...(value as Uint8Array)));
    return value;
  }

  return { json: structToJson(message.root, value as Fields, []), unknownTags, records };
}

/** Builds the input of an encoder from the form of the golden vectors. What the JSON leaves out stays out. */
export function fromJson(message: Message, golden: MessageJson): unknown {
  function structFromJson(struct: Struct, json: Fields): Fields {
    const fields: Fields = {};
    for (const field of struct.fields) {
      const value = json[field.name];
      if (value !== undefined) fields[field.name] = fieldFromJson(field, value);
    }
    return fields;
  }

  function fieldFromJson(field: Field, value: unknown): unknown {
    if (value === null) return null;
    if (field.isArray) return (value as unknown[]).map((element) => valueFromJson(field, element));
    return valueFromJson(field, value);
  }

  function valueFromJson(field: Field, value: unknown): unknown {
    if (typeof field.type === "object") return structFromJson(field.type, value as Fields);
    switch (field.type) {
      case "int64":
        return BigInt(value as number);
      case "float64":
        return Number(value);
      case "bytes":
        return Uint8Array.from(atob(value as string), (character) => character.charCodeAt(0));
      default:
        return value;
    }
  }

  const input = structFromJson(message.root, golden.json as Fields);
  const find = (path: Path): Fields =>
    path.reduce((value, key) => value[key] as Fields, input as Fields);
  for (const { path, tag, hex } of golden.unknownTags) {
    const struct = find(path);
    struct.unknownTags = [...((struct.unknownTags ?? []) as TaggedField[]), {
      tag,
      data: fromHex(hex),
    }];
  }
  for (const { path, hex } of golden.records) {
    find(path.slice(0, -1))[path[path.length - 1]] = fromHex(hex);
  }
  return input;
}

/** Compares a value of ours with that of a vector; returns the path of the first difference. */
export function findDifference(actual: unknown, expected: unknown, path = "$"): string | undefined {
  if (typeof actual === "bigint") {
    const same = (typeof expected === "number" || typeof expected === "bigint") &&
      BigInt(expected) === actual;
    return same ? undefined : `${path}: ${actual} instead of ${expected}`;
  }
  if (typeof actual === "number" && typeof expected === "string") {
    // How the converters write the numbers that JSON does not have.
    return String(actual) === expected ? undefined : `${path}: ${actual} instead of ${expected}`;
  }
  if (
    typeof actual !== "object" || actual === null || typeof expected !== "object" ||
    expected === null
  ) {
    return Object.is(actual, expected)
      ? undefined
      : `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  }
  const keys = [Object.keys(actual), Object.keys(expected)].map((list) => list.join());
  if (keys[0] !== keys[1]) return `${path}: the keys ${keys[0]} instead of ${keys[1]}`;
  for (const key of Object.keys(actual)) {
    const difference = findDifference(
      (actual as Fields)[key],
      (expected as Fields)[key],
      `${path}.${key}`,
    );
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isDefault(field: Field, value: unknown): boolean {
  if (field.default === null || value === null) return value === null && field.default === null;
  if (field.isArray) return (value as unknown[]).length === 0;
  if (typeof field.type === "object") {
    const fields = value as Fields;
    return fields.unknownTags === undefined &&
      field.type.fields.every((inner) => isDefault(inner, fields[inner.name]));
  }
  switch (field.type) {
    case "bool":
      return value === (field.default ?? false);
    case "string":
      return value === (field.default ?? "");
    case "uuid":
      return value === ZERO_UUID;
    case "bytes":
    case "records":
      return (value as Uint8Array).length === 0;
    case "int64":
      return value === BigInt(String(field.default ?? 0));
    default:
      return value === Number(field.default ?? 0);
  }
}
