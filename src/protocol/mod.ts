/**
 * The Kafka protocol by itself: typed codecs of every API that a broker of
 * Kafka 4.3 serves to clients, in every version.
 *
 * @example Encode a request and decode its response
 * ```ts
 * import { encodeRequestFrame, metadata, Reader } from "@kafka-web/client/protocol";
 *
 * const frame = encodeRequestFrame(metadata, { topics: [{ name: "orders" }] }, 12, 1, "my-tool");
 * // ... write the pieces of `frame` to a connection, read the answer's body ...
 * const body = new Uint8Array([0, 0, 0, 0, 1, 0, 255, 255, 255, 255, 1, 0]);
 * const response = metadata.decodeResponse(new Reader(body), 12);
 * console.log(frame.length, response.topics);
 * ```
 *
 * @module
 */

export type { ApiInfo, ClientApi, RecordBytes, ServerApi, TaggedField } from "./api.ts";
export { CLIENT_APIS, SERVER_APIS } from "./apis.ts";
export type { ErrorCode, ErrorName } from "./error_codes.ts";
export { ERROR_CODES, errorCode, ErrorCodes } from "./error_codes.ts";
export { encodeRequestFrame, encodeResponseFrame } from "./framing.ts";
export type { RequestHeader, ResponseHeader } from "./header.ts";
export {
  decodeRequestHeader,
  decodeResponseHeader,
  encodeRequestHeader,
  encodeResponseHeader,
  requestHeaderVersion,
  responseHeaderVersion,
} from "./header.ts";
export type { MessageInfo } from "./message.ts";
export * from "./messages/mod.ts";
export type { ReaderTrace, TaggedStruct } from "./reader.ts";
export { Reader } from "./reader.ts";
export { randomUuid, uuidFromBytes, uuidToBytes, ZERO_UUID } from "./uuid.ts";
export type { VersionRange } from "./version.ts";
export { negotiate } from "./version.ts";
export { Writer } from "./writer.ts";
export type { Fate, KafkaErrorOptions, ProtocolErrorOptions } from "../errors.ts";
export { KafkaError, ProtocolError } from "../errors.ts";
