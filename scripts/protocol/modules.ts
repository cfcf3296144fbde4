/**
 * Puts the generated modules together: which messages, under which names, in which files.
 *
 * @module
 */

import { Imports, infoName, MessageEmitter, snakeCase } from "./emit.ts";
import {
  buildMessage,
  isEmpty,
  type Message,
  parseRange,
  parseRaw,
  type RawField,
} from "./schema.ts";

const BANNER = '// Generated from Kafka\'s message schemas by "deno task generate"; do not edit.\n';

/** The headers are written by hand, in src/protocol/header.ts. */
const SKIPPED_TYPES: ReadonlySet<string> = new Set(["header"]);

/** A request and its response. */
interface Api {
  readonly name: string;
  readonly request: Message;
  readonly response: Message;
}

/**
 * Generates everything.
 *
 * @param schemas The texts of the schemas by message name.
 * @returns The texts of the files by path from the root of the project; not formatted yet.
 */
export function emitAll(schemas: ReadonlyMap<string, string>): Map<string, string> {
  const raws = [...schemas.values()].map(parseRaw)
    .filter((raw) => !isEmpty(parseRange(raw.validVersions)));
  const messages = raws.filter((raw) => !SKIPPED_TYPES.has(raw.type)).map(buildMessage);
  nameStructs(messages);
  const byName = new Map(messages.map((message) => [message.name, message]));
  const apis = messages.filter((message) => message.raw.type === "request")
    .map((request): Api => {
      const name = request.name.replace(/Request$/, "");
      const response = byName.get(`${name}Response`);
      if (response === undefined) throw new Error(`Cannot find the response of ${name}`);
      checkPair(request, response);
      return { name, request, response };
    });
  const served = apis.filter((api) => api.request.raw.listeners?.includes("broker"));
  const others = apis.filter((api) => !served.includes(api));
  const data = messages.filter((message) => message.raw.type === "data");

  const files = new Map<string, string>();
  for (const api of served) {
    files.set(`src/protocol/messages/${snakeCase(api.name)}.ts`, emitApi(api, "../"));
  }
  for (const message of data) {
    files.set(`src/protocol/messages/${snakeCase(message.name)}.ts`, emitData(message));
  }
  files.set("src/protocol/messages/mod.ts", emitExports(served, data));
  files.set("src/protocol/apis.ts", emitApis(served, "./messages/", "./"));
  const controller = "tests/testdata/controller_messages";
  const prefix = "../../../src/protocol/";
  for (const api of others) {
    files.set(`${controller}/${snakeCase(api.name)}.ts`, emitApi(api, prefix));
  }
  files.set(`${controller}/apis.ts`, emitApis(others, "./", prefix));
  files.set("tests/testdata/schemas.jsonl", raws.map(emitFacts).join(""));
  return files;
}

/** Gives every struct a name that is unique among all messages. */
function nameStructs(messages: readonly Message[]): void {
  const counts = new Map<string, number>();
  for (const { structs } of messages) {
    for (const { schemaName } of structs) counts.set(schemaName, (counts.get(schemaName) ?? 0) + 1);
  }
  const taken = new Set<string>();
  for (const message of messages) {
    for (const struct of message.structs) {
      const clashes = (counts.get(struct.schemaName) ?? 0) > 1 || RESERVED.has(struct.schemaName);
      if (clashes) struct.typeName = `${message.name}${struct.schemaName}`;
      for (const name of [struct.typeName, `${struct.typeName}Input`]) {
        if (taken.has(name)) throw new Error(`Cannot name two structs ${name}`);
        taken.add(name);
      }
    }
  }
}

/** Names that the modules use otherwise. */
const RESERVED: ReadonlySet<string> = new Set([
  "Reader",
  "Writer",
  "ClientApi",
  "ServerApi",
  "TaggedField",
]);

function checkPair(request: Message, response: Message): void {
  const same = request.valid.low === response.valid.low &&
    request.valid.high === response.valid.high &&
    (isEmpty(request.flexible)
      ? isEmpty(response.flexible)
      : request.flexible.low === response.flexible.low);
  if (!same) {
    throw new Error(`Cannot pair ${request.name} with ${response.name}: their versions differ`);
  }
}

function emitApi({ name, request, response }: Api, prefix: string): string {
  const imports = new Imports();
  const requests = new MessageEmitter(request, imports);
  const responses = new MessageEmitter(response, imports);
  imports.add("api.ts", "type ClientApi");
  imports.add("api.ts", "type ServerApi");
  imports.add("message.ts", "encodeMessage");
  imports.add("message.ts", "decodeMessage");
  const { low, high } = request.valid;
  const stable = request.raw.latestVersionUnstable === true ? high - 1 : high;
  const facts =
    `key: ${request.raw.apiKey}, name: "${name}", minVersion: ${low}, maxVersion: ${stable}, ` +
    `latestVersion: ${high}, flexibleFrom: ${
      isEmpty(request.flexible) ? "Infinity" : request.flexible.low
    }`;
  const variable = name[0].toLowerCase() + name.slice(1);
  const encoder = (message: Message): string =>
    `(writer, message, version) => encodeMessage(${
      infoName(message.name)
    }, write${message.name}, writer, message, version)`;
  const decoder = (message: Message): string =>
    `(reader, version) => decodeMessage(${
      infoName(message.name)
    }, read${message.name}, reader, version)`;
  const code = [
    requests.interfaces(),
    responses.interfaces(),
    requests.info() + responses.info(),
    `/** The client's half of ${name}. */\n` +
    `export const ${variable}: ClientApi<${request.name}Input, ${response.name}> = {\n${facts},\n` +
    `encodeRequest: ${encoder(request)},\ndecodeResponse: ${decoder(response)},\n};\n`,
    `/** The server's half of ${name}. */\n` +
    `export const ${variable}Server: ServerApi<${request.name}, ${response.name}Input> = {\n${facts},\n` +
    `decodeRequest: ${decoder(request)},\nencodeResponse: ${encoder(response)},\n};\n`,
    requests.encoders(),
    responses.decoders(),
    requests.decoders(),
    responses.encoders(),
  ].join("\n");
  const about = `The ${name} API (key ${request.raw.apiKey}), ${describeVersions(low, high)}.`;
  return `${BANNER}\n/**\n * ${about}\n *\n * @module\n */\n\n${
    imports.emit(prefix, code)
  }\n${code}`;
}

