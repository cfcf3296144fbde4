/**
 * UTF-8 for short strings, which most of the protocol's are: the platform's
 * decoder and encoder cost more per call than a name of a topic is worth.
 *
 * @module
 */

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Up to this many bytes, reading them here beats a call of the platform's decoder (on V8; on Bun up to 12). */
const SHORT = 32;

/**
 * Decodes UTF-8. What is not UTF-8 becomes U+FFFD, and a byte order mark is kept.
 *
 * @param bytes The bytes that hold the text.
 * @param start The index of the first byte.
 * @param end The index after the last byte.
 * @returns The text.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return DECODER.decode(bytes.subarray(start, end));
  let text = "";
  let at = start;
  // Eight at a time: a concatenation costs more than a comparison.
  for (; at + 8 <= end; at += 8) {
    const b0 = bytes[at];
    const b1 = bytes[at + 1];
    const b2 = bytes[at + 2];
    const b3 = bytes[at + 3];
    const b4 = bytes[at + 4];
    const b5 = bytes[at + 5];
    const b6 = bytes[at + 6];
    const b7 = bytes[at + 7];
    if ((b0 | b1 | b2 | b3 | b4 | b5 | b6 | b7) >= 0x80) {
      return DECODER.decode(bytes.subarray(start, end));
    }
    text += String.fromCharCode(b0, b1, b2, b3, b4, b5, b6, b7);
  }
  for (; at < end; at++) {
    const byte = bytes[at];
    if (byte >= 0x80) return DECODER.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/**
 * Encodes UTF-8. A lone surrogate becomes U+FFFD.
 *
 * @param text The text.
 * @returns The bytes.
 */
export function encodeUtf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}
