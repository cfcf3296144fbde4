/**
 * Writes the TypeScript of one message: interfaces, an encoder and a decoder.
 *
 * @module
 */

import {
  contains,
  type Field,
  intersect,
  isEmpty,
  type Message,
  minStructSize,
  type Primitive,
  PRIMITIVE_SIZE,
  type Range,
  type Struct,
} from "./schema.ts";

/** The names that a module has to import, by module. */
export class Imports {
  readonly #names: Map<string, Set<string>> = new Map();

  /** Notes a name; with `type ` in front when it is only a type. */
  add(module: string, name: string): string {
    const names = this.#names.get(module) ?? new Set();
    this.#names.set(module, names.add(name));
    return name.replace(/^type /, "");
  }

  /** The import lines, for the names that `code` uses. */
  emit(prefix: string, code: string): string {
    const words = new Set(code.match(/\w+/g));
    const modules = [...this.#names].sort(([left], [right]) => (left < right ? -1 : 1));
    return modules.map(([module, names]) => {
      const used = [...names].filter((name) => words.has(name.replace(/^type /, "")));
      if (used.length === 0) return "";
      const sorted = used.sort((left, right) => {
        const [a, b] = [left, right].map((name) => name.replace(/^type /, ""));
        return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
      });
      const onlyTypes = sorted.every((name) => name.startsWith("type "));
      const list = onlyTypes ? sorted.map((name) => name.slice(5)) : sorted;
      return `import ${onlyTypes ? "type " : ""}{ ${
        list.join(", ")
      } } from "${prefix}${module}";\n`;
    }).join("");
  }
}

const TYPES: Readonly<Record<Primitive, string>> = {
  bool: "boolean",
  int8: "number",
  int16: "number",
  uint16: "number",
  int32: "number",
  uint32: "number",
  int64: "bigint",
  float64: "number",
  string: "string",
  uuid: "string",
  bytes: "Uint8Array",
  records: "Uint8Array",
};

const ELEMENTS: Readonly<Partial<Record<Primitive, string>>> = {
  int8: "Int8",
  int16: "Int16",
  int32: "Int32",
  int64: "Int64",
  uuid: "Uuid",
  string: "String",
};

/** The code for one message, without imports and descriptors. */
export class MessageEmitter {
  readonly #message: Message;
  readonly #imports: Imports;

  constructor(message: Message, imports: Imports) {
    this.#message = message;
    this.#imports = imports;
  }

  /** The interfaces of all structs, the message's own first. */
  interfaces(): string {
    return [...this.#message.structs].reverse().map((struct) => this.#interfaces(struct)).join(
      "\n",
    );
  }

  /** The constant with the facts that errors name. */
  info(): string {
    const { name, valid } = this.#message;
    this.#imports.add("message.ts", "type MessageInfo");
    return `const ${
      infoName(name)
    }: MessageInfo = { name: "${name}", min: ${valid.low}, max: ${valid.high} };\n`;
  }

  /** The encoders of all structs, inner ones first. */
  encoders(): string {
    return this.#message.structs.map((struct) => this.#encoder(struct)).join("\n");
  }

  /** The decoders of all structs, inner ones first. */
  decoders(): string {
    return this.#message.structs.map((struct) => this.#decoder(struct)).join("\n");
  }

