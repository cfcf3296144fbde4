/**
 * The headers of a record.
 *
 * @module
 */

/** One header of a record that was read: its key, and its value or null. Keys may repeat; order is kept. */
export type RecordHeader = readonly [key: string, value: Uint8Array | null];

/** One header of a record to write; a string is encoded as UTF-8. */
export type RecordHeaderInput = readonly [key: string, value: Uint8Array | string | null];
