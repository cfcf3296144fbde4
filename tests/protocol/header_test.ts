import { assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../src/errors.ts";
import {
  decodeRequestHeader,
  decodeResponseHeader,
  encodeRequestHeader,
  requestHeaderVersion,
  responseHeaderVersion,
} from "../../src/protocol/header.ts";
import { apiVersions } from "../../src/protocol/messages/api_versions.ts";
import { metadata } from "../../src/protocol/messages/metadata.ts";
import { saslHandshake } from "../../src/protocol/messages/sasl_handshake.ts";
import { Reader } from "../../src/protocol/reader.ts";
import { Writer } from "../../src/protocol/writer.ts";

Deno.test("Header versions follow the first flexible version of the API", () => {
  assertEquals([8, 9].map((version) => requestHeaderVersion(metadata, version)), [1, 2]);
  assertEquals([8, 9].map((version) => responseHeaderVersion(metadata, version)), [0, 1]);
  assertEquals(requestHeaderVersion(saslHandshake, 1), 1);
  assertEquals(responseHeaderVersion(saslHandshake, 1), 0);
});

Deno.test("responseHeaderVersion() is always 0 for ApiVersions", () => {
  assertEquals(requestHeaderVersion(apiVersions, 4), 2);
  assertEquals(responseHeaderVersion(apiVersions, 4), 0);
});

Deno.test("decodeRequestHeader() reads what encodeRequestHeader() wrote, null and tags included", () => {
  const header = { apiKey: 18, apiVersion: 3, correlationId: -7, clientId: null };
  const unknownTags = [{ tag: 1, data: new Uint8Array([5]) }];
  for (const [version, expected] of [[1, header], [2, { ...header, unknownTags }]] as const) {
    const writer = new Writer();
    encodeRequestHeader(writer, expected, version);
    assertEquals(decodeRequestHeader(new Reader(writer.finish()), version), expected);
  }
});

Deno.test("decodeResponseHeader() throws naming the field when the bytes end", () => {
  const error = assertThrows(
    () => decodeResponseHeader(new Reader(new Uint8Array(3)), 1),
    ProtocolError,
    "Cannot decode ResponseHeader v1 at offset 0 in correlationId",
  );
  assertEquals([error.messageName, error.field], ["ResponseHeader", "correlationId"]);
});
