/**
 * The headers that come before the body of every request and response.
 *
 * @module
 */

import type { ApiInfo, TaggedField } from "./api.ts";
import { decodeMessage, encodeMessage, type MessageInfo } from "./message.ts";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

const API_VERSIONS_KEY = 18;
const REQUEST_HEADER: MessageInfo = { name: "RequestHeader", min: 1, max: 2 };
const RESPONSE_HEADER: MessageInfo = { name: "ResponseHeader", min: 0, max: 1 };

/** What comes before the body of a request. */
export interface RequestHeader {
  /** The key of the API. */
  apiKey: number;
  /** The version of the request. */
  apiVersion: number;
  /** The number that the response carries back. */
  correlationId: number;
  /** The name that the client gives itself. */
  clientId: string | null;
  /** Tagged fields that are not known. */
  unknownTags?: TaggedField[];
}

/** What comes before the body of a response. */
export interface ResponseHeader {
  /** The number of the request. */
  correlationId: number;
  /** Tagged fields that are not known. */
  unknownTags?: TaggedField[];
}

/**
 * The version of the header of a request.
 *
 * @param api The API.
 * @param version The version of the request.
 * @returns 1, or 2 in flexible versions (KIP-482).
 */
export function requestHeaderVersion(api: ApiInfo, version: number): number {
  return version >= api.flexibleFrom ? 2 : 1;
}

/**
 * The version of the header of a response. That of ApiVersions is always 0:
 * a client must be able to read it before it knows what the broker speaks (KIP-511).
 *
 * @param api The API.
 * @param version The version of the response.
 * @returns 0, or 1 in flexible versions (KIP-482).
 */
export function responseHeaderVersion(api: ApiInfo, version: number): number {
  return version >= api.flexibleFrom && api.key !== API_VERSIONS_KEY ? 1 : 0;
}

/**
 * Writes the header of a request.
 *
 * @param writer Where to write.
 * @param header The header.
 * @param headerVersion 1 or 2.
 */
export function encodeRequestHeader(
  writer: Writer,
  header: RequestHeader,
  headerVersion: number,
): void {
  encodeMessage(REQUEST_HEADER, writeRequestHeader, writer, header, headerVersion);
}

/**
 * Reads the header of a request.
 *
 * @param reader Where to read.
 * @param headerVersion 1 or 2.
 * @returns The header.
 */
export function decodeRequestHeader(reader: Reader, headerVersion: number): RequestHeader {
  return decodeMessage(REQUEST_HEADER, readRequestHeader, reader, headerVersion);
}

/**
 * Writes the header of a response.
 *
 * @param writer Where to write.
 * @param header The header.
 * @param headerVersion 0 or 1.
 */
export function encodeResponseHeader(
  writer: Writer,
  header: ResponseHeader,
  headerVersion: number,
): void {
  encodeMessage(RESPONSE_HEADER, writeResponseHeader, writer, header, headerVersion);
}

/**
 * Reads the header of a response.
 *
 * @param reader Where to read.
 * @param headerVersion 0 or 1.
 * @returns The header.
 */
export function decodeResponseHeader(reader: Reader, headerVersion: number): ResponseHeader {
  return decodeMessage(RESPONSE_HEADER, readResponseHeader, reader, headerVersion);
}

function writeRequestHeader(writer: Writer, header: RequestHeader, headerVersion: number): void {
  writer.int16(header.apiKey);
  writer.int16(header.apiVersion);
  writer.int32(header.correlationId);
  // Not compact even in the flexible version, so that any broker can read it.
  writer.nullableString(header.clientId, false);
  if (headerVersion >= 2) writer.tags(header.unknownTags);
}

function readRequestHeader(reader: Reader, headerVersion: number): RequestHeader {
  const header: RequestHeader = {
    apiKey: reader.int16(),
    apiVersion: reader.int16(),
    correlationId: reader.int32(),
    clientId: reader.nullableString(false),
  };
  if (headerVersion >= 2) reader.tags(header);
  return header;
}

function writeResponseHeader(writer: Writer, header: ResponseHeader, headerVersion: number): void {
  writer.int32(header.correlationId);
  if (headerVersion >= 1) writer.tags(header.unknownTags);
}

function readResponseHeader(reader: Reader, headerVersion: number): ResponseHeader {
  const header: ResponseHeader = { correlationId: reader.int32() };
  if (headerVersion >= 1) reader.tags(header);
  return header;
}
