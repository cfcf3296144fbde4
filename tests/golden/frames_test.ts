import { CLIENT_APIS, SERVER_APIS } from "../../src/protocol/apis.ts";
import { encodeRequestFrame, encodeResponseFrame } from "../../src/protocol/framing.ts";
import {
  decodeRequestHeader,
  decodeResponseHeader,
  requestHeaderVersion,
  responseHeaderVersion,
} from "../../src/protocol/header.ts";
import { Reader } from "../../src/protocol/reader.ts";
import * as controller from "../testdata/controller_messages/apis.ts";
import { checkGolden, fromHex, toHex } from "../helpers/golden.ts";

interface FrameLine {
  readonly direction: "request" | "response";
  readonly apiKey: number;
  readonly api: string;
  readonly apiVersion: number;
  readonly headerVersion: number;
  readonly correlationId: number;
  readonly clientId?: string;
  readonly hex: string;
}

const CLIENTS = [...CLIENT_APIS, ...controller.CLIENT_APIS];
const SERVERS = [...SERVER_APIS, ...controller.SERVER_APIS];

function expectSame(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what} is ${actual} instead of ${expected}`);
}

function toHexAll(pieces: readonly Uint8Array[]): string {
  return pieces.map(toHex).join("");
}

function findByKey<T extends { readonly key: number }>(apis: readonly T[], key: number): T {
  const api = apis.find((candidate) => candidate.key === key);
  if (api === undefined) throw new Error(`Cannot find the API ${key}`);
  return api;
}

function checkFrame(line: FrameLine): void {
  const { apiVersion: version, correlationId } = line;
  const client = findByKey(CLIENTS, line.apiKey);
  const server = findByKey(SERVERS, line.apiKey);
  expectSame("The name", client.name, line.api);
  const reader = new Reader(fromHex(line.hex));
  expectSame("The size", reader.int32(), reader.remaining);
  if (line.direction === "request") {
    expectSame("The header version", requestHeaderVersion(client, version), line.headerVersion);
    const header = decodeRequestHeader(reader, line.headerVersion);
    expectSame("The API key", header.apiKey, line.apiKey);
    expectSame("The API version", header.apiVersion, version);
    expectSame("The correlation id", header.correlationId, correlationId);
    expectSame("The client id", header.clientId, line.clientId ?? null);
    const request = server.decodeRequest(reader, version);
    for (const body of [request, {}]) {
      const frame = encodeRequestFrame(
        client,
        body as never,
        version,
        correlationId,
        header.clientId,
      );
      expectSame("The frame", toHexAll(frame), line.hex);
    }
  } else {
    expectSame("The header version", responseHeaderVersion(server, version), line.headerVersion);
    const header = decodeResponseHeader(reader, line.headerVersion);
    expectSame("The correlation id", header.correlationId, correlationId);
    const response = client.decodeResponse(reader, version);
    for (const body of [response, {}]) {
      const frame = encodeResponseFrame(server, body as never, version, correlationId);
      expectSame("The frame", toHexAll(frame), line.hex);
    }
  }
  expectSame("The rest", reader.remaining, 0);
}

Deno.test("encodeRequestFrame() and encodeResponseFrame() write the frames that Java writes", () => {
  checkGolden<FrameLine>(
    "frames",
    checkFrame,
    ({ api, direction, apiVersion }) => `${api} ${direction} v${apiVersion}`,
  );
});
