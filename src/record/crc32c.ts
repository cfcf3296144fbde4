/**
 * CRC-32C (Castagnoli), the checksum of record batches.
 *
 * @module
 */

import { VECTOR_BLOCK_BYTES, type WasmCrc32c, wasmCrc32c } from "./crc32c_wasm.ts";

/** The polynomial, bit-reversed. */
const POLYNOMIAL = 0x82f63b78;

/**
 * The tables for eight bytes at a time, one after the other: entry
 * `256 * k + b` is the effect of byte `b` followed by `k` zero bytes.
 */
const TABLES: Int32Array = buildTables();

function buildTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let b = 0; b < 256; b++) {
    let crc = b;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    tables[b] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const before = tables[i - 256];
    tables[i] = (before >>> 8) ^ tables[before & 0xff];
  }
  return tables;
}

/** `POWERS[k]` is x^(8 * 2^k) modulo the polynomial: what 2^k zero bytes multiply a CRC with. */
const POWERS: Int32Array = buildPowers();

function buildPowers(): Int32Array {
  const powers = new Int32Array(53);
  // In the reflected form bit 31 is x^0.
  let power = 1 << (31 - 8);
  for (let k = 0; k < powers.length; k++) {
    powers[k] = power;
    power = multiply(power, power);
  }
  return powers;
}

/** Multiplies two polynomials modulo the CRC's. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 31; bit >= 0; bit--) {
    product ^= -((a >>> bit) & 1) & b;
    b = (b >>> 1) ^ (-(b & 1) & POLYNOMIAL);
  }
  return product;
}

/** Multiplies a CRC with what some zero bytes after it do. */
function advance(crc: number, zeros: number): number {
  for (let k = 0; zeros > 0; k++) {
    if (zeros % 2 === 1) crc = multiply(POWERS[k], crc);
    zeros = Math.floor(zeros / 2);
  }
  return crc;
}

/** `null` where the runtime has no vectors; `undefined` before the first use. */
let vectors: WasmCrc32c | null | undefined;

/**
 * Computes the CRC-32C of some bytes.
 *
 * @param bytes The bytes.
 * @param seed The CRC of what precedes them, to continue from.
 * @returns The checksum as an unsigned integer.
 */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  if (bytes.length < VECTOR_BLOCK_BYTES) return ~updateByTable(~seed, bytes, 0) >>> 0;
  if (vectors === undefined) {
    vectors = wasmCrc32c(TABLES, (zeros) => advance(1 << 31, zeros), multiply) ?? null;
  }
  if (vectors === null) return ~updateByTable(~seed, bytes, 0) >>> 0;
  const register = vectors.update(~seed, bytes, 0);
  return ~updateByTable(register, bytes, vectors.consumed) >>> 0;
}

/**
 * Computes the CRC-32C of some bytes with tables alone, as on a runtime that
 * has no WebAssembly vectors.
 *
 * @param bytes The bytes.
 * @param seed The CRC of what precedes them, to continue from.
 * @returns The checksum as an unsigned integer.
 */
export function crc32cByTable(bytes: Uint8Array, seed = 0): number {
  return ~updateByTable(~seed, bytes, 0) >>> 0;
}

function updateByTable(register: number, bytes: Uint8Array, start: number): number {
  const t = TABLES;
  const end = bytes.length;
  let crc = register;
  let i = start;
  for (const last = end - 8; i <= last; i += 8) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    crc = t[1792 + (crc & 0xff)] ^ t[1536 + ((crc >>> 8) & 0xff)] ^
      t[1280 + ((crc >>> 16) & 0xff)] ^ t[1024 + (crc >>> 24)] ^
      t[768 + bytes[i + 4]] ^ t[512 + bytes[i + 5]] ^ t[256 + bytes[i + 6]] ^ t[bytes[i + 7]];
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ t[(crc ^ bytes[i]) & 0xff];
  return crc;
}

/**
 * Computes the CRC-32C of two byte sequences joined, from the CRC of each,
 * without reading either again.
 *
 * @param crcA The CRC of the first.
 * @param crcB The CRC of the second.
 * @param lengthB The length of the second in bytes.
 * @returns The CRC of the first followed by the second.
 */
export function crc32cCombine(crcA: number, crcB: number, lengthB: number): number {
  return (advance(crcA | 0, lengthB) ^ crcB) >>> 0;
}