  #interfaces(struct: Struct): string {
    const { name } = this.#message;
    const isRoot = struct === this.#message.root;
    const article = isRoot ? `The ${name} message` : `A ${struct.schemaName} of ${name}`;
    this.#imports.add("api.ts", "type TaggedField");
    const flexible = !isEmpty(intersect(this.#message.flexible, struct.used));
    const tagsDoc = "  /** Tagged fields that the schema does not know. */\n";
    let decoded = `/** ${article}, as decoded. */\nexport interface ${struct.typeName} {\n`;
    let input = `/** ${article}, to be encoded; what is left out takes the schema's default. */\n` +
      `export interface ${struct.typeName}Input {\n`;
    for (const field of struct.fields) {
      const doc = `  /** ${this.#describe(field, struct)} */\n`;
      const orNull = isEmpty(intersect(field.nullable, struct.used)) && field.default !== null
        ? ""
        : " | null";
      const type = typeof field.type === "object" ? field.type.typeName : TYPES[field.type];
      let inputType = typeof field.type === "object" ? `${type}Input` : type;
      if (field.type === "records") inputType = this.#imports.add("api.ts", "type RecordBytes");
      const [array, inputArray] = field.isArray ? ["[]", "readonly "] : ["", ""];
      decoded += `${doc}  ${field.name}: ${type}${array}${orNull};\n`;
      input += `${doc}  readonly ${field.name}?: ${inputArray}${inputType}${array}${orNull};\n`;
    }
    if (flexible) {
      decoded += `${tagsDoc}  unknownTags?: TaggedField[];\n`;
      input += `${tagsDoc}  readonly unknownTags?: readonly TaggedField[];\n`;
    }
    return `${decoded}}\n\n${input}}\n`;
  }

  /** The facts of a field in a line. */
  #describe(field: Field, struct: Struct): string {
    const type = typeof field.type === "object" ? field.type.schemaName : field.type;
    let text = `\`${field.isArray ? "[]" : ""}${type}\``;
    const versions = intersect(field.versions, this.#message.valid);
    const { valid } = this.#message;
    if (versions.low > valid.low || versions.high < valid.high) {
      text += versions.high < valid.high
        ? `, v${versions.low}-${versions.high}`
        : `, v${versions.low}+`;
    }
    const nullable = intersect(field.nullable, intersect(versions, struct.used));
    if (!isEmpty(nullable)) {
      text += nullable.low > versions.low ? `, nullable v${nullable.low}+` : ", nullable";
    }
    if (field.tag !== undefined) text += `, tag ${field.tag}`;
    if (field.default !== undefined && field.default !== "" && String(field.default) !== "false") {
      text += `, default ${field.default}`;
    }
    return `${text}.`;
  }

  #encoder(struct: Struct): string {
    const { flexible } = this.#message;
    const name = struct.typeName;
    this.#imports.add("writer.ts", "type Writer");
    let body = "";
    for (const field of struct.fields) {
      if (field.tag !== undefined) continue;
      body += this.#guarded(
        field,
        struct,
        field.versions,
        (within) => this.#write(field, within, `x.${field.name}`),
      );
    }
    const tagged = struct.fields.filter((field) => field.tag !== undefined);
    const whenFlexible = this.#condition(flexible, struct.used);
    if (whenFlexible !== "false") {
      let section = "";
      if (tagged.length === 0) {
        section = "w.tags(x.unknownTags);\n";
      } else {
        this.#imports.add("writer.ts", "TagSection");
        section = "const t = new TagSection();\n";
        const within = intersect(struct.used, flexible);
        for (const field of tagged) section += this.#writeTag(field, within);
        section += "t.finish(w, x.unknownTags);\n";
        section = whenFlexible === "true" ? section : `{ ${section} }`;
      }
      if (whenFlexible === "true") {
        body += section;
      } else {
        this.#imports.add("message.ts", "checkAbsent");
        body += `if (f) ${section} else checkAbsent(x.unknownTags, undefined);\n`;
      }
    }
    for (const field of tagged) {
      if (field.ignorable) continue;
      const absent = this.#condition(intersect(field.tagged, flexible), struct.used);
      if (absent === "true") continue;
      body += `if (!(${absent})) ${this.#checkAbsent(field)}\n`;
    }
    const whole = this.#flag(body, struct) + body;
    return `function write${name}(w: Writer, x: ${name}Input, ${
      versionName(whole)
    }: number): void {\n${whole}}\n`;
  }