function emitData(message: Message): string {
  const imports = new Imports();
  const emitter = new MessageEmitter(message, imports);
  imports.add("message.ts", "encodeMessage");
  imports.add("message.ts", "decodeMessage");
  imports.add("reader.ts", "type Reader");
  imports.add("writer.ts", "type Writer");
  const { name, valid } = message;
  const info = infoName(name);
  const code = [
    emitter.interfaces(),
    `/** The name and the versions of ${name}. */\nexport ${emitter.info()}`,
    `/**\n * Writes a ${name}, without the version that comes before it.\n *\n` +
    ` * @param writer Where to write.\n * @param message The message.\n * @param version Its version.\n */\n` +
    `export function encode${name}(writer: Writer, message: ${name}Input, version: number): void {\n` +
    `encodeMessage(${info}, write${name}, writer, message, version);\n}\n`,
    `/**\n * Reads a ${name}, without the version that comes before it.\n *\n` +
    ` * @param reader Where to read.\n * @param version Its version.\n * @returns The message.\n */\n` +
    `export function decode${name}(reader: Reader, version: number): ${name} {\n` +
    `return decodeMessage(${info}, read${name}, reader, version);\n}\n`,
    emitter.encoders(),
    emitter.decoders(),
  ].join("\n");
  const about = `${name}, ${describeVersions(valid.low, valid.high)}.`;
  return `${BANNER}\n/**\n * ${about}\n *\n * @module\n */\n\n${
    imports.emit("../", code)
  }\n${code}`;
}

function describeVersions(low: number, high: number): string {
  return low === high ? `version ${low}` : `versions ${low} to ${high}`;
}

/** The list of all APIs. */
function emitApis(apis: readonly Api[], messages: string, prefix: string): string {
  const imports: string[] = [`import type { ClientApi, ServerApi } from "${prefix}api.ts";\n`];
  const names: string[] = [];
  for (const { name } of apis) {
    const variable = name[0].toLowerCase() + name.slice(1);
    names.push(variable);
    imports.push(
      `import { ${variable}, ${variable}Server } from "${messages}${snakeCase(name)}.ts";\n`,
    );
  }
  return `${BANNER}\n/**\n * Lists of all APIs, for tools that handle every one of them. Whoever needs a few imports their modules.\n *\n * @module\n */\n\n` +
    `${imports.join("")}\n/** The client's half of every API. */\n` +
    `export const CLIENT_APIS: readonly ClientApi<never, unknown>[] = [${names.join(", ")}];\n\n` +
    `/** The server's half of every API. */\n` +
    `export const SERVER_APIS: readonly ServerApi<unknown, never>[] = [${
      names.map((name) => `${name}Server`).join(", ")
    }];\n`;
}

/** The barrel with everything that the modules export. */
function emitExports(apis: readonly Api[], data: readonly Message[]): string {
  const types = (message: Message): string[] =>
    message.structs.flatMap(({ typeName }) => [`type ${typeName}`, `type ${typeName}Input`]);
  const modules: [string, string[]][] = [];
  for (const { name, request, response } of apis) {
    const variable = name[0].toLowerCase() + name.slice(1);
    const names = [variable, `${variable}Server`, ...types(request), ...types(response)];
    modules.push([snakeCase(name), names]);
  }
  for (const message of data) {
    const names = [
      infoName(message.name),
      `decode${message.name}`,
      `encode${message.name}`,
      ...types(message),
    ];
    modules.push([snakeCase(message.name), names]);
  }
  modules.sort(([left], [right]) => (left < right ? -1 : 1));
  return `${BANNER}\n/**\n * Every message of the protocol.\n *\n * @module\n */\n\n` +
    modules.map(([module, names]) => `export { ${names.join(", ")} } from "./${module}.ts";\n`)
      .join("");
}

/** The facts of a schema on one line, for the tests. */
function emitFacts(raw: ReturnType<typeof parseRaw>): string {
  const field = (
    {
      name,
      type,
      versions,
      nullableVersions,
      tag,
      taggedVersions,
      ignorable,
      default: value,
      fields,
    }: RawField,
  ): RawField => ({
    name,
    type,
    versions,
    ...(nullableVersions === undefined ? {} : { nullableVersions }),
    ...(tag === undefined ? {} : { tag, taggedVersions }),
    ...(ignorable === true ? { ignorable } : {}),
    ...(value === undefined ? {} : { default: value }),
    ...(fields === undefined ? {} : { fields: fields.map(field) }),
  });
  const { apiKey, type, name, validVersions, flexibleVersions, fields, commonStructs } = raw;
  return JSON.stringify({
    apiKey,
    type,
    name,
    validVersions,
    flexibleVersions,
    fields: fields.map(field),
    commonStructs: commonStructs?.map((struct) => ({
      ...struct,
      fields: struct.fields.map(field),
    })),
  }) + "\n";
}
