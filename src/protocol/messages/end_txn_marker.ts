// Generated from Kafka's message schemas by "deno task generate"; do not edit.

/**
 * EndTxnMarker, version 0.
 *
 * @module
 */

import { decodeMessage, encodeMessage, type MessageInfo } from "../message.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The EndTxnMarker message, as decoded. */
export interface EndTxnMarker {
  /** `int32`. */
  coordinatorEpoch: number;
}

/** The EndTxnMarker message, to be encoded; what is left out takes the schema's default. */
export interface EndTxnMarkerInput {
  /** `int32`. */
  readonly coordinatorEpoch?: number;
}

/** The name and the versions of EndTxnMarker. */
export const END_TXN_MARKER: MessageInfo = { name: "EndTxnMarker", min: 0, max: 0 };

/**
 * Writes a EndTxnMarker, without the version that comes before it.
 *
 * @param writer Where to write.
 * @param message The message.
 * @param version Its version.
 */
export function encodeEndTxnMarker(
  writer: Writer,
  message: EndTxnMarkerInput,
  version: number,
): void {
  encodeMessage(END_TXN_MARKER, writeEndTxnMarker, writer, message, version);
}

/**
 * Reads a EndTxnMarker, without the version that comes before it.
 *
 * @param reader Where to read.
 * @param version Its version.
 * @returns The message.
 */
export function decodeEndTxnMarker(reader: Reader, version: number): EndTxnMarker {
  return decodeMessage(END_TXN_MARKER, readEndTxnMarker, reader, version);
}

function writeEndTxnMarker(w: Writer, x: EndTxnMarkerInput, _v: number): void {
  w.int32(x.coordinatorEpoch ?? 0);
}

function readEndTxnMarker(r: Reader, _v: number): EndTxnMarker {
  return {
    coordinatorEpoch: r.int32(),
  };
}
