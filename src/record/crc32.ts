/**
 * CRC-32 (ISO 3309), the checksum of messages in the old formats and of gzip.
 *
 * @module
 */

const TABLE: Int32Array = buildTable();

function buildTable(): Int32Array {
  const table = new Int32Array(4 * 256);
  for (let b = 0; b < 256; b++) {
    let crc = b;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    table[b] = crc;
  }
  for (let i = 256; i < table.length; i++) {
    const before = table[i - 256];
    table[i] = (before >>> 8) ^ table[before & 0xff];
  }
  return table;
}

/**
 * Computes the CRC-32 of some bytes.
 *
 * @param bytes The bytes.
 * @param seed The CRC of what precedes them, to continue from.
 * @returns The checksum as an unsigned integer.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const t = TABLE;
  const end = bytes.length;
  let crc = ~seed;
  let i = 0;
  for (const last = end - 4; i <= last; i += 4) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    crc = t[768 + (crc & 0xff)] ^ t[512 + ((crc >>> 8) & 0xff)] ^
      t[256 + ((crc >>> 16) & 0xff)] ^ t[crc >>> 24];
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]) & 0xff];
  return ~crc >>> 0;
}
