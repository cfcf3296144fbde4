/**
 * Whole frames: a 32-bit size, a header and a body.
 *
 * @module
 */

import type { ClientApi, ServerApi } from "./api.ts";
import {
  encodeRequestHeader,
  encodeResponseHeader,
  requestHeaderVersion,
  responseHeaderVersion,
} from "./header.ts";
import { Writer } from "./writer.ts";

/**
 * Encodes a request with its header and its size.
 *
 * @param api The API.
 * @param request The request.
 * @param version The version that was negotiated.
 * @param correlationId The number that the response carries back.
 * @param clientId The name that the client gives itself.
 * @returns The pieces of the frame; large records are passed on by reference.
 * @throws {ProtocolError} When the version cannot carry the request.
 */
export function encodeRequestFrame<Request>(
  api: ClientApi<Request, unknown>,
  request: Request,
  version: number,
  correlationId: number,
  clientId: string | null,
): Uint8Array[] {
  const writer = new Writer();
  const size = writer.reserveInt32();
  const header = { apiKey: api.key, apiVersion: version, correlationId, clientId };
  encodeRequestHeader(writer, header, requestHeaderVersion(api, version));
  api.encodeRequest(writer, request, version);
  writer.patchInt32(size, writer.length - 4);
  return writer.chunks();
}

/**
 * Encodes a response with its header and its size.
 *
 * @param api The API.
 * @param response The response.
 * @param version The version of the request.
 * @param correlationId The number of the request.
 * @returns The pieces of the frame; large records are passed on by reference.
 * @throws {ProtocolError} When the version cannot carry the response.
 */
export function encodeResponseFrame<Response>(
  api: ServerApi<unknown, Response>,
  response: Response,
  version: number,
  correlationId: number,
): Uint8Array[] {
  const writer = new Writer();
  const size = writer.reserveInt32();
  encodeResponseHeader(writer, { correlationId }, responseHeaderVersion(api, version));
  api.encodeResponse(writer, response, version);
  writer.patchInt32(size, writer.length - 4);
  return writer.chunks();
}