  /** A statement that applies in some versions; in the others the field must not be set. */
  #guarded(
    field: Field,
    struct: Struct,
    versions: Range,
    emit: (within: Range) => string,
  ): string {
    const condition = this.#condition(versions, struct.used);
    if (condition === "true") return emit(struct.used);
    const check = field.ignorable ? "" : this.#checkAbsent(field);
    if (condition === "false") return check;
    const statement = emit(intersect(versions, struct.used));
    return `if (${condition}) ${
      statement.trimEnd().includes("\n") ? `{ ${statement} }` : statement
    }` +
      (check === "" ? "" : ` else ${check}`);
  }

  #checkAbsent(field: Field): string {
    const { type, isArray } = field;
    if (typeof type === "object" && !isArray && field.default !== null) {
      const plain = type.fields.every((inner) => typeof inner.type === "string" && !inner.isArray);
      if (!plain) throw new Error(`Cannot emit the check of ${field.name}: it has nested fields`);
    }
    this.#imports.add("message.ts", "checkAbsent");
    const none = field.isArray || field.type === "bytes"
      ? field.default === null ? "null" : "undefined"
      : this.#default(field);
    return `checkAbsent(x.${field.name}, ${none});\n`;
  }

  #writeTag(field: Field, within: Range): string {
    const range = intersect(field.tagged, within);
    const condition = this.#condition(range, within);
    if (condition === "false") return "";
    const also = condition === "true" ? "" : `${condition} && `;
    if (typeof field.type === "object" && !field.isArray) {
      const call = `t.struct(${field.tag}, x.${field.name}, write${field.type.typeName}, v);\n`;
      return condition === "true" ? call : `if (${condition}) ${call}`;
    }
    const name = field.name;
    let differs = `${name} !== ${this.#default(field)}`;
    if (field.isArray && field.default === undefined) {
      differs = `${name}.length > 0`;
      if (!isEmpty(field.nullable)) differs = `(${name} === null || ${differs})`;
    }
    return `const ${name} = x.${name};\n` +
      `if (${also}${name} !== undefined && ${differs}) t.field(${field.tag}, (w) => ` +
      `${this.#write(field, range, name, true).replace(/;\n$/, "")});\n`;
  }

  /** The statement that writes a field in the versions `within`. */
  #write(field: Field, within: Range, value: string, isSet = false): string {
    const compact = this.#compact(within);
    const nullable = this.#condition(field.nullable, within);
    const both = (write: string, writeNullable: string): string => {
      if (nullable === "false") return `${write};\n`;
      if (nullable === "true") return `${writeNullable};\n`;
      return `if (${nullable}) ${writeNullable}; else ${write};\n`;
    };
    const maybeNull = nullable !== "false" || field.default === null || !isEmpty(field.nullable);
    const notNull = (code: string): string =>
      maybeNull ? `${this.#imports.add("message.ts", "checkNotNull")}(${code})` : code;
    if (field.isArray) {
      const encode = this.#elementCodec(field.type, "write", compact);
      const given = field.default === null && !isSet ? `${value} ?? null` : value;
      return both(
        `w.array(${notNull(given)}, ${compact}, ${encode}, v)`,
        `w.nullableArray(${given}, ${compact}, ${encode}, v)`,
      );
    }
    if (typeof field.type === "object") {
      const encode = `write${field.type.typeName}`;
      if (nullable === "false") return `${encode}(w, ${value} ?? {}, v);\n`;
      if (nullable !== "true" || field.default !== null) {
        throw new Error(`Cannot emit the nullable struct ${field.name}`);
      }
      return `w.nullableStruct(${value}, ${encode}, v);\n`;
    }
    const zero = this.#default(field);
    let given = value;
    if (!isSet) {
      const nullableDefault = maybeNull && field.default !== null;
      given = nullableDefault
        ? `${value} === undefined ? ${zero} : ${value}`
        : `${value} ?? ${zero}`;
    }
    switch (field.type) {
      case "string":
        return both(
          `w.string(${notNull(given)}, ${compact})`,
          `w.nullableString(${given}, ${compact})`,
        );
      case "bytes":
        return both(
          `w.byteArray(${notNull(given)}, ${compact})`,
          `w.nullableByteArray(${given}, ${compact})`,
        );
      case "records":
        return both(
          `w.nullableRecords(${notNull(given)}, ${compact})`,
          `w.nullableRecords(${given}, ${compact})`,
        );
      default:
        return `w.${field.type}(${given});\n`;
    }
  }

  #decoder(struct: Struct): string {
    const { flexible } = this.#message;
    const name = struct.typeName;
    this.#imports.add("reader.ts", "type Reader");
    let literal = "";
    for (const field of struct.fields) {
      literal += `${field.name}: ${this.#readField(field, struct)},\n`;
    }
    const whenFlexible = this.#condition(flexible, struct.used);
    let body: string;
    if (whenFlexible === "false") {
      body = `return {\n${literal}};\n`;
    } else {
      body = `const x: ${name} = {\n${literal}};\n`;
      const tagged = struct.fields.filter((field) =>
        field.tag !== undefined && !isEmpty(intersect(field.tagged, struct.used))
      );
      const section = tagged.length === 0 ? "r.tags(x);\n" : this.#readTags(tagged, struct);
      body += whenFlexible === "true"
        ? section
        : `if (f) ${tagged.length === 0 ? section : `{ ${section} }`}`;
      body += "return x;\n";
    }
    const whole = this.#flag(body, struct) + body;
    return `function read${name}(r: Reader, ${versionName(whole)}: number): ${name} {\n${whole}}\n`;
  }

  #readTags(tagged: readonly Field[], struct: Struct): string {
    const within = intersect(struct.used, this.#message.flexible);
    let cases = "";
    for (const field of tagged) {
      const range = intersect(field.tagged, within);
      const condition = this.#condition(range, within);
      const read = `x.${field.name} = ${this.#read(field, range)};\n`;
      cases += `case ${field.tag}:\nr.tag(x);\n`;
      cases += condition === "true"
        ? read
        : `if (${condition}) ${read} else r.invalidTag(x, tag);\n`;
      cases += "break;\n";
    }
    return `for (let left = r.tagCount(x); left > 0; left--) {\nconst tag = r.tag(x);\n` +
      `switch (tag) {\n${cases}default:\nr.unknownTag(x, tag);\n}\n}\n`;
  }

  #readField(field: Field, struct: Struct): string {
    if (field.tag !== undefined) return this.#default(field);
    const condition = this.#condition(field.versions, struct.used);
    if (condition === "false") return this.#default(field);
    const read = this.#read(field, intersect(field.versions, struct.used));
    return condition === "true" ? read : `${condition} ? ${read} : ${this.#default(field)}`;
  }

  /** The expression that reads a field in the versions `within`. */
  #read(field: Field, within: Range): string {
    const compact = this.#compact(within);
    const nullable = this.#condition(field.nullable, within);
    const both = (read: string, readNullable: string): string => {
      if (nullable === "false") return read;
      if (nullable === "true") return readNullable;
      return `(${nullable} ? ${readNullable} : ${read})`;
    };
    if (field.isArray) {
      const decode = this.#elementCodec(field.type, "read", compact);
      const size = typeof field.type === "object"
        ? minStructSize(field.type, this.#message, within)
        : field.type === "string" && !contains(this.#message.flexible, within.high)
        ? 2
        : PRIMITIVE_SIZE[field.type];
      if (nullable === "false" && field.type === "int32") return `r.int32Array(${compact})`;
      return both(
        `r.array(${compact}, ${size}, ${decode}, v)`,
        `r.nullableArray(${compact}, ${size}, ${decode}, v)`,
      );
    }
    if (typeof field.type === "object") {
      const decode = `read${field.type.typeName}`;
      return both(`${decode}(r, v)`, `r.nullableStruct(${decode}, v)`);
    }
    switch (field.type) {
      case "string":
        return both(`r.string(${compact})`, `r.nullableString(${compact})`);
      case "bytes":
      case "records":
        return both(`r.byteArray(${compact})`, `r.nullableByteArray(${compact})`);
      default:
        return `r.${field.type}()`;
    }
  }

  /** The function that reads or writes one element of an array. */
  #elementCodec(type: Primitive | Struct, verb: "read" | "write", compact: string): string {
    if (typeof type === "object") return `${verb}${type.typeName}`;
    const suffix = ELEMENTS[type];
    if (suffix === undefined) throw new Error(`Cannot emit an array of ${type}`);
    const module = verb === "read" ? "reader.ts" : "writer.ts";
    if (type === "string") {
      const [plain, short] = [`${verb}String`, `${verb}CompactString`];
      if (compact !== "true") this.#imports.add(module, plain);
      if (compact !== "false") this.#imports.add(module, short);
      return compact === "true" ? short : compact === "false" ? plain : `f ? ${short} : ${plain}`;
    }
    return this.#imports.add(module, `${verb}${suffix}`);
  }

  /** The literal of a field's default. */
  #default(field: Field): string {
    if (field.default === null) return "null";
    if (field.isArray) return "[]";
    if (typeof field.type === "object") {
      return `{ ${
        field.type.fields.map((inner) => `${inner.name}: ${this.#default(inner)}`).join(", ")
      } }`;
    }
    switch (field.type) {
      case "bool":
        return String(field.default ?? false);
      case "string":
        return JSON.stringify(field.default ?? "");
      case "uuid":
        return this.#imports.add("uuid.ts", "ZERO_UUID");
      case "bytes":
      case "records":
        return "new Uint8Array(0)";
      case "int64":
        return `${BigInt(String(field.default ?? 0))}n`;
      default:
        return String(Number(field.default ?? 0));
    }
  }

  /** Whether lengths are varints in the versions `within`: `true`, `false` or `f`. */
  #compact(within: Range): string {
    const condition = this.#condition(this.#message.flexible, within);
    return condition === "true" || condition === "false" ? condition : "f";
  }

  /** The declaration of `f`, for a body that uses it. */
  #flag(body: string, struct: Struct): string {
    if (!/\bf\b/.test(body.replaceAll(/"[^"]*"/g, ""))) return "";
    return `const f = ${this.#condition(this.#message.flexible, struct.used)};\n`;
  }

  /** The condition that the version is in `range`, given that it is in `within`. */
  #condition(range: Range, within: Range): string {
    const common = intersect(range, within);
    if (isEmpty(common)) return "false";
    const parts: string[] = [];
    if (range.low > within.low) parts.push(`v >= ${range.low}`);
    if (range.high < within.high) parts.push(`v <= ${range.high}`);
    return parts.length === 0 ? "true" : parts.join(" && ");
  }
}

/** The parameter with the version, marked as unused where it is. */
function versionName(body: string): string {
  return /\bv\b/.test(body) ? "v" : "_v";
}

/** The name of the constant with the facts of a message. */
export function infoName(message: string): string {
  return snakeCase(message).toUpperCase();
}

/** `AddOffsetsToTxn` becomes `add_offsets_to_txn`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
