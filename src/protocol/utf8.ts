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
  let all = 0;
  for (let at = start; at < end; at++) all |= bytes[at];
  if (all >= 0x80) return DECODER.decode(bytes.subarray(start, end));
  // As few pieces as possible: concatenation is slower, and its result holds on to its parts.
  let text = "";
  let at = start;
  for (; end - at >= 16; at += 16) {
    text += String.fromCharCode(
      bytes[at],
      bytes[at + 1],
      bytes[at + 2],
      bytes[at + 3],
      bytes[at + 4],
      bytes[at + 5],
      bytes[at + 6],
      bytes[at + 7],
      bytes[at + 8],
      bytes[at + 9],
      bytes[at + 10],
      bytes[at + 11],
      bytes[at + 12],
      bytes[at + 13],
      bytes[at + 14],
      bytes[at + 15],
    );
  }
  if (end - at >= 8) {
    text += upToEight(bytes, at, 8);
    at += 8;
  }
  return at < end ? text + upToEight(bytes, at, end - at) : text;
}

/** The text of one to eight bytes of ASCII. */
function upToEight(bytes: Uint8Array, at: number, length: number): string {
  const a = bytes[at];
  if (length === 1) return String.fromCharCode(a);
  const b = bytes[at + 1];
  if (length === 2) return String.fromCharCode(a, b);
  const c = bytes[at + 2];
  if (length === 3) return String.fromCharCode(a, b, c);
  const d = bytes[at + 3];
  if (length === 4) return String.fromCharCode(a, b, c, d);
  const e = bytes[at + 4];
  if (length === 5) return String.fromCharCode(a, b, c, d, e);
  const f = bytes[at + 5];
  if (length === 6) return String.fromCharCode(a, b, c, d, e, f);
  const g = bytes[at + 6];
  if (length === 7) return String.fromCharCode(a, b, c, d, e, f, g);
  return String.fromCharCode(a, b, c, d, e, f, g, bytes[at + 7]);
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
