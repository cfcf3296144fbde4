/**
 * UTF-8 for short strings, which most of the protocol's are: the platform's
 * decoder and encoder cost more per call than a name of a topic is worth.
 *
 * @module
 */

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** Up to this many bytes a loop beats the platform's decoder. */
const SHORT = 24;

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
  for (let at = start; at < end; at++) {
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
