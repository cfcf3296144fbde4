/**
 * A second reader of record batches, written to be simple.
 *
 * @module
 */

/** Thrown where the bytes are not those of records. */
export class NotRecords extends Error {}

/** A record, as far as formats agree. */
export interface PlainRecord {
  readonly offsetDelta: number;
  readonly timestampDelta: bigint;
  readonly attributes: number;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: readonly (readonly [string, Uint8Array | null])[];
}

/** Where a batch is, and its header. */
export interface PlainBatch {
  readonly start: number;
  readonly end: number;
  readonly magic: number;
  readonly baseOffset: bigint;
  readonly attributes: number;
  readonly crc: number;
}

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

class Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at: number, end: number) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  take(length: number): Uint8Array {
    if (length < 0 || length > this.end - this.at) throw new NotRecords("too short");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  integer(size: number): bigint {
    let value = 0n;
    for (const byte of this.take(size)) value = (value << 8n) | BigInt(byte);
    return BigInt.asIntN(8 * size, value);
  }

  zigzag(maxBytes: number, bits: number): bigint {
    let value = 0n;
    for (let count = 0; count < maxBytes; count++) {
      const [byte] = this.take(1);
      value |= BigInt(byte & 0x7f) << BigInt(7 * count);
      if (byte >= 0x80) continue;
      value = BigInt.asUintN(bits, value);
      return (value >> 1n) ^ -(value & 1n);
    }
    throw new NotRecords("a varint is too long");
  }

  varint(): number {
    return Number(this.zigzag(5, 32));
  }

  nullable(length: number): Uint8Array | null {
    return length === -1 ? null : this.take(length);
  }
}

/** Finds the batches of a log, as far as they are whole. */
export function findBatches(bytes: Uint8Array): PlainBatch[] {
  const batches: PlainBatch[] = [];
  for (let start = 0; bytes.length - start >= 12;) {
    const header = new Cursor(bytes, start, bytes.length);
    const baseOffset = header.integer(8);
    const size = Number(header.integer(4));
    if (size < 14) throw new NotRecords("a size is too small");
    if (bytes.length - start < 17) break;
    const magic = bytes[start + 16];
    if (magic > 2 || (magic === 2 && size < 49)) throw new NotRecords("no magic or header");
    const end = start + 12 + size;
    if (end > bytes.length) break;
    header.at = start + 12;
    let crc = Number(header.integer(4));
    let attributes = bytes[start + 17];
    if (magic === 2) {
      header.at = start + 17;
      crc = Number(header.integer(4));
      attributes = Number(header.integer(2));
      if (header.integer(4) < 0n) throw new NotRecords("offsets go back");
    } else if (magic === 1 && size < 22) {
      throw new NotRecords("no room for a header");
    }
    batches.push({ start, end, magic, baseOffset, attributes, crc: crc >>> 0 });
    start = end;
  }
  return batches;
}

/** The records of a batch of format v2, decompressed. */
export function readRecords(bytes: Uint8Array, count: number): PlainRecord[] {
  if (count < 0) throw new NotRecords("a negative count");
  const records: PlainRecord[] = [];
  const all = new Cursor(bytes, 0, bytes.length);
  while (records.length < count) {
    const length = all.varint();
    const record = new Cursor(bytes, all.at, all.at + length);
    all.take(length);
    const [attributes] = record.take(1);
    const timestampDelta = record.zigzag(10, 64);
    const offsetDelta = record.varint();
    const key = record.nullable(record.varint());
    const value = record.nullable(record.varint());
    const headers: [string, Uint8Array | null][] = [];
    const headerCount = record.varint();
    if (headerCount < 0) throw new NotRecords("a negative count of headers");
    while (headers.length < headerCount) {
      const name = DECODER.decode(record.take(record.varint()));
      headers.push([name, record.nullable(record.varint())]);
    }
    if (record.at !== record.end) throw new NotRecords("a record goes on");
    records.push({ offsetDelta, timestampDelta, attributes, key, value, headers });
  }
  if (all.at !== all.end) throw new NotRecords("records go on");
  return records;
}

/** The messages of a batch of format v0 or v1, decompressed; offsets are relative to the batch's. */
export function readMessages(
  bytes: Uint8Array,
  magic: number,
  isCompressed: boolean,
  baseOffset: bigint,
  baseTimestamp: bigint,
): PlainRecord[] {
  const messages: { offset: bigint; record: PlainRecord }[] = [];
  if (bytes.length === 0) throw new NotRecords("there is no message");
  const all = new Cursor(bytes, 0, bytes.length);
  while (all.at < all.end) {
    const offset = all.integer(8);
    const size = Number(all.integer(4));
    if (size < 14) throw new NotRecords("a size is too small");
    const message = new Cursor(bytes, all.at, all.at + size);
    all.take(size);
    message.take(4);
    const [ownMagic, attributes] = message.take(2);
    if (ownMagic !== magic) throw new NotRecords("another magic");
    if (isCompressed && (attributes & 7) !== 0) throw new NotRecords("compressed twice");
    const timestampDelta = magic === 1 ? message.integer(8) - baseTimestamp : 0n;
    const key = message.nullable(Number(message.integer(4)));
    const value = message.nullable(Number(message.integer(4)));
    if (message.at !== message.end) throw new NotRecords("a message goes on");
    const record = { offsetDelta: 0, timestampDelta, attributes, key, value, headers: [] };
    messages.push({ offset, record });
  }
  const last = messages[messages.length - 1].offset;
  const shift = isCompressed && magic === 1 ? -last : -baseOffset;
  return messages.map(({ offset, record }) => {
    const offsetDelta = Number(offset + shift);
    if (!Number.isSafeInteger(offsetDelta)) throw new NotRecords("an offset is far away");
    return { ...record, offsetDelta };
  });
}

/** CRC-32 (reflected polynomial edb88320) or CRC-32C (82f63b78), bit by bit. */
export function slowCrc(bytes: Uint8Array, polynomial: number): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? polynomial : 0);
  }
  return ~crc >>> 0;
}
