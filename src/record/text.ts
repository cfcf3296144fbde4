/**
 * UTF-8 encoding straight into a batch's buffer.
 *
 * @module
 */

/** Strings up to this length are written by a loop: the encoder's call costs more than so few characters. */
const SHORT_TEXT = 40;

const ENCODER = new TextEncoder();

/**
 * Writes a string as UTF-8; a lone surrogate becomes U+FFFD.
 *
 * @param buffer Where to write; it must have room.
 * @param offset Where it starts.
 * @param text The string.
 * @returns How many bytes were written.
 */
export function writeText(buffer: Uint8Array, offset: number, text: string): number {
  const { length } = text;
  if (length <= SHORT_TEXT) {
    let i = 0;
    for (; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) break;
      buffer[offset + i] = unit;
    }
    if (i === length) return length;
  }
  return ENCODER.encodeInto(text, buffer.subarray(offset)).written;
}

/**
 * Counts the bytes of a string in UTF-8, lone surrogates as U+FFFD.
 *
 * @param text The string.
 * @returns The number of bytes.
 */
export function utf8Length(text: string): number {
  const length = text.length;
  let bytes = length;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes++;
    if (unit < 0x800) continue;
    bytes++;
    // A pair is four bytes for two units; a lone surrogate is three for one, as U+FFFD is.
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < length) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) i++;
    }
  }
  return bytes;
}
