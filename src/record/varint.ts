/**
 * Sizes and writers of the zigzag variable-length integers inside record
 * batches. Values are plain numbers; only what exceeds them goes through bigint.
 *
 * @module
 */

/** Past this magnitude the zigzag form of a number is no longer exact in a double. */
const MAX_EXACT_ZIGZAG = 2 ** 51;

/**
 * The size of an int32 as a zigzag varint.
 *
 * @param value The value.
 * @returns 1 to 5 bytes.
 */
export function sizeOfVarint(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  if (zigzag < 0x80) return 1;
  if (zigzag < 0x4000) return 2;
  if (zigzag < 0x200000) return 3;
  return zigzag < 0x10000000 ? 4 : 5;
}

/**
 * The size of an integer of up to 2^53 in magnitude as a zigzag varlong.
 *
 * @param value The value.
 * @returns 1 to 8 bytes.
 */
export function sizeOfVarlong(value: number): number {
  let zigzag = value < 0 ? -2 * value - 1 : 2 * value;
  let size = 1;
  while (zigzag >= 0x80) {
    zigzag /= 128;
    size++;
  }
  return size;
}

/**
 * The size of an int64 as a zigzag varlong.
 *
 * @param value The value.
 * @returns 1 to 10 bytes.
 */
export function sizeOfVarlongBigInt(value: bigint): number {
  let zigzag = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  let size = 1;
  while (zigzag >= 0x80n) {
    zigzag >>= 7n;
    size++;
  }
  return size;
}

/**
 * Writes an int32 as a zigzag varint.
 *
 * @param buffer Where to write; it must have room.
 * @param offset Where it starts.
 * @param value The value.
 * @returns The offset after it.
 */
export function writeVarint(buffer: Uint8Array, offset: number, value: number): number {
  let zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  while (zigzag >= 0x80) {
    buffer[offset++] = zigzag | 0x80;
    zigzag >>>= 7;
  }
  buffer[offset++] = zigzag;
  return offset;
}

/**
 * Writes an integer of up to 2^53 in magnitude as a zigzag varlong.
 *
 * @param buffer Where to write; it must have room.
 * @param offset Where it starts.
 * @param value The value.
 * @returns The offset after it.
 */
export function writeVarlong(buffer: Uint8Array, offset: number, value: number): number {
  if (value >= -0x40000000 && value < 0x40000000) return writeVarint(buffer, offset, value);
  if (value >= MAX_EXACT_ZIGZAG || value < -MAX_EXACT_ZIGZAG) {
    return writeVarlongBigInt(buffer, offset, BigInt(value));
  }
  let zigzag = value < 0 ? -2 * value - 1 : 2 * value;
  while (zigzag >= 0x80) {
    buffer[offset++] = (zigzag % 128) | 0x80;
    zigzag = Math.floor(zigzag / 128);
  }
  buffer[offset++] = zigzag;
  return offset;
}

/**
 * Writes an int64 as a zigzag varlong.
 *
 * @param buffer Where to write; it must have room.
 * @param offset Where it starts.
 * @param value The value.
 * @returns The offset after it.
 */
export function writeVarlongBigInt(buffer: Uint8Array, offset: number, value: bigint): number {
  let zigzag = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  while (zigzag >= 0x80n) {
    buffer[offset++] = Number(zigzag & 0x7fn) | 0x80;
    zigzag >>= 7n;
  }
  buffer[offset++] = Number(zigzag);
  return offset;
}
