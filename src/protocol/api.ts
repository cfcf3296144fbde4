/**
 * What one Kafka API looks like to the generic send and serve code.
 *
 * Every request/response pair encodes and decodes itself through one of these
 * descriptors, so that `connection.send(api, request)` serves all of them.
 *
 * @module
 */

import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

/**
 * The content of a field of type `records`: on the way out it may be a list
 * of pieces, which are written one after the other without being joined; on
 * the way in it is one view of the frame.
 */
export type RecordBytes = Uint8Array | readonly Uint8Array[];

/** An unknown tagged field (KIP-482), kept and written back as it came. */
export interface TaggedField {
  /** The tag number. */
  readonly tag: number;
  /** The raw bytes of the field. */
  readonly data: Uint8Array;
}

/** What both halves of an API share. */
export interface ApiInfo {
  /** The API key. */
  readonly key: number;
  /** The name in the protocol guide, such as `"Produce"`. */
  readonly name: string;
  /** The lowest version that is implemented. */
  readonly minVersion: number;
  /** The highest stable version; this is what is negotiated. */
  readonly maxVersion: number;
  /** The highest version that has codecs; above `maxVersion` they are unstable and never negotiated. */
  readonly latestVersion: number;
  /** The first flexible version (KIP-482), or `Infinity` when there is none. */
  readonly flexibleFrom: number;
}

/** The half of an API that clients use: requests out, responses in. */
export interface ClientApi<Request, Response> extends ApiInfo {
  /** Writes the body of a request. Throws a ProtocolError when a field does not exist in `version`. */
  readonly encodeRequest: (writer: Writer, request: Request, version: number) => void;
  /** Reads the body of a response. */
  readonly decodeResponse: (reader: Reader, version: number) => Response;
}

/** The half of an API that servers use: requests in, responses out. */
export interface ServerApi<Request, Response> extends ApiInfo {
  /** Reads the body of a request. */
  readonly decodeRequest: (reader: Reader, version: number) => Request;
  /** Writes the body of a response. Throws a ProtocolError when a field does not exist in `version`. */
  readonly encodeResponse: (writer: Writer, response: Response, version: number) => void;
}
