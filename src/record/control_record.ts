/**
 * Control records: the markers that brokers write between an application's records.
 *
 * @module
 */

import { ProtocolError } from "../errors.ts";
import { encodeRecords } from "./record_encoder.ts";

/** What a control record says. Types that came after this release are `"unknown"`. */
export type ControlRecordType =
  | "abort"
  | "commit"
  | "leader-change"
  | "snapshot-header"
  | "snapshot-footer"
  | "kraft-version"
  | "kraft-voters"
  | "unknown";

const TYPES: readonly ControlRecordType[] = [
  "abort",
  "commit",
  "leader-change",
  "snapshot-header",
  "snapshot-footer",
  "kraft-version",
  "kraft-voters",
];

/** A control record, decoded. */
export interface ControlRecord {
  /** What it says. */
  readonly type: ControlRecordType;
  /** Kafka's number of the type. */
  readonly typeId: number;
  /** The version of the key. */
  readonly version: number;
  /** For commit and abort: the epoch of the transaction coordinator that wrote it. */
  readonly coordinatorEpoch: number | undefined;
}

/**
 * Decodes a control record.
 *
 * @param key Its key.
 * @param value Its value.
 * @returns What it says.
 * @throws {ProtocolError} Where the bytes are too few.
 */
export function decodeControlRecord(
  key: Uint8Array | null,
  value: Uint8Array | null,
): ControlRecord {
  if (key === null || key.length < 4) {
    throw invalid(
      `its key has ${key === null ? "no" : key.length} bytes where 4 are needed`,
      "key",
    );
  }
  const keyView = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const version = keyView.getInt16(0);
  if (version < 0) throw invalid(`its version ${version} is negative`, "key");
  const typeId = keyView.getInt16(2);
  const type = TYPES[typeId] ?? "unknown";
  let coordinatorEpoch: number | undefined;
  if (type === "abort" || type === "commit") {
    if (value === null || value.length < 6) {
      throw invalid(
        `its value has ${value === null ? "no" : value.length} bytes where 6 are needed`,
        "value",
      );
    }
    const valueView = new DataView(value.buffer, value.byteOffset, value.byteLength);
    if (valueView.getInt16(0) < 0) {
      throw invalid(`its marker's version ${valueView.getInt16(0)} is negative`, "value");
    }
    coordinatorEpoch = valueView.getInt32(2);
  }
  return { type, typeId, version, coordinatorEpoch };
}

/**
 * Encodes the marker that ends a transaction, as the body of a control batch of one record.
 *
 * @param type Whether the transaction was committed or aborted.
 * @param coordinatorEpoch The epoch of the coordinator.
 * @returns The encoded record.
 */
export function encodeEndTransactionMarker(
  type: "abort" | "commit",
  coordinatorEpoch: number,
): Uint8Array {
  const key = new Uint8Array(4);
  key[3] = type === "commit" ? 1 : 0;
  const value = new Uint8Array(6);
  new DataView(value.buffer).setInt32(2, coordinatorEpoch);
  return encodeRecords([{ offsetDelta: 0, timestampDelta: 0, key, value, headers: [] }]);
}

function invalid(why: string, field: string): ProtocolError {
  return new ProtocolError(`Cannot read a control record: ${why}`, {
    messageName: "ControlRecord",
    field,
    code: "CORRUPT_MESSAGE",
  });
}
