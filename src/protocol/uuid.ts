/**
 * UUIDs as Kafka prints them: 22 characters of unpadded base64url. As plain
 * strings they compare with `===` and serve as Map keys.
 *
 * @module
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const TEXT_LENGTH = 22;

/** The digits' character codes. */
const DIGITS: Uint8Array = new Uint8Array(64);
/** The digits' values by character code. */
const VALUES: Uint8Array = new Uint8Array(128).fill(0xff);
for (let index = 0; index < ALPHABET.length; index++) {
  DIGITS[index] = ALPHABET.charCodeAt(index);
  VALUES[DIGITS[index]] = index;
}

/** The UUID of sixteen zero bytes, which stands for "none" in the protocol. */
export const ZERO_UUID: string = "AAAAAAAAAAAAAAAAAAAAAA";

/**
 * The text form of sixteen bytes.
 *
 * @param bytes The bytes that hold the UUID.
 * @param at The index of its first byte.
 * @returns 22 characters.
 */
export function uuidFromBytes(bytes: Uint8Array, at = 0): string {
  const bits0 = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  const bits1 = (bytes[at + 3] << 16) | (bytes[at + 4] << 8) | bytes[at + 5];
  const bits2 = (bytes[at + 6] << 16) | (bytes[at + 7] << 8) | bytes[at + 8];
  const bits3 = (bytes[at + 9] << 16) | (bytes[at + 10] << 8) | bytes[at + 11];
  const bits4 = (bytes[at + 12] << 16) | (bytes[at + 13] << 8) | bytes[at + 14];
  const last = bytes[at + 15];
  if ((bits0 | bits1 | bits2 | bits3 | bits4 | last) === 0) return ZERO_UUID;
  // All at once: concatenation is slower, and its result holds on to its parts.
  const digits = DIGITS;
  return String.fromCharCode(
    digits[bits0 >> 18],
    digits[(bits0 >> 12) & 63],
    digits[(bits0 >> 6) & 63],
    digits[bits0 & 63],
    digits[bits1 >> 18],
    digits[(bits1 >> 12) & 63],
    digits[(bits1 >> 6) & 63],
    digits[bits1 & 63],
    digits[bits2 >> 18],
    digits[(bits2 >> 12) & 63],
    digits[(bits2 >> 6) & 63],
    digits[bits2 & 63],
    digits[bits3 >> 18],
    digits[(bits3 >> 12) & 63],
    digits[(bits3 >> 6) & 63],
    digits[bits3 & 63],
    digits[bits4 >> 18],
    digits[(bits4 >> 12) & 63],
    digits[(bits4 >> 6) & 63],
    digits[bits4 & 63],
    digits[last >> 2],
    digits[(last & 3) << 4],
  );
}

/**
 * Writes a UUID as sixteen bytes; the caller has made sure that they fit.
 *
 * @param bytes Where to write.
 * @param at The index of the first byte.
 * @param uuid 22 characters of base64url.
 * @returns Whether `uuid` was one; if not, what was written is undefined.
 */
export function writeUuid(bytes: Uint8Array, at: number, uuid: string): boolean {
  if (uuid.length !== TEXT_LENGTH) return false;
  let invalid = 0;
  let bits = 0;
  for (let index = 0, to = at; index < TEXT_LENGTH; index++) {
    const code = uuid.charCodeAt(index);
    const value = code < 128 ? VALUES[code] : 0xff;
    invalid |= value;
    bits = (bits << 6) | value;
    if ((index & 3) === 3) {
      bytes[to] = bits >> 16;
      bytes[to + 1] = bits >> 8;
      bytes[to + 2] = bits;
      to += 3;
    }
  }
  bytes[at + 15] = bits >> 4;
  // A valid digit is below 64; the last one carries only two bits.
  return invalid < 64 && (bits & 15) === 0;
}

/**
 * The sixteen bytes of a UUID.
 *
 * @param uuid 22 characters of base64url.
 * @returns A new array.
 * @throws {TypeError} When `uuid` is not one.
 */
export function uuidToBytes(uuid: string): Uint8Array {
  const bytes = new Uint8Array(16);
  if (!writeUuid(bytes, 0, uuid)) {
    throw new TypeError(
      `Cannot read ${JSON.stringify(uuid)} as a UUID: it must be 22 characters of base64url`,
    );
  }
  return bytes;
}

/**
 * A random UUID (version 4). It never starts with a dash, as in Kafka, so
 * that command-line tools do not take it for an option.
 *
 * @returns 22 characters of base64url.
 */
export function randomUuid(): string {
  const bytes = new Uint8Array(16);
  for (;;) {
    crypto.getRandomValues(bytes);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const uuid = uuidFromBytes(bytes);
    if (!uuid.startsWith("-")) return uuid;
  }
}
