/**
 * The variable-length integers of the protocol and of record batches.
 *
 * Signed values are zig-zag encoded (`varint`, `varlong`); unsigned ones are
 * plain base-128 (`uvarint`, `uvarlong`), the lowest seven bits first.
 *
 * @module
 */

/**
 * The encoded size of an unsigned varint.
 *
 * @param value An unsigned 32-bit value; a negative one counts as its unsigned form.
 * @returns 1 to 5 bytes.
 */
export function sizeOfUvarint(value: number): number {
  const bits = value >>> 0;
  if (bits < 0x80) return 1;
  if (bits < 0x4000) return 2;
  if (bits < 0x200000) return 3;
  return bits < 0x10000000 ? 4 : 5;
}

/**
 * The encoded size of a zig-zag varint.
 *
 * @param value A signed 32-bit value.
 * @returns 1 to 5 bytes.
 */
export function sizeOfVarint(value: number): number {
  return sizeOfUvarint((value << 1) ^ (value >> 31));
}

/**
 * The encoded size of an unsigned varlong.
 *
 * @param value An unsigned 64-bit value.
 * @returns 1 to 10 bytes.
 */
export function sizeOfUvarlong(value: bigint): number {
  let rest = BigInt.asUintN(64, value);
  let size = 1;
  while (rest >= 0x80n) {
    rest >>= 7n;
    size++;
  }
  return size;
}

/**
 * The encoded size of a zig-zag varlong.
 *
 * @param value A signed 64-bit value.
 * @returns 1 to 10 bytes.
 */
export function sizeOfVarlong(value: bigint): number {
  return sizeOfUvarlong((value << 1n) ^ (value >> 63n));
}

/**
 * Writes an unsigned varint; the caller has made sure that it fits.
 *
 * @param bytes Where to write.
 * @param at The index of the first byte.
 * @param value An unsigned 32-bit value; a negative one is written as its unsigned form.
 * @returns The index after the last byte.
 */
export function writeUvarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  while ((rest & ~0x7f) !== 0) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/**
 * Writes a zig-zag varint; the caller has made sure that it fits.
 *
 * @param bytes Where to write.
 * @param at The index of the first byte.
 * @param value A signed 32-bit value.
 * @returns The index after the last byte.
 */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  return writeUvarint(bytes, at, (value << 1) ^ (value >> 31));
}

/**
 * Writes an unsigned varlong; the caller has made sure that it fits.
 *
 * @param bytes Where to write.
 * @param at The index of the first byte.
 * @param value An unsigned 64-bit value; a negative one is written as its unsigned form.
 * @returns The index after the last byte.
 */
export function writeUvarlong(bytes: Uint8Array, at: number, value: bigint): number {
  let rest = BigInt.asUintN(64, value);
  while (rest >= 0x80n) {
    bytes[at++] = Number(rest & 0x7fn) | 0x80;
    rest >>= 7n;
  }
  bytes[at++] = Number(rest);
  return at;
}

/**
 * Writes a zig-zag varlong; the caller has made sure that it fits.
 *
 * @param bytes Where to write.
 * @param at The index of the first byte.
 * @param value A signed 64-bit value.
 * @returns The index after the last byte.
 */
export function writeVarlong(bytes: Uint8Array, at: number, value: bigint): number {
  return writeUvarlong(bytes, at, (value << 1n) ^ (value >> 63n));
}
