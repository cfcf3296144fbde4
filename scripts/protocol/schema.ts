/**
 * The model of Kafka's message schemas that the emitter works on.
 *
 * @module
 */

/** A range of versions; empty when `low > high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The types that need no struct. */
export type Primitive =
  | "bool"
  | "int8"
  | "int16"
  | "uint16"
  | "int32"
  | "uint32"
  | "int64"
  | "float64"
  | "string"
  | "uuid"
  | "bytes"
  | "records";

/** A field as the schema has it. */
export interface RawField {
  name: string;
  type: string;
  versions: string;
  nullableVersions?: string;
  tag?: number;
  taggedVersions?: string;
  ignorable?: boolean;
  default?: string | number | boolean;
  fields?: RawField[];
}

/** A message as the schema has it. */
export interface RawMessage {
  apiKey?: number;
  type: "request" | "response" | "header" | "data";
  listeners?: string[];
  name: string;
  validVersions: string;
  flexibleVersions: string;
  latestVersionUnstable?: boolean;
  fields: RawField[];
  commonStructs?: { name: string; versions: string; fields: RawField[] }[];
}

/** A field of a struct. */
export interface Field {
  /** Kafka's name with the first letter in lower case. */
  readonly name: string;
  readonly isArray: boolean;
  /** The type, or that of the elements. */
  readonly type: Primitive | Struct;
  readonly versions: Range;
  readonly nullable: Range;
  readonly tag: number | undefined;
  readonly tagged: Range;
  readonly ignorable: boolean;
  readonly default: string | number | boolean | null | undefined;
}

/** A struct, in the versions in which it appears. */
export interface Struct {
  /** Kafka's name. */
  readonly schemaName: string;
  /** The name in the generated code; unique among all messages. */
  typeName: string;
  used: Range;
  readonly fields: Field[];
}

/** A message. */
export interface Message {
  readonly raw: RawMessage;
  readonly name: string;
  readonly valid: Range;
  readonly flexible: Range;
  /** The message's own struct. */
  readonly root: Struct;
  /** Its structs, inner ones first, the root last. */
  readonly structs: Struct[];
}

const NONE: Range = { low: 1, high: 0 };
const PRIMITIVES: ReadonlySet<string> = new Set([
  "bool",
  "int8",
  "int16",
  "uint16",
  "int32",
  "uint32",
  "int64",
  "float64",
  "string",
  "uuid",
  "bytes",
  "records",
]);

/** Reads `"none"`, `"3"`, `"3-5"` and `"3+"`. */
export function parseRange(text: string | undefined): Range {
  if (text === undefined || text === "none") return NONE;
  const match = /^(\d+)(?:(\+)|-(\d+))?$/.exec(text);
  if (match === null) throw new Error(`Cannot read the versions ${JSON.stringify(text)}`);
  const low = Number(match[1]);
  return { low, high: match[2] === "+" ? Infinity : Number(match[3] ?? low) };
}

/** Whether a range has no version. */
export function isEmpty(range: Range): boolean {
  return range.low > range.high;
}

/** What two ranges have in common. */
export function intersect(left: Range, right: Range): Range {
  return { low: Math.max(left.low, right.low), high: Math.min(left.high, right.high) };
}

/** The JSON of a schema, without its comments. */
export function parseRaw(text: string): RawMessage {
  const raw = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, ""));
  return { fields: [], ...raw };
}

/** Builds the model of a message that has versions. */
export function buildMessage(raw: RawMessage): Message {
  const valid = parseRange(raw.validVersions);
  const structs: Struct[] = [];
  const common = new Map<string, RawField[]>();
  for (const { name, fields } of raw.commonStructs ?? []) common.set(name, fields);
  const shared = new Map<string, Struct>();

  function buildStruct(name: string, fields: RawField[], used: Range): Struct {
    const struct: Struct = { schemaName: name, typeName: name, used, fields: [] };
    for (const field of fields) struct.fields.push(buildField(field, used));
    structs.push(struct);
    return struct;
  }

  function buildType(type: string, field: RawField, used: Range): Primitive | Struct {
    if (PRIMITIVES.has(type)) return type as Primitive;
    if (field.fields !== undefined) return buildStruct(type, field.fields, used);
    const fields = common.get(type);
    if (fields === undefined) throw new Error(`Cannot find the struct ${type} of ${raw.name}`);
    let struct = shared.get(type);
    if (struct === undefined) {
      // A common struct has one codec for all its uses: it must serve the versions of every one of them.
      struct = buildStruct(type, fields, valid);
      shared.set(type, struct);
    }
    return struct;
  }

  function buildField(field: RawField, used: Range): Field {
    const isArray = field.type.startsWith("[]");
    const versions = parseRange(field.versions);
    return {
      name: field.name[0].toLowerCase() + field.name.slice(1),
      isArray,
      type: buildType(isArray ? field.type.slice(2) : field.type, field, intersect(used, versions)),
      versions,
      nullable: parseRange(field.nullableVersions),
      tag: field.tag,
      tagged: parseRange(field.taggedVersions),
      ignorable: field.ignorable === true,
      default: parseDefault(field, isArray),
    };
  }

  const root = buildStruct(raw.name, raw.fields, valid);
  const flexible = parseRange(raw.flexibleVersions);
  return { raw, name: raw.name, valid, flexible, root, structs };
}

/** The default as the schema means it; undefined for the zero of the type. */
function parseDefault(field: RawField, isArray: boolean): Field["default"] {
  const value = field.default;
  if (value === undefined) return undefined;
  if (value === "null") return null;
  if (isArray || typeof value === "boolean") return value;
  if (field.type === "bool") return value === "true";
  return value;
}

/** The least number of bytes that a value of a field takes, over the versions `within`. */
export function minFieldSize(field: Field, message: Message, version: number): number {
  if (version < field.versions.low || version > field.versions.high) return 0;
  if (field.tag !== undefined && contains(field.tagged, version)) return 0;
  const flexible = contains(message.flexible, version);
  if (field.isArray || field.type === "bytes" || field.type === "records") return flexible ? 1 : 4;
  if (field.type === "string") return flexible ? 1 : 2;
  if (typeof field.type === "object") {
    return contains(field.nullable, version) ? 1 : structSizeAt(field.type, message, version);
  }
  return PRIMITIVE_SIZE[field.type];
}

/** The fixed sizes of primitives; of those without one, the least. */
export const PRIMITIVE_SIZE: Readonly<Record<Primitive, number>> = {
  bool: 1,
  int8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  float64: 8,
  uuid: 16,
  string: 1,
  bytes: 1,
  records: 1,
};

/** The least number of bytes of a struct over a range of versions; never less than one. */
export function minStructSize(struct: Struct, message: Message, within: Range): number {
  let least = Infinity;
  for (let version = within.low; version <= within.high; version++) {
    least = Math.min(least, structSizeAt(struct, message, version));
  }
  return Math.max(1, least);
}

function structSizeAt(struct: Struct, message: Message, version: number): number {
  let size = contains(message.flexible, version) ? 1 : 0;
  for (const field of struct.fields) size += minFieldSize(field, message, version);
  return size;
}

/** Whether a version is in a range. */
export function contains(range: Range, version: number): boolean {
  return version >= range.low && version <= range.high;
}
